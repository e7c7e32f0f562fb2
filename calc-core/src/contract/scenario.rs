//! A scenario as it comes in, an object of names with values, and the mark it leaves on every result.

#[cfg(feature = "scenario")]
use super::door::{Door, LONGEST, shown_name};
#[cfg(feature = "scenario")]
use super::json::{self, Fault};
use super::written::Json;
#[cfg(feature = "scenario")]
use super::written::{object, text};
#[cfg(feature = "scenario")]
use crate::error::{Error, Problem, Said};
use crate::parameters::Book;
#[cfg(feature = "scenario")]
use crate::scenario::book_of;

type Field = (&'static str, Json);

/// The field of a result, and the first part of the path of what is wrong with a scenario.
#[cfg(feature = "scenario")]
const SCENARIO: &str = "scenario";

/// The place of the mark: after the day a result is of.
#[cfg(feature = "scenario")]
const FIRST: usize = 1;
/// What stands around a scenario when it is read as a field.
#[cfg(feature = "scenario")]
const ROUND: usize = "{\"\":}".len();

/// The fields of a result with the mark of a scenario before the others: which amounts were changed. Nothing on a result of the
/// published amounts.
#[cfg(feature = "scenario")]
pub(super) fn marked(mut fields: Vec<Field>, book: Book) -> Vec<Field> {
    if let Some(changed) = book.changed() {
        let field = |(name, written): &'static (String, String)| (&**name, text(written.clone()));
        fields.insert(FIRST, (SCENARIO, object(changed.iter().map(field).collect())));
    }
    fields
}

/// Without scenarios there is no mark.
#[cfg(not(feature = "scenario"))]
pub(super) const fn marked(fields: Vec<Field>, _: Book) -> Vec<Field> {
    fields
}

#[cfg(feature = "scenario")]
impl Book {
    /// Reads a scenario: `{"<set>.<amount>": "value", …}`, every problem listed. Made once, it stays as long as the
    /// program runs: some kilobytes.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        check(json).map_err(|problem| Error::Refused(vec![problem]))?;
        let mut door = Door::default();
        // As a field of its own name, so that what is wrong is told under it.
        let outer = format!("{{\"{SCENARIO}\":{json}}}");
        let field = door.open(&outer).and_then(|mut object| object.take(SCENARIO));
        let named = field.and_then(|field| door.named(field)).unwrap_or_default();
        let wanted =
            named.into_iter().filter_map(|(name, value)| Some((name, door.number(value)?)));
        let wanted: Vec<(String, String)> = wanted.collect();
        let book = book_of(wanted);
        let told = door.close(Some(())).err().unwrap_or_default();
        let found = book.as_ref().err().into_iter().flatten().map(|problem| Problem {
            pad: format!("{SCENARIO}.{}", shown_name(&problem.pad)),
            ..problem.clone()
        });
        let problems: Vec<Problem> = told.into_iter().chain(found).collect();
        book.ok().filter(|_| problems.is_empty()).ok_or(Error::Refused(problems))
    }
}

/// Whether it is one JSON text of a length that can be.
#[cfg(feature = "scenario")]
fn check(json: &str) -> Result<(), Problem> {
    let (wrong, place) = match json::read(json) {
        Ok(_) if json.len() + SCENARIO.len() + ROUND < LONGEST => return Ok(()),
        Ok(_) => return Err(too_long()),
        Err(Fault::NoJson(place)) => ("geen_json", place),
        Err(Fault::TooDeep(place)) => ("te_diep", place),
    };
    let wrong = Said::of(wrong)
        .with("regel", place.line.to_string())
        .with("teken", place.column.to_string());
    Err(Problem::at(SCENARIO, wrong, Said::of("een_object")))
}

#[cfg(feature = "scenario")]
fn too_long() -> Problem {
    let most = Said::of("hoogstens_bytes").with("meeste", LONGEST.to_string());
    Problem::at(SCENARIO, Said::of("te_groot"), most)
}
