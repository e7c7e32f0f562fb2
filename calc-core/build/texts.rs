//! The words, one file per language: nested tables of strings, flattened to `table.table.key`.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// The texts of one language by their whole key.
pub type Texts = BTreeMap<String, String>;

/// The languages that may have a file.
pub const LANGUAGES: [&str; 2] = ["nl", "en"];

/// Reads and checks all languages; the first file is the measure for the keys of the others.
///
/// # Errors
///
/// Every problem found, each with its file and key.
pub fn languages(files: &[(String, String)]) -> Result<BTreeMap<String, Texts>, Vec<String>> {
    let mut problems = Vec::new();
    let mut languages = BTreeMap::new();
    for (file, text) in files {
        let Some(language) = file.strip_suffix(".toml").filter(|it| LANGUAGES.contains(it)) else {
            problems.push(format!("texts/{file}: not one of the languages {LANGUAGES:?}"));
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
    problems.extend(missing(&languages));
    if problems.is_empty() { Ok(languages) } else { Err(problems) }
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
