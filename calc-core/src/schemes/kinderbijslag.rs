//! Kinderbijslag: an amount per child and quarter, the same at every income.
//!
//! Law: art. 7 and 12 Algemene Kinderbijslagwet <https://wetten.overheid.nl/BWBR0002368>.
//! Left out: double kinderbijslag, children who live elsewhere or earn.

use jiff::civil::Date;

use crate::dates::{age, first_of_quarter, is_born};
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, PerQuarter, Rounding};
use crate::parameters::kinderbijslag::Params;
use crate::value::Years;

const ARTICLE: &str = "art. 12 Algemene Kinderbijslagwet";
const PER_MAAND: Rounding = Rounding::to_cents("kwartaalbedrag gespreid over drie maanden");

/// The amount of a quarter for a child of this age on its first day.
pub fn per_kwartaal(
    leeftijd: Years,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerQuarter> {
    let mut w = Working::of("kinderbijslag_per_kind", ARTICLE, explain);
    let leeftijd = w.input("leeftijd", leeftijd);
    let bedrag = match leeftijd.0 {
        0..=5 => w.param(&p.tot_6),
        6..=11 => w.param(&p.tot_12),
        12..=17 => w.param(&p.tot_18),
        _ => {
            return w.nothing(Reason {
                code: "kind_is_18",
                article: "art. 7 Algemene Kinderbijslagwet",
            });
        }
    };
    w.result(bedrag)
}

/// The quarter of `day` spread over its months, for the children born on or before its first day; to cents.
pub fn kinderbijslag(
    kinderen: &[Date],
    day: Date,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("kinderbijslag", ARTICLE, explain);
    let kwartaal = van_kinderen(&mut w, kinderen, first_of_quarter(day), p);
    if kwartaal.is_zero() {
        let code =
            if kinderen.is_empty() { "geen_kinderen" } else { "geboren_na_eerste_dag_kwartaal" };
        return w.nothing(Reason { code, article: ARTICLE });
    }
    let kwartaal = w.step("kwartaal_samen", kwartaal);
    let maand = w.rounded("maand", kwartaal.per_month(), PER_MAAND);
    w.result(maand)
}

/// The quarter that begins on this day, of all children together.
pub fn kwartaal(
    kinderen: &[Date],
    eerste_dag: Date,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerQuarter> {
    let mut w = Working::of("kinderbijslag_kwartaal", ARTICLE, explain);
    let kwartaal = van_kinderen(&mut w, kinderen, eerste_dag, p);
    w.result(kwartaal)
}

fn van_kinderen(
    w: &mut Working,
    kinderen: &[Date],
    eerste_dag: Date,
    p: &'static Params,
) -> PerQuarter {
    w.input("eerste_dag_kwartaal", eerste_dag);
    let mut samen = PerQuarter::ZERO;
    for &geboren in kinderen.iter().filter(|&&geboren| is_born(geboren, eerste_dag)) {
        samen += w.rule(&per_kwartaal(age(geboren, eerste_dag), p, w.explain()));
    }
    samen
}
