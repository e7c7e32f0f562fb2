//! A child that turns four: the same week when it goes to school.

use jiff::civil::Date;

use super::child::{Care, Child, Planned};
use super::order::week;
use super::plan::{Contract, School};
use super::result::Overgang;
use crate::dates::{first_of_month, months_later};
use crate::situatie::SoortOpvang;

/// From this age on a child may go to school (art. 1.1 Wet kinderopvang).
const SCHOOL_FROM_MONTHS: u32 = 4 * 12;
/// How far ahead is looked.
const AHEAD_MONTHS: u32 = 12;

/// Every child that turns four and goes to school within a year of a day, each by itself.
pub fn overgang(planned: &Planned, day: Date) -> Vec<Overgang> {
    let within = months_later(day, AHEAD_MONTHS);
    let changes = planned.children.iter().enumerate().filter(|(_, child)| !child.at_school);
    let change = |(at, child): (usize, &Child)| {
        let vanaf = school_from(child.geboren, day)?;
        within.filter(|within| vanaf <= *within)?;
        let mut then = planned.clone();
        then.children[at] = as_schoolchild(planned, child);
        let week = week(&then);
        let uren = week.kinderen[at].opvang.first().map(super::result::CareWeek::berekend);
        Some(Overgang { kind: child.kind, vanaf, uren: uren.unwrap_or_default(), past: week.past })
    };
    changes.filter_map(change).collect()
}

/// The first of the month after the birthday that is still to come.
fn school_from(geboren: Date, day: Date) -> Option<Date> {
    let birthday = months_later(geboren, SCHOOL_FROM_MONTHS).filter(|birthday| *birthday > day)?;
    months_later(first_of_month(birthday), 1)
}

/// The child at school: at the place of its care, with care after school in the same weeks.
pub fn as_schoolchild(planned: &Planned, child: &Child) -> Child {
    let standard = &planned.plan.standaard;
    let plek = child.care_place().unwrap_or_default();
    let first = child.contracts.first().map(|care| &care.contract);
    let weeks = first.unwrap_or(&standard.blok);
    let contract = Contract {
        plek,
        schoolweken: weeks.schoolweken,
        vakantieweken: weeks.vakantieweken,
        ..standard.blok.clone()
    };
    let care = Care { opvang: None, soort: SoortOpvang::Bso, is_typed: false, contract };
    Child {
        at_school: true,
        school: School { plek, ..standard.school.clone() },
        contracts: vec![care],
        ..child.clone()
    }
}
