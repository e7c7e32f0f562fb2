//! Every example is drawn as HTML, in both languages, and held against the criteria it names. What a part says of the
//! engine's amounts has tests of its own, by group.

mod criteria;
mod parts;
mod seen;
mod whole;

use std::collections::BTreeSet;
use std::path::Path;

use calc_core::{Language, Month};
use seen::{Seen, drawn};
use yew::BaseComponent;

use super::{Example, Props, Shown, TODAY, all};
use crate::answer::{Answer, answer};
use crate::state::State;
use crate::words::make_current;

/// The names of the languages, as a served page has them among its words.
const LANGUAGES: &str = "talen.en=English\ntalen.nl=Nederlands";

/// Draws in a language.
fn draw<C: BaseComponent>(language: Language, props: C::Properties) -> Seen {
    let names = Language::read(language.tag(), LANGUAGES).expect("lines in order");
    make_current(language.with(names));
    let seen = drawn::<C>(props);
    make_current(Language::NL);
    seen
}

/// Draws an example in a language.
fn show(example: &'static Example, language: Language) -> Seen {
    draw::<Shown>(language, Props { example })
}

/// An example that is looked at: what is drawn, and what it is drawn from.
struct Case {
    seen: Seen,
    state: State,
    answer: Answer,
}

impl Case {
    fn month(&self) -> &Month {
        &self.answer.ready().expect("an answer").month
    }
}

/// The examples of a part, in the order of the list.
fn of_part(part: &str) -> Vec<Case> {
    let found: Vec<Case> = all()
        .filter(|example| example.part == part)
        .map(|example| {
            let state = (example.state)();
            let answer = answer(state.form(), TODAY);
            Case { seen: show(example, Language::NL), state, answer }
        })
        .collect();
    assert!(!found.is_empty(), "no example of {part}");
    found
}

#[test]
fn every_example_holds_its_criteria_in_both_languages() {
    for example in all() {
        println!("{}: {}", example.part, example.name);
        let (dutch, english) = (show(example, Language::NL), show(example, Language::EN));
        for seen in [&dutch, &english] {
            whole::texts_stand_alone(seen);
            whole::amounts_are_kept(seen);
            whole::no_key_is_shown(seen);
            whole::ids_are_of_one(seen);
        }
        for criterion in example.wcag {
            criteria::hold(criterion, &dutch, &english);
        }
    }
}

/// The files of the crate that draw something, without their ending.
fn files_with_views() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for folder in ["components", "charts", "questions"] {
        for entry in std::fs::read_dir(source.join(folder)).expect("the folder") {
            let path = entry.expect("a file").path();
            let code = std::fs::read_to_string(&path).expect("its text");
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            if code.contains("Html") {
                found.insert(format!("{folder}/{stem}"));
            }
        }
    }
    found
}

#[test]
fn every_file_that_draws_has_an_example_and_a_test() {
    let files = files_with_views();
    let shown: BTreeSet<String> = all().map(|example| example.part.to_owned()).collect();
    assert_eq!(shown, files);
    let tests = [
        include_str!("tests/parts.rs"),
        include_str!("tests/parts/around.rs"),
        include_str!("tests/parts/fields.rs"),
        include_str!("tests/parts/pictures.rs"),
    ]
    .concat();
    for file in &files {
        assert!(tests.contains(&format!("of_part(\"{file}\")")), "no test looks at {file}");
    }
    assert!(files.len() > 35, "the files are found: {files:?}");
}

#[test]
fn every_criterion_that_can_be_seen_is_shown_and_passes() {
    let shown: BTreeSet<&str> = all().flat_map(|example| example.wcag).copied().collect();
    assert_eq!(shown, criteria::all().collect());
    let page = include_str!("../../../docs/accessibility.md");
    for criterion in shown {
        let line = page.lines().find(|line| line.starts_with(&format!("| {criterion} ")));
        assert!(line.is_some_and(|line| line.ends_with("passes |")), "{criterion}");
    }
}

#[test]
fn an_example_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for example in all() {
        assert!(names.insert((example.part, example.name)), "{} {}", example.part, example.name);
    }
}
