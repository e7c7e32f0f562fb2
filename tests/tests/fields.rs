//! What is made of the one table of fields: the table of the documentation and the JSON Schema are those of today, the
//! situations of the properties use every field, and the table is what the door really takes.

use std::collections::BTreeSet;
use std::env;
use std::fs;

use calc_core::contract::fields::{Absent, FIELDS, Kind};
use calc_core::contract::schema::{schema, table};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use tests::door::{WHOLE, problems, with};
use tests::{generate, read, repository};

/// Holds a file against what it should be, and writes it with `RENEW=1`.
fn is_of_today(path: &str, should: &str) {
    let file = repository(path);
    if env::var_os("RENEW").is_some() {
        fs::write(&file, should).expect("written");
    }
    let is = fs::read_to_string(&file).unwrap_or_default();
    assert!(is == should, "{path} is not of today: RENEW=1 cargo test -p tests fields::");
}

#[test]
fn the_table_of_the_documentation_is_made_of_the_fields() {
    let text = read(&repository("docs/contract.md"));
    let (before, rest) = text.split_once("<!-- fields -->\n").expect("the start of the table");
    let (_, after) = rest.split_once("<!-- /fields -->").expect("its end");
    let should = format!("{before}<!-- fields -->\n{}<!-- /fields -->{after}", table());
    is_of_today("docs/contract.md", &should);
}

#[test]
fn the_schema_is_made_of_the_fields() {
    let schema = serde_json::to_string_pretty(&schema()).expect("JSON");
    is_of_today("docs/situatie.schema.json", &format!("{schema}\n"));
}

/// Every path of a situation, with `#` for a place and `*` for a name, both jobs alike.
fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let named = ["huishouden.gemeente_bedragen", "kalender.geschat_inkomen"];
                let name = if named.contains(&at) { "*" } else { name.as_str() };
                let path = if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
                found.insert(path.clone());
                paths(inner, path.strip_prefix("baan_nu").map_or(&path, |_| "baan"), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|it| paths(it, &format!("{at}.#"), found)),
        _ => {}
    }
}

#[test]
fn generated_situations_use_every_field() {
    let mut runner = TestRunner::deterministic();
    let mut found = BTreeSet::new();
    for _ in 0..500 {
        let situatie = generate::situatie().new_tree(&mut runner).expect("a situation").current();
        paths(&situatie, "", &mut found);
    }
    let known: BTreeSet<String> = FIELDS.iter().map(|field| field.path.to_owned()).collect();
    let unknown: Vec<_> = found.difference(&known).collect();
    assert!(unknown.is_empty(), "not in the table: {unknown:?}");
    // Only made-up municipalities stand beside Rotterdam.
    let unused: Vec<_> =
        known.difference(&found).filter(|path| *path != "huishouden.gemeente").collect();
    assert!(unused.is_empty(), "not generated: {unused:?}");
}

/// A path of the whole situation of the tests, where there is something.
fn in_whole(path: &str) -> Option<String> {
    let path = path.replace('#', "0");
    let whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    whole.pointer(&format!("/{}", path.replace('.', "/"))).map(|_| path)
}

#[test]
fn the_door_takes_what_the_table_says_and_nothing_beyond() {
    let mut tried = 0;
    for field in FIELDS {
        let Some(path) = in_whole(field.path) else { continue };
        let refused = |written: Option<&str>| {
            problems(&with(&path, written)).iter().any(|problem| {
                problem.pad.strip_prefix(&path).is_some_and(|rest| !rest.starts_with(|c| c != '.'))
            })
        };
        match field.kind {
            Kind::Amount(_, most) | Kind::AmountOrNull(_, most) => {
                assert!(refused(Some(&format!("\"{most}.01\""))), "{path} above {most}");
                assert!(refused(Some("\"-0.01\"")), "{path} below 0");
                // A wage that is `null` is one that is not given, which is the other wage's matter.
                let may_be_null = matches!(field.kind, Kind::AmountOrNull(..));
                if field.absent != Absent::Depends {
                    assert_eq!(!refused(Some("null")), may_be_null, "{path} null");
                }
            }
            Kind::Whole(_, most) => {
                assert!(refused(Some(&(most + 1).to_string())), "{path} above {most}");
            }
            Kind::WholeBetween(_, least, most) | Kind::WholeBetweenOrNull(_, least, most) => {
                assert!(refused(Some(&(most + 1).to_string())), "{path} above {most}");
                assert!(least == 0 || refused(Some(&(least - 1).to_string())), "{path} below");
                let may_be_null = matches!(field.kind, Kind::WholeBetweenOrNull(..));
                assert_eq!(!refused(Some("null")), may_be_null, "{path} null");
            }
            Kind::Words(words) | Kind::WordsOrNull(words) => {
                assert!(refused(Some("[\"iets anders\"]")), "{path}");
                assert!(!refused(Some(&format!("[\"{}\"]", words[0]))), "{path}");
                let may_be_null = matches!(field.kind, Kind::WordsOrNull(_));
                assert_eq!(!refused(Some("null")), may_be_null, "{path} null");
            }
            Kind::Times(_) => assert!(refused(Some("[null]")), "{path}"),
            Kind::YesNoOrNull => {
                assert!(refused(Some("\"ja\"")) && !refused(Some("null")), "{path}");
            }
            Kind::Word(words) => {
                assert!(refused(Some("\"iets anders\"")), "{path}");
                for word in words {
                    assert!(!refused(Some(&format!("\"{word}\""))), "{path}: {word}");
                }
            }
            Kind::YesNo => assert!(refused(Some("\"ja\"")), "{path}"),
            Kind::Date | Kind::Born(_) => assert!(refused(Some("\"2026-02-30\"")), "{path}"),
            _ => {}
        }
        let is_left_out = !refused(None);
        match field.absent {
            Absent::Takes(_) => assert!(is_left_out, "{path} left out"),
            Absent::Refused if !path.ends_with('*') => assert!(!is_left_out, "{path} left out"),
            _ => {}
        }
        tried += 1;
    }
    assert!(tried > 90, "{tried} of {} fields stand in the whole situation", FIELDS.len());
}
