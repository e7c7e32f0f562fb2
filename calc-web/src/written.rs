//! The texts of the page. Browsers that translate a page, and tools that read one aloud, put elements of their own in
//! the place of its text nodes. Yew would go on writing to the nodes it made, which nobody sees any more: an old amount
//! would stay, or the page would stop. So a text stands alone in an element that is replaced, never changed, when the
//! text changes: whatever was made of the old one goes with it.

use std::rc::Rc;

use calc_core::format::next_amount;
use yew::virtual_dom::{Key, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// An element with this key and nothing but this in it.
fn element(name: &'static str, key: Rc<str>, inner: Html) -> VTag {
    let mut element = VTag::new(AttrValue::Static(name));
    element.key = Some(Key::from(key));
    if let Some(children) = element.children_mut() {
        *children = inner;
    }
    element
}

/// An element for one text: another text is another element.
fn alone(name: &'static str, words: &str) -> VTag {
    let words: Rc<str> = Rc::from(words);
    element(name, words.clone(), VText::new(AttrValue::Rc(words)).into())
}

/// A part without a key: two equal texts may stand beside each other.
fn part(element: VTag) -> Html {
    VList::with_children(vec![element.into()], None).into()
}

/// A text in a drawing, where HTML is not shown.
pub fn drawn(words: &str) -> Html {
    part(alone("tspan", words))
}

/// One of the choices of a list. It can hold nothing but its text, so it is itself what is replaced.
pub fn option(value: &str, words: &str, is_chosen: bool) -> Html {
    let mut option = alone("option", words);
    option.key = Some(Key::from(format!("{value} {words}")));
    option.add_attribute("value", value.to_owned());
    if is_chosen {
        option.add_attribute("selected", AttrValue::Static("selected"));
    }
    option.into()
}

/// Words on their own. An amount stays together with its sign, and no translator writes it in another way.
pub fn text(words: &str) -> Html {
    let words = words.replace("€ ", "€\u{a0}");
    let mut pieces = Vec::new();
    let mut rest = words.as_str();
    while let Some((before, amount, after)) = next_amount(rest) {
        if !before.is_empty() {
            pieces.push(part(alone("span", before)));
        }
        let mut amount = alone("span", amount);
        amount.add_attribute("translate", AttrValue::Static("no"));
        pieces.push(part(amount));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(part(alone("span", rest)));
    }
    match pieces.len() {
        0 => Html::default(),
        1 => pieces.remove(0),
        _ => sentence(pieces),
    }
}

/// Pieces that are one sentence. Translators move them about, and may take one of them twice, so the sentence is
/// replaced as a whole.
pub fn sentence(pieces: Vec<Html>) -> Html {
    let mut words = String::new();
    for piece in &pieces {
        add_words(piece, &mut words);
    }
    part(element("span", Rc::from(words), VList::with_children(pieces, None).into()))
}

/// The words of a piece of page.
fn add_words(piece: &Html, words: &mut String) {
    match piece {
        VNode::VText(text) => words.push_str(&text.text),
        VNode::VTag(tag) => {
            if let Some(inner) = tag.children() {
                add_words(inner, words);
            }
        }
        VNode::VList(list) => {
            for inner in list.iter() {
                add_words(inner, words);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The elements of a piece of page: their names, keys and what they forbid a translator.
    fn elements(piece: &Html) -> Vec<(String, String, bool)> {
        match piece {
            VNode::VTag(tag) => {
                let key = tag.key.as_ref().map(ToString::to_string).unwrap_or_default();
                let is_kept = tag.attributes.iter().any(|it| it == ("translate", "no"));
                let mut found = vec![(tag.tag().to_owned(), key, is_kept)];
                found.extend(tag.children().into_iter().flat_map(elements));
                found
            }
            VNode::VList(list) => list.iter().flat_map(elements).collect(),
            _ => Vec::new(),
        }
    }

    fn element_of(words: &str, is_kept: bool) -> (String, String, bool) {
        ("span".to_owned(), words.to_owned(), is_kept)
    }

    #[test]
    fn another_text_is_another_element() {
        assert_eq!(elements(&text("Huur")), [element_of("Huur", false)]);
        assert_eq!(elements(&text("")), []);
        let drawn = elements(&drawn("Huur"));
        assert_eq!(drawn, [("tspan".to_owned(), "Huur".to_owned(), false)]);
    }

    #[test]
    fn equal_texts_may_stand_beside_each_other() {
        assert!(!text("Huur").has_key());
        assert!(!sentence(vec![text("Huur")]).has_key());
    }

    #[test]
    fn an_amount_in_a_sentence_is_not_for_translators() {
        let pieces = elements(&text("U hebt € 1.955,52. Dat is −\u{a0}€ 5, of €12.50"));
        let whole = "U hebt €\u{a0}1.955,52. Dat is −\u{a0}€\u{a0}5, of €12.50";
        let expected = [
            element_of(whole, false),
            element_of("U hebt ", false),
            element_of("€\u{a0}1.955,52", true),
            element_of(". Dat is ", false),
            element_of("−\u{a0}€\u{a0}5", true),
            element_of(", of ", false),
            element_of("€12.50", true),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(elements(&text("+\u{a0}€ 5")), [element_of("+\u{a0}€\u{a0}5", true)]);
        assert_eq!(elements(&text("in € per uur")), [element_of("in €\u{a0}per uur", false)]);
    }

    #[test]
    fn a_sentence_is_replaced_when_an_amount_in_it_changes() {
        let said = |amount: &str| elements(&sentence(vec![text("Nu "), text(amount)]))[0].clone();
        assert_eq!(said("€ 5"), element_of("Nu €\u{a0}5", false));
        assert_eq!(said("€ 6"), element_of("Nu €\u{a0}6", false));
    }
}
