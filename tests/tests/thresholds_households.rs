//! Below, at and above the limits that only a whole household meets: ages, savings, the months of a disregard, the
//! balance of the year. Expected amounts are worked out by hand from the published parameters.

use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::{amount, codes, decimal, month};

/// A single parent of 32 on 15 October 2026 with one child and 16 hours at 15 euros.
fn household(change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie = json!({
        "peildatum": "2026-10-15",
        "huishouden": {
            "geboren": "1994-03-14",
            "kinderen": [{ "geboren": "2020-05-05" }],
            "kale_huur": "600",
        },
        "bijstand": {},
        "baan": { "uren_per_week": "16", "uurloon": "15" },
    });
    change(&mut situatie);
    month(&situatie.to_string())
}

fn with_child(born: &str) -> Value {
    household(|it| it["huishouden"]["kinderen"][0]["geboren"] = born.into())
}

fn with_savings(vermogen: &str, change: impl FnOnce(&mut Value)) -> Value {
    household(|it| {
        it["huishouden"]["vermogen"] = vermogen.into();
        change(it);
    })
}

#[track_caller]
fn expect(result: &Value, path: &str, expected: &str) {
    assert_eq!(amount(result, path), decimal(expected), "{path}");
}

fn rule(result: &Value) -> &str {
    result["tussen"]["met_baan"]["vrijlating_regel"].as_str().expect("a rule")
}

fn warns(result: &Value, code: &str) -> bool {
    codes(result, "waarschuwingen").contains(&code)
}

#[test]
fn the_norm_of_18_to_20_ends_on_the_21st_birthday() {
    let born = |born: &str, parents: Option<bool>| {
        household(|it| {
            it["huishouden"]["geboren"] = born.into();
            if let Some(parents) = parents {
                it["bijstand"]["beroep_op_ouders"] = parents.into();
            }
        })
    };
    expect(&born("2005-10-15", None), "tussen.nu.norm", "1419.46");
    expect(&born("2005-10-16", Some(true)), "tussen.nu.norm", "350.42");
    // 350.42 + 762.24, below 1,419.46.
    expect(&born("2005-10-16", Some(false)), "tussen.nu.norm", "1112.66");
}

#[test]
fn the_disregard_begins_at_27_and_runs_n_then_r() {
    let used = |born: &str, n: u32, r: u32| {
        household(|it| {
            it["huishouden"]["geboren"] = born.into();
            it["bijstand"] = json!({ "vrijlating_n_maanden": n, "vrijlating_r_maanden": r });
        })
    };
    assert_eq!(rule(&used("1999-10-15", 0, 0)), "n");
    assert_eq!(rule(&used("1999-10-16", 0, 0)), "geen");
    assert_eq!(rule(&used("1994-03-14", 5, 0)), "n");
    assert_eq!(rule(&used("1994-03-14", 6, 0)), "r");
    assert_eq!(rule(&used("1994-03-14", 6, 29)), "r");
    assert_eq!(rule(&used("1994-03-14", 6, 30)), "geen");
    // One month of n is left, then r: months 2 and 3 end the year.
    let phases = used("1994-03-14", 5, 0);
    let phase = |at: usize| (&phases["fasen"][at]["regel"], &phases["fasen"][at]["tot_maand"]);
    assert_eq!((phase(0), phase(1)), ((&json!("n"), &json!(1)), (&json!("r"), &json!(3))));
}

#[test]
fn r_asks_for_a_child_under_12() {
    let child = |born: &str| {
        household(|it| {
            it["huishouden"]["kinderen"][0]["geboren"] = born.into();
            it["bijstand"]["vrijlating_n_maanden"] = 6.into();
        })
    };
    assert_eq!(rule(&child("2014-10-16")), "r");
    assert_eq!(rule(&child("2014-10-15")), "geen");
}

