//! The answer panel: the headline, or what is still lacking, with a way to each field.

use calc_core::{Problem, suggest};
use yew::Html;

use super::headline::{headline, in_short};
use crate::answer::{Answer as Outcome, owner};
use crate::dom::{bullets, el, quiet_button, when};
use crate::page::{Page, go_to_field};
use crate::situatie::{Gap, Lack};
use crate::state::Action;
use crate::words::{t, t_with};
use crate::{carried, fields, format, messages};

/// The questions that are enough for an answer.
const FIRST_FOUR: usize = 4;
/// The id of the heading of the answer.
pub const HEADING: &str = "antwoord";

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
    let heading = el("h2").class("kop__zin").at("id", HEADING).at("tabindex", "-1").text(title);
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
        Outcome::Ready(ready) => in_short(ready),
        Outcome::Stopped(_) => t("begin.niet_gelukt"),
        Outcome::TooOld => t("begin.te_oud"),
        Outcome::NotYet { gaps, problems } => {
            let is_wrong = !problems.is_empty() || gaps.iter().any(|gap| gap.lack.is_wrong());
            heading(page, is_wrong)
        }
    }
}

/// The answer panel.
pub fn answer(page: &Page) -> Html {
    match &*page.answer {
        Outcome::Ready(ready) => headline(ready, HEADING),
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
