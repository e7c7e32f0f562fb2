//! The words of the page: they stand in calc-core's texts under `pagina.`, one file per language.

use std::cell::{Cell, RefCell};

use calc_core::Language;
use calc_core::texts::{fill, text, ungrouped};
use yew::Callback;

thread_local! {
    /// The language of the page.
    static CURRENT: Cell<Language> = const { Cell::new(Language::FIRST) };
    /// The languages whose words are there.
    static LEARNED: RefCell<Vec<Language>> = const { RefCell::new(Vec::new()) };
    /// Who wants to know of words that come later.
    static LISTENER: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// The language of the page.
pub fn language() -> Language {
    CURRENT.get()
}

/// Takes in words of a language, all of them or those that were still lacking. What cannot be read is left out;
/// whether that language can be spoken now.
#[expect(clippy::needless_pass_by_value, reason = "so the browser hands it over")]
pub fn learn(tag: String, words: String) -> bool {
    let Some(words) = ungrouped(&words) else { return false };
    let Some(new) = Language::read(tag.leak(), words.leak()) else { return false };
    LEARNED.with_borrow_mut(|learned| {
        match learned.iter_mut().find(|language| language.tag() == new.tag()) {
            Some(language) => *language = language.with(new),
            None => learned.push(new),
        }
    });
    if language().tag() == new.tag() {
        speak(new.tag());
    }
    is_learned(new.tag())
}

/// Words that come later are told: the page then shows what it lacked the words for.
pub fn on_learned(listener: Callback<()>) {
    LISTENER.set(Some(listener));
}

/// Tells that words came.
pub fn tell() {
    if let Some(listener) = LISTENER.with_borrow(Clone::clone) {
        listener.emit(());
    }
}

/// Makes a language that was learned that of the page.
pub fn speak(tag: &str) {
    let found =
        LEARNED.with_borrow(|all| all.iter().find(|language| language.tag() == tag).copied());
    if let Some(language) = found {
        CURRENT.set(language);
    }
}

/// Makes a language that of the page, for a test that draws in it.
#[cfg(test)]
pub fn make_current(language: Language) {
    CURRENT.set(language);
}

/// Whether the words of a language are there, those that an answer needs: without them the page would show keys.
pub fn is_learned(tag: &str) -> bool {
    let is_whole = |it: &Language| {
        it.tag() == tag && text(*it, "pagina.titel").is_some_and(|it| !it.is_empty())
    };
    LEARNED.with_borrow(|all| all.iter().any(is_whole))
}

/// Whether the words of explanations are there: they come after the others, or not at all.
pub fn can_explain() -> bool {
    language().below("redenen.").next().is_some()
}

/// The tag of the language, as `lang` wants it.
pub fn tag() -> &'static str {
    language().tag()
}

/// Every language of the page: its tag and its name, in that language itself. That of the law comes first.
pub fn languages() -> Vec<(&'static str, &'static str)> {
    let (mut known, others): (Vec<_>, Vec<_>) =
        language().below("talen.").partition(|(tag, _)| *tag == FIRST);
    known.extend(others);
    known
}

/// The language that the address need not name.
pub const FIRST: &str = "nl";

/// A text about the language itself, such as the way it is read.
pub fn about_language(key: &str) -> &'static str {
    text(language(), &format!("taal.{key}")).unwrap_or_default()
}

/// A text of the page.
pub fn t(key: &str) -> String {
    fill(language(), &format!("pagina.{key}"), &[])
}

/// A text of the page, if there is one under this key.
pub fn t_if_any(key: &str) -> Option<&'static str> {
    text(language(), &format!("pagina.{key}"))
}

/// A text of the page with its `{placeholders}` filled in.
pub fn t_with(key: &str, args: &[(&str, String)]) -> String {
    fill(language(), &format!("pagina.{key}"), args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_page_are_a_language_that_can_be_spoken() {
        for (tag, words, expected) in [
            ("x1", "pagina.titel=Titel\nregels.a=b", true),
            ("x2", "", false),
            ("x3", "<!doctype html><p>Log in", false),
            ("x4", "<a href=\"b\">", false),
            // Explanations alone say nothing yet; with the rest they do, in whichever order they come.
            ("x5", "redenen.a=b", false),
            ("x5", "pagina.titel=Titel", true),
            ("x6", "pagina.titel=", false),
        ] {
            assert_eq!(learn(tag.to_owned(), words.to_owned()), expected, "{tag}: {words}");
            assert_eq!(is_learned(tag), expected, "{tag}: {words}");
        }
    }

    /// The files of this crate below a folder.
    fn sources(folder: &std::path::Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").path());
        let text = |path: std::path::PathBuf| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![std::fs::read_to_string(path).expect("a text")]
            }
        };
        entries.flat_map(text).collect()
    }

    #[test]
    fn every_key_in_the_code_has_a_text() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let calls = ["t(\"", "t_with(\"", "rich(\"", "says(\""];
        let mut known = 0;
        for source in sources(std::path::Path::new(folder)) {
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            for (at, call) in calls.iter().flat_map(|call| code.match_indices(call)) {
                let before = code[..at].chars().next_back();
                let key = code[at + call.len()..].split('"').next().unwrap_or_default();
                // Not the end of another name, and not put together from parts.
                if before.is_some_and(|c| c.is_alphanumeric() || c == '_') || key.contains('{') {
                    continue;
                }
                assert!(t_if_any(key).is_some(), "no text for {key}");
                known += 1;
            }
        }
        assert!(known > 80, "the calls are found: {known}");
    }

    #[test]
    fn a_text_without_a_key_shows_its_key() {
        assert_eq!(t("bestaat_niet"), "pagina.bestaat_niet");
        assert_eq!(t_if_any("bestaat_niet"), None);
        assert!(t("titel").ends_with('?'));
    }
}
