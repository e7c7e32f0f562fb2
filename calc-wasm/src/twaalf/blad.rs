//! Her twelve months on paper: the job in one line, the answer, what to do with boxes to tick, the months in short, room for
//! what is agreed, and who to call. And the same in short for the sheet of a coach.

use calc_core::calendar::{Calendar, Maand, TeDoen};
use calc_core::format::{self, Euros};
use calc_core::situatie::LoonAfspraak;
use calc_core::value::Value;
use calc_core::{Error, Situatie};

use super::doen::ELKE_MAAND;
use super::maanden::{cel, merk, ster};
use super::schulden::{houdt, voor_en_na_schulden};
use super::uren::geschreven;
use super::{
    Woorden, bijstand, blokken_in_een_regel, heading, kop_van, let_op, line, om_van_te_leven, stuk,
    tabel, waarheden,
};
use crate::markup::Markup;
use crate::places::Twaalf;

/// Lines to write on.
const LIJNEN: usize = 3;
/// Who can be called, by the key of their words.
const BELLEN: [&str; 3] = ["blad_bel_coach", "blad_bel_nummer", "blad_bel_toeslagen"];

/// Her sheet.
pub fn haar(situatie: &Situatie, twaalf: &Twaalf, w: Woorden) -> Markup {
    let mut parts = kort(situatie, twaalf, w);
    parts.push(deel(w.kalender("te_doen"), te_doen(&twaalf.calendar, w)));
    parts.push(deel(w.t("blad_maanden"), maanden(&twaalf.calendar, w)));
    parts.push(naast([
        deel(w.t("blad_afspraken"), schrijflijnen(LIJNEN)),
        deel(w.t("blad_bellen"), bellen(w)),
    ]));
    stuk(parts, w)
}

/// What the sheet of a coach has of it.
pub fn coach(situatie: &Situatie, twaalf: &Twaalf, w: Woorden) -> Markup {
    let mut parts = kort(situatie, twaalf, w);
    parts.push(deel(w.t("blad_maanden"), maanden(&twaalf.calendar, w)));
    stuk(parts, w)
}

/// That there are no months, and why.
pub fn niet(error: &Error, w: Woorden) -> Markup {
    stuk(vec![line("kop__onder", w.t("niet")), line("kop__onder", error.lines(w.0))], w)
}

fn deel(kop: String, inner: Markup) -> Markup {
    Markup::element("section", &[("class", "blad__deel")], [heading(kop), inner])
}

/// Parts beside each other.
fn naast(delen: impl IntoIterator<Item = Markup>) -> Markup {
    Markup::element("div", &[("class", "blad__naast")], delen.into_iter().collect::<Markup>())
}

/// The job, and what her first twelve months come to.
fn kort(situatie: &Situatie, twaalf: &Twaalf, w: Woorden) -> Vec<Markup> {
    let calendar = &twaalf.calendar;
    if !twaalf.heeft_baan {
        return vec![line("kop__zin", w.t("geen_baan"))];
    }
    let mut parts = vec![line("blad__baan", baan(situatie, calendar, w))];
    parts.push(Markup::element("h2", &[("class", "kop__zin")], kop_van(calendar, w)));
    parts.extend(voor_en_na_schulden(twaalf, w));
    parts.extend(blokken_in_een_regel(calendar, w));
    parts.extend(om_van_te_leven(twaalf, w));
    // Nothing opens on paper: the sentence, without what is folded below it.
    parts.extend(houdt(twaalf, w).into_iter().take(1));
    parts.extend(waarheden(calendar, w));
    parts.extend(bijstand(calendar, w));
    parts.extend(let_op(calendar, w));
    parts.push(line("kop__onder", w.kalender("onder_de_kop")));
    parts
}

/// The job in one line; its wage as it was agreed.
fn baan(situatie: &Situatie, calendar: &Calendar, w: Woorden) -> String {
    let baan = &situatie.baan;
    let (key, loon) = match baan.loon {
        LoonAfspraak::PerUur(loon) => ("blad_baan_uur", loon.amount()),
        LoonAfspraak::PerMaand(loon) => ("blad_baan_maand", loon.amount()),
        LoonAfspraak::Geen => ("blad_baan_zonder", rust_decimal::Decimal::ZERO),
    };
    let args = [
        ("uren", geschreven(baan.uren_per_week.amount(), w)),
        ("bedrag", format::euro(w.0, loon)),
        ("maand", w.maand(calendar.start)),
    ];
    w.t_met(key, &args)
}

/// What to do, each with a box; what comes back every month once.
fn te_doen(calendar: &Calendar, w: Woorden) -> Markup {
    let maandelijks = calendar.te_doen.iter().find(|item| item.code() == ELKE_MAAND);
    let is_los = |item: &&TeDoen| {
        item.code() != ELKE_MAAND || maandelijks.is_some_and(|eerste| eerste.datum == item.datum)
    };
    let item = |item: &TeDoen| {
        let key = if item.code() == ELKE_MAAND { "blad_elke_maand" } else { "doen_uiterlijk" };
        let datum = format::value(w.0, &Value::Date(item.datum));
        let wanneer = w.t_met(key, &[("datum", datum)]);
        let wanneer = Markup::element("strong", &[], format!("{wanneer} "));
        let vak = Markup::element("span", &[("class", "blad__vak"), ("aria-hidden", "true")], "");
        let tekst = item.tekst_met(w.0, Euros::Whole).into();
        Markup::element("li", &[("data-code", item.code())], [vak, wanneer, tekst])
    };
    let items: Markup = calendar.te_doen.iter().filter(is_los).map(item).collect();
    Markup::element("ul", &[("class", "vinken")], items)
}

/// The months in short: two tables beside each other.
fn maanden(calendar: &Calendar, w: Woorden) -> Markup {
    let koppen = ["maand", "eind", "echt"].map(|kop| w.t(&format!("kolom_{kop}")));
    let rij = |maand: &Maand| {
        let naam = format!("{} {}{}", w.maand_kort(maand.maand), maand.maand.year(), merk(maand));
        let kop = Markup::element("th", &[("scope", "row")], naam);
        let cellen = [
            kop,
            cel(maand, "eind", maand.eind, w),
            cel(maand, "echt_van_haar", maand.echt_van_haar, w),
        ];
        Markup::element("tr", &[], cellen)
    };
    let half = calendar.maanden.len().div_ceil(2);
    let tabellen = calendar.maanden.chunks(half).map(|maanden| {
        tabel("blad_maanden", &w.t("blad_maanden"), &koppen, maanden.iter().map(rij).collect())
    });
    [naast(tabellen), ster(calendar, w)].into()
}

fn schrijflijnen(aantal: usize) -> Markup {
    let lijn = Markup::element("p", &[("class", "blad__lijn")], "");
    std::iter::repeat_n(lijn, aantal).collect()
}

fn bellen(w: Woorden) -> Markup {
    super::bullets(BELLEN.iter().map(|key| w.t(key).into()).collect())
}
