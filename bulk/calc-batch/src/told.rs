//! Refusals in the words that they have everywhere.

use calc_core::contract::Told;
use calc_core::{Error, Language};

/// The language of what is said of a household.
pub(crate) const LANGUAGE: Language = Language::NL;

/// Everything that is wrong with a household.
pub(crate) fn told(error: &Error) -> Vec<Told> {
    error.problems().iter().map(|problem| problem.told(LANGUAGE)).collect()
}
