//! What the municipality may add: shown apart, in none of the amounts. A coach can put in an amount of her own,
//! which is then marked.

use calc_core::month::{GemeenteRegeling, Month};
use yew::{Event, Html, html};

use super::field::Lines;
use super::number_field::{NumberField, number_field};
use crate::answer::Ready;
use crate::dom::{card, el, folded, heard, paragraph, source_link, text, when};
use crate::fields;
use crate::format::{day, euro};
use crate::page::{Page, both, go_to};
use crate::state::Action;
use crate::words::{language, t, t_with};

/// Whether the amounts are counted in the year: a field of the contract.
const COUNT: &str = "huishouden.gemeente_meetellen";
const AMOUNTS: &str = "huishouden.gemeente_bedragen";

fn outcome(scheme: &GemeenteRegeling, met_baan: bool) -> Html {
    let outcome = if met_baan { scheme.uitkomst.met_baan } else { scheme.uitkomst.nu };
    let answer = t(&format!("gemeente.antwoord_{}", outcome.antwoord.word()));
    let amount = outcome.bedrag.map(|amount| {
        let per = t(&format!("gemeente.per_{}", amount.per()));
        format!(": {} {per}", euro(amount.euro().amount()))
    });
    let key = if met_baan { "tabel.met_baan" } else { "tabel.nu" };
    let words = format!("{}: {answer}{}", t(key), amount.unwrap_or_default());
    el("p").class("gemeente__uitkomst").text(words)
}

fn by_hand(page: &Page, code: &str, name: &str) -> Html {
    let path = format!("{AMOUNTS}.{code}");
    let label = t_with("gemeente.zelf", &[("naam", name.to_owned())]);
    let lines = Lines { label, hint: t("gemeente.zelf_hulp"), ..Lines::default() };
    let (is_there, forget) = (!page.form().get(&path).is_empty(), path.clone());
    let to_field = go_to(fields::id(&path));
    let field = NumberField { path, lines, ..NumberField::default() };
    let back = || {
        let button =
            el("button").at("type", "button").class("utrecht-button utrecht-button--subtle");
        let forget = page.on(move || Action::Forget(forget.clone()));
        let button = button.on_click(both(to_field, forget));
        el("p").of([
            el("span").class("merk").text(t("gemeente.aangepast")),
            text(" "),
            button.of([text(t("gemeente.terug")), heard(format!(" ({name})"))]),
        ])
    };
    el("div").of([number_field(page, field), when(is_there, back)])
}

fn scheme(page: &Page, scheme: &GemeenteRegeling) -> Html {
    let about = scheme.regeling;
    let read = t_with("uitleg.bekeken", &[("datum", day(about.source.checked))]);
    let may_change = page.state.coach && about.soort.is_geld();
    el("div").class("gemeente__regeling").at("data-regeling", about.code).of([
        el("h3").class("utrecht-heading-3").at("lang", "nl").text(about.naam),
        paragraph(scheme.tekst(language())),
        outcome(scheme, false),
        outcome(scheme, true),
        el("p").class("klein").of([
            text(format!("{} ", t("uitleg.bron"))),
            source_link(about.source),
            text(format!(", {read}. ")),
        ]),
        when(may_change, || by_hand(page, about.code, about.naam)),
    ])
}

fn counted(page: &Page, month: &Month) -> Html {
    let Some(year) = &month.gemeente.besteedbaar_jaar else { return Html::default() };
    let shown = |key: &str, amount| t_with(key, &[("bedrag", euro(amount))]);
    let is_on = page.form().is_yes(COUNT);
    when(is_on, || {
        el("p").class("utrecht-paragraph").of([
            text(shown("gemeente.jaar_nu", year.nu.amount())),
            text(" "),
            text(shown("gemeente.jaar_met_baan", year.met_baan.amount())),
        ])
    })
}

fn count_too(page: &Page) -> Html {
    let state = page.state.dispatcher();
    let is_on = page.form().is_yes(COUNT);
    let change = yew::Callback::from(move |_: Event| {
        let next = if is_on { "nee" } else { "ja" };
        state.dispatch(Action::Type(COUNT.to_owned(), next.to_owned()));
    });
    html! {
        <label class="optie">
            <input class="utrecht-checkbox" type="checkbox" data-veld={COUNT} checked={is_on} onchange={change} />
            <span>{ text(t("gemeente.meetellen")) }</span>
        </label>
    }
}

/// The municipality's part; nothing where none is known.
pub fn gemeente(page: &Page, ready: &Ready) -> Html {
    let month = &ready.month;
    if month.gemeente.regelingen.is_empty() {
        return Html::default();
    }
    let title = t_with("gemeente.toon", &[("aantal", month.gemeente.regelingen.len().to_string())]);
    let parts: Vec<Html> =
        month.gemeente.regelingen.iter().map(|each| scheme(page, each)).collect();
    let shown = vec![
        paragraph(t_with("gemeente.zin", &[("gemeente", month.gemeente.naam.to_owned())])),
        count_too(page),
        counted(page, month),
        folded(title, parts),
    ];
    card("kaart", "gemeente-kop", "gemeente.kop", shown)
}
