//! What creditors take: what holds of any household. Amounts by hand stand in `fixtures/worked/art-475da-rv`.

use calc_core::{ContractForm, Explain, Language};
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

fn starts_in_december() -> Value {
    mother(|it| {
        it["peildatum"] = "2026-11-01".into();
        it["baan"]["start"] = "2026-12-01".into();
    })
}

fn calendar(situatie: &Value) -> Value {
    let calendar = calc_core::contract::calendar(&situatie.to_string(), Explain::No);
    serde_json::to_value(calendar.expect("a calendar").form(Language::NL)).expect("JSON")
}

/// Twelve months in which nothing changes take what the month says of a year: the calendar and the month are one rule.
/// The amounts of 2027 are those of December 2026, so that the holiday pay of May has twelve months of one norm.
#[test]
fn twelve_equal_months_of_the_calendar_take_what_the_month_says_of_a_year() {
    for hours in (0..=38).step_by(2) {
        let job = json!({ "uren_per_week": hours.to_string(), "uurloon": "15.50" });
        let mut situatie = mother(|it| {
            it["peildatum"] = "2027-06-01".into();
            it["iack"] = "niet".into();
            it["bijstand"] = json!({ "vrijlating_toegekend": false });
            it["baan"] = job.clone();
            if hours > 0 {
                it["baan_nu"] = job;
            }
        });
        let year = amount(&month(&situatie.to_string()), "schulden.jaar.nu.naar_schuldeisers_jaar");
        situatie["baan"]["start"] = "2027-07-01".into();
        situatie["baan"]["zelfde_werkgever"] = (hours > 0).into();
        let result = calendar(&situatie);
        for path in ["nooit", "werkelijk"] {
            let taken = amount(&result, &format!("samenvatting.schulden.{path}.naar_schuldeisers"));
            let off = (taken - year).abs();
            assert!(off <= Decimal::new(20, 2), "{hours} hours, {path}: {taken}, a year {year}");
        }
    }
}

