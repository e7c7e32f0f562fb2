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
    /// The error where amounts stand in two sets, neither of which holds on the date: what the two cover together.
    #[must_use]
    pub(crate) fn neither(self, other: Self) -> Self {
        match (self, other) {
            (
                Self::NotInForce { scheme, date, mut covered },
                Self::NotInForce { covered: more, .. },
            ) => {
                covered.extend(more);
                Self::NotInForce { scheme, date, covered: merged(covered) }
            }
            (error, _) => error,
        }
    }

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

/// Periods in order, those that follow on each other as one.
fn merged(mut periods: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    let mut merged: Vec<(Date, Date)> = Vec::new();
    // A few periods: the sort of the library would weigh more in the page than they do.
    while let Some(earliest) = (0..periods.len()).min_by_key(|&at| periods[at]) {
        let (from, to) = periods.swap_remove(earliest);
        match merged.last_mut() {
            Some((_, last)) if last.tomorrow().is_ok_and(|next| next == from) => *last = to,
            _ => merged.push((from, to)),
        }
    }
    merged
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_its_own_line() {
        let problem = |pad: &str| Problem {
            pad: pad.to_owned(),
            reden: "ontbreekt".to_owned(),
            toegestaan: "een datum".to_owned(),
        };
        let error = Error::Refused(vec![problem("peildatum"), problem("baan")]);
        assert_eq!(
            error.to_string(),
            "peildatum: ontbreekt (toegestaan: een datum)\nbaan: ontbreekt (toegestaan: een datum)"
        );
        assert_eq!(error.problems(), [problem("peildatum"), problem("baan")]);
    }

    #[test]
    fn an_amount_that_was_not_published_is_said_with_scheme_day_and_value() {
        let error = Error::NotPublished {
            scheme: "kinderopvangtoeslag",
            date: Date::constant(2024, 3, 1),
            what: "31000".to_owned(),
        };
        let said = error.to_string();
        for part in ["kinderopvangtoeslag", "2024-03-01", "31000"] {
            assert!(said.contains(part), "{said}");
        }
        let problems = error.problems();
        assert_eq!((problems.len(), problems[0].pad.as_str()), (1, "toetsingsinkomen"));
        assert_eq!(problems[0].reden, said);
    }

    #[test]
    fn a_date_outside_is_said_with_what_is_covered() {
        let error = Error::NotInForce {
            scheme: "zorgtoeslag",
            date: Date::constant(2030, 1, 1),
            covered: vec![(Date::constant(2024, 1, 1), Date::constant(2026, 12, 31))],
        };
        let said = error.to_string();
        for part in ["zorgtoeslag", "2030-01-01", "2024-01-01", "2026-12-31"] {
            assert!(said.contains(part), "{said}");
        }
        assert!(error.problems()[0].toegestaan.contains("2026-12-31"));
    }

    #[test]
    fn periods_of_two_versions_that_follow_on_each_other_are_one_in_order() {
        let periods = vec![
            (Date::constant(2026, 1, 1), Date::constant(2026, 12, 31)),
            (Date::constant(2024, 1, 1), Date::constant(2024, 12, 30)),
            (Date::constant(2025, 1, 1), Date::constant(2025, 12, 31)),
        ];
        // 31 December 2024 is missing.
        let expected = [
            (Date::constant(2024, 1, 1), Date::constant(2024, 12, 30)),
            (Date::constant(2025, 1, 1), Date::constant(2026, 12, 31)),
        ];
        assert_eq!(merged(periods), expected);
    }
}
