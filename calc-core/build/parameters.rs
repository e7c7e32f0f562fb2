//! The form of a parameter file and the checks that a set of them must pass.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

/// One parameter file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    valid_from: Datetime,
    valid_to: Datetime,
    sources: BTreeMap<String, WrittenSource>,
    values: BTreeMap<String, Spanned<WrittenValue>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSource {
    title: String,
    url: String,
    checked: Datetime,
}

/// Either `value` and `unit`, or `columns` and `rows`. Numbers are text: a TOML number would pass
/// through binary floating point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenValue {
    value: Option<String>,
    unit: Option<Unit>,
    columns: Option<Vec<Unit>>,
    rows: Option<Vec<Vec<String>>>,
    status: Status,
    article: String,
    source: String,
    second_source: Option<String>,
    note: Option<String>,
}

/// The closed list of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unit {
    #[serde(rename = "EUR")]
    Euro,
    #[serde(rename = "EUR/jaar")]
    EuroPerYear,
    #[serde(rename = "EUR/kwartaal")]
    EuroPerQuarter,
    #[serde(rename = "EUR/maand")]
    EuroPerMonth,
    #[serde(rename = "EUR/uur")]
    EuroPerHour,
    #[serde(rename = "%")]
    Percent,
    #[serde(rename = "uur/maand")]
    HoursPerMonth,
    #[serde(rename = "jaar")]
    Years,
    #[serde(rename = "maanden")]
    Months,
    #[serde(rename = "personen")]
    Persons,
    #[serde(rename = "factor")]
    Factor,
}

impl Unit {
    /// As the files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Euro => "EUR",
            Self::EuroPerYear => "EUR/jaar",
            Self::EuroPerQuarter => "EUR/kwartaal",
            Self::EuroPerMonth => "EUR/maand",
            Self::EuroPerHour => "EUR/uur",
            Self::Percent => "%",
            Self::HoursPerMonth => "uur/maand",
            Self::Years => "jaar",
            Self::Months => "maanden",
            Self::Persons => "personen",
            Self::Factor => "factor",
        }
    }

    fn counts_whole_things(self) -> bool {
        matches!(self, Self::Years | Self::Months | Self::Persons)
    }
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

/// All versions of one set, checked.
#[derive(Debug)]
pub struct Set {
    pub name: String,
    /// By date, at least one.
    pub versions: Vec<Version>,
}

/// What holds from one date to another.
#[derive(Debug)]
pub struct Version {
    pub valid_from: Date,
    pub valid_to: Date,
    /// In the order of the file.
    pub values: Vec<Value>,
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
    Single {
        unit: Unit,
        written: String,
        number: Decimal,
    },
    Table {
        columns: Vec<Unit>,
        written: Vec<Vec<String>>,
        rows: Vec<Vec<Option<Decimal>>>,
    },
}

