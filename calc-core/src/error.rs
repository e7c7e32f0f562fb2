//! What can go wrong: a date outside the published amounts, or input that cannot be computed with.
//! Facts only; no verdict on anybody's rights.

use jiff::civil::Date;

use crate::dates::iso;
use crate::texts::{self, Language};

/// Why nothing was computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No amounts are known for this date.
    #[error("{}", not_in_force(scheme, *date, covered))]
    NotInForce {
        /// The scheme that was asked for.
        scheme: &'static str,
        /// The date that was asked for.
        date: Date,
        /// What is covered: first and last day, in order.
        covered: Vec<(Date, Date)>,
    },
    /// The table of that date has no amount for this value.
    #[error("{}", not_published(scheme, *date, what))]
    NotPublished {
        /// The scheme that was asked for.
        scheme: &'static str,
        /// The date that was asked for.
        date: Date,
        /// The value without an amount.
        what: String,
    },
    /// The input is refused; every problem is listed.
    #[error("{}", lines(.0))]
    Refused(Vec<Problem>),
}

impl Error {
    /// Everything that is wrong, in the form of the contract.
    pub fn problems(&self) -> Vec<Problem> {
        let problem = |pad: &str, toegestaan: String| {
            vec![Problem { pad: pad.to_owned(), reden: self.to_string(), toegestaan }]
        };
        match self {
            Self::NotInForce { covered, .. } => problem("date", periods(covered)),
            Self::NotPublished { .. } => problem(
                "toetsingsinkomen",
                texts::fill(Language::current(), "toegestaan.ander_inkomen", &[]),
            ),
            Self::Refused(problems) => problems.clone(),
        }
    }
}

/// One thing that is wrong with the input. The field names are those of the stable contract.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[error("{pad}: {reden} (toegestaan: {toegestaan})")]
pub struct Problem {
    /// Where: the path of the field, as in `huishouden.kinderen.0.geboren`.
    pub pad: String,
    /// What is wrong, in Dutch.
    pub reden: String,
    /// What is allowed, in Dutch.
    pub toegestaan: String,
}

fn not_in_force(scheme: &str, date: Date, covered: &[(Date, Date)]) -> String {
    let args =
        [("regeling", scheme.to_owned()), ("datum", iso(date)), ("perioden", periods(covered))];
    texts::fill(Language::current(), "problemen.niet_van_kracht", &args)
}

fn not_published(scheme: &str, date: Date, what: &str) -> String {
    let args =
        [("regeling", scheme.to_owned()), ("datum", iso(date)), ("inkomen", what.to_owned())];
    texts::fill(Language::current(), "problemen.niet_gepubliceerd", &args)
}

/// A period in words.
pub fn period(from: Date, to: Date) -> String {
    let args = [("van", iso(from)), ("tot", iso(to))];
    texts::fill(Language::current(), "toegestaan.periode", &args)
}

fn periods(covered: &[(Date, Date)]) -> String {
    let periods: Vec<String> = covered.iter().map(|(from, to)| period(*from, *to)).collect();
    periods.join(", ")
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
