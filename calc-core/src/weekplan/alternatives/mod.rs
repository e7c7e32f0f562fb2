//! What would be smarter than the present week: changed weeks, each computed by the same rules.

mod change;
mod days;
mod people;
mod places;
mod school;
mod shifts;
mod weeks;

pub use change::{Alternative, Change, Code};

use super::child::Planned;
use super::order::week;
use super::possible::is_possible;
use super::result::Week;

/// Every changed week that could be sent in and fits, and another order of the places when it fits better. What it brings
/// in money decides whether it is offered.
pub fn alternatives(planned: &Planned, now: &Week) -> Vec<Alternative> {
    let does_not_fit = || Some(now).filter(|now| !now.past);
    let changes = [
        does_not_fit().and_then(|now| shifts::schuiven(planned, now)),
        does_not_fit().and_then(|now| shifts::korter(planned, now)),
        does_not_fit().map(|now| people::familie_gat(planned, now)),
        does_not_fit().and_then(|now| people::gastouder(planned, now)),
        places::andere_volgorde(planned, now),
        days::minder_dagen(planned),
        weeks::minder_vakantieweken(planned),
        school::schooltijden(planned),
        weeks::zonder_voorschool(planned, now),
        people::familie_dag(planned, now),
    ];
    let computed = |change: Change| {
        let week = week(&change.planned);
        Alternative { change, week }
    };
    let is_offered = |it: &Alternative| {
        it.week.past
            || it.change.code == Code::AndereVolgorde
                && places::minutes_left(&it.week) < places::minutes_left(now)
    };
    let possible = changes.into_iter().flatten().filter(|change| is_possible(&change.planned));
    possible.map(computed).filter(is_offered).collect()
}
