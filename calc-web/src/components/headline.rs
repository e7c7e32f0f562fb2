//! The steady month in a sentence: more or less, now and later, by the month and the hour. A year is told of her own
//! twelve months, never as twelve times one of them.

use calc_core::coverage::{Standing, amounts_of};
use jiff::civil::Date;
use rust_decimal::Decimal;
use yew::Html;

use super::amount::{amount, direction, holding, named};
use super::phases::phases;
use crate::answer::Ready;
use crate::birthdays::Birthday;
use crate::dom::{el, rich, text, when};
use crate::entry::Column;
use crate::format::{self, euro, hours};
use crate::situatie::Assumed;
use crate::words::{t, t_with};

/// What changes at first, and in the end when that is something else.
fn first_and_last(ready: &Ready) -> (Decimal, Option<Decimal>) {
    let first = ready.month.verschil.besteedbaar().amount();
    let last = ready.month.fasen.last().map(|phase| phase.verschil.amount());
    (first, last.filter(|last| *last != first))
}

/// The answer in a few words: for the bar below the questions and to be read out.
pub fn in_short(ready: &Ready) -> String {
    if ready.uren.is_zero() {
        return t("kop.geen_baan");
    }
    let (first, last) = first_and_last(ready);
    let words = |prefix: &str, amount: Decimal| {
        t_with(&format!("{prefix}{}", direction(amount)), &[("bedrag", euro(amount.abs()))])
    };
    match last {
        Some(last) => t_with(
            "kop.balk_eerst",
            &[("eerst", words("fase.", first)), ("later", words("fase.", last))],
        ),
        None => words("kop.balk_", first),
    }
}

/// The amount of later, in the colour of the way it goes.
fn later(value: Decimal) -> Html {
    let class = match direction(value) {
        "minder" => "bedrag bedrag--minder",
        _ => "bedrag",
    };
    holding("span", value).class(class).text(euro(value.abs()))
}

fn sentence(ready: &Ready) -> Html {
    if ready.uren.is_zero() {
        return text(t("kop.geen_baan"));
    }
    let big = |value: Decimal| holding("span", value).class("kop__bedrag").text(euro(value.abs()));
    let (first, last) = first_and_last(ready);
    let said = |prefix: &str, value: Decimal, shown: Html| {
        rich(&format!("kop.{prefix}{}", direction(value)), &[("bedrag", shown)])
    };
    match last {
        None => said("", first, big(first)),
        Some(last) => {
            let parts = [
                ("eerst", said("eerst_", first, big(first))),
                ("later", said("later_", last, later(last))),
            ];
            rich("kop.samen", &parts)
        }
    }
}

/// The hours nearest to hers that leave more than now, when hers do not.
fn better(ready: &Ready) -> Option<Html> {
    let now = ready.month.nu.besteedbaar();
    if ready.month.verschil.besteedbaar().amount() >= Decimal::ZERO {
        return None;
    }
    let points = &ready.hours.as_ref()?.punten;
    let better = points.iter().filter(|point| point.lijnen.besteedbaar() > now);
    let words = match better.min_by_key(|point| (point.uren - ready.uren).abs()) {
        Some(point) => {
            let left = amount(point.lijnen.besteedbaar().amount());
            rich("kop.beter", &[("uren", text(hours(point.uren))), ("bedrag", left)])
        }
        None => text(t("kop.geen_beter")),
    };
    Some(el("p").class("kop__beter").of([words]))
}

/// Now and then, by the hour.
fn below(ready: &Ready) -> Vec<Html> {
    let month = &ready.month;
    let line = |inner: Html| el("p").class("kop__onder").of([inner]);
    let with_care = month.kinderopvang.rekening.is_positive();
    let now_then = [
        ("nu", amount(month.nu.besteedbaar().amount())),
        ("dan", amount(month.met_baan.besteedbaar().amount())),
    ];
    let mut lines =
        vec![line(rich(if with_care { "kop.nu_dan_opvang" } else { "kop.nu_dan" }, &now_then))];
    lines.extend(ready.has_debts.then(|| line(text(t("kop.voor_schulden")))));
    if let Some(per_hour) = month.per_gewerkt_uur.filter(|per_hour| per_hour.is_positive()) {
        let key = if ready.works_now { "kop.per_extra_uur" } else { "kop.per_uur" };
        let value = per_hour.amount();
        let shown = named("per_gewerkt_uur", Column::Verschil, value, euro(value));
        lines.push(line(rich(key, &[("bedrag", shown)])));
    }
    lines
}

