//! The words people read, one file per language in `texts/`; nothing is said in code.

/// A language of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// The text of a key such as `parameters.zorgtoeslag.standaardpremie`, if the language has it.
pub fn text(language: Language, key: &str) -> Option<&'static str> {
    let texts = match language {
        Language::Nl => NL,
        Language::En => EN,
    };
    texts
        .binary_search_by_key(&key, |(key, _)| key)
        .ok()
        .map(|found| texts[found].1)
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
