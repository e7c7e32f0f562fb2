//! The pieces that drawings are made of. The patterns that fill them stand in `static/index.html`: a pattern in a
//! part that is not shown, as the page is not while a sheet is printed, would fill nothing.

use yew::Html;

use crate::dom::{El, el};
use crate::format::place;
use crate::words::{about_language, t};
use crate::written::drawn;

/// Whether the words of the page are read from right to left.
pub fn is_rtl() -> bool {
    about_language("leesrichting") == "rtl"
}

/// A share of the width, as a drawing wants it.
pub fn percent(share: f64) -> String {
    format!("{}%", place(share))
}

/// The start of a drawing as wide as there is room, with what it is called; `name` is a key of the texts.
pub fn named(class: &'static str, height: f64, name: &str) -> El {
    sized(class, height).at("role", "img").at("aria-label", &t(name))
}

/// The start of a drawing that says nothing of its own to who listens.
pub fn silent(class: &'static str, height: f64) -> El {
    sized(class, height).at("aria-hidden", "true")
}

/// A translator would put HTML in the place of the words, and a drawing does not show HTML.
fn sized(class: &'static str, height: f64) -> El {
    let drawing = el("svg").class(class).at("width", "100%").at("height", &place(height));
    drawing.at("focusable", "false").at("translate", "no")
}

/// A rectangle; `x` and `width` are shares, `y` and `height` pixels.
pub fn rect(class: &'static str, [x, width]: [f64; 2], [y, height]: [f64; 2]) -> Html {
    el("rect")
        .class(class)
        .at("x", &percent(x))
        .at("width", &percent(width))
        .at("y", &place(y))
        .at("height", &place(height))
        .empty()
}

/// A line straight down at a share of the width.
pub fn down(class: &'static str, x: f64, [from, to]: [f64; 2]) -> Html {
    let x = percent(x);
    let line = el("line").class(class).at("x1", &x).at("x2", &x);
    line.at("y1", &place(from)).at("y2", &place(to)).empty()
}

/// Words; `anchor` says which side of them is at `x`.
pub fn words(class: &'static str, x: f64, y: f64, anchor: &'static str, words: String) -> Html {
    // The drawing runs from left to right; words of another direction stay in one piece.
    let words = if is_rtl() { format!("\u{2067}{words}\u{2069}") } else { words };
    let element = el("text").class(class).at("x", &percent(x)).at("y", &place(y));
    element.at("text-anchor", anchor).of([drawn(&words)])
}

/// A square beside a line of a table or a list, filled as the part of the drawing it belongs to.
pub fn key(class: &'static str) -> Html {
    let square = rect(class, [0.0, 100.0], [0.0, 14.0]);
    let key = el("svg").class("sleutel").at("width", "14").at("height", "14");
    key.at("aria-hidden", "true").at("focusable", "false").of([square])
}