/// A job that the bailiff does not know of for two months: until month 2 as without it, then more; May takes holiday pay on
/// the days on which it comes.
#[test]
fn creditors_have_a_line_of_their_own_on_the_account() {
    let situatie = starts_in_december();
    let result = calendar(&situatie);
    let line = |k: usize| amount(&result["maanden"][k], "lijnen.naar_schuldeisers");
    assert_eq!((line(0), line(1)), (Decimal::ZERO, Decimal::ZERO));
    assert!(line(2) < Decimal::ZERO && line(3) < Decimal::ZERO);
    let may = result["maanden"][6]["stromen"].as_array().expect("movements").iter();
    let days: Vec<&str> = may
        .filter(|it| it["code"] == "naar_schuldeisers")
        .filter_map(|it| it["datum"].as_str())
        .collect();
    assert_eq!(days, ["2027-05-25", "2027-05-25", "2027-05-27", "2027-05-27"]);
    let taken: Decimal = (1..=12).map(line).sum();
    let of_summary = amount(&result, "samenvatting.schulden.werkelijk.naar_schuldeisers");
    assert_eq!(-taken, of_summary);
    let codes = |result: &Value| {
        let all = result["aannames"].as_array().expect("a list").clone();
        all.iter().filter_map(|it| it["code"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert!(codes(&result).contains(&"keuze_18".to_owned()));

    let mut without = situatie;
    without["schulden"] = json!({ "soort": "geen" });
    let without = calendar(&without);
    assert!(without["samenvatting"]["schulden"].is_null());
    assert!(without["maanden"][6]["lijnen"].get("naar_schuldeisers").is_none());
    assert!(!codes(&without).contains(&"keuze_18".to_owned()));
    // What months are worth is before creditors.
    assert_eq!(result["samenvatting"]["per_maand"], without["samenvatting"]["per_maand"]);
}

/// More of what goes out is told as more, although less is left: every line of every month.
#[test]
fn a_reason_says_more_when_more_comes_or_goes() {
    let result = calendar(&starts_in_december());
    let months = result["maanden"].as_array().expect("months");
    let (mut of_debts, mut told) = (0, 0);
    for pair in months.windows(2) {
        for reason in pair[1]["redenen"].as_array().expect("reasons") {
            let name = reason["lijn"].as_str().expect("a line");
            let of = |month: &Value| {
                let there = month["lijnen"].get(name).is_some();
                if there { amount(month, &format!("lijnen.{name}")) } else { Decimal::ZERO }
            };
            let (before, now) = (of(&pair[0]), of(&pair[1]));
            let text = reason["tekst"].as_str().expect("a sentence");
            let [more, less] = ["meer dan de maand ervoor", "minder dan de maand ervoor"]
                .map(|words| text.contains(words));
            if more || less {
                assert_eq!(more, now.abs() > before.abs(), "{before} to {now}: {text}");
                told += 1;
                of_debts += u32::from(name == "naar_schuldeisers");
            }
        }
    }
    assert!(told >= 10 && of_debts >= 4, "{told} sentences, {of_debts} of debts");
}

/// What the sentences say is what stands in the table above them: by hand in `fixtures/worked/art-475da-rv`.
#[test]
fn the_sentences_say_what_the_table_says() {
    let told = |situatie: &Value| {
        let month = calc_core::month(&situatie.to_string(), Explain::No).expect("a month");
        let sentences = month.schulden.as_ref().expect("debts").zinnen();
        let all = sentences.iter().chain(&month.waarschuwingen);
        all.map(|it| it.tekst(Language::NL)).collect::<Vec<_>>().join("\n")
    };
    // Part of what she keeps comes as holiday pay: both amounts, and that of the job, not that of now (851,64).
    // 435,84 is 12 x 36,32: 5/95 of the bijstand of 690,11.
    let twelve = told(&mother(|it| it["baan"]["uren_per_week"] = "12".into()));
    for words in [
        "ten minste € 1.348,49",
        "In een gewone maand is dat € 1.284,01",
        "hooguit € 435,84 per jaar",
    ] {
        assert!(twelve.contains(words), "{words}: {twelve}");
    }
    assert!(!twelve.contains(
        "Het kan voor een deel of helemaal naar uw schulden gaan: met deze baan hooguit € 851,64"
    ));
    let twenty = told(&mother(|_| ()));
    assert!(twenty.contains("ten minste € 1.348,49 per maand. Dat komt"), "{twenty}");
    // The amount of her letter is hers already.
    let scheme = |block: Value| told(&mother(|it| it["schulden"] = block));
    let letter = scheme(json!({ "soort": "schuldregeling", "vrij_met_baan": "1500" }));
    assert!(
        letter.contains("In uw brief staat dat u met deze baan € 1.500,00 per maand mag houden"),
        "{letter}"
    );
    let none = scheme(json!({ "soort": "schuldregeling" }));
    assert!(none.contains("ten minste € 1.348,49 per maand, en meestal meer"), "{none}");
}

/// The amount of a letter about the job ends with the job: on full bijstand again nothing goes in the month, as before it.
#[test]
fn what_a_letter_says_of_the_job_ends_with_it() {
    let result = calendar(&mother(|it| {
        it["peildatum"] = "2026-11-01".into();
        it["baan"]["start"] = "2026-12-01".into();
        it["schulden"] = json!({ "soort": "beslag", "vrij_met_baan": "1200" });
        it["kalender"] = json!({ "baan_stopt_na": 3 });
    }));
    let goes = |k: usize| -amount(&result["maanden"][k], "lijnen.naar_schuldeisers");
    // By the letter what is above 1,200 in the months with the job that the bailiff knows of.
    assert!(goes(2) > Decimal::from(100) && goes(3) > Decimal::from(100));
    // 95% of the norm is paid, 1,348.49, which is the voet. In month 4 the holiday pay of the job is attached.
    assert_eq!((goes(5), goes(7)), (Decimal::ZERO, Decimal::ZERO));
}

/// What is said of debts fits the case: of the wage, the job, the partner, the income.
#[test]
fn what_is_said_fits_the_case() {
    let said = |change: &dyn Fn(&mut Value)| {
        let situatie = mother(|it| change(it)).to_string();
        let told = month(&situatie);
        let codes = |group: &str| {
            let all = told[group].as_array().expect("a list").iter();
            all.map(|it| it["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
        };
        let parsed = calc_core::month(&situatie, Explain::No).expect("a month");
        let sentences =
            parsed.schulden.as_ref().map(calc_core::month::Schulden::zinnen).unwrap_or_default();
        let all = sentences.iter().chain(&parsed.waarschuwingen);
        let text = all.map(|it| it.tekst(Language::NL)).collect::<Vec<_>>().join("\n");
        ([codes("waarschuwingen"), codes("aannames"), codes("niet_berekend")].concat(), text)
    };
    let has = |(codes, _): &(Vec<String>, String), code: &str| codes.iter().any(|it| it == code);
    let new_job = "beslag_nog_niet_bij_werkgever";
    let tell = ["Geef uw nieuwe baan door", "met uw nieuwe loon"];

    let new = said(&|_| ());
    assert!(has(&new, new_job) && tell.iter().all(|words| new.1.contains(words)), "{}", new.1);
    // What Dienst Toeslagen keeps back, and what victims of it need not pay, is told to whoever has debts.
    assert!(has(&new, "toeslagschuld") && has(&new, "hersteloperatie"));
    // A job that goes on as it is, and more hours with the same employer, the bailiff knows of; another employer not.
    let goes_on = said(&|it| it["baan_nu"] = it["baan"].clone());
    let more_hours = said(&|it| {
        it["baan_nu"] = it["baan"].clone();
        it["baan"]["uren_per_week"] = "24".into();
        it["baan"]["zelfde_werkgever"] = true.into();
    });
    for known in [&goes_on, &more_hours] {
        assert!(
            !has(known, new_job) && !tell.iter().any(|words| known.1.contains(words)),
            "{}",
            known.1
        );
    }
    let elsewhere = said(&|it| {
        it["baan_nu"] = it["baan"].clone();
        it["baan"]["uren_per_week"] = "24".into();
    });
    assert!(has(&elsewhere, new_job));

    // Work without a wage: she pays for care and holds less, and her debt is what it was.
    let less = "beslag_werken_houdt_niet_meer_over";
    let faster = "schuld daalt";
    let unpaid = said(&|it| it["baan"] = json!({ "soort": "traject", "uren_per_week": "20" }));
    assert!(
        has(&unpaid, less) && !has(&unpaid, new_job) && !unpaid.1.contains(faster),
        "{}",
        unpaid.1
    );
    let no_care = said(&|it| {
        it["baan"] = json!({ "soort": "traject", "uren_per_week": "20" });
        it["huishouden"]["kinderen"] = json!([{ "geboren": "2018-05-01" }]);
    });
    assert!(
        has(&no_care, less) && no_care.1.contains("U hebt zelf ook niet meer dan nu"),
        "{}",
        no_care.1
    );
    assert!(!no_care.1.contains(faster), "{}", no_care.1);
    assert!(new.1.contains(faster) && has(&new, less), "{}", new.1);
    // 636 and 1,170 less 96% of 60 x 9.98 and 100 x 11.23, 1,652.93, in whole euros: 1,806 - 1,652.
    assert!(unpaid.1.contains("Toch hebt u zelf € 154,00 per maand minder"), "{}", unpaid.1);
    // The court is named to who pays for care or travel, help before signing to who has not signed.
    let court = "kantonrechter";
    assert!(new.1.contains(court) && !no_care.1.contains(court), "{}", no_care.1);
    assert!(
        new.1.contains("voordat u het contract") && !goes_on.1.contains("Vraag eerst schuldhulp")
    );
    assert!(no_care.1.contains("niets naar uw schulden. Nu ook niet."), "{}", no_care.1);
    let no_job = said(&|it| it["baan"]["uren_per_week"] = "0".into());
    assert!(!has(&no_job, less) && !has(&no_job, new_job));

    // The floor under the part for rent: only below 31,500 a year (23,425 without a child).
    let wage = |nu: &'static str, dan: &'static str, kinderen: Value| {
        said(&move |it| {
            it["huishouden"]["kinderen"] = kinderen.clone();
            it["baan_nu"] = json!({ "uren_per_week": "36", "maandloon": nu });
            it["baan"] = json!({ "uren_per_week": "36", "maandloon": dan });
        })
    };
    let child = json!([{ "geboren": "2018-05-01" }]);
    // 12 x 2,400 x 1.08 = 31,104; 12 x 2,450 x 1.08 = 31,752; alone 12 x 2,000 x 1.08 = 25,920.
    assert!(has(&wage("2400", "4000", child.clone()), "keuze_14"));
    assert!(!has(&wage("2450", "4000", child), "keuze_14"));
    assert!(!has(&wage("2000", "4000", json!([])), "keuze_14"));

    // With a partner nothing is computed, and what is withheld is still no fixed cost.
    let couple = said(&|it| it["huishouden"]["partner"] = json!({ "geboren": "1992-01-01" }));
    assert!(has(&couple, "schulden_met_partner") && has(&couple, "schulden_niet_in_vaste_lasten"));
}

/// What is left out, and what is taken for granted, by what her letters say.
#[test]
fn what_is_not_computed_of_debts_is_said() {
    let said = |block: Value| {
        let result = month(&mother(|it| it["schulden"] = block).to_string());
        let codes = |group: &str| {
            let all = result[group].as_array().expect("a list").iter();
            all.map(|it| it["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
        };
        [codes("waarschuwingen"), codes("aannames"), codes("niet_berekend")].concat()
    };
    let has = |block: &Value, code: &str| said(block.clone()).iter().any(|it| it == code);
    let attached = json!({ "soort": "beslag" });
    let scheme = json!({ "soort": "schuldregeling" });
    let now = json!({ "soort": "schuldregeling", "vrij_nu": "1500" });
    let then = json!({ "soort": "schuldregeling", "vrij_met_baan": "1500" });
    let both = json!({ "soort": "schuldregeling", "vrij_nu": "1500", "vrij_met_baan": "1500" });
    // More than the floor in a debt scheme, until both letters say how much.
    let blocks = [&attached, &scheme, &now, &then, &both];
    assert_eq!(blocks.map(|it| has(it, "vtlb_correcties")), [false, true, true, true, false]);
    // How the voet is found does not matter to who has both letters; nor how it lies on wage and bijstand, which she has
    // with the job only.
    assert_eq!(blocks.map(|it| has(it, "keuze_13")), [true, true, true, true, false]);
    assert_eq!(blocks.map(|it| has(it, "keuze_15")), [true, true, true, true, false]);
    assert_eq!(blocks.map(|it| has(it, "keuze_17")), [true, true, true, false, false]);
    // Without debts that, and nothing else of them.
    let none = json!({ "soort": "geen" });
    for (code, with_debts) in [
        ("schulden_en_beslag", false),
        ("voet_verhoging_op_verzoek", true),
        ("teruggave_naar_schulden", true),
        ("bronheffing_zorgpremie", true),
        ("verrekening_gemeente", true),
        ("schulden_niet_in_vaste_lasten", true),
    ] {
        assert_eq!((has(&attached, code), has(&none, code)), (with_debts, !with_debts), "{code}");
    }
    // Of a single mother all is computed.
    assert!(blocks.iter().all(|it| !has(it, "schulden_met_partner")));

    // A letter within a euro of 95% of 1,419.46, 1,348.49, is ours.
    let letter = |amount: &str| json!({ "soort": "beslag", "vrij_nu": amount });
    let differs = |amount| has(&letter(amount), "vrij_bedrag_wijkt_af");
    let amounts = ["1347.48", "1347.49", "1348.49", "1349.49", "1349.50"];
    assert_eq!(amounts.map(differs), [true, false, false, false, true]);
}

/// In a scheme the rules for more than the floor are not known, which is said until her letter has the amount.
#[test]
fn that_the_rules_of_a_scheme_are_not_known_is_said_until_there_is_a_letter() {
    let told = |block: Value| {
        let situatie = mother(|it| it["schulden"] = block).to_string();
        let month = calc_core::month(&situatie, Explain::No).expect("a month");
        let sentences = month.schulden.as_ref().expect("debts").zinnen();
        sentences.iter().map(|it| it.tekst(Language::NL)).collect::<Vec<_>>().join("\n")
    };
    let unknown = "De regels daarvoor kennen wij niet precies.";
    assert!(told(json!({ "soort": "schuldregeling" })).contains(unknown));
    assert!(!told(json!({ "soort": "schuldregeling", "vrij_met_baan": "1500" })).contains(unknown));
    assert!(!told(json!({ "soort": "beslag" })).contains(unknown));
}
