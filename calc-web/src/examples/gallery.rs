//! The gallery: every example, one at a time, for who works on the page. Only a quick build has it, at `/galerij/`.

use yew::{Callback, Html, component, html, use_effect_with, use_force_update, use_state};

use super::{Example, Shown, all};
use crate::dom::{all as all_of, bullets, el, paragraph, when};
use crate::words;

/// The way to an example.
fn way(example: &'static Example, is_here: bool, choose: Callback<&'static Example>) -> Html {
    let button = el("button").at("type", "button").class("utrecht-button utrecht-button--subtle");
    let button = button.at("aria-pressed", if is_here { "true" } else { "false" });
    let button = button.on_click(Callback::from(move |_| choose.emit(example)));
    el("li").of([button.text(format!("{}: {}", example.part, example.name))])
}

/// The gallery.
#[component]
pub fn Gallery() -> Html {
    let chosen = use_state(|| None::<usize>);
    let update = use_force_update();
    // Explanations come after the first words: what is shown is drawn anew with them.
    use_effect_with((), move |()| {
        words::on_learned(Callback::from(move |()| update.force_update()));
    });
    let at = chosen.unwrap_or_default();
    let Some(example) = all().nth(at) else { return Html::default() };
    let choose = Callback::from(move |wanted: &'static Example| {
        chosen.set(all().position(|example| std::ptr::eq(example, wanted)));
    });
    let ways = all().enumerate().map(|(place, it)| way(it, place == at, choose.clone())).collect();
    let key = format!("{at} {}", words::can_explain());
    // Only paper shows a sheet, and only one that stands beside everything else.
    let is_sheet = example.part == "components/sheet";
    let heading = el("section").class("kaart").of([
        el("h1").class("utrecht-heading-2").text(format!("{}: {}", example.part, example.name)),
        paragraph(format!("WCAG 2.2: {}", example.wcag.join(", "))),
        when(is_sheet, || paragraph("A sheet is seen on paper: print this page.")),
    ]);
    let shown = move || html! { <Shown {key} {example} /> };
    let beside = when(is_sheet, shown.clone());
    let here = el("div").at("lang", words::tag()).of([when(!is_sheet, shown)]);
    let examples = el("main").class("pagina pagina--antwoord").at("lang", "en").of([
        el("nav").class("kaart").at("aria-label", "Examples").of([bullets(ways)]),
        el("div").of([heading, here]),
    ]);
    all_of([examples, beside])
}
