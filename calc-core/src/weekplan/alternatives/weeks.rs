//! Contracts with less in them: fewer weeks of school holiday, no care before school.

use super::change::{Change, Code};
use super::shifts::with_shifts;
use crate::weekplan::child::{Care, Planned};
use crate::weekplan::order::week;
use crate::weekplan::plan::Shift;
use crate::weekplan::result::{DayFit, Week};
use crate::weekplan::time::{DAY, down5, up5};

fn contracts(planned: &mut Planned) -> impl Iterator<Item = &mut Care> {
    let contracts = planned.children.iter_mut().flat_map(|child| &mut child.contracts);
    contracts.filter(|care| !care.is_typed)
}

/// No more weeks of school holiday than she has no leave for.
pub(super) fn minder_vakantieweken(planned: &Planned) -> Option<Change> {
    let weken = planned.plan.regels.vakantieweken.saturating_sub(planned.plan.verlof_weken);
    let mut other = planned.clone();
    for care in contracts(&mut other) {
        care.contract.vakantieweken = care.contract.vakantieweken.min(weken);
    }
    (other != *planned).then(|| Change::of(Code::MinderVakantieweken, other))
}

/// No care before school. What does not fit then begins later, and ends as much later as fits.
pub(super) fn zonder_voorschool(planned: &Planned, now: &Week) -> Option<Change> {
    if !is_bought_before_school(planned, now) {
        return None;
    }
    let mut other = planned.clone();
    for care in contracts(&mut other) {
        care.contract.voorschool_van = None;
    }
    let then = week(&other);
    let other = with_shifts(&other, &then, |day| {
        if day.past() { Some(Some(day.shift)) } else { later(day).map(Some) }
    })?;
    Some(Change::of(Code::ZonderVoorschool, other))
}

fn later(day: &DayFit) -> Option<Shift> {
    let shift = day.shift;
    let van = up5(day.vroegste_begin?);
    let tot = shift.tot + (van - shift.van);
    let tot = day.laatste_eind.map_or(tot, |end| tot.min(down5(end)));
    let other = Shift { van, tot, ..shift };
    ((0..DAY).contains(&van) && other.net() > 0).then_some(other)
}

fn is_bought_before_school(planned: &Planned, now: &Week) -> bool {
    let pairs = planned.children.iter().zip(&now.kinderen);
    let mut contracts = pairs.flat_map(|(child, of)| {
        of.opvang.iter().filter(|it| !it.overschreven).map(move |it| (child, it))
    });
    contracts.any(|(child, care)| {
        let bells = child.school.tijden.iter().zip(&care.weken[0].covers);
        child.at_school
            && bells.into_iter().any(|(times, covers)| {
                times.is_some_and(|times| covers.iter().any(|it| it.tot == times.van))
            })
    })
}
