//! One parameter file, line by line: what it holds, and the same file with nothing filled in. By lines
//! rather than through a TOML library, so that comments and their places stay. A file that is written
//! in another way than all others is refused rather than copied in part.

use super::day::Day;

/// What a parameter file holds that the checklist speaks of.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The first day it holds.
    pub valid_from: Day,
    /// The last day it holds.
    pub valid_to: Day,
    /// The documents, in the order of the file.
    pub sources: Vec<Entry<'a>>,
    /// The amounts, in the order of the file.
    pub values: Vec<Entry<'a>>,
    lines: Vec<Line<'a>>,
}

/// A source or a value: its name and its fields as they were written, without quotation marks.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its name.
    pub name: &'a str,
    fields: Vec<(&'a str, &'a str)>,
}

impl<'a> Entry<'a> {
    /// A field of it; empty when it has none of this name.
    pub fn field(&self, key: &str) -> &'a str {
        self.fields.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value)
    }

    fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|(known, _)| *known == key)
    }
}

/// A line with what it is.
#[derive(Debug)]
struct Line<'a> {
    text: &'a str,
    comment: &'a str,
    part: Part<'a>,
}

#[derive(Debug, PartialEq)]
enum Part<'a> {
    /// An empty line, a comment, a heading.
    Kept,
    /// `key = value`, all on the line.
    Field { key: &'a str },
    /// The first line of a table over several lines.
    TableOpens,
    /// A line of such a table; the last one closes it.
    InTable { closes: bool },
}

const VALID_FROM: &str = "valid_from";
const VALID_TO: &str = "valid_to";
const TOP: [&str; 2] = [VALID_FROM, VALID_TO];
const OF_A_SOURCE: [&str; 3] = ["title", "url", "checked"];
const OF_A_VALUE: [&str; 9] =
    ["value", "unit", "columns", "rows", "status", "article", "source", "second_source", "note"];

impl<'a> Sheet<'a> {
    /// Reads a file that is filled in.
    pub fn read(text: &'a str) -> Result<Self, String> {
        let mut top = Entry { name: "", fields: Vec::new() };
        let (mut sources, mut values) = (Vec::new(), Vec::new());
        let mut lines: Vec<Line> = Vec::new();
        let mut section = Section::Top;
        let mut depth = 0;
        for (index, text) in text.lines().enumerate() {
            let wrong = |what: &str| format!("line {}: {what}: {text}", index + 1);
            let (code, comment) = split_comment(text);
            let part = if depth > 0 {
                depth += opened(code);
                Part::InTable { closes: depth <= 0 }
            } else if code.is_empty() {
                Part::Kept
            } else if code.starts_with('[') {
                let entry = |name| Entry { name, fields: Vec::new() };
                if let Some(name) = heading(code, "[sources.") {
                    section = Section::Source;
                    sources.push(entry(name));
                } else if let Some(name) = heading(code, "[values.") {
                    section = Section::Value;
                    values.push(entry(name));
                } else {
                    return Err(wrong("neither [sources.…] nor [values.…]"));
                }
                Part::Kept
            } else {
                let (key, value) = code.split_once('=').ok_or_else(|| wrong("not key = value"))?;
                let (key, value) = (key.trim(), value.trim());
                let (entry, known) = match section {
                    Section::Top => (Some(&mut top), &TOP[..]),
                    Section::Source => (sources.last_mut(), &OF_A_SOURCE[..]),
                    Section::Value => (values.last_mut(), &OF_A_VALUE[..]),
                };
                if !known.contains(&key) {
                    return Err(wrong("this command does not know the key"));
                }
                depth = opened(value);
                let whole = match value.as_bytes() {
                    [b'"' | b'\'', ..] => unquoted(value).is_some(),
                    _ => depth == 0 || (key == "rows" && depth > 0),
                };
                if !whole {
                    return Err(wrong("this command reads values of one line only"));
                }
                if let Some(entry) = entry {
                    entry.fields.push((key, unquoted(value).unwrap_or(value)));
                }
                if depth > 0 { Part::TableOpens } else { Part::Field { key } }
            };
            lines.push(Line { text, comment, part });
        }
        filled(&top, &sources, &values)?;
        let date = |key| Day::parse(top.field(key)).ok_or_else(|| not_filled(key));
        Ok(Self {
            valid_from: date(VALID_FROM)?,
            valid_to: date(VALID_TO)?,
            sources,
            values,
            lines,
        })
    }

