//! Published outcomes, typed over from tables, brochures and letters: every scheme reproduces them to the cent.
//!
//! One file per scheme, date and source in `fixtures/examples/`. `basis` says whether the outcome itself was
//! published, or only the rule, from which it was worked out by hand in the file.

use calc_core::ContractForm;
use calc_core::Language;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use calc_core::single::{SCHEMES, scheme};
use serde::Deserialize;
use tests::{files, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    source: String,
    url: Option<String>,
    date: toml::value::Datetime,
    scheme: String,
    basis: Basis,
    /// The mark of the answer; none means in force.
    status: Option<String>,
    case: Vec<Case>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Basis {
    Published,
    Computed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    keys: toml::Table,
    expect: toml::Table,
}

fn text(value: &toml::Value) -> &str {
    value.as_str().expect("amounts and answers are text")
}

fn examples() -> Vec<(PathBuf, Examples)> {
    let parse = |path: PathBuf| {
        let examples = toml::from_str(&read(&path));
        (path.clone(), examples.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    files("fixtures/examples", "toml").into_iter().map(parse).collect()
}

/// What the scheme answers, as `calc scheme` writes it.
fn answer(examples: &Examples, case: &Case) -> serde_json::Value {
    let keys: Vec<String> =
        case.keys.iter().map(|(key, value)| format!("{key}={}", text(value))).collect();
    let answer = scheme(&examples.scheme, &examples.date.to_string(), &keys);
    let answer = answer.unwrap_or_else(|error| panic!("{} {keys:?}: {error}", examples.scheme));
    serde_json::to_value(answer.form(Language::NL)).expect("an answer is JSON")
}

#[test]
fn every_scheme_reproduces_its_examples_to_the_cent() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for (path, examples) in examples() {
        for case in &examples.case {
            cases += 1;
            let answer = answer(&examples, case);
            let mut expected: Vec<(&str, Option<&str>)> =
                case.expect.iter().map(|(key, value)| (key.as_str(), Some(text(value)))).collect();
            expected.push(("status", examples.status.as_deref()));
            for (key, expected) in expected {
                let found = answer.get(key).and_then(serde_json::Value::as_str);
                if found != expected {
                    let file = path.file_name().unwrap_or_default().display();
                    let scheme = &examples.scheme;
                    wrong.push(format!(
                        "{scheme}/{file}, {}: {key} {found:?}, not {expected:?}",
                        case.keys
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cases}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 200, "only {cases} examples were found");
}

#[test]
fn a_file_stands_where_its_scheme_date_and_source_say() {
    for (path, examples) in examples() {
        let folder = path.parent().and_then(Path::file_name).expect("a folder");
        assert_eq!(folder, examples.scheme.as_str(), "{}", path.display());
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        assert!(name.starts_with(&format!("{}_", examples.date)), "{}", path.display());
        assert!(!examples.source.is_empty() && !examples.case.is_empty(), "{}", path.display());
        let on_the_web = examples.url.as_deref().is_none_or(|url| url.starts_with("https://"));
        assert!(on_the_web, "{}", path.display());
    }
}

#[test]
fn no_example_expects_nothing() {
    for (path, examples) in examples() {
        for case in &examples.case {
            assert!(!case.expect.is_empty(), "{}: {}", path.display(), case.keys);
        }
    }
}

#[test]
fn every_scheme_has_examples_and_most_were_published() {
    let all: BTreeSet<&str> = SCHEMES.iter().map(|scheme| scheme.name).collect();
    let examples = examples();
    let with = |wanted: fn(&Examples) -> bool| -> BTreeSet<&str> {
        let kept = examples.iter().filter(|(_, examples)| wanted(examples));
        kept.map(|(_, examples)| examples.scheme.as_str()).collect()
    };
    assert_eq!(with(|_| true), all);
    // The official table of holiday claims gives percentages, not outcomes.
    let computed_only = BTreeSet::from(["vakantiegeld_claim"]);
    let published = with(|examples| examples.basis == Basis::Published);
    assert_eq!(all.difference(&published).copied().collect::<BTreeSet<_>>(), computed_only);
}
