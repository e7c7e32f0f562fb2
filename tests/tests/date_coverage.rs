//! Which dates are covered, and that a date outside is refused in so many words.

use calc_core::Error;
use calc_core::parameters::Status;
use calc_core::single::{SCHEMES, scheme};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::Value;
use tests::{household, month};

/// Scheme, keys that compute on every covered date, first day, last day, and the first day whose amounts are not law
/// yet. Typed over from the coverage of the contract.
#[rustfmt::skip]
const COVERAGE: [(&str, &str, Date, Date, Option<Date>); 12] = [
    ("loonheffing", "loon=2000", date(2024, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("bijzonder_tarief", "jaarloon=20000", date(2026, 1, 1), date(2026, 12, 31), None),
    ("inkomensvrijlating", "ink=800 regel=n", date(2024, 1, 1), date(2026, 12, 31), Some(date(2026, 7, 1))),
    ("vakantiegeld_claim", "geteld=600", date(2026, 1, 1), date(2026, 12, 31), None),
    ("kostendelersnorm", "aantal=2", date(2024, 1, 1), date(2026, 12, 31), None),
    ("zorgtoeslag", "toetsingsinkomen=20000", date(2024, 1, 1), date(2026, 12, 31), None),
    ("huurtoeslag", "toetsingsinkomen=20000 kale_huur=600", date(2025, 1, 1), date(2026, 12, 31), None),
    ("kindgebonden_budget", "toetsingsinkomen=20000 kinderen=5", date(2024, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("kinderbijslag", "leeftijd=5", date(2024, 1, 1), date(2026, 12, 31), None),
    ("kinderopvangtoeslag", "toetsingsinkomen=20000 opvang=bso:50:9.50", date(2024, 1, 1), date(2026, 12, 31), None),
    ("iack", "arbeidsinkomen=20000", date(2024, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("bruto_bijstand", "netto_jaar=12000", date(2026, 1, 1), date(2026, 12, 31), None),
];

fn ask(name: &str, day: Date, keys: &str) -> Result<calc_core::single::Answer, Error> {
    let keys: Vec<String> = keys.split(' ').map(str::to_owned).collect();
    scheme(name, &day.to_string(), &keys)
}

/// The first and the last day of every month in a period.
fn month_ends(from: Date, to: Date) -> impl Iterator<Item = Date> {
    let first_days = from.series(1.month()).take_while(move |&day| day <= to);
    first_days.flat_map(|first| [first, first.last_of_month()])
}

#[test]
fn every_scheme_computes_in_every_month_of_its_period_and_marks_what_is_not_law() {
    for (name, keys, from, to, not_law_from) in COVERAGE {
        for day in month_ends(from, to) {
            let answer =
                ask(name, day, keys).unwrap_or_else(|error| panic!("{name} {day}: {error}"));
            let marked = not_law_from.is_some_and(|first| first <= day);
            assert_eq!(!answer.marks.is_empty(), marked, "{name} {day}: {:?}", answer.marks);
        }
    }
}

#[test]
fn the_day_before_and_the_day_after_are_refused_with_scheme_date_and_coverage() {
    for (name, keys, from, to, _) in COVERAGE {
        for day in [from.yesterday(), to.tomorrow()].map(|day| day.expect("a day")) {
            let error = ask(name, day, keys).expect_err(name);
            let said = error.to_string();
            for part in [name.to_owned(), day.to_string(), from.to_string(), to.to_string()] {
                assert!(said.contains(&part), "{name} {day}: {said}");
            }
            let problems = error.problems();
            assert_eq!(problems.len(), 1, "{name} {day}");
            assert_eq!(problems[0].pad, "date", "{name} {day}");
            assert!(problems[0].toegestaan.contains(&to.to_string()), "{name} {day}");
        }
    }
}

#[test]
fn far_dates_are_refused_too() {
    for (name, keys, ..) in COVERAGE {
        for day in [date(1, 1, 1), date(1999, 12, 31), date(2113, 6, 1), date(9999, 12, 31)] {
            assert!(matches!(ask(name, day, keys), Err(Error::NotInForce { .. })), "{name} {day}");
        }
    }
}

#[test]
fn the_coverage_names_every_scheme() {
    let named = COVERAGE.map(|(name, ..)| name);
    assert_eq!(SCHEMES.iter().map(|scheme| scheme.name).collect::<Vec<_>>(), named);
}

#[test]
fn amounts_for_2027_are_announced_and_the_threshold_of_the_iack_is_derived() {
    let marks =
        |name: &str, keys: &str| ask(name, date(2027, 1, 1), keys).expect("an answer").marks;
    assert_eq!(marks("loonheffing", "loon=2000"), [Status::Announced]);
    let keys = "toetsingsinkomen=20000 kinderen=5";
    assert_eq!(marks("kindgebonden_budget", keys), [Status::Announced]);
    assert_eq!(marks("iack", "arbeidsinkomen=20000"), [Status::Announced, Status::Derived]);
    let ask_cap =
        |day: Date| ask("inkomensvrijlating", day, "ink=800 regel=r").expect("an answer").marks;
    assert_eq!(ask_cap(date(2026, 6, 30)), []);
    assert_eq!(ask_cap(date(2026, 7, 1)), [Status::Derived]);
}

/// The first household on another day.
fn on(day: Date) -> String {
    let mut situatie: Value = serde_json::from_str(&household("first-job")).expect("JSON");
    situatie["peildatum"] = day.to_string().into();
    situatie.to_string()
}

#[test]
fn the_whole_picture_computes_on_the_first_and_last_day_of_every_month_of_2026() {
    let mut days = 0;
    for day in month_ends(date(2026, 1, 1), date(2026, 12, 31)) {
        let result = month(&on(day));
        assert_eq!(result["peildatum"], day.to_string());
        let expected = if day < date(2026, 7, 1) { "1401.50" } else { "1419.46" };
        assert_eq!(result["tussen"]["nu"]["norm"], expected, "{day}");
        days += 1;
    }
    assert_eq!(days, 24);
}

#[test]
fn the_whole_picture_of_another_year_is_refused_and_says_what_is_covered() {
    for day in [date(2025, 12, 31), date(2027, 1, 1), date(2027, 7, 1)] {
        let error = calc_core::month(&on(day), calc_core::Explain::No).expect_err("refused");
        let problems = error.problems();
        let paths: Vec<&str> = problems.iter().map(|problem| problem.pad.as_str()).collect();
        assert_eq!(paths, ["peildatum"], "{day}");
        assert!(problems[0].reden.contains(&day.to_string()), "{}", problems[0]);
        for end in ["2026-01-01", "2026-12-31"] {
            assert!(problems[0].toegestaan.contains(end), "{}", problems[0]);
        }
    }
}

#[test]
fn an_income_whose_percentage_was_not_published_is_refused() {
    // Of 2024 the rows end at 92,433; of 2025 three cells of the next child are not known.
    for (day, income, care, published) in [
        (date(2024, 6, 1), 92_433, "bso:50:9", true),
        (date(2024, 6, 1), 92_434, "bso:50:9", false),
        (date(2025, 6, 1), 50_000, "bso:50:9", true),
        (date(2025, 6, 1), 50_000, "bso:50:9,bso:40:9", false),
        (date(2025, 6, 1), 52_520, "bso:50:9,bso:40:9", true),
    ] {
        let answer =
            ask("kinderopvangtoeslag", day, &format!("toetsingsinkomen={income} opvang={care}"));
        assert_eq!(answer.is_ok(), published, "{day} {income} {care}");
        if let Err(error) = answer {
            assert!(matches!(error, Error::NotPublished { .. }), "{error}");
            assert_eq!(error.problems()[0].pad, "toetsingsinkomen");
        }
    }
}
