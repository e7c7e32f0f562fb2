//! Amounts changed at run time: what comes out by hand, what is marked, what is refused, and that every amount can be
//! changed without a stop.

use calc_core::contract::{calendar_by, hours_by, hours_over_by, month_by};
use calc_core::parameters::{About, Book, SETS};
use calc_core::{ContractForm, Explain, HoursOptions, Language, Problem};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::{expect, household};

/// The reference date of the first job.
const DAY: Date = date(2026, 10, 1);

fn form(result: &impl ContractForm) -> Value {
    serde_json::to_value(result.form(Language::NL)).expect("JSON")
}

fn book(scenario: &Value) -> Book {
    Book::from_json(&scenario.to_string()).unwrap_or_else(|error| panic!("{scenario}: {error}"))
}

fn month(book: Book, situatie: &str, explain: Explain) -> Value {
    form(&month_by(book, situatie, explain).expect("a month"))
}

fn problems(scenario: &str) -> Vec<Problem> {
    Book::from_json(scenario).expect_err("it is refused").problems()
}

/// Every amount as it is published on a day.
fn amounts(day: Date) -> Vec<&'static About> {
    let on_day = SETS.iter().filter_map(|set| {
        set.versions.iter().find(|it| it.valid_from <= day && day <= it.valid_to)
    });
    on_day.flat_map(|version| version.values).copied().collect()
}

fn name(about: &About) -> String {
    format!("{}.{}", about.set, about.name)
}

/// By hand, beside the whole sum of the first job in `fixtures/worked/art-19-participatiewet/a-first-job.toml`: of
/// the net wage of 1,314.99 no more than 250 is disregarded in place of 289.
#[test]
fn another_disregard_gives_what_comes_out_by_hand() {
    let book = book(&json!({ "inkomensvrijlating.n_maximum": "250" }));
    let result = month(book, &household("first-job"), Explain::No);
    let expected = [
        ("tussen.met_baan.vrijlating", "250.00"),
        // Of 1,064.99 that counts: 8% is 85.20, less 2.67 in this row.
        ("tussen.met_baan.vakantiegeld_claim", "82.53"),
        // Gross bijstand 12 x 165.11 x 1.5564 = 3,083; tax 35.75% of 20,515 less 3,115 and 2,692 is more than 1,282.
        ("met_baan.iack", "106.83"),
        // 1,419.46 - 1,064.99 - 82.53 - 106.83
        ("tussen.met_baan.bijstand_inclusief", "165.11"),
        // 95% of it
        ("met_baan.bijstand", "156.85"),
        // 3,050.94 - 214.06 + 156.85
        ("met_baan.besteedbaar", "2993.73"),
        ("nu.besteedbaar", "2893.05"),
    ];
    expect(&result, &expected);
}

/// Of the bill of 1,314.50 the parents' share within the maximum price is 50.30 (the same sum): a municipality that pays
/// half of it pays 25.15 a month, 301.80 a year.
#[test]
fn a_municipal_scheme_that_is_tried_pays_and_is_marked() {
    let mut situatie: Value = serde_json::from_str(&household("first-job")).expect("JSON");
    situatie["huishouden"]["gemeente_meetellen"] = json!(true);
    let situatie = situatie.to_string();
    let year =
        |result: &Value| tests::amount(result, "gemeente.besteedbaar_jaar_met_gemeente.met_baan");
    let scheme = |result: &Value, code: &str| {
        let all = result["gemeente"]["regelingen"].as_array().expect("schemes").clone();
        all.into_iter().find(|it| it["code"] == code).expect("the scheme")
    };
    let plain = month(Book::PUBLISHED, &situatie, Explain::No);
    let bij_werk = scheme(&plain, "eigen_deel_opvang_bij_werk");
    assert_eq!(bij_werk["met_baan"]["antwoord"], "onbekend", "{bij_werk:#}");
    for key in
        ["eigen_deel_opvang_bij_werk", "eigen_deel_opvang_bij_werk.hoogstens", "eigen_deel_opvang"]
    {
        let tried =
            month(book(&json!({ (format!("gemeente.{key}")): "50" })), &situatie, Explain::No);
        let bij_werk = scheme(&tried, "eigen_deel_opvang_bij_werk");
        assert_eq!(
            (&bij_werk["met_baan"]["antwoord"], &bij_werk["status"]),
            (&json!("misschien"), &json!("scenario")),
            "{bij_werk:#}"
        );
        assert_eq!(year(&tried) - year(&plain), tests::decimal("301.80"), "{key}");
        // Of no line and no other total.
        assert_eq!(tried["met_baan"], plain["met_baan"]);
    }
}

