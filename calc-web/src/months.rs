//! Calendar months, and the ages the page needs to know what to ask.

use calc_core::parameters::vaste_maand;
use jiff::civil::Date;

/// The first day of a month.
pub fn first(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// Reads `2026-10`.
pub fn parse(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    first(year.parse().ok()?, month.parse().ok()?)
}

/// Writes `2026-10`.
pub fn written(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

/// The month `count` months later.
pub fn later(month: Date, count: u32) -> Date {
    let months = i64::from(month.year()) * 12 + i64::from(month.month()) - 1 + i64::from(count);
    let year = i16::try_from(months.div_euclid(12));
    let month_of_year = i8::try_from(months.rem_euclid(12) + 1);
    year.ok().zip(month_of_year.ok()).and_then(|(year, month)| first(year, month)).unwrap_or(month)
}

/// The first and last month the engine covers.
pub fn coverage() -> Option<(Date, Date)> {
    let first = vaste_maand::VERSIONS.iter().map(|it| it.valid_from).min()?;
    let last = vaste_maand::VERSIONS.iter().map(|it| it.valid_to).max()?;
    Some((first.first_of_month(), last.first_of_month()))
}

/// The month a job starts when she did not say: the next one, within what is covered.
pub fn default_start(today: Date) -> Date {
    let next = later(today.first_of_month(), 1);
    match coverage() {
        Some((first, last)) => next.max(first).min(last),
        None => next,
    }
}

/// Completed years on a day; negative before birth.
pub fn age(born: Date, day: Date) -> i16 {
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    day.year() - born.year() - i16::from(before_birthday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_default_start_is_next_month_within_what_is_covered() {
        assert_eq!(default_start(date(2026, 11, 22)), date(2026, 12, 1));
        let (first, last) = coverage().expect("something is covered");
        assert_eq!(default_start(date(2020, 5, 5)), first);
        assert_eq!(default_start(date(2099, 1, 1)), last);
    }

    #[test]
    fn months_are_read_and_written() {
        assert_eq!(parse("2026-02"), Some(date(2026, 2, 1)));
        assert_eq!(parse("2026-13"), None);
        assert_eq!(parse("nooit"), None);
        assert_eq!(written(date(2026, 2, 1)), "2026-02");
        assert_eq!(later(date(2026, 12, 1), 1), date(2027, 1, 1));
    }

    #[test]
    fn an_age_is_in_completed_years() {
        assert_eq!(age(date(2008, 12, 1), date(2026, 11, 30)), 17);
        assert_eq!(age(date(2008, 12, 1), date(2026, 12, 1)), 18);
    }
}
