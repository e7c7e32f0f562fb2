//! What a person earns, receives and owes over a year of twelve such months; and the monthly IACK, which
//! depends on it while it lowers the bijstand it depends on.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::huis::Huis;
use crate::dates::{age, first_of_year};
use crate::explain::{Explain, Explained, Reason, Working};
use crate::huishouden::medebewoners;
use crate::money::{PerMonth, PerYear, Rounding};
use crate::schemes::bijstand::Middelen;
use crate::schemes::bijstand::bruto::{bruto_bijstand, elders_benutte_korting};
use crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting as iack;
use crate::schemes::inkomstenbelasting::{
    Heffing, LoonKortingen, heffing, loon_kortingen, saldo_na_drempel,
};
use crate::schemes::loon::Loon;
use crate::schemes::toetsingsinkomen::{hele_euros, in_hele_euros, toetsingsinkomen};
use crate::situatie::{IackUitbetaling, Inwonende, Relatie};

pub(super) const PER_MAAND: Rounding =
    Rounding::to_cents("voorlopige aanslag: een twaalfde, op centen");

/// Whose income huurtoeslag counts.
const INKOMEN_VAN_ALLEN: &str = "art. 7 Wet op de huurtoeslag";

const IACK_NIET_PER_MAAND: Reason = Reason { code: "iack_niet_per_maand", article: iack::ARTICLE };

const IACK_TE_KLEIN: Reason =
    Reason { code: "iack_te_klein_per_maand", article: "art. 31(1) Participatiewet" };

/// One person's wage, and the credits on it.
pub(crate) struct Persoon {
    pub(crate) loon: Loon,
    /// Taxable wage of the year in whole euros.
    pub(crate) jaarloon: PerYear,
    pub(crate) kortingen: LoonKortingen,
    /// The part of the tax credit that the employer has used.
    pub(crate) benut: Explained<PerYear>,
    /// Whether this is who may have the IACK.
    pub(crate) heeft_iack: bool,
}

/// One person's year.
pub(crate) struct PersoonJaar {
    pub(crate) bruto_bijstand: Explained<PerYear>,
    pub(crate) toetsingsinkomen: Explained<PerYear>,
    pub(crate) heffing: Explained<Heffing>,
    /// Tax withheld by employer and municipality.
    pub(crate) ingehouden: PerYear,
}

/// Net bijstand of the year with the partner alimony the municipality also withholds tax on.
fn netto_bijstand_jaar(bijstand: PerMonth, alimentatie_partner: PerMonth) -> PerYear {
    if bijstand.is_positive() { (bijstand + alimentatie_partner).per_year() } else { PerYear::ZERO }
}