    /// The same file from `from` on, with nothing filled in: no last day, no amounts, no days of checking.
    pub fn blanked(&self, from: Day) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let written = match line.part {
                Part::Field { key: VALID_FROM } => format!("{VALID_FROM} = {from}"),
                Part::Field { key: key @ (VALID_TO | "checked" | "value") } => {
                    format!("{key} = \"\"")
                }
                Part::Field { key: "rows" } => "rows = []".to_owned(),
                Part::Kept | Part::Field { .. } => line.text.to_owned(),
                Part::TableOpens => "rows = [".to_owned(),
                Part::InTable { closes: true } => "]".to_owned(),
                Part::InTable { closes: false } if line.comment.is_empty() => continue,
                Part::InTable { closes: false } => "   ".to_owned(),
            };
            push(&mut text, &written, line);
        }
        text
    }

    /// The same file with another last day.
    pub fn ending(&self, to: Day) -> String {
        let mut text = String::new();
        for line in &self.lines {
            if line.part == (Part::Field { key: VALID_TO }) {
                push(&mut text, &format!("{VALID_TO} = {to}"), line);
            } else {
                push(&mut text, line.text, line);
            }
        }
        text
    }
}

#[derive(Clone, Copy)]
enum Section {
    Top,
    Source,
    Value,
}

/// Adds a line, with the comment that stood behind it.
fn push(text: &mut String, written: &str, line: &Line) {
    text.push_str(written);
    if written != line.text && !line.comment.is_empty() {
        text.push(' ');
        text.push_str(line.comment);
    }
    text.push('\n');
}

fn not_filled(what: &str) -> String {
    format!("{what} is not filled in: finish this file first")
}

/// Whether everything that [`Sheet::blanked`] empties is there and filled in.
fn filled(top: &Entry, sources: &[Entry], values: &[Entry]) -> Result<(), String> {
    for key in TOP {
        if Day::parse(top.field(key)).is_none() {
            return Err(not_filled(key));
        }
    }
    for source in sources {
        if Day::parse(source.field("checked")).is_none() {
            return Err(not_filled(&format!("sources.{}: checked", source.name)));
        }
    }
    for value in values {
        let table = value.has("rows") && value.field("rows") != "[]";
        if value.field("value").is_empty() && !table {
            return Err(not_filled(&format!("values.{}", value.name)));
        }
    }
    if values.is_empty() { Err("no [values.…] in it".to_owned()) } else { Ok(()) }
}

fn heading<'a>(code: &'a str, before: &str) -> Option<&'a str> {
    let name = code.strip_prefix(before)?.strip_suffix(']')?;
    name.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        .then_some(name)
}

/// What stands between the quotation marks; `None` when they do not close on the line.
fn unquoted(value: &str) -> Option<&str> {
    let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let inner = value.strip_prefix(mark)?.strip_suffix(mark)?;
    let closed = outside_strings(value).map(|(_, found)| found).eq([mark, mark]);
    closed.then_some(inner)
}

/// A line before and from its comment.
fn split_comment(text: &str) -> (&str, &str) {
    let at = outside_strings(text).find(|(_, found)| *found == '#');
    let (code, comment) = text.split_at(at.map_or(text.len(), |(at, _)| at));
    (code.trim(), comment)
}

/// How many brackets a piece opens more than it closes.
fn opened(code: &str) -> i32 {
    outside_strings(code)
        .map(|(_, found)| match found {
            '[' => 1,
            ']' => -1,
            _ => 0,
        })
        .sum()
}

/// The characters that are not within quotation marks, and the marks, with their places.
fn outside_strings(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut string = None;
    let mut escaped = false;
    text.char_indices().filter(move |(_, found)| match string {
        None => {
            if matches!(found, '"' | '\'') {
                string = Some(*found);
            }
            true
        }
        Some(mark) => {
            let ends = *found == mark && !escaped;
            escaped = mark == '"' && *found == '\\' && !escaped;
            if ends {
                string = None;
            }
            ends
        }
    })
}

#[cfg(test)]
mod tests;
