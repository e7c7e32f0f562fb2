//! The childcare bill in parts: paid by the allowance, her own share by law, above the legal maximum.

use calc_core::money::PerMonth;
use calc_core::month::Month;
use calc_wasm::scale::coordinate;
use yew::Html;

use super::amount::{amount, named as named_amount};
use super::table::plain_table;
use crate::charts::svg::{is_rtl, key, named, rect};
use crate::dom::{all, card, el, rich, text, when};
use crate::entry::Column;
use crate::format::euro;
use crate::words::t;

type Part = (&'static str, PerMonth);

/// How a part is filled in the bar, and the square beside it in the table.
fn fill_of(name: &str) -> &'static str {
    match name {
        "toeslag" => "vlak vlak--toeslag",
        "eigen_deel" => "vlak vlak--eigen",
        "boven_maximum" => "vlak vlak--boven",
        _ => "vlak vlak--uren",
    }
}

/// One bar, its parts side by side.
fn bar(parts: &[Part], bill: PerMonth) -> Html {
    let whole = coordinate(bill.amount());
    let mut from = 0.0;
    let mut pieces = vec![];
    for (name, part) in parts.iter().filter(|(_, part)| part.is_positive()) {
        let width = coordinate(part.amount()) / whole * 100.0;
        // From the side where one begins to read.
        let x = if is_rtl() { 100.0 - from - width } else { from };
        pieces.push(rect(fill_of(name), [x, width], [1.0, 38.0]));
        from += width;
    }
    named("tekening rekening", 40.0, "opvang.tekening").children(pieces)
}

fn row((name, part): Part) -> Html {
    let mark = if name == "rekening" { Html::default() } else { key(fill_of(name)) };
    let heading = el("th").at("scope", "row").of([mark, text(t(&format!("opvang.{name}")))]);
    let value = named_amount(name, Column::MetBaan, part.amount(), euro(part.amount()));
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
