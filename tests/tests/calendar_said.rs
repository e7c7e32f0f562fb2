//! What a calendar says beside its amounts, where a month lies before or after those that are shown, or is paid by another.

use calc_core::{ContractForm, Explain, Language};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::{amount, calendar, decimal, read, repository};

/// A mother with a toddler in day care, changed.
fn mother(change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie = json!({
        "peildatum": "2026-11-01",
        "huishouden": {
            "geboren": "1994-05-03",
            "kinderen": [{
                "geboren": "2023-06-15",
                "opvang": [{ "soort": "dagopvang", "uren_per_maand": "110", "uurprijs": "11.95" }],
            }],
            "kale_huur": "655",
        },
        "baan": { "uren_per_week": "20", "uurloon": "15.52", "start": "2026-12-01" },
        "kalender": {},
    });
    change(&mut situatie);
    situatie
}

fn of(situatie: &Value) -> Value {
    calendar(&situatie.to_string())
}

/// The codes of a list.
fn codes(result: &Value, list: &str) -> Vec<String> {
    let all = result[list].as_array().expect("a list").iter();
    all.map(|it| it["code"].as_str().expect("a code").to_owned()).collect()
}

/// Why a line of a month differs.
fn reasons(result: &Value, k: usize, line: &str) -> Vec<String> {
    let all = result["maanden"][k]["redenen"].as_array().expect("a list").iter();
    let of_line = all.filter(|it| it["lijn"] == line);
    let codes = of_line.flat_map(|it| it["codes"].as_array().expect("codes").clone());
    codes.map(|code| code.as_str().expect("a code").to_owned()).collect()
}

fn day_of(result: &Value, code: &str) -> Option<String> {
    let mut all = result["te_doen"].as_array().expect("a list").iter();
    all.find(|it| it["code"] == code).and_then(|it| it["datum"].as_str()).map(str::to_owned)
}

fn is_said(result: &Value, list: &str, code: &str) -> bool {
    codes(result, list).iter().any(|it| it == code)
}

#[test]
fn a_wage_that_is_paid_later_begins_and_stops_when_it_is_paid() {
    let later = |nu: Option<&str>| {
        of(&mother(|it| {
            it["kalender"]["loon_maand_later"] = true.into();
            if let Some(uren) = nu {
                it["baan_nu"] = json!({ "uren_per_week": uren, "uurloon": "15.52" });
            }
        }))
    };
    let first = later(None);
    assert_eq!(
        reasons(&first, 1, "netto_loon"),
        Vec::<String>::new(),
        "nothing before, nothing yet"
    );
    assert_eq!(reasons(&first, 2, "netto_loon"), ["loon_begint"]);
    let other = later(Some("10"));
    assert_eq!(reasons(&other, 1, "netto_loon"), ["loon_stopt"], "the new job has not paid yet");
    assert_eq!(reasons(&other, 2, "netto_loon"), ["loon_begint"]);
    // Paid at once it is another job.
    let at_once = of(&mother(|it| {
        it["baan_nu"] = json!({ "uren_per_week": "10", "uurloon": "15.52" });
    }));
    assert_eq!(reasons(&at_once, 1, "netto_loon"), ["andere_baan"]);
}

#[test]
fn care_is_cancelled_for_its_last_day_also_when_that_lies_after_all_that_is_computed() {
    // The job ends after month e; care goes on for three months (art. 1.6(5) Wet kinderopvang).
    for (e, last) in [(9, "2027-11-30"), (10, "2027-12-31"), (11, "2028-01-31"), (12, "2028-02-29")]
    {
        let result = of(&mother(|it| it["kalender"]["baan_stopt_na"] = e.into()));
        assert_eq!(day_of(&result, "opvang_opzeggen").as_deref(), Some(last), "after {e} months");
    }
}

