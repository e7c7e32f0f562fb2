//! What holds for everything that is drawn, and for the page as a whole: drawn without a browser, as it opens.

use std::collections::BTreeSet;

use calc_core::Language;

use super::super::all;
use super::super::gallery::Gallery;
use super::super::{
    COUPLE, FIRST_JOB, GRANDMOTHER, THREE_CHILDREN, TODAY, TRIAL_PLACEMENT, UNDER_27,
};
use super::draw;
use super::seen::Seen;
use crate::app::{App, Props};
use crate::fragment::Fragment;
use crate::words::t;

/// Only these hold words, and nothing beside them: what a translator or a tool for reading aloud puts in the place of
/// words is then replaced as a whole (`written.rs`).
const HOLD_WORDS: [&str; 3] = ["span", "tspan", "option"];

/// No text stands bare.
pub fn texts_stand_alone(part: &Seen) {
    let (mut texts, mut bare) = (0, Vec::new());
    for element in part.all() {
        let (alone, beside) = element.holds_text();
        texts += usize::from(alone);
        if beside || (alone && !HOLD_WORDS.contains(&&*element.name)) {
            bare.push(format!("{element:?}"));
        }
    }
    assert!(bare.is_empty(), "{bare:?}");
    // What is there only when it is needed holds nothing.
    assert!(texts > 0 || part.text().is_empty());
}

/// No translator writes an amount in another way.
pub fn amounts_are_kept(part: &Seen) {
    for path in part.paths() {
        let Some(last) = path.last().filter(|it| it.holds_text().0) else { continue };
        let is_kept = path.iter().any(|it| it.at("translate") == Some("no"));
        let is_amount =
            last.text().contains('€') && last.text().contains(|it: char| it.is_ascii_digit());
        assert!(is_kept || !is_amount || last.name == "option", "{}", last.text());
    }
}

/// Every key of the texts has its words.
pub fn no_key_is_shown(part: &Seen) {
    let all = part.all();
    let spoken = all.iter().filter_map(|it| it.at("aria-label")).map(str::to_owned);
    for words in spoken.chain([part.text()]) {
        for key in ["pagina.", "regels.", "parameters.", "meldingen."] {
            // A sentence may end with such a word.
            let is_key = |(at, _): (usize, &str)| {
                words[at + key.len()..].starts_with(|it: char| it.is_ascii_lowercase())
            };
            assert!(!words.match_indices(key).any(is_key), "{key} in {words}");
        }
        assert!(!words.contains(['{', '}']), "a place that was not filled: {words}");
    }
}

/// An id is that of one element.
pub fn ids_are_of_one(part: &Seen) {
    let mut known = BTreeSet::new();
    for element in part.having("id") {
        assert!(known.insert(element.at("id")), "{:?} twice", element.at("id"));
    }
}

/// What an element points at is there.
fn everything_pointed_at_is_there(page: &Seen) {
    let mut found = 0;
    for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
        for element in page.having(attribute) {
            for id in element.at(attribute).unwrap_or_default().split(' ') {
                page.one("id", id);
                found += 1;
            }
        }
    }
    for link in page.named("a") {
        if let Some(id) = link.at("href").and_then(|it| it.strip_prefix('#')) {
            page.one("id", id);
            found += 1;
        }
    }
    assert!(found > 20, "{found}");
}

