//! Her first twelve months as pieces of page: the answer on one screen, and what stands behind its doors: month by month,
//! what to do, other hours, what if. They are the second module's: the first has no calendar.

pub mod blad;
pub mod doen;
pub mod gevallen;
pub mod maanden;
mod schulden;
mod tekening;
pub mod uren;

use calc_core::calendar::{Blok, Calendar, WatAls};
use calc_core::coverage::Standing;
use calc_core::format::Euros;
use calc_core::money::{Euro, about, whole_euros};
use calc_core::texts::fill;
use calc_core::{Error, Language, format};
use rust_decimal::Decimal;

pub use schulden::voor_schulden;

use crate::markup::Markup;
use crate::places::Twaalf;

/// Less than this a month is said as "about as much" (euro per month): an estimate is no finer.
const EVENVEEL: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// What she should know first, most urgent first: one of these stands with the answer.
const DRINGEND: [&str; 6] = [
    "tekort_op_de_rekening",
    "kinderopvangtoeslag_komt_later",
    "bijstand_keert_terug",
    "toeslag_terug",
    "belasting_te_betalen",
    "bijstand_stopt",
];

/// The answer: the sentence, when what changes, what is left to live on, what it rests on, the one thing to watch.
pub fn card(twaalf: &Twaalf, w: Woorden) -> Markup {
    let Twaalf { calendar, zonder_vrijlating, heeft_baan, .. } = twaalf;
    if !heeft_baan {
        let mut parts = vec![titel(w.t("geen_baan")), line("kop__onder", w.t("geen_baan_zin"))];
        // What twelve months come to stands there too: nothing more and nothing less.
        parts.extend(waarheden(calendar, w).into_iter().take(1));
        return kaart("gelijk", parts, w);
    }
    let mut parts = vec![titel(kop_van(calendar, w))];
    parts.extend(schulden::voor_en_na_schulden(twaalf, w));
    parts.extend(beter(calendar));
    parts.extend(blokken(calendar, w));
    parts.extend(om_van_te_leven(twaalf, w));
    parts.extend(schulden::houdt(twaalf, w));
    parts.extend(waarheden(calendar, w));
    parts.extend(bijstand(calendar, w));
    parts.extend(let_op(calendar, w));
    // Directly with the amounts: what may end and is in none of them.
    parts.push(line("kop__onder", w.kalender("onder_de_kop")));
    parts.extend(zeker(calendar, *zonder_vrijlating, w));
    // Before creditors nobody can say which way it goes for her.
    let kant = richting(calendar.samenvatting.per_maand);
    kaart(if twaalf.heeft_schulden { "gelijk" } else { kant }, parts, w)
}

/// The card, in the colour of the way it goes.
fn kaart(richting: &str, parts: Vec<Markup>, w: Woorden) -> Markup {
    let class = match richting {
        "gelijk" => "kop".to_owned(),
        _ => format!("kop kop--{richting}"),
    };
    // The page may be in a language that this module does not have.
    let attributes = [("class", &*class), ("lang", w.0.tag()), ("aria-labelledby", "twaalf-kop")];
    Markup::element("section", &attributes, parts)
}

/// That nothing can be said, and why: never an amount in its place.
pub fn refused(error: &Error, w: Woorden) -> Markup {
    kaart("gelijk", vec![titel(w.t("niet")), line("kop__onder", error.lines(w.0))], w)
}

/// The answer in a few words.
pub fn in_short(twaalf: &Twaalf, w: Woorden) -> String {
    if !twaalf.heeft_baan {
        return w.t("geen_baan");
    }
    let per_maand = twaalf.calendar.samenvatting.per_maand.unwrap_or(Euro::ZERO);
    let key = format!("kort_{}", richting(Some(per_maand)));
    schulden::in_het_kort(twaalf, w.t_met(&key, &[("bedrag", ongeveer(per_maand, w))]), w)
}

/// The words of the piece.
#[derive(Clone, Copy)]
pub struct Woorden(pub Language);

impl Woorden {
    fn t(self, key: &str) -> String {
        fill(self.0, &format!("pagina.twaalf.{key}"), &[])
    }

    fn t_met(self, key: &str, args: &[(&str, String)]) -> String {
        fill(self.0, &format!("pagina.twaalf.{key}"), args)
    }

    fn kalender(self, key: &str) -> String {
        fill(self.0, &format!("kalender.tekst.{key}"), &[])
    }

    /// A sentence about an amount, in whole euros and without its sign: the words say which way it goes.
    fn zin(self, key: &str, bedrag: Euro) -> Markup {
        self.zin_met(key, &[], &[("bedrag", self.bedrag(bedrag))])
    }

