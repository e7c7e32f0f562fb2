//! The words people read, one file per language in `texts/`; nothing is said in code.
//!
//! With the feature `texts` every language is compiled in. The page goes without: it brings the words of the
//! languages it shows as files ([`Language::read`]).

/// The texts of a language by their whole key, sorted.
type Entries = &'static [(&'static str, &'static str)];

/// A language: its tag (`nl`) and its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    tag: &'static str,
    texts: Entries,
}

impl Language {
    /// What a page speaks before its words are there: Dutch, without texts every key shows itself.
    #[cfg(feature = "texts")]
    pub const FIRST: Self = Self::NL;
    /// What a page speaks before its words are there: Dutch, without texts every key shows itself.
    #[cfg(not(feature = "texts"))]
    pub const FIRST: Self = Self { tag: "nl", texts: &[] };

    /// The tag of the language, such as `nl`.
    pub const fn tag(self) -> &'static str {
        self.tag
    }

    /// A language from its words as the page carries them: a line for each text, `key=words`, sorted by key.
    /// Nothing when a line has no `=` or the lines are not in order.
    pub fn read(tag: &'static str, words: &'static str) -> Option<Self> {
        let texts = words.lines().map(|line| line.split_once('=')).collect::<Option<Vec<_>>>()?;
        let sorted = texts.is_sorted_by(|(key, _), (next, _)| key < next);
        sorted.then(|| Self { tag, texts: texts.leak() })
    }

    /// The same language with the texts of another reading of it added. Its own texts stay.
    #[must_use]
    pub fn with(self, more: Self) -> Self {
        let mut texts = self.texts.to_vec();
        texts.extend(more.texts.iter().filter(|(key, _)| text(self, key).is_none()));
        texts.sort_unstable();
        Self { tag: self.tag, texts: texts.leak() }
    }

    /// The texts whose key starts with `prefix`, with the rest of the key.
    pub fn below(self, prefix: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.texts.iter().filter_map(move |(key, words)| Some((key.strip_prefix(prefix)?, *words)))
    }
}

/// The words of a language as a file for the page has them, with the group of keys told once (`.pagina.lijst`) for the
/// lines below it, as the lines that [`Language::read`] reads. Nothing when a line is neither.
pub fn ungrouped(words: &str) -> Option<String> {
    let (mut lines, mut group) = (String::with_capacity(words.len() * 2), "");
    for line in words.lines() {
        if let Some(next) = line.strip_prefix('.') {
            group = next;
            continue;
        }
        line.split_once('=')?;
        for part in [group, if group.is_empty() { "" } else { "." }, line, "\n"] {
            lines.push_str(part);
        }
    }
    lines.pop();
    Some(lines)
}

/// The text of a key such as `parameters.zorgtoeslag.standaardpremie`, if the language has it.
pub fn text(language: Language, key: &str) -> Option<&'static str> {
    let texts = language.texts;
    texts.binary_search_by_key(&key, |(key, _)| key).ok().map(|found| texts[found].1)
}

/// The text of a key with its `{placeholders}` filled in. A key without a text shows itself, so that a gap is
/// seen and not silent; a test keeps the texts complete.
pub fn fill(language: Language, key: &str, args: &[(&str, String)]) -> String {
    text(language, key).map_or_else(|| key.to_owned(), |template| fill_template(template, args))
}

/// The first `{name}` of a template; what stands before and after it.
pub fn next_placeholder(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Fills the `{placeholders}` of a template.
pub fn fill_template(template: &str, args: &[(&str, String)]) -> String {
    let mut filled = template.to_owned();
    for (name, value) in args {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

#[cfg(feature = "texts")]
include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_page_are_read_line_by_line() {
        let language = Language::read("xx", "a.b=Een = twee\na.c=Drie").expect("two texts");
        assert_eq!(text(language, "a.b"), Some("Een = twee"));
        assert_eq!(text(language, "a.c"), Some("Drie"));
        assert_eq!(text(language, "a"), None);
        assert_eq!(language.below("a.").count(), 2);
    }

    #[test]
    fn words_out_of_order_or_without_a_key_are_no_language() {
        for wrong in ["b=1\na=2", "a=1\na=2", "a", "a=1\n\nb=2"] {
            assert_eq!(Language::read("xx", wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn more_words_come_beside_the_first_and_never_over_them() {
        let first = Language::read("xx", "b=first").expect("one text");
        let more = Language::read("xx", "a=more\nb=other").expect("two texts");
        let both = first.with(more);
        assert_eq!((text(both, "a"), text(both, "b")), (Some("more"), Some("first")));
    }

    #[test]
    fn a_gap_shows_its_key() {
        assert_eq!(fill(Language::NL, "bestaat.niet", &[]), "bestaat.niet");
    }

    #[test]
    fn a_language_is_its_tag_and_its_texts() {
        let other = Language::read("xx", "a=b").expect("one text");
        let (again, named_nl) = (other, Language::read("nl", "a=b").expect("one text"));
        assert!(other == again && other != Language::NL && named_nl != Language::NL);
    }
}
