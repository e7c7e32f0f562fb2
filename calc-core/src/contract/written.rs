//! How the contract writes amounts, numbers of hours and days: as text.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::dates::iso;
use crate::money::in_cents;
use crate::money::shortest;

/// An amount: text with two decimals and a point.
pub(super) struct Cents(Decimal);

macro_rules! cents_of {
    ($($quantity:ident),*) => {
        $(impl From<crate::money::$quantity> for Cents {
            fn from(amount: crate::money::$quantity) -> Self {
                Self(amount.amount())
            }
        })*
    };
}

cents_of!(Euro, PerHour, PerMonth, PerYear);

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&in_cents(self.0))
    }
}

/// A number of hours: text without needless zeros.
pub(super) struct Shortest(pub(super) Decimal);

impl Serialize for Shortest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&shortest(self.0))
    }
}

/// A day: `2026-10-01`.
pub(super) struct Iso(pub(super) Date);

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&iso(self.0))
    }
}
