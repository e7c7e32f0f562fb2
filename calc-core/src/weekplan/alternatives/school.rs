//! Work while they are at school.

use super::change::{Change, Code};
use crate::weekplan::child::{Child, Planned, Season};
use crate::weekplan::plan::{Rules, Shift};
use crate::weekplan::time::{DAY, Dag, Days, Minutes, Span, down5, up5};
use crate::weekplan::trip::{Stop, way_back, way_out};

/// Her own days first, then those on which a shift is easiest to find.
const THEN: [Dag; 5] = [Dag::Ma, Dag::Di, Dag::Do, Dag::Wo, Dag::Vr];

/// Days within school times until her hours are reached.
pub(super) fn schooltijden(planned: &Planned) -> Option<Change> {
    let [shifts] = &*planned.plan.weken else { return None };
    if planned.children.is_empty() || !planned.children.iter().all(|child| child.at_school) {
        return None;
    }
    let own: Days = shifts.iter().map(|shift| shift.dag).collect();
    let others = THEN.into_iter().filter(|dag| !own.contains(*dag));
    let mut left: Minutes = shifts.iter().map(Shift::net).sum();
    let mut found = Vec::new();
    for dag in own.iter().chain(others) {
        let Some(window) = window(planned, dag) else { continue };
        let shift = shift(dag, window, left, planned.plan.regels);
        left -= shift.net();
        found.extend((shift.net() > 0).then_some(shift));
    }
    if found.is_empty() {
        return None;
    }
    found.sort_unstable_by_key(|shift| shift.dag);
    let mut other = planned.clone();
    other.plan.weken = vec![found];
    Some(Change::of(Code::Schooltijden, other))
}

/// From when until when she can work on a day and bring and fetch all of them at school.
fn window(planned: &Planned, dag: Dag) -> Option<Span> {
    let (plan, children) = (&planned.plan, &planned.children);
    let stops: Vec<Stop> = children.iter().map(|child| (child.school.plek, None)).collect();
    let (out, back) = (way_out(plan, 0, &stops), way_back(plan, 0, &stops));
    let school = |child: &Child| {
        let times = child.school_on(dag.midnight() / DAY, Season::School)?;
        Some(times.moved(-dag.midnight()))
    };
    let begin = |child: &Child| {
        Some(school(child)?.van - child.school.deur - out.arrival[child.school.plek])
    };
    let end =
        |child: &Child| Some(school(child)?.tot + plan.wachten - back.arrival[child.school.plek]);
    let begins: Option<Vec<Minutes>> = children.iter().map(begin).collect();
    let ends: Option<Vec<Minutes>> = children.iter().map(end).collect();
    let window =
        Span { van: up5(begins?.into_iter().max()?), tot: down5(ends?.into_iter().min()?) };
    (window.van >= 0 && window.length() > 0).then_some(window)
}

/// As much of a window as is still to be worked. Above so much work a break takes its part.
fn shift(dag: Dag, window: Span, left: Minutes, regels: Rules) -> Shift {
    let without_break = window.length().min(regels.pauze_boven);
    let most = without_break.max(window.length() - regels.pauze);
    let net = left.min(most);
    let pauze = if net > regels.pauze_boven { regels.pauze } else { 0 };
    Shift { dag, van: window.van, tot: window.van + net + pauze, pauze }
}
