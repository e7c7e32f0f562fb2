//! What the page does beside being drawn: it names itself, follows the browser's history, moves the focus, prints.
//! What it keeps is [`crate::keeping`], that nothing is lost on leaving [`crate::leaving`].

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{Callback, UseReducerHandle, hook, use_effect, use_effect_with, use_memo, use_mut_ref};

use crate::components::answer::HEADING;
use crate::components::doors;
use crate::components::notice::NOTICE;
use crate::fragment::Fragment;
use crate::keeping::use_keeping;
use crate::leaving::use_leaving;
use crate::page::{find, focus, wanted};
use crate::state::{ANSWER, Action, Notice, State};
use crate::{address, device, restart, words};

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

/// Everything of the above; `case`: what was answered, as JSON; `framed`: in the page of another.
#[hook]
pub fn use_effects(state: &UseReducerHandle<State>, case: Option<String>, framed: bool) {
    use_address(state);
    use_focus(state);
    use_lost_focus();
    use_keeping(state);
    use_leaving(state, framed);
    use_notice(state);
    use_printing(state);
    use_effect_with(state.coach, |coach| address::show_mode(*coach));
    use_effect_with(state.language, |language| {
        address::name_page();
        address::show_language(language, words::FIRST);
        restart::language(language);
    });
    // After the page was drawn: what could not be drawn is not handed over. And after its language was told.
    use_effect_with((state.cases.clone(), state.language), |(cases, _)| restart::hand_over(cases));
    // The places that the second module fills in: another answer, another language, or another place; a coach has more cases.
    let cases = state.coach.then(|| state.cases.clone());
    let places = (case, state.language, state.open, state.sheet, words::can_explain(), cases);
    use_effect_with(places, |(case, ..)| restart::answered(case.as_deref()));
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        restart::on_short(Callback::from(move |words| {
            dispatcher.dispatch(Action::TwelveMonths(words));
        }));
    });
}

#[hook]
fn use_address(state: &UseReducerHandle<State>) {
    let (dispatcher, opened_with) = (state.dispatcher(), state.screen);
    use_effect_with((), move |()| {
        let fragment = address::fragment();
        address::clear(None);
        // Read whatever the page is opened with: what is over its time is wiped by that.
        if let Some(kept) = device::read() {
            dispatcher.dispatch(Action::BringKept(kept));
            // Now there is something that the link may not replace without a yes.
            dispatcher.dispatch(Action::Open(fragment));
        }
        announce_ready();
        let listeners = web_sys::window().map(|window| {
            let other = dispatcher.clone();
            [
                EventListener::new(&window, "hashchange", move |_| {
                    let fragment = address::fragment();
                    address::clear(address::remembered_screen());
                    dispatcher.dispatch(Action::Open(fragment));
                }),
                EventListener::new(&window, "popstate", move |_| {
                    // A link that is followed in this tab is no way back.
                    if address::fragment() == Fragment::Nothing {
                        let screen = address::remembered_screen().unwrap_or(opened_with);
                        other.dispatch(Action::Go(screen));
                    }
                }),
            ]
        });
        move || drop(listeners)
    });
    // Whatever empties the page empties the address too.
    use_effect_with(state.cases.is_empty(), |is_empty| {
        if *is_empty {
            address::clear(None);
        }
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
            let heading = || match screen {
                ANSWER => HEADING.to_owned(),
                question if question < ANSWER => format!("vraag-{}-kop", question + 1),
                door => doors::heading(door),
            };
            focus(&wanted().unwrap_or_else(heading));
        }
    });
}

/// The ids of the headings of the parts of the page that an element is in, the nearest first.
fn headings_above(element: &Element) -> Vec<String> {
    let part = |element: &Element| element.closest("[aria-labelledby]").ok().flatten();
    let above = |inner: &Element| inner.parent_element().and_then(|around| part(&around));
    std::iter::successors(part(element), above)
        .filter_map(|part| part.get_attribute("aria-labelledby"))
        .collect()
}

/// A button that goes away would take the focus along, to nowhere: who uses a keyboard would begin at the top again.
/// The focus goes to the heading of the part of the page that the button was in.
#[hook]
fn use_lost_focus() {
    let last = use_mut_ref(|| None::<(Element, Vec<String>)>);
    let seen = last.clone();
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            EventListener::new(&document, "focusin", move |event| {
                let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                *seen.borrow_mut() = element.map(|it| (it.clone(), headings_above(&it)));
            })
        });
        move || drop(listener)
    });
    use_effect(move || {
        let lost = last.borrow_mut().take_if(|(element, _)| !element.is_connected());
        let heading = lost.and_then(|(_, headings)| headings.iter().find_map(|id| find(id)));
        if let Some(heading) = heading.filter(|_| nothing_has_the_focus()) {
            heading.set_tab_index(-1);
            // A heading that cannot take the focus leaves it where it is.
            let _ = heading.focus();
        }
    });
}

fn nothing_has_the_focus() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_none_or(|element| element.tag_name() == "BODY")
}

/// What comes by surprise is brought into view: she may be far below it.
#[hook]
fn use_notice(state: &UseReducerHandle<State>) {
    let is_new = use_mut_ref(|| false);
    use_effect_with(state.notice.clone(), move |notice| {
        let is_told = !matches!(notice, Notice::Nothing | Notice::Kept | Notice::Forgotten);
        if is_new.replace(true) && is_told {
            focus(NOTICE);
        }
    });
}

/// Prints a sheet: the one that was asked for, or when the browser prints by itself the one that fits.
#[hook]
fn use_printing(state: &UseReducerHandle<State>) {
    let prints_itself = use_mut_ref(|| false);
    let (dispatcher, by_browser) = (state.dispatcher(), prints_itself.clone());
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let (done, ends) = (dispatcher.clone(), by_browser.clone());
            [
                EventListener::new(&window, "beforeprint", move |_| {
                    by_browser.replace(true);
                    dispatcher.dispatch(Action::OnPaper);
                }),
                EventListener::new(&window, "afterprint", move |_| {
                    ends.replace(false);
                    done.dispatch(Action::Print(None));
                }),
            ]
        });
        move || drop(listeners)
    });
    use_effect_with(state.sheet, move |sheet| {
        let asked = sheet.is_some() && !*prints_itself.borrow();
        let printing = asked.then(|| {
            // Where printing is not allowed, the sheet stays until the next one.
            Timeout::new(0, || drop(web_sys::window().map(|window| window.print())))
        });
        move || drop(printing)
    });
}