    fn zin_met(
        self,
        key: &str,
        attributes: &[(&str, String)],
        pieces: &[(&str, Markup)],
    ) -> Markup {
        let words: Vec<(&str, Markup)> =
            attributes.iter().map(|(name, words)| (*name, Markup::words(words))).collect();
        Markup::sentence(&self.t(key), &[&words, pieces].concat())
    }

    fn bedrag(self, bedrag: Euro) -> Markup {
        Markup::amount(&[("class", "bedrag")], bedrag.amount(), &self.geheel(bedrag))
    }

    fn geheel(self, bedrag: Euro) -> String {
        format::euro_whole(self.0, bedrag.amount().abs())
    }

    /// In whole euros, with its sign: where the words do not say which way it goes.
    fn met_teken(self, bedrag: Euro) -> String {
        format::euro_whole(self.0, bedrag.amount())
    }

    /// The name of a month in few letters.
    fn maand_kort(self, day: jiff::civil::Date) -> String {
        self.t(&format!("maand_kort.{}", day.month()))
    }

    fn maand(self, day: jiff::civil::Date) -> String {
        format::month(self.0, day)
    }
}

/// A piece in the language of this module: the page may be in one that it does not have.
pub fn stuk(inner: Vec<Markup>, w: Woorden) -> Markup {
    Markup::element("div", &[("class", "stuk"), ("lang", w.0.tag())], inner)
}

fn line(class: &str, inner: impl Into<Markup>) -> Markup {
    Markup::element("p", &[("class", class)], inner)
}

fn heading(words: String) -> Markup {
    Markup::element("h3", &[("class", "utrecht-heading-3")], words)
}

/// A list with bullets.
pub fn bullets(items: Vec<Markup>) -> Markup {
    let item = |item| Markup::element("li", &[], item);
    let items: Markup = items.into_iter().map(item).collect();
    Markup::element("ul", &[("class", "utrecht-unordered-list")], items)
}

/// A table that can be wider than the page, and is then moved inside its own frame, with the keyboard too.
fn tabel(naam: &str, label: &str, koppen: &[String], rijen: Vec<Markup>) -> Markup {
    tabel_met("utrecht-table tabel-klein", naam, label, koppen, rijen)
}

fn tabel_met(
    class: &str,
    naam: &str,
    label: &str,
    koppen: &[String],
    rijen: Vec<Markup>,
) -> Markup {
    let kop = |kop: &String| Markup::element("th", &[("scope", "col")], kop.as_str());
    let kop = Markup::element("tr", &[], koppen.iter().map(kop).collect::<Markup>());
    let delen = [Markup::element("thead", &[], kop), Markup::element("tbody", &[], rijen)];
    let class = [("class", class), ("data-lijst", naam)];
    let frame = [("class", "schuif"), ("tabindex", "0"), ("role", "region"), ("aria-label", label)];
    Markup::element("div", &frame, Markup::element("table", &class, delen))
}

/// A part that is folded until it is opened; its name tells which one stays open when the amounts change.
fn folded(name: &str, summary: &str, inner: Markup) -> Markup {
    let summary = Markup::element("summary", &[], summary);
    Markup::element("details", &[("class", "uitklap"), ("data-deel", name)], [summary, inner])
}

/// Which way a difference a month goes, as the keys of the texts end.
fn richting(per_maand: Option<Euro>) -> &'static str {
    match per_maand.map(Euro::amount) {
        Some(amount) if amount >= EVENVEEL => "meer",
        Some(amount) if amount <= -EVENVEEL => "minder",
        _ => "gelijk",
    }
}

/// The same of an amount that is not by the month: only what is no whole euro is nothing.
fn van_bedrag(bedrag: Euro) -> &'static str {
    match whole_euros(bedrag.amount()) {
        amount if amount.is_zero() => "gelijk",
        amount if amount.is_sign_negative() => "minder",
        _ => "meer",
    }
}

/// The sentence she came for: to tens of euros, nobody knows more.
fn kop_van(calendar: &Calendar, w: Woorden) -> Markup {
    let per_maand = calendar.samenvatting.per_maand.unwrap_or(Euro::ZERO);
    let written = ongeveer(per_maand, w);
    let bedrag = Markup::amount(&[("class", "kop__bedrag")], per_maand.amount(), &written);
    let key = format!("kop_{}", richting(Some(per_maand)));
    w.zin_met(&key, &[], &[("bedrag", bedrag)])
}

/// To tens of euros: nobody knows more.
fn ongeveer(bedrag: Euro, w: Woorden) -> String {
    format::euro_whole(w.0, about(bedrag.amount().abs()))
}

