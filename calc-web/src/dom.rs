//! Elements, written as a chain: `el("p").class("kop").text(words)`. It makes the same virtual DOM as `html!`,
//! which stays for fields; but a call is a tenth of what the macro writes out in its place, and the page is
//! hundreds of elements.

use std::rc::Rc;

use calc_core::parameters::Source;
use calc_core::texts::next_placeholder;
use yew::html::{onclick, oninput};
use yew::virtual_dom::{Key, VList, VTag};
use yew::{AttrValue, Callback, Html, InputEvent, MouseEvent};

use crate::words::t;
use crate::written;

/// An element that is being put together.
pub struct El(Box<VTag>);

/// Starts an element.
pub fn el(name: &'static str) -> El {
    El(Box::new(VTag::new(AttrValue::Static(name))))
}

impl El {
    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Gives it its class.
    pub fn class(self, class: &'static str) -> Self {
        self.attribute("class", AttrValue::Static(class))
    }

    /// Gives it an attribute.
    pub fn at(self, name: &'static str, value: &str) -> Self {
        self.attribute(name, AttrValue::from(value.to_owned()))
    }

    /// Gives it an attribute when there is a value.
    pub fn at_if_any(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attribute(name, AttrValue::from(value)),
            None => self,
        }
    }

    /// Hears a click.
    pub fn on_click(mut self, callback: Callback<MouseEvent>) -> Self {
        self.0.add_listener(Rc::new(onclick::Wrapper::new(callback)));
        self
    }

    /// Hears what is typed or dragged; `value` is what an input shows.
    pub fn on_input(mut self, value: String, callback: Callback<InputEvent>) -> Self {
        self.0.set_value(AttrValue::from(value));
        self.0.add_listener(Rc::new(oninput::Wrapper::new(callback)));
        self
    }

    /// Ends it, with words in it.
    pub fn text(self, words: impl Into<String>) -> Html {
        self.children(vec![text(words)])
    }

    /// Ends it, with these parts in it.
    pub fn of<const N: usize>(self, parts: [Html; N]) -> Html {
        self.children(Vec::from(parts))
    }

    /// Ends it, with these parts in it.
    pub fn children(mut self, parts: Vec<Html>) -> Html {
        self.0.add_child(VList::with_children(parts, None).into());
        (*self.0).into()
    }

    /// Ends it, with nothing in it.
    pub fn empty(self) -> Html {
        (*self.0).into()
    }
}

/// Words on their own, beside other parts too.
pub fn text(words: impl Into<String>) -> Html {
    written::text(&words.into())
}

/// Parts one after the other.
pub fn all<const N: usize>(parts: [Html; N]) -> Html {
    VList::with_children(Vec::from(parts), None).into()
}

/// As many parts as there are, each with a key of its own. Without keys Yew matches a list from its end, and a
/// field that has the focus would become another one when a part is added.
pub fn each(parts: impl IntoIterator<Item = (String, Html)>) -> Html {
    let keyed =
        |(key, part): (String, Html)| VList::with_children(vec![part], Some(Key::from(key))).into();
    VList::with_children(parts.into_iter().map(keyed).collect(), None).into()
}

/// A part that is there only when it applies.
pub fn when(applies: bool, part: impl FnOnce() -> Html) -> Html {
    if applies { part() } else { Html::default() }
}

/// A button that is a word.
pub fn quiet_button(words: String, callback: Callback<MouseEvent>) -> Html {
    let button = el("button").at("type", "button").class("utrecht-button utrecht-button--subtle");
    button.on_click(callback).text(words)
}

/// Words only for who listens.
pub fn heard(words: String) -> Html {
    el("span").class("onzichtbaar").text(words)
}

/// A name of the law as another language gives it: `Rent allowance (huurtoeslag)`. What stands in brackets is Dutch,
/// and is marked so that it is pronounced that way.
pub fn name_of_law(words: &str) -> Html {
    match words.strip_suffix(')').and_then(|words| words.split_once(" (")) {
        Some((own, dutch)) => {
            all([text(format!("{own} (")), el("span").at("lang", "nl").text(dutch), text(")")])
        }
        None => text(words),
    }
}

/// A link to a public document, in a page of its own. Those of the law are Dutch.
pub fn source_link(source: &Source) -> Html {
    let link = el("a").class("utrecht-link").at("href", source.url).at("target", "_blank");
    let title = el("span").at("lang", "nl").text(source.title);
    link.at("rel", "noreferrer noopener").of([title, heard(format!(" {}", t("nieuw_tabblad")))])
}

/// A text of the page in which `{name}` is a piece of page, such as an amount.
pub fn rich(key: &str, parts: &[(&str, Html)]) -> Html {
    let template = t(key);
    let mut rest = template.as_str();
    let mut pieces: Vec<Html> = Vec::new();
    while let Some((before, name, after)) = next_placeholder(rest) {
        pieces.push(text(before));
        if let Some((_, part)) = parts.iter().find(|(known, _)| *known == name) {
            pieces.push(part.clone());
        }
        rest = after;
    }
    pieces.push(text(rest));
    written::sentence(pieces)
}

/// A list with bullets.
pub fn bullets(items: Vec<Html>) -> Html {
    el("ul").class("utrecht-unordered-list").children(items)
}

/// A paragraph.
pub fn paragraph(words: impl Into<String>) -> Html {
    el("p").class("utrecht-paragraph").text(words)
}

/// A place that the second module fills in, by its name; the page never touches what stands in it.
pub fn place(name: &str) -> Html {
    let place = el("div").class("plaats").at("data-plaats", name).empty();
    // Another name is another place: what was filled in goes with it.
    each([(name.to_owned(), place)])
}

/// A part of the answer with a heading; `title` is a key of the texts.
pub fn card(class: &'static str, id: &'static str, title: &str, parts: Vec<Html>) -> Html {
    let heading = el("h2").class("utrecht-heading-2").at("id", id).text(t(title));
    let parts = std::iter::once(heading).chain(parts).collect();
    el("section").class(class).at("aria-labelledby", id).children(parts)
}

/// A part that is folded until it is opened.
pub fn folded(summary: String, parts: Vec<Html>) -> Html {
    let summary = el("summary").text(summary);
    el("details").class("uitklap").children(std::iter::once(summary).chain(parts).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_at_its_placeholders() {
        assert_eq!(next_placeholder("Nu {nu} over."), Some(("Nu ", "nu", " over.")));
        assert_eq!(next_placeholder("niets"), None);
    }
}
