//! One parameter file: what it holds, and the same file with nothing filled in, comments and their places kept. A file
//! that is written in another way than all others is refused rather than copied in part.

use std::ops::Range;

use toml_edit::{Array, Datetime, Document, DocumentMut, Item, Table, Value};

use super::day::Day;

/// What a parameter file holds that the checklist speaks of.
#[derive(Debug)]
pub struct Sheet {
    /// The first day it holds.
    pub valid_from: Day,
    /// The last day it holds.
    pub valid_to: Day,
    /// The documents, in the order of the file.
    pub sources: Vec<Entry>,
    /// The amounts, in the order of the file.
    pub values: Vec<Entry>,
    document: DocumentMut,
}

/// A source or a value.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub name: String,
    fields: Table,
}

impl Entry {
    /// A text of it; empty when it has none of this name.
    pub fn field(&self, key: &str) -> &str {
        self.fields.get(key).and_then(Item::as_str).unwrap_or_default()
    }
}

const VALID_FROM: &str = "valid_from";
const VALID_TO: &str = "valid_to";
const CHECKED: &str = "checked";
const ROWS: &str = "rows";
const SOURCES: &str = "sources";
const VALUES: &str = "values";
const TOP: [&str; 2] = [VALID_FROM, VALID_TO];
const OF_A_SOURCE: [&str; 3] = ["title", "url", CHECKED];
const OF_A_VALUE: [&str; 9] =
    ["value", "unit", "columns", ROWS, "status", "article", "source", "second_source", "note"];

impl Sheet {
    /// Reads a file that is filled in.
    pub fn read(text: &str) -> Result<Self, String> {
        let document = Document::parse(text)
            .map_err(|error| at_line(text, error.span(), error.message().trim()))?;
        usual(text, &document)?;
        let document = document.into_mut();
        let (sources, values) = (entries(&document, SOURCES), entries(&document, VALUES));
        let date = |key| day(&document, key).ok_or_else(|| not_filled(key));
        let (valid_from, valid_to) = (date(VALID_FROM)?, date(VALID_TO)?);
        filled(&sources, &values)?;
        Ok(Self { valid_from, valid_to, sources, values, document })
    }

    /// The same file from `from` on, with nothing filled in: no last day, no amounts, no days of checking.
    pub fn blanked(&self, from: Day) -> String {
        let mut blank = self.document.clone();
        put(&mut blank, VALID_FROM, date(from));
        put(&mut blank, VALID_TO, "".into());
        for (section, key) in [(SOURCES, CHECKED), (VALUES, "value")] {
            let tables = blank.get_mut(section).and_then(Item::as_table_mut);
            for (_, table) in tables.into_iter().flat_map(Table::iter_mut) {
                let Some(table) = table.as_table_mut() else { continue };
                put(table, key, "".into());
                if let Some(rows) = table.get_mut(ROWS).and_then(Item::as_array_mut) {
                    empty(rows);
                }
            }
        }
        blank.to_string()
    }

    /// The same file with another last day.
    pub fn ending(&self, to: Day) -> String {
        let mut ending = self.document.clone();
        put(&mut ending, VALID_TO, date(to));
        ending.to_string()
    }
}

/// Refuses what none of the files has: what is copied has to be what this command knows.
fn usual(text: &str, top: &Table) -> Result<(), String> {
    for (name, section) in top {
        let known = match name {
            SOURCES => &OF_A_SOURCE[..],
            VALUES => &OF_A_VALUE,
            _ => {
                usual_field(text, top, name, &TOP)?;
                continue;
            }
        };
        let other = |span| at_line(text, span, "neither [sources.…] nor [values.…]");
        let section = section.as_table().filter(|table| table.is_implicit());
        let section = section.ok_or_else(|| other(top.key(name).and_then(toml_edit::Key::span)))?;
        for (name, entry) in section {
            let span = section.key(name).and_then(toml_edit::Key::span);
            let bare = span.clone().is_some_and(|span| text[span].bytes().all(is_of_a_name));
            let entry = entry.as_table().filter(|table| bare && !table.is_dotted());
            let entry = entry.ok_or_else(|| other(span))?;
            for (name, _) in entry {
                usual_field(text, entry, name, known)?;
            }
        }
    }
    Ok(())
}

