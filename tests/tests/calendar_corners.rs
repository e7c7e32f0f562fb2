//! What a calendar says where two things meet: a correction after a correction, care that changes and costs nothing, care
//! that changes after the last month that is shown.

use serde_json::{Value, json};
use tests::{amount, calendar, decimal, read, repository};

fn fixture(path: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie: Value = serde_json::from_str(&read(&repository(path))).expect("JSON");
    change(&mut situatie);
    calendar(&situatie.to_string())
}

/// Whether the bijstand of a month differs by what was set off.
fn is_corrected(result: &Value, k: usize) -> bool {
    let reasons = result["maanden"][k]["redenen"].as_array().expect("a list").iter();
    let of_bijstand = reasons.filter(|it| it["lijn"] == "bijstand");
    of_bijstand.flat_map(|it| it["codes"].as_array().expect("codes")).any(|it| it == "correctie")
}

fn says_price(result: &Value) -> bool {
    let said = result["aannames"].as_array().expect("a list").iter();
    said.filter(|it| it["code"] == "bso_prijs_onbekend").count() == 1
}

/// Under 27 all wage counts in 2026. Of 6 x 15.00 x 52 / 12 = 390.00 is expected 95% of 1,401.50 - 390 - 31.20 = 980.30:
/// 931.29. With 36 hours, 540.00, it is 95% of 1,401.50 - 540 - 43.20 = 818.30: 777.39, so 153.90 too much. With 16 hours,
/// 240.00, 95% of 1,401.50 - 240 - 19.20 = 1,142.30: 1,085.19, so 153.90 too little.
#[test]
fn a_correction_the_other_way_is_a_change_of_its_own() {
    let result = fixture("fixtures/calendars/e5-published-300-and-450.json", |it| {
        it["baan"]["uren_per_week"] = "6".into();
        it["baan"]["uurloon"] = "15.00".into();
        let hours = it["kalender"]["uren_per_maand"].as_array_mut().expect("hours");
        hours.splice(..2, [json!("36"), json!("16")]);
    });
    let bijstand =
        |k: usize, what: &str| amount(&result["maanden"][k], &format!("bijstand.{what}"));
    assert_eq!(bijstand(2, "geschat"), decimal("931.29"));
    assert_eq!(bijstand(1, "uitbetaald_recht"), decimal("777.39"));
    assert_eq!(bijstand(2, "uitbetaald_recht"), decimal("1085.19"));
    assert_eq!(bijstand(2, "ingehouden"), decimal("153.90"));
    assert_eq!(bijstand(3, "nabetaald"), decimal("153.90"));
    let corrected: Vec<usize> = (1..=12).filter(|k| is_corrected(&result, *k)).collect();
    // Taken back in May, paid in June, as it was in July.
    assert_eq!(corrected, [2, 3, 4]);
}

/// Four mornings of a child that turns four lie within school times: no care after school, and no price of it.
#[test]
fn care_that_costs_nothing_after_four_has_no_unknown_price() {
    let start = |it: &mut Value| {
        it["baan"]["start"] = "2027-01-01".into();
        it["kalender"] = json!({ "opvang_vooruit": false });
    };
    let mornings = fixture("fixtures/weeks/toddler-group.json", start);
    // (16 - 8) hours x 40 / 12 = 26.67, x 11.23; the child is four on 15 March.
    let bill = |result: &Value, k: usize| amount(&result["maanden"][k], "lijnen.opvang");
    assert_eq!(bill(&mornings, 3), decimal("-299.50"));
    assert_eq!(bill(&mornings, 4), decimal("0"));
    assert!(!says_price(&mornings));
    // Until 15:00 there is.
    let afternoons = fixture("fixtures/weeks/toddler-group.json", |it| {
        start(it);
        for day in it["weekplan"]["weken"][0]["dagen"].as_array_mut().expect("days") {
            day["tot"] = 900.into();
        }
    });
    assert!(says_price(&afternoons));
}

/// Care is paid in the month before: that of the month after the last one belongs to those that are shown.
#[test]
fn a_price_that_begins_after_the_last_month_is_paid_in_it() {
    let result = |geboren: &str| {
        fixture("fixtures/calendars/child-turns-four-with-a-week.json", |it| {
            it["peildatum"] = "2026-12-15".into();
            it["baan"]["start"] = "2026-12-15".into();
            it["kalender"]["opvang_vooruit"] = true.into();
            it["huishouden"]["kinderen"][0]["geboren"] = geboren.into();
        })
    };
    let bill = |result: &Value| amount(&result["maanden"][12], "lijnen.opvang");
    // Month 12 is November 2027. From December 78.00 hours x 9.98, else 143.00 x 11.23.
    let (november, december) = (result("2023-11-20"), result("2023-12-20"));
    assert_eq!((bill(&november), says_price(&november)), (decimal("-778.44"), true));
    assert_eq!((bill(&december), says_price(&december)), (decimal("-1605.89"), false));
}
