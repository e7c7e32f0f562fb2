//! An amount: on its own, or as the button that opens its explanation.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use yew::Html;

use crate::dom::{El, el, heard, text};
use crate::entry::Column;
use crate::entry::Entry;
use crate::format::{euro, plain, with_sign};
use crate::page::Page;
use crate::state::Action;
use crate::words::{t, t_with};

/// The start of an element that holds an amount; programs read `data-bedrag`.
pub fn holding(name: &'static str, value: Decimal) -> El {
    el(name).at("data-bedrag", &plain(value))
}

/// An amount in a sentence, without a sign: the words say which way it goes.
pub fn amount(value: Decimal) -> Html {
    holding("span", value).class("bedrag").text(euro(value.abs()))
}

/// Which way an amount goes, as the keys of the texts end.
pub fn direction(amount: Decimal) -> &'static str {
    match amount.cmp(&Decimal::ZERO) {
        Ordering::Greater => "meer",
        Ordering::Less => "minder",
        Ordering::Equal => "gelijk",
    }
}

/// An amount of the result by its name in the contract.
pub fn named(name: &str, column: Column, value: Decimal, written: String) -> Html {
    let element = holding("span", value).class("bedrag");
    element.at("data-lijn", name).at("data-situatie", column.word()).text(written)
}

/// The id of the explanation of an amount.
pub fn explanation_id(column: Column, entry: Entry) -> String {
    format!("uitleg-{}-{}", column.word(), entry.word())
}

/// The id of the button of an amount.
pub fn button_id(column: Column, entry: Entry) -> String {
    format!("bedrag-{}-{}", column.word(), entry.word())
}

/// What an amount is called: `Bijstand, nu`.
pub fn title(column: Column, entry: Entry) -> String {
    let line = ("lijn", entry.name());
    t_with(&format!("uitleg.kop_{}", column.word()), &[line])
}

/// How an amount of the table is written: what is subtracted with a minus, a difference with its sign.
pub fn written(column: Column, entry: Entry, value: Decimal) -> String {
    with_sign(entry.added(value), column == Column::Verschil)
}

fn tone(column: Column, shown: Decimal) -> &'static str {
    match column {
        Column::Verschil if shown.is_zero() => "bedrag bedrag--gelijk",
        Column::Verschil if shown.is_sign_negative() => "bedrag bedrag--minder",
        Column::Verschil => "bedrag bedrag--meer",
        _ => "bedrag",
    }
}

/// An amount of the table: a button that opens its explanation.
pub fn amount_button(page: &Page, column: Column, entry: Entry, value: Decimal) -> Html {
    let is_open = page.state.open == Some((column, entry));
    holding("button", value)
        .at("type", "button")
        .at("id", &button_id(column, entry))
        .class(tone(column, entry.added(value)))
        .at("data-lijn", entry.word())
        .at("data-situatie", column.word())
        .at("aria-expanded", if is_open { "true" } else { "false" })
        .at_if_any("aria-controls", is_open.then(|| explanation_id(column, entry)))
        .on_click(page.on(move || Action::Toggle(column, entry)))
        .of([
            text(written(column, entry, value)),
            heard(format!(". {}: {}", t("tabel.open"), title(column, entry))),
        ])
}

#[cfg(test)]
mod tests {
    use calc_core::Lijn;

    use super::*;

    #[test]
    fn more_care_to_pay_is_written_as_less() {
        let more = Decimal::from(300);
        let care = written(Column::Verschil, Entry::Line(Lijn::KinderopvangKosten), more);
        assert!(care.starts_with('−'), "{care}");
        assert!(written(Column::Verschil, Entry::Line(Lijn::NettoLoon), more).starts_with('+'));
        assert!(!written(Column::Nu, Entry::Line(Lijn::NettoLoon), more).starts_with('+'));
        assert!(
            !written(Column::Verschil, Entry::Line(Lijn::NettoLoon), Decimal::ZERO)
                .starts_with('+')
        );
    }
}
