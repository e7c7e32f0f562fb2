//! What the door refuses because of something else in the same input; all problems at once.

use calc_core::HoursOptions;
use calc_core::Language;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::door::{WHOLE, paths, problems, refused_at, with};

/// The whole situation with a change.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut whole: Value = serde_json::from_str(WHOLE).expect("JSON");
    change(&mut whole);
    whole.to_string()
}

fn accepted(situatie: &str) {
    refused_at(situatie, &[]);
}

#[test]
fn a_field_the_contract_does_not_know() {
    for object in [
        "huishouden.",
        "huishouden.partner.",
        "huishouden.kinderen.0.",
        "huishouden.kinderen.0.opvang.0.",
        "huishouden.inwonenden.0.",
        "bijstand.",
        "baan_nu.",
        "baan.",
    ] {
        let path = format!("{object}bonus");
        refused_at(&with(&path, Some("\"1\"")), &[&path]);
    }
    refused_at(&changed(|it| it["bonus"] = json!(null)), &["bonus"]);
    // The allowed names stand in the message.
    let found = problems(&with("baan.bonus", Some("1")));
    assert!(found[0].toegestaan(Language::NL).contains("uurloon"), "{}", found[0]);
}

#[test]
fn a_key_given_twice() {
    for (path, field) in [
        ("iack", "\"iack\": \"maandelijks\","),
        ("huishouden.vermogen", "\"vermogen\": \"1000\","),
        ("huishouden.partner.geboren", "\"geboren\": \"1993-02-17\","),
        ("huishouden.kinderen.0.opvang.0.soort", "\"soort\": \"dagopvang\","),
        ("huishouden.inwonenden.0.relatie", "\"relatie\": \"ouder\","),
        ("baan.start", "\"start\": \"2026-11-01\","),
    ] {
        let one = field.trim_end_matches(',');
        assert_eq!(WHOLE.matches(one).count(), 1, "{field}");
        refused_at(&WHOLE.replace(one, &format!("{field} {one}")), &[path]);
    }
    let twice =
        WHOLE.replace("\"iack\": \"maandelijks\"", "\"iack\": \"niet\", \"i\\u0061ck\": \"niet\"");
    refused_at(&twice, &["iack"]);
}

#[test]
fn a_name_that_is_empty_or_has_a_line_break_is_named_on_one_line() {
    let with = |fields: &str| WHOLE.replacen('{', &format!("{{{fields},"), 1);
    refused_at(&with("\"\": 1"), &["\"\""]);
    refused_at(&with("\"a\\nb\": 1, \"a\\nb\": 2"), &["a b", "a b"]);
}

#[test]
fn hourly_and_monthly_wage_together_or_neither() {
    refused_at(&with("baan.maandloon", Some("\"900\"")), &["baan.uurloon"]);
    accepted(&with("baan.maandloon", Some("null")));
    for soort in ["proefplaatsing", "traject"] {
        let without_wage = |it: &mut Value| {
            it["baan"]["soort"] = soort.into();
            it["baan"].as_object_mut().expect("a job").remove("uurloon");
        };
        accepted(&changed(without_wage));
    }
}

#[test]
fn what_depends_on_the_age_of_the_applicant() {
    let born = |born: &str| with("huishouden.geboren", Some(&format!("\"{born}\"")));
    accepted(&born("2005-10-02"));
    refused_at(&born("2005-10-01"), &["bijstand.beroep_op_ouders"]);
    accepted(&born("2008-10-01"));
    for wrong in ["2008-10-02", "1959-10-01", "1899-01-01", "2026-10-02", "9999-12-31"] {
        refused_at(&born(wrong), &["huishouden.geboren"]);
    }
    let oldest = |it: &mut Value| {
        it["huishouden"]["geboren"] = "1959-10-02".into();
        it["bijstand"].as_object_mut().expect("bijstand").remove("beroep_op_ouders");
    };
    accepted(&changed(oldest));
    let partner = |born: &str| with("huishouden.partner.geboren", Some(&format!("\"{born}\"")));
    accepted(&partner("1959-10-02"));
    for wrong in ["1959-10-01", "2008-10-02", "2026-12-01"] {
        refused_at(&partner(wrong), &["huishouden.partner.geboren"]);
    }
}

#[test]
fn children_are_under_18_and_due_within_nine_months_and_housemates_are_adults() {
    let child = |born: &str| with("huishouden.kinderen.0.geboren", Some(&format!("\"{born}\"")));
    for fine in ["2008-10-02", "2026-10-01", "2026-10-02", "2027-07-01"] {
        accepted(&child(fine));
    }
    for wrong in ["2008-10-01", "1990-01-01", "2027-07-02", "9999-12-31"] {
        refused_at(&child(wrong), &["huishouden.kinderen.0.geboren"]);
    }
    let housemate =
        |born: &str| with("huishouden.inwonenden.0.geboren", Some(&format!("\"{born}\"")));
    accepted(&housemate("2008-10-01"));
    for wrong in ["2008-10-02", "2026-10-02"] {
        refused_at(&housemate(wrong), &["huishouden.inwonenden.0.geboren"]);
    }
}

