//! Quantities as they are shown: what a number counts, and a value with its unit. The ground: nothing of this crate is
//! known here.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Euro once.
    Euro,
    /// Euro per year.
    EuroPerYear,
    /// Euro per quarter.
    EuroPerQuarter,
    /// Euro per month.
    EuroPerMonth,
    /// Euro per hour.
    EuroPerHour,
    /// A percentage.
    Percent,
    /// Hours per month.
    HoursPerMonth,
    /// Hours per week.
    HoursPerWeek,
    /// Completed years of age.
    Years,
    /// Calendar months.
    Months,
    /// Persons.
    Persons,
    /// A bare factor of a formula.
    Factor,
}

/// A value as an explanation shows it: typed, so that the page formats it and snapshots stay stable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number with its unit.
    Number {
        /// How many.
        amount: Decimal,
        /// Of what.
        unit: Unit,
    },
    /// A word from a closed list (a rule, a kind of care): a key of the texts.
    Word(&'static str),
    /// A calendar date.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
}

/// What can stand in an explanation.
pub trait Shown {
    /// The value as the explanation shows it.
    fn shown(&self) -> Value;
}

impl Shown for Date {
    fn shown(&self) -> Value {
        Value::Date(*self)
    }
}

impl Shown for bool {
    fn shown(&self) -> Value {
        Value::YesNo(*self)
    }
}

impl Shown for &'static str {
    fn shown(&self) -> Value {
        Value::Word(self)
    }
}

macro_rules! count {
    ($(#[$doc:meta])* $name:ident, $unit:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub u32);

        impl Shown for $name {
            fn shown(&self) -> Value {
                Value::Number { amount: Decimal::from(self.0), unit: Unit::$unit }
            }
        }
    };
}

count!(
    /// Completed years of age.
    Years, Years);
count!(
    /// Calendar months.
    Months, Months);
count!(
    /// Weeks: a term. Shown as a bare number, for its sentence says the word.
    Weeks, Factor);
count!(
    /// Persons.
    Persons, Persons);

impl Shown for Decimal {
    fn shown(&self) -> Value {
        Value::Number { amount: *self, unit: Unit::Factor }
    }
}
