//! Huurtoeslag: helps to pay the rent.
//!
//! Law: Wet op de huurtoeslag, art. 7, 13, 16-21 <https://wetten.overheid.nl/BWBR0008659>. From 2026 a fixed
//! basic rent and a straight taper; until then a basic rent that rises with the square of income.
//! Left out: rooms with a designation, adapted homes, service costs, a rent that is too high for the home.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::error::Error;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, PerYear, Rate, Rounding};
use crate::parameters::{Book, Param, huurtoeslag, huurtoeslag_tot_2026, toeslagen};
use crate::schemes::toeslag::{self, Toeslag};
use crate::value::Persons;

/// The article.
pub const ARTICLE: &str = "art. 21 Wet op de huurtoeslag";
const INKOMEN_TE_HOOG: Reason = Reason { code: "inkomen_te_hoog_voor_huur", article: ARTICLE };
const HUUR_TE_LAAG: Reason =
    Reason { code: "huur_onder_basishuur", article: "art. 16 Wet op de huurtoeslag" };
const HUUR_TE_HOOG: Reason =
    Reason { code: "huur_boven_maximum", article: "art. 13 Wet op de huurtoeslag" };
const MAAND: Rounding =
    Rounding::down_to_euro("voorschot: maandbedrag naar beneden op hele euro's");

/// The rent and who lives there, on the first of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Huur {
    /// Bare rent.
    pub kale_huur: PerMonth,
    /// Everyone who lives there.
    pub personen: Persons,
    /// Whether all adults are young and there is no child.
    pub allen_jong: bool,
}

