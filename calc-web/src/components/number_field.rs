//! A field for a number: it takes a comma or a point, keeps what was typed and says what is wrong with it.

use gloo_timers::callback::Timeout;
use yew::{Callback, Event, Html, InputEvent, html};

use super::field::{Lines, Shown};
use crate::dom::{all, el, quiet_button, when};
use crate::messages;
use crate::page::{Page, both, go_to};
use crate::state::Action;
use crate::words::t_with;

/// A press is over by then.
const AFTER_A_PRESS_MS: u32 = 200;

/// What stands beside the input.
#[derive(Default)]
pub enum Beside {
    /// The sign of the euro.
    #[default]
    Euro,
    /// Nothing.
    Nothing,
    /// A button on each side.
    Buttons(Html, Html),
}

/// A field for a number.
#[derive(Default)]
pub struct NumberField {
    /// The path of the contract.
    pub path: String,
    /// Its label and other lines.
    pub lines: Lines,
    /// The button that goes back to what stands in for an answer.
    pub fall_back: String,
    /// What stands beside the input.
    pub beside: Beside,
}

/// An amount of euros.
pub fn amount_field(page: &Page, path: &str, label: String) -> Html {
    let lines = Lines { label, ..Lines::default() };
    number_field(page, NumberField { path: path.to_owned(), lines, ..NumberField::default() })
}

/// A field for a number.
pub fn number_field(page: &Page, field: NumberField) -> Html {
    let NumberField { path, lines, fall_back, beside } = field;
    let shown = Shown::new(page, &path, &lines);
    let (before, after) = match beside {
        Beside::Euro => {
            (el("span").class("invoer__teken").at("aria-hidden", "true").text("€"), Html::default())
        }
        Beside::Nothing => (Html::default(), Html::default()),
        Beside::Buttons(before, after) => (before, after),
    };
    let may_fall_back = !fall_back.is_empty() && page.form().is_touched(&path);
    let (leave, forget) = (path.clone(), path.clone());
    let state = page.state.dispatcher();
    let leaving = Callback::from(move |_: Event| {
        let (state, leave) = (state.clone(), leave.clone());
        // What is said of a field that was left moves what stands below it. A button that is being pressed at that
        // moment must not move away from under the finger.
        Timeout::new(AFTER_A_PRESS_MS, move || state.dispatch(Action::Leave(leave))).forget();
    });
    let input = html! {
        <input id={shown.id.clone()} class="utrecht-textbox" type="text" inputmode="decimal" autocomplete="off"
            data-veld={path.clone()} value={page.form().get(&path).to_owned()}
            aria-describedby={shown.described_by()} aria-invalid={shown.is_wrong().then_some("true")}
            oninput={page.typing::<InputEvent>(&path)}
            onchange={leaving} />
    };
    // The button goes away with what was typed.
    let forget = both(go_to(shown.id.clone()), page.on(move || Action::Forget(forget.clone())));
    let back = || quiet_button(fall_back, forget);
    shown.around(all([
        el("div").class("invoer").of([before, input, after]),
        meant(page, &path, &shown.id),
        when(may_fall_back, back),
    ]))
}

/// What a number in doubt may be, to be chosen with a press.
fn meant(page: &Page, path: &str, id: &str) -> Html {
    let offers = messages::offers(path, page.form().get(path));
    let button = |(typed, words): (String, String)| {
        let path = path.to_owned();
        let take = page.on(move || Action::Type(path.clone(), typed.clone()));
        // The button goes away with the doubt.
        quiet_button(
            t_with("fout.ik_bedoel", &[("getal", words)]),
            both(go_to(id.to_owned()), take),
        )
    };
    let buttons =
        || el("div").class("knoppen").children(offers.iter().cloned().map(button).collect());
    when(!offers.is_empty(), buttons)
}
