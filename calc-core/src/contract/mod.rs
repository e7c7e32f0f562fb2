//! The stable contract at one place: what comes in and what goes out, as other programs write and read it. **Only here
//! is JSON known**; what is below computes and knows neither JSON nor the language of an answer.
//!
//! In: `json` (the reader), `door` (a text becomes checked values, every problem listed), `read` (the objects of a
//! situation), `checks` (one field). Out: a form beside each result, handed its language.

#[cfg(feature = "calendar")]
mod calendar;
mod checks;
pub mod door;
pub mod explanation;
mod field;
pub mod fields;
mod hours;
pub mod json;
#[cfg(all(feature = "calendar", feature = "catalogue"))]
pub mod lines;
mod melding;
mod month;
mod problem;
mod read;
#[cfg(feature = "weekplan")]
mod read_around;
mod read_baan;
#[cfg(feature = "calendar")]
mod read_kalender;
#[cfg(feature = "weekplan")]
mod read_weekplan;
#[cfg(feature = "weekplan")]
mod read_zorg;
mod scenario;
#[cfg(feature = "catalogue")]
pub mod schema;
#[cfg(feature = "catalogue")]
mod scheme;
#[cfg(feature = "weekplan")]
mod week;
mod words;
mod written;

use serde::Serialize;

pub use problem::Told;
#[cfg(feature = "calendar")]
pub use words::verschil_met_nooit;

#[cfg(feature = "calendar")]
use crate::calendar::{self as calendars, Calendar, HoursOver, calendar_of};
use crate::error::Error;
#[cfg(feature = "weekplan")]
use crate::error::{Problem, Said};
use crate::explain::{Explain, Explanation};
use crate::hours::{Hours, HoursOptions, hours_of, problems_of};
use crate::month::{Month, month_of};
use crate::parameters::Book;
use crate::situatie::Situatie;
use crate::texts::Language;
#[cfg(feature = "weekplan")]
use crate::week::{Weekadvies, week_of};

/// The steady month of a situation given as JSON (the contract's `situatie`).
///
/// ```
/// use calc_core::{ContractForm, Explain, Language, month};
///
/// let situatie = r#"{
///     "peildatum": "2026-10-01",
///     "huishouden": { "geboren": "1994-05-12", "kinderen": [{ "geboren": "2018-09-03" }], "kale_huur": "655.00" },
///     "baan": { "uren_per_week": "24", "uurloon": "15.52" }
/// }"#;
/// let month = month(situatie, Explain::No)?;
/// // As values, and as the contract writes them.
/// assert_eq!(month.peildatum.to_string(), "2026-10-01");
/// let written = serde_json::to_value(month.form(Language::NL)).expect("a form can be written");
/// assert_eq!(written["nu"]["netto_loon"], "0.00");
///
/// // What is wrong is told with the path of each field, all at once.
/// let refused = calc_core::month(r#"{ "peildatum": "2026-02-30", "baan": {} }"#, Explain::No).expect_err("no such day");
/// let paths: Vec<String> = refused.problems().into_iter().map(|problem| problem.pad).collect();
/// assert!(paths.contains(&"peildatum".to_owned()) && paths.contains(&"huishouden".to_owned()));
/// # Ok::<(), calc_core::Error>(())
/// ```
pub fn month(situatie: &str, explain: Explain) -> Result<Month, Error> {
    month_of(&Situatie::from_json(situatie)?, explain)
}

/// The steady month by the amounts of a book.
pub fn month_by(book: Book, situatie: &str, explain: Explain) -> Result<Month, Error> {
    month_of(&Situatie::from_json_by(book, situatie)?, explain)
}

/// Thirteen months of a situation given as JSON.
///
/// ```
/// use calc_core::{Explain, contract::calendar};
///
/// let situatie = r#"{
///     "peildatum": "2026-12-01",
///     "huishouden": { "geboren": "1994-05-12", "kinderen": [{ "geboren": "2018-09-03" }], "kale_huur": "655.00" },
///     "baan": { "uren_per_week": "24", "uurloon": "15.52", "start": "2026-12-01" }
/// }"#;
/// let calendar = calendar(situatie, Explain::No)?;
/// // The month before the job, and twelve with it.
/// assert_eq!(calendar.maanden.len(), 13);
/// # Ok::<(), calc_core::Error>(())
/// ```
#[cfg(feature = "calendar")]
pub fn calendar(situatie: &str, explain: Explain) -> Result<Calendar, Error> {
    calendar_of(&Situatie::for_calendar(situatie)?, explain)
}

