//! What the drawings of the second module are made of. Floats only place; what is written is the engine's own amount. A drawing
//! says nothing that the sentences and the table beside it do not say.

pub mod columns;
pub mod curve;

use rust_decimal::Decimal;

use crate::markup::{Attributes, Markup};
use crate::scale::Scale;

/// Writes a number.
pub type Written<'a> = &'a dyn Fn(Decimal) -> String;

/// A drawing as wide as there is room, with what it is called.
fn named(class: &str, height: f64, name: &str, inner: Markup) -> Markup {
    sized(class, height, &[("role", "img"), ("aria-label", name)], inner)
}

/// One that says nothing of its own to who listens.
fn silent(class: &str, height: f64, inner: Markup) -> Markup {
    sized(class, height, &[("aria-hidden", "true")], inner)
}

fn sized(class: &str, height: f64, more: Attributes, inner: Markup) -> Markup {
    let height = format!("{height}");
    let its = [
        ("class", class),
        ("width", "100%"),
        ("height", &*height),
        ("focusable", "false"),
        // A translator would put HTML in the place of the words, and a drawing does not show HTML.
        ("translate", "no"),
    ];
    Markup::element("svg", &[&its, more].concat(), inner)
}

/// Words; `anchor` says which side of them is at `x`.
fn label(class: &str, x: &str, y: &str, anchor: &str, words: &str) -> Markup {
    // The drawing runs from left to right in every language.
    let attributes =
        [("class", class), ("x", x), ("y", y), ("text-anchor", anchor), ("direction", "ltr")];
    Markup::element("text", &attributes, Markup::drawn(words))
}

/// A share of the width, as a drawing wants it.
fn share(part: f64) -> String {
    format!("{:.1}%", part * 100.0)
}

/// The amounts of a scale, beside the drawing.
fn amounts(height: f64, scale: &Scale, amount: Written) -> Markup {
    let one = |line: &i64| {
        let y = format!("{:.1}", scale.place_of_line(*line) + 4.5);
        label("lijn__schaal", "100%", &y, "end", &amount(Decimal::from(*line)))
    };
    silent("tekening lijn__bedragen", height, scale.lines.iter().map(one).collect())
}
