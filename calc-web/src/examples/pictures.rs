//! The drawings, each with what says the same in words.

use yew::Html;

use super::{BY_THE_MONTH, Example, FIRST_JOB, GRANDMOTHER, after, case, fresh, of_answer};
use crate::charts::hours_input::{beside, slider};
use crate::charts::hours_line::hours_line;
use crate::charts::now_then::now_then;
use crate::charts::svg::{down, key, named, rect, silent, words};
use crate::dom::all;
use crate::page::Page;
use crate::state::{Action, State};

fn hours(page: &Page) -> Html {
    let slider = of_answer(page, |ready| {
        ready.hours.as_ref().map_or_else(Html::default, |hours| slider(page, ready, hours))
    });
    all([slider, beside(page)])
}

fn pieces(_: &Page) -> Html {
    all([
        named("tekening", 40.0, "opvang.tekening").of([
            rect("vlak vlak--toeslag", [0.0, 60.0], [1.0, 38.0]),
            down("lijn__u-lijn", 60.0, [0.0, 40.0]),
        ]),
        silent("tekening", 20.0).of([words("lijn__schaal", 100.0, 14.0, "end", "Uren".to_owned())]),
        key("vlak vlak--toeslag"),
    ])
}

fn no_hours() -> State {
    after(case(FIRST_JOB), [Action::HoursLine("61".to_owned())])
}

/// The examples.
pub const EXAMPLES: &[Example] = &[
    Example {
        part: "charts/now_then",
        name: "from now to the job",
        wcag: &["1.1.1", "1.3.1", "2.4.6", "3.1.2"],
        state: || case(FIRST_JOB),
        view: |page| of_answer(page, now_then),
    },
    Example {
        part: "charts/hours_line",
        name: "stretches where more hours leave less",
        wcag: &["1.1.1", "1.3.1", "2.4.6", "3.3.2", "4.1.2"],
        state: || case(FIRST_JOB),
        view: |page| of_answer(page, |ready| hours_line(page, ready)),
    },
    Example {
        part: "charts/hours_drawing",
        name: "of another household",
        wcag: &["1.1.1", "1.3.1"],
        state: || case(GRANDMOTHER),
        view: |page| of_answer(page, |ready| hours_line(page, ready)),
    },
    Example {
        part: "charts/hours_input",
        name: "a number that is no number of hours",
        wcag: &["3.3.1", "3.3.2", "4.1.2", "4.1.3"],
        state: no_hours,
        view: hours,
    },
    Example {
        part: "charts/hours_input",
        name: "a wage by the month stays",
        wcag: &["3.3.2", "4.1.2"],
        state: || case(BY_THE_MONTH),
        view: hours,
    },
    Example {
        part: "charts/svg",
        name: "the pieces of a drawing",
        wcag: &["1.1.1"],
        state: fresh,
        view: pieces,
    },
];