#[test]
fn a_job_that_ends_with_month_0_is_a_job_that_ends() {
    let result = of(&mother(|it| {
        it["baan_nu"] = it["baan"].clone();
        it["baan_nu"].as_object_mut().expect("a job").remove("start");
        it["baan"]["uren_per_week"] = "0".into();
    }));
    let work: Vec<_> =
        (0..=12).map(|k| result["maanden"][k]["werk"].as_str().expect("work")).collect();
    assert_eq!(work[..2], ["nu", "na_baan"]);
    assert_eq!(work[12], "na_baan");
    assert!(
        is_said(&result, "aannames", "keuze_k11")
            && is_said(&result, "niet_berekend", "opvanguren_over")
    );
    assert_eq!(day_of(&result, "einde_baan_doorgeven").as_deref(), Some("2026-12-01"));
    assert_eq!(day_of(&result, "opvang_opzeggen").as_deref(), Some("2027-02-28"));
    let never = of(&mother(|it| it["baan"]["uren_per_week"] = "0".into()));
    assert_eq!(never["maanden"][5]["werk"], "geen");
    assert!(
        !is_said(&never, "aannames", "keuze_k11")
            && day_of(&never, "einde_baan_doorgeven").is_none()
    );
}

#[test]
fn settled_in_arrears_a_february_compares_with_the_january_before_it() {
    // A sister of 27 in January makes the norm 1,001.07: only that differs in February; the wage follows in March.
    let result = of(&json!({
        "peildatum": "2026-01-01",
        "huishouden": {
            "geboren": "1990-05-03",
            "kinderen": [{ "geboren": "2018-03-10" }],
            "kale_huur": "655",
            "inwonenden": [{ "geboren": "1999-01-15", "relatie": "broer_of_zus", "inkomen_jaar": "0" }],
        },
        "baan": { "uren_per_week": "20", "uurloon": "15.52", "start": "2026-02-01" },
        "iack": "niet",
        "kalender": { "afrekening": "achteraf" },
    }));
    assert_eq!(reasons(&result, 1, "bijstand"), ["norm_anders"]);
    assert!(reasons(&result, 2, "bijstand").contains(&"loon_telt_mee".to_owned()));
}

#[test]
fn who_was_young_when_bijstand_came_back_is_paid_a_month_later_also_after_her_birthday() {
    // 27 on 20 September; bijstand returns in August and is paid with that of three months in October.
    let returns = |born: &str| {
        of(&json!({
            "peildatum": "2026-02-01",
            "huishouden": {
                "geboren": born,
                "kinderen": [{ "geboren": "2018-03-10" }],
                "kale_huur": "655",
            },
            "baan": { "uren_per_week": "30", "maandloon": "2000", "start": "2026-03-01" },
            "iack": "niet",
            "kalender": { "baan_stopt_na": 5 },
        }))
    };
    let young = returns("1999-09-20");
    assert_eq!(reasons(&young, 8, "bijstand"), ["betaling_later"]);
    assert_eq!(reasons(&young, 9, "bijstand"), ["betaling_later"]);
    let old = returns("1990-09-20");
    assert_eq!(reasons(&old, 7, "bijstand"), ["betaling_later"]);
    assert_eq!(reasons(&old, 9, "bijstand"), Vec::<String>::new());
}

#[test]
fn an_allowance_that_came_before_the_months_shown_does_not_come_later() {
    let code = "kinderopvangtoeslag_komt_later";
    let goes_on = |start: &'static str, peildatum: &'static str| {
        of(&mother(|it| {
            it["peildatum"] = peildatum.into();
            it["baan_nu"] = json!({ "uren_per_week": "20", "uurloon": "15.52" });
            it["baan"]["uren_per_week"] = "24".into();
            it["baan"]["start"] = start.into();
            it["kalender"]["betaaldagen"] = json!({ "opvang": 5 });
        }))
    };
    assert!(!is_said(&goes_on("2026-12-01", "2026-11-01"), "waarschuwingen", code));
    // Where January is the first month that is computed.
    assert!(!is_said(&goes_on("2026-02-01", "2026-01-01"), "waarschuwingen", code));
    let new = of(&mother(|it| it["kalender"]["betaaldagen"] = json!({ "opvang": 5 })));
    assert!(is_said(&new, "waarschuwingen", code));
}

#[test]
fn the_disregard_for_who_is_under_27_is_named_only_before_2027() {
    let young = |peildatum: &'static str, start: &'static str| {
        of(&mother(|it| {
            it["peildatum"] = peildatum.into();
            it["huishouden"]["geboren"] = "2003-05-03".into();
            it["baan"]["start"] = start.into();
        }))
    };
    let code = "vrijlating_onder_27";
    assert!(is_said(&young("2026-11-01", "2026-12-01"), "niet_berekend", code));
    assert!(!is_said(&young("2026-12-01", "2027-01-01"), "niet_berekend", code));
}

