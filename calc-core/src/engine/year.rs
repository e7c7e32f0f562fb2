//! A year out of months: what a person earns, receives and owes, and what of it is left for the household. The months
//! may differ; the steady month is twelve equal ones.

use super::house::House;
use super::huishouden::medebewoners;
use super::rights;
use crate::dates::{age, first_of_year};
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, PerYear};
use crate::schemes::bijstand::bruto::{bruto_bijstand, elders_benutte_korting};
use crate::schemes::inkomstenbelasting::{
    Heffing, LoonKortingen, heffing, loon_kortingen, saldo_na_drempel,
};
use crate::schemes::loon::Loon;
use crate::schemes::toetsingsinkomen::{hele_euros, in_hele_euros, toetsingsinkomen};
use crate::situatie::{Inwonende, Relatie};

/// Months of a year.
pub(crate) const MONTHS: u32 = 12;

/// Whose income huurtoeslag counts.
const INKOMEN_VAN_ALLEN: &str = "art. 7 Wet op de huurtoeslag";

/// The wage of one person over a year: what her months add up to, and the holiday pay that is paid in it.
#[derive(Clone, Copy, Default)]
pub(crate) struct JaarLoon {
    /// Taxable wage, holiday pay included.
    pub(crate) fiscaal: PerYear,
    /// Tax withheld from it, holiday pay included.
    pub(crate) ingehouden: PerYear,
}

impl JaarLoon {
    /// Months with how often each comes, and the holiday pay paid in the year.
    pub(crate) fn of(months: &[(Loon, u32)], vakantiegeld: PerYear, belasting: PerYear) -> Self {
        let sum = |amount: fn(&Loon) -> PerMonth| -> PerYear {
            months.iter().map(|(loon, count)| amount(loon).times(*count)).sum()
        };
        Self {
            fiscaal: sum(|loon| loon.fiscaal_loon) + vakantiegeld,
            ingehouden: sum(|loon| loon.loonheffing) + belasting,
        }
    }
}

/// What the months of a household add up to beside wages.
#[derive(Clone, Copy, Default)]
pub(crate) struct JaarInkomen {
    /// Net bijstand, with the partner alimony that the municipality withholds tax on as well.
    pub(crate) netto_bijstand: PerYear,
    /// Partner alimony of months without bijstand: nobody has withheld tax on it.
    pub(crate) onbelaste_alimentatie: PerYear,
    /// IACK paid by the month.
    pub(crate) iack: PerYear,
}

/// What one month brings to the year beside wages.
#[derive(Clone, Copy)]
pub(crate) struct MonthFacts {
    /// Bijstand, holiday allowance included.
    pub(crate) bijstand: PerMonth,
    /// Partner alimony.
    pub(crate) alimentatie_partner: PerMonth,
    /// IACK paid in the month.
    pub(crate) iack: PerMonth,
}

impl JaarInkomen {
    /// Months with how often each comes.
    pub(crate) fn of(months: &[(MonthFacts, u32)]) -> Self {
        let mut year = Self::default();
        for (month, count) in months {
            let alimentatie = month.alimentatie_partner.times(*count);
            if month.bijstand.is_positive() {
                year.netto_bijstand += month.bijstand.times(*count) + alimentatie;
            } else {
                year.onbelaste_alimentatie += alimentatie;
            }
            year.iack += month.iack.times(*count);
        }
        year
    }
}

/// One person's wage of the year, and the credits on it.
pub(crate) struct Person {
    loon: JaarLoon,
    /// Taxable wage in whole euros.
    jaarloon: PerYear,
    kortingen: LoonKortingen,
    /// The part of the tax credit that the employer has used.
    benut: Explained<PerYear>,
    /// Whether this is who may have the IACK.
    pub(crate) heeft_iack: bool,
}

/// She, and her partner when she has one, each with twelve equal months of wage.
pub(crate) fn persons(house: &House, zij: &Loon, explain: Explain) -> Vec<Person> {
    let van_partner = house.partner.as_ref().map(|(loon, _)| loon.value).unwrap_or_default();
    let jaar = |loon: &Loon| {
        JaarLoon::of(&[(*loon, MONTHS)], loon.vakantiegeld_bruto, loon.vakantiegeld_belasting)
    };
    let (loon, loon_partner) = (jaar(zij), jaar(&van_partner));
    let [iack, iack_partner] = rights::iack(house, loon.fiscaal, loon_partner.fiscaal);
    let benut = |loon: &Loon| elders_benutte_korting(loon, house.amounts.bruto_bijstand, explain);
    let mut persons = vec![Person::of(house, loon, benut(zij), iack, explain)];
    if house.situatie.huishouden.partner.is_some() {
        let benut = benut(&van_partner);
        persons.push(Person::of(house, loon_partner, benut, iack_partner, explain));
    }
    persons
}

