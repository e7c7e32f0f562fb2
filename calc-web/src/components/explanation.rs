//! The panel in which an amount is explained. How a line came about is the second module's to tell; a difference is told by
//! the two it lies between.

use rust_decimal::Decimal;
use yew::Html;

use super::amount::{button_id, explanation_id, holding, title, written};
use crate::answer::Ready;
use crate::dom::{all, el, paragraph, place, quiet_button, rich, when};
use crate::entry::Column;
use crate::entry::Entry;
use crate::page::{Page, both, go_to};
use crate::state::{Action, TwelveMonths};
use crate::words::{can_explain, t};

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

/// What the second module says of an amount; as long as it is not there, that it is not.
fn explained(page: &Page, column: Column, entry: Entry) -> Html {
    let name = format!("uitleg.{}.{}", column.word(), entry.word());
    let is_there = page.state.twelve_months != TwelveMonths::Unknown;
    all([place(&name), when(!is_there, || paragraph(t("uitleg.nog_niet")))])
}

/// The explanation of an amount.
pub fn panel(page: &Page, ready: &Ready, column: Column, entry: Entry) -> Html {
    let body = match column {
        // Without its words a link would show keys.
        Column::Verschil if !can_explain() => paragraph(t("uitleg.nog_niet")),
        Column::Nu | Column::MetBaan => explained(page, column, entry),
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
