//! Question 7: when the job starts, and what work there was or is beside bijstand.

use jiff::civil::Date;
use yew::Html;

use super::wage::wage_fields;
use crate::components::choice::yes_no;
use crate::components::field::Lines;
use crate::components::number_field::{Beside, NumberField, number_field};
use crate::components::question::question;
use crate::components::select::{Options, Select, numbers, select_field};
use crate::dom::{el, when};
use crate::page::Page;
use crate::words::{t, t_with};
use crate::{format, months};

/// Months beyond the covered ones that can be chosen, to be told that they are not covered.
const MONTHS_AFTER: u32 = 3;
const MOST_MONTHS_N: usize = 6;
const MONTHS_N: &str = "bijstand.vrijlating_n_maanden";

fn start_options() -> Options {
    let Some((first, last)) = months::coverage() else { return Vec::new() };
    let end = months::later(last, MONTHS_AFTER);
    let option = |month: Date| (months::written(month), format::month(month));
    let each = std::iter::successors(Some(first), |month| Some(months::later(*month, 1)));
    each.take_while(|month| *month <= end).map(option).collect()
}

fn start_month(page: &Page) -> Html {
    let lines = Lines {
        label: t("vraag.start.maand"),
        fallback: t_with("vraag.start.maand_hulp", &[("maand", format::month(page.day()))]),
        ..Lines::default()
    };
    let preset = months::written(page.day());
    let select =
        Select { path: "peildatum", options: start_options(), preset, ..Select::default() };
    select_field(page, &lines, select)
}

fn worked_before(page: &Page) -> Html {
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
    let months = Select {
        path: MONTHS_N,
        options: numbers(0..=MOST_MONTHS_N),
        short: true,
        ..Select::default()
    };
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
    let fields = vec![
        start_month(page),
        yes_no(page, "vraag.eerder", t("vraag.start.eerder"), t("vraag.start.eerder_hulp")),
        when(page.form().is_yes("vraag.eerder"), || worked_before(page)),
        yes_no(page, "vraag.baan_nu", t("vraag.start.nu"), String::new()),
        when(page.form().is_yes("vraag.baan_nu"), || works_now(page)),
    ];
    question(7, "vraag.start.kop", fields)
}
