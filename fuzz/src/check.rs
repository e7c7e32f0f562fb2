//! What must be true of every answer. It is read from the JSON that the contract promises, not from the
//! types behind it: that is what programs add up again.

use calc_core::hours::hours_of;
use calc_core::month::month_of;
use calc_core::{ContractForm, Error, Explain, HoursOptions, Language, Month, Situatie};
use rust_decimal::Decimal;
use serde_json::Value;

const LEFT: &str = "besteedbaar";
const LEFT_AFTER_FIXED: &str = "over_na_vaste_lasten";
const SUBTRACTED: [&str; 2] = ["kinderopvang_kosten", "reiskosten"];
/// Lines that may be below nothing.
const SIGNED: [&str; 3] = [LEFT, LEFT_AFTER_FIXED, "reiskosten"];
const MONTHS: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Anything at all comes to the door.
///
/// # Panics
/// When it is refused without a reason.
pub fn door(data: &[u8]) {
    // The door takes text; what is none is turned away before it.
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    if let Err(error) = Situatie::from_json(text) {
        assert!(matches!(error, Error::Refused(_)), "{error}");
        refused(&error);
    }
}

/// A refusal says what is wrong, where, and what is allowed, each on one short line; and of names nobody knows it tells
/// no more than a reader takes in.
fn refused(error: &Error) {
    let problems = error.problems();
    assert!(!problems.is_empty(), "refused without a reason");
    assert!(problems.len() < 2_000, "{} problems", problems.len());
    for problem in problems {
        let told = problem.told(Language::NL);
        let words = [&told.pad, &told.code, &told.reden, &told.toegestaan];
        assert!(words.iter().all(|word| !word.is_empty()), "{problem:?}");
        let line = problem.line(Language::NL);
        assert!(!line.chars().any(char::is_control) && line.chars().count() < 400, "{problem:?}");
    }
}

/// A situation is computed; false when the bytes are none.
///
/// # Panics
/// When the answer contradicts itself, or there is none.
#[must_use]
pub fn month(data: &[u8]) -> bool {
    let Some(situatie) =
        std::str::from_utf8(data).ok().and_then(|text| Situatie::from_json(text).ok())
    else {
        return false;
    };
    let month = answer(month_of(&situatie, Explain::No).as_ref().map_err(Clone::clone));
    explained(month_of(&situatie, Explain::Yes), &month, data);
    whole_month(&month, situatie.huishouden.vaste_lasten.amount());
    curve(&situatie, &month, data);
    true
}

/// Thirteen months are computed and added up; false when the bytes are no situation for them.
///
/// # Panics
/// When the answer contradicts itself.
#[must_use]
pub fn calendar(data: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(data) else { return false };
    let Ok(calendar) = calc_core::contract::calendar(text, Explain::No) else { return false };
    let calendar = answer(Ok(&calendar));
    let months = calendar["maanden"].as_array().expect("months");
    assert_eq!(months.len(), 13, "thirteen months");
    let mut begin = amount(&months[0]["begin"]);
    for month in months {
        assert_eq!(amount(&month["begin"]), begin, "a month begins where the last one ended");
        let moved: Decimal = object(&month["lijnen"]).map(|(_, bedrag)| amount(bedrag)).sum();
        begin += moved;
        assert_eq!(amount(&month["eind"]), begin, "money in less money out");
    }
    for year in calendar["jaren"].as_array().into_iter().flatten() {
        for (name, of) in object(&year["toeslagen"]) {
            let paid = amount(&of["betaald"]) + amount(&of["afrekening"]) - amount(&of["kwijt"]);
            assert_eq!(paid, amount(&of["recht"]), "{name}");
        }
    }
    true
}

/// The explanation is there and changes nothing. It is a hundred times as long as the rest, so one in eight
/// is written out.
fn explained(result: Result<Month, Error>, unexplained: &Value, data: &[u8]) {
    let mut month = result.unwrap_or_else(|error| panic!("no answer: {error}"));
    assert!(month.uitleg.is_some(), "no explanation");
    if sum(data).is_multiple_of(8) {
        let written = answer(Ok(&month));
        let lines = object(&written["uitleg"]["met_baan"]).count();
        assert!(lines > 0, "an empty explanation");
    }
    month.uitleg = None;
    assert_eq!(answer(Ok(&month)), *unexplained, "the explanation changes the answer");
}

fn answer(result: Result<&impl ContractForm, Error>) -> Value {
    match result.map(|it| serde_json::to_value(it.form(Language::NL))) {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => panic!("no JSON: {error}"),
        Err(error) => panic!("no answer: {error}"),
    }
}

fn whole_month(month: &Value, fixed_costs: Decimal) {
    let (now, job, difference) = (&month["nu"], &month["met_baan"], &month["verschil"]);
    lines(now, fixed_costs);
    lines(job, fixed_costs);
    minus(job, now, difference);
    let years = &month["per_jaar"];
    for (year, lines) in [(&years["nu"], now), (&years["met_baan"], job)] {
        let in_the_year = object(year).filter(|(name, _)| *name != "besteedbaar_jaar");
        let sum: Decimal = in_the_year.map(|(_, value)| amount(value)).sum();
        let left = amount(&lines[LEFT]) * MONTHS;
        assert_eq!(amount(&year["besteedbaar_jaar"]), left + sum, "besteedbaar_jaar");
    }
    minus(&years["met_baan"], &years["nu"], &years["verschil"]);
    let care = |name: &str| amount(&month["kinderopvang"][name]);
    let parts =
        care("toeslag") + care("eigen_deel") + care("boven_maximum") + care("boven_230_uur");
    assert_eq!(care("rekening"), parts, "the childcare bill");
    phases(month);
    municipality(month);
}

