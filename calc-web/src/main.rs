//! The page: what is left when I take this job? It asks, shows and formats; every amount is the engine's, and
//! nothing that is typed in leaves the browser.
//!
//! Where to look: [`form`] is what was typed, [`number`] reads it, [`situatie`] makes the contract's case of it, [`answer`] asks the
//! engine, [`state`] is how it all changes, [`app`] is what is seen. The words stand in calc-core's texts.

mod address;
mod answer;
mod app;
mod birthdays;
mod bounds;
mod carried;
mod cases;
mod charts;
mod components;
mod device;
mod dom;
mod effects;
mod entry;
#[cfg(any(test, feature = "gallery"))]
mod examples;
mod fields;
mod files;
mod form;
mod format;
mod fragment;
mod json;
mod keeping;
mod leaving;
mod load;
mod memo;
mod messages;
mod months;
mod number;
mod opening;
mod page;
mod qr;
mod questions;
mod restart;
mod situatie;
mod sound;
mod state;
mod words;
mod writer;
mod written;

use calc_core::suggest;
use jiff::civil::Date;
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

/// Today, by the clock of the browser.
fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    Date::new(year, month, i8::try_from(now.get_date()).ok()?).ok()
}

/// Shows the page in a language, with its words; `listener` is told what was typed and which case was answered. False
/// when the words are none: nothing is shown then. The start script calls this once.
#[wasm_bindgen]
pub fn begin(tag: String, text: String, listener: Function) -> bool {
    let language = tag.clone();
    if !words::learn(tag, text) {
        return false;
    }
    words::speak(&language);
    restart::tell(listener);
    calc_wasm::install(words::language);
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    let Some(root) = root else { return false };
    #[cfg(feature = "gallery")]
    if address::is_gallery() {
        yew::Renderer::<examples::gallery::Gallery>::with_root(root).render();
        return true;
    }
    let props = app::Props {
        // Without a clock the first covered month is as good as any.
        today: today().unwrap_or(suggest::coverage().0),
        coach: address::coach(),
        fragment: address::fragment(),
        framed: address::is_framed(),
        commit: address::commit(),
    };
    yew::Renderer::<app::App>::with_root_and_props(root, props).render();
    true
}

/// Takes in words that were not needed to begin: explanations, and the other languages.
#[wasm_bindgen]
pub fn learn(tag: String, text: String) {
    if words::learn(tag, text) {
        words::tell();
    }
}

/// Takes in what the second module says of the answer in a few words; nothing when it has none.
#[wasm_bindgen]
pub fn short(words: Option<String>) {
    restart::short(words);
}

/// The start script calls [`begin`] when the words are there too.
fn main() {}
