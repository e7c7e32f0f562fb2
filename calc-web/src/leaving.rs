//! Nothing that was typed goes by accident: leaving or reloading the page asks first, and pulling it down is no reload.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use yew::{UseReducerHandle, hook, use_effect_with};

use crate::state::State;

/// Both of the above. In the page of another (`framed`) the page neither asks nor holds anything: that page decides.
#[hook]
pub fn use_leaving(state: &UseReducerHandle<State>, framed: bool) {
    let is_alone = !framed;
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
        let root = document.and_then(|document| document.document_element());
        if let Some(root) = root.filter(|_| is_alone) {
            // The attribute has a valid name: it can be set.
            let _ = root.set_attribute("data-alleen", "");
        }
    });
    let asks = is_alone && state.is_typed() && !state.is_kept();
    use_effect_with(asks, |asks| {
        let listener = asks.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            let window = web_sys::window()?;
            Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
                // What browsers of before 2023 go by. Setting it cannot fail.
                let _ = Reflect::set(event, &JsValue::from_str("returnValue"), &JsValue::TRUE);
            }))
        });
        move || drop(listener)
    });
}
