//! Amounts of a later half-year that are entered move the coverage, and nothing else changes: proven with made-up files
//! that repeat the amounts of the last published day.

use serde_json::{Value, json};
use tests::added::Added;
use tests::{files, month, read};

/// What says that amounts are carried on.
const MARKS: [&str; 2] = ["voortgezet_2027", "bedragen_2027"];

fn on(situatie: &str, day: &str) -> Value {
    let mut situatie: Value = serde_json::from_str(situatie).expect("JSON");
    situatie["peildatum"] = day.into();
    situatie
}

/// A result without the mark.
fn unmarked(mut result: Value) -> Value {
    result["status"] = Value::Null;
    for list in ["aannames", "niet_berekend"] {
        let kept = result[list].as_array().expect("a list").iter();
        let kept: Vec<Value> =
            kept.filter(|it| !MARKS.iter().any(|mark| it["code"] == *mark)).cloned().collect();
        result[list] = json!(kept);
    }
    // A notice names the day an amount holds from, which is another one here.
    for warning in result["waarschuwingen"].as_array_mut().expect("a list") {
        warning["tekst"] = Value::Null;
    }
    result
}

fn marks(result: &Value) -> Vec<&Value> {
    let lists = ["aannames", "niet_berekend"].map(|list| result[list].as_array().expect("a list"));
    let codes = lists.into_iter().flatten().map(|it| &it["code"]);
    codes.filter(|code| MARKS.iter().any(|mark| *code == mark)).collect()
}

#[test]
#[ignore = "compiles the engine once more, in target/added: a minute the first time"]
fn entering_amounts_moves_the_coverage_and_changes_nothing_else() {
    let added = Added::built();
    let mut compared = 0;
    for path in files("fixtures/households", "json") {
        let name = path.display();
        let situatie = read(&path);
        for day in ["2026-12-31", "2027-01-01", "2027-03-15", "2027-06-30"] {
            let asked = on(&situatie, day);
            if calc_core::month(&asked.to_string(), calc_core::Explain::No).is_err() {
                continue; // An age that does not fit the day.
            }
            let (ours, theirs) = (month(&asked.to_string()), added.month(&asked).expect("covered"));
            assert_eq!(theirs["status"], "geldend", "{name} {day}");
            assert_eq!(marks(&theirs), Vec::<&Value>::new(), "{name} {day}");
            assert_eq!(marks(&ours).len(), if day < "2027" { 0 } else { 2 }, "{name} {day}");
            assert_eq!(unmarked(theirs), unmarked(ours), "{name} {day}");
            compared += 1;
        }
        // The half-year after it is now the one that is carried on, and the one after that is refused.
        if let Ok(later) = added.month(&on(&situatie, "2027-07-01")) {
            assert_eq!(later["status"], "voortgezet", "{name}");
            assert_eq!(marks(&later).len(), 2, "{name}");
        }
        let refused = added.month(&on(&situatie, "2028-01-01")).expect_err("not covered");
        assert!(refused.contains("2027-12-31"), "{name}: {refused}");
    }
    assert!(compared > 30, "{compared}");
}