impl Huis<'_> {
    /// She, and her partner when she has one.
    pub(crate) fn personen(&self, middelen: &Middelen) -> Vec<Persoon> {
        let zij = middelen.loon.value;
        let van_partner = middelen.partner.as_ref().map(|(loon, _)| loon.value).unwrap_or_default();
        let [iack_zij, iack_partner] = self.recht_op_iack(&zij, &van_partner);
        let persoon = |loon: Loon, iack: Result<(), Reason>| {
            let jaarloon = hele_euros(loon.fiscaal_jaarloon);
            let kortingen = loon_kortingen(jaarloon, iack, self.bedragen.heffing, self.explain);
            let benut = elders_benutte_korting(&loon, self.bedragen.bruto_bijstand, self.explain);
            Persoon { loon, jaarloon, kortingen, benut, heeft_iack: iack.is_ok() }
        };
        let partner = self.situatie.huishouden.partner.map(|_| persoon(van_partner, iack_partner));
        std::iter::once(persoon(zij, iack_zij)).chain(partner).collect()
    }

    /// The year of each person with this bijstand: half of it each, with a partner.
    pub(crate) fn jaren(&self, personen: &[Persoon], bijstand: PerMonth) -> Vec<PersoonJaar> {
        let ieder = |(at, persoon)| self.jaar(persoon, at == 0, bijstand, self.explain);
        personen.iter().enumerate().map(ieder).collect()
    }

    /// The year of one person. Partner alimony that nobody withholds tax on (there is no bijstand) is hers.
    fn jaar(
        &self,
        persoon: &Persoon,
        is_zij: bool,
        bijstand: PerMonth,
        explain: Explain,
    ) -> PersoonJaar {
        let h = &self.situatie.huishouden;
        let samen = netto_bijstand_jaar(bijstand, h.alimentatie_partner);
        let netto = if h.partner.is_some() { samen.half() } else { samen };
        let onbelast = is_zij && bijstand.is_zero();
        let alimentatie = if onbelast { h.alimentatie_partner.per_year() } else { PerYear::ZERO };
        let loon = &persoon.loon;
        let bruto_bijstand =
            bruto_bijstand(netto, &persoon.benut, self.bedragen.bruto_bijstand, explain);
        let toetsingsinkomen =
            toetsingsinkomen(!is_zij, persoon.jaarloon, &bruto_bijstand, alimentatie, explain);
        let tarief = self.bedragen.heffing.tarief;
        let heffing = heffing(toetsingsinkomen.value, &persoon.kortingen, tarief, explain);
        let over_loon = loon.loonheffing.per_year() + loon.vakantiegeld_belasting;
        let over_bijstand = (bruto_bijstand.value - netto).at_least_zero();
        let ingehouden = over_loon + over_bijstand;
        PersoonJaar { bruto_bijstand, toetsingsinkomen, heffing, ingehouden }
    }

    /// The monthly IACK, which lowers the bijstand that decides how much of it the tax can bear.
    pub(crate) fn iack_maand(&self, middelen: &Middelen, personen: &[Persoon]) -> PerMonth {
        let wie = personen.iter().enumerate().find(|(_, persoon)| persoon.heeft_iack);
        let (Some((at, persoon)), IackUitbetaling::Maandelijks) = (wie, self.situatie.iack) else {
            return PerMonth::ZERO;
        };
        grootste_iack_maand(|maand| {
            let bijstand = self.bijstand(middelen, maand, Explain::No).value;
            self.jaar(persoon, at == 0, bijstand, Explain::No).heffing.value.verrekenbare_iack
        })
    }

    /// Why there is no monthly IACK.
    pub(crate) fn geen_iack(&self, personen: &[Persoon], jaren: &[PersoonJaar]) -> Option<Reason> {
        let wie = personen.iter().position(|persoon| persoon.heeft_iack).unwrap_or(0);
        let reason = jaren.get(wie).and_then(|jaar| jaar.heffing.value.geen_iack);
        let niet_per_maand = self.situatie.iack == IackUitbetaling::Niet;
        let anders = if niet_per_maand { IACK_NIET_PER_MAAND } else { IACK_TE_KLEIN };
        reason.or(Some(anders))
    }

    /// Withheld minus due minus what was paid out as monthly IACK, of each person apart.
    pub(crate) fn saldo_belasting(
        &self,
        personen: &[Persoon],
        jaren: &[PersoonJaar],
        iack_maand: PerMonth,
    ) -> Explained<PerYear> {
        let mut w = Working::of("saldo_belasting", "art. 9.2 Wet IB 2001", self.explain);
        let mut samen = PerYear::ZERO;
        for (persoon, jaar) in personen.iter().zip(jaren) {
            let uitbetaald = if persoon.heeft_iack { iack_maand } else { PerMonth::ZERO };
            samen += w.rule(&self.saldo_van_persoon(jaar, uitbetaald));
        }
        w.result(samen)
    }

    fn saldo_van_persoon(&self, jaar: &PersoonJaar, iack_maand: PerMonth) -> Explained<PerYear> {
        let mut w = Working::of("saldo_van_persoon", "art. 9.2 Wet IB 2001", self.explain);
        let ingehouden = w.step("ingehouden", jaar.ingehouden);
        let verschuldigd = w.rule(&jaar.heffing).verschuldigd;
        let uitbetaald = w.step("iack_uitbetaald_jaar", iack_maand.per_year());
        let saldo = w.step("saldo", ingehouden - verschuldigd - uitbetaald);
        let per_maand = iack_maand.is_positive();
        let saldo =
            w.rule(&saldo_na_drempel(saldo, per_maand, self.bedragen.aanslag, self.explain));
        w.result(saldo)
    }

    /// The income the allowances look at: hers, her partner's, that of a toeslagpartner who lives in.
    pub(crate) fn toetsingsinkomen_samen(&self, jaren: &[PersoonJaar]) -> Explained<PerYear> {
        let mut w = Working::of("toetsingsinkomen_samen", "art. 7 Awir", self.explain);
        let eigen: PerYear = jaren.iter().map(|jaar| w.rule(&jaar.toetsingsinkomen)).sum();
        let ander = w.input("inkomen_toeslagpartner", self.inkomen_toeslagpartner());
        w.result(eigen + ander)
    }

    /// The income huurtoeslag looks at: hers, her partner's, that of everyone who lives in.
    pub(crate) fn rekeninkomen(&self, jaren: &[PersoonJaar]) -> Explained<PerYear> {
        let mut w = Working::of("rekeninkomen", INKOMEN_VAN_ALLEN, self.explain);
        let eigen: PerYear = jaren.iter().map(|jaar| w.rule(&jaar.toetsingsinkomen)).sum();
        let anderen: PerYear = medebewoners(&self.situatie.huishouden)
            .map(|wie| w.rule(&self.inkomen_medebewoner(wie)))
            .sum();
        w.result(eigen + anderen)
    }

    /// What counts of one who lives in: of an own child under 23 only what is above a limit (art. 7(6) Awir).
    fn inkomen_medebewoner(&self, wie: &Inwonende) -> Explained<PerYear> {
        let p = self.bedragen.huurtoeslag;
        let mut w = Working::of("inkomen_medebewoner", INKOMEN_VAN_ALLEN, self.explain);
        w.input("relatie", wie.relatie.word());
        let inkomen = in_hele_euros(&mut w, "inkomen_jaar", wie.inkomen_jaar);
        let januari = first_of_year(self.situatie.peildatum);
        let jong_kind = wie.relatie == Relatie::Kind
            && age(wie.geboren, januari) < p.kind_inkomen_vrij_tot.value;
        if !jong_kind {
            return w.result(inkomen);
        }
        let vrij = w.param(&p.kind_inkomen_vrij);
        let boven_vrij = w.step("boven_vrij", (inkomen - vrij).at_least_zero());
        w.result(boven_vrij)
    }
}

