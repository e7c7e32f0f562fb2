//! Whole households: what each is to show, one by hand to the cent.

use rust_decimal::Decimal;
use serde_json::Value;
use tests::{
    LINES, YEARLY, amount, codes, decimal, expect, files, household, month, read, why_nothing,
};

fn of(name: &str) -> Value {
    month(&household(name))
}

/// The household with one part of it changed.
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie: Value = serde_json::from_str(&household(name)).expect("JSON");
    change(&mut situatie);
    month(&situatie.to_string())
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
fn a_first_job_with_two_children_by_hand() {
    let result = of("first-job");
    // Without a job: 95% of the norm of 1,419.46. Gross: 12 x 1,419.46 = 17,033.52, plus 55.64% of what is
    // above 3,115 (7,744.26), less 3,115 = 21,662.78.
    expect(
        &result,
        &[
            ("tussen.nu.norm", "1419.46"),
            ("nu.bijstand", "1348.49"),
            ("tussen.nu.bruto_bijstand_jaar", "21662.00"),
            // 20 x 15.52 x 52 / 12 = 1,345.07. Table wage 298 x 54 = 16,092: tax 5,752 - 3,115 - 2,276 = 361 a year.
            ("tussen.met_baan.bruto", "1345.07"),
            ("tussen.met_baan.loonheffing", "30.08"),
            ("met_baan.netto_loon", "1314.99"),
            // A quarter of 1,314.99 is 328.75: the cap. Claim over 1,025.99: 8% - 20.77 = 61.31.
            ("tussen.met_baan.vrijlating", "289.00"),
            ("tussen.met_baan.vakantiegeld_claim", "61.31"),
            // IACK: 11.45% x (17,432 - 6,239) = 1,282 (up). With 106.83 a month counted the bijstand is
            // 1,419.46 - 1,025.99 - 61.31 - 106.83 = 225.33; gross 2,703.96 x 1.5564 = 4,208; income 21,640;
            // tax 7,736 - 3,115 - 2,692 = 1,929, enough for all of it: 1,282 / 12.
            ("met_baan.iack", "106.83"),
            ("tussen.met_baan.bijstand_inclusief", "225.33"),
            ("met_baan.bijstand", "214.06"),
            ("tussen.met_baan.toetsingsinkomen", "21640.00"),
            // 297.49 + 65% x (655 - 498.20) = 399.41.
            ("met_baan.huurtoeslag", "399.00"),
            ("met_baan.zorgtoeslag", "129.00"),
            // (2 x 2,580 + 724 + 3,416) / 12.
            ("met_baan.kindgebonden_budget", "775.00"),
            // (298.40 + 426.29) / 3.
            ("met_baan.kinderbijslag", "241.56"),
            // 110 x 11.23 = 1,235.30, of which 96% = 1,185.89.
            ("met_baan.kinderopvangtoeslag", "1185.00"),
            ("kinderopvang.rekening", "1314.50"),
            ("kinderopvang.eigen_deel", "50.30"),
            ("kinderopvang.boven_maximum", "79.20"),
            ("kinderopvang.boven_230_uur", "0.00"),
            ("nu.besteedbaar", "2893.05"),
            ("met_baan.besteedbaar", "3050.94"),
            ("verschil.besteedbaar", "157.89"),
            // 157.89 x 12 / (20 x 52) = 1.8218.
            ("per_gewerkt_uur", "1.82"),
            // 8% x 1,345.07 x 12 = 1,291.27, less 4.74% = 61.20.
            ("per_jaar.met_baan.vakantiegeld_netto", "1230.07"),
            ("per_jaar.met_baan.vakantietoeslag_bijstand", "135.24"),
            // Withheld 360.96 + 61.20 + 1,504.04; due 1,929 - 1,282; paid out 1,281.96.
            ("per_jaar.met_baan.saldo_belasting", "-2.76"),
            ("per_jaar.met_baan.te_verrekenen_met_bijstand", "0.00"),
            // 1,550 - 1,548, 4,793 - 4,788, 9,300 - 9,300, 14,231 - 14,220.
            ("per_jaar.met_baan.toeslagen_nabetaling", "18.00"),
            ("per_jaar.met_baan.besteedbaar_jaar", "37991.83"),
        ],
    );
}

#[test]
fn under_27_there_is_no_disregard_yet() {
    let result = of("under-27");
    assert_eq!(result["tussen"]["met_baan"]["vrijlating_regel"], "geen");
    assert_eq!(result["fasen"][0]["regel"], "geen");
    let left_out = result["niet_berekend"].as_array().expect("a list");
    let young = left_out.iter().find(|item| item["code"] == "vrijlating_onder_27");
    assert_eq!(young.expect("it is said")["richting"], "meer");
}

