//! The explanation as JSON: rule, article, inputs, dated parameters with source, steps, result.

use super::written::{Json, day, list, object, text, word};

use crate::explain::{Explanation, Step};
use crate::format::value;
use crate::laws;
use crate::parameters::Source;
use crate::texts::{self, Language};
use crate::value::{Unit, Value};

/// The name of a step in words: the rule's own word for it, or the common one.
pub fn step_name(language: Language, rule: &str, step: &str) -> String {
    texts::text(language, &format!("regels.{rule}.{step}"))
        .or_else(|| texts::text(language, &format!("stappen.{step}")))
        .unwrap_or(step)
        .to_owned()
}

/// The name of a rule in words.
pub fn rule_name(language: Language, rule: &str) -> String {
    texts::text(language, &format!("regels.{rule}._naam")).unwrap_or(rule).to_owned()
}

/// What the rule did, as a sentence with her own numbers; `None` where it has no sentence, or came out at
/// nothing (then the reason is the sentence).
pub fn sentence(language: Language, explanation: &Explanation) -> Option<String> {
    if let Some(reason) = explanation.reason {
        return Some(texts::fill(language, &format!("redenen.{}", reason.code), &[]));
    }
    let template = texts::text(language, &format!("regels.{}._zin", explanation.rule))?;
    let mut args: Vec<(&str, String)> = Vec::new();
    for step in &explanation.steps {
        match step {
            Step::Input { name, value: v }
            | Step::Computed { name, value: v }
            | Step::Rounded { name, value: v, .. } => {
                args.push((name, value(language, v)));
            }
            Step::Param { about, value: v } => args.push((about.name, value(language, v))),
            Step::Rule(inner) => args.push((inner.rule, value(language, &inner.result))),
        }
    }
    args.push(("uitkomst", value(language, &explanation.result)));
    let sentence = texts::fill_template(template, &args);
    // A sentence whose values this evaluation did not need would have a hole in it.
    (!sentence.contains('{')).then_some(sentence)
}

fn plain(value: &Value) -> Json {
    match value {
        Value::Number { amount, .. } => text(amount.normalize().to_string()),
        Value::Word(it) => word(it),
        Value::Date(it) => day(*it),
        Value::YesNo(yes) => Json::YesNo(*yes),
    }
}

const fn unit_word(value: &Value) -> Option<&'static str> {
    match value {
        Value::Number { unit, .. } => Some(match unit {
            Unit::Euro => "EUR",
            Unit::EuroPerYear => "EUR/jaar",
            Unit::EuroPerQuarter => "EUR/kwartaal",
            Unit::EuroPerMonth => "EUR/maand",
            Unit::EuroPerHour => "EUR/uur",
            Unit::Percent => "%",
            Unit::HoursPerMonth => "uur/maand",
            Unit::HoursPerWeek => "uur/week",
            Unit::Years => "jaar",
            Unit::Months => "maanden",
            Unit::Persons => "personen",
            Unit::Factor => "factor",
        }),
        _ => None,
    }
}

/// A public document.
pub(super) fn source(source: &'static Source) -> Json {
    object(vec![
        ("titel", word(source.title)),
        ("url", word(source.url)),
        ("bekeken_op", day(source.checked)),
    ])
}

/// A document in the form of the contract.
#[cfg(feature = "catalogue")]
#[derive(serde::Serialize)]
pub struct SourceForm(Json);

#[cfg(feature = "catalogue")]
impl SourceForm {
    /// Of a document.
    pub fn of(document: &'static Source) -> Self {
        Self(source(document))
    }
}

/// A value under its name and kind.
fn named(kind: &'static str, name: &str, words: String, value: &Value) -> Vec<Field> {
    let mut fields: Vec<Field> = vec![
        ("soort", word(kind)),
        ("naam", text(name.to_owned())),
        ("tekst", text(words)),
        ("waarde", plain(value)),
    ];
    fields.extend(unit_word(value).map(|unit| ("eenheid", word(unit))));
    fields
}

type Field = (&'static str, Json);

/// A step of a rule.
fn step(rule: &str, step: &Step, language: Language) -> Json {
    let own =
        |kind, name: &str, value: &Value| named(kind, name, step_name(language, rule, name), value);
    object(match step {
        Step::Input { name, value } => own("invoer", name, value),
        Step::Computed { name, value } => own("stap", name, value),
        Step::Rounded { name, value, article } => {
            let mut fields = own("afronding", name, value);
            fields.push(("volgens", word(article)));
            fields
        }
        Step::Param { about, value } => {
            let name = format!("{}.{}", about.set, about.name);
            let words = texts::fill(language, &format!("parameters.{name}"), &[]);
            let mut fields = named("parameter", &name, words, value);
            fields.extend([
                ("geldig_vanaf", day(about.valid_from)),
                ("status", word(about.status.as_str())),
                ("artikel", word(about.article)),
                ("bron", source(about.source)),
            ]);
            fields
        }
        Step::Rule(inner) => {
            vec![("soort", word("regel")), ("uitleg", explanation(inner, language))]
        }
    })
}

/// An explanation with its words.
pub(super) fn explanation(it: &Explanation, language: Language) -> Json {
    let mut fields: Vec<Field> = vec![
        ("regel", word(it.rule)),
        ("naam", text(rule_name(language, it.rule))),
        ("artikel", word(it.article)),
    ];
    fields.extend(laws::url(it.article).map(|url| ("artikel_url", text(url))));
    fields.extend(sentence(language, it).map(|words| ("zin", text(words))));
    fields.push(("stappen", list(&it.steps, |one| step(it.rule, one, language))));
    fields.push(("uitkomst", plain(&it.result)));
    fields.extend(unit_word(&it.result).map(|unit| ("eenheid", word(unit))));
    if let Some(reason) = it.reason {
        fields.push(("waarom_nul", word(reason.code)));
        fields.push(("waarom_nul_artikel", word(reason.article)));
    }
    object(fields)
}
