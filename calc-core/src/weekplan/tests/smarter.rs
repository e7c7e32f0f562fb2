//! Weeks that would be smarter.

use super::examples::{nights, rota, toddler_group, two_places};
use super::*;
use crate::weekplan::alternatives::{Alternative, Code, alternatives};
use crate::weekplan::time::Dag::{Di, Do, Ma, Vr, Wo, Zo};
use crate::weekplan::week;

fn all(planned: &Planned) -> Vec<Alternative> {
    alternatives(planned, &week(planned))
}

fn found(all: &[Alternative], code: Code) -> &Alternative {
    all.iter().find(|it| it.change.code == code).expect("it is offered")
}

/// The hours of care of all children.
fn care_hours(it: &Alternative) -> String {
    let contracts = it.week.kinderen.iter().flat_map(|kind| &kind.opvang);
    text(contracts.map(|care| care.berekend().amount()).sum())
}

fn of(all: &[Alternative], code: Code) -> String {
    care_hours(found(all, code))
}

/// Day, begin, end.
fn times(it: &Alternative) -> Vec<(Dag, Minutes, Minutes)> {
    it.week.dagen.iter().map(|day| (day.shift.dag, day.shift.van, day.shift.tot)).collect()
}

fn codes(all: &[Alternative]) -> Vec<Code> {
    all.iter().map(|it| it.change.code).collect()
}

#[test]
fn three_days_of_day_care() {
    let plan = plan(vec![shifts(&[Ma, Di, Do], at(9, 0), at(17, 0), 30)]);
    let all = all(&planned(plan, vec![a(blok())]));
    assert_eq!(codes(&all), [Code::MinderVakantieweken, Code::FamilieDag]);
    // 3 x 11 x 48 : 12, and 2 x 11 x 52 : 12 without Monday.
    assert_eq!(of(&all, Code::MinderVakantieweken), "132.00");
    assert_eq!(of(&all, Code::FamilieDag), "95.33");
    assert_eq!(found(&all, Code::FamilieDag).change.familie[0].1.dag, Ma);
}

#[test]
fn an_early_shift_can_move_shrink_be_helped_or_go_to_a_childminder() {
    let plan = plan(vec![shifts(&[Ma, Di, Wo, Do, Vr], at(6, 0), at(9, 0), 0)]);
    let all = all(&planned(plan, vec![a(blok())]));
    assert_eq!(
        codes(&all),
        [Code::Schuiven, Code::Korter, Code::FamilieGat, Code::Gastouder, Code::MinderDagen]
    );
    assert_eq!(times(found(&all, Code::Schuiven))[0], (Ma, at(8, 0), at(11, 0)));
    assert_eq!(times(found(&all, Code::Korter))[4], (Vr, at(8, 0), at(9, 0)));
    assert_eq!(text(found(&all, Code::Korter).week.werk.hours()), "5.00");
    assert_eq!(of(&all, Code::FamilieGat), "238.33");
    assert_eq!(found(&all, Code::FamilieGat).change.familie.len(), 5);
    // 5:30 to 9:30: 5 x 4 x 52 : 12.
    assert_eq!(of(&all, Code::Gastouder), "86.67");
    // 15 hours on two days of 7.5 with a break, moved to 8:00: 2 x 11 x 52 : 12.
    let fewer = found(&all, Code::MinderDagen);
    assert_eq!(times(fewer), [(Ma, at(8, 0), at(16, 0)), (Di, at(8, 0), at(16, 0))]);
    assert_eq!(care_hours(fewer), "95.33");
}

