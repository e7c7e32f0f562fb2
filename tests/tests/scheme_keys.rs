//! What a scheme alone refuses: every kind of key at both sides of its bounds, missing, twice, unknown; each problem by
//! the name of its key.

use calc_core::Error;
use calc_core::Language;
use tests::scheme;

/// The names of the keys that are refused, in order; nothing when there is an answer.
fn refused(name: &str, date: &str, keys: &str) -> Vec<String> {
    let keys: Vec<String> = keys.split_whitespace().map(str::to_owned).collect();
    match scheme(name, date, &keys) {
        Ok(_) => Vec::new(),
        Err(Error::Refused(problems)) => {
            for problem in &problems {
                assert!(
                    !problem.reden(Language::NL).is_empty()
                        && !problem.toegestaan(Language::NL).is_empty(),
                    "{problem}"
                );
            }
            problems.into_iter().map(|problem| problem.pad).collect()
        }
        Err(error) => panic!("{name} {keys:?}: {error}"),
    }
}

#[track_caller]
fn check(name: &str, cases: &[(&str, &[&str])]) {
    for (keys, expected) in cases {
        assert_eq!(refused(name, "2026-10-01", keys), *expected, "{name} {keys}");
    }
}

#[test]
fn amounts_are_plain_decimals_from_0_to_10_million() {
    let wrong: &[&str] = &["loon"];
    check(
        "loonheffing",
        &[
            ("loon=0", &[]),
            ("loon=1500.50", &[]),
            ("loon=10000000", &[]),
            ("loon=10000000.01", wrong),
            ("loon=-1", wrong),
            ("loon=", wrong),
            ("loon", wrong),
            ("loon=1_000", wrong),
            ("loon=1e3", wrong),
            ("loon=x", wrong),
        ],
    );
}

#[test]
fn whole_numbers_within_their_bounds() {
    let wrong: &[&str] = &["aantal"];
    check(
        "kostendelersnorm",
        &[
            ("aantal=2", &[]),
            ("aantal=20", &[]),
            ("aantal=1", wrong),
            ("aantal=21", wrong),
            ("aantal=2.0", wrong),
            ("aantal=-2", wrong),
            ("aantal=+5", wrong),
            ("aantal=", wrong),
            ("aantal=99999999999", wrong),
        ],
    );
    check(
        "kinderbijslag",
        &[("leeftijd=0", &[]), ("leeftijd=17", &[]), ("leeftijd=18", &["leeftijd"])],
    );
}

#[test]
fn yes_or_no_and_words_from_a_list() {
    let (yes_no, word): (&[&str], &[&str]) = (&["partner"], &["regel"]);
    check(
        "zorgtoeslag",
        &[
            ("toetsingsinkomen=0 partner=true", &[]),
            ("toetsingsinkomen=0 partner=false", &[]),
            ("toetsingsinkomen=0 partner=ja", yes_no),
            ("toetsingsinkomen=0 partner=", yes_no),
        ],
    );
    check(
        "inkomensvrijlating",
        &[
            ("ink=1 regel=n", &[]),
            ("ink=1 regel=y", &[]),
            ("ink=1 regel=N", word),
            ("ink=1 regel=geen", word),
        ],
    );
}

#[test]
fn ages_of_at_most_twelve_children_under_18() {
    let wrong: &[&str] = &["kinderen"];
    let twelve = "0,1,2,3,4,5,6,7,8,9,10,17";
    for (kinderen, expected) in [
        ("", &[][..]),
        ("0", &[]),
        ("17", &[]),
        (twelve, &[]),
        (&format!("{twelve},3"), wrong),
        ("18", wrong),
        ("5,", wrong),
        ("5,x", wrong),
        ("-1", wrong),
    ] {
        let keys = format!("toetsingsinkomen=0 kinderen={kinderen}");
        check("kindgebonden_budget", &[(&keys, expected)]);
    }
}

