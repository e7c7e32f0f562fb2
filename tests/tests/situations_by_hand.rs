//! What only a combination shows: alimony, couples, people who live in, the IACK of a partner, hours of a job that pays
//! nothing. Expected amounts are worked out by hand from the published amounts of the second half of 2026.

use calc_core::Explain;
use serde_json::{Value, json};
use tests::{amount, decimal, expect, month, month_with, why_nothing};

fn single() -> Value {
    json!({
        "peildatum": "2026-10-01",
        "huishouden": { "geboren": "1994-03-14", "kinderen": [{ "geboren": "2020-05-05" }] },
        "bijstand": {},
        "baan": { "uren_per_week": "16", "uurloon": "15" },
    })
}

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie = single();
    change(&mut situatie);
    month(&situatie.to_string())
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
fn alimony_of_both_kinds_is_income_and_lowers_the_bijstand() {
    let result = changed(|it| {
        it["huishouden"]["alimentatie_kinderen"] = "200".into();
        it["huishouden"]["alimentatie_partner"] = "100".into();
    });
    // 1,419.46 - 300 = 1,119.46, of which 95% = 1,063.49. Gross bijstand takes the 100 of partner alimony with it:
    // 12 x 1,219.46 = 14,633.52, plus 55.64% of the 11,518.52 above 3,115 (6,408.90), less 3,115: 17,927.
    expect(
        &result,
        &[
            ("nu.alimentatie", "300"),
            ("tussen.nu.bijstand_inclusief", "1119.46"),
            ("nu.bijstand", "1063.49"),
            ("tussen.nu.bruto_bijstand_jaar", "17927"),
            ("tussen.nu.toetsingsinkomen", "17927"),
        ],
    );
    let mut explained = single();
    explained["huishouden"]["alimentatie_kinderen"] = "200".into();
    explained["huishouden"]["alimentatie_partner"] = "100".into();
    let explained = month_with(&explained.to_string(), Explain::Yes);
    assert_eq!(explained["uitleg"]["nu"]["alimentatie"]["uitkomst"], "300");
}

#[test]
fn partner_alimony_without_bijstand_is_her_income_and_carries_her_iack() {
    let result = |alimentatie: &'static str| {
        changed(|it| {
            it["bijstand"]["ontvangt"] = false.into();
            it["huishouden"]["alimentatie_partner"] = alimentatie.into();
            it["baan"] = json!({ "uren_per_week": "16", "maandloon": "1000" });
        })
    };
    // 12,000 + 960: tax 4,633 - 3,115 - 1,305 = 213 of an IACK of 770 (11.45% x 6,721, up). With 1,200 of alimony 35.75%
    // of 14,160 is 5,062 (down): 5,062 - 3,115 - 1,305 = 642.
    expect(&result("0"), &[("met_baan.iack", "17.75")]);
    expect(
        &result("100"),
        &[
            ("tussen.nu.toetsingsinkomen", "1200"),
            ("tussen.met_baan.toetsingsinkomen", "14160"),
            ("met_baan.iack", "53.50"),
        ],
    );
}

#[test]
fn of_a_couple_the_alimony_is_hers_alone_and_the_lower_wage_has_the_iack() {
    let couple = |maandloon: &'static str, iack: &'static str| {
        changed(|it| {
            it["bijstand"]["ontvangt"] = false.into();
            it["iack"] = iack.into();
            it["huishouden"]["partner"] =
                json!({ "geboren": "1993-02-17", "maandloon": maandloon });
            it["huishouden"]["alimentatie_partner"] = "100".into();
            it["baan"] = json!({ "uren_per_week": "32", "maandloon": "2000" });
        })
    };
    // Without a wage of hers: his 12,000 + 960 and her 1,200.
    let his_is_lower = couple("1000", "maandelijks");
    expect(&his_is_lower, &[("tussen.nu.toetsingsinkomen", "14160")]);
    // His tax, without any of her alimony, bears 213 of his IACK: 17.75 a month.
    expect(&his_is_lower, &[("met_baan.iack", "17.75"), ("nu.iack", "0")]);
    // Now he alone has a wage: the applicant without one is the lower earner, and has none.
    assert_eq!(why_nothing(&his_is_lower, "nu", "iack"), Some("geen_loon"));
    let not_monthly = couple("1000", "niet");
    expect(&not_monthly, &[("met_baan.iack", "0")]);
    assert_eq!(why_nothing(&not_monthly, "met_baan", "iack"), Some("iack_niet_per_maand"));
    // 8% of 1,000 and of 2,000 a year, 960 and 1,920, less the special rate of each.
    let year =
        |result: &Value, at: &str| amount(result, &format!("per_jaar.{at}.vakantiegeld_netto"));
    let (now, with_job) = (year(&his_is_lower, "nu"), year(&his_is_lower, "met_baan"));
    assert!(now > decimal("900") && with_job > now + decimal("900"), "{now} {with_job}");
}

