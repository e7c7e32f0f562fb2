//! The answer panel: the headline, or what is still lacking, with a way to each field.

use calc_core::{Problem, suggest};
use yew::Html;

use super::headline::{headline, in_short, marks};
use crate::answer::{Answer as Outcome, Ready, owner};
use crate::dom::{all, bullets, el, place, quiet_button, when};
use crate::page::{Page, go_to_field};
use crate::situatie::{Gap, Lack};
use crate::state::{Action, TwelveMonths};
use crate::words::{t, t_with};
use crate::{carried, fields, format, messages};

/// The questions that are enough for an answer.
const FIRST_FOUR: usize = 4;
/// The id of the answer: where the focus goes.
pub const HEADING: &str = "antwoord";
/// The id of the heading of the steady month.
pub const MONTH: &str = "maand-kop";
/// The place of her first twelve months, and the id of the heading that the second module gives it.
const TWELVE_MONTHS: [&str; 2] = ["twaalf", "twaalf-kop"];
/// The id of the heading when there is no answer.
const NOT_YET: &str = "nog-kop";

fn link(page: &Page, path: &str, words: String) -> Html {
    let link = el("a").class("utrecht-link").at("href", &format!("#{}", fields::id(path)));
    el("li").of([link.on_click(go_to_field(page, path)).text(words)])
}

fn wrong(page: &Page, gaps: &[Gap], problems: &[Problem]) -> Vec<Html> {
    let item = |path: &str, words: String| {
        let args = [("veld", fields::name(path)), ("fout", words)];
        link(page, path, t_with("fout.in_lijst", &args))
    };
    let of_gap = |gap: &Gap| {
        let words = page.error(&gap.path).filter(|_| gap.lack != Lack::Missing)?;
        Some(item(&gap.path, words))
    };
    let of_problem = |problem: &Problem| {
        if let Some(way_out) = without(page, problem) {
            return way_out;
        }
        let path = owner(&problem.pad);
        item(path, messages::problem(problem, page.form().get(path)))
    };
    gaps.iter().filter_map(of_gap).chain(problems.iter().map(of_problem)).collect()
}

/// Of something that a link brought and she cannot change: what is wrong with it, and a way to do without.
fn without(page: &Page, problem: &Problem) -> Option<Html> {
    let path = problem.pad.clone();
    let is_out_of_reach = !page.state.coach && fields::is_more(&path);
    if !is_out_of_reach && carried::belonging(page.form(), &path).is_empty() {
        return None;
    }
    let args = [("veld", fields::name_of_any(&path)), ("fout", messages::refused(problem))];
    let leave = page.on(move || Action::LeaveOut(path.clone()));
    let words = el("p").text(t_with("fout.in_lijst", &args));
    Some(el("li").of([words, quiet_button(t("begin.zonder"), leave)]))
}

fn list(title: &str, items: Vec<Html>, class: &'static str) -> Html {
    when(!items.is_empty(), || {
        el("div")
            .class(class)
            .of([el("h3").class("utrecht-heading-3").text(t(title)), bullets(items)])
    })
}

fn not_yet(page: &Page, gaps: &[Gap], problems: &[Problem]) -> Html {
    let wrong = wrong(page, gaps, problems);
    let missing: Vec<Html> = gaps
        .iter()
        .filter(|gap| !gap.lack.is_wrong())
        .map(|gap| link(page, &gap.path, fields::name(&gap.path)))
        .collect();
    let title = heading(page, !wrong.is_empty());
    let in_first_four = gaps.iter().any(|gap| fields::screen(&gap.path) < FIRST_FOUR);
    let how = if in_first_four { "begin.zin" } else { "begin.zin_nog" };
    let how = when(wrong.is_empty(), || el("p").class("kop__onder").text(t(how)));
    let lists = [list("fout.kop", wrong, "fouten"), list("fout.nodig", missing, "nodig")];
    panel(title, std::iter::once(how).chain(lists).collect())
}

fn panel(title: String, below: Vec<Html>) -> Html {
    let heading = el("h2").class("kop__zin").at("id", NOT_YET).text(title);
    el("div").class("kop kop--nog-niet").children(std::iter::once(heading).chain(below).collect())
}

fn heading(page: &Page, is_wrong: bool) -> String {
    if is_wrong {
        t("begin.kop_klopt_niet")
    } else if *page.form() == crate::form::Form::default() {
        t("begin.kop")
    } else {
        t("begin.kop_nog_niet")
    }
}

/// The answer in a few words, or that there is none yet.
pub fn words(page: &Page) -> String {
    match &*page.answer {
        Outcome::Ready(ready) => match &page.state.twelve_months {
            TwelveMonths::Short(words) => words.clone(),
            _ => in_short(ready),
        },
        Outcome::Stopped(_) => t("begin.niet_gelukt"),
        Outcome::TooOld => t("begin.te_oud"),
        Outcome::NotYet { gaps, problems } => {
            let is_wrong = !problems.is_empty() || gaps.iter().any(|gap| gap.lack.is_wrong());
            heading(page, is_wrong)
        }
    }
}

/// The answer: her first twelve months, which the second module fills in. The steady month stands in for them as long as
/// they are not there, and where there are none.
fn ready(page: &Page, ready: &Ready) -> Html {
    let twelve_months = el("div").at("id", TWELVE_MONTHS[0]).of([place(TWELVE_MONTHS[0])]);
    let is_there = has_twelve_months(page);
    all([twelve_months, when(!is_there, || headline(ready, MONTH)), marks(ready)])
}

/// Whether the answer is that of her first twelve months.
pub fn has_twelve_months(page: &Page) -> bool {
    matches!(page.state.twelve_months, TwelveMonths::Short(_))
}

/// The answer panel.
pub fn answer(page: &Page) -> Html {
    let heading = match &*page.answer {
        Outcome::Ready(_) if has_twelve_months(page) => TWELVE_MONTHS[1],
        Outcome::Ready(_) => MONTH,
        _ => NOT_YET,
    };
    // It stays the same element whatever there is to say, so that the focus stays in it.
    let panel = el("div").class("uitkomst").at("id", HEADING).at("tabindex", "-1");
    panel.at("role", "group").at("aria-labelledby", heading).of([said(page)])
}

fn said(page: &Page) -> Html {
    match &*page.answer {
        Outcome::Ready(it) => ready(page, it),
        Outcome::NotYet { gaps, problems } => not_yet(page, gaps, problems),
        Outcome::TooOld => {
            let last = format::month(suggest::coverage().1);
            let why = t_with("begin.te_oud_zin", &[("maand", last)]);
            panel(t("begin.te_oud"), vec![el("p").class("kop__onder").text(why)])
        }
        Outcome::Stopped(words) => {
            panel(t("begin.niet_gelukt"), vec![el("p").class("kop__onder").text(&**words)])
        }
    }
}
