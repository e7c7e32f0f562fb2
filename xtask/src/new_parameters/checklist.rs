//! What is to be looked up where, as it is printed.

use std::fmt;

use super::day::Day;
use super::file::{Entry, Sheet};

const AFTER: &str = "\
Then:
  1. Type every amount over from its document; `checked` is the day you looked.
  2. Title, url, status, article, second_source and note are copies of the file
     before: read each again.
  3. `cargo test` names what is still blank, by file and key.
  4. What is not published yet cannot wait in a blank file: remove the file
     (and put back the last day of the one before it).
docs/parameters.md says when each document comes out and what depends on it.
";

/// The checklist of one day.
pub struct Checklist {
    from: Day,
    sets: Vec<String>,
    left_alone: Vec<String>,
}

impl Checklist {
    /// One with nothing on it.
    pub fn new(from: Day) -> Self {
        Self { from, sets: Vec::new(), left_alone: Vec::new() }
    }

    /// Adds a set with the file that its next one was copied from.
    pub fn add(&mut self, name: &str, before: &Sheet) {
        let from = self.from;
        let (first, last) = (before.valid_from, before.valid_to);
        let mut lines =
            vec![format!("calc-core/parameters/{name}/{from}.toml (after {first}.toml)")];
        if last < from.before() {
            lines.push(format!("  NOTE: that file ends on {last}; the days between are refused."));
        }
        lines.push("  [ ] valid_to: the last day it holds".to_owned());
        for source in &before.sources {
            lines.extend(of_a_source(source, before, from));
        }
        self.sets.push(lines.join("\n"));
    }

    /// Notes a set that is left alone.
    pub fn leave(&mut self, name: &str, why: &str) {
        self.left_alone.push(format!("  {name}: {why}\n"));
    }
}

/// A document with the amounts that are read in it.
fn of_a_source(source: &Entry, sheet: &Sheet, from: Day) -> Vec<String> {
    let mut lines = vec![format!("  [ ] {}", source.field("title"))];
    if let Some(year) = dated(source, from) {
        lines.push(format!("      (speaks of {year}: is there one for {from}?)"));
    }
    lines.push(format!("      {}", source.field("url")));
    let read_in = |which: &'static str| {
        sheet.values.iter().filter(move |value| value.field(which) == source.name)
    };
    for value in read_in("source") {
        let unit = if value.field("unit").is_empty() { "table" } else { value.field("unit") };
        let status = match value.field("status") {
            "in force" => String::new(),
            status => format!(", was {status}"),
        };
        let article = value.field("article");
        lines.push(format!("      - {} ({unit}, {article}{status})", value.name));
    }
    let second: Vec<&str> = read_in("second_source").map(|value| &*value.name).collect();
    if !second.is_empty() {
        lines.push(format!("      - a second look at: {}", second.join(", ")));
    }
    lines
}

/// The year that a document speaks of; laws are older than these amounts.
fn dated(source: &Entry, from: Day) -> Option<i16> {
    let digits = |text: &str| -> Vec<i16> {
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
    };
    let years = 2020..=from.year();
    let found = digits(source.field("title")).into_iter().chain(digits(source.field("url")));
    found.filter(|year| years.contains(year)).max()
}

impl fmt::Display for Checklist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = self.from;
        if self.sets.is_empty() {
            writeln!(f, "Nothing to prepare for {from}: no set ends before that day.")?;
        } else {
            let files = if self.sets.len() == 1 { "file" } else { "files" };
            writeln!(f, "{} {files} for {from}, with nothing filled in.", self.sets.len())?;
        }
        for set in &self.sets {
            writeln!(f, "\n{set}")?;
        }
        if !self.left_alone.is_empty() {
            write!(f, "\nLeft alone:\n{}", self.left_alone.concat())?;
        }
        if !self.sets.is_empty() {
            write!(f, "\n{AFTER}")?;
        }
        Ok(())
    }
}
