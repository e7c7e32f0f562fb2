//! A year of a path: wage and gross bijstand of its months, the tax over them, what the tax office settles and what of
//! it the municipality takes or ought to make good.
//!
//! Law: art. 19(4), 31(1), 32(1)(b) Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 9.2 and 9.4 Wet IB 2001;
//! handbook of the Belastingdienst on loonheffing over bijstand (2019) 3.2.1, 6.2, 8.2.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::huizen::Huis;
use super::recht::Recht;
use super::tijd::{K, Reeks, Tijd};
use super::vakantiegeld::{Vakantiegeld, vakantiegeld_van_partner};
use super::werk::Werk;
use crate::engine::rights;
use crate::engine::year::{self, JaarInkomen, JaarLoon, Person, PersonYear, saldo_van_persoon};
use crate::explain::{Explain, Explained, Working};
use crate::money::PerYear;
use crate::schemes::bijstand::bruto::{
    benutte_korting_van_maand, bruto_uit_netto, heffingskorting_van_maanden,
};
use crate::schemes::loon::Loon;

/// What of a path's year does not depend on bijstand: who works in it, for how much, with which credits.
pub(super) struct Lonen {
    maanden: RangeInclusive<K>,
    personen: Vec<Person>,
    pub(super) bedragen: Vec<JaarLoon>,
    /// Who has the IACK, or would have: she when nobody has.
    pub(super) van_iack: usize,
    /// Whether somebody has it.
    pub(super) heeft_iack: bool,
}

/// What the municipality has on the statement of a year.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Jaaropgave {
    netto: PerYear,
    onbelaste_alimentatie: PerYear,
    korting: PerYear,
    /// Of her, and of her partner.
    benut: [PerYear; 2],
}

/// The year of a path.
#[expect(clippy::struct_field_names, reason = "the contract calls it so")]
pub(crate) struct Jaar {
    pub(crate) jaar: i16,
    /// Her taxable wage, holiday pay included.
    pub(crate) fiscaal_loon: PerYear,
    pub(crate) bruto_bijstand: PerYear,
    /// What of it is withheld, by the statement of the municipality.
    pub(crate) ingehouden_bijstand: PerYear,
    /// What would be withheld of bijstand by right.
    pub(crate) ingehouden_volgens_recht: PerYear,
    pub(crate) toetsingsinkomen: PerYear,
    /// Of each person, with how it came about.
    pub(crate) inkomens: Vec<Explained<PerYear>>,
    pub(crate) ingehouden: PerYear,
    /// Tax after the credits but the IACK.
    pub(crate) verschuldigd: PerYear,
    pub(crate) iack_verrekend: PerYear,
    /// Positive: a refund.
    pub(crate) saldo: PerYear,
    /// What of a refund the municipality takes; nil or below.
    pub(crate) naar_gemeente: PerYear,
    /// What of a bill the municipality ought to make good.
    pub(crate) gemeente_bij_aanslag: PerYear,
    /// From which months the balance comes.
    pub(crate) herkomst: Herkomst,
    /// How the balance came about, of each person.
    pub(crate) saldi: Vec<Explained<PerYear>>,
    pub(crate) bruto: Vec<Explained<PerYear>>,
}

impl Lonen {
    pub(super) fn of(
        huizen: &Reeks<Huis>,
        werk: &Reeks<Werk>,
        vakantiegeld: &Vakantiegeld,
        tijd: Tijd,
        jaar: i16,
        explain: Explain,
    ) -> Self {
        let maanden = tijd.van_jaar(jaar);
        let house = &huizen[*maanden.end()].house;
        let zij = samen(maanden.clone(), |k| werk[k].loon.value, |k| vakantiegeld.zij[k]);
        let van_partner = |k: K| huizen[k].house.partner.as_ref().map(|(loon, _)| loon.value);
        let partner = samen(
            maanden.clone(),
            |k| van_partner(k).unwrap_or_default(),
            |k| vakantiegeld.partner[k],
        );
        // A fiscal partner of the middle of the year is one of the year.
        let in_juli = &huizen[*maanden.start() + HALF_YEAR].house;
        let fiscaal_partner = in_juli.bewoners.fiscaal_partner;
        let rechten = rights::iack_van(house, fiscaal_partner, zij.fiscaal, partner.fiscaal);
        let met_partner = house.situatie.huishouden.partner.is_some();
        let lonen: Vec<JaarLoon> =
            [zij, partner].into_iter().take(1 + usize::from(met_partner)).collect();
        let geen = Working::of("elders_benutte_korting", "", Explain::No).result(PerYear::ZERO);
        let personen: Vec<Person> = lonen
            .iter()
            .zip(rechten)
            .map(|(loon, iack)| Person::of(house, *loon, geen.clone(), iack, explain))
            .collect();
        let van_iack = personen.iter().position(|person| person.heeft_iack);
        Self {
            maanden,
            bedragen: lonen,
            van_iack: van_iack.unwrap_or_default(),
            heeft_iack: van_iack.is_some(),
            personen,
        }
    }
}

