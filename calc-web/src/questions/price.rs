//! Question 6: what each provider really charges by the hour.

use yew::Html;

use crate::components::field::Lines;
use crate::components::number_field::{NumberField, number_field};
use crate::components::question::question;
use crate::dom::{each, el, when};
use crate::format::euro;
use crate::page::Page;
use crate::situatie::{PAID_CARE, highest_price};
use crate::words::{t, t_with};

fn field(page: &Page, child: usize, contract: usize) -> Option<(String, Html)> {
    let path = format!("huishouden.kinderen.{child}.opvang.{contract}");
    let kind =
        PAID_CARE.into_iter().find(|kind| *kind == page.form().get(&format!("{path}.soort")))?;
    let highest = highest_price(kind, page.day()).map(euro);
    let says = |key: &str| {
        highest.clone().map(|price| t_with(key, &[("bedrag", price)])).unwrap_or_default()
    };
    let label =
        [("soort", t(&format!("vraag.uurprijs.{kind}"))), ("nummer", (child + 1).to_string())];
    let mut hint = says("vraag.uurprijs.hulp");
    if kind == "gastouder" {
        hint = format!("{hint} {}", t("vraag.uurprijs.bureau"));
    }
    let lines = Lines {
        label: t_with("vraag.uurprijs.bedrag", &label),
        hint,
        fallback: says("vraag.uurprijs.standaard"),
    };
    let fall_back = t("vraag.uurprijs.weet_niet");
    let field = NumberField {
        path: format!("{path}.uurprijs"),
        lines,
        fall_back,
        ..NumberField::default()
    };
    Some((path, number_field(page, field)))
}

/// Question 6.
pub fn price(page: &Page) -> Html {
    let mut fields = Vec::new();
    for child in 0..page.form().count("vraag.kinderen") {
        let contracts = page.form().items(&format!("huishouden.kinderen.{child}.opvang"));
        fields.extend((0..contracts).filter_map(|contract| field(page, child, contract)));
    }
    let none =
        || el("p").class("utrecht-form-field-description").text(t("vraag.uurprijs.niet_nodig"));
    question(6, "vraag.uurprijs.kop", vec![when(fields.is_empty(), none), each(fields)])
}
