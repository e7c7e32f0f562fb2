//! The childcare bill in parts: paid by the allowance, her own share by law, above the legal maximum.

use calc_core::money::PerMonth;
use calc_core::month::Month;
use yew::Html;

use super::amount::{amount, named};
use super::table::plain_table;
use crate::dom::{all, card, el, text, when};
use crate::format::{coordinate, euro, place};
use crate::state::Column;
use crate::words::{rich, t};

type Part = (&'static str, PerMonth);

fn percent(value: f64) -> String {
    format!("{}%", place(value))
}

fn rect(class: &'static str, x: &str, width: &str, height: &str) -> Html {
    el("rect").class(class).at("x", x).at("width", width).at("height", height).empty()
}

/// The class of a part in the bar, and of its mark in the table.
fn class_of(name: &str) -> &'static str {
    match name {
        "toeslag" => "toeslag",
        "eigen_deel" => "eigen",
        "rekening" => "geen",
        _ => "boven",
    }
}

/// One bar, its parts side by side. The table below says the same, so it is hidden from who listens.
fn bar(parts: &[Part], bill: PerMonth) -> Html {
    let whole = coordinate(bill.amount());
    let stripes = el("pattern")
        .at("id", "streep-rekening")
        .at("width", "8")
        .at("height", "8")
        .at("patternUnits", "userSpaceOnUse")
        .at("patternTransform", "rotate(45)")
        .of([rect("vlak-grond", "0", "8", "8"), rect("vlak-streep", "0", "3", "8")]);
    let mut from = 0.0;
    let mut pieces = vec![el("defs").of([stripes])];
    for (name, part) in parts {
        let width = coordinate(part.amount()) / whole * 100.0;
        let class = match class_of(name) {
            "toeslag" => "vlak vlak--toeslag",
            "eigen" => "vlak vlak--eigen",
            _ => "vlak vlak--boven",
        };
        pieces.push(rect(class, &percent(from), &percent(width), "100%"));
        from += width;
    }
    let svg = el("svg").class("rekening").at("width", "100%").at("height", "36");
    svg.at("aria-hidden", "true").at("focusable", "false").children(pieces)
}

fn row((name, part): Part) -> Html {
    let mark = el("span")
        .at("class", &format!("sleutel sleutel--{}", class_of(name)))
        .at("aria-hidden", "true");
    let heading =
        el("th").at("scope", "row").of([mark.empty(), text(t(&format!("opvang.{name}")))]);
    let value = named(name, Column::MetBaan, part.amount(), euro(part.amount()));
    el("tr")
        .class(if name == "rekening" { "regel--totaal" } else { "" })
        .of([heading, el("td").of([value])])
}

/// The childcare bill; nothing without care that is paid for.
pub fn bill(month: &Month) -> Html {
    let bill = &month.kinderopvang;
    if !bill.rekening.is_positive() {
        return Html::default();
    }
    let allowance = bill.toeslag.maand;
    let parts = [
        ("toeslag", allowance),
        ("eigen_deel", bill.eigen_deel),
        ("boven_maximum", bill.boven_maximum),
        ("boven_230_uur", bill.boven_230_uur),
    ];
    let key = if allowance.is_positive() { "opvang.zin" } else { "opvang.zin_geen" };
    let words =
        [("rekening", amount(bill.rekening.amount())), ("toeslag", amount(allowance.amount()))];
    let too_dear = || {
        let extra = [("bedrag", amount(bill.boven_maximum.amount()))];
        el("p").class("utrecht-paragraph let-op").of([rich("opvang.boven_maximum_zin", &extra)])
    };
    let rows = parts.into_iter().chain([("rekening", bill.rekening)]).map(row).collect();
    let shown = vec![
        el("p").class("utrecht-paragraph").of([rich(key, &words)]),
        when(bill.boven_maximum.is_positive(), too_dear),
        all([
            bar(&parts, bill.rekening),
            plain_table("opvang", &["opvang.deel", "opvang.bedrag"], rows),
        ]),
        when(allowance.is_positive(), || {
            el("p").class("utrecht-paragraph klein").text(t("opvang.vooraf"))
        }),
    ];
    card("kaart", "opvang-kop", "opvang.kop", shown)
}
