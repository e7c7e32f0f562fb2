//! Whole calendars: `fixtures/calendars/<case>.json` holds a situation, `<case>.toml` beside it what has to come out,
//! each amount with its sum or with the sentence of the worked example it is. fixtures/README.md says how to add one.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use tests::{calendar, files, read};

use crate::worked::change;
use crate::worked::expect::Expected;

/// A file of expectations as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "what")]
    _what: String,
    #[serde(rename = "source")]
    _source: String,
    #[serde(default)]
    expect: BTreeMap<String, WrittenExpected>,
    #[serde(default)]
    case: Vec<WrittenCase>,
}

/// The situation with something else in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCase {
    what: String,
    #[serde(default)]
    change: toml::Table,
    expect: BTreeMap<String, WrittenExpected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExpected {
    amount: Option<String>,
    /// One for each place of a path with a range.
    amounts: Option<String>,
    sum: Option<String>,
    is: Option<toml::Value>,
    there: Option<bool>,
    /// For the reader.
    #[serde(rename = "why")]
    _why: Option<String>,
}

impl WrittenExpected {
    /// What has to stand at each of so many places.
    fn at(&self, places: usize) -> Result<Vec<Expected>, String> {
        let each = |amount: &str, sum: &str| Expected::Amount {
            amount: amount.to_owned(),
            sum: sum.to_owned(),
        };
        match (&self.amount, &self.amounts, &self.sum, &self.is, self.there) {
            (Some(amount), None, Some(sum), None, None) => {
                Ok((0..places).map(|_| each(amount, sum)).collect())
            }
            (None, Some(amounts), Some(sum), None, None) => {
                let all: Vec<_> = amounts.split(' ').map(|amount| each(amount, sum)).collect();
                let written = all.len();
                (written == places)
                    .then_some(all)
                    .ok_or(format!("{written} amounts for {places} places"))
            }
            (None, None, None, Some(word), None) => {
                let word = change::json(word)?;
                Ok((0..places).map(|_| Expected::Is(word.clone())).collect())
            }
            (None, None, None, None, Some(there)) => {
                Ok((0..places).map(|_| Expected::There(there)).collect())
            }
            _ => Err("needs one of `amount` or `amounts` (with `sum`), `is`, `there`".to_owned()),
        }
    }
}

/// The places of a path: `maanden.2-4.eind` is that of months 2, 3 and 4.
fn places(path: &str) -> Vec<String> {
    let names: Vec<&str> = path.split('.').collect();
    let range = |name: &str| {
        let (first, last) = name.split_once('-')?;
        Some(first.parse::<usize>().ok()?..=last.parse::<usize>().ok()?)
    };
    let Some((at, range)) =
        names.iter().enumerate().find_map(|(at, name)| Some((at, range(name)?)))
    else {
        return vec![path.to_owned()];
    };
    let one = |number: usize| {
        let number = number.to_string();
        let mut names = names.clone();
        names[at] = &number;
        names.join(".")
    };
    range.map(one).collect()
}

/// What does not come out as it should, and how many amounts and words were looked at.
fn wrong_in(situatie: &Value, expect: &BTreeMap<String, WrittenExpected>) -> (Vec<String>, usize) {
    let result = calendar(&situatie.to_string());
    let (mut wrong, mut held) = (Vec::new(), 0);
    for (path, written) in expect {
        let places = places(path);
        match written.at(places.len()) {
            Ok(expected) => {
                held += expected.len();
                let pairs = expected.iter().zip(&places);
                wrong.extend(pairs.filter_map(|(expected, place)| expected.wrong(&result, place)));
            }
            Err(problem) => wrong.push(format!("expect.\"{path}\": {problem}")),
        }
    }
    (wrong, held)
}

/// Every case of a file: the situation, changed, and its expectations.
fn cases(path: &Path) -> Vec<(String, Value, BTreeMap<String, WrittenExpected>)> {
    let name = path.display();
    let situatie: Value =
        serde_json::from_str(&read(&path.with_extension("json"))).expect("a situation in JSON");
    let written: Written =
        toml::from_str(&read(path)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_ne!(
        written.expect.is_empty(),
        written.case.is_empty(),
        "{name}: what comes out stands in the file or in each [[case]]"
    );
    let once =
        WrittenCase { what: String::new(), change: toml::Table::new(), expect: written.expect };
    let all = if written.case.is_empty() { vec![once] } else { written.case };
    let changed = |case: WrittenCase| {
        let mut situatie = situatie.clone();
        for (path, value) in &case.change {
            let value = change::json(value);
            value
                .and_then(|value| change::set(&mut situatie, path, value))
                .unwrap_or_else(|problem| panic!("{name}: change.\"{path}\": {problem}"));
        }
        (format!("{name} {}", case.what), situatie, case.expect)
    };
    all.into_iter().map(changed).collect()
}

#[test]
fn every_worked_calendar_comes_out_to_the_cent() {
    let (mut wrong, mut expectations, mut calendars) = (Vec::new(), 0, 0);
    for path in files("fixtures/calendars", "toml") {
        for (name, situatie, expect) in cases(&path) {
            let (found, held) = wrong_in(&situatie, &expect);
            wrong.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
            assert!(held > 0, "{name}: nothing is expected");
            expectations += held;
            calendars += 1;
        }
    }
    assert!(wrong.is_empty(), "{} of {expectations}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(calendars >= 22, "only {calendars} calendars were found");
    assert!(expectations > 700, "only {expectations} expectations were found");
}

#[test]
fn every_situation_has_its_expectations_beside_it() {
    let named = |extension| {
        let all = files("fixtures/calendars", extension).into_iter();
        all.map(|path| path.with_extension("")).collect::<Vec<_>>()
    };
    assert_eq!(named("json"), named("toml"));
    assert!(named("json").len() >= 15);
}

#[test]
fn a_path_with_a_range_is_each_of_its_places() {
    assert_eq!(
        places("maanden.9-11.eind"),
        ["maanden.9.eind", "maanden.10.eind", "maanden.11.eind"]
    );
    assert_eq!(places("jaren.0.jaar"), ["jaren.0.jaar"]);
    let situatie = r#"{ "amounts": "1 2 3", "sum": "by hand" }"#;
    let written: WrittenExpected = serde_json::from_str(situatie).expect("as it is written");
    assert!(written.at(3).is_ok());
    assert_eq!(written.at(2).err().as_deref(), Some("3 amounts for 2 places"));
}
