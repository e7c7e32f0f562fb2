//! How far a shift could reach: how early it could begin and how late it could end with what is on sale, not held back by
//! a bell.

use super::buying::Purchase;
use super::child::{Child, Season};
use super::plan::Plan;
use super::sale::sale;
use super::time::{DAY, Dag, Minutes, Span, WEEK, merged, without};
use super::trip::{Errand, Route, Spot, Stop, way_back, way_out};

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

/// What all contracts of a child have on sale on a day in a school week, from its midnight.
pub(super) fn on_sale(child: &Child, dag: Dag) -> Vec<Span> {
    let of = |care| sale(child, care, dag, Season::School).spans();
    child.contracts.iter().flat_map(of).collect()
}

/// Whether it is not round the clock.
pub(super) fn is_bound(run: Span) -> bool {
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

/// How early a shift could begin and how late it could end.
pub(super) fn reach(plan: &Plan, asked: &[Asked]) -> [Option<Minutes>; 2] {
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
        (Spot::Alone, _) => alone_from(asked),
        (Spot::School | Spot::AtSchool, Some(school)) => door(school),
        _ => {
            let runs = open_around(child, day, out.moment);
            match (run_from(&runs, out.moment), school) {
                (None, _) => Bound::Never,
                (Some(run), _) if !is_bound(run) => Bound::Nothing,
                (Some(run), Some(school)) if run.van == school.van => door(school),
                (Some(run), _) => Bound::At(care_or_home(child), run.van),
            }
        }
    }
}

/// What binds the end of a shift.
fn latest(asked: &Asked, plan: &Plan) -> Bound {
    let Asked { child, errand, .. } = asked;
    let back = errand.back;
    let bell = |school: Span| {
        let place = child.school.plek;
        let overdracht = plan.plekken.get(place).map_or(0, |place| place.overdracht);
        Bound::At(Place::At(place), school.tot + plan.wachten + overdracht)
    };
    // A school is that of the last minute.
    let school_of = |end: Minutes| child.school_on((end - 1).div_euclid(DAY), Season::School);
    let at_school = matches!(back.spot, Spot::School | Spot::AtSchool);
    match (first_gap(asked), school_of(back.moment)) {
        _ if back.spot == Spot::Alone => alone_until(asked),
        (None, Some(school)) if at_school => bell(school),
        (gap, _) => match last_run(asked, gap) {
            None => Bound::Never,
            Some(run) if !is_bound(run) => Bound::Nothing,
            Some(run) => match school_of(run.tot) {
                Some(school) if run.tot == school.tot => bell(school),
                _ => Bound::At(care_or_home(child), run.tot),
            },
        },
    }
}

/// The first moment at which nobody could have a child, whatever were bought, and the day on which that stay begins: care
/// is sold by that day.
fn first_gap(asked: &Asked) -> Option<(Minutes, Minutes)> {
    let left = |piece: &Span| {
        let day = piece.van.div_euclid(DAY);
        let left = without(&[*piece], &sold_on(asked.child, day));
        left.first().map(|span| (day, span.van))
    };
    asked.need.iter().find_map(left)
}

/// The stretch with somebody that a shift cannot go on past: the one before a gap, else the one in which she is back.
fn last_run(asked: &Asked, gap: Option<(Minutes, Minutes)>) -> Option<Span> {
    let Asked { child, errand, need, .. } = asked;
    if let Some((day, gap)) = gap {
        // A stay that begins with the gap has no stretch before it.
        let moment = if gap > errand.out.moment { gap - 1 } else { gap };
        return run_from(&open_around(child, day, gap), moment);
    }
    let end = errand.back.moment;
    let last = need.last().map_or(end - 1, |piece| piece.van);
    let runs = open_around(child, last.div_euclid(DAY), end);
    runs.iter().rfind(|run| run.van < end).or(runs.first()).copied()
}

/// The stretch in which a moment lies, else the first one after it, else the last one.
fn run_from(runs: &[Span], moment: Minutes) -> Option<Span> {
    runs.iter().find(|run| run.tot > moment).or(runs.last()).copied()
}

/// How early she could leave a child that goes alone: back from one stretch with somebody to the one before it, as long
/// as it can be alone in between.
fn alone_from(asked: &Asked) -> Bound {
    let most = asked.child.school.alleen_thuis;
    let back = asked.errand.back.moment;
    let before = |from: Minutes, with: &Span| {
        if from - with.tot <= most { from.min(with.van) } else { from }
    };
    let from = with_somebody(asked).iter().rev().fold(back, before);
    if from > asked.errand.out.moment - WEEK {
        Bound::At(Place::Home, from - most)
    } else {
        Bound::Nothing
    }
}

/// How late she could be home to a child that goes alone: the mirror.
fn alone_until(asked: &Asked) -> Bound {
    let most = asked.child.school.alleen_thuis;
    let leaves = asked.errand.out.moment;
    let after = |until: Minutes, with: &Span| {
        if with.van - until <= most { until.max(with.tot) } else { until }
    };
    let until = with_somebody(asked).iter().fold(leaves, after);
    if until < asked.errand.back.moment + WEEK {
        Bound::At(Place::Home, until + most)
    } else {
        Bound::Nothing
    }
}

/// When a child is at school or with her own people, from a week before a trip to a week after it.
fn with_somebody(asked: &Asked) -> Vec<Span> {
    let Asked { child, errand, .. } = asked;
    let around = Span { van: errand.out.moment - WEEK, tot: errand.back.moment + WEEK };
    merged(child.elsewhere(around, Season::School))
}

fn care_or_home(child: &Child) -> Place {
    child.care_place().map_or(Place::Home, Place::At)
}

/// When somebody could have a child on a day: what is on sale, school, and family.
fn open_around(child: &Child, day: Minutes, moment: Minutes) -> Vec<Span> {
    let mut spans = sold_on(child, day);
    spans.extend(child.school_on(day, Season::School));
    spans.extend(child.family_around(Span { van: moment, tot: moment }, Season::School));
    merged(spans)
}

/// What is on sale for a stay that begins on a day of the line.
fn sold_on(child: &Child, day: Minutes) -> Vec<Span> {
    on_sale(child, Dag::of(day)).iter().map(|span| span.moved(day * DAY)).collect()
}
