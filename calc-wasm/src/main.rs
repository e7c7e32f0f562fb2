//! The second module of the page: once it is there, `window.rekenhulp` answers everything that the command line does, and the
//! places that the page leaves empty are filled in.

use std::cell::RefCell;

use calc_core::Language;
use calc_wasm::places::{HOURS, Pieces};
use calc_wasm::twaalf::{Woorden, gevallen};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

/// The attribute that names a place.
const PLACE: &str = "data-plaats";
/// The attribute that names a part that opens, or a box to tick.
const PART: &str = "data-deel";
/// The attribute with the situations of a coach: names, each with its JSON.
const CASES: &str = "data-gevallen";
/// What a place has while it waits for what takes longer.
const BUSY: &str = "aria-busy";
/// What a part that opens, and a box, has while it is open or ticked.
const OPEN: &str = "open";
const TICKED: &str = "checked";

thread_local! {
    /// The situation that is drawn, and its language.
    static DRAWN: RefCell<Option<(String, Language, Option<Pieces>)>> = const { RefCell::new(None) };
    /// The situations of a coach that are drawn, and their language.
    static COMPARED: RefCell<Option<(String, Language)>> = const { RefCell::new(None) };
}

/// A language by its tag; nothing for one that this module does not have.
fn language_of(tag: &str) -> Option<Language> {
    Language::ALL.iter().find(|known| known.tag() == tag).copied()
}

/// The language of what is told to programs: that of the document, Dutch where this module does not have it.
fn spoken() -> Language {
    let root = document().and_then(|document| document.document_element());
    let tag = root.and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| language_of(&tag)).unwrap_or(Language::NL)
}

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Fills in the places of the page for the situation that was answered: all of them when it is another one than before, else
/// those that are empty. What was open stays open. `tag` is the language of the page. Tells the answer in a few words, when
/// there is one and this module has the language.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "so the browser hands it over")]
pub fn vul(situatie: String, tag: String) -> Option<String> {
    let own = language_of(&tag);
    let language = own.unwrap_or(Language::NL);
    let known = DRAWN
        .take()
        .filter(|(drawn, in_language, _)| *drawn == situatie && *in_language == language);
    let is_new = known.is_none();
    let (situatie, language, pieces) = known.unwrap_or_else(|| {
        let pieces = Pieces::of(&situatie, language).ok();
        (situatie, language, pieces)
    });
    // The page says it as its own: only in its language.
    let short = pieces.as_ref().filter(|_| own.is_some()).and_then(Pieces::in_short);
    for place in places() {
        let name = place.get_attribute(PLACE).unwrap_or_default();
        let cases = place.get_attribute(CASES);
        let is_empty = place.first_element_child().is_none();
        let is_other = cases.as_ref().map_or(is_new, |cases| !is_compared(cases, language));
        // What is compared already stays until the rest is answered.
        let waits = HOURS.contains(&&*name) || (cases.is_some() && !is_empty);
        if (is_empty || is_other) && waits {
            // The attribute has a valid name: it can be set.
            let _ = place.set_attribute(BUSY, "true");
        } else if is_empty || is_other {
            draw(&place, pieces.as_ref(), language);
        }
    }
    DRAWN.set(Some((situatie, language, pieces)));
    short
}

/// Fills in the places that take longer: to be called after the answer was shown.
#[wasm_bindgen]
pub fn vul_uren() {
    DRAWN.with_borrow(|drawn| {
        let Some((_, language, pieces)) = drawn else { return };
        for place in places() {
            if place.has_attribute(BUSY) {
                draw(&place, pieces.as_ref(), *language);
                // An attribute that is there can be taken away.
                let _ = place.remove_attribute(BUSY);
            }
        }
    });
}

/// Draws what belongs in a place.
fn draw(place: &Element, pieces: Option<&Pieces>, language: Language) {
    let Some(cases) = place.get_attribute(CASES) else {
        let name = place.get_attribute(PLACE).unwrap_or_default();
        return fill(place, pieces.map(|pieces| pieces.draw(&name)));
    };
    fill(place, Some(gevallen::vergelijk(&cases, Woorden(language)).into_text()));
    COMPARED.set(Some((cases, language)));
}

/// Whether these are the situations that were drawn last.
fn is_compared(cases: &str, language: Language) -> bool {
    COMPARED.with_borrow(|last| {
        last.as_ref().is_some_and(|(drawn, in_language)| drawn == cases && *in_language == language)
    })
}

/// Everything the engine did in the steady month of the situation that is drawn, as JSON.
#[wasm_bindgen]
pub fn spoor() -> Option<String> {
    DRAWN.with_borrow(|drawn| drawn.as_ref()?.2.as_ref()?.trace())
}

fn places() -> Vec<Element> {
    document().map(|document| all(document.query_selector_all("[data-plaats]"))).unwrap_or_default()
}

fn all(found: Result<web_sys::NodeList, JsValue>) -> Vec<Element> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Puts a piece in a place; what was open or ticked in it stays so, by its name.
fn fill(place: &Element, piece: Option<String>) {
    let marked = |selector: &str| -> Vec<String> {
        let all = all(place.query_selector_all(selector));
        all.iter().filter_map(|part| part.get_attribute(PART)).collect()
    };
    let (open, ticked) = (marked("details[open]"), marked("input:checked"));
    place.set_inner_html(&piece.unwrap_or_default());
    for (names, selector, attribute) in [(open, "details", OPEN), (ticked, "input", TICKED)] {
        for part in all(place.query_selector_all(selector)) {
            if part.get_attribute(PART).is_some_and(|name| names.contains(&name)) {
                // The attribute has a valid name: it can be set.
                let _ = part.set_attribute(attribute, "");
            }
        }
    }
}

fn main() {
    calc_wasm::install(spoken);
}
