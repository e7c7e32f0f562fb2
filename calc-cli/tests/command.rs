//! The command from outside: every published example, exit status, what is written where.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(folder)
}

fn household(name: &str) -> String {
    fixtures("households").join(name).display().to_string()
}

pub fn calc(arguments: &[&str]) -> Output {
    let mut calc = Command::new(env!("CARGO_BIN_EXE_calc"));
    calc.args(arguments).output().expect("the command runs")
}

/// The command with this on its standard input.
pub fn calc_with(input: &str, arguments: &[&str]) -> Output {
    let mut calc = Command::new(env!("CARGO_BIN_EXE_calc"));
    calc.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = calc.spawn().expect("the command runs");
    running.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    running.wait_with_output().expect("it ends")
}

pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("text")
}

pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("text")
}

pub fn json(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    serde_json::from_str(stdout(output)).expect("valid JSON")
}

/// `{ key = "value", … }` as pairs: the quoted parts are the values.
fn pairs(inline_table: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = inline_table.split('"').collect();
    let key = |text: &str| text.trim_matches(|c: char| " {},=".contains(c)).to_owned();
    parts.chunks_exact(2).map(|pair| (key(pair[0]), pair[1].to_owned())).collect()
}

#[test]
fn a_week_is_told_with_what_would_be_smarter() {
    let week = |name: &str| fixtures("weeks").join(name).display().to_string();
    let early = calc(&["week", &week("early-shift.json"), "--format", "text"]);
    for line in [
        "Uw week past nog niet.",
        "• maandag 5.30-7.30, kind 1: voor openingstijd (120 minuten)",
        "Betaald en niet gebruikt: 195 uur per maand.",
        "  Nieuwe tijden: maandag 8.00-16.00, dinsdag 8.00-16.00.",
    ] {
        assert!(stdout(&early).lines().any(|it| it == line), "{line}\n{}", stdout(&early));
    }
    // The month shows the week too, without what would be smarter.
    let month = calc(&["month", &week("early-shift.json"), "--format", "text"]);
    assert!(stdout(&month).contains("Uw week past nog niet."));
    assert!(!stdout(&month).contains("Dit kan slimmer"));
    let block = json(&calc(&["week", &week("three-days.json"), "--format", "json"]));
    assert_eq!(block["alternatieven"][0]["code"], "familie_dag");
    // Without a plan there is nothing to tell.
    let without = calc(&["week", &household("first-job.json"), "--format", "text"]);
    assert_eq!((without.status.code(), stdout(&without)), (Some(2), ""));
    assert!(stderr(&without).starts_with("weekplan: "), "{}", stderr(&without));
}

#[test]
fn calc_scheme_gives_every_example_of_the_fixtures() {
    let mut cases = 0;
    for folder in fs::read_dir(fixtures("examples")).expect("the examples") {
        for file in fs::read_dir(folder.expect("a folder").path()).expect("its files") {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("its text");
            let after = |start: &'static str| {
                text.lines().filter_map(move |line| line.strip_prefix(start).map(str::to_owned))
            };
            let date = after("date = ").next().expect("a date");
            let scheme = pairs(&after("scheme = ").next().expect("a scheme")).remove(0).1;
            for (keys, expected) in after("keys = ").zip(after("expect = ")) {
                let keys: Vec<String> =
                    pairs(&keys).into_iter().map(|(key, value)| format!("{key}={value}")).collect();
                let mut arguments = vec!["scheme", &scheme, "--date", &date, "--format", "json"];
                arguments.extend(keys.iter().map(String::as_str));
                let answer = json(&calc(&arguments));
                for (key, expected) in pairs(&expected) {
                    assert_eq!(answer[&key], expected, "{}: {keys:?} {key}", path.display());
                }
                cases += 1;
            }
        }
    }
    assert!(cases > 200, "only {cases} examples were found");
}

#[test]
fn every_household_gives_json_and_a_text_a_coach_can_read() {
    for file in fs::read_dir(fixtures("households")).expect("the households") {
        let path = file.expect("a file").path();
        let file = path.display().to_string();
        let result = json(&calc(&["month", &file]));
        assert!(result["met_baan"]["besteedbaar"].is_string(), "{file}");
        let output = calc(&["month", &file, "--format", "text"]);
        assert_eq!(output.status.code(), Some(0), "{file}");
        let text = stdout(&output);
        let headline = text.lines().next().expect("a headline");
        assert!(headline.contains('€') || headline.contains("evenveel"), "{file}: {headline}");
        assert!(text.lines().count() > 30, "{file}");
        // A key where words should stand.
        for group in
            ["tabel.", "lijnen.", "redenen.", "waarschuwingen.", "niet_berekend.", "aannames."]
        {
            assert!(!text.contains(group), "{file}: a word of {group} is missing");
        }
    }
}

