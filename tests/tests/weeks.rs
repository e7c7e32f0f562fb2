//! Whole weeks: `fixtures/weeks/<case>.json` holds a situation, `<case>.toml` beside it what has to come out of its week
//! and of its month. fixtures/README.md says how to add one.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use tests::door::refused_at;
use tests::{decimal, files, generate, month, read, repository};

use crate::worked::change;
use crate::worked::expect::Expected;

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
    sum: Option<String>,
    is: Option<toml::Value>,
    there: Option<bool>,
    #[serde(rename = "why")]
    _why: Option<String>,
}

impl WrittenExpected {
    fn read(&self) -> Result<Expected, String> {
        match (&self.amount, &self.sum, &self.is, self.there) {
            (Some(amount), Some(sum), None, None) => {
                Ok(Expected::Amount { amount: amount.clone(), sum: sum.clone() })
            }
            (None, None, Some(word), None) => Ok(Expected::Is(change::json(word)?)),
            (None, None, None, Some(there)) => Ok(Expected::There(there)),
            _ => Err("needs one of `amount` (with `sum`), `is`, `there`".to_owned()),
        }
    }
}

/// The month of a situation, and the week where it has one.
fn result(situatie: &Value) -> Value {
    let text = situatie.to_string();
    let week = (!situatie["weekplan"].is_null()).then(|| tests::week(&text));
    json!({ "month": month(&text), "week": week })
}

fn wrong_in(situatie: &Value, expect: &BTreeMap<String, WrittenExpected>) -> Vec<String> {
    let result = result(situatie);
    let wrong = |(path, written): (&String, &WrittenExpected)| match written.read() {
        Ok(expected) => expected.wrong(&result, path),
        Err(problem) => Some(format!("expect.\"{path}\": {problem}")),
    };
    expect.iter().filter_map(wrong).collect()
}

