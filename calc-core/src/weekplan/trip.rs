//! The trip of one shift: which child is brought where, when she leaves home and when she is back.

use super::child::{Child, Planned, Season};
use super::plan::{Plan, Shift};
use super::time::{DAY, Minutes, Span, total, without};

/// The trip of a shift, every moment on the line of its week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// When she leaves home.
    pub leaves: Minutes,
    /// When she is home.
    pub home: Minutes,
    /// Of each planned child how it goes and how it comes.
    pub children: Vec<Errand>,
}

/// How one child goes and comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Errand {
    /// Before work.
    pub out: Way,
    /// After work.
    pub back: Way,
}

/// One way of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Where it is brought or fetched.
    pub spot: Spot,
    /// When she is no longer, or again, the one who has it.
    pub moment: Minutes,
    /// When she is there, not held back by its own bell.
    pub arrival: Minutes,
}

/// Where a child is brought or fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// It has no place of care: it stays at home.
    Home,
    /// At its place of care.
    Care,
    /// At its school.
    School,
    /// It is at school, without a stop of hers.
    AtSchool,
    /// It goes alone.
    Alone,
}

/// A place that is visited, and a bell that holds her back.
pub(super) type Stop = (usize, Option<Minutes>);

const MOST_PLACES: usize = 6;

/// When she is where, one way.
pub(super) struct Route {
    /// When she leaves home, or is there.
    pub(super) home: Minutes,
    /// When she arrives at each place that is visited.
    pub(super) arrival: [Minutes; MOST_PLACES],
    /// When she has handed over there.
    pub(super) done: [Minutes; MOST_PLACES],
}

/// Backwards from the start of work through the places, the last one first.
pub(super) fn way_out(plan: &Plan, start: Minutes, stops: &[Stop]) -> Route {
    let mut route = Route { home: start - plan.huis_werk, arrival: [0; 6], done: [0; 6] };
    let mut next = None;
    for (at, place) in plan.plekken.iter().enumerate().rev() {
        let mut bells = stops.iter().filter(|(stop, _)| *stop == at).peekable();
        if bells.peek().is_none() {
            continue;
        }
        let done = next.map_or(start - place.naar_werk, |next| next - plan.tussen);
        let bell = bells.filter_map(|(_, bell)| *bell).min();
        let arrival =
            bell.map_or(done - place.overdracht, |bell| bell.min(done - place.overdracht));
        (route.arrival[at], route.done[at]) = (arrival, done);
        route.home = arrival - place.van_huis;
        next = Some(arrival);
    }
    route
}

/// From the end of work through the places, the last one first.
pub(super) fn way_back(plan: &Plan, end: Minutes, stops: &[Stop]) -> Route {
    let mut route = Route { home: end + plan.huis_werk, arrival: [0; 6], done: [0; 6] };
    let mut before = None;
    for (at, place) in plan.plekken.iter().enumerate().rev() {
        let mut bells = stops.iter().filter(|(stop, _)| *stop == at).peekable();
        if bells.peek().is_none() {
            continue;
        }
        let there = before.map_or(end + place.naar_werk, |done| done + plan.tussen);
        let bell = bells.filter_map(|(_, bell)| *bell).max();
        let arrival = bell.map_or(there, |bell| bell.max(there));
        (route.arrival[at], route.done[at]) = (arrival, arrival + place.overdracht);
        route.home = route.done[at] + place.van_huis;
        before = Some(route.done[at]);
    }
    route
}

/// Which of the two ways.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Out,
    Back,
}

impl Direction {
    fn route(self, plan: &Plan, work: Span, stops: &[Stop]) -> Route {
        match self {
            Self::Out => way_out(plan, work.van, stops),
            Self::Back => way_back(plan, work.tot, stops),
        }
    }

    /// The bell that holds her back at a school.
    const fn bell(self, school: Span) -> Minutes {
        match self {
            Self::Out => school.van,
            Self::Back => school.tot,
        }
    }
}

/// The trip of a shift. A child that would be alone for too long is brought after all, and all is done again.
pub fn trip(planned: &Planned, shift: &Shift, season: Season) -> Trip {
    let mut goes_alone: Vec<bool> =
        planned.children.iter().map(|child| child.at_school && child.school.alleen).collect();
    loop {
        let trip = trip_of(planned, shift.span(), season, &goes_alone);
        let away = Span { van: trip.leaves, tot: trip.home };
        let too_long = |(child, alone): (&Child, &bool)| {
            *alone && {
                let left = without(&[away], &child.elsewhere(away, season));
                left.iter().any(|piece| piece.length() > child.school.alleen_thuis)
            }
        };
        match planned.children.iter().zip(&goes_alone).position(too_long) {
            Some(at) => goes_alone[at] = false,
            None => return trip,
        }
    }
}

fn trip_of(planned: &Planned, work: Span, season: Season, goes_alone: &[bool]) -> Trip {
    let (leaves, out) = ways(planned, work, season, goes_alone, Direction::Out);
    let (home, back) = ways(planned, work, season, goes_alone, Direction::Back);
    let children = out.into_iter().zip(back).map(|(out, back)| Errand { out, back }).collect();
    Trip { leaves, home, children }
}

