//! Question 2: the bare rent, and everything that leaves her account in a month. The second is one number with the rent in
//! it, as the contract has it.

use calc_core::money::parse_decimal;
use rust_decimal::Decimal;
use yew::{Event, Html, TargetCast, html};

use crate::components::field::Lines;
use crate::components::number_field::{NumberField, number_field};
use crate::components::question::question;
use crate::dom::{el, when};
use crate::fields;
use crate::number::Typed;
use crate::page::Page;
use crate::state::Action;
use crate::words::t;

const NO_RENT: &str = "vraag.geen_huur";
const RENT: &str = "huishouden.kale_huur";
const FIXED_COSTS: &str = "huishouden.vaste_lasten";

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

/// A number as it was typed, once it is one.
fn typed(page: &Page, path: &str) -> Option<Decimal> {
    match fields::number(path, page.form().get(path)) {
        Typed::Number(number) => parse_decimal(&number),
        _ => None,
    }
}

/// Whether the rent cannot be in what was typed: then nobody should read what is left as what there is to live on.
fn leaves_rent_out(page: &Page) -> bool {
    let rent = typed(page, RENT).filter(|_| !page.form().is_yes(NO_RENT));
    typed(page, FIXED_COSTS).zip(rent).is_some_and(|(all, rent)| all < rent)
}

fn fixed_costs(page: &Page) -> Html {
    let mut hint = t("vraag.huur.vast_hulp");
    if leaves_rent_out(page) {
        hint = format!("{} {hint}", t("vraag.huur.vast_te_laag"));
    }
    let lines =
        Lines { label: t("vraag.huur.vast"), hint, fallback: t("vraag.huur.vast_standaard") };
    let fall_back = t("vraag.huur.vast_weet_niet");
    let path = FIXED_COSTS.to_owned();
    number_field(page, NumberField { path, lines, fall_back, ..NumberField::default() })
}

/// Question 2.
pub fn rent(page: &Page) -> Html {
    let lines =
        Lines { label: t("vraag.huur.bedrag"), hint: t("vraag.huur.hulp"), ..Lines::default() };
    let field = NumberField { path: RENT.to_owned(), lines, ..NumberField::default() };
    let pays_rent = !page.form().is_yes(NO_RENT);
    question(
        2,
        "vraag.huur.kop",
        vec![when(pays_rent, || number_field(page, field)), no_rent(page), fixed_costs(page)],
    )
}
