//! What is sent to break the door: texts that are long, deep, wide or half a letter. Each is refused in a few short
//! lines, in a time that grows with its length and no faster, and what else is wrong in it is told too.

use calc_core::Language;
use std::fmt::Write;
use std::time::Duration;

use calc_core::Situatie;
use calc_core::contract::door::LONGEST;
use calc_core::contract::json::DEEPEST;
use cpu_time::ThreadTime;
use serde_json::{Value, json};
use tests::door::{WHOLE, paths, problems, refused_at, with};

/// A case that is accepted.
const CASE: &str = r#"{"peildatum": "2026-10-01", "huishouden": {"geboren": "1994-03-14"},
    "baan": {"uren_per_week": "20", "uurloon": "15.00"}}"#;

/// The case with these fields before its own.
fn with_fields(fields: &str) -> String {
    CASE.replacen('{', &format!("{{{fields},"), 1)
}

/// The case with so many fields nobody knows: k0, k1 and on.
fn with_unknown(count: usize) -> String {
    let fields: Vec<String> = (0..count).map(|at| format!("\"k{at}\": 1")).collect();
    with_fields(&fields.join(","))
}

/// No line is longer than a reader takes in, nor holds what would break it.
#[track_caller]
fn lines_are_short(situatie: &str) {
    for problem in problems(situatie) {
        let line = problem.line(Language::NL);
        assert!(line.chars().count() < 400 && !line.chars().any(char::is_control), "{line}");
    }
}

#[test]
fn sleutels_10000_are_told_in_fifty_lines_and_one_that_counts_the_rest() {
    refused_at(&with_unknown(1), &["k0"]);
    let found = problems(&with_unknown(50));
    assert_eq!((found.len(), found[49].pad.as_str()), (50, "k49"));
    assert_eq!(found[49].reden(Language::NL), found[0].reden(Language::NL));
    // One more is told as the others are, and of more how many.
    let found = problems(&with_unknown(51));
    assert_eq!((found.len(), found[50].pad.as_str()), (51, "k50"));
    assert_eq!(found[50].reden(Language::NL), found[0].reden(Language::NL));
    let found = problems(&with_unknown(10_000));
    assert_eq!((found.len(), found[50].pad.as_str()), (51, "k50"));
    assert!(found[50].reden(Language::NL).contains("9949"), "{}", found[50]);
    // They hide nothing that is wrong with the fields that are known.
    let wrong =
        with_unknown(10_000).replace("\"15.00\"", "\"x\"").replace("1994-03-14", "1894-03-14");
    let found = problems(&wrong);
    assert_eq!(found.len(), 53);
    for path in ["huishouden.geboren", "baan.uurloon", "k0", "k50"] {
        assert!(paths(&found).contains(&path), "{path}");
    }
}

#[test]
fn of_unknown_names_in_every_object_together_no_more_are_told() {
    let child = json!({ "geboren": "2020-01-01", "a": 1, "b": 2, "c": 3, "d": 4, "e": 5 });
    let children = Value::Array(vec![child; 12]).to_string();
    let found = problems(&with("huishouden.kinderen", Some(&children)));
    assert_eq!(found.len(), 51, "twelve times five are ten too many");
    assert!(found[50].pad.starts_with("huishouden.kinderen.10."), "{}", found[50]);
    assert!(found[50].reden(Language::NL).contains('9'), "{}", found[50]);
}

