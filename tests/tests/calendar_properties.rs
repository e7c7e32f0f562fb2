//! What holds for the calendar of every household. No amount here comes from the program: each property holds two
//! amounts of it, or two calendars of it, against each other. `PROPTEST_CASES` asks for more of each in proportion.

mod among;
mod steady;
mod sums;

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use sums::{
    TOESLAGEN, adds_up, begins_anew, each, jaren, maanden, never, of_toeslagen, perhaps, within,
};
use tests::generate_calendar::{fit, month_1, peildatum, set_mother, situatie};
use tests::{amount, calendar, decimal};

/// So many times the usual number of cases: a calendar takes a few milliseconds.
fn times(factor: u32) -> ProptestConfig {
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    ProptestConfig { cases: usual.cases * factor, ..usual }
}

fn of(situatie: &Value) -> Value {
    calendar(&situatie.to_string())
}

/// The situation with fields of `kalender` written otherwise.
fn asked(situatie: &Value, changes: &[(&str, Value)]) -> Value {
    let mut asked = situatie.clone();
    for (field, value) in changes {
        asked["kalender"][*field] = value.clone();
    }
    fit(&mut asked);
    asked
}

/// The plain calendar of a situation: reported at once, no list of hours, no estimate of her own, no end of the job.
fn plain(situatie: &Value) -> Value {
    let none = [
        ("melden", json!("direct")),
        ("baan_stopt_na", Value::Null),
        ("uren_per_maand", Value::Null),
        ("geschat_inkomen", Value::Null),
    ];
    asked(situatie, &none)
}

/// The offered job as a contract with hours and a wage.
fn under_contract(situatie: &mut Value) {
    let job = situatie["baan"].as_object_mut().expect("a job");
    job.insert("soort".to_owned(), "dienstverband".into());
    if job["uren_per_week"] == "0.0" || job["uren_per_week"] == "0" {
        job.insert("uren_per_week".to_owned(), "12".into());
    }
    if !job.contains_key("uurloon") && !job.contains_key("maandloon") {
        job.insert("uurloon".to_owned(), "15.52".into());
    }
}

/// The offered job as the one she has.
fn same_job(situatie: &Value) -> Value {
    let mut situatie = plain(situatie);
    under_contract(&mut situatie);
    let mut now = situatie["baan"].clone();
    for field in ["start", "zelfde_werkgever"] {
        now.as_object_mut().expect("a job").remove(field);
    }
    situatie["baan_nu"] = now;
    situatie
}

/// Without the offered job: the path of never having started is then all of the calendar.
fn without_job(situatie: &Value) -> Value {
    let mut situatie = situatie.clone();
    situatie["baan"]["uren_per_week"] = "0".into();
    situatie["kalender"]["baan_stopt_na"] = Value::Null;
    situatie["kalender"]["uren_per_maand"] = Value::Null;
    situatie["kalender"]["geschat_inkomen"] = Value::Null;
    situatie
}

/// Without the amounts of letters, which hold for one path each.
fn without_letters(situatie: &mut Value) {
    if let Some(schulden) = situatie.get_mut("schulden") {
        *schulden = json!({ "soort": schulden["soort"] });
    }
}

/// Creditors take by the income of a year: where the years differ, so does what is left on the account.
fn without_debts(situatie: &mut Value) {
    situatie.as_object_mut().expect("a situation").remove("schulden");
}

proptest! {
    #![proptest_config(times(5))]

    // Balances, sums and differences.
    #[test]
    fn balances_lines_and_differences_add_up(situatie in situatie()) {
        adds_up(&of(&situatie))?;
    }
}