/// From January to July.
const HALF_YEAR: K = 6;

fn samen(
    maanden: RangeInclusive<K>,
    loon: impl Fn(K) -> Loon,
    vakantiegeld: impl Fn(K) -> super::vakantiegeld::Betaling,
) -> JaarLoon {
    let mut jaar = JaarLoon::default();
    for k in maanden {
        let (loon, vakantiegeld) = (loon(k), vakantiegeld(k));
        jaar.fiscaal += loon.fiscaal_loon.times(1) + vakantiegeld.bruto;
        jaar.ingehouden += loon.loonheffing.times(1) + vakantiegeld.belasting;
    }
    jaar
}

impl Jaaropgave {
    /// The statement of a year with this bijstand.
    pub(super) fn of(
        huizen: &Reeks<Huis>,
        werk: &Reeks<Werk>,
        lonen: &Lonen,
        recht: impl Fn(K) -> Recht,
    ) -> Self {
        let mut opgave = Self::default();
        let mut met_bijstand = 0;
        for k in lonen.maanden.clone() {
            let (recht, house) = (recht(k), &huizen[k].house);
            let alimentatie = house.situatie.huishouden.alimentatie_partner.times(1);
            opgave.netto += recht.vakantiedeel.times(1);
            if recht.bijstand.is_zero() {
                opgave.onbelaste_alimentatie += alimentatie;
                continue;
            }
            met_bijstand += 1;
            opgave.netto += recht.uitbetaald.times(1) + alimentatie;
            let p = house.amounts.bruto_bijstand;
            let maand = &werk[k];
            let benut = |loon: &Loon, vakantiegeld, tarief| {
                benutte_korting_van_maand(loon, vakantiegeld, tarief, p).times(1)
            };
            opgave.benut[0] += benut(&maand.loon.value, maand.vakantiegeld, maand.tarief());
            if let Some((loon, _)) = &house.partner {
                let loon = &loon.value;
                let vakantiegeld = vakantiegeld_van_partner(house);
                opgave.benut[1] += benut(loon, vakantiegeld, loon.vakantiegeld_tarief);
            }
        }
        let p = huizen[*lonen.maanden.end()].house.amounts.bruto_bijstand;
        opgave.korting = heffingskorting_van_maanden(met_bijstand, p);
        opgave.benut = opgave.benut.map(|benut| benut.min(opgave.korting));
        opgave
    }
}

/// One person of a year with this bijstand and no monthly IACK.
pub(super) fn persoon(
    huizen: &Reeks<Huis>,
    lonen: &Lonen,
    opgave: &Jaaropgave,
    at: usize,
    explain: Explain,
) -> PersonYear {
    let house = &huizen[*lonen.maanden.end()].house;
    let (netto, bruto) = bruto_van(huizen, lonen, opgave, at, explain);
    let inkomen = JaarInkomen {
        netto_bijstand: opgave.netto,
        onbelaste_alimentatie: opgave.onbelaste_alimentatie,
        iack: PerYear::ZERO,
    };
    year::with_bijstand(house, &lonen.personen[at], at == 0, inkomen, netto, bruto, explain)
}

/// One person's part of the bijstand of a year, net and gross: half each of a couple.
fn bruto_van(
    huizen: &Reeks<Huis>,
    lonen: &Lonen,
    opgave: &Jaaropgave,
    at: usize,
    explain: Explain,
) -> (PerYear, Explained<PerYear>) {
    let netto = if lonen.personen.len() > 1 { opgave.netto.half() } else { opgave.netto };
    let p = huizen[*lonen.maanden.end()].house.amounts.bruto_bijstand;
    (netto, bruto_uit_netto(netto, opgave.korting, opgave.benut[at], p, explain))
}

