//! What to do because of the job, by when: before she begins, every month, and later. Boxes to tick; a tick stays when the
//! amounts change.

use calc_core::calendar::TeDoen;
use calc_core::format::{self, Euros};
use calc_core::value::Value;
use jiff::civil::Date;

use super::{Woorden, folded, heading, line, stuk};
use crate::markup::Markup;
use crate::places::Twaalf;

/// What comes back every month, by its code.
pub(super) const ELKE_MAAND: &str = "loonstrook_sturen";

/// The list.
pub fn te_doen(twaalf: &Twaalf, w: Woorden) -> Markup {
    let calendar = &twaalf.calendar;
    let is_maandelijks = |item: &&TeDoen| item.code() == ELKE_MAAND;
    let (elke_maand, een_keer): (Vec<&TeDoen>, Vec<&TeDoen>) =
        calendar.te_doen.iter().partition(is_maandelijks);
    let is_vooraf = |item: &&TeDoen| item.datum <= calendar.start;
    let (vooraf, later): (Vec<&TeDoen>, Vec<&TeDoen>) = een_keer.into_iter().partition(is_vooraf);
    let mut all = vec![line("utrecht-paragraph", w.t("doen_zin"))];
    all.extend(deel("doen_vooraf", vooraf, w));
    if !elke_maand.is_empty() {
        // Twelve times the same: folded, so that what comes after it is seen.
        all.push(folded("doen_elke_maand", &w.t("doen_elke_maand"), lijst(elke_maand, w)));
    }
    all.extend(deel("doen_later", later, w));
    stuk(all, w)
}

/// A part of the list under its heading; nothing when nothing is in it.
fn deel(kop: &str, items: Vec<&TeDoen>, w: Woorden) -> Vec<Markup> {
    if items.is_empty() { Vec::new() } else { vec![heading(w.t(kop)), lijst(items, w)] }
}

fn lijst(items: Vec<&TeDoen>, w: Woorden) -> Markup {
    let items: Markup = items.into_iter().map(|item| regel(item, w)).collect();
    Markup::element("ul", &[("class", "vinken")], items)
}

/// A thing to do: a box, the last day, and what it is.
fn regel(item: &TeDoen, w: Woorden) -> Markup {
    let vink = format!("{}-{}", item.code(), item.datum);
    let attributes = [("type", "checkbox"), ("class", "utrecht-checkbox"), ("data-deel", &*vink)];
    let box_ = Markup::empty("input", &attributes);
    let wanneer = Markup::element("strong", &[], format!("{} ", wanneer(item.datum, w)));
    let label = [wanneer, item.tekst_met(w.0, Euros::Whole).into()];
    let label =
        Markup::element("label", &[("class", "vink")], [box_, Markup::element("span", &[], label)]);
    Markup::element("li", &[("data-code", item.code())], label)
}

fn wanneer(datum: Date, w: Woorden) -> String {
    w.t_met("doen_uiterlijk", &[("datum", format::value(w.0, &Value::Date(datum)))])
}
