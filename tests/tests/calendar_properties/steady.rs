//! A household in which nothing changes: the path of never having started is the steady month.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::generate_calendar::{set_mother, situatie};
use tests::{amount, decimal, month};

use super::sums::{TOESLAGEN, jaren, maanden};
use super::{asked, of, plain, times};

/// A household of which no age that matters is passed in 2027 and 2028, with a reference date in 2027: a mother and who
/// lives with her of 30 to 60, children of 1 to 3, 8 or 9, or 13 and 14. With a job she has only when she is medically
/// limited: else its disregard ends.
fn steady() -> impl Strategy<Value = Value> {
    let adult =
        || (10_960..=20_000_i32).prop_map(|days| date(2027, 1, 1).saturating_sub(days.days()));
    let from =
        |first: Date, days: i32| (0..days).prop_map(move |days| first.saturating_add(days.days()));
    let child = prop_oneof![
        from(date(2024, 1, 2), 700),
        from(date(2018, 7, 2), 180),
        from(date(2014, 1, 2), 360)
    ];
    let who = (adult(), adult(), adult(), prop::collection::vec(child, 0..=3));
    (situatie(), who, 0..=180_i32, prop::bool::weighted(0.4)).prop_map(
        |(mut situatie, (mother, partner, sister, children), day, has_job)| {
            let day = date(2027, 1, 1).saturating_add(day.days());
            situatie["peildatum"] = day.to_string().into();
            situatie["baan"].as_object_mut().expect("a job").remove("start");
            set_mother(&mut situatie, mother);
            let house = &mut situatie["huishouden"];
            if !house["partner"].is_null() {
                house["partner"]["geboren"] = partner.to_string().into();
            }
            for person in house["inwonenden"].as_array_mut().expect("a list") {
                person["geboren"] = sister.to_string().into();
            }
            let born = |day: Date| json!({ "geboren": day.to_string() });
            house["kinderen"] = children.into_iter().map(born).collect();
            house["medische_urenbeperking"] = has_job.into();
            // With a week planned, a child that turns four goes to other care.
            situatie.as_object_mut().expect("a situation").remove("weekplan");
            situatie["opvang_schaalt"] = "vast".into();
            if !has_job {
                situatie["baan_nu"] = Value::Null;
            }
            asked(&plain(&situatie), &[("verwerkt_maand", json!(1))])
        },
    )
}

proptest! {
    #![proptest_config(times(2))]

    // A steady year of the path of never having started is the steady month. Held when month 0 lies in 2027: of a
    // month 0 in 2026 the holiday part of May 2027 holds June 2026, at the norm of the half year before, and so the
    // year 2027 differs by design.
    #[test]
    fn never_having_started_is_the_steady_month(situatie in steady()) {
        let mut situatie = situatie;
        let monthly = situatie["iack"] != "niet";
        let text = situatie.to_string();
        if monthly {
            let x = amount(&of(&situatie), "maanden.0.lijnen.iack");
            prop_assert!(x <= amount(&month(&text), "nu.iack"), "{}", x);
        }
        situatie["iack"] = "niet".into();
        let (steady, result) = (month(&situatie.to_string()), of(&situatie));
        let of_month = |path: &str| amount(&steady, path);
        let before = &result["maanden"][0];
        prop_assert_eq!(amount(before, "bijstand.recht"), of_month("tussen.nu.bijstand_inclusief"));
        let toeslagen = ["zorgtoeslag", "huurtoeslag", "kindgebonden_budget"];
        for line in toeslagen.into_iter().chain(["netto_loon", "bijstand", "alimentatie", "iack"]) {
            let (paid, expected) =
                (amount(before, &format!("lijnen.{line}")), of_month(&format!("nu.{line}")));
            // With an inwonende as toeslagpartner the test on 24 a year is on her half here: 13.2.
            let half = line == "zorgtoeslag" && paid.is_zero() && expected < Decimal::TWO;
            prop_assert!(paid == expected || half, "{}: {} and {}", line, paid, expected);
        }
        // The steady year has holiday pay in cents, the calendar earns 8% of each wage, not rounded: a fraction of a cent more or
        // less of the credit that is used there can be a whole euro of gross bijstand, which is rounded down, for each person.
        let in_cents = |wage: Decimal| (wage * decimal("0.08")).normalize().scale() <= 2;
        let partner = &situatie["huishouden"]["partner"];
        let of_partner = partner["maandloon"].as_str().map_or(Decimal::ZERO, decimal);
        let wages = [of_month("tussen.nu.bruto"), of_partner];
        let most = if wages.into_iter().all(in_cents) { Decimal::ZERO } else { Decimal::TWO };
        let of_year = jaren(&result);
        let off = |jaar: &Value| {
            (amount(jaar, "geschat_toetsingsinkomen.oud") - of_month("tussen.nu.toetsingsinkomen")).abs()
        };
        for jaar in of_year {
            prop_assert!(off(jaar) <= most, "{} euros of income", off(jaar));
        }
        if of_year.iter().any(|jaar| !off(jaar).is_zero()) {
            // Then tax and toeslagen are those of another income.
            return Ok(());
        }
        for nooit in jaren(&result["samenvatting"]["nooit"]) {
            let saldo = amount(nooit, "saldo");
            prop_assert_eq!(saldo, of_month("per_jaar.nu.saldo_belasting"));
            let set_off = amount(nooit, "naar_gemeente");
            prop_assert_eq!(set_off, of_month("per_jaar.nu.te_verrekenen_met_bijstand"));
        }
        // Twelve values and the year's items are the year within 0.10, and what the calendar does not show of this
        // path: each of the four toeslagen of a year is rounded to whole euros, and is nothing below 24.
        let values = maanden(&result)[1..].iter().map(|maand| amount(maand, "waarde.nooit"));
        let once = of_month("per_jaar.nu.saldo_belasting")
            + of_month("per_jaar.nu.te_verrekenen_met_bijstand");
        let year = values.sum::<Decimal>() + once;
        let besteedbaar = of_month("per_jaar.nu.besteedbaar_jaar");
        let hidden = TOESLAGEN.map(|soort| {
            let nothing = of_month(&format!("nu.{soort}")).is_zero();
            if nothing { Decimal::from(24) } else { decimal("0.50") }
        });
        let most = decimal("0.10") + hidden.iter().sum::<Decimal>();
        prop_assert!((year - besteedbaar).abs() <= most, "{} and {}", year, besteedbaar);
    }
}
