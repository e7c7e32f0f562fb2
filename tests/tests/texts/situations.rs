//! Situations and questions that together meet every message, every reason and every refusal.

use calc_core::contract::calendar;
use calc_core::hours::HoursOptions;
use calc_core::parameters::Book;
use calc_core::single::{Answer, scheme};
use calc_core::{Error, Explain, Problem, hours, month};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::{files, read};

/// Lays the fields of `changes` over those of `base`; lists and values are replaced.
fn overlay(base: &mut Value, changes: &Value) {
    match (base, changes) {
        (Value::Object(base), Value::Object(changes)) => {
            for (key, change) in changes {
                overlay(base.entry(key.clone()).or_insert(Value::Null), change);
            }
        }
        (base, changes) => *base = changes.clone(),
    }
}

pub fn changed(changes: &Value) -> String {
    let mut situatie = json!({
        "peildatum": "2026-10-01",
        "huishouden": {
            "geboren": "1994-03-12",
            "kinderen": [{ "geboren": "2024-05-02", "opvang": [
                { "soort": "dagopvang", "uren_per_maand": "110", "uurprijs": "11.95" }] }],
            "kale_huur": "655"
        },
        "bijstand": {},
        "baan": { "uren_per_week": "20", "uurloon": "15.52" }
    });
    overlay(&mut situatie, changes);
    situatie.to_string()
}

