//! Other hours over twelve months: what each number of hours brings more than never having started, in sentences, a drawing
//! and a table.

use calc_core::calendar::{HoursOver, Oorzaak, Punt, Zone};
use calc_core::format;
use calc_core::money::{Euro, shortest};
use rust_decimal::Decimal;

use super::{Woorden, bullets, folded, line, stuk, tabel, van_bedrag};
use crate::drawing::curve::{Curve, Point};
use crate::markup::Markup;

/// How many of the falls are told, the largest of them.
const MOST_ZONES: usize = 3;
/// How many causes of a fall are told.
const MOST_CAUSES: usize = 2;
/// Another number of hours is worth telling when it brings so much more a month (euro): less is nothing that can be felt.
const SCHEELT: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// The line, with her hours on it.
pub fn uren(hours: &HoursOver, hers: Decimal, w: Woorden) -> Markup {
    let mut parts = vec![line("utrecht-paragraph", w.t("uren_zin"))];
    parts.extend(vanaf(hours, w));
    parts.extend(beste(hours, hers, w));
    parts.push(tekening(hours, hers, w));
    parts.extend(dalingen(hours, w));
    parts.push(folded("uren", &w.t("uren_tabel"), alle(hours, hers, w)));
    stuk(parts, w)
}

/// A number of hours as people write it.
pub(super) fn geschreven(uren: Decimal, w: Woorden) -> String {
    let mark = calc_core::text(w.0, "opmaak.decimaalteken").unwrap_or(".");
    shortest(uren).replace('.', mark)
}

/// From how many hours there is more than without a job, and from how many there is no bijstand.
fn vanaf(hours: &HoursOver, w: Woorden) -> Vec<Markup> {
    let most = hours.punten.last().map(|punt| geschreven(punt.uren, w)).unwrap_or_default();
    let meer = match hours.break_even {
        Some(uren) => w.zin_met("uren_vanaf", &[("uren", geschreven(uren, w))], &[]),
        None => w.zin_met("uren_nooit", &[("uren", most)], &[]),
    };
    let einde = hours
        .einde_bijstand
        .map(|uren| w.zin_met("uren_zonder_bijstand", &[("uren", geschreven(uren, w))], &[]));
    let zinnen: Vec<Markup> =
        std::iter::once(meer).chain(einde.map(|it| [Markup::words(" "), it].into())).collect();
    vec![line("utrecht-paragraph", zinnen)]
}

/// The number of hours nearest to hers that brings more than hers, told as a gain.
fn beste(hours: &HoursOver, hers: Decimal, w: Woorden) -> Option<Markup> {
    let van_haar = hours.punten.iter().rfind(|punt| punt.uren <= hers)?;
    let meer = |punt: &&Punt| (punt.gemiddeld - van_haar.gemiddeld).amount() >= SCHEELT;
    let minder_uren = hours.punten.iter().filter(|punt| punt.uren < hers).rfind(meer);
    let punt = minder_uren?;
    let winst = punt.gemiddeld - van_haar.gemiddeld;
    let uren = [("uren", geschreven(punt.uren, w))];
    Some(line("utrecht-paragraph", w.zin_met("uren_beter", &uren, &[("bedrag", w.bedrag(winst))])))
}

/// With hers she has less than without a job: the nearest hours with which she has more, told as a gain.
pub fn beter_dan_geen(hours: &HoursOver, hers: Decimal, w: Woorden) -> Markup {
    let meer = hours.punten.iter().filter(|punt| punt.gemiddeld.amount() >= SCHEELT);
    let zin = match meer.min_by_key(|punt| (punt.uren - hers).abs()) {
        Some(punt) => {
            let uren = [("uren", geschreven(punt.uren, w))];
            w.zin_met("beter", &uren, &[("bedrag", w.bedrag(punt.gemiddeld))])
        }
        None => w.t("beter_niet").into(),
    };
    line("kop__beter", zin)
}

