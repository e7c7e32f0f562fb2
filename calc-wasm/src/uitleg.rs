//! How an amount of the steady month came about: a sentence, the steps with their figures, the dated amounts with their
//! source, the article. It is the engine's own evaluation; nothing is worked out here.

use calc_core::contract::explanation::{rule_name, sentence, step_name};
use calc_core::explain::{Explanation, Step};
use calc_core::month::JaarBedrag;
use calc_core::parameters::{About, Status};
use calc_core::texts::fill;
use calc_core::value::Value;
use calc_core::{Lijn, Month, format};

use crate::markup::Markup;
use crate::twaalf::Woorden;

/// The situation with the job, as the contract names it.
const MET_BAAN: &str = "met_baan";

/// The explanation of a line, or of an amount of the year, by its name in the contract; `situation` is `nu` or `met_baan`.
pub fn of(maand: &Month, situation: &str, line: &str, w: Woorden) -> Markup {
    let met_baan = situation == MET_BAAN;
    let lijn = Lijn::ALLE.into_iter().find(|lijn| lijn.word() == line);
    let jaar = JaarBedrag::ALLE.into_iter().find(|which| which.word() == line);
    let found = maand.uitleg.as_ref().and_then(|all| {
        lijn.and_then(|lijn| all.van(met_baan, lijn)).or_else(|| all.van_jaar(met_baan, jaar?))
    });
    match found {
        Some(explanation) => view(explanation, w),
        None => paragraph("uitleg__zin", page_word("geen", w)),
    }
}

/// A word of an explanation.
pub fn page_word(key: &str, w: Woorden) -> String {
    fill(w.0, &format!("pagina.uitleg.{key}"), &[])
}

/// From which day an amount of law holds, and when it was read.
pub fn day_word(key: &str, day: jiff::civil::Date, w: Woorden) -> String {
    let day = ("datum", format::value(w.0, &Value::Date(day)));
    fill(w.0, &format!("pagina.uitleg.{key}"), &[day])
}

/// What an amount of law is called.
pub fn name_of(about: &About, w: Woorden) -> String {
    fill(w.0, &format!("parameters.{}.{}", about.set, about.name), &[])
}

fn paragraph(class: &str, inner: impl Into<Markup>) -> Markup {
    Markup::element("p", &[("class", class)], inner)
}

fn span(class: &str, inner: impl Into<Markup>) -> Markup {
    Markup::element("span", &[("class", class)], inner)
}

/// Articles of law and titles of documents are Dutch, and are marked so that they are pronounced that way.
fn dutch(words: &str) -> Markup {
    Markup::element("span", &[("lang", "nl")], words)
}

/// A rule with everything below it.
fn view(explanation: &Explanation, w: Woorden) -> Markup {
    let article = explanation.reason.map_or(explanation.article, |reason| reason.article);
    let zin = sentence(w.0, explanation).map(|words| paragraph("uitleg__zin", words));
    let steps = || {
        let steps = explanation.steps.iter().map(|it| step(explanation.rule, it, w));
        Markup::element("ol", &[("class", "stappen")], steps.collect::<Markup>())
    };
    let steps = (!explanation.steps.is_empty()).then(steps);
    let law = || {
        let law = Markup::words(&format!("{} ", page_word("wet", w)));
        paragraph("uitleg__wet", [law, dutch(article)])
    };
    let law = (!article.is_empty()).then(law);
    let parts: Markup = [zin, steps, law].into_iter().flatten().collect();
    Markup::element("div", &[("class", "uitleg__regel")], parts)
}

fn step(rule: &str, step: &Step, w: Woorden) -> Markup {
    let named = |name: &str| step_name(w.0, rule, name);
    match step {
        Step::Input { name, value } | Step::Computed { name, value } => {
            row(named(name), value, None, w)
        }
        Step::Param { about, value } => parameter(about, value, w),
        Step::Rounded { name, value, article } => {
            let how = Markup::words(&format!("{}: ", page_word("afgerond", w)));
            row(named(name), value, Some([how, dutch(article)].into()), w)
        }
        Step::Rule(inner) => {
            let name = name_and_value(rule_name(w.0, inner.rule), &inner.result, w);
            let summary = Markup::element("summary", &[], name);
            let opens = Markup::element("details", &[], [summary, view(inner, w)]);
            Markup::element("li", &[("class", "stap-rij stap-rij--regel")], opens)
        }
    }
}

fn name_and_value(name: String, value: &Value, w: Woorden) -> Markup {
    [span("stap-rij__naam", name), span("stap-rij__waarde", format::value(w.0, value))].into()
}

fn row(name: String, value: &Value, below: Option<Markup>, w: Woorden) -> Markup {
    let below = below.map(|below| span("stap-rij__bij", below)).unwrap_or_default();
    Markup::element("li", &[("class", "stap-rij")], [name_and_value(name, value, w), below])
}