impl Person {
    /// Someone with this wage. `benut` is the part of the tax credit of bijstand that the employer has used.
    pub(crate) fn of(
        house: &House,
        loon: JaarLoon,
        benut: Explained<PerYear>,
        iack: Result<(), Reason>,
        explain: Explain,
    ) -> Self {
        let jaarloon = hele_euros(loon.fiscaal);
        let kortingen = loon_kortingen(jaarloon, iack, house.amounts.heffing, explain);
        Self { loon, jaarloon, kortingen, benut, heeft_iack: iack.is_ok() }
    }
}

/// One person's year.
pub(crate) struct PersonYear {
    pub(crate) bruto_bijstand: Explained<PerYear>,
    pub(crate) toetsingsinkomen: Explained<PerYear>,
    pub(crate) heffing: Explained<Heffing>,
    /// Tax withheld by employer and municipality.
    pub(crate) ingehouden: PerYear,
    /// IACK received by the month.
    pub(crate) iack: PerYear,
    pub(crate) heeft_iack: bool,
}

/// The year of one person: she (`at` 0) or her partner, each with half of the bijstand. Alimony on which nobody has
/// withheld tax is hers.
pub(crate) fn of_person(
    house: &House,
    person: &Person,
    at: usize,
    inkomen: JaarInkomen,
    explain: Explain,
) -> PersonYear {
    let is_zij = at == 0;
    let samen = inkomen.netto_bijstand;
    let netto = if house.situatie.huishouden.partner.is_some() { samen.half() } else { samen };
    let bruto_bijstand =
        bruto_bijstand(netto, &person.benut, house.amounts.bruto_bijstand, explain);
    with_bijstand(house, person, is_zij, inkomen, netto, bruto_bijstand, explain)
}

/// The year of one person with her part of the bijstand, net and gross.
pub(crate) fn with_bijstand(
    house: &House,
    person: &Person,
    is_zij: bool,
    inkomen: JaarInkomen,
    netto: PerYear,
    bruto_bijstand: Explained<PerYear>,
    explain: Explain,
) -> PersonYear {
    let alimentatie = if is_zij { inkomen.onbelaste_alimentatie } else { PerYear::ZERO };
    let toetsingsinkomen =
        toetsingsinkomen(!is_zij, person.jaarloon, &bruto_bijstand, alimentatie, explain);
    let tarief = house.amounts.heffing.tarief;
    let heffing = heffing(toetsingsinkomen.value, &person.kortingen, tarief, explain);
    let over_bijstand = (bruto_bijstand.value - netto).at_least_zero();
    PersonYear {
        bruto_bijstand,
        toetsingsinkomen,
        heffing,
        ingehouden: person.loon.ingehouden + over_bijstand,
        iack: if person.heeft_iack { inkomen.iack } else { PerYear::ZERO },
        heeft_iack: person.heeft_iack,
    }
}

/// The year of a household.
pub(crate) struct Year {
    pub(crate) personen: Vec<PersonYear>,
    /// Hers, and her partner's.
    pub(crate) toetsingsinkomen: PerYear,
    /// With that of a toeslagpartner who lives in: what the allowances look at.
    pub(crate) samen: Explained<PerYear>,
    /// With that of everyone who lives in: what huurtoeslag looks at.
    pub(crate) rekeninkomen: Explained<PerYear>,
    /// Withheld minus due minus what was paid out as monthly IACK.
    pub(crate) saldo_belasting: Explained<PerYear>,
}