#[test]
fn a_pension_premium_lowers_the_taxable_wage() {
    // 28 x 17.50 x 52 / 12 = 2,123.33.
    let expected =
        [("tussen.met_baan.bruto", "2123.33"), ("tussen.met_baan.fiscaal_loon", "2063.33")];
    expect(&of("three-children"), &expected);
}

#[test]
fn an_unborn_child_does_not_count_and_a_trial_placement_pays_no_wage() {
    for name in ["trial-placement", "pregnant-job"] {
        let result = of(name);
        assert!(codes(&result, "waarschuwingen").contains(&"kind_niet_geboren"), "{name}");
        // One child: 298.40 / 3, and 2,580 + 3,416 a year.
        let one_child = [("nu.kinderbijslag", "99.47"), ("nu.kindgebonden_budget", "499.00")];
        expect(&result, &one_child);
    }
    let trial = of("trial-placement");
    expect(&trial, &[("met_baan.netto_loon", "0.00"), ("verschil.bijstand", "0.00")]);
    let phases = trial["fasen"].as_array().expect("phases");
    assert_eq!(phases.len(), 1);
    assert_eq!(phases[0]["regel"], "proefplaatsing");
    assert_eq!((&phases[0]["van_maand"], &phases[0]["tot_maand"]), (&1.into(), &2.into()));
    assert!(codes(&trial, "niet_berekend").contains(&"eigen_deel_opvang_gemeente"));
}

#[test]
fn a_grandmother_in_the_house_lowers_the_norm_and_takes_the_iack_away() {
    let with = of("grandmother");
    let alone =
        changed("grandmother", |it| it["huishouden"]["inwonenden"] = Value::Array(Vec::new()));
    // (40% + 2 x 30%) / 2 of 2,027.79.
    expect(&with, &[("tussen.met_baan.norm", "1013.90"), ("met_baan.iack", "0.00")]);
    expect(&alone, &[("tussen.met_baan.norm", "1419.46")]);
    assert!(amount(&alone, "met_baan.iack") > Decimal::ZERO);
    let reason = why_nothing(&with, "met_baan", "iack");
    assert_eq!(reason, Some("fiscaal_partner_verdient_minder"));
    let warnings = codes(&with, "waarschuwingen");
    assert!(warnings.contains(&"kostendeler_verlaagt_norm"));
    assert!(warnings.contains(&"inwonende_is_fiscaal_partner"));
    // A parent is no toeslagpartner: (2 x 2,580 + 3,416) / 12 = 714.67 stays.
    assert!(!warnings.contains(&"inwonende_is_toeslagpartner"));
    expect(&with, &[("met_baan.kindgebonden_budget", "714.00")]);
}

#[test]
fn a_sister_in_the_house_costs_the_supplement_for_single_parents() {
    let with = of("sister");
    let alone = changed("sister", |it| it["huishouden"]["inwonenden"] = Value::Array(Vec::new()));
    assert!(codes(&with, "waarschuwingen").contains(&"inwonende_is_toeslagpartner"));
    // Income together 14,088 + 25,000, below the threshold of partners: 2,580 / 12. Alone 5,996 / 12.
    expect(&with, &[("nu.kindgebonden_budget", "215.00")]);
    expect(&with, &[("tussen.nu.toetsingsinkomen_samen", "39088.00")]);
    expect(&alone, &[("nu.kindgebonden_budget", "499.00")]);
    // Her half of 2 x 2,119 - 4.289% x 29,736 - 13.73% x (39,088 - 29,736) = 1,678.59: 839.50 / 12 = 69.96.
    expect(&with, &[("nu.zorgtoeslag", "69.00")]);
}

#[test]
fn older_children_give_no_iack_and_fixed_costs_come_off_at_the_end() {
    let result = of("older-children");
    assert_eq!(why_nothing(&result, "met_baan", "iack"), Some("geen_jong_kind"));
    assert_eq!(why_nothing(&result, "met_baan", "bijstand"), Some("inkomen_niet_onder_norm"));
    let left = amount(&result, "met_baan.besteedbaar") - Decimal::from(950);
    assert_eq!(amount(&result, "met_baan.over_na_vaste_lasten"), left);
    // (2 x 2,580 + 724 + 964 + 3,416) / 12 = 855.33.
    expect(&result, &[("nu.kindgebonden_budget", "855.00")]);
}

#[test]
fn who_works_already_is_compared_with_that_and_per_extra_hour() {
    let result = of("working-already");
    assert_eq!(result["tussen"]["nu"]["vrijlating_regel"], "r");
    // 12 x 15.10 x 52 / 12 = 785.20, no tax; 12.5% of it is 98.15.
    expect(&result, &[("nu.netto_loon", "785.20"), ("tussen.nu.vrijlating", "98.15")]);
    expect(&result, &[("nu.kinderopvang_kosten", "459.00")]);
    let extra_hours_a_year = Decimal::from(12 * 52);
    let year = amount(&result, "verschil.besteedbaar") * Decimal::from(12);
    let rounding = (amount(&result, "per_gewerkt_uur") * extra_hours_a_year - year).abs();
    assert!(rounding <= extra_hours_a_year * decimal("0.005"));
}

