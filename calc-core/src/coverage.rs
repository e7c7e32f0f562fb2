//! Which days the whole picture is computed for, and whose amounts they take.
//!
//! A day within the published amounts takes its own. The six months after the last of them are computed with the
//! amounts of that last day, because a job that starts in January is decided upon in November, and every result of
//! them says so. [`amounts_of`] is the only place that hands out a day that is not the one asked for, and it hands
//! out the mark with it; `amounts_in_calendar` does the same for months that lie further on. Single schemes are never
//! continued.

use jiff::civil::Date;

use crate::dates::{first_of_month, months_later};
use crate::error::Error;
use crate::parameters::{Book, Dated, covered, vaste_maand};

/// Amounts of law change on 1 January and 1 July: so long after the last published day the next but one change has
/// not come yet.
const MONTHS_CONTINUED: u32 = 6;

/// Whether the amounts of a result are those of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The amounts of the day itself.
    InForce,
    /// The amounts of the last published day, carried on.
    Continued,
}

impl Standing {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::InForce => "geldend",
            Self::Continued => "voortgezet",
        }
    }
}

/// The day whose amounts a reference date takes, with the mark that says whether it is the day itself. **The only
/// place where amounts outlive the last day they were published for.**
pub fn amounts_of(day: Date) -> Result<(Date, Standing), Error> {
    amounts_among(&vaste_maand::VERSIONS, day)
}

/// The first and the last day the whole picture can be computed for.
pub fn days() -> (Date, Date) {
    days_among(&vaste_maand::VERSIONS)
}

/// What holds of everybody: ages that name a group.
pub(crate) fn vaste_maand(book: Book, day: Date) -> Option<&'static vaste_maand::Params> {
    amounts_in_calendar(day).and_then(|(day, _)| vaste_maand::by(book, day)).ok()
}

/// The day whose amounts a month of the calendar takes: its own, or after the last published day that one, however late.
/// A calendar runs years on, to the settlements of what its months began, and marks every such month.
pub(crate) fn amounts_in_calendar(day: Date) -> Result<(Date, Standing), Error> {
    let published = covered(&vaste_maand::VERSIONS);
    match published.last() {
        Some((_, last)) if *last < day => Ok((*last, Standing::Continued)),
        _ => amounts_of(day),
    }
}

fn amounts_among<T: Dated>(versions: &[T], day: Date) -> Result<(Date, Standing), Error> {
    let published = covered(versions);
    if published.iter().any(|(from, to)| *from <= day && day <= *to) {
        return Ok((day, Standing::InForce));
    }
    let (_, last) = days_among(versions);
    match published.last() {
        Some((_, last_published)) if *last_published < day && day <= last => {
            Ok((*last_published, Standing::Continued))
        }
        _ => Err(Error::NotInForce { scheme: vaste_maand::NAME, date: day, covered: published }),
    }
}

fn days_among<T: Dated>(versions: &[T]) -> (Date, Date) {
    let published = covered(versions);
    let first = published.first().map_or(Date::MAX, |(from, _)| *from);
    let last = published.last().map_or(Date::MIN, |(_, to)| *to);
    let continued = last
        .tomorrow()
        .ok()
        .and_then(|next| months_later(first_of_month(next), MONTHS_CONTINUED))
        .and_then(|after| after.yesterday().ok());
    (first, continued.unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    struct Period(Date, Date);

    impl Dated for Period {
        fn period(&self) -> (Date, Date) {
            (self.0, self.1)
        }
    }

    #[test]
    fn a_day_within_takes_its_own_amounts_and_six_months_after_the_last_take_those_of_the_last() {
        let year = [Period(date(2026, 1, 1), date(2026, 12, 31))];
        let last = date(2026, 12, 31);
        for day in [date(2026, 1, 1), date(2026, 7, 15), last] {
            assert_eq!(amounts_among(&year, day).expect("covered"), (day, Standing::InForce));
        }
        for day in [date(2027, 1, 1), date(2027, 2, 28), date(2027, 6, 30)] {
            assert_eq!(amounts_among(&year, day).expect("continued"), (last, Standing::Continued));
        }
        for day in [date(2025, 12, 31), date(2027, 7, 1), date(2031, 1, 1)] {
            assert!(amounts_among(&year, day).is_err(), "{day}");
        }
    }

    #[test]
    fn amounts_that_are_entered_move_the_coverage() {
        let half_more = [
            Period(date(2026, 1, 1), date(2026, 12, 31)),
            Period(date(2027, 1, 1), date(2027, 6, 30)),
        ];
        assert_eq!(days_among(&half_more), (date(2026, 1, 1), date(2027, 12, 31)));
        let day = date(2027, 3, 1);
        assert_eq!(amounts_among(&half_more, day).expect("covered"), (day, Standing::InForce));
        let later = amounts_among(&half_more, date(2027, 12, 31)).expect("continued");
        assert_eq!(later, (date(2027, 6, 30), Standing::Continued));
    }

    #[test]
    fn a_gap_between_published_periods_stays_a_gap() {
        let apart = [
            Period(date(2026, 1, 1), date(2026, 3, 31)),
            Period(date(2026, 5, 1), date(2026, 12, 31)),
        ];
        assert!(amounts_among(&apart, date(2026, 4, 15)).is_err());
    }
}
