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

/// The table a text stands in: what is read together, on one card or in one list.
fn card(key: &str) -> &str {
    key.rsplit_once('.').map_or("", |(table, _)| table)
}

/// The words of a text, without the signs between them, in small letters.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Verbs in the simple past, which learners meet after the perfect tense ("u hebt ingevuld"). "Was" they know.
const SIMPLE_PAST: [&str; 25] = [
    "vulde", "vulden", "rekende", "rekenden", "koos", "kozen", "mocht", "mochten", "werkte",
    "werkten", "deed", "deden", "vond", "vonden", "kon", "konden", "spaarde", "spaarden", "leidde",
    "leidden", "kreeg", "kregen", "bleef", "bleven", "gaf",
];

#[test]
fn dutch_is_told_in_the_perfect_tense() {
    for (key, text) in Language::NL.below("") {
        let past = words(text).into_iter().find(|word| SIMPLE_PAST.contains(&word.as_str()));
        assert_eq!(past, None, "{key}: {text}");
    }
}

#[test]
fn a_question_stands_for_a_condition_at_most_once_on_a_card() {
    for (language, then) in [(Language::NL, "? Dan "), (Language::EN, "? Then ")] {
        let mut cards = std::collections::BTreeMap::<&str, Vec<&str>>::new();
        for (key, text) in language.below("") {
            cards
                .entry(card(key))
                .or_default()
                .extend(std::iter::repeat_n(key, text.matches(then).count()));
        }
        for (card, keys) in cards {
            assert!(keys.len() <= 1, "{}: {card}: {keys:?}", language.tag());
        }
    }
}

/// "Overhouden" is what is left to live on: only a text that speaks of the rent or the fixed costs may say it.
#[test]
fn what_is_left_is_said_only_after_rent_and_fixed_costs() {
    let mut told = 0;
    for (key, text) in Language::NL.below("") {
        let words = words(text);
        let has = |word: &str| words.iter().any(|it| it == word);
        let keeps =
            has("overhoudt") || has("overhouden") || (has("over") && (has("houdt") || has("houd")));
        let after_rent = text.contains("vaste lasten") || has("huur");
        assert!(!keeps || after_rent, "{key}: {text}");
        told += usize::from(keeps);
    }
    assert!(told > 3, "the word is found: {told}");
}

#[test]
fn she_is_u_and_the_makers_are_wij() {
    for (key, text) in Language::NL.below("") {
        for wrong in ["we", "zij", "jij", "je", "jouw"] {
            assert!(!words(text).contains(&wrong.to_owned()), "{key}: {wrong}: {text}");
        }
    }
    for (key, text) in Language::EN.below("") {
        for wrong in ["she", "her", "hers"] {
            assert!(!words(text).contains(&wrong.to_owned()), "{key}: {wrong}: {text}");
        }
    }
}

#[test]
fn gross_wage_is_one_word_in_dutch() {
    for (key, text) in Language::NL.below("") {
        assert!(!text.to_lowercase().contains("bruto loon"), "{key}: {text}");
    }
}

/// What only a program reads is said to programs alone: refusals of JSON and of the command line.
#[test]
fn people_meet_no_date_or_word_of_a_program() {
    let to_programs = ["problemen.", "toegestaan.", "pagina.programma."];
    for language in Language::ALL {
        let to_people = |key: &str| !to_programs.iter().any(|prefix| key.starts_with(prefix));
        for (key, text) in language.below("").filter(|(key, _)| to_people(key)) {
            let digits = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c });
            let digits: String = digits.collect();
            assert!(!digits.contains("0000-00"), "{}: {key}: {text}", language.tag());
            for word in ["json", "null", "peildatum", "default"] {
                assert!(
                    !words(text).contains(&word.to_owned()),
                    "{}: {key}: {text}",
                    language.tag()
                );
            }
            let said = text.split(['{', '}']).step_by(2);
            assert!(
                said.into_iter().all(|part| !part.contains('_')),
                "{}: {key}: {text}",
                language.tag()
            );
        }
    }
}
