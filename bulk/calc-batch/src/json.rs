//! The contract itself: one household as JSON in, its answer as JSON out, byte for byte what `calc` writes.

use calc_core::contract::{Told, calendar_by, hours_by, month_by};
use calc_core::parameters::Book;
use calc_core::{ContractForm, Error, Explain, HoursOptions};

use crate::told::{LANGUAGE, told};

/// An answer, or everything that is wrong with the household.
pub type Written = Result<String, Vec<Told>>;

/// The steady month.
pub fn month(book: Book, situatie: &str) -> Written {
    written(month_by(book, situatie, Explain::No))
}

/// The hours curve.
pub fn hours(book: Book, situatie: &str, options: HoursOptions) -> Written {
    written(hours_by(book, situatie, options))
}

/// The first twelve months.
pub fn calendar(book: Book, situatie: &str) -> Written {
    written(calendar_by(book, situatie, Explain::No))
}

fn written(answer: Result<impl ContractForm, Error>) -> Written {
    let answer = answer.map_err(|error| told(&error))?;
    // A tree of texts and numbers can always be written.
    Ok(serde_json::to_string(&answer.form(LANGUAGE)).unwrap_or_default())
}
