//! What was filled in, as paper tells it: every value of the case as the engine gets it.

use calc_core::dates;
use calc_core::money::is_decimal;
use yew::Html;

use crate::birthdays::draft;
use crate::dom::{bullets, el};
use crate::fields;
use crate::format::{day, decimal_mark, month as month_of};
use crate::page::Page;
use crate::situatie::{SOORT_SCHULDEN, day_of_birth};
use crate::words::{t, t_if_any, t_with};

/// A value of the contract, as people write it.
fn as_people_write(path: &str, value: String) -> String {
    if path == SOORT_SCHULDEN {
        return t(&format!("vraag.schulden.{value}"));
    }
    if matches!(&*value, "[]" | "{}" | "null") {
        return t("blad.geen");
    }
    for words in ["blad.waarde_", "meer.waarde_", "vraag.opvang.", "vraag.checks."] {
        if let Some(words) = t_if_any(&format!("{words}{value}")) {
            return words.to_owned();
        }
    }
    // Not jiff's own reading of text: that knows times and zones, and weighs 40 kB.
    if let Some(date) = dates::parse(&value) {
        return day(date);
    }
    if is_decimal(&value) { value.replace('.', decimal_mark()) } else { value }
}

/// Each value with its name; what she did not fill in herself is marked, and what cannot be used yet is told as typed.
fn entered(page: &Page) -> Vec<String> {
    let form = page.form();
    let (case, gaps) = draft(form, page.state.today);
    let item = |(path, value): (&str, String)| {
        let own = case.form_path(path);
        let is_open = fields::is_date(&own) && day_of_birth(form, &own).is_none();
        let decides = page.answer.asks_day(&own);
        let is_typed = ["", ".maand"].iter().any(|part| form.is_touched(&format!("{own}{part}")));
        let is_typed = is_typed && !(is_open && decides);
        let is_carried = form.is_touched(&format!("mee.{own}"));
        let mark = if is_typed || is_carried || value == "[]" || value == "null" {
            String::new()
        } else {
            format!(" ({})", t("vraag.aanname"))
        };
        // Of a day that decides nothing only the month was asked.
        let shown = match dates::parse(&value).filter(|_| is_open && !decides) {
            Some(date) => month_of(date),
            None => as_people_write(path, value),
        };
        format!("{}: {shown}{mark}", fields::name_of_any(&own))
    };
    let unused = |path: &str| {
        let typed = form.get(path);
        (!typed.is_empty()).then(|| format!("{}: {typed}", fields::name(path)))
    };
    case.values().map(item).chain(gaps.iter().filter_map(|gap| unused(&gap.path))).collect()
}

/// As a list.
pub fn list(page: &Page) -> Html {
    bullets(entered(page).into_iter().map(|item| el("li").text(item)).collect())
}

/// In one line.
pub fn in_one_line(page: &Page) -> Html {
    let answers = [("antwoorden", entered(page).join("; "))];
    el("p").class("blad__ingevuld").text(t_with("blad.ingevuld_regel", &answers))
}
