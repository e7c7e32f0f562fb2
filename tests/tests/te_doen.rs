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
            ("opvang_voorwaarden", None),
            ("loonheffingskorting", None),
            ("vrijlating_vragen", None),
            ("iack_aanvragen", None),
            ("opvang_te_duur", None),
            ("startkosten_vragen", None),
            ("ontheffing_vragen", None),
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
            ("opvang_voorwaarden", None),
            ("iack_aanvragen", None),
            ("opvang_te_duur", None),
            ("loonstroken_bewaren", None),
            ("startkosten_vragen", None),
            ("zorgverzekering_vragen", None),
            ("bijstand_opnieuw", None),
            ("ontheffing_vragen", None),
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
        [
            "kinderopvangtoeslag_aanvragen",
            "opvang_voorwaarden",
            "opvang_te_duur",
            "ontheffing_vragen",
            "gemeente_vragen_per_maand"
        ]
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
fn an_allowance_is_stopped_only_when_the_whole_year_pays_too_much() {
    let from = |start: &str| {
        changed("first-job", |it| {
            it["baan"] = json!({ "uren_per_week": "40", "uurloon": "26", "start": start });
        })
    };
    // The income of the whole calendar year counts (art. 8 Awir). From January on that is the income of the job.
    for start in ["2026-01-01", "2026-01-31"] {
        let ends = from(start);
        assert!(ends["met_baan"]["zorgtoeslag"] == "0.00" && ends["nu"]["zorgtoeslag"] != "0.00");
        let stop = find(&ends, "toeslag_stopzetten");
        assert!(stop["tekst"].as_str().is_some_and(|text| text.contains("zorgtoeslag")), "{stop}");
        assert_eq!(stop["soort"], "stopzetten");
        assert!(!codes(&ends).contains(&"toeslag_volgend_jaar"));
    }
    // With months before the job it may still be hers this year: she reports, and stops nothing.
    for start in ["2026-02-01", "2026-10-01", "2026-12-31"] {
        let ends = from(start);
        let later = find(&ends, "toeslag_volgend_jaar");
        let said = later["tekst"].as_str().expect("words");
        assert!(said.contains("zorgtoeslag") && said.contains("2026"), "{said}");
        assert_eq!(later["soort"], "doorgeven");
        assert!(items(&ends).iter().all(|item| item["code"] != "toeslag_stopzetten"), "{start}");
        let report = find(&ends, "inkomen_doorgeven")["tekst"].as_str().expect("words");
        assert!(report.contains("heel 2026"), "the year's income: {report}");
    }
    assert_eq!(find(&from("2026-10-01"), "toeslag_volgend_jaar")["uiterlijk"], "2026-10-29");
}

#[test]
fn no_item_promises_that_nothing_has_to_be_paid_back() {
    for language in calc_core::Language::ALL {
        for (key, text) in language.below("") {
            for promise in [
                "niets terug te betalen",
                "niet terug te betalen",
                "geen toeslag terug",
                "not have to pay anything back",
                "do not have to pay back",
            ] {
                assert!(!text.contains(promise), "{}: {key}: {text}", language.tag());
            }
        }
    }
}

#[test]
fn kinderopvangtoeslag_goes_by_the_month_and_is_never_stopped_for_the_income() {
    // A job with care now, and then a trajectory without bijstand: no right, and three months that run on.
    let ends = changed("first-job", |it| {
        it["bijstand"] = json!({ "ontvangt": false });
        it["baan_nu"] = it["baan"].clone();
        it["baan"] = json!({ "soort": "traject", "uren_per_week": "20", "start": "2026-01-01" });
    });
    assert!(ends["nu"]["kinderopvangtoeslag"] != "0.00");
    assert_eq!(ends["met_baan"]["kinderopvangtoeslag"], "0.00");
    let stopped = items(&ends).iter().filter(|item| item["code"] == "toeslag_stopzetten");
    assert_eq!(stopped.count(), 0);
}

#[test]
fn the_conditions_of_the_care_are_told_when_the_allowance_is_new() {
    let told = |change: &dyn Fn(&mut Value)| {
        codes(&changed("first-job", change)).contains(&"opvang_voorwaarden")
    };
    assert!(told(&|_| ()));
    assert!(!told(&|it| it["huishouden"]["kinderen"][0]["opvang"] = json!([])), "no care");
    assert!(!told(&|it| it["baan_nu"] = it["baan"].clone()), "she has the allowance");
    let article = find(&month(&household("first-job")), "opvang_voorwaarden")["artikel"].clone();
    assert_eq!(article, "art. 1.5(1) Wet kinderopvang");
}

