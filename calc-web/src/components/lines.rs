//! The table from now to then: every line, and the explanation that is open below its line.

use calc_core::Lijn;
use calc_core::month::Reden;
use yew::Html;

use super::amount::amount_button;
use super::explanation::panel;
use super::table::{body, row, table, wide};
use crate::answer::Ready;
use crate::dom::{all, card, each, el, name_of_law, paragraph, text, when};
use crate::entry::Column;
use crate::entry::Entry;
use crate::page::Page;
use crate::words::{can_explain, language, t};

/// Why a line is nothing, in each situation; once when the reason is the same.
fn reasons(ready: &Ready, lijn: Lijn) -> Vec<String> {
    let of = |reasons: &[Reden]| {
        reasons.iter().find(|reason| reason.lijn == lijn).map(|reason| reason.tekst(language()))
    };
    if !can_explain() {
        return Vec::new();
    }
    let now = of(&ready.month.waarom_nul.nu);
    let then = of(&ready.month.waarom_nul.met_baan);
    if now == then {
        return now.into_iter().collect();
    }
    let with_name =
        |key: &str, words: Option<String>| words.map(|words| format!("{}: {words}", t(key)));
    with_name("tabel.nu", now).into_iter().chain(with_name("tabel.met_baan", then)).collect()
}

/// Whether no fixed costs were told: the two lines are the same amount.
fn nothing_comes_off(ready: &Ready) -> bool {
    ready.month.nu.besteedbaar() == ready.month.nu.bedrag(Lijn::OverNaVasteLasten)
}

fn line(page: &Page, ready: &Ready, lijn: Lijn) -> Html {
    let class = match lijn {
        Lijn::Besteedbaar => "regel regel--totaal",
        Lijn::OverNaVasteLasten => "regel regel--na",
        _ => "regel",
    };
    let mut heading = vec![
        el("span").class("regel__naam").of([name_of_law(&t(&format!("lijn.{}", lijn.word())))]),
        when(lijn.gaat_af(), || el("span").class("regel__af").text(t("tabel.gaat_af"))),
    ];
    if lijn == Lijn::OverNaVasteLasten && ready.has_debts {
        heading.push(el("span").class("regel__waarom").text(t("kop.voor_schulden")));
    }
    if lijn == Lijn::OverNaVasteLasten && nothing_comes_off(ready) {
        heading.push(el("span").class("regel__waarom").text(t("tabel.vaste_lasten_leeg")));
    }
    heading.extend(
        reasons(ready, lijn).into_iter().map(|why| el("span").class("regel__waarom").text(why)),
    );
    opening_row(page, ready, class, heading, Entry::Line(lijn))
}

/// A row of amounts that open, with the explanation that is open below it.
pub fn opening_row(
    page: &Page,
    ready: &Ready,
    class: &'static str,
    heading: Vec<Html>,
    entry: Entry,
) -> Html {
    let cells = Column::ALL
        .map(|column| amount_button(page, column, entry, entry.value(&ready.month, column)));
    let open = page.state.open.filter(|(_, open)| *open == entry);
    let explanation =
        open.map(|(column, _)| wide("regel-uitleg", "td", panel(page, ready, column, entry)));
    all([row(class, heading, cells), explanation.unwrap_or_default()])
}

/// The table.
pub fn lines(page: &Page, ready: &Ready) -> Html {
    let is_nothing = |lijn: &Lijn| {
        *lijn != Lijn::Besteedbaar
            && [Column::Nu, Column::MetBaan]
                .iter()
                .all(|column| Entry::Line(*lijn).value(&ready.month, *column).is_zero())
    };
    let (nothing, something): (Vec<Lijn>, Vec<Lijn>) = Lijn::ALLE.into_iter().partition(is_nothing);
    let rows = |lines: Vec<Lijn>| {
        each(lines.into_iter().map(|lijn| (lijn.word().to_owned(), line(page, ready, lijn))))
    };
    let mut bodies = vec![body(vec![rows(something)])];
    if !nothing.is_empty() {
        let title = wide("regel regel--tussen", "th", text(t("tabel.nul")));
        bodies.push(body(vec![title, rows(nothing)]));
    }
    let parts = vec![paragraph(t("tabel.zin")), table("tabel-kop", "tabel.per_maand", bodies)];
    card("kaart", "tabel-kop", "tabel.kop", parts)
}
