//! What the contract writes, as one tree: amounts, numbers of hours and days are text.
//!
//! One tree with one `Serialize` and no type of its own for each object: a field is one line, and the page weighs 0.3 kB
//! less than with a form that derives `Serialize` for each (docs/decisions/0009).

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::dates::iso;
use crate::money::{in_cents, shortest};

/// A value as it is written.
pub(super) enum Json {
    Null,
    YesNo(bool),
    Number(u32),
    /// A whole number that can be below nothing.
    #[cfg(feature = "weekplan")]
    Minutes(i32),
    Text(Cow<'static, str>),
    List(Vec<Json>),
    /// Fields by name, in their order.
    Object(Vec<(&'static str, Json)>),
}

#[cfg(all(feature = "calendar", feature = "catalogue"))]
impl Json {
    /// The same without the fields of a name, at any depth.
    pub(super) fn without(self, name: &str) -> Self {
        match self {
            Self::List(items) => {
                Self::List(items.into_iter().map(|item| item.without(name)).collect())
            }
            Self::Object(fields) => {
                let kept = fields.into_iter().filter(|(key, _)| *key != name);
                Self::Object(kept.map(|(key, value)| (key, value.without(name))).collect())
            }
            other => other,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::YesNo(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => serializer.serialize_u32(*number),
            #[cfg(feature = "weekplan")]
            Self::Minutes(minutes) => serializer.serialize_i32(*minutes),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => {
                let mut object = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    object.serialize_entry(name, value)?;
                }
                object.end()
            }
        }
    }
}

/// An object of these fields.
pub(super) const fn object(fields: Vec<(&'static str, Json)>) -> Json {
    Json::Object(fields)
}

/// A list of these.
pub(super) fn list<T>(items: &[T], form: impl Fn(&T) -> Json) -> Json {
    Json::List(items.iter().map(form).collect())
}

/// A value or `null`.
pub(super) fn or_null<T>(value: Option<T>, form: impl FnOnce(T) -> Json) -> Json {
    value.map_or(Json::Null, form)
}

/// A word of the contract.
#[inline(never)]
pub(super) fn word(word: &'static str) -> Json {
    Json::Text(Cow::Borrowed(word))
}

/// A sentence.
#[inline(never)]
pub(super) fn text(text: String) -> Json {
    Json::Text(Cow::Owned(text))
}

/// An amount: two decimals and a point.
#[inline(never)]
pub(super) fn cents(amount: Decimal) -> Json {
    text(in_cents(amount))
}

/// A number of hours, without needless zeros.
pub(super) fn hours(hours: Decimal) -> Json {
    text(shortest(hours))
}

/// A day: `2026-10-01`.
pub(super) fn day(day: Date) -> Json {
    text(iso(day))
}
