//! What the municipality adds: who gets what, apart from every line; and that another municipality needs no code.
//!
//! The amounts of Rotterdam are typed over from its ordinance, its rules and its pages, not from the file.

use calc_core::Language;
use calc_core::parameters::gemeenten::GEMEENTEN;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use tests::added::Added;
use tests::{amount, codes, decimal, household, month, repository};

use crate::build_parameters::gemeenten::{Gemeente, KINDS};

const VOORBEELDSTAD: &str = include_str!("../../fixtures/gemeenten/voorbeeldstad/2026-01-01.toml");

fn situation(name: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut situatie: Value = serde_json::from_str(&household(name)).expect("JSON");
    change(&mut situatie);
    situatie
}

fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Value {
    month(&situation(name, change).to_string())
}

/// What a scheme comes to in a situation: answer, amount and period.
fn outcome<'a>(result: &'a Value, scheme: &str, situation: &str) -> [Option<&'a str>; 3] {
    let schemes = result["gemeente"]["regelingen"].as_array().expect("a list of schemes");
    let scheme = schemes.iter().find(|it| it["code"] == scheme).expect("a scheme of this code");
    ["antwoord", "bedrag", "per"].map(|field| scheme[situation][field].as_str())
}

const NO: [Option<&str>; 3] = [Some("nee"), None, None];

fn perhaps<'a>(amount: &'a str, per: &'a str) -> [Option<&'a str>; 3] {
    [Some("misschien"), Some(amount), Some(per)]
}

/// No bijstand left with the job, and the childcare as it was.
fn full_time(situatie: &mut Value) {
    situatie["baan"] = json!({ "uren_per_week": "38", "uurloon": "17.50" });
}

#[test]
fn the_own_share_of_childcare_in_a_trial_placement_is_a_perhaps() {
    let result = month(&household("trial-placement"));
    let own_share = result["kinderopvang"]["eigen_deel"].as_str().expect("an amount");
    let scheme = "eigen_deel_opvang_zonder_loon";
    assert_eq!(outcome(&result, scheme, "met_baan"), perhaps(own_share, "maand"));
    assert_eq!(outcome(&month(&household("first-job")), scheme, "met_baan"), NO);
}

#[test]
fn every_scheme_has_a_sentence_with_its_year_and_a_source() {
    let result = month(&household("first-job"));
    for scheme in result["gemeente"]["regelingen"].as_array().expect("a list") {
        let text = scheme["tekst"].as_str().expect("a sentence");
        assert!(text.ends_with('.') && !text.contains(['{', '_']), "{text}");
        let year = scheme["jaar"].as_i64().expect("a year").to_string();
        assert_eq!(text.contains(&year), scheme["status"] != "in force", "{text}");
        assert!(scheme["bron"]["url"].as_str().is_some_and(|url| url.starts_with("https://")));
    }
    let first = result["gemeente"]["regelingen"][0]["tekst"].as_str().unwrap_or_default();
    for number in ["36 maanden", "€ 1.490,43", "€ 1.845,30", "€ 1.419,46"] {
        assert!(first.contains(number), "{number}: {first}");
    }
}

#[test]
fn the_index_of_sources_lists_every_document_of_rotterdam() {
    let index = tests::read(&repository("docs/sources.md"));
    let rotterdam = GEMEENTEN.iter().find(|it| it.code == "rotterdam").expect("Rotterdam");
    for scheme in rotterdam.versies.iter().flat_map(|version| version.regelingen) {
        for source in scheme.second_source.iter().chain([&scheme.source]) {
            assert!(index.contains(&format!("[{}]({})", source.title, source.url)), "{source:?}");
        }
    }
}

#[test]
fn it_is_in_no_line_and_counts_in_a_total_of_its_own_only_when_asked() {
    for name in ["first-job", "wage-above-norm", "trial-placement", "couple"] {
        let mut off = month(&household(name));
        let mut on = changed(name, |it| it["huishouden"]["gemeente_meetellen"] = true.into());
        let total = |at: &str| amount(&on, &format!("gemeente.besteedbaar_jaar_met_gemeente.{at}"));
        for at in ["nu", "met_baan"] {
            let counted: Decimal = on["gemeente"]["regelingen"]
                .as_array()
                .expect("a list")
                .iter()
                .filter(|scheme| scheme["telt_mee"] == true && !scheme[at]["bedrag"].is_null())
                .map(|scheme| {
                    let months = if scheme[at]["per"] == "maand" { 12 } else { 1 };
                    decimal(scheme[at]["bedrag"].as_str().expect("text")) * Decimal::from(months)
                })
                .sum();
            let year = amount(&on, &format!("per_jaar.{at}.besteedbaar_jaar"));
            assert_eq!(total(at), year + counted, "{name}: {at}");
        }
        assert_eq!(total("verschil"), total("met_baan") - total("nu"), "{name}");
        assert!(off["gemeente"]["besteedbaar_jaar_met_gemeente"].is_null());
        for result in [&mut off, &mut on] {
            result["gemeente"]["besteedbaar_jaar_met_gemeente"].take();
            result["aannames"].take();
        }
        assert_eq!(off, on, "{name}: the switch changes nothing else");
    }
    let leaves = changed("first-job", |it| {
        full_time(it);
        it["huishouden"]["gemeente_meetellen"] = true.into();
    });
    let with = amount(&leaves, "gemeente.besteedbaar_jaar_met_gemeente.met_baan");
    let supplement = outcome(&leaves, "individuele_inkomenstoeslag", "met_baan");
    assert_eq!(supplement, NO, "income far above the limit");
    assert_eq!(with - amount(&leaves, "per_jaar.met_baan.besteedbaar_jaar"), decimal("300.00"));
}