proptest! {
    #![proptest_config(times(2))]

    // V = 0 throughout.
    #[test]
    fn nothing_is_owed_to_the_municipality_that_knows_all(situatie in situatie()) {
        let result = of(&asked(&plain(&situatie), &[("afrekening", json!("schatting"))]));
        if !begins_anew(&result) {
            for path in ["openstaand", "ingehouden", "nabetaald"] {
                let all = each(&result, &format!("bijstand.{path}"));
                prop_assert!(all.iter().all(Decimal::is_zero), "{}: {:?}", path, all);
            }
        }
    }

    // N does not depend on `baan`, `melden`, e.
    #[test]
    fn never_having_started_does_not_depend_on_the_job(
        situatie in situatie(),
        baan in tests::generate::baan(),
        stopt in 1..=12_u32,
    ) {
        let one = never(&of(&situatie));
        let melden = if situatie["kalender"]["melden"] == "niet" { "direct" } else { "niet" };
        let mut other = situatie.clone();
        let start = month_1(&situatie).to_string();
        other["baan"] = baan;
        other["baan"]["start"] = start.into();
        let changes = [("melden", json!(melden)), ("baan_stopt_na", json!(stopt))];
        prop_assert_eq!(one, never(&of(&asked(&other, &changes))));
    }

    // No job and no job: nothing differs. A bijstand that begins anew waits for the application on the path of
    // never having started, and by 8.2 not where wages are settled in arrears: there the account may differ.
    #[test]
    fn a_job_of_no_hours_changes_nothing(situatie in situatie()) {
        let mut situatie = without_job(&situatie);
        situatie["baan_nu"] = Value::Null;
        without_letters(&mut situatie);
        let result = of(&situatie);
        let values = maanden(&result)[1..].iter().map(|maand| amount(maand, "waarde.verschil"));
        prop_assert!(values.into_iter().all(|verschil| verschil.is_zero()));
        let samen = &result["samenvatting"];
        let zero = (situatie["kalender"]["melden"] == "direct").then_some(Decimal::ZERO);
        for path in ["verschil_met_nooit", "verschil_als_gemeente_bijspringt", "per_maand"] {
            prop_assert_eq!(perhaps(samen, path), zero, "{}", path);
        }
        if situatie["kalender"]["afrekening"] == "schatting" || !begins_anew(&result) {
            prop_assert!(each(&result, "nooit.verschil").iter().all(Decimal::is_zero));
            prop_assert_eq!(perhaps(samen, "komt_nog"), zero);
        }
        prop_assert!(maanden(&result)[1..].iter().all(|maand| maand["werk"] == "geen"));
    }

    // The end of a job after the last month is not seen in it.
    #[test]
    fn a_job_that_ends_after_month_12_leaves_the_account_as_it_is(
        situatie in situatie(),
        verwerkt in 1..=4_u8,
    ) {
        let mut situatie = asked(
            &situatie,
            &[("melden", json!("direct")), ("baan_stopt_na", Value::Null), ("verwerkt_maand", json!(verwerkt))],
        );
        under_contract(&mut situatie);
        without_debts(&mut situatie);
        let (goes_on, ends) = (of(&situatie), of(&asked(&situatie, &[("baan_stopt_na", json!(12))])));
        for (one, other) in maanden(&goes_on).iter().zip(maanden(&ends)) {
            prop_assert_eq!(&one["stromen"], &other["stromen"]);
            prop_assert_eq!(&one["eind"], &other["eind"]);
        }
    }

    // Twelve nulls in the list, and the month in which the new data are processed.
    #[test]
    fn a_list_without_hours_and_the_time_to_process_change_no_right(
        situatie in situatie(),
        verwerkt in 0..=4_u8,
    ) {
        let mut situatie = situatie;
        situatie["kalender"]["uren_per_maand"] = Value::Null;
        let before = of(&situatie);
        if situatie["baan"]["uurloon"].is_string() {
            let nulls = asked(&situatie, &[("uren_per_maand", json!(vec![Value::Null; 12]))]);
            prop_assert_eq!(&before, &of(&nulls));
        }
        let later = of(&asked(&situatie, &[("verwerkt_maand", json!(verwerkt))]));
        for (one, other) in jaren(&before).iter().zip(jaren(&later)) {
            for soort in TOESLAGEN {
                prop_assert_eq!(&one["toeslagen"][soort]["recht"], &other["toeslagen"][soort]["recht"]);
            }
            prop_assert_eq!(&one["toetsingsinkomen"], &other["toetsingsinkomen"]);
        }
        let verschil = |result: &Value| perhaps(&result["samenvatting"], "verschil_met_nooit");
        prop_assert_eq!(verschil(&before), verschil(&later));
    }

    // The same job.
    #[test]
    fn the_same_job_changes_nothing(situatie in situatie()) {
        let mut situatie = same_job(&situatie);
        let account = [("afrekening", json!("schatting")), ("loon_maand_later", json!(false))];
        situatie = asked(&situatie, &account);
        situatie["baan"]["zelfde_werkgever"] = true.into();
        without_letters(&mut situatie);
        let monthly = situatie["iack"] != "niet";
        let result = of(&situatie);
        let most = if monthly { "1.00" } else { "0.02" };
        let verschil = amount(&result, "samenvatting.verschil_met_nooit");
        // A monthly IACK is sought for the months after the first two of the job, on the path without the job for all of
        // them. The fewer the months, the sooner its amount is all that she lacks: then one path has a month of bijstand
        // that the other has not, and what is grossed up and who taxes the alimony differ too. And a cent of holiday pay
        // more or less may be a whole euro of income, by which tax and toeslagen go.
        let has_bijstand = |result: &Value| -> Vec<bool> {
            each(result, "bijstand.recht").iter().map(|recht| !recht.is_zero()).collect()
        };
        let same_months = !monthly || has_bijstand(&result) == has_bijstand(&of(&without_job(&situatie)));
        let same_euros = jaren(&result).iter().all(|jaar| {
            let cents = amount(jaar, "fiscaal_loon") % Decimal::ONE;
            within(cents, decimal("0.50"), "0.47")
        });
        if same_euros && same_months {
            prop_assert!(within(verschil, Decimal::ZERO, most), "{}", verschil);
        }
        if !monthly {
            for verschil in each(&result, "nooit.verschil") {
                prop_assert!(!same_euros || within(verschil, Decimal::ZERO, most), "{}", verschil);
            }
            for paid in ["maandelijks", "inbegrepen"] {
                for job in ["baan", "baan_nu"] {
                    situatie[job]["vakantiegeld"] = paid.into();
                }
                situatie["baan"]["zelfde_werkgever"] = false.into();
                let verschil = amount(&of(&situatie), "samenvatting.verschil_met_nooit");
                prop_assert_eq!(verschil, Decimal::ZERO, "{}", paid);
            }
        }
    }

    // Of a job that ended within the two years the difference is that of the whole years. What is not shown, the
    // months before 0 and after 12, is the same on both paths but for the toeslagen of the year.
    #[test]
    fn a_job_that_ended_brings_what_the_two_years_bring(situatie in situatie(), stopt in 1..=9_u32) {
        let mut situatie = asked(
            &plain(&situatie),
            &[
                ("baan_stopt_na", json!(stopt)),
                ("opvang_vooruit", json!(false)),
                ("loon_maand_later", json!(false)),
            ],
        );
        situatie["baan_nu"] = Value::Null;
        let all = |result: &Value| -> Decimal {
            let months = maanden(result).iter().map(|maand| {
                let lines = ["netto_loon", "vakantiegeld", "iack", "opvang", "reiskosten", "reisvergoeding"];
                let lines = lines.map(|line| amount(maand, &format!("lijnen.{line}")));
                lines.iter().sum::<Decimal>() + amount(maand, "bijstand.recht")
            });
            let years = jaren(result).iter().map(|jaar| {
                amount(jaar, "belasting.saldo") + amount(jaar, "belasting.naar_gemeente")
            });
            months.sum::<Decimal>() + years.sum::<Decimal>() + of_toeslagen(result, "recht")
        };
        let result = of(&situatie);
        let expected = all(&result) - all(&of(&without_job(&situatie)));
        let verschil = amount(&result, "samenvatting.verschil_met_nooit");
        prop_assert!(within(expected, verschil, "0.25"), "{} and {}", expected, verschil);
    }

    // Twelve months that are a year: the account at its end and what comes later are all of it.
    #[test]
    fn of_a_start_in_january_the_account_and_what_comes_later_are_the_difference(situatie in situatie()) {
        let mut situatie = asked(&plain(&situatie), &[("opvang_vooruit", json!(false))]);
        situatie["baan_nu"] = Value::Null;
        situatie["baan"]["start"] = "2027-01-01".into();
        fit(&mut situatie);
        without_debts(&mut situatie);
        let all = |result: &Value| -> Decimal {
            let later = result["later"].as_array().expect("a list").iter();
            let later: Decimal = later.map(|it| amount(it, "bedrag")).sum();
            // Paid in December for the January after it.
            let paid = TOESLAGEN.map(|soort| amount(result, &format!("maanden.12.lijnen.{soort}")));
            let paid: Decimal = paid.iter().sum();
            amount(result, "maanden.12.eind") + later - paid - of_toeslagen(result, "kwijt")
        };
        let result = of(&situatie);
        let expected = all(&result) - all(&of(&without_job(&situatie)));
        let verschil = amount(&result, "samenvatting.verschil_met_nooit");
        prop_assert!(within(expected, verschil, "0.10"), "{} and {}", expected, verschil);
    }

    // Under 27 a return waits one month longer, and the sum does not change.
    #[test]
    fn under_27_a_return_waits_a_month_longer(
        situatie in situatie(),
        stopt in 1..=6_u32,
        (young, old) in (8_400..=8_800_i32, 12_000..=20_000_i32),
    ) {
        let mut situatie = asked(
            &plain(&situatie),
            &[("baan_stopt_na", json!(stopt)), ("afrekening", json!("schatting"))],
        );
        // Without what else goes by her age: the disregard, the low rent cap, who is the elder of two.
        situatie["baan_nu"] = Value::Null;
        situatie["huishouden"]["partner"] = Value::Null;
        situatie["huishouden"]["inwonenden"] = json!([]);
        situatie["bijstand"]["vrijlating_toegekend"] = false.into();
        let day = peildatum(&situatie);
        let of_age = |days: i32| {
            let mut situatie = situatie.clone();
            set_mother(&mut situatie, day.saturating_sub(days.days()));
            of(&situatie)
        };
        let (younger, older) = (of_age(young), of_age(old));
        let verschil = |result: &Value| amount(result, "samenvatting.verschil_met_nooit");
        prop_assert_eq!(verschil(&younger), verschil(&older));
        let warning = older["waarschuwingen"].as_array().expect("a list").iter();
        let back = warning
            .filter(|it| it["code"] == "bijstand_keert_terug")
            .filter_map(|it| it["maand"].as_u64().and_then(|at| usize::try_from(at).ok()));
        for at in back.filter(|at| at + 2 <= 12) {
            let (waits, comes) = (each(&younger, "lijnen.bijstand"), each(&older, "lijnen.bijstand"));
            prop_assert_eq!(comes[at], Decimal::ZERO);
            prop_assert_eq!((waits[at], waits[at + 1]), (Decimal::ZERO, Decimal::ZERO));
            prop_assert_eq!(waits[at + 2], comes[at + 1] + comes[at + 2]);
        }
    }

    // The three months of care after work are of labour only.
    #[test]
    fn after_a_placement_or_trajectory_there_is_no_care(
        situatie in situatie(),
        (soort, stopt) in (prop_oneof![Just("proefplaatsing"), Just("traject")], 1..=8_u32),
    ) {
        let mut situatie = asked(
            &plain(&situatie),
            &[("baan_stopt_na", json!(stopt)), ("opvang_vooruit", json!(false))],
        );
        let baan = situatie["baan"].as_object_mut().expect("a job");
        baan.retain(|field, _| !["uurloon", "maandloon", "vakantiegeld"].contains(&field.as_str()));
        baan.insert("soort".to_owned(), soort.into());
        baan.insert("uren_per_week".to_owned(), "16".into());
        let result = of(&situatie);
        let last = if soort == "proefplaatsing" { stopt.min(2) } else { stopt };
        let after = usize::try_from(last + 1).expect("a month");
        let care = each(&result, "lijnen.opvang");
        prop_assert!(care[after..].iter().all(Decimal::is_zero), "{:?}", care);
        // By then the end is known: no month after it has a right, and nothing is advanced for one.
        prop_assert!(maanden(&result)[after..].iter().all(|maand| maand["werk"] != "baan"));
    }

    // Of a reference date in 2027 with 0 months used the twelve months begin with month 1.
    #[test]
    fn twelve_months_of_34a_from_month_1(situatie in situatie(), day in 0..=180_i32) {
        let hours = situatie["kalender"]["uren_per_maand"].clone();
        let mut situatie = asked(&plain(&situatie), &[("uren_per_maand", hours)]);
        situatie["peildatum"] = date(2027, 1, 1).saturating_add(day.days()).to_string().into();
        situatie["baan"].as_object_mut().expect("a job").remove("start");
        situatie["bijstand"]["vrijlating_toegekend"] = true.into();
        situatie["bijstand"]["vrijlating_34a_maanden"] = 0.into();
        // Ages as of the other day: what it asks depends on them.
        situatie["huishouden"]["kinderen"] = json!([{ "geboren": "2021-05-20" }]);
        situatie["huishouden"]["partner"] = Value::Null;
        situatie["huishouden"]["inwonenden"] = json!([]);
        set_mother(&mut situatie, date(1993, 3, 14));
        fit(&mut situatie);
        let result = of(&situatie);
        for maand in &maanden(&result)[1..] {
            let paid = amount(maand, "bijstand.ink") > Decimal::ZERO;
            let bijstand = &maand["bijstand"];
            if paid && amount(bijstand, "recht") > Decimal::ZERO {
                prop_assert_eq!(&bijstand["regel"], "34a");
                let share = amount(bijstand, "ink") * decimal("0.15");
                prop_assert!(within(amount(bijstand, "vrijlating"), share, "0.005"));
            } else {
                prop_assert_eq!(&bijstand["regel"], "geen");
            }
        }
    }
}
