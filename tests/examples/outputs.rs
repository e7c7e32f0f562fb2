//! Prints what every household, calendar and week of the fixtures and thousands of generated ones get, one line of JSON
//! for each: the steady month in full, explained, its hours and its week; the thirteen months in full, explained, and
//! their hours. Written to a file before a change that may move no amount, and held against what is printed after it:
//!
//! ```text
//! cargo run --profile native -p tests --example outputs > before.jsonl
//! ```

use std::io::{self, BufWriter, Write};

use calc_core::contract::{calendar, hours, hours_over, month, week};
use calc_core::{ContractForm, Error, Explain, HoursOptions, Language};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tests::{files, generate, generate_calendar, read};

const GENERATED: usize = 2_000;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for folder in ["fixtures/households", "fixtures/weeks", "fixtures/worked"] {
        for file in files(folder, "json") {
            writeln!(out, "{}", of_month(&read(&file)))?;
        }
    }
    for file in files("fixtures/calendars", "json") {
        writeln!(out, "{}", of_calendar(&read(&file)))?;
    }
    // Every run sees the same households.
    let mut runner = TestRunner::deterministic();
    for _ in 0..GENERATED {
        let situatie = generate::situatie().new_tree(&mut runner).expect("a situation").current();
        writeln!(out, "{}", of_month(&situatie.to_string()))?;
    }
    for _ in 0..GENERATED {
        let situatie =
            generate_calendar::situatie().new_tree(&mut runner).expect("a calendar").current();
        writeln!(out, "{}", of_calendar(&situatie.to_string()))?;
    }
    out.flush()
}

fn of_month(situatie: &str) -> Value {
    json!({
        "situatie": situatie,
        "month": told(month(situatie, Explain::Yes)),
        "hours": told(hours(situatie, HoursOptions::default())),
        "week": told(week(situatie)),
    })
}

fn of_calendar(situatie: &str) -> Value {
    json!({
        "situatie": situatie,
        "calendar": told(calendar(situatie, Explain::Yes)),
        "hours": told(hours_over(situatie, HoursOptions::default())),
    })
}

fn told(result: Result<impl ContractForm, Error>) -> Value {
    match result {
        Ok(answer) => json!(answer.form(Language::NL)),
        Err(error) => json!(error.lines(Language::NL)),
    }
}
