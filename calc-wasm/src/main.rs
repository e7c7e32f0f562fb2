//! The second module of the page: once it is there, `window.rekenhulp` answers everything that the command line does.

use calc_core::Language;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The language that the page is in now.
fn spoken() -> Language {
    let of = |object: JsValue, name: &str| Reflect::get(&object, &JsValue::from_str(name));
    let tag = of(js_sys::global().into(), "document")
        .and_then(|document| of(document, "documentElement"))
        .and_then(|root| of(root, "lang"));
    let tag = tag.ok().and_then(|tag| tag.as_string()).unwrap_or_default();
    Language::ALL.iter().find(|known| known.tag() == tag).copied().unwrap_or(Language::NL)
}

fn main() {
    calc_wasm::install(spoken);
}
