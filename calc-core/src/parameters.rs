//! The dated amounts of law: every value with its unit, its period, its article and its sources.
//!
//! The amounts stand in `parameters/<set>/<first day>.toml`, one complete file per change; the build
//! script checks them and writes them out as constants. A date outside the files is an error: neither
//! the last known value nor one worked out ahead ever stands in for an amount that was not published.

pub mod gemeenten;
mod source;

pub use source::Source;

use std::fmt;

use jiff::civil::{self, Date};
use rust_decimal::Decimal;

use crate::error::Error;

/// A dated value that never travels without what is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param<T: 'static> {
    /// The value, in the type of its unit.
    pub value: T,
    /// Where it comes from.
    pub about: &'static About,
}

/// What is known about a value: everything a reader needs to check it. The page goes without what it does not show.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// The set it belongs to.
    pub set: &'static str,
    /// Its name in the set: with the set a key of the texts.
    pub name: &'static str,
    /// The value as the file writes it. Of a table the rows one a line, the cells apart by `;`.
    #[cfg(feature = "catalogue")]
    pub shown: &'static str,
    /// The unit as the file writes it. Of a table the units of the columns, apart by `;`.
    #[cfg(feature = "catalogue")]
    pub unit: &'static str,
    /// How firm it is.
    pub status: Status,
    /// The first day it holds.
    pub valid_from: Date,
    /// The article of law.
    pub article: &'static str,
    /// Where it was read.
    pub source: &'static Source,
    /// Where it was read as well, independently.
    #[cfg(feature = "catalogue")]
    pub second_source: Option<&'static Source>,
    /// How it was derived, or why there is one source; empty when there is nothing to say.
    #[cfg(feature = "catalogue")]
    pub note: &'static str,
}

/// How firm a value is. Whatever is not in force is marked in every result that used it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Law.
    InForce,
    /// Published, not yet law.
    Announced,
    /// Worked out from published figures; the note says how.
    Derived,
}

impl Status {
    /// As the files write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            Self::Announced => "announced",
            Self::Derived => "derived",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A published table. Percentages are fractions; `None` is a cell without a figure, or an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table<const N: usize> {
    /// The rows, by rising first column.
    pub rows: &'static [[Option<Decimal>; N]],
}

impl<const N: usize> Table<N> {
    /// The row of an amount: the last whose first column is at most so much, found by halving. For a table of many rows.
    pub fn row_of(&self, amount: Decimal) -> Option<&'static [Option<Decimal>; N]> {
        let is_at_most = |row: &[Option<Decimal>; N]| row[0].is_some_and(|from| from <= amount);
        let above = self.rows.partition_point(is_at_most);
        self.rows.get(above.checked_sub(1)?)
    }
}

/// One set of amounts through time.
#[derive(Debug)]
pub struct Set {
    /// Its name: the folder of its files.
    pub name: &'static str,
    /// Its periods, in order.
    pub versions: &'static [Version],
}

/// What a set holds in one period.
#[derive(Debug)]
pub struct Version {
    /// The first day.
    pub valid_from: Date,
    /// The last day.
    pub valid_to: Date,
    /// The values, in the order of the file.
    pub values: &'static [&'static About],
}

/// Something that holds from one day to another.
pub(crate) trait Dated {
    fn period(&self) -> (Date, Date);
}

/// The version that holds on a date. Versions are in order and do not overlap.
fn in_force<T: Dated>(
    scheme: &'static str,
    versions: &'static [T],
    date: Date,
) -> Result<&'static T, Error> {
    versions
        .iter()
        .find(|version| {
            let (from, to) = version.period();
            from <= date && date <= to
        })
        .ok_or_else(|| Error::NotInForce { scheme, date, covered: covered(versions) })
}

/// The periods of the versions, those that follow on each other taken together.
pub(crate) fn covered<T: Dated>(versions: &[T]) -> Vec<(Date, Date)> {
    let mut covered: Vec<(Date, Date)> = Vec::new();
    for (from, to) in versions.iter().map(Dated::period) {
        match covered.last_mut() {
            Some(last) if last.1.tomorrow().is_ok_and(|next| next == from) => last.1 = to,
            _ => covered.push((from, to)),
        }
    }
    covered
}

include!(concat!(env!("OUT_DIR"), "/parameters.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    struct Period(Date, Date);

    impl Dated for Period {
        fn period(&self) -> (Date, Date) {
            (self.0, self.1)
        }
    }

    #[test]
    fn periods_that_follow_on_each_other_are_one_and_a_gap_stays_a_gap() {
        let day = civil::date;
        let versions = [
            Period(day(2024, 1, 1), day(2024, 6, 30)),
            Period(day(2024, 7, 1), day(2024, 12, 31)),
            Period(day(2026, 1, 1), day(2026, 12, 31)),
        ];
        let expected = [(day(2024, 1, 1), day(2024, 12, 31)), (day(2026, 1, 1), day(2026, 12, 31))];
        assert_eq!(covered(&versions), expected);
    }

    #[test]
    fn a_gap_of_one_day_is_a_gap_and_neighbours_of_one_day_are_one() {
        let day = |day| civil::date(2026, 3, day);
        let apart = [Period(day(1), day(5)), Period(day(7), day(7)), Period(day(8), day(8))];
        assert_eq!(covered(&apart), [(day(1), day(5)), (day(7), day(8))]);
    }

    #[test]
    fn a_percentage_becomes_a_fraction_and_keeps_its_writing() {
        let afbouw = &zorgtoeslag::at(civil::date(2026, 1, 1)).expect("covered").afbouw;
        assert_eq!(afbouw.value.fraction(), Decimal::new(1373, 4));
        assert_eq!((afbouw.about.shown, afbouw.about.unit), ("13.73", "%"));
    }
}
