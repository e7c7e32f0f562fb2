//! What the page does beside being drawn: it names itself, follows the browser's history, moves the focus, keeps
//! what it was asked to keep, prints.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::{UseReducerHandle, hook, use_effect_with, use_memo};

use crate::components::answer::HEADING;
use crate::fragment::Fragment;
use crate::page::focus;
use crate::state::{ANSWER, Action, Notice, State};
use crate::{address, device, words};

/// Kept things are forgotten when nobody did anything for so long: the device may be shared.
const IDLE_MINUTES: u32 = 15;

/// Tells programs that the first answer can be computed.
fn announce_ready() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // The attribute has a valid name: it can be set.
        let _ = root.set_attribute("data-gereed", "");
    }
}

/// Everything of the above.
#[hook]
pub fn use_effects(state: &UseReducerHandle<State>) {
    use_address(state);
    use_focus(state);
    use_keeping(state);
    use_printing(state);
    use_effect_with(state.language, |language| {
        address::name_page();
        address::show_language(language, words::FIRST);
    });
}

#[hook]
fn use_address(state: &UseReducerHandle<State>) {
    let (dispatcher, opened_with) = (state.dispatcher(), state.screen);
    let has_link = state.notice != Notice::Nothing;
    use_effect_with((), move |()| {
        announce_ready();
        if !has_link && let Some(kept) = device::read() {
            dispatcher.dispatch(Action::Bring(Some(kept), Notice::Kept));
        }
        let listeners = web_sys::window().map(|window| {
            let other = dispatcher.clone();
            [
                EventListener::new(&window, "hashchange", move |_| match address::fragment() {
                    Fragment::Nothing => {}
                    fragment => dispatcher.dispatch(Action::Open(fragment)),
                }),
                EventListener::new(&window, "popstate", move |_| {
                    let screen = address::remembered_screen().unwrap_or(opened_with);
                    other.dispatch(Action::Go(screen));
                }),
            ]
        });
        move || drop(listeners)
    });
}

/// On another screen the focus goes to its heading, and the way back is remembered.
#[hook]
fn use_focus(state: &UseReducerHandle<State>) {
    let screen = state.screen;
    let opened_with = use_memo((), |()| screen);
    use_effect_with(state.moves, move |moves| {
        if *moves > 0 {
            // Going back is no step forward.
            if address::remembered_screen().unwrap_or(*opened_with) != screen {
                address::remember_screen(screen);
            }
            if screen == ANSWER {
                focus(HEADING);
            } else {
                focus(&format!("vraag-{}-kop", screen + 1));
            }
        }
    });
}

#[hook]
fn use_keeping(state: &UseReducerHandle<State>) {
    use_effect_with(state.kept, |kept| {
        let kept = *kept;
        move || {
            if kept {
                device::wipe();
            }
        }
    });
    let dispatcher = state.dispatcher();
    use_effect_with((state.kept, state.cases.clone(), state.open), move |(kept, cases, _)| {
        let wait = kept.then(|| {
            device::keep(cases, IDLE_MINUTES);
            Timeout::new(IDLE_MINUTES * 60_000, move || dispatcher.dispatch(Action::TimeOut))
        });
        move || drop(wait)
    });
}

#[hook]
fn use_printing(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with(state.sheet, move |sheet| {
        let printing = sheet.is_some().then(|| {
            let window = web_sys::window();
            let done = window.as_ref().map(|window| {
                EventListener::once(window, "afterprint", move |_| {
                    dispatcher.dispatch(Action::Print(None));
                })
            });
            // Where printing is not allowed, the sheet stays until the next one.
            (done, Timeout::new(0, move || drop(window.map(|window| window.print()))))
        });
        move || drop(printing)
    });
}
