//! Small cases that went wrong somewhere: reports about tools like this one, and attacks on it. Each is a test of its own
//! with the name it was reported under, asked of the library and of the built command alike. What a case is about, the
//! article and the sum stand in `fixtures/reported/<name>.toml`, or here where no amount is expected.

use calc_core::ContractForm;
use calc_core::Language;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use calc_core::Explain;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What goes right.
    what: String,
    /// The article it rests on.
    law: String,
    situatie: String,
    /// Amounts by their path.
    #[serde(default)]
    amounts: toml::Table,
    /// What has to be said.
    #[serde(default)]
    says: Vec<Said>,
    /// What must not be.
    #[serde(default)]
    silent: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    list: String,
    code: String,
    richting: Option<String>,
    /// Words of the sentence.
    #[serde(default)]
    words: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/reported")
}

/// The command with this on its standard input.
fn calc(input: &str, arguments: &[&str]) -> Output {
    let mut calc = Command::new(env!("CARGO_BIN_EXE_calc"));
    calc.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = calc.spawn().expect("the command runs");
    // A command that reads nothing has ended before all is written.
    let _ = running.stdin.take().expect("its input").write_all(input.as_bytes());
    running.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

/// The month, as the library and the command both give it.
fn month(situatie: &str, explain: Explain) -> Value {
    let of_library = calc_core::month(situatie, explain).unwrap_or_else(|error| panic!("{error}"));
    let of_library = serde_json::to_value(of_library.form(Language::NL)).expect("JSON");
    let mut arguments = vec!["month", "-", "--format", "json"];
    if explain == Explain::Yes {
        arguments.push("--explain");
    }
    let output = calc(situatie, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let of_command: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(of_command, of_library, "the command and the library differ");
    of_command
}

fn reported(name: &str) {
    let text = fs::read_to_string(folder().join(format!("{name}.toml"))).expect("its text");
    let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!case.what.is_empty() && !case.law.is_empty(), "{name}");
    let expected = case.amounts.len() + case.says.len() + case.silent.len();
    assert!(expected > 0, "{name} expects nothing");
    let result = month(&case.situatie, Explain::No);
    for (path, amount) in &case.amounts {
        let found = result.pointer(&format!("/{}", path.replace('.', "/")));
        assert_eq!(found.and_then(Value::as_str), amount.as_str(), "{}: {path}", case.what);
    }
    let found = |said: &Said| -> Vec<Value> {
        let list = result[&said.list].as_array().unwrap_or_else(|| panic!("no {}", said.list));
        list.iter().filter(|item| item["code"] == said.code.as_str()).cloned().collect()
    };
    for said in &case.says {
        let items = found(said);
        assert_eq!(items.len(), 1, "{}: {} in {}", case.what, said.code, result[&said.list]);
        assert_eq!(items[0]["richting"].as_str(), said.richting.as_deref(), "{}", said.code);
        let sentence = items[0]["tekst"].as_str().unwrap_or_default();
        for word in &said.words {
            assert!(sentence.contains(word), "{}: no {word} in {sentence}", said.code);
        }
    }
    for said in &case.silent {
        assert!(found(said).is_empty(), "{}: {}", case.what, said.code);
    }
}

macro_rules! reported {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                reported(stringify!($name));
            }
        )*

        #[test]
        fn every_case_of_the_fixtures_is_a_test() {
            let tests = BTreeSet::from([$(stringify!($name).to_owned()),*]);
            let files: BTreeSet<String> = fs::read_dir(folder())
                .expect("the cases")
                .map(|file| file.expect("a file").path())
                .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
                .collect();
            assert_eq!(tests, files);
        }
    };
}

reported! {
    all_in_uurloon
    all_in_uurloon_inbegrepen
    contract_vreemde
    familie_contract_broer
    familie_contract_kind
    huishouding_samen_vriend
    iack_juli_kind_1
    kind_23_in_dit_jaar
    kind_wordt_18_nibud
    maandloon_onder_minimum
    maandloon_op_minimum
    ontvangt_niet_loon_onder_norm
    twee_banen
    twee_kinderen_boven_maximum
    verblijf_medebewoner
    vermogen_medebewoner_ouder
    vermogen_toeslagpartner_huur
    vierwekenloon_omrekenen
}