#[test]
fn the_curve_the_amounts_and_the_list_of_schemes_are_json_too() {
    let curve = json(&calc(&["hours", &household("first-job.json"), "--to", "8", "--step", "2"]));
    assert_eq!(curve["punten"].as_array().map(Vec::len), Some(5));
    let steady = [
        "hours",
        &household("first-job.json"),
        "--to",
        "8",
        "--step",
        "2",
        "--over",
        "vaste_maand",
    ];
    assert_eq!(json(&calc(&steady)), curve);
    let amounts = json(&calc(&["parameters", "--date", "2026-10-01", "zorgtoeslag"]));
    assert!(amounts.as_array().is_some_and(|amounts| !amounts.is_empty()));
    let schemes = json(&calc(&["scheme", "--list"]));
    assert_eq!(schemes.as_array().map(Vec::len), Some(13));
    for command in ["parameters", "scheme --list"] {
        let mut arguments: Vec<&str> = command.split(' ').collect();
        arguments.extend(["--format", "text"]);
        let output = calc(&arguments);
        assert_eq!(output.status.code(), Some(0), "{command}");
        assert!(stdout(&output).lines().count() >= 12, "{command}");
    }
}

#[test]
fn the_explanation_comes_when_asked_for() {
    let file = household("first-job.json");
    assert!(json(&calc(&["month", &file]))["uitleg"].is_null());
    assert!(
        json(&calc(&["month", &file, "--explain"]))["uitleg"]["met_baan"]["bijstand"].is_object()
    );
    let keys =
        ["scheme", "zorgtoeslag", "--date", "2026-01-01", "toetsingsinkomen=35000", "--explain"];
    assert_eq!(json(&calc(&keys))["uitleg"]["regel"], "zorgtoeslag");
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    let text = fs::read_to_string(household("couple.json")).expect("its text");
    let from_file = calc(&["month", &household("couple.json")]);
    assert_eq!(stdout(&calc_with(&text, &["month", "-"])), stdout(&from_file));
}