#[test]
fn care_is_kind_hours_and_price_of_each_child() {
    let wrong: &[&str] = &["opvang"];
    let thirteen = ["bso:1:9"; 13].join(",");
    for (opvang, expected) in [
        ("dagopvang:110:11.95", &[][..]),
        ("bso:0:0,gastouder:744:50", &[]),
        (&thirteen[8..], &[]),
        (&thirteen, wrong),
        ("bso:744.01:9", wrong),
        ("bso:50:50.01", wrong),
        ("bso:-1:9", wrong),
        ("bso:50:-9", wrong),
        ("bso:50", wrong),
        ("bso:50:9:1", wrong),
        ("bso:x:9", wrong),
        ("oppas:50:9", wrong),
        ("", wrong),
    ] {
        let keys = format!("toetsingsinkomen=0 opvang={opvang}");
        check("kinderopvangtoeslag", &[(&keys, expected)]);
    }
}

#[test]
fn a_key_that_is_missing_twice_or_unknown() {
    check(
        "zorgtoeslag",
        &[
            ("", &["toetsingsinkomen"]),
            ("partner=true", &["toetsingsinkomen"]),
            ("toetsingsinkomen=1 toetsingsinkomen=2", &["toetsingsinkomen"]),
            ("toetsingsinkomen=1 inkomen=2", &["inkomen"]),
            ("inkomen=2 partner=x", &["inkomen", "toetsingsinkomen", "partner"]),
        ],
    );
    assert_eq!(refused("zorg", "2026-10-01", "x=1"), ["regeling"]);
    assert_eq!(refused("zorg", "1 oktober", ""), ["regeling", "date"]);
}

#[test]
fn a_date_that_is_wrong_hides_no_key_that_is_wrong() {
    assert_eq!(refused("zorgtoeslag", "1 oktober", ""), ["date", "toetsingsinkomen"]);
    for name in calc_core::single::SCHEMES.iter().map(|scheme| scheme.name) {
        // Every value given is wrong, every key left out is missing, and there are no amounts of 1999.
        let scheme = calc_core::single::SCHEMES.iter().find(|it| it.name == name);
        let keys: Vec<&str> = scheme.expect("it").keys.iter().map(|(key, _)| *key).collect();
        let wrong: Vec<String> = keys.iter().map(|key| format!("{key}=?")).collect();
        let with_date = [&keys[..], &["date"]].concat();
        assert_eq!(refused(name, "1999-01-01", &wrong.join(" ")), with_date, "{name}");
        let date_first = [&["date"], &keys[..]].concat();
        assert_eq!(refused(name, "1999", &wrong.join(" ")), date_first, "{name}");
    }
}

#[test]
fn regeling_lege_sleutel_and_regeleinde_are_named_on_one_short_line() {
    let lines = |keys: &[&str]| {
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        let Err(error) = scheme("iack", "2026-01-01", &keys) else { panic!("taken: {keys:?}") };
        for problem in error.problems() {
            let line = problem.line(Language::NL);
            assert!(line.chars().count() < 400 && !line.chars().any(char::is_control), "{line}");
        }
        error.problems().into_iter().map(|problem| problem.pad).collect::<Vec<_>>()
    };
    assert_eq!(lines(&["arbeidsinkomen=5", "=1"]), ["\"\""]);
    assert_eq!(lines(&["arbeidsinkomen=5", ""]), ["\"\""]);
    assert_eq!(lines(&["arbeidsinkomen=5\n6", "a\nb=1"]), ["a b", "arbeidsinkomen"]);
    let long = "x".repeat(5_000);
    let shown = format!("{}…", "x".repeat(40));
    let found = lines(&[&format!("arbeidsinkomen={long}"), &format!("{long}=1")]);
    assert_eq!(found, [shown.as_str(), "arbeidsinkomen"]);
    // Of many keys nobody knows the first fifty are told, and how many more there are.
    let many: Vec<String> = (0..1_000).map(|at| format!("k{at}=1")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).chain(["arbeidsinkomen=5"]).collect();
    let found = lines(&many);
    assert_eq!((found.len(), found[50].as_str()), (51, "k50"));
    // A value may hold an equals sign.
    assert_eq!(lines(&["arbeidsinkomen=5=6"]), ["arbeidsinkomen"]);
}

#[test]
fn a_problem_names_the_value_and_what_is_allowed() {
    let keys = ["aantal=21".to_owned()];
    let Err(Error::Refused(problems)) = scheme("kostendelersnorm", "2026-10-01", &keys) else {
        panic!("taken");
    };
    assert!(problems[0].reden(Language::NL).contains("21"), "{}", problems[0]);
    assert!(
        problems[0].toegestaan(Language::NL).contains('2')
            && problems[0].toegestaan(Language::NL).contains("20")
    );
}
