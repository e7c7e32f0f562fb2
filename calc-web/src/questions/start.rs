//! Question 7: when the job starts, and what work there was or is beside bijstand.

use calc_core::suggest;
use jiff::civil::Date;
use yew::Html;

use super::wage::wage_fields;
use crate::components::choice::yes_no;
use crate::components::field::Lines;
use crate::components::headline::continued;
use crate::components::number_field::{Beside, NumberField, number_field};
use crate::components::question::question;
use crate::components::select::{Options, Select, numbers, select_field};
use crate::dom::{el, when};
use crate::page::Page;
use crate::words::{t, t_with};
use crate::writer::{MONTHS_2027, UNKNOWN};
use crate::{format, months};

/// The bounds of the contract.
const MOST_MONTHS_N: usize = 6;
const MOST_MONTHS_2027: usize = 12;
const MONTHS_N: &str = "bijstand.vrijlating_n_maanden";

/// The months that can be computed, from this month on; and the one a link brought, when that is another.
fn start_options(page: &Page) -> Options {
    let months = months::to_choose(page.state.today);
    let brought = months::parse(page.form().get("peildatum"));
    let brought = brought.filter(|month| !months.contains(month));
    let option = |month: Date| (months::written(month), format::month(month));
    brought.into_iter().chain(months).map(option).collect()
}

fn start_month(page: &Page) -> Html {
    let lines = Lines {
        label: t("vraag.start.maand"),
        hint: continued(page.day(), "vraag.start.maand_voortgezet").unwrap_or_default(),
        fallback: t_with("vraag.start.maand_hulp", &[("maand", format::month(page.day()))]),
    };
    let preset = months::written(page.day());
    let select =
        Select { path: "peildatum", options: start_options(page), preset, ..Select::default() };
    select_field(page, &lines, select)
}

/// Months to choose from, or not known.
fn months_or_unknown(most: usize) -> Options {
    let unknown = (UNKNOWN.to_owned(), t("keuze.weet_niet"));
    numbers(0..=most).into_iter().chain([unknown]).collect()
}

/// The months used of the disregards of 2026, or of the one there is from 2027 on.
fn months_used(page: &Page) -> Html {
    if !suggest::vrijlating_vanaf_2027(page.day()) {
        return months_used_before_2027(page);
    }
    let lines = Lines {
        label: t("vraag.start.maanden_2027"),
        hint: t("vraag.start.maanden_2027_hulp"),
        ..Lines::default()
    };
    let options = months_or_unknown(MOST_MONTHS_2027);
    let months = Select { path: MONTHS_2027, options, ..Select::default() };
    el("div").class("erbij").of([select_field(page, &lines, months)])
}

fn months_used_before_2027(page: &Page) -> Html {
    let n = Lines {
        label: t("vraag.start.n_maanden"),
        hint: t("vraag.start.n_maanden_hulp"),
        ..Lines::default()
    };
    let r = Lines {
        label: t("vraag.start.r_maanden"),
        hint: t("vraag.start.r_maanden_hulp"),
        ..Lines::default()
    };
    let months =
        Select { path: MONTHS_N, options: months_or_unknown(MOST_MONTHS_N), ..Select::default() };
    let after = NumberField {
        path: "bijstand.vrijlating_r_maanden".to_owned(),
        lines: r,
        beside: Beside::Nothing,
        ..NumberField::default()
    };
    let all_used = page.form().count(MONTHS_N) == MOST_MONTHS_N;
    el("div")
        .class("erbij")
        .of([select_field(page, &n, months), when(all_used, || number_field(page, after))])
}

fn works_now(page: &Page) -> Html {
    let line = |key: &str| Lines { label: t(key), ..Lines::default() };
    let hours = NumberField {
        path: "baan_nu.uren_per_week".to_owned(),
        lines: line("vraag.start.nu_uren"),
        beside: Beside::Nothing,
        ..NumberField::default()
    };
    let wages = [line("vraag.start.nu_uurloon"), line("vraag.start.nu_maandloon")];
    let mut fields = vec![number_field(page, hours)];
    fields.extend(wage_fields(page, "baan_nu", "vraag.loon_nu", wages, String::new()));
    el("div").class("erbij").children(fields)
}

/// Question 7.
pub fn start(page: &Page) -> Html {
    let works = page.form().is_yes("vraag.baan_nu");
    let fields = vec![
        start_month(page),
        yes_no(page, "vraag.eerder", t("vraag.start.eerder"), t("vraag.start.eerder_hulp")),
        yes_no(page, "vraag.baan_nu", t("vraag.start.nu"), String::new()),
        when(works, || works_now(page)),
        // Who works now has used months too.
        when(works || page.form().is_yes("vraag.eerder"), || months_used(page)),
    ];
    question(7, "vraag.start.kop", fields)
}
