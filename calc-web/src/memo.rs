//! A part of the page that is drawn anew only when something changed that it shows. Typing a wage would otherwise
//! compare the hundreds of options of every list of years.

use crate::words::{can_explain, language};
use std::rc::Rc;

use yew::{Html, Properties, component};

use crate::answer::Answer;
use crate::fields;
use crate::page::Page;

/// What is drawn, and a mark of everything it depends on.
#[derive(Properties)]
pub struct Props {
    /// Equal as long as nothing changed that is shown.
    pub mark: u64,
    /// Draws it.
    pub view: Rc<dyn Fn() -> Html>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.mark == other.mark
    }
}

/// The part.
#[component]
pub fn Memo(props: &Props) -> Html {
    (props.view)()
}

/// Fields of which nothing but their own question depends: numbers that are typed.
const NUMBERS: [&str; 14] = [
    "uren_per_week",
    "uurloon",
    "maandloon",
    "kale_huur",
    "uurprijs",
    "uren_per_maand",
    "vermogen",
    "vaste_lasten",
    "vrij_nu",
    "vrij_met_baan",
    "alimentatie_kinderen",
    "alimentatie_partner",
    "inkomen_jaar",
    "arbeidsinkomen_jaar",
];

/// The mark of a question: what was typed that it may show or depend on, and what stands in its way.
pub fn mark(page: &Page, screen: usize) -> u64 {
    let mut mark = Mark::new();
    mark.add(page.state.language);
    for (path, typed) in page.form().answers() {
        let last = path.rsplit('.').next().unwrap_or(path);
        if fields::screen(path) == screen || !NUMBERS.contains(&last) {
            mark.add(path);
            mark.add(typed);
        }
    }
    for left in &page.state.left {
        mark.add(left);
    }
    if let Answer::Ready(ready) = &*page.answer {
        for birthday in ready.birthdays.iter().filter(|it| fields::screen(&it.path) == screen) {
            mark.add(&birthday.path);
        }
    }
    if let Answer::NotYet { gaps, problems } = &*page.answer {
        for gap in gaps.iter().filter(|gap| fields::screen(&gap.path) == screen) {
            mark.add(&gap.path);
        }
        for problem in problems.iter().filter(|problem| fields::screen(&problem.pad) == screen) {
            mark.add(&problem.pad);
            mark.add(&problem.reden(language()));
            mark.add(if can_explain() { "1" } else { "0" });
        }
    }
    mark.0
}

/// FNV-1a: short, and two states of a form are not each other's enemies.
struct Mark(u64);

impl Mark {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a text and its end.
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
