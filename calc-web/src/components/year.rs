//! What comes or goes once a year: a month alone misleads.

use calc_core::month::{JaarBedrag, Month};
use yew::Html;

use super::amount::named;
use super::lines::opening_row;
use super::table::{body, row, table};
use crate::answer::Ready;
use crate::dom::{card, el, paragraph};
use crate::entry::Column;
use crate::entry::Entry;
use crate::format::with_sign;
use crate::page::Page;
use crate::words::t;

fn class(which: JaarBedrag) -> &'static str {
    if which == JaarBedrag::BesteedbaarJaar { "regel regel--totaal" } else { "regel" }
}

fn heading(which: JaarBedrag) -> Vec<Html> {
    vec![el("span").class("regel__naam").text(Entry::Year(which).name())]
}

fn in_card(rows: Vec<Html>) -> Html {
    let rows = body(rows);
    let parts =
        vec![paragraph(t("tabel.jaar_zin")), table("jaar-kop", "tabel.per_jaar", vec![rows])];
    card("kaart", "jaar-kop", "tabel.jaar_kop", parts)
}

/// The table of the year, every amount with its explanation.
pub fn year(page: &Page, ready: &Ready) -> Html {
    let line = |which| opening_row(page, ready, class(which), heading(which), Entry::Year(which));
    in_card(JaarBedrag::ALLE.map(line).into())
}

/// The same on paper, where nothing opens.
pub fn year_on_paper(month: &Month) -> Html {
    let line = |which| {
        let cells = Column::ALL.map(|column| {
            let value = Entry::Year(which).value(month, column);
            let written = with_sign(value, column == Column::Verschil);
            named(which.word(), column, value, written)
        });
        row(class(which), heading(which), cells)
    };
    in_card(JaarBedrag::ALLE.map(line).into())
}
