//! One household a line: a situation with an optional id of whoever wrote it, and on its answer that id in front.
//!
//! A line that is refused has its problems as its answer, so that as many lines go out as came in.

use serde::Serialize;

use super::json::{self, Raw};
use super::problem::Told;
use super::written::Json;
use super::{calendar, hours, month};
use crate::calendar::calendar_of;
use crate::error::{Error, Problem, Said};
use crate::explain::Explain;
use crate::hours::{HoursOptions, hours_of};
use crate::month::month_of;
use crate::parameters::Book;
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
    /// By which amounts.
    pub book: Book,
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
    let Parted { id, situatie, wrong } = parted(line);
    let outcome = match (form(&situatie, asked), wrong) {
        (outcome, None) => outcome,
        (Ok(_), Some(wrong)) => Err(Error::Refused(vec![wrong])),
        (Err(error), Some(wrong)) => Err(Error::Refused([vec![wrong], error.problems()].concat())),
    };
    let is_refused = outcome.is_err();
    let id = id.or(is_refused.then_some("null"));
    let body = match outcome {
        Ok(form) => written(&form),
        Err(error) => written(&refusal(&error, asked.language)),
    };
    let json = match id {
        // Every form is an object of at least one field.
        Some(id) => format!("{{\"{ID}\":{id},{}", &body[1..]),
        None => body,
    };
    Answered { json, is_refused }
}

/// A line taken apart: the id as it was written, the situation without it, and what is wrong with the id.
struct Parted<'a> {
    id: Option<&'a str>,
    situatie: String,
    wrong: Option<Problem>,
}

/// A text that is no object is left to the door, which says so.
fn parted(line: &str) -> Parted<'_> {
    let Some(fields) = json::read(line).ok().and_then(Raw::fields) else {
        return Parted { id: None, situatie: line.to_owned(), wrong: None };
    };
    let (ids, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| name == ID);
    let wrong = |reason, allowed| Some(Problem::at(ID, Said::of(reason), Said::of(allowed)));
    let (id, wrong) = match ids[..] {
        [] => (None, None),
        [(_, id)] if is_text_or_number(id) => (Some(id.get()), None),
        [_] => (None, wrong("geen_id", "tekst_of_getal")),
        _ => (None, wrong("dubbel", "een_keer")),
    };
    Parted { id, situatie: object_of(&others), wrong }
}

fn is_text_or_number(value: Raw) -> bool {
    value.get().starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit())
}

fn object_of(fields: &[(String, Raw)]) -> String {
    let field = |(name, value): &(String, Raw)| format!("{}:{}", written(name), value.get());
    format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(","))
}

fn form(situatie: &str, asked: Asked) -> Result<Json, Error> {
    let Asked { picture, amounts_only, language, book } = asked;
    let form = match picture {
        Picture::Month => month::month(
            &month_of(&Situatie::from_json_by(book, situatie)?, Explain::No)?,
            language,
        ),
        Picture::Hours => hours::curve(&hours_of(
            &Situatie::from_json_by(book, situatie)?,
            HoursOptions::default(),
        )?),
        Picture::Calendar => {
            let situatie = Situatie::for_calendar_by(book, situatie)?;
            calendar::calendar(&calendar_of(&situatie, Explain::No)?, language)
        }
    };
    Ok(if amounts_only { form.without(SENTENCE) } else { form })
}

/// A refusal, its problems told as everywhere.
#[derive(Serialize)]
struct Refusal {
    problemen: Vec<Told>,
}

fn refusal(error: &Error, language: Language) -> Refusal {
    let told = error.problems().iter().map(|problem| problem.told(language)).collect();
    Refusal { problemen: told }
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
            let parted = parted(line);
            assert_eq!((parted.id, &*parted.situatie), (id, rest), "{line}");
            assert!(parted.wrong.is_none(), "{line}");
        }
        for line in [r#"{"id":null}"#, r#"{"id":[1]}"#, r#"{"id":true}"#, r#"{"id":1,"id":1}"#] {
            assert!(parted(line).wrong.is_some(), "{line}");
        }
    }
}