/// The lines with which a situation is refused, the same by the library and the command.
fn refused(situatie: &str) -> Vec<String> {
    let of_library = calc_core::month(situatie, Explain::No).expect_err("refused");
    let of_library = of_library.lines(Language::NL);
    let output = calc(situatie, &["month", "-", "--format", "text"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    let lines: Vec<String> = text(&output.stderr).lines().map(str::to_owned).collect();
    assert_eq!(lines.join("\n"), of_library);
    lines
}

/// The lines with which `calc scheme` refuses keys.
fn refused_keys(keys: &[&str]) -> Vec<String> {
    let scheme = ["scheme", "iack", "--date", "2026-01-01", "--format", "text"];
    let output = calc("", &[&scheme[..], keys].concat());
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    text(&output.stderr).lines().map(str::to_owned).collect()
}

fn paths(lines: &[String]) -> Vec<&str> {
    lines.iter().map(|line| line.split(": ").next().unwrap_or_default()).collect()
}

const CASE: &str = r#"{"peildatum": "2026-10-01", "huishouden": {"geboren": "1994-03-14"},
    "baan": {"uren_per_week": "20", "uurloon": "15.00"}"#;

/// 99 kB of names nobody knows. That the time grows with their number, and not with its square, is held by
/// `door_limits.rs`.
#[test]
fn sleutels_10000() {
    let names: String = (0..10_000).fold(String::new(), |all, at| format!("{all},\"k{at}\":1"));
    let lines = refused(&format!("{CASE}{names}}}"));
    assert_eq!((lines.len(), paths(&lines)[0], paths(&lines)[50]), (51, "k0", "k50"));
    assert!(lines[50].contains("9949"), "{}", lines[50]);
}

#[test]
fn sleutel_halve_letter() {
    let lines = refused(&format!("{CASE},\"\\ud800\":1}}"));
    assert_eq!(paths(&lines), ["\u{fffd}"]);
    let lines = refused(&format!("{},\"\\ud800\":1}}", CASE.replace("\"20\"", "\"61\"")));
    assert_eq!(paths(&lines), ["baan.uren_per_week", "\u{fffd}"]);
}

/// Chosen: the pair is told at the hourly wage, beside what is wrong with it.
#[test]
fn twee_lonen_fout() {
    let wrong =
        CASE.replace("\"20\"", "\"99\"").replace("\"15.00\"", "\"x\", \"maandloon\": \"20000.01\"");
    let lines = refused(&format!("{wrong}}}"));
    let expected = ["baan.uren_per_week", "baan.uurloon", "baan.uurloon", "baan.maandloon"];
    assert_eq!(paths(&lines), expected);
}

#[test]
fn regeling_lege_sleutel() {
    assert_eq!(paths(&refused_keys(&["arbeidsinkomen=5", "=1"])), ["\"\""]);
}

#[test]
fn regeling_regeleinde() {
    let lines = refused_keys(&["arbeidsinkomen=5\n6", "a\nb=1"]);
    assert_eq!(paths(&lines), ["a b", "arbeidsinkomen"]);
    assert!(lines.iter().all(|line| line.chars().count() < 400), "{lines:#?}");
}

/// His 900 a month is below what the month table takes tax of.
#[test]
fn paar_netto_loon_uitleg() {
    let couple = r#"{"peildatum": "2026-10-01", "huishouden": {"geboren": "1994-03-14",
        "partner": {"geboren": "1990-01-10", "maandloon": "900"}, "kinderen": [{"geboren": "2020-05-20"}]},
        "baan": {"uren_per_week": "16", "uurloon": "15.00"}}"#;
    let result = month(couple, Explain::Yes);
    assert_eq!(result["nu"]["netto_loon"], "900.00");
    let wage = &result["uitleg"]["nu"]["netto_loon"];
    assert!(wage["waarom_nul"].is_null(), "{wage}");
    let sentence = wage["zin"].as_str().expect("a sentence");
    assert!(sentence.contains("€ 900,00"), "{sentence}");
}

/// A premium above the wage leaves nothing to disregard: no rule, and no month of one used (art. 31(2)(n) Participatiewet).
#[test]
fn vrijlating_zonder_inkomen() {
    let nothing_counted = r#"{"peildatum": "2026-09-01", "huishouden": {"geboren": "1990-08-31",
        "kinderen": [{"geboren": "2018-04-09"}]},
        "baan": {"uren_per_week": "4", "maandloon": "4.49", "pensioenpremie": "12.34"}}"#;
    let result = month(nothing_counted, Explain::No);
    assert_eq!(result["tussen"]["met_baan"]["ink"], "0.00");
    assert_eq!(result["tussen"]["met_baan"]["vrijlating_regel"], "geen");
    let phases = result["fasen"].as_array().expect("phases");
    let rules: Vec<&Value> = phases.iter().map(|phase| &phase["regel"]).collect();
    assert_eq!(rules, ["geen"]);
}

/// Gross bijstand of half the norm of two, 14,088 (`explanations.rs` has the sum), and her mother's 12,000.
#[test]
fn huurtoeslag_uitleg_inkomen() {
    let with_mother = r#"{"peildatum": "2026-10-01", "huishouden": {"geboren": "1990-01-01", "kale_huur": "700",
        "kinderen": [{"geboren": "2015-01-01"}], "inwonenden": [
        {"geboren": "1960-01-01", "relatie": "ouder", "inkomen_jaar": "12000"}]},
        "baan": {"uren_per_week": "20", "uurloon": "15"}}"#;
    let result = month(with_mother, Explain::Yes);
    let steps = result["uitleg"]["nu"]["huurtoeslag"]["stappen"].as_array().expect("steps").clone();
    let counted = steps.iter().find(|step| step["naam"] == "rekeninkomen").expect("an income");
    assert_eq!(counted["waarde"], "26088");
    let all = steps.iter().find(|step| step["uitleg"]["regel"] == "rekeninkomen").expect("of all");
    assert_eq!(all["uitleg"]["uitkomst"], "26088");
    let incomes = all["uitleg"]["stappen"].as_array().expect("steps").iter();
    let incomes: Vec<&Value> = incomes.map(|step| &step["uitleg"]["uitkomst"]).collect();
    assert_eq!(incomes, ["14088", "12000"]);
}
