//! The list of things to do: what is on it and when, at the edges of every item. Dates are worked out by hand from the
//! terms: 4 weeks (Dienst Toeslagen), three months (art. 1.3(2)(b) Wet kinderopvang), 31 December of the next year
//! (art. 15(1) Awir).

use serde_json::{Value, json};
use tests::{household, month};

/// A household of the fixtures with something else in it, computed.
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie: Value = serde_json::from_str(&household(name)).expect("JSON");
    change(&mut situatie);
    month(&situatie.to_string())
}

fn items(result: &Value) -> &[Value] {
    result["te_doen"].as_array().expect("a list")
}

/// Code and last day of everything on the list, in its order.
fn listed(result: &Value) -> Vec<(&str, Option<&str>)> {
    items(result)
        .iter()
        .map(|item| (item["code"].as_str().expect("a code"), item["uiterlijk"].as_str()))
        .collect()
}

fn codes(result: &Value) -> Vec<&str> {
    listed(result).into_iter().map(|(code, _)| code).collect()
}

fn find<'a>(result: &'a Value, code: &str) -> &'a Value {
    let found = items(result).iter().find(|item| item["code"] == code);
    found.unwrap_or_else(|| panic!("no {code} in {:?}", codes(result)))
}

/// A job that ends the bijstand.
fn full_time(situatie: &mut Value) {
    situatie["baan"] = json!({ "uren_per_week": "38", "uurloon": "17.50" });
}

#[test]
fn a_first_job_beside_bijstand() {
    let result = month(&household("first-job"));
    assert_eq!(
        listed(&result),
        [
            ("baan_doorgeven", Some("2026-10-01")),
            ("inkomen_doorgeven", Some("2026-10-29")),
            ("kinderopvangtoeslag_aanvragen", Some("2027-01-31")),
            ("loonstrook_sturen_binnen", None),
            ("loonheffingskorting", None),
            ("vrijlating_vragen", None),
            ("iack_aanvragen", None),
            ("opvang_te_duur", None),
        ]
    );
    let report = find(&result, "inkomen_doorgeven");
    assert_eq!((&report["soort"], &report["bij"]), (&json!("doorgeven"), &json!("toeslagen")));
    assert_eq!(report["artikel"], "art. 17(2) Awir");
    let said = report["tekst"].as_str().expect("words");
    assert!(said.contains("zorgtoeslag, huurtoeslag en kindgebonden budget"), "{said}");
    let payslip = find(&result, "loonstrook_sturen_binnen")["tekst"].as_str().expect("words");
    assert!(payslip.contains("2 weken") && payslip.contains("2022"), "not known of now: {payslip}");
}

#[test]
fn a_job_that_ends_the_bijstand() {
    let result = changed("first-job", full_time);
    assert_eq!(
        listed(&result),
        [
            ("baan_doorgeven", Some("2026-10-01")),
            ("einde_bijstand", Some("2026-10-01")),
            ("inkomen_doorgeven", Some("2026-10-29")),
            ("kinderopvangtoeslag_aanvragen", Some("2027-01-31")),
            ("iack_aanvragen", None),
            ("opvang_te_duur", None),
            ("loonstroken_bewaren", None),
            ("gemeente_vragen_eenmalig", None),
        ]
    );
    let once = find(&result, "gemeente_vragen_eenmalig")["tekst"].as_str().expect("words");
    assert!(once.contains("€ 300,00"), "{once}");
}

#[test]
fn the_days_count_from_the_start_of_the_job() {
    let days = |peildatum: &str, start: Option<&str>| {
        let result = changed("first-job", |it| {
            it["peildatum"] = peildatum.into();
            if let Some(start) = start {
                it["baan"]["start"] = start.into();
            }
        });
        let day = |code: &str| find(&result, code)["uiterlijk"].as_str().map(str::to_owned);
        ["baan_doorgeven", "inkomen_doorgeven", "kinderopvangtoeslag_aanvragen"].map(day)
    };
    let expected = |days: [&str; 3]| days.map(|day| Some(day.to_owned()));
    // Without a start: the reference date itself on the first of a month, else the first of the next.
    assert_eq!(days("2026-12-01", None), expected(["2026-12-01", "2026-12-29", "2027-03-31"]));
    assert_eq!(days("2026-12-02", None), expected(["2027-01-01", "2027-01-29", "2027-04-30"]));
    // A start within a month: care counts from the first day of its month.
    assert_eq!(
        days("2026-10-01", Some("2026-11-30")),
        expected(["2026-11-30", "2026-12-28", "2027-02-28"])
    );
    // Beyond the end of the calendar there is no day, and no error.
    assert_eq!(days("2026-10-01", Some("9999-12-31")), [Some("9999-12-31".to_owned()), None, None]);
}

#[test]
fn without_hours_there_is_nothing_to_do_and_without_wage_nothing_to_report() {
    let none = changed("first-job", |it| it["baan"]["uren_per_week"] = "0".into());
    assert_eq!(none["te_doen"], json!([]));
    let trial = month(&household("trial-placement"));
    assert_eq!(
        codes(&trial),
        ["kinderopvangtoeslag_aanvragen", "opvang_te_duur", "gemeente_vragen_per_maand"]
    );
}

#[test]
fn without_bijstand_nothing_is_asked_of_the_municipality() {
    let result = changed("first-job", |it| it["bijstand"] = json!({ "ontvangt": false }));
    assert!(items(&result).iter().all(|item| item["bij"] != "gemeente"), "{:?}", codes(&result));
    assert!(!codes(&result).contains(&"loonheffingskorting"), "nobody else pays her");
    assert!(codes(&result).contains(&"loonstroken_bewaren"));
}

