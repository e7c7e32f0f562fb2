//! One household a line: a situation with an optional id of whoever wrote it, and on its answer that id in front.
//!
//! A line that is refused has its problems as its answer, so that as many lines go out as came in.

use serde::Serialize;

use super::json::{self, Raw};
use super::written::Json;
use super::{calendar, hours, month};
use crate::calendar::calendar_of;
use crate::error::{Error, Problem, Said};
use crate::explain::Explain;
use crate::hours::{HoursOptions, hours_of};
use crate::month::month_of;
use crate::situatie::Situatie;
use crate::texts::Language;

/// The field of a line that is the writer's own.
const ID: &str = "id";
/// The field of every sentence that the contract writes.
const SENTENCE: &str = "tekst";

/// What is asked of every line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The steady month.
    Month,
    /// The hours curve, of 0 to 40 hours.
    Hours,
    /// Thirteen months.
    Calendar,
}

/// How a line is answered.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// What is asked.
    pub picture: Picture,
    /// Without the sentences: the codes beside them stay.
    pub amounts_only: bool,
    /// The language of the sentences and the problems.
    pub language: Language,
}

/// What a line came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The line that goes out, JSON without a line break.
    pub json: String,
    /// Whether it is a list of problems.
    pub is_refused: bool,
}

/// The answer to a line: `{"id": …, …}` as the picture writes it, or `{"id": …, "problemen": […]}`. Without an id there is
/// none in the answer either; the problems of a line without one have `null`.
pub fn answered(line: &str, asked: Asked) -> Answered {
    let (id, situatie) = parted(line);
    let outcome = situatie.and_then(|situatie| form(&situatie, asked));
    let is_refused = outcome.is_err();
    let id = id.or(is_refused.then_some("null"));
    let form = outcome.unwrap_or_else(|error| problems(&error, asked.language));
    let body = written(&form);
    let json = match id {
        // Every form is an object of at least one field.
        Some(id) => format!("{{\"{ID}\":{id},{}", &body[1..]),
        None => body,
    };
    Answered { json, is_refused }
}

/// The id as it was written and the situation without it. A text that is no object is left to the door, which says so.
fn parted(line: &str) -> (Option<&str>, Result<String, Error>) {
    let Some(fields) = json::read(line).ok().and_then(Raw::fields) else {
        return (None, Ok(line.to_owned()));
    };
    let (ids, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| name == ID);
    let refused = |wrong, allowed| {
        let problem = Problem::at(ID, Said::of(wrong), Said::of(allowed));
        (None, Err(Error::Refused(vec![problem])))
    };
    match ids[..] {
        [] => (None, Ok(line.to_owned())),
        [(_, id)] if is_text_or_number(id) => (Some(id.get()), Ok(object_of(&others))),
        [_] => refused("geen_id", "tekst_of_getal"),
        _ => refused("dubbel", "een_keer"),
    }
}

fn is_text_or_number(value: Raw) -> bool {
    value.get().starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit())
}

fn object_of(fields: &[(String, Raw)]) -> String {
    let field = |(name, value): &(String, Raw)| format!("{}:{}", written(name), value.get());
    format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(","))
}

fn form(situatie: &str, asked: Asked) -> Result<Json, Error> {
    let Asked { picture, amounts_only, language } = asked;
    let form = match picture {
        Picture::Month => {
            month::month(&month_of(&Situatie::from_json(situatie)?, Explain::No)?, language)
        }
        Picture::Hours => {
            hours::curve(&hours_of(&Situatie::from_json(situatie)?, HoursOptions::default())?)
        }
        Picture::Calendar => {
            let situatie = Situatie::for_calendar(situatie)?;
            calendar::calendar(&calendar_of(&situatie, Explain::No)?, language)
        }
    };
    Ok(if amounts_only { form.without(SENTENCE) } else { form })
}

fn problems(error: &Error, language: Language) -> Json {
    let told = |problem: &Problem| {
        let told = problem.told(language);
        let field = |name, value: String| (name, Json::Text(value.into()));
        Json::Object(vec![
            field("pad", told.pad),
            field("code", told.code),
            field("reden", told.reden),
            field("toegestaan", told.toegestaan),
        ])
    };
    let told = error.problems().iter().map(told).collect();
    Json::Object(vec![("problemen", Json::List(told))])
}

fn written(value: &(impl Serialize + ?Sized)) -> String {
    // A text, and a tree of texts and numbers, can always be written.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_taken_out_as_it_was_written() {
        for (line, id, rest) in [
            (r#"{"id":"a\u0041","x":1}"#, Some(r#""a\u0041""#), r#"{"x":1}"#),
            (r#"{ "x" : [ 1, 2 ], "id" : 1.50 }"#, Some("1.50"), r#"{"x":[ 1, 2 ]}"#),
            (r#"{"id":-7}"#, Some("-7"), "{}"),
            (r#"{"\u0069d":"b","q\"":null}"#, Some(r#""b""#), r#"{"q\"":null}"#),
            (r#"{"x":{"id":1}}"#, None, r#"{"x":{"id":1}}"#),
            ("[1]", None, "[1]"),
            ("{", None, "{"),
            ("", None, ""),
        ] {
            let (found, situatie) = parted(line);
            assert_eq!((found, situatie.ok().as_deref()), (id, Some(rest)), "{line}");
        }
        for line in [r#"{"id":null}"#, r#"{"id":[1]}"#, r#"{"id":true}"#, r#"{"id":1,"id":1}"#] {
            assert!(parted(line).1.is_err(), "{line}");
        }
    }
}
