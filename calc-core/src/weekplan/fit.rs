//! Whether a shift fits: what is left uncovered and why, how much room there is, and how far the shift could reach.

use super::buying::Purchase;
use super::child::{Child, Piece, Planned, Season};
use super::plan::{Plan, Shift};
use super::result::{DayFit, Gap, Reason};
use super::sale::sale;
use super::time::{DAY, Dag, Minutes, Span, merged, without};
use super::trip::{Errand, Route, Spot, Stop, Trip, way_back, way_out};

/// What a shift asks of one child, and what was bought for it.
pub(super) struct Asked<'a> {
    /// The child.
    pub(super) child: &'a Child,
    /// How it goes and comes.
    pub(super) errand: &'a Errand,
    /// When it needs somebody because of this shift, on the line of the week.
    pub(super) need: &'a [Span],
    /// What its contracts sell in a school week.
    pub(super) bought: &'a [Purchase],
}

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

/// What all contracts of a child have on sale on a day in a school week, from its midnight.
fn on_sale(child: &Child, dag: Dag) -> Vec<Span> {
    let of = |care| sale(child, care, dag, Season::School).spans();
    child.contracts.iter().flat_map(of).collect()
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

/// Whether it is not round the clock.
fn is_bound(run: Span) -> bool {
    run.length() < Span::ALWAYS.length()
}

/// Where something binds a shift: she may not be there earlier, or have handed over there later.
#[derive(Clone, Copy)]
enum Place {
    Home,
    At(usize),
}

/// What binds one end of a shift for one child.
#[derive(Clone, Copy)]
enum Bound {
    /// Nothing: care round the clock, or a child that needs nobody.
    Nothing,
    /// No time would do.
    Never,
    /// This moment at this place.
    At(Place, Minutes),
}

/// How early a shift could begin and how late it could end with what is on sale, not held back by a bell.
fn reach(plan: &Plan, asked: &[Asked]) -> [Option<Minutes>; 2] {
    let begin: Vec<Bound> = asked.iter().map(earliest).collect();
    let end: Vec<Bound> = asked.iter().map(|it| latest(it, plan)).collect();
    let spots =
        |way: fn(&Errand) -> Spot| -> Vec<Spot> { asked.iter().map(|it| way(it.errand)).collect() };
    let out = way_out(plan, 0, &stops(asked, &begin, &spots(|errand| errand.out.spot)));
    let back = way_back(plan, 0, &stops(asked, &end, &spots(|errand| errand.back.spot)));
    [
        moments(&begin, &out, |route, at| route.arrival[at]).and_then(|all| all.into_iter().max()),
        moments(&end, &back, |route, at| route.done[at]).and_then(|all| all.into_iter().min()),
    ]
}

/// When work would begin or end to meet each bound; nothing when one cannot be met.
fn moments(
    bounds: &[Bound],
    route: &Route,
    at: fn(&Route, usize) -> Minutes,
) -> Option<Vec<Minutes>> {
    let moment = |bound: &Bound| match *bound {
        Bound::Nothing => Some(None),
        Bound::Never => None,
        Bound::At(Place::Home, moment) => Some(Some(moment - route.home)),
        Bound::At(Place::At(place), moment) => Some(Some(moment - at(route, place))),
    };
    let all: Option<Vec<Option<Minutes>>> = bounds.iter().map(moment).collect();
    all.map(|all| all.into_iter().flatten().collect())
}

/// The places of a trip that reaches as far as it can, without bells.
fn stops(asked: &[Asked], bounds: &[Bound], spots: &[Spot]) -> Vec<Stop> {
    let stop = |((asked, bound), spot): ((&Asked, &Bound), &Spot)| match (bound, spot) {
        (Bound::At(Place::At(place), _), _) => Some((*place, None)),
        (_, Spot::Care) => asked.child.care_place().map(|place| (place, None)),
        _ => None,
    };
    asked.iter().zip(bounds).zip(spots).filter_map(stop).collect()
}

/// What binds the begin of a shift.
fn earliest(asked: &Asked) -> Bound {
    let Asked { child, errand, .. } = asked;
    let out = errand.out;
    let day = out.moment.div_euclid(DAY);
    let school = child.school_on(day, Season::School);
    let door =
        |school: Span| Bound::At(Place::At(child.school.plek), school.van - child.school.deur);
    match (out.spot, school) {
        (Spot::School | Spot::AtSchool, Some(school)) => door(school),
        (Spot::Alone, Some(school)) => {
            Bound::At(Place::Home, school.van - child.school.alleen_thuis)
        }
        (Spot::Alone, None) => Bound::Nothing,
        _ => {
            let runs = open_around(child, day, out.moment);
            let run = runs.iter().find(|run| run.tot > out.moment).or(runs.last());
            match (run, school) {
                (None, _) => Bound::Never,
                (Some(run), _) if !is_bound(*run) => Bound::Nothing,
                (Some(run), Some(school)) if run.van == school.van => door(school),
                (Some(run), _) => Bound::At(care_or_home(child), run.van),
            }
        }
    }
}

/// What binds the end of a shift.
fn latest(asked: &Asked, plan: &Plan) -> Bound {
    let Asked { child, errand, need, .. } = asked;
    let back = errand.back;
    // Care is sold by the day on which a stay begins; a school is that of the last minute.
    let last = need.last().map_or(back.moment - 1, |piece| piece.van);
    let (day, school_day) = (last.div_euclid(DAY), (back.moment - 1).div_euclid(DAY));
    let school = child.school_on(school_day, Season::School);
    let bell = |school: Span| {
        let place = child.school.plek;
        let overdracht = plan.plekken.get(place).map_or(0, |place| place.overdracht);
        Bound::At(Place::At(place), school.tot + plan.wachten + overdracht)
    };
    match (back.spot, school) {
        (Spot::School | Spot::AtSchool, Some(school)) => bell(school),
        (Spot::Alone, Some(school)) => {
            Bound::At(Place::Home, school.tot + child.school.alleen_thuis)
        }
        (Spot::Alone, None) => Bound::Nothing,
        _ => {
            let runs = open_around(child, day, back.moment);
            let run = runs.iter().rfind(|run| run.van < back.moment).or(runs.first());
            match (run, school) {
                (None, _) => Bound::Never,
                (Some(run), _) if !is_bound(*run) => Bound::Nothing,
                (Some(run), Some(school)) if run.tot == school.tot => bell(school),
                (Some(run), _) => Bound::At(care_or_home(child), run.tot),
            }
        }
    }
}

fn care_or_home(child: &Child) -> Place {
    child.care_place().map_or(Place::Home, Place::At)
}

/// When somebody could have a child on a day: what is on sale, school, and family.
fn open_around(child: &Child, day: Minutes, moment: Minutes) -> Vec<Span> {
    let mut spans: Vec<Span> =
        on_sale(child, Dag::of(day)).iter().map(|span| span.moved(day * DAY)).collect();
    spans.extend(child.school_on(day, Season::School));
    spans.extend(child.family_around(Span { van: moment, tot: moment }, Season::School));
    merged(spans)
}
