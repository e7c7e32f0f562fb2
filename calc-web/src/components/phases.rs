//! How the answer changes when a disregard ends, with the months by name.

use calc_core::month::{Fase, Month};
use calc_core::suggest;
use jiff::civil::Date;
use yew::Html;

use super::amount::{amount, direction};
use crate::dom::{el, rich, when};
use crate::words::{t, t_if_any, t_with};
use crate::{format, months};

/// Months in a row, counted from 1; no last month without end.
type Months = (u32, Option<u32>);

fn period(start: Date, (first, last): Months) -> String {
    let month = |number: u32| format::month(months::later(start, number - 1));
    let van = ("van", month(first));
    match last {
        Some(last) if last == first => t_with("fase.een_maand", &[van]),
        Some(last) => t_with("fase.van_tot", &[van, ("tot", month(last))]),
        None if first == 1 => t_with("fase.vanaf", &[van]),
        None => t_with("fase.daarna", &[van]),
    }
}

/// What the rule of a phase means, in plain words.
fn rule(phase: &Fase) -> &'static str {
    // A key that begins with a digit would be no key of the texts.
    let keys = ["fase.", "fase.regel_"].map(|start| format!("{start}{}", phase.regel));
    keys.iter().find_map(|key| t_if_any(key)).unwrap_or_default()
}

/// Neighbours that say the same thing are told as one.
fn told(phases: &[Fase]) -> Vec<(&Fase, Months)> {
    let mut told: Vec<(&Fase, Months)> = Vec::new();
    for phase in phases {
        match told.last_mut() {
            Some((same, months))
                if same.regel == phase.regel && same.verschil == phase.verschil =>
            {
                months.1 = phase.tot_maand;
            }
            _ => told.push((phase, (phase.van_maand, phase.tot_maand))),
        }
    }
    told
}

/// The last month of what holds at first, when something else comes after it.
pub fn first_until(month: &Month) -> Option<Date> {
    let told = told(&month.fasen);
    let (_, (_, last)) = told.first().filter(|_| told.len() > 1)?;
    Some(months::later(month.peildatum.first_of_month(), (*last)? - 1))
}

fn view(start: Date, phase: &Fase, months: Months) -> Html {
    let change = phase.verschil.amount();
    let class = match direction(change) {
        "meer" => "fase fase--meer",
        "minder" => "fase fase--minder",
        _ => "fase",
    };
    let changes = rich(&format!("fase.{}", direction(change)), &[("bedrag", amount(change))]);
    el("li").class(class).at("data-fase", phase.regel).of([
        el("span").class("fase__wanneer").text(period(start, months)),
        el("strong").class("fase__bedrag").of([changes]),
        el("span").class("fase__waarom").text(rule(phase)),
    ])
}

/// The phases, when there is more than one thing to tell.
pub fn phases(month: &Month) -> Html {
    let told = told(&month.fasen);
    if told.len() < 2 {
        return Html::default();
    }
    let start = month.peildatum.first_of_month();
    // Under the new law the amounts are less sure.
    let begins = |phase: &Fase| months::later(start, phase.van_maand - 1);
    let meets_new_law =
        month.fasen.iter().any(|phase| suggest::vrijlating_vanaf_2027(begins(phase)));
    let about_law = || {
        // Nothing later than what was published is computed with.
        let amounts_of = start.min(suggest::published_until());
        let words = t_with("fase.nieuwe_wet", &[("maand", format::month(amounts_of))]);
        el("p").class("fasen__wet").text(words)
    };
    let items = told.into_iter().map(|(phase, months)| view(start, phase, months)).collect();
    el("div").class("fasen").of([
        el("h3").class("utrecht-heading-3").text(t("fase.kop")),
        el("ol").class("fasen__lijst").children(items),
        when(meets_new_law, about_law),
    ])
}

#[cfg(test)]
mod tests {
    use calc_core::money::PerMonth;

    use super::*;

    fn phase(regel: &'static str, van_maand: u32, tot_maand: Option<u32>, cents: i64) -> Fase {
        let verschil = PerMonth::new(rust_decimal::Decimal::new(cents, 2));
        Fase {
            regel,
            van_maand,
            tot_maand,
            besteedbaar: verschil,
            verschil,
            verschil_jaar: verschil.per_year(),
            ..Fase::default()
        }
    }

    #[test]
    fn neighbours_that_say_the_same_are_told_as_one() {
        let phases = [
            phase("n", 1, Some(3), 15789),
            phase("34a", 4, Some(6), 4620),
            phase("34a", 7, Some(15), 4620),
            phase("geen", 16, None, -12767),
        ];
        let months: Vec<Months> = told(&phases).into_iter().map(|(_, months)| months).collect();
        assert_eq!(months, [(1, Some(3)), (4, Some(15)), (16, None)]);
    }

    #[test]
    fn every_rule_has_words() {
        for regel in ["n", "r", "y", "34a", "geen", "proefplaatsing", "traject"] {
            assert!(!rule(&phase(regel, 1, None, 0)).is_empty(), "{regel}");
        }
    }
}
