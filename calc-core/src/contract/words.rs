//! The words of a result: every sentence is made here, of a code and the values it has.

use crate::format::{self, euro};
use crate::message::{Arg, Melding};
use crate::month::{GemeenteRegeling, Reden, TeDoen};
use crate::parameters::gemeenten::Status;
use crate::schemes::gemeente;
use crate::texts::{self, Language};
use crate::value::Value;

impl Melding {
    /// The sentence in a language.
    pub fn tekst(&self, language: Language) -> String {
        let args: Vec<(&str, String)> =
            self.args.iter().map(|(name, arg)| (*name, written(arg, language))).collect();
        let variant = self.variant.map(|variant| format!("_{variant}")).unwrap_or_default();
        texts::fill(language, &format!("{}.{}{variant}", self.group, self.code), &args)
    }

    /// One value of the sentence, as the language writes it.
    pub fn arg(&self, language: Language, name: &str) -> Option<String> {
        self.args.iter().find(|(given, _)| *given == name).map(|(_, arg)| written(arg, language))
    }
}

impl Reden {
    /// The reason in words.
    pub fn tekst(&self, language: Language) -> String {
        texts::fill(language, &format!("redenen.{}", self.reason.code), &[])
    }
}

impl TeDoen {
    /// What to do, in plain words.
    pub fn tekst(&self, language: Language) -> String {
        self.zin.tekst(language)
    }
}

impl GemeenteRegeling {
    /// What it is, with her numbers, and how much is known of it.
    pub fn tekst(&self, language: Language) -> String {
        let (nu, met_baan) = (&self.stand.nu, &self.stand.met_baan);
        let zin = gemeente::zin(self.regeling.soort, &self.gezin, nu, met_baan).tekst(language);
        let mut zinnen = vec![zin];
        if self.regeling.status != Status::InForce {
            let status = format!("gemeente.status.{}", self.regeling.status.word());
            let jaar = [("jaar", self.regeling.jaar.to_string())];
            zinnen.push(texts::fill(language, &status, &jaar));
        }
        if let Some(bedrag) = self.aangepast {
            let bedrag = [("bedrag", euro(language, bedrag.euro().amount()))];
            zinnen.push(texts::fill(language, "gemeente.aangepast", &bedrag));
        }
        zinnen.join(" ")
    }
}

fn written(arg: &Arg, language: Language) -> String {
    match arg {
        Arg::Value(value) => format::value(language, value),
        Arg::Text(text) => text.clone(),
        Arg::List(values) => list(language, values),
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
