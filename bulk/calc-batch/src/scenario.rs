//! Scenarios: amounts tried in the place of published ones. Each is made once, however many batches are asked by it.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use calc_core::parameters::Book;
use serde_json::Value;

use crate::Wrong;
use crate::told::LANGUAGE;

/// A book stays as long as the program runs, so a second one of the same amounts is never made.
static MADE: LazyLock<Mutex<HashMap<String, Book>>> = LazyLock::new(Mutex::default);

/// The amounts of a scenario, by name as `parameters` has them (`"inkomensvrijlating.r_percentage"`, `"25"`); without any
/// the published ones. Everything that is wrong is told at once.
pub fn book(changed: &[(String, String)]) -> Result<Book, Wrong> {
    if changed.is_empty() {
        return Ok(Book::PUBLISHED);
    }
    let json = written(changed);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(book) = made.get(&json) {
        return Ok(*book);
    }
    let book = Book::from_json(&json).map_err(|error| Wrong(error.lines(LANGUAGE)))?;
    made.insert(json, book);
    Ok(book)
}

/// What a row says of the scenario it was computed by: the changed amounts as JSON; nothing for the published ones.
pub(crate) fn mark(book: Book) -> Option<String> {
    book.changed().map(written)
}

/// In the order in which they were given, as the contract tells them.
fn written(changed: &[(String, String)]) -> String {
    let text = |text: &String| Value::from(text.clone()).to_string();
    let field = |(name, value): &(String, String)| format!("{}:{}", text(name), text(value));
    format!("{{{}}}", changed.iter().map(field).collect::<Vec<_>>().join(","))
}
