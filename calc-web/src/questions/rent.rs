//! Question 2: the bare rent.

use yew::{Event, Html, TargetCast, html};

use crate::components::field::Lines;
use crate::components::number_field::{NumberField, number_field};
use crate::components::question::question;
use crate::dom::{el, when};
use crate::fields;
use crate::page::Page;
use crate::state::Action;
use crate::words::t;

const NO_RENT: &str = "vraag.geen_huur";

fn no_rent(page: &Page) -> Html {
    let state = page.state.dispatcher();
    let onchange = move |event: Event| {
        let checked = event
            .target_dyn_into::<web_sys::HtmlInputElement>()
            .is_some_and(|field| field.checked());
        let answer = if checked { "ja" } else { "nee" };
        state.dispatch(Action::Type(NO_RENT.to_owned(), answer.to_owned()));
    };
    let input = html! {
        <input id={fields::id(NO_RENT)} class="utrecht-checkbox" type="checkbox" data-vraag={NO_RENT}
            checked={page.form().is_yes(NO_RENT)} {onchange} />
    };
    el("label").class("optie").of([input, el("span").text(t("vraag.huur.geen"))])
}

/// Question 2.
pub fn rent(page: &Page) -> Html {
    let lines =
        Lines { label: t("vraag.huur.bedrag"), hint: t("vraag.huur.hulp"), ..Lines::default() };
    let field =
        NumberField { path: "huishouden.kale_huur".to_owned(), lines, ..NumberField::default() };
    let pays_rent = !page.form().is_yes(NO_RENT);
    question(
        2,
        "vraag.huur.kop",
        vec![when(pays_rent, || number_field(page, field)), no_rent(page)],
    )
}