#[test]
fn costs_of_starting_are_asked_for_by_who_has_bijstand_and_no_wage() {
    let told = |change: &dyn Fn(&mut Value)| {
        codes(&changed("first-job", change)).contains(&"startkosten_vragen")
    };
    assert!(told(&|_| ()) && told(&full_time));
    assert!(!told(&|it| it["bijstand"] = json!({ "ontvangt": false })), "no bijstand");
    assert!(
        !told(&|it| it["baan_nu"] = json!({ "uren_per_week": "8", "uurloon": "15.52" })),
        "she works already"
    );
}

#[test]
fn leaving_bijstand_asks_about_the_insurance_and_tells_the_way_back() {
    let of = |change: &dyn Fn(&mut Value)| {
        let result = changed("first-job", change);
        let told = codes(&result).into_iter().map(str::to_owned);
        let about = ["zorgverzekering_vragen", "bijstand_opnieuw", "bijstand_opnieuw_onder_27"];
        told.filter(|code| about.contains(&code.as_str())).collect::<Vec<_>>()
    };
    assert!(of(&|_| ()).is_empty(), "the bijstand goes on");
    assert_eq!(of(&full_time), ["zorgverzekering_vragen", "bijstand_opnieuw"]);
    // On 1 October 2026: 27 that day, and 27 the day after.
    let born = |day: &'static str| {
        move |it: &mut Value| {
            full_time(it);
            it["huishouden"]["geboren"] = day.into();
        }
    };
    assert_eq!(of(&born("1999-10-01"))[1], "bijstand_opnieuw");
    assert_eq!(of(&born("1999-10-02"))[1], "bijstand_opnieuw_onder_27");
    // The weeks of waiting are for couples of whom both are under 27.
    let with_partner = |partner: &'static str| {
        move |it: &mut Value| {
            born("1999-10-02")(it);
            it["huishouden"]["partner"] = json!({ "geboren": partner, "maandloon": "0" });
            it["baan"]["uurloon"] = "25".into();
        }
    };
    assert_eq!(of(&with_partner("1999-10-02"))[1], "bijstand_opnieuw_onder_27");
    assert_eq!(of(&with_partner("1999-10-01"))[1], "bijstand_opnieuw");
}

#[test]
fn a_single_parent_of_a_child_under_five_is_told_of_the_exemption() {
    let told = |change: &dyn Fn(&mut Value)| {
        codes(&changed("first-job", change)).contains(&"ontheffing_vragen")
    };
    let born = |day: &'static str| {
        move |it: &mut Value| it["huishouden"]["kinderen"][0]["geboren"] = day.into()
    };
    // On 1 October 2026: five the day after, and five that day; not born yet.
    assert!(told(&born("2021-10-02")));
    assert!(!told(&born("2021-10-01")));
    assert!(!told(&born("2026-12-01")));
    assert!(!told(&|it| {
        it["huishouden"]["partner"] = json!({ "geboren": "1992-01-01", "maandloon": "0" });
    }));
    assert!(!told(&|it| it["bijstand"] = json!({ "ontvangt": false })));
}

#[test]
fn an_allowance_that_begins_is_asked_for() {
    let well_paid = json!({ "uren_per_week": "40", "uurloon": "26" });
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

#[test]
fn what_can_be_asked_stands_apart_from_what_has_to_be_done() {
    let mut situatie: Value = serde_json::from_str(&household("first-job")).expect("JSON");
    full_time(&mut situatie);
    let month = calc_core::month(&situatie.to_string(), calc_core::Explain::No).expect("computed");
    let advice: Vec<&str> = month
        .te_doen
        .iter()
        .filter(|item| item.is_raad())
        .map(calc_core::month::TeDoen::code)
        .collect();
    assert_eq!(
        advice,
        ["startkosten_vragen", "zorgverzekering_vragen", "bijstand_opnieuw", "ontheffing_vragen"]
    );
    assert!(month.te_doen.iter().filter(|item| item.is_raad()).all(|it| it.uiterlijk.is_none()));
}