/// Thirteen months by the amounts of a book.
#[cfg(feature = "calendar")]
pub fn calendar_by(book: Book, situatie: &str, explain: Explain) -> Result<Calendar, Error> {
    calendar_of(&Situatie::for_calendar_by(book, situatie)?, explain)
}

/// The hours curve of a situation given as JSON. What is wrong with the situation and with the options is told together.
///
/// ```
/// use calc_core::{HoursOptions, hours};
///
/// let situatie = r#"{
///     "peildatum": "2026-10-01",
///     "huishouden": { "geboren": "1994-05-12" },
///     "baan": { "uren_per_week": "24", "uurloon": "15.52" }
/// }"#;
/// let curve = hours(situatie, HoursOptions { from: 8.into(), to: 32.into(), step: 4.into() })?;
/// let asked: Vec<String> = curve.punten.iter().map(|punt| punt.uren.to_string()).collect();
/// assert_eq!(asked, ["8", "12", "16", "20", "24", "28", "32"]);
/// # Ok::<(), calc_core::Error>(())
/// ```
pub fn hours(situatie: &str, options: HoursOptions) -> Result<Hours, Error> {
    hours_by(Book::PUBLISHED, situatie, options)
}

/// The hours curve by the amounts of a book.
pub fn hours_by(book: Book, situatie: &str, options: HoursOptions) -> Result<Hours, Error> {
    match Situatie::from_json_by(book, situatie) {
        Ok(situatie) => hours_of(&situatie, options),
        Err(error) => {
            let problems = [problems_of(options), error.problems()].concat();
            Err(Error::Refused(problems))
        }
    }
}

#[cfg(feature = "calendar")]
/// The hours curve over twelve months of a situation given as JSON. What is wrong with the situation and with the options
/// is told together.
pub fn hours_over(situatie: &str, options: HoursOptions) -> Result<HoursOver, Error> {
    hours_over_by(Book::PUBLISHED, situatie, options)
}

#[cfg(feature = "calendar")]
/// The hours curve over twelve months by the amounts of a book.
pub fn hours_over_by(
    book: Book,
    situatie: &str,
    options: HoursOptions,
) -> Result<HoursOver, Error> {
    match Situatie::for_calendar_by(book, situatie) {
        Ok(situatie) => calendars::hours_over(&situatie, options),
        Err(error) => Err(Error::Refused([problems_of(options), error.problems()].concat())),
    }
}

/// The week plan of a situation given as JSON, with what would be smarter. Without a plan it is refused.
///
/// ```
/// use calc_core::contract::week;
///
/// // A situation without a plan: the problem names the field.
/// let situatie = r#"{
///     "peildatum": "2026-10-01",
///     "huishouden": { "geboren": "1994-05-12" },
///     "baan": { "uren_per_week": "24", "uurloon": "15.52" }
/// }"#;
/// let refused = week(situatie).expect_err("there is no plan");
/// assert_eq!(refused.problems()[0].pad, "weekplan");
/// ```
#[cfg(feature = "weekplan")]
pub fn week(situatie: &str) -> Result<Weekadvies, Error> {
    let without = || {
        let (wrong, allowed) = (Said::of("ontbreekt"), Said::of("een_object"));
        Error::Refused(vec![Problem::at(fields::WEEKPLAN.path, wrong, allowed)])
    };
    week_of(&Situatie::from_json(situatie)?)?.ok_or_else(without)
}

/// A result in the form of the contract, its sentences in a language.
pub trait ContractForm {
    /// What is written.
    fn form(&self, language: Language) -> impl Serialize;
}

impl ContractForm for Month {
    fn form(&self, language: Language) -> impl Serialize {
        month::month(self, language)
    }
}

impl ContractForm for Hours {
    fn form(&self, _: Language) -> impl Serialize {
        hours::curve(self)
    }
}

#[cfg(feature = "calendar")]
impl ContractForm for Calendar {
    fn form(&self, language: Language) -> impl Serialize {
        calendar::calendar(self, language)
    }
}

#[cfg(feature = "calendar")]
impl ContractForm for HoursOver {
    fn form(&self, _: Language) -> impl Serialize {
        hours::curve_over(self)
    }
}

#[cfg(feature = "weekplan")]
impl ContractForm for Weekadvies {
    fn form(&self, language: Language) -> impl Serialize {
        week::advies(self, language)
    }
}

impl ContractForm for Explanation {
    fn form(&self, language: Language) -> impl Serialize {
        explanation::explanation(self, language)
    }
}

#[cfg(feature = "catalogue")]
impl ContractForm for crate::single::Answer {
    fn form(&self, language: Language) -> impl Serialize {
        scheme::answer(self, language)
    }
}
