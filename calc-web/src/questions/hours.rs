//! Question 3: the hours of the job, in a field with a button on each side.

use calc_core::money::parse_decimal;
use rust_decimal::Decimal;
use yew::{Callback, Html};

use crate::components::field::Lines;
use crate::components::number_field::{Beside, NumberField, number_field};
use crate::components::question::question;
use crate::dom::el;
use crate::fields;
use crate::format;
use crate::number::Typed;
use crate::page::Page;
use crate::state::Action;
use crate::words::t;

const PATH: &str = "baan.uren_per_week";
const MOST: u32 = 60;

/// The hours an hour more or less makes of what is typed; from nothing it starts at 0.
fn stepped(typed: &str, by: i64) -> Option<String> {
    let now: Decimal = match fields::number(PATH, typed) {
        Typed::Number(number) => parse_decimal(&number)?,
        Typed::Nothing => Decimal::ZERO,
        _ => return None,
    };
    let next = now + Decimal::from(by);
    let within = !next.is_sign_negative() && next <= Decimal::from(MOST);
    within.then(|| format::hours(next))
}

fn button(page: &Page, by: i64, sign: &str, words: &str) -> Html {
    let next = stepped(page.form().get(PATH), by);
    let button =
        el("button").at("type", "button").class("utrecht-button stap").at("aria-label", &t(words));
    match next {
        Some(next) => {
            button.on_click(page.on(move || Action::Type(PATH.to_owned(), next.clone()))).text(sign)
        }
        None => button.on_click(Callback::noop()).at("aria-disabled", "true").text(sign),
    }
}

/// Question 3.
pub fn hours(page: &Page) -> Html {
    let lines =
        Lines { label: t("vraag.uren.bedrag"), hint: t("vraag.uren.hulp"), ..Lines::default() };
    let beside = Beside::Buttons(
        button(page, -1, "−", "vraag.uren.minder"),
        button(page, 1, "+", "vraag.uren.meer"),
    );
    let field = NumberField { path: PATH.to_owned(), lines, beside, ..NumberField::default() };
    question(3, "vraag.uren.kop", vec![number_field(page, field)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_more_or_less_stays_between_0_and_60() {
        assert_eq!(stepped("", 1), Some("1".into()));
        assert_eq!(stepped("16,5", 1), Some("17,5".into()));
        assert_eq!(stepped("0", -1), None);
        assert_eq!(stepped("0.5", -1), None);
        assert_eq!(stepped("60", 1), None);
        assert_eq!(stepped("veel", 1), None);
    }
}
