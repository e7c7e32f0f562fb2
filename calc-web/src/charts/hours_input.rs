//! Her hours below the line, dragged or typed: the same number as in the question, changed from here.

use calc_core::hours::Hours;
use calc_core::money::parse_decimal;
use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, InputEvent, TargetCast, html};

use crate::answer::Ready;
use crate::components::amount::direction;
use crate::dom::{el, text, when};
use crate::fields;
use crate::form::Form;
use crate::format::{self, euro};
use crate::number::Typed;
use crate::page::Page;
use crate::state::Action;
use crate::words::{t, t_with};

const PATH: &str = "baan.uren_per_week";
const SLIDER: &str = "uren-schuif";
const FIELD: &str = "uren-veld";
const MOST: u32 = 60;

/// The hours, when they can be: a number from the least to the most.
fn accepted(typed: &str, least: Decimal) -> Option<String> {
    let Typed::Number(hours) = fields::number(PATH, typed) else { return None };
    let hours = parse_decimal(&hours)?;
    let within = !hours.is_sign_negative() && hours <= Decimal::from(MOST);
    within.then(|| format::hours(hours.max(least)))
}

/// Whether the line needs her hours to tell what other hours would pay: a wage by the month goes with them.
fn goes_with_hours(form: &Form) -> bool {
    let scaled = ["baan.pensioenpremie", "opvang_schaalt"];
    is_by_month(form) || scaled.iter().any(|path| !form.get(path).is_empty())
}

fn is_by_month(form: &Form) -> bool {
    form.get("vraag.loon") == "maand"
}

fn least(page: &Page) -> Decimal {
    if goes_with_hours(page.form()) { Decimal::ONE } else { Decimal::ZERO }
}

/// Takes over what is dragged.
fn drag(page: &Page) -> Callback<InputEvent> {
    let (state, least) = (page.state.dispatcher(), least(page));
    Callback::from(move |event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        if let Some(hours) = field.and_then(|field| accepted(&field.value(), least)) {
            state.dispatch(Action::Type(PATH.to_owned(), hours));
        }
    })
}

/// Remembers what is typed; nothing is taken over yet.
fn remember(page: &Page) -> Callback<InputEvent> {
    let state = page.state.dispatcher();
    Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            state.dispatch(Action::HoursLine(field.value()));
        }
    })
}

/// Takes over what was typed once it is whole: on Enter, or when the field is left. What is no number of hours stays
/// there, with what is wrong with it, and the line stays where it is.
fn finish(page: &Page) -> Callback<Event> {
    let (state, least) = (page.state.dispatcher(), least(page));
    Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        state.dispatch(match accepted(&field.value(), least) {
            Some(hours) => Action::Type(PATH.to_owned(), hours),
            None => Action::HoursLine(field.value()),
        });
    })
}

/// What the slider says: the hours, what they leave, and compared with now.
fn spoken(ready: &Ready) -> String {
    let difference = ready.month.verschil.besteedbaar().amount();
    let args = [
        ("uren", format::hours(ready.uren)),
        ("bedrag", euro(ready.month.met_baan.besteedbaar().amount())),
        ("verschil", euro(difference.abs())),
    ];
    t_with(&format!("uren.spreek_{}", direction(difference)), &args)
}

/// The slider, to lie along the hours of the drawing.
pub fn slider(page: &Page, ready: &Ready, hours: &Hours) -> Html {
    let most = hours.punten.last().map(|point| calc_core::money::shortest(point.uren));
    el("input")
        .at("id", SLIDER)
        .at("autocomplete", "off")
        .on_input(calc_core::money::shortest(ready.uren), drag(page))
        .class("uren-schuif")
        .at("type", "range")
        .at("min", "0")
        .at_if_any("max", most)
        .at("step", "1")
        // As the drawing: more hours are to the right in every language.
        .at("dir", "ltr")
        .at("aria-valuetext", &spoken(ready))
        .at("data-schuif", "")
        .empty()
}

/// The label of the slider, and a field for the same hours.
pub fn beside(page: &Page) -> Html {
    let label = |id, words: &str| el("label").at("for", id).text(t(words));
    let typed = page.state.hours_line.as_deref();
    let is_wrong = typed.is_some_and(|typed| accepted(typed, least(page)).is_none());
    let value = typed.unwrap_or_else(|| page.form().get(PATH)).to_owned();
    let field = html! {
        <input id={FIELD} class="utrecht-textbox" type="text" inputmode="decimal" autocomplete="off"
            data-uren-veld="" aria-describedby="uren-fout" aria-invalid={is_wrong.then_some("true")}
            {value} oninput={remember(page)} onchange={finish(page)} />
    };
    // The style shows the words while the field is marked.
    let label_of_error = el("strong").text(t("fout.label"));
    let error = [label_of_error, text(format!(" {}", t("uren.veld_fout")))];
    let error = el("span").class("utrecht-form-field-error-message lijn__fout").of(error);
    let wrong = el("span").at("id", "uren-fout").at("role", "status").of([error]);
    el("div").class("lijn__invoer").of([
        label(SLIDER, "uren.schuif"),
        el("span").class("lijn__veld").of([label(FIELD, "uren.veld"), field, wrong]),
        when(is_by_month(page.form()), || el("p").class("klein").text(t("uren.maandloon_blijft"))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_taken_over_when_they_can_be() {
        let zero = Decimal::ZERO;
        for (typed, taken) in [("20", Some("20")), ("16,50", Some("16,5")), ("60", Some("60"))] {
            assert_eq!(accepted(typed, zero).as_deref(), taken);
        }
        for wrong in ["", "16,", "61", "-1", "veel"] {
            assert_eq!(accepted(wrong, zero), None, "{wrong}");
        }
        assert_eq!(accepted("0", Decimal::ONE).as_deref(), Some("1"));
    }

    #[test]
    fn a_wage_by_the_month_goes_with_the_hours() {
        let mut form = Form::default();
        assert!(!goes_with_hours(&form));
        form.set("baan.pensioenpremie", "12");
        assert!(goes_with_hours(&form));
        form.set("vraag.loon", "maand");
        assert!(is_by_month(&form));
    }
}
