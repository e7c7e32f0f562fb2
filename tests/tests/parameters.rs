//! The dated amounts: are they complete, sourced, explained in words, used, and what was published?
//!
//! Coverage and amounts here are typed over from the law and from published tables, not from the
//! parameter files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use calc_core::Error;
use calc_core::parameters::{self, About, SETS, Status};
use calc_core::texts::{Language, text};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use crate::{build_parameters as files, build_texts as words};

fn calc_core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../calc-core")
}

/// Every value of every version.
fn values() -> impl Iterator<Item = &'static About> {
    SETS.iter().flat_map(|set| set.versions).flat_map(|version| version.values).copied()
}

fn named(about: &About) -> String {
    format!("{}/{}.toml: {}", about.set, about.valid_from, about.name)
}

/// Every Rust file below a folder, as one text.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            text += &sources(&path);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text += &fs::read_to_string(&path).expect("a readable file");
        }
    }
    text
}

/// Checks what each set covers: the whole of the period, and not a day more.
macro_rules! covers {
    ($($set:ident: $from:expr, $to:expr;)*) => {
        #[test]
        fn every_set_covers_its_period_and_refuses_the_day_before_and_after() {
            $(
                let (from, to): (Date, Date) = ($from, $to);
                let mut day = from;
                while day <= to {
                    let found = parameters::$set::at(day).expect(stringify!($set));
                    assert!(found.valid_from <= day && day <= found.valid_to);
                    day = day.saturating_add(1.month());
                }
                assert!(parameters::$set::at(to).is_ok());
                for outside in [from.saturating_sub(1.day()), to.saturating_add(1.day())] {
                    let refused = parameters::$set::at(outside).expect_err(stringify!($set));
                    let covered = vec![(from, to)];
                    let scheme = stringify!($set);
                    assert_eq!(refused, Error::NotInForce { scheme, date: outside, covered });
                }
            )*
            let covered = BTreeSet::from([$(stringify!($set)),*]);
            let all: BTreeSet<_> = SETS.iter().map(|set| set.name).collect();
            assert_eq!(covered, all);
        }
    };
}

covers! {
    vaste_maand: date(2026, 1, 1), date(2026, 12, 31);
    minimumloon: date(2024, 1, 1), date(2026, 12, 31);
    loonheffing: date(2024, 1, 1), date(2027, 12, 31);
    bijzonder_tarief: date(2026, 1, 1), date(2027, 12, 31);
    iack: date(2024, 1, 1), date(2027, 12, 31);
    inkomstenbelasting: date(2026, 1, 1), date(2026, 12, 31);
    bijstandsnorm: date(2024, 1, 1), date(2026, 12, 31);
    bijstand: date(2026, 1, 1), date(2026, 12, 31);
    inkomensvrijlating: date(2024, 1, 1), date(2026, 12, 31);
    inkomensvrijlating_vanaf_2027: date(2027, 1, 1), date(2027, 12, 31);
    vakantiegeld_claim: date(2026, 1, 1), date(2026, 12, 31);
    bruto_bijstand: date(2026, 1, 1), date(2027, 12, 31);
    zorgtoeslag: date(2024, 1, 1), date(2026, 12, 31);
    toeslagen: date(2024, 1, 1), date(2027, 12, 31);
    termijnen: date(2026, 1, 1), date(2026, 12, 31);
    afrekening_toeslagen: date(2026, 1, 1), date(2026, 12, 31);
    beslagvrije_voet: date(2026, 1, 1), date(2026, 12, 31);
    toeslagvermogen: date(2025, 1, 1), date(2026, 12, 31);
    huurtoeslag_tot_2026: date(2025, 1, 1), date(2025, 12, 31);
    huurtoeslag: date(2026, 1, 1), date(2026, 12, 31);
    kindgebonden_budget: date(2024, 1, 1), date(2026, 12, 31);
    kindgebonden_budget_vanaf_2027: date(2027, 1, 1), date(2027, 12, 31);
    kinderbijslag: date(2024, 1, 1), date(2026, 12, 31);
    kinderopvangtoeslag: date(2024, 1, 1), date(2026, 12, 31);
}

