//! A second reading of the rules: random households with what a second program makes of them, one that was written from the text
//! of the rules alone. `fixtures/README.md` says what stands in the files.

use serde_json::Value;
use tests::{calendar, decimal, month, read, repository};

/// The households of a file.
fn households(name: &str) -> Vec<Value> {
    let text = read(&repository("fixtures/second").join(name));
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// What differs: amounts by their value, all else as it is written.
fn differences(path: &str, found: &Value, expected: &Value, wrong: &mut Vec<String>) {
    match expected {
        Value::Object(fields) => {
            for (name, expected) in fields {
                differences(&format!("{path}.{name}"), &found[name], expected, wrong);
            }
        }
        Value::Array(items) if path.ends_with("redenen") => {
            // In whichever order.
            let all = found.as_array().map_or(&[][..], Vec::as_slice);
            let has = |expected: &Value| {
                let is_it = |found: &Value| {
                    let mut wrong = Vec::new();
                    differences("", found, expected, &mut wrong);
                    wrong.is_empty()
                };
                all.iter().any(is_it)
            };
            if all.len() != items.len() || !items.iter().all(has) {
                wrong.push(format!("{path}: {found}, the second reading {expected}"));
            }
        }
        Value::Array(items) => {
            let count = found.as_array().map_or(0, Vec::len);
            if count != items.len() {
                wrong.push(format!("{path}: {count} instead of {}", items.len()));
            }
            for (at, expected) in items.iter().enumerate() {
                differences(&format!("{path}.{at}"), &found[at], expected, wrong);
            }
        }
        _ => {
            let is_amount = |value: &Value| value.as_str().is_some_and(|it| it.contains('.'));
            let same = if is_amount(found) && is_amount(expected) {
                let [found, expected] =
                    [found, expected].map(|it| decimal(it.as_str().expect("text")));
                found == expected
            } else {
                found == expected
            };
            if !same {
                wrong.push(format!("{path}: {found}, the second reading {expected}"));
            }
        }
    }
}

#[track_caller]
fn nothing_differs(at: usize, situatie: &Value, wrong: &[String]) {
    assert!(wrong.is_empty(), "line {}: {situatie}\n{}", at + 1, wrong.join("\n"));
}

/// Each line of a file holds a situation and parts of its month.
fn months_agree(name: &str) {
    let households = households(name);
    assert!(households.len() >= 90);
    for (at, mut expected) in households.into_iter().enumerate() {
        let situatie = expected["situatie"].take();
        expected.as_object_mut().expect("an object").remove("situatie");
        let mut wrong = Vec::new();
        differences("", &month(&situatie.to_string()), &expected, &mut wrong);
        nothing_differs(at, &situatie, &wrong);
    }
}

#[test]
fn months_come_out_as_a_second_reading_has_them() {
    months_agree("months.jsonl");
}

#[test]
fn what_creditors_take_comes_out_as_a_second_reading_has_it() {
    months_agree("debts.jsonl");
}

#[test]
fn weeks_come_out_as_a_second_reading_has_them() {
    months_agree("weeks.jsonl");
}

/// What stands at a path below a value.
fn below<'a>(value: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(value, |value, name| &value[name])
}

#[test]
fn calendars_come_out_as_a_second_reading_has_them() {
    let households = households("calendars.jsonl");
    assert!(households.len() >= 100);
    for (at, expected) in households.iter().enumerate() {
        let result = calendar(&expected["situatie"].to_string());
        let mut wrong = Vec::new();
        let months = expected["maanden"].as_object().expect("columns").iter();
        let mut columns: Vec<(&str, usize, &Value)> =
            months.map(|(path, column)| (path.as_str(), 0, column)).collect();
        columns.push(("waarde.werkelijk", 1, &expected["waarde"]));
        for (path, first, column) in columns {
            for (k, expected) in column.as_array().expect("a column").iter().enumerate() {
                let found = below(&result["maanden"][first + k], path);
                differences(&format!("month {} {path}", first + k), found, expected, &mut wrong);
            }
        }
        for part in ["jaren", "samenvatting"] {
            differences(part, &result[part], &expected[part], &mut wrong);
        }
        nothing_differs(at, &expected["situatie"], &wrong);
    }
}

/// The items of a list as rows of these fields, those only whose code is among `known`.
fn rows(list: &Value, fields: &[&str], known: &[&str]) -> Vec<Value> {
    let all = list.as_array().expect("a list").iter();
    let ours = all.filter(|it| {
        let code = it["code"].as_str();
        code.is_none_or(|code| known.is_empty() || known.contains(&code))
    });
    ours.map(|it| fields.iter().map(|field| it[*field].clone()).collect()).collect()
}

/// Rows in an order of their own: that of one day is nobody's.
fn sorted(rows: &[Value]) -> Value {
    let mut rows = rows.to_vec();
    rows.sort_by_key(Value::to_string);
    rows.into()
}

fn sorted_list(list: &Value) -> Value {
    sorted(list.as_array().expect("a list"))
}

/// Every code of a list that occurs in the file: of others the second program knows nothing.
fn known<'a>(households: &'a [Value], list: &str) -> Vec<&'a str> {
    let codes = households.iter().flat_map(|it| it[list].as_array().expect("a list"));
    let code = |it: &'a Value| it.as_str().or_else(|| it[0].as_str()).expect("a code");
    codes.map(code).collect()
}

/// Why a line differs, what to do, what to know, what was chosen and left out.
#[test]
fn what_a_calendar_says_comes_out_as_a_second_reading_has_it() {
    let households = households("codes.jsonl");
    assert!(households.len() >= 90);
    let [warnings, choices, left_out] =
        ["waarschuwingen", "aannames", "niet_berekend"].map(|list| known(&households, list));
    for (at, expected) in households.iter().enumerate() {
        let result = calendar(&expected["situatie"].to_string());
        let mut wrong = Vec::new();
        let months = result["maanden"].as_array().expect("months").iter();
        let reasons: Value = months
            .map(|month| Value::from(rows(&month["redenen"], &["lijn", "codes"], &[])))
            .collect();
        differences("why", &reasons, &expected["redenen"], &mut wrong);
        let to_do = rows(&result["te_doen"], &["datum", "code", "bij"], &[]);
        differences("te_doen", &sorted(&to_do), &sorted_list(&expected["te_doen"]), &mut wrong);
        let fields = ["code", "maand", "jaar", "toeslag"];
        let told = rows(&result["waarschuwingen"], &fields, &warnings);
        let warned = sorted_list(&expected["waarschuwingen"]);
        differences("waarschuwingen", &sorted(&told), &warned, &mut wrong);
        for (list, known) in [("aannames", &choices), ("niet_berekend", &left_out)] {
            let mut found: Vec<String> = rows(&result[list], &["code"], known)
                .iter()
                .map(|row| row[0].as_str().expect("a code").to_owned())
                .collect();
            found.sort();
            differences(list, &found.into(), &expected[list], &mut wrong);
        }
        nothing_differs(at, &expected["situatie"], &wrong);
    }
}