fn titel(words: impl Into<Markup>) -> Markup {
    Markup::element("h2", &[("class", "kop__zin"), ("id", "twaalf-kop")], words)
}

/// With less than without a job: a place for the hours that are better, which take longer to find.
fn beter(calendar: &Calendar) -> Option<Markup> {
    let is_minder = richting(calendar.samenvatting.per_maand) == "minder";
    is_minder.then(|| {
        Markup::element(
            "div",
            &[("class", "plaats"), ("data-plaats", "beter"), ("aria-busy", "true")],
            Markup::default(),
        )
    })
}

/// What twelve months come to, what of it is on her account by then, and what comes later.
fn waarheden(calendar: &Calendar, w: Woorden) -> Vec<Markup> {
    let samen = &calendar.samenvatting;
    let (Some(verschil), Some(komt_nog)) = (samen.verschil_met_nooit, samen.komt_nog) else {
        return Vec::new();
    };
    let attributes = [("class", "bedrag"), ("data-lijn", "verschil_met_nooit")];
    let totaal = Markup::amount(&attributes, verschil.amount(), &w.geheel(verschil));
    let totaal = w.zin_met(&format!("totaal_{}", van_bedrag(verschil)), &[], &[("bedrag", totaal)]);
    let op_de_rekening = samen.verschil_op_de_rekening;
    let rekening = w.zin(&format!("rekening_{}", van_bedrag(op_de_rekening)), op_de_rekening);
    let later = match (samen.schulden, van_bedrag(komt_nog)) {
        (Some(_), _) => Some(w.t("nog_schulden").into()),
        (None, "meer") => Some(w.zin("nog_komt", komt_nog)),
        (None, "minder") => Some(w.zin("nog_af", komt_nog)),
        _ => None,
    };
    let space = || Markup::words(" ");
    let later = later.map_or_else(Markup::default, |later| [space(), later].into());
    vec![line("kop__onder", totaal), line("kop__onder", [rekening, later])]
}

/// That the municipality tops up her wage, and until when: what half of the mothers do not know.
fn bijstand(calendar: &Calendar, w: Woorden) -> Vec<Markup> {
    let krijgt = |maand: &calc_core::calendar::Maand| maand.bijstand.uitbetaald_recht;
    let [nul, rest @ ..] = &calendar.maanden[..] else { return Vec::new() };
    let Some(eerste) = rest.first().filter(|_| krijgt(nul).is_positive()) else {
        return Vec::new();
    };
    // The last run of months without: bijstand that stops and returns is told with the months.
    let zonder = rest.iter().rev().take_while(|maand| !krijgt(maand).is_positive()).last();
    let maand = ("maand", w.maand(eerste.maand));
    if !krijgt(eerste).is_positive() {
        let is_out = zonder.is_some_and(|maand| maand.nummer == eerste.nummer);
        let zin = || line("kop__onder", w.zin_met("vult_niet_aan", &[maand], &[]));
        return is_out.then(zin).into_iter().collect();
    }
    let bedrag = krijgt(eerste).once();
    let mut zinnen = vec![w.zin_met("vult_aan", &[maand], &[("bedrag", w.bedrag(bedrag))])];
    if let Some(zonder) = zonder {
        let maand = ("maand", w.maand(zonder.maand));
        zinnen.extend([Markup::words(" "), w.zin_met("vult_aan_tot", &[maand], &[])]);
    }
    vec![line("kop__onder", zinnen)]
}

/// What is left to live on, now and then; with debts also what goes to creditors.
fn om_van_te_leven(twaalf: &Twaalf, w: Woorden) -> Vec<Markup> {
    let samen = &twaalf.calendar.samenvatting;
    let pieces = |bedragen: [Euro; 2]| {
        let [nu, dan] = bedragen.map(|bedrag| w.bedrag(bedrag));
        [("nu", nu), ("dan", dan)]
    };
    let Some([nooit, werkelijk]) = samen.schulden else {
        let key = if twaalf.vaste_lasten { "leven" } else { "leven_zonder_vast" };
        let zin = w.zin_met(key, &[], &pieces(samen.om_van_te_leven));
        return vec![line("kop__onder", zin)];
    };
    let [nu, dan] = pieces([nooit.naar_schuldeisers, werkelijk.naar_schuldeisers]);
    let over = [nooit.over_per_maand, werkelijk.over_per_maand];
    let [over_nu, over_dan] = over.map(|bedrag| w.bedrag(bedrag));
    let pieces = [nu, dan, ("over_nu", over_nu), ("over_dan", over_dan)];
    let zin = Markup::sentence(&w.kalender("schulden"), &pieces);
    vec![line("kop__onder", zin)]
}

