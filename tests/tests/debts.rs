//! What creditors take: what holds of any household. Amounts by hand stand in `fixtures/worked/art-475da-rv`.

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::generate::{schulden, situatie};
use tests::{amount, decimal, month, read, repository};

/// The mother with a bailiff, changed.
fn mother(change: impl FnOnce(&mut Value)) -> Value {
    let base = read(&repository("fixtures/worked/mother-with-a-bailiff.json"));
    let mut situatie: Value = serde_json::from_str(&base).expect("JSON");
    change(&mut situatie);
    situatie
}

proptest! {
    /// In cents and for every phase: what is left is what there is less what goes; a year takes twelve months at least,
    /// and of holiday pay no more than there is.
    #[test]
    fn what_is_left_and_what_goes_are_what_there_was(mut situatie in situatie(), schulden in schulden()) {
        situatie["schulden"] = schulden;
        let result = month(&situatie.to_string());
        let has_debts = situatie["schulden"]["soort"] != "geen";
        if !has_debts || !situatie["huishouden"]["partner"].is_null() {
            prop_assert!(result["schulden"].is_null());
            return Ok(());
        }
        for which in ["nu", "met_baan", "verschil"] {
            let of_month = |name: &str| amount(&result, &format!("schulden.maand.{which}.{name}"));
            let of_year = |name: &str| amount(&result, &format!("schulden.jaar.{which}.{name}"));
            let besteedbaar = amount(&result, &format!("{which}.besteedbaar"));
            let naar = of_month("naar_schuldeisers");
            prop_assert_eq!(of_month("over_na_schulden"), besteedbaar - naar);
            let jaar = of_year("naar_schuldeisers_jaar");
            let besteedbaar_jaar = amount(&result, &format!("per_jaar.{which}.besteedbaar_jaar"));
            prop_assert_eq!(of_year("over_na_schulden_jaar"), besteedbaar_jaar - jaar);
            prop_assert_eq!(of_year("uit_vakantiegeld"), jaar - naar * Decimal::from(12));
            if which == "verschil" {
                continue;
            }
            prop_assert!(naar >= Decimal::ZERO && of_year("uit_vakantiegeld") >= Decimal::ZERO);
            let yearly = |name: &str| amount(&result, &format!("per_jaar.{which}.{name}"));
            let holiday_pay = yearly("vakantiegeld_netto") + yearly("vakantietoeslag_bijstand");
            prop_assert!(of_year("uit_vakantiegeld") <= holiday_pay, "{which}");
        }
        let phases = result["fasen"].as_array().expect("phases");
        let with_debts = result["schulden"]["fasen"].as_array().expect("phases");
        prop_assert_eq!(phases.len(), with_debts.len());
        for (phase, debts) in phases.iter().zip(with_debts) {
            prop_assert_eq!(&phase["van_maand"], &debts["van_maand"]);
            let of = |value: &Value| decimal(value.as_str().expect("an amount"));
            let left = of(&phase["besteedbaar"]) - of(&debts["naar_schuldeisers"]);
            prop_assert_eq!(of(&debts["over_na_schulden"]), left);
        }
    }

    /// Nothing else of the month moves: debts stand beside it.
    #[test]
    fn debts_change_nothing_else(mut situatie in situatie(), schulden in schulden()) {
        situatie["schulden"] = json!({ "soort": "geen" });
        let mut without = month(&situatie.to_string());
        situatie["schulden"] = schulden;
        let mut with = month(&situatie.to_string());
        for result in [&mut without, &mut with] {
            let fields = result.as_object_mut().expect("a month");
            for beside in ["schulden", "aannames", "niet_berekend", "waarschuwingen"] {
                prop_assert!(fields.remove(beside).is_some(), "{beside}");
            }
        }
        prop_assert_eq!(with, without);
    }
}

/// Above the income at which allowances begin to fall the voet rises by what they lose: both together stay within three
/// euros (allowances are in whole euros) until the huurtoeslag is used up.
#[test]
fn above_the_threshold_the_voet_and_the_allowances_stay_flat() {
    let mut seen = Vec::new();
    for loon in (2_600..4_200).step_by(25) {
        let result = month(
            &mother(|it| {
                it["baan"] = json!({ "uren_per_week": "36", "maandloon": loon.to_string() });
                it["huishouden"]["kinderen"] =
                    json!([{ "geboren": "2018-05-01" }, { "geboren": "2024-02-01" }]);
            })
            .to_string(),
        );
        let line = |name: &str| amount(&result, &format!("met_baan.{name}"));
        let income = amount(&result, "tussen.met_baan.toetsingsinkomen");
        if line("bijstand") > Decimal::ZERO || line("huurtoeslag") <= Decimal::ONE {
            continue;
        }
        let allowances = line("zorgtoeslag") + line("huurtoeslag") + line("kindgebonden_budget");
        if line("zorgtoeslag").is_zero() || income < Decimal::from(29_736) {
            continue;
        }
        seen.push(amount(&result, "schulden.maand.met_baan.beslagvrij") + allowances);
    }
    assert!(seen.len() >= 10, "only {} wages", seen.len());
    let (least, most) = (seen.iter().min().expect("some"), seen.iter().max().expect("some"));
    assert!(most - least < Decimal::from(3), "from {least} to {most}");
}

/// The other output of a household without debts is that of before: nothing in the place of the block.
#[test]
fn without_debts_the_block_is_nothing_and_its_default_is_told() {
    let result = month(
        &mother(|it| drop(it.as_object_mut().expect("a situation").remove("schulden"))).to_string(),
    );
    assert!(result["schulden"].is_null());
    let told = |group: &str, what: &str| {
        let all = result[group].as_array().expect("a list").iter();
        all.filter(|it| it["tekst"].as_str().expect("text").contains(what)).count()
    };
    assert_eq!(told("aannames", "schulden is niet ingevuld"), 1);
    let codes: Vec<&str> = result["niet_berekend"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|it| it["code"].as_str())
        .collect();
    assert!(codes.contains(&"schulden_en_beslag"));
}