pub fn situations() -> Vec<String> {
    let sister = json!({ "geboren": "1996-01-09", "relatie": "broer_of_zus", "inkomen_jaar": "18000",
        "arbeidsinkomen_jaar": "18000" });
    let friend = json!({ "geboren": "1990-01-09", "relatie": "overig", "inkomen_jaar": "9000" });
    let bso = |geboren: &str| {
        json!({ "geboren": geboren, "opvang": [
            { "soort": "bso", "uren_per_maand": "40", "uurprijs": "10.20" },
            { "soort": "gastouder", "uren_per_maand": "20", "uurprijs": "8.10" }] })
    };
    let children = json!([
        bso("2023-02-01"), bso("2014-01-05"), bso("2012-01-05"), { "geboren": "2027-01-20" },
        { "geboren": "2009-06-01" }, { "geboren": "2026-10-01" }
    ]);
    let all_deductions = json!({ "uurloon": "12", "pensioenpremie": "40", "verplichte_inhoudingen": "9",
        "overige_inhoudingen": "25", "reiskosten": "60", "reisvergoeding": "30" });
    let brief = json!({ "soort": "beslag", "vrij_nu": "1200", "vrij_met_baan": "1250" });
    let changes = [
        json!({ "schulden": { "soort": "beslag" }, "huishouden": { "alimentatie_kinderen": "50" },
            "baan": { "reiskosten": "40" } }),
        json!({ "schulden": { "soort": "beslag" }, "huishouden": { "kinderen": [] } }),
        json!({ "schulden": { "soort": "beslag" }, "baan": { "uren_per_week": "40", "uurloon": "40" } }),
        json!({ "schulden": { "soort": "schuldregeling" } }),
        json!({ "schulden": brief }),
        json!({ "schulden": { "soort": "beslag" }, "huishouden": { "partner": {
            "geboren": "1990-01-01" } } }),
        json!({ "huishouden": { "kinderen": children.clone(), "vermogen": "20000",
            "medische_urenbeperking": true, "kale_huur": null }, "baan": all_deductions,
            "peildatum": "2026-10-15", "iack": "niet" }),
        json!({ "huishouden": { "geboren": "2007-02-01", "inwonenden": [sister, friend.clone()] },
            "bijstand": { "beroep_op_ouders": true }, "baan": { "vakantiegeld": "maandelijks" } }),
        json!({ "huishouden": { "geboren": "2008-10-01", "kinderen": [] },
            "bijstand": { "beroep_op_ouders": false }, "baan": { "loonheffingskorting": false } }),
        json!({ "huishouden": { "geboren": "2007-02-01", "partner": { "geboren": "2006-02-01" } },
            "bijstand": { "beroep_op_ouders": false } }),
        json!({ "huishouden": { "geboren": "2006-12-01", "partner": { "geboren": "1990-02-01", "maandloon": "900" },
            "inwonenden": [friend.clone()] }, "bijstand": { "beroep_op_ouders": false } }),
        json!({ "huishouden": { "partner": { "geboren": "1990-02-01" }, "inwonenden": [friend] } }),
        json!({ "huishouden": { "partner": { "geboren": "1990-02-01", "maandloon": "700" } } }),
        json!({ "huishouden": { "alimentatie_kinderen": "150", "alimentatie_partner": "900" },
            "baan": { "uurloon": "90", "uren_per_week": "40" } }),
        json!({ "huishouden": { "alimentatie_partner": "1500" },
            "baan": { "soort": "traject", "uurloon": null } }),
        json!({ "huishouden": { "medische_urenbeperking": true },
            "bijstand": { "vrijlating_n_maanden": 6 }, "baan_nu": { "uren_per_week": "8", "maandloon": "500" } }),
        json!({ "bijstand": { "ontvangt": false }, "huishouden": { "zelfstandige_woning": false,
            "vermogen": "150000" }, "baan": { "uren_per_week": "0" } }),
        json!({ "huishouden": { "kinderen": [bso("2012-01-05")], "kale_huur": "150" },
            "baan": { "uren_per_week": "2" } }),
        json!({ "huishouden": { "kinderen": [{ "geboren": "2026-10-01" }] },
            "bijstand": { "vrijlating_n_maanden": 6, "vrijlating_r_maanden": 30 } }),
        json!({ "baan": { "uren_per_week": "24", "soort": "proefplaatsing", "uurloon": null } }),
        json!({ "baan_nu": { "uren_per_week": "40", "uurloon": "26" } }),
        json!({ "huishouden": { "gemeente_bedragen": { "werkpremie": "150" } } }),
        json!({ "baan": { "uren_per_week": "40", "uurloon": "26" } }),
        json!({ "peildatum": "2027-02-01", "bijstand": { "vrijlating_34a_maanden": 3 }, "huishouden": { "inwonenden": [
            { "geboren": "1990-01-09", "relatie": "overig", "inkomen_jaar": "9000", "huurt_zakelijk": true }] },
            "baan": { "vakantiegeld": "inbegrepen" } }),
        json!({ "bijstand": { "ontvangt": false }, "baan": { "uren_per_week": "8" } }),
        json!({ "baan": { "uren_per_week": "40", "uurloon": "26", "start": "2026-01-12" },
            "huishouden": { "geboren": "2001-01-12" } }),
        // Care of which only the hours are known, and a week of other hours than the job.
        json!({ "weekplan": { "weken": [{ "dagen": [{ "dag": "ma", "van": 540, "tot": 1020 }] }] } }),
    ];
    let households = files("fixtures/households", "json");
    let weeks = files("fixtures/weeks", "json");
    let of_files = households.iter().chain(&weeks).map(|path| read(path));
    of_files.chain(changes.iter().map(changed)).collect()
}

/// Situations whose week can be advised on.
pub fn weeks() -> Vec<String> {
    let weeks = files("fixtures/weeks", "json");
    weeks.iter().map(|path| read(path)).filter(|text| text.contains("weekplan")).collect()
}

