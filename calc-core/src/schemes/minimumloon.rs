//! The statutory minimum wage: per hour, by age.
//!
//! Law: art. 7 and 8 Wml <https://wetten.overheid.nl/BWBR0002638>; Besluit minimumjeugdloon.
//! Left out: apprentices (BBL), who may earn less.

use crate::money::PerHour;
use crate::parameters::{Param, minimumloon};
use crate::value::Years;

/// The statutory minimum per hour at an age.
pub fn voor_leeftijd(p: &'static minimumloon::Params, leeftijd: Years) -> &'static Param<PerHour> {
    match leeftijd.0 {
        ..=18 => &p.uurloon_18,
        19 => &p.uurloon_19,
        20 => &p.uurloon_20,
        _ => &p.uurloon_21,
    }
}
