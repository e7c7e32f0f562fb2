//! What an amount of the calendar opens to is what it was made by: the path, the estimate and the months it rests on.

use calc_core::contract::hours_over;
use calc_core::{ContractForm, Explain, HoursOptions, Language};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::{amount, decimal, files, month, read};

const ALLOWANCES: [&str; 4] =
    ["zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag"];

/// A mother of two with debts, changed.
fn mother(change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie = json!({
        "peildatum": "2026-11-01",
        "huishouden": {
            "geboren": "1994-05-03",
            "kinderen": [
                { "geboren": "2018-05-01" },
                {
                    "geboren": "2024-02-01",
                    "opvang": [{ "soort": "dagopvang", "uren_per_maand": "110", "uurprijs": "11.70" }],
                },
            ],
            "kale_huur": "655",
        },
        "schulden": { "soort": "beslag" },
        "baan": { "uren_per_week": "20", "uurloon": "15.52", "start": "2026-12-01" },
        "kalender": {},
    });
    change(&mut situatie);
    situatie
}

fn calendar(situatie: &Value) -> Value {
    let calendar = calc_core::contract::calendar(&situatie.to_string(), Explain::Yes);
    serde_json::to_value(calendar.expect("a calendar").form(Language::NL)).expect("JSON")
}

/// What the steps of an amount come to: of a rule its outcome, of a fact its value.
fn steps(line: &Value) -> Vec<Decimal> {
    let steps = line["stappen"].as_array().expect("steps").iter();
    let values = steps.map(|step| step["uitleg"]["uitkomst"].as_str().or(step["waarde"].as_str()));
    values.map(|value| decimal(value.expect("an amount"))).collect()
}

/// An explanation of each month that is shown, with the amount it explains.
fn line<'a>(result: &'a Value, name: &'a str) -> impl Iterator<Item = (Decimal, &'a Value)> {
    let months = result["maanden"].as_array().expect("months").iter();
    let opened = months.filter(move |month| !month["uitleg"]["lijnen"][name].is_null());
    opened.map(move |month| {
        (amount(month, &format!("lijnen.{name}")), &month["uitleg"]["lijnen"][name])
    })
}

/// The month by the rule, and the two parts of holiday pay beside it. Until the bailiff knows of the job, the rule looks at
/// who never started.
#[test]
fn what_creditors_take_opens_to_what_goes() {
    for hours in ["12", "20", "32"] {
        let result = calendar(&mother(|it| {
            it["baan"]["uren_per_week"] = hours.into();
            it["baan_nu"] = json!({ "uren_per_week": "8", "uurloon": "15.52" });
            it["kalender"]["baan_stopt_na"] = 6.into();
        }));
        let mut months = 0;
        for (goes, line) in line(&result, "naar_schuldeisers") {
            assert_eq!(steps(line).iter().sum::<Decimal>(), -goes, "{hours}: {line}");
            months += 1;
        }
        assert!(months > 6, "{hours}: {months} months");
    }
}

/// The advance of a month is a twelfth of the year of the estimate it is paid by, in whole euros: the old estimate, the
/// new one from the second payment on, that of what really happened once the job has ended.
#[test]
fn an_advance_opens_to_the_estimate_it_is_paid_by() {
    let (report, hide) = ("direct", "niet");
    for (melden, hours) in [(report, "36"), (report, "40"), (hide, "36")] {
        let result = calendar(&mother(|it| {
            it["schulden"] = json!({});
            it["baan"]["uren_per_week"] = hours.into();
            it["kalender"] = json!({ "melden": melden, "baan_stopt_na": 4, "verwerkt_maand": 2 });
        }));
        let mut years = Vec::new();
        for name in ALLOWANCES {
            for (_, line) in line(&result, name) {
                let [_income, year, advance, ..] = steps(line)[..] else { panic!("{line}") };
                let twelfth = year / Decimal::from(12);
                let step = twelfth - advance;
                assert!(Decimal::ZERO <= step && step < Decimal::ONE, "{melden}, {name}: {line}");
                years.push(year);
            }
        }
        years.sort_unstable();
        years.dedup();
        let differ = years.len() > ALLOWANCES.len();
        assert!(differ || melden == hide, "estimates that differ");
    }
}

/// The income she reports is that of the year in which the job begins.
#[test]
fn the_income_to_report_is_that_of_the_year_of_the_start() {
    for (day, start, year) in [("2026-11-01", "2026-12-01", 0), ("2026-12-01", "2027-01-01", 1)] {
        let result = calendar(&mother(|it| {
            it["peildatum"] = day.into();
            it["baan"]["start"] = start.into();
        }));
        let to_do = result["te_doen"].as_array().expect("a list").iter();
        let reported = to_do
            .filter(|it| it["code"] == "inkomen_doorgeven")
            .filter_map(|it| it["bedrag"].as_str())
            .map(decimal)
            .next();
        let estimates = |at: usize| amount(&result["jaren"][at], "geschat_toetsingsinkomen.nieuw");
        assert_ne!(estimates(0), estimates(1));
        assert_eq!(reported, Some(estimates(year)), "{start}");
    }
}

