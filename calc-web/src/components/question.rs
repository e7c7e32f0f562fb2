//! One of the eight questions.

use yew::Html;

use crate::dom::{el, heard};
use crate::words::{t, t_with};

/// A question with its fields; `title` is a key of the texts.
pub fn question(number: u8, title: &str, fields: Vec<Html>) -> Html {
    let id = format!("vraag-{number}");
    let heading = format!("{id}-kop");
    let number = number.to_string();
    let said = t_with("vraag.nummer", &[("nummer", number.clone())]);
    let heading_of = el("h3").class("utrecht-heading-3 vraag__kop").at("id", &heading);
    let words = heading_of.at("tabindex", "-1").of([
        el("span").class("vraag__nummer").at("aria-hidden", "true").text(number),
        heard(format!("{said}: ")),
        el("span").text(t(title)),
    ]);
    let parts = std::iter::once(words).chain(fields).collect();
    el("div")
        .class("vraag")
        .at("id", &id)
        .at("role", "group")
        .at("aria-labelledby", &heading)
        .children(parts)
}