#[test]
fn only_these_amounts_are_not_in_force() {
    let year = date(2027, 1, 1);
    for about in values() {
        let expected = match (about.set, about.name) {
            ("iack", "drempel") if about.valid_from == year => Status::Derived,
            ("bruto_bijstand", "brutering" | "eerste_schijf_na_arbeidskorting")
                if about.valid_from == year =>
            {
                Status::Derived
            }
            _ if about.valid_from == year => Status::Announced,
            _ => Status::InForce,
        };
        assert_eq!(about.status, expected, "{}", named(about));
    }
}

#[test]
fn every_file_is_built_in() {
    for set in SETS {
        let folder = calc_core().join("parameters").join(set.name);
        let files = fs::read_dir(folder).expect("the folder of the set").count();
        assert_eq!(files, set.versions.len(), "{}", set.name);
    }
    // The municipalities have a form of their own: tests/gemeente.rs.
    let folders = fs::read_dir(calc_core().join("parameters")).expect("the parameters");
    let folders =
        folders.filter(|folder| folder.as_ref().is_ok_and(|it| it.file_name() != "gemeenten"));
    assert_eq!(folders.count(), SETS.len());
}

#[test]
fn every_amount_has_an_article_and_a_source_on_the_web() {
    for about in values() {
        assert!(about.article.starts_with("art. "), "{}", named(about));
        for source in about.second_source.iter().chain([&about.source]) {
            assert!(source.url.starts_with("https://"), "{}", named(about));
            assert!(!source.title.is_empty(), "{}", named(about));
        }
        assert!(about.second_source.is_some() || !about.note.is_empty(), "{}", named(about));
    }
}

#[test]
fn the_index_of_sources_lists_every_article_and_document() {
    let index = calc_core().join("../docs/sources.md");
    let index = fs::read_to_string(index).expect("the index of sources");
    for about in values() {
        assert!(index.contains(&format!("| {} |", about.article)), "{}", named(about));
        for source in about.second_source.iter().chain([&about.source]) {
            let document = format!("[{}]({})", source.title, source.url);
            assert!(index.contains(&document), "{}: {document}", named(about));
        }
    }
}

#[test]
fn a_change_of_more_than_15_percent_has_a_note() {
    let limit = Decimal::new(15, 2);
    for set in SETS {
        for pair in set.versions.windows(2) {
            for (before, after) in pair[0].values.iter().zip(pair[1].values) {
                assert_eq!(before.name, after.name, "the files of {} differ in order", set.name);
                let amounts = (before.shown.parse::<Decimal>(), after.shown.parse::<Decimal>());
                if let (Ok(old), Ok(new)) = amounts {
                    let large = (new - old).abs() > old.abs() * limit;
                    assert!(!large || !after.note.is_empty(), "{}: {old}, {new}", named(after));
                }
            }
        }
    }
}

#[test]
fn every_amount_is_used_by_a_rule() {
    let code = sources(&calc_core().join("src"));
    let used = |key: &str| {
        code.match_indices(&format!(".{key}")).any(|(at, found)| {
            let rest = &code[at + found.len()..];
            !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || "_(".contains(next))
        })
    };
    let unused: BTreeSet<_> =
        values().filter(|about| !used(about.name)).map(|a| (a.set, a.name)).collect();
    assert!(unused.is_empty(), "no rule reads {unused:?}");
}

#[test]
fn every_amount_is_explained_in_plain_words() {
    let mut expected: BTreeSet<String> =
        values().map(|about| format!("parameters.{}.{}", about.set, about.name)).collect();
    expected.extend(SETS.iter().map(|set| format!("parameters.{}._naam", set.name)));
    for key in &expected {
        assert!(text(Language::NL, key).is_some(), "nl.toml has no {key}");
    }

    let nl = fs::read_to_string(calc_core().join("texts/nl.toml")).expect("the Dutch texts");
    let nl = words::languages(&[("nl.toml".to_owned(), nl)]).expect("texts that can be built");
    for key in nl["nl"].keys().filter(|key| key.starts_with("parameters.")) {
        assert!(expected.contains(key), "nl.toml explains {key}, which is no amount");
    }
}

/// The value of a key on a date, as written.
fn written(set: &str, on: Date, key: &str) -> &'static str {
    let set = SETS.iter().find(|it| it.name == set).expect("a set of this name");
    let version = set.versions.iter().find(|it| it.valid_from <= on && on <= it.valid_to);
    let values = version.expect("a version on this date").values;
    values.iter().find(|about| about.name == key).expect("a key of this name").shown
}