/// The first household with these amounts typed in by hand, and more of it changed.
fn by_hand(amounts: Value, change: impl FnOnce(&mut Value)) -> Value {
    changed("first-job", |it| {
        it["huishouden"]["gemeente_bedragen"] = amounts;
        it["huishouden"]["gemeente_meetellen"] = true.into();
        change(it);
    })
}

fn entry<'a>(result: &'a Value, scheme: &str) -> &'a Value {
    let schemes = result["gemeente"]["regelingen"].as_array().expect("a list of schemes");
    schemes.iter().find(|it| it["code"] == scheme).expect("a scheme of this code")
}

#[test]
fn an_amount_typed_in_by_hand_stands_for_the_schemes_own_and_says_so() {
    let result = by_hand(json!({ "individuele_inkomenstoeslag": "450.5" }), |_| ());
    let scheme = "individuele_inkomenstoeslag";
    for situation in ["nu", "met_baan"] {
        assert_eq!(outcome(&result, scheme, situation), perhaps("450.50", "jaar"), "{situation}");
    }
    assert_eq!(entry(&result, scheme)["aangepast"], true);
    assert_eq!(entry(&result, "werkpremie")["aangepast"], false);
    let said = entry(&result, scheme)["tekst"].as_str().expect("a sentence");
    assert!(said.ends_with("Het bedrag € 450,50 is met de hand ingevuld."), "{said}");
    let assumed = result["aannames"].as_array().expect("a list");
    let assumed: Vec<&str> = assumed
        .iter()
        .filter(|it| it["code"] == "gemeente_bedrag_aangepast")
        .filter_map(|it| it["tekst"].as_str())
        .collect();
    assert_eq!(assumed.len(), 1);
    assert!(assumed[0].contains("€ 450,50") && assumed[0].contains("Individuele"), "{assumed:?}");
    let total = |at: &str| amount(&result, &format!("gemeente.besteedbaar_jaar_met_gemeente.{at}"));
    let year = |at: &str| amount(&result, &format!("per_jaar.{at}.besteedbaar_jaar"));
    assert_eq!(total("nu") - year("nu"), decimal("450.50"));
}

#[test]
fn an_amount_by_hand_makes_no_and_unknown_a_perhaps_that_counts_where_it_could_be_paid() {
    // Not known whether it exists, and with the job only: nobody pays a premium for work before there is work.
    let premium = by_hand(json!({ "werkpremie": "150" }), |_| ());
    assert_eq!(outcome(&premium, "werkpremie", "met_baan"), perhaps("150.00", "maand"));
    assert_eq!(outcome(&premium, "werkpremie", "nu"), NO);
    assert_eq!(entry(&premium, "werkpremie")["telt_mee"], true);
    let added = amount(&premium, "gemeente.besteedbaar_jaar_met_gemeente.met_baan")
        - amount(&premium, "per_jaar.met_baan.besteedbaar_jaar");
    assert_eq!(added, decimal("300") + decimal("150") * Decimal::from(12), "and the yearly 300");
    // With a job now it could be paid now.
    let works = by_hand(json!({ "werkpremie": "150" }), |it| {
        it["baan_nu"] = json!({ "uren_per_week": "8", "uurloon": "15.52" });
    });
    assert_eq!(outcome(&works, "werkpremie", "nu"), perhaps("150.00", "maand"));
    // Bijstand goes on, so by the rules there is nothing on leaving it: someone knows better, of the job offered.
    let once = by_hand(json!({ "vergoeding_opvang_bij_uitstroom": "500" }), |_| ());
    let scheme = "vergoeding_opvang_bij_uitstroom";
    assert_eq!(outcome(&once, scheme, "met_baan"), perhaps("500.00", "eenmalig"));
    assert_eq!(outcome(&once, scheme, "nu"), NO);
    let no_job = by_hand(json!({ "vergoeding_opvang_bij_uitstroom": "500" }), |it| {
        it["baan"]["uren_per_week"] = "0".into();
    });
    assert_eq!(outcome(&no_job, scheme, "met_baan"), NO);
}

