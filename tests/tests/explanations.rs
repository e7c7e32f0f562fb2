//! Explanations: what they name (as snapshots without amounts), that every amount leads to the law, and that nothing
//! is silent.

use std::collections::BTreeSet;
use std::fmt::Write;

use calc_core::explain::{Explanation, Step};
use calc_core::parameters::Status;
use calc_core::single::statuses;
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
    use calc_core::explain::{Shown, Value};
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

/// Whether a rule with one of the capped disregards stands in a phase.
fn capped_phase(month: &Month) -> bool {
    let capped = |regel: &str| ["n", "r", "y"].contains(&regel);
    month
        .fasen
        .iter()
        .any(|fase| capped(fase.regel) || fase.alternatief.is_some_and(|ander| capped(ander.regel)))
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
        let second_half = month.peildatum >= jiff::civil::date(2026, 7, 1);
        prop_assert!(!derived || said);
        prop_assert!(!said || second_half && (derived || capped_phase(&month)));
        prop_assert!(!used.contains(&Status::Announced), "a month of 2026 rests on law of 2027");
    }

    #[test]
    fn the_phases_add_up_as_the_lines_do(situatie in situatie()) {
        let month = explained(&situatie.to_string());
        let now = month.nu.besteedbaar().amount();
        for fase in &month.fasen {
            prop_assert_eq!(fase.besteedbaar.amount() - now, fase.verschil.amount());
            if let Some(ander) = fase.alternatief {
                prop_assert_eq!(ander.besteedbaar.amount() - now, ander.verschil.amount());
                prop_assert!(fase.van_maand > 1, "the other reading is of 2027");
            }
        }
        prop_assert!(month.fasen.iter().all(|fase| fase.van_maand > 0 && Decimal::from(fase.van_maand) < Decimal::from(200)));
    }
}
