//! Calendar days, as the parameter files write them.

use std::fmt;

use jiff::civil::Date;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(Date);

impl Day {
    /// Reads `2027-01-01`; `None` when there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let day: Date = text.parse().ok()?;
        // The library reads other ways of writing a day, and years that no law speaks of.
        let usual = day.to_string() == text && (1900..=2999).contains(&day.year());
        usual.then_some(Self(day))
    }

    /// The day before.
    pub fn before(self) -> Self {
        // Only the first day of all has none.
        Self(self.0.yesterday().unwrap_or(self.0))
    }

    /// The year it falls in.
    pub fn year(self) -> i16 {
        self.0.year()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_read() {
        for day in ["2027-01-01", "2028-02-29", "2000-02-29", "2026-12-31"] {
            assert_eq!(Day::parse(day).map(|found| found.to_string()).as_deref(), Some(day));
        }
        let refused = [
            "",
            "2027",
            "2027-1-1",
            "2027-13-01",
            "2027-00-01",
            "2027-02-29",
            "2100-02-29",
            "2027-04-31",
            "2027/01/01",
            "+027-01-01",
            "2027-01-01 ",
            "0000-01-01",
            "2027-01-é",
        ];
        for text in refused {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_before_knows_months_and_leap_years() {
        let pairs = [
            ("2027-01-01", "2026-12-31"),
            ("2026-07-01", "2026-06-30"),
            ("2028-03-01", "2028-02-29"),
            ("2027-03-01", "2027-02-28"),
            ("2026-08-15", "2026-08-14"),
        ];
        for (day, before) in pairs {
            let found = Day::parse(day).map(|day| day.before().to_string());
            assert_eq!(found.as_deref(), Some(before));
        }
    }
}
