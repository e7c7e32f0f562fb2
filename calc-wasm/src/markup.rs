//! A piece of page as text: elements that are closed, words and values that are escaped.

use std::fmt::Write;

use calc_core::format::next_amount;
use calc_core::money::in_cents;
use calc_core::texts::next_placeholder;
use html_escape::{encode_double_quoted_attribute, encode_text};
use rust_decimal::Decimal;

/// A piece of page that is well formed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

/// The attributes of an element: a name and its value.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// Words, as they are read: alone in an element, and amounts in one that no translator touches.
    pub fn words(words: &str) -> Self {
        let words = words.replace("€ ", "€\u{a0}");
        let mut out = String::new();
        let mut rest = &*words;
        while let Some((before, amount, after)) = next_amount(rest) {
            out += &alone("", before);
            out += &alone(" translate=\"no\"", amount);
            rest = after;
        }
        Self(out + &alone("", rest))
    }

    /// An element around other pieces.
    pub fn element(name: &str, attributes: Attributes, inner: impl Into<Self>) -> Self {
        Self(format!("{}{}</{name}>", opened(name, attributes), inner.into().0))
    }

    /// An element that has no end of its own, and nothing in it.
    pub fn empty(name: &str, attributes: Attributes) -> Self {
        Self(opened(name, attributes))
    }

    /// The words of a drawing, where HTML is not shown: alone in an element of drawings.
    pub fn drawn(words: &str) -> Self {
        Self(format!("<tspan>{}</tspan>", encode_text(words)))
    }

    /// An amount: programs read `data-bedrag`, browsers that translate leave it as it is.
    pub fn amount(attributes: Attributes, value: Decimal, written: &str) -> Self {
        let plain = in_cents(value);
        let own = [("translate", "no"), ("data-bedrag", &*plain)];
        // No line ends between the sign and the digits.
        let written = written.replace(' ', "\u{a0}");
        Self::element(
            "span",
            &[&own, attributes].concat(),
            Self(encode_text(&written).into_owned()),
        )
    }

    /// A sentence in which `{name}` is a piece of page.
    pub fn sentence(template: &str, pieces: &[(&str, Self)]) -> Self {
        let mut out = Self::default();
        let mut rest = template;
        while let Some((before, name, after)) = next_placeholder(rest) {
            out.0 += &Self::words(before).0;
            if let Some((_, piece)) = pieces.iter().find(|(known, _)| *known == name) {
                out.0 += &piece.0;
            }
            rest = after;
        }
        out.0 += &Self::words(rest).0;
        out
    }

    /// As it is written.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// The beginning of an element.
fn opened(name: &str, attributes: Attributes) -> String {
    let mut out = format!("<{name}");
    for (attribute, value) in attributes {
        let value = encode_double_quoted_attribute(value);
        // Writing to a text cannot fail.
        let _ = write!(out, " {attribute}=\"{value}\"");
    }
    out.push('>');
    out
}

/// A text in an element of its own.
fn alone(attributes: &str, words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!("<span{attributes}>{}</span>", encode_text(words))
}

impl From<&str> for Markup {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

impl From<String> for Markup {
    fn from(words: String) -> Self {
        Self::words(&words)
    }
}

impl From<Vec<Self>> for Markup {
    fn from(pieces: Vec<Self>) -> Self {
        pieces.into_iter().collect()
    }
}

impl<const N: usize> From<[Self; N]> for Markup {
    fn from(pieces: [Self; N]) -> Self {
        pieces.into_iter().collect()
    }
}

impl FromIterator<Self> for Markup {
    fn from_iter<I: IntoIterator<Item = Self>>(pieces: I) -> Self {
        Self(pieces.into_iter().map(|piece| piece.0).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_are_never_markup() {
        let piece = Markup::element("p", &[("title", "a\" onclick=\"x")], "<b>5 > 3 & more</b>");
        assert_eq!(
            piece.into_text(),
            "<p title=\"a&quot; onclick=&quot;x\"><span>&lt;b&gt;5 &gt; 3 &amp; more&lt;/b&gt;</span></p>"
        );
    }

    #[test]
    fn a_sentence_holds_its_pieces_and_nothing_of_what_is_not_known() {
        let piece = Markup::sentence("Nu {a} & {b}.", &[("a", Markup::element("b", &[], "1"))]);
        let expected = "<span>Nu </span><b><span>1</span></b><span> &amp; </span><span>.</span>";
        assert_eq!(piece.into_text(), expected);
    }

    #[test]
    fn an_amount_in_words_is_not_for_translators() {
        assert_eq!(
            Markup::words("Nu € 5,00 erbij.").into_text(),
            "<span>Nu </span><span translate=\"no\">€\u{a0}5,00</span><span> erbij.</span>"
        );
    }

    #[test]
    fn an_amount_is_that_of_the_contract_and_stays_on_one_line() {
        let amount = Markup::amount(&[("data-lijn", "eind")], Decimal::new(-10_505, 1), "−€ 1.050");
        assert_eq!(
            amount.into_text(),
            "<span translate=\"no\" data-bedrag=\"-1050.50\" data-lijn=\"eind\">−€\u{a0}1.050</span>"
        );
    }
}
