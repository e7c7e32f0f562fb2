//! Prints what every household of the fixtures and 2,000 generated ones get, one line of JSON for each: the steady
//! month in full, explained, and its hours. Written to a file before a change that may move no amount, and held
//! against what is printed after it:
//!
//! ```text
//! cargo run --release -p tests --example outputs > before.jsonl
//! ```

use std::io::{self, BufWriter, Write};

use calc_core::{ContractForm, Explain, Language};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tests::{files, generate, read};

const GENERATED: usize = 2_000;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for file in files("fixtures/households", "json") {
        writeln!(out, "{}", outputs(&read(&file)))?;
    }
    // Every run sees the same households.
    let mut runner = TestRunner::deterministic();
    for _ in 0..GENERATED {
        let situatie = generate::situatie().new_tree(&mut runner).expect("a situation").current();
        writeln!(out, "{}", outputs(&situatie.to_string()))?;
    }
    out.flush()
}

fn outputs(situatie: &str) -> Value {
    let month =
        calc_core::month(situatie, Explain::Yes).map(|month| json!(month.form(Language::NL)));
    let hours = calc_core::hours(situatie, calc_core::HoursOptions::default())
        .map(|hours| json!(hours.form(Language::NL)));
    let told = |result: Result<Value, calc_core::Error>| {
        result.unwrap_or_else(|error| json!(error.lines(Language::NL)))
    };
    json!({ "situatie": situatie, "month": told(month), "hours": told(hours) })
}
