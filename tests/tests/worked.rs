//! Whole households worked out by hand: `fixtures/worked/<article>/<case>.toml` holds a household, what is changed in
//! it, and what has to come out, each amount with its sum. fixtures/README.md says how to add one.

pub mod change;
pub mod expect;
mod file;
mod index;

use calc_core::ContractForm;
use calc_core::Language;
use std::collections::BTreeMap;

use calc_core::Explain;
use file::{Case, File};
use serde_json::Value;
use tests::{files, read, repository, write};

/// Every file by its path below `fixtures/worked`.
fn all() -> BTreeMap<String, File> {
    let root = repository("fixtures/worked");
    let (mut good, mut wrong) = (BTreeMap::new(), Vec::new());
    for path in files("fixtures/worked", "toml") {
        let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        match File::read(&read(&path)) {
            Ok(file) => drop(good.insert(name, file)),
            Err(problem) => wrong.push(format!("fixtures/worked/{name}: {problem}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    good
}

/// What the engine makes of a case, with its explanation.
fn computed(base: &Value, case: &Case) -> Result<Value, String> {
    let mut situatie = base.clone();
    for (path, value) in &case.changes {
        change::set(&mut situatie, path, value.clone())
            .map_err(|problem| format!("change.\"{path}\": {problem}"))?;
    }
    let month = calc_core::month(&situatie.to_string(), Explain::Yes)
        .map_err(|error| format!("the household is refused: {error}"))?;
    serde_json::to_value(month.form(Language::NL)).map_err(|error| error.to_string())
}

/// What does not come out as it should.
fn wrong_in(base: &Value, case: &Case) -> Vec<String> {
    let result = match computed(base, case) {
        Ok(result) => result,
        Err(problem) => return vec![problem],
    };
    let expected = case.expected.iter();
    let amounts = expected.filter_map(|(path, expected)| expected.wrong(&result, path));
    amounts.chain(case.wrong_phases(&result)).collect()
}

#[test]
fn every_worked_household_comes_out_to_the_cent() {
    let (mut wrong, mut expectations) = (Vec::new(), 0);
    for (name, file) in all() {
        for (at, case) in file.cases.iter().enumerate() {
            expectations += case.expected.len() + usize::from(case.phases.is_some());
            let place = format!("fixtures/worked/{name}, case {}", at + 1);
            let found = wrong_in(&file.base, case);
            wrong.extend(found.into_iter().map(|problem| format!("{place}: {problem}")));
        }
    }
    assert!(wrong.is_empty(), "{} of {expectations}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(expectations > 340, "only {expectations} expectations were found");
}

#[test]
fn a_file_stands_in_the_folder_of_the_article_it_proves() {
    for (name, file) in all() {
        let (folder, _) = name.split_once('/').expect("a folder");
        assert_eq!(folder, index::folder(&file.rule), "fixtures/worked/{name}: {}", file.rule);
    }
}

#[test]
fn the_index_of_sources_has_the_table_of_these_files() {
    let path = repository("docs/sources.md");
    let page = read(&path);
    let renewed = index::renewed(&page, &all()).expect("docs/sources.md has a place for it");
    if std::env::var_os("RENEW").is_some() {
        write(&path, &renewed);
    } else {
        let advice = "RENEW=1 cargo test -p tests worked::";
        assert!(page == renewed, "the table in docs/sources.md is stale; this renews it: {advice}");
    }
}

/// A file with one thing wrong, made of a good one.
fn refused(good: &str, bad: &str) -> String {
    let text = r#"
rule = "art. 31(1) Participatiewet"
what = "Alimony is income"
source = "by hand"
base = "worked/one-child.json"
change."huishouden.alimentatie_partner" = "100"
expect."nu.alimentatie" = { amount = "100", sum = "as it is paid" }
"#;
    assert!(text.contains(good), "{good}");
    let file = File::read(&text.replace(good, bad));
    file.map_or_else(|problem| problem, |file| wrong_in(&file.base, &file.cases[0]).join("\n"))
}

#[test]
fn a_file_with_a_fault_is_refused_with_the_key_and_what_may_stand_there() {
    assert_eq!(refused("by hand", "by hand"), "");
    for (good, bad, told) in [
        ("what =", "wat =", "unknown field `wat`, expected one of `rule`, `what`, `source`"),
        ("source = \"by hand\"", "", "missing field `source`"),
        ("one-child", "two", "base: there is no fixtures/worked/two.json; there are: "),
        (", sum = \"as it is paid\"", "", "expect.\"nu.alimentatie\": an amount has a `sum`"),
        (
            "amount = \"100\"",
            "amount = \"1,00\"",
            "amount is \"1,00\"; it may be as in \"1419.46\"",
        ),
        ("amount =", "bedrag =", "unknown field `bedrag`, expected one of `amount`, `sum`"),
        ("amount = \"100\", ", "", "needs one of `amount` (with `sum`), `is`, `there`"),
        ("\"nu.alimentatie\"", "\"nu.alimony\"", "nu.alimony: there is nothing, not 100"),
        ("amount = \"100\"", "amount = \"99\"", "nu.alimentatie: 100.00, not 99 = as it is paid"),
        (".alimentatie_partner", "en.alimentatie", "no \"huishoudenen\"; there are: baan, "),
        ("alimentatie_partner\"", "alimony\"", "the household is refused: huishouden.alimony"),
        (
            "= \"100\"\ne",
            "= 1.5\ne",
            "change.\"huishouden.alimentatie_partner\": an amount is a text",
        ),
        ("change.\"h", "phases = []\nchange.\"h", "phases need a `why`"),
        ("expect.", "[[case]]\nexpect.", ""),
        ("expect.", "[[case]]\n[expect]\n", "not in both"),
    ] {
        let found = refused(good, bad);
        assert!(found.contains(told) && found.is_empty() == told.is_empty(), "{bad}: {found}");
    }
}
