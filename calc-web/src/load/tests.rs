use calc_core::{ContractForm, Explain, Language, month};
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::*;
use crate::birthdays::draft;
use crate::carried::leave_out;
use crate::fragment::{self, Fragment};

const TODAY: Date = date(2026, 11, 22);

const CASE: &str = r#"{
    "peildatum": "2026-10-15",
    "huishouden": {
        "geboren": "1994-03-17",
        "kinderen": [
            {"geboren": "2024-06-09", "opvang": [{"soort": "dagopvang", "uren_per_maand": 110, "uurprijs": "11.95"}]},
            {"geboren": "2014-01-31", "opvang": []}
        ],
        "kale_huur": "655.10",
        "vaste_lasten": "100",
        "vermogen": "0"
    },
    "bijstand": {"vrijlating_n_maanden": 2},
    "baan_nu": null,
    "baan": {"uren_per_week": "20", "uurloon": "15.52", "pensioenpremie": "12.50", "reiskosten": 40}
}"#;

fn again(form: &Form) -> String {
    let (case, gaps) = draft(form, TODAY);
    assert_eq!(gaps, []);
    case.json()
}

#[test]
fn a_case_comes_back_with_every_day_and_every_amount() {
    let form = form(CASE).expect("a case");
    assert_eq!(form.get("baan.uurloon"), "15,52");
    assert_eq!(form.get("huishouden.geboren.maand"), "3");
    assert_eq!(form.get("vraag.spaargeld"), "nee");
    assert_eq!(form.get("vraag.baan_nu"), "nee");
    assert_eq!(form.get("huishouden.kinderen.1.opvang.0.soort"), "geen");
    assert_eq!(form.get("baan.pensioenpremie"), "12,50");
    assert_eq!(form.carried().count(), 0, "a coach is asked for pension and travel");

    let (first, second) = (month(CASE, Explain::No), month(&again(&form), Explain::No));
    let (first, second) = (first.expect("accepted"), second.expect("accepted"));
    assert_eq!((first.nu, first.met_baan), (second.nu, second.met_baan));
    assert_eq!(first.fasen, second.fasen);
    assert_eq!(first.peildatum, second.peildatum);
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/households");

fn households() -> Vec<(String, Value)> {
    let files = std::fs::read_dir(FOLDER).expect("the folder").map(|file| file.expect("a file"));
    let read = |file: std::fs::DirEntry| {
        let text = std::fs::read_to_string(file.path()).expect("a text");
        let name = file.file_name().to_string_lossy().into_owned();
        (name, serde_json::from_str(&text).expect("JSON"))
    };
    files.map(read).collect()
}

/// Puts a value at a path of the contract, with whatever lies above it.
fn put(case: &mut Value, path: &str, value: &Value) {
    let mut place = case;
    for part in path.split('.') {
        place = if let Ok(at) = part.parse::<usize>() {
            &mut place[at]
        } else {
            if place.is_null() {
                *place = json!({});
            }
            &mut place[part]
        };
    }
    *place = value.clone();
}

/// What the page shows of a case: the same amounts, phases, year and messages that the engine gives. Which fields
/// were left out is no part of it: the page writes down what it assumes.
fn outcome(json: &str) -> Option<Value> {
    let month =
        serde_json::to_value(month(json, Explain::No).ok()?.form(Language::NL)).expect("JSON");
    let mut kept = serde_json::Map::new();
    for part in
        ["peildatum", "nu", "met_baan", "fasen", "tussen", "per_jaar", "kinderopvang", "schulden"]
    {
        kept.insert(part.to_owned(), month[part].clone());
    }
    for part in ["waarschuwingen", "te_doen", "niet_berekend"] {
        let codes = month[part].as_array().into_iter().flatten().map(|it| it["code"].clone());
        kept.insert(part.to_owned(), codes.collect());
    }
    Some(Value::Object(kept))
}

/// Whether the engine accepts the case; then it must come through the page as it was, and once more from there.
fn travels(case: &Value, what: &str) -> bool {
    let json = case.to_string();
    let Some(engine) = outcome(&json) else { return false };
    let shown = form(&json).expect(what);
    let (page, gaps) = draft(&shown, TODAY);
    assert_eq!(gaps, [], "{what}");
    assert_eq!(outcome(&page.json()).as_ref(), Some(&engine), "{what}");
    let link = fragment::read(&fragment::written('s', &page.json()));
    assert_eq!(link, Fragment::Case(page.json()), "{what}");
    let again = form(&page.json()).expect(what);
    assert_eq!(draft(&again, TODAY).0.json(), page.json(), "{what}");
    true
}

/// Every optional field of the contract, with values that are not what the engine takes by itself.
fn variations() -> Vec<(&'static str, Value)> {
    let housemate =
        json!([{"geboren": "1990-01-10", "relatie": "broer_of_zus", "inkomen_jaar": "30000"}]);
    let job = json!({"uren_per_week": "12", "uurloon": "15.00"});
    let care = json!([
        {"soort": "dagopvang", "uren_per_maand": "80", "uurprijs": "11.50"},
        {"soort": "gastouder", "uren_per_maand": 20, "uurprijs": "7"},
    ]);
    let mut all = vec![
        ("peildatum", json!("2026-11-15")),
        ("huishouden.kinderen", json!([])),
        ("huishouden.kinderen.0.opvang", json!([])),
        ("huishouden.kinderen.0.opvang", care),
        ("huishouden.kale_huur", Value::Null),
        ("huishouden.kale_huur", json!("0")),
        ("huishouden.zelfstandige_woning", json!(false)),
        ("huishouden.vaste_lasten", json!("150.5")),
        ("huishouden.vaste_lasten", json!("-0")),
        ("huishouden.vermogen", json!(9000)),
        ("huishouden.vermogen", json!("0.00")),
        ("huishouden.gemeente", json!("rotterdam")),
        ("huishouden.gemeente_meetellen", json!(true)),
        ("huishouden.gemeente_bedragen", json!({})),
        ("huishouden.alimentatie_kinderen", json!("100")),
        ("huishouden.alimentatie_partner", json!("75.25")),
        ("huishouden.medische_urenbeperking", json!(true)),
        ("huishouden.partner", Value::Null),
        ("huishouden.partner", json!({"geboren": "1990-01-10"})),
        ("huishouden.partner", json!({"geboren": "1990-01-10", "maandloon": "900"})),
        ("bijstand", json!({})),
        ("bijstand.ontvangt", json!(false)),
        ("bijstand.beroep_op_ouders", json!(true)),
        ("bijstand.vrijlating_n_maanden", json!(3)),
        ("bijstand", json!({"vrijlating_n_maanden": 6, "vrijlating_r_maanden": 5})),
        ("bijstand.vrijlating_toegekend", json!(false)),
        ("bijstand.vrijlating_34a_maanden", json!(3)),
        ("iack", json!("niet")),
        ("opvang_schaalt", json!("naar_uren")),
        ("schulden", json!({})),
        ("schulden.soort", json!("geen")),
        ("schulden.soort", json!("schuldregeling")),
        ("schulden", json!({"soort": "beslag", "vrij_nu": "1200", "vrij_met_baan": null})),
        ("schulden", json!({"soort": "beslag", "vrij_nu": "1200.5", "vrij_met_baan": "1400"})),
        ("baan_nu", Value::Null),
        ("baan_nu", job.clone()),
        ("baan_nu", json!({"uren_per_week": "12", "maandloon": "700", "uurloon": null})),
        ("huishouden.inwonenden", housemate.clone()),
    ];
    let of_job = [
        ("soort", json!("proefplaatsing")),
        ("soort", json!("traject")),
        ("pensioenpremie", json!("12.50")),
        ("verplichte_inhoudingen", json!("11")),
        ("overige_inhoudingen", json!("10")),
        ("loonheffingskorting", json!(false)),
        ("vakantiegeld", json!("maandelijks")),
        ("vakantiegeld", json!("inbegrepen")),
        ("reiskosten", json!("40")),
        ("reisvergoeding", json!("20")),
        ("start", json!("2026-12-15")),
    ];
    for (name, value) in of_job {
        all.push((format!("baan.{name}").leak(), value.clone()));
        let mut now = job.clone();
        now[name] = value;
        all.push(("baan_nu", now));
    }
    for (name, value) in [
        ("arbeidsinkomen_jaar", json!("30000")),
        ("werkt", json!(true)),
        ("studeert", json!(true)),
        ("huurt_zakelijk", json!(true)),
    ] {
        let mut one = housemate.clone();
        one[0][name] = value;
        all.push(("huishouden.inwonenden", one));
    }
    all
}

#[test]
fn huisgenoot_loon_zonder_werkt_every_field_of_the_contract_travels_as_the_engine_counts_it() {
    let mut accepted = 0;
    for (name, household) in households() {
        let mut in_2027 = household.clone();
        put(&mut in_2027, "peildatum", &json!("2027-02-01"));
        for household in [household, in_2027] {
            travels(&household, &name);
            for (path, value) in variations() {
                let mut case = household.clone();
                if path.contains(".0.") && case["huishouden"]["kinderen"].get(0).is_none() {
                    continue;
                }
                put(&mut case, path, &value);
                accepted += usize::from(travels(&case, &format!("{name} {path} {value}")));
            }
        }
    }
    assert!(accepted > 800, "{accepted} were accepted");
}

#[test]
fn two_fields_together_travel_too() {
    let (_, household) = households().swap_remove(0);
    let variations = variations();
    for (at, (first, value)) in variations.iter().enumerate() {
        // Neighbours of the list and some that stand far apart.
        for (second, other) in variations[at + 1..].iter().step_by(5) {
            let mut case = household.clone();
            put(&mut case, first, value);
            if second.contains(".0.") && case["huishouden"]["kinderen"].get(0).is_none() {
                continue;
            }
            put(&mut case, second, other);
            travels(&case, &format!("{first} {value} {second} {other}"));
        }
    }
}

#[test]
fn what_is_new_for_2027_travels() {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    put(&mut case, "peildatum", &json!("2027-02-01"));
    for (path, value) in [
        ("bijstand.vrijlating_34a_maanden", json!(3)),
        ("bijstand.vrijlating_toegekend", json!(false)),
        ("baan.vakantiegeld", json!("inbegrepen")),
    ] {
        let mut with_it = case.clone();
        put(&mut with_it, path, &value);
        assert!(travels(&with_it, path), "the engine knows {path}");
        assert_ne!(outcome(&with_it.to_string()), outcome(&case.to_string()), "{path} counts");
    }
}

#[test]
fn a_field_that_only_a_later_contract_has_is_carried_as_it_is() {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    for (path, value) in [
        ("weekplan", json!({"dagen": [{"van": "08:30"}, {"van": null}], "soort": "vast"})),
        ("huishouden.kinderen.0.school", json!({})),
        ("huishouden.kinderen.0.opvang.0.contract", json!({"weken": 40})),
        ("schulden", json!({"soort": "geen", "lijst": []})),
    ] {
        put(&mut case, path, &value);
    }
    let sent: Value =
        serde_json::from_str(&again(&form(&case.to_string()).expect("a case"))).expect("JSON");
    for path in ["weekplan", "schulden", "bijstand"] {
        assert_eq!(sent[path], case[path], "{path}");
    }
    let child = &sent["huishouden"]["kinderen"][0];
    assert_eq!(
        (&child["school"], &child["opvang"][0]["contract"]["weken"]),
        (&json!({}), &json!(40))
    );
}

/// A form with everything carried that an answer can take away.
fn with_everything() -> Form {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    for (path, value) in [
        ("baan_nu", json!({"uren_per_week": "12", "uurloon": "15.00", "pensioenpremie": "12"})),
        ("huishouden.partner", json!({"geboren": "1990-01-10", "iets": 1})),
        ("huishouden.kinderen.0.school", json!({"soort": "x"})),
        ("huishouden.kinderen.1.school", json!({"soort": "y"})),
        ("huishouden.kinderen.0.opvang.0.contract", json!({"weken": 40})),
    ] {
        put(&mut case, path, &value);
    }
    let housemate = |extra: i32| json!({"geboren": "1990-01-10", "relatie": "overig", "inkomen_jaar": "0", "extra": extra});
    put(&mut case, "huishouden.inwonenden", &json!([housemate(1), housemate(2)]));
    form(&case.to_string()).expect("a case")
}

#[test]
fn baan_nu_nee_na_link_what_belongs_to_an_answer_goes_with_it() {
    let sent = |form: &Form| -> Value { serde_json::from_str(&again(form)).expect("JSON") };
    let full = sent(&with_everything());
    for (question, answer, gone) in [
        ("vraag.baan_nu", "nee", "/baan_nu"),
        ("vraag.partner", "nee", "/huishouden/partner"),
        ("vraag.inwonende", "nee", "/huishouden/inwonenden"),
        ("vraag.kinderen", "1", "/huishouden/kinderen/1"),
        ("vraag.kinderen", "0", "/huishouden/kinderen/0"),
        ("huishouden.kinderen.0.opvang.0.soort", "geen", "/huishouden/kinderen/0/opvang"),
        ("huishouden.kinderen.0.opvang.0.soort", "familie", "/huishouden/kinderen/0/opvang"),
    ] {
        let mut form = with_everything();
        let before = form.get(question).to_owned();
        assert!(full.pointer(gone).is_some(), "{gone} is there before");
        form.set(question, answer);
        assert_eq!(sent(&form).pointer(gone), None, "{question} {answer}");
        // Answered by mistake: nothing was lost.
        form.set(question, before);
        assert_eq!(sent(&form), full, "{question}");
    }
    let mut form = with_everything();
    form.remove_item("huishouden.inwonenden", 0);
    let people = sent(&form)["huishouden"]["inwonenden"].clone();
    assert_eq!((people.as_array().map(Vec::len), &people[0]["extra"]), (Some(1), &json!(2)));
}

#[test]
fn the_first_working_day_belongs_to_the_month_it_came_with() {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    put(&mut case, "baan.start", &json!("2026-10-20"));
    // The job stands before the reference date here.
    let mut form = form(&case.to_string()).expect("a case");
    assert_eq!(form.get("mee.baan.start"), "\"2026-10-20\"");
    form.set("peildatum", "2026-12");
    assert!(!again(&form).contains("2026-10-20"));
    assert_eq!(start_of(&form), Some("2026-12-01".into()));
}

fn start_of(form: &Form) -> Option<String> {
    let sent: Value = serde_json::from_str(&again(form)).expect("JSON");
    Some(sent["baan"].get("start")?.as_str()?.to_owned())
}

/// Left out, the contract starts the job a month after the reference date. A link that leaves it out means that, here and on
/// the command line; who chooses a month herself means that month.
#[test]
fn a_link_without_a_first_working_day_keeps_that_of_the_contract_until_she_chooses_a_month() {
    let mut form = form(CASE).expect("a case");
    assert_eq!(start_of(&form), None);
    form.set("baan.uren_per_week", "21");
    assert_eq!(start_of(&form), None);
    form.set("peildatum", "2026-11");
    assert_eq!(start_of(&form), Some("2026-11-01".into()));
}

#[test]
fn a_job_from_the_first_of_its_month_is_what_the_page_asks_and_is_not_carried() {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    put(&mut case, "peildatum", &json!("2026-12-01"));
    put(&mut case, "baan.start", &json!("2026-12-01"));
    let form = form(&case.to_string()).expect("a case");
    assert_eq!(form.carried().count(), 0);
    assert_eq!(start_of(&form), Some("2026-12-01".into()));
}

#[test]
fn what_is_carried_for_a_contract_stays_with_it_when_an_earlier_one_is_none() {
    let mut form = with_everything();
    form.set("huishouden.kinderen.0.opvang.1.soort", "bso");
    form.set("huishouden.kinderen.0.opvang.1.uren_per_maand", "40");
    form.set("mee.huishouden.kinderen.0.opvang.1.contract.weken", "52");
    form.set("huishouden.kinderen.0.opvang.0.soort", "familie");
    let sent: Value = serde_json::from_str(&again(&form)).expect("JSON");
    assert_eq!(sent["huishouden"]["kinderen"][0]["opvang"][0]["contract"]["weken"], json!(52));
}

#[test]
fn what_she_cannot_change_can_be_left_out() {
    let mut form = with_everything();
    leave_out(&mut form, "huishouden.partner.geboren");
    leave_out(&mut form, "baan_nu.pensioenpremie");
    let sent: Value = serde_json::from_str(&again(&form)).expect("JSON");
    assert_eq!(sent["huishouden"].get("partner"), None);
    assert_eq!(sent["baan_nu"].get("pensioenpremie"), None);
    assert_eq!(sent["baan_nu"]["uren_per_week"], json!("12"));
}

#[test]
fn what_was_carried_and_is_asked_since_becomes_an_answer() {
    let mut form = Form::default();
    form.set("mee.baan.reiskosten", "\"40.5\"");
    form.set("mee.huishouden.geboren", "\"1994-03-17\"");
    form.set("mee.iets", "1");
    adopt(&mut form);
    assert_eq!(
        (form.get("baan.reiskosten"), form.get("huishouden.geboren.jaar")),
        ("40,5", "1994")
    );
    assert_eq!(form.carried().collect::<Vec<_>>(), [("iets", "1")]);
}

#[test]
fn debts_that_were_carried_become_answers_and_go_with_a_no() {
    let mut form = form(CASE).expect("a case");
    form.set("mee.schulden.soort", "\"beslag\"");
    form.set("mee.schulden.vrij_nu", "\"1200\"");
    form.set("mee.schulden.vrij_met_baan", "null");
    adopt(&mut form);
    assert_eq!((form.get("schulden.soort"), form.get("schulden.vrij_nu")), ("beslag", "1200"));
    assert_eq!(form.carried().count(), 0);
    let sent = |form: &Form| -> Value { serde_json::from_str(&again(form)).expect("JSON") };
    assert_eq!(sent(&form)["schulden"], json!({"soort": "beslag", "vrij_nu": "1200"}));
    form.set("schulden.soort", "geen");
    assert_eq!(sent(&form)["schulden"], json!({"soort": "geen"}), "no amount without debts");
    form.set("schulden.soort", "onbekend");
    assert_eq!(sent(&form).get("schulden"), None);
    let mut empty = Form::default();
    empty.set("mee.schulden", "{}");
    adopt(&mut empty);
    assert!(is_sound(&empty) && empty.carried().count() == 0);
}

#[test]
fn fixed_costs_that_were_kept_count_unless_the_question_of_before_was_answered_no() {
    for (answer, counted) in [("ja", Some("850")), ("nee", None)] {
        let mut form = form(CASE).expect("a case");
        form.set("vraag.schulden", answer);
        form.set("huishouden.vaste_lasten", "850");
        adopt(&mut form);
        assert!(!form.is_touched("vraag.schulden"));
        let sent: Value = serde_json::from_str(&again(&form)).expect("JSON");
        assert_eq!(sent["huishouden"]["vaste_lasten"].as_str(), counted, "{answer}");
    }
}
