//! The hours line: from 0 to 40 hours a week against what is left, in sentences, a drawing and a table.

use calc_core::Lijn;
use calc_core::hours::{Hours, Punt, Zone};
use rust_decimal::Decimal;
use yew::Html;

use super::hours_drawing::{Falls, drawing};
use super::hours_input::{beside, slider};
use crate::answer::Ready;
use crate::components::amount::{amount, holding};
use crate::components::phases::first_until;
use crate::components::table::plain_table;
use crate::dom::{all, card, el, folded, paragraph, rich, text, when};
use crate::format::{self, euro};
use crate::page::Page;
use crate::words::{t, t_with};

/// How many of the falls are told, the largest of them.
const MOST_ZONES: usize = 3;

/// From how many hours there is more than now.
fn compared(ready: &Ready, hours: &Hours) -> String {
    let now = ready.month.nu.besteedbaar();
    let work = || hours.punten.iter().filter(|point| !point.uren.is_zero());
    let last = hours.punten.last().map(|point| format::hours(point.uren)).unwrap_or_default();
    if work().all(|point| point.lijnen.besteedbaar() > now) {
        t("uren.zin_altijd_meer")
    } else if work().all(|point| point.lijnen.besteedbaar() <= now) {
        t_with("uren.zin_nooit_meer", &[("tot", last)])
    } else {
        match hours.break_even {
            Some(from) => t_with("uren.zin_vanaf", &[("uren", format::hours(from))]),
            None => t("uren.zin_deels"),
        }
    }
}

/// The falls that are told, the largest and the next; and what lies ahead of her.
fn falls(hours: &Hours, hers: Decimal) -> Falls<'_> {
    let next = hours.zones.iter().find(|zone| zone.van >= hers);
    let is_told = |zone: &&Zone| {
        let larger = hours.zones.iter().filter(|other| other.daling > zone.daling);
        larger.count() < MOST_ZONES || next.is_some_and(|next| next.van == zone.van)
    };
    let is_around = |zone: &&Zone| zone.van < hers && zone.weer_hoger_vanaf > Some(hers);
    let around = hours.zones.iter().find(is_around);
    Falls {
        told: hours.zones.iter().filter(is_told).take(MOST_ZONES + 1).collect(),
        next,
        again: around.or(next).and_then(|zone| zone.weer_hoger_vanaf),
    }
}

/// Why less is left, as the end of a sentence.
fn cause(line: Lijn) -> String {
    t(&format!("uren.oorzaak.{}", line.word()))
}

fn fall(zone: &Zone) -> Html {
    let causes: Vec<String> = zone.oorzaken.iter().take(2).map(|(line, _)| cause(*line)).collect();
    let parts = [
        ("van", text(format::hours(zone.van))),
        ("tot", text(format::hours(zone.tot))),
        ("daling", amount(zone.daling.amount())),
        ("oorzaken", text(causes.join(&format!(" {} ", t("en"))))),
    ];
    let again = zone
        .weer_hoger_vanaf
        .map(|from| t_with("uren.daling_weer", &[("uren", format::hours(from))]));
    el("li").of([
        rich("uren.daling", &parts),
        text(again.map_or_else(String::new, |again| format!(" {again}"))),
    ])
}

fn row(point: &Punt, now: Decimal, is_hers: bool) -> Html {
    let left = point.lijnen.besteedbaar().amount();
    let compared = match left.cmp(&now) {
        std::cmp::Ordering::Greater => "uren.kolom_meer",
        std::cmp::Ordering::Less => "uren.kolom_minder",
        std::cmp::Ordering::Equal => "uren.kolom_gelijk",
    };
    let row = holding("tr", left).class(if is_hers { "van-u" } else { "" });
    row.at("data-uren", &calc_core::money::shortest(point.uren)).of([
        el("th").at("scope", "row").text(format::hours(point.uren)),
        el("td").text(euro(left)),
        el("td").text(t(compared)),
    ])
}

/// What the falls are and where they come from, numbered as in the drawing.
fn told(hours: &Hours, falls: &Falls) -> Html {
    when(!falls.told.is_empty(), || {
        let list = falls.told.iter().map(|zone| fall(zone)).collect();
        let more = hours.zones.len() > falls.told.len();
        all([
            paragraph(t("uren.daling_kop")),
            el("ol").class("utrecht-ordered-list").children(list),
            when(more, || el("p").class("utrecht-paragraph klein").text(t("uren.daling_ook"))),
        ])
    })
}

/// The hours line.
pub fn hours_line(page: &Page, ready: &Ready) -> Html {
    let Some(hours) = &ready.hours else { return Html::default() };
    let hers = [
        ("uren", text(format::hours(ready.uren))),
        ("bedrag", amount(ready.month.met_baan.besteedbaar().amount())),
    ];
    let end =
        hours.einde_bijstand.map(|end| t_with("uren.zin_einde", &[("uren", format::hours(end))]));
    let sentence = el("p").class("utrecht-paragraph").of([
        el("strong").text(compared(ready, hours)),
        when(!ready.uren.is_zero(), || all([text(" "), rich("uren.u_zin", &hers)])),
        text(end.map_or_else(String::new, |end| format!(" {end}"))),
        text(first_until(&ready.month).map_or_else(String::new, |until| {
            format!(" {}", t_with("uren.zin_eerst", &[("tot", format::month(until))]))
        })),
    ]);
    let falls = falls(hours, ready.uren);
    let drawing = drawing(ready, hours, &falls);
    let line = el("div").class("lijn").of([
        el("p").class("lijn__as").at("aria-hidden", "true").text(t("uren.as_bedrag")),
        drawing.amounts,
        drawing.plot,
        slider(page, ready, hours),
        drawing.hours,
    ]);
    let now = ready.month.nu.besteedbaar().amount();
    let rows = hours.punten.iter().map(|point| row(point, now, point.uren == ready.uren)).collect();
    let headings = ["uren.kolom_uren", "uren.kolom_bedrag", "uren.kolom_verschil"];
    // Always the same number of parts: the slider is not made anew while it is dragged.
    let parts = vec![
        sentence,
        el("p").class("utrecht-paragraph klein").text(t("uren.zin_nu")),
        line,
        beside(page),
        drawing.keys,
        told(hours, &falls),
        folded(t("uren.toon"), vec![plain_table("uren", &headings, rows)]),
    ];
    card("kaart", "uren-kop", "uren.kop", parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_that_can_fall_has_words_for_it() {
        let totals = [Lijn::Besteedbaar, Lijn::OverNaVasteLasten];
        for line in Lijn::ALLE.into_iter().filter(|line| !totals.contains(line)) {
            assert!(!cause(line).starts_with("pagina."), "no words for {}", line.word());
        }
    }
}