/// Months before the first January that is known are as it: the holiday pay of a job that she has had for long is that of
/// twelve months in the first May too.
#[test]
fn the_first_may_pays_the_holiday_pay_of_twelve_months() {
    let situatie = mother(|it| {
        it["schulden"] = json!({});
        it["peildatum"] = "2026-02-01".into();
        it["baan_nu"] = json!({ "uren_per_week": "24", "uurloon": "15.52" });
        it["baan"] = json!({
            "uren_per_week": "24", "uurloon": "15.52", "start": "2026-03-01", "zelfde_werkgever": true,
        });
    });
    let of_a_year = amount(&month(&situatie.to_string()), "per_jaar.nu.vakantiegeld_netto");
    // 12 x 8% x 1,614.08 = 1,549.52, less 4.74%: 73.44.
    assert_eq!(of_a_year, decimal("1476.08"));
    assert_eq!(amount(&calendar(&situatie)["maanden"][3], "lijnen.vakantiegeld"), of_a_year);
}

/// Thirty months of r at most (art. 31(2)(r) Participatiewet): who has used 28 has two left.
#[test]
fn the_disregard_for_a_single_parent_ends_with_its_thirtieth_month() {
    let result = calendar(&mother(|it| {
        it["peildatum"] = "2026-02-01".into();
        it["baan"]["start"] = "2026-03-01".into();
        it["bijstand"] = json!({ "vrijlating_n_maanden": 6, "vrijlating_r_maanden": 28 });
    }));
    let rule = |k: usize| result["maanden"][k]["bijstand"]["regel"].as_str().map(str::to_owned);
    assert_eq!(rule(2).as_deref(), Some("r"));
    assert_eq!(rule(3).as_deref(), Some("geen"));
}

/// Care that goes with the hours of the job offered leaves the care of who never started as it is.
#[test]
fn hours_scale_the_care_of_the_job_offered_only() {
    // Of 20 euros an hour more than 8 are above the highest price that counts, and hers alone: with half of the 110 hours
    // she keeps 55 x 8 x 12 = 5,280 at least.
    let of_ten_hours = |schaalt: &str| {
        let situatie = mother(|it| {
            it["schulden"] = json!({});
            it["opvang_schaalt"] = schaalt.into();
            it["huishouden"]["kinderen"][1]["opvang"][0]["uurprijs"] = "20".into();
            it["baan_nu"] = json!({ "uren_per_week": "20", "uurloon": "15.52" });
        });
        let ten = HoursOptions { from: Decimal::TEN, to: Decimal::TEN, step: Decimal::ONE };
        let hours = hours_over(&situatie.to_string(), ten).expect("hours");
        let form = serde_json::to_value(hours.form(Language::NL)).expect("JSON");
        amount(&form["punten"][0], "twaalf_maanden")
    };
    assert!(of_ten_hours("naar_uren") - of_ten_hours("vast") > Decimal::from(5_280));
}

/// A fall of 5 euros a month or more is told; of less it is counted.
#[test]
fn falls_are_those_of_the_points() {
    let mut small = 0;
    let mut large = 0;
    for file in files("fixtures/calendars", "json") {
        let Ok(hours) = hours_over(&read(&file), HoursOptions::default()) else { continue };
        let form = serde_json::to_value(hours.form(Language::NL)).expect("JSON");
        let points = form["punten"].as_array().expect("points").iter();
        let brings: Vec<Decimal> = points.map(|point| amount(point, "twaalf_maanden")).collect();
        // Runs of points that each bring less than the one before.
        let runs = brings.windows(2).map(|pair| pair[0] - pair[1]).collect::<Vec<_>>();
        let runs = runs.split(|fall| *fall <= Decimal::ZERO).map(|run| run.iter().sum::<Decimal>());
        let (told, counted): (Vec<Decimal>, Vec<Decimal>) =
            runs.filter(|fall| !fall.is_zero()).partition(|fall| *fall >= Decimal::from(60));
        let zones = form["zones"].as_array().expect("zones").iter();
        let falls: Vec<Decimal> = zones.map(|zone| amount(zone, "daling")).collect();
        assert_eq!(falls, told, "{}", file.display());
        assert_eq!(form["kleine_dalingen"], counted.len(), "{}", file.display());
        (large, small) = (large + told.len(), small + counted.len());
    }
    assert!(large > 0 && small > 0, "{large} large, {small} small");
}
