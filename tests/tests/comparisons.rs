//! Two households that differ in one thing: what may change with it, and what may not.

use calc_core::ContractForm;
use calc_core::Language;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::generate::situatie;
use tests::{amount, decimal, month};

/// The situation with one part changed.
fn with(situatie: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut changed = situatie.clone();
    change(&mut changed);
    changed
}

fn euros(cents: i64) -> Value {
    json!(format!("{}.{:02}", cents / 100, cents % 100))
}

/// A job that pays wage, by the month.
fn paid_by_month(situatie: &Value, maandloon: i64) -> Value {
    with(situatie, |it| {
        it["baan"]["soort"] = "dienstverband".into();
        it["baan"]["uren_per_week"] = "20".into();
        it["baan"]["uurloon"] = Value::Null;
        it["baan"]["maandloon"] = euros(maandloon);
    })
}

/// Everything but what is said in words.
fn amounts(result: &Value) -> Value {
    with(result, |it| {
        let keys = it.as_object_mut().expect("a result");
        keys.retain(|key, _| {
            !["aannames", "niet_berekend", "waarschuwingen"].contains(&key.as_str())
        });
    })
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_price_above_the_maximum_raises_no_allowance_and_costs_every_cent(
        situatie in situatie(),
        above in 0..500_i64,
        more in 1..500_i64,
    ) {
        // The maximum prices of 2026: 11.23, 9.98 and 8.49.
        let maximum = |soort: &Value| if *soort == "dagopvang" { 1_123 } else if *soort == "bso" { 998 } else { 849 };
        let priced = |above: i64| with(&situatie, |it| {
            for kind in it["huishouden"]["kinderen"].as_array_mut().expect("a list") {
                for opvang in kind["opvang"].as_array_mut().expect("a list") {
                    opvang["uurprijs"] = euros(maximum(&opvang["soort"]) + above);
                }
            }
        });
        let (cheap, dear) = (month(&priced(above).to_string()), month(&priced(above + more).to_string()));
        for at in ["nu", "met_baan"] {
            for line in cheap[at].as_object().expect("the lines").keys() {
                let of = |result: &Value, line: &str| amount(result, &format!("{at}.{line}"));
                let cost = of(&dear, "kinderopvang_kosten") - of(&cheap, "kinderopvang_kosten");
                let expected = match line.as_str() {
                    "kinderopvang_kosten" => cost,
                    "besteedbaar" | "over_na_vaste_lasten" => -cost,
                    _ => Decimal::ZERO,
                };
                prop_assert_eq!(of(&dear, line) - of(&cheap, line), expected, "{} {}", at, line);
            }
        }
        let part = |result: &Value, name: &str| amount(result, &format!("kinderopvang.{name}"));
        prop_assert_eq!(part(&cheap, "eigen_deel"), part(&dear, "eigen_deel"));
    }

    #[test]
    fn bijstand_never_rises_with_net_wage_but_where_the_official_table_falls(
        situatie in situatie(),
        one in 0..400_000_i64,
        more in prop_oneof![1..1_000_i64, 1..100_000_i64],
    ) {
        // The monthly IACK is rounded to euros on its way, so it is left out here.
        let results = [one, one + more].map(|wage| {
            let situatie = with(&paid_by_month(&situatie, wage), |it| it["iack"] = "niet".into());
            month(&situatie.to_string())
        });
        let of = |at: usize, name: &str| amount(&results[at], &format!("tussen.met_baan.{name}"));
        let geteld = |at: usize| of(at, "ink") - of(at, "vrijlating");
        let (low, high) = if of(0, "ink") <= of(1, "ink") { (0, 1) } else { (1, 0) };
        prop_assert!(geteld(low) <= geteld(high), "the disregard takes more than the wage brings");
        // At these counted wages the claim of the official table drops.
        let falls = ["876.39", "2175.48"].map(decimal);
        let in_table = situatie["baan"]["loonheffingskorting"] == true && situatie["baan"]["vakantiegeld"] == "mei";
        let jump = in_table && falls.iter().any(|&at| geteld(low) < at && at <= geteld(high));
        if !jump {
            prop_assert!(of(low, "bijstand_inclusief") >= of(high, "bijstand_inclusief"));
        }
    }

    #[test]
    fn a_child_never_lowers_the_norm(situatie in situatie(), days in 0..6_500_i32) {
        let day: jiff::civil::Date = situatie["peildatum"].as_str().expect("a date").parse().expect("a date");
        let more = with(&situatie, |it| {
            let born = day.saturating_sub(jiff::Span::new().days(days)).to_string();
            let children = it["huishouden"]["kinderen"].as_array_mut().expect("a list");
            children.push(json!({ "geboren": born }));
        });
        let norm = |situatie: &Value| amount(&month(&situatie.to_string()), "tussen.nu.norm");
        prop_assert!(norm(&more) >= norm(&situatie));
    }

    #[test]
    fn who_shares_the_costs_never_raises_the_norm(situatie in situatie(), age in 18..80_i16) {
        let more = with(&situatie, |it| {
            let year: i16 = it["peildatum"].as_str().and_then(|day| day[..4].parse().ok()).expect("a year");
            let who = json!({ "geboren": format!("{}-01-01", year - age), "relatie": "overig", "inkomen_jaar": "0" });
            it["huishouden"]["inwonenden"].as_array_mut().expect("a list").push(who);
        });
        let norm = |situatie: &Value| amount(&month(&situatie.to_string()), "tussen.nu.norm");
        let (before, after) = (norm(&situatie), norm(&more));
        prop_assert!(after <= before);
        if age < 27 {
            prop_assert_eq!(after, before, "below 27 nobody shares the costs");
        }
    }

    #[test]
    fn no_wage_is_no_net_wage_and_no_disregard(situatie in situatie()) {
        let result = month(&paid_by_month(&situatie, 0).to_string());
        let partner = result["tussen"]["met_baan"]["partner"].is_object();
        let his = if partner { amount(&result, "tussen.met_baan.partner.netto_loon") } else { Decimal::ZERO };
        prop_assert_eq!(amount(&result, "met_baan.netto_loon"), his);
        for part in ["bruto", "loonheffing", "vrijlating", "vakantiegeld_claim"] {
            prop_assert_eq!(amount(&result, &format!("tussen.met_baan.{part}")), Decimal::ZERO);
        }
        prop_assert_eq!(amount(&result, "met_baan.kinderopvangtoeslag"), Decimal::ZERO);
    }

    #[test]
    fn a_month_wage_is_the_hourly_wage_that_gives_it(
        situatie in situatie(),
        uurloon in 700..4_000_i64,
        halves in 1..=80_i64,
    ) {
        // Cents of a month, half up: uurloon x (halves / 2) x 52 / 12.
        let maandloon = (uurloon * halves * 52 * 2 + 24) / 48;
        let by_hour = with(&situatie, |it| {
            it["baan"]["soort"] = "dienstverband".into();
            it["baan"]["uren_per_week"] = json!(format!("{}.{}", halves / 2, halves % 2 * 5));
            it["baan"]["maandloon"] = Value::Null;
            it["baan"]["uurloon"] = euros(uurloon);
        });
        let by_month = with(&by_hour, |it| {
            it["baan"]["uurloon"] = Value::Null;
            it["baan"]["maandloon"] = euros(maandloon);
        });
        prop_assert_eq!(amounts(&month(&by_hour.to_string())), amounts(&month(&by_month.to_string())));
    }

    /// Without bijstand the credit only moves money between the months and the assessment. With bijstand it does not
    /// hold: the disregard and the claim look at the net wage.
    #[test]
    fn the_next_hundred_is_what_a_month_with_a_hundred_more_leaves(
        situatie in situatie(),
        loon in 1..450_000_i64,
    ) {
        let offered = month(&paid_by_month(&situatie, loon).to_string());
        let more = month(&paid_by_month(&situatie, loon + 10_000).to_string());
        let left = |result: &Value| amount(result, "met_baan.besteedbaar");
        prop_assert_eq!(amount(&offered, "volgende_100"), left(&more) - left(&offered));
    }

    #[test]
    fn the_credit_at_the_employer_moves_months_and_leaves_the_year(situatie in situatie(), loon in 0..450_000_i64) {
        let without_bijstand = with(&paid_by_month(&situatie, loon), |it| {
            it["bijstand"]["ontvangt"] = false.into();
            for part in ["pensioenpremie", "verplichte_inhoudingen", "overige_inhoudingen"] {
                it["baan"][part] = "0".into();
            }
        });
        let year = |korting: bool| {
            let situatie = with(&without_bijstand, |it| it["baan"]["loonheffingskorting"] = korting.into());
            let result = month(&situatie.to_string());
            (amount(&result, "per_jaar.met_baan.besteedbaar_jaar"), amount(&result, "met_baan.iack"))
        };
        let ((with_credit, iack), (without_credit, same_iack)) = (year(true), year(false));
        prop_assert_eq!(iack, same_iack);
        let more = with_credit - without_credit;
        // A balance from -58 to +18 is neither collected nor paid out (art. 9.4 Wet IB 2001), one of each at most. A
        // monthly IACK (hers: there is no partner) always brings an assessment, and then nothing is left of it.
        let assessed = iack > Decimal::ZERO && situatie["huishouden"]["partner"].is_null();
        let bound = if assessed { 0 } else { 58 + 18 };
        prop_assert!(more.abs() <= Decimal::from(bound), "{}", more);
    }

    #[test]
    fn the_curve_at_the_hours_of_the_job_is_the_month_with_it(situatie in situatie()) {
        let hours = decimal(situatie["baan"]["uren_per_week"].as_str().expect("given"));
        // Whole days of care go by the hours of the week plan, which can be others.
        prop_assume!(!hours.is_zero() && situatie["opvang_schaalt"] != "dagen");
        let text = situatie.to_string();
        let options = calc_core::HoursOptions { from: hours, to: hours, step: Decimal::ONE };
        let curve = calc_core::hours(&text, options).expect("a curve");
        let curve = serde_json::to_value(curve.form(Language::NL)).expect("JSON");
        let mut point = curve["punten"][0].clone();
        let written = point.as_object_mut().expect("a point").remove("uren");
        prop_assert_eq!(written.as_ref().and_then(Value::as_str).map(decimal), Some(hours));
        let result = month(&text);
        let of_month = &result["schulden"]["maand"]["met_baan"];
        for after_creditors in ["naar_schuldeisers", "over_na_schulden"] {
            let of_point = point.as_object_mut().expect("a point").remove(after_creditors);
            prop_assert_eq!(of_point.as_ref(), of_month.get(after_creditors));
        }
        prop_assert_eq!(&point, &result["met_baan"]);
        prop_assert_eq!(&curve["nu"], &result["nu"]);
    }
}