#[test]
fn months_of_r_only_after_six_of_n() {
    let path = "bijstand.vrijlating_r_maanden";
    refused_at(&with("bijstand.vrijlating_n_maanden", Some("5")), &[path]);
    refused_at(&with("bijstand.vrijlating_n_maanden", None), &[path]);
    accepted(&with(path, Some("30")));
}

#[test]
fn at_most_so_many_children_contracts_and_housemates() {
    for (path, most) in [
        ("huishouden.kinderen", 12),
        ("huishouden.kinderen.0.opvang", 4),
        ("huishouden.inwonenden", 10),
    ] {
        let whole: Value = serde_json::from_str(WHOLE).expect("JSON");
        let one = &whole.pointer(&format!("/{}/0", path.replace('.', "/"))).expect("an item");
        let list = |length: usize| Value::Array(vec![(*one).clone(); length]).to_string();
        accepted(&with(path, Some(&list(most))));
        refused_at(&with(path, Some(&list(most + 1))), &[path]);
        accepted(&with(path, Some("[]")));
    }
}

#[test]
fn a_wage_is_no_more_than_the_income_it_is_part_of() {
    let path = "huishouden.inwonenden.0.arbeidsinkomen_jaar";
    accepted(&with(path, Some("\"12000.00\"")));
    refused_at(&with(path, Some("\"12000.01\"")), &[path]);
}

#[test]
fn twee_lonen_fout_tells_the_pair_and_what_is_wrong_with_each() {
    let wrong = changed(|it| {
        it["baan"]["uren_per_week"] = "99".into();
        it["baan"]["uurloon"] = "x".into();
        it["baan"]["maandloon"] = "20000.01".into();
    });
    let found = problems(&wrong);
    let expected = ["baan.uren_per_week", "baan.uurloon", "baan.uurloon", "baan.maandloon"];
    assert_eq!(paths(&found), expected);
    let reasons: Vec<String> = found.iter().map(|problem| problem.reden(Language::NL)).collect();
    assert!(reasons[1].contains("uurloon en een maandloon"), "the pair: {reasons:#?}");
    assert!(reasons[2].contains('x') && reasons[3].contains("20000.01"), "{reasons:#?}");
    // One that is well given stays unnamed; a trial placement makes no difference.
    refused_at(&with("baan_nu.uurloon", Some("\"200.01\"")), &["baan_nu.uurloon"; 2]);
    let trial = changed(|it| {
        it["baan"]["soort"] = "proefplaatsing".into();
        it["baan"]["maandloon"] = json!([]);
    });
    refused_at(&trial, &["baan.uurloon", "baan.maandloon"]);
}

#[test]
fn what_is_wrong_on_every_day_is_told_though_the_reference_date_is_wrong_too() {
    for date in [json!(null), json!("2026-02-30"), json!("2030-01-01"), json!(5)] {
        let wrong = changed(|it| {
            it["peildatum"] = date.clone();
            it["huishouden"]["geboren"] = "1899-01-01".into();
            it["huishouden"]["partner"]["geboren"] = "2020-01-01".into();
            it["huishouden"]["kinderen"][0]["geboren"] = "1990-01-01".into();
            it["huishouden"]["inwonenden"][0]["geboren"] = "2015-01-01".into();
            it["huishouden"]["gemeente_bedragen"] = json!({ "wonder": "1" });
        });
        let expected = [
            "peildatum",
            "huishouden.geboren",
            "huishouden.partner.geboren",
            "huishouden.kinderen.0.geboren",
            "huishouden.inwonenden.0.geboren",
            "huishouden.gemeente_bedragen.wonder",
        ];
        refused_at(&wrong, &expected);
    }
    let without = |change: fn(&mut Value)| {
        changed(|it| {
            it.as_object_mut().expect("an object").remove("peildatum");
            change(it);
        })
    };
    refused_at(&without(|_| ()), &["peildatum"]);
    // Who is 30 on every day is not asked what is asked at 18 to 20; who is 19 is asked.
    let thirty = without(|it| it["huishouden"]["geboren"] = "1996-06-01".into());
    refused_at(&thirty, &["peildatum", "bijstand.beroep_op_ouders"]);
    let nineteen = without(|it| {
        it["huishouden"]["geboren"] = "2007-01-01".into();
        it["bijstand"].as_object_mut().expect("bijstand").remove("beroep_op_ouders");
    });
    refused_at(&nineteen, &["peildatum", "bijstand.beroep_op_ouders"]);
    // Who becomes 21 or 18 within the days that are covered may be either.
    for born in ["2005-07-01", "2008-07-01"] {
        let either = changed(|it| {
            it["peildatum"] = json!(null);
            it["huishouden"]["geboren"] = born.into();
        });
        refused_at(&either, &["peildatum"]);
    }
}

