//! What the calendar refuses: every field of its block in every wrong way, and what is wrong only for thirteen months.

use calc_core::contract;
use calc_core::{Explain, HoursOptions, Language, Problem};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::door::paths;

/// A situation with every field of the block once.
const WHOLE: &str = r#"{
    "peildatum": "2026-10-01",
    "huishouden": { "geboren": "1990-03-14", "kinderen": [{ "geboren": "2018-05-20" }], "kale_huur": "655.00" },
    "baan_nu": { "uren_per_week": "8", "maandloon": "500" },
    "baan": { "uren_per_week": "20", "uurloon": "15.52", "start": "2026-11-01", "zelfde_werkgever": true },
    "kalender": {
        "melden": "direct", "verwerkt_maand": 1, "baan_stopt_na": 7, "wat_als_stopt_na": 6,
        "uren_per_maand": ["80", null, "0", "100.5", 90, null, null, null, null, null, null, null],
        "loon_maand_later": false, "geschat_inkomen": { "2026": "21000", "2027": "22000" },
        "afrekening": "schatting", "maand_vakantietoeslag": 5, "beginsaldo": "-12.50", "leefgeld": "800",
        "uitgaven": [{ "bedrag": "655", "dag": 1 }, { "bedrag": "120.50", "dag": 28 }], "opvang_vooruit": true,
        "betaaldagen": { "loon": 27, "bijstand": 25, "toeslagen": 20, "kinderbijslag": 2, "iack": 15,
            "alimentatie": 1, "opvang": 26, "reiskosten": 1 }
    }
}"#;

/// Whole numbers with the least and the most.
const WHOLE_NUMBERS: [(&str, u32, u32); 13] = [
    ("kalender.verwerkt_maand", 0, 4),
    ("kalender.baan_stopt_na", 1, 12),
    ("kalender.wat_als_stopt_na", 1, 12),
    ("kalender.maand_vakantietoeslag", 5, 6),
    ("kalender.uitgaven.1.dag", 1, 28),
    ("kalender.betaaldagen.loon", 1, 28),
    ("kalender.betaaldagen.bijstand", 1, 28),
    ("kalender.betaaldagen.toeslagen", 1, 28),
    ("kalender.betaaldagen.kinderbijslag", 1, 28),
    ("kalender.betaaldagen.iack", 1, 28),
    ("kalender.betaaldagen.alimentatie", 1, 28),
    ("kalender.betaaldagen.opvang", 1, 28),
    ("kalender.betaaldagen.reiskosten", 1, 28),
];

/// Amounts with the least and the most.
const DECIMALS: [(&str, &str, &str); 6] = [
    ("kalender.uren_per_maand.3", "0", "744"),
    ("kalender.geschat_inkomen.2026", "0", "200000"),
    ("kalender.geschat_inkomen.2027", "0", "200000"),
    ("kalender.beginsaldo", "-20000", "1000000"),
    ("kalender.leefgeld", "0", "10000"),
    ("kalender.uitgaven.1.bedrag", "0", "10000"),
];

const WORDS: [(&str, [&str; 2]); 2] =
    [("kalender.melden", ["direct", "niet"]), ("kalender.afrekening", ["schatting", "achteraf"])];

const YES_NO: [&str; 3] =
    ["kalender.loon_maand_later", "kalender.opvang_vooruit", "baan.zelfde_werkgever"];

const OBJECTS: [&str; 4] =
    ["kalender", "kalender.geschat_inkomen", "kalender.uitgaven.0", "kalender.betaaldagen"];

const LISTS: [&str; 2] = ["kalender.uren_per_maand", "kalender.uitgaven"];

const MAY_BE_NULL: [&str; 5] = [
    "kalender.baan_stopt_na",
    "kalender.uren_per_maand",
    "kalender.geschat_inkomen",
    "kalender.beginsaldo",
    "kalender.leefgeld",
];