impl Year {
    /// The year of these persons with these months.
    pub(crate) fn of(
        house: &House,
        persons: &[Person],
        months: &[(MonthFacts, u32)],
        explain: Explain,
    ) -> Self {
        let inkomen = JaarInkomen::of(months);
        let of = |(at, person)| of_person(house, person, at, inkomen, explain);
        let personen: Vec<PersonYear> = persons.iter().enumerate().map(of).collect();
        let eigen: Vec<_> = personen.iter().map(|jaar| &jaar.toetsingsinkomen).collect();
        Self {
            toetsingsinkomen: eigen.iter().map(|inkomen| inkomen.value).sum(),
            samen: toetsingsinkomen_samen(house, &eigen, explain),
            rekeninkomen: rekeninkomen(house, &eigen, explain),
            saldo_belasting: saldo_belasting(house, &personen, explain),
            personen,
        }
    }

    /// Gross bijstand of both.
    pub(crate) fn bruto_bijstand(&self) -> PerYear {
        self.personen.iter().map(|jaar| jaar.bruto_bijstand.value).sum()
    }

    /// The year of who has the IACK; of her when nobody has.
    pub(crate) fn van_iack(&self) -> Option<&PersonYear> {
        self.personen.iter().find(|jaar| jaar.heeft_iack).or(self.personen.first())
    }
}

/// Withheld minus due minus what was paid out as monthly IACK, of each person apart.
fn saldo_belasting(house: &House, personen: &[PersonYear], explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("saldo_belasting", "art. 9.2 Wet IB 2001", explain);
    let mut samen = PerYear::ZERO;
    for jaar in personen {
        samen += w.rule(&saldo_van_persoon(house, jaar, explain));
    }
    w.result(samen)
}

pub(crate) fn saldo_van_persoon(
    house: &House,
    jaar: &PersonYear,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("saldo_van_persoon", "art. 9.2 Wet IB 2001", explain);
    let ingehouden = w.step("ingehouden", jaar.ingehouden);
    let verschuldigd = w.rule(&jaar.heffing).verschuldigd;
    let uitbetaald = w.step("iack_uitbetaald_jaar", jaar.iack);
    let saldo = w.step("saldo", ingehouden - verschuldigd - uitbetaald);
    let aanslag = house.amounts.aanslag;
    let saldo = w.rule(&saldo_na_drempel(saldo, uitbetaald.is_positive(), aanslag, explain));
    w.result(saldo)
}

/// The income the allowances look at: hers, her partner's, that of a toeslagpartner who lives in.
pub(crate) fn toetsingsinkomen_samen(
    house: &House,
    eigen: &[&Explained<PerYear>],
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("toetsingsinkomen_samen", "art. 7 Awir", explain);
    let eigen: PerYear = eigen.iter().map(|inkomen| w.rule(inkomen)).sum();
    let wie = house.bewoners.toeslagpartner.inwonende();
    let ander = wie.map_or(PerYear::ZERO, |wie| hele_euros(wie.inkomen_jaar));
    let ander = w.input("inkomen_toeslagpartner", ander);
    w.result(eigen + ander)
}

/// The income huurtoeslag looks at: hers, her partner's, that of everyone who lives in.
pub(crate) fn rekeninkomen(
    house: &House,
    eigen: &[&Explained<PerYear>],
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("rekeninkomen", INKOMEN_VAN_ALLEN, explain);
    let eigen: PerYear = eigen.iter().map(|inkomen| w.rule(inkomen)).sum();
    let anderen: PerYear = medebewoners(&house.situatie.huishouden)
        .map(|wie| w.rule(&inkomen_medebewoner(house, wie, explain)))
        .sum();
    w.result(eigen + anderen)
}

/// What counts of one who lives in: of an own child under 23 only what is above a limit (art. 7(6) Awir).
fn inkomen_medebewoner(house: &House, wie: &Inwonende, explain: Explain) -> Explained<PerYear> {
    let p = house.amounts.huurtoeslag_grenzen;
    let mut w = Working::of("inkomen_medebewoner", INKOMEN_VAN_ALLEN, explain);
    w.input("relatie", wie.relatie.word());
    let inkomen = in_hele_euros(&mut w, "inkomen_jaar", wie.inkomen_jaar);
    let januari = first_of_year(house.day);
    let jong_kind =
        wie.relatie == Relatie::Kind && age(wie.geboren, januari) < p.kind_inkomen_vrij_tot.value;
    if !jong_kind {
        return w.result(inkomen);
    }
    let vrij = w.param(&p.kind_inkomen_vrij);
    let boven_vrij = w.step("boven_vrij", (inkomen - vrij).at_least_zero());
    w.result(boven_vrij)
}
