//! The hours line: from 0 to 40 hours a week against what is left, in sentences, a drawing and a table.

use calc_core::hours::{Hours, Punt, Zone};
use rust_decimal::Decimal;
use yew::Html;

use super::hours_drawing::{Size, drawing};
use crate::answer::Ready;
use crate::components::amount::{amount, holding};
use crate::components::table::plain_table;
use crate::dom::{all, bullets, card, el, folded, paragraph, text, when};
use crate::format::{self, euro};
use crate::words::{rich, t, t_with};

/// How many of the falls are told, the largest of them.
const MOST_ZONES: usize = 3;
const SIZES: [Size; 2] = [
    Size { name: "smal", width: 330.0, height: 280.0 },
    Size { name: "breed", width: 720.0, height: 340.0 },
];

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

/// The largest falls, in the order of the hours.
fn falls(hours: &Hours) -> Vec<&Zone> {
    let is_large = |zone: &&Zone| {
        let larger = hours.zones.iter().filter(|other| other.daling > zone.daling);
        larger.count() < MOST_ZONES
    };
    hours.zones.iter().filter(is_large).take(MOST_ZONES).collect()
}

fn fall(zone: &Zone) -> Html {
    let causes: Vec<String> =
        zone.oorzaken.iter().take(2).map(|(line, _)| t(&format!("lijn.{}", line.word()))).collect();
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
    row.at("data-uren", &calc_core::format::shortest(point.uren)).of([
        el("th").at("scope", "row").text(format::hours(point.uren)),
        el("td").text(euro(left)),
        el("td").text(t(compared)),
    ])
}

/// The hours line.
pub fn hours_line(ready: &Ready) -> Html {
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
    ]);
    let mut parts = vec![sentence, el("p").class("utrecht-paragraph klein").text(t("uren.zin_nu"))];
    parts.extend(SIZES.into_iter().filter_map(|size| drawing(size, ready)));
    let falls: Vec<Html> = falls(hours).into_iter().map(fall).collect();
    if !falls.is_empty() {
        parts.extend([paragraph(t("uren.daling_kop")), bullets(falls)]);
    }
    let now = ready.month.nu.besteedbaar().amount();
    let rows = hours.punten.iter().map(|point| row(point, now, point.uren == ready.uren)).collect();
    let headings = ["uren.kolom_uren", "uren.kolom_bedrag", "uren.kolom_verschil"];
    parts.push(folded(t("uren.toon"), vec![plain_table("uren", &headings, rows)]));
    card("kaart", "uren-kop", "uren.kop", parts)
}
