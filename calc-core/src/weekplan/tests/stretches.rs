//! How far a shift could reach, and why it does not fit, where one stretch with somebody ends and the next begins later.

use super::*;
use crate::weekplan::plan::{Family, FamilyWeeks};
use crate::weekplan::result::{DayFit, Gap};
use crate::weekplan::time::Dag::{Di, Ma};
use crate::weekplan::week;

/// The only shift of a week with one child.
fn only(child: Child, shift: Shift) -> DayFit {
    let week = week(&planned(plan(vec![vec![shift]]), vec![child]));
    week.dagen.into_iter().next().expect("a shift")
}

fn shift(dag: Dag, van: Minutes, tot: Minutes) -> Shift {
    Shift { dag, van, tot, pauze: 0 }
}

/// How early and how late; work is twenty minutes from the care, and handing over takes ten.
fn reach(day: &DayFit) -> [Option<Minutes>; 2] {
    [day.vroegste_begin, day.laatste_eind]
}

fn left(day: &DayFit) -> Vec<(Dag, Minutes, Minutes)> {
    let pieces = day.redenen.iter().map(|it| it.piece);
    pieces.map(|piece| (piece.dag, piece.span.van, piece.span.tot)).collect()
}

/// A child of two at a centre that is shut in the middle of the day.
fn between(first: Span, second: Span) -> Child {
    a(Contract { blokken: vec![first, second], ..blok() })
}

/// A schoolchild that goes alone and can be alone for an hour, with her own people on one day.
fn alone(dag: Dag, van: Minutes, tot: Minutes) -> Child {
    let mut child = b(blok());
    (child.school.alleen, child.school.alleen_thuis) = (true, 60);
    let dagen = std::iter::once(dag).collect();
    child.familie = vec![Family { dagen, span: span(van, tot), weken: FamilyWeeks::Alle }];
    child
}

#[test]
fn who_is_brought_when_it_closes_waits_for_the_next_opening() {
    // 9:30 - 20 - 10 = 9:00, when it closes; it opens again at 10:00. 10:00 + 30 = 10:30, and 18:00 - 30 = 17:30.
    let child = between(span(at(7, 0), at(9, 0)), span(at(10, 0), at(18, 0)));
    let day = only(child, shift(Ma, at(9, 30), at(17, 0)));
    assert_eq!(left(&day), [(Ma, at(9, 0), at(10, 0))]);
    assert_eq!(reach(&day), [Some(at(10, 30)), Some(at(17, 30))]);
}

#[test]
fn a_minute_before_it_closes_it_is_open_and_the_shift_ends_with_it() {
    // 9:29 - 30 = 8:59: from 7:00 + 30 = 7:30 on; until 9:00 - 30 = 8:30, for nobody is there between 9:00 and 10:00.
    let child = between(span(at(7, 0), at(9, 0)), span(at(10, 0), at(18, 0)));
    let day = only(child, shift(Ma, at(9, 29), at(17, 0)));
    assert_eq!(reach(&day), [Some(at(7, 30)), Some(at(8, 30))]);
}

#[test]
fn a_gap_in_the_middle_ends_the_shift_before_it() {
    // There from 8:30, shut between 12:00 and 13:00: until 12:00 - 30 = 11:30.
    let child = between(span(at(7, 0), at(12, 0)), span(at(13, 0), at(18, 0)));
    let day = only(child, shift(Ma, at(9, 0), at(17, 0)));
    assert_eq!(reach(&day), [Some(at(7, 30)), Some(at(11, 30))]);
}

#[test]
fn stretches_that_meet_are_one() {
    // Care until 12:00 and from 12:00 on: 7:00 + 30 and 18:00 - 30.
    let child = between(span(at(7, 0), at(12, 0)), span(at(12, 0), at(18, 0)));
    let day = only(child, shift(Ma, at(9, 0), at(17, 0)));
    assert_eq!(reach(&day), [Some(at(7, 30)), Some(at(17, 30))]);
}

#[test]
fn after_the_last_closing_the_last_stretch_is_the_one_to_reach() {
    // 20:00 is after all of them: the second one, 13:00 + 30 and 18:00 - 30.
    let child = between(span(at(7, 0), at(12, 0)), span(at(13, 0), at(18, 0)));
    let day = only(child, shift(Ma, at(20, 0), at(22, 0)));
    assert_eq!(day.redenen.iter().map(|it| it.code).collect::<Vec<_>>(), [Gap::TeLaat]);
    assert_eq!(reach(&day), [Some(at(13, 30)), Some(at(17, 30))]);
}

#[test]
fn a_stretch_that_ends_at_the_bell_is_that_of_the_bell() {
    // Nothing on sale after school: who waits does so until 14:10, 20 minutes from work.
    let child = b(Contract { middag_tot: at(14, 0), ..blok() });
    let day = only(child, shift(Ma, at(9, 0), at(16, 0)));
    assert_eq!(reach(&day)[1], Some(at(13, 50)));
    // Care until 18:30, a shift until 19:00: 18:30 - 30.
    assert_eq!(reach(&only(b(blok()), shift(Ma, at(9, 0), at(19, 0))))[1], Some(at(18, 0)));
}

#[test]
fn a_child_alone_the_day_before_is_reached_across_midnight() {
    // Tuesday's bell is at 8:30. Grandmother from Monday 22:00 to 7:30: an hour alone before the bell, and one before her.
    // 21:00 on Monday, work half an hour away: 21:30, which is 150 minutes before midnight.
    let begin =
        |tot| reach(&only(alone(Ma, at(22, 0), DAY + tot), shift(Di, at(9, 0), at(14, 0))))[0];
    assert_eq!(begin(at(7, 30)), Some(-150));
    // A minute less of her: 8:30 - 60 + 30.
    assert_eq!(begin(at(7, 29)), Some(at(8, 0)));
}

#[test]
fn a_child_alone_until_the_next_day_is_reached_across_midnight() {
    // Grandmother from an hour after Tuesday's bell to 7:30 on Wednesday, the bell at 8:30, and school until 14:00; then an
    // hour alone, less the half hour home.
    let end =
        |van| reach(&only(alone(Di, van, DAY + at(7, 30)), shift(Di, at(9, 0), at(14, 0))))[1];
    assert_eq!(end(at(15, 0)), Some(DAY + at(14, 30)));
    assert_eq!(end(at(15, 1)), Some(at(14, 30)));
}

#[test]
fn a_night_before_a_school_day_ends_at_its_bell() {
    let night = |voorschool_dagen: Option<Dag>, voorschool_van| {
        let voorschool_dagen = voorschool_dagen.map(|dag| std::iter::once(dag).collect());
        let contract = Contract { voorschool_van, voorschool_dagen, ..blok() };
        let day = only(b(contract), shift(Ma, at(22, 0), DAY + at(8, 0)));
        let codes: Vec<Gap> = day.redenen.iter().map(|it| it.code).collect();
        (codes, left(&day))
    };
    // 22:00 - 30, after the centre has closed; at school at 8:20, before the bell, so until the bell.
    let whole = vec![(Ma, at(21, 30), DAY + at(8, 30))];
    // Nothing on sale before Tuesday's bell.
    assert_eq!(night(None, None), (vec![Gap::VoorSchool], whole.clone()));
    assert_eq!(night(Some(Ma), Some(at(7, 0))), (vec![Gap::VoorSchool], whole.clone()));
    // On sale on Tuesday, but by the day on which a stay begins: Monday evening is after the last closing.
    assert_eq!(night(Some(Di), Some(at(7, 0))), (vec![Gap::TeLaat], whole));
}
