//! What she has to do because of the job, with the day by which it must be done.

use calc_core::month::{Month, TeDoen};
use yew::Html;

use crate::dom::{all, bullets, card, el, paragraph, text, when};
use crate::format::day;
use crate::page::go_to;
use crate::words::{language, t, t_with};

fn item(what: &TeDoen) -> Html {
    let until = what.uiterlijk.map(|until| {
        let words = t_with("doen.uiterlijk", &[("datum", day(until))]);
        el("strong").class("doen__wanneer").text(format!("{words} "))
    });
    let words = text(what.tekst(language()));
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

/// From the answer to the list: what to do should not be ten screens away.
pub fn to_todo(month: &Month) -> Html {
    if month.te_doen.is_empty() {
        return Html::default();
    }
    let words = t_with("doen.naar", &[("aantal", month.te_doen.len().to_string())]);
    let link = el("a").class("utrecht-link").at("href", "#doen-kop");
    el("p").class("naar-doen").of([link.on_click(go_to("doen-kop".to_owned())).text(words)])
}

/// The list in a card; nothing when there is nothing to do.
pub fn todo(month: &Month) -> Html {
    if month.te_doen.is_empty() {
        return Html::default();
    }
    let advice = || {
        let heading = el("h3").class("utrecht-heading-3").text(t("doen.raad"));
        all([heading, list(month, true)])
    };
    let parts = vec![paragraph(t("doen.zin")), list(month, false), when(has_advice(month), advice)];
    card("kaart", "doen-kop", "doen.kop", parts)
}
