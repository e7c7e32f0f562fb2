use jiff::civil::date as day;

use super::*;
use crate::writer::{MONTHS_2027, draft};

const TODAY: Date = day(2026, 11, 22);

pub fn first_four() -> Form {
    let mut form = Form::default();
    for (path, typed) in [
        ("huishouden.geboren.maand", "3"),
        ("huishouden.geboren.jaar", "1994"),
        ("vraag.kinderen", "1"),
        ("huishouden.kinderen.0.geboren.maand", "6"),
        ("huishouden.kinderen.0.geboren.jaar", "2024"),
        ("huishouden.kale_huur", "655,5"),
        ("baan.uren_per_week", "20"),
    ] {
        form.set(path, typed);
    }
    form
}

fn complete(form: &Form) -> Case {
    let (case, gaps) = draft(form, TODAY, &Days::new());
    assert_eq!(gaps, [], "nothing is lacking");
    case
}

fn gaps(form: &Form) -> Vec<(String, Lack)> {
    draft(form, TODAY, &Days::new()).1.into_iter().map(|gap| (gap.path, gap.lack)).collect()
}

#[test]
fn an_empty_form_lacks_the_first_questions_and_no_more() {
    let lacking: Vec<String> = gaps(&Form::default()).into_iter().map(|(path, _)| path).collect();
    let expected =
        ["huishouden.geboren", "vraag.kinderen", "huishouden.kale_huur", "baan.uren_per_week"];
    assert_eq!(lacking, expected);
}

#[test]
fn after_four_questions_there_is_a_case_and_every_default_is_said() {
    let case = complete(&first_four());
    assert_eq!(case.get("peildatum").as_deref(), Some("2026-12-01"));
    assert_eq!(case.get("baan.start").as_deref(), Some("2026-12-01"));
    assert_eq!(case.get("huishouden.geboren").as_deref(), Some("1994-03-01"));
    assert_eq!(case.get("huishouden.kale_huur").as_deref(), Some("655.5"));
    assert_eq!(case.get("huishouden.kinderen.0.geboren").as_deref(), Some("2024-06-01"));
    assert!(matches!(
        case.assumed[..],
        [Assumed::Minimumloon(_), Assumed::GeenOpvang, Assumed::Start(_), Assumed::Checks]
    ));
    assert_eq!(case.get("huishouden.vermogen"), None, "a default is never written as if typed");
}

#[test]
fn an_emptied_wage_asks_again_and_never_falls_back() {
    let mut form = first_four();
    form.set("baan.uurloon", "");
    assert_eq!(gaps(&form), [("baan.uurloon".to_owned(), Lack::Missing)]);
    form.set("baan.uurloon", "15,");
    assert_eq!(gaps(&form), [("baan.uurloon".to_owned(), Lack::Unfinished)]);
    form.set("baan.uurloon", "12,3.4");
    assert_eq!(gaps(&form), [("baan.uurloon".to_owned(), Lack::NotANumber)]);
}

#[test]
fn care_takes_the_highest_price_until_she_knows_it() {
    let mut form = first_four();
    form.set("huishouden.kinderen.0.opvang.0.soort", "dagopvang");
    let uren = "huishouden.kinderen.0.opvang.0.uren_per_maand";
    assert_eq!(gaps(&form), [(uren.to_owned(), Lack::Missing)]);
    form.set(uren, "110");
    let case = complete(&form);
    let price = highest_price("dagopvang", day(2026, 12, 1)).expect("known");
    assert_eq!(case.get("huishouden.kinderen.0.opvang.0.uurprijs"), Some(price.to_string()));
    assert!(case.assumed.contains(&Assumed::Uurprijs(1, price)));
}

#[test]
fn a_problem_points_at_the_field_even_when_an_earlier_contract_is_no_care() {
    let mut form = first_four();
    form.set("huishouden.kinderen.0.opvang.0.soort", "familie");
    form.set("huishouden.kinderen.0.opvang.1.soort", "bso");
    form.set("huishouden.kinderen.0.opvang.1.uren_per_maand", "40");
    let case = complete(&form);
    assert_eq!(case.get("huishouden.kinderen.0.opvang.0.soort").as_deref(), Some("bso"));
    assert_eq!(
        case.form_path("huishouden.kinderen.0.opvang.0.uurprijs"),
        "huishouden.kinderen.0.opvang.1.uurprijs"
    );
}