pub fn scheme_answers() -> Vec<Answer> {
    let asked = [
        "loonheffing 2026-01-01 loon=2500",
        "loonheffing 2026-01-01 loon=15000 loonheffingskorting=false",
        "bijzonder_tarief 2026-01-01 jaarloon=20000",
        "inkomensvrijlating 2026-10-01 ink=900 regel=y",
        "vakantiegeld_claim 2026-10-01 geteld=900",
        "vakantiegeld_claim 2026-10-01 geteld=900 loonheffingskorting=false",
        "kostendelersnorm 2026-10-01 aantal=3",
        "zorgtoeslag 2026-01-01 toetsingsinkomen=35000 partner=true",
        "zorgtoeslag 2026-01-01 toetsingsinkomen=40820",
        "huurtoeslag 2025-02-01 toetsingsinkomen=30000 kale_huur=700 personen=3",
        "huurtoeslag 2025-02-01 toetsingsinkomen=20000 kale_huur=950",
        "huurtoeslag 2026-02-01 toetsingsinkomen=60000 kale_huur=700",
        "kindgebonden_budget 2027-02-01 toetsingsinkomen=64000 kinderen=8,13,16 alleenstaand=false",
        "kinderbijslag 2026-10-01 leeftijd=8",
        "kinderopvangtoeslag 2026-01-01 toetsingsinkomen=35000 opvang=bso:40:10,gastouder:20:8",
        "iack 2026-01-01 arbeidsinkomen=5000",
        "iack 2026-01-01 arbeidsinkomen=20000",
        "bruto_bijstand 2026-01-01 netto_jaar=9000 fiscaal_loon=400 vakantiegeld_bruto=300",
    ];
    let ask = |line: &&str| {
        let mut parts = line.split(' ');
        let (name, date) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let given: Vec<String> = parts.map(str::to_owned).collect();
        scheme(name, date, &given).unwrap_or_else(|error| panic!("{line}: {error}"))
    };
    asked.iter().map(ask).collect()
}

fn refused_situations() -> Vec<String> {
    let many: Vec<Value> = (0..13).map(|_| json!({ "geboren": "2020-01-01" })).collect();
    let changes = [
        json!({ "schulden": { "vrij_nu": "1200" } }),
        json!({ "peildatum": "2031-10-01", "bijstand": { "vrijlating_r_maanden": 3 } }),
        json!({ "peildatum": "morgen", "huishouden": 3, "baan": { "uren_per_week": "x", "maandloon": 5 } }),
        json!({ "huishouden": { "geboren": "2015-01-01", "kinderen": many, "inwonenden": [
            { "geboren": "2015-01-01" }], "kale_huur": true, "x": 1, "gemeente_bedragen": { "verrekening": "1" } } }),
        json!({ "huishouden": { "geboren": null, "kinderen": [{ "geboren": "2027-12-01" },
            { "geboren": "2000-01-01", "opvang": [{}] }] } }),
        json!({ "huishouden": { "kinderen": {}, "medische_urenbeperking": "ja" }, "bijstand": {
            "vrijlating_n_maanden": 1.5, "beroep_op_ouders": true }, "baan": { "soort": [], "uren_per_week": "99",
            "uurloon": null } }),
        json!({ "bijstand": { "vrijlating_34a_maanden": 3 } }),
        json!({ "huishouden": { "geboren": "2007-01-01" }, "bijstand": { "vrijlating_n_maanden": [] },
            "baan": { "soort": "x", "start": {} } }),
        json!({ "opvang_schaalt": "dagen", "huishouden": { "kinderen": [
            { "geboren": "2024-05-02", "opvang": [{ "soort": "dagopvang", "uurprijs": "11", "contract": {} }] },
            { "geboren": "2020-05-02", "school": { "alleen_thuis": 5 }, "opvang": [
                { "soort": "bso", "uurprijs": "10", "contract": { "gratis": 60, "blokken": [] } }] }] } }),
        json!({ "weekplan": {} }),
        json!({ "weekplan": { "weken": [{}], "plekken": [] }, "huishouden": { "kinderen": [
            { "geboren": "2020-05-02", "school": { "plek": 3 } }] } }),
        json!({ "weekplan": { "weken": [{ "dagen": [{ "van": 0, "tot": 60 }, { "dag": "ma", "van": 5, "tot": 60 }] }] } }),
        json!({ "weekplan": { "weken": [{ "dagen": [{ "dag": "ma", "van": 0, "tot": 60 },
            { "dag": "ma", "van": 5, "tot": 60 }] }] } }),
    ];
    let bad = ["{", "{\"peildatum\": \"2026-10-01\", \"peildatum\": \"2026-10-01\"}", "[]"];
    let unknown: serde_json::Map<String, Value> =
        (0..60).map(|at| (format!("k{at}"), json!(1))).collect();
    let large = [
        "[".repeat(100),
        " ".repeat(calc_core::contract::door::LONGEST + 1),
        changed(&Value::Object(unknown)),
    ];
    changes.iter().map(changed).chain(bad.map(str::to_owned)).chain(large).collect()
}

