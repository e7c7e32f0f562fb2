//! Calendar days, as the parameter files write them. Only what the command needs: reading, comparing
//! and the day before, so that it costs no dependency.

use std::fmt;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u32,
    month: u32,
    of_month: u32,
}

impl Day {
    /// Reads `2027-01-01`; `None` when there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let part = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let found = Self { year: part(0, 4)?, month: part(5, 7)?, of_month: part(8, 10)? };
        let exists = (1900..=2999).contains(&found.year)
            && (1..=12).contains(&found.month)
            && (1..=days_in(found.year, found.month)).contains(&found.of_month);
        (dashes && exists).then_some(found)
    }

    /// The day before.
    pub fn before(self) -> Self {
        let Self { year, month, of_month } = self;
        match (month, of_month) {
            (1, 1) => Self { year: year - 1, month: 12, of_month: 31 },
            (_, 1) => Self { year, month: month - 1, of_month: days_in(year, month - 1) },
            _ => Self { year, month, of_month: of_month - 1 },
        }
    }

    /// The year it falls in.
    pub fn year(self) -> u32 {
        self.year
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
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
