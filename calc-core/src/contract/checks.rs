//! Reads one field of a situation: required or with its default, within its bounds.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::contract::door::{Door, Field, Object};
use crate::contract::fields::Field as Known;
use crate::coverage;
use crate::dates;
use crate::parameters::{Book, vaste_maand};
use crate::value::Years;

const LONGEST_PREGNANCY_MONTHS: u32 = 9;

/// The days the reference date can be: the day itself, or while that has to be mended first the first and the last that
/// are covered. What is wrong on all of them is told in any case.
#[derive(Clone, Copy)]
pub(super) struct Dagen {
    pub(super) eerste: Date,
    pub(super) laatste: Date,
    /// By which amounts: those that name an age.
    pub(super) book: Book,
}

impl Dagen {
    /// The reference date, or every day that is covered.
    pub(super) fn van(peildatum: Option<Date>, book: Book) -> Self {
        let (eerste, laatste) = coverage::days();
        Self { eerste: peildatum.unwrap_or(eerste), laatste: peildatum.unwrap_or(laatste), book }
    }

    /// Whether someone can be this old: on the last of the days.
    pub(super) fn kan_zijn(self, born: Date, least: Years) -> bool {
        dates::is_born(born, self.laatste) && dates::age(born, self.laatste) >= least
    }

    /// Whether someone can be younger than this: on the first of the days.
    pub(super) fn kan_jonger_zijn(self, born: Date, below: Years) -> bool {
        !dates::is_born(born, self.eerste) || dates::age(born, self.eerste) < below
    }

    fn params(self) -> Option<&'static vaste_maand::Params> {
        coverage::vaste_maand(self.book, self.laatste)
    }
}

pub(super) fn adult_below_pension_age(
    door: &mut Door,
    born: Date,
    path: String,
    days: Dagen,
) -> Option<Date> {
    let params = days.params()?;
    let (least, below) = (params.volwassen_vanaf.value, params.pensioenleeftijd.value);
    if days.kan_zijn(born, least) && days.kan_jonger_zijn(born, below) {
        return Some(born);
    }
    let found = [("waarde", dates::iso(born))];
    let bounds = [("van", least.0.to_string()), ("tot", below.0.saturating_sub(1).to_string())];
    door.refuse(path, "leeftijd_buiten_grenzen", &found, "leeftijd_tussen", &bounds);
    None
}

pub(super) fn adult(door: &mut Door, born: Date, path: String, days: Dagen) -> Option<Date> {
    let least = days.params()?.volwassen_vanaf.value;
    if days.kan_zijn(born, least) {
        return Some(born);
    }
    let found = [("waarde", dates::iso(born))];
    door.refuse(
        path,
        "leeftijd_buiten_grenzen",
        &found,
        "leeftijd_vanaf",
        &[("van", least.0.to_string())],
    );
    None
}

pub(super) fn child_or_expected(
    door: &mut Door,
    born: Date,
    path: String,
    days: Dagen,
) -> Option<Date> {
    let below = days.params()?.kind_tot.value;
    let latest = dates::months_later(days.laatste, LONGEST_PREGNANCY_MONTHS)?;
    let found = [("waarde", dates::iso(born))];
    let bounds = [("jonger_dan", below.0.to_string()), ("tot", dates::iso(latest))];
    if born > latest {
        door.refuse(path, "te_laat_verwacht", &found, "een_kind", &bounds);
        return None;
    }
    if !days.kan_jonger_zijn(born, below) {
        door.refuse(path, "kind_is_volwassen", &found, "een_kind", &bounds);
        return None;
    }
    Some(born)
}

/// What stands at a field, or that it took its default.
pub(super) fn given<'a>(
    door: &mut Door,
    object: &mut Object<'a>,
    field: &Known,
) -> Option<Field<'a>> {
    let given = object.take(field.name());
    if given.is_none() {
        door.default_taken(object.path_of(field.name()), field.default().unwrap_or_default());
    }
    given
}

pub(super) fn required_object<'a, T>(
    door: &mut Door,
    object: &mut Object<'a>,
    field: &Known,
    read: impl FnOnce(&mut Door, Object<'a>) -> Option<T>,
) -> Option<T> {
    if let Some(given) = object.take(field.name()) {
        door.object(given).and_then(|inner| read(door, inner))
    } else {
        door.missing(object, field.name(), "een_object");
        None
    }
}

/// An object that may be left out: then each of its fields is.
pub(super) fn of_empty<'a>(
    door: &mut Door,
    object: &mut Object<'a>,
    field: &Known,
) -> Option<Object<'a>> {
    match object.take(field.name()) {
        Some(given) => door.object(given),
        None => Some(Door::empty(object.path_of(field.name()))),
    }
}

/// An object that may be left out or `null`.
#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
pub(super) fn optional_object<'a, T>(
    door: &mut Door,
    object: &mut Object<'a>,
    field: &Known,
    read: impl FnOnce(&mut Door, Object<'a>) -> Option<T>,
) -> Option<Option<T>> {
    let Some(given) = given(door, object, field) else { return Some(None) };
    if given.is_null() {
        return Some(None);
    }
    let inner = door.object(given)?;
    read(door, inner).map(Some)
}