#[test]
fn two_children_at_two_places() {
    let all = all(&two_places());
    // 48 weeks: 4 x 11 x 48 : 12 = 176, and (960 + 4 x 11 x 8) : 12 = 109.33.
    assert_eq!(of(&all, Code::MinderVakantieweken), "285.33");
    // Without care before school: 190.67 + (4 x 4.5 x 40 + 4 x 11 x 12) : 12.
    let later = found(&all, Code::ZonderVoorschool);
    assert_eq!(times(later)[0], (Ma, at(8, 55), at(17, 25)));
    assert_eq!(care_hours(later), "294.67");
    // Monday wholly: 3 x 11 x 52 : 12 + (3 x 6 x 40 + 3 x 11 x 12) : 12 = 143 + 93.
    assert_eq!(of(&all, Code::FamilieDag), "236.00");
}

#[test]
fn care_after_school_only() {
    let plan = plan(vec![shifts(&[Ma, Di, Do, Vr], at(9, 0), at(15, 0), 30)]);
    let all = all(&planned(plan, vec![b(blok())]));
    let at_school = found(&all, Code::Schooltijden);
    // Five hours on four days, the two that are left on Wednesday; 5 x 11 x 12 : 12.
    let day = |dag, tot| (dag, at(8, 50), tot);
    let full = at(13, 50);
    assert_eq!(
        times(at_school),
        [day(Ma, full), day(Di, full), day(Wo, at(10, 50)), day(Do, full), day(Vr, full)]
    );
    assert_eq!(care_hours(at_school), "55.00");
    // Three days: (3 x 4.5 x 40 + 3 x 11 x 12) : 12.
    assert_eq!(of(&all, Code::MinderDagen), "78.00");
    assert_eq!(of(&all, Code::FamilieDag), "78.00");
    // (720 + 4 x 11 x 8) : 12.
    assert_eq!(of(&all, Code::MinderVakantieweken), "89.33");
}

#[test]
fn nights_at_a_childminder() {
    let all = all(&nights());
    // Holidays only: 8:20 to 14:20 is six hours, three days; 8:20 to 12:00 four. 22 x 12 : 12.
    let at_school = found(&all, Code::Schooltijden);
    assert_eq!(care_hours(at_school), "22.00");
    assert_eq!(times(at_school)[2], (Do, at(8, 55), at(11, 25)));
    assert_eq!(times(at_school)[3], (Vr, at(8, 55), at(13, 45)));
    let family = found(&all, Code::FamilieDag);
    assert_eq!(family.change.familie[0].1.dag, Vr);
    assert_eq!(care_hours(family), "43.33");
    // 2 x 10 x 48 : 12.
    assert_eq!(of(&all, Code::MinderVakantieweken), "80.00");
    assert!(!times(family).iter().any(|(dag, ..)| *dag > Zo));
}

#[test]
fn a_rota() {
    let all = all(&rota(&blok()));
    assert_eq!(codes(&all), [Code::MinderVakantieweken, Code::FamilieDag]);
    // 5 x 11.5 x 48 : 12; 4 x 11.5 x 52 : 12.
    assert_eq!(of(&all, Code::MinderVakantieweken), "230.00");
    assert_eq!(of(&all, Code::FamilieDag), "199.33");
    assert_eq!(found(&all, Code::FamilieDag).change.familie[0].1.dag, Ma);
}

#[test]
fn a_toddler_group() {
    let all = all(&toddler_group());
    // (12 - 8) x 40 : 12.
    assert_eq!(of(&all, Code::FamilieDag), "13.33");
}

#[test]
fn five_short_days() {
    let plan = plan(vec![shifts(&[Ma, Di, Wo, Do, Vr], at(9, 0), at(13, 0), 0)]);
    let all = all(&planned(plan, vec![a(blok())]));
    let fewer = found(&all, Code::MinderDagen);
    let expected = [at(16, 15), at(16, 15), at(16, 0)];
    let expected = [Ma, Di, Wo].into_iter().zip(expected);
    assert_eq!(times(fewer), expected.map(|(dag, tot)| (dag, at(9, 0), tot)).collect::<Vec<_>>());
    assert_eq!(care_hours(fewer), "143.00");
    assert_eq!(of(&all, Code::FamilieDag), "190.67");
    assert_eq!(of(&all, Code::MinderVakantieweken), "220.00");
}

