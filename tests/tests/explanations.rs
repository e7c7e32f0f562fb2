//! Explanations: what they name (as snapshots without amounts), that every amount leads to the law, and that nothing
//! is silent.

use std::collections::BTreeSet;
use std::fmt::Write;

use calc_core::explain::{Explanation, Step};
use calc_core::month::JaarBedrag;
use calc_core::parameters::Status;
use calc_core::single::statuses;
use calc_core::value::Value;
use calc_core::{Explain, Lijn, Month};
use proptest::prelude::*;
use rust_decimal::Decimal;
use tests::generate::situatie;
use tests::{files, household, read, repository};

const SCHEMES: [Lijn; 7] = [
    Lijn::Bijstand,
    Lijn::Iack,
    Lijn::Zorgtoeslag,
    Lijn::Huurtoeslag,
    Lijn::KindgebondenBudget,
    Lijn::Kinderbijslag,
    Lijn::Kinderopvangtoeslag,
];

fn explained(situatie: &str) -> Month {
    calc_core::month(situatie, Explain::Yes).unwrap_or_else(|error| panic!("{error}\n{situatie}"))
}

/// The explanations of one situation with their lines.
fn trees(month: &Month, met_baan: bool) -> Vec<(Lijn, &Explanation)> {
    let uitleg = month.uitleg.as_ref().expect("it was asked for");
    let tree = |lijn: Lijn| uitleg.van(met_baan, lijn).map(|tree| (lijn, tree.as_ref()));
    Lijn::ALLE.into_iter().filter_map(tree).collect()
}

/// The rule and all rules below it.
fn rules(explanation: &Explanation) -> Vec<&Explanation> {
    let mut found = vec![explanation];
    for step in &explanation.steps {
        if let Step::Rule(inner) = step {
            found.extend(rules(inner));
        }
    }
    found
}

/// What a rule names, without any amount.
fn shape(rule: &Explanation) -> String {
    let mut shape = format!("{} ({})\n", rule.rule, rule.article);
    for step in &rule.steps {
        let _ = match step {
            Step::Input { name, .. } => writeln!(shape, "  gegeven {name}"),
            Step::Computed { name, .. } => writeln!(shape, "  stap {name}"),
            Step::Rounded { name, article, .. } => writeln!(shape, "  afgerond {name} ({article})"),
            Step::Rule(inner) => writeln!(shape, "  regel {}", inner.rule),
            Step::Param { about, .. } => {
                let source = about.source.title;
                writeln!(
                    shape,
                    "  bedrag {}.{} ({}; {source})",
                    about.set, about.name, about.article
                )
            }
        };
    }
    if let Some(reason) = rule.reason {
        let _ = writeln!(shape, "  niets: {} ({})", reason.code, reason.article);
    }
    shape
}