#[test]
fn a_refund_over_a_year_with_bijstand_is_set_off_against_it() {
    // Without the credit at her employer too much is withheld: it comes back, and the municipality takes it.
    let result = changed(|it| it["baan"]["loonheffingskorting"] = false.into());
    let year = |part: &str| amount(&result, &format!("per_jaar.met_baan.{part}"));
    assert!(year("saldo_belasting") > decimal("100"), "{}", year("saldo_belasting"));
    assert_eq!(year("te_verrekenen_met_bijstand"), -year("saldo_belasting"));
}

#[test]
fn a_young_couple_has_the_norm_with_or_without_children() {
    let norm = |hers: &'static str, his: &'static str, children: Value| {
        let result = changed(|it| {
            it["huishouden"]["geboren"] = hers.into();
            it["huishouden"]["kinderen"] = children;
            it["huishouden"]["partner"] = json!({ "geboren": his, "maandloon": "0" });
            if hers > "2005-10-01" {
                it["bijstand"]["beroep_op_ouders"] = true.into();
            }
        });
        amount(&result, "tussen.nu.norm")
    };
    let (child, unborn) =
        (json!([{ "geboren": "2026-09-01" }]), json!([{ "geboren": "2026-12-01" }]));
    for (hers, his, without, with) in [
        ("2006-01-01", "2006-01-01", "700.84", "1106.40"),
        ("2006-01-01", "2000-01-01", "1364.32", "1769.88"),
        ("2000-01-01", "2000-01-01", "2027.79", "2027.79"),
    ] {
        assert_eq!(norm(hers, his, json!([])), decimal(without), "{hers} {his}");
        assert_eq!(norm(hers, his, unborn.clone()), decimal(without), "{hers} {his}");
        assert_eq!(norm(hers, his, child.clone()), decimal(with), "{hers} {his}");
    }
}

