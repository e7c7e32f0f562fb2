//! The door from outside: a situation that gives every field once, and what is refused when one is changed.

use calc_core::{Explain, Language, Problem, Situatie};
use serde_json::Value;

/// A situation that gives every field of the contract once.
pub const WHOLE: &str = include_str!("../../fixtures/whole.json");

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
