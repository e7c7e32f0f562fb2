//! The words on the main path are short and plain, in every language: measured, and held against a list of the
//! words that officials use. A term of the law may stand only where a plain word stands beside it: those places are
//! named here.

use calc_core::Language;

/// Words on average in a sentence.
const MOST_WORDS: usize = 12;

/// What is read on the main path: the page, warnings, why a scheme pays nothing, what to do.
const MAIN_PATH: [&str; 5] =
    ["pagina.", "waarschuwingen.", "redenen.", "te_doen.zin.", "gemeente.zin."];

/// Words of officials, by language; the beginning of a word counts too.
const OFFICIALESE: [(&str, &[&str]); 2] = [
    (
        "nl",
        &[
            "toetsingsinkomen",
            "rekeninkomen",
            "inkomensvrijlating",
            "kostendelersnorm",
            "beschikking",
            "derhalve",
            "betreffende",
            "middels",
            "conform",
            "indien",
            "tevens",
            "reeds",
            "dient u",
            "dienen te",
            "ten behoeve van",
            "met betrekking tot",
            "in verband met",
            "aangaande",
            "desbetreffend",
            "voornoemd",
            "verstrekken",
            "arbeidsinschakeling",
            "belanghebbende",
            "rechthebbende",
            "heffingsgrondslag",
            "verzamelinkomen",
            "draagkracht",
            "gelieve",
            "alsmede",
            "teneinde",
            "uitkeringsgerechtigde",
        ],
    ),
    (
        "en",
        &[
            "assessable income",
            "hereby",
            "pursuant",
            "thereof",
            "aforementioned",
            "in respect of",
            "prior to",
            "commence",
            "in accordance with",
            "henceforth",
            "notwithstanding",
            "remuneration",
            "beneficiary",
        ],
    ),
];

/// Forms of the Dutch passive.
const PASSIVE: [&str; 2] = ["wordt ", "worden "];
/// One sentence in so many may be in the passive, where an active one would be longer.
const ONE_PASSIVE_IN: usize = 15;

fn main_path(language: Language) -> Vec<(&'static str, &'static str)> {
    let all = language.below("");
    all.filter(|(key, _)| MAIN_PATH.iter().any(|prefix| key.starts_with(prefix))).collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| matches!(c, '.' | '?' | '!' | ':');
    text.split(ends).map(str::trim).filter(|sentence| sentence.split_whitespace().count() > 1)
}

#[test]
fn sentences_on_the_main_path_are_short() {
    for language in Language::ALL {
        let texts = main_path(*language);
        let all: Vec<&str> = texts.iter().flat_map(|(_, text)| sentences(text)).collect();
        let words: usize = all.iter().map(|sentence| sentence.split_whitespace().count()).sum();
        assert!(all.len() > 200, "{}: the sentences are found: {}", language.tag(), all.len());
        assert!(
            words < MOST_WORDS * all.len(),
            "{}: {words} words in {}",
            language.tag(),
            all.len()
        );
        for (key, text) in texts {
            for sentence in sentences(text) {
                let count = sentence.split_whitespace().count();
                assert!(
                    count <= 20,
                    "{}: {key}: a sentence of {count} words: {sentence}",
                    language.tag()
                );
            }
        }
    }
}

#[test]
fn no_officialese_on_the_main_path() {
    for language in Language::ALL {
        let list = OFFICIALESE.iter().find(|(tag, _)| *tag == language.tag());
        let (_, list) =
            list.unwrap_or_else(|| panic!("no list of officialese for {}", language.tag()));
        for (key, text) in main_path(*language) {
            let text = format!(" {}", text.to_lowercase());
            for word in *list {
                assert!(!text.contains(&format!(" {word}")), "{}: {key}: {word}", language.tag());
            }
        }
    }
}

#[test]
fn the_main_path_is_in_the_active_voice() {
    let texts = main_path(Language::NL);
    let all: Vec<&str> = texts.iter().flat_map(|(_, text)| sentences(text)).collect();
    let is_passive = |sentence: &&&str| {
        let sentence = format!("{} ", sentence.to_lowercase());
        PASSIVE.iter().any(|form| sentence.contains(form))
    };
    let passive: Vec<_> = all.iter().filter(is_passive).collect();
    assert!(passive.len() * ONE_PASSIVE_IN < all.len(), "{passive:#?}");
}
