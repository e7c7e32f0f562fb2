//! The door from outside: a situation that gives every field once, and what is refused when one is changed.

use calc_core::{Explain, Language, Problem, Situatie};
use serde_json::Value;

/// A situation that gives every field of the contract once.
pub const WHOLE: &str = r#"{
    "peildatum": "2026-10-01",
    "huishouden": {
        "geboren": "2006-03-14",
        "partner": { "geboren": "1993-02-17", "maandloon": "900.00" },
        "kinderen": [
            { "geboren": "2024-05-20", "naar_school": false,
              "opvang": [{ "soort": "dagopvang", "uren_per_maand": "110", "uurprijs": "11.95", "contract": {
                "afname": "blok", "plek": 0, "schoolweken": 40, "vakantieweken": 12, "dagen": ["ma"],
                "blokken": [{ "van": 450, "tot": 1110 }], "voorschool_van": 420, "voorschool_dagen": null,
                "middag_van": null, "middag_tot": 1110, "open_dagen": ["ma", "di"], "open_van": 0, "open_tot": 1440,
                "afronden": 30, "minimum": 0, "gratis": 0, "studiedagen": 0 } }],
              "school": { "tijden": [[510, 840], null, null, null, null], "plek": 0, "deur": 10, "alleen": true,
                "alleen_thuis": 0 },
              "familie": [{ "dagen": ["di"], "van": 500, "tot": 600, "weken": "alle" }] }
        ],
        "inwonenden": [
            { "geboren": "1966-03-30", "relatie": "ouder", "inkomen_jaar": "12000", "arbeidsinkomen_jaar": "2000",
              "werkt": false, "studeert": false, "huurt_zakelijk": false }
        ],
        "kale_huur": "655.00", "zelfstandige_woning": true, "vaste_lasten": "500", "vermogen": "1000",
        "gemeente": "rotterdam", "gemeente_meetellen": false,
        "gemeente_bedragen": { "werkpremie": "150" }, "alimentatie_kinderen": "10", "alimentatie_partner": "10",
        "medische_urenbeperking": false
    },
    "bijstand": { "ontvangt": true, "beroep_op_ouders": false, "vrijlating_n_maanden": 6, "vrijlating_r_maanden": 3,
        "vrijlating_toegekend": true, "vrijlating_34a_maanden": 0 },
    "baan_nu": { "uren_per_week": "8", "maandloon": "500" },
    "baan": {
        "soort": "dienstverband", "uren_per_week": "20", "uurloon": "15.52", "pensioenpremie": "10",
        "verplichte_inhoudingen": "1", "overige_inhoudingen": "1", "loonheffingskorting": true, "vakantiegeld": "mei",
        "reiskosten": "20", "reisvergoeding": "10", "start": "2026-11-01"
    },
    "iack": "maandelijks",
    "opvang_schaalt": "vast",
    "weekplan": { "weken": [{ "dagen": [{ "dag": "ma", "van": 540, "tot": 1020, "pauze": 30 }] }],
        "plekken": [{ "naar_werk": 20, "van_huis": 10, "overdracht": 10 }], "huis_werk": 30, "tussen": 10, "wachten": 10,
        "verlof_weken": 4 }
}"#;

/// The text with the value at a path written otherwise; `None` takes the field away.
///
/// # Panics
/// When there is nothing at the path to change.
pub fn with(path: &str, written: Option<&str>) -> String {
    const MARK: &str = "\"@\"";
    let mut whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    let pointer = format!("/{}", path.replace('.', "/"));
    let (outer, last) = pointer.rsplit_once('/').expect("a path");
    let outer = whole.pointer_mut(outer).expect("a path that is there");
    match (written, outer) {
        (Some(_), Value::Object(fields)) => drop(fields.insert(last.to_owned(), "@".into())),
        (Some(_), Value::Array(items)) => {
            items[last.parse::<usize>().expect("an index")] = "@".into();
        }
        (None, Value::Object(fields)) => drop(fields.remove(last).expect("a field that is there")),
        _ => panic!("{path} cannot be changed"),
    }
    whole.to_string().replace(MARK, written.unwrap_or(MARK))
}

/// What is wrong with a situation; nothing when it is accepted.
///
/// # Panics
/// When it is refused without a problem.
pub fn problems(situatie: &str) -> Vec<Problem> {
    match Situatie::from_json(situatie) {
        Ok(_) => Vec::new(),
        Err(error) => {
            let problems = error.problems();
            assert!(!problems.is_empty(), "refused without a problem: {situatie}");
            problems
        }
    }
}

/// The paths of problems, in their order.
pub fn paths(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.pad.as_str()).collect()
}

/// Checks that exactly these fields are refused, each with a reason and what is allowed, on one line.
///
/// # Panics
/// When it is otherwise.
#[track_caller]
pub fn refused_at(situatie: &str, expected: &[&str]) {
    let problems = problems(situatie);
    assert_eq!(paths(&problems), expected, "{situatie}\n{problems:#?}");
    for problem in &problems {
        assert!(
            !problem.reden(Language::NL).is_empty() && !problem.toegestaan(Language::NL).is_empty(),
            "{problem:?}"
        );
        assert!(
            !problem.line(Language::NL).contains(['\n', '\r']),
            "more than one line: {problem:?}"
        );
        assert!(calc_core::month(situatie, Explain::No).is_err());
    }
}