#[test]
fn a_couple_has_no_r_no_supplement_and_both_wages() {
    let result = of("couple");
    let phases = result["fasen"].as_array().expect("phases");
    let r = |phase: &Value| phase["regel"] == "r" || phase["alternatief"]["regel"] == "r";
    assert!(!phases.iter().any(r));
    // 2 x 2,580 / 12; 900 of his and 16 x 15 x 52 / 12 = 1,040.00 of hers, less 15.83 of tax.
    expect(&result, &[("nu.kindgebonden_budget", "430.00"), ("met_baan.netto_loon", "1924.17")]);
    expect(&result, &[("tussen.nu.norm", "2027.79"), ("tussen.nu.partner.netto_loon", "900.00")]);
    assert!(codes(&result, "niet_berekend").contains(&"vrijlating_partner"));
}

#[test]
fn bijstand_goes_on_above_the_norm_when_the_wage_less_the_disregard_is_below_it() {
    // ECLI:NL:CRVB:2021:2146: first the disregard, then the comparison with the norm.
    let result = of("wage-above-norm");
    // Table wage 344 x 54 = 18,576: tax 6,640 - 3,115 - 3,047 = 478 a year, 39.83. Claim: 8% x 1,221.17 - 2.67.
    expect(
        &result,
        &[
            ("met_baan.netto_loon", "1510.17"),
            ("tussen.met_baan.norm", "1419.46"),
            ("tussen.met_baan.vrijlating", "289.00"),
            ("tussen.met_baan.bijstand_inclusief", "103.27"),
        ],
    );
    let used = changed("wage-above-norm", |it| it["bijstand"]["vrijlating_n_maanden"] = 6.into());
    expect(&used, &[("met_baan.bijstand", "0.00")]);
}

#[test]
fn a_year_at_1000_a_month_without_bijstand_uses_the_iack_only_as_far_as_there_is_tax() {
    let result = changed("first-job", |it| {
        it["peildatum"] = "2026-03-01".into();
        it["bijstand"]["ontvangt"] = false.into();
        it["baan"] = serde_json::json!({ "uren_per_week": "16", "maandloon": "1000" });
    });
    // Income 12,000 + 960. Tax 4,633 - 3,115 - 1,305 = 213, of an IACK of 770: 213 / 12. Withheld 12 x 13.83 + 45.50.
    expect(
        &result,
        &[
            ("tussen.met_baan.toetsingsinkomen", "12960.00"),
            ("met_baan.iack", "17.75"),
            ("per_jaar.met_baan.vakantiegeld_netto", "914.50"),
            ("per_jaar.met_baan.saldo_belasting", "-1.54"),
        ],
    );
}

/// Alone, 25, without children: no disregard, no IACK, and the full zorgtoeslag at these wages.
fn next_hundred_alone(baan: &Value, bijstand: bool) -> Value {
    let situatie = serde_json::json!({
        "peildatum": "2026-10-01",
        "huishouden": { "geboren": "2001-01-01" },
        "bijstand": { "ontvangt": bijstand },
        "baan": baan,
    });
    month(&situatie.to_string())["volgende_100"].clone()
}

#[test]
fn of_the_next_hundred_everything_stays_without_bijstand_and_tax_and_nearly_nothing_with_bijstand()
{
    // No tax is withheld from 500 (white month table).
    let job = serde_json::json!({ "uren_per_week": "8", "maandloon": "400" });
    assert_eq!(next_hundred_alone(&job, false), "100.00");
    // With monthly holiday pay 108 more arrives and counts: 1,419.46 - 432 = 987.46, of which 95% is 938.09;
    // 1,419.46 - 540 = 879.46, of which 95% is 835.49. So 108 - 102.60.
    let job = serde_json::json!({
        "uren_per_week": "8", "maandloon": "400", "vakantiegeld": "maandelijks",
    });
    assert_eq!(next_hundred_alone(&job, true), "5.40");
}

#[test]
fn without_wage_or_hours_there_is_no_next_hundred() {
    for job in [
        serde_json::json!({ "uren_per_week": "0", "uurloon": "15" }),
        serde_json::json!({ "uren_per_week": "8", "uurloon": "0" }),
        serde_json::json!({ "uren_per_week": "8", "soort": "proefplaatsing" }),
        serde_json::json!({ "uren_per_week": "8", "soort": "traject", "uurloon": "15" }),
    ] {
        assert_eq!(next_hundred_alone(&job, true), Value::Null, "{job}");
    }
}
