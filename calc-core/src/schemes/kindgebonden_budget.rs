//! Kindgebonden budget: an amount per child that shrinks with income, with a supplement for who raises
//! children alone.
//!
//! Law: art. 2 Wet op het kindgebonden budget <https://wetten.overheid.nl/BWBR0022751>.
//! Left out: children for whom somebody else has the kinderbijslag.

use jiff::civil::Date;

use crate::dates::{age, is_born, last_of_previous_month};
use crate::error::Error;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerYear, Rounding};
use crate::parameters::{Book, kindgebonden_budget, kindgebonden_budget_vanaf_2027, toeslagen};
use crate::schemes::toeslag::{self, Toeslag};
use crate::value::{Persons, Years};

/// The article.
pub const ARTICLE: &str = "art. 2 Wet op het kindgebonden budget";
const JAAR: Rounding =
    Rounding::to_cents("rekenvoorbeelden Dienst Toeslagen: jaarbedrag op centen");
const MAAND: Rounding =
    Rounding::down_to_euro("voorschot: maandbedrag naar beneden op hele euro's");
const GEEN_KINDEREN: Reason = Reason { code: "geen_kinderen", article: ARTICLE };
const INKOMEN_TE_HOOG: Reason = Reason { code: "inkomen_te_hoog", article: ARTICLE };

/// The children that count, by age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinderen {
    /// Under 18.
    pub samen: u32,
    /// Of those, 12 to 15.
    pub van_12_tot_16: u32,
    /// Of those, 16 or 17.
    pub van_16_tot_18: u32,
}

impl Kinderen {
    /// Counts children of these ages.
    pub fn met_leeftijd(leeftijden: impl Iterator<Item = Years>) -> Self {
        let mut kinderen = Self::default();
        for leeftijd in leeftijden.filter(|leeftijd| leeftijd.0 < 18) {
            kinderen.samen += 1;
            kinderen.van_12_tot_16 += u32::from((12..16).contains(&leeftijd.0));
            kinderen.van_16_tot_18 += u32::from(leeftijd.0 >= 16);
        }
        kinderen
    }

    /// Counts the children as they were on the last day of the month before (art. 2(1), (3) and (5)).
    pub fn in_maand(geboren: &[Date], day: Date) -> Self {
        let meetdag = last_of_previous_month(day);
        let geboren = geboren.iter().filter(|&&geboren| is_born(geboren, meetdag));
        Self::met_leeftijd(geboren.map(|&geboren| age(geboren, meetdag)))
    }
}

