//! A month and a year: enough to know an age, and less than a date of birth.

use std::ops::RangeInclusive;

use yew::Html;

use super::field::{Lines, Shown};
use super::select::{Options, Select, list};
use crate::dom::el;
use crate::format::month_name;
use crate::page::Page;
use crate::words::t;
use crate::{fields, months};

/// Any year will do to name the months.
const SOME_YEAR: i16 = 2026;

/// A month and a year, from the latest year back.
pub fn month_year(page: &Page, path: &str, lines: &Lines, years: RangeInclusive<i16>) -> Html {
    let shown = Shown::new(page, path, lines);
    let month = |number: i8| {
        let name = months::first(SOME_YEAR, number).map(month_name).unwrap_or_default();
        (number.to_string(), name)
    };
    let years = years.rev().map(|year| (year.to_string(), year.to_string()));
    let part = |part: &'static str, options: Options| {
        let select = Select { path, part: Some(part), options, ..Select::default() };
        let id = fields::id(&format!("{path}.{part}"));
        let label =
            el("label").class("deel__label").at("for", &id).text(t(&format!("maand.{part}")));
        el("div").class("deel").of([label, list(page, select, &shown)])
    };
    let parts = [part("maand", (1..=12).map(month).collect()), part("jaar", years.collect())];
    shown.around_group(el("div").class("delen").of(parts))
}