#[test]
fn what_is_no_object_hides_nothing_that_has_to_be_in_it() {
    for given in ["null", "[]", "1", "\"nee\""] {
        let expected = ["bijstand", "bijstand.beroep_op_ouders"];
        refused_at(&with("bijstand", Some(given)), &expected);
    }
    // From 21 on nothing has to be.
    let older = changed(|it| {
        it["huishouden"]["geboren"] = "1994-03-14".into();
        it["bijstand"] = json!(null);
    });
    refused_at(&older, &["bijstand"]);
}

#[test]
fn too_many_months_of_a_rule_that_does_not_hold_are_two_problems() {
    let wrong = changed(|it| {
        it["bijstand"]["vrijlating_n_maanden"] = 2.into();
        it["bijstand"]["vrijlating_r_maanden"] = 31.into();
    });
    refused_at(&wrong, &["bijstand.vrijlating_r_maanden"; 2]);
    // The rule of 2027 has twelve months, and none of them is used in 2026.
    for (months, problems) in [(0, 0), (1, 1), (13, 2)] {
        let wrong = changed(|it| it["bijstand"]["vrijlating_34a_maanden"] = months.into());
        refused_at(&wrong, &vec!["bijstand.vrijlating_34a_maanden"; problems]);
    }
}

#[test]
fn a_reference_date_outside_the_coverage() {
    for wrong in ["2025-12-31", "2027-07-01", "0001-01-01", "9999-12-31"] {
        refused_at(&with("peildatum", Some(&format!("\"{wrong}\""))), &["peildatum"]);
    }
}

#[test]
fn every_problem_of_one_input_at_once() {
    let wrong = changed(|it| {
        it["peildatum"] = "2026-10-32".into();
        it["huishouden"]["kinderen"][0]["opvang"][0]["uurprijs"] = "1e9".into();
        it["huishouden"]["inwonenden"][0]["relatie"] = "vriend".into();
        it["huishouden"]["kale_huur"] = "12,3.4".into();
        it["huishouden"]["gemeente"] = json!(null);
        it["huishouden"]["kleur"] = "rood".into();
        it["bijstand"]["vrijlating_n_maanden"] = 7.into();
        it["baan_nu"]["uren_per_week"] = "+5".into();
        it["baan"]["maandloon"] = "900".into();
        it["baan"]["start"] = "2026-02-30".into();
        it["iack"] = false.into();
    });
    let found = problems(&wrong);
    let mut found = paths(&found);
    found.sort_unstable();
    let expected = [
        "baan.start",
        "baan.uurloon",
        "baan_nu.uren_per_week",
        "bijstand.vrijlating_n_maanden",
        "huishouden.gemeente",
        "huishouden.inwonenden.0.relatie",
        "huishouden.kale_huur",
        "huishouden.kinderen.0.opvang.0.uurprijs",
        "huishouden.kleur",
        "iack",
        "peildatum",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_no_json_or_no_object() {
    for wrong in
        ["", "{", "[1]", "null", "\"x\"", "1", "{\"peildatum\": NaN}", "{} {}", "\u{feff}{}"]
    {
        refused_at(wrong, &["situatie"]);
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!problems(&deep).is_empty());
    assert!(!problems(&with("baan", Some(&deep))).is_empty());
}

#[test]
fn what_is_wrong_with_the_curve_is_told_beside_what_is_wrong_with_the_situation() {
    let wrong = with("baan.uurloon", Some("\"x\""));
    assert_eq!(curve(&wrong, -1, 61, 100), ["from", "to", "baan.uurloon"]);
    assert_eq!(curve(&wrong, 0, 40, 100), ["baan.uurloon"]);
}

fn curve(situatie: &str, from: i64, to: i64, step: i64) -> Vec<String> {
    let options = HoursOptions { from: from.into(), to: to.into(), step: Decimal::new(step, 2) };
    match calc_core::hours(situatie, options) {
        Ok(_) => Vec::new(),
        Err(error) => error.problems().into_iter().map(|problem| problem.pad).collect(),
    }
}

#[test]
fn hours_of_the_curve_outside_their_bounds() {
    assert!(curve(WHOLE, 0, 60, 100).is_empty());
    assert_eq!(curve(WHOLE, -1, 10, 100), ["from"]);
    assert_eq!(curve(WHOLE, 0, 61, 100), ["to"]);
    assert_eq!(curve(WHOLE, 11, 10, 100), ["to"]);
    assert_eq!(curve(WHOLE, 0, 10, 0), ["step"]);
    // 0 to 40 in steps of 0.01 is 4,001 points, one too many.
    assert_eq!(curve(WHOLE, 0, 40, 1), ["step"]);
    assert_eq!(curve(WHOLE, -1, 61, -1), ["from", "to", "step"]);
    // Without hours a pension premium has nothing to go along with.
    assert_eq!(curve(&with("baan.uren_per_week", Some("0")), 0, 10, 100), ["baan.uren_per_week"]);
}