/// Refuses a key that is not known, and a value of several lines but the rows of a table.
fn usual_field(text: &str, table: &Table, name: &str, known: &[&str]) -> Result<(), String> {
    let span = table.key(name).and_then(toml_edit::Key::span);
    if !known.contains(&name) {
        return Err(at_line(text, span, "this command does not know the key"));
    }
    let value = table.get(name).and_then(Item::span).map_or("", |value| &text[value]);
    if name != ROWS && value.contains('\n') {
        return Err(at_line(text, span, "this command reads values of one line only"));
    }
    Ok(())
}

fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}

/// What is wrong, with the line that it begins on.
fn at_line(text: &str, span: Option<Range<usize>>, what: &str) -> String {
    let before = span.and_then(|span| text.get(..span.start)).unwrap_or_default();
    let number = before.matches('\n').count();
    let line = text.lines().nth(number).unwrap_or_default();
    format!("line {}: {what}: {line}", number + 1)
}

fn entries(document: &Table, section: &str) -> Vec<Entry> {
    let tables = document.get(section).and_then(Item::as_table);
    let entry = |(name, item): (&str, &Item)| {
        Some(Entry { name: name.to_owned(), fields: item.as_table()?.clone() })
    };
    tables.into_iter().flat_map(Table::iter).filter_map(entry).collect()
}

/// A day of a table; none when it is missing or blank.
fn day(table: &Table, key: &str) -> Option<Day> {
    Day::parse(&table.get(key)?.as_datetime()?.to_string())
}

fn date(day: Day) -> Value {
    // A day that is none in TOML there is not: it would be written as a text, which the build refuses.
    let text = day.to_string();
    text.parse::<Datetime>().map_or_else(|_| text.into(), Value::from)
}

/// Another value in the place of one, with the comment that stood behind it.
fn put(table: &mut Table, key: &str, value: Value) {
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        let around = old.decor().clone();
        *old = value;
        *old.decor_mut() = around;
    }
}

/// Takes the rows out of a table; its comments keep lines of their own.
fn empty(rows: &mut Array) {
    let around = around(rows);
    rows.clear();
    rows.set_trailing_comma(false);
    let mut lines = around.lines();
    let mut kept = vec![lines.next().unwrap_or_default().trim_end().to_owned()];
    let comments = lines.map(str::trim).filter(|line| !line.is_empty());
    kept.extend(comments.map(|comment| format!("    {comment}")));
    if around.contains('\n') {
        kept.push(String::new());
    }
    rows.set_trailing(kept.join("\n"));
}

/// What stands around the values of a list: spaces, line ends and comments.
fn around(list: &Array) -> String {
    let text = |raw: Option<&toml_edit::RawString>| {
        raw.and_then(toml_edit::RawString::as_str).unwrap_or_default().to_owned()
    };
    let of = |item: &Value| {
        let inner = item.as_array().map(around).unwrap_or_default();
        text(item.decor().prefix()) + &inner + &text(item.decor().suffix())
    };
    list.iter().map(of).collect::<String>() + &text(Some(list.trailing()))
}

fn not_filled(what: &str) -> String {
    format!("{what} is not filled in: finish this file first")
}

/// Whether everything that [`Sheet::blanked`] empties is there and filled in.
fn filled(sources: &[Entry], values: &[Entry]) -> Result<(), String> {
    if let Some(source) = sources.iter().find(|source| day(&source.fields, CHECKED).is_none()) {
        return Err(not_filled(&format!("{SOURCES}.{}: {CHECKED}", source.name)));
    }
    let has_rows = |value: &Entry| {
        value.fields.get(ROWS).and_then(Item::as_array).is_some_and(|rows| !rows.is_empty())
    };
    let blank = |value: &&Entry| value.field("value").is_empty() && !has_rows(value);
    if let Some(value) = values.iter().find(blank) {
        return Err(not_filled(&format!("{VALUES}.{}", value.name)));
    }
    if values.is_empty() { Err("no [values.…] in it".to_owned()) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