/// Headings go down one step at a time.
fn headings_go_down_by_one(page: &Seen) {
    let level = |name: &str| name.strip_prefix('h').and_then(|it| it.parse::<u8>().ok());
    let levels: Vec<u8> = page.all().iter().filter_map(|it| level(&it.name)).collect();
    assert_eq!(page.named("h1").len(), 1);
    assert!(levels.len() > 5 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

/// Every picture has a sentence before it and a table beside it, in the part that it stands in.
fn pictures_have_a_sentence_and_a_table(page: &Seen) {
    let pictures = |part: &Seen| part.with("role", "img").len();
    let mut found = 0;
    for card in page.named("section").into_iter().filter(|it| it.has_class("kaart")) {
        if pictures(card) == 0 {
            continue;
        }
        let all = card.all();
        let place = |is: &dyn Fn(&Seen) -> bool| all.iter().position(|it| is(it));
        let sentence = place(&|it| it.name == "p" && it.text().contains(' '));
        assert!(sentence < place(&|it| it.at("role") == Some("img")), "no sentence first");
        assert_eq!(card.named("table").len(), 1, "one table");
        found += pictures(card);
    }
    assert!(found >= 2, "{found} pictures");
}

fn opened(json: Option<&str>, coach: bool, language: Language) -> Seen {
    let fragment = json.map_or(Fragment::Nothing, |json| Fragment::Case(json.to_owned()));
    let commit = Some("0123456789ab".to_owned());
    draw::<App>(language, Props { today: TODAY, coach, fragment, framed: false, commit })
}

fn hold(page: &Seen) {
    texts_stand_alone(page);
    amounts_are_kept(page);
    no_key_is_shown(page);
    ids_are_of_one(page);
    everything_pointed_at_is_there(page);
    headings_go_down_by_one(page);
}

#[test]
fn the_whole_page_is_drawn_without_a_browser() {
    for language in [Language::NL, Language::EN] {
        for coach in [false, true] {
            hold(&opened(None, coach, language));
            let page = opened(Some(FIRST_JOB), coach, language);
            hold(&page);
            pictures_have_a_sentence_and_a_table(&page);
        }
    }
}

/// The amounts of 2026 are the last that were published.
#[test]
fn the_foot_says_version_commit_and_the_last_day_of_the_amounts() {
    let version = concat!(env!("CARGO_PKG_VERSION"), " (0123456789ab)");
    for (language, last_day) in
        [(Language::NL, "31 december 2026"), (Language::EN, "31 December 2026")]
    {
        let page = opened(None, false, language);
        let said = page.named("footer")[0].text();
        assert!(said.contains(last_day) && said.contains(version), "{said}");
    }
}

#[test]
fn every_kind_of_household_makes_a_sound_page() {
    for json in [GRANDMOTHER, THREE_CHILDREN, TRIAL_PLACEMENT, UNDER_27, COUPLE] {
        let page = opened(Some(json), true, Language::NL);
        hold(&page);
        pictures_have_a_sentence_and_a_table(&page);
    }
}

/// The headings of the cards, in the order of the page.
fn cards(page: &Seen) -> Vec<String> {
    let cards = page.named("section").into_iter().filter(|it| it.has_class("kaart"));
    cards.filter_map(|it| it.at("aria-labelledby")).map(str::to_owned).collect()
}

#[test]
fn everything_that_belongs_to_an_answer_is_there_in_order() {
    let expected = ["uren", "stappen", "tabel", "opvang", "jaar", "gemeente", "lijst", "bewaren"];
    let expected = expected.map(|it| format!("{it}-kop"));
    assert_eq!(cards(&opened(Some(FIRST_JOB), false, Language::NL)), expected);
    let coach = cards(&opened(Some(GRANDMOTHER), true, Language::NL));
    assert_eq!(
        coach[..2],
        ["geval-kop", "let-op-kop"],
        "first the situations; warnings near the answer"
    );
    assert_eq!(coach[2..], expected);
    assert_eq!(cards(&opened(None, false, Language::NL)), ["bewaren-kop"]);
}

#[test]
fn no_two_buttons_have_one_name() {
    let page = opened(Some(FIRST_JOB), true, Language::NL);
    let form = page.named("form")[0];
    let outside: Vec<String> = page.named("button").into_iter().map(Seen::spoken).collect();
    let inside: Vec<String> = form.named("button").into_iter().map(Seen::spoken).collect();
    assert!(outside.len() > 40 && inside.len() > 5, "{} {}", outside.len(), inside.len());
    let different: BTreeSet<&String> = outside.iter().collect();
    let twice: Vec<&String> = different
        .iter()
        .copied()
        .filter(|name| outside.iter().filter(|it| it == name).count() > 1)
        .collect();
    assert_eq!(twice, Vec::<&String>::new());
}

#[test]
fn the_gallery_has_a_way_to_every_example_and_shows_the_first() {
    let gallery = draw::<Gallery>(Language::NL, ());
    texts_stand_alone(&gallery);
    assert_eq!(gallery.named("nav")[0].named("button").len(), all().count());
    assert_eq!(gallery.with("aria-pressed", "true").len(), 1);
    assert_eq!(gallery.one("id", "nog-kop").text(), t("begin.kop"));
}

#[test]
fn the_page_before_an_answer_shows_no_amount() {
    let page = opened(None, false, Language::NL);
    assert_eq!(page.having("data-bedrag").len(), 0);
    assert_eq!(page.with("role", "img").len(), 0);
    assert_eq!(page.one("id", "nog-kop").text(), t("begin.kop"));
}