/// The whole situation with changes; each puts a value at a path, in the place of what is there or as a new field.
fn changed(changes: &[(&str, Value)]) -> Value {
    let mut whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    for (path, value) in changes {
        let pointer = format!("/{}", path.replace('.', "/"));
        let (outer, last) = pointer.rsplit_once('/').expect("a path");
        match whole.pointer_mut(outer).expect("a path that is there") {
            Value::Object(fields) => drop(fields.insert(last.to_owned(), value.clone())),
            Value::Array(items) => items[last.parse::<usize>().expect("an index")] = value.clone(),
            _ => panic!("{path} cannot be changed"),
        }
    }
    whole
}

/// The whole situation without a field.
fn without(path: &str) -> Value {
    let mut whole = changed(&[]);
    let pointer = format!("/{}", path.replace('.', "/"));
    let (outer, last) = pointer.rsplit_once('/').expect("a path");
    let outer = whole.pointer_mut(outer).and_then(Value::as_object_mut).expect("an object");
    outer.remove(last).expect("a field that is there");
    whole
}

/// What is wrong with a situation for one of the commands.
fn problems<T>(result: Result<T, calc_core::Error>) -> Vec<Problem> {
    result.err().map_or_else(Vec::new, |error| {
        let problems = error.problems();
        assert!(!problems.is_empty(), "refused without a problem: {error}");
        problems
    })
}

fn by_calendar(situatie: &Value) -> Vec<Problem> {
    problems(contract::calendar(&situatie.to_string(), Explain::No))
}

fn by_month(situatie: &Value) -> Vec<Problem> {
    problems(contract::month(&situatie.to_string(), Explain::No))
}

fn by_hours(situatie: &Value) -> Vec<Problem> {
    let options =
        HoursOptions { from: Decimal::ZERO, to: Decimal::from(8), step: Decimal::from(8) };
    problems(contract::hours(&situatie.to_string(), options))
}

/// Checks that a list of problems is of exactly these fields, each with a reason and what is allowed, on one line.
#[track_caller]
fn told(problems: &[Problem], expected: &[&str], situatie: &Value) {
    assert_eq!(paths(problems), expected, "{situatie}\n{problems:#?}");
    for problem in problems {
        let (reden, allowed) = (problem.reden(Language::NL), problem.toegestaan(Language::NL));
        assert!(!reden.is_empty() && !allowed.is_empty(), "{problem:?}");
        assert!(!problem.line(Language::NL).contains(['\n', '\r']), "{problem:?}");
    }
}

/// Refused by all three, with the same paths.
#[track_caller]
fn refused_at(situatie: &Value, expected: &[&str]) {
    for problems in [by_calendar(situatie), by_month(situatie), by_hours(situatie)] {
        told(&problems, expected, situatie);
    }
}

/// Refused by the calendar alone.
#[track_caller]
fn only_the_calendar_refuses(situatie: &Value, expected: &[&str]) {
    told(&by_calendar(situatie), expected, situatie);
    told(&by_month(situatie), &[], situatie);
    told(&by_hours(situatie), &[], situatie);
}

#[track_caller]
fn accepted(situatie: &Value) {
    refused_at(situatie, &[]);
}

/// The code of the one problem.
fn code(situatie: &Value) -> String {
    let problems = by_calendar(situatie);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems[0].code().to_owned()
}

#[test]
fn the_whole_block_is_accepted_and_each_of_its_fields_may_be_left_out() {
    accepted(&changed(&[]));
    let whole = changed(&[]);
    for name in whole["kalender"].as_object().expect("a block").keys() {
        accepted(&without(&format!("kalender.{name}")));
    }
    for name in whole["kalender"]["betaaldagen"].as_object().expect("days").keys() {
        accepted(&without(&format!("kalender.betaaldagen.{name}")));
    }
    for path in ["kalender", "baan.zelfde_werkgever"] {
        accepted(&without(path));
    }
    for path in ["kalender", "kalender.betaaldagen", "kalender.geschat_inkomen"] {
        accepted(&changed(&[(path, json!({}))]));
    }
    accepted(&changed(&[("kalender.uitgaven", json!([]))]));
    for path in MAY_BE_NULL {
        accepted(&changed(&[(path, Value::Null)]));
    }
    for name in ["bedrag", "dag"] {
        let path = format!("kalender.uitgaven.1.{name}");
        refused_at(&without(&path), &[&path]);
    }
}