impl Content {
    /// What must be the same in every version of a set.
    pub fn units(&self) -> String {
        match self {
            Self::Single { unit, .. } => unit.as_str().to_owned(),
            Self::Table { columns, .. } => columns
                .iter()
                .map(|unit| unit.as_str())
                .collect::<Vec<_>>()
                .join(";"),
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

impl Set {
    /// Reads and checks all files of a set: names with texts, sorted by name.
    ///
    /// # Errors
    ///
    /// Every problem found, each with its file and key.
    pub fn from_files(name: &str, files: &[(String, String)]) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let mut versions = Vec::new();
        if !is_name(name) {
            problems.push(format!(
                "parameters/{name}: a set is named in a-z, 0-9 and _"
            ));
        }
        for (file, text) in files {
            let mut found = Vec::new();
            versions.extend(version(file, text, &mut found));
            problems.extend(
                found
                    .iter()
                    .map(|what| format!("parameters/{name}/{file}: {what}")),
            );
        }
        if let Some((first, rest)) = versions.split_first() {
            for (before, after) in versions.iter().zip(rest) {
                problems.extend(
                    overlap(before, after).map(|what| format!("parameters/{name}: {what}")),
                );
            }
            for other in rest {
                problems.extend(
                    differences(first, other)
                        .iter()
                        .map(|what| format!("parameters/{name}/{}.toml: {what}", other.valid_from)),
                );
            }
        } else if problems.is_empty() {
            problems.push(format!("parameters/{name}: no files"));
        }
        if problems.is_empty() {
            Ok(Self {
                name: name.to_owned(),
                versions,
            })
        } else {
            Err(problems)
        }
    }

    /// The newest version: what describes the set.
    pub fn newest(&self) -> &Version {
        self.versions.last().expect("a checked set has a version")
    }
}

fn version(file: &str, text: &str, problems: &mut Vec<String>) -> Option<Version> {
    let written: File = match toml::from_str(text) {
        Ok(written) => written,
        Err(error) => {
            problems.push(error.to_string());
            return None;
        }
    };
    let valid_from = date("valid_from", written.valid_from, problems)?;
    let valid_to = date("valid_to", written.valid_to, problems)?;
    if file != format!("{valid_from}.toml") {
        problems.push(format!(
            "the file is named {file} but valid_from is {valid_from}"
        ));
    }
    if valid_to < valid_from {
        problems.push(format!(
            "valid_to {valid_to} lies before valid_from {valid_from}"
        ));
    }
    let sources = sources(&written.sources, problems);
    check_use_of_sources(&written, problems);

    let mut values: Vec<_> = written.values.into_iter().collect();
    values.sort_by_key(|(_, value)| value.span().start);
    let values = values
        .into_iter()
        .filter_map(|(key, written)| {
            let mut found = Vec::new();
            let value = value(&key, written.into_inner(), &sources, &mut found);
            problems.extend(found.iter().map(|what| format!("values.{key}: {what}")));
            value
        })
        .collect();
    Some(Version {
        valid_from,
        valid_to,
        values,
    })
}

fn sources(
    written: &BTreeMap<String, WrittenSource>,
    problems: &mut Vec<String>,
) -> BTreeMap<String, Source> {
    let mut sources = BTreeMap::new();
    for (key, source) in written {
        if source.title.trim().is_empty() {
            problems.push(format!("sources.{key}: title is empty"));
        }
        if !source.url.starts_with("https://") {
            problems.push(format!("sources.{key}: url must start with https://"));
        }
        if let Some(checked) = date(&format!("sources.{key}: checked"), source.checked, problems) {
            let (title, url) = (source.title.clone(), source.url.clone());
            sources.insert(
                key.clone(),
                Source {
                    title,
                    url,
                    checked,
                },
            );
        }
    }
    sources
}

fn check_use_of_sources(file: &File, problems: &mut Vec<String>) {
    let used: BTreeSet<&String> = (file.values.values())
        .map(Spanned::get_ref)
        .flat_map(|value| value.second_source.iter().chain([&value.source]))
        .collect();
    for key in file.sources.keys().filter(|key| !used.contains(key)) {
        problems.push(format!("sources.{key}: no value refers to it"));
    }
}

fn value(
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
    Some(Content::Single {
        unit,
        written,
        number,
    })
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
            problems.push(format!(
                "row {}: {} cells, not {}",
                index + 1,
                row.len(),
                columns.len()
            ));
            return None;
        }
        let cells = columns.iter().zip(row).map(|(unit, cell)| {
            if cell.is_empty() {
                None
            } else {
                number(*unit, cell, problems)
            }
        });
        rows.push(cells.collect::<Vec<_>>());
    }
    if !rows
        .windows(2)
        .all(|pair| pair[0][0].is_some() && pair[0][0] < pair[1][0])
    {
        problems.push("the first column must rise from row to row".to_owned());
    }
    Some(Content::Table {
        columns,
        written,
        rows,
    })
}

fn number(unit: Unit, written: &str, problems: &mut Vec<String>) -> Option<Decimal> {
    let Ok(number) = Decimal::from_str_exact(written) else {
        problems.push(format!("\"{written}\" is not a number such as \"1234.56\""));
        return None;
    };
    if unit.counts_whole_things() && written.parse::<u32>().is_err() {
        problems.push(format!(
            "\"{written}\" is not a whole number, as {} asks",
            unit.as_str()
        ));
        return None;
    }
    Some(number)
}

fn date(field: &str, written: Datetime, problems: &mut Vec<String>) -> Option<Date> {
    let date = written
        .to_string()
        .parse()
        .ok()
        .filter(|_| written.time.is_none());
    if date.is_none() {
        problems.push(format!("{field}: {written} is not a date"));
    }
    date
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn overlap(before: &Version, after: &Version) -> Option<String> {
    let free_from = before.valid_to.saturating_add(1.day());
    (after.valid_from < free_from).then(|| {
        format!(
            "{}.toml holds until {}, after {}.toml begins",
            before.valid_from, before.valid_to, after.valid_from
        )
    })
}

/// What keeps two versions from being the same Rust type.
fn differences(first: &Version, other: &Version) -> Vec<String> {
    let units = |version: &Version| {
        version
            .values
            .iter()
            .map(|value| (value.key.clone(), value.content.units()))
            .collect::<BTreeMap<_, _>>()
    };
    let (expected, found) = (units(first), units(other));
    let mut problems = Vec::new();
    for (key, units) in &expected {
        match found.get(key) {
            None => problems.push(format!("values.{key} is missing")),
            Some(here) if here != units => {
                problems.push(format!(
                    "values.{key} is in {here}, in another file in {units}"
                ));
            }
            Some(_) => {}
        }
    }
    for key in found.keys().filter(|key| !expected.contains_key(*key)) {
        problems.push(format!("values.{key} is not in {}.toml", first.valid_from));
    }
    problems
}
