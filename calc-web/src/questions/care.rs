//! Question 5: which care each child gets, and for how many hours.

use jiff::civil::Date;
use yew::Html;

use crate::bounds::MOST_CONTRACTS;
use crate::components::choice::choice;
use crate::components::field::Lines;
use crate::components::number_field::{Beside, NumberField, number_field};
use crate::components::question::question;
use crate::dom::{all, each, el, quiet_button, when};
use crate::form::Form;
use crate::format;
use crate::page::Page;
use crate::situatie::{PAID_CARE, month_of_birth};
use crate::state::Action;
use crate::words::{t, t_with};

/// What a child is called: its number, and the month it was born or is expected when that is known.
fn child_name(form: &Form, child: usize, today: Date) -> String {
    let number = ("nummer", (child + 1).to_string());
    let named =
        |key: &str, born: Date| t_with(key, &[number.clone(), ("maand", format::month(born))]);
    match month_of_birth(form, &format!("huishouden.kinderen.{child}.geboren")) {
        Some((born, _)) if born > today => named("vraag.opvang.kind_verwacht", born),
        Some((born, _)) => named("vraag.opvang.kind_geboren", born),
        None => t_with("vraag.opvang.kind", &[number]),
    }
}

fn take_away(page: &Page, list: String, contract: usize) -> Html {
    let remove = page.on(move || Action::RemoveItem(list.clone(), contract));
    quiet_button(t("vraag.opvang.weg"), remove)
}

/// One kind of care of one child.
fn contract(page: &Page, child: usize, contract: usize) -> Html {
    let list = format!("huishouden.kinderen.{child}.opvang");
    let path = format!("{list}.{contract}");
    let number = [("nummer", (child + 1).to_string())];
    let is_first = contract == 0;
    let unpaid = if is_first { &["geen", "familie"][..] } else { &[] };
    let options: Vec<(&'static str, String)> = unpaid
        .iter()
        .chain(&PAID_CARE)
        .map(|kind| (*kind, t(&format!("vraag.opvang.{kind}"))))
        .collect();
    let kind = Lines {
        label: t_with(
            if is_first { "vraag.opvang.soort" } else { "vraag.opvang.soort_extra" },
            &number,
        ),
        fallback: if is_first { t("vraag.opvang.standaard") } else { String::new() },
        ..Lines::default()
    };
    let hours = NumberField {
        path: format!("{path}.uren_per_maand"),
        lines: Lines {
            label: t("vraag.opvang.uren"),
            hint: t("vraag.opvang.uren_hulp"),
            ..Lines::default()
        },
        beside: Beside::Nothing,
        ..NumberField::default()
    };
    let is_paid = PAID_CARE.contains(&page.form().get(&format!("{path}.soort")));
    all([
        choice(page, &format!("{path}.soort"), &kind, &options, ""),
        when(is_paid, || number_field(page, hours)),
        when(!is_first, || take_away(page, list, contract)),
    ])
}

fn child(page: &Page, child: usize) -> Html {
    let list = format!("huishouden.kinderen.{child}.opvang");
    let count = page.form().items(&list).max(1);
    let first_is_paid = PAID_CARE.contains(&page.form().get(&format!("{list}.0.soort")));
    let another = format!("{list}.{count}.soort");
    let add = || {
        let add = page.on(move || Action::Type(another.clone(), String::new()));
        quiet_button(t_with("vraag.opvang.nog_een", &[("nummer", (child + 1).to_string())]), add)
    };
    let contracts = (0..count).map(|number| (number.to_string(), contract(page, child, number)));
    el("div").class("kind").of([
        el("h4").class("utrecht-heading-4").text(child_name(page.form(), child, page.state.today)),
        each(contracts),
        when(first_is_paid && count < MOST_CONTRACTS, add),
    ])
}

/// Question 5.
pub fn care(page: &Page) -> Html {
    let children = page.form().count("vraag.kinderen");
    let none =
        || el("p").class("utrecht-form-field-description").text(t("vraag.opvang.geen_kinderen"));
    let toddlers =
        || el("p").class("utrecht-form-field-description").text(t("vraag.opvang.peuter"));
    let fields = each((0..children).map(|number| (number.to_string(), child(page, number))));
    question(
        5,
        "vraag.opvang.kop",
        vec![when(children == 0, none), fields, when(children > 0, toddlers)],
    )
}
