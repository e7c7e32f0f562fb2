//! Files of the device: one is saved, one is opened. Nothing is sent anywhere.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// The bytes of a whole calculation, with room to spare.
const LARGEST: f64 = 2_000_000.0;

/// Saves a text as a file, as a download.
pub fn save(name: &str, text: &str) {
    // Every step can only fail in a browser that cannot save files at all.
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::NULL)?.create_element("a")?;
    let link = link.dyn_into::<HtmlAnchorElement>()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// Reads a file that was chosen; an unreadable one, or one that is too large to be a case, is an empty text, which is
/// no case.
pub fn read(file: &File, then: impl FnOnce(String) + 'static) {
    if file.size() > LARGEST {
        return then(String::new());
    }
    let text = file.text();
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(text).await;
        then(text.ok().and_then(|text| text.as_string()).unwrap_or_default());
    });
}

/// Puts a text on the clipboard and tells whether that went well.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(copied) = try_copy(text) else { return then(false) };
    wasm_bindgen_futures::spawn_local(async move {
        then(wasm_bindgen_futures::JsFuture::from(copied).await.is_ok());
    });
}

/// A browser has no clipboard for a page that came without https, whatever its type says.
fn try_copy(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}
