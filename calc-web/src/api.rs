//! `window.rekenhulp`: the engine for the console and for who embeds the page. Objects in, objects out, in
//! the form of the contract; what is refused is thrown as an error whose `problems` is the list.

use calc_core::{Error, Explain, HoursOptions, Problem, hours, month};
use js_sys::{JSON, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::words::t;

/// Puts `rekenhulp` on the window.
pub fn install() {
    let api = Object::new();
    let month = |situatie: JsValue, _: JsValue| {
        answered(month(&text(&situatie)?, Explain::No).map_err(thrown)?)
    };
    let hours = |situatie: JsValue, given: JsValue| {
        let options = options(&given)?;
        answered(hours(&text(&situatie)?, options).map_err(thrown)?)
    };
    let calendar = |_: JsValue, _: JsValue| Err(error(&t("programma.kalender"), &[]));
    set(&api, "month", &function(month));
    set(&api, "hours", &function(hours));
    set(&api, "calendar", &function(calendar));
    set(&js_sys::global(), "rekenhulp", &api);
}

fn function(body: impl Fn(JsValue, JsValue) -> Result<JsValue, JsValue> + 'static) -> JsValue {
    Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(body).into_js_value()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of an ordinary object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// The JSON of an object; of what has none, `null`, which the engine refuses in its own words.
fn text(value: &JsValue) -> Result<String, JsValue> {
    Ok(JSON::stringify(value)?.as_string().unwrap_or_else(|| "null".to_owned()))
}

fn answered(answer: impl serde::Serialize) -> Result<JsValue, JsValue> {
    // Every answer can be written; of nothing the browser would make an error.
    JSON::parse(&serde_json::to_string(&answer).unwrap_or_default())
}

#[expect(clippy::needless_pass_by_value, reason = "it is thrown away into an error of the browser")]
fn thrown(failure: Error) -> JsValue {
    match &failure {
        Error::Refused(problems) => error(&failure.to_string(), problems),
        _ => error(&failure.to_string(), &[]),
    }
}

fn error(message: &str, problems: &[Problem]) -> JsValue {
    let error = js_sys::Error::new(message);
    let problems = answered(problems).unwrap_or_else(|failure| failure);
    set(&error, "problems", &problems);
    error.into()
}

fn options(given: &JsValue) -> Result<HoursOptions, JsValue> {
    let mut options = HoursOptions::default();
    let mut problems = Vec::new();
    let fields =
        [("from", &mut options.from), ("to", &mut options.to), ("step", &mut options.step)];
    for (name, value) in fields {
        if !given.is_object() {
            continue;
        }
        let field = Reflect::get(given, &JsValue::from_str(name))?;
        if field.is_undefined() {
            continue;
        }
        match number(&field) {
            Some(number) => *value = number,
            None => problems.push(Problem {
                pad: name.to_owned(),
                reden: t("programma.optie_reden"),
                toegestaan: t("programma.optie_toegestaan"),
            }),
        }
    }
    if problems.is_empty() { Ok(options) } else { Err(error(&t("programma.opties"), &problems)) }
}

/// A number or its text, as it was written.
fn number(value: &JsValue) -> Option<Decimal> {
    let written = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string())?;
    calc_core::hours::parse_hours(&written)
}
