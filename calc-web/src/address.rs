//! The address of the page: the case behind `#`, and the few words before it that say how the page is shown.

use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::fragment::{self, Fragment};
use crate::words;

fn part(of: impl Fn(&Window) -> Option<String>) -> String {
    web_sys::window().and_then(|window| of(&window)).unwrap_or_default()
}

/// What the address holds behind `#`.
pub fn fragment() -> Fragment {
    fragment::read(&part(|window| window.location().hash().ok()))
}

/// Whether the page is asked for with everything a coach wants: `?modus=coach`.
pub fn coach() -> bool {
    let search = part(|window| window.location().search().ok());
    search.trim_start_matches('?').split('&').any(|word| word == "modus=coach")
}

/// Whether the gallery of examples is asked for, in place of the page.
#[cfg(feature = "gallery")]
pub fn is_gallery() -> bool {
    part(|window| window.location().pathname().ok()).ends_with("/galerij/")
}

/// Where the page is, without what is behind `#`.
pub fn without_fragment() -> String {
    let whole = part(|window| window.location().href().ok());
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Takes a case out of the address: it would be an old one as soon as something changes, and what is wiped must not
/// come back with it. `screen` is where she is, for the browser's history.
pub fn clear(screen: Option<usize>) {
    if fragment() == Fragment::Nothing {
        return;
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let own = screen.map(|screen| JsValue::from_str(&screen.to_string()));
        let state = own.or_else(|| history.state().ok()).unwrap_or(JsValue::NULL);
        // In a frame without the right to change its address the case is shown all the same.
        let _ = history.replace_state_with_url(&state, "", Some(&without_fragment()));
    }
}

/// Whether the page is shown in the page of another.
pub fn is_framed() -> bool {
    let window = web_sys::window();
    let above = window.as_ref().and_then(|window| window.parent().ok().flatten());
    window != above
}

/// Lets the back button of a phone go from one screen to the one before.
pub fn remember_screen(screen: usize) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Without a history there is nothing to go back in.
        let _ = history.push_state_with_url(&JsValue::from_str(&screen.to_string()), "", None);
    }
}

/// The screen that belongs to where the browser is in its history; none for the one it opened with.
pub fn remembered_screen() -> Option<usize> {
    let history = web_sys::window().and_then(|window| window.history().ok())?;
    history.state().ok()?.as_string()?.parse().ok()
}

/// When another language was chosen, the address carries it: opened again, the page is in that language again.
/// `first` is the language that needs no word.
pub fn show_language(tag: &str, first: &str) {
    let own = format!("lang={tag}");
    show_word("lang=", (tag != first).then_some(&*own), &own);
}

/// The address carries whether the page has everything a coach wants.
pub fn show_mode(coach: bool) {
    show_word("modus=", coach.then_some("modus=coach"), "modus=");
}

/// Puts a word of the query in place of the one that starts with `name`, or takes that away. `same` is left alone.
fn show_word(name: &str, own: Option<&str>, same: &str) {
    let search = part(|window| window.location().search().ok());
    let all: Vec<&str> = search.trim_start_matches('?').split('&').collect();
    let there = all.iter().rfind(|word| word.starts_with(name)).copied();
    if there == own || there == Some(same) {
        return;
    }
    let others = all.into_iter().filter(|word| !word.is_empty() && !word.starts_with(name));
    let words: Vec<&str> = others.chain(own).collect();
    let search = if words.is_empty() { String::new() } else { format!("?{}", words.join("&")) };
    let path = part(|window| window.location().pathname().ok());
    let hash = part(|window| window.location().hash().ok());
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let state = history.state().unwrap_or(JsValue::NULL);
        // In a frame without the right to change its address the page is as it was asked all the same.
        let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{search}{hash}")));
    }
}

/// What the page was built from, when its build knew.
pub fn commit() -> Option<String> {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.document_element())?.get_attribute("data-commit")
}

/// Tells the browser which language the page is in, and which way it is read.
pub fn name_page() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(&words::t("titel"));
    if let Some(root) = document.document_element() {
        // The attributes have valid names: they can be set.
        let _ = root.set_attribute("lang", words::tag());
        let _ = root.set_attribute("dir", words::about_language("leesrichting"));
    }
}