/// Set, date, key and amount, typed over from the law texts, the letters to municipalities and the
/// published tables.
#[rustfmt::skip]
const PUBLISHED: [(&str, Date, &str, &str); 35] = [
    ("minimumloon", date(2024, 7, 1), "uurloon_21", "13.68"),
    ("minimumloon", date(2026, 7, 1), "uurloon_18", "7.50"),
    ("bijstandsnorm", date(2024, 1, 1), "alleenstaande", "1283.83"),
    ("bijstandsnorm", date(2025, 1, 1), "een_jong_met_kinderen", "1677.62"),
    ("bijstandsnorm", date(2026, 6, 30), "gehuwden", "2002.13"),
    ("bijstandsnorm", date(2026, 7, 1), "alleenstaande", "1419.46"),
    ("bijstand", date(2026, 7, 1), "jong_met_kostendelers_met_kinderen", "755.98"),
    ("inkomensvrijlating", date(2025, 7, 1), "r_maximum", "173.87"),
    ("inkomensvrijlating", date(2026, 1, 1), "n_maximum", "285.00"),
    ("loonheffing", date(2024, 1, 1), "arbeidskorting_maximum_3", "5532"),
    ("loonheffing", date(2025, 1, 1), "algemene_heffingskorting_afbouw", "6.337"),
    ("loonheffing", date(2026, 1, 1), "belasting_tot_schijf_3", "28752"),
    ("loonheffing", date(2027, 1, 1), "arbeidskorting_opbouw_2", "30.207"),
    ("iack", date(2025, 1, 1), "drempel", "6145"),
    ("iack", date(2026, 1, 1), "maximum", "3032"),
    ("vakantiegeld_claim", date(2026, 1, 1), "zonder_korting", "8"),
    ("bruto_bijstand", date(2026, 1, 1), "brutering", "55.64"),
    ("zorgtoeslag", date(2024, 1, 1), "standaardpremie", "1987"),
    ("zorgtoeslag", date(2026, 1, 1), "percentage_partners", "4.289"),
    ("afrekening_toeslagen", date(2026, 1, 1), "geen_terugvordering_tot", "121"),
    ("beslagvrije_voet", date(2026, 1, 1), "maximum_alleenstaande_ouder", "2526.69"),
    ("beslagvrije_voet", date(2026, 7, 1), "maximum_gehuwd_met_kinderen", "3179.68"),
    ("beslagvrije_voet", date(2026, 7, 1), "zorgpremie_in_norm_gehuwd", "106"),
    ("toeslagvermogen", date(2025, 1, 1), "grens_partners", "179429"),
    ("huurtoeslag_tot_2026", date(2025, 1, 1), "meer_personen_b", "-0.001382497146"),
    ("huurtoeslag", date(2026, 1, 1), "meer_personen_basishuur", "200.71"),
    ("kindgebonden_budget", date(2024, 1, 1), "drempel_partners", "35849"),
    ("kindgebonden_budget", date(2026, 1, 1), "alleenstaande_ouderkop", "3416"),
    ("kindgebonden_budget_vanaf_2027", date(2027, 1, 1), "tweede_drempel", "61917"),
    ("kinderbijslag", date(2025, 7, 1), "tot_12", "353.95"),
    ("kinderbijslag", date(2026, 7, 1), "tot_18", "426.29"),
    ("kinderopvangtoeslag", date(2025, 1, 1), "maximum_gastouder", "8.10"),
    ("termijnen", date(2026, 1, 1), "wijziging_doorgeven", "4"),
    ("termijnen", date(2026, 1, 1), "aanvraag_kinderopvangtoeslag", "3"),
    ("termijnen", date(2026, 1, 1), "aanvraag_toeslag", "1"),
];

#[test]
fn amounts_are_those_that_were_published() {
    for (set, on, key, expected) in PUBLISHED {
        assert_eq!(written(set, on, key), expected, "{set} {on} {key}");
    }
}

