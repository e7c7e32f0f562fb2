//! Inkomensafhankelijke combinatiekorting (IACK): a credit for working parents of young children, never in
//! the payslip, only by assessment.
//!
//! Law: art. 8.14a Wet IB 2001 <https://wetten.overheid.nl/BWBR0011353>.
//! Left out: co-parenting, a child that lives there for less than six months for another reason than birth.

use jiff::civil::{Date, date};

use crate::dates::{age, first_of_year, is_born};
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerYear, Rounding};
use crate::parameters::iack::Params;
use crate::situatie::Kind;

/// The article.
pub const ARTICLE: &str = "art. 8.14a Wet IB 2001";
const NAAR_BOVEN: Rounding = Rounding::up_to_euro("aanslag: kortingen naar boven op hele euro's");

/// The credit at this wage, when the conditions are met; up to whole euros.
pub fn inkomensafhankelijke_combinatiekorting(
    arbeidsinkomen: PerYear,
    recht: Result<(), Reason>,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("inkomensafhankelijke_combinatiekorting", ARTICLE, explain);
    if let Err(reason) = recht {
        return w.nothing(reason);
    }
    let inkomen = w.input("arbeidsinkomen", arbeidsinkomen);
    let drempel = w.param(&p.drempel);
    let (percentage, maximum) = (w.param(&p.percentage), w.param(&p.maximum));
    if inkomen <= drempel {
        return w.nothing(Reason { code: "arbeidsinkomen_onder_drempel", article: ARTICLE });
    }
    let opbouw = w.step("opbouw_boven_drempel", (inkomen - drempel) * percentage);
    let korting = w.rounded("korting", opbouw.min(maximum), NAAR_BOVEN);
    w.result(korting)
}

/// Whether there is a child young enough: under 12 on 1 January, or born this year so early that it lives
/// there for six months of it.
pub fn heeft_jong_kind<'a>(
    kinderen: impl Iterator<Item = &'a Kind>,
    day: Date,
    p: &Params,
) -> bool {
    let januari = first_of_year(day);
    let laatste_geboortedag = date(day.year(), 7, 1);
    kinderen.map(|kind| kind.geboren).any(|geboren| {
        if is_born(geboren, januari) {
            age(geboren, januari) < p.kind_jonger_dan.value
        } else {
            geboren <= laatste_geboortedag && is_born(geboren, day)
        }
    })
}
