//! Calendar months: those that can be chosen, and the one that stands in.

use calc_core::{dates, suggest};
use jiff::civil::Date;

/// The first day of a month, by the numbers chosen for its year and for itself.
pub fn first(year: &str, month: &str) -> Option<Date> {
    dates::of_numbers(year.parse().ok()?, month.parse().ok()?, 1)
}

/// A day of a month, by the number chosen.
pub fn day(month: Date, number: &str) -> Option<Date> {
    let number = number.parse::<u32>().ok()?;
    Date::new(month.year(), month.month(), i8::try_from(number).ok()?).ok()
}

/// Reads `2026-10`.
pub fn parse(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-')?;
    first(year, month)
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
    year.ok()
        .zip(month_of_year.ok())
        .and_then(|(year, month)| Date::new(year, month, 1).ok())
        .unwrap_or(month)
}

/// The last day of a month.
pub fn last_day(month: Date) -> Date {
    later(month, 1).yesterday().unwrap_or(month)
}

/// The months a job can start in: from this month to the last that can be computed. None when that is over.
pub fn to_choose(today: Date) -> Vec<Date> {
    let (first, last) = suggest::coverage();
    let from = today.first_of_month().max(first.first_of_month());
    let each = std::iter::successors(Some(from), |month| Some(later(*month, 1)));
    each.take_while(|month| *month <= last).collect()
}

/// Whether everything that can be computed is over: the page is too old.
pub fn are_over(today: Date) -> bool {
    suggest::coverage().1 < today.first_of_month()
}

/// The month a job starts when she did not say: the next one, or the last that can be chosen.
pub fn default_start(today: Date) -> Date {
    let next = later(today.first_of_month(), 1);
    let months = to_choose(today);
    // Nothing is left to choose only when no answer is given at all.
    months.iter().copied().find(|month| *month >= next).or(months.last().copied()).unwrap_or(next)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_default_start_is_next_month_as_long_as_it_can_be_computed() {
        assert_eq!(default_start(date(2026, 11, 22)), date(2026, 12, 1));
        let (first, last) = suggest::coverage();
        assert_eq!(default_start(date(2020, 5, 5)), first);
        assert_eq!(default_start(last), last.first_of_month(), "not in the past, and no later");
    }

    #[test]
    fn months_to_choose_run_from_this_month_to_the_last() {
        let (_, last) = suggest::coverage();
        assert_eq!(to_choose(date(2026, 11, 30)).first(), Some(&date(2026, 11, 1)));
        assert_eq!(to_choose(date(2026, 11, 30)).last(), Some(&last.first_of_month()));
        assert_eq!(to_choose(last), [last.first_of_month()]);
        let after = later(last.first_of_month(), 1);
        assert!(to_choose(after).is_empty() && are_over(after) && !are_over(last));
    }

    #[test]
    fn a_month_has_a_last_day() {
        assert_eq!(last_day(date(2026, 2, 1)), date(2026, 2, 28));
        assert_eq!(last_day(date(2024, 2, 1)), date(2024, 2, 29));
        assert_eq!(last_day(date(2026, 12, 1)), date(2026, 12, 31));
    }

    #[test]
    fn months_are_read_and_written() {
        assert_eq!(parse("2026-02"), Some(date(2026, 2, 1)));
        assert_eq!(parse("2026-13"), None);
        assert_eq!(parse("nooit"), None);
        assert_eq!(written(date(2026, 2, 1)), "2026-02");
        assert_eq!(later(date(2026, 12, 1), 1), date(2027, 1, 1));
    }
}
