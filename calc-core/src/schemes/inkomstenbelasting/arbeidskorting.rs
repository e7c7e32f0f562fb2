//! Arbeidskorting: the credit for wage from present work. It rises in three steps, then shrinks.
//!
//! Law: art. 8.11 Wet IB 2001 <https://wetten.overheid.nl/BWBR0011353>.
//! Bijstand is not wage from work and gives none.

use crate::explain::{Explain, Explained, Working};
use crate::money::{PerYear, Rounding};
use crate::parameters::loonheffing::Params;

const NAAR_BOVEN: Rounding =
    Rounding::up_to_euro("Rekenvoorschriften loonheffing: kortingen naar boven op hele euro's");

/// The credit at this wage; up to whole euros. Each step has a ceiling over the sum so far, as payroll has it.
pub fn arbeidskorting(
    arbeidsinkomen: PerYear,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("arbeidskorting", "art. 8.11 Wet IB 2001", explain);
    let inkomen = w.input("arbeidsinkomen", arbeidsinkomen);
    if inkomen >= w.param(&p.arbeidskorting_nul_vanaf) {
        return w.result(PerYear::ZERO);
    }
    let (opbouw, tot) = (w.param(&p.arbeidskorting_opbouw_1), w.param(&p.arbeidskorting_maximum_1));
    let eerste = w.step("eerste_opbouw", (inkomen * opbouw).min(tot));
    let boven = (inkomen - w.param(&p.arbeidskorting_grens_1)).at_least_zero();
    let (opbouw, tot) = (w.param(&p.arbeidskorting_opbouw_2), w.param(&p.arbeidskorting_maximum_2));
    let tweede = w.step("tweede_opbouw", (eerste + boven * opbouw).min(tot));
    let boven = (inkomen - w.param(&p.arbeidskorting_grens_2)).at_least_zero();
    let (opbouw, tot) = (w.param(&p.arbeidskorting_opbouw_3), w.param(&p.arbeidskorting_maximum_3));
    let derde = w.step("derde_opbouw", (tweede + boven * opbouw).min(tot));
    let boven = (inkomen - w.param(&p.arbeidskorting_grens_3)).at_least_zero();
    let afbouw = w.param(&p.arbeidskorting_afbouw);
    let korting = (derde - boven * afbouw).at_least_zero();
    let korting = w.rounded("korting", korting, NAAR_BOVEN);
    w.result(korting)
}
