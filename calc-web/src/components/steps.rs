//! On a phone the questions come one at a time: back, on, and how far she is. A wide screen shows them all at
//! once and hides this.

use yew::Html;

use crate::answer::Answer;
use crate::dom::{el, when};
use crate::fields;
use crate::page::Page;
use crate::state::{ANSWER, Action};
use crate::words::{t, t_with};

fn button(page: &Page, class: &'static str, words: String, screen: usize) -> Html {
    let button = el("button").at("type", "button").class(class);
    button.on_click(page.on(move || Action::Go(screen))).text(words)
}

/// What is still needed of this question: she may go on without, but is told.
fn lacking(page: &Page, screen: usize) -> Html {
    let Answer::NotYet { gaps, .. } = &*page.answer else { return Html::default() };
    let here = gaps.iter().filter(|gap| fields::screen(&gap.path) == screen);
    let names: Vec<String> = here.map(|gap| fields::name(&gap.path)).collect();
    when(!names.is_empty(), || {
        el("p").class("klein").text(t_with("stap.nog", &[("velden", names.join(", "))]))
    })
}

/// Back and on below a question.
pub fn steps(page: &Page) -> Html {
    let screen = page.state.screen.min(ANSWER - 1);
    let number = (screen + 1).to_string();
    let progress = el("progress").class("gang__balk").at("max", &ANSWER.to_string());
    let said = t_with("vraag.nummer", &[("nummer", number.clone())]);
    let progress = progress.at("value", &number).at("aria-label", &said).empty();
    let is_last = screen + 1 == ANSWER;
    let on = if is_last { t("stap.antwoord") } else { t("stap.verder") };
    let may_look = !is_last && matches!(*page.answer, Answer::Ready(_));
    el("div").class("gang").of([
        el("p").class("gang__waar").at("aria-hidden", "true").text(said),
        progress,
        lacking(page, screen),
        el("div").class("gang__knoppen").of([
            when(screen > 0, || button(page, "utrecht-button", t("stap.terug"), screen - 1)),
            button(page, "utrecht-button utrecht-button--primary-action", on, screen + 1),
        ]),
        when(may_look, || {
            button(page, "utrecht-button utrecht-button--subtle", t("stap.antwoord_nu"), ANSWER)
        }),
    ])
}

/// The way from what stands behind a door back to the answer.
pub fn to_answer(page: &Page) -> Html {
    el("p").class("deur-terug").of([button(page, "utrecht-button", t("deur.terug"), ANSWER)])
}

/// The way from the answer back to the questions.
pub fn to_questions(page: &Page) -> Html {
    el("div").class("gang").of([
        button(page, "utrecht-button", t("stap.naar_vragen"), 0),
        button(page, "utrecht-button", t("stap.laatste_vraag"), ANSWER - 1),
    ])
}