#[test]
fn every_field_is_held_within_its_bounds() {
    for (path, least, most) in WHOLE_NUMBERS {
        accepted(&changed(&[(path, json!(least))]));
        accepted(&changed(&[(path, json!(most))]));
        refused_at(&changed(&[(path, json!(most + 1))]), &[path]);
        let below = i64::from(least) - 1;
        refused_at(&changed(&[(path, json!(below))]), &[path]);
    }
    for (path, least, most) in DECIMALS {
        for written in [json!(least), json!(most)] {
            accepted(&changed(&[(path, written)]));
        }
        let below = if least == "0" { "-0.01".to_owned() } else { format!("{least}.01") };
        for written in [format!("{most}.01"), below] {
            refused_at(&changed(&[(path, json!(written))]), &[path]);
        }
    }
    for (path, words) in WORDS {
        for word in words.iter().filter(|word| **word != "niet") {
            accepted(&changed(&[(path, json!(word))]));
        }
    }
}

#[test]
fn every_field_is_of_its_type() {
    let nothing_but = |good: fn(&Value) -> bool| {
        let all = [
            json!("3"),
            json!(3),
            json!(3.5),
            json!(true),
            json!(null),
            json!([]),
            json!({}),
            json!(""),
            json!("anders"),
            json!("Direct"),
            json!(" 5"),
            json!("1.234"),
            json!("12,30"),
            json!("1e2"),
        ];
        all.into_iter().filter(move |value| !good(value))
    };
    let wrong = |path: &str, value: Value| {
        if value.is_null() && (MAY_BE_NULL.contains(&path) || path.contains("uren_per_maand.")) {
            return;
        }
        refused_at(&changed(&[(path, value)]), &[path]);
    };
    for (path, ..) in WHOLE_NUMBERS {
        for value in nothing_but(|value| *value == json!(3)) {
            wrong(path, value);
        }
    }
    // 3 lies outside the bounds of a month of the year, which is refused above.
    for (path, ..) in DECIMALS {
        for value in nothing_but(|it| [json!("3"), json!(3), json!(3.5)].contains(it)) {
            wrong(path, value);
        }
    }
    for (path, _) in WORDS {
        for value in nothing_but(|_| false) {
            wrong(path, value);
        }
    }
    for path in YES_NO {
        for value in nothing_but(Value::is_boolean) {
            wrong(path, value);
        }
    }
    for path in OBJECTS {
        for value in nothing_but(Value::is_object) {
            wrong(path, value);
        }
    }
    for path in LISTS {
        for value in nothing_but(Value::is_array) {
            wrong(path, value);
        }
    }
}

#[test]
fn a_field_the_block_does_not_know() {
    for object in ["kalender.", "kalender.uitgaven.0.", "kalender.betaaldagen."] {
        let path = format!("{object}bonus");
        refused_at(&changed(&[(&path, json!("1"))]), &[&path]);
    }
}

#[test]
fn the_lists_have_their_lengths() {
    for length in [0, 1, 11, 13] {
        let hours = vec!["80"; length];
        refused_at(
            &changed(&[("kalender.uren_per_maand", json!(hours))]),
            &["kalender.uren_per_maand"],
        );
    }
    let expenses = |count: usize| vec![json!({ "bedrag": "1", "dag": 1 }); count];
    accepted(&changed(&[("kalender.uitgaven", json!(expenses(10)))]));
    refused_at(&changed(&[("kalender.uitgaven", json!(expenses(11)))]), &["kalender.uitgaven"]);
}

#[test]
fn a_job_starts_from_february_2026_up_to_july_2027() {
    let start = |peildatum: &str, start: &str| {
        let mut situatie = without("kalender.geschat_inkomen");
        situatie["peildatum"] = peildatum.into();
        situatie["baan"]["start"] = start.into();
        situatie
    };
    for fine in ["2026-02-01", "2026-02-02", "2026-12-31", "2027-01-01", "2027-07-01"] {
        accepted(&start("2026-06-01", fine));
    }
    for wrong in ["0001-01-31", "2026-01-31", "2027-07-02", "2027-08-01", "9999-12-31"] {
        only_the_calendar_refuses(&start("2026-06-01", wrong), &["baan.start"]);
    }
    let problem = by_calendar(&start("2026-06-01", "2027-07-02")).remove(0);
    assert_eq!(problem.code(), "start_buiten_kalender");
    for date in ["2026-02-01", "2027-07-01"] {
        assert!(problem.toegestaan(Language::NL).contains(date), "{problem:?}");
    }
    // Left out, it is the first of the month after the reference date.
    for (peildatum, begin) in [("2026-01-01", "2026-02-01"), ("2027-06-30", "2027-07-01")] {
        let mut situatie = start(peildatum, "2026-11-01");
        situatie["baan"].as_object_mut().expect("a job").remove("start");
        accepted(&situatie);
        let text = situatie.to_string();
        assert_eq!(tests::calendar(&text)["start"], begin);
    }
}

