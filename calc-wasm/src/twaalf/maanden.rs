//! The thirteen months: what is on her account and what is really hers as a drawing and a table, why a month differs, when
//! money comes and goes, and every amount.

use std::collections::BTreeSet;

use calc_core::calendar::{Calendar, Code, Maand, Reden};
use calc_core::format::{self, Euros};
use calc_core::money::Euro;
use calc_core::value::Value;
use jiff::civil::Date;

use super::tekening::tekening;
use super::{Woorden, bullets, folded, heading, is_voortgezet, line, stuk, tabel};
use crate::markup::Markup;
use crate::places::Twaalf;

/// More than so many payments are told by their days of the month.
const ELKE_MAAND: usize = 5;

/// The thirteen months.
pub fn maanden(twaalf: &Twaalf, w: Woorden) -> Markup {
    let calendar = &twaalf.calendar;
    let parts = vec![
        line("utrecht-paragraph", [w.t("maanden_beeld").into(), " ".into(), laagste(calendar, w)]),
        tekening(calendar, w),
        redenen(calendar, w),
        folded("betaaldagen", &w.t("betaaldagen"), betaaldagen(calendar, w)),
        verloop(calendar, w),
        folded("alles", &w.t("alles"), alles(calendar, w)),
    ];
    stuk(parts, w)
}

/// The lowest point, in words.
fn laagste(calendar: &Calendar, w: Woorden) -> Markup {
    let laagste = calendar.samenvatting.laagste;
    let datum = format::value(w.0, &Value::Date(laagste.datum));
    let bedrag = laagste.bedrag;
    let bedrag = Markup::amount(&[("class", "bedrag")], bedrag.amount(), &w.met_teken(bedrag));
    Markup::sentence(&w.kalender("laagste"), &[("bedrag", bedrag), ("datum", datum.into())])
}

/// Month by month: what is on her account at its end, and what is hers.
fn verloop(calendar: &Calendar, w: Woorden) -> Markup {
    let rijen: Vec<Markup> = calendar.maanden.iter().map(|maand| rij(maand, w)).collect();
    let koppen = ["maand", "eind", "terug", "echt", "laagste"];
    let tabel = tabel(
        "twaalf_maanden",
        &w.t("maanden"),
        &koppen.map(|kop| w.t(&format!("kolom_{kop}"))),
        rijen,
    );
    [
        heading(w.t("maanden_tabel")),
        line("utrecht-paragraph", w.t("maanden_zin")),
        tabel,
        ster(calendar, w),
    ]
    .into()
}

/// Every amount of every month: a row for each line, a column for each month.
fn alles(calendar: &Calendar, w: Woorden) -> Markup {
    let maanden = calendar.maanden.iter().map(|maand| naam(maand, w));
    let koppen: Vec<String> = std::iter::once(w.t("kolom_regel")).chain(maanden).collect();
    let is_iets = |code: &Code| calendar.maanden.iter().any(|maand| !lijn(maand, *code).is_zero());
    let rijen = Code::ALLE.into_iter().filter(is_iets).map(|code| {
        let cellen =
            calendar.maanden.iter().map(|maand| cel(maand, code.word(), lijn(maand, code), w));
        let kop = Markup::element("th", &[("scope", "row")], code.naam(w.0));
        Markup::element("tr", &[], std::iter::once(kop).chain(cellen).collect::<Markup>())
    });
    let tabel = tabel("twaalf_alles", &w.t("alles"), &koppen, rijen.collect());
    [line("utrecht-paragraph", w.t("alles_zin")), tabel, ster(calendar, w)].into()
}

fn lijn(maand: &Maand, code: Code) -> Euro {
    let found = maand.lijnen.iter().find(|(own, _)| *own == code);
    found.map_or(Euro::ZERO, |(_, bedrag)| *bedrag)
}

/// The month in words, marked when its amounts are those of a year before.
fn naam(maand: &Maand, w: Woorden) -> String {
    w.maand(maand.maand) + merk(maand)
}

/// The mark of a month whose amounts are those of a year before.
pub(super) fn merk(maand: &Maand) -> &'static str {
    if is_voortgezet(maand.status) { "\u{a0}*" } else { "" }
}