/// The cell of a percentage table in the row where an income falls.
fn percentage(year: i16, income: u32, column: usize) -> Option<Decimal> {
    let income = Decimal::from(income);
    let table = parameters::kinderopvangtoeslag::at(date(year, 1, 1)).expect("covered").percentages;
    let row = table.value.rows.iter().find(|row| {
        row[0].is_some_and(|from| from <= income) && row[1].is_none_or(|to| income <= to)
    });
    row.and_then(|row| row[column])
}

#[test]
fn the_table_of_childcare_percentages_is_the_published_one() {
    let (first, next) = (2, 3);
    for (year, income, column, expected) in [
        (2024, 28_297, first, Some("0.96")),
        (2024, 45_000, first, Some("0.873")),
        (2024, 92_433, next, Some("0.898")),
        (2024, 92_434, first, None),
        (2025, 47_403, first, Some("0.96")),
        (2025, 50_000, next, None),
        (2025, 200_000, first, Some("0.333")),
        (2026, 56_412, first, Some("0.96")),
        (2026, 56_413, first, Some("0.955")),
        (2026, 56_413, next, Some("0.956")),
        (2026, 300_000, first, Some("0.365")),
        (2026, 300_000, next, Some("0.682")),
    ] {
        let expected: Option<Decimal> = expected.map(|text| text.parse().expect("a number"));
        assert_eq!(percentage(year, income, column), expected, "{year}, {income}");
    }
}

#[test]
fn the_rows_of_a_table_with_limits_leave_no_income_out() {
    for year in [2024, 2025, 2026] {
        let table =
            parameters::kinderopvangtoeslag::at(date(year, 1, 1)).expect("covered").percentages;
        for pair in table.value.rows.windows(2) {
            assert_eq!(pair[0][1].map(|to| to + Decimal::ONE), pair[1][0], "{year}");
        }
    }
}

/// A small file with nothing wrong in it.
const SOUND: &str = r#"
valid_from = 2026-01-01
valid_to = 2026-12-31

[sources.wet]
title = "Wet"
url = "https://wetten.overheid.nl"
checked = 2026-11-22

[sources.brochure]
title = "Brochure"
url = "https://www.belastingdienst.nl"
checked = 2026-11-22

[values.bedrag]
value = "12.50"
unit = "EUR/maand"
status = "in force"
article = "art. 1 Wet"
source = "wet"
second_source = "brochure"

[values.tabel]
columns = ["EUR/jaar", "%"]
rows = [["0", "10.0"], ["100", ""]]
status = "in force"
article = "art. 2 Wet"
source = "wet"
note = "Staat in de wet."
"#;

fn read(files: &[(&str, &str)]) -> Result<files::Set, Vec<String>> {
    let files: Vec<_> =
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    files::Set::from_files("proef", &files)
}

#[test]
fn sound_data_is_read() {
    let set = read(&[("2026-01-01.toml", SOUND)]).expect("sound data");
    let keys: Vec<_> = set.newest().values.iter().map(|value| value.key.as_str()).collect();
    assert_eq!(keys, ["bedrag", "tabel"]);
}

/// What is replaced in the sound file, by what, and what the refusal must say.
#[rustfmt::skip]
const BROKEN: [(&str, &str, &str); 23] = [
    ("value = \"12.50\"", "value = 12.50", "invalid type"),
    ("value = \"12.50\"", "value = \"12,50\"", "values.bedrag: \"12,50\" is not a number"),
    ("unit = \"EUR/maand\"", "unit = \"EUR/week\"", "unknown variant `EUR/week`"),
    ("unit = \"EUR/maand\"", "unit = \"jaar\"", "\"12.50\" is not a whole number"),
    ("unit = \"EUR/maand\"", "", "values.bedrag: write either value and unit"),
    ("status = \"in force\"", "status = \"law\"", "unknown variant `law`"),
    ("status = \"in force\"", "status = \"derived\"", "values.bedrag: a derived value needs"),
    ("article = \"art. 1 Wet\"", "article = \"\"", "values.bedrag: article is empty"),
    ("article = \"art. 1 Wet\"", "artikel = \"art. 1 Wet\"", "unknown field `artikel`"),
    ("source = \"wet\"\nsecond", "source = \"krant\"\nsecond", "the source krant is not listed"),
    ("second_source = \"brochure\"", "second_source = \"wet\"", "is the first source"),
    ("second_source = \"brochure\"", "note = \"x\"", "sources.brochure: no value refers to it"),
    ("note = \"Staat in de wet.\"", "", "values.tabel: without second_source a note"),
    ("[\"100\", \"\"]", "[\"100\"]", "values.tabel: row 2: 1 cells, not 2"),
    ("[\"100\", \"\"]", "[\"0\", \"\"]", "values.tabel: the first column must rise"),
    ("[\"0\", \"10.0\"]", "[\"\", \"10.0\"]", "values.tabel: the first column must rise"),
    ("url = \"https://w", "url = \"http://w", "url must start with https://"),
    ("checked = 2026-11-22", "checked = \"gisteren\"", "invalid type"),
    ("checked = 2026-11-22", "checked = 10:00:00", "is not a date"),
    ("valid_from = 2026-01-01", "valid_from = 2026-01-02", "the file is named 2026-01-01.toml"),
    ("valid_to = 2026-12-31", "valid_to = 2025-12-31", "lies before valid_from"),
    ("valid_to = 2026-12-31", "", "missing field `valid_to`"),
    ("[values.bedrag]", "[values.Bedrag]", "values.Bedrag: a key is written in"),
];