#[test]
fn another_order_of_places_when_it_fits_better() {
    // The centre far from home stands first: the way round makes her miss the other one.
    let mut planned = two_places();
    planned.plan.weken = vec![shifts(&[Ma], at(8, 0), at(17, 0), 0)];
    planned.plan.plekken = vec![place(5, 20), place(25, 5)];
    let before = week(&planned);
    // 8:00 - 25 - 10 = 7:25 at the school's care; 7:05 at the centre, which opens at 7:30.
    assert!(!before.past);
    let all = alternatives(&planned, &before);
    let other = found(&all, Code::AndereVolgorde);
    assert_eq!(other.change.volgorde, Some(vec![1, 0]));
    // 8:00 - 5 - 10 = 7:45 at the centre, 7:25 at the care before school, which opens at 7:00; 17:15 and 17:35.
    assert!(other.week.past);
}

#[test]
fn typed_hours_are_left_alone() {
    let mut planned = two_places();
    for child in &mut planned.children {
        child.contracts[0].is_typed = true;
    }
    let all = all(&planned);
    assert!(!codes(&all).contains(&Code::MinderVakantieweken), "{:?}", codes(&all));
    assert!(!codes(&all).contains(&Code::FamilieDag));
}

/// Working days are a set: in which order they were told changes nothing.
#[test]
fn her_own_days_follow_the_order_of_the_week() {
    for days in [[Ma, Vr], [Vr, Ma]] {
        let plan = plan(vec![shifts(&days, at(9, 0), at(13, 0), 0)]);
        let all = all(&planned(plan, vec![b(blok())]));
        // Eight hours: the whole of Monday, 8:50 to 13:50, and what is left on Friday.
        assert_eq!(
            times(found(&all, Code::Schooltijden)),
            [(Ma, at(8, 50), at(13, 50)), (Vr, at(8, 50), at(11, 50))]
        );
    }
}

#[test]
fn a_day_of_school_times_takes_its_break_out_of_the_day() {
    // At school from 8:20 until the bell of 15:30 and ten minutes more, work 20 minutes away and 10 to hand over: 8:50 to
    // 15:20, six and a half hours; six of work with the break of half an hour that goes with more than five and a half.
    let school_times = |tot: Minutes, shifts: Vec<Shift>| {
        let mut child = b(blok());
        child.school.tijden = [Some(span(at(8, 30), tot)); 5];
        let all = all(&planned(plan(vec![shifts]), vec![child]));
        let days = &found(&all, Code::Schooltijden).week.dagen;
        let of = |it: &Shift| (it.dag, it.van, it.tot, it.pauze);
        days.iter().map(|day| of(&day.shift)).collect::<Vec<_>>()
    };
    // Two days of 6:30 are 13 hours: 6, 6 and 1.
    let two = shifts(&[Ma, Di], at(9, 0), at(16, 0), 30);
    assert_eq!(
        school_times(at(15, 30), two),
        [
            (Ma, at(8, 50), at(15, 20), 30),
            (Di, at(8, 50), at(15, 20), 30),
            (Do, at(8, 50), at(9, 50), 0)
        ]
    );
    // 5:40 of work is more than five and a half: 8:50 to 15:00. 5:30 is not: 8:50 to 14:20.
    let one = |tot| school_times(at(15, 30), shifts(&[Ma], at(9, 0), tot, 0));
    assert_eq!(one(at(14, 40)), [(Ma, at(8, 50), at(15, 0), 30)]);
    assert_eq!(one(at(14, 30)), [(Ma, at(8, 50), at(14, 20), 0)]);
    // Until 14:40 there are 5:50: with a break 5:20, without one 5:30 and no more.
    let short = school_times(at(14, 50), shifts(&[Ma], at(9, 0), at(15, 0), 0));
    assert_eq!(short, [(Ma, at(8, 50), at(14, 20), 0), (Di, at(8, 50), at(9, 20), 0)]);
}