fn problems_of<T>(outcome: Result<T, Error>) -> Vec<Problem> {
    outcome.err().expect("refused").problems()
}

/// Households for a calendar that together meet all it can say.
pub fn calendars() -> Vec<String> {
    let inputs = files("fixtures/calendars", "json");
    let day_care = json!([{ "soort": "dagopvang", "uren_per_maand": "80", "uurprijs": "11.95" }]);
    let child = |geboren: &str| json!({ "geboren": geboren, "opvang": day_care.clone() });
    let per_hour = || json!({ "uren_per_week": "20", "uurloon": "15.52", "start": "2026-12-01" });
    let changes = [
        json!({ "schulden": { "soort": "beslag" }, "baan": per_hour() }),
        json!({ "huishouden": { "kinderen": [child("2023-03-15"), child("2015-02-01"), { "geboren": "2027-02-10" },
            { "geboren": "2013-12-20" }, { "geboren": "2011-02-01" }, { "geboren": "2009-01-31" }],
            "geboren": "2000-01-15", "inwonenden": [{ "geboren": "1990-01-09", "relatie": "overig",
            "inkomen_jaar": "9000", "huurt_zakelijk": true }] }, "baan": { "uren_per_week": "20", "uurloon": "15.52",
            "start": "2026-11-15", "reiskosten": "60", "reisvergoeding": "30" },
            "kalender": { "geschat_inkomen": { "2027": "20000" }, "verwerkt_maand": 3 } }),
        json!({ "huishouden": { "geboren": "2006-02-01", "kinderen": [child("2025-06-01")] },
            "bijstand": { "beroep_op_ouders": false }, "baan": { "uren_per_week": "36", "uurloon": "18",
            "start": "2026-12-01" }, "kalender": { "baan_stopt_na": 7, "loon_maand_later": true } }),
        json!({ "huishouden": { "kinderen": [child("2025-06-01")] }, "baan_nu": { "uren_per_week": "10",
            "uurloon": "15" }, "baan": { "uren_per_week": "30", "uurloon": "17", "start": "2026-03-01" },
            "kalender": { "baan_stopt_na": 6, "afrekening": "achteraf", "maand_vakantietoeslag": 6 } }),
        json!({ "baan": { "uren_per_week": "0", "start": "2027-01-01" }, "baan_nu": { "uren_per_week": "36",
            "uurloon": "17" } }),
        json!({ "baan": { "uren_per_week": "24", "soort": "proefplaatsing", "uurloon": null, "start": "2026-11-01" },
            "huishouden": { "kinderen": [child("2025-06-01")] } }),
        json!({ "baan": per_hour(), "kalender": { "melden": "niet" } }),
        json!({ "baan": { "uren_per_week": "12", "uurloon": "15.05", "start": "2026-04-01" },
            "kalender": { "uren_per_maand": ["90", null, "20", null, null, null, "0", null, null, null, null, null],
            "beginsaldo": "100", "leefgeld": "900", "uitgaven": [{ "bedrag": "600", "dag": 3 }] } }),
        json!({ "baan": { "uren_per_week": "28", "uurloon": null, "maandloon": "2000", "start": "2026-09-01" }, "huishouden": {
            "inwonenden": [{ "geboren": "1996-04-01", "relatie": "broer_of_zus", "inkomen_jaar": "27000",
            "arbeidsinkomen_jaar": "27000", "werkt": true }] } }),
        json!({ "baan": { "uren_per_week": "36", "uurloon": null, "maandloon": "3600", "start": "2026-04-01" } }),
        json!({ "peildatum": "2027-01-01", "bijstand": { "vrijlating_34a_maanden": 9 },
            "baan": { "uren_per_week": "12", "uurloon": "15.52", "start": "2027-02-01" } }),
        json!({ "baan": { "uren_per_week": "24", "soort": "traject", "uurloon": null, "start": "2026-11-01" } }),
    ];
    inputs.iter().map(|path| read(path)).chain(changes.iter().map(changed)).collect()
}

