//! A list to choose one from.

use yew::{Event, Html, html};

use super::choice::for_programs;
use super::field::{Lines, Shown};
use crate::dom::when;
use crate::fields;
use crate::page::Page;
use crate::words::t;
use crate::written::option;

/// The values with what they are called.
pub type Options = Vec<(String, String)>;

/// Numbers to choose from.
pub fn numbers(numbers: impl Iterator<Item = usize>) -> Options {
    numbers.map(|number| (number.to_string(), number.to_string())).collect()
}

/// A list to choose from.
#[derive(Default)]
pub struct Select<'a> {
    /// The path of the field.
    pub path: &'a str,
    /// The part of a field that has more than one list.
    pub part: Option<&'static str>,
    /// What can be chosen.
    pub options: Options,
    /// What stands as chosen as long as she chose nothing.
    pub preset: String,
    /// Whether the list is as short as a number.
    pub short: bool,
}

/// What of herself is asked, as browsers know it.
fn purpose(path: &str) -> Option<&'static str> {
    match path {
        "huishouden.geboren.maand" => Some("bday-month"),
        "huishouden.geboren.jaar" => Some("bday-year"),
        _ => None,
    }
}

/// What stands in a list as long as nothing was chosen: a day may stay unknown.
fn unchosen(part: Option<&str>) -> String {
    t(if part == Some("dag") { "keuze.weet_niet" } else { "maand.kies" })
}

/// A bare list.
pub fn list(page: &Page, select: Select, shown: &Shown) -> Html {
    let Select { path, part, options, preset, short } = select;
    let in_form = part.map_or_else(|| path.to_owned(), |part| format!("{path}.{part}"));
    let typed = page.form().get(&in_form);
    let chosen = if typed.is_empty() { preset.as_str() } else { typed };
    let (veld, vraag) = for_programs(path);
    html! {
        <select id={fields::id(&in_form)} class={if short { "utrecht-select utrecht-select--kort" } else { "utrecht-select" }}
            data-veld={veld} data-vraag={vraag} data-deel={part} autocomplete={purpose(&in_form)}
            aria-describedby={shown.described_by()} aria-invalid={shown.is_wrong().then_some("true")}
            onchange={page.typing::<Event>(&in_form)}>
            { when(preset.is_empty(), || option("", &unchosen(part), chosen.is_empty())) }
            { for options.iter().map(|(value, words)| option(value, words, chosen == value)) }
        </select>
    }
}

/// A list with its label and lines.
pub fn select_field(page: &Page, lines: &Lines, select: Select) -> Html {
    let shown = Shown::new(page, select.path, lines);
    shown.around(list(page, select, &shown))
}
