//! Nothing whatever makes the door or the rules panic: other JSON, a valid situation with parts replaced, damaged text,
//! the largest amounts. Longer: `PROPTEST_CASES`.

use calc_core::{ContractForm, Error, Explain, HoursOptions, Language};
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::door::WHOLE;
use tests::generate::situatie;

/// Computes whatever is accepted; `false` when it was refused with its problems.
fn computes(text: &str) -> bool {
    match calc_core::month(text, Explain::Yes) {
        Ok(month) => {
            let lines = serde_json::to_value(month.form(Language::NL)).expect("a result is JSON");
            assert!(lines["met_baan"]["besteedbaar"].is_string());
            true
        }
        Err(Error::Refused(problems)) => {
            assert!(!problems.is_empty());
            false
        }
        Err(error) => panic!("accepted and then not computed: {error}"),
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop_oneof![
            Just("0"),
            Just("5000"),
            Just("744.00"),
            Just("-1"),
            Just("1999-02-29"),
            Just("2026-12-31")
        ]
        .prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        let keys =
            prop_oneof![Just("huishouden".to_owned()), Just("baan".to_owned()), "[a-z_]{0,8}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(keys, inner, 0..6).prop_map(|fields| json!(fields)),
        ]
    })
}

/// Every value in a JSON text, by its pointer.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, it)| pointers(it, &format!("{here}/{key}"), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, it)| pointers(it, &format!("{here}/{at}"), found));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_it_panic(value in any_json(), other in ".{0,200}") {
        prop_assert!(!computes(&value.to_string()));
        computes(&other);
    }

    #[test]
    fn no_change_of_a_valid_situation_makes_it_panic(
        situatie in situatie(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any_json()), 1..4),
    ) {
        prop_assert!(computes(&situatie.to_string()));
        let mut changed = situatie;
        for (which, value) in changes {
            let mut all = Vec::new();
            pointers(&changed, "", &mut all);
            *changed.pointer_mut(&all[which.index(all.len())]).expect("there") = value;
        }
        computes(&changed.to_string());
    }

    #[test]
    fn no_damage_to_the_text_makes_it_panic(
        at in any::<prop::sample::Index>(),
        length in 0..6_usize,
        instead in prop_oneof![Just(String::new()), "[0-9.,\"{}:e+-]{1,3}", ".{1,3}"],
    ) {
        let mut characters: Vec<char> = WHOLE.chars().collect();
        let start = at.index(characters.len());
        let end = (start + length).min(characters.len());
        characters.splice(start..end, instead.chars());
        computes(&characters.into_iter().collect::<String>());
    }
}

/// Every amount at its bound, in every combination of the other answers.
#[test]
fn the_largest_amounts_together_still_add_up() {
    for baan in [json!({ "uurloon": "200" }), json!({ "maandloon": "20000" })] {
        for (korting, vakantiegeld, iack) in [
            (true, "mei", "maandelijks"),
            (false, "maandelijks", "niet"),
            (false, "mei", "maandelijks"),
        ] {
            let contract =
                json!({ "soort": "gastouder", "uren_per_maand": "744", "uurprijs": "50" });
            let child = json!({ "geboren": "2020-01-01", "opvang": [contract, contract, contract, contract] });
            let housemate = json!({ "geboren": "1930-01-01", "relatie": "overig", "inkomen_jaar": "1000000",
                "arbeidsinkomen_jaar": "1000000" });
            let mut job = baan.clone();
            for part in
                ["pensioenpremie", "verplichte_inhoudingen", "overige_inhoudingen", "reiskosten"]
            {
                job[part] = if part == "reiskosten" { "20000".into() } else { "0".into() };
            }
            job["uren_per_week"] = "60".into();
            job["loonheffingskorting"] = korting.into();
            job["vakantiegeld"] = vakantiegeld.into();
            let situatie = json!({
                "peildatum": "2026-12-31",
                "huishouden": {
                    "geboren": "1960-01-01",
                    "partner": { "geboren": "1960-01-01", "maandloon": "20000" },
                    "kinderen": vec![child; 12],
                    "inwonenden": vec![housemate; 10],
                    "kale_huur": "5000", "vaste_lasten": "10000", "vermogen": "10000000",
                    "alimentatie_kinderen": "10000", "alimentatie_partner": "10000",
                },
                "baan_nu": job, "baan": job, "iack": iack, "opvang_schaalt": "naar_uren",
            });
            let text = situatie.to_string();
            assert!(computes(&text));
            // 12 children x 4 contracts x 744 x 50.
            let result = tests::month(&text);
            assert_eq!(result["met_baan"]["kinderopvang_kosten"], "1785600.00");
            assert_eq!(result["verschil"]["besteedbaar"], "0.00");
            assert!(calc_core::hours(&text, HoursOptions::default()).is_ok());
        }
    }
}
