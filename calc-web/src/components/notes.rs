//! What she should know: warnings, what the answer rests on, what was not counted and which way it would
//! move the result.

use calc_core::format::Euros;
use calc_core::{Melding, Richting};
use yew::Html;

use crate::answer::Ready;
use crate::dom::{bullets, card, el, folded, paragraph, text, when};
use crate::fields;
use crate::format::{euro, month};
use crate::situatie::Assumed;
use crate::words::{language, t, t_if_any, t_with};

/// The code of an assumption that a field was left out: many, and of use to a coach.
const LEFT_OUT: &str = "standaardwaarde";

/// What stands in for an answer, as a sentence.
pub fn assumed(it: &Assumed) -> String {
    match it {
        Assumed::Minimumloon(wage) => t_with("lijst.minimumloon", &[("bedrag", euro(*wage))]),
        Assumed::Uurprijs(child, price) => {
            t_with("lijst.uurprijs", &[("nummer", child.to_string()), ("bedrag", euro(*price))])
        }
        Assumed::GeenOpvang => t("lijst.geen_opvang"),
        Assumed::Start(start) => t_with("lijst.start", &[("maand", month(*start))]),
        Assumed::Checks => t("lijst.checks"),
        Assumed::Maanden => t("lijst.maanden"),
        Assumed::Schulden => t("lijst.schulden"),
    }
}

/// A sentence of the result. A field that was left out is told by the name the page has for it, with the value that
/// stands in for it: the engine knows it by its name in the contract.
pub fn sentence(note: &Melding) -> String {
    let args = note.arg(language(), "veld").zip(note.arg(language(), "waarde"));
    match args.filter(|_| note.code == LEFT_OUT) {
        Some((path, value)) => format!("{}: {}", fields::name_of_any(&path), stands_in(value)),
        None => note.tekst_met(language(), Euros::Whole),
    }
}

/// A value that stands in, in the words of the page: a choice by its name, anything else as the engine says it.
fn stands_in(value: String) -> String {
    t_if_any(&format!("meer.waarde_{value}")).map_or(value, str::to_owned)
}

fn item(note: &Melding) -> Html {
    el("li").at("data-code", note.code).text(sentence(note))
}

fn left_out(note: &Melding) -> Html {
    let way = match note.richting {
        Some(Richting::Meer) => "lijst.meer",
        Some(Richting::Minder) => "lijst.minder",
        _ => "lijst.onbekend",
    };
    let way = el("span").class("richting").text(format!("({})", t(way)));
    el("li")
        .at("data-code", note.code)
        .of([text(format!("{} ", note.tekst_met(language(), Euros::Whole))), way])
}

/// The warnings, near the answer.
pub fn warnings(ready: &Ready) -> Html {
    let warnings = &ready.month.waarschuwingen;
    when(!warnings.is_empty(), || {
        let list = bullets(warnings.iter().map(item).collect());
        card("kaart kaart--let-op", "let-op-kop", "lijst.waarschuwingen", vec![list])
    })
}

/// What the answer rests on and what was not counted.
pub fn notes(ready: &Ready) -> Html {
    let (defaults, choices): (Vec<&Melding>, Vec<&Melding>) =
        ready.month.aannames.iter().partition(|note| note.code == LEFT_OUT);
    let mut parts = Vec::new();
    if !ready.assumed.is_empty() {
        let items = ready.assumed.iter().map(|it| el("li").text(assumed(it))).collect();
        parts.push(el("h3").class("utrecht-heading-3").text(t("lijst.van_ons")));
        parts.push(bullets(items));
    }
    let mut rests_on =
        vec![paragraph(t("lijst.aannames_zin")), bullets(choices.into_iter().map(item).collect())];
    if !defaults.is_empty() {
        let title = t_with("lijst.meer_tonen", &[("aantal", defaults.len().to_string())]);
        rests_on.push(folded(title, vec![bullets(defaults.into_iter().map(item).collect())]));
    }
    let not_counted = ready.month.niet_berekend.iter().map(left_out).collect();
    parts.push(folded(t("lijst.aannames"), rests_on));
    let not_counted = vec![paragraph(t("lijst.niet_berekend_zin")), bullets(not_counted)];
    parts.push(folded(t("lijst.niet_berekend"), not_counted));
    card("kaart", "lijst-kop", "lijst.kop", parts)
}
