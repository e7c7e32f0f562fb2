//! The answer of one scheme in the form of the contract.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::money::in_cents;
use crate::parameters::Status;
use crate::single::Answer;
use crate::texts::{self, Language};

/// The named amounts, the mark of amounts that are not in force, and why it is nothing.
pub(super) struct AnswerForm<'a>(pub(super) &'a Answer, pub(super) Language);

impl Serialize for AnswerForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(answer, language) = *self;
        let mut map = serializer.serialize_map(None)?;
        for (name, amount) in &answer.fields {
            map.serialize_entry(name, &in_cents(*amount))?;
        }
        if let Some(status) = answer.marks.first() {
            map.serialize_entry("status", status.as_str())?;
        }
        if answer.marks.len() > 1 {
            let all: Vec<&str> = answer.marks.iter().copied().map(Status::as_str).collect();
            map.serialize_entry("statussen", &all)?;
        }
        if let Some(reason) = answer.reason {
            map.serialize_entry("waarom_nul", reason.code)?;
            let tekst = texts::fill(language, &format!("redenen.{}", reason.code), &[]);
            map.serialize_entry("waarom_nul_tekst", &tekst)?;
            map.serialize_entry("waarom_nul_artikel", reason.article)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_with_two_marks_lists_both_and_with_one_only_that() {
        let answer = |marks: Vec<Status>| Answer {
            fields: Vec::new(),
            marks,
            reason: None,
            explanation: None,
        };
        let written =
            |marks| serde_json::to_string(&AnswerForm(&answer(marks), Language::NL)).expect("JSON");
        let (announced, derived) = (Status::Announced.as_str(), Status::Derived.as_str());
        assert_eq!(written(vec![]), "{}");
        assert_eq!(written(vec![Status::Derived]), format!(r#"{{"status":"{derived}"}}"#));
        assert_eq!(
            written(vec![Status::Announced, Status::Derived]),
            format!(r#"{{"status":"{announced}","statussen":["{announced}","{derived}"]}}"#)
        );
    }
}