#[test]
fn every_result_of_a_scenario_says_so_with_what_was_changed() {
    let scenario =
        json!({ "inkomensvrijlating.r_percentage": "25", "gemeente.eigen_deel_opvang": "100" });
    let (by, situatie) = (book(&scenario), household("first-job"));
    let options = HoursOptions::default();
    let results = |book: Book| {
        [
            form(&month_by(book, &situatie, Explain::Yes).expect("a month")),
            form(&hours_by(book, &situatie, options).expect("a curve")),
            form(&hours_over_by(book, &situatie, options).expect("a curve")),
            form(&calendar_by(book, &situatie, Explain::Yes).expect("a calendar")),
        ]
    };
    for (tried, plain) in results(by).iter().zip(results(Book::PUBLISHED)) {
        assert_eq!(tried["scenario"], scenario);
        assert!(plain.get("scenario").is_none());
    }
}

/// The amount in an explanation says that it is none of the law.
#[test]
fn an_explanation_marks_the_amount_that_was_changed_and_no_other() {
    let by = book(&json!({ "inkomensvrijlating.n_maximum": "250.00" }));
    let result = month(by, &household("first-job"), Explain::Yes).to_string();
    let plain = month(Book::PUBLISHED, &household("first-job"), Explain::Yes).to_string();
    let marked = |text: &str| text.matches(r#""status":"scenario""#).count();
    assert!(marked(&result) > 0);
    assert_eq!(marked(&plain), 0);
    let steps: Vec<&str> =
        result.split("{\"soort\":").filter(|it| it.contains(r#""status":"scenario""#)).collect();
    assert!(steps.iter().all(|step| step.contains("n_maximum")), "{steps:#?}");
}

/// What an amount is in the files changes nothing when it is written in a scenario: each of them is read, in its unit,
/// and put in its own place.
#[test]
fn the_published_amount_as_a_scenario_changes_nothing() {
    let situatie = household("first-job");
    let without = |mut result: Value| {
        let fields = result.as_object_mut().expect("an object");
        fields.remove("scenario");
        result
    };
    let plain = month(Book::PUBLISHED, &situatie, Explain::No);
    let year = form(&calendar_by(Book::PUBLISHED, &situatie, Explain::No).expect("a calendar"));
    let all: serde_json::Map<String, Value> =
        amounts(DAY).into_iter().map(|about| (name(about), json!(about.shown))).collect();
    assert!(all.len() > 100, "{}", all.len());
    for (name, value) in &all {
        let by = book(&json!({ (name.clone()): value }));
        assert_eq!(without(month(by, &situatie, Explain::No)), plain, "{name}");
    }
    // All at once too, in the months of this year.
    let mut names: Vec<_> = all.into_iter().collect();
    while !names.is_empty() {
        let part: serde_json::Map<_, _> =
            names.split_off(names.len().saturating_sub(50)).into_iter().collect();
        let by = book(&Value::Object(part));
        assert_eq!(without(month(by, &situatie, Explain::No)), plain);
        let tried = form(&calendar_by(by, &situatie, Explain::No).expect("a calendar"));
        assert_eq!(
            tried["maanden"][1]["lijnen"]["bijstand"],
            year["maanden"][1]["lijnen"]["bijstand"]
        );
    }
}

/// A rule that took its amounts past the book would go on with the published ones.
#[test]
fn no_amount_of_a_household_is_looked_up_past_the_book() {
    // One scheme alone has no scenario, and what is suggested for a field is of the law.
    let without = ["single/", "engine/suggest.rs", "parameters.rs"];
    for path in tests::files("calc-core/src", "rs") {
        let name = path.display().to_string();
        let text = tests::read(&path);
        let code = text
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default()
            .replace("Problem::at(", "");
        let past = ["::at(", "Book::PUBLISHED"].iter().any(|it| code.contains(it));
        let may = without.iter().any(|it| name.contains(it));
        // The door opens without a scenario when none is handed to it.
        let is_door = name.ends_with("contract/read.rs") || name.ends_with("contract/mod.rs");
        assert!(may || is_door || !past, "{name}");
        assert!(!is_door || !code.contains("norm::at("), "{name}");
    }
}

#[test]
fn what_is_wrong_is_told_by_name_with_what_is_allowed() {
    for (name, value, code, allowed) in [
        ("inkomensvrijlating.n_max", json!("25"), "onbekend_woord", "inkomensvrijlating.n_maximum"),
        ("inkomensvrijlating", json!("25"), "onbekend_woord", "inkomensvrijlating.r_percentage"),
        ("vrijlating.n_maximum", json!("25"), "onbekend_woord", "zorgtoeslag.…"),
        ("gemeente.eigen", json!("25"), "onbekend_woord", "gemeente.werkpremie.percentage"),
        ("gemeente.werkpremie", json!("25"), "onbekend_woord", "gemeente.werkpremie.percentage"),
        ("gemeente.", json!("25"), "onbekend_woord", "gemeente.werkpremie.percentage"),
        ("", json!("25"), "onbekend_woord", "zorgtoeslag.…"),
        ("inkomensvrijlating.n_maximum", json!("25 %"), "andere_eenheid", "EUR/maand"),
        ("inkomensvrijlating.n_percentage", json!("25 EUR/maand"), "andere_eenheid", "(%)"),
        (
            "inkomensvrijlating.n_percentage",
            json!("200.01"),
            "buiten_grenzen",
            "van 0 tot en met 200 (%)",
        ),
        (
            "inkomensvrijlating.n_percentage",
            json!("-1"),
            "buiten_grenzen",
            "van 0 tot en met 200 (%)",
        ),
        (
            "inkomensvrijlating.n_maximum",
            json!("1000000.01"),
            "buiten_grenzen",
            "van 0 tot en met 1000000 (EUR/maand)",
        ),
        (
            "inkomensvrijlating.n_maximum",
            json!("1e3"),
            "geen_bedrag",
            "van 0 tot en met 1000000 (EUR/maand)",
        ),
        (
            "inkomensvrijlating.n_maximum",
            json!(""),
            "geen_bedrag",
            "van 0 tot en met 1000000 (EUR/maand)",
        ),
        (
            "inkomensvrijlating.n_maximum",
            json!("2,5"),
            "geen_bedrag",
            "van 0 tot en met 1000000 (EUR/maand)",
        ),
        ("inkomensvrijlating.n_maximum", json!(null), "is_null", "een getal"),
        ("inkomensvrijlating.n_maximum", json!(["1"]), "is_lijst", "een getal"),
        (
            "inkomensvrijlating.n_maanden",
            json!("6.5"),
            "geen_geheel_getal",
            "een heel getal van 0 tot en met 600",
        ),
        ("bijzonder_tarief.met_korting", json!("10;8"), "geen_tabel", "EUR/jaar; %"),
        ("bijzonder_tarief.met_korting", json!("35"), "geen_tabel", "EUR/jaar; %"),
    ] {
        let found = problems(&json!({ name: value }).to_string());
        assert_eq!(found.len(), 1, "{name} {value}: {found:?}");
        let told = found[0].told(Language::NL);
        assert_eq!(told.code, code, "{name} {value}: {told:?}");
        assert!(told.pad.starts_with("scenario."), "{told:?}");
        assert!(told.pad.contains(name), "{told:?}");
        assert!(told.toegestaan.contains(allowed), "{name} {value}: {told:?}");
    }
}

#[test]
fn a_text_that_is_no_scenario_is_refused_and_all_problems_are_told_at_once() {
    for (text, code) in
        [("", "geen_json"), ("[]", "is_lijst"), ("{\"a\":", "geen_json"), ("1", "is_getal")]
    {
        let found = problems(text);
        assert_eq!((found.len(), found[0].code(), &*found[0].pad), (1, code, "scenario"), "{text}");
    }
    let long = format!("{{\"{}\": \"1\"}}", "x".repeat(1_000_000));
    assert_eq!(problems(&long)[0].code(), "te_groot");
    let twice = r#"{"iack.drempel":"1","iack.drempel":"2","iack.x":"1","zorgtoeslag.afbouw":"x"}"#;
    let codes: Vec<&str> = problems(twice).iter().map(Problem::code).collect();
    assert_eq!(codes, ["dubbel", "onbekend_woord", "geen_bedrag"]);
}

/// A table is taken in the form that `calc parameters` shows it in: from a year's wage of 0 on 40% in place of the table
/// of 2026 takes of the holiday pay of 1,291.27 (see that sum) 516.50, rounded down.
#[test]
fn a_table_can_be_changed_whole() {
    let shown =
        amounts(DAY).into_iter().find(|about| name(about) == "bijzonder_tarief.met_korting");
    let last = shown.expect("the table").shown.lines().last().expect("a row");
    let by = book(
        &json!({ "bijzonder_tarief.met_korting": format!("0;40\n{}", last.replace(';', " ; ")) }),
    );
    let result = month(by, &household("first-job"), Explain::No);
    expect(&result, &[("per_jaar.met_baan.vakantiegeld_netto", "774.77")]);
}

/// A number at or near the bounds of its unit.
fn extreme(unit: &str, which: usize) -> &'static str {
    let choices = match unit {
        "%" => ["0", "100", "200", "0.01"],
        "factor" => ["-1000", "0", "1000", "0.000001"],
        "jaar" => ["0", "130", "18", "1"],
        "maanden" => ["0", "600", "1", "12"],
        "weken" => ["0", "520", "1", "2"],
        "personen" => ["0", "20", "1", "2"],
        "uur/maand" => ["0", "744", "0.01", "1"],
        _ => ["0", "1000000", "0.01", "99999.99"],
    };
    choices[which % choices.len()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever is tried, everybody gets an answer or a refusal, and never a stop.
    #[test]
    fn any_scenario_computes(
        situatie in tests::generate::situatie(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..4), 1..6),
    ) {
        let numbers: Vec<&About> = amounts(DAY).into_iter().filter(|it| !it.unit.contains(';')).collect();
        let scenario: serde_json::Map<String, Value> = changes
            .iter()
            .map(|(at, which)| {
                let about = at.get(&numbers);
                (name(about), json!(extreme(about.unit, *which)))
            })
            .collect();
        let by = book(&Value::Object(scenario));
        let situatie = situatie.to_string();
        let _ = month_by(by, &situatie, Explain::Yes);
        let _ = hours_by(by, &situatie, HoursOptions::default());
        let _ = calendar_by(by, &situatie, Explain::No);
    }
}
