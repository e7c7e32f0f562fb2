//! What can go wrong: a date outside the published amounts, or input that cannot be computed with.
//! Facts only: no verdict on anybody's rights, and no words; those are made where an answer is written
//! (`contract/problem.rs`).

use jiff::civil::Date;

use crate::dates::iso;

/// Why nothing was computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No amounts are known for this date.
    #[error("{scheme}: no amounts on {}", iso(*date))]
    NotInForce {
        /// The scheme that was asked for.
        scheme: &'static str,
        /// The date that was asked for.
        date: Date,
        /// What is covered: first and last day, in order.
        covered: Vec<(Date, Date)>,
    },
    /// The table of that date has no amount for this value.
    #[error("{scheme}: no amount on {} for {what}", iso(*date))]
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

    /// Everything that is wrong.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            Self::NotInForce { scheme, date, covered } => vec![Problem {
                pad: "date".to_owned(),
                wrong: Said::of("niet_van_kracht")
                    .with("regeling", *scheme)
                    .with("datum", iso(*date))
                    .with_periods("perioden", covered.clone()),
                allowed: Said::of("perioden").with_periods("perioden", covered.clone()),
            }],
            Self::NotPublished { scheme, date, what } => vec![Problem {
                pad: "toetsingsinkomen".to_owned(),
                wrong: Said::of("niet_gepubliceerd")
                    .with("regeling", *scheme)
                    .with("datum", iso(*date))
                    .with("inkomen", &**what),
                allowed: Said::of("ander_inkomen"),
            }],
            Self::Refused(problems) => problems.clone(),
        }
    }
}

/// One thing that is wrong with the input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{pad}: {}", wrong.code)]
pub struct Problem {
    /// Where: the path of the field, as in `huishouden.kinderen.0.geboren`.
    pub pad: String,
    /// What is wrong.
    pub wrong: Said,
    /// What is allowed.
    pub allowed: Said,
}

impl Problem {
    /// A problem at a path, with the codes of what is wrong and of what is allowed.
    pub fn at(pad: impl Into<String>, wrong: Said, allowed: Said) -> Self {
        Self { pad: pad.into(), wrong, allowed }
    }

    /// The stable code of what is wrong.
    pub const fn code(&self) -> &'static str {
        self.wrong.code
    }
}

/// Something to say: a stable code, and the values its sentence has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The code: a key of the texts.
    pub code: &'static str,
    pub(crate) args: Vec<(&'static str, Arg)>,
}

/// A value in what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    /// As it is.
    Text(String),
    /// First and last days.
    Periods(Vec<(Date, Date)>),
}

impl Said {
    /// A code.
    pub const fn of(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    /// Adds a value, said as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// Adds periods, each from its first to its last day.
    #[must_use]
    pub fn with_periods(mut self, name: &'static str, periods: Vec<(Date, Date)>) -> Self {
        self.args.push((name, Arg::Periods(periods)));
        self
    }
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
        let problem = |pad: &str| Problem::at(pad, Said::of("ontbreekt"), Said::of("een_datum"));
        let error = Error::Refused(vec![problem("peildatum"), problem("baan")]);
        assert_eq!(error.to_string(), "peildatum: ontbreekt\nbaan: ontbreekt");
        assert_eq!(error.problems(), [problem("peildatum"), problem("baan")]);
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
