//! The answer of one scheme in the form of the contract.

use super::written::{Json, cents, list, object, text, word};
use crate::single::Answer;
use crate::texts::{self, Language};

/// The named amounts, the mark of amounts that are not in force, and why it is nothing.
pub(super) fn answer(answer: &Answer, language: Language) -> Json {
    let mut fields: Vec<(&'static str, Json)> =
        answer.fields.iter().map(|(name, amount)| (*name, cents(*amount))).collect();
    fields.extend(answer.marks.first().map(|status| ("status", word(status.as_str()))));
    if answer.marks.len() > 1 {
        fields.push(("statussen", list(&answer.marks, |mark| word(mark.as_str()))));
    }
    if let Some(reason) = answer.reason {
        let tekst = texts::fill(language, &format!("redenen.{}", reason.code), &[]);
        fields.push(("waarom_nul", word(reason.code)));
        fields.push(("waarom_nul_tekst", text(tekst)));
        fields.push(("waarom_nul_artikel", word(reason.article)));
    }
    object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::Status;

    #[test]
    fn an_answer_with_two_marks_lists_both_and_with_one_only_that() {
        let answer = |marks: Vec<Status>| Answer {
            fields: Vec::new(),
            marks,
            reason: None,
            explanation: None,
        };
        let written = |marks| {
            serde_json::to_string(&super::answer(&answer(marks), Language::NL)).expect("JSON")
        };
        let (announced, derived) = (Status::Announced.as_str(), Status::Derived.as_str());
        assert_eq!(written(vec![]), "{}");
        assert_eq!(written(vec![Status::Derived]), format!(r#"{{"status":"{derived}"}}"#));
        assert_eq!(
            written(vec![Status::Announced, Status::Derived]),
            format!(r#"{{"status":"{announced}","statussen":["{announced}","{derived}"]}}"#)
        );
    }
}