#[test]
fn she_and_her_partner_are_under_67_in_the_last_month() {
    // Month 12 of a start on 1 November 2026 begins on 1 October 2027.
    let born = |path: &str, born: &str| {
        let partner = json!({ "geboren": "1990-02-17", "maandloon": "900" });
        changed(&[("huishouden.partner", partner), (path, born.into())])
    };
    for path in ["huishouden.geboren", "huishouden.partner.geboren"] {
        accepted(&born(path, "1960-10-02"));
        only_the_calendar_refuses(&born(path, "1960-10-01"), &[path]);
        only_the_calendar_refuses(&born(path, "1959-10-02"), &[path]);
        assert!(by_calendar(&born(path, "1960-10-01"))[0].toegestaan(Language::NL).contains("67"));
    }
}

#[test]
fn an_estimate_is_of_one_of_the_two_years() {
    for year in ["2025", "2028", "1000", "9999"] {
        let path = format!("kalender.geschat_inkomen.{year}");
        let situatie = changed(&[("kalender.geschat_inkomen", json!({ year: "20000" }))]);
        only_the_calendar_refuses(&situatie, &[&path]);
        let allowed = by_calendar(&situatie)[0].toegestaan(Language::NL);
        assert!(allowed.contains("2026") && allowed.contains("2027"), "{allowed}");
    }
    // In January 2027 month 0 still lies in 2026, in February no longer.
    for (start, key, fine) in [
        ("2027-01-01", "2026", true),
        ("2027-01-01", "2028", false),
        ("2027-02-01", "2026", false),
        ("2027-02-01", "2028", true),
    ] {
        let estimate = json!({ key: "20000" });
        let situatie =
            changed(&[("kalender.geschat_inkomen", estimate), ("baan.start", json!(start))]);
        let path = format!("kalender.geschat_inkomen.{key}");
        let expected = if fine { vec![] } else { vec![path.as_str()] };
        only_the_calendar_refuses(&situatie, &expected);
    }
    for name in ["jaar", "26", "20260", ""] {
        let mut situatie = changed(&[]);
        situatie["kalender"]["geschat_inkomen"] = json!({ name: "20000" });
        assert!(!by_calendar(&situatie).is_empty() && !by_month(&situatie).is_empty(), "{name}");
    }
}

#[test]
fn a_list_of_hours_only_for_a_contract_by_the_hour() {
    const PATH: &str = "kalender.uren_per_maand";
    let job = |baan: Value| changed(&[("baan", baan)]);
    for (baan, reason) in [
        (
            json!({ "soort": "proefplaatsing", "uren_per_week": "20", "uurloon": "15.52" }),
            "lijst_zonder_dienstverband",
        ),
        (json!({ "soort": "traject", "uren_per_week": "20" }), "lijst_zonder_dienstverband"),
        (json!({ "uren_per_week": "20", "maandloon": "1400" }), "lijst_zonder_uurloon"),
        (json!({ "uren_per_week": "0", "uurloon": "15.52" }), "lijst_zonder_uren"),
    ] {
        let situatie = job(baan);
        only_the_calendar_refuses(&situatie, &[PATH]);
        assert_eq!(code(&situatie), reason);
    }
}

#[test]
fn the_same_employer_is_said_of_the_new_job() {
    for yes in [true, false] {
        let path = "baan_nu.zelfde_werkgever";
        refused_at(&changed(&[(path, json!(yes))]), &[path]);
    }
    // Without a job now it does nothing.
    accepted(&changed(&[("baan_nu", Value::Null)]));
}

