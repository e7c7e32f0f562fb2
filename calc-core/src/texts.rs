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
    texts.binary_search_by_key(&key, |(key, _)| key).ok().map(|found| texts[found].1)
}

/// The text of a key with its `{placeholders}` filled in. A key without a text shows itself, so that a gap is
/// seen and not silent; a test keeps the texts complete.
pub fn fill(language: Language, key: &str, args: &[(&str, String)]) -> String {
    text(language, key).map_or_else(|| key.to_owned(), |template| fill_template(template, args))
}

/// Fills the `{placeholders}` of a template.
pub fn fill_template(template: &str, args: &[(&str, String)]) -> String {
    let mut filled = template.to_owned();
    for (name, value) in args {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
