//! What the result says in words: a stable code, the direction where it has one, and the values its sentence
//! needs. The sentences stand in the texts.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::explain::{Shown, Value};
use crate::format;
use crate::parameters::gemeenten::{GEMEENTEN, Gemeente};
use crate::texts::{self, Language};

/// The default of `baan.start`, which has words of its own.
pub(crate) const EERSTE_VAN_DE_MAAND: &str = "eerste_van_de_maand";

/// Which way something that was left out would move the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Richting {
    /// More would be left.
    Meer,
    /// Less would be left.
    Minder,
    /// Not to be said.
    Onbekend,
}

impl Richting {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meer => "meer",
            Self::Minder => "minder",
            Self::Onbekend => "onbekend",
        }
    }
}

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A typed value, written as the language writes it.
    Value(Value),
    /// A name or path, written as it is.
    Text(String),
    /// Several values as people name them: "a, b and c".
    List(Vec<Value>),
}

/// One sentence of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Melding {
    group: &'static str,
    /// Stable code.
    pub code: &'static str,
    /// Which way it would move the result.
    pub richting: Option<Richting>,
    /// Which of the sentences of this code, where it has more than one.
    variant: Option<&'static str>,
    args: Vec<(&'static str, Arg)>,
}

impl Melding {
    /// A choice or default that touched the result.
    pub(crate) fn aanname(code: &'static str) -> Self {
        Self { group: "aannames", code, richting: None, variant: None, args: Vec::new() }
    }

    /// Something that was left out.
    pub(crate) fn niet_berekend(code: &'static str, richting: Richting) -> Self {
        Self {
            group: "niet_berekend",
            code,
            richting: Some(richting),
            variant: None,
            args: Vec::new(),
        }
    }

    /// Something she should know.
    pub(crate) fn waarschuwing(code: &'static str) -> Self {
        Self { group: "waarschuwingen", code, richting: None, variant: None, args: Vec::new() }
    }

    /// Something she has to do.
    pub(crate) fn te_doen(code: &'static str) -> Self {
        Self { group: "te_doen.zin", code, richting: None, variant: None, args: Vec::new() }
    }

    /// What a municipal scheme is.
    pub(crate) fn gemeente(soort: &'static str) -> Self {
        Self { group: "gemeente.zin", code: soort, richting: None, variant: None, args: Vec::new() }
    }

    /// In the words of a case of its own: the text is that of `code_variant`.
    pub(crate) fn voor(self, variant: &'static str) -> Self {
        Self { variant: Some(variant), ..self }
    }

    /// Adds a value the sentence needs.
    pub(crate) fn met(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// The sentence in a language.
    pub fn tekst(&self, language: Language) -> String {
        let args: Vec<(&str, String)> =
            self.args.iter().map(|(name, arg)| (*name, arg.written(language))).collect();
        let variant = self.variant.map(|variant| format!("_{variant}")).unwrap_or_default();
        texts::fill(language, &format!("{}.{}{variant}", self.group, self.code), &args)
    }

    /// One value of the sentence, as the language writes it.
    pub fn arg(&self, language: Language, name: &str) -> Option<String> {
        self.args.iter().find(|(given, _)| *given == name).map(|(_, arg)| arg.written(language))
    }
}

impl Arg {
    /// A default of the contract as people say it.
    pub(crate) fn of_default(default: &'static str) -> Self {
        match default {
            "true" => Self::Value(true.shown()),
            "false" => Self::Value(false.shown()),
            "null" | "[]" | "{}" => Self::Value("geen".shown()),
            EERSTE_VAN_DE_MAAND => Self::Value(EERSTE_VAN_DE_MAAND.shown()),
            written => {
                let gemeente = GEMEENTEN.iter().find(|gemeente| gemeente.code == written);
                Self::Text(gemeente.map_or(written, Gemeente::naam).to_owned())
            }
        }
    }

    fn written(&self, language: Language) -> String {
        match self {
            Self::Value(value) => format::value(language, value),
            Self::Text(text) => text.clone(),
            Self::List(values) => list(language, values),
        }
    }
}

/// The values with commas between them, and "and" before the last.
fn list(language: Language, values: &[Value]) -> String {
    let mut written: Vec<String> =
        values.iter().map(|value| format::value(language, value)).collect();
    match (written.pop(), written.is_empty()) {
        (None, _) => String::new(),
        (Some(last), true) => last,
        (Some(last), false) => {
            let args = [("eerste", written.join(", ")), ("laatste", last)];
            texts::fill(language, "te_doen.en", &args)
        }
    }
}

impl Serialize for Melding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = if self.richting.is_some() { 3 } else { 2 };
        let mut melding = serializer.serialize_struct("Melding", fields)?;
        melding.serialize_field("code", self.code)?;
        melding.serialize_field("tekst", &self.tekst(Language::current()))?;
        if let Some(richting) = self.richting {
            melding.serialize_field("richting", richting.word())?;
        }
        melding.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_a_sentence_is_found_by_its_name() {
        let melding = Melding::waarschuwing("code")
            .met("een", Arg::Text("1".to_owned()))
            .met("twee", Arg::Text("2".to_owned()));
        assert_eq!(melding.arg(Language::NL, "een").as_deref(), Some("1"));
        assert_eq!(melding.arg(Language::NL, "twee").as_deref(), Some("2"));
        assert_eq!(melding.arg(Language::NL, "drie"), None);
    }
}