#[test]
fn an_amount_by_hand_is_in_no_line() {
    let all = json!({ "individuele_inkomenstoeslag": "20000", "werkpremie": "0" });
    let (with, without) = (by_hand(all, |_| ()), by_hand(json!({}), |_| ()));
    for part in ["nu", "met_baan", "verschil", "per_jaar", "tussen", "fasen", "volgende_100"] {
        assert_eq!(with[part], without[part], "{part}");
    }
}

#[test]
fn an_amount_by_hand_for_what_pays_no_money_is_refused_with_the_schemes_that_do() {
    for code in ["verrekening", "kwijtschelding_afvalstoffenheffing", "Werkpremie", ""] {
        let situatie = situation("first-job", |it| {
            it["huishouden"]["gemeente_bedragen"] =
                json!({ (code): "1", "werkpremie": "20000.01" });
        });
        let refused = calc_core::month(&situatie.to_string(), calc_core::Explain::No);
        let Err(calc_core::Error::Refused(problems)) = refused else { panic!("taken: {code}") };
        let name = if code.is_empty() { "\"\"" } else { code };
        let path = format!("huishouden.gemeente_bedragen.{name}");
        let problem = problems.iter().find(|it| it.pad == path);
        let problem = problem.unwrap_or_else(|| panic!("no {path} in {problems:?}"));
        for allowed in ["individuele_inkomenstoeslag", "werkpremie"] {
            assert!(
                problem.toegestaan(Language::NL).contains(allowed),
                "{}",
                problem.toegestaan(Language::NL)
            );
        }
        assert!(
            !problem.toegestaan(Language::NL).contains("verrekening"),
            "{}",
            problem.toegestaan(Language::NL)
        );
        let too_much = "huishouden.gemeente_bedragen.werkpremie";
        assert!(problems.iter().any(|it| it.pad == too_much), "all at once: {problems:?}");
        assert_eq!(problems.len(), 2);
    }
}

#[test]
fn an_unknown_municipality_is_refused_with_those_that_are_known() {
    let situatie = situation("first-job", |it| it["huishouden"]["gemeente"] = "schiedam".into());
    let refused = calc_core::month(&situatie.to_string(), calc_core::Explain::No);
    let Err(calc_core::Error::Refused(problems)) = refused else { panic!("taken") };
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].pad, "huishouden.gemeente");
    assert!(
        problems[0].reden(Language::NL).contains("schiedam"),
        "{}",
        problems[0].reden(Language::NL)
    );
    assert!(
        problems[0].toegestaan(Language::NL).contains("rotterdam"),
        "{}",
        problems[0].toegestaan(Language::NL)
    );
}

fn read(text: &str) -> Result<Gemeente, Vec<String>> {
    let files = [("2026-01-01.toml".to_owned(), text.to_owned())];
    Gemeente::from_files("gemeenten/voorbeeldstad", "voorbeeldstad", &files)
}

#[test]
fn the_made_up_municipality_passes_the_checks_of_the_build() {
    let gemeente = read(VOORBEELDSTAD).expect("a sound file");
    let kinds: Vec<_> = gemeente.versions[0].schemes.iter().map(|scheme| scheme.kind).collect();
    let rotterdam = GEMEENTEN.iter().find(|it| it.code == "rotterdam").expect("Rotterdam");
    let rotterdam: Vec<_> =
        rotterdam.versies[0].regelingen.iter().map(|it| it.soort.word()).collect();
    for (kind, _) in KINDS {
        assert!(kinds.contains(&kind) || rotterdam.contains(&kind), "nobody has a {kind}");
    }
}