/// A word that has to be given; `of` are the values of the words, in the order of the table.
pub(super) fn required_word<T: Copy>(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    allowed: &'static str,
    of: &[T],
) -> Option<T> {
    let at = required_place(door, object, field, allowed)?;
    of.get(at).copied()
}

fn required_place(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    allowed: &'static str,
) -> Option<usize> {
    if let Some(given) = object.take(field.name()) {
        door.word(given, field.words())
    } else {
        door.missing(object, field.name(), allowed);
        None
    }
}

pub(super) fn required_date(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
) -> Option<(Date, String)> {
    if let Some(given) = object.take(field.name()) {
        let path = given.path.clone();
        door.date(given).map(|date| (date, path))
    } else {
        door.missing(object, field.name(), "een_datum");
        None
    }
}

pub(super) fn required_amount(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
) -> Option<Decimal> {
    if let Some(given) = object.take(field.name()) {
        door.decimal(given, Decimal::ZERO, field.most().into())
    } else {
        let bounds = [("van", "0".to_owned()), ("tot", field.most().to_string())];
        let path = object.path_of(field.name());
        door.refuse(path, "ontbreekt", &[], "een_bedrag_tussen", &bounds);
        None
    }
}

pub(super) fn amount(door: &mut Door, object: &mut Object, field: &Known) -> Option<Decimal> {
    amount_to(door, object, field, field.most().into())
}

/// An amount that is bounded by another.
pub(super) fn amount_to(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    most: Decimal,
) -> Option<Decimal> {
    match given(door, object, field) {
        Some(given) => door.decimal(given, Decimal::ZERO, most),
        None => Some(Decimal::ZERO),
    }
}

/// An amount or `null`.
#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
pub(super) fn amount_or_null(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
) -> Option<Option<Decimal>> {
    match given(door, object, field) {
        Some(given) if !given.is_null() => {
            door.decimal(given, field.least().into(), field.most().into()).map(Some)
        }
        _ => Some(None),
    }
}

/// A whole number, or its default.
pub(super) fn whole_number(door: &mut Door, object: &mut Object, field: &Known) -> Option<u32> {
    match given(door, object, field) {
        Some(given) => whole_of(door, given, field),
        None => field.default().map_or(Some(0), |default| default.parse().ok()),
    }
}

/// Days of a month and months of a year, as they are written: all that a municipality gives a default for.
#[cfg(feature = "calendar")]
const SMALL_NUMBERS: [&str; 29] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28",
];

/// A whole number, or what it takes when it is left out.
#[cfg(feature = "calendar")]
pub(super) fn whole_number_or(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    absent: u32,
) -> Option<u32> {
    if let Some(given) = object.take(field.name()) {
        return whole_of(door, given, field);
    }
    let written = usize::try_from(absent).ok().and_then(|at| SMALL_NUMBERS.get(at));
    door.default_taken(object.path_of(field.name()), written.copied().unwrap_or_default());
    Some(absent)
}

/// A whole number or `null`.
#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
pub(super) fn whole_number_or_null(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
) -> Option<Option<u32>> {
    match given(door, object, field) {
        Some(given) if !given.is_null() => whole_of(door, given, field).map(Some),
        _ => Some(None),
    }
}

pub(super) fn required_whole(door: &mut Door, object: &mut Object, field: &Known) -> Option<u32> {
    if let Some(given) = object.take(field.name()) {
        whole_of(door, given, field)
    } else {
        let bounds = [("van", field.least().to_string()), ("tot", field.most().to_string())];
        let path = object.path_of(field.name());
        door.refuse(path, "ontbreekt", &[], "een_geheel_getal_tussen", &bounds);
        None
    }
}

fn whole_of(door: &mut Door, given: Field, field: &Known) -> Option<u32> {
    let bound = |bound: i64| u32::try_from(bound).unwrap_or(u32::MAX);
    door.whole(given, bound(field.least()), bound(field.most()))
}

pub(super) fn yes_no(door: &mut Door, object: &mut Object, field: &Known) -> Option<bool> {
    match given(door, object, field) {
        Some(given) => door.yes_no(given),
        None => Some(field.default() == Some("true")),
    }
}

/// A word with a default; `of` are the values of the words, in the order of the table.
pub(super) fn word<T: Copy>(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    of: &[T],
) -> Option<T> {
    let at = word_among(door, object, field, field.words())?;
    of.get(at).copied()
}

/// The place of a word in a list that the table does not have.
pub(super) fn word_among(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    words: &[&'static str],
) -> Option<usize> {
    match given(door, object, field) {
        Some(given) => door.word(given, words),
        None => words.iter().position(|word| Some(*word) == field.default()),
    }
}

pub(super) fn each<T>(
    door: &mut Door,
    object: &mut Object,
    field: &Known,
    mut read: impl FnMut(&mut Door, Object) -> Option<T>,
) -> Option<Vec<T>> {
    let most = usize::try_from(field.most()).unwrap_or(usize::MAX);
    let items = door.list(object, field.name(), most);
    let read: Vec<Option<T>> = items
        .into_iter()
        .map(|item| door.object(item).and_then(|inner| read(door, inner)))
        .collect();
    read.into_iter().collect()
}
