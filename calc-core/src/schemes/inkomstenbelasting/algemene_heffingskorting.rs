//! Algemene heffingskorting: the credit everyone has, which shrinks with income.
//!
//! Law: art. 8.10 Wet IB 2001 <https://wetten.overheid.nl/BWBR0011353>.

use crate::explain::{Explain, Explained, Working};
use crate::money::{PerYear, Rounding};
use crate::parameters::loonheffing::Params;

const NAAR_BOVEN: Rounding =
    Rounding::up_to_euro("Rekenvoorschriften loonheffing: kortingen naar boven op hele euro's");

/// The credit at this income; up to whole euros.
pub fn algemene_heffingskorting(
    inkomen: PerYear,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("algemene_heffingskorting", "art. 8.10 Wet IB 2001", explain);
    let inkomen = w.input("inkomen", inkomen);
    let maximum = w.param(&p.algemene_heffingskorting_maximum);
    let afbouw_vanaf = w.param(&p.algemene_heffingskorting_afbouw_vanaf);
    if inkomen <= afbouw_vanaf {
        return w.result(maximum);
    }
    if inkomen >= w.param(&p.algemene_heffingskorting_nul_vanaf) {
        return w.result(PerYear::ZERO);
    }
    let afbouw = w.param(&p.algemene_heffingskorting_afbouw);
    let korting = w.step("korting_na_afbouw", maximum - (inkomen - afbouw_vanaf) * afbouw);
    let korting = w.rounded("korting", korting.at_least_zero(), NAAR_BOVEN);
    w.result(korting)
}
