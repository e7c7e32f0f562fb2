//! The drawings and the tables beside them hold the same: what the engine gave.

use calc_core::Lijn;
use calc_core::month::stappen;
use rust_decimal::Decimal;

use super::super::of_part;
use super::{given, rows, said};
use crate::entry::Column;
use crate::format::{euro, plain};
use crate::words::{t, t_with};

#[test]
fn now_then_goes_step_by_step_from_now_to_the_job() {
    let case = &of_part("charts/now_then")[0];
    let month = case.month();
    let (now, then) = (month.nu.besteedbaar().amount(), month.met_baan.besteedbaar().amount());
    let steps = stappen(month, 8);
    let between = steps.iter().map(|it| it.bedrag.amount());
    let expected: Vec<String> = [now].into_iter().chain(between).chain([then]).map(plain).collect();
    let table = case.seen.one("data-lijst", "stappen");
    let shown: Vec<&str> = rows(table).iter().filter_map(|it| it.at("data-bedrag")).collect();
    assert_eq!(shown, expected);
    let values: Vec<Decimal> = shown.iter().map(|it| it.parse().expect("a decimal")).collect();
    let sum: Decimal = values[..values.len() - 1].iter().sum();
    assert_eq!(sum, values[values.len() - 1], "the steps lead to the end");
    assert_eq!(table.of_class("regel--totaal").len(), 2, "what is left, now and then");
    // The picture has as many bars, and the names and amounts of the table.
    let bars = case.seen.one("role", "img").of_class("balkje");
    assert_eq!(bars.len(), expected.len());
    let written: Vec<String> =
        case.seen.of_class("balkje__bedrag").iter().map(|it| it.text()).collect();
    let cells: Vec<String> = table.named("td").iter().map(|it| it.text()).collect();
    let alike =
        |all: Vec<String>| all.into_iter().map(|it| it.replace('\u{a0}', " ")).collect::<Vec<_>>();
    assert_eq!(alike(written), alike(cells));
}

#[test]
fn hours_line_has_a_row_for_every_point() {
    let case = &of_part("charts/hours_line")[0];
    let ready = case.answer.ready().expect("an answer");
    let hours = ready.hours.as_ref().expect("the line");
    let shown: Vec<(String, String)> = rows(case.seen.one("data-lijst", "uren"))
        .iter()
        .map(|row| {
            (
                row.at("data-uren").unwrap_or_default().to_owned(),
                row.at("data-bedrag").unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let expected: Vec<(String, String)> = hours
        .punten
        .iter()
        .map(|it| (it.uren.normalize().to_string(), plain(it.lijnen.besteedbaar().amount())))
        .collect();
    assert_eq!(shown, expected);
    let hers = case.seen.of_class("van-u");
    assert_eq!(hers.len(), 1);
    assert_eq!(
        hers[0].at("data-bedrag"),
        Some(&*given(case.month(), Column::MetBaan, Lijn::Besteedbaar))
    );
    // Falls are numbered in the picture and told in that order.
    let numbers: Vec<String> =
        case.seen.of_class("lijn__nummer").iter().map(|it| it.text()).collect();
    let told = case.seen.of_class("utrecht-ordered-list")[0].children().count();
    assert_eq!(numbers, (1..=told).map(|it| it.to_string()).collect::<Vec<_>>());
    assert!(told > 0, "the example has a fall");
}

#[test]
fn hours_drawing_has_a_band_for_every_fall() {
    let case = &of_part("charts/hours_drawing")[0];
    let hours = case.answer.ready().and_then(|ready| ready.hours.as_ref()).expect("the line");
    let picture = case.seen.one("role", "img");
    assert!(!hours.zones.is_empty());
    assert_eq!(picture.of_class("lijn__zone").len(), hours.zones.len());
    let points = picture.of_class("lijn__lijn")[0].at("points").unwrap_or_default();
    assert_eq!(points.split_terminator(' ').count(), 2 * hours.punten.len());
    let now = t_with("uren.nu", &[("bedrag", euro(case.month().nu.besteedbaar().amount()))]);
    assert_eq!(picture.of_class("lijn__nu-woord")[0].text(), now);
    let keys: Vec<String> =
        case.seen.of_class("sleutels")[0].named("li").iter().map(|it| it.text()).collect();
    assert!(keys.contains(&t("uren.sleutel_zone")), "what the pattern means is said: {keys:?}");
}

#[test]
fn hours_input_keeps_what_is_no_number_and_the_line_stays() {
    let [wrong, by_month] = &of_part("charts/hours_input")[..] else { panic!("two examples") };
    let (slider, field) = (wrong.seen.one("type", "range"), wrong.seen.one("id", "uren-veld"));
    assert_eq!(
        (slider.at("value"), slider.at("max"), slider.at("dir")),
        (Some("20"), Some("40"), Some("ltr"))
    );
    let said_then = said(wrong.month().met_baan.besteedbaar().amount()).replace('\u{a0}', " ");
    assert!(
        slider
            .at("aria-valuetext")
            .is_some_and(|it| it.starts_with("20 uur") && it.contains(&said_then))
    );
    assert_eq!((field.at("value"), field.at("aria-invalid")), (Some("61"), Some("true")));
    let field = by_month.seen.one("id", "uren-veld");
    assert_eq!((field.at("value"), field.at("aria-invalid")), (Some("24"), None));
    assert!(by_month.seen.text().contains(&t("uren.maandloon_blijft")));
    assert!(!wrong.seen.text().contains(&t("uren.maandloon_blijft")));
}

#[test]
fn svg_places_are_shares_of_the_width_and_words_stay() {
    let case = &of_part("charts/svg")[0];
    let picture = case.seen.one("role", "img");
    assert_eq!(
        (picture.at("width"), picture.at("height"), picture.at("translate")),
        (Some("100%"), Some("40.0"), Some("no"))
    );
    assert_eq!(picture.at("aria-label"), Some(&*t("opvang.tekening")));
    let bar = picture.named("rect")[0];
    assert_eq!(
        (bar.at("x"), bar.at("width"), bar.at("y")),
        (Some("0.0%"), Some("60.0%"), Some("1.0"))
    );
    assert_eq!(picture.named("line")[0].at("x2"), Some("60.0%"));
    assert_eq!(case.seen.named("tspan")[0].text(), "Uren");
    assert_eq!(case.seen.of_class("sleutel")[0].at("aria-hidden"), Some("true"));
}
