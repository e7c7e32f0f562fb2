//! A file of a worked household as it is written, and what may stand in it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use tests::{files, read, repository};

use super::change;
use super::expect::Expected;

/// A file that can be computed with.
pub struct File {
    /// The articles it proves.
    pub rule: String,
    /// What it shows, in one line.
    pub what: String,
    /// Where the amounts and the sums come from.
    pub source: String,
    /// The household that is changed.
    pub base: Value,
    /// What is changed in it, and what has to come out: once, or in each `[[case]]`.
    pub cases: Vec<Case>,
}

/// A household of its own and what has to come out.
pub struct Case {
    /// Values by their path, in order.
    pub changes: Vec<(String, Value)>,
    /// What has to come out, by path.
    pub expected: BTreeMap<String, Expected>,
    /// All phases, as `[rule, first month, last month, rule of the other reading]`.
    pub phases: Option<Vec<Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    rule: String,
    what: String,
    source: String,
    base: String,
    why: Option<String>,
    phases: Option<Vec<Phase>>,
    #[serde(default)]
    change: toml::Table,
    #[serde(default)]
    expect: BTreeMap<String, WrittenExpected>,
    #[serde(default)]
    case: Vec<WrittenCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCase {
    why: Option<String>,
    phases: Option<Vec<Phase>>,
    #[serde(default)]
    change: toml::Table,
    #[serde(default)]
    expect: BTreeMap<String, WrittenExpected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExpected {
    amount: Option<String>,
    sum: Option<String>,
    is: Option<toml::Value>,
    there: Option<bool>,
    /// For the reader.
    #[serde(rename = "why")]
    _why: Option<String>,
}

/// Which disregard holds in which months.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phase {
    rule: String,
    from: u32,
    /// None: without end.
    to: Option<u32>,
    /// The rule of the other reading of the law.
    other: Option<String>,
}

impl File {
    /// Reads the text of a file; the problem names the key and what may stand there.
    pub fn read(text: &str) -> Result<Self, String> {
        let Written { rule, what, source, base, why, phases, change, expect, case } =
            toml::from_str(text).map_err(|error| error.to_string())?;
        let shared = changes(&change)?;
        let once = WrittenCase { why, phases, change: toml::Table::new(), expect };
        let written = if case.is_empty() {
            vec![once]
        } else if once.expect.is_empty() && once.phases.is_none() {
            case
        } else {
            return Err("what comes out stands in the file or in each [[case]], not in both".into());
        };
        let cases =
            written.into_iter().map(|case| case.checked(&shared)).collect::<Result<_, _>>()?;
        Ok(Self { rule, what, source, base: household(&base)?, cases })
    }
}

impl WrittenCase {
    fn checked(self, shared: &[(String, Value)]) -> Result<Case, String> {
        if self.expect.is_empty() && self.phases.is_none() {
            return Err("a case needs `expect` or `phases`".to_owned());
        }
        if self.phases.is_some() && self.why.is_none() {
            return Err("phases need a `why`: how the months were counted".to_owned());
        }
        let expected = self.expect.into_iter().map(|(path, expected)| {
            let checked = expected.checked();
            let checked = checked.map_err(|problem| format!("expect.\"{path}\": {problem}"))?;
            Ok((path, checked))
        });
        let list = |phases: Vec<Phase>| {
            let phase = |it: Phase| json!([it.rule, it.from, it.to, it.other]);
            phases.into_iter().map(phase).collect()
        };
        Ok(Case {
            expected: expected.collect::<Result<_, String>>()?,
            phases: self.phases.map(list),
            changes: [shared, &changes(&self.change)?].concat(),
        })
    }
}

impl WrittenExpected {
    fn checked(self) -> Result<Expected, String> {
        match self {
            Self { amount: Some(amount), sum: Some(sum), is: None, there: None, .. } => {
                if amount.parse::<rust_decimal::Decimal>().is_err() {
                    return Err(format!("amount is {amount:?}; it may be as in \"1419.46\""));
                }
                Ok(Expected::Amount { amount, sum })
            }
            Self { amount: Some(_), sum: None, .. } => {
                Err("an amount has a `sum`: how it was worked out by hand".to_owned())
            }
            Self { amount: None, sum: None, is: Some(word), there: None, .. } => {
                Ok(Expected::Is(change::json(&word)?))
            }
            Self { amount: None, sum: None, is: None, there: Some(there), .. } => {
                Ok(Expected::There(there))
            }
            _ => Err("needs one of `amount` (with `sum`), `is`, `there`".to_owned()),
        }
    }
}

impl Case {
    /// What is wrong with the phases, when the file has them.
    pub fn wrong_phases(&self, result: &Value) -> Option<String> {
        let expected = self.phases.as_ref()?;
        let phase = |it: &Value| {
            json!([it["regel"], it["van_maand"], it["tot_maand"], it["alternatief"]["regel"]])
        };
        let found: Vec<Value> = result["fasen"].as_array()?.iter().map(phase).collect();
        let all = |phases: &[Value]| phases.iter().map(Value::to_string).collect::<String>();
        (found != *expected).then(|| format!("phases: {}, not {}", all(&found), all(expected)))
    }
}

fn changes(written: &toml::Table) -> Result<Vec<(String, Value)>, String> {
    let change = |(path, value): (&String, &toml::Value)| {
        let value = change::json(value).map_err(|problem| format!("change.\"{path}\": {problem}"));
        Ok((path.clone(), value?))
    };
    written.iter().map(change).collect()
}

/// The household of a file below `fixtures/`.
fn household(name: &str) -> Result<Value, String> {
    let path = repository("fixtures").join(name);
    if !path.is_file() {
        let fixtures = repository("fixtures");
        let there = ["fixtures/households", "fixtures/worked"].map(|folder| files(folder, "json"));
        let names = there.iter().flatten().filter_map(|path| path.strip_prefix(&fixtures).ok());
        let names: Vec<_> = names.map(|name| name.display().to_string()).collect();
        let names = names.join(", ");
        return Err(format!("base: there is no fixtures/{name}; there are: {names}"));
    }
    serde_json::from_str(&read(&path)).map_err(|error| format!("base: {name}: {error}"))
}
