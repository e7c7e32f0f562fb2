//! The thirteen months as tables: what is on her account and what is really hers, and every amount.

use calc_core::calendar::{Calendar, Code, Maand};
use calc_core::format;
use calc_core::money::Euro;
use calc_core::value::Value;

use super::{Woorden, bullets, folded, heading, is_voortgezet, line, stuk, tabel};
use crate::markup::Markup;
use crate::places::Twaalf;

/// The thirteen months: the course of the account, and folded every amount.
pub fn maanden(twaalf: &Twaalf, w: Woorden) -> Markup {
    let calendar = &twaalf.calendar;
    stuk(vec![verloop(calendar, w), folded("alles", &w.t("alles"), alles(calendar, w))], w)
}

/// Month by month, with a reason for each that changes.
fn verloop(calendar: &Calendar, w: Woorden) -> Markup {
    let rijen: Vec<Markup> = calendar.maanden.iter().map(|maand| rij(maand, w)).collect();
    let koppen = ["maand", "eind", "terug", "echt", "laagste"];
    let tabel = tabel(
        "twaalf_maanden",
        &w.t("maanden"),
        &koppen.map(|kop| w.t(&format!("kolom_{kop}"))),
        rijen,
    );
    [line("utrecht-paragraph", w.t("maanden_zin")), tabel, ster(calendar, w), redenen(calendar, w)]
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
    let mark = if is_voortgezet(maand.status) { "\u{a0}*" } else { "" };
    format!("{}{mark}", w.maand(maand.maand))
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
fn cel(maand: &Maand, lijn: &str, bedrag: Euro, w: Woorden) -> Markup {
    let maand = format!("{:04}-{:02}", maand.maand.year(), maand.maand.month());
    let attributes = [("data-maand", &*maand), ("data-lijn", lijn)];
    let bedrag = bedrag.amount();
    Markup::element("td", &[], Markup::amount(&attributes, bedrag, &format::euro(w.0, bedrag)))
}

fn ster(calendar: &Calendar, w: Woorden) -> Markup {
    if calendar.maanden.iter().any(|maand| is_voortgezet(maand.status)) {
        line("klein", w.t("bedragen_2026"))
    } else {
        Markup::default()
    }
}

/// Why a month differs from the one before.
fn redenen(calendar: &Calendar, w: Woorden) -> Markup {
    let maanden = calendar.maanden.iter().filter(|maand| !maand.redenen.is_empty());
    let maand = |maand: &Maand| {
        let redenen = maand.redenen.iter().map(|reden| reden.tekst(w.0).into()).collect();
        let naam = Markup::element("strong", &[], w.maand(maand.maand));
        Markup::from([naam, bullets(redenen)])
    };
    [heading(w.kalender("waarom")), bullets(maanden.map(maand).collect())].into()
}