#[test]
fn every_worked_week_comes_out() {
    let (mut wrong, mut expectations) = (Vec::new(), 0);
    for path in files("fixtures/weeks", "toml") {
        let name = path.display().to_string();
        let situatie: Value =
            serde_json::from_str(&read(&path.with_extension("json"))).expect("a situation in JSON");
        let written: Written =
            toml::from_str(&read(&path)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let once =
            WrittenCase { what: String::new(), change: toml::Table::new(), expect: written.expect };
        let all = if written.case.is_empty() { vec![once] } else { written.case };
        for case in all {
            let mut situatie = situatie.clone();
            for (path, value) in &case.change {
                let value = change::json(value);
                value
                    .and_then(|value| change::set(&mut situatie, path, value))
                    .unwrap_or_else(|problem| panic!("{name}: change.\"{path}\": {problem}"));
            }
            expectations += case.expect.len();
            let found = wrong_in(&situatie, &case.expect);
            wrong.extend(found.iter().map(|problem| format!("{name} {}: {problem}", case.what)));
        }
    }
    assert!(wrong.is_empty(), "{} of {expectations}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(expectations > 120, "only {expectations} expectations were found");
}

#[test]
fn every_week_has_its_expectations_beside_it() {
    let named = |extension| {
        let all = files("fixtures/weeks", extension).into_iter();
        all.map(|path| path.with_extension("")).collect::<Vec<_>>()
    };
    assert_eq!(named("json"), named("toml"));
}

fn fixture(name: &str) -> Value {
    let path = repository(&format!("fixtures/weeks/{name}.json"));
    serde_json::from_str(&read(&path)).expect("a situation in JSON")
}

#[test]
fn alternatives_stand_in_the_order_of_what_they_leave() {
    for (name, codes) in [
        ("three-days", &["familie_dag", "minder_vakantieweken"][..]),
        ("early-shift", &["gastouder", "minder_dagen", "schuiven", "familie_gat", "korter"]),
        ("two-places", &["familie_dag", "minder_vakantieweken", "zonder_voorschool"]),
        ("after-school", &["schooltijden", "minder_dagen", "familie_dag", "minder_vakantieweken"]),
        ("school-times", &["familie_dag"]),
        ("nights", &["schooltijden", "familie_dag", "minder_vakantieweken"]),
        ("rota", &["familie_dag", "minder_vakantieweken"]),
        ("toddler-group", &["familie_dag"]),
        ("five-short-days", &["minder_dagen", "familie_dag", "minder_vakantieweken"]),
    ] {
        let week = tests::week(&fixture(name).to_string());
        let found: Vec<&str> = week["alternatieven"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|it| it["code"].as_str())
            .collect();
        assert_eq!(found, codes, "{name}");
    }
}

#[test]
fn typed_hours_win_and_the_computed_ones_stand_beside_them() {
    let mut situatie = fixture("three-days");
    situatie["huishouden"]["kinderen"][0]["opvang"][0]["uren_per_maand"] = "100".into();
    let result = result(&situatie);
    let contract = &result["week"]["kinderen"][0]["opvang"][0];
    assert_eq!(contract["uren_per_maand"], "100.00");
    assert_eq!(contract["berekend"], "143.00");
    assert_eq!(contract["overschreven"], true);
    // 100 x 11.23.
    assert_eq!(result["month"]["kinderopvang"]["rekening"], "1123.00");
    assert_eq!(result["week"]["alternatieven"], json!([]));
}

/// Three days of 7.5 hours: 143 hours of care; a fourth day from 22.5 hours on, five at most.
#[test]
fn whole_days_of_care_come_with_the_hours() {
    let mut situatie = fixture("three-days");
    situatie["opvang_schaalt"] = "dagen".into();
    let options =
        calc_core::HoursOptions { from: decimal("0"), to: decimal("40"), step: decimal("0.5") };
    let curve = calc_core::hours(&situatie.to_string(), options).expect("a curve");
    let costs = |hours: &str| {
        let point = curve.punten.iter().find(|punt| punt.uren == decimal(hours)).expect("there");
        point.lijnen.bedrag(calc_core::Lijn::KinderopvangKosten).amount()
    };
    // A day is 143 / 3 hours at 11.23: 535.30 (535.2967), two 1,070.59, three 1,605.89, five 2,676.48.
    for (hours, expected) in [
        ("0", "0.00"),
        ("0.5", "535.30"),
        ("7.5", "535.30"),
        ("8", "1070.59"),
        ("15", "1070.59"),
        ("22.5", "1605.89"),
        ("23", "2141.19"),
        ("30.5", "2676.48"),
        ("40", "2676.48"),
    ] {
        assert_eq!(costs(hours), decimal(expected), "{hours}");
    }
    // By the hour it goes with the hours: half of them.
    situatie["huishouden"]["kinderen"][0]["opvang"][0]["contract"] = json!({ "afname": "uur" });
    let curve = calc_core::hours(&situatie.to_string(), options).expect("a curve");
    let costs = |hours: &str| {
        let point = curve.punten.iter().find(|punt| punt.uren == decimal(hours)).expect("there");
        point.lijnen.bedrag(calc_core::Lijn::KinderopvangKosten).amount()
    };
    // 3 x 9 x 52 / 12 = 117 hours at 22.5, 52 at 10: 52 x 11.23.
    assert_eq!(costs("10"), decimal("583.96"));
}

/// The rules of a tree of explanations by name.
fn rules<'a>(tree: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
    match tree {
        Value::Array(items) => items.iter().for_each(|item| rules(item, name, found)),
        Value::Object(fields) => {
            found.extend((tree["regel"] == name).then_some(tree));
            fields.values().for_each(|field| rules(field, name, found));
        }
        _ => {}
    }
}

#[test]
fn the_hours_of_the_bill_open_down_to_the_week() {
    let explained = |situatie: &Value| {
        tests::month_with(&situatie.to_string(), calc_core::Explain::Yes)["uitleg"].clone()
    };
    let uitleg = explained(&fixture("three-days"));
    for line in ["kinderopvangtoeslag", "kinderopvang_kosten"] {
        let mut found = Vec::new();
        rules(&uitleg["met_baan"][line], "uren_opvang", &mut found);
        assert!(!found.is_empty(), "{line}");
        // 33 hours x (40 + 12) : 12.
        assert_eq!(found[0]["uitkomst"], "143", "{line}");
    }
    let mut typed = fixture("three-days");
    typed["huishouden"]["kinderen"][0]["opvang"][0]["uren_per_maand"] = "143".into();
    let (uitleg, mut found) = (explained(&typed), Vec::new());
    rules(&uitleg, "uren_opvang", &mut found);
    assert!(found.is_empty());
}

#[test]
fn what_does_not_belong_together_is_refused() {
    let with = |changes: &[(&str, Value)]| {
        let mut situatie = fixture("three-days");
        for (path, value) in changes {
            change::set(&mut situatie, path, value.clone()).expect("a path");
        }
        situatie.to_string()
    };
    let care = "huishouden.kinderen.0.opvang.0";
    let shift = |dag: &str, van: u32, tot: u32| json!({ "dag": dag, "van": van, "tot": tot });
    let weken = |shifts: Value| ("weekplan.weken", json!([{ "dagen": shifts }]));
    for (changes, refused) in [
        (
            vec![("opvang_schaalt", json!("dagen")), ("weekplan", Value::Null)],
            vec![&*format!("{care}.uren_per_maand"), "opvang_schaalt"],
        ),
        (vec![("weekplan.weken", json!([]))], vec!["weekplan.weken"]),
        (vec![weken(json!([]))], vec!["weekplan.weken"]),
        (vec![("weekplan.plekken", json!([]))], vec!["weekplan.plekken"]),
        (
            vec![weken(json!([shift("ma", 540, 600), shift("ma", 599, 700)]))],
            vec!["weekplan.weken.0.dagen.1"],
        ),
        // From Sunday night into Monday morning.
        (
            vec![weken(json!([shift("ma", 60, 300), shift("zo", 1380, 1560)]))],
            vec!["weekplan.weken.0.dagen.0"],
        ),
        (
            vec![weken(json!([shift("ma", 540, 540), shift("di", 0, 961)]))],
            vec!["weekplan.weken.0.dagen.0.tot", "weekplan.weken.0.dagen.1.tot"],
        ),
        (
            vec![weken(json!([{ "dag": "ma", "van": 540, "tot": 600, "pauze": 60 }]))],
            vec!["weekplan.weken.0.dagen.0.pauze"],
        ),
        (
            vec![(&*format!("{care}.contract"), json!({ "plek": 1 }))],
            vec![&*format!("{care}.contract.plek")],
        ),
        (
            vec![
                (&*format!("{care}.soort"), json!("bso")),
                (&*format!("{care}.contract"), json!({ "gratis": 480 })),
            ],
            vec![&*format!("{care}.contract.gratis")],
        ),
        (
            vec![(&*format!("{care}.contract"), json!({ "blokken": [] }))],
            vec![&*format!("{care}.contract.blokken")],
        ),
        (
            vec![(&*format!("{care}.contract"), Value::Null)],
            vec![&*format!("{care}.uren_per_maand")],
        ),
        (
            vec![("huishouden.kinderen.0.school", json!({ "alleen_thuis": 5, "plek": 2 }))],
            vec!["huishouden.kinderen.0.school.plek", "huishouden.kinderen.0.school.alleen_thuis"],
        ),
        (
            vec![("huishouden.kinderen.0.familie", json!([{ "van": 600, "tot": 2041 }]))],
            vec!["huishouden.kinderen.0.familie.0.tot"],
        ),
    ] {
        refused_at(&with(&changes), &refused);
    }
}

/// A rota of four weeks in which every shift begins at another time, before the centre opens.
fn early_rota() -> Value {
    let mut situatie = fixture("early-shift");
    let days = ["ma", "di", "wo", "do", "vr"];
    let shift = |week: usize, (at, dag): (usize, &&str)| {
        let van = 360 + 5 * (5 * week + at) / 2;
        json!({ "dag": dag, "van": van, "tot": van + 180 })
    };
    let week = |week: usize| {
        let shifts = days.iter().enumerate().map(|it| shift(week, it)).collect::<Vec<_>>();
        json!({ "dagen": shifts })
    };
    situatie["weekplan"]["weken"] = (0..4).map(week).collect();
    situatie
}

/// The situation with the working times and the help of an alternative.
fn with_alternative(situatie: &Value, other: &Value) -> Value {
    let mut then = situatie.clone();
    let count = situatie["weekplan"]["weken"].as_array().map_or(0, Vec::len);
    let mut weken = vec![Vec::new(); count];
    for shift in other["dagen"].as_array().expect("a list") {
        let mut own = shift.clone();
        let week = own.as_object_mut().and_then(|it| it.remove("week")).expect("its week");
        weken[usize::try_from(week.as_u64().expect("a number")).expect("a small one")].push(own);
    }
    let weken: Vec<Value> = weken.into_iter().map(|dagen| json!({ "dagen": dagen })).collect();
    then["weekplan"]["weken"] = weken.into();
    for help in other["familie"].as_array().expect("a list") {
        let kind = usize::try_from(help["kind"].as_u64().expect("a number")).expect("a small one");
        let child = &mut then["huishouden"]["kinderen"][kind];
        let own = json!({ "dagen": [help["dag"]], "van": help["van"], "tot": help["tot"] });
        let mut all = child["familie"].as_array().cloned().unwrap_or_default();
        all.push(own);
        child["familie"] = all.into();
    }
    then
}

#[test]
fn her_own_people_can_take_what_is_left_of_a_whole_rota() {
    let mut situatie = early_rota();
    let family = |situatie: &Value| {
        let week = tests::week(&situatie.to_string());
        let all = week["alternatieven"].as_array().expect("a list").clone();
        all.into_iter().find(|it| it["code"] == "familie_gat").expect("it is offered")
    };
    let other = family(&situatie);
    assert_eq!(other["familie"].as_array().map(Vec::len), Some(20));
    assert_eq!(tests::week(&with_alternative(&situatie, &other).to_string())["past"], true);
    // What is left in every week of the rota is said once.
    let week = situatie["weekplan"]["weken"][0].clone();
    situatie["weekplan"]["weken"] = json!([week, week, week, week]);
    assert_eq!(family(&situatie)["familie"].as_array().map(Vec::len), Some(5));
}

#[test]
fn her_own_people_can_be_named_so_often_and_no_alternative_asks_for_more() {
    let most = calc_core::weekplan::possible::MOST_FAMILY;
    let with = |count: usize| {
        let mut situatie = fixture("early-shift");
        let help = json!({ "dagen": ["zo"], "van": 0, "tot": 60 });
        situatie["huishouden"]["kinderen"][0]["familie"] = vec![help; count].into();
        situatie
    };
    let codes = |situatie: &Value| {
        let week = tests::week(&situatie.to_string());
        let all = week["alternatieven"].as_array().expect("a list").clone();
        all.into_iter().map(|it| it["code"].clone()).collect::<Vec<_>>()
    };
    // Five pieces are left over.
    assert!(codes(&with(most - 5)).contains(&json!("familie_gat")));
    assert!(!codes(&with(most - 4)).contains(&json!("familie_gat")));
    assert!(codes(&with(most)).contains(&json!("schuiven")));
    refused_at(&with(most + 1).to_string(), &["huishouden.kinderen.0.familie"]);
}

#[test]
fn the_week_of_a_situation_without_a_plan_is_refused_and_the_month_has_none() {
    let situatie = tests::household("first-job");
    let error = calc_core::contract::week(&situatie).expect_err("there is no plan");
    assert_eq!(error.problems()[0].pad, "weekplan");
    assert_eq!(month(&situatie)["weekplan"], Value::Null);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// What is offered can be sent in as it is told.
    #[test]
    fn an_alternative_can_be_sent_in(situatie in generate::situatie()) {
        if situatie["weekplan"].is_null() {
            return Ok(());
        }
        let week = tests::week(&situatie.to_string());
        for other in week["alternatieven"].as_array().expect("a list") {
            let then = with_alternative(&situatie, other).to_string();
            let month = calc_core::month(&then, calc_core::Explain::No);
            prop_assert!(month.is_ok(), "{}: {:?}", other["code"], month.err());
        }
    }

    /// What an alternative says is what the changed week leaves: never worse than the present one when that fits.
    #[test]
    fn an_alternative_to_a_week_that_fits_leaves_more(situatie in generate::situatie()) {
        if situatie["weekplan"].is_null() {
            return Ok(());
        }
        let text = situatie.to_string();
        let (week, month) = (tests::week(&text), month(&text));
        prop_assert_eq!(&week["dagen"], &month["weekplan"]["dagen"]);
        let now = tests::amount(&month, "met_baan.besteedbaar");
        for other in week["alternatieven"].as_array().expect("a list") {
            let more = tests::amount(other, "besteedbaar") - now;
            prop_assert_eq!(more, tests::amount(other, "verschil"));
            prop_assert!(week["past"] == false || more > decimal("0"));
        }
    }
}
