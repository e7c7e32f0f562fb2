//! `calc batch` from outside: every line answered as the command answers its household, in order, and what was written
//! before goes on.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::command::{calc, calc_with, fixtures, json as answer, stderr, stdout};

/// The whole households of `fixtures/`, each on one line with its name as the id.
fn caseload() -> Vec<(String, Value)> {
    let folder = fs::read_dir(fixtures("households")).expect("the folder");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let household = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a file");
        (file.display().to_string(), serde_json::from_str(&text).expect("JSON"))
    };
    files.into_iter().map(household).collect()
}

fn line(id: &Value, situatie: &Value) -> String {
    let mut line = situatie.clone();
    line["id"] = id.clone();
    line.to_string()
}

fn lines(output: &std::process::Output) -> Vec<String> {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    stdout(output).lines().map(str::to_owned).collect()
}

/// A file of this test alone, with this in it.
fn file(name: &str, text: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("batch");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path.display().to_string()
}

/// The answer of a line without the id, which has to come first.
fn without_id(line: &str, id: &Value) -> Value {
    assert!(line.starts_with(&format!("{{\"id\":{id},")), "{line}");
    let mut answer: Value = serde_json::from_str(line).expect("JSON");
    answer.as_object_mut().expect("an object").remove("id");
    answer
}

#[test]
fn every_line_is_what_the_command_prints_in_order() {
    let households = caseload();
    let ids = |at: usize| if at.is_multiple_of(2) { json!(format!("a-{at}")) } else { json!(at) };
    let text: Vec<String> =
        households.iter().enumerate().map(|(at, (_, it))| line(&ids(at), it)).collect();
    let input = file("caseload.jsonl", text.join("\n").as_bytes());
    for picture in ["month", "hours", "calendar"] {
        let answers = lines(&calc(&["batch", picture, &input, "--threads", "3"]));
        assert_eq!(answers.len(), households.len());
        let one = lines(&calc_with(&text.join("\r\n"), &["batch", picture, "-", "--threads", "1"]));
        assert_eq!(answers, one, "the same from a stream, by one thread");
        for (at, (name, _)) in households.iter().enumerate() {
            let alone = calc(&[picture, name, "--format", "json"]);
            if alone.status.code() == Some(2) {
                let told: Value = serde_json::from_str(stderr(&alone)).expect("JSON");
                let expected = json!({ "problemen": told });
                assert_eq!(without_id(&answers[at], &ids(at)), expected, "{picture} {name}");
            } else {
                assert_eq!(without_id(&answers[at], &ids(at)), answer(&alone), "{picture} {name}");
            }
        }
    }
}

#[test]
fn a_refused_line_has_its_problems_in_its_place_and_stops_nothing() {
    let (_, good) = &caseload()[0];
    let twice = good.to_string().replacen('{', "{\"id\":1,\"id\":1,", 1);
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(1_000_000));
    let wrong = [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        line(&json!("b"), &json!({})),
        line(&json!(null), good),
        line(&json!({ "a": 1 }), good),
        twice,
        long,
    ];
    let input: Vec<String> =
        wrong.iter().flat_map(|line| [line.clone(), good.to_string()]).collect();
    let answers = lines(&calc_with(&input.join("\n"), &["batch", "month", "-"]));
    assert_eq!(answers.len(), input.len());
    for (at, pair) in answers.chunks(2).enumerate() {
        let refused: Value = serde_json::from_str(&pair[0]).expect("JSON");
        let expected = if wrong[at].contains("\"b\"") { json!("b") } else { Value::Null };
        assert_eq!(refused["id"], expected, "{}", pair[0]);
        assert!(!refused["problemen"].as_array().expect("a list").is_empty(), "{}", pair[0]);
        assert!(pair[1].starts_with("{\"peildatum\""), "without an id there is none: {}", pair[1]);
    }
    let of = |at: usize| serde_json::from_str::<Value>(&answers[2 * at]).expect("JSON");
    assert_eq!(of(4)["problemen"][0]["code"], "geen_id");
    assert_eq!(
        of(6)["problemen"][0],
        json!({
            "pad": "id", "code": "dubbel", "reden": "dit staat er twee keer", "toegestaan": "één keer",
        })
    );
    assert_eq!(of(7)["problemen"][0]["code"], "te_groot");
}

#[test]
fn bytes_that_are_no_text_are_a_refused_line() {
    let (_, good) = &caseload()[0];
    let input =
        file("bytes.jsonl", &[b"\xff\xfe\n".to_vec(), good.to_string().into_bytes()].concat());
    let answers = lines(&calc(&["batch", "month", &input]));
    assert!(answers[0].contains("geen_json"), "{}", answers[0]);
    assert!(answers[1].starts_with("{\"peildatum\""));
}

/// The same without any field of this name.
fn without(value: &Value, name: &str) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, _)| *key != name);
            kept.map(|(key, value)| (key.clone(), without(value, name))).collect()
        }
        Value::Array(items) => items.iter().map(|item| without(item, name)).collect(),
        other => other.clone(),
    }
}