fn ingehouden_bijstand(huizen: &Reeks<Huis>, lonen: &Lonen, opgave: &Jaaropgave) -> PerYear {
    let van = |at: usize| {
        let (netto, bruto) = bruto_van(huizen, lonen, opgave, at, Explain::No);
        (bruto.value - netto).at_least_zero()
    };
    (0..lonen.personen.len()).map(van).sum()
}

/// The year of a path. `recht` is bijstand by right, `opgave` what the municipality has on its statement.
pub(super) fn jaar(
    huizen: &Reeks<Huis>,
    tijd: Tijd,
    lonen: &Lonen,
    opgave: &Jaaropgave,
    volgens_recht: &Jaaropgave,
    recht: impl Fn(K) -> Recht,
    explain: Explain,
) -> Jaar {
    let house = &huizen[*lonen.maanden.end()].house;
    let iack: PerYear = lonen.maanden.clone().map(|k| recht(k).iack.times(1)).sum();
    let mut personen: Vec<PersonYear> =
        (0..lonen.personen.len()).map(|at| persoon(huizen, lonen, opgave, at, explain)).collect();
    personen[lonen.van_iack].iack = iack;
    let saldi: Vec<_> =
        personen.iter().map(|persoon| saldo_van_persoon(house, persoon, explain)).collect();
    let saldo: PerYear = saldi.iter().map(|saldo| saldo.value).sum();
    let sum = |of: fn(&PersonYear) -> PerYear| personen.iter().map(of).sum::<PerYear>();
    let bruto_bijstand = sum(|persoon| persoon.bruto_bijstand.value);
    let herkomst = Herkomst::of(huizen, lonen, recht);
    Jaar {
        jaar: tijd.jaar(*lonen.maanden.start()),
        fiscaal_loon: lonen.bedragen[0].fiscaal,
        bruto_bijstand,
        ingehouden_bijstand: ingehouden_bijstand(huizen, lonen, opgave),
        ingehouden_volgens_recht: ingehouden_bijstand(huizen, lonen, volgens_recht),
        toetsingsinkomen: sum(|persoon| persoon.toetsingsinkomen.value),
        ingehouden: sum(|persoon| persoon.ingehouden),
        verschuldigd: sum(|persoon| {
            let heffing = &persoon.heffing.value;
            heffing.verschuldigd + heffing.verrekenbare_iack
        }),
        iack_verrekend: sum(|persoon| persoon.heffing.value.verrekenbare_iack),
        saldo,
        naar_gemeente: -herkomst.deel(saldo.at_least_zero()).min(herkomst.bijstand),
        gemeente_bij_aanslag: herkomst.deel((-saldo).at_least_zero()),
        herkomst,
        saldi,
        inkomens: personen.iter().map(|persoon| persoon.toetsingsinkomen.clone()).collect(),
        bruto: personen.iter().map(|persoon| persoon.bruto_bijstand.clone()).collect(),
    }
}

/// From which months a balance comes: those with a wage; without any, all of them.
pub(crate) struct Herkomst {
    pub(crate) maanden: u32,
    pub(crate) met_bijstand: u32,
    /// Bijstand of those months.
    pub(crate) bijstand: PerYear,
}

impl Herkomst {
    fn of(huizen: &Reeks<Huis>, lonen: &Lonen, recht: impl Fn(K) -> Recht) -> Self {
        let met_loon = |k: &K| {
            let partner = huizen[*k].house.partner.as_ref();
            recht(*k).ink.is_positive()
                || partner.is_some_and(|(loon, _)| loon.value.ink.is_positive())
        };
        let mut maanden: Vec<K> = lonen.maanden.clone().filter(met_loon).collect();
        if maanden.is_empty() {
            maanden = lonen.maanden.clone().collect();
        }
        let bijstand = |k: &&K| recht(**k).bijstand;
        let met_bijstand = maanden.iter().filter(|k| bijstand(k).is_positive()).count();
        Self {
            maanden: u32::try_from(maanden.len()).unwrap_or(u32::MAX),
            met_bijstand: u32::try_from(met_bijstand).unwrap_or(u32::MAX),
            bijstand: maanden.iter().map(|k| bijstand(&k).times(1)).sum(),
        }
    }

    /// The part that comes from months with bijstand; not rounded.
    fn deel(&self, saldo: PerYear) -> PerYear {
        let teller = saldo.amount() * Decimal::from(self.met_bijstand);
        PerYear::new(teller.checked_div(Decimal::from(self.maanden)).unwrap_or_default())
    }
}