/// The dated amounts; the rule has a second threshold from 2027.
#[derive(Clone, Copy)]
pub enum Params {
    /// 2024 to 2026.
    Tot2027(&'static kindgebonden_budget::Params),
    /// From 2027.
    Vanaf2027(&'static kindgebonden_budget_vanaf_2027::Params),
}

impl Params {
    /// The first day they hold.
    pub const fn valid_from(self) -> Date {
        match self {
            Self::Tot2027(p) => p.valid_from,
            Self::Vanaf2027(p) => p.valid_from,
        }
    }

    /// The amounts of a day by a book, by the law of that day.
    pub fn op(book: Book, day: Date) -> Result<Self, Error> {
        match (kindgebonden_budget::by(book, day), kindgebonden_budget_vanaf_2027::by(book, day)) {
            (Ok(p), _) => Ok(Self::Tot2027(p)),
            (_, Ok(p)) => Ok(Self::Vanaf2027(p)),
            (Err(before), Err(after)) => Err(before.neither(after)),
        }
    }
}

/// The allowance at this income (together with a toeslagpartner's). `alleen`: without toeslagpartner.
pub fn kindgebonden_budget(
    inkomen: PerYear,
    kinderen: Kinderen,
    alleen: bool,
    recht: Result<(), Reason>,
    p: Params,
    toeslagen: &'static toeslagen::Params,
    explain: Explain,
) -> Explained<Toeslag> {
    let mut w = Working::of("kindgebonden_budget", ARTICLE, explain);
    let ongerond = match recht.and_then(|()| ongerond(&mut w, inkomen, kinderen, alleen, p)) {
        Ok(ongerond) => ongerond,
        Err(reason) => return w.nothing(reason),
    };
    let jaar = w.rounded("jaar", ongerond, JAAR);
    let recht_jaar = match toeslag::recht_jaar(&mut w, ongerond, toeslagen) {
        Ok(recht) => recht,
        Err(reason) => return w.nothing(reason),
    };
    let maand = w.rounded("maand", jaar.per_month(), MAAND);
    w.result(Toeslag { jaar, recht_jaar, maand })
}

/// Maximum and reduction where one rate applies above the threshold.
/// The amount of a year as if this month lasted, before the test on the smallest amount.
pub fn jaarbedrag(
    inkomen: PerYear,
    kinderen: Kinderen,
    alleen: bool,
    recht: Result<(), Reason>,
    p: Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("kindgebonden_budget_jaar", ARTICLE, explain);
    match recht.and_then(|()| ongerond(&mut w, inkomen, kinderen, alleen, p)) {
        Ok(ongerond) => {
            let jaar = w.rounded("jaar", ongerond, JAAR);
            w.result(jaar)
        }
        Err(reason) => w.nothing(reason),
    }
}

fn ongerond(
    w: &mut Working,
    inkomen: PerYear,
    kinderen: Kinderen,
    alleen: bool,
    p: Params,
) -> Result<PerYear, Reason> {
    if kinderen.samen == 0 {
        return Err(GEEN_KINDEREN);
    }
    let inkomen = w.input("toetsingsinkomen", inkomen);
    let (maximum, vermindering) = match p {
        Params::Tot2027(p) => tot_2027(w, inkomen, kinderen, alleen, p),
        Params::Vanaf2027(p) => vanaf_2027(w, inkomen, kinderen, alleen, p),
    };
    let ongerond = w.step("jaar_ongerond", (maximum - vermindering).at_least_zero());
    if ongerond.is_zero() { Err(INKOMEN_TE_HOOG) } else { Ok(ongerond) }
}

fn tot_2027(
    w: &mut Working,
    inkomen: PerYear,
    kinderen: Kinderen,
    alleen: bool,
    p: &'static kindgebonden_budget::Params,
) -> (PerYear, PerYear) {
    let kop = alleen.then_some(&p.alleenstaande_ouderkop);
    let maximum = maximum(w, kinderen, &p.bedrag_per_kind, &p.extra_12_15, &p.extra_16_17, kop);
    let drempel = w.param(if alleen { &p.drempel_alleen } else { &p.drempel_partners });
    let afbouw = w.param(&p.afbouw);
    let vermindering = w.step("vermindering", (inkomen - drempel).at_least_zero() * afbouw);
    (maximum, vermindering)
}

/// Maximum and reduction where a second rate is added above a second threshold.
fn vanaf_2027(
    w: &mut Working,
    inkomen: PerYear,
    kinderen: Kinderen,
    alleen: bool,
    p: &'static kindgebonden_budget_vanaf_2027::Params,
) -> (PerYear, PerYear) {
    let kop = alleen.then_some(&p.alleenstaande_ouderkop);
    let maximum = maximum(w, kinderen, &p.bedrag_per_kind, &p.extra_12_15, &p.extra_16_17, kop);
    let drempel = w.param(if alleen { &p.drempel_alleen } else { &p.drempel_partners });
    let afbouw = w.param(&p.afbouw);
    let tweede_drempel = w.param(&p.tweede_drempel);
    let tweede_afbouw = w.param(&p.tweede_afbouw);
    let eerste = (inkomen - drempel).at_least_zero() * afbouw;
    let tweede = (inkomen - tweede_drempel).at_least_zero() * tweede_afbouw;
    let vermindering = w.step("vermindering", eerste + tweede);
    (maximum, vermindering)
}

type Bedrag = crate::parameters::Param<PerYear>;

/// What there is at a low income: per child, for older children, and for who is alone.
fn maximum(
    w: &mut Working,
    kinderen: Kinderen,
    per_kind: &'static Bedrag,
    extra_12_15: &'static Bedrag,
    extra_16_17: &'static Bedrag,
    kop: Option<&'static Bedrag>,
) -> PerYear {
    w.input("aantal_kinderen", Persons(kinderen.samen));
    let mut maximum = w.param(per_kind) * kinderen.samen;
    if kinderen.van_12_tot_16 > 0 {
        w.input("kinderen_12_15", Persons(kinderen.van_12_tot_16));
        maximum += w.param(extra_12_15) * kinderen.van_12_tot_16;
    }
    if kinderen.van_16_tot_18 > 0 {
        w.input("kinderen_16_17", Persons(kinderen.van_16_tot_18));
        maximum += w.param(extra_16_17) * kinderen.van_16_tot_18;
    }
    if let Some(kop) = kop {
        maximum += w.param(kop);
    }
    w.step("maximum", maximum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_count_until_18_with_an_extra_from_12_and_another_from_16() {
        let ages = [0, 11, 12, 15, 16, 17, 18].map(Years);
        let expected = Kinderen { samen: 6, van_12_tot_16: 2, van_16_tot_18: 2 };
        assert_eq!(Kinderen::met_leeftijd(ages.into_iter()), expected);
    }
}