#[test]
fn what_the_municipality_decides_is_told_as_a_default() {
    let told = |result: &Value| {
        let all = result["aannames"].as_array().expect("a list").clone();
        let texts = all.into_iter().filter(|it| it["code"] == "standaardwaarde");
        texts
            .map(|it| it["tekst"].as_str().expect("text").to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let left_out = told(&of(&mother(|_| ())));
    for words in [
        "kalender.afrekening is niet ingevuld. Wij rekenen met: schatting.",
        "kalender.maand_vakantietoeslag is niet ingevuld. Wij rekenen met: 5.",
        "kalender.betaaldagen.bijstand is niet ingevuld. Wij rekenen met: 25.",
    ] {
        assert!(left_out.contains(words), "{words}: {left_out}");
    }
    let given = told(&of(&mother(|it| {
        it["kalender"] = json!({
            "afrekening": "schatting", "maand_vakantietoeslag": 5, "betaaldagen": { "bijstand": 25 },
        });
    })));
    for field in ["afrekening", "maand_vakantietoeslag", "betaaldagen.bijstand"] {
        assert!(!given.contains(&format!("kalender.{field} is niet")), "{given}");
    }
}

#[test]
fn care_of_the_wrong_kind_is_told_once() {
    let result = of(&mother(|it| it["huishouden"]["kinderen"][0]["geboren"] = "2022-06-15".into()));
    let code = "opvang_past_niet_bij_leeftijd";
    assert_eq!(codes(&result, "waarschuwingen").iter().filter(|it| *it == code).count(), 1);
}

#[test]
fn phases_after_the_twelfth_month_are_blocks_of_their_own() {
    let result = of(&json!({
        "peildatum": "2026-01-01",
        "huishouden": {
            "geboren": "1997-10-27",
            "kinderen": [{
                "geboren": "2015-04-05",
                "opvang": [{ "soort": "dagopvang", "uren_per_maand": "180", "uurprijs": "11.95" }],
            }],
            "kale_huur": "900",
            "alimentatie_partner": "80",
        },
        "baan": { "uren_per_week": "16", "uurloon": "18.20", "start": "2026-02-01" },
    }));
    let blocks = result["samenvatting"]["blokken"].as_array().expect("blocks");
    let of_block = |name: &str| -> Vec<String> {
        blocks.iter().map(|it| it[name].as_str().unwrap_or("open").to_owned()).collect()
    };
    assert_eq!(of_block("regel"), ["n", "r", "34a", "34a", "geen"]);
    // The phase of month 13 moves the end of the last run; the next phase has the same rule and an amount of its own.
    assert_eq!(of_block("tot"), ["2026-07", "2026-12", "2027-04", "2027-12", "open"]);
}

#[test]
fn bills_of_two_years_are_added_before_they_are_rounded() {
    // A couple whose tax of each year ends in half a cent: what is to be repaid is the same sum wherever it is told.
    let result = of(&json!({
        "peildatum": "2026-05-01",
        "huishouden": {
            "geboren": "1999-09-10",
            "kinderen": [{ "geboren": "2025-07-08", "opvang": [
                { "soort": "gastouder", "uren_per_maand": "180", "uurprijs": "11.95" },
                { "soort": "gastouder", "uren_per_maand": "60", "uurprijs": "9.00" },
            ] }, { "geboren": "2025-09-15", "opvang": [
                { "soort": "bso", "uren_per_maand": "240", "uurprijs": "8.49" },
                { "soort": "bso", "uren_per_maand": "110", "uurprijs": "11.95" },
            ] }],
            "kale_huur": "780.55",
            "partner": { "geboren": "2001-05-05", "maandloon": "0" },
        },
        "baan": {
            "uren_per_week": "16", "uurloon": "15.05", "reiskosten": "80.50", "vakantiegeld": "maandelijks",
            "start": "2026-06-01",
        },
        "iack": "niet",
        "kalender": {
            "verwerkt_maand": 2, "baan_stopt_na": 11, "afrekening": "achteraf", "leefgeld": "0",
            "uren_per_maand": [
                "40", "120.5", null, "0", "40", "40", "40", "40", "0", "120.5", null, "40",
            ],
        },
    }));
    let years: Vec<_> = (0..2)
        .map(|at| result["jaren"][at]["belasting"]["saldo"].as_str().expect("an amount"))
        .collect();
    // As a second program has them, in fractions.
    assert_eq!(years, ["-246.99", "-247.87"], "246.985 and 247.865, each rounded");
    assert_eq!(result["maanden"][12]["nog_terug"], "494.85");
    assert_eq!(result["wat_als"]["gemeld"]["terug"]["belasting"], "494.85");
}

/// The calendar with how everything came about.
fn explained(situatie: &Value) -> Value {
    let calendar = calc_core::contract::calendar(&situatie.to_string(), Explain::Yes);
    serde_json::to_value(calendar.expect("a calendar").form(Language::NL)).expect("JSON")
}

fn outcome(tree: &Value) -> Decimal {
    decimal(tree["uitkomst"].as_str().expect("an outcome"))
}

#[test]
fn a_payment_opens_to_the_month_it_is_made_by() {
    // 1,419.46 less 5% is 1,348.49: in arrears December is paid by November, without a wage.
    let in_arrears = explained(&mother(|it| it["kalender"]["afrekening"] = "achteraf".into()));
    let unreported = explained(&mother(|it| it["kalender"]["melden"] = "niet".into()));
    for (result, k, paid) in [(&in_arrears, 1, "1348.49"), (&unreported, 3, "1348.49")] {
        let line = &result["maanden"][k]["uitleg"]["lijnen"]["bijstand"];
        assert_eq!(outcome(&line["stappen"][0]["uitleg"]), decimal(paid), "{k}");
        assert_eq!(amount(&result["maanden"][k], "lijnen.bijstand"), decimal(paid), "{k}");
    }
    // The wage of February is paid in March, when the job is over.
    let later = explained(&mother(|it| {
        it["kalender"] = json!({ "baan_stopt_na": 3, "loon_maand_later": true });
    }));
    let opens = |k: usize| !later["maanden"][k]["uitleg"]["waarde"].is_null();
    assert!(!opens(0) && opens(1), "what month 0 brings is compared with nothing");
    let march = &later["maanden"][4];
    let wage = &march["uitleg"]["lijnen"]["netto_loon"]["stappen"][0]["uitleg"];
    assert_eq!(outcome(wage), amount(march, "lijnen.netto_loon"));
    assert!(outcome(wage) > Decimal::ZERO);
}

#[test]
fn every_amount_of_a_year_opens() {
    for iack in ["maandelijks", "niet"] {
        let result = explained(&mother(|it| {
            it["iack"] = iack.into();
            it["baan"]["uren_per_week"] = "28".into();
        }));
        for year in result["jaren"].as_array().expect("two years") {
            for (name, amount_at) in [
                ("fiscaal_loon", "fiscaal_loon"),
                ("iack_maand", "iack_maand"),
                ("naar_gemeente", "belasting.naar_gemeente"),
                ("gemeente_bij_aanslag", "belasting.gemeente_bij_aanslag"),
                ("opzij_per_maand", "opzij_per_maand"),
            ] {
                assert_eq!(outcome(&year["uitleg"][name]), amount(year, amount_at), "{name}");
            }
        }
    }
}

#[test]
fn a_second_period_of_the_disregard_is_named_only_where_there_is_wage_and_bijstand_after_the_first()
{
    // Six months used: the twelve end with month 6.
    let after = |hours: &str| {
        let result = of(&mother(|it| {
            it["peildatum"] = "2027-01-01".into();
            it["baan"]["start"] = "2027-02-01".into();
            it["baan"]["uren_per_week"] = hours.into();
            it["bijstand"] = json!({ "vrijlating_34a_maanden": 6 });
        }));
        is_said(&result, "niet_berekend", "vrijlating_opnieuw")
    };
    assert!(after("12"));
    // 40 x 15.52 a week is far above the norm.
    assert!(!after("40"), "no bijstand");
    assert!(!after("0"), "no wage");
}

#[test]
fn care_after_the_last_month_counts_for_who_has_stopped() {
    // The job lasts twelve months, care three months more (art. 1.6(5) Wet kinderopvang): all within 2027. Both prices are
    // above the highest that counts, so a euro an hour is hers alone: 15 x 110 hours.
    let brings = |price: &str| {
        let result = of(&mother(|it| {
            it["peildatum"] = "2026-02-01".into();
            it["baan"]["start"] = "2026-03-01".into();
            it["kalender"]["baan_stopt_na"] = 12.into();
            it["huishouden"]["kinderen"][0]["opvang"][0]["uurprijs"] = price.into();
        }));
        amount(&result, "samenvatting.verschil_met_nooit")
    };
    assert_eq!(brings("12.95") - brings("13.95"), decimal("1650.00"));
}

/// 36 hours for four months, with allowances by the new income from the second payment on: that of January 2027. Zorgtoeslag
/// falls by the income of the year, and rises when the job has ended.
#[test]
fn an_allowance_moves_with_the_estimate_and_with_what_is_set_off() {
    let result = of(&mother(|it| {
        it["baan"]["uren_per_week"] = "36".into();
        it["kalender"] = json!({ "baan_stopt_na": 4, "verwerkt_maand": 2 });
    }));
    let months = |line: &str| -> Vec<(usize, Vec<String>)> {
        (1..=12).map(|k| (k, reasons(&result, k, line))).filter(|(_, it)| !it.is_empty()).collect()
    };
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let new = codes(&["nieuwe_schatting", "verrekening"]);
    assert_eq!(months("zorgtoeslag"), [(2, new.clone()), (6, new)]);
    // December, January and February at once; the care ends three months after the job.
    let begins = codes(&["nieuwe_schatting", "nabetaling", "opvang_begint"]);
    let after = codes(&["nabetaling_voorbij"]);
    let ends = codes(&["opvang_stopt"]);
    assert_eq!(months("kinderopvangtoeslag"), [(2, begins), (3, after), (7, ends)]);
}

#[test]
fn the_income_of_another_year_moves_the_payment_of_december() {
    let result = of(&mother(|it| {
        it["peildatum"] = "2026-08-01".into();
        it["baan"]["start"] = "2026-09-01".into();
        it["baan"]["uren_per_week"] = "36".into();
    }));
    let new_year =
        |k: usize| reasons(&result, k, "zorgtoeslag").iter().any(|code| code == "nieuw_jaar");
    // Month 4 is December, which pays for January.
    let all: Vec<usize> = (1..=12).filter(|k| new_year(*k)).collect();
    assert_eq!(all, [4]);
}

#[test]
fn a_bill_on_the_day_of_its_allowance_is_not_before_it() {
    let said = |bill: u8| {
        let result = of(&mother(|it| {
            it["kalender"] = json!({
                "verwerkt_maand": 1,
                "opvang_vooruit": false,
                "betaaldagen": { "toeslagen": 20, "opvang": bill },
            });
        }));
        is_said(&result, "waarschuwingen", "kinderopvangtoeslag_komt_later")
    };
    assert_eq!([19, 20, 21].map(said), [true, false, false]);
}

#[test]
fn a_price_after_school_is_unknown_only_to_who_has_a_child_that_turns_four_before_the_end() {
    let week = read(&repository("fixtures/calendars/child-turns-four-with-a-week.json"));
    let said = |geboren: &str| {
        let mut situatie: Value = serde_json::from_str(&week).expect("JSON");
        situatie["huishouden"]["kinderen"][0]["geboren"] = geboren.into();
        is_said(&of(&situatie), "aannames", "bso_prijs_onbekend")
    };
    // Month 12 is November 2027: the care of who turns four then changes in December.
    assert!(said("2023-10-31"));
    assert!(!said("2023-12-01"));
}

/// The job ends with February 2027: who is 27 on 1 March asks for bijstand without the four weeks.
#[test]
fn who_is_27_when_she_asks_again_does_not_wait() {
    let asks = |geboren: &'static str| {
        let result = of(&mother(|it| {
            it["huishouden"]["geboren"] = geboren.into();
            it["baan"]["uren_per_week"] = "36".into();
            it["kalender"]["baan_stopt_na"] = 3.into();
        }));
        let mut to_do = result["te_doen"].as_array().expect("a list").iter();
        let asks = to_do.find(|it| it["code"] == "bijstand_aanvragen").expect("she asks");
        asks["tekst"].as_str().expect("words").to_owned()
    };
    assert_eq!(asks("2000-03-01"), asks("1994-05-03"));
    assert_ne!(asks("2000-03-02"), asks("1994-05-03"));
}