#[test]
fn broken_data_is_refused_with_file_key_and_reason() {
    for (sound, broken, reason) in BROKEN {
        let text = SOUND.replacen(sound, broken, 1);
        assert_ne!(text, SOUND, "{sound} is not in the sound file");
        let problems = read(&[("2026-01-01.toml", &text)]).expect_err(reason).join("\n");
        assert!(problems.contains("parameters/proef/2026-01-01.toml"), "{problems}");
        assert!(problems.contains(reason), "{reason} is not in: {problems}");
    }
}

#[test]
fn files_that_do_not_fit_together_are_refused() {
    let next = SOUND.replace("2026-01-01", "2027-01-01").replace("2026-12-31", "2027-12-31");
    assert!(read(&[("2026-01-01.toml", SOUND), ("2027-01-01.toml", &next)]).is_ok());
    for (sound, broken, reason) in [
        ("2027-01-01", "2026-12-31", "holds until 2026-12-31, after"),
        ("[values.bedrag]", "[values.ander]", "values.bedrag is missing"),
        ("[values.bedrag]", "[values.ander]", "values.ander is not in 2026-01-01.toml"),
        ("EUR/maand", "EUR/jaar", "values.bedrag is in EUR/jaar, in another file in EUR/maand"),
        (
            "[\"EUR/jaar\", \"%\"]",
            "[\"EUR/jaar\", \"factor\"]",
            "values.tabel is in EUR/jaar;factor",
        ),
    ] {
        let other = next.replacen(sound, broken, 1);
        let name = if sound == "2027-01-01" { "2026-12-31.toml" } else { "2027-01-01.toml" };
        let problems = read(&[("2026-01-01.toml", SOUND), (name, &other)]).expect_err(reason);
        assert!(problems.join("\n").contains(reason), "{reason} is not in: {problems:?}");
    }
    assert!(read(&[]).is_err());
}

#[test]
fn broken_texts_are_refused() {
    let read = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        words::languages(&files)
    };
    let nl = "[a.b]\nc = \"woord\"\n";
    assert_eq!(read(&[("nl.toml", nl)]).expect("sound texts")["nl"]["a.b.c"], "woord");
    for (files, reason) in [
        (vec![("nl.toml", "a = 1\n")], "texts/nl.toml: a: is not a text"),
        (vec![("nl.toml", "a = \" \"\n")], "texts/nl.toml: a: is empty"),
        (vec![("nl.toml", "a = \"x\"\na = \"y\"\n")], "duplicate key"),
        (vec![("nl.toml", "\"a.b\" = \"x\"\n")], "a.b: a key is written in"),
        (vec![("Duits.toml", nl)], "texts/Duits.toml: the name is a language tag"),
        (vec![("en.toml", "x = \"word\"\n"), ("nl.toml", nl)], "texts/en.toml: a.b.c is missing"),
        (vec![("en.toml", "x = \"word\"\n"), ("nl.toml", nl)], "texts/nl.toml: x is missing"),
    ] {
        let problems = read(&files).expect_err(reason).join("\n");
        assert!(problems.contains(reason), "{reason} is not in: {problems}");
    }
}
