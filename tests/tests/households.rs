//! Whole households: what holds in each, and between two of them. Amounts by hand stand in `fixtures/worked`.

use calc_core::Explain;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::{
    LINES, YEARLY, amount, decimal, files, household, month, month_with, read, repository,
};

/// The household with one part of it changed.
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie: Value = serde_json::from_str(&household(name)).expect("JSON");
    change(&mut situatie);
    month(&situatie.to_string())
}

/// The base of most worked households: one child of 6, and 16 hours at 15 euros.
fn one_child(change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie: Value =
        serde_json::from_str(&read(&repository("fixtures/worked/one-child.json"))).expect("JSON");
    change(&mut situatie);
    situatie
}

#[test]
fn every_household_computes_and_its_lines_add_up() {
    let all = files("fixtures/households", "json");
    assert!(all.len() >= 10);
    for path in all {
        let name = path.display();
        let result = month(&read(&path));
        for situation in ["nu", "met_baan", "verschil"] {
            let line = |line: &str| amount(&result, &format!("{situation}.{line}"));
            let costs = line("kinderopvang_kosten") + line("reiskosten");
            let plus: Decimal = LINES[..9].iter().map(|name| line(name)).sum();
            assert_eq!(plus - costs, line("besteedbaar"), "{name}: {situation}");
            let year = |part: &str| amount(&result, &format!("per_jaar.{situation}.{part}"));
            let once: Decimal = YEARLY.iter().map(|part| year(part)).sum();
            let twelve = line("besteedbaar") * Decimal::from(12);
            assert_eq!(twelve + once, year("besteedbaar_jaar"), "{name}: {situation}");
        }
        for line in LINES {
            let at = |situation: &str| amount(&result, &format!("{situation}.{line}"));
            assert_eq!(at("met_baan") - at("nu"), at("verschil"), "{name}: {line}");
        }
    }
}

#[test]
fn without_a_grandmother_in_the_house_there_is_an_iack() {
    let alone =
        changed("grandmother", |it| it["huishouden"]["inwonenden"] = Value::Array(Vec::new()));
    assert!(amount(&alone, "met_baan.iack") > Decimal::ZERO);
}

#[test]
fn fixed_costs_come_off_at_the_end() {
    let result = month(&household("older-children"));
    let left = amount(&result, "met_baan.besteedbaar") - Decimal::from(950);
    assert_eq!(amount(&result, "met_baan.over_na_vaste_lasten"), left);
}

#[test]
fn who_works_already_is_compared_per_extra_hour() {
    let result = month(&household("working-already"));
    let extra_hours_a_year = Decimal::from(12 * 52);
    let year = amount(&result, "verschil.besteedbaar") * Decimal::from(12);
    let rounding = (amount(&result, "per_gewerkt_uur") * extra_hours_a_year - year).abs();
    assert!(rounding <= extra_hours_a_year * decimal("0.005"));
}

#[test]
fn a_couple_has_no_r_in_any_phase() {
    let result = month(&household("couple"));
    let phases = result["fasen"].as_array().expect("phases");
    let r = |phase: &Value| phase["regel"] == "r" || phase["alternatief"]["regel"] == "r";
    assert!(!phases.iter().any(r));
}

#[test]
fn the_holiday_pay_of_a_couple_is_that_of_both() {
    let result = month(
        &one_child(|it| {
            it["bijstand"]["ontvangt"] = false.into();
            it["iack"] = "maandelijks".into();
            it["huishouden"]["partner"] = json!({ "geboren": "1993-02-17", "maandloon": "1000" });
            it["huishouden"]["alimentatie_partner"] = "100".into();
            it["baan"] = json!({ "uren_per_week": "32", "maandloon": "2000" });
        })
        .to_string(),
    );
    // 8% of 1,000 and of 2,000 a year, 960 and 1,920, less the special rate of each.
    let year = |at: &str| amount(&result, &format!("per_jaar.{at}.vakantiegeld_netto"));
    let (now, with_job) = (year("nu"), year("met_baan"));
    assert!(now > decimal("900") && with_job > now + decimal("900"), "{now} {with_job}");
}

#[test]
fn a_refund_over_a_year_with_bijstand_is_set_off_against_it() {
    // Without the credit at her employer too much is withheld: it comes back, and the municipality takes it.
    let without = one_child(|it| it["baan"]["loonheffingskorting"] = false.into());
    let result = month(&without.to_string());
    let year = |part: &str| amount(&result, &format!("per_jaar.met_baan.{part}"));
    assert!(year("saldo_belasting") > decimal("100"), "{}", year("saldo_belasting"));
    assert_eq!(year("te_verrekenen_met_bijstand"), -year("saldo_belasting"));
}

/// The value of a step, somewhere in the explanation of a line.
fn step(result: &Value, line: &str, name: &str) -> Option<String> {
    fn find(tree: &Value, name: &str) -> Option<String> {
        tree["stappen"].as_array()?.iter().find_map(|step| {
            let found = (step["naam"] == name).then(|| step["waarde"].as_str().map(str::to_owned));
            found.flatten().or_else(|| find(&step["regel"], name)).or_else(|| find(step, name))
        })
    }
    find(&result["uitleg"]["nu"][line], name)
}

#[test]
fn of_a_child_under_23_on_1_january_only_income_above_6218_counts_for_the_rent() {
    let rent_income = |born: &str, relatie: &str, inkomen: &str| {
        let situatie = one_child(|it| {
            it["huishouden"]["geboren"] = "1975-01-01".into();
            it["huishouden"]["kale_huur"] = "600".into();
            it["huishouden"]["inwonenden"] =
                json!([{ "geboren": born, "relatie": relatie, "inkomen_jaar": inkomen }]);
        });
        let result = month_with(&situatie.to_string(), Explain::Yes);
        let income = step(&result, "huurtoeslag", "rekeninkomen").expect("an income");
        decimal(&income) - amount(&result, "tussen.nu.toetsingsinkomen")
    };
    for (born, relatie, inkomen, counts) in [
        ("2003-01-02", "kind", "10000", "3782"),
        ("2003-01-01", "kind", "10000", "10000"),
        ("2003-01-02", "overig", "10000", "10000"),
        ("2003-01-02", "kind", "6218", "0"),
        ("2003-01-02", "kind", "6219.99", "1"),
        ("2003-01-02", "kind", "5000", "0"),
    ] {
        assert_eq!(
            rent_income(born, relatie, inkomen),
            decimal(counts),
            "{born} {relatie} {inkomen}"
        );
    }
}

#[test]
fn iack_asks_for_a_child_under_12_on_1_january_or_born_by_1_july() {
    for (born, has) in
        [("2014-01-01", false), ("2014-01-02", true), ("2026-07-01", true), ("2026-07-02", false)]
    {
        let situatie = one_child(|it| {
            it["peildatum"] = "2026-10-15".into();
            it["huishouden"]["kale_huur"] = "600".into();
            it["huishouden"]["kinderen"][0]["geboren"] = born.into();
        });
        let iack = amount(&month(&situatie.to_string()), "met_baan.iack");
        assert_eq!(iack > Decimal::ZERO, has, "{born}");
    }
}
