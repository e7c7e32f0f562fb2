//! Many households as Arrow columns: in, the fields of the contract as columns of the same names and nesting; out, a
//! table of amounts.
//!
//! A row is written as the contract's JSON and goes through the same door as a file, so there is no second reader and no
//! second check, and a refusal has the paths and words it has everywhere. A null is a field left out. What is wrong with
//! the columns themselves (an unknown one, a float) is an error of the call, before any row.
//!
//! Where to look: [`shape`] says what the contract holds as columns, [`columns`] turns rows into JSON, [`sheet`] builds
//! answers, a file for each table beside it says what its columns are, [`question`] puts these together; [`json`] is
//! the contract itself, for one household.

mod calendar;
mod columns;
pub mod ddl;
mod hours;
pub mod json;
mod month;
pub mod parameters;
pub mod question;
pub mod scenario;
pub mod shape;
mod sheet;
mod summary;
mod told;

use arrow_schema::ArrowError;

pub use question::{Question, Table};

/// What is wrong with a call: one sentence that names the column or the argument, what is wrong and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

impl std::fmt::Display for Wrong {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl From<ArrowError> for Wrong {
    fn from(error: ArrowError) -> Self {
        Self(error.to_string())
    }
}