fn refused_calendars() -> Vec<String> {
    let list = json!([null, null, null, null, null, null, null, null, null, null, null, null]);
    let with_list =
        |baan: Value| json!({ "baan": baan, "kalender": { "uren_per_maand": list.clone() } });
    let changes = [
        json!({ "baan": { "start": "2028-01-01" } }),
        json!({ "huishouden": { "geboren": "1960-01-05" }, "kalender": { "geschat_inkomen": { "2031": "1" } } }),
        json!({ "kalender": { "geschat_inkomen": { "ooit": "1" }, "uren_per_maand": [1] } }),
        json!({ "kalender": { "geschat_inkomen": { "2027": "1" }, "melden": "niet" } }),
        with_list(json!({ "soort": "traject" })),
        with_list(json!({ "uurloon": null, "maandloon": "900" })),
        with_list(json!({ "uren_per_week": "0" })),
    ];
    changes.iter().map(changed).collect()
}

pub fn refusals() -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for situatie in refused_calendars() {
        problems.extend(problems_of(calendar(&situatie, Explain::No)));
    }
    for situatie in refused_situations() {
        problems.extend(problems_of(month(&situatie, Explain::No)));
    }
    let number = |whole: i64| Decimal::from(whole);
    let no_hours = changed(&json!({ "baan": { "uren_per_week": "0", "pensioenpremie": "5" } }));
    let options = [(-1, 61, 0), (5, 4, 1), (0, 40, 1)];
    for (from, to, step) in options.map(|(from, to, step)| (number(from), number(to), number(step)))
    {
        problems.extend(problems_of(hours(&no_hours, HoursOptions { from, to, step })));
    }
    let thousandth = HoursOptions { step: Decimal::new(1, 3), ..HoursOptions::default() };
    problems.extend(problems_of(hours(&changed(&json!({})), thousandth)));
    let asked: [(&str, &str, &[&str]); 6] = [
        ("x", "x", &[]),
        ("zorgtoeslag", "2026-01-01", &["x=1"]),
        ("kindgebonden_budget", "2026-01-01", &["toetsingsinkomen=x", "kinderen=40"]),
        ("kinderopvangtoeslag", "2026-01-01", &["toetsingsinkomen=1", "opvang=x"]),
        ("zorgtoeslag", "2020-01-01", &["toetsingsinkomen=1"]),
        ("kinderopvangtoeslag", "2024-01-01", &["toetsingsinkomen=99999", "opvang=bso:10:9"]),
    ];
    for (name, date, given) in asked {
        let given: Vec<String> = given.iter().map(|pair| (*pair).to_owned()).collect();
        problems.extend(problems_of(scheme(name, date, &given)));
    }
    let scenario = json!({
        "inkomensvrijlating.n_percentage": "25 EUR/maand",
        "inkomensvrijlating.n_maanden": "6.5",
        "bijzonder_tarief.met_korting": "0",
    });
    problems.extend(problems_of(Book::from_json(&scenario.to_string())));
    problems
}
