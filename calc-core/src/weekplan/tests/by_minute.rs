//! What holds of every week, and the same counted minute by minute.

use proptest::prelude::*;

use super::*;
use crate::weekplan::alternatives::{Code, alternatives};
use crate::weekplan::child::{Piece, Season};
use crate::weekplan::plan::{Family, FamilyWeeks};
use crate::weekplan::possible::overlapping;
use crate::weekplan::time::{common, merged, total, without};
use crate::weekplan::trip::{Spot, need, trip};
use crate::weekplan::week;

fn shift() -> impl Strategy<Value = Shift> {
    (0..7_usize, 0..288_i32, 6..150_i32, 0..2_i32).prop_map(|(dag, van, length, pauze)| {
        let van = van * 5;
        Shift { dag: Dag::ALLE[dag], van, tot: van + length * 5, pauze: pauze * 15 }
    })
}

fn contract() -> impl Strategy<Value = Contract> {
    let blocks = prop_oneof![
        Just(vec![span(450, 1110)]),
        Just(vec![span(450, 780), span(780, 1110), span(450, 1110)]),
        Just(vec![span(420, 1200)]),
    ];
    let days = prop_oneof![3 => Just(None), 1 => (1..127_u8).prop_map(|bits| {
        let chosen = |dag: &Dag| bits >> dag.place() & 1 == 1;
        Some(Dag::ALLE.into_iter().filter(chosen).collect::<Days>())
    })];
    let weeks = prop_oneof![Just(40_u32), Just(0), Just(20)];
    let holidays = prop_oneof![Just(12_u32), Just(0), Just(8)];
    (any::<bool>(), 0..2_usize, blocks, days, (weeks, holidays), any::<bool>()).prop_map(
        |(by_block, plek, blokken, dagen, (schoolweken, vakantieweken), voorschool)| Contract {
            plek,
            blokken,
            dagen,
            schoolweken,
            vakantieweken,
            voorschool_van: voorschool.then_some(420),
            ..if by_block { blok() } else { uur() }
        },
    )
}

fn child() -> impl Strategy<Value = Child> {
    let family = (1..127_u8, 0..1_440_i32, 1..1_440_i32);
    let contracts = proptest::collection::vec(contract(), 0..3);
    let alone = prop_oneof![3 => Just(None), 1 => (0..600_i32).prop_map(Some)];
    (any::<bool>(), contracts, proptest::option::weighted(0.3, family), alone, 0..2_usize).prop_map(
        |(at_school, contracts, family, alone, plek)| {
            let mut child = if at_school { b(blok()) } else { a(blok()) };
            let soort = child.contracts[0].soort;
            child.contracts = contracts.into_iter().map(|it| care(soort, it)).collect();
            child.school.plek = plek;
            child.school.alleen = alone.is_some();
            child.school.alleen_thuis = alone.unwrap_or_default();
            child.familie = family
                .map(|(bits, van, length)| Family {
                    dagen: Dag::ALLE.into_iter().filter(|it| bits >> it.place() & 1 == 1).collect(),
                    span: span(van, van + length),
                    weken: FamilyWeeks::Alle,
                })
                .into_iter()
                .collect();
            child
        },
    )
}

fn anything() -> impl Strategy<Value = Planned> {
    let weeks = proptest::collection::vec(proptest::collection::vec(shift(), 1..4), 1..4);
    let places = (0..60_i32, 0..30_i32, 0..60_i32, 0..30_i32);
    (weeks, proptest::collection::vec(child(), 1..4), places).prop_map(
        |(weken, children, (near, out, far, beyond))| {
            let mut plan = plan(weken);
            plan.plekken = vec![place(near, out), place(far, beyond)];
            planned(plan, children)
        },
    )
}

/// Whether a minute of the line lies in one of some spans.
fn there(spans: &[Span], minute: Minutes) -> bool {
    spans.iter().any(|it| it.van <= minute && minute < it.tot)
}

fn minutes(spans: &[Span]) -> impl Iterator<Item = Minutes> {
    let from = spans.iter().map(|it| it.van).min().unwrap_or_default();
    let to = spans.iter().map(|it| it.tot).max().unwrap_or_default();
    from..to
}

