//! What only a coach is asked: every other field of the contract that moves the answer. A mother's page never asks
//! it, but computes with it when a link brings it.

use yew::Html;

use crate::components::choice::{choice, yes_no, yes_or_no};
use crate::components::field::Lines;
use crate::components::month_year::month_year;
use crate::components::number_field::amount_field;
use crate::components::question::question;
use crate::dom::{all, el, when};
use crate::fields;
use crate::page::Page;
use crate::situatie::has_debts;
use crate::words::t;

const NUMBER: u8 = 9;
const AMOUNTS: [&str; 5] = [
    "baan.pensioenpremie",
    "baan.verplichte_inhoudingen",
    "baan.overige_inhoudingen",
    "baan.reiskosten",
    "baan.reisvergoeding",
];
const YES_OR_NO: [&str; 5] = [
    "baan.loonheffingskorting",
    "huishouden.medische_urenbeperking",
    "huishouden.zelfstandige_woning",
    "bijstand.ontvangt",
    "bijstand.vrijlating_toegekend",
];
/// Choices with their values; the first is what the contract computes with when nothing is chosen.
const CHOICES: [(&str, &[&str]); 4] = [
    ("baan.soort", &["dienstverband", "proefplaatsing", "traject"]),
    ("baan.vakantiegeld", &["mei", "maandelijks", "inbegrepen"]),
    ("iack", &["maandelijks", "niet"]),
    ("opvang_schaalt", &["vast", "naar_uren"]),
];
const YOUNGEST: i16 = 18;
const OLDEST: i16 = 67;

fn choices(page: &Page) -> Vec<Html> {
    let shown = |(path, values): &(&'static str, &[&'static str])| {
        let name = |value: &&'static str| (*value, t(&format!("meer.waarde_{value}")));
        let options: Vec<(&'static str, String)> = values.iter().map(name).collect();
        let lines = Lines { label: fields::name(path), ..Lines::default() };
        choice(page, path, &lines, &options, values.first().copied().unwrap_or_default())
    };
    CHOICES.iter().map(shown).collect()
}

fn partner(page: &Page) -> Html {
    let year = page.state.today.year();
    let born = Lines { label: fields::name("huishouden.partner.geboren"), ..Lines::default() };
    let wage = "huishouden.partner.maandloon";
    let details = || {
        el("div").class("erbij").of([
            month_year(page, "huishouden.partner.geboren", &born, year - OLDEST..=year - YOUNGEST),
            amount_field(page, wage, fields::name(wage)),
        ])
    };
    all([
        yes_no(page, "vraag.partner", t("meer.partner"), String::new()),
        when(page.form().is_yes("vraag.partner"), details),
    ])
}

/// What a letter says that she keeps with the job; what she keeps now is asked of everybody.
fn kept(page: &Page) -> Html {
    let path = "schulden.vrij_met_baan";
    when(has_debts(page.form()), || amount_field(page, path, fields::name(path)))
}

/// What only a coach is asked.
pub fn more(page: &Page) -> Html {
    let mut parts = vec![partner(page), kept(page)];
    parts.extend(choices(page));
    parts.extend(YES_OR_NO.map(|path| {
        let lines = Lines { label: fields::name(path), ..Lines::default() };
        yes_or_no(page, path, &lines)
    }));
    parts.extend(AMOUNTS.map(|path| amount_field(page, path, fields::name(path))));
    question(NUMBER, "meer.kop", parts)
}
