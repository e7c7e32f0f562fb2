//! Whether a shift fits: what is left uncovered and why, and how much room there is.

use super::buying::Purchase;
use super::child::{Child, Piece, Planned, Season};
use super::plan::{Plan, Shift};
use super::reach::{Asked, is_bound, on_sale, reach};
use super::result::{DayFit, Gap, Reason};
use super::time::{DAY, Dag, Minutes, Span, merged, without};
use super::trip::{Spot, Trip};

/// Whether a shift fits, in a school week.
pub(super) fn fit(
    planned: &Planned,
    week: usize,
    shift: &Shift,
    trip: &Trip,
    asked: &[Asked],
) -> DayFit {
    let midnight = shift.dag.midnight();
    let weeks = planned.plan.weken.len();
    let redenen: Vec<Reason> = asked.iter().flat_map(|it| reasons(it, week, weeks)).collect();
    let room = || asked.iter().flat_map(|it| room(it, &planned.plan)).min();
    let [vroegste_begin, laatste_eind] = reach(&planned.plan, asked);
    DayFit {
        week,
        shift: *shift,
        trip: trip.clone(),
        van_huis: trip.leaves - midnight,
        thuis: trip.home - midnight,
        speling: if redenen.is_empty() { room() } else { None },
        redenen,
        vroegste_begin: vroegste_begin.map(|moment| moment - midnight),
        laatste_eind: laatste_eind.map(|moment| moment - midnight),
    }
}

/// What is left of a shift for one child.
fn reasons(asked: &Asked, week: usize, weeks: usize) -> Vec<Reason> {
    let left_of = |span: &Span| {
        let piece = Piece::on_line(*span, week, weeks);
        let left = without(&[piece.span], &covers(asked.bought, piece.dag));
        left.into_iter().map(move |span| Piece { span, ..piece })
    };
    let reason = |piece: Piece| Reason {
        kind: asked.child.kind,
        code: why(asked.child, &piece),
        // What is left may begin after midnight.
        piece: Piece::on_line(piece.span.moved(piece.dag.midnight()), piece.week, weeks),
    };
    asked.need.iter().flat_map(left_of).map(reason).collect()
}

/// When a child can be at its care, from midnight of a day.
fn covers(bought: &[Purchase], dag: Dag) -> Vec<Span> {
    merged(bought.iter().flat_map(|purchase| &purchase.covers[dag.place()]).copied().collect())
}

/// Why a child has nobody: the first reason that applies.
fn why(child: &Child, left: &Piece) -> Gap {
    let span = left.span;
    let sold = on_sale(child, left.dag);
    let school_on = |moment: Minutes| {
        let later = moment.div_euclid(DAY);
        let day = left.dag.midnight() / DAY + later;
        let school = child.school_on(day, Season::School)?;
        Some((Dag::of(day), school.moved(-left.dag.midnight())))
    };
    let at_the_bell = |moment: Minutes, is_bell: fn(Span) -> Minutes| {
        school_on(moment).filter(|(_, school)| is_bell(*school) == moment)
    };
    let nothing = |(dag, school): (Dag, Span), is_that: fn(&Span, Span) -> bool| {
        let own = school.moved(-school.van.div_euclid(DAY) * DAY);
        !on_sale(child, dag).iter().any(|span| is_that(span, own))
    };
    let before = at_the_bell(span.tot, |school| school.van);
    let after = at_the_bell(span.van, |school| school.tot);
    if child.contracts.is_empty() {
        Gap::GeenOpvang
    } else if before.is_some_and(|it| nothing(it, |span, school| span.van < school.van)) {
        Gap::VoorSchool
    } else if after.is_some_and(|it| nothing(it, |span, school| span.tot > school.tot)) {
        Gap::NaSchool
    } else if sold.is_empty() {
        Gap::Dicht
    } else if sold.iter().all(|open| span.tot <= open.van) {
        Gap::TeVroeg
    } else if sold.iter().all(|open| span.van >= open.tot) {
        Gap::TeLaat
    } else {
        Gap::Gat
    }
}

/// The room at both ends of the stay of one child.
fn room(asked: &Asked, plan: &Plan) -> Vec<Minutes> {
    let Asked { child, errand, need, bought } = asked;
    let (out, back) = (errand.out, errand.back);
    // The edge of what is bought counts where the child is handed over to its care.
    let bought_around = |piece: &Span| {
        let day = piece.van.div_euclid(DAY);
        let mut spans: Vec<Span> =
            covers(bought, Dag::of(day)).iter().map(|span| span.moved(day * DAY)).collect();
        spans.extend(child.family_around(*piece, Season::School));
        merged(spans).into_iter().find(|run| run.holds(*piece))
    };
    let at_start = match out.spot {
        Spot::School => Some(out.arrival - (out.moment - child.school.deur)),
        Spot::Care => need
            .first()
            .filter(|piece| piece.van == out.moment)
            .and_then(bought_around)
            .filter(|run| is_bound(*run))
            .map(|run| out.moment - run.van),
        _ => None,
    };
    let at_end = match back.spot {
        Spot::School => Some(back.moment + plan.wachten - back.arrival),
        Spot::Care => need
            .last()
            .filter(|piece| piece.tot == back.moment)
            .and_then(bought_around)
            .filter(|run| is_bound(*run))
            .map(|run| run.tot - back.moment),
        _ => None,
    };
    at_start.into_iter().chain(at_end).collect()
}
