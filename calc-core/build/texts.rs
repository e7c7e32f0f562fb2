//! The words, one file per language: nested tables of strings, flattened to `table.table.key`.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

/// The texts of one language by their whole key.
pub type Texts = BTreeMap<String, String>;

/// The language that must be there.
pub const FIRST: &str = "nl";

/// Reads and checks all languages: each has every key of the others, with the same placeholders.
///
/// # Errors
///
/// Every problem found, each with its file and key.
pub fn languages(files: &[(String, String)]) -> Result<BTreeMap<String, Texts>, Vec<String>> {
    let mut problems = Vec::new();
    let mut languages = BTreeMap::new();
    for (file, text) in files {
        let Some(language) = file.strip_suffix(".toml").filter(|tag| is_tag(tag)) else {
            problems.push(format!("texts/{file}: the name is a language tag, such as en.toml"));
            continue;
        };
        let mut found = Vec::new();
        let mut texts = Texts::new();
        match text.parse::<Table>() {
            Ok(table) => flatten("", &table, &mut texts, &mut found),
            Err(error) => found.push(error.to_string()),
        }
        problems.extend(found.iter().map(|what| format!("texts/{file}: {what}")));
        languages.insert(language.to_owned(), texts);
    }
    if !languages.contains_key(FIRST) {
        problems.push(format!("texts/{FIRST}.toml is missing"));
    }
    problems.extend(missing(&languages));
    problems.extend(other_placeholders(&languages));
    if problems.is_empty() { Ok(languages) } else { Err(problems) }
}

/// The tag of a language: two or three small letters.
fn is_tag(tag: &str) -> bool {
    (2..=3).contains(&tag.len()) && tag.bytes().all(|letter| letter.is_ascii_lowercase())
}

fn flatten(prefix: &str, table: &Table, texts: &mut Texts, problems: &mut Vec<String>) {
    for (part, value) in table {
        let key = if prefix.is_empty() { part.clone() } else { format!("{prefix}.{part}") };
        if !part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) {
            problems.push(format!("{key}: a key is written in letters, digits, _ and -"));
        }
        match value {
            Value::Table(inner) => flatten(&key, inner, texts, problems),
            Value::String(text) if text.trim().is_empty() => {
                problems.push(format!("{key}: is empty"));
            }
            Value::String(text) if text.contains(['\n', '\r']) => {
                problems.push(format!("{key}: is more than one line"));
            }
            Value::String(text) => {
                texts.insert(key, text.clone());
            }
            _ => problems.push(format!("{key}: is not a text")),
        }
    }
}

fn missing(languages: &BTreeMap<String, Texts>) -> Vec<String> {
    let mut problems = Vec::new();
    for (language, texts) in languages {
        for (other, others) in languages {
            for key in others.keys().filter(|key| !texts.contains_key(*key)) {
                problems
                    .push(format!("texts/{language}.toml: {key} is missing, {other}.toml has it"));
            }
        }
    }
    problems
}

/// The `{placeholders}` of a text, sorted.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

fn other_placeholders(languages: &BTreeMap<String, Texts>) -> Vec<String> {
    let Some(first) = languages.get(FIRST) else { return Vec::new() };
    let mut problems = Vec::new();
    for (language, texts) in languages {
        for (key, text) in texts {
            let Some(measure) = first.get(key) else { continue };
            let (here, there) = (placeholders(text), placeholders(measure));
            if here != there {
                problems.push(format!(
                    "texts/{language}.toml: {key} has the placeholders {here:?}, {FIRST}.toml has {there:?}"
                ));
            }
        }
    }
    problems
}
