//! Which dates are covered, and that a date outside is refused in so many words.

use calc_core::coverage::Standing;
use calc_core::parameters::Status;
use calc_core::single::{SCHEMES, scheme};
use calc_core::{Error, HoursOptions, Language};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::Value;
use tests::{files, household, month, read};

/// Scheme, keys that compute on every covered date, first day, last day, and the first day whose amounts are not law
/// yet. Typed over from the coverage of the contract.
#[rustfmt::skip]
const COVERAGE: [(&str, &str, Date, Date, Option<Date>); 13] = [
    ("loonheffing", "loon=2000", date(2024, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("bijzonder_tarief", "jaarloon=20000", date(2026, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("inkomensvrijlating", "ink=800 regel=n", date(2024, 1, 1), date(2026, 12, 31), None),
    ("vakantiegeld_claim", "geteld=600", date(2026, 1, 1), date(2026, 12, 31), None),
    ("kostendelersnorm", "aantal=2", date(2024, 1, 1), date(2026, 12, 31), None),
    ("zorgtoeslag", "toetsingsinkomen=20000", date(2024, 1, 1), date(2026, 12, 31), None),
    ("huurtoeslag", "toetsingsinkomen=20000 kale_huur=600", date(2025, 1, 1), date(2026, 12, 31), None),
    ("kindgebonden_budget", "toetsingsinkomen=20000 kinderen=5", date(2024, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("kinderbijslag", "leeftijd=5", date(2024, 1, 1), date(2026, 12, 31), None),
    ("kinderopvangtoeslag", "toetsingsinkomen=20000 opvang=bso:50:9.50", date(2024, 1, 1), date(2026, 12, 31), None),
    ("iack", "arbeidsinkomen=20000", date(2024, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("bruto_bijstand", "netto_jaar=12000", date(2026, 1, 1), date(2027, 12, 31), Some(date(2027, 1, 1))),
    ("beslagvrije_voet", "leefsituatie=alleenstaande_ouder toetsingsinkomen=20000", date(2026, 1, 1), date(2026, 12, 31), None),
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
            let said = error.lines(Language::NL);
            for part in [name.to_owned(), day.to_string(), from.to_string(), to.to_string()] {
                assert!(said.contains(&part), "{name} {day}: {said}");
            }
            let problems = error.problems();
            assert_eq!(problems.len(), 1, "{name} {day}");
            assert_eq!(problems[0].pad, "date", "{name} {day}");
            assert!(problems[0].toegestaan(Language::NL).contains(&to.to_string()), "{name} {day}");
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
fn amounts_for_2027_are_announced_and_some_of_them_derived() {
    let marks =
        |name: &str, keys: &str| ask(name, date(2027, 1, 1), keys).expect("an answer").marks;
    assert_eq!(marks("loonheffing", "loon=2000"), [Status::Announced]);
    let keys = "toetsingsinkomen=20000 kinderen=5";
    assert_eq!(marks("kindgebonden_budget", keys), [Status::Announced]);
    assert_eq!(marks("iack", "arbeidsinkomen=20000"), [Status::Announced, Status::Derived]);
    assert_eq!(marks("bijzonder_tarief", "jaarloon=20000"), [Status::Announced]);
    assert_eq!(marks("bruto_bijstand", "netto_jaar=12000"), [Status::Announced, Status::Derived]);
}

fn month_of(situatie: &str) -> calc_core::Month {
    calc_core::month(situatie, calc_core::Explain::No).expect("a month")
}

/// The first household on another day.
fn on(day: Date) -> String {
    let mut situatie: Value = serde_json::from_str(&household("first-job")).expect("JSON");
    situatie["peildatum"] = day.to_string().into();
    situatie.to_string()
}

#[test]
fn the_whole_picture_computes_on_the_first_and_last_day_of_every_month_that_is_covered() {
    let mut days = 0;
    for day in month_ends(date(2026, 1, 1), date(2027, 6, 30)) {
        let result = month(&on(day));
        assert_eq!(result["peildatum"], day.to_string());
        let expected = if day < date(2026, 7, 1) { "1401.50" } else { "1419.46" };
        assert_eq!(result["tussen"]["nu"]["norm"], expected, "{day}");
        let continued = day > date(2026, 12, 31);
        assert_eq!(result["status"], if continued { "voortgezet" } else { "geldend" }, "{day}");
        let curve = calc_core::hours(&on(day), HoursOptions::default()).expect("a curve");
        assert_eq!(curve.status, month_of(&on(day)).status, "{day}");
        days += 1;
    }
    assert_eq!(days, 36);
}

/// Every household of the fixtures on every first of a month that is covered: computed and marked right; where an age does
/// not fit the date, the refusal names the person.
#[test]
fn every_household_computes_on_every_first_of_a_month_or_the_refusal_names_who_does_not_fit() {
    let firsts = date(2026, 1, 1).series(1.month()).take_while(|&day| day <= date(2027, 6, 1));
    let firsts: Vec<Date> = firsts.collect();
    assert_eq!(firsts.len(), 18);
    let (mut computed, mut refused) = (0, 0);
    for path in files("fixtures/households", "json") {
        for &day in &firsts {
            let mut situatie: Value = serde_json::from_str(&read(&path)).expect("JSON");
            situatie["peildatum"] = day.to_string().into();
            match calc_core::month(&situatie.to_string(), calc_core::Explain::No) {
                Ok(month) => {
                    computed += 1;
                    check_marks(day, &month);
                }
                Err(error) => {
                    refused += 1;
                    for problem in error.problems() {
                        assert!(problem.pad.ends_with(".geboren"), "{day}: {problem}");
                    }
                }
            }
        }
    }
    assert!(computed > 150 && refused < computed / 4, "{computed} computed, {refused} refused");
}

/// The mark of a result past the last published day stands in the status, an assumption and what is not computed.
fn check_marks(day: Date, month: &calc_core::Month) {
    let continued = day > date(2026, 12, 31);
    let expected = if continued { Standing::Continued } else { Standing::InForce };
    assert_eq!(month.status, expected, "{day}");
    let says = |list: &[calc_core::Melding], code: &str| list.iter().any(|it| it.code == code);
    assert_eq!(says(&month.aannames, "voortgezet_2027"), continued, "{day}");
    assert_eq!(says(&month.niet_berekend, "bedragen_2027"), continued, "{day}");
}

#[test]
fn past_the_last_published_day_only_the_disregard_and_the_ages_are_of_the_date() {
    // The first household has children of 2 and 12; nothing of it changes between 31 December and 1 January but the rule:
    // n with its cap (289.00) against 15% of the wage that counts. 20 x 15.52 x 52 / 12 = 1,345.07, of which 30.08 is
    // withheld: 1,314.99; 15% = 197.25.
    let (december, january) = (month(&on(date(2026, 12, 31))), month(&on(date(2027, 1, 1))));
    let between = |result: &Value, key: &str| result["tussen"]["met_baan"][key].clone();
    assert_eq!(between(&december, "vrijlating_regel"), "n");
    assert_eq!(between(&december, "vrijlating"), "289.00");
    assert_eq!(between(&january, "vrijlating_regel"), "34a");
    assert_eq!(between(&january, "vrijlating"), "197.25");
    for same in ["bruto", "loonheffing", "ink", "norm"] {
        assert_eq!(between(&december, same), between(&january, same), "{same}");
    }
    for same in ["zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderbijslag"] {
        assert_eq!(december["nu"][same], january["nu"][same], "{same}");
    }
}

#[test]
fn the_whole_picture_of_another_year_is_refused_and_says_what_is_covered() {
    for day in [date(2025, 12, 31), date(2027, 7, 1), date(2031, 1, 1)] {
        let error = calc_core::month(&on(day), calc_core::Explain::No).expect_err("refused");
        let problems = error.problems();
        let paths: Vec<&str> = problems.iter().map(|problem| problem.pad.as_str()).collect();
        assert_eq!(paths, ["peildatum"], "{day}");
        assert!(problems[0].reden(Language::NL).contains(&day.to_string()), "{}", problems[0]);
        for end in ["2026-01-01", "2027-06-30"] {
            assert!(problems[0].toegestaan(Language::NL).contains(end), "{}", problems[0]);
        }
    }
}

#[test]
fn months_of_a_rule_that_has_not_begun_are_refused() {
    let used = |day: &str| {
        let mut situatie: Value = serde_json::from_str(&household("first-job")).expect("JSON");
        situatie["peildatum"] = day.into();
        situatie["bijstand"]["vrijlating_34a_maanden"] = 1.into();
        calc_core::month(&situatie.to_string(), calc_core::Explain::No)
    };
    assert!(used("2027-01-01").is_ok());
    let problems = used("2026-12-31").expect_err("refused").problems();
    let paths: Vec<&str> = problems.iter().map(|problem| problem.pad.as_str()).collect();
    assert_eq!(paths, ["bijstand.vrijlating_34a_maanden"]);
    assert!(problems[0].reden(Language::NL).contains("2027-01-01"), "{}", problems[0]);
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
