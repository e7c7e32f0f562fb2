//! How an amount came about: a sentence, the steps with their figures, the dated amounts with their source,
//! the article. It is the engine's own evaluation; nothing is worked out here.

use calc_core::contract::explanation::{rule_name, sentence, step_name};
use calc_core::explain::{Explanation, Step};
use calc_core::parameters::{About, Status};
use calc_core::value::Value;
use calc_core::{format, texts};
use rust_decimal::Decimal;
use yew::Html;

use super::amount::{button_id, explanation_id, holding, title, written};
use crate::answer::Ready;
use crate::dom::{all, el, paragraph, quiet_button, rich, source_link, text};
use crate::entry::Column;
use crate::entry::Entry;
use crate::format::day;
use crate::page::{Page, both, go_to};
use crate::state::Action;
use crate::words::{can_explain, language, t, t_with};

fn name_and_value(name: String, value: &Value) -> Html {
    all([
        el("span").class("stap-rij__naam").text(name),
        el("span").class("stap-rij__waarde").text(format::value(language(), value)),
    ])
}

fn row(name: String, value: &Value, below: Option<Html>) -> Html {
    let below = below.map(|below| el("span").class("stap-rij__bij").of([below]));
    el("li").class("stap-rij").of([name_and_value(name, value), below.unwrap_or_default()])
}

/// A dated amount of law: from when it holds, how firm it is, where it was read, which article.
fn parameter(about: &'static About, value: &Value) -> Html {
    let name = texts::fill(language(), &format!("parameters.{}.{}", about.set, about.name), &[]);
    #[allow(
        unreachable_patterns,
        clippy::match_same_arms,
        clippy::match_wildcard_for_single_variants,
        reason = "there is one more where a scenario can be computed"
    )]
    let mark = match about.status {
        Status::InForce => None,
        Status::Announced => Some("uitleg.aangekondigd"),
        Status::Derived => Some("uitleg.afgeleid"),
        // The page tries no other amounts.
        _ => None,
    };
    let mark = mark.map(|key| all([el("strong").class("merk").text(t(key)), text(". ")]));
    let from = t_with("uitleg.geldt_vanaf", &[("datum", day(about.valid_from))]);
    let link = source_link(about.source);
    let read = t_with("uitleg.bekeken", &[("datum", day(about.source.checked))]);
    let below = all([
        text(format!("{from}. ")),
        mark.unwrap_or_default(),
        el("span").at("lang", "nl").text(about.article),
        text(format!(". {} ", t("uitleg.bron"))),
        link,
        text(format!(", {read}.")),
    ]);
    row(name, value, Some(below))
}

fn step(rule: &str, step: &Step) -> Html {
    let named = |name: &str| step_name(language(), rule, name);
    match step {
        Step::Input { name, value } | Step::Computed { name, value } => {
            row(named(name), value, None)
        }
        Step::Param { about, value } => parameter(about, value),
        Step::Rounded { name, value, article } => {
            let article = el("span").at("lang", "nl").text(*article);
            row(
                named(name),
                value,
                Some(all([text(format!("{}: ", t("uitleg.afgerond"))), article])),
            )
        }
        Step::Rule(inner) => {
            let summary = el("summary")
                .of([name_and_value(rule_name(language(), inner.rule), &inner.result)]);
            el("li")
                .class("stap-rij stap-rij--regel")
                .of([el("details").of([summary, view(inner)])])
        }
    }
}

/// A rule with everything below it.
fn view(explanation: &Explanation) -> Html {
    let article = explanation.reason.map_or(explanation.article, |reason| reason.article);
    let mut parts = Vec::new();
    if let Some(sentence) = sentence(language(), explanation) {
        parts.push(el("p").class("uitleg__zin").text(sentence));
    }
    if !explanation.steps.is_empty() {
        let steps = explanation.steps.iter().map(|it| step(explanation.rule, it)).collect();
        parts.push(el("ol").class("stappen").children(steps));
    }
    if !article.is_empty() {
        let article = el("span").at("lang", "nl").text(article);
        let law = text(format!("{} ", t("uitleg.wet")));
        parts.push(el("p").class("uitleg__wet").of([law, article]));
    }
    el("div").class("uitleg__regel").children(parts)
}

/// Of a difference: the two it lies between, and the way to their explanations.
fn difference(page: &Page, ready: &Ready, entry: Entry) -> Html {
    let amount = |column: Column, value: Decimal| {
        holding("strong", value).text(written(column, entry, value))
    };
    let of = |column: Column| amount(column, entry.value(&ready.month, column));
    let parts = [
        ("nu", of(Column::Nu)),
        ("met_baan", of(Column::MetBaan)),
        ("verschil", of(Column::Verschil)),
    ];
    let open = |column: Column| {
        let words = t(&format!("uitleg.toon_{}", column.word()));
        // The button goes with this explanation, so the focus goes to the amount that is explained next.
        let (go, toggle) =
            (go_to(button_id(column, entry)), page.on(move || Action::Toggle(column, entry)));
        quiet_button(words, both(go, toggle))
    };
    all([
        el("p").class("uitleg__zin").of([rich("uitleg.verschil_zin", &parts)]),
        el("p").class("knoppen").of([open(Column::Nu), open(Column::MetBaan)]),
    ])
}

/// The explanation of an amount.
pub fn panel(page: &Page, ready: &Ready, column: Column, entry: Entry) -> Html {
    let of = |with_job: bool| {
        entry
            .explanation(&ready.month, with_job)
            .map_or_else(|| el("p").class("uitleg__zin").text(t("uitleg.geen")), |it| view(it))
    };
    let body = match column {
        // Without its words the explanation would show keys.
        Column::Nu | Column::MetBaan if !can_explain() => paragraph(t("uitleg.nog_niet")),
        Column::Nu => of(false),
        Column::MetBaan => of(true),
        Column::Verschil => difference(page, ready, entry),
    };
    let back_and_close = both(go_to(button_id(column, entry)), page.on(|| Action::Close));
    let title = title(column, entry);
    let panel =
        el("div").class("uitleg").at("id", &explanation_id(column, entry)).at("role", "group");
    panel.at("aria-label", &title).of([
        el("p").class("uitleg__kop").text(title),
        body,
        quiet_button(t("uitleg.sluit"), back_and_close),
    ])
}
