//! Examples of every part of the page, each made from a household of `fixtures/`: what is drawn, from which state, and
//! the criteria of WCAG 2.2 that can be seen in it. The tests draw them without a browser and hold them against those
//! criteria and against the engine; a quick build shows them at `/galerij/`. No release holds them.

mod around;
mod fields;
pub mod gallery;
mod pictures;
mod questions;
mod results;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use jiff::civil::{Date, date};
use yew::{Html, Properties, Reducible, component, use_memo, use_reducer};

use crate::answer::{Ready, answer, months_of};
use crate::fragment::Fragment;
use crate::page::Page;
use crate::state::{Action, State};

/// The day the page is opened in every example.
pub const TODAY: Date = date(2026, 9, 15);

macro_rules! household {
    ($name:literal) => {
        include_str!(concat!("../../fixtures/households/", $name, ".json"))
    };
}

/// Two children and a job of 20 hours: more at first, less after some months.
pub const FIRST_JOB: &str = household!("first-job");
/// With a grandmother who lives in: warnings.
pub const GRANDMOTHER: &str = household!("grandmother");
/// A sister who lives in and works.
pub const SISTER: &str = household!("sister");
/// Three children with care, and a wage that ends bijstand.
pub const THREE_CHILDREN: &str = household!("three-children");
/// Work without wage: less than now.
pub const TRIAL_PLACEMENT: &str = household!("trial-placement");
/// Under 27, with a childminder: less at first.
pub const UNDER_27: &str = household!("under-27");
/// A wage by the month, below the minimum.
pub const BY_THE_MONTH: &str = household!("wage-above-norm");
/// A job beside bijstand already, with months of a disregard used.
pub const WORKING_ALREADY: &str = household!("working-already");
/// With a bailiff: the month leaves more, she holds less.
pub const BAILIFF: &str = include_str!("../../fixtures/worked/mother-with-a-bailiff.json");
/// With a partner who works.
pub const COUPLE: &str = household!("couple");

/// One way in which a part of the page can look.
pub struct Example {
    /// The file of the part: `components/bill`.
    pub part: &'static str,
    /// What there is to see.
    pub name: &'static str,
    /// The criteria of WCAG 2.2 that it shows.
    pub wcag: &'static [&'static str],
    /// The state it is drawn from.
    pub state: fn() -> State,
    /// The part.
    pub view: fn(&Page) -> Html,
}

/// All of them, in the order of the gallery.
pub fn all() -> impl Iterator<Item = &'static Example> {
    let groups: [&[Example]; 5] = [
        results::EXAMPLES,
        pictures::EXAMPLES,
        fields::EXAMPLES,
        questions::EXAMPLES,
        around::EXAMPLES,
    ];
    groups.into_iter().flatten()
}

/// The page as a link with this case opens it.
fn case(json: &str) -> State {
    State::opened(TODAY, false, &Fragment::Case(json.to_owned()))
}

/// The same for a coach.
fn coach(json: &str) -> State {
    State { coach: true, ..case(json) }
}

/// The page before anything was typed.
fn fresh() -> State {
    State::opened(TODAY, false, &Fragment::Nothing)
}

/// The page after something happened.
fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    Rc::unwrap_or_clone(actions.into_iter().fold(Rc::new(state), Reducible::reduce))
}

/// The page after this was typed or chosen.
fn typed(state: State, answers: &[(&str, &str)]) -> State {
    let typing = |(path, typed): &(&str, &str)| Action::Type((*path).into(), (*typed).into());
    after(state, answers.iter().map(typing))
}

/// A part that is there only with an answer.
fn of_answer(page: &Page, part: impl FnOnce(&Ready) -> Html) -> Html {
    page.answer.ready().map_or_else(Html::default, part)
}

/// Which example is shown.
#[derive(Properties)]
pub struct Props {
    /// The example.
    pub example: &'static Example,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.example, other.example)
    }
}

/// An example, with the state and the answer that the page would give its part.
#[component]
pub fn Shown(props: &Props) -> Html {
    let state = use_reducer(props.example.state);
    let asked = (state.form().clone(), state.language);
    let answer = use_memo(asked, |(form, _)| answer(form, TODAY));
    let others =
        use_memo((state.coach.then(|| state.cases.clone()), state.language), |(cases, _)| {
            cases.as_ref().map(|cases| months_of(cases, TODAY)).unwrap_or_default()
        });
    (props.example.view)(&Page { state, answer, others })
}
