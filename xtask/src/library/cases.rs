//! The cases: every situation of `fixtures/`, asked every way that it is meant for, with what the engine makes of it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use calc_core::contract::{calendar, hours_over, week};
use calc_core::{ContractForm, Error, Explain, HoursOptions, Language, hours, month};
use serde::Serialize;
use serde_json::{Value, json};

use super::refused;
use crate::run;
use crate::site::files::{files, read};

/// Of each file with random households no more than so many: the answers weigh.
const MOST_OF_A_FILE: usize = 30;

/// A question with its answer.
pub struct Case {
    /// The group it is in: a file of the conformance set.
    pub group: &'static str,
    /// Where the situation comes from.
    pub name: String,
    /// What is asked, as the command line and `window.rekenhulp` name it.
    pub call: Call,
    /// What comes in.
    pub situatie: Value,
    /// What comes out: the answer, or the problems.
    pub outcome: Result<Value, Vec<Value>>,
}

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// The steady month.
    Month,
    /// The hours curve over it.
    Hours,
    /// The hours curve over twelve months.
    HoursOver,
    /// Thirteen months.
    Calendar,
    /// The week plan.
    Week,
}

impl Call {
    /// Its name as a command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Hours | Self::HoursOver => "hours",
            Self::Calendar => "calendar",
            Self::Week => "week",
        }
    }

    /// What is given beside the situation.
    pub fn options(self) -> Value {
        match self {
            Self::HoursOver => json!({ "over": "12_maanden" }),
            _ => json!({}),
        }
    }

    fn answer(self, situatie: &str) -> Result<Value, Vec<Value>> {
        match self {
            Self::Month => told(month(situatie, Explain::No)),
            Self::Hours => told(hours(situatie, HoursOptions::default())),
            Self::HoursOver => told(hours_over(situatie, HoursOptions::default())),
            Self::Calendar => told(calendar(situatie, Explain::No)),
            Self::Week => told(week(situatie)),
        }
    }
}

fn told(outcome: Result<impl ContractForm, Error>) -> Result<Value, Vec<Value>> {
    match outcome {
        Ok(answer) => Ok(as_json(answer.form(Language::NL))),
        Err(error) => {
            let problems = error.problems();
            Err(problems.iter().map(|problem| as_json(problem.told(Language::NL))).collect())
        }
    }
}

/// A form is texts, numbers and lists of them: it can always be written.
fn as_json(form: impl Serialize) -> Value {
    serde_json::to_value(form).unwrap_or_default()
}

/// All of them.
pub fn all() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (group, folder, call) in [
        ("month", "households", Call::Month),
        ("hours", "households", Call::Hours),
        ("hours", "calendars", Call::HoursOver),
        ("calendar", "calendars", Call::Calendar),
        ("week", "weeks", Call::Week),
    ] {
        for (name, situatie) in of_folder(folder)? {
            cases.push(case(group, name, call, situatie));
        }
    }
    for (group, file, call) in [
        ("month", "months", Call::Month),
        ("calendar", "calendars", Call::Calendar),
        ("debts", "debts", Call::Month),
        ("week", "weeks", Call::Week),
    ] {
        for (name, situatie) in of_lines(file)? {
            cases.push(case(group, name, call, situatie));
        }
    }
    if let Some(wrong) = cases.iter().find(|case| case.outcome.is_err()) {
        bail!("{} is refused", wrong.name);
    }
    for (name, situatie) in refused::all()? {
        let refused = case("refused", name, Call::Month, situatie);
        if refused.outcome.is_ok() {
            bail!("{} is taken", refused.name);
        }
        cases.push(refused);
    }
    Ok(cases)
}

fn case(group: &'static str, name: String, call: Call, situatie: Value) -> Case {
    // Care that is sold by the block needs no week.
    let is_without = call == Call::Week && situatie["weekplan"].is_null();
    let call = if is_without { Call::Month } else { call };
    let outcome = call.answer(&situatie.to_string());
    Case { group, name, call, situatie, outcome }
}

/// The situations of a folder of `fixtures/`, each in a file.
fn of_folder(folder: &str) -> Result<Vec<(String, Value)>> {
    let place = run::root().join("fixtures").join(folder);
    let is_situation = |file: &&std::path::PathBuf| file.extension().is_some_and(|it| it == "json");
    files(&place)?
        .iter()
        .filter(is_situation)
        .map(|file| Ok((format!("{folder}/{}", file.display()), parsed(&place.join(file))?)))
        .collect()
}

fn parsed(path: &Path) -> Result<Value> {
    serde_json::from_str(&read(path)?).with_context(|| format!("{} is no JSON", path.display()))
}

/// The first situations of a file of `fixtures/second/`, one in each line.
fn of_lines(file: &str) -> Result<Vec<(String, Value)>> {
    let text = read(&run::root().join(format!("fixtures/second/{file}.jsonl")))?;
    let lines = text.lines().take(MOST_OF_A_FILE).enumerate();
    lines
        .map(|(at, line)| {
            let line: Value = serde_json::from_str(line)?;
            Ok((format!("second/{file} {}", at + 1), line["situatie"].clone()))
        })
        .collect()
}
