//! What is left when I take this job?
//!
//! Pure rules: given a household, a job and a date, the net wage, the bijstand on top, the allowances, the tax
//! and the childcare bill, to the cent, each with the explanation that is its own evaluation.
//!
//! What it does not do: no input or output, no clock, no network, no randomness, no floats; no date outside the
//! published amounts; no verdict on anybody's rights. What is not computed is named in every result.
//!
//! Where to begin: [`month()`] and [`hours()`] take the contract's JSON and give values; [`ContractForm::form`] writes them as the
//! contract does, in a language. [`contract::calendar`] is her account month by month, [`contract::week`] her week, and
//! [`single::scheme`] one scheme alone.
//!
//! Where to look: the order of computation of a month stands in `engine/order.rs`, each scheme in a file of its
//! own name under [`schemes`], every amount of law in `parameters/`, every word in `texts/`.

// What only the calendar or the week plan uses stands in the engine all the same.
#![cfg_attr(not(all(feature = "calendar", feature = "weekplan")), allow(dead_code))]
#![deny(clippy::float_arithmetic, clippy::float_cmp)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[cfg(feature = "calendar")]
pub mod calendar;
pub mod contract;
pub mod coverage;
pub mod dates;
mod engine;
pub mod error;
pub mod explain;
pub mod format;
pub mod hours;
pub mod laws;
pub mod message;
pub mod money;
pub mod month;
pub mod parameters;
#[cfg(feature = "scenario")]
mod scenario;
pub mod schemes;
#[cfg(feature = "catalogue")]
pub mod single;
pub mod situatie;
pub mod texts;
pub mod value;
#[cfg(feature = "weekplan")]
pub mod week;
#[cfg(feature = "weekplan")]
pub mod weekplan;

pub use contract::{ContractForm, hours, month};
pub use engine::suggest;
pub use error::{Error, Problem};
pub use explain::Explain;
pub use hours::{Hours, HoursOptions};
pub use message::{Melding, Richting};
pub use month::{Lijn, Lijnen, Month};
pub use situatie::Situatie;
pub use texts::{Language, text};
