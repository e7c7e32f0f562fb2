//! One changed amount, and how it is put in the place of the published one.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::param::{About, Param, Status, Table};
use crate::money::{Euro, HoursPerMonth, PerHour, PerMonth, PerQuarter, PerYear, Rate};
use crate::value::{Months, Persons, Weeks, Years};

/// An amount that was checked: the right unit, within its bounds.
#[derive(Debug)]
pub(crate) struct Change {
    /// The set it belongs to; of a municipal amount the scheme.
    pub(crate) set: &'static str,
    /// Its name in the set.
    pub(crate) name: &'static str,
    /// As it was written.
    pub(crate) written: String,
    /// The number, or the cells of the table; percentages are fractions.
    pub(crate) rows: Vec<Vec<Option<Decimal>>>,
}

impl Change {
    /// Puts it in the place of a published amount, and says so in what is known about it. Rules hold references to
    /// amounts that never go away, so the few bytes stay: once for every scenario that is made.
    pub(super) fn put<T: Amount>(&self, param: &mut Param<T>) {
        let about = About {
            shown: String::leak(self.written.clone()),
            status: Status::Scenario,
            second_source: None,
            note: "",
            ..*param.about
        };
        param.about = Box::leak(Box::new(about));
        self.put_value(&mut param.value);
    }

    /// Puts it in the place of a value.
    pub(super) fn put_value<T: Amount>(&self, value: &mut T) {
        if let Some(changed) = T::of(&self.rows) {
            *value = changed;
        }
    }
}

/// What an amount can be made of: a number, or the rows of a table.
pub(crate) trait Amount: Sized {
    fn of(rows: &[Vec<Option<Decimal>>]) -> Option<Self>;
}

fn number(rows: &[Vec<Option<Decimal>>]) -> Option<Decimal> {
    *rows.first()?.first()?
}

macro_rules! amount {
    ($($name:ident: $make:expr),* $(,)?) => {$(
        impl Amount for $name {
            fn of(rows: &[Vec<Option<Decimal>>]) -> Option<Self> {
                number(rows).and_then($make)
            }
        }
    )*};
}

amount!(
    Decimal: Some,
    Euro: |it| Some(Self::new(it)),
    HoursPerMonth: |it| Some(Self::new(it)),
    Months: |it| it.to_u32().map(Self),
    PerHour: |it| Some(Self::new(it)),
    PerMonth: |it| Some(Self::new(it)),
    PerQuarter: |it| Some(Self::new(it)),
    PerYear: |it| Some(Self::new(it)),
    Persons: |it| it.to_u32().map(Self),
    Rate: |it| Some(Self::from_fraction(it)),
    Weeks: |it| it.to_u32().map(Self),
    Years: |it| it.to_u32().map(Self),
);

impl<const N: usize> Amount for Table<N> {
    fn of(rows: &[Vec<Option<Decimal>>]) -> Option<Self> {
        let rows: Option<Vec<[Option<Decimal>; N]>> =
            rows.iter().map(|row| row.clone().try_into().ok()).collect();
        rows.map(|rows| Self { rows: Vec::leak(rows) })
    }
}
