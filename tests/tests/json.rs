//! The engine's reader of JSON beside serde_json: the same texts are JSON, with the same values in them, and what is
//! none stops being so at the same place.

use calc_core::contract::json::{Fault, Place, Raw, read};
use proptest::prelude::*;
use serde_json::value::RawValue;

/// Pieces of which many texts are JSON and many are almost.
const PIECES: [&str; 36] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\r\t",
    "\"",
    "\"a\"",
    "\"\"",
    "\"a\":",
    "\\",
    "\\n",
    "\\u00e9",
    "\\ud83d",
    "\\ude00",
    "\\u12",
    "é",
    "\u{1}",
    "0",
    "1",
    "-",
    "+",
    ".",
    "e",
    "E-2",
    "12.50",
    "-0",
    "true",
    "fals",
    "null",
    "nul",
    "{\"b\":[1,2]}",
    "[{},[]]",
];

fn place(error: &serde_json::Error) -> Place {
    Place { line: error.line(), column: error.column() }
}

/// A value and everything in it.
fn agree(ours: Raw, theirs: &RawValue) -> Result<(), TestCaseError> {
    let written = theirs.get();
    prop_assert_eq!(ours.get(), written);
    match (ours.text(), serde_json::from_str::<String>(written).ok()) {
        (ours, Some(theirs)) => prop_assert_eq!(ours, Some(theirs)),
        // Half a character is no text there. Here it is shown as such, so that what stands around it can be judged.
        (Some(ours), None) => {
            prop_assert!(ours.contains(char::REPLACEMENT_CHARACTER), "{}", written);
        }
        (None, None) => prop_assert!(!written.starts_with('"'), "{}", written),
    }
    if let Some(items) = ours.items() {
        let theirs = serde_json::from_str::<Vec<&RawValue>>(written).expect("a list");
        prop_assert_eq!(items.len(), theirs.len());
        for (item, their) in items.into_iter().zip(theirs) {
            agree(item, their)?;
        }
    } else {
        prop_assert!(serde_json::from_str::<Vec<&RawValue>>(written).is_err());
    }
    let theirs = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(written);
    match ours.fields() {
        Some(fields) => {
            // A map keeps the last of two fields of one name.
            for (name, field) in &fields {
                let last = fields.iter().rfind(|(other, _)| other == name).map(|(_, last)| *last);
                if last == Some(*field)
                    && let Ok(theirs) = &theirs
                {
                    let value = serde_json::from_str::<serde_json::Value>(field.get()).ok();
                    prop_assert_eq!(value.as_ref(), theirs.get(name));
                }
            }
        }
        None => prop_assert!(theirs.is_err()),
    }
    Ok(())
}

fn both_read(text: &str) -> Result<(), TestCaseError> {
    match (read(text), serde_json::from_str::<&RawValue>(text)) {
        (Ok(ours), Ok(theirs)) => agree(ours, theirs),
        (Err(ours), Err(theirs)) => {
            let expected = Fault::NoJson(place(&theirs));
            prop_assert_eq!(ours, expected, "{:?}: {}", text, theirs);
            Ok(())
        }
        (ours, theirs) => Err(TestCaseError::fail(format!("{text:?}: {ours:?}, {theirs:?}"))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_put_together_are_read_alike(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12)
    ) {
        both_read(&pieces.concat())?;
    }

    #[test]
    fn a_case_with_something_changed_is_read_alike(
        at in 0_usize..400, length in 0_usize..4, piece in prop::sample::select(&PIECES[..])
    ) {
        let case = "{\"peildatum\": \"2026-10-01\",\n \"huishouden\": {\"kinderen\": [{\"geboren\": \"2021-03-04\", \
             \"opvang\": [{\"soort\": \"bso\", \"uren_per_maand\": 60.5}]}], \"kale_huur\": \"655\"},\n \
             \"baan\": {\"uren_per_week\": 2.0e1, \"naam\": \"caf\\u00e9\", \"x\": [true, false, null]}}";
        let (start, end) = (at.min(case.len()), (at + length).min(case.len()));
        both_read(&format!("{}{piece}{}", &case[..start], &case[end..]))?;
    }
}