/// The dated amounts; the rule changed in 2026.
#[derive(Clone, Copy)]
pub enum Params {
    /// 2025.
    Tot2026(&'static huurtoeslag_tot_2026::Params),
    /// From 2026.
    Vanaf2026(&'static huurtoeslag::Params),
}

impl Params {
    /// The first day they hold.
    pub const fn valid_from(self) -> Date {
        match self {
            Self::Tot2026(p) => p.valid_from,
            Self::Vanaf2026(p) => p.valid_from,
        }
    }

    /// The amounts of a day by a book, by the law of that day.
    pub fn op(book: Book, day: Date) -> Result<Self, Error> {
        match (huurtoeslag_tot_2026::by(book, day), huurtoeslag::by(book, day)) {
            (Ok(p), _) => Ok(Self::Tot2026(p)),
            (_, Ok(p)) => Ok(Self::Vanaf2026(p)),
            (Err(before), Err(after)) => Err(before.neither(after)),
        }
    }
}

/// The allowance at this income of all who live there.
pub fn huurtoeslag(
    rekeninkomen: PerYear,
    huur: Huur,
    recht: Result<(), Reason>,
    p: Params,
    toeslagen: &'static toeslagen::Params,
    explain: Explain,
) -> Explained<Toeslag> {
    let mut w = Working::of("huurtoeslag", ARTICLE, explain);
    let jaar = match recht.and_then(|()| jaar(&mut w, rekeninkomen, huur, p)) {
        Ok(jaar) => jaar,
        Err(reason) => return w.nothing(reason),
    };
    let recht_jaar = match toeslag::recht_jaar(&mut w, jaar, toeslagen) {
        Ok(recht) => recht,
        Err(reason) => return w.nothing(reason),
    };
    let maand = w.rounded("maand", jaar.per_month(), MAAND);
    w.result(Toeslag { jaar, recht_jaar, maand })
}

/// The limit up to which 65% is paid: for one or two persons, or for three and more.
/// The amount of a year as if this month lasted, before the test on the smallest amount.
pub fn jaarbedrag(
    rekeninkomen: PerYear,
    huur: Huur,
    p: Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("huurtoeslag_jaar", ARTICLE, explain);
    match jaar(&mut w, rekeninkomen, huur, p) {
        Ok(jaar) => w.result(jaar),
        Err(reason) => w.nothing(reason),
    }
}

fn jaar(w: &mut Working, rekeninkomen: PerYear, huur: Huur, p: Params) -> Result<PerYear, Reason> {
    let rekeninkomen = w.input("rekeninkomen", rekeninkomen);
    w.input("personen", huur.personen);
    w.input("kale_huur", huur.kale_huur);
    let jaar = match p {
        Params::Tot2026(p) => jaar_tot_2026(w, rekeninkomen, huur, p),
        Params::Vanaf2026(p) => jaar_vanaf_2026(w, rekeninkomen, huur, p),
    };
    jaar.map(|jaar| w.step("jaar_ongerond", jaar))
}

fn aftoppingsgrens(
    w: &mut Working,
    personen: Persons,
    laag: &'static Param<PerMonth>,
    hoog: &'static Param<PerMonth>,
) -> PerMonth {
    w.param(if personen.0 >= 3 { hoog } else { laag })
}

/// From 2026: parts A, B and C of the rent, less a straight share of income above a limit. Over the year, so
/// that nothing is divided before it is rounded.
fn jaar_vanaf_2026(
    w: &mut Working,
    inkomen: PerYear,
    huur: Huur,
    p: &'static huurtoeslag::Params,
) -> Result<PerYear, Reason> {
    let alleen = huur.personen.0 == 1;
    let maximum =
        w.param(if huur.allen_jong { &p.maximale_rekenhuur_jong } else { &p.maximale_rekenhuur });
    let rekenhuur = w.step("rekenhuur", huur.kale_huur.min(maximum));
    let basishuur =
        w.param(if alleen { &p.een_persoon_basishuur } else { &p.meer_personen_basishuur });
    if rekenhuur <= basishuur {
        return Err(HUUR_TE_LAAG);
    }
    let kwaliteit = w.param(&p.kwaliteitskortingsgrens);
    let aftopping =
        aftoppingsgrens(w, huur.personen, &p.aftoppingsgrens_laag, &p.aftoppingsgrens_hoog);
    let (deel_a, deel_b, deel_c) = (w.param(&p.deel_a), w.param(&p.deel_b), w.param(&p.deel_c));
    let tot_kwaliteitskorting =
        w.step("a_tot_kwaliteitskortingsgrens", tussen(rekenhuur, basishuur, kwaliteit) * deel_a);
    let tot_aftopping =
        w.step("b_tot_aftoppingsgrens", tussen(rekenhuur, kwaliteit, aftopping) * deel_b);
    let daarboven = w.step("c_daarboven", (rekenhuur - aftopping).at_least_zero() * deel_c);
    let inkomensgrens =
        w.param(if alleen { &p.een_persoon_inkomensgrens } else { &p.meer_personen_inkomensgrens });
    let afbouw = w.param(if alleen { &p.een_persoon_afbouw } else { &p.meer_personen_afbouw });
    let vermindering =
        w.step("vermindering_jaar", (inkomen - inkomensgrens).at_least_zero() * afbouw);
    let jaar = ((tot_kwaliteitskorting + tot_aftopping + daarboven).per_year() - vermindering)
        .at_least_zero();
    if jaar.is_zero() { Err(INKOMEN_TE_HOOG) } else { Ok(jaar) }
}

/// Until 2026: parts A, B and (one person) C of the rent above a basic rent that rises with income.
fn jaar_tot_2026(
    w: &mut Working,
    inkomen: PerYear,
    huur: Huur,
    p: &'static huurtoeslag_tot_2026::Params,
) -> Result<PerYear, Reason> {
    let alleen = huur.personen.0 == 1;
    let maximum =
        w.param(if huur.allen_jong { &p.kwaliteitskortingsgrens } else { &p.maximale_huur });
    if huur.kale_huur > maximum {
        return Err(HUUR_TE_HOOG);
    }
    let basishuur = basishuur_tot_2026(w, inkomen, alleen, p);
    if huur.kale_huur <= basishuur {
        return Err(INKOMEN_TE_HOOG);
    }
    let kwaliteit = w.param(&p.kwaliteitskortingsgrens);
    let aftopping =
        aftoppingsgrens(w, huur.personen, &p.aftoppingsgrens_laag, &p.aftoppingsgrens_hoog);
    let (deel_a, deel_b, deel_c) = (w.param(&p.deel_a), w.param(&p.deel_b), w.param(&p.deel_c));
    let tot_kwaliteitskorting = w.step(
        "a_tot_kwaliteitskortingsgrens",
        tussen(huur.kale_huur, basishuur, kwaliteit) * deel_a,
    );
    let b_vanaf = kwaliteit.max(basishuur);
    let tot_aftopping =
        w.step("b_tot_aftoppingsgrens", tussen(huur.kale_huur, b_vanaf, aftopping) * deel_b);
    let c_deel = if alleen { deel_c } else { Rate::ZERO };
    // What the basic rent covers is not paid for again in part C, as it is not in part B.
    let c_vanaf = aftopping.max(basishuur);
    let daarboven = w.step("c_daarboven", (huur.kale_huur - c_vanaf).at_least_zero() * c_deel);
    let jaar = (tot_kwaliteitskorting + tot_aftopping + daarboven).per_year();
    if jaar.is_zero() { Err(INKOMEN_TE_HOOG) } else { Ok(jaar) }
}

/// The basic rent until 2026: a minimum, or above an income a square and a straight share of it, less the
/// temporary reduction.
fn basishuur_tot_2026(
    w: &mut Working,
    inkomen: PerYear,
    alleen: bool,
    p: &'static huurtoeslag_tot_2026::Params,
) -> PerMonth {
    let (minimuminkomen, minimum) = if alleen {
        (&p.een_persoon_minimuminkomen, &p.een_persoon_minimum_normhuur)
    } else {
        (&p.meer_personen_minimuminkomen, &p.meer_personen_minimum_normhuur)
    };
    let normhuur = if inkomen > w.param(minimuminkomen) {
        let (a, b) = if alleen {
            (&p.een_persoon_a, &p.een_persoon_b)
        } else {
            (&p.meer_personen_a, &p.meer_personen_b)
        };
        let (a, b): (Decimal, Decimal) = (w.param(a), w.param(b));
        let euros = inkomen.amount();
        PerMonth::new(a * euros * euros + b * euros)
    } else {
        w.param(minimum)
    };
    let normhuur = w.step("normhuur", normhuur);
    let verlaging = w.param(&p.verlaging_basishuur);
    w.step("basishuur", normhuur - verlaging)
}

/// The part of the rent between two limits.
fn tussen(huur: PerMonth, van: PerMonth, tot: PerMonth) -> PerMonth {
    (huur.min(tot) - van).at_least_zero()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_least_basic_rent_of_2025_holds_up_to_and_with_its_income() {
        let p = huurtoeslag_tot_2026::at(date(2025, 1, 1)).expect("covered");
        let basic_rent = |inkomen: i64, alleen: bool| {
            let mut w = Working::of("huurtoeslag", ARTICLE, Explain::No);
            basishuur_tot_2026(&mut w, PerYear::new(inkomen.into()), alleen, p).amount()
        };
        // 236.19 - 37.14 and 234.38 - 37.14; by the formula it would be 236.1898 and 234.3799.
        assert_eq!(basic_rent(22_700, true), Decimal::new(19_905, 2));
        assert_eq!(basic_rent(30_450, false), Decimal::new(19_724, 2));
        // One euro more: 4.38698e-7 x 22,701 x 22,701 + 0.000446392665 x 22,701 = 236.2102.
        let above = basic_rent(22_701, true);
        assert!(Decimal::new(199_070, 3) < above && above < Decimal::new(199_071, 3), "{above}");
    }
}