#[test]
fn of_a_child_under_23_on_1_january_only_income_above_6218_counts_for_the_rent() {
    let rent_income = |born: &str, relatie: &str, inkomen: &str| {
        let mut situatie = single();
        situatie["huishouden"]["geboren"] = "1975-01-01".into();
        situatie["huishouden"]["kale_huur"] = "600".into();
        situatie["huishouden"]["inwonenden"] =
            json!([{ "geboren": born, "relatie": relatie, "inkomen_jaar": inkomen }]);
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
fn the_rent_of_who_is_under_21_counts_to_the_low_cap_unless_a_child_or_an_older_adult_lives_there()
{
    let rent = |born: &'static str, children: Value, adult: Option<&'static str>| {
        changed(|it| {
            it["huishouden"]["geboren"] = born.into();
            it["huishouden"]["kinderen"] = children;
            it["huishouden"]["kale_huur"] = "700".into();
            if let Some(adult) = adult {
                let who = json!({ "geboren": adult, "relatie": "overig", "inkomen_jaar": "0" });
                it["huishouden"]["inwonenden"] = json!([who]);
            }
            if born > "2005-10-01" {
                it["bijstand"]["beroep_op_ouders"] = true.into();
            }
        })
    };
    let (none, child) = (json!([]), json!([{ "geboren": "2026-09-01" }]));
    // Up to 498.20: 295.68 for one, 297.49 for two; 65% of the 201.80 above it is 131.17.
    for (born, children, adult, expected) in [
        ("2005-10-02", none.clone(), None, "295"),
        ("2005-10-01", none.clone(), None, "426"),
        ("2005-10-02", child, None, "428"),
        ("2005-10-02", none.clone(), Some("2005-10-02"), "297"),
        ("2005-10-02", none, Some("2005-10-01"), "428"),
    ] {
        expect(&rent(born, children, adult), &[("nu.huurtoeslag", expected)]);
    }
}

#[test]
fn a_toeslagpartner_must_work_too_unless_it_is_a_sister_or_a_grandparent() {
    let care = |who: Option<Value>, job: Value| {
        let result = changed(|it| {
            let contract = json!({ "soort": "bso", "uren_per_maand": "50", "uurprijs": "9" });
            it["huishouden"]["kinderen"][0]["opvang"] = json!([contract]);
            if let Some(who) = who {
                it["huishouden"]["inwonenden"] = json!([who]);
            }
            it["baan"] = job;
        });
        why_nothing(&result, "met_baan", "kinderopvangtoeslag").map(str::to_owned)
    };
    let job = || json!({ "uren_per_week": "16", "uurloon": "15" });
    let lives_in = |relatie: &str, werkt: bool| {
        Some(
            json!({ "geboren": "1990-01-01", "relatie": relatie, "inkomen_jaar": "0", "werkt": werkt }),
        )
    };
    assert_eq!(care(None, job()), None);
    let idle = Some("toeslagpartner_werkt_niet".to_owned());
    assert_eq!(care(lives_in("overig", false), job()), idle);
    assert_eq!(care(lives_in("overig", true), job()), None);
    assert_eq!(care(lives_in("broer_of_zus", false), job()), None);
    assert_eq!(care(lives_in("grootouder_of_kleinkind", false), job()), None);
    assert_eq!(care(lives_in("ouder", false), job()), None);
    let without = Some("werkt_niet".to_owned());
    assert_eq!(care(None, json!({ "uren_per_week": "16", "uurloon": "0" })), without);
    assert_eq!(care(None, json!({ "uren_per_week": "0", "uurloon": "15" })), without);
    assert_eq!(care(None, json!({ "uren_per_week": "16", "soort": "traject" })), None);
}

#[test]
fn a_trajectory_opens_the_childcare_allowance_only_beside_bijstand() {
    let result = changed(|it| {
        let contract = json!({ "soort": "bso", "uren_per_maand": "50", "uurprijs": "9" });
        it["huishouden"]["kinderen"][0]["opvang"] = json!([contract]);
        it["bijstand"]["ontvangt"] = false.into();
        it["baan"] = json!({ "uren_per_week": "16", "soort": "traject" });
    });
    let reason = why_nothing(&result, "met_baan", "kinderopvangtoeslag");
    assert_eq!(reason, Some("traject_zonder_bijstand"));
}

#[test]
fn travel_is_what_it_costs_less_what_is_paid_for_it() {
    let result = changed(|it| {
        it["baan"]["reiskosten"] = "80".into();
        it["baan"]["reisvergoeding"] = "30".into();
    });
    expect(&result, &[("met_baan.reiskosten", "50"), ("nu.reiskosten", "0")]);
    let gain = changed(|it| it["baan"]["reisvergoeding"] = "30".into());
    expect(&gain, &[("met_baan.reiskosten", "-30")]);
}

#[test]
fn the_hours_of_a_job_that_pays_nothing_are_no_hours_worked_now() {
    // 21.60 more a month (see the phases), by hand: 21.60 x 12 / (8 x 52) = 0.623.
    let alone = |baan_nu: Value| {
        let situatie = json!({
            "peildatum": "2026-10-01",
            "huishouden": { "geboren": "2001-01-01" },
            "baan_nu": baan_nu,
            "baan": { "uren_per_week": "8", "maandloon": "400", "vakantiegeld": "maandelijks" },
        });
        month(&situatie.to_string())["per_gewerkt_uur"].clone()
    };
    assert_eq!(alone(Value::Null), "0.62");
    assert_eq!(alone(json!({ "uren_per_week": "8", "soort": "traject", "uurloon": "15" })), "0.62");
    assert_eq!(alone(json!({ "uren_per_week": "8", "uurloon": "0" })), "0.62");
    let same = json!({ "uren_per_week": "8", "maandloon": "400", "vakantiegeld": "maandelijks" });
    assert_eq!(alone(same), Value::Null);
}

/// What a municipal scheme answers.
fn answer(result: &Value, scheme: &str, situation: &str) -> (String, Value) {
    let schemes = result["gemeente"]["regelingen"].as_array().expect("a list of schemes");
    let scheme = schemes.iter().find(|it| it["code"] == scheme).expect("a scheme of this code");
    let answer = scheme[situation]["antwoord"].as_str().expect("an answer");
    (answer.to_owned(), scheme[situation]["bedrag"].clone())
}

#[test]
fn every_part_of_the_income_counts_for_the_yearly_supplement_of_rotterdam() {
    let supplement = |situatie: Value| {
        let result = month(&situatie.to_string());
        assert_eq!(amount(&result, "met_baan.bijstand"), decimal("0"));
        answer(&result, "individuele_inkomenstoeslag", "met_baan").0
    };
    // Alone: 130% of 1,419.46 = 1,845.298. Of 400, untaxed, a quarter is disregarded: a claim of 8% of 300 = 24. With
    // alimony of 725 it is 424 + 696 + 725 = 1,845.00; with one euro more 1,846.
    let alone = |kinderen: &str| {
        let mut situatie = single();
        situatie["huishouden"]["alimentatie_kinderen"] = kinderen.into();
        situatie["huishouden"]["alimentatie_partner"] = "725".into();
        situatie["baan"] = json!({ "uren_per_week": "8", "maandloon": "400" });
        situatie
    };
    assert_eq!(supplement(alone("696")), "misschien");
    assert_eq!(supplement(alone("697")), "nee");
    // A couple: 130% of 2,027.79 = 2,636.127. Hers 400 + 24; his 400 + 32, all of it counted; 1,780 makes 2,636.
    let couple = |kinderen: &str| {
        let mut situatie = alone(kinderen);
        situatie["huishouden"]["partner"] = json!({ "geboren": "1993-02-17", "maandloon": "400" });
        situatie
    };
    assert_eq!(supplement(couple("1055")), "misschien");
    assert_eq!(supplement(couple("1056")), "nee");
    // The IACK by the month: 1,000 less 13.83 of tax, 100 of alimony and 53.50 (see above) are 1,139.67; 705 more is
    // 1,844.67, 706 more 1,845.67.
    let with_iack = |kinderen: &str| {
        let mut situatie = single();
        situatie["bijstand"]["ontvangt"] = false.into();
        situatie["huishouden"]["alimentatie_kinderen"] = kinderen.into();
        situatie["huishouden"]["alimentatie_partner"] = "100".into();
        situatie["baan"] = json!({ "uren_per_week": "16", "maandloon": "1000" });
        situatie
    };
    assert_eq!(supplement(with_iack("705")), "misschien");
    assert_eq!(supplement(with_iack("706")), "nee");
}

#[test]
fn the_waste_tax_goes_by_everyone_at_the_address() {
    // 76.5% of 337.10, 403.90 and 437.30 for one, two, three and more.
    let remission = |children: Value, partner: bool, adults: usize| {
        let result = changed(|it| {
            it["huishouden"]["kinderen"] = children;
            if partner {
                it["huishouden"]["partner"] = json!({ "geboren": "1993-02-17", "maandloon": "0" });
            }
            let who = json!({ "geboren": "2003-01-01", "relatie": "overig", "inkomen_jaar": "0" });
            it["huishouden"]["inwonenden"] = json!(vec![who; adults]);
        });
        answer(&result, "kwijtschelding_afvalstoffenheffing", "nu").1
    };
    let child = || json!([{ "geboren": "2020-05-05" }]);
    assert_eq!(remission(json!([]), false, 0), "257.88");
    assert_eq!(remission(json!([]), false, 1), "308.98");
    assert_eq!(remission(json!([]), true, 0), "308.98");
    assert_eq!(remission(json!([]), false, 2), "334.53");
    assert_eq!(remission(child(), false, 1), "334.53");
}

#[test]
fn wage_is_settled_only_where_there_is_wage_beside_bijstand() {
    let result = changed(|_| ());
    assert_eq!(answer(&result, "verrekening", "nu").0, "nee");
    assert_eq!(answer(&result, "verrekening", "met_baan").0, "misschien");
}

#[test]
fn without_care_or_with_a_child_too_old_the_childcare_allowance_says_so() {
    let reason = |born: &str, contract: Value| {
        let result = changed(|it| {
            it["huishouden"]["kinderen"] = json!([{ "geboren": born, "opvang": contract }]);
        });
        why_nothing(&result, "met_baan", "kinderopvangtoeslag").map(str::to_owned)
    };
    let bso = |uren: &str| json!([{ "soort": "bso", "uren_per_maand": uren, "uurprijs": "9" }]);
    assert_eq!(reason("2020-05-05", json!([])).as_deref(), Some("geen_opvang"));
    assert_eq!(reason("2020-05-05", bso("0")).as_deref(), Some("geen_opvang"));
    assert_eq!(reason("2013-10-01", bso("50")).as_deref(), Some("kind_te_oud_voor_opvang"));
    assert_eq!(reason("2013-10-02", bso("50")), None);
}

#[test]
fn compulsory_deductions_lower_what_counts_and_others_only_what_she_gets() {
    let result = changed(|it| {
        it["baan"]["verplichte_inhoudingen"] = "30".into();
        it["baan"]["overige_inhoudingen"] = "20".into();
    });
    // 1,040 less 15.83 of tax is 1,024.17.
    expect(&result, &[("tussen.met_baan.ink", "994.17"), ("met_baan.netto_loon", "974.17")]);
}

#[test]
fn a_couple_shares_the_costs_with_each_adult_of_27_and_the_claim_of_the_partner_counts() {
    let norm = |hers: &str, his: &str, child: bool, adults: usize| {
        let result = changed(|it| {
            it["huishouden"]["geboren"] = hers.into();
            it["huishouden"]["partner"] = json!({ "geboren": his, "maandloon": "0" });
            if !child {
                it["huishouden"]["kinderen"] = json!([]);
            }
            let who = json!({ "geboren": "1980-01-01", "relatie": "overig", "inkomen_jaar": "0" });
            it["huishouden"]["inwonenden"] = json!(vec![who; adults]);
            if hers > "2005-10-01" {
                it["bijstand"]["beroep_op_ouders"] = true.into();
            }
        });
        amount(&result, "tussen.nu.norm")
    };
    // Per person (40% + 3 x 30%) / 3 of 2,027.79 = 878.71, with four 811.12. Of a couple with one under 21 the other's
    // share (two, three) and a fixed part of 755.98 with children, 350.42 without.
    let (old, young) = ("1994-03-14", "2006-01-01");
    for (hers, his, child, adults, expected) in [
        (old, old, true, 1, "1757.42"),
        (old, old, false, 2, "1622.24"),
        (young, old, true, 1, "1769.88"),
        (young, old, true, 2, "1634.69"),
        (young, old, false, 2, "1229.13"),
        (old, young, false, 2, "1229.13"),
    ] {
        assert_eq!(
            norm(hers, his, child, adults),
            decimal(expected),
            "{hers} {his} {child} {adults}"
        );
    }
    // His 400, untaxed, with a claim of 8%: 2,027.79 - 432.
    let result = changed(|it| {
        it["huishouden"]["partner"] = json!({ "geboren": "1993-02-17", "maandloon": "400" });
    });
    expect(&result, &[("tussen.nu.bijstand_inclusief", "1595.79")]);
}

#[test]
fn money_of_another_year_and_bills_are_not_added_and_a_hand_written_amount_comes_with_the_job_only()
{
    let mut situatie = single();
    let contract = json!({ "soort": "bso", "uren_per_maand": "50", "uurprijs": "9" });
    situatie["huishouden"]["kinderen"][0]["opvang"] = json!([contract]);
    situatie["huishouden"]["gemeente_bedragen"] =
        json!({ "vergoeding_opvang_bij_uitstroom": "500" });
    situatie["baan_nu"] = json!({ "uren_per_week": "8", "uurloon": "15" });
    let result = month(&situatie.to_string());
    let once = "vergoeding_opvang_bij_uitstroom";
    assert_eq!(answer(&result, once, "met_baan").1, "500.00");
    assert_eq!(answer(&result, once, "nu").1, Value::Null);
    let schemes = result["gemeente"]["regelingen"].as_array().expect("a list of schemes");
    for code in ["werkpremie", "kwijtschelding_afvalstoffenheffing", "verrekening"] {
        let scheme = schemes.iter().find(|it| it["code"] == code).expect("a scheme");
        assert_eq!(scheme["telt_mee"], false, "{code}");
    }
}

#[test]
fn hours_above_230_of_all_contracts_of_a_child_together_count_nowhere() {
    let result = changed(|it| {
        let contract = |uurprijs: &str| json!({ "soort": "dagopvang", "uren_per_maand": "150", "uurprijs": uurprijs });
        it["huishouden"]["kinderen"] =
            json!([{ "geboren": "2024-05-20", "opvang": [contract("10"), contract("11")] }]);
    });
    // The dearest first: 150 x 11 and 80 x 10 are 2,450, of which 96%; the bill is 3,150, 70 x 10 of it beyond 230 hours.
    expect(
        &result,
        &[
            ("met_baan.kinderopvangtoeslag", "2352"),
            ("kinderopvang.rekening", "3150"),
            ("kinderopvang.boven_230_uur", "700"),
        ],
    );
}