/// Which rule each line with the job comes from.
fn lines(month: &Month) -> String {
    let trees = trees(month, true);
    let lines = trees.iter().map(|(lijn, tree)| format!("{}: {}", lijn.word(), tree.rule));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every rule below the lines with the job, each shape once, but for those seen before.
fn shapes(month: &Month, seen: &mut BTreeSet<String>) -> String {
    let trees = trees(month, true);
    let shapes = trees.iter().flat_map(|(_, tree)| rules(tree)).map(shape);
    shapes.filter(|shape| seen.insert(shape.clone())).collect::<Vec<_>>().join("\n")
}

/// The first household in full, of each other only what none before it named.
#[test]
fn what_the_explanations_name() {
    let mut seen = BTreeSet::new();
    for name in [
        "first-job",
        "under-27",
        "trial-placement",
        "grandmother",
        "couple",
        "sister",
        "working-already",
    ] {
        let month = explained(&household(name));
        insta::assert_snapshot!(
            name,
            format!("{}\n\n{}", lines(&month), shapes(&month, &mut seen))
        );
    }
}

/// Every household of the fixtures, explained.
fn all() -> Vec<(String, Month)> {
    let households = files("fixtures/households", "json").into_iter();
    households.map(|path| (path.display().to_string(), explained(&read(&path)))).collect()
}

#[test]
fn every_line_has_an_explanation_that_ends_in_its_amount() {
    use calc_core::value::{Shown, Value};
    for (name, month) in all() {
        for (met_baan, lines) in [(false, &month.nu), (true, &month.met_baan)] {
            let trees = trees(&month, met_baan);
            assert_eq!(trees.len(), Lijn::ALLE.len(), "{name}");
            for (lijn, tree) in trees {
                let amount = |value: &Value| match value {
                    Value::Number { amount, .. } => *amount,
                    _ => panic!("{name}: {lijn:?} ends in no amount"),
                };
                let shown = lines.bedrag(lijn).shown();
                assert_eq!(amount(&tree.result), amount(&shown), "{name}: {lijn:?}");
            }
        }
    }
}

/// The amounts that a rule worked out or was given, its own steps only.
fn own_steps(rule: &Explanation) -> Vec<Decimal> {
    let amount = |step: &Step| match step {
        Step::Computed { value, .. } => number(value),
        _ => None,
    };
    rule.steps.iter().filter_map(amount).collect()
}

#[test]
fn every_amount_of_the_year_has_an_explanation_whose_steps_make_it() {
    for (name, month) in all() {
        let uitleg = month.uitleg.as_ref().expect("it was asked for");
        for (met_baan, year) in [(false, month.per_jaar_nu), (true, month.per_jaar_met_baan)] {
            for which in JaarBedrag::ALLE {
                let place = format!("{name}, with job {met_baan}: {}", which.word());
                let tree = uitleg.van_jaar(met_baan, which).expect(&place);
                let amount = year.bedrag(which).amount();
                assert_eq!(number(&tree.result), Some(amount), "{place}");
                let steps = own_steps(tree);
                match which {
                    JaarBedrag::ToeslagenNabetaling | JaarBedrag::BesteedbaarJaar => {
                        assert_eq!(steps.iter().sum::<Decimal>(), amount, "{place}");
                    }
                    JaarBedrag::VakantietoeslagBijstand => {
                        assert_eq!(steps, [amount / Decimal::from(12)], "{place}");
                    }
                    // Of a refund at most the bijstand of the year.
                    JaarBedrag::TeVerrekenenMetBijstand => {
                        assert_eq!(steps.iter().min().copied(), Some(-amount), "{place}");
                    }
                    JaarBedrag::VakantiegeldNetto | JaarBedrag::SaldoBelasting => {
                        assert!(tree.steps.iter().any(|it| matches!(it, Step::Rule(_))), "{place}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_amount_leads_to_an_article_and_a_source_on_the_web() {
    let no_law = [Lijn::Alimentatie, Lijn::Reiskosten, Lijn::KinderopvangKosten, Lijn::Besteedbaar];
    for (name, month) in all() {
        for (met_baan, lines) in [(false, &month.nu), (true, &month.met_baan)] {
            for (lijn, tree) in trees(&month, met_baan) {
                let total = lijn == Lijn::OverNaVasteLasten || no_law.contains(&lijn);
                if total || lines.bedrag(lijn).is_zero() {
                    continue;
                }
                let sourced =
                    rules(tree).iter().flat_map(|rule| &rule.steps).any(|step| match step {
                        Step::Param { about, .. } => {
                            about.source.url.starts_with("https://")
                                && about.article.starts_with("art. ")
                        }
                        _ => false,
                    });
                assert!(sourced, "{name}: {lijn:?}");
            }
        }
    }
}

#[test]
fn every_article_an_explanation_cites_stands_in_the_index_of_sources() {
    let index = read(&repository("docs/sources.md"));
    let mut missing = BTreeSet::new();
    for (_, month) in all() {
        for (_, tree) in [false, true].iter().flat_map(|&met_baan| trees(&month, met_baan)) {
            for rule in rules(tree) {
                let rounded = rule.steps.iter().filter_map(|step| match step {
                    Step::Rounded { article, .. } => Some(*article),
                    _ => None,
                });
                let reason = rule.reason.map(|reason| reason.article);
                for article in rounded.chain(reason).chain([rule.article]) {
                    if !index.contains(&format!("| {article} |")) {
                        missing.insert(article);
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "docs/sources.md does not have {missing:#?}");
}

/// The amount a value is.
fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number { amount, .. } => Some(*amount),
        _ => None,
    }
}

/// The value of a step of a rule itself.
fn step(rule: &Explanation, wanted: &str) -> Option<Decimal> {
    rule.steps.iter().find_map(|step| match step {
        Step::Input { name, value }
        | Step::Computed { name, value }
        | Step::Rounded { name, value, .. }
            if *name == wanted =>
        {
            number(value)
        }
        _ => None,
    })
}

/// The rules right below a rule.
fn below(rule: &Explanation) -> impl Iterator<Item = &Explanation> {
    rule.steps.iter().filter_map(|step| match step {
        Step::Rule(inner) => Some(inner.as_ref()),
        _ => None,
    })
}

/// What is wrong with the way from what an explanation shows to its result.
fn gaps(month: &Month) -> Vec<String> {
    let mut gaps = Vec::new();
    let trees = [false, true].into_iter().flat_map(|met_baan| trees(month, met_baan));
    for (lijn, tree) in trees {
        for rule in rules(tree) {
            let is_something = number(&rule.result).is_some_and(|amount| !amount.is_zero());
            if is_something && let Some(reason) = rule.reason {
                gaps.push(format!("{lijn:?}: {} is not nothing: {reason:?}", rule.rule));
            }
            gaps.extend(income_from_elsewhere(rule).map(|gap| format!("{lijn:?}: {gap}")));
        }
        gaps.extend(income_not_counted_with(lijn, tree).map(|gap| format!("{lijn:?}: {gap}")));
    }
    gaps
}

/// An income of more than one that is not the sum of the incomes it shows.
fn income_from_elsewhere(rule: &Explanation) -> Option<String> {
    let others = match rule.rule {
        "rekeninkomen" => Decimal::ZERO,
        "toetsingsinkomen_samen" => step(rule, "inkomen_toeslagpartner")?,
        _ => return None,
    };
    let sum = others + below(rule).filter_map(|inner| number(&inner.result)).sum::<Decimal>();
    let result = number(&rule.result)?;
    (sum != result).then(|| format!("{} is {result} and its steps add up to {sum}", rule.rule))
}

/// An allowance that shows one income and computes with another.
fn income_not_counted_with(lijn: Lijn, tree: &Explanation) -> Option<String> {
    let (shown, name) = match lijn {
        Lijn::Huurtoeslag => ("rekeninkomen", "rekeninkomen"),
        Lijn::Zorgtoeslag | Lijn::KindgebondenBudget | Lijn::Kinderopvangtoeslag => {
            ("toetsingsinkomen_samen", "toetsingsinkomen")
        }
        _ => return None,
    };
    let Some(shown) = below(tree).find(|rule| rule.rule == shown) else {
        return Some(format!("{} shows no {shown}", tree.rule));
    };
    let counted = rules(tree).into_iter().find_map(|rule| {
        step(rule, name).filter(|_| rule.rule != shown.rule && rule.rule != "toetsingsinkomen")
    });
    let shown = number(&shown.result)?;
    match counted {
        Some(counted) if counted != shown => Some(format!("it shows {shown} and counts {counted}")),
        None if tree.reason.is_none() => Some("the income it counts with is not shown".to_owned()),
        _ => None,
    }
}

#[test]
fn no_explanation_of_a_household_contradicts_its_amount_or_counts_an_income_from_elsewhere() {
    for (name, month) in all() {
        assert_eq!(gaps(&month), Vec::<String>::new(), "{name}");
    }
}

/// The tree of a line now, as JSON.
fn now(situatie: &str, line: &str) -> serde_json::Value {
    tests::month_with(situatie, Explain::Yes)["uitleg"]["nu"][line].clone()
}

#[test]
fn paar_netto_loon_uitleg_gives_his_wage_and_no_reason_for_nothing() {
    let couple = r#"{ "peildatum": "2026-10-01", "huishouden": { "geboren": "1994-03-14",
        "partner": { "geboren": "1990-01-10", "maandloon": "900" }, "kinderen": [{ "geboren": "2020-05-20" }] },
        "baan": { "uren_per_week": "16", "uurloon": "15.00" } }"#;
    let wage = now(couple, "netto_loon");
    // 900 a month is below what the month table takes tax of.
    assert_eq!(wage["uitkomst"], "900");
    assert!(wage["waarom_nul"].is_null(), "{wage}");
    let sentence = wage["zin"].as_str().expect("a sentence");
    assert!(sentence.contains("900") && !sentence.contains("geen loon"), "{sentence}");
}

#[test]
fn huurtoeslag_uitleg_inkomen_leads_from_each_income_to_that_of_all() {
    // Half the norm of two, 1,013.90, is 12,166.80 a year; gross 12,166.80 + (12,166.80 - 3,115) x 55.64% - 3,115 =
    // 14,088.22, down to euros. With her mother's 12,000 that is 26,088.
    let household = |inwonenden: &str| {
        format!(
            r#"{{ "peildatum": "2026-10-01", "huishouden": {{ "geboren": "1978-01-01", "kale_huur": "700",
            "kinderen": [{{ "geboren": "2015-01-01" }}], "inwonenden": [{inwonenden}] }},
            "baan": {{ "uren_per_week": "20", "uurloon": "15" }} }}"#
        )
    };
    let mother = r#"{ "geboren": "1955-01-01", "relatie": "ouder", "inkomen_jaar": "12000.75" }"#;
    let son = r#"{ "geboren": "2004-06-01", "relatie": "kind", "inkomen_jaar": "10000" }"#;
    let steps = |inwonenden: &str| -> Vec<(String, String)> {
        let tree = now(&household(inwonenden), "huurtoeslag");
        let income = tree["stappen"].as_array().expect("steps").iter();
        let income =
            income.map(|step| &step["uitleg"]).find(|rule| rule["regel"] == "rekeninkomen");
        let income = income.expect("the income of all").clone();
        let counted = tree["stappen"].as_array().expect("steps").iter();
        let counted =
            counted.clone().find(|step| step["naam"] == "rekeninkomen").expect("an income");
        assert_eq!(counted["waarde"], income["uitkomst"]);
        let of = |rule: &serde_json::Value| {
            let text = |key: &str| rule[key].as_str().expect("text").to_owned();
            (text("regel"), text("uitkomst"))
        };
        let below =
            income["stappen"].as_array().expect("steps").iter().map(|step| of(&step["uitleg"]));
        below.chain([of(&income)]).collect()
    };
    let expected = |rules: &[(&str, &str)]| -> Vec<(String, String)> {
        rules.iter().map(|(rule, amount)| ((*rule).to_owned(), (*amount).to_owned())).collect()
    };
    assert_eq!(
        steps(mother),
        expected(&[
            ("toetsingsinkomen", "14088"),
            ("inkomen_medebewoner", "12000"),
            ("rekeninkomen", "26088"),
        ])
    );
    // Of her son of 22 only what is above 6,218 counts: 10,000 - 6,218 = 3,782. He shares no costs, so neither does the
    // bijstand change: 14,088 + 12,000 + 3,782 = 29,870.
    assert_eq!(
        steps(&format!("{mother}, {son}")),
        expected(&[
            ("toetsingsinkomen", "14088"),
            ("inkomen_medebewoner", "12000"),
            ("inkomen_medebewoner", "3782"),
            ("rekeninkomen", "29870"),
        ])
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scheme_that_pays_nothing_says_why_and_no_other_does(situatie in situatie()) {
        let month = explained(&situatie.to_string());
        for (lines, reasons) in [(&month.nu, &month.waarom_nul.nu), (&month.met_baan, &month.waarom_nul.met_baan)] {
            for lijn in SCHEMES {
                let found: Vec<_> = reasons.iter().filter(|reden| reden.lijn == lijn).collect();
                let expected = usize::from(lines.bedrag(lijn).is_zero());
                prop_assert_eq!(found.len(), expected, "{:?} {:?}", lijn, found);
                prop_assert!(found.iter().all(|reden| reden.reason.article.starts_with("art. ")));
            }
            prop_assert!(reasons.iter().all(|reden| SCHEMES.contains(&reden.lijn)));
        }
    }

    #[test]
    fn a_result_that_used_a_derived_amount_says_so(situatie in situatie()) {
        let month = explained(&situatie.to_string());
        let used: Vec<Status> = [false, true]
            .iter()
            .flat_map(|&met_baan| trees(&month, met_baan))
            .flat_map(|(_, tree)| statuses(tree))
            .collect();
        let said = month.aannames.iter().any(|aanname| aanname.code == "bedrag_afgeleid");
        let derived = used.contains(&Status::Derived);
        prop_assert_eq!(derived, said);
        let of_2027 = month.peildatum >= jiff::civil::date(2027, 1, 1);
        prop_assert!(of_2027 || !used.contains(&Status::Announced), "a month of 2026 rests on law of 2027");
    }

    #[test]
    fn the_phases_add_up_as_the_lines_do(situatie in situatie()) {
        let month = explained(&situatie.to_string());
        let now = month.nu.besteedbaar().amount();
        for fase in &month.fasen {
            prop_assert_eq!(fase.besteedbaar.amount() - now, fase.verschil.amount());
            if let Some(ander) = fase.alternatief {
                prop_assert_eq!(ander.besteedbaar.amount() - now, ander.verschil.amount());
                let of_2027 = month.peildatum >= jiff::civil::date(2027, 1, 1);
                prop_assert!(of_2027 || fase.van_maand > 1, "the other reading is of 2027");
            }
        }
        prop_assert!(month.fasen.iter().all(|fase| fase.van_maand > 0 && Decimal::from(fase.van_maand) < Decimal::from(200)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(500),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_explanation_contradicts_its_amount_or_counts_an_income_from_elsewhere(situatie in situatie()) {
        prop_assert_eq!(gaps(&explained(&situatie.to_string())), Vec::<String>::new());
    }
}
