//! What stands around the questions and the answer.

use calc_core::Problem;
use calc_core::error;
use yew::{Html, Properties, component, html};

use super::{Example, FIRST_JOB, GRANDMOTHER, WORKING_ALREADY, after, case, coach, fresh, typed};
use crate::components::languages::languages;
use crate::components::live::use_live;
use crate::components::notice::{idle_warning, notice};
use crate::components::privacy::privacy;
use crate::components::scenarios::scenarios;
use crate::components::steps::{steps, to_questions};
use crate::components::tools::tools;
use crate::dom::all;
use crate::opening::Source;
use crate::page::Page;
use crate::state::{ANSWER, Action, CaseAction, Keeping, Notice, State};

fn told(notice: Notice) -> State {
    State { notice, ..fresh() }
}

fn refused() -> State {
    let of = |path: &str| {
        Problem::at(
            path,
            error::Said::of("geen_bedrag").with("waarde", "veel"),
            error::Said::of("een_bedrag"),
        )
    };
    told(Notice::Refused(Source::File, vec![of("huishouden.kale_huur")]))
}

fn side_by_side() -> State {
    let second = |path: &str, typed: &str| Action::Type(path.to_owned(), typed.to_owned());
    let copied = after(coach(FIRST_JOB), [Action::Case(CaseAction::Copy)]);
    let renamed = Action::Case(CaseAction::Rename(1, "Meer uren".to_owned()));
    after(
        copied,
        [second("baan.uren_per_week", "32"), second("huishouden.kale_huur", "700"), renamed],
    )
}

fn shared() -> State {
    let link = Action::Link("https://voorbeeld.nl/#s=abc".to_owned());
    after(case(FIRST_JOB), [link, Action::Keep(true), Action::AskToEmpty(true)])
}

/// What is read out.
#[derive(Properties, PartialEq)]
struct Said {
    words: String,
}

#[component]
fn Live(props: &Said) -> Html {
    use_live(props.words.clone())
}

fn live(_: &Page) -> Html {
    html! { <Live words={"U houdt meer over"} /> }
}

fn with_warning(page: &Page) -> Html {
    all([notice(page), idle_warning(page)])
}

/// The examples.
pub const EXAMPLES: &[Example] = &[
    Example {
        part: "components/notice",
        name: "nothing to say",
        wcag: &["4.1.3"],
        state: fresh,
        view: with_warning,
    },
    Example {
        part: "components/notice",
        name: "a link was opened, with more than the page asks",
        wcag: &["4.1.3"],
        state: || typed(case(WORKING_ALREADY), &[("mee.baan.start", "\"2026-10-05\"")]),
        view: with_warning,
    },
    Example {
        part: "components/notice",
        name: "a file asks first",
        wcag: &["4.1.2", "4.1.3"],
        state: || told(Notice::Offers(Source::File, Box::default())),
        view: with_warning,
    },
    Example {
        part: "components/notice",
        name: "a file is refused",
        wcag: &["4.1.3"],
        state: refused,
        view: with_warning,
    },
    Example {
        part: "components/notice",
        name: "everything is about to be forgotten",
        wcag: &["4.1.2", "4.1.3"],
        state: || State { keeping: Keeping::Ending, ..case(FIRST_JOB) },
        view: with_warning,
    },
    Example {
        part: "components/languages",
        name: "each language in its own words",
        wcag: &["4.1.2"],
        state: fresh,
        view: languages,
    },
    Example {
        part: "components/live",
        name: "the place where the answer is read out",
        wcag: &["4.1.3"],
        state: fresh,
        view: live,
    },
    Example {
        part: "components/privacy",
        name: "what happens to what is typed in",
        wcag: &["1.3.1", "2.4.6"],
        state: fresh,
        view: |_| privacy(),
    },
    Example {
        part: "components/scenarios",
        name: "two situations side by side",
        wcag: &["1.3.1", "1.4.1", "2.4.6", "2.5.3", "3.3.2", "4.1.2"],
        state: side_by_side,
        view: scenarios,
    },
    Example {
        part: "components/steps",
        name: "the first question of a phone",
        wcag: &["4.1.2"],
        state: fresh,
        view: steps,
    },
    Example {
        part: "components/steps",
        name: "the last question of a phone",
        wcag: &["4.1.2"],
        state: || State { screen: ANSWER - 1, ..case(GRANDMOTHER) },
        view: steps,
    },
    Example {
        part: "components/steps",
        name: "from the answer back",
        wcag: &["4.1.2"],
        state: || case(GRANDMOTHER),
        view: to_questions,
    },
    Example {
        part: "components/tools",
        name: "a link was made, and emptying asks first",
        wcag: &["1.1.1", "2.4.6", "3.3.2", "4.1.2"],
        state: shared,
        view: tools,
    },
    Example {
        part: "components/tools",
        name: "the device cannot keep it; for a coach",
        wcag: &["3.3.2", "4.1.2"],
        state: || State { keeping: Keeping::Impossible, ..coach(FIRST_JOB) },
        view: tools,
    },
];