/// The one thing to watch.
fn let_op(calendar: &Calendar, w: Woorden) -> Option<Markup> {
    let van =
        |code: &&str| calendar.waarschuwingen.iter().find(|bericht| bericht.zin().code == *code);
    let bericht = DRINGEND.iter().find_map(van)?;
    let kop = Markup::element("strong", &[], format!("{}: ", w.t("let_op")));
    let class = [("class", "let-op"), ("data-code", bericht.zin().code)];
    Some(Markup::element("p", &class, [kop, bericht.tekst_met(w.0, Euros::Whole).into()]))
}

/// The same in one line: on paper too it is said that it is less later.
fn blokken_in_een_regel(calendar: &Calendar, w: Woorden) -> Option<Markup> {
    let blokken = calendar.samenvatting.blokken.as_ref().filter(|all| all.len() > 1)?;
    let delen = blokken.iter().enumerate().flat_map(|(at, blok)| {
        [Markup::words(if at == 0 { "" } else { "; " }), woorden_van(blok, w)]
    });
    let kop = Markup::element("strong", &[], format!("{} ", w.t("blokken")));
    Some(line("kop__onder", [kop, delen.collect(), Markup::words(".")]))
}

/// When she has more and when less, as dated runs of months.
fn blokken(calendar: &Calendar, w: Woorden) -> Vec<Markup> {
    let Some(blokken) = calendar.samenvatting.blokken.as_ref().filter(|all| all.len() > 1) else {
        return Vec::new();
    };
    let items: Markup = blokken.iter().map(|blok| een_blok(blok, w)).collect();
    let label = w.t("blokken");
    vec![Markup::element("ol", &[("class", "band"), ("aria-label", &*label)], items)]
}

fn een_blok(blok: &Blok, w: Woorden) -> Markup {
    let class = format!("band__deel band__deel--{}", van_bedrag(blok.per_maand));
    Markup::element("li", &[("class", &*class)], woorden_van(blok, w))
}

fn woorden_van(blok: &Blok, w: Woorden) -> Markup {
    let van = ("van", w.maand(blok.van));
    let wanneer = match blok.tot {
        None => w.zin_met("blok_open", &[van], &[]),
        Some(tot) if tot == blok.van => w.zin_met("blok_een", &[van], &[]),
        Some(tot) => w.zin_met("blok", &[van, ("tot", w.maand(tot))], &[]),
    };
    let kant = van_bedrag(blok.per_maand);
    let hoeveel = w.zin(&format!("blok_{kant}"), blok.per_maand);
    [wanneer, Markup::words(": "), Markup::element("strong", &[], hoeveel)].into()
}

/// What is certain, and what depends on a decision that is not hers.
fn zeker(calendar: &Calendar, zonder: Option<Euro>, w: Woorden) -> Option<Markup> {
    let mut zinnen = Vec::new();
    if !calendar.jaren_voortgezet.is_empty() {
        zinnen.extend([w.kalender("bekend"), w.kalender("niet_bekend")].map(Markup::from));
    }
    if let (Some(met), Some(zonder)) = (calendar.samenvatting.per_maand, zonder) {
        let minder = met - zonder;
        if minder.amount() >= EVENVEEL {
            zinnen.push(w.zin("zonder_vrijlating", minder));
        }
    }
    if let Some(oude) = calendar.samenvatting.verschil_bij_oude_vrijlating {
        let bedrag = Markup::amount(&[], oude.amount(), &format::euro_whole(w.0, oude.amount()));
        zinnen.push(Markup::sentence(&w.kalender("oude_vrijlating"), &[("bedrag", bedrag)]));
    }
    (!zinnen.is_empty()).then(|| folded("zeker", &w.t("zeker"), bullets(zinnen)))
}

/// What comes of it when it goes otherwise.
pub fn wat_als(twaalf: &Twaalf, w: Woorden) -> Markup {
    let kaart = |(naam, kaart): &(&'static str, WatAls)| {
        let regels = kaart.regels(naam, w.0, Euros::Whole).into_iter().map(Markup::from).collect();
        let attributes = [("data-wat-als", *naam)];
        Markup::element("div", &attributes, [heading(kaart.kop(naam, w.0)), bullets(regels)])
    };
    let kaarten = twaalf.calendar.wat_als.iter().map(kaart);
    stuk(voor_schulden(twaalf, w).into_iter().chain(kaarten).collect(), w)
}

/// Whether a month takes amounts of a year before.
const fn is_voortgezet(standing: Standing) -> bool {
    matches!(standing, Standing::Continued)
}

#[cfg(test)]
mod tests;
