//! What the door refuses: every field of the contract, in every wrong way, each problem with the path of its field.

use std::collections::BTreeMap;

use calc_core::Situatie;
use tests::door::{WHOLE, paths, problems, refused_at, with};

const DATES: [&str; 6] = [
    "peildatum",
    "huishouden.geboren",
    "huishouden.partner.geboren",
    "huishouden.kinderen.0.geboren",
    "huishouden.inwonenden.0.geboren",
    "baan.start",
];

/// Amounts with the largest that is accepted.
const DECIMALS: [(&str, &str); 20] = [
    ("huishouden.partner.maandloon", "20000"),
    ("huishouden.kinderen.0.opvang.0.uren_per_maand", "744"),
    ("huishouden.kinderen.0.opvang.0.uurprijs", "50"),
    ("huishouden.inwonenden.0.inkomen_jaar", "1000000"),
    ("huishouden.inwonenden.0.arbeidsinkomen_jaar", "12000"),
    ("huishouden.kale_huur", "5000"),
    ("huishouden.vaste_lasten", "10000"),
    ("huishouden.vermogen", "10000000"),
    ("huishouden.gemeente_bedragen.werkpremie", "20000"),
    ("huishouden.alimentatie_kinderen", "10000"),
    ("huishouden.alimentatie_partner", "10000"),
    ("baan_nu.uren_per_week", "60"),
    ("baan_nu.maandloon", "20000"),
    ("baan.uren_per_week", "60"),
    ("baan.uurloon", "200"),
    ("baan.pensioenpremie", "20000"),
    ("baan.verplichte_inhoudingen", "20000"),
    ("baan.overige_inhoudingen", "20000"),
    ("baan.reiskosten", "20000"),
    ("baan.reisvergoeding", "20000"),
];

const WHOLE_NUMBERS: [(&str, u32); 2] =
    [("bijstand.vrijlating_n_maanden", 6), ("bijstand.vrijlating_r_maanden", 30)];

const YES_NO: [&str; 9] = [
    "huishouden.zelfstandige_woning",
    "huishouden.gemeente_meetellen",
    "huishouden.medische_urenbeperking",
    "huishouden.inwonenden.0.werkt",
    "huishouden.inwonenden.0.studeert",
    "huishouden.inwonenden.0.huurt_zakelijk",
    "bijstand.ontvangt",
    "bijstand.beroep_op_ouders",
    "baan.loonheffingskorting",
];

const WORDS: [&str; 7] = [
    "huishouden.kinderen.0.opvang.0.soort",
    "huishouden.inwonenden.0.relatie",
    "huishouden.gemeente",
    "baan.soort",
    "baan.vakantiegeld",
    "iack",
    "opvang_schaalt",
];

const OBJECTS: [&str; 9] = [
    "huishouden",
    "huishouden.partner",
    "huishouden.gemeente_bedragen",
    "huishouden.kinderen.0",
    "huishouden.kinderen.0.opvang.0",
    "huishouden.inwonenden.0",
    "bijstand",
    "baan_nu",
    "baan",
];

const LISTS: [&str; 3] =
    ["huishouden.kinderen", "huishouden.kinderen.0.opvang", "huishouden.inwonenden"];

const REQUIRED: [&str; 10] = [
    "peildatum",
    "huishouden",
    "huishouden.geboren",
    "huishouden.partner.geboren",
    "huishouden.kinderen.0.geboren",
    "huishouden.kinderen.0.opvang.0.soort",
    "huishouden.kinderen.0.opvang.0.uurprijs",
    "huishouden.inwonenden.0.relatie",
    "huishouden.inwonenden.0.inkomen_jaar",
    "baan",
];

/// Where `null` is an answer. A wage that is `null` was left out, which is another refusal of the same field.
/// Hours of care that are `null` follow from the week.
const MAY_BE_NULL: [&str; 4] = [
    "huishouden.partner",
    "huishouden.kale_huur",
    "huishouden.kinderen.0.opvang.0.uren_per_maand",
    "baan_nu",
];

#[test]
fn the_whole_situation_is_accepted() {
    assert_eq!(paths(&problems(WHOLE)), Vec::<&str>::new());
    for (path, largest) in DECIMALS {
        for written in
            [format!("\"{largest}\""), largest.to_owned(), "0".to_owned(), "\"0.5\"".to_owned()]
        {
            // A housemate's wage is part of the income, and her income cannot fall below it.
            let zero_income = path.ends_with(".inkomen_jaar") && written.len() < 6;
            let expected = if zero_income {
                vec!["huishouden.inwonenden.0.arbeidsinkomen_jaar"]
            } else {
                vec![]
            };
            assert_eq!(
                paths(&problems(&with(path, Some(&written)))),
                expected,
                "{path} = {written}"
            );
        }
    }
    for path in MAY_BE_NULL {
        assert_eq!(paths(&problems(&with(path, Some("null")))), Vec::<&str>::new(), "{path}");
    }
}

#[test]
fn a_required_field_that_is_missing() {
    for path in REQUIRED {
        refused_at(&with(path, None), &[path]);
    }
    refused_at(
        &with("huishouden.inwonenden.0.geboren", None),
        &["huishouden.inwonenden.0.geboren"],
    );
    refused_at(&with("baan.uren_per_week", None), &["baan.uren_per_week"]);
    refused_at(&with("bijstand.beroep_op_ouders", None), &["bijstand.beroep_op_ouders"]);
    refused_at(&with("bijstand", None), &["bijstand.beroep_op_ouders"]);
    refused_at(&with("baan.uurloon", None), &["baan.uurloon"]);
    refused_at(&with("baan.uurloon", Some("null")), &["baan.uurloon"]);
}

