mod hostile;

use std::rc::Rc;

use cpu_time::ThreadTime;
use jiff::civil::date;
use yew::Reducible;

use super::*;
use crate::form::Form;
use crate::state::{Action, Notice, State};

const CASE: &str = r#"{"peildatum":"2026-10-01","huishouden":{"geboren":"1994-03-14"},
    "baan":{"uren_per_week":"20","uurloon":"15.00"}}"#;

fn opened(fragment: &Fragment) -> Rc<State> {
    Rc::new(State::opened(date(2026, 11, 22), false, fragment))
}

fn hours(state: &State) -> &str {
    state.form().get("baan.uren_per_week")
}

fn typed() -> Action {
    Action::Type("baan.uren_per_week".into(), "33".into())
}

fn case() -> Fragment {
    Fragment::Case(CASE.into())
}

#[test]
fn a_damaged_or_refused_link_says_so_and_gives_nothing() {
    for json in ["{", "\"x\"", "12", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"] {
        let state = opened(&Fragment::Case(json.into()));
        let found = (state.form(), &state.notice);
        assert_eq!(found, (&Form::default(), &Notice::Damaged(Source::Link)), "{json}");
    }
    let state = opened(&Fragment::Case("{\"peildatum\": \"2026-10-01\"}".into()));
    assert_eq!(*state.form(), Form::default());
    assert!(matches!(&state.notice, Notice::Refused(Source::Link, told) if !told.is_empty()));
}

#[test]
fn link_stuk_terwijl_ingevuld_nothing_that_was_typed_goes() {
    let refused = Fragment::Case("{\"peildatum\": \"2026-10-01\"}".into());
    for fragment in [Fragment::Damaged, Fragment::Draft("{}".into()), refused] {
        let state = opened(&Fragment::Nothing).reduce(typed()).reduce(Action::Open(fragment));
        assert_eq!(hours(&state), "33");
        assert_ne!(state.notice, Notice::Nothing);
    }
}

#[test]
fn a_good_one_asks_before_it_takes_the_place_of_what_was_typed() {
    let asked = opened(&Fragment::Nothing).reduce(typed()).reduce(Action::Open(case()));
    assert!(hours(&asked) == "33" && matches!(asked.notice, Notice::Offers(Source::Link, _)));
    let no = asked.clone().reduce(Action::Accept(false));
    assert_eq!((hours(&no), &no.notice), ("33", &Notice::Nothing));
    let yes = asked.reduce(Action::Accept(true));
    assert_eq!((hours(&yes), &yes.notice), ("20", &Notice::Loaded(Source::Link)));
    let file = yes.reduce(typed()).reduce(Action::OpenFile(CASE.into()));
    assert!(hours(&file) == "33" && matches!(file.notice, Notice::Offers(Source::File, _)));
}

#[test]
fn nothing_is_asked_when_nothing_was_typed_or_it_is_safe_elsewhere() {
    let again = opened(&case()).reduce(Action::Open(case()));
    assert_eq!((hours(&again), &again.notice), ("20", &Notice::Loaded(Source::Link)));
    let saved = again.reduce(typed()).reduce(Action::Saved);
    assert!(!saved.is_typed());
    assert_eq!(hours(&saved.reduce(Action::Open(case()))), "20");
}

#[test]
fn a_half_filled_draft_comes_back() {
    let half = Action::Type("baan.uurloon".into(), "12,".into());
    let typed = opened(&Fragment::Nothing).reduce(half);
    let again = opened(&Fragment::Draft(typed.cases.written()));
    let loaded = Notice::Loaded(Source::Link);
    assert_eq!((&again.cases, &again.notice), (&typed.cases, &loaded));
}

