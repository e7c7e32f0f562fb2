//! One value: how it is written, what must be true of it, and what it then is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::is_name;
use super::unit::Unit;

/// Either `value` and `unit`, or `columns` and `rows`. Numbers are text: a TOML number would pass
/// through binary floating point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenValue {
    value: Option<String>,
    unit: Option<Unit>,
    columns: Option<Vec<Unit>>,
    rows: Option<Vec<Vec<String>>>,
    status: Status,
    article: String,
    pub source: String,
    pub second_source: Option<String>,
    note: Option<String>,
}

/// How firm a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Status {
    #[serde(rename = "in force")]
    InForce,
    #[serde(rename = "announced")]
    Announced,
    #[serde(rename = "derived")]
    Derived,
}

/// One value with everything known about it.
#[derive(Debug)]
pub struct Value {
    pub key: String,
    pub content: Content,
    pub status: Status,
    pub article: String,
    pub source: Source,
    pub second_source: Option<Source>,
    pub note: String,
}

/// A number or a table of numbers.
#[derive(Debug)]
pub enum Content {
    Single { unit: Unit, written: String, number: Decimal },
    Table { columns: Vec<Unit>, written: Vec<Vec<String>>, rows: Vec<Vec<Option<Decimal>>> },
}

impl Content {
    /// What must be the same in every version of a set.
    pub fn units(&self) -> String {
        match self {
            Self::Single { unit, .. } => unit.as_str().to_owned(),
            Self::Table { columns, .. } => {
                columns.iter().map(|unit| unit.as_str()).collect::<Vec<_>>().join(";")
            }
        }
    }
}

/// Where a value was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    pub title: String,
    pub url: String,
    pub checked: Date,
}

/// Checks a value; `None` when nothing can be made of it.
pub fn checked(
    key: &str,
    written: WrittenValue,
    sources: &BTreeMap<String, Source>,
    problems: &mut Vec<String>,
) -> Option<Value> {
    if !is_name(key) {
        problems.push("a key is written in a-z, 0-9 and _".to_owned());
    }
    if written.article.trim().is_empty() {
        problems.push("article is empty".to_owned());
    }
    let note = written.note.unwrap_or_default();
    if note.trim().is_empty() {
        if written.second_source.is_none() {
            problems
                .push("without second_source a note must say why there is one source".to_owned());
        }
        if written.status == Status::Derived {
            problems.push("a derived value needs a note that says how".to_owned());
        }
    }
    if written.second_source.as_ref() == Some(&written.source) {
        problems.push("second_source is the first source".to_owned());
    }
    let find = |named: &String, problems: &mut Vec<String>| {
        let found = sources.get(named).cloned();
        if found.is_none() {
            problems.push(format!("the source {named} is not listed"));
        }
        found
    };
    let second_source = match &written.second_source {
        Some(named) => Some(find(named, problems)?),
        None => None,
    };
    let source = find(&written.source, problems)?;
    let content = match (written.value, written.unit, written.columns, written.rows) {
        (Some(value), Some(unit), None, None) => single(unit, value, problems)?,
        (None, None, Some(columns), Some(rows)) => table(columns, rows, problems)?,
        _ => {
            problems.push("write either value and unit, or columns and rows".to_owned());
            return None;
        }
    };
    Some(Value {
        key: key.to_owned(),
        content,
        status: written.status,
        article: written.article,
        source,
        second_source,
        note,
    })
}

fn single(unit: Unit, written: String, problems: &mut Vec<String>) -> Option<Content> {
    let number = number(unit, &written, problems)?;
    Some(Content::Single { unit, written, number })
}

fn table(
    columns: Vec<Unit>,
    written: Vec<Vec<String>>,
    problems: &mut Vec<String>,
) -> Option<Content> {
    if written.is_empty() || columns.is_empty() {
        problems.push("the table is empty".to_owned());
        return None;
    }
    let mut rows = Vec::new();
    for (index, row) in written.iter().enumerate() {
        if row.len() != columns.len() {
            problems.push(format!("row {}: {} cells, not {}", index + 1, row.len(), columns.len()));
            return None;
        }
        let cells = columns
            .iter()
            .zip(row)
            .map(|(unit, cell)| if cell.is_empty() { None } else { number(*unit, cell, problems) });
        rows.push(cells.collect::<Vec<_>>());
    }
    if !rows.windows(2).all(|pair| pair[0][0].is_some() && pair[0][0] < pair[1][0]) {
        problems.push("the first column must rise from row to row".to_owned());
    }
    Some(Content::Table { columns, written, rows })
}

/// Reads a number; a unit of whole things takes no fraction.
pub fn number(unit: Unit, written: &str, problems: &mut Vec<String>) -> Option<Decimal> {
    let Ok(number) = Decimal::from_str_exact(written) else {
        problems.push(format!("\"{written}\" is not a number such as \"1234.56\""));
        return None;
    };
    if unit.counts_whole_things() && written.parse::<u32>().is_err() {
        problems.push(format!("\"{written}\" is not a whole number, as {} asks", unit.as_str()));
        return None;
    }
    Some(number)
}