fn some_spans() -> impl Strategy<Value = Vec<Span>> {
    let one = (-60..60_i32, 0..40_i32).prop_map(|(van, length)| span(van, van + length));
    proptest::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn spans_are_counted_as_their_minutes(some in some_spans(), others in some_spans()) {
        let (some, others) = (merged(some), merged(others));
        let both = minutes(&some).filter(|at| there(&some, *at) && there(&others, *at)).count();
        let left = minutes(&some).filter(|at| there(&some, *at) && !there(&others, *at)).count();
        prop_assert_eq!(usize::try_from(total(&common(&some, &others))), Ok(both));
        prop_assert_eq!(usize::try_from(total(&without(&some, &others))), Ok(left));
    }

    /// The need of a shift is every minute between handing over and fetching in which nobody else has the child.
    #[test]
    fn need_is_counted_by_the_minute(planned in anything()) {
        for season in Season::ALLE {
            for shift in planned.plan.weken.iter().flatten() {
                let trip = trip(&planned, shift, season);
                for (child, errand) in planned.children.iter().zip(&trip.children) {
                    if errand.out.spot == Spot::Alone {
                        continue;
                    }
                    let away = Span { van: errand.out.moment, tot: errand.back.moment };
                    let school = |minute: Minutes| {
                        let times = child.school_on(minute.div_euclid(DAY), season);
                        times.is_some_and(|times| there(&[times], minute))
                    };
                    let family = |minute: Minutes| {
                        child.familie.iter().any(|family| (0..3).any(|back| {
                            let day = minute.div_euclid(DAY) - back;
                            family.dagen.contains(Dag::of(day))
                                && there(&[family.span.moved(day * DAY)], minute)
                        }))
                    };
                    let alone = |minute: &Minutes| !school(*minute) && !family(*minute);
                    let counted = (away.van..away.tot).filter(alone).count();
                    let found = total(&need(child, errand, season));
                    prop_assert_eq!(usize::try_from(found), Ok(counted));
                }
            }
        }
    }

    /// What is bought and what is left over are together what is needed, and no more is used than is paid for.
    #[test]
    fn what_is_bought_covers_what_is_needed(planned in anything()) {
        let week = week(&planned);
        for (child, of) in planned.children.iter().zip(&week.kinderen) {
            let used: Minutes = of.opvang.iter().flat_map(|it| it.weken[0].used).sum();
            let by_day = |week: usize, dag: Dag| {
                let here = of.pieces[0].iter().filter(|it| it.week == week && it.dag == dag);
                merged(here.map(|it| it.span).collect())
            };
            let days = (0..planned.plan.weken.len())
                .flat_map(|week| Dag::ALLE.into_iter().map(move |dag| (week, dag)));
            let covers = |dag: Dag| {
                merged(of.opvang.iter().flat_map(|it| it.weken[0].covers[dag.place()].clone()).collect())
            };
            let (mut needed, mut left) = (0, 0);
            for (number, dag) in days {
                needed += total(&by_day(number, dag));
                left += total(&without(&by_day(number, dag), &covers(dag)));
            }
            prop_assert_eq!(needed, used + left);
            for care in &of.opvang {
                for dag in Dag::ALLE {
                    let [bought, used] = [care.weken[0].bought, care.weken[0].used]
                        .map(|it| it[dag.place()]);
                    prop_assert!(used <= bought);
                }
            }
            let has_gap = week.dagen.iter().flat_map(|it| &it.redenen).any(|it| it.kind == child.kind);
            prop_assert_eq!(has_gap, left > 0);
        }
    }

    /// A shift that fits lies within what it is said to be able to reach.
    #[test]
    fn what_fits_lies_within_its_reach(planned in anything()) {
        for day in week(&planned).dagen.iter().filter(|day| day.past()) {
            prop_assert!(day.speling.is_none_or(|room| room >= 0), "{day:?}");
            prop_assert!(day.redenen.iter().all(|it| it.piece.span.length() > 0));
        }
    }

    /// A shift lies within its reach when it fits, and not when it does not. With one child, for no bell of another holds
    /// her back; with care at its school, for on the way to another place she may miss a bell that nobody has to meet.
    /// Where no time would do nothing is told.
    #[test]
    fn a_shift_of_one_child_fits_within_its_reach_only(mut planned in anything()) {
        planned.children.retain(|child| !child.contracts.is_empty());
        planned.children.truncate(1);
        for child in &mut planned.children {
            child.school.plek = child.contracts[0].contract.plek;
        }
        for day in &week(&planned).dagen {
            let (begin, end) = (day.vroegste_begin, day.laatste_eind);
            let within = begin.is_none_or(|begin| begin <= day.shift.van)
                && end.is_none_or(|end| day.shift.tot <= end);
            let unknown = begin.is_none() && end.is_none();
            prop_assert!(if day.past() { within } else { !within || unknown }, "{day:?}");
        }
    }

    /// What is offered fits, or leaves less over.
    #[test]
    fn what_is_offered_fits_or_fits_better(planned in anything()) {
        let now = week(&planned);
        let left = |week: &Week| -> Minutes {
            let gaps = week.dagen.iter().flat_map(|day| &day.redenen);
            gaps.map(|it: &crate::weekplan::result::Reason| it.piece.span.length()).sum()
        };
        for other in alternatives(&planned, &now) {
            let better = other.change.code == Code::AndereVolgorde && left(&other.week) < left(&now);
            prop_assert!(other.week.past || better, "{:?}", other.change.code);
            prop_assert_eq!(&week(&other.change.planned), &other.week);
            prop_assert!(overlapping(&other.change.planned.plan.weken).is_empty());
            let typed = |planned: &Planned| planned.children.iter().map(|it| it.kind).collect::<Vec<_>>();
            prop_assert_eq!(typed(&other.change.planned), typed(&planned));
            let pieces: Vec<&Piece> = other.change.familie.iter().map(|(_, piece)| piece).collect();
            prop_assert!(pieces.iter().all(|piece| piece.span.length() > 0));
        }
    }
}
