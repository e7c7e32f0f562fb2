//! The situations of a coach side by side over twelve months: the one that brings most and the one that brings least are
//! marked by what twelve months come to, and by nothing else.

use calc_core::calendar::{Calendar, Maand, calendar_of};
use calc_core::money::Euro;
use calc_core::texts::fill;
use calc_core::value::Value;
use calc_core::{Explain, Situatie, format};

use super::{Woorden, stuk, tabel_met};
use crate::markup::Markup;

/// A situation with its name: its months, that they cannot be computed, or that it is not whole yet.
struct Geval {
    naam: String,
    maanden: Maanden,
}

enum Maanden {
    Er(Box<Calendar>),
    Niet,
    NogNiet,
}

/// What a row says of a situation: the piece, and the amount it is compared by.
type Cel = (Markup, Option<Euro>);

/// A row: the key of its words, and what it says.
type Rij = (&'static str, fn(&Calendar, Woorden) -> Cel);

const RIJEN: [Rij; 5] = [
    ("geval_twaalf", |calendar, w| verschil(calendar.samenvatting.verschil_met_nooit, w)),
    ("geval_maand", |calendar, w| verschil(calendar.samenvatting.per_maand, w)),
    ("geval_leven", |calendar, w| {
        let [_, dan] = calendar.samenvatting.om_van_te_leven;
        (bedrag("om_van_te_leven", dan, &format::euro(w.0, dan.amount())), Some(dan))
    }),
    ("kolom_laagste", laagste),
    ("geval_bijstand", |calendar, w| (bijstand_tot(calendar, w).into(), None)),
];

/// The comparison; `cases` is a list of names, each with the JSON of its situation, or nothing.
pub fn vergelijk(cases: &str, w: Woorden) -> Markup {
    let cases: Vec<(String, String)> = serde_json::from_str(cases).unwrap_or_default();
    let gevallen: Vec<Geval> =
        cases.into_iter().map(|(naam, json)| Geval { naam, maanden: Maanden::of(&json) }).collect();
    if gevallen.is_empty() {
        return Markup::default();
    }
    let namen = gevallen.iter().map(|geval| geval.naam.clone());
    let koppen: Vec<String> = std::iter::once(w.t("geval_wat")).chain(namen).collect();
    let rijen = RIJEN.iter().map(|rij| een_rij(rij, &gevallen, w)).collect();
    let class = "utrecht-table tabel-klein geval__tabel";
    stuk(vec![tabel_met(class, "gevallen_twaalf", &w.t("geval_label"), &koppen, rijen)], w)
}

impl Maanden {
    fn of(json: &str) -> Self {
        if json.is_empty() {
            return Self::NogNiet;
        }
        let situatie = Situatie::from_json(json);
        match situatie.and_then(|situatie| calendar_of(&situatie, Explain::No)) {
            Ok(calendar) => Self::Er(Box::new(calendar)),
            Err(_) => Self::Niet,
        }
    }
}

fn een_rij((key, zegt): &Rij, gevallen: &[Geval], w: Woorden) -> Markup {
    let cellen: Vec<Cel> = gevallen.iter().map(|geval| cel(geval, *zegt, w)).collect();
    let bedragen: Vec<Euro> = cellen.iter().filter_map(|(_, bedrag)| *bedrag).collect();
    let rang = if *key == RIJEN[0].0 { Some(&bedragen[..]) } else { None };
    // Of the first situation, not of the first that has an amount.
    let eerste = cellen.first().and_then(|(_, bedrag)| *bedrag);
    let cellen = cellen.into_iter().map(|(stuk, bedrag)| {
        let anders = eerste.is_some() && bedrag.is_some() && bedrag != eerste;
        let class = if anders { "geval__anders" } else { "" };
        let ook = if anders { gehoord(&woord("anders", w)) } else { Markup::default() };
        Markup::element("td", &[("class", class)], [stuk, ook, merk(bedrag, rang, w)])
    });
    let kop = Markup::element("th", &[("scope", "row")], w.t(key));
    Markup::element("tr", &[], std::iter::once(kop).chain(cellen).collect::<Markup>())
}

fn cel(geval: &Geval, zegt: fn(&Calendar, Woorden) -> Cel, w: Woorden) -> Cel {
    match &geval.maanden {
        Maanden::Er(calendar) => zegt(calendar, w),
        Maanden::Niet => (w.t("geval_niet").into(), None),
        Maanden::NogNiet => (woord("nog_niet", w).into(), None),
    }
}

/// A word that the page's own comparison has too.
fn woord(key: &str, w: Woorden) -> String {
    fill(w.0, &format!("pagina.geval.{key}"), &[])
}

fn gehoord(woorden: &str) -> Markup {
    Markup::element("span", &[("class", "onzichtbaar")], format!(" ({woorden})"))
}

/// That an amount is the best or the least of a row, when they are not all the same.
fn merk(bedrag: Option<Euro>, rang: Option<&[Euro]>, w: Woorden) -> Markup {
    let (Some(bedrag), Some(bedragen)) = (bedrag, rang) else { return Markup::default() };
    let (meest, minst) = (bedragen.iter().max(), bedragen.iter().min());
    let key = match () {
        () if meest == minst => return Markup::default(),
        () if meest == Some(&bedrag) => "geval_beste",
        () if minst == Some(&bedrag) => "geval_minst",
        () => return Markup::default(),
    };
    Markup::element("span", &[("class", "merk geval__merk")], w.t(key))
}

fn bedrag(lijn: &str, bedrag: Euro, written: &str) -> Markup {
    Markup::amount(&[("data-lijn", lijn)], bedrag.amount(), written)
}

/// A difference, with a plus when it is a rise; nothing where nothing is reported.
fn verschil(verschil: Option<Euro>, w: Woorden) -> Cel {
    let Some(verschil) = verschil else { return (w.t("geval_niet").into(), None) };
    let plus = if verschil.is_positive() { "+\u{a0}" } else { "" };
    let written = format!("{plus}{}", format::euro(w.0, verschil.amount()));
    (bedrag("verschil", verschil, &written), Some(verschil))
}

fn laagste(calendar: &Calendar, w: Woorden) -> Cel {
    let laagste = calendar.samenvatting.laagste;
    let datum = format::value(w.0, &Value::Date(laagste.datum));
    let written = format::euro(w.0, laagste.bedrag.amount());
    let stuk = [bedrag("laagste", laagste.bedrag, &written), format!(" ({datum})").into()];
    (stuk.into(), Some(laagste.bedrag))
}

/// Until when there is bijstand beside the job.
fn bijstand_tot(calendar: &Calendar, w: Woorden) -> String {
    let krijgt = |maand: &&Maand| maand.bijstand.uitbetaald_recht.is_positive();
    let maanden = calendar.maanden.iter().filter(|maand| maand.nummer > 0);
    match maanden.clone().rfind(krijgt) {
        None => w.t("geval_geen_bijstand"),
        Some(maand) if Some(maand.nummer) == calendar.maanden.last().map(|it| it.nummer) => {
            w.t("geval_nog_bijstand")
        }
        Some(maand) => w.t_met("geval_bijstand_tot", &[("maand", w.maand(maand.maand))]),
    }
}
