//! What she has to do because of the job, with the day by which it must be done.

use calc_core::format::Euros;
use calc_core::month::{Month, TeDoen};
use yew::Html;

use crate::dom::{all, bullets, el, paragraph, text, when};
use crate::format::day;
use crate::words::{language, t, t_with};

fn item(what: &TeDoen) -> Html {
    let until = what.uiterlijk.map(|until| {
        let words = t_with("doen.uiterlijk", &[("datum", day(until))]);
        el("strong").class("doen__wanneer").text(format!("{words} "))
    });
    let words = text(what.tekst_met(language(), Euros::Whole));
    el("li").at("data-code", what.code()).of([until.unwrap_or_default(), words])
}

/// The items that are advice, or those that are to be done for the job.
fn list(month: &Month, advice: bool) -> Html {
    bullets(month.te_doen.iter().filter(|what| what.is_raad() == advice).map(item).collect())
}

fn has_advice(month: &Month) -> bool {
    month.te_doen.iter().any(TeDoen::is_raad)
}

/// What is to be done for the job, for paper; and that the page has more.
pub fn todo_list(month: &Month) -> Html {
    let more = || paragraph(t("doen.meer"));
    all([list(month, false), when(has_advice(month), more)])
}

/// The list in a card; nothing when there is nothing to do. `only_advice`: what is to be done because of the job is told with
/// its twelve months.
pub fn todo(month: &Month, only_advice: bool) -> Html {
    let of_the_job = || all([paragraph(t("doen.zin")), list(month, false)]);
    let advice = || {
        let heading = el("h3").class("utrecht-heading-3").text(t("doen.raad"));
        all([heading, list(month, true)])
    };
    let has_any = if only_advice { has_advice(month) } else { !month.te_doen.is_empty() };
    when(has_any, || {
        let parts = [when(!only_advice, of_the_job), when(has_advice(month), advice)];
        el("div").class("kaart").of(parts)
    })
}
