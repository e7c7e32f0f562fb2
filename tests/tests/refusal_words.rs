//! What a refusal and an explanation say in words: the kind of value that was given instead, and the names, sentences
//! and units of what was computed.

use calc_core::Explain;
use calc_core::Language;
use calc_core::parameters::Status;
use serde_json::{Value, json};
use tests::door::{problems, with};
use tests::{household, month_with};

#[test]
fn the_reason_names_the_kind_of_value_that_was_given() {
    // A yes or no is asked: everything else is refused as what it is.
    let mut reasons: Vec<String> = Vec::new();
    for given in ["null", "\"ja\"", "{}", "[]", "1"] {
        let refused = problems(&with("bijstand.ontvangt", Some(given)));
        assert_eq!(refused.len(), 1, "{given}");
        reasons.push(refused[0].reden(Language::NL).clone());
    }
    for given in ["true", "false"] {
        let refused = problems(&with("huishouden.geboren", Some(given)));
        assert_eq!(refused.len(), 1, "{given}");
        reasons.push(refused[0].reden(Language::NL).replace(given, ""));
    }
    let yes = reasons.pop();
    assert_eq!(yes.as_ref(), reasons.last(), "yes and no are one kind");
    let kinds: std::collections::BTreeSet<_> = reasons.iter().collect();
    assert_eq!(kinds.len(), 6, "null, text, object, list, number, yes or no: {reasons:#?}");
    for (reason, word) in reasons.iter().zip(["null", "tekst", "object", "lijst", "getal", "ja"]) {
        assert!(reason.contains(word), "{reason} does not name {word}");
    }
}

#[test]
fn an_explanation_has_its_name_its_sentence_its_unit_and_the_address_of_its_article() {
    let result = month_with(&household("first-job"), Explain::Yes);
    let rent = &result["uitleg"]["met_baan"]["huurtoeslag"];
    assert_eq!(rent["naam"], "Huurtoeslag");
    assert_eq!(rent["eenheid"], "EUR/maand");
    let address = rent["artikel_url"].as_str().expect("an address");
    assert!(address.starts_with("https://wetten.overheid.nl/BWBR0008659"), "{address}");
    let sentence = rent["zin"].as_str().expect("a sentence");
    assert!(sentence.contains("€ 399,00"), "the amount is in it: {sentence}");
    let steps = rent["stappen"].as_array().expect("steps");
    let rent_given = steps.iter().find(|step| step["naam"] == "kale_huur").expect("the rent");
    assert_eq!(rent_given["soort"], "invoer");
    assert_eq!(
        (&rent_given["waarde"], &rent_given["eenheid"]),
        (&json!("655"), &json!("EUR/maand"))
    );
    let words = rent_given["tekst"].as_str().expect("words");
    assert!(words.contains("huur") && words != "kale_huur", "{words}");
    // A line that is nothing gives its reason as the sentence.
    let now = &result["uitleg"]["nu"]["kinderopvangtoeslag"];
    assert_eq!(now["waarom_nul"], "werkt_niet");
    let reason = result["waarom_nul"]["nu"]
        .as_array()
        .expect("reasons")
        .iter()
        .find(|reason| reason["lijn"] == "kinderopvangtoeslag")
        .expect("a reason");
    assert_eq!(now["zin"], reason["tekst"]);
    assert!(reason["tekst"].as_str().is_some_and(|words| words.contains(' ')), "{reason}");
}

#[test]
fn costs_are_subtracted_in_the_explanation_of_what_is_left() {
    let result = month_with(&household("first-job"), Explain::Yes);
    let left = &result["uitleg"]["met_baan"]["besteedbaar"];
    let steps = left["stappen"].as_array().expect("steps");
    let value = |name: &str| {
        let step = steps.iter().find(|step| step["naam"] == name).expect("a line");
        step["waarde"].as_str().map(str::to_owned)
    };
    // The bill of 1,314.50 (see the household by hand) goes off, the wage is added.
    assert_eq!(value("kinderopvang_kosten").as_deref(), Some("-1314.5"));
    assert_eq!(value("netto_loon").as_deref(), Some("1314.99"));
}

#[test]
fn the_monthly_iack_is_explained_with_whether_it_was_asked_for() {
    let asked = |iack: &str| {
        let mut situatie: Value = serde_json::from_str(&household("first-job")).expect("JSON");
        situatie["iack"] = iack.into();
        let result = month_with(&situatie.to_string(), Explain::Yes);
        let steps = result["uitleg"]["met_baan"]["iack"]["stappen"].clone();
        let steps = steps.as_array().expect("steps").clone();
        steps.into_iter().find(|step| step["naam"] == "iack_per_maand").expect("it was asked")["waarde"].clone()
    };
    assert_eq!((asked("maandelijks"), asked("niet")), (json!(true), json!(false)));
}

#[test]
fn a_status_is_written_with_its_own_word() {
    for status in [Status::InForce, Status::Announced, Status::Derived] {
        assert_eq!(status.to_string(), status.as_str());
        assert!(!status.as_str().is_empty());
    }
}

#[test]
fn an_age_outside_is_refused_with_the_ages_that_are_computed() {
    let refused = problems(&with("huishouden.geboren", Some("\"1940-01-01\"")));
    let allowed = &refused[0].toegestaan(Language::NL);
    assert!(allowed.contains("18") && allowed.contains("66"), "{allowed}");
}

/// Every result of a rule in a tree.
fn results(tree: &Value, found: &mut Vec<String>) {
    match tree {
        Value::Object(fields) => {
            found.extend(fields.get("uitkomst").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|inner| results(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| results(inner, found)),
        _ => {}
    }
}

#[test]
fn holiday_pay_is_explained_by_what_is_left_of_it() {
    let result = month_with(&household("first-job"), Explain::Yes);
    let mut found = Vec::new();
    results(&result["uitleg"]["met_baan"]["netto_loon"], &mut found);
    // 1,291.27 less 61.20 (see the household by hand).
    assert!(found.iter().any(|result| result == "1230.07"), "{found:?}");
}
