//! The second module of the page: once it is there, `window.rekenhulp` answers everything that the command line does.

use calc_core::Language;
use calc_wasm::twaalf::twaalf_maanden;
use js_sys::Reflect;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The language that the page is in now.
fn spoken() -> Language {
    let of = |object: JsValue, name: &str| Reflect::get(&object, &JsValue::from_str(name));
    let tag = of(js_sys::global().into(), "document")
        .and_then(|document| of(document, "documentElement"))
        .and_then(|root| of(root, "lang"));
    let tag = tag.ok().and_then(|tag| tag.as_string()).unwrap_or_default();
    Language::ALL.iter().find(|known| known.tag() == tag).copied().unwrap_or(Language::NL)
}

/// Where the page leaves room for her first twelve months.
const PLACE: &str = "twaalf";

/// Shows her first twelve months of the case that was answered, where the page has room for them. What was open stays open.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "so the browser hands it over")]
pub fn twaalf(situatie: String) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(place) = document.and_then(|document| document.get_element_by_id(PLACE)) else {
        return;
    };
    let open = parts(&place, "details[open]").into_iter().filter_map(|it| it.get_attribute(NAME));
    let open: Vec<String> = open.collect();
    place.set_inner_html(&twaalf_maanden(&situatie, spoken()));
    for part in parts(&place, "details") {
        if part.get_attribute(NAME).is_some_and(|name| open.contains(&name)) {
            // The attribute has a valid name: it can be set.
            let _ = part.set_attribute("open", "");
        }
    }
}

/// The attribute that names a part that opens.
const NAME: &str = "data-deel";

fn parts(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    let part = |at| found.item(at)?.dyn_into().ok();
    (0..found.length()).filter_map(part).collect()
}

fn main() {
    calc_wasm::install(spoken);
}