#[test]
fn a_refused_situation_ends_with_2_and_writes_one_line_for_each_problem() {
    let refused = r#"{ "peildatum": "2026-02-30", "huishouden": { "geboren": "1994-03-14", "kale_huur": "1e3" },
        "baan": { "uren_per_week": "61", "uurloon": "15", "maandloon": "900", "bonus": "1" } }"#;
    let output = calc_with(refused, &["month", "-", "--format", "text"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    // Of a wage by the hour and a wage by the month the pair is told.
    let paths =
        ["peildatum", "huishouden.kale_huur", "baan.uren_per_week", "baan.uurloon", "baan.bonus"];
    let lines: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(lines.len(), paths.len(), "{lines:#?}");
    for path in paths {
        let line = lines.iter().find(|line| line.starts_with(&format!("{path}: ")));
        assert!(line.is_some_and(|line| line.contains("(toegestaan: ")), "{path}: {lines:#?}");
    }

    let output = calc_with(refused, &["month", "-", "--format", "json"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    let problems: Value = serde_json::from_str(stderr(&output)).expect("a list of problems");
    assert_eq!(problems.as_array().map(Vec::len), Some(paths.len()));
    assert_eq!(stderr(&output).lines().count(), paths.len());
}

/// The lines on standard error, each short and without anything that breaks a line.
fn short_lines(output: &Output) -> Vec<&str> {
    assert_eq!(stdout(output), "");
    let lines: Vec<&str> = stderr(output).lines().collect();
    for line in &lines {
        assert!(line.chars().count() < 400 && !line.chars().any(char::is_control), "{line:?}");
    }
    lines
}

#[test]
fn whatever_is_written_on_the_command_line_is_told_on_one_short_line() {
    let file = household("first-job.json");
    let long = "x".repeat(5_000);
    let broken = "a\nb\u{2028}\u{1b}[31mc";
    for wrong in [long.as_str(), broken] {
        let key = format!("{wrong}=1");
        for (arguments, count) in [
            (vec!["hours", &file, "--from", wrong], 1),
            (vec!["hours", &file, "--from", wrong, "--to", wrong, "--step", wrong], 3),
            (vec!["scheme", wrong, "--date", wrong], 2),
            (vec!["scheme", "iack", "--date", "2026-01-01", "arbeidsinkomen=5", &key], 1),
            (vec!["scheme", "iack", "--date", "2026-01-01", "arbeidsinkomen=5", "=1"], 1),
            (vec!["parameters", "zorgtoeslag", "--date", wrong], 1),
            (vec!["parameters", wrong], 1),
        ] {
            let output = calc(&[&arguments[..], &["--format", "text"]].concat());
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            let lines = short_lines(&output);
            assert_eq!(lines.len(), count, "{lines:#?}");
            assert!(lines.iter().all(|line| !line.starts_with(':')), "{lines:#?}");
        }
        let output = calc(&["month", &format!("no-such-{wrong}")]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(short_lines(&output).len(), 1);
        // What the command does not know at all.
        for arguments in [vec![wrong], vec!["month", &file, wrong], vec!["scheme", "--date", wrong]]
        {
            let output = calc(&arguments);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(!short_lines(&output).is_empty());
        }
    }
}

#[test]
fn the_options_of_the_curve_and_the_situation_are_judged_together() {
    let refused = r#"{ "peildatum": "2026-10-01", "huishouden": { "geboren": "1994-03-14" },
        "baan": { "uren_per_week": "20", "uurloon": "x" } }"#;
    let paths = |options: &[&str]| -> Vec<String> {
        let arguments = [&["hours", "-", "--format", "text"], options].concat();
        let output = calc_with(refused, &arguments);
        assert_eq!(output.status.code(), Some(2));
        let path = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
        stderr(&output).lines().map(path).collect()
    };
    assert_eq!(paths(&["--from", "x", "--step", "x"]), ["from", "step", "baan.uurloon"]);
    assert_eq!(paths(&["--from", "x", "--to", "99"]), ["from", "to", "baan.uurloon"]);
    assert_eq!(paths(&["--from", "x", "--step", "0.01"]), ["from", "baan.uurloon"]);
    assert_eq!(paths(&["--from", "30", "--to", "20"]), ["to", "baan.uurloon"]);
}

#[test]
fn a_file_without_end_is_refused_and_not_read_to_its_end() {
    let output = calc(&["month", "/dev/zero", "--format", "text"]);
    assert_eq!(output.status.code(), Some(2));
    let lines = short_lines(&output);
    assert!(lines.len() == 1 && lines[0].starts_with("situatie: "), "{lines:#?}");
}

#[test]
fn other_refusals_end_with_2_as_well() {
    let file = household("first-job.json");
    for arguments in [
        vec!["hours", &file, "--from", "-1"],
        vec!["hours", &file, "--from", "20", "--to", "10"],
        vec!["hours", &file, "--step", "0"],
        vec!["hours", &file, "--step", "0.01"],
        vec!["hours", &file, "--to", "1e1"],
        vec!["scheme", "wonder", "--date", "2026-01-01"],
        vec!["scheme", "zorgtoeslag", "--date", "2027-01-01", "toetsingsinkomen=1"],
        vec!["scheme", "zorgtoeslag", "--date", "2026-02-30", "toetsingsinkomen=1"],
        vec!["scheme", "zorgtoeslag", "--date", "2026-01-01"],
        vec![
            "scheme",
            "zorgtoeslag",
            "--date",
            "2026-01-01",
            "toetsingsinkomen=1",
            "toetsingsinkomen=1",
        ],
        vec!["scheme", "zorgtoeslag", "--date", "2026-01-01", "toetsingsinkomen=+5"],
        vec!["scheme", "zorgtoeslag", "--date", "2026-01-01", "toetsingsinkomen=5", "inkomen=5"],
        vec!["parameters", "wonder"],
        vec!["parameters", "--date", "2031-01-01"],
    ] {
        let output = calc(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_not_there_ends_with_1() {
    let output = calc(&["month", "no-such-file.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("no-such-file.json"));
}

#[test]
fn bytes_that_are_no_json_are_refused_not_broken() {
    for input in ["", "{", "[]", "null", "\u{0}", "{\"peildatum\": NaN}", "\"text\"", "12"] {
        let output = calc_with(input, &["month", "-"]);
        assert_eq!(output.status.code(), Some(2), "{input:?}");
        assert_eq!(stdout(&output), "", "{input:?}");
    }
}