#[test]
fn an_optional_field_that_is_missing_takes_its_default() {
    let all = DATES
        .iter()
        .copied()
        .chain(DECIMALS.map(|(path, _)| path))
        .chain(YES_NO)
        .chain(WORDS)
        .chain(OBJECTS);
    let all = all.chain(LISTS).chain(WHOLE_NUMBERS.map(|(path, _)| path));
    let required = ["bijstand", "huishouden.inwonenden.0.geboren", "bijstand.beroep_op_ouders"];
    let wages =
        ["baan.uurloon", "baan_nu.maandloon", "baan.uren_per_week", "baan_nu.uren_per_week"];
    let months = ["bijstand.vrijlating_n_maanden"];
    // Hours of care that are left out follow from the week.
    let from_week = ["huishouden.kinderen.0.opvang.0.uren_per_maand"];
    // Of the amounts by hand each is there or not; none has a default.
    let by_hand = ["huishouden.gemeente_bedragen.werkpremie"];
    let never: Vec<&str> =
        [&REQUIRED[..], &required, &wages, &months, &by_hand, &from_week].concat();
    let in_list = |path: &str| path.ends_with(".0");
    for path in all.filter(|path| !never.contains(path) && !in_list(path)) {
        let situatie = Situatie::from_json(&with(path, None))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(situatie.defaulted.iter().any(|left_out| left_out.path == path), "{path}");
    }
}

#[test]
fn a_value_of_the_wrong_type_or_form() {
    let every_type = BTreeMap::from([
        (
            "date",
            vec![
                "1",
                "1.5",
                "true",
                "null",
                "[]",
                "{}",
                "\"\"",
                "\"1 oktober\"",
                "\"2026-1-1\"",
                "\"20261001\"",
                "\" 2026-10-01\"",
                "\"2026-10-01T00:00:00\"",
                "\"2026-02-30\"",
                "\"2026-13-01\"",
                "\"0000-00-00\"",
            ],
        ),
        (
            "decimal",
            vec![
                "true",
                "[]",
                "{}",
                "\"\"",
                "\"NaN\"",
                "\"1e9\"",
                "1e9",
                "1E2",
                "\"12,3.4\"",
                "\"12,30\"",
                "\"+5\"",
                "\" 5\"",
                "\"5 \"",
                "\"1.234\"",
                "1.234",
                "\"1.\"",
                "\".5\"",
                "\"1_000\"",
                "\"\u{663}\"",
                "\"inf\"",
                "\"0x10\"",
                "\"--1\"",
                "\"-1\"",
                "-0.01",
                "\"99999999999999999999999999999999999999\"",
            ],
        ),
        (
            "whole",
            vec![
                "\"3\"",
                "3.0",
                "3.5",
                "1e0",
                "-1",
                "true",
                "null",
                "[]",
                "{}",
                "99999999999999999999",
            ],
        ),
        ("yes_no", vec!["\"true\"", "1", "0", "null", "\"ja\"", "[]", "{}"]),
        ("word", vec!["\"\"", "\"anders\"", "\"Mei\"", "1", "true", "null", "[]", "{}"]),
        ("object", vec!["1", "\"\"", "true", "[]"]),
        ("list", vec!["1", "\"\"", "true", "null", "{}"]),
    ]);
    let kinds = [
        ("date", DATES.to_vec()),
        ("decimal", DECIMALS.map(|(path, _)| path).to_vec()),
        ("whole", WHOLE_NUMBERS.map(|(path, _)| path).to_vec()),
        ("yes_no", YES_NO.to_vec()),
        ("word", WORDS.to_vec()),
        ("object", OBJECTS.to_vec()),
        ("list", LISTS.to_vec()),
    ];
    for (kind, fields) in kinds {
        for path in fields {
            for wrong in &every_type[kind] {
                refused_at(&with(path, Some(wrong)), &with_what_it_needs(path));
            }
        }
    }
}

#[test]
fn null_is_refused_where_the_contract_does_not_say_so() {
    let decimals = DECIMALS.map(|(path, _)| path);
    for path in decimals.iter().chain(&OBJECTS).filter(|path| !MAY_BE_NULL.contains(path)) {
        // Of a job paid by the month `uurloon` is the field that is asked for.
        let expected = if *path == "baan_nu.maandloon" { "baan_nu.uurloon" } else { path };
        refused_at(&with(path, Some("null")), &with_what_it_needs(expected));
    }
}

/// The path of a field of the wrong kind, and of what has to stand in it at her age of 20.
fn with_what_it_needs(path: &str) -> Vec<&str> {
    if path == "bijstand" { vec![path, "bijstand.beroep_op_ouders"] } else { vec![path] }
}

#[test]
fn a_value_above_its_bound() {
    for (path, largest) in DECIMALS {
        refused_at(&with(path, Some(&format!("\"{largest}.01\""))), &[path]);
    }
    for (path, largest) in WHOLE_NUMBERS {
        refused_at(&with(path, Some(&(largest + 1).to_string())), &[path]);
    }
}