#[test]
fn amounts_are_the_answer_without_its_sentences() {
    let text: Vec<String> = caseload().iter().map(|(_, it)| it.to_string()).collect();
    let text = text.join("\n");
    for picture in ["month", "calendar"] {
        let whole = lines(&calc_with(&text, &["batch", picture, "-"]));
        let short = lines(&calc_with(&text, &["batch", picture, "-", "--amounts"]));
        for (whole, short) in whole.iter().zip(&short) {
            let [whole, short] =
                [whole, short].map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
            assert_eq!(without(&whole, "tekst"), short);
        }
        assert!(short.concat().len() < whole.concat().len() * 9 / 10);
    }
}

#[test]
fn what_was_written_before_goes_on_after_the_last_whole_line() {
    let text: Vec<String> =
        caseload().iter().enumerate().map(|(at, (_, it))| line(&json!(at), it)).collect();
    let input = file("again.jsonl", text.join("\n").as_bytes());
    let whole = calc(&["batch", "month", &input]);
    let whole = stdout(&whole);
    let third = whole.match_indices('\n').nth(2).expect("three lines").0 + 1;
    // Nothing yet, a line broken off, three lines, a fourth without its end, all of it.
    for at in [0, 10, third, third + 100, whole.len()] {
        let out = file("out.jsonl", &whole.as_bytes()[..at]);
        let done = calc(&["batch", "month", &input, "--out", &out]);
        assert_eq!((done.status.code(), stdout(&done)), (Some(0), ""), "{}", stderr(&done));
        assert_eq!(fs::read_to_string(&out).expect("a file"), whole, "from {at}");
    }
    let new = file("new.jsonl", b"");
    fs::remove_file(&new).expect("there is a file");
    assert_eq!(calc(&["batch", "month", &input, "--out", &new]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&new).expect("a file"), whole);
}

#[test]
fn a_file_of_something_else_is_left_as_it_is() {
    let (_, good) = &caseload()[0];
    let other = line(&json!("other"), good) + "\n";
    let input = file("ours.jsonl", line(&json!("ours"), good).as_bytes());
    let of =
        |input: &str, picture: &str| stdout(&calc_with(input, &["batch", picture, "-"])).to_owned();
    for before in [
        of(&other, "month"),
        of(&line(&json!("ours"), good), "hours"),
        of(&[line(&json!("ours"), good), other.clone()].join("\n"), "month"),
        "my notes\n".to_owned(),
    ] {
        let out = file("theirs.jsonl", before.as_bytes());
        let done = calc(&["batch", "month", &input, "--out", &out]);
        assert_eq!(done.status.code(), Some(1), "{before}");
        assert!(stderr(&done).contains("er is niets veranderd"), "{}", stderr(&done));
        assert_eq!(fs::read_to_string(&out).expect("a file"), before);
    }
    let done = calc(&["batch", "month", &input, "--out", &input]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&input).expect("a file"), line(&json!("ours"), good));
}

#[test]
fn what_cannot_be_read_or_written_is_said() {
    for arguments in [
        vec!["batch", "month", "does-not-exist.jsonl"],
        vec!["batch", "month", "-", "--out", "/does/not/exist"],
    ] {
        let done = calc_with("", &arguments);
        assert_eq!((done.status.code(), stdout(&done)), (Some(1), ""));
        assert!(stderr(&done).starts_with("calc: "), "{}", stderr(&done));
    }
    for threads in ["0", "1025", "x"] {
        assert_eq!(
            calc_with("", &["batch", "month", "-", "--threads", threads]).status.code(),
            Some(2)
        );
    }
    assert_eq!(lines(&calc_with("", &["batch", "month", "-"])).len(), 0);
}

#[test]
fn a_scenario_changes_every_line_and_each_says_so() {
    let (name, household) = &caseload()[0];
    let scenario =
        json!({ "inkomensvrijlating.n_maximum": "250", "gemeente.eigen_deel_opvang": "100" });
    let with = file("scenario.json", scenario.to_string().as_bytes());
    let text = [line(&json!(1), household), line(&json!(2), household), "{}".to_owned()].join("\n");
    for picture in ["month", "hours", "calendar"] {
        let answers = lines(&calc_with(&text, &["batch", picture, "-", "--scenario", &with]));
        let alone = answer(&calc(&[picture, name, "--scenario", &with, "--format", "json"]));
        assert_eq!(alone["scenario"], scenario, "{picture}");
        assert_ne!(
            alone["scenario"],
            answer(&calc(&[picture, name, "--format", "json"]))["scenario"]
        );
        assert_eq!(without_id(&answers[0], &json!(1)), alone, "{picture}");
        assert_eq!(without_id(&answers[1], &json!(2)), alone, "{picture}");
        assert!(answers[2].contains("problemen"));
        let shown = calc(&[picture, name, "--scenario", &with, "--format", "text"]);
        assert!(
            stdout(&shown).contains("inkomensvrijlating.n_maximum = 250"),
            "{}",
            stdout(&shown)
        );
    }
    let wrong = file("wrong.json", br#"{ "inkomensvrijlating.n_maximum": "250 %" }"#);
    // Refused before anything is read, so nothing is sent.
    for arguments in [vec!["month", name.as_str()], vec!["batch", "month", "-"]] {
        let refused = calc_with("", &[&arguments[..], &["--scenario", &wrong]].concat());
        assert_eq!((refused.status.code(), stdout(&refused)), (Some(2), ""), "{arguments:?}");
        assert!(
            stderr(&refused).contains("scenario.inkomensvrijlating.n_maximum"),
            "{}",
            stderr(&refused)
        );
    }
}