#[test]
fn an_allowance_that_ends_is_stopped_and_one_that_begins_is_asked_for() {
    let well_paid = json!({ "uren_per_week": "40", "uurloon": "26" });
    let ends = changed("first-job", |it| it["baan"] = well_paid.clone());
    let stop = find(&ends, "toeslag_stopzetten");
    assert!(ends["met_baan"]["zorgtoeslag"] == "0.00" && ends["nu"]["zorgtoeslag"] != "0.00");
    assert!(stop["tekst"].as_str().is_some_and(|text| text.contains("zorgtoeslag")), "{stop}");
    assert_eq!((&stop["uiterlijk"], &stop["soort"]), (&json!("2026-10-29"), &json!("stopzetten")));

    let begins = changed("first-job", |it| it["baan_nu"] = well_paid);
    let ask = find(&begins, "toeslag_aanvragen");
    assert!(begins["nu"]["zorgtoeslag"] == "0.00" && begins["met_baan"]["zorgtoeslag"] != "0.00");
    assert_eq!((&ask["uiterlijk"], &ask["soort"]), (&json!("2027-12-31"), &json!("aanvragen")));
    // She has kinderopvangtoeslag already: nothing to ask, only to report.
    assert!(!codes(&begins).contains(&"kinderopvangtoeslag_aanvragen"));
    let report = find(&begins, "inkomen_doorgeven")["tekst"].as_str().expect("words");
    assert!(report.contains("kinderopvangtoeslag") && !report.contains("zorgtoeslag"), "{report}");
}

#[test]
fn the_disregard_is_asked_for_when_it_is_new_and_by_its_own_article() {
    let article = |change: &dyn Fn(&mut Value)| {
        let result = changed("first-job", change);
        let found = items(&result).iter().find(|item| item["code"] == "vrijlating_vragen");
        found.map(|item| item["artikel"].as_str().expect("an article").to_owned())
    };
    let used = |n: u32, r: u32| {
        move |it: &mut Value| {
            it["bijstand"] = json!({ "vrijlating_n_maanden": n, "vrijlating_r_maanden": r });
        }
    };
    let cited = |letter: char| Some(format!("art. 31(2)({letter}) Participatiewet"));
    assert_eq!(article(&used(5, 0)), cited('n'));
    assert_eq!(article(&used(6, 0)), cited('r'));
    assert_eq!(article(&used(6, 30)), None);
    assert_eq!(
        article(&|it| {
            used(6, 30)(it);
            it["huishouden"]["medische_urenbeperking"] = true.into();
        }),
        cited('y')
    );
    // She has it already, in the job she has.
    let small = json!({ "uren_per_week": "8", "uurloon": "15.52" });
    assert_eq!(article(&|it| it["baan_nu"] = small.clone()), None);
}

#[test]
fn care_is_too_dear_from_one_cent_above_the_highest_price_that_counts() {
    let asked = |price: &str| {
        let result = changed("first-job", |it| {
            it["huishouden"]["kinderen"][0]["opvang"][0]["uurprijs"] = price.into();
        });
        codes(&result).contains(&"opvang_te_duur")
    };
    assert!(!asked("11.23"));
    assert!(asked("11.24"));
}

#[test]
fn the_iack_is_asked_for_when_it_is_paid_by_the_month_and_new() {
    let not_monthly = changed("first-job", |it| it["iack"] = "niet".into());
    assert!(!codes(&not_monthly).iter().any(|code| code.starts_with("iack")));
    let has_it = month(&household("working-already"));
    assert!(codes(&has_it).contains(&"iack_aanpassen"));
    assert!(!codes(&has_it).contains(&"iack_aanvragen"));
}

#[test]
fn the_same_job_once_more_asks_for_nothing_of_the_allowances() {
    let result = changed("first-job", |it| it["baan_nu"] = it["baan"].clone());
    let at_toeslagen = items(&result).iter().filter(|item| item["bij"] == "toeslagen").count();
    assert_eq!(at_toeslagen, 0, "{:?}", codes(&result));
    assert!(!codes(&result).iter().any(|code| code.starts_with("iack")), "she has it as it is");
    let placed = changed("trial-placement", |it| it["baan_nu"] = it["baan"].clone());
    let asked = codes(&placed).iter().any(|code| code.starts_with("gemeente_vragen"));
    assert!(!asked, "the own share is open to her now too: {:?}", codes(&placed));
}

#[test]
fn an_item_without_a_document_leads_to_its_article() {
    let result = month(&household("first-job"));
    let address = "https://wetten.overheid.nl/BWBR0015703#Artikel17";
    assert_eq!(find(&result, "baan_doorgeven")["bron"], address);
}

#[test]
fn an_item_with_a_document_leads_to_the_page_it_rests_on() {
    let (work, left) = (month(&household("first-job")), changed("first-job", full_time));
    for (result, code, page) in [
        (&work, "inkomen_doorgeven", "/mijn_inkomen_verandert/"),
        (&work, "loonstrook_sturen_binnen", "/verrekening-inkomsten/"),
        (&work, "iack_aanvragen", "/inkomensafhankelijke_combikorting/"),
        (&left, "gemeente_vragen_eenmalig", "/CVDR719087"),
    ] {
        let source = find(result, code)["bron"].as_str().expect("a source");
        assert!(source.ends_with(page), "{code}: {source}");
    }
}