#[test]
fn a_housemate_shares_the_costs_from_27() {
    let housemate = |born: &str| {
        household(|it| {
            let who = json!({ "geboren": born, "relatie": "kind", "inkomen_jaar": "0" });
            it["huishouden"]["inwonenden"] = json!([who]);
        })
    };
    expect(&housemate("1999-10-16"), "tussen.nu.norm", "1419.46");
    expect(&housemate("1999-10-15"), "tussen.nu.norm", "1013.90");
}

#[test]
fn kinderbijslag_goes_by_the_first_day_of_the_quarter() {
    // 298.40 / 3, 362.35 / 3 and 426.29 / 3.
    for (born, expected) in [
        ("2026-10-01", "99.47"),
        ("2026-10-02", "0"),
        ("2020-10-02", "99.47"),
        ("2020-10-01", "120.78"),
        ("2014-10-02", "120.78"),
        ("2014-10-01", "142.10"),
    ] {
        expect(&with_child(born), "nu.kinderbijslag", expected);
    }
}

#[test]
fn kindgebonden_budget_goes_by_the_last_day_of_the_month_before() {
    // 5,996 / 12 = 499.67; with 724 from 12: 560; with 964 from 16: 580.
    for (born, expected) in [
        ("2026-09-30", "499"),
        ("2026-10-01", "0"),
        ("2014-10-01", "499"),
        ("2014-09-30", "560"),
        ("2010-10-01", "560"),
        ("2010-09-30", "580"),
    ] {
        expect(&with_child(born), "nu.kindgebonden_budget", expected);
    }
}

#[test]
fn zorgtoeslag_asks_for_18_on_the_last_day_of_the_month_before() {
    for (born, expected) in [("2008-09-30", "129"), ("2008-10-01", "0")] {
        let result = household(|it| {
            it["huishouden"]["geboren"] = born.into();
            it["bijstand"]["beroep_op_ouders"] = true.into();
        });
        expect(&result, "nu.zorgtoeslag", expected);
    }
}

#[test]
fn childcare_ends_at_13_and_warns_from_12() {
    let care = |born: &str, soort: &str| {
        household(|it| {
            let contract = json!({ "soort": soort, "uren_per_maand": "50", "uurprijs": "9" });
            it["huishouden"]["kinderen"] = json!([{ "geboren": born, "opvang": [contract] }]);
        })
    };
    let (ending, ended) =
        ("opvang_stopt_bij_voortgezet_onderwijs", "opvang_zonder_toeslag_vanaf_13");
    // 96% of 450.
    for (born, allowance, warns_12, warns_13) in [
        ("2014-10-16", "432", false, false),
        ("2014-10-15", "432", true, false),
        ("2013-10-16", "432", true, false),
        ("2013-10-15", "0", false, true),
    ] {
        let result = care(born, "bso");
        expect(&result, "met_baan.kinderopvangtoeslag", allowance);
        expect(&result, "met_baan.kinderopvang_kosten", "450");
        assert_eq!((warns(&result, ending), warns(&result, ended)), (warns_12, warns_13), "{born}");
    }
    for (born, soort, wrong) in [
        ("2022-10-16", "bso", true),
        ("2022-10-15", "bso", false),
        ("2022-10-16", "dagopvang", false),
        ("2022-10-15", "dagopvang", true),
    ] {
        assert_eq!(
            warns(&care(born, soort), "opvang_past_niet_bij_leeftijd"),
            wrong,
            "{born} {soort}"
        );
    }
}

#[test]
fn iack_asks_for_a_child_under_12_on_1_january_or_born_by_1_july() {
    for (born, has) in
        [("2014-01-01", false), ("2014-01-02", true), ("2026-07-01", true), ("2026-07-02", false)]
    {
        assert_eq!(amount(&with_child(born), "met_baan.iack") > Decimal::ZERO, has, "{born}");
    }
}