/// One way of every child, and when she leaves home or is there.
fn ways(
    planned: &Planned,
    work: Span,
    season: Season,
    goes_alone: &[bool],
    direction: Direction,
) -> (Minutes, Vec<Way>) {
    let (plan, children) = (&planned.plan, &planned.children);
    // The school that counts is that of the day on which work begins, or of its last minute.
    let day = match direction {
        Direction::Out => work.van.div_euclid(DAY),
        Direction::Back => (work.tot - 1).div_euclid(DAY),
    };
    let schools: Vec<Option<Span>> =
        children.iter().map(|child| child.school_on(day, season)).collect();
    let mut spots: Vec<Spot> = children
        .iter()
        .zip(&schools)
        .zip(goes_alone)
        .map(|((child, school), alone)| first_guess(child, *school, *alone))
        .collect();
    // The first child whose answer is another gets that answer for good, and all is looked at again.
    let other = |spots: &[Spot]| {
        children.iter().zip(&schools).enumerate().find_map(|(at, (child, school))| {
            let school = (*school).filter(|_| spots[at] == Spot::School)?;
            let arrival = at_school(plan, work, spots, children, &schools, at, direction);
            let spot = spot(child, school, arrival, plan, direction);
            (spot != Spot::School).then_some((at, spot))
        })
    };
    while let Some((at, spot)) = other(&spots) {
        spots[at] = spot;
    }
    let route = direction.route(plan, work, &stops(&spots, children, &schools, direction));
    let way = |at: usize| {
        let (child, spot) = (&children[at], spots[at]);
        let bell = schools[at].map_or(0, |school| direction.bell(school));
        let (moment, arrival) = match (spot, child.care_place()) {
            (Spot::Care, Some(place)) => {
                let arrival = route.arrival[place];
                (if direction == Direction::Out { arrival } else { route.done[place] }, arrival)
            }
            (Spot::School, _) => {
                (bell, at_school(plan, work, &spots, children, &schools, at, direction))
            }
            (Spot::AtSchool, _) => (bell, bell),
            _ => (route.home, route.home),
        };
        Way { spot, moment, arrival }
    };
    (route.home, (0..children.len()).map(way).collect())
}

/// A schoolchild is at its school until something else is found.
fn first_guess(child: &Child, school: Option<Span>, goes_alone: bool) -> Spot {
    if goes_alone {
        Spot::Alone
    } else if school.is_some() {
        Spot::School
    } else {
        elsewhere(child)
    }
}

fn elsewhere(child: &Child) -> Spot {
    if child.care_place().is_some() { Spot::Care } else { Spot::Home }
}

/// Where a child goes whom she could bring to (or fetch from) its school at this moment.
fn spot(child: &Child, school: Span, moment: Minutes, plan: &Plan, direction: Direction) -> Spot {
    let one_trip = plan.regels.een_rit;
    let (too_early, too_late, is_one_trip) = match direction {
        Direction::Out => (
            moment < school.van - child.school.deur,
            moment >= school.tot,
            moment <= school.van + one_trip,
        ),
        Direction::Back => (
            moment < school.van,
            moment > school.tot + plan.wachten,
            moment >= school.tot - one_trip,
        ),
    };
    if too_early || too_late {
        elsewhere(child)
    } else if is_one_trip {
        Spot::School
    } else {
        Spot::AtSchool
    }
}

/// Every place that is visited.
fn stops(
    spots: &[Spot],
    children: &[Child],
    schools: &[Option<Span>],
    direction: Direction,
) -> Vec<Stop> {
    let stop = |at: usize| match spots[at] {
        Spot::School => {
            Some((children[at].school.plek, schools[at].map(|school| direction.bell(school))))
        }
        Spot::Care => children[at].care_place().map(|place| (place, None)),
        Spot::Home | Spot::AtSchool | Spot::Alone => None,
    };
    (0..spots.len()).filter_map(stop).collect()
}

/// When she is at a child's school, not held back by the bell that child hears.
fn at_school(
    plan: &Plan,
    work: Span,
    spots: &[Spot],
    children: &[Child],
    schools: &[Option<Span>],
    at: usize,
    direction: Direction,
) -> Minutes {
    let place = children[at].school.plek;
    let own = schools[at].map(|school| direction.bell(school));
    let mut stops = stops(spots, children, schools, direction);
    for stop in stops.iter_mut().filter(|stop| **stop == (place, own)) {
        stop.1 = None;
    }
    direction.route(plan, work, &stops).arrival[place]
}

/// When a child needs somebody because of a trip: from its handing over to its fetching, without school and family.
pub fn need(child: &Child, errand: &Errand, season: Season) -> Vec<Span> {
    if errand.out.spot == Spot::Alone {
        return Vec::new();
    }
    let away = Span { van: errand.out.moment, tot: errand.back.moment };
    let left = without(&[away], &child.elsewhere(away, season));
    debug_assert!(total(&left) <= away.length());
    left
}