/// The stretches where more hours bring less, the largest first.
fn dalingen(hours: &HoursOver, w: Woorden) -> Vec<Markup> {
    let mut zones: Vec<&Zone> = hours.zones.iter().collect();
    zones.sort_by_key(|zone| std::cmp::Reverse(zone.daling));
    zones.truncate(MOST_ZONES);
    zones.sort_by_key(|zone| zone.van);
    let mut parts = Vec::new();
    if !zones.is_empty() {
        parts.push(line("utrecht-paragraph", w.t("uren_dalingen")));
        parts.push(bullets(zones.into_iter().map(|zone| daling(zone, w)).collect()));
    }
    let klein = hours.kleine_dalingen;
    if klein > 0 {
        let zin = w.zin_met("uren_klein", &[("aantal", klein.to_string())], &[]);
        parts.push(line("klein", zin));
    }
    parts
}

fn daling(zone: &Zone, w: Woorden) -> Markup {
    let oorzaak = |(oorzaak, _): &(Oorzaak, Euro)| w.t(&format!("oorzaak.{}", oorzaak.word()));
    let oorzaken: Vec<String> = zone.oorzaken.iter().take(MOST_CAUSES).map(oorzaak).collect();
    let woorden = [
        ("van", geschreven(zone.van, w)),
        ("tot", geschreven(zone.tot, w)),
        ("oorzaken", oorzaken.join(&format!(" {} ", w.t("en")))),
    ];
    let zin = w.zin_met("uren_daling", &woorden, &[("bedrag", w.bedrag(zone.daling))]);
    let weer = zone.weer_hoger_vanaf.map(|uren| {
        let zin = w.zin_met("uren_weer", &[("uren", geschreven(uren, w))], &[]);
        Markup::from([Markup::words(" "), zin])
    });
    [zin, weer.unwrap_or_default()].into()
}

fn tekening(hours: &HoursOver, hers: Decimal, w: Woorden) -> Markup {
    let points =
        hours.punten.iter().map(|punt| Point { at: punt.uren, value: punt.gemiddeld.amount() });
    let curve = Curve {
        points: points.collect(),
        falls: hours.zones.iter().map(|zone| (zone.van, zone.weer_hoger_vanaf)).collect(),
        here: hers,
        name: w.t("uren_tekening"),
        here_word: w.t("uren_u"),
        level_word: w.t("uren_zonder_baan"),
        axis: w.t("uren_as"),
        across: w.t("uren_onder"),
    };
    curve.draw(&|amount| format::euro_whole(w.0, amount), &|uren| geschreven(uren, w))
}

/// Every point, as programs read it too.
fn alle(hours: &HoursOver, hers: Decimal, w: Woorden) -> Markup {
    let koppen = ["uren_kolom", "uren_kolom_jaar", "uren_kolom_maand"].map(|kop| w.t(kop));
    let rij = |punt: &Punt| {
        let uren = shortest(punt.uren);
        let cel = |lijn: &str, bedrag: Euro| {
            let attributes = [("data-uren-twaalf", &*uren), ("data-lijn", lijn)];
            let bedrag = bedrag.amount();
            let teken = if van_bedrag(Euro::new(bedrag)) == "meer" { "+\u{a0}" } else { "" };
            let written = format!("{teken}{}", format::euro(w.0, bedrag));
            Markup::element("td", &[], Markup::amount(&attributes, bedrag, &written))
        };
        let cellen = [
            Markup::element("th", &[("scope", "row")], geschreven(punt.uren, w)),
            cel("twaalf_maanden", punt.twaalf_maanden),
            cel("gemiddeld", punt.gemiddeld),
        ];
        let class = if punt.uren == hers { "van-u" } else { "" };
        Markup::element("tr", &[("class", class)], cellen)
    };
    tabel("twaalf_uren", &w.t("uren_tabel"), &koppen, hours.punten.iter().map(rij).collect())
}
