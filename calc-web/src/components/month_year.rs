//! A month and a year: enough to know an age, and less than a date of birth.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use yew::Html;

use super::field::{Lines, Shown};
use super::select::{Options, Select, list};
use crate::dom::{all, el, when};
use crate::fields;
use crate::format::month_name;
use crate::page::Page;
use crate::situatie::month_of_birth;
use crate::words::t;

/// Any year will do to name the months.
const SOME_YEAR: i16 = 2026;

/// A month and a year, from the latest year back.
pub fn month_year(page: &Page, path: &str, lines: &Lines, years: RangeInclusive<i16>) -> Html {
    let shown = Shown::new(page, path, lines);
    let month = |number: i8| {
        let name = Date::new(SOME_YEAR, number, 1).map(month_name).unwrap_or_default();
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
    let asks_day = page.answer.asks_day(path) || page.form().is_day_chosen(path);
    let day = || {
        let last = month_of_birth(page.form(), path).map_or(0, |(_, last)| last.day());
        let days = (1..=last).map(|day| (day.to_string(), day.to_string())).collect();
        el("div").class("dag").of([
            el("p").class("utrecht-form-field-description").text(t("maand.dag_hulp")),
            part("dag", days),
        ])
    };
    let parts = [part("maand", (1..=12).map(month).collect()), part("jaar", years.collect())];
    let parts = [el("div").class("delen").of(parts), when(asks_day, day)];
    shown.around_group(all(parts))
}
