//! What holds for every household: sums, signs, bounds. More cases than here by default: `PROPTEST_CASES`.

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use tests::generate::situatie;
use tests::{LINES, YEARLY, amount, decimal, month, month_with, scheme};

const BOTH: [&str; 2] = ["nu", "met_baan"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_and_differences_add_up_to_the_cent(situatie in situatie()) {
        let result = month(&situatie.to_string());
        for at in ["nu", "met_baan", "verschil"] {
            let line = |line: &str| amount(&result, &format!("{at}.{line}"));
            let sum: Decimal = LINES[..9].iter().map(|name| line(name)).sum();
            let left = sum - line("kinderopvang_kosten") - line("reiskosten");
            prop_assert_eq!(left, line("besteedbaar"));
            let year = |part: &str| amount(&result, &format!("per_jaar.{at}.{part}"));
            let once: Decimal = YEARLY.iter().map(|part| year(part)).sum();
            let all_year = line("besteedbaar") * Decimal::from(12) + once;
            prop_assert_eq!(all_year, year("besteedbaar_jaar"));
        }
        let lines = result["verschil"].as_object().expect("the lines").keys();
        let lines = lines.cloned();
        let years = YEARLY.iter().chain(&["besteedbaar_jaar"]).map(|part| (*part).to_owned());
        for (group, name) in lines.map(|it| ("", it)).chain(years.map(|it| ("per_jaar.", it))) {
            let at = |situation: &str| amount(&result, &format!("{group}{situation}.{name}"));
            prop_assert_eq!(at("met_baan") - at("nu"), at("verschil"), "{}", name);
        }
        for at in BOTH {
            let fixed = decimal(situatie["huishouden"]["vaste_lasten"].as_str().expect("given"));
            let line = |line: &str| amount(&result, &format!("{at}.{line}"));
            prop_assert_eq!(line("over_na_vaste_lasten"), line("besteedbaar") - fixed);
        }
    }

    #[test]
    fn no_line_is_negative_but_travel(situatie in situatie()) {
        let result = month(&situatie.to_string());
        for at in BOTH {
            for line in &LINES[..10] {
                let bedrag = amount(&result, &format!("{at}.{line}"));
                prop_assert!(bedrag >= Decimal::ZERO, "{}: {}", line, bedrag);
            }
            for part in &YEARLY[..2] {
                let part = format!("per_jaar.{at}.{part}");
                prop_assert!(amount(&result, &part) >= Decimal::ZERO, "{}", part);
            }
            let set_off = amount(&result, &format!("per_jaar.{at}.te_verrekenen_met_bijstand"));
            prop_assert!(set_off <= Decimal::ZERO);
        }
    }

    #[test]
    fn the_parts_of_the_childcare_bill_are_the_bill(situatie in situatie()) {
        let result = month(&situatie.to_string());
        let part = |name: &str| amount(&result, &format!("kinderopvang.{name}"));
        let parts = ["toeslag", "eigen_deel", "boven_maximum", "boven_230_uur"];
        prop_assert_eq!(parts.iter().map(|name| part(name)).sum::<Decimal>(), part("rekening"));
        prop_assert!(parts.iter().all(|name| part(name) >= Decimal::ZERO));
        prop_assert_eq!(part("rekening"), amount(&result, "met_baan.kinderopvang_kosten"));
        prop_assert_eq!(part("toeslag"), amount(&result, "met_baan.kinderopvangtoeslag"));
    }

    #[test]
    fn the_same_input_gives_the_same_output_explained_or_not(situatie in situatie()) {
        let text = situatie.to_string();
        let plain = month(&text);
        prop_assert_eq!(&month(&text), &plain);
        let mut explained = month_with(&text, calc_core::Explain::Yes);
        let trees = explained.as_object_mut().expect("a result").remove("uitleg");
        prop_assert!(trees.is_some_and(|trees| trees.is_object()));
        prop_assert_eq!(explained, plain);
    }

    #[test]
    fn the_first_phase_is_the_month_with_the_job_and_the_last_has_no_end(situatie in situatie()) {
        let result = month(&situatie.to_string());
        let phases = result["fasen"].as_array().expect("phases");
        for key in ["besteedbaar", "verschil"] {
            let first = amount(&phases[0], key);
            let job = if key == "verschil" { "verschil" } else { "met_baan" };
            prop_assert_eq!(first, amount(&result, &format!("{job}.besteedbaar")));
        }
        let mut month = Some(1);
        for phase in phases {
            prop_assert_eq!(phase["van_maand"].as_u64(), month);
            month = phase["tot_maand"].as_u64().map(|last| last + 1);
        }
        let placement = phases.len() == 1 && phases[0]["regel"] == "proefplaatsing";
        prop_assert_eq!(month, placement.then_some(3));
        for pair in phases.windows(2) {
            let content = |phase: &Value| {
                let mut phase = phase.clone();
                let keys = phase.as_object_mut().expect("a phase");
                keys.retain(|key, _| !["van_maand", "tot_maand"].contains(&key.as_str()));
                phase
            };
            prop_assert_ne!(content(&pair[0]), content(&pair[1]), "neighbours that are one");
        }
    }

    #[test]
    fn no_bijstand_no_disregard_and_never_both_when_it_is_not_received(situatie in situatie()) {
        let result = month(&situatie.to_string());
        let receives = situatie["bijstand"]["ontvangt"] == true;
        for at in BOTH {
            let between = |name: &str| amount(&result, &format!("tussen.{at}.{name}"));
            let rule = &result["tussen"][at]["vrijlating_regel"];
            if !receives {
                prop_assert_eq!(amount(&result, &format!("{at}.bijstand")), Decimal::ZERO);
                prop_assert_eq!(between("vakantiegeld_claim"), Decimal::ZERO);
                prop_assert_eq!(rule, "geen");
            }
            if rule == "geen" {
                prop_assert_eq!(between("vrijlating"), Decimal::ZERO);
            }
            prop_assert!(between("bijstand_inclusief") <= between("norm"));
            prop_assert!(between("vrijlating") <= between("bruto"));
        }
        for phase in result["fasen"].as_array().expect("phases") {
            prop_assert!(receives || ["geen", "proefplaatsing", "traject"].iter().any(|it| phase["regel"] == *it));
        }
    }

    #[test]
    fn the_health_allowance_is_never_above_its_published_maximum(situatie in situatie()) {
        let result = month(&situatie.to_string());
        // Per month in 2026: 129 alone, 246 for a couple, and half of that couple's year beside a housemate.
        let warnings = tests::codes(&result, "waarschuwingen");
        let maximum = if !situatie["huishouden"]["partner"].is_null() {
            246
        } else if warnings.contains(&"inwonende_is_toeslagpartner") {
            123
        } else {
            129
        };
        for at in BOTH {
            let line = format!("{at}.zorgtoeslag");
            prop_assert!(amount(&result, &line) <= Decimal::from(maximum));
        }
    }

    #[test]
    fn the_monthly_iack_is_at_most_a_twelfth_of_the_credit(situatie in situatie()) {
        let result = month(&situatie.to_string());
        // Holiday pay can only be left out of `bruto` with a payout in May: 8% more is an upper bound.
        let holiday = decimal("1.08");
        for at in BOTH {
            let hers = amount(&result, &format!("tussen.{at}.fiscaal_loon"));
            let gross = amount(&result, &format!("tussen.{at}.bruto"));
            let his = situatie["huishouden"]["partner"]["maandloon"].as_str().map_or(Decimal::ZERO, decimal);
            let wage = (hers + gross * (holiday - Decimal::ONE)).max(his * holiday) * Decimal::from(12);
            let keys = [format!("arbeidsinkomen={:.2}", wage + Decimal::ONE)];
            let credit = amount(&scheme("iack", "2026-01-01", &keys).expect("an answer"), "bedrag");
            let twelve = amount(&result, &format!("{at}.iack")) * Decimal::from(12);
            // A twelfth is rounded to cents: at most half a cent twelve times over.
            prop_assert!(twelve <= credit + decimal("0.06"));
            if situatie["iack"] == "niet" {
                prop_assert_eq!(twelve, Decimal::ZERO);
            }
        }
    }
}
