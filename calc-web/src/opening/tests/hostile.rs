//! Links and files that somebody made to do harm: 10,000 of each, made by chance from whole ones, read as the page reads
//! them. None stops the page or keeps it busy, and what is taken is something that the page itself could have written.

use std::time::Duration;

use cpu_time::ThreadTime;

use super::*;
use crate::answer::answer;
use crate::fragment;

const MANY: usize = 10_000;
/// What is slower is felt. Of time on the processor: how long a machine does other things says nothing of the page.
const LONGEST: Duration = Duration::from_millis(100);
/// A situation that gives every field.
const WHOLE: &str = include_str!("../../../../fixtures/whole.json");

/// What is put in.
fn harmful() -> Vec<String> {
    let plain = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "\",\"__proto__\":{\"a\":1},\"",
        "constructor",
        "javascript:alert(1)",
        "\u{202e}\u{200b}\u{feff}",
        "\0",
        "\\ud800",
        "-1e999",
        "null",
        "{}",
        "[]",
        "}",
        "\"",
        "kinderen.4294967295.",
    ];
    let long = ["9", "[", "{\"a\":", "é", " ", "a"].map(|piece| piece.repeat(3_000));
    plain.map(str::to_owned).into_iter().chain(long).collect()
}

/// The same chance each time.
struct Luck(u64);

impl Luck {
    fn below(&mut self, most: usize) -> usize {
        // xorshift, as Marsaglia wrote it down in 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most.max(1)).expect("a size")).expect("a size")
    }

    /// A place between two letters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// A whole text, harmed once to four times.
    fn harmed(&mut self, whole: &str, harmful: &[String]) -> String {
        let mut text = whole.to_owned();
        for _ in 0..=self.below(4) {
            let (one, other) = (self.place(&text), self.place(&text));
            let (from, to) = (one.min(other), one.max(other));
            let piece = &harmful[self.below(harmful.len())];
            match self.below(9) {
                0 => text.truncate(one),
                1 => text.replace_range(from..to, ""),
                2 => {
                    let again = text[from..to].to_owned();
                    text.insert_str(one, &again);
                }
                3 => text.insert_str(one, piece),
                // In the place of a text: what is around it stays whole.
                _ => {
                    if let Some(inner) = quoted(&text, one) {
                        text.replace_range(inner, &crate::json::literal(piece));
                    }
                }
            }
        }
        text
    }
}

/// Where the next text behind a place stands, with its quotes.
fn quoted(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let start = from + text[from..].find(": \"").or_else(|| text[from..].find("\",\""))? + 2;
    let end = start + 1 + text[start + 1..].find('"')?;
    Some(start..end + 1)
}

fn wholes() -> Vec<String> {
    let typed = opened(&Fragment::Nothing).reduce(typed());
    let calculation = format!("{{\"versie\":\"1\",\"situatie\":{WHOLE},\"uitkomst\":{{}}}}");
    let draft = typed.cases.written();
    vec![CASE.to_owned(), WHOLE.to_owned(), draft.clone(), draft, calculation]
}

/// What the page does with something that comes in, in time.
fn opens(open: impl Fn() -> Rc<State>, shown: &str) -> Rc<State> {
    let start = ThreadTime::now();
    let state = open();
    let took = start.elapsed();
    assert!(took <= LONGEST, "{took:?} for {shown}");
    // What the page now holds it can write down and read.
    let written = state.cases.written();
    assert_eq!(Cases::read(&written).as_ref(), Some(&state.cases), "{shown}");
    state
}

/// One more that is taken; of twenty, one is answered too, or told why not.
fn answered(state: &State, taken: u32) -> u32 {
    if taken.is_multiple_of(20) {
        let _ = answer(state.form(), date(2026, 11, 22));
    }
    1
}

#[test]
fn no_link_stops_the_page() {
    let (mut luck, harmful, wholes) = (Luck(1), harmful(), wholes());
    let (mut taken, mut told) = (0, 0);
    for nth in 0..MANY {
        let whole = &wholes[luck.below(wholes.len())];
        let kind = if whole.starts_with("{\"rekenhulp") { 'f' } else { 's' };
        // What stands in the link, or the link itself.
        let hash = if nth % 2 == 0 {
            fragment::written(kind, &luck.harmed(whole, &harmful))
        } else {
            luck.harmed(&fragment::written(kind, whole), &harmful)
        };
        let state = opens(|| opened(&fragment::read(&hash)), &hash);
        match state.notice {
            Notice::Loaded(Source::Link) => taken += answered(&state, taken),
            Notice::Damaged(Source::Link) | Notice::Refused(Source::Link, _) => {
                assert_eq!(*state.form(), Form::default(), "{hash}");
                told += 1;
            }
            _ => {}
        }
    }
    // Both happen, or the links were not what they should be.
    assert!(taken > 100 && told > 1_000, "{taken} taken, {told} told");
}

#[test]
fn no_file_stops_the_page() {
    let (mut luck, harmful, wholes) = (Luck(2), harmful(), wholes());
    let (mut taken, mut told) = (0, 0);
    for _ in 0..MANY {
        let whole = &wholes[luck.below(wholes.len())];
        let text = luck.harmed(whole, &harmful);
        let open = || opened(&Fragment::Nothing).reduce(Action::OpenFile(text.clone()));
        let state = opens(open, &text);
        match state.notice {
            Notice::Loaded(Source::File) => taken += answered(&state, taken),
            Notice::Damaged(Source::File) | Notice::Refused(Source::File, _) => told += 1,
            ref other => panic!("{other:?} after {text}"),
        }
    }
    assert!(taken > 100 && told > 1_000, "{taken} taken, {told} told");
}
