//! The conformance set: cases in files of lines, and programs that ask another implementation.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::cases::Case;
use super::lay::lay;
use crate::site::files::save;

/// Words of ours: another implementation has its own. Codes, dates and amounts are the same in both.
const WORDS: [&str; 3] = ["tekst", "reden", "toegestaan"];

/// Writes the set: a file for each group, and what runs it.
pub fn write(cases: &[Case], place: &Path) -> Result<()> {
    lay("xtask/src/library/conformance", place)?;
    let mut groups: BTreeMap<&str, String> = BTreeMap::new();
    for case in cases {
        let group = groups.entry(case.group).or_default();
        *group += &line(case).to_string();
        group.push('\n');
    }
    for (group, lines) in groups {
        save(&place.join(format!("{group}.jsonl")), &lines)?;
    }
    Ok(())
}

fn line(case: &Case) -> Value {
    let (name, value) = match &case.outcome {
        Ok(answer) => ("uitkomst", without_words(answer)),
        Err(problems) => ("problemen", without_words(&json!(problems))),
    };
    json!({
        "naam": case.name,
        "vraag": case.call.name(),
        "opties": case.call.options(),
        "situatie": case.situatie,
        name: value,
    })
}

fn without_words(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| !WORDS.contains(&name.as_str()));
            kept.map(|(name, value)| (name.clone(), without_words(value))).collect()
        }
        Value::Array(items) => items.iter().map(without_words).collect(),
        other => other.clone(),
    }
}
