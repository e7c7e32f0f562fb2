//! A dated amount with what is known about it.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::source::Source;

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
#[cfg_attr(feature = "scenario", derive(Clone, Copy))]
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
    /// Tried in the place of the published one, by who asked.
    #[cfg(feature = "scenario")]
    Scenario,
}

impl Status {
    /// As the files write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            Self::Announced => "announced",
            Self::Derived => "derived",
            #[cfg(feature = "scenario")]
            Self::Scenario => "scenario",
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
