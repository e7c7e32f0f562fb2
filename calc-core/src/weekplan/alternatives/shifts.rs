//! Shifts that do not fit: at another time, or shorter.

use super::change::{Change, Code};
use crate::weekplan::child::Planned;
use crate::weekplan::plan::Shift;
use crate::weekplan::result::{DayFit, Week};
use crate::weekplan::time::{DAY, Minutes, down5, up5};

/// Less than this is no shift.
const SHORTEST: Minutes = 60;

/// Every shift that does not fit at another time, of the same length.
pub(super) fn schuiven(planned: &Planned, week: &Week) -> Option<Change> {
    let planned = moved(planned, week)?;
    Some(Change::of(Code::Schuiven, planned))
}

/// The same plan with every shift that does not fit at another time; nothing when one has none.
pub(super) fn moved(planned: &Planned, week: &Week) -> Option<Planned> {
    with_shifts(planned, week, |day| {
        if day.past() {
            return Some(Some(day.shift));
        }
        later_or_earlier(day).map(Some)
    })
}

fn later_or_earlier(day: &DayFit) -> Option<Shift> {
    let shift = day.shift;
    let at = |van: Minutes| Shift { van, tot: van + (shift.tot - shift.van), ..shift };
    let begin = day.vroegste_begin.map(up5).filter(|begin| shift.van < *begin);
    let end = day.laatste_eind.map(down5).filter(|end| *end < shift.tot);
    let van = begin.or(end.map(|end| end - (shift.tot - shift.van)))?;
    (0..DAY).contains(&van).then(|| at(van))
}

/// Every shift that does not fit cut to what fits.
pub(super) fn korter(planned: &Planned, week: &Week) -> Option<Change> {
    let cut = with_shifts(planned, week, |day| {
        if day.past() {
            return Some(Some(day.shift));
        }
        let van = day.vroegste_begin.map_or(day.shift.van, |begin| day.shift.van.max(up5(begin)));
        let tot = day.laatste_eind.map_or(day.shift.tot, |end| day.shift.tot.min(down5(end)));
        let shift = Shift { van, tot, ..day.shift };
        Some(Some(shift).filter(|it| it.net() >= SHORTEST && (0..DAY).contains(&van)))
    })?;
    let works = cut.plan.weken.iter().any(|shifts| !shifts.is_empty());
    works.then(|| Change::of(Code::Korter, cut))
}

/// The plan with other shifts. Of a shift comes another, none, or nothing at all.
pub(super) fn with_shifts(
    planned: &Planned,
    week: &Week,
    change: impl Fn(&DayFit) -> Option<Option<Shift>>,
) -> Option<Planned> {
    let mut other = planned.clone();
    for shifts in &mut other.plan.weken {
        shifts.clear();
    }
    for day in &week.dagen {
        let shift = change(day)?;
        other.plan.weken.get_mut(day.week)?.extend(shift);
    }
    Some(other)
}
