//! What is said of another month than the first, of another person than her, of the other of two jobs.

use serde_json::{Value, json};

use super::{check, partner, situation};

/// A disregard that is counted in a later month only is a choice that touched the result too; so is a partner's holiday pay.
#[test]
fn assumptions_about_a_disregard_of_later_and_a_wage_of_a_partner() {
    let list = "aannames";
    // 27 in August 2026: from then on n, and with n 15.48 of bijstand: 1,401.50 - (1,519.96 - 285) - 96.13 - 54.93.
    let turns_27 = |it: &mut Value| {
        it["peildatum"] = "2026-04-19".into();
        it["huishouden"] = json!({
            "geboren": "1999-08-10", "kinderen": [{ "geboren": "2016-04-30" }], "kale_huur": "700",
        });
        it["baan"] = json!({ "uren_per_week": "30", "maandloon": "1560.29" });
    };
    let not_granted = |it: &mut Value| {
        turns_27(it);
        it["bijstand"]["vrijlating_toegekend"] = false.into();
    };
    for code in ["vrijlating_toegekend", "keuze_2", "keuze_9"] {
        check(list, code, &[(&turns_27, true), (&not_granted, false)]);
    }
    let inclusive = |it: &mut Value| it["baan"]["vakantiegeld"] = "inbegrepen".into();
    let partner_earns = |it: &mut Value| {
        partner("900")(it);
        inclusive(it);
    };
    let partner_at_home = |it: &mut Value| {
        partner("0")(it);
        inclusive(it);
    };
    check(
        list,
        "keuze_1",
        &[(&inclusive, false), (&partner_earns, true), (&partner_at_home, false)],
    );
}

/// Art. 34a is for who is below the age of a pension: 67 in June 2027, the seventh month.
#[test]
fn the_disregard_of_2027_ends_with_a_pension() {
    let result = situation(&|it| {
        it["peildatum"] = "2026-12-01".into();
        it["huishouden"] = json!({ "geboren": "1960-06-01", "kale_huur": "600" });
        it["bijstand"]["vrijlating_n_maanden"] = 6.into();
    });
    let phases: Vec<_> = result["fasen"].as_array().expect("phases").iter().collect();
    let of = |name: &str| phases.iter().map(|phase| phase[name].clone()).collect::<Vec<_>>();
    assert_eq!(of("regel"), ["geen", "34a", "geen"]);
    assert_eq!(of("tot_maand"), [json!(1), json!(6), Value::Null]);
}

/// What is said of one of two jobs is said of the right one.
#[test]
fn what_is_said_of_two_jobs_is_of_the_offer_or_of_the_one_it_is_about() {
    let said = |list: &str, code: &str, change: &dyn Fn(&mut Value)| -> String {
        let result = situation(change);
        let all = result[list].as_array().expect("a list").clone();
        let found = all.into_iter().find(|it| it["code"] == code).expect("it is said");
        found["tekst"].as_str().expect("a text").to_owned()
    };
    let both_low = |it: &mut Value| {
        it["baan_nu"] = json!({ "uren_per_week": "10", "uurloon": "14.00" });
        it["baan"] = json!({ "uren_per_week": "20", "uurloon": "14.50" });
    };
    assert!(said("waarschuwingen", "onder_minimumloon", &both_low).contains("€ 14,50"));
    let only_now = |it: &mut Value| {
        both_low(it);
        it["baan"]["uurloon"] = "15".into();
    };
    assert!(said("waarschuwingen", "onder_minimumloon", &only_now).contains("€ 14,00"));
    // 120 x 11.00 = 1,320.00, of which 96% is paid now: 1,267.20, in whole euros.
    let unpaid_now = |it: &mut Value| {
        it["huishouden"]["kinderen"] = json!([{
            "geboren": "2023-05-01",
            "opvang": [{ "soort": "dagopvang", "uren_per_maand": "120", "uurprijs": "11.00" }],
        }]);
        it["baan_nu"] = json!({ "soort": "traject", "uren_per_week": "16" });
        it["baan"] = json!({ "uren_per_week": "36", "maandloon": "6000" });
    };
    let own = said("niet_berekend", "eigen_deel_opvang_gemeente", &unpaid_now);
    assert!(own.contains("€ 53,00"), "{own}");
}
