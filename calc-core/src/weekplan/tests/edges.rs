//! At the minute where something turns: what just holds, and what no longer does.

use super::*;
use crate::weekplan::alternatives::{Code, alternatives};
use crate::weekplan::four::overgang;
use crate::weekplan::plan::{Family, FamilyWeeks};
use crate::weekplan::possible::is_possible;
use crate::weekplan::result::Gap;
use crate::weekplan::time::Dag::{Di, Do, Ma, Wo, Za};
use crate::weekplan::week;

/// A schoolchild that goes alone, and can be alone for an hour.
fn alone(familie: Vec<(Dag, Span)>) -> Child {
    let mut child = b(blok());
    child.school.alleen = true;
    child.school.alleen_thuis = 60;
    let family = |(dag, span)| Family {
        dagen: std::iter::once(dag).collect(),
        span,
        weken: FamilyWeeks::Alle,
    };
    child.familie = familie.into_iter().map(family).collect();
    child
}

fn reach(child: &Child) -> [Option<Minutes>; 2] {
    let plan = plan(vec![shifts(&[Ma], at(9, 0), at(14, 0), 0)]);
    let day = &week(&planned(plan, vec![child.clone()])).dagen[0];
    [day.vroegste_begin, day.laatste_eind]
}

#[test]
fn a_child_alone_between_school_and_family_is_reached_to_the_minute() {
    // School is from 8:30 to 14:00, work half an hour away: from 7:30 on and until 15:00 it is alone for an hour.
    assert_eq!(reach(&alone(Vec::new())), [Some(at(8, 0)), Some(at(14, 30))]);
    // Grandmother from 15:00 to 17:00, an hour after the bell: then an hour alone again.
    let until = |van| reach(&alone(vec![(Ma, span(van, at(17, 0)))]))[1];
    assert_eq!(until(at(15, 0)), Some(at(17, 30)));
    assert_eq!(until(at(15, 1)), Some(at(14, 30)));
    // Until 7:30 in the morning, from 6:00.
    let from = |tot| reach(&alone(vec![(Ma, span(at(6, 0), tot))]))[0];
    assert_eq!(from(at(7, 30)), Some(at(5, 30)));
    assert_eq!(from(at(7, 29)), Some(at(8, 0)));
}

#[test]
fn an_hour_before_the_bell_she_waits_and_a_minute_more_she_goes_home() {
    // Twenty minutes from work to school, which ends at 14:00; without care.
    let home = |tot| {
        let child = Child { contracts: Vec::new(), ..b(blok()) };
        let plan = plan(vec![shifts(&[Ma], at(9, 0), tot, 0)]);
        week(&planned(plan, vec![child])).dagen[0].thuis
    };
    // There at 13:00: with the child home after 14:00, ten minutes away.
    assert!(home(at(12, 40)) > at(14, 0));
    // Else straight home in half an hour.
    assert_eq!(home(at(12, 39)), at(13, 9));
}

#[test]
fn why_a_child_has_nobody_is_the_same_on_every_schoolday() {
    let codes = |dag: Dag| {
        let of = |van, tot, contract: Contract| {
            let plan = plan(vec![shifts(&[dag], van, tot, 0)]);
            let week = week(&planned(plan, vec![b(contract)]));
            week.dagen[0].redenen.iter().map(|it| it.code).collect::<Vec<_>>()
        };
        let no_morning = Contract { voorschool_van: None, ..blok() };
        let no_afternoon = Contract { middag_tot: at(14, 0), ..blok() };
        [of(at(7, 0), at(13, 0), no_morning), of(at(9, 0), at(16, 0), no_afternoon)]
    };
    for dag in [Ma, Di, Wo, Do] {
        assert_eq!(codes(dag), [vec![Gap::VoorSchool], vec![Gap::NaSchool]], "{dag:?}");
    }
}

