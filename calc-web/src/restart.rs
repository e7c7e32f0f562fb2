//! What the page and its start script tell each other: what was typed, so that the page can begin anew with it when the
//! calculator stops; which case was answered, which the second module draws; and what that says of it in short.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::Callback;

use crate::cases::Cases;
use crate::fragment;

thread_local! {
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
    static SHORT: RefCell<Option<Callback<Option<String>>>> = const { RefCell::new(None) };
}

/// What is told.
enum Told {
    /// What was typed, as the fragment of an address.
    Draft,
    /// The language that the page speaks: translators change that of the document.
    Language,
    /// The case that was answered, as JSON.
    Case,
    /// That everything the engine did is asked for.
    Trace,
}

impl Told {
    const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Language => "language",
            Self::Case => "case",
            Self::Trace => "trace",
        }
    }
}

/// Who is told.
pub fn tell(listener: Function) {
    LISTENER.set(Some(listener));
}

/// Tells what was typed, as the fragment of an address; nothing when nothing was.
pub fn hand_over(cases: &Cases) {
    let typed =
        if cases.is_empty() { String::new() } else { fragment::written('f', &cases.written()) };
    tell_it(&Told::Draft, &typed);
}

/// Tells which language the page speaks, by its tag.
pub fn language(tag: &str) {
    tell_it(&Told::Language, tag);
}

/// Tells which case was answered, as JSON; nothing when none was. The second module fills in its places, and those of the
/// cases of a coach.
pub fn answered(case: Option<&str>) {
    tell_it(&Told::Case, case.unwrap_or_default());
}

/// Everything the engine did in the steady month of the case that was answered, as JSON; nothing while the second module is
/// not there.
pub fn trace() -> Option<String> {
    tell_it(&Told::Trace, "")?.as_string()
}

/// Who wants to know what the second module says in short.
pub fn on_short(callback: Callback<Option<String>>) {
    SHORT.set(Some(callback));
}

/// What the second module says in short; nothing when it has no answer.
pub fn short(words: Option<String>) {
    SHORT.with_borrow(|callback| callback.as_ref().map(|callback| callback.emit(words)));
}

fn tell_it(what: &Told, told: &str) -> Option<JsValue> {
    let [what, told] = [what.word(), told].map(JsValue::from_str);
    // It puts a text aside, and draws what it catches the errors of.
    LISTENER.with_borrow(|listener| listener.as_ref()?.call2(&JsValue::NULL, &what, &told).ok())
}
