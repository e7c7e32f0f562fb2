//! Which households have to be among those that are computed.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tests::codes;
use tests::generate_calendar::situatie;

use super::of;
use super::sums::adds_up;

/// The generated households are of every kind: a property that holds of none of them says nothing.
#[test]
fn the_generated_households_meet_everything_that_is_told() {
    let mut runner = TestRunner::deterministic();
    let strategy = situatie();
    let mut met = BTreeSet::new();
    for _ in 0..700 {
        let situatie = strategy.new_tree(&mut runner).expect("a situation").current();
        let result = of(&situatie);
        for list in ["waarschuwingen", "aannames", "niet_berekend", "te_doen"] {
            met.extend(codes(&result, list).into_iter().map(str::to_owned));
        }
    }
    let expected = [
        "bijstand_stopt",
        "bijstand_keert_terug",
        "bijstand_begint",
        "belasting_te_betalen",
        "aanslag_naar_gemeente",
        "toeslag_terug",
        "toeslag_kwijtgescholden",
        "tekort_op_de_rekening",
        "kinderopvangtoeslag_komt_later",
        "niet_melden",
        "start_niet_op_de_eerste",
        "baan_zonder_uren",
        "proefplaatsing_eindigt",
        "opvang_past_niet_bij_leeftijd",
        "kind_geboren",
        "kind_wordt_4",
        "kind_wordt_12",
        "kind_wordt_13",
        "kind_wordt_16",
        "kind_wordt_18",
        "moeder_wordt_21",
        "moeder_wordt_27",
        "overgang_2027",
        "vrijlating_opnieuw",
        "jaarinkomen_telt_terug",
        "opvanguren_over",
        "verlof_bij_bevalling",
        "huurder_doorgeven",
        "iack_aanvragen",
        "keuze_k4",
        "keuze_k6",
        "keuze_k7",
        "keuze_k8",
        "keuze_k9",
        "keuze_k10",
        "keuze_k11",
        "keuze_k14",
        "keuze_k15",
    ];
    let missed: Vec<&str> = expected.into_iter().filter(|code| !met.contains(*code)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Households that have to be among them, at every start.
#[test]
fn the_households_that_must_be_among_them_add_up_at_every_start() {
    let sister = json!({
        "geboren": "1996-04-01", "relatie": "broer_of_zus", "werkt": true,
        "inkomen_jaar": "27000", "arbeidsinkomen_jaar": "27000",
    });
    let child = json!({
        "geboren": "2023-06-15",
        "opvang": [{ "soort": "dagopvang", "uren_per_maand": "110", "uurprijs": "11.95" }],
    });
    let per_month = |hours: &str, wage: &str| json!({ "uren_per_week": hours, "maandloon": wage });
    let placement = json!({ "soort": "proefplaatsing", "uren_per_week": "24", "uurloon": "15.52" });
    let mut computed = 0;
    for months in 0..=17 {
        let start = date(2026, 2, 1).saturating_add(months.months());
        let day = start.saturating_sub(1.months());
        for (born, with, baan) in [
            ("1990-05-03", json!([sister]), per_month("28", "2000")),
            ("1990-05-03", json!([]), per_month("36", "3600")),
            ("1990-05-03", json!([]), placement.clone()),
            ("2003-05-03", json!([]), per_month("32", "2000")),
        ] {
            for (melden, stopt, afrekening) in [
                ("direct", Value::Null, "schatting"),
                ("direct", json!(5), "achteraf"),
                ("niet", Value::Null, "achteraf"),
                ("niet", json!(5), "schatting"),
            ] {
                let mut situatie = json!({
                    "peildatum": day.to_string(),
                    "huishouden": { "geboren": born, "kinderen": [child], "inwonenden": with, "kale_huur": "655" },
                    "baan": baan,
                    "kalender": { "melden": melden, "baan_stopt_na": stopt, "afrekening": afrekening },
                });
                situatie["baan"]["start"] = start.to_string().into();
                adds_up(&of(&situatie)).unwrap_or_else(|wrong| panic!("{wrong}\n{situatie}"));
                computed += 1;
            }
        }
    }
    assert_eq!(computed, 18 * 4 * 4);
}
