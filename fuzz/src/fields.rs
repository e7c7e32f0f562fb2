//! The fields of the contract (docs/contract.md) and a random value for each, nearly always within its
//! bounds and often at one.

use calc_core::contract::fields::{self as contract, FIELDS};
use serde_json::{Value, json};

use crate::luck::Luck;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An amount from 0 to so many euros or hours.
    Amount(u64),
    /// Such an amount, or nothing.
    AmountOrNull(u64),
    /// A whole number from 0 on.
    Whole(u64),
    /// A whole number between two.
    Between(u64, u64),
    /// Such a number, or nothing.
    BetweenOrNull(u64, u64),
    /// Twelve amounts from 0 to so much, or nothing.
    TwelveOrNull(u64),
    /// Yes or no.
    YesNo,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day of birth or of work, from year to year.
    Day(u64, u64),
}

/// The name of a field with what it holds.
pub type Field = (&'static str, Kind);

use Kind::{Amount, AmountOrNull, Between, BetweenOrNull, Day, TwelveOrNull, Whole, Word, YesNo};

/// The wages: one of the two, never both.
const WAGES: [&str; 2] = ["uurloon", "maandloon"];
/// What depends on her age is reconciled apart.
const APART: [&str; 1] = ["beroep_op_ouders"];

/// The fields that stand in an object of the contract (`huishouden.kinderen.#`), but for objects, lists and wages.
pub fn of(object: &str) -> Vec<Field> {
    let prefix = if object.is_empty() { String::new() } else { format!("{object}.") };
    let own = |field: &&&'static contract::Field| {
        field.path.strip_prefix(&prefix).is_some_and(|rest| !rest.contains('.') && rest != "*")
    };
    let own = FIELDS.iter().filter(own).map(|field| (field.name(), field));
    let own = own.filter(|(name, _)| !WAGES.contains(name) && !APART.contains(name));
    own.filter_map(|(name, field)| Some((name, kind(field)?))).collect()
}

/// The two wages.
pub fn wages() -> Vec<Field> {
    let wage = |name: &&'static str| {
        let field = contract::at(&format!("baan.{name}"))?;
        Some((*name, kind(field)?))
    };
    WAGES.iter().filter_map(wage).collect()
}

/// What a field holds, in days that are near its bounds.
fn kind(field: &contract::Field) -> Option<Kind> {
    use contract::{Ages, Kind as Known};
    let most = u64::try_from(field.most()).unwrap_or(u64::MAX);
    Some(match field.kind {
        Known::Amount(..) => Amount(most),
        Known::AmountOrNull(..) => AmountOrNull(most),
        Known::Whole(..) => Whole(most),
        Known::WholeBetween(_, least, _) => Between(least.into(), most),
        Known::WholeBetweenOrNull(_, least, _) => BetweenOrNull(least.into(), most),
        Known::BalanceOrNull(..) => AmountOrNull(most),
        Known::AmountsOrNull(..) => TwelveOrNull(most),
        Known::YesNo | Known::YesNoOrNull => YesNo,
        Known::Word(words) => Word(words),
        Known::Date if field.path == "peildatum" => Day(2026, 2027),
        Known::Date => Day(2025, 2028),
        // Born 18 to 66 years before, and a year beyond.
        Known::Born(Ages::Working) => Day(1959, 2008),
        Known::Born(Ages::Adult) => Day(1900, 2008),
        Known::Born(Ages::ChildOrExpected) => Day(2008, 2027),
        Known::Municipality
        | Known::Words(_)
        | Known::WordsOrNull(_)
        | Known::Times(_)
        | Known::Object
        | Known::ObjectOrNull
        | Known::List(_)
        | Known::Names(_)
        | Known::NamesOrNull(_) => return None,
    })
}

/// A value for a field; `now` is what stands there.
pub fn value(kind: Kind, now: Option<&Value>, luck: &mut Luck) -> Value {
    match kind {
        AmountOrNull(_) | BetweenOrNull(..) | TwelveOrNull(_) if luck.once_in(6) => Value::Null,
        Between(least, most) | BetweenOrNull(least, most) => json!(luck.within(least, most)),
        TwelveOrNull(most) => (0..12)
            .map(|_| if luck.once_in(3) { Value::Null } else { json!(amount(most, now, luck)) })
            .collect(),
        Amount(most) | AmountOrNull(most) => json!(amount(most, now, luck)),
        Whole(_) if luck.once_in(3) => json!(0),
        Whole(most) if luck.once_in(2) => json!(most),
        Whole(most) => json!(luck.within(0, most)),
        YesNo => json!(luck.once_in(2)),
        Word(words) => json!(luck.pick(words)),
        Day(first, last) => json!(day(first, last, now, luck)),
    }
}

/// An amount as the contract writes it.
fn amount(most: u64, now: Option<&Value>, luck: &mut Luck) -> String {
    let most = most * 100;
    // Any size: small ones matter as much as large ones.
    let any = luck.below(12);
    let any = luck.within(0, most >> any);
    let cents = match luck.below(10) {
        0 => *luck.pick(&[0, 0, 1, 99, 100, most - 1, most]),
        // Near what stands there: a cent, a euro, or a few.
        1..=4 => {
            let now = now.and_then(cents_of).unwrap_or(most / 2);
            let step = *luck.pick(&[1, 1, 50, 100, 1_000, 10_000]);
            let moved = if luck.once_in(2) { now + step } else { now.saturating_sub(step) };
            moved.min(most)
        }
        5..=7 => any,
        // Whole euros.
        _ => any / 100 * 100,
    };
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn cents_of(value: &Value) -> Option<u64> {
    let text = value.as_str()?;
    let (euros, cents) = text.split_once('.').unwrap_or((text, "0"));
    let cents: u64 = format!("{cents:0<2}").get(..2)?.parse().ok()?;
    euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

/// A day; now and then one that does not exist, as 31 February.
fn day(first: u64, last: u64, now: Option<&Value>, luck: &mut Luck) -> String {
    let known = now.and_then(Value::as_str).and_then(parts);
    let (mut year, mut month, mut day) =
        known.unwrap_or((luck.within(first, last), luck.within(1, 12), luck.within(1, 28)));
    match luck.below(5) {
        0 => year = luck.within(first, last),
        1 => month = luck.within(1, 12),
        // First and last days of months are where ages and periods turn.
        2 => day = *luck.pick(&[1, 1, 2, 15, 28, 29, 30, 31]),
        3 => (year, month) = (*luck.pick(&[first, last]), *luck.pick(&[1, 2, 6, 7, 12])),
        _ => {
            year = luck.within(first, last);
            month = luck.within(1, 12);
            day = luck.within(1, 28);
        }
    }
    format!("{year:04}-{month:02}-{day:02}")
}

fn parts(text: &str) -> Option<(u64, u64, u64)> {
    let part = |from, to| text.get(from..to).and_then(|part: &str| part.parse().ok());
    Some((part(0, 4)?, part(5, 7)?, part(8, 10)?))
}