/// The lines of one situation add up, and only what may be is below nothing.
fn lines(lines: &Value, fixed_costs: Decimal) {
    let mut left = Decimal::ZERO;
    for (name, value) in object(lines) {
        let amount = amount(value);
        assert!(SIGNED.contains(&name) || !amount.is_sign_negative(), "{name} is {amount}");
        if SUBTRACTED.contains(&name) {
            left -= amount;
        } else if name != LEFT && name != LEFT_AFTER_FIXED {
            left += amount;
        }
    }
    assert_eq!(amount(&lines[LEFT]), left, "{LEFT}");
    assert_eq!(amount(&lines[LEFT_AFTER_FIXED]), left - fixed_costs, "{LEFT_AFTER_FIXED}");
}

fn minus(with: &Value, without: &Value, difference: &Value) {
    for (name, value) in object(difference) {
        assert_eq!(amount(value), amount(&with[name]) - amount(&without[name]), "verschil.{name}");
    }
}

/// The phases follow each other from the first month, and each says what differs from now.
fn phases(month: &Value) {
    let mut from = Some(1);
    for phase in month["fasen"].as_array().expect("a list of phases") {
        assert_eq!(phase["van_maand"].as_u64(), from, "a phase begins elsewhere");
        from = phase["tot_maand"].as_u64().map(|last| last + 1);
        let difference = amount(&phase[LEFT]) - amount(&month["nu"][LEFT]);
        assert_eq!(amount(&phase["verschil"]), difference, "the difference of a phase");
    }
}

/// What the municipality pays stands apart, and adds up to a total of its own when that is asked for.
fn municipality(month: &Value) {
    let schemes = month["gemeente"]["regelingen"].as_array().expect("a list of schemes");
    let total = &month["gemeente"]["besteedbaar_jaar_met_gemeente"];
    if total.is_null() {
        return;
    }
    for situation in ["nu", "met_baan"] {
        let mut sum = amount(&month["per_jaar"][situation]["besteedbaar_jaar"]);
        for scheme in schemes.iter().filter(|scheme| scheme["telt_mee"] == true) {
            let answer = &scheme[situation];
            if !answer["bedrag"].is_null() {
                let times = if answer["per"] == "maand" { MONTHS } else { Decimal::ONE };
                sum += amount(&answer["bedrag"]) * times;
            }
        }
        assert_eq!(amount(&total[situation]), sum, "with the municipality, {situation}");
    }
    let difference = amount(&total["met_baan"]) - amount(&total["nu"]);
    assert_eq!(amount(&total["verschil"]), difference, "with the municipality, verschil");
}

/// The hours curve adds up, and meets the month at the hours of the job.
fn curve(situatie: &Situatie, month: &Value, data: &[u8]) {
    let fixed_costs = situatie.huishouden.vaste_lasten.amount();
    let hours = situatie.baan.uren_per_week.amount();
    let at_the_job = HoursOptions { from: hours, to: hours, step: Decimal::ONE };
    for (options, is_at_the_job) in [(options(data), false), (at_the_job, true)] {
        let curve = match hours_of(situatie, options) {
            Err(error) => {
                // Nothing can be scaled from no hours.
                assert!(hours.is_zero(), "{options:?}: {error}");
                refused(&error);
                continue;
            }
            curve => answer(curve.as_ref().map_err(Clone::clone)),
        };
        assert_eq!(curve["nu"], month["nu"], "the curve starts elsewhere");
        let points = curve["punten"].as_array().expect("a list of points");
        assert!(!points.is_empty(), "no points");
        for point in points {
            let mut point = point.clone();
            point.as_object_mut().and_then(|point| point.remove("uren")).expect("the hours");
            lines(&point, fixed_costs);
            assert!(!is_at_the_job || point == month["met_baan"], "{point}");
        }
        for zone in curve["zones"].as_array().expect("a list of zones") {
            assert!(amount(&zone["daling"]) > Decimal::ZERO, "{zone}");
        }
    }
}

/// Hours that the situation itself decides, so that a finding can be repeated.
fn options(data: &[u8]) -> HoursOptions {
    let sum = sum(data);
    let from = Decimal::from(sum % 40);
    let steps = [Decimal::new(1, 1), Decimal::new(5, 1), Decimal::ONE, Decimal::from(7)];
    let step = steps[usize::try_from(sum / 40 % 4).unwrap_or(0)];
    HoursOptions { from, to: (from + step * Decimal::from(12)).min(Decimal::from(60)), step }
}

fn sum(data: &[u8]) -> u32 {
    data.iter().fold(0, |sum: u32, byte| sum.wrapping_mul(31).wrapping_add((*byte).into()))
}

fn object(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().expect("an object").iter().map(|(name, value)| (name.as_str(), value))
}

/// An amount as the contract writes it: with two decimals, and nothing but zero without a minus.
fn amount(value: &Value) -> Decimal {
    let text = value.as_str().expect("an amount as text");
    assert_eq!(text.rsplit_once('.').map(|(_, cents)| cents.len()), Some(2), "{text}");
    assert_ne!(text, "-0.00");
    text.parse().expect("a number")
}