/// A twelfth of the IACK that can be set off, to cents.
pub(super) fn per_maand(verrekenbare_iack: PerYear) -> PerMonth {
    verrekenbare_iack.per_month().rounded(PER_MAAND)
}

/// The monthly IACK: the largest amount that the tax of the year still covers when the amount itself, counted as
/// income, makes the bijstand smaller. `verrekenbaar` gives the IACK that can be set off at a monthly amount.
///
/// Euro rounding makes the test not strictly monotone, so the search is prescribed: by halving, in cents,
/// between nothing and the outcome without any monthly IACK.
fn grootste_iack_maand(verrekenbaar: impl Fn(PerMonth) -> PerYear) -> PerMonth {
    let in_cents = |cents: i64| PerMonth::new(Decimal::new(cents, 2));
    let houdbaar = |cents: i64| in_cents(cents) <= per_maand(verrekenbaar(in_cents(cents)));
    let eerste = per_maand(verrekenbaar(PerMonth::ZERO));
    let mut laagste = 0;
    let mut hoogste = (eerste.amount() * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0);
    while laagste < hoogste {
        let midden = i64::midpoint(laagste, hoogste + 1);
        if houdbaar(midden) {
            laagste = midden;
        } else {
            hoogste = midden - 1;
        }
    }
    in_cents(laagste)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn without_bijstand_all_that_can_be_set_off_is_paid() {
        let all = PerYear::new(euros("1200"));
        assert_eq!(grootste_iack_maand(|_| all), PerMonth::new(euros("100.00")));
    }

    #[test]
    fn the_largest_amount_that_its_own_effect_still_allows() {
        // Every euro paid by the month takes half a euro of room: at 66.67 there is 100 - 33.335 = 66.665, on cents
        // 66.67, which holds; at 66.68 there is 66.66, which does not.
        let room = |x: PerMonth| PerYear::new(euros("1200") - x.amount() * Decimal::from(6));
        assert_eq!(grootste_iack_maand(room), PerMonth::new(euros("66.67")));
    }

    #[test]
    fn nothing_to_set_off_is_nothing() {
        assert_eq!(grootste_iack_maand(|_| PerYear::ZERO), PerMonth::ZERO);
    }
}
