//! The form of a parameter file and the checks that a set of them must pass.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

pub mod gemeenten;
mod unit;
mod value;

pub use unit::Unit;
use value::WrittenValue;
pub use value::{Content, Source, Status, Value};

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
            problems.push(format!("parameters/{name}: a set is named in a-z, 0-9 and _"));
        }
        for (file, text) in files {
            let mut found = Vec::new();
            versions.extend(version(file, text, &mut found));
            problems.extend(found.iter().map(|what| format!("parameters/{name}/{file}: {what}")));
        }
        if let Some((first, rest)) = versions.split_first() {
            for (before, after) in versions.iter().zip(rest) {
                let found = overlap(before.period(), after.period());
                problems.extend(found.map(|what| format!("parameters/{name}: {what}")));
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
            Ok(Self { name: name.to_owned(), versions })
        } else {
            Err(problems)
        }
    }

    /// The newest version: what describes the set.
    pub fn newest(&self) -> &Version {
        self.versions.last().expect("a checked set has a version")
    }
}

impl Version {
    fn period(&self) -> (Date, Date) {
        (self.valid_from, self.valid_to)
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
    let (valid_from, valid_to) = period(file, written.valid_from, written.valid_to, problems)?;
    let sources = sources(&written.sources, problems);
    let used = (written.values.values())
        .map(Spanned::get_ref)
        .flat_map(|value| value.second_source.iter().chain([&value.source]));
    let unused = unused(&written.sources, used);
    problems.extend(unused.map(|key| format!("sources.{key}: no value refers to it")));

    let mut values: Vec<_> = written.values.into_iter().collect();
    values.sort_by_key(|(_, value)| value.span().start);
    let values = values
        .into_iter()
        .filter_map(|(key, written)| {
            let mut found = Vec::new();
            let value = value::checked(&key, written.into_inner(), &sources, &mut found);
            problems.extend(found.iter().map(|what| format!("values.{key}: {what}")));
            value
        })
        .collect();
    Some(Version { valid_from, valid_to, values })
}

fn period(
    file: &str,
    from: Datetime,
    to: Datetime,
    problems: &mut Vec<String>,
) -> Option<(Date, Date)> {
    let valid_from = date("valid_from", from, problems)?;
    let valid_to = date("valid_to", to, problems)?;
    if file != format!("{valid_from}.toml") {
        problems.push(format!("the file is named {file} but valid_from is {valid_from}"));
    }
    if valid_to < valid_from {
        problems.push(format!("valid_to {valid_to} lies before valid_from {valid_from}"));
    }
    Some((valid_from, valid_to))
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
            sources.insert(key.clone(), Source { title, url, checked });
        }
    }
    sources
}

/// The sources that are listed and not used.
fn unused<'a>(
    sources: &'a BTreeMap<String, WrittenSource>,
    used: impl Iterator<Item = &'a String>,
) -> impl Iterator<Item = &'a String> {
    let used: BTreeSet<&String> = used.collect();
    sources.keys().filter(move |key| !used.contains(key))
}

fn date(field: &str, written: Datetime, problems: &mut Vec<String>) -> Option<Date> {
    let date = written.to_string().parse().ok().filter(|_| written.time.is_none());
    if date.is_none() {
        problems.push(format!("{field}: {written} is not a date"));
    }
    date
}

fn overlap(before: (Date, Date), after: (Date, Date)) -> Option<String> {
    let free_from = before.1.saturating_add(1.day());
    (after.0 < free_from).then(|| {
        format!("{}.toml holds until {}, after {}.toml begins", before.0, before.1, after.0)
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
                problems.push(format!("values.{key} is in {here}, in another file in {units}"));
            }
            Some(_) => {}
        }
    }
    for key in found.keys().filter(|key| !expected.contains_key(*key)) {
        problems.push(format!("values.{key} is not in {}.toml", first.valid_from));
    }
    problems
}

/// Whether a text can be the name of a set or a value: it becomes a Rust name.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
