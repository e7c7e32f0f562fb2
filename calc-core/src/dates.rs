//! Calendar rules the law uses: completed years, the day before, whole months further on.

use jiff::civil::Date;

use crate::value::{Weeks, Years};

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

/// The first day of a month from `day` on: itself, or that of the next month.
pub fn first_of_month_from(day: Date) -> Date {
    if day.day() == 1 {
        return day;
    }
    day.last_of_month().tomorrow().unwrap_or(day)
}

/// The first day of the quarter of `day`.
pub fn first_of_quarter(day: Date) -> Date {
    let month = day.month() - (day.month() - 1) % 3;
    Date::new(day.year(), month, 1).unwrap_or(day)
}

/// The last day of the month before the month of `day`.
pub fn last_of_previous_month(day: Date) -> Date {
    let first = day.first_of_month();
    first.yesterday().unwrap_or(first)
}

/// The same day `months` later; a day that month does not have becomes its last.
/// `None` beyond the calendar's end.
pub fn months_later(day: Date, months: u32) -> Option<Date> {
    let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 + i64::from(months);
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, day.day().min(first.days_in_month())).ok()
}

/// The same day of the week so many weeks later. `None` beyond the calendar's end. (Day by day: the spans of the
/// date library are large, and terms are short.)
pub fn weeks_later(day: Date, weeks: Weeks) -> Option<Date> {
    const DAYS_PER_WEEK: u32 = 7;
    (0..weeks.0.checked_mul(DAYS_PER_WEEK)?).try_fold(day, |day, _| day.tomorrow().ok())
}

/// A date as the contract writes it, `2026-10-01`, and nothing else. (The parser of the date library reads times
/// and zones too, and is as large as all schemes together in the page.)
pub fn parse(text: &str) -> Option<Date> {
    let is_iso = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_iso {
        return None;
    }
    let number = |digits: &str| digits.parse().ok();
    of_numbers(number(&text[..4])?, number(&text[5..7])?, number(&text[8..])?)
}

/// The day of a year, a month of it from 1 and a day of that month from 1. `None` for a day that is none. (Takes the one kind
/// of number that is read everywhere: the reader of another weighs half a kilobyte in the page.)
pub fn of_numbers(year: u32, month: u32, day: u32) -> Option<Date> {
    let part = |number| i8::try_from(number).ok();
    Date::new(i16::try_from(year).ok()?, part(month)?, part(day)?).ok()
}

/// A date as the contract writes it: `2026-10-01`.
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
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
    fn a_date_is_written_as_it_is_read() {
        assert_eq!(iso(date(2026, 10, 1)), "2026-10-01");
        assert_eq!(iso(date(1, 2, 3)), "0001-02-03");
    }

    #[test]
    fn months_run_over_the_end_of_a_year_and_stop_at_the_end_of_the_calendar() {
        assert_eq!(months_later(date(2026, 11, 30), 3), Some(date(2027, 2, 28)));
        assert_eq!(months_later(date(2027, 11, 30), 3), Some(date(2028, 2, 29)));
        assert_eq!(months_later(date(2026, 1, 15), 0), Some(date(2026, 1, 15)));
        assert_eq!(months_later(date(9999, 12, 1), 1), None);
    }

    #[test]
    fn weeks_run_over_the_end_of_a_month_and_stop_at_the_end_of_the_calendar() {
        assert_eq!(weeks_later(date(2026, 10, 1), Weeks(4)), Some(date(2026, 10, 29)));
        assert_eq!(weeks_later(date(2026, 12, 31), Weeks(4)), Some(date(2027, 1, 28)));
        assert_eq!(weeks_later(date(2028, 2, 28), Weeks(1)), Some(date(2028, 3, 6)));
        assert_eq!(weeks_later(date(2026, 10, 1), Weeks(0)), Some(date(2026, 10, 1)));
        assert_eq!(weeks_later(date(9999, 12, 24), Weeks(1)), Some(date(9999, 12, 31)));
        assert_eq!(weeks_later(date(9999, 12, 25), Weeks(1)), None);
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