#[test]
fn her_own_people_take_the_day_that_saves_most() {
    // By the hour: Monday 9:00 to 12:00 is 8:30 to 12:30, four hours; Wednesday 9:00 to 17:00 is nine.
    let mut days = shifts(&[Ma], at(9, 0), at(12, 0), 0);
    days.extend(shifts(&[Wo], at(9, 0), at(17, 0), 0));
    let all = all(&planned(plan(vec![days]), vec![a(uur())]));
    let family = found(&all, Code::FamilieDag);
    let piece = family.change.familie[0].1;
    assert_eq!((piece.week, piece.dag, piece.span), (0, Wo, span(at(8, 30), at(17, 30))));
    // 4 x 52 : 12.
    assert_eq!(care_hours(family), "17.33");
}

#[test]
fn her_own_people_take_a_day_from_its_first_piece_to_its_last() {
    // 8:00 to 10:00 and 15:00 to 17:00: 7:30 to 17:30.
    let mut twice = shifts(&[Ma], at(8, 0), at(10, 0), 0);
    twice.extend(shifts(&[Ma], at(15, 0), at(17, 0), 0));
    let all = all(&planned(plan(vec![twice]), vec![a(uur()), a(uur())]));
    let family = &found(&all, Code::FamilieDag).change.familie;
    let of: Vec<_> = family.iter().map(|(kind, piece)| (*kind, piece.dag, piece.span)).collect();
    let whole = span(at(7, 30), at(17, 30));
    assert_eq!(of, [(0, Ma, whole), (1, Ma, whole)]);
}

#[test]
fn her_own_people_help_a_day_and_a_night_at_most() {
    // 6:00 to 10:00, and 22:30 to 7:00: from 5:30 to 7:30 on Tuesday, of which they take 24 hours.
    let mut long = shifts(&[Ma], at(6, 0), at(10, 0), 0);
    long.extend(shifts(&[Ma], at(22, 30), DAY + at(7, 0), 0));
    let all = all(&planned(plan(vec![long]), vec![a(uur())]));
    let family = found(&all, Code::FamilieDag);
    assert_eq!(family.change.familie[0].1.span, span(at(5, 30), DAY + at(5, 30)));
    // Two hours are left: 2 x 52 : 12.
    assert_eq!(care_hours(family), "8.67");
}

#[test]
fn care_before_school_goes_where_it_is_bought() {
    let codes_of = |weken: Vec<Vec<Shift>>| codes(&all(&planned(plan(weken), vec![b(blok())])));
    let late = || shifts(&[Ma], at(9, 0), at(15, 0), 0);
    // 9:00 - 30 is the bell: nothing is bought before it. 8:30 - 30 = 8:00 is before the door opens.
    assert!(!codes_of(vec![late()]).contains(&Code::ZonderVoorschool));
    let early = || shifts(&[Ma], at(8, 30), at(17, 0), 30);
    assert!(codes_of(vec![early()]).contains(&Code::ZonderVoorschool));
    // In one week of two is enough; the other keeps its times. The door opens at 8:20: from 8:50, and as much later.
    let all = all(&planned(plan(vec![late(), early()]), vec![b(blok())]));
    let without = found(&all, Code::ZonderVoorschool);
    let expected = [(Ma, at(9, 0), at(15, 0)), (Ma, at(8, 50), at(17, 20))];
    assert_eq!(times(without), expected);
    // A centre that closes at 8:30 is no care before school for a child of two.
    assert!(!codes_of_toddler().contains(&Code::ZonderVoorschool));
}

/// A child of two, at a centre that closes when schools begin.
fn codes_of_toddler() -> Vec<Code> {
    let contract = Contract { blokken: vec![span(at(6, 0), at(8, 30))], ..blok() };
    let plan = plan(vec![shifts(&[Ma], at(7, 0), at(8, 0), 0)]);
    codes(&all(&planned(plan, vec![a(contract)])))
}
