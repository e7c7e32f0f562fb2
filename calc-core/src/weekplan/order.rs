//! **The order of computation** of a week: the trip of every shift, when each child needs somebody, what is bought for
//! it, the hours of a year, whether every shift fits, school holidays.

use super::buying::{Purchase, buy};
use super::child::{Child, Piece, Planned, Season};
use super::fit::fit;
use super::holidays::holiday;
use super::plan::Shift;
use super::reach::Asked;
use super::result::{CareWeek, ChildWeek, DayFit, Week};
use super::time::Span;
use super::trip::{Trip, need, trip};
use super::year::{Minuten, year};

/// The week.
pub fn week(planned: &Planned) -> Week {
    let weeks = planned.plan.weken.len();
    let errands = Season::ALLE.map(|season| errands(planned, season));
    let pieces = errands.each_ref().map(|errands| pieces(planned, errands));
    let bought: Vec<[Vec<Purchase>; 2]> = planned
        .children
        .iter()
        .enumerate()
        .map(|(at, child)| bought(child, pieces.each_ref().map(|all| &*all[at]), weeks))
        .collect();

    let dagen: Vec<DayFit> =
        errands[0].iter().map(|errand| fits(planned, errand, &bought)).collect();
    let past = dagen.iter().all(DayFit::past);
    let tight = |day: &DayFit| day.speling.is_some_and(|it| it < planned.plan.regels.krap_onder);
    let kinderen = planned.children.iter().enumerate().map(|(at, child)| {
        let fits = dagen.iter().flat_map(|day| &day.redenen).all(|it| it.kind != child.kind);
        let needed = pieces.each_ref().map(|all| all[at].clone());
        child_week(planned, child, needed, &bought[at], fits)
    });
    Week {
        werk: worked(planned),
        past,
        krap: past && dagen.iter().any(tight),
        kinderen: kinderen.collect(),
        dagen,
    }
}

/// What a contract comes to that names its days, whatever she works.
pub fn on_paper(child: &Child) -> Vec<CareWeek> {
    let bought = bought(child, [&[], &[]], 1);
    care_weeks(child, &bought, 1)
}

/// A shift with its trip, and what it asks of each child.
struct Errands<'a> {
    week: usize,
    shift: &'a Shift,
    trip: Trip,
    /// Of each child, on the line of the week.
    need: Vec<Vec<Span>>,
}

/// Every shift of the rota.
fn errands(planned: &Planned, season: Season) -> Vec<Errands<'_>> {
    let weken = planned.plan.weken.iter().enumerate();
    let shifts = weken.flat_map(|(week, shifts)| shifts.iter().map(move |shift| (week, shift)));
    let errand = |(week, shift)| {
        let trip = trip(planned, shift, season);
        let needs = planned.children.iter().zip(&trip.children);
        let need = needs.map(|(child, errand)| need(child, errand, season)).collect();
        Errands { week, shift, trip, need }
    };
    shifts.map(errand).collect()
}

/// When each child needs somebody, by day.
fn pieces(planned: &Planned, errands: &[Errands]) -> Vec<Vec<Piece>> {
    let weeks = planned.plan.weken.len();
    let of_child = |at: usize| {
        let needs = errands.iter().flat_map(|of| of.need[at].iter().map(|span| (span, of.week)));
        needs.map(|(span, week)| Piece::on_line(*span, week, weeks)).collect()
    };
    (0..planned.children.len()).map(of_child).collect()
}

/// What is bought for a child in a school week and in a holiday. Before school age weeks are all alike.
fn bought(child: &Child, pieces: [&[Piece]; 2], weeks: usize) -> [Vec<Purchase>; 2] {
    let [school, vakantie] = pieces;
    let in_school = buy(child, school, weeks, Season::School);
    let in_vakantie = if child.at_school {
        buy(child, vakantie, weeks, Season::Vakantie)
    } else {
        in_school.clone()
    };
    [in_school, in_vakantie]
}

fn care_weeks(child: &Child, bought: &[Vec<Purchase>; 2], weeks: usize) -> Vec<CareWeek> {
    let [school, vakantie] = bought;
    let pairs = child.contracts.iter().zip(school.iter().zip(vakantie));
    let care_week = |(care, (school, vakantie)): (&_, (&Purchase, &Purchase))| {
        let care: &super::child::Care = care;
        CareWeek {
            opvang: care.opvang,
            soort: care.soort,
            overschreven: care.is_typed,
            jaar: year(child, care, [school, vakantie], weeks),
            weken: [school.clone(), vakantie.clone()],
            rota: weeks,
            aantal_weken: [care.contract.schoolweken, care.contract.vakantieweken],
        }
    };
    pairs.map(care_week).collect()
}

fn child_week(
    planned: &Planned,
    child: &Child,
    pieces: [Vec<Piece>; 2],
    bought: &[Vec<Purchase>; 2],
    school_weeks_fit: bool,
) -> ChildWeek {
    let weeks = planned.plan.weken.len();
    ChildWeek {
        kind: child.kind,
        opvang: care_weeks(child, bought, weeks),
        vakantie: holiday(&planned.plan, child, &pieces[1], &bought[1], school_weeks_fit),
        pieces,
    }
}

fn fits(planned: &Planned, errands: &Errands, bought: &[[Vec<Purchase>; 2]]) -> DayFit {
    let children = planned.children.iter().zip(&errands.trip.children);
    let asked: Vec<Asked> = children
        .zip(errands.need.iter().zip(bought))
        .map(|((child, errand), (need, bought))| Asked { child, errand, need, bought: &bought[0] })
        .collect();
    fit(planned, errands.week, errands.shift, &errands.trip, &asked)
}

/// What is paid of the work, in a week of the rota.
fn worked(planned: &Planned) -> Minuten {
    let weken = &planned.plan.weken;
    let net: i64 = weken.iter().flatten().map(|shift| i64::from(shift.net())).sum();
    Minuten::of(net, i64::try_from(weken.len()).unwrap_or(1))
}