fn rij(maand: &Maand, w: Woorden) -> Markup {
    let laagste = maand.laagste;
    let datum = format::value(w.0, &Value::Date(laagste.datum));
    let bedrag = Markup::amount(
        &[("data-lijn", "laagste")],
        laagste.bedrag.amount(),
        &format::euro(w.0, laagste.bedrag.amount()),
    );
    let cellen = [
        Markup::element("th", &[("scope", "row")], naam(maand, w)),
        cel(maand, "eind", maand.eind, w),
        cel(maand, "nog_terug", maand.nog_terug, w),
        cel(maand, "echt_van_haar", maand.echt_van_haar, w),
        Markup::element("td", &[], [bedrag, Markup::words(&format!(" ({datum})"))]),
    ];
    Markup::element("tr", &[], cellen)
}

/// An amount of a month, as programs read it.
pub(super) fn cel(maand: &Maand, lijn: &str, bedrag: Euro, w: Woorden) -> Markup {
    let maand = format!("{:04}-{:02}", maand.maand.year(), maand.maand.month());
    let attributes = [("data-maand", &*maand), ("data-lijn", lijn)];
    let bedrag = bedrag.amount();
    Markup::element("td", &[], Markup::amount(&attributes, bedrag, &format::euro(w.0, bedrag)))
}

/// What the mark of a month means, when one has it.
pub(super) fn ster(calendar: &Calendar, w: Woorden) -> Markup {
    if calendar.maanden.iter().any(|maand| is_voortgezet(maand.status)) {
        line("klein", w.t("bedragen_2026"))
    } else {
        Markup::default()
    }
}

/// Why a month differs from the one before: for each the largest change, and folded all of them.
fn redenen(calendar: &Calendar, w: Woorden) -> Markup {
    let per_maand = |kies: fn(&Maand) -> Vec<&Reden>| {
        let maand = |maand: &Maand| {
            let redenen: Vec<&Reden> = kies(maand);
            let naam = Markup::element("strong", &[], w.maand(maand.maand));
            let tekst = |reden: &Reden| Markup::from(reden.tekst_met(w.0, Euros::Whole));
            (!redenen.is_empty()).then(|| match redenen[..] {
                [reden] => Markup::from([naam, Markup::words(": "), tekst(reden)]),
                _ => [naam, bullets(redenen.into_iter().map(tekst).collect())].into(),
            })
        };
        bullets(calendar.maanden.iter().filter_map(maand).collect())
    };
    [
        heading(w.kalender("waarom")),
        per_maand(|maand| grootste(maand).into_iter().collect()),
        folded("redenen", &w.t("redenen_alle"), per_maand(|maand| maand.redenen.iter().collect())),
    ]
    .into()
}

/// What changes most in a month.
fn grootste(maand: &Maand) -> Option<&Reden> {
    let hoeveel = |reden: &&Reden| reden.verschil.amount().abs();
    // Of equal ones the first.
    maand.redenen.iter().rev().max_by_key(hoeveel)
}

/// On which days money comes and goes; what she spends on living has no days of its own.
fn betaaldagen(calendar: &Calendar, w: Woorden) -> Markup {
    let codes = Code::ALLE.into_iter().filter(|code| *code != Code::Leefgeld);
    bullets(codes.filter_map(|code| betaaldag(calendar, code, w)).collect())
}

fn betaaldag(calendar: &Calendar, code: Code, w: Woorden) -> Option<Markup> {
    let stromen = calendar.maanden.iter().flat_map(|maand| &maand.stromen);
    let datums: Vec<Date> =
        stromen.filter(|stroom| stroom.code == code).map(|stroom| stroom.datum).collect();
    let (van, tot) = (*datums.first()?, *datums.last()?);
    let wat = ("wat", code.naam(w.0));
    let zin = if datums.len() > ELKE_MAAND {
        let dagen: BTreeSet<i8> = datums.iter().map(|datum| datum.day()).collect();
        let dag = |dag: &i8| w.t_met("betaaldag", &[("dag", dag.to_string())]);
        let dagen = dagen.iter().map(dag).collect::<Vec<_>>().join(", ");
        let periode = [("dagen", dagen), ("van", w.maand(van)), ("tot", w.maand(tot))];
        w.t_met("betaaldag_maand", &[&[wat], &periode[..]].concat())
    } else {
        let datum = |datum: &Date| format::value(w.0, &Value::Date(*datum));
        let datums = datums.iter().map(datum).collect::<Vec<_>>().join(", ");
        w.t_met("betaaldag_keer", &[wat, ("datums", datums)])
    };
    Some(zin.into())
}
