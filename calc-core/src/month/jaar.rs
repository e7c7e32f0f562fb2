//! What a person earns, receives and owes over a year of twelve such months; and the monthly IACK, which
//! depends on it while it lowers the bijstand it depends on.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::huis::Huis;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, PerYear, Rounding};
use crate::schemes::bijstand::bruto::bruto_bijstand;
use crate::schemes::inkomstenbelasting::{Heffing, heffing, saldo_na_drempel};
use crate::schemes::loon::Loon;
use crate::schemes::toetsingsinkomen::{hele_euros, toetsingsinkomen};

const PER_MAAND: Rounding = Rounding::to_cents("voorlopige aanslag: een twaalfde, op centen");

/// One person's wage and place in the household.
#[derive(Clone, Copy)]
pub(crate) struct Persoon<'a> {
    pub(crate) loon: &'a Loon,
    /// Whether the conditions of the IACK are met, or why not.
    pub(crate) iack: Result<(), Reason>,
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
pub(crate) fn netto_bijstand_jaar(bijstand: PerMonth, alimentatie_partner: PerMonth) -> PerYear {
    if bijstand.is_positive() { (bijstand + alimentatie_partner).per_year() } else { PerYear::ZERO }
}

impl Huis<'_> {
    /// The year of a person: `netto_bijstand` is this person's share of it, `alimentatie` the partner alimony
    /// nobody withholds tax on.
    pub(crate) fn persoon_jaar(
        &self,
        persoon: Persoon,
        netto_bijstand: PerYear,
        alimentatie: PerYear,
        explain: Explain,
    ) -> PersoonJaar {
        let bruto_bijstand =
            bruto_bijstand(netto_bijstand, persoon.loon, self.bedragen.bruto_bijstand, explain);
        let toetsingsinkomen =
            toetsingsinkomen(persoon.loon.fiscaal_jaarloon, &bruto_bijstand, alimentatie, explain);
        let arbeidsinkomen = hele_euros(persoon.loon.fiscaal_jaarloon);
        let heffing = heffing(
            toetsingsinkomen.value,
            arbeidsinkomen,
            persoon.iack,
            self.bedragen.heffing,
            explain,
        );
        let over_loon = persoon.loon.loonheffing.per_year() + persoon.loon.vakantiegeld_belasting;
        let over_bijstand = (bruto_bijstand.value - netto_bijstand).at_least_zero();
        PersoonJaar {
            bruto_bijstand,
            toetsingsinkomen,
            heffing,
            ingehouden: over_loon + over_bijstand,
        }
    }

    /// Withheld minus due minus what was already paid out as monthly IACK; a small balance is nothing.
    pub(crate) fn saldo_belasting(
        &self,
        jaar: &PersoonJaar,
        iack_maand: PerMonth,
        explain: Explain,
    ) -> Explained<PerYear> {
        let mut w = Working::of("saldo_belasting", "art. 9.2 Wet IB 2001", explain);
        let ingehouden = w.step("ingehouden", jaar.ingehouden);
        let verschuldigd = w.rule(&jaar.heffing).verschuldigd;
        let uitbetaald = w.step("iack_uitbetaald_jaar", iack_maand.per_year());
        let saldo = w.step("saldo", ingehouden - verschuldigd - uitbetaald);
        let saldo = w.rule(&saldo_na_drempel(
            saldo,
            iack_maand.is_positive(),
            self.bedragen.aanslag,
            explain,
        ));
        w.result(saldo)
    }
}

/// A twelfth of the IACK that can be set off, to cents.
pub(crate) fn per_maand(verrekenbare_iack: PerYear) -> PerMonth {
    verrekenbare_iack.per_month().rounded(PER_MAAND)
}

/// The monthly IACK: the largest amount that the tax of the year still covers when the amount itself, counted as
/// income, makes the bijstand smaller. `verrekenbaar` gives the IACK that can be set off at a monthly amount.
///
/// Euro rounding makes the test not strictly monotone, so the search is prescribed: by halving, in cents,
/// between nothing and the outcome without any monthly IACK.
pub(crate) fn grootste_iack_maand(verrekenbaar: impl Fn(PerMonth) -> PerYear) -> PerMonth {
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
        // Every euro paid by the month takes half a euro of room: 100 - x/2 >= x up to 66.66.
        let room = |x: PerMonth| PerYear::new(euros("1200") - x.amount() * Decimal::from(6));
        assert_eq!(grootste_iack_maand(room), PerMonth::new(euros("66.66")));
    }

    #[test]
    fn nothing_to_set_off_is_nothing() {
        assert_eq!(grootste_iack_maand(|_| PerYear::ZERO), PerMonth::ZERO);
    }
}
