//! The explanation as JSON: rule, article, inputs, dated parameters with source, steps, result.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::written::Iso;

use crate::dates::iso;
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

struct Plain<'a>(&'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Number { amount, .. } => serializer.collect_str(&amount.normalize()),
            Value::Word(word) => serializer.serialize_str(word),
            Value::Date(day) => serializer.serialize_str(&iso(*day)),
            Value::YesNo(yes) => serializer.serialize_bool(*yes),
        }
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
#[derive(serde::Serialize)]
pub struct SourceForm {
    titel: &'static str,
    url: &'static str,
    bekeken_op: Iso,
}

impl SourceForm {
    /// Of a document.
    pub const fn of(source: &'static Source) -> Self {
        Self { titel: source.title, url: source.url, bekeken_op: Iso(source.checked) }
    }
}

/// A step of a rule.
struct InRule<'a>(&'static str, &'a Step, Language);

impl Serialize for InRule<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(rule, step, language) = *self;
        let mut map = serializer.serialize_map(None)?;
        let named = |map: &mut S::SerializeMap, kind: &str, name: &str, v: &Value| {
            map.serialize_entry("soort", kind)?;
            map.serialize_entry("naam", name)?;
            map.serialize_entry("tekst", &step_name(language, rule, name))?;
            map.serialize_entry("waarde", &Plain(v))?;
            unit_word(v).map_or(Ok(()), |unit| map.serialize_entry("eenheid", unit))
        };
        match step {
            Step::Input { name, value } => named(&mut map, "invoer", name, value)?,
            Step::Computed { name, value } => named(&mut map, "stap", name, value)?,
            Step::Rounded { name, value, article } => {
                named(&mut map, "afronding", name, value)?;
                map.serialize_entry("volgens", article)?;
            }
            Step::Param { about, value } => {
                let name = format!("{}.{}", about.set, about.name);
                map.serialize_entry("soort", "parameter")?;
                map.serialize_entry("naam", &name)?;
                let text = texts::fill(language, &format!("parameters.{name}"), &[]);
                map.serialize_entry("tekst", &text)?;
                map.serialize_entry("waarde", &Plain(value))?;
                if let Some(unit) = unit_word(value) {
                    map.serialize_entry("eenheid", unit)?;
                }
                map.serialize_entry("geldig_vanaf", &Iso(about.valid_from))?;
                map.serialize_entry("status", about.status.as_str())?;
                map.serialize_entry("artikel", about.article)?;
                map.serialize_entry("bron", &SourceForm::of(about.source))?;
            }
            Step::Rule(inner) => {
                map.serialize_entry("soort", "regel")?;
                map.serialize_entry("uitleg", &ExplanationForm::of(inner, language))?;
            }
        }
        map.end()
    }
}

struct Steps<'a>(&'a Explanation, Language);

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut steps = serializer.serialize_seq(Some(self.0.steps.len()))?;
        for step in &self.0.steps {
            steps.serialize_element(&InRule(self.0.rule, step, self.1))?;
        }
        steps.end()
    }
}

/// An explanation with its words.
#[derive(serde::Serialize)]
pub(super) struct ExplanationForm<'a> {
    regel: &'static str,
    naam: String,
    artikel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    artikel_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zin: Option<String>,
    stappen: Steps<'a>,
    uitkomst: Plain<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eenheid: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waarom_nul: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waarom_nul_artikel: Option<&'static str>,
}

impl<'a> ExplanationForm<'a> {
    pub(super) fn of(explanation: &'a Explanation, language: Language) -> Self {
        Self {
            regel: explanation.rule,
            naam: rule_name(language, explanation.rule),
            artikel: explanation.article,
            artikel_url: laws::url(explanation.article),
            zin: sentence(language, explanation),
            stappen: Steps(explanation, language),
            uitkomst: Plain(&explanation.result),
            eenheid: unit_word(&explanation.result),
            waarom_nul: explanation.reason.map(|reason| reason.code),
            waarom_nul_artikel: explanation.reason.map(|reason| reason.article),
        }
    }
}
