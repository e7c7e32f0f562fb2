//! What every part of the page can reach: the state, the answer, and how to change something.

use std::cell::Cell;
use std::rc::Rc;

use jiff::civil::Date;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{Callback, KeyboardEvent, MouseEvent, TargetCast, UseReducerHandle};

use crate::answer::{Answer, Beside};
use crate::fields;
use crate::form::Form;
use crate::messages;
use crate::situatie::{self, Lack};
use crate::state::{Action, State};

thread_local! {
    /// The field that a move is on its way to.
    static WANTED: Cell<Option<String>> = const { Cell::new(None) };
}

/// The state with the answer that belongs to it.
#[derive(Clone)]
pub struct Page {
    /// The state.
    pub state: UseReducerHandle<State>,
    /// The answer to what is typed in.
    pub answer: Rc<Answer>,
    /// For a coach: every case side by side, where it can be computed.
    pub others: Rc<Vec<Option<Beside>>>,
}

impl Page {
    /// What was typed in.
    pub fn form(&self) -> &Form {
        self.state.form()
    }

    /// The reference date.
    pub fn day(&self) -> Date {
        situatie::peildatum(self.form(), self.state.today)
    }

    /// Changes the state on an event.
    pub fn on<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let state = self.state.dispatcher();
        Callback::from(move |_| state.dispatch(action()))
    }

    /// Goes to another screen, in place of what a link would do.
    pub fn going(&self, screen: usize) -> Callback<MouseEvent> {
        let state = self.state.dispatcher();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            state.dispatch(Action::Go(screen));
        })
    }

    /// Keeps what is typed or chosen in a field.
    pub fn typing<E: AsRef<Event> + 'static>(&self, path: &str) -> Callback<E> {
        let (state, path) = (self.state.dispatcher(), path.to_owned());
        Callback::from(move |event: E| {
            let event = event.as_ref();
            let input = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value());
            let select = || event.target_dyn_into::<HtmlSelectElement>().map(|field| field.value());
            if let Some(typed) = input.or_else(select) {
                state.dispatch(Action::Type(path.clone(), typed));
            }
        })
    }

    /// What is wrong with a field, in words; nothing while she has not reached it.
    pub fn error(&self, path: &str) -> Option<String> {
        let typed = self.form().get(path);
        if let Some(gap) = self.answer.lack(path) {
            let is_told = match gap.lack {
                Lack::Missing => self.is_emptied(path),
                Lack::Unfinished => self.state.left.iter().any(|left| left == path),
                _ => true,
            };
            return is_told.then(|| messages::lack(path, gap.lack, typed));
        }
        Some(messages::problem(self.answer.problem(path)?, typed))
    }

    /// The date of birth, or the day that stands in for it.
    pub fn born(&self, path: &str) -> Option<Date> {
        situatie::born(self.form(), path, &self.answer.days())
    }

    fn is_emptied(&self, path: &str) -> bool {
        let emptied =
            |path: &str| self.form().is_touched(path) && self.form().get(path).trim().is_empty();
        if fields::is_date(path) {
            emptied(&format!("{path}.maand")) || emptied(&format!("{path}.jaar"))
        } else {
            emptied(path)
        }
    }
}

/// Brings a part of the page into view and gives it the focus, without touching the address.
pub fn go_to(id: String) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        focus(&id);
    })
}

/// One after the other.
pub fn both(first: Callback<MouseEvent>, then: Callback<MouseEvent>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        first.emit(event.clone());
        then.emit(event);
    })
}

/// The same for a field, which a phone may have to be shown first.
pub fn go_to_field(page: &Page, path: &str) -> Callback<MouseEvent> {
    let (state, screen, id) = (page.state.dispatcher(), fields::screen(path), fields::id(path));
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        // After the page has been drawn anew: what is not shown cannot take the focus.
        WANTED.set(Some(id.clone()));
        state.dispatch(Action::Go(screen));
    })
}

/// Enter in a field goes on: to the next field of its question, or to the next question.
pub fn on_enter(page: &Page) -> Callback<KeyboardEvent> {
    let state = page.state.dispatcher();
    Callback::from(move |event: KeyboardEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>().filter(|it| it.type_() == "text");
        let Some(field) = field.filter(|_| event.key() == "Enter" && !event.is_composing()) else {
            return;
        };
        event.prevent_default();
        // What a browser does before Enter sends a form: it tells that the field has its value.
        let _ = field.blur();
        if let Some(next) = next_field(&field) {
            // A field that cannot take the focus leaves it where it is.
            let _ = next.focus();
        } else {
            let path = field.get_attribute("data-veld").unwrap_or_default();
            state.dispatch(Action::Go(fields::screen(&path) + 1));
        }
    })
}

/// The text field after this one in the same question.
fn next_field(field: &HtmlInputElement) -> Option<HtmlElement> {
    let question = field.closest(".vraag").ok().flatten()?;
    let all = question.query_selector_all("input[type=text]").ok()?;
    let mut all = (0..all.length()).filter_map(|at| all.get(at));
    all.find(|it| it.is_same_node(Some(field.as_ref())))?;
    all.next()?.dyn_into().ok()
}

/// Where the focus goes after a move to another screen, when that is not its heading.
pub fn wanted() -> Option<String> {
    WANTED.take()
}

/// An element of the page.
pub fn find(id: &str) -> Option<HtmlElement> {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.get_element_by_id(id));
    found.and_then(|element| element.dyn_into().ok())
}

/// Brings an element into view and gives it the focus.
pub fn focus(id: &str) {
    if let Some(element) = find(id) {
        element.scroll_into_view();
        // An element that cannot take the focus is in view all the same.
        let _ = element.focus();
    }
}
