//! The explanation as JSON: rule, article, inputs, dated parameters with source, steps, result.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::dates::iso;
use crate::explain::{Explanation, Step, Unit, Value};
use crate::format::value;
use crate::laws;
use crate::parameters::Source;
use crate::texts::{self, Language};

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

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut source = serializer.serialize_map(Some(3))?;
        source.serialize_entry("titel", self.title)?;
        source.serialize_entry("url", self.url)?;
        source.serialize_entry("bekeken_op", &iso(self.checked))?;
        source.end()
    }
}

struct InRule<'a>(&'static str, &'a Step);

impl Serialize for InRule<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut step = serializer.serialize_map(None)?;
        let named = |step: &mut S::SerializeMap, kind: &str, name: &str, v: &Value| {
            step.serialize_entry("soort", kind)?;
            step.serialize_entry("naam", name)?;
            step.serialize_entry("tekst", &step_name(Language::current(), self.0, name))?;
            step.serialize_entry("waarde", &Plain(v))?;
            unit_word(v).map_or(Ok(()), |unit| step.serialize_entry("eenheid", unit))
        };
        match self.1 {
            Step::Input { name, value } => named(&mut step, "invoer", name, value)?,
            Step::Computed { name, value } => named(&mut step, "stap", name, value)?,
            Step::Rounded { name, value, article } => {
                named(&mut step, "afronding", name, value)?;
                step.serialize_entry("volgens", article)?;
            }
            Step::Param { about, value } => {
                step.serialize_entry("soort", "parameter")?;
                step.serialize_entry("naam", &format!("{}.{}", about.set, about.name))?;
                let text = texts::fill(
                    Language::current(),
                    &format!("parameters.{}.{}", about.set, about.name),
                    &[],
                );
                step.serialize_entry("tekst", &text)?;
                step.serialize_entry("waarde", &Plain(value))?;
                if let Some(unit) = unit_word(value) {
                    step.serialize_entry("eenheid", unit)?;
                }
                step.serialize_entry("geldig_vanaf", &iso(about.valid_from))?;
                step.serialize_entry("status", about.status.as_str())?;
                step.serialize_entry("artikel", about.article)?;
                step.serialize_entry("bron", about.source)?;
            }
            Step::Rule(inner) => {
                step.serialize_entry("soort", "regel")?;
                step.serialize_entry("uitleg", inner.as_ref())?;
            }
        }
        step.end()
    }
}

struct Steps<'a>(&'a Explanation);

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut steps = serializer.serialize_seq(Some(self.0.steps.len()))?;
        for step in &self.0.steps {
            steps.serialize_element(&InRule(self.0.rule, step))?;
        }
        steps.end()
    }
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut explanation = serializer.serialize_map(None)?;
        explanation.serialize_entry("regel", self.rule)?;
        explanation.serialize_entry("naam", &rule_name(Language::current(), self.rule))?;
        explanation.serialize_entry("artikel", self.article)?;
        if let Some(url) = laws::url(self.article) {
            explanation.serialize_entry("artikel_url", &url)?;
        }
        if let Some(sentence) = sentence(Language::current(), self) {
            explanation.serialize_entry("zin", &sentence)?;
        }
        explanation.serialize_entry("stappen", &Steps(self))?;
        explanation.serialize_entry("uitkomst", &Plain(&self.result))?;
        if let Some(unit) = unit_word(&self.result) {
            explanation.serialize_entry("eenheid", unit)?;
        }
        if let Some(reason) = self.reason {
            explanation.serialize_entry("waarom_nul", reason.code)?;
            explanation.serialize_entry("waarom_nul_artikel", reason.article)?;
        }
        explanation.end()
    }
}
