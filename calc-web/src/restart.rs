//! What was typed, handed over to the start script: when the calculator stops, it begins anew with that.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::cases::Cases;
use crate::fragment;

thread_local!(static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) });

/// Who is told what was typed.
pub fn tell(listener: Function) {
    LISTENER.set(Some(listener));
}

/// Tells what was typed, as the fragment of an address; nothing when nothing was.
pub fn hand_over(cases: &Cases) {
    let typed =
        if cases.is_empty() { String::new() } else { fragment::written('f', &cases.written()) };
    tell_it(&typed);
}

/// Tells which case was answered, as JSON: the second module shows its twelve months.
pub fn answered(case: Option<&str>) {
    case.map(tell_it);
}

fn tell_it(told: &str) {
    LISTENER.with_borrow(|listener| {
        if let Some(listener) = listener {
            // It puts a text aside, and draws what it catches the errors of.
            let _ = listener.call1(&JsValue::NULL, &JsValue::from_str(told));
        }
    });
}
