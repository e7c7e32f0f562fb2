//! What the tests share: where the fixtures are, amounts read from JSON, situations of every kind. The tests stand
//! in `tests/`.

pub mod added;
pub mod door;
pub mod generate;
pub mod generate_calendar;
pub mod generate_weekplan;

use std::fs;
use std::path::{Path, PathBuf};

use calc_core::{ContractForm, Language};
use rust_decimal::Decimal;
use serde_json::Value;

/// The lines of a month in the order of the contract: nine that come in, two that go out, two totals.
pub const LINES: [&str; 13] = [
    "netto_loon",
    "bijstand",
    "iack",
    "alimentatie",
    "zorgtoeslag",
    "huurtoeslag",
    "kindgebonden_budget",
    "kinderbijslag",
    "kinderopvangtoeslag",
    "kinderopvang_kosten",
    "reiskosten",
    "besteedbaar",
    "over_na_vaste_lasten",
];

/// What comes or goes once a year, in the order of the contract.
pub const YEARLY: [&str; 5] = [
    "vakantiegeld_netto",
    "vakantietoeslag_bijstand",
    "saldo_belasting",
    "te_verrekenen_met_bijstand",
    "toeslagen_nabetaling",
];

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Every file below a folder of the repository with this extension, in order of name.
///
/// # Panics
/// When the folder cannot be read.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    fn below(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                below(&path, extension, found);
            } else if path.extension().is_some_and(|its| its == extension) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    below(&repository(folder), extension, &mut found);
    found.sort();
    found
}

/// The text of a file.
///
/// # Panics
/// When it cannot be read.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file, in a folder that is there.
///
/// # Panics
/// When it cannot be written.
pub fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// The text of a household of the fixtures.
///
/// # Panics
/// When there is none of this name.
pub fn household(name: &str) -> String {
    read(&repository(&format!("fixtures/households/{name}.json")))
}

/// A decimal as it is written.
///
/// # Panics
/// When it is none.
pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text} is no decimal"))
}

/// The amount at a path of a result, as in `met_baan.bijstand`.
///
/// # Panics
/// When there is no amount in the form of the contract there.
pub fn amount(result: &Value, path: &str) -> Decimal {
    let found = result.pointer(&format!("/{}", path.replace('.', "/")));
    let text = found.and_then(Value::as_str).unwrap_or_else(|| panic!("no amount at {path}"));
    let cents = text.rsplit_once('.').map(|(_, cents)| cents.len());
    assert_eq!(cents, Some(2), "{path}: {text}");
    decimal(text)
}

/// The steady month of a situation as JSON.
///
/// # Panics
/// When it is refused.
pub fn month(situatie: &str) -> Value {
    month_with(situatie, calc_core::Explain::No)
}

/// The steady month of a situation as JSON, with or without its explanation.
///
/// # Panics
/// When it is refused.
pub fn month_with(situatie: &str, explain: calc_core::Explain) -> Value {
    let month =
        calc_core::month(situatie, explain).unwrap_or_else(|error| panic!("{error}\n{situatie}"));
    serde_json::to_value(month.form(Language::NL)).expect("a result is JSON")
}

/// The calendar of a situation as JSON.
///
/// # Panics
/// When it is refused.
pub fn calendar(situatie: &str) -> Value {
    let calendar = calc_core::contract::calendar(situatie, calc_core::Explain::No)
        .unwrap_or_else(|error| panic!("{error}\n{situatie}"));
    serde_json::to_value(calendar.form(Language::NL)).expect("a result is JSON")
}

/// The codes in a list of a result: `aannames`, `niet_berekend` or `waarschuwingen`.
pub fn codes<'a>(result: &'a Value, list: &str) -> Vec<&'a str> {
    let items = result[list].as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| item["code"].as_str()).collect()
}

/// What one scheme alone answers, as JSON; `keys` are `key=value`.
///
/// # Errors
/// When it is refused, or no amount was published.
pub fn scheme(name: &str, date: &str, keys: &[String]) -> Result<Value, calc_core::Error> {
    let answer = calc_core::single::scheme(name, date, keys)?;
    Ok(serde_json::to_value(answer.form(Language::NL)).unwrap_or_default())
}

/// Holds amounts of a result, by their path, against what they should be.
///
/// # Panics
///
/// When one differs.
#[track_caller]
pub fn expect(result: &Value, expected: &[(&str, &str)]) {
    for (path, expected) in expected {
        assert_eq!(amount(result, path), decimal(expected), "{path}");
    }
}

/// Why a line is nothing, by its code.
pub fn why_nothing<'a>(result: &'a Value, situation: &str, line: &str) -> Option<&'a str> {
    let reasons = result["waarom_nul"][situation].as_array()?;
    reasons.iter().find(|reason| reason["lijn"] == line)?["code"].as_str()
}

/// The week plan of a situation as JSON, with its alternatives.
///
/// # Panics
/// When it is refused.
pub fn week(situatie: &str) -> Value {
    let week =
        calc_core::contract::week(situatie).unwrap_or_else(|error| panic!("{error}\n{situatie}"));
    serde_json::to_value(week.form(Language::NL)).expect("a result is JSON")
}
