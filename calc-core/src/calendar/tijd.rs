//! Time: month 1 is the calendar month of the job, month 0 the one before it, and so on in both directions.

use std::ops::{Index, IndexMut, RangeInclusive};

use jiff::civil::Date;

use crate::dates::{first_of_month, months_later};
use crate::situatie::Situatie;

/// The number of a month; also below 0 and above 12.
pub(crate) type K = i32;

/// The last month that is shown.
pub(crate) const LAATSTE: K = 12;
const MONTHS: K = 12;

/// The first day of month 1: the month of the job's start, or the one after the reference date.
pub(crate) fn eerste_dag(situatie: &Situatie) -> Date {
    eerste_dag_van(situatie.peildatum, situatie.baan.start).unwrap_or(situatie.peildatum)
}

/// The same of a reference date and a start, before the rest of the situation is known.
pub(crate) fn eerste_dag_van(peildatum: Date, start: Option<Date>) -> Option<Date> {
    let volgende = months_later(first_of_month(peildatum), 1);
    start.or(volgende).map(first_of_month)
}

/// A number of months as the number of a month.
pub(crate) fn maand(maanden: u32) -> K {
    K::try_from(maanden).unwrap_or(K::MAX)
}

/// The months of a calendar: shown are 0 to 12, computed are two whole years around them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tijd {
    /// The first day of month 1.
    eerste: Date,
    /// The year of month 0.
    pub(crate) a: i16,
}

impl Tijd {
    /// The calendar of a job that begins on this day. A month that was begun counts whole.
    pub(crate) fn vanaf(start: Date) -> Self {
        let eerste = first_of_month(start);
        let mut tijd = Self { eerste, a: eerste.year() };
        tijd.a = tijd.jaar(0);
        tijd
    }

    /// The year after that of month 0.
    pub(crate) const fn b(self) -> i16 {
        self.a + 1
    }

    /// The years that are settled.
    pub(crate) const fn jaren(self) -> [i16; 2] {
        [self.a, self.b()]
    }

    /// The first day of a month.
    pub(crate) fn dag(self, k: K) -> Date {
        self.datum(k, 1)
    }

    /// A day of a month; `dag` is at most 28.
    pub(crate) fn datum(self, k: K, dag: i8) -> Date {
        let maand = self.telling(k);
        let year = i16::try_from(maand.div_euclid(MONTHS)).unwrap_or(i16::MAX);
        let month = i8::try_from(maand.rem_euclid(MONTHS) + 1).unwrap_or(1);
        Date::new(year, month, dag).unwrap_or(self.eerste)
    }

    /// The calendar year of a month.
    pub(crate) fn jaar(self, k: K) -> i16 {
        self.dag(k).year()
    }

    /// The month of the calendar year, 1 to 12.
    pub(crate) fn maand_van_jaar(self, k: K) -> u32 {
        u32::try_from(self.telling(k).rem_euclid(MONTHS) + 1).unwrap_or(1)
    }

    /// The months of a year.
    pub(crate) fn van_jaar(self, jaar: i16) -> RangeInclusive<K> {
        let eerste = i32::from(jaar) * MONTHS - self.telling(0);
        eerste..=eerste + MONTHS - 1
    }

    /// The number of the month of a day.
    pub(crate) fn k(self, day: Date) -> K {
        i32::from(day.year()) * MONTHS + i32::from(day.month()) - 1 - self.telling(0)
    }

    /// All months that are computed.
    pub(crate) fn alle(self) -> RangeInclusive<K> {
        let (van, tot) = (self.van_jaar(self.a), self.van_jaar(self.b()));
        *van.start()..=(*tot.end()).max(LAATSTE + 1)
    }

    /// Months since the beginning of our era.
    fn telling(self, k: K) -> i32 {
        i32::from(self.eerste.year()) * MONTHS + i32::from(self.eerste.month()) - 1 + k - 1
    }
}

/// Something for every month that is computed.
#[derive(Clone, Debug)]
pub(crate) struct Reeks<T> {
    van: K,
    maanden: Vec<T>,
}

impl<T> Reeks<T> {
    /// One for each month, in order.
    pub(crate) fn van(months: RangeInclusive<K>, of: impl FnMut(K) -> T) -> Self {
        Self { van: *months.start(), maanden: months.map(of).collect() }
    }

    /// One for each month, in order, or the first that went wrong.
    pub(crate) fn probeer<E>(
        months: RangeInclusive<K>,
        mut of: impl FnMut(K) -> Result<T, E>,
    ) -> Result<Self, E> {
        let van = *months.start();
        // Collecting results would not know how many months there are.
        let mut maanden = Vec::with_capacity(months.size_hint().0);
        for k in months {
            maanden.push(of(k)?);
        }
        Ok(Self { van, maanden })
    }

    /// These, one for each month from `van` on.
    pub(crate) const fn uit(van: K, maanden: Vec<T>) -> Self {
        Self { van, maanden }
    }

    /// That of a month, if it is computed.
    pub(crate) fn get(&self, k: K) -> Option<&T> {
        self.maanden.get(usize::try_from(k - self.van).ok()?)
    }
}

impl<T> Index<K> for Reeks<T> {
    type Output = T;

    fn index(&self, k: K) -> &T {
        &self.maanden[usize::try_from(k - self.van).unwrap_or(usize::MAX)]
    }
}

impl<T> IndexMut<K> for Reeks<T> {
    fn index_mut(&mut self, k: K) -> &mut T {
        &mut self.maanden[usize::try_from(k - self.van).unwrap_or(usize::MAX)]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_start_in_december_has_month_0_in_november_and_ends_with_month_13() {
        let tijd = Tijd::vanaf(date(2026, 12, 1));
        assert_eq!(tijd.dag(0), date(2026, 11, 1));
        assert_eq!((tijd.a, tijd.b()), (2026, 2027));
        assert_eq!(tijd.alle(), -10..=13);
        assert_eq!(tijd.van_jaar(2027), 2..=13);
        assert_eq!(tijd.k(date(2027, 2, 28)), 3);
        assert_eq!(tijd.maand_van_jaar(0), 11);
    }

    #[test]
    fn a_start_in_january_has_month_0_in_the_year_before_it() {
        let tijd = Tijd::vanaf(date(2027, 1, 15));
        assert_eq!((tijd.dag(0), tijd.a), (date(2026, 12, 1), 2026));
        // December of the second year is month 12: month 13 is computed all the same.
        assert_eq!(tijd.alle(), -11..=13);
        assert_eq!(tijd.datum(12, 26), date(2027, 12, 26));
    }

    #[test]
    fn a_start_in_february_has_january_as_month_0() {
        let tijd = Tijd::vanaf(date(2026, 2, 1));
        assert_eq!(tijd.alle(), 0..=23);
        assert_eq!(tijd.van_jaar(2026), 0..=11);
    }
}
