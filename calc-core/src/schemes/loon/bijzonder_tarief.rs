//! Bijzonder tarief: the percentage withheld from pay that comes once a year, such as holiday pay.
//!
//! Law: art. 26 Wet LB 1964 <https://wetten.overheid.nl/BWBR0002471>; white table of special rewards.

use crate::explain::{Explain, Explained, Working};
use crate::money::{PerYear, Rate};
use crate::parameters::bijzonder_tarief::Params;

/// The percentage for this year wage: the last row that starts at or below it.
pub fn bijzonder_tarief(
    jaarloon: PerYear,
    loonheffingskorting: bool,
    p: &'static Params,
    explain: Explain,
) -> Explained<Rate> {
    let mut w = Working::of("bijzonder_tarief", "art. 26 Wet LB 1964", explain);
    let jaarloon = w.input("jaarloon", jaarloon);
    let tabel = if w.input("loonheffingskorting", loonheffingskorting) {
        &p.met_korting
    } else {
        &p.zonder_korting
    };
    let rij = tabel
        .value
        .rows
        .iter()
        .rfind(|[vanaf, _]| vanaf.is_some_and(|vanaf| vanaf <= jaarloon.amount()));
    let percentage =
        rij.and_then(|[_, percentage]| *percentage).map_or(Rate::ZERO, Rate::from_fraction);
    let percentage = w.cell(tabel, percentage);
    w.result(percentage)
}