#[test]
fn who_tells_nobody_gives_no_estimate() {
    let niet = ("kalender.melden", json!("niet"));
    let situatie = changed(std::slice::from_ref(&niet));
    refused_at(&situatie, &["kalender.geschat_inkomen"]);
    assert_eq!(code(&situatie), "niet_gemeld");
    for none in [json!(null), json!({})] {
        accepted(&changed(&[niet.clone(), ("kalender.geschat_inkomen", none)]));
    }
}

#[test]
fn every_problem_is_told_at_once() {
    let situatie = changed(&[
        ("huishouden.kale_huur", json!("5000.01")),
        ("baan_nu.zelfde_werkgever", json!(true)),
        ("kalender.verwerkt_maand", json!(5)),
        ("kalender.wat_als_stopt_na", json!(0)),
        ("kalender.uren_per_maand.0", json!("745")),
        ("kalender.uren_per_maand.11", json!("-1")),
        ("kalender.leefgeld", json!("nee")),
        ("kalender.uitgaven.0.dag", json!(29)),
        ("kalender.uitgaven.1.bedrag", json!("-1")),
        ("kalender.betaaldagen.iack", json!(0)),
    ]);
    let block = [
        "huishouden.kale_huur",
        "baan_nu.zelfde_werkgever",
        "kalender.verwerkt_maand",
        "kalender.wat_als_stopt_na",
        "kalender.uren_per_maand.0",
        "kalender.uren_per_maand.11",
        "kalender.leefgeld",
        "kalender.uitgaven.0.dag",
        "kalender.uitgaven.1.bedrag",
        "kalender.betaaldagen.iack",
    ];
    refused_at(&situatie, &block);

    // And what only the calendar refuses, beside what all refuse.
    let job = json!({ "uren_per_week": "20", "maandloon": "1400", "start": "2026-11-01" });
    let situatie = changed(&[
        ("huishouden.geboren", json!("1960-10-01")),
        ("iack", json!("nooit")),
        ("baan", job),
        ("kalender.geschat_inkomen", json!({ "2025": "1", "2029": "1" })),
    ]);
    let mut found = by_calendar(&situatie);
    found.sort_by(|one, other| one.pad.cmp(&other.pad));
    let all = [
        "huishouden.geboren",
        "iack",
        "kalender.geschat_inkomen.2025",
        "kalender.geschat_inkomen.2029",
        "kalender.uren_per_maand",
    ];
    told(&found, &all, &situatie);
    told(&by_month(&situatie), &["iack"], &situatie);
}

/// The paths of what the calendar refuses, in alphabetical order.
fn sorted(changes: &[(&str, Value)]) -> Vec<String> {
    let found = by_calendar(&changed(changes));
    let mut paths: Vec<String> = found.into_iter().map(|problem| problem.pad).collect();
    paths.sort_unstable();
    paths
}

#[test]
fn a_start_outside_the_range_is_told_with_what_is_wrong_in_the_block() {
    let start = ("baan.start", json!("2025-11-01"));
    let found = sorted(&[start, ("kalender.melden", json!("soms"))]);
    assert_eq!(found, ["baan.start", "kalender.melden"]);
}

#[test]
fn a_start_outside_the_range_hides_no_list_that_cannot_be_used() {
    let job = json!({ "uren_per_week": "20", "maandloon": "1400", "start": "2025-11-01" });
    assert_eq!(sorted(&[("baan", job)]), ["baan.start", "kalender.uren_per_maand"]);
}

#[test]
fn of_a_job_that_cannot_be_read_the_years_are_not_guessed() {
    // A start in March 2027: 2027 and 2028 are its years, whatever else is wrong in the job.
    let estimate = ("kalender.geschat_inkomen", json!({ "2028": "20000" }));
    let start = ("baan.start", json!("2027-03-01"));
    let found = sorted(&[start, estimate.clone(), ("baan.reiskosten", json!("veel"))]);
    assert_eq!(found, ["baan.reiskosten"]);
    assert_eq!(sorted(&[estimate, ("baan.start", json!("maart"))]), ["baan.start"]);
}
