//! The page: what is left when I take this job? It asks, shows and formats; every amount is the engine's, and
//! nothing that is typed in leaves the browser.
//!
//! Where to look: [`form`] is what was typed, [`situatie`] makes the contract's case of it, [`answer`] asks the
//! engine, [`state`] is how it all changes, [`app`] is what is seen. The words stand in calc-core's texts.

mod answer;
mod api;
mod app;
mod charts;
mod components;
mod dom;
mod fields;
mod form;
mod format;
mod fragment;
mod json;
mod load;
mod months;
mod page;
mod questions;
mod situatie;
mod state;
mod words;

use jiff::civil::Date;
use web_sys::{Document, Window};

/// Today, by the clock of the browser.
fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = i8::try_from(now.get_month() + 1).ok()?;
    Date::new(year, month, i8::try_from(now.get_date()).ok()?).ok()
}

/// The language that the address asks for.
fn language_asked(window: &Window) -> Option<String> {
    let query = window.location().search().ok()?;
    let pairs = query.trim_start_matches('?').split('&');
    pairs.filter_map(|pair| pair.strip_prefix("lang=")).map(str::to_owned).next_back()
}

fn name_page(document: &Document) {
    document.set_title(&words::t("titel"));
    if let Some(root) = document.document_element() {
        // The attribute has a valid name: it can be set.
        let _ = root.set_attribute("lang", words::tag());
    }
}

fn main() {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    if let Some(tag) = language_asked(&window) {
        words::choose(&tag);
    }
    name_page(&document);
    api::install();
    let Some(root) = document.get_element_by_id("app") else { return };
    let props = app::Props {
        // Without a clock the first covered month is as good as any.
        today: today().or(months::coverage().map(|(first, _)| first)).unwrap_or(Date::MIN),
        fragment: app::fragment_now(),
    };
    yew::Renderer::<app::App>::with_root_and_props(root, props).render();
}