/// What is sound, what breaks it, and what the message must say.
const BROKEN: [(&str, &str, &str); 17] = [
    ("value = \"110.00\"", "value = 110.00", "invalid type"),
    ("value = \"110.00\"", "value = \"-1\"", "values.alleenstaande: an amount is not negative"),
    ("value = \"60\"", "value = \"60.5\"", "inkomen_over_maanden: \"60.5\" is not a whole number"),
    ("unit = \"EUR/maand\"", "unit = \"EUR/jaar\"", "premie_bij_werk asks EUR/maand"),
    ("paar = ", "stel = ", "meedoentoeslag: values.stel: toeslag_per_jaar has no such value"),
    ("paar = ", "stel = ", "values.paar is missing: toeslag_per_jaar asks it in EUR/jaar"),
    ("\"premie_bij_werk\"", "\"bonus\"", "kind \"bonus\" is none of toeslag_per_jaar, "),
    ("\"earlier year\"", "\"last year\"", "unknown variant `last year`"),
    (
        "year = 2025\n",
        "year = 2026\n",
        "kwijtschelding: status \"earlier year\" asks a year before",
    ),
    ("note = \"One source, of 2025", "#", "kwijtschelding: a scheme that is not known to be"),
    ("note = \"One source: the ord", "#", "deeltijdpremie: without second_source a note must"),
    ("second_source = \"folder\"", "second_source = \"krant\"", "source krant is not listed"),
    ("second_source = \"folder\"", "second_source = \"verordening\"", "is the first source"),
    ("[sources.folder]", "[sources.krant]", "sources.krant: no scheme refers to it"),
    ("name = \"Meedoentoeslag\"", "name = \"\"", "meedoentoeslag: name is empty"),
    ("valid_from = 2026-01-01", "valid_from = 2026-02-01", "the file is named 2026-01-01.toml but"),
    ("name = \"Voorbeeldstad\"\n", "", "missing field `name`"),
];

#[test]
fn a_broken_file_is_refused_with_file_key_and_reason() {
    for (sound, broken, reason) in BROKEN {
        let text = VOORBEELDSTAD.replacen(sound, broken, 1);
        assert_ne!(text, VOORBEELDSTAD, "{sound} is not in the sound file");
        let problems = read(&text).expect_err(reason).join("\n");
        assert!(problems.contains("gemeenten/voorbeeldstad/2026-01-01.toml: "), "{problems}");
        assert!(problems.contains(reason), "{reason} is not in: {problems}");
    }
    assert!(Gemeente::from_files("gemeenten/leeg", "leeg", &[]).is_err());
}

/// The whole way: a folder beside the repository's own, built in, no code touched.
#[test]
#[ignore = "compiles the engine once more, in target/added: a minute the first time"]
fn a_folder_is_all_that_another_municipality_needs() {
    let added = Added::built();
    let calc = |peildatum: &str| {
        let situatie = situation("first-job", |it| {
            it["peildatum"] = peildatum.into();
            it["huishouden"]["gemeente"] = "voorbeeldstad".into();
            it["huishouden"]["gemeente_meetellen"] = true.into();
        });
        added.month(&situatie).expect("accepted")
    };
    let july = calc("2026-07-01");
    assert_eq!(july["gemeente"]["naam"], "Voorbeeldstad");
    assert_eq!(outcome(&july, "meedoentoeslag", "nu"), perhaps("220.50", "jaar"));
    assert_eq!(outcome(&july, "deeltijdpremie", "met_baan"), perhaps("75.00", "maand"));
    assert_eq!(outcome(&july, "kwijtschelding", "nu"), perhaps("325.00", "jaar"));
    assert_eq!(outcome(&july, "verrekening", "met_baan"), [Some("ja"), None, None]);
    let share = amount(&july, "kinderopvang.eigen_deel") * decimal("0.80");
    let paid = outcome(&july, "opvang_naast_bijstand", "met_baan")[1].expect("an amount");
    assert!((decimal(paid) - share).abs() <= decimal("0.005"), "{paid}");
    let added = amount(&july, "gemeente.besteedbaar_jaar_met_gemeente.met_baan")
        - amount(&july, "per_jaar.met_baan.besteedbaar_jaar");
    let twelve = Decimal::from(12);
    assert_eq!(added, decimal("220.50") + (decimal("75.00") + decimal(paid)) * twelve);

    // It pays on the 20th, the holiday part in June, and by the wage of the month before: the first month with the job
    // brings the whole norm once more.
    let calendar = situation("first-job", |it| {
        it["peildatum"] = "2026-07-01".into();
        it["huishouden"]["gemeente"] = "voorbeeldstad".into();
    });
    let calendar = Added::built().calendar(&calendar).expect("accepted");
    let first = &calendar["maanden"][1];
    let flows = first["stromen"].as_array().expect("a list");
    let bijstand = flows.iter().find(|flow| flow["code"] == "bijstand").expect("bijstand");
    assert_eq!(bijstand["datum"], "2026-08-20");
    assert_eq!(bijstand["bedrag"], calendar["maanden"][0]["lijnen"]["bijstand"]);
    for month in calendar["maanden"].as_array().expect("a list") {
        let paid = month["lijnen"]["vakantietoeslag_bijstand"] != "0.00";
        assert!(!paid || month["maand"] == "2027-06", "{}", month["maand"]);
    }

    // Its file ends on 31 August.
    let september = calc("2026-09-01");
    assert_eq!(september["gemeente"]["regelingen"], json!([]));
    assert!(codes(&september, "niet_berekend").contains(&"gemeente_zonder_gegevens"));
}