#[test]
fn savings_end_an_allowance_only_above_its_limit() {
    let same = |_: &mut Value| {};
    let couple = |it: &mut Value| {
        it["huishouden"]["partner"] = json!({ "geboren": "1990-01-01", "maandloon": "0" });
    };
    // Rent of 600 for two: 297.49 + 65% x 101.80 = 363.66; a couple with a child is three.
    expect(&with_savings("38479", same), "nu.huurtoeslag", "363");
    expect(&with_savings("38479.01", same), "nu.huurtoeslag", "0");
    expect(&with_savings("76958", couple), "nu.huurtoeslag", "363");
    expect(&with_savings("76958.01", couple), "nu.huurtoeslag", "0");
    for (line, alone, together) in
        [("zorgtoeslag", "129", "246"), ("kindgebonden_budget", "499", "215")]
    {
        let line = format!("nu.{line}");
        expect(&with_savings("146011", same), &line, alone);
        expect(&with_savings("146011.01", same), &line, "0");
        expect(&with_savings("184633", couple), &line, together);
        expect(&with_savings("184633.01", couple), &line, "0");
    }
    let warning = "vermogen_boven_bijstandsgrens";
    let alone = |it: &mut Value| it["huishouden"]["kinderen"] = json!([]);
    assert!(!warns(&with_savings("16000", same), warning));
    assert!(warns(&with_savings("16000.01", same), warning));
    assert!(!warns(&with_savings("8000", alone), warning));
    assert!(warns(&with_savings("8000.01", alone), warning));
    expect(&with_savings("16000.01", same), "nu.bijstand", "1348.49");
}

#[test]
fn an_hourly_wage_below_the_minimum_for_the_age_is_warned_about() {
    let paid = |day: &str, born: &str, uurloon: &str| {
        household(|it| {
            it["peildatum"] = day.into();
            it["huishouden"]["geboren"] = born.into();
            it["huishouden"]["kinderen"] = json!([]);
            it["baan"]["uurloon"] = uurloon.into();
            if born > "2005-10-15" {
                it["bijstand"]["beroep_op_ouders"] = true.into();
            }
        })
    };
    for (day, born, below, minimum) in [
        ("2026-10-15", "2005-10-15", "14.98", "14.99"),
        ("2026-10-15", "2005-10-16", "11.98", "11.99"),
        ("2026-10-15", "2006-10-16", "8.98", "8.99"),
        ("2026-10-15", "2007-10-16", "7.49", "7.50"),
        ("2026-06-30", "1994-03-14", "14.70", "14.71"),
    ] {
        assert!(warns(&paid(day, born, below), "onder_minimumloon"), "{born} {below}");
        assert!(!warns(&paid(day, born, minimum), "onder_minimumloon"), "{born} {minimum}");
    }
}

/// The year balance of someone without bijstand and without children who receives partner alimony.
fn balance(baan: &Value, alimentatie_partner: &str, situation: &str) -> Decimal {
    let result = household(|it| {
        it["huishouden"]["kinderen"] = json!([]);
        it["huishouden"]["alimentatie_partner"] = alimentatie_partner.into();
        it["bijstand"]["ontvangt"] = false.into();
        it["baan"] = baan.clone();
    });
    amount(&result, &format!("per_jaar.{situation}.saldo_belasting"))
}

#[test]
fn a_balance_from_58_to_pay_up_to_18_back_is_left_alone() {
    let job = json!({ "uren_per_week": "32", "maandloon": "2225", "loonheffingskorting": false,
        "vakantiegeld": "maandelijks" });
    // Alimony alone: 35.75% (down) less 3,115. 8,876: 58 due. 8,880: 3,174 - 3,115 = 59 due.
    assert_eq!(balance(&job, "739.67", "nu"), Decimal::ZERO);
    assert_eq!(balance(&job, "740.00", "nu"), Decimal::from(-59));
    // 2,225 + 178 = 2,403.00, 28,836 a year: without credits 10,308 is withheld. Arbeidskorting 5,359.
    // With alimony of 19,781 together 48,617: 17,556 - 1,907 - 5,359 = 10,290 due, 18 back.
    assert_eq!(balance(&job, "1648.42", "met_baan"), Decimal::ZERO);
    // With 19,779: 17,556 - 1,908 - 5,359 = 10,289 due, 19 back.
    assert_eq!(balance(&job, "1648.25", "met_baan"), Decimal::from(19));
}
