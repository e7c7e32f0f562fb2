//! The HTML of a part, as a tree that can be looked through. It reads what Yew writes, and no other HTML.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::{BaseComponent, LocalServerRenderer};

/// Elements that hold nothing.
const VOID: [&str; 2] = ["input", "br"];

/// An element.
#[derive(Debug, Default)]
pub struct Seen {
    /// Its name.
    pub name: String,
    attributes: Vec<(String, String)>,
    inner: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Element(Seen),
    Text(String),
}

/// Draws a component, with everything it does while it is drawn and nothing that it does after.
pub fn drawn<C: BaseComponent>(props: C::Properties) -> Seen {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let mut rendering = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        // Nothing in the page waits for anything while it is drawn.
        if let Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
            return read(&html);
        }
    }
}

fn plain(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (mark, sign)| text.replace(mark, sign))
}

/// Reads HTML; panics at what is not closed or closed twice.
fn read(html: &str) -> Seen {
    let mut open = vec![Seen::default()];
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        if !text.is_empty() {
            open.last_mut().expect("an element").inner.push(Part::Text(plain(text)));
        }
        let end = end_of_tag(tag);
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            close(&mut open, name);
        } else {
            let element = begun(tag);
            let is_void = VOID.contains(&&*element.name);
            open.push(element);
            if is_void {
                let name = open.last().expect("an element").name.clone();
                close(&mut open, &name);
            }
        }
    }
    assert!(rest.is_empty() && open.len() == 1, "not closed: {open:?} {rest}");
    open.remove(0)
}

/// Where a tag ends: a `>` in an attribute is none.
fn end_of_tag(tag: &str) -> usize {
    let mut in_quotes = false;
    let end = tag.char_indices().find(|(_, sign)| {
        in_quotes ^= *sign == '"';
        *sign == '>' && !in_quotes
    });
    end.expect("the end of a tag").0
}

fn close(open: &mut Vec<Seen>, name: &str) {
    let element = open.pop().expect("an element");
    assert_eq!(element.name, name, "closed in another order");
    open.last_mut().expect("what is around it").inner.push(Part::Element(element));
}

fn begun(tag: &str) -> Seen {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("a closed attribute"),
            None => ("", after),
        };
        assert!(attributes.iter().all(|(known, _)| known != name), "{name} twice in {tag}");
        attributes.push((name.to_owned(), plain(value)));
        rest = after.trim_start();
    }
    Seen { name: name.to_owned(), attributes, inner: Vec::new() }
}

impl Seen {
    /// An attribute.
    pub fn at(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has a class.
    pub fn has_class(&self, class: &str) -> bool {
        self.at("class").is_some_and(|all| all.split(' ').any(|it| it == class))
    }

    /// The elements in it, one level down.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.inner.iter().filter_map(|part| match part {
            Part::Element(element) => Some(element),
            Part::Text(_) => None,
        })
    }

    /// Every element in it, in the order of the document.
    pub fn all(&self) -> Vec<&Self> {
        self.children().flat_map(|child| [child].into_iter().chain(child.all())).collect()
    }

    /// Every element of a name.
    pub fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|it| it.name == name).collect()
    }

    /// Every element with an attribute of this value.
    pub fn with(&self, attribute: &str, value: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|it| it.at(attribute) == Some(value)).collect()
    }

    /// Every element that has an attribute.
    pub fn having(&self, attribute: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|it| it.at(attribute).is_some()).collect()
    }

    /// Every element of a class.
    pub fn of_class(&self, class: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|it| it.has_class(class)).collect()
    }

    /// The only element with an attribute of this value.
    pub fn one(&self, attribute: &str, value: &str) -> &Self {
        let found = self.with(attribute, value);
        assert_eq!(found.len(), 1, "{attribute}={value}");
        found[0]
    }

    /// All words in it.
    pub fn text(&self) -> String {
        let words = |part: &Part| match part {
            Part::Element(element) => element.text(),
            Part::Text(text) => text.clone(),
        };
        self.inner.iter().map(words).collect()
    }

    /// Whether it is words and nothing else; and whether it is words beside something else.
    pub fn holds_text(&self) -> (bool, bool) {
        let is_text = |part: &Part| matches!(part, Part::Text(_));
        let some = self.inner.iter().any(is_text);
        (some && self.inner.len() == 1, some && self.inner.len() > 1)
    }

    /// Every element in it with those it stands in, the nearest last.
    pub fn paths(&self) -> Vec<Vec<&Self>> {
        let mut found = Vec::new();
        for child in self.children() {
            found.push(vec![child]);
            found.extend(child.paths().into_iter().map(|path| [vec![child], path].concat()));
        }
        found
    }

    /// What a program hears of it: its label, else its words.
    pub fn spoken(&self) -> String {
        self.at("aria-label").map_or_else(|| self.text().trim().to_owned(), str::to_owned)
    }
}

#[test]
fn html_is_read_as_it_was_written() {
    let seen =
        read("<p class=\"a b\" lang=\"nl\">Een <b>&lt;1&gt;</b><input checked type=\"x>y\"></p>");
    let paragraph = &seen.all()[0];
    assert_eq!((paragraph.name.as_str(), paragraph.text()), ("p", "Een <1>".to_owned()));
    assert!(paragraph.has_class("b") && !paragraph.has_class("c"));
    let input = seen.named("input")[0];
    assert_eq!(
        (input.at("checked"), input.at("type"), input.at("id")),
        (Some(""), Some("x>y"), None)
    );
    assert_eq!(paragraph.holds_text(), (false, true));
    assert_eq!(seen.paths().last().map(Vec::len), Some(2));
}

#[test]
#[should_panic(expected = "closed in another order")]
fn html_that_is_not_closed_is_refused() {
    read("<p><b></p></b>");
}
