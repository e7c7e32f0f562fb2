//! What was filled in, as paper tells it and as it stands beside the answer: every value of the case as the engine gets it.

use calc_core::dates;
use calc_core::money::is_decimal;
use yew::Html;

use super::notes::assumed;
use crate::answer::Ready;
use crate::birthdays::draft;
use crate::dom::{all, bullets, el, folded, heard, text, when};
use crate::fields;
use crate::format::{day, decimal_mark, month as month_of};
use crate::page::{Page, go_to_field};
use crate::situatie::{Assumed, CHECKS, SOORT_SCHULDEN, day_of_birth};
use crate::words::{t, t_if_any, t_with};
use crate::writer::{BAAN_START, months_path};

/// Where she says that she rents no home.
const NO_RENT: &str = "vraag.geen_huur";

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

/// A value as it is told.
struct Told {
    /// What it is called.
    name: String,
    /// With its name in front.
    words: String,
    /// Whether she filled it in herself.
    is_own: bool,
    /// The field where it can be changed.
    field: Option<String>,
}

impl Told {
    fn of(page: &Page, path: &str, value: &str, is_own: bool) -> Self {
        let name = fields::name_of_any(path);
        let words = format!("{name}: {value}");
        Self { name, words, is_own, field: field(page, path) }
    }

    fn on_paper(self) -> String {
        if self.is_own {
            return self.words;
        }
        format!("{} ({})", self.words, t("vraag.aanname"))
    }
}

/// The field of the page where a value was filled in; nothing where it has none.
fn field(page: &Page, path: &str) -> Option<String> {
    // What the municipality pays stands with the answer.
    let is_here = fields::is_asked(path) && !path.contains("gemeente");
    let field = match path {
        "huishouden.kinderen" => "vraag.kinderen",
        "huishouden.kale_huur" if page.form().is_yes(NO_RENT) => NO_RENT,
        _ => path,
    };
    (is_here && (page.state.coach || !fields::is_more(path))).then(|| field.to_owned())
}

/// Each value; what cannot be used yet is told as typed.
fn entered(page: &Page) -> Vec<Told> {
    let form = page.form();
    let (case, gaps) = draft(form, page.state.today);
    let item = |(path, value): (&str, String)| {
        let own = case.form_path(path);
        let is_open = fields::is_date(&own) && day_of_birth(form, &own).is_none();
        let decides = page.answer.asks_day(&own);
        let is_typed = ["", ".maand"].iter().any(|part| form.is_touched(&format!("{own}{part}")));
        let is_typed = is_typed && !(is_open && decides);
        let is_carried = form.is_touched(&format!("mee.{own}"));
        let is_own = is_typed || is_carried || value == "[]" || value == "null";
        // Of a day that decides nothing only the month was asked.
        let shown = match dates::parse(&value).filter(|_| is_open && !decides) {
            Some(date) => month_of(date),
            None => as_people_write(path, value),
        };
        Told::of(page, &own, &shown, is_own)
    };
    let unused = |path: &str| {
        let typed = form.get(path);
        (!typed.is_empty()).then(|| Told::of(page, path, typed, true))
    };
    // The month that she chose says it.
    let is_told = |(path, _): &(&str, String)| {
        *path == BAAN_START && !form.is_touched(&format!("mee.{BAAN_START}"))
    };
    let values = case.values().filter(|value| !is_told(value));
    values.map(item).chain(gaps.iter().filter_map(|gap| unused(&gap.path))).collect()
}

/// As a list.
pub fn list(page: &Page) -> Html {
    bullets(entered(page).into_iter().map(|told| el("li").text(told.on_paper())).collect())
}

/// In one line.
pub fn in_one_line(page: &Page) -> Html {
    let all: Vec<String> = entered(page).into_iter().map(Told::on_paper).collect();
    let answers = [("antwoorden", all.join("; "))];
    el("p").class("blad__ingevuld").text(t_with("blad.ingevuld_regel", &answers))
}

/// What stands in for an answer without being a value of the case: no care, no debts.
fn stands_in(page: &Page, it: &Assumed) -> Option<Told> {
    let open = |question: &&&str| !page.form().is_touched(question);
    let field = match it {
        Assumed::GeenOpvang => "huishouden.kinderen.0.opvang.0.soort",
        Assumed::Checks => CHECKS.iter().find(open)?,
        Assumed::Maanden => months_path(page.day()),
        Assumed::Schulden => SOORT_SCHULDEN,
        Assumed::Minimumloon(_) | Assumed::Uurprijs(..) | Assumed::Start(_) => return None,
    };
    let words = assumed(it);
    Some(Told { name: words.clone(), words, is_own: false, field: Some(field.to_owned()) })
}

fn change(page: &Page, field: &str, name: &str) -> Html {
    let link = el("a").class("utrecht-link").at("href", &format!("#{}", fields::id(field)));
    let words = [text(t("lijst.verander")), heard(format!(" {name}"))];
    all([text(" "), link.on_click(go_to_field(page, field)).of(words)])
}

/// Beside the answer: what it was made of, one line for each, with a way to change it. What is a proposal of ours says so.
pub fn used(page: &Page, ready: &Ready) -> Html {
    let line = |told: Told| {
        let mark = || el("span").class("standaard__merk").text(t("lijst.voorstel"));
        let to_field = told.field.map(|field| change(page, &field, &told.name));
        el("li").of([
            text(told.words),
            when(!told.is_own, || all([text(" "), mark()])),
            to_field.unwrap_or_default(),
        ])
    };
    let standing_in = ready.assumed.iter().filter_map(|it| stands_in(page, it));
    let lines = entered(page).into_iter().chain(standing_in).map(line).collect();
    el("div").class("gebruikt").of([folded(t("lijst.gebruikt"), vec![bullets(lines)])])
}