#[test]
fn her_parents_are_asked_about_only_when_she_is_18_to_20() {
    let mut form = first_four();
    form.set("huishouden.geboren.jaar", "2007");
    assert_eq!(gaps(&form), [("bijstand.beroep_op_ouders".to_owned(), Lack::Missing)]);
    form.set("bijstand.beroep_op_ouders", "nee");
    form.set("huishouden.geboren.jaar", "1990");
    let case = complete(&form);
    assert_eq!(case.get("bijstand.beroep_op_ouders"), None);
}

/// Who works beside bijstand has used months: asked, and as long as it is not known none is an assumption.
#[test]
fn months_used_that_are_not_known_are_an_assumption() {
    let mut form = first_four();
    form.set("vraag.baan_nu", "ja");
    form.set("baan_nu.uren_per_week", "12");
    form.set("baan_nu.uurloon", "15,10");
    let months = "bijstand.vrijlating_n_maanden";
    for typed in ["", "onbekend"] {
        form.set(months, typed);
        let case = complete(&form);
        assert!(case.assumed.contains(&Assumed::Maanden), "{typed}");
        assert_eq!(case.get(months), None, "{typed}");
    }
    form.set(months, "6");
    form.set("bijstand.vrijlating_r_maanden", "012");
    let case = complete(&form);
    assert!(!case.assumed.contains(&Assumed::Maanden));
    assert_eq!(case.get("bijstand.vrijlating_r_maanden").as_deref(), Some("12"));
    form.set("bijstand.vrijlating_r_maanden", "12,5");
    assert_eq!(gaps(&form), [("bijstand.vrijlating_r_maanden".to_owned(), Lack::TooFine)]);
}

#[test]
fn from_2027_on_the_months_are_those_of_its_own_rule() {
    let mut form = first_four();
    form.set("vraag.eerder", "ja");
    form.set("peildatum", "2027-03");
    assert_eq!(gaps(&form), [(MONTHS_2027.to_owned(), Lack::Missing)]);
    form.set(MONTHS_2027, "2");
    assert_eq!(complete(&form).get(MONTHS_2027).as_deref(), Some("2"));
    form.set("peildatum", "2026-12");
    form.set("bijstand.vrijlating_n_maanden", "1");
    assert_eq!(complete(&form).get(MONTHS_2027), None, "the engine refuses it before 2027");
}

#[test]
fn debts_that_are_not_known_are_computed_without_and_said() {
    let mut form = first_four();
    form.set("schulden.vrij_nu", "1200");
    for (kind, written, is_assumed) in
        [("beslag", Some("beslag"), false), ("geen", Some("geen"), false), ("onbekend", None, true)]
    {
        form.set("schulden.soort", kind);
        let case = complete(&form);
        assert_eq!(case.get("schulden.soort").as_deref(), written, "{kind}");
        assert_eq!(case.assumed.contains(&Assumed::Schulden), is_assumed, "{kind}");
        assert_eq!(case.get("schulden.vrij_nu").is_some(), kind == "beslag", "{kind}");
    }
}

/// An unborn child makes no parent yet: 8,000 and not 16,000 (art. 34(3) Participatiewet, 2026).
#[test]
fn pregnant_with_her_first_child_she_may_have_the_savings_of_a_single_person() {
    let mut form = first_four();
    let limit = |form: &Form| savings_limit(form, &Days::new(), day(2026, 12, 1));
    assert_eq!(limit(&form), Some(Decimal::from(16_000)));
    form.set("huishouden.kinderen.0.geboren.jaar", "2027");
    assert_eq!(limit(&form), Some(Decimal::from(8_000)));
}

#[test]
fn the_last_questions_ask_for_details_after_yes() {
    let mut form = first_four();
    for question in CHECKS {
        form.set(question, "ja");
    }
    let lacking: Vec<String> = gaps(&form).into_iter().map(|(path, _)| path).collect();
    let expected = [
        "huishouden.inwonenden.0.relatie",
        "huishouden.inwonenden.0.geboren",
        "huishouden.inwonenden.0.inkomen_jaar",
        "huishouden.vermogen",
        "huishouden.alimentatie_kinderen",
    ];
    assert_eq!(lacking, expected);
}
