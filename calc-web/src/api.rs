//! `window.rekenhulp`: the engine for the console and for who embeds the page. Objects in, objects out, in
//! the form of the contract; what is refused is thrown as an error whose `problems` is the list.

use calc_core::contract::Told;
use calc_core::{ContractForm, Error, Explain, HoursOptions, hours, month};
use js_sys::{JSON, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::words::{language, t};

/// Puts `rekenhulp` on the window.
pub fn install() {
    let api = Object::new();
    let month = |situatie: JsValue, _: JsValue| {
        answered(month(&text(&situatie)?, Explain::No).map_err(thrown)?.form(language()))
    };
    let hours = |situatie: JsValue, given: JsValue| {
        let options = options(&given)?;
        answered(hours(&text(&situatie)?, options).map_err(thrown)?.form(language()))
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

/// The JSON of an object; of what has none, `null`, which the engine refuses in its own words. A number without end, a
/// circle, a getter that throws: of those the browser makes an error of its own, which has no list.
fn text(value: &JsValue) -> Result<String, JsValue> {
    let written = JSON::stringify(value).map_err(|_| {
        let [reason, allowed] = ["programma.geen_json_reden", "programma.geen_json_toegestaan"];
        unreadable("programma.geen_json", "situatie", reason, allowed)
    })?;
    Ok(written.as_string().unwrap_or_else(|| "null".to_owned()))
}

/// The error about something that could not even be read; its words are keys of the texts.
fn unreadable(message: &str, path: &str, reason: &str, allowed: &str) -> JsValue {
    error(&t(message), &[told(path, reason, allowed)])
}

/// Something that the engine never saw; the code is that of its reason.
fn told(path: &str, reason: &str, allowed: &str) -> Told {
    let code = reason.rsplit('.').next().unwrap_or(reason);
    Told { pad: path.to_owned(), code: code.to_owned(), reden: t(reason), toegestaan: t(allowed) }
}

fn answered(answer: impl serde::Serialize) -> Result<JsValue, JsValue> {
    // Every answer can be written; of nothing the browser would make an error.
    JSON::parse(&serde_json::to_string(&answer).unwrap_or_default())
}

#[expect(clippy::needless_pass_by_value, reason = "it is thrown away into an error of the browser")]
fn thrown(failure: Error) -> JsValue {
    let told: Vec<Told> =
        failure.problems().iter().map(|problem| problem.told(language())).collect();
    error(&failure.lines(language()), &told)
}

fn error(message: &str, problems: &[Told]) -> JsValue {
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
        let field = Reflect::get(given, &JsValue::from_str(name)).map_err(|_| {
            let [reason, allowed] = ["programma.optie_reden", "programma.optie_toegestaan"];
            unreadable("programma.opties", name, reason, allowed)
        })?;
        if field.is_undefined() {
            continue;
        }
        match number(&field) {
            Some(number) => *value = number,
            None => {
                problems.push(told(name, "programma.optie_reden", "programma.optie_toegestaan"));
            }
        }
    }
    if problems.is_empty() { Ok(options) } else { Err(error(&t("programma.opties"), &problems)) }
}

/// A number or its text, as it was written.
fn number(value: &JsValue) -> Option<Decimal> {
    let written = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string())?;
    calc_core::hours::parse_hours(&written)
}