/// A dated amount of law: from when it holds, how firm it is, where it was read, which article.
fn parameter(about: &About, value: &Value, w: Woorden) -> Markup {
    #[allow(
        unreachable_patterns,
        clippy::match_same_arms,
        clippy::match_wildcard_for_single_variants,
        reason = "there is one more where a scenario can be computed"
    )]
    let mark = match about.status {
        Status::InForce => None,
        Status::Announced => Some("aangekondigd"),
        Status::Derived => Some("afgeleid"),
        // The page tries no other amounts.
        _ => None,
    };
    let mark = mark.map(|key| {
        let mark = Markup::element("strong", &[("class", "merk")], page_word(key, w));
        Markup::from([mark, Markup::words(". ")])
    });
    let from = Markup::words(&format!("{}. ", day_word("geldt_vanaf", about.valid_from, w)));
    let source = Markup::words(&format!(". {} ", page_word("bron", w)));
    let read = Markup::words(&format!(", {}.", day_word("bekeken", about.source.checked, w)));
    let below =
        [from, mark.unwrap_or_default(), dutch(about.article), source, link(about, w), read];
    row(name_of(about, w), value, Some(below.into()), w)
}

/// A link to the document it was read in, in a page of its own.
fn link(about: &About, w: Woorden) -> Markup {
    let attributes = [
        ("class", "utrecht-link"),
        ("href", about.source.url),
        ("target", "_blank"),
        ("rel", "noreferrer noopener"),
    ];
    let opens = fill(w.0, "pagina.nieuw_tabblad", &[]);
    let parts = [dutch(about.source.title), span("onzichtbaar", format!(" {opens}"))];
    Markup::element("a", &attributes, parts)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use calc_core::Language;

    use super::*;
    use crate::places::Pieces;

    const FIRST_JOB: &str = include_str!("../../fixtures/households/first-job.json");

    /// Every amount of law in an explanation and those below it; counts the steps.
    fn walk<'a>(explanation: &'a Explanation, steps: &mut usize, amounts: &mut Vec<&'a About>) {
        for step in &explanation.steps {
            *steps += 1;
            match step {
                Step::Param { about, .. } => amounts.push(about),
                Step::Rule(inner) => walk(inner, steps, amounts),
                _ => {}
            }
        }
    }

    fn month() -> Month {
        calc_core::month(FIRST_JOB, calc_core::Explain::Yes).expect("a month")
    }

    fn drawn(place: &str) -> String {
        Pieces::of(FIRST_JOB, Language::NL).expect("a situation").draw(place)
    }

    #[test]
    fn an_explanation_shows_every_step_every_source_and_the_article() {
        let (shown, month) = (drawn("uitleg.met_baan.bijstand"), month());
        let rule = month.uitleg.as_ref().and_then(|all| all.van(true, Lijn::Bijstand));
        let rule = rule.expect("a rule");
        let (mut steps, mut used) = (0, Vec::new());
        walk(rule, &mut steps, &mut used);
        assert!(steps > 10 && !used.is_empty());
        assert_eq!(shown.matches("<li class=\"stap-rij").count(), steps);
        let links: Vec<&str> =
            shown.split("href=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert_eq!(links, used.iter().map(|it| it.source.url).collect::<Vec<_>>());
        assert!(shown.contains(rule.article));
        // No key without words, no hole in a sentence.
        assert!(
            !shown.contains("pagina.") && !shown.contains("parameters.") && !shown.contains('{')
        );
    }

    #[test]
    fn every_line_and_every_amount_of_the_year_opens_in_both_situations() {
        for situation in ["nu", "met_baan"] {
            let lines = Lijn::ALLE
                .into_iter()
                .map(Lijn::word)
                .chain(JaarBedrag::ALLE.into_iter().map(JaarBedrag::word));
            for line in lines {
                let shown = drawn(&format!("uitleg.{situation}.{line}"));
                assert!(shown.contains("uitleg__regel"), "{situation} {line}: {shown}");
            }
        }
        assert!(drawn("uitleg.nu.huh").contains("uitleg__zin"), "said, not silent");
    }

    #[test]
    fn paper_lists_each_dated_amount_once_below_its_document() {
        let (shown, month) = (drawn("bronnen"), month());
        let (mut steps, mut used) = (0, Vec::new());
        let rules = month.uitleg.as_ref().expect("explanations");
        for (_, rule) in rules.0.nu.lijnen.iter().chain(&rules.0.met_baan.lijnen) {
            walk(rule, &mut steps, &mut used);
        }
        let amounts: BTreeSet<_> = used.iter().map(|it| (it.set, it.name)).collect();
        assert!(amounts.len() > 20);
        assert_eq!(shown.matches("<li>").count(), amounts.len());
        assert!(used.iter().all(|it| shown.contains(&it.source.url.replace('&', "&amp;"))));
    }

    #[test]
    fn the_trace_has_the_explanations() {
        let trace =
            Pieces::of(FIRST_JOB, Language::NL).expect("a situation").trace().expect("JSON");
        assert!(trace.contains("\"uitleg\"") && trace.contains("\"met_baan\""));
    }
}
