//! What comes or goes once a year: a month alone misleads.

use calc_core::money::PerYear;
use calc_core::month::{Month, PerJaar};
use yew::Html;

use super::amount::named;
use super::table::{body, row, table};
use crate::dom::{card, el, paragraph};
use crate::format::with_sign;
use crate::state::Column;
use crate::words::t;

type Line = (&'static str, fn(&PerJaar) -> PerYear);

const LINES: [Line; 6] = [
    ("vakantiegeld_netto", |year| year.vakantiegeld_netto),
    ("vakantietoeslag_bijstand", |year| year.vakantietoeslag_bijstand),
    ("saldo_belasting", |year| year.saldo_belasting),
    ("te_verrekenen_met_bijstand", |year| year.te_verrekenen_met_bijstand),
    ("toeslagen_nabetaling", |year| year.toeslagen_nabetaling),
    ("besteedbaar_jaar", |year| year.besteedbaar_jaar),
];

/// The table of the year.
pub fn year(month: &Month) -> Html {
    let line = |(name, of): Line| {
        let cells = Column::ALL.map(|column| {
            let year = match column {
                Column::Nu => &month.per_jaar_nu,
                Column::MetBaan => &month.per_jaar_met_baan,
                Column::Verschil => &month.per_jaar_verschil,
            };
            let value = of(year).amount();
            named(name, column, value, with_sign(value, column == Column::Verschil))
        });
        let class = if name == "besteedbaar_jaar" { "regel regel--totaal" } else { "regel" };
        row(class, vec![el("span").class("regel__naam").text(t(&format!("jaar.{name}")))], cells)
    };
    let rows = body(LINES.map(line).into());
    let parts =
        vec![paragraph(t("tabel.jaar_zin")), table("jaar-kop", "tabel.per_jaar", vec![rows])];
    card("kaart", "jaar-kop", "tabel.jaar_kop", parts)
}