/// The least time on the processor, of a few, in which a text is refused.
fn time(situatie: &str) -> Duration {
    let once = || {
        let start = ThreadTime::now();
        assert!(Situatie::from_json(situatie).is_err());
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn forty_times_as_many_names_take_some_forty_times_as_long() {
    let names = |count: usize| [with_unknown(count), format!("{{{}}}", twice(count))];
    for (few, many) in names(1_000).into_iter().zip(names(40_000)) {
        let (short, long) = (time(&few), time(&many));
        // Each compared with all before it would take 1,600 times as long. The room is for a machine whose memory is busy.
        assert!(long < short * 400, "{short:?} and {long:?}");
    }
}

/// Names that come twice, each far from its like.
fn twice(count: usize) -> String {
    let mut fields = String::new();
    for at in (0..count / 2).chain(0..count / 2) {
        let _ = write!(fields, "\"k{at}\":1,");
    }
    fields.push_str("\"iack\":1,\"iack\":2");
    fields
}

#[test]
fn a_name_given_twice_is_told_once_beside_what_else_is_wrong_with_it() {
    let found = problems(&format!("{{{}}}", twice(10)));
    let doubles: Vec<&str> = found
        .iter()
        .filter(|problem| problem.toegestaan(Language::NL) == "één keer")
        .map(|problem| problem.pad.as_str())
        .collect();
    assert_eq!(doubles, ["k0", "k1", "k2", "k3", "k4", "iack"]);
    let thrice = with_fields(
        "\"k\":1,\"k\":2,\"k\":3,\"iack\":\"niet\",\"iack\":\"niet\",\"iack\":\"niet\"",
    );
    refused_at(&thrice, &["k", "k", "iack"]);
}

#[test]
fn a_text_that_is_too_large_is_not_read() {
    let padded = |length: usize| format!("{CASE}{}", " ".repeat(length - CASE.len()));
    refused_at(&padded(LONGEST), &[]);
    refused_at(&padded(LONGEST + 1), &["situatie"]);
    let found = problems(&padded(LONGEST + 1));
    assert!(found[0].toegestaan(Language::NL).contains("1000000"), "{}", found[0]);
}

#[test]
fn what_is_nested_too_deep_is_refused_with_its_place() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    // One level is the situation's own.
    refused_at(&with("iack", Some(&nested(DEEPEST - 1))), &["iack"]);
    for depth in [DEEPEST, 20_000, 100_000] {
        let found = problems(&with("iack", Some(&nested(depth))));
        assert_eq!(paths(&found), ["situatie"], "{depth}");
        assert!(found[0].toegestaan(Language::NL).contains("32"), "{}", found[0]);
    }
    assert_eq!(paths(&problems(&nested(20_000))), ["situatie"]);
}

#[test]
fn a_list_that_is_too_long_is_counted_and_not_looked_at() {
    for path in ["huishouden.kinderen", "huishouden.kinderen.0.opvang", "huishouden.inwonenden"] {
        let long = format!("[{}]", vec!["0"; 50_000].join(","));
        let found = problems(&with(path, Some(&long)));
        assert_eq!(paths(&found), [path]);
        assert!(found[0].reden(Language::NL).contains("50000"), "{}", found[0]);
    }
    let names: Vec<String> = (0..50_000).map(|at| format!("\"k{at}\":\"1\"")).collect();
    let long = format!("{{{}}}", names.join(","));
    let path = "huishouden.gemeente_bedragen";
    assert_eq!(paths(&problems(&with(path, Some(&long)))), [path]);
}

#[test]
fn sleutel_halve_letter_is_named_and_the_rest_is_judged() {
    refused_at(&with_fields("\"\\ud800\":1"), &["\u{fffd}"]);
    // Two that look alike are two.
    refused_at(&with_fields("\"\\ud800\":1,\"\\ud801\":1"), &["\u{fffd}", "\u{fffd}"]);
    let wrong = with_fields("\"a\\udfffb\":1").replace("\"20\"", "\"99\"");
    let found = problems(&wrong);
    assert_eq!(paths(&found), ["baan.uren_per_week", "a\u{fffd}b"]);
    assert!(
        found.iter().all(|problem| !problem.reden(Language::NL).contains("JSON")),
        "{found:#?}"
    );
    // In a value it is told as what it is, never as the kind that is allowed.
    for (path, given) in [
        ("huishouden.geboren", "\"\\ud800\""),
        ("iack", "\"ni\\udc00et\""),
        ("baan.uurloon", "\"1\\ud800\""),
        ("huishouden.gemeente", "\"\\ud800\""),
    ] {
        let found = problems(&with(path, Some(given)));
        assert_eq!(paths(&found), [path]);
        assert!(found[0].reden(Language::NL).contains('\u{fffd}'), "{}", found[0]);
    }
}

#[test]
fn names_and_values_are_shown_on_one_short_line() {
    let long = "x".repeat(5_000);
    refused_at(&with_fields("\"\":1"), &["\"\""]);
    refused_at(&with_fields("\"\\n\":1"), &["\" \""]);
    let shown = format!("{}…", "x".repeat(40));
    refused_at(&with_fields(&format!("\"{long}\":1")), &[&shown]);
    for given in [
        format!("\"{long}\""),
        "\"a\\nb\\r\\u0000\\u2028\\u202ec\"".to_owned(),
        format!("1{}", "0".repeat(5_000)),
        format!("[\"{long}\"]"),
    ] {
        for path in [
            "peildatum",
            "huishouden",
            "huishouden.geboren",
            "huishouden.kinderen",
            "huishouden.gemeente",
            "huishouden.gemeente_bedragen",
            "huishouden.kale_huur",
            "bijstand.vrijlating_n_maanden",
            "bijstand.ontvangt",
            "baan",
            "baan.soort",
            "iack",
        ] {
            assert!(!problems(&with(path, Some(&given))).is_empty());
            lines_are_short(&with(path, Some(&given)));
        }
    }
    for object in ["", "huishouden.", "huishouden.kinderen.0.opvang.0.", "baan."] {
        lines_are_short(&with(&format!("{object}{long}"), Some("1")));
    }
    lines_are_short(&WHOLE.replacen('{', "{\"a\\u2028\\u202eb\":1,", 1));
}
