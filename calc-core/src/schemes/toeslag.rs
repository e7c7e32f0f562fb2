//! What the four income-dependent allowances share: the right over a year is in whole euros, a very small one
//! is nothing, and the month is an advance on it.
//!
//! Law: art. 14 Awir <https://wetten.overheid.nl/BWBR0018472>.

use crate::explain::{Reason, Working};
use crate::money::{PerMonth, PerYear, Rounding};
use crate::parameters::toeslagen::Params;
use crate::value::{Shown, Value};

const ARTICLE: &str = "art. 14(4) Awir";
const HELE_EUROS: Rounding = Rounding::nearest_euro(ARTICLE);
const TE_KLEIN: Reason = Reason { code: "kleiner_dan_drempel", article: "art. 14(5) Awir" };

/// One allowance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Toeslag {
    /// The amount of the year as the scheme computes it.
    pub jaar: PerYear,
    /// The right over the year, in whole euros.
    pub recht_jaar: PerYear,
    /// The advance of the month.
    pub maand: PerMonth,
}

impl Shown for Toeslag {
    fn shown(&self) -> Value {
        self.maand.shown()
    }
}

/// The year amount to the nearest euro, half a euro up.
pub fn op_hele_euros(jaar: PerYear) -> PerYear {
    jaar.rounded(HELE_EUROS)
}

/// The same, recorded in the rule that uses it.
pub fn in_hele_euros(w: &mut Working, jaar: PerYear) -> PerYear {
    w.rounded("recht_jaar", op_hele_euros(jaar), HELE_EUROS)
}

/// The right over the year, or the reason that it is too small to pay.
pub fn recht_jaar(w: &mut Working, jaar: PerYear, p: &'static Params) -> Result<PerYear, Reason> {
    let recht = in_hele_euros(w, jaar);
    if recht < w.param(&p.kleinste_jaarbedrag) { Err(TE_KLEIN) } else { Ok(recht) }
}
