//! Reads one field of a situation: required or with its default, within its bounds.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::coverage;
use crate::dates;
use crate::door::{Door, Object};
use crate::explain::Years;
use crate::parameters::vaste_maand;

const LONGEST_PREGNANCY_MONTHS: u32 = 9;

/// The days the reference date can be: the day itself, or while that has to be mended first the first and the last that
/// are covered. What is wrong on all of them is told in any case.
#[derive(Clone, Copy)]
pub(super) struct Dagen {
    pub(super) eerste: Date,
    pub(super) laatste: Date,
}

impl Dagen {
    /// The reference date, or every day that is covered.
    pub(super) fn van(peildatum: Option<Date>) -> Self {
        let (eerste, laatste) = coverage::days();
        Self { eerste: peildatum.unwrap_or(eerste), laatste: peildatum.unwrap_or(laatste) }
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
        coverage::vaste_maand(self.laatste)
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
    let bounds = [("van", least.0.to_string()), ("tot", (below.0 - 1).to_string())];
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

pub(super) fn required_object<'a, T>(
    door: &mut Door,
    object: &mut Object<'a>,
    name: &'static str,
    read: impl FnOnce(&mut Door, Object<'a>) -> Option<T>,
) -> Option<T> {
    if let Some(field) = object.take(name) {
        door.object(field).and_then(|inner| read(door, inner))
    } else {
        door.missing(object, name, "een_object");
        None
    }
}

/// An object that may be left out or `null`.
#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
pub(super) fn optional_object<'a, T>(
    door: &mut Door,
    object: &mut Object<'a>,
    name: &'static str,
    read: impl FnOnce(&mut Door, Object<'a>) -> Option<T>,
) -> Option<Option<T>> {
    let Some(field) = object.take(name) else {
        door.default_taken(object.path_of(name), "null");
        return Some(None);
    };
    if field.is_null() {
        return Some(None);
    }
    let inner = door.object(field)?;
    read(door, inner).map(Some)
}

pub(super) fn required_word<T: Copy>(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    allowed: &str,
    words: &[(&str, T)],
) -> Option<T> {
    if let Some(field) = object.take(name) {
        door.word(field, words)
    } else {
        door.missing(object, name, allowed);
        None
    }
}

pub(super) fn required_date(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
) -> Option<(Date, String)> {
    if let Some(field) = object.take(name) {
        let path = field.path.clone();
        door.date(field).map(|date| (date, path))
    } else {
        door.missing(object, name, "een_datum");
        None
    }
}

pub(super) fn required_amount(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    most: i64,
) -> Option<Decimal> {
    if let Some(field) = object.take(name) {
        door.decimal(field, Decimal::ZERO, most.into())
    } else {
        let bounds = [("van", "0".to_owned()), ("tot", most.to_string())];
        door.refuse(object.path_of(name), "ontbreekt", &[], "een_bedrag_tussen", &bounds);
        None
    }
}

pub(super) fn amount(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    most: impl Into<Decimal>,
) -> Option<Decimal> {
    if let Some(field) = object.take(name) {
        door.decimal(field, Decimal::ZERO, most.into())
    } else {
        door.default_taken(object.path_of(name), "0");
        Some(Decimal::ZERO)
    }
}

pub(super) fn whole_number(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    most: u32,
) -> Option<u32> {
    if let Some(field) = object.take(name) {
        door.whole(field, most)
    } else {
        door.default_taken(object.path_of(name), "0");
        Some(0)
    }
}

pub(super) fn yes_no(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    default: bool,
) -> Option<bool> {
    if let Some(field) = object.take(name) {
        door.yes_no(field)
    } else {
        door.default_taken(object.path_of(name), if default { "true" } else { "false" });
        Some(default)
    }
}

pub(super) fn word<T: Copy>(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    default: &'static str,
    words: &[(&'static str, T)],
) -> Option<T> {
    if let Some(field) = object.take(name) {
        door.word(field, words)
    } else {
        door.default_taken(object.path_of(name), default);
        words.iter().find(|(word, _)| *word == default).map(|(_, value)| *value)
    }
}

pub(super) fn each<T>(
    door: &mut Door,
    object: &mut Object,
    name: &'static str,
    most: usize,
    mut read: impl FnMut(&mut Door, Object) -> Option<T>,
) -> Option<Vec<T>> {
    let items = door.list(object, name, most);
    let read: Vec<Option<T>> = items
        .into_iter()
        .map(|field| door.object(field).and_then(|inner| read(door, inner)))
        .collect();
    read.into_iter().collect()
}
