//! A choice of one out of a few, and the yes-or-no question.

use yew::{Event, Html, html};

use super::field::{Lines, Shown};
use crate::dom::el;
use crate::page::Page;
use crate::words::t;

/// The attributes by which programs find a field: that of the contract, or that of a question only the page
/// asks.
pub fn for_programs(path: &str) -> (Option<String>, Option<String>) {
    let own = path.starts_with("vraag.");
    ((!own).then(|| path.to_owned()), own.then(|| path.to_owned()))
}

/// A choice; `preset` stands as chosen as long as she chose nothing.
pub fn choice(
    page: &Page,
    path: &str,
    lines: &Lines,
    options: &[(&'static str, String)],
    preset: &str,
) -> Html {
    let shown = Shown::new(page, path, lines);
    let typed = page.form().get(path);
    let chosen = if typed.is_empty() { preset } else { typed };
    let (veld, vraag) = for_programs(path);
    let options = options.iter().enumerate().map(|(at, (value, words))| {
        let input = html! {
            <input id={if at == 0 { shown.id.clone() } else { format!("{}-{value}", shown.id) }}
                class="utrecht-radio-button" type="radio" name={shown.id.clone()} value={*value}
                data-veld={veld.clone()} data-vraag={vraag.clone()}
                checked={chosen == *value} onchange={page.typing::<Event>(path)} />
        };
        el("label").class("optie").of([input, el("span").text(words)])
    });
    let class = if options.len() > 2 { "opties opties--lijst" } else { "opties" };
    shown.around_group(el("div").class(class).children(options.collect()))
}

/// A yes-or-no question where nothing chosen counts as no, and is said to.
pub fn yes_no(page: &Page, path: &str, label: String, hint: String) -> Html {
    yes_or_no(page, path, &Lines { label, hint, fallback: t("keuze.niet_ingevuld_nee") })
}

/// A yes-or-no question.
pub fn yes_or_no(page: &Page, path: &str, lines: &Lines) -> Html {
    let options = [("ja", t("keuze.ja")), ("nee", t("keuze.nee"))];
    choice(page, path, lines, &options, "")
}
