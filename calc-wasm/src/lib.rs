//! `window.rekenhulp`: the engine for the console and for who embeds the page. Objects in, objects out, in
//! the form of the contract; what is refused is thrown as an error whose `problems` is the list.
//!
//! The page's own module has it without what the page does not compute (feature `whole`); its second module, which comes
//! after the first answer, puts the whole of it in the same place.

#[cfg(feature = "whole")]
pub mod bronnen;
#[cfg(feature = "whole")]
pub mod drawing;
#[cfg(feature = "whole")]
pub mod markup;
#[cfg(feature = "whole")]
pub mod places;
pub mod scale;
#[cfg(feature = "whole")]
pub mod twaalf;
#[cfg(feature = "whole")]
pub mod uitleg;

use calc_core::contract::Told;
use calc_core::texts::fill;
use calc_core::{ContractForm, Error, Explain, HoursOptions, Language, hours, month};
use js_sys::{JSON, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// The name on the window.
const NAME: &str = "rekenhulp";
/// The option of the period that the hours line is asked over.
const OVER: &str = "over";
/// The period that is meant without it.
#[cfg(feature = "whole")]
const STEADY_MONTH: &str = "vaste_maand";
/// The other.
#[cfg(feature = "whole")]
const TWELVE_MONTHS: &str = "12_maanden";

/// Tells the language of what is said.
type Spoken = fn() -> Language;

/// What a call comes to: an object, or the error that is thrown.
type Answer = Result<JsValue, JsValue>;

/// Puts `rekenhulp` on the window; where it is there already, it answers the whole from now on. `spoken` tells the language of
/// each call.
pub fn install(spoken: Spoken) {
    let api = there();
    let put = |name, call: fn(Language, &JsValue, &JsValue) -> Answer| {
        set(&api, name, &function(move |situatie, given| call(spoken(), &situatie, &given)));
    };
    put("month", |language, situatie, _| {
        let text = text(language, situatie)?;
        let month = month(&text, Explain::No).map_err(|error| thrown(language, &error))?;
        answered(month.form(language))
    });
    put("hours", hours_line);
    put("calendar", whole::calendar);
    put("week", whole::week);
    set(&js_sys::global(), NAME, &api);
}

fn hours_line(language: Language, situatie: &JsValue, given: &JsValue) -> Answer {
    let options = options(language, given)?;
    if is_over(given) {
        return whole::hours_over(language, situatie, options);
    }
    let text = text(language, situatie)?;
    let hours = hours(&text, options).map_err(|error| thrown(language, &error))?;
    answered(hours.form(language))
}

/// Whether the hours line is asked over twelve months: [`options`] refuses every other period. The page's own module leaves
/// every period to the whole.
fn is_over(given: &JsValue) -> bool {
    let over = Reflect::get(given, &JsValue::from_str(OVER));
    #[cfg(feature = "whole")]
    let over = over.map(|over| if over == STEADY_MONTH { JsValue::UNDEFINED } else { over });
    over.is_ok_and(|over| !over.is_undefined())
}

/// What the page's own module does not have.
#[cfg(not(feature = "whole"))]
mod whole {
    use super::{Answer, HoursOptions, JsValue, Language, error, t};

    pub fn calendar(language: Language, _: &JsValue, _: &JsValue) -> Answer {
        Err(error(&t(language, "nog_niet"), &[]))
    }

    pub use calendar as week;

    pub fn hours_over(language: Language, situatie: &JsValue, _: HoursOptions) -> Answer {
        calendar(language, situatie, situatie)
    }
}

/// What the page's own module does not have.
#[cfg(feature = "whole")]
mod whole {
    use calc_core::contract::{calendar as calendar_of, hours_over as over, week as week_of};

    use super::{Answer, ContractForm, Explain, HoursOptions, JsValue, Language};
    use super::{answered, text, thrown};

    pub fn hours_over(language: Language, situatie: &JsValue, options: HoursOptions) -> Answer {
        let hours = over(&text(language, situatie)?, options);
        answered(hours.map_err(|error| thrown(language, &error))?.form(language))
    }

    pub fn calendar(language: Language, situatie: &JsValue, _: &JsValue) -> Answer {
        let calendar = calendar_of(&text(language, situatie)?, Explain::No);
        answered(calendar.map_err(|error| thrown(language, &error))?.form(language))
    }

    pub fn week(language: Language, situatie: &JsValue, _: &JsValue) -> Answer {
        let week = week_of(&text(language, situatie)?);
        answered(week.map_err(|error| thrown(language, &error))?.form(language))
    }
}

/// The object that is on the window.
#[cfg(feature = "whole")]
fn there() -> Object {
    use wasm_bindgen::JsCast;
    let there = Reflect::get(&js_sys::global(), &JsValue::from_str(NAME)).unwrap_or_default();
    there.dyn_into().unwrap_or_else(|_| Object::new())
}

#[cfg(not(feature = "whole"))]
fn there() -> Object {
    Object::new()
}

/// A text about programs.
fn t(language: Language, key: &str) -> String {
    fill(language, &format!("pagina.programma.{key}"), &[])
}

fn function(body: impl Fn(JsValue, JsValue) -> Answer + 'static) -> JsValue {
    Closure::<dyn Fn(JsValue, JsValue) -> Answer>::new(body).into_js_value()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of an ordinary object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// The JSON of an object; of what has none, `null`, which the engine refuses in its own words. A number without end, a
/// circle, a getter that throws: of those the browser makes an error of its own, which has no list.
fn text(language: Language, value: &JsValue) -> Result<String, JsValue> {
    let written = JSON::stringify(value).map_err(|_| {
        let told = told(language, "situatie", "geen_json_reden", "geen_json_toegestaan");
        error(&t(language, "geen_json"), &[told])
    })?;
    Ok(written.as_string().unwrap_or_else(|| "null".to_owned()))
}

/// Something that the engine never saw; the code is that of its reason.
fn told(language: Language, path: &str, reason: &str, allowed: &str) -> Told {
    let [reden, toegestaan] = [reason, allowed].map(|key| t(language, key));
    Told { pad: path.to_owned(), code: reason.to_owned(), reden, toegestaan }
}

fn answered(answer: impl serde::Serialize) -> Answer {
    // Every answer can be written; of nothing the browser would make an error.
    JSON::parse(&serde_json::to_string(&answer).unwrap_or_default())
}

fn thrown(language: Language, failure: &Error) -> JsValue {
    let told: Vec<Told> = failure.problems().iter().map(|problem| problem.told(language)).collect();
    error(&failure.lines(language), &told)
}

fn error(message: &str, problems: &[Told]) -> JsValue {
    let error = js_sys::Error::new(message);
    let problems = answered(problems).unwrap_or_else(|failure| failure);
    set(&error, "problems", &problems);
    error.into()
}

fn options(language: Language, given: &JsValue) -> Result<HoursOptions, JsValue> {
    let mut options = HoursOptions::default();
    let mut problems = Vec::new();
    let wrong = |name| told(language, name, "optie_reden", "optie_toegestaan");
    let refused = |problems: &[Told]| error(&t(language, "opties"), problems);
    let field = |name| {
        let field = Reflect::get(given, &JsValue::from_str(name));
        field.map_err(|_| refused(&[wrong(name)]))
    };
    if !given.is_object() {
        return Ok(options);
    }
    let numbers =
        [("from", &mut options.from), ("to", &mut options.to), ("step", &mut options.step)];
    for (name, value) in numbers {
        let field = field(name)?;
        if field.is_undefined() {
            continue;
        }
        match number(&field) {
            Some(number) => *value = number,
            None => problems.push(wrong(name)),
        }
    }
    #[cfg(feature = "whole")]
    if !matches!(field(OVER)?, over if over.is_undefined() || over == TWELVE_MONTHS || over == STEADY_MONTH)
    {
        problems.push(told(language, OVER, "over_reden", "over_toegestaan"));
    }
    if problems.is_empty() { Ok(options) } else { Err(refused(&problems)) }
}

/// A number or its text, as it was written.
fn number(value: &JsValue) -> Option<Decimal> {
    let written = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string())?;
    calc_core::hours::parse_hours(&written)
}