/// Of whom a day of birth stands in, which one, and what goes with it.
fn birthday(birthday: &Birthday, day: Date) -> Option<String> {
    let taken = birthday.assumed?;
    let number = |at: &str| at.parse::<usize>().map_or(0, |at| at + 1).to_string();
    let who = match birthday.path.split('.').collect::<Vec<_>>()[..] {
        [_, "kinderen", at, _] => t_with("kop.dag_kind", &[("nummer", number(at))]),
        [_, "inwonenden", at, _] => t_with("kop.dag_persoon", &[("nummer", number(at))]),
        [_, "partner", _] => t("kop.dag_partner"),
        _ => t("kop.dag_u"),
    };
    let lines: Vec<String> =
        birthday.lines.iter().map(|line| t(&format!("lijn.{}", line.word()))).collect();
    let lines = if lines.is_empty() { t("kop.dag_later") } else { lines.join(", ") };
    let args = [("wie", who), ("dag", format::day(taken)), ("regels", lines)];
    Some(match birthday.turns(day) {
        Some(age) => {
            let more = [("leeftijd", age.to_string()), ("maand", format::month(day))];
            t_with("kop.dag_jarig", &[&args[..], &more[..]].concat())
        }
        None => t_with("kop.dag", &args),
    })
}

/// That the amounts are those of a year before, when they are.
pub fn continued(day: Date, key: &str) -> Option<String> {
    let (known, standing) = amounts_of(day).ok()?;
    let year = |day: Date| day.year().to_string();
    let args = [("maand", format::month(day)), ("jaar", year(day)), ("bekend", year(known))];
    (standing == Standing::Continued).then(|| t_with(key, &args))
}

/// Marks on the answer: an amount that was derived, what stands in for an answer.
pub fn marks(ready: &Ready) -> Html {
    let derived = ready.month.aannames.iter().any(|it| it.code == "bedrag_afgeleid");
    let assumed = match ready.assumed.len() {
        0 => None,
        1 => Some(t("kop.aannames_een")),
        count => Some(t_with("kop.aannames_meer", &[("aantal", count.to_string())])),
    };
    let months = ready.assumed.contains(&Assumed::Maanden).then(|| t("kop.maanden_aanname"));
    let birthdays = ready.birthdays.iter().filter_map(|it| birthday(it, ready.month.peildatum));
    let marks: Vec<Html> = continued(ready.month.peildatum, "kop.voortgezet")
        .into_iter()
        .chain(birthdays)
        .chain(months)
        .chain(assumed)
        .chain(derived.then(|| t("kop.afgeleid")))
        .map(|words| el("li").class("merk-regel").text(words))
        .collect();
    when(!marks.is_empty(), || el("ul").class("merken").children(marks))
}

/// Whether she ends with less than now, whatever it is at first.
fn ends_worse(ready: &Ready) -> bool {
    first_and_last(ready).1.is_some_and(|last| last < Decimal::ZERO)
}

/// The answer in a sentence, under a heading with this id.
pub fn headline(ready: &Ready, id: &'static str) -> Html {
    let is_zero = ready.uren.is_zero();
    let class = match direction(ready.month.verschil.besteedbaar().amount()) {
        "meer" if ends_worse(ready) => "kop kop--wisselt",
        "meer" if !is_zero => "kop kop--meer",
        "minder" if !is_zero => "kop kop--minder",
        _ => "kop",
    };
    let mut parts =
        vec![el("h2").class("kop__zin").at("id", id).at("tabindex", "-1").of([sentence(ready)])];
    if is_zero {
        parts.push(el("p").class("kop__onder").text(t("kop.geen_baan_zin")));
    } else {
        parts.extend(better(ready));
        parts.extend(below(ready));
        parts.push(phases(&ready.month));
    }
    el("div").class(class).children(parts)
}