#[test]
fn fewer_days_are_offered_for_whole_days_of_eight_hours_only() {
    let days = |shifts: Vec<Shift>, contract: Contract| {
        let planned = planned(plan(vec![shifts]), vec![a(contract)]);
        let all = alternatives(&planned, &week(&planned));
        let fewer = all.into_iter().find(|it| it.change.code == Code::MinderDagen);
        fewer.map(|it| it.week.dagen.iter().map(|day| day.shift.net()).collect::<Vec<_>>())
    };
    // 16 hours, 5:20 a day, are exactly two days of 8.
    let three = |third: Dag| shifts(&[Ma, Di, third], at(9, 0), at(14, 20), 0);
    assert_eq!(days(three(Wo), blok()), Some(vec![480, 480]));
    // Care by the hour gains nothing; a weekend is no working day.
    assert_eq!(days(three(Wo), uur()), None);
    assert_eq!(days(three(Za), blok()), None);
    // Two shifts on one day are left as they are.
    let mut twice = shifts(&[Ma, Di], at(9, 0), at(14, 20), 0);
    twice.extend(shifts(&[Ma], at(15, 0), at(17, 0), 0));
    assert_eq!(days(twice, blok()), None);
    // 16:20 is more than two days hold, and three she has.
    assert_eq!(days(shifts(&[Ma, Di, Wo], at(9, 0), at(14, 27), 0), blok()), None);
}

#[test]
fn a_day_of_five_and_a_half_hours_has_no_break_and_a_quarter_more_has_one() {
    let breaks = |tot: Minutes| {
        let planned = planned(plan(vec![shifts(&[Ma, Di, Wo], at(9, 0), tot, 0)]), vec![a(blok())]);
        let all = alternatives(&planned, &week(&planned));
        let fewer = all.into_iter().find(|it| it.change.code == Code::MinderDagen);
        let days = fewer.expect("fewer days").week.dagen;
        days.iter().map(|day| (day.shift.net(), day.shift.pauze)).collect::<Vec<_>>()
    };
    // 3 x 3:40 is 11 hours, 5:30 on each of two days; 3 x 3:45 is 11:15.
    assert_eq!(breaks(at(12, 40)), [(330, 0), (330, 0)]);
    assert_eq!(breaks(at(12, 45)), [(345, 30), (330, 0)]);
}

#[test]
fn room_is_what_is_left_to_the_door_and_to_who_waits() {
    // Twenty minutes from school to work, ten to hand over; the door opens at 8:20, and somebody waits until 14:10.
    let room = |van, tot| {
        let child = Child { contracts: Vec::new(), ..b(blok()) };
        let plan = plan(vec![shifts(&[Ma], van, tot, 0)]);
        week(&planned(plan, vec![child])).dagen[0].speling
    };
    // At school from 8:30 for 9:00, from 8:25 for 8:55.
    assert_eq!(room(at(9, 0), at(13, 30)), Some(10));
    assert_eq!(room(at(8, 55), at(13, 30)), Some(5));
    // Back at school at 14:05 after 13:45.
    assert_eq!(room(at(9, 0), at(13, 45)), Some(5));
}

#[test]
fn who_turns_four_today_has_turned_four() {
    let plan = plan(vec![shifts(&[Ma], at(9, 0), at(14, 0), 0)]);
    let planned = planned(plan, vec![Child { geboren: date(2023, 3, 10), ..a(blok()) }]);
    let changes = |day| overgang(&planned, day).iter().map(|it| it.vanaf).collect::<Vec<_>>();
    assert_eq!(changes(date(2027, 3, 9)), [date(2027, 4, 1)]);
    assert_eq!(changes(date(2027, 3, 10)), []);
}

#[test]
fn nothing_is_proposed_that_could_not_be_sent_in() {
    let possible = |van, tot| {
        let plan = plan(vec![shifts(&[Ma], at(9, 0), at(14, 0), 0)]);
        is_possible(&planned(plan, vec![alone(vec![(Ma, span(van, tot))])]))
    };
    // Family begins within its day and helps for a day at most.
    assert!(possible(0, 1) && possible(at(23, 59), at(23, 59) + DAY));
    for (van, tot) in [(-1, 60), (DAY, DAY + 60), (60, 60), (60, 61 + DAY)] {
        assert!(!possible(van, tot), "{van} to {tot}");
    }
}
