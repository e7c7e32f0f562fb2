//! What stands behind the answer, each with a name of its own: on a phone a screen, with a way back; on a wide screen a part
//! of the page, below the short answer that stays in view.

use yew::Html;

use super::answer::{MONTH, has_twelve_months, words as in_words};
use super::bill::bill;
use super::gemeente::gemeente;
use super::headline::headline;
use super::lines::lines;
use super::notes::notes;
use super::steps::to_answer;
use super::todo::todo;
use super::tools::tools;
use super::year::year;
use crate::answer::Ready;
use crate::charts::hours_line::hours_line;
use crate::charts::now_then::now_then;
use crate::dom::{all, el, place, when};
use crate::page::Page;
use crate::state::ANSWER;
use crate::words::{can_explain, t};

/// A door: its name, and what is behind it.
struct Door {
    name: &'static str,
    view: fn(&Page, &Ready) -> Html,
}

const DOORS: [Door; 6] = [
    Door { name: "doen", view: to_do },
    Door { name: "maanden", view: |_, _| place("maanden") },
    Door { name: "uren", view: other_hours },
    Door { name: "wat_als", view: |_, _| place("wat_als") },
    Door { name: "som", view: sum },
    Door { name: "delen", view: |page, _| when(can_explain(), || tools(page)) },
];

/// The id of the heading of a door, by its screen.
pub fn heading(screen: usize) -> String {
    let name = screen.checked_sub(ANSWER + 1).and_then(|at| DOORS.get(at)).map(|door| door.name);
    format!("deur-{}", name.unwrap_or_default())
}

fn to_do(page: &Page, ready: &Ready) -> Html {
    let around = || todo(&ready.month, has_twelve_months(page));
    all([place("doen"), when(can_explain(), around)])
}

fn other_hours(page: &Page, ready: &Ready) -> Html {
    all([place("uren"), when(can_explain(), || hours_line(page, ready))])
}

/// The steady month: every amount and how it came about. The words of what stands around its lines come in a file of their own.
fn sum(page: &Page, ready: &Ready) -> Html {
    let around = |part: &dyn Fn() -> Html| when(can_explain(), part);
    all([
        when(has_twelve_months(page), || headline(ready, MONTH)),
        around(&|| now_then(ready)),
        lines(page, ready),
        around(&|| bill(&ready.month)),
        around(&|| year(page, ready)),
        around(&|| gemeente(page, ready)),
        around(&|| notes(ready)),
    ])
}

/// The way to each of them.
pub fn doors(page: &Page) -> Html {
    let link = |(at, door): (usize, &Door)| {
        let id = heading(ANSWER + 1 + at);
        let link = el("a").class("deur").at("href", &format!("#{id}"));
        let go = page.going(ANSWER + 1 + at);
        el("li").of([link.on_click(go).text(t(&format!("deur.{}", door.name)))])
    };
    let links = DOORS.iter().enumerate().map(link).collect();
    el("nav").class("deuren").at("aria-label", &t("deur.kop")).of([el("ul").children(links)])
}

/// What is behind them. A phone shows the one she went through.
pub fn behind(page: &Page, ready: &Ready) -> Html {
    let behind = |(at, door): (usize, &Door)| {
        let (screen, id) = (ANSWER + 1 + at, heading(ANSWER + 1 + at));
        let class =
            if page.state.screen == screen { "deur-deel deur-deel--hier" } else { "deur-deel" };
        let title = el("h2").class("utrecht-heading-2").at("id", &id).at("tabindex", "-1");
        el("section")
            .class(class)
            .at("aria-labelledby", &id)
            .of([title.text(t(&format!("deur.{}", door.name))), (door.view)(page, ready)])
    };
    let parts: Vec<Html> = DOORS.iter().enumerate().map(behind).collect();
    let short = el("p").class("kort").at("aria-hidden", "true").text(in_words(page));
    let top = [to_answer(page), short];
    el("div").class("deur-delen").children(top.into_iter().chain(parts).collect())
}
