//! Calendar rules the law uses: completed years, the day before, whole months further on.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::explain::Years;

/// Completed years on `day`. Who was born on 29 February has a birthday on 1 March in other years.
/// Nobody is younger than 0: an unborn child has no age, ask [`is_born`] first.
pub fn age(born: Date, day: Date) -> Years {
    let birthday_passed = (day.month(), day.day()) >= (born.month(), born.day());
    let years = i32::from(day.year()) - i32::from(born.year()) - i32::from(!birthday_passed);
    Years(u32::try_from(years).unwrap_or(0))
}

/// A child counts from its birth date.
pub fn is_born(born: Date, day: Date) -> bool {
    born <= day
}

/// 1 January of the year of `day`.
pub fn first_of_year(day: Date) -> Date {
    day.first_of_year()
}

/// The first day of the month of `day`.
pub fn first_of_month(day: Date) -> Date {
    day.first_of_month()
}

/// The first day of the quarter of `day`.
pub fn first_of_quarter(day: Date) -> Date {
    let months_into_quarter = (day.month() - 1) % 3;
    let first = day.first_of_month();
    first.checked_sub(i32::from(months_into_quarter).months()).unwrap_or(first)
}

/// The last day of the month before the month of `day`.
pub fn last_of_previous_month(day: Date) -> Date {
    let first = day.first_of_month();
    first.yesterday().unwrap_or(first)
}

/// The same day `months` later; a day that month does not have becomes its last.
/// `None` beyond the calendar's end.
pub fn months_later(day: Date, months: u32) -> Option<Date> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// A date as the contract writes it, `2026-10-01`, and nothing else.
pub fn parse(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (day.to_string() == text).then_some(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn age_changes_on_the_birthday() {
        let born = date(2008, 11, 22);
        assert_eq!(age(born, date(2026, 11, 21)), Years(17));
        assert_eq!(age(born, date(2026, 11, 22)), Years(18));
    }

    #[test]
    fn who_was_born_on_29_february_turns_on_1_march() {
        let born = date(2008, 2, 29);
        assert_eq!(age(born, date(2026, 2, 28)), Years(17));
        assert_eq!(age(born, date(2026, 3, 1)), Years(18));
        assert_eq!(age(born, date(2028, 2, 28)), Years(19));
        assert_eq!(age(born, date(2028, 2, 29)), Years(20));
    }

    #[test]
    fn a_quarter_starts_every_three_months() {
        assert_eq!(first_of_quarter(date(2026, 3, 31)), date(2026, 1, 1));
        assert_eq!(first_of_quarter(date(2026, 4, 1)), date(2026, 4, 1));
        assert_eq!(first_of_quarter(date(2026, 12, 31)), date(2026, 10, 1));
    }

    #[test]
    fn a_month_later_stays_within_the_month() {
        assert_eq!(months_later(date(2026, 10, 31), 1), Some(date(2026, 11, 30)));
        assert_eq!(months_later(date(2026, 10, 31), 2), Some(date(2026, 12, 31)));
        assert_eq!(last_of_previous_month(date(2026, 1, 1)), date(2025, 12, 31));
    }

    #[test]
    fn only_real_dates_in_one_form_are_read() {
        assert_eq!(parse("2026-10-01"), Some(date(2026, 10, 1)));
        for wrong in [
            "2026-02-30",
            "2026-1-1",
            "20261001",
            "2026-10-01T00:00",
            " 2026-10-01",
            "01-10-2026",
            "",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