#[test]
fn a_file_is_what_the_page_saves_or_a_case_of_the_contract() {
    let Brought::Cases(cases) = file(CASE) else { panic!("a case") };
    for text in [
        cases.written(),
        format!("\u{feff}{CASE}"),
        format!("{{\"versie\":\"1\",\"situatie\":{CASE},\"uitkomst\":{{}}}}"),
    ] {
        assert_eq!(file(&text), Brought::Cases(cases.clone()), "{text}");
    }
    for text in ["", "x", "[]", "{\"iets\":1}", "{\"rekenhulp\":2}", &cases.written()[1..]] {
        assert_eq!(file(text), Brought::Damaged, "{text}");
    }
    let Brought::Refused(problems) = file("{\"baan\": {}, \"iets\": 1}") else {
        panic!("a refusal")
    };
    assert!(problems.iter().any(|problem| problem.pad == "iets"));
    assert_eq!(file(&format!("{CASE}{}", " ".repeat(LONGEST_TEXT))), Brought::Damaged);
}

/// Numbers that look like chance and are the same on every machine: Knuth's MMIX.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }

    /// A text with something wrong in it: cut, doubled, moved, nested, or with something strange put in.
    fn mutated(&mut self, text: &str) -> String {
        const STRANGE: [&str; 18] = [
            "100000",
            "99999999999999999999",
            "-1",
            "\"",
            "\\",
            "{",
            "[",
            "]",
            "}",
            ",",
            ":",
            "\\ud800",
            "null",
            "é",
            "\"mee.huishouden.kale_huur\"",
            "\"huishouden.kinderen.4294967295.opvang.7.soort\"",
            "\u{0}",
            "1e999",
        ];
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.below(3) {
            let (at, length) = (self.below(bytes.len()), self.below(60));
            let end = (at + length).min(bytes.len());
            let part = bytes[at..end].to_vec();
            let to = self.below(bytes.len());
            match self.below(7) {
                0 => drop(bytes.drain(at..end)),
                1 => drop(bytes.splice(to..to, part)),
                2 => drop(bytes.splice(at..at, STRANGE[self.below(STRANGE.len())].bytes())),
                3 => drop(bytes.splice(at..end, STRANGE[self.below(STRANGE.len())].bytes())),
                4 => {
                    let depth = 1 << self.below(14);
                    let sign = ["[", "{\"a\":", "\"x\",", "{}", "1,"][self.below(5)];
                    bytes.splice(at..at, sign.repeat(depth).bytes());
                }
                5 => bytes.truncate(at),
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << self.below(8);
                    }
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// In milliseconds. Without optimization everything takes ten times as long or more.
const LONGEST_WAIT: u128 = if cfg!(debug_assertions) { 1_000 } else { 100 };

/// Reads a text as one of the three ways in does, and makes a case of what is let in. Whether it was.
fn is_let_in(way: usize, text: &str) -> bool {
    let link = |kind| link(&crate::fragment::read(&crate::fragment::written(kind, text)));
    let brought = match way {
        0 => link('s'),
        1 => link('f'),
        _ => Some(file(text)),
    };
    let Some(Brought::Cases(cases)) = brought else { return false };
    for case in cases.all() {
        let (case, _) = crate::birthdays::draft(&case.form, date(2026, 11, 22));
        assert!(read(&case.json()).is_ok(), "{text}");
    }
    true
}

#[test]
fn nothing_that_comes_in_takes_long_or_breaks_anything() {
    let Brought::Cases(mut cases) = file(CASE) else { panic!("a case") };
    cases.copy();
    let carried = r#"{"rekenhulp":1,"actief":0,"gevallen":[{"naam":"x","antwoorden":[["vraag.kinderen","2"],
        ["huishouden.kinderen.0.geboren.jaar","2020"],["mee.huishouden.gemeente","\"rotterdam\""]]}]}"#;
    let bases = [CASE.to_owned(), cases.written(), carried.to_owned()];
    let mut chance = Chance(20_261_127);
    let mut let_in = 0;
    for turn in 0..10_000 {
        let text = chance.mutated(&bases[turn % bases.len()]);
        let way = chance.below(3);
        // On the processor: another program may have the machine.
        let start = ThreadTime::now();
        let_in += usize::from(is_let_in(way, &text));
        let took = start.elapsed().as_millis();
        assert!(took < LONGEST_WAIT, "{took} ms for {text:.300}");
    }
    assert!((300..9_000).contains(&let_in), "some are let in and some are not: {let_in}");
}
