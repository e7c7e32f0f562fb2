//! The claim to holiday pay that a wage builds up: it counts as income each month, and its payout later
//! does not count again.
//!
//! Law: art. 31(4) Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 11 and 13 Regeling
//! Participatiewet, IOAW en IOAZ, as annexed to the norm letter.
//! The official table jumps at two of its limits. It is used as it stands.

use rust_decimal::Decimal;

use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, Rate, Rounding};
use crate::parameters::vakantiegeld_claim::Params;

const ARTICLE: &str = "art. 31(4) Participatiewet";
const TABEL: &str = "art. 11 Regeling Participatiewet, IOAW en IOAZ";
const ZONDER_KORTING: &str = "art. 13 Regeling Participatiewet, IOAW en IOAZ";
const OP_CENTEN: Rounding = Rounding::to_cents(TABEL);

/// The claim over a month's counted wage; to cents.
pub fn vakantiegeld_claim(
    geteld: PerMonth,
    loonheffingskorting: bool,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerMonth> {
    if !loonheffingskorting {
        return claim_zonder_korting(geteld, p, explain);
    }
    let mut w = Working::of("vakantiegeld_claim", TABEL, explain);
    let geteld = w.input("geteld", geteld);
    let rij = p
        .met_korting
        .value
        .rows
        .iter()
        .rfind(|[vanaf, _, _]| vanaf.is_some_and(|from| from <= geteld.amount()));
    let cell = |at: usize| rij.and_then(|rij| rij[at]).unwrap_or(Decimal::ZERO);
    let percentage = w.cell(&p.met_korting, Rate::from_fraction(cell(1)));
    let aftrek = w.cell(&p.met_korting, PerMonth::new(cell(2)));
    let claim = w.rounded("claim", geteld * percentage - aftrek, OP_CENTEN);
    w.result(claim)
}

/// Without tax credits at the employer: a flat percentage.
fn claim_zonder_korting(
    geteld: PerMonth,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("vakantiegeld_claim", ZONDER_KORTING, explain);
    let geteld = w.input("geteld", geteld);
    let percentage = w.param(&p.zonder_korting);
    let claim = w.rounded("claim", geteld * percentage, OP_CENTEN);
    w.result(claim)
}

/// Holiday pay that comes with each wage has been counted already.
pub const PER_MAAND: Reason = Reason { code: "vakantiegeld_per_maand", article: ARTICLE };
/// Without bijstand nothing is counted.
pub const GEEN_BIJSTAND: Reason = Reason { code: "ontvangt_geen_bijstand", article: ARTICLE };
/// Without wage there is no claim.
pub const GEEN_LOON: Reason = Reason { code: "geen_loon", article: ARTICLE };

/// No claim, and why.
pub fn geen_claim(reason: Reason, explain: Explain) -> Explained<PerMonth> {
    Working::of("vakantiegeld_claim", ARTICLE, explain).nothing(reason)
}
