//! The languages of the page, each in its own words.

use yew::Html;

use crate::dom::el;
use crate::page::Page;
use crate::state::Action;
use crate::words::{languages as known, t};

/// A button for each language; nothing that is typed in is lost.
pub fn languages(page: &Page) -> Html {
    let button = |(tag, name): (&'static str, &'static str)| {
        let is_here = page.state.language == tag;
        let button = el("button").at("type", "button").class("utrecht-button taal__knop");
        let button =
            button.at("lang", tag).at("aria-pressed", if is_here { "true" } else { "false" });
        el("li").of([button.on_click(page.on(move || Action::Speak(tag))).text(name)])
    };
    el("ul")
        .class("taal")
        .at("aria-label", &t("talen"))
        .children(known().into_iter().map(button).collect())
}
