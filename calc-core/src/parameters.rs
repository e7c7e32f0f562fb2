//! The dated amounts of law: every value with its unit, its period, its article and its sources.
//!
//! The amounts stand in `parameters/<set>/<first day>.toml`, one complete file per change; the build
//! script checks them and writes them out as constants. A date outside the files is an error: neither
//! the last known value nor one worked out ahead ever stands in for an amount that was not published.

#[cfg(feature = "scenario")]
pub mod change;
pub mod gemeenten;
mod param;
mod source;

pub use param::{About, Param, Status, Table};
pub use source::Source;

use jiff::civil::{self, Date};
use rust_decimal::Decimal;

#[cfg(feature = "scenario")]
use self::change::Change;
use self::gemeenten::{GEMEENTEN, Gemeente};
use crate::error::Error;

/// By which amounts is computed: those that were published, or those of a scenario. Handed from the door to every
/// look-up; without the feature `scenario` it is nothing at all, and the amounts are constants.
#[derive(Clone, Copy, Debug, Default)]
pub struct Book {
    #[cfg(feature = "scenario")]
    scenario: Option<&'static Scenario>,
}

impl Book {
    /// The amounts that were published.
    pub const PUBLISHED: Self = Self {
        #[cfg(feature = "scenario")]
        scenario: None,
    };

    /// The municipalities.
    pub fn gemeenten(self) -> &'static [Gemeente] {
        #[cfg(feature = "scenario")]
        if let Some(changed) = self.scenario.and_then(|it| it.gemeenten.as_deref()) {
            return changed;
        }
        GEMEENTEN
    }
}

#[cfg(feature = "scenario")]
impl Book {
    /// The amounts of a scenario.
    pub(crate) const fn of(scenario: &'static Scenario) -> Self {
        Self { scenario: Some(scenario) }
    }

    /// The amounts that were changed, by name and as they were written; `None` when it is no scenario.
    pub fn changed(self) -> Option<&'static [(String, String)]> {
        self.scenario.map(|scenario| &*scenario.changed)
    }

    fn sets(self) -> Option<&'static Amended> {
        self.scenario.map(|scenario| &scenario.sets)
    }
}

/// Amounts that are tried in the place of published ones (`crate::scenario`).
#[cfg(feature = "scenario")]
#[derive(Debug, Default)]
pub(crate) struct Scenario {
    /// What was changed, by name and as it was written.
    pub(crate) changed: Vec<(String, String)>,
    /// The sets with a changed amount.
    pub(crate) sets: Amended,
    /// All municipalities, when one of their amounts is changed.
    pub(crate) gemeenten: Option<Vec<Gemeente>>,
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
