//! Hours, and whether it fits.

use super::*;
use crate::weekplan::child::Season;
use crate::weekplan::plan::{Family, FamilyWeeks};
use crate::weekplan::result::Gap;
use crate::weekplan::time::Dag::{Di, Do, Ma, Vr, Wo, Zo};
use crate::weekplan::{on_paper, overgang, week};

fn paper(child: &Child) -> String {
    text(on_paper(child)[0].berekend().amount())
}

/// Of every shift: leaves home, home again, room, earliest begin, latest end.
fn days(week: &Week) -> Vec<[Option<Minutes>; 5]> {
    let of = |day: &crate::weekplan::result::DayFit| {
        [Some(day.van_huis), Some(day.thuis), day.speling, day.vroegste_begin, day.laatste_eind]
    };
    let mut all: Vec<_> = week.dagen.iter().map(of).collect();
    all.dedup();
    all
}

#[test]
fn a_quotation_of_a_day_care_centre_comes_out() {
    // Het Beertje 2026: 7:30 to 18:00, 51 weeks. 10.5 hours x 51 : 12 = 44.625 a day.
    let quotation = |days: &[Dag]| {
        let contract = Contract {
            dagen: Some(days.iter().copied().collect()),
            blokken: vec![span(at(7, 30), at(18, 0))],
            vakantieweken: 11,
            ..blok()
        };
        paper(&a(contract))
    };
    assert_eq!(quotation(&[Ma, Di, Do]), "133.88");
    assert_eq!(quotation(&[Ma]), "44.63");
    assert_eq!(quotation(&[Ma, Di]), "89.25");
    assert_eq!(quotation(&[Ma, Di, Wo, Do]), "178.50");
    assert_eq!(quotation(&[Ma, Di, Wo, Do, Vr]), "223.13");
    // 10.5 x 40 : 12.
    let weeks = Contract { vakantieweken: 0, blokken: vec![span(at(7, 30), at(18, 0))], ..blok() };
    assert_eq!(paper(&a(Contract { dagen: Some([Ma].into_iter().collect()), ..weeks })), "35.00");
}

#[test]
fn a_quotation_of_care_after_school_comes_out() {
    // SportBSO 2025: school to 14:00, care to 18:15, days of 11 hours in holidays.
    let one = |vakantieweken, voorschool: &[Dag], middag: bool| {
        let contract = Contract {
            dagen: Some(if middag { [Ma].into_iter().collect() } else { Days::default() }),
            voorschool_van: Some(at(6, 45)),
            voorschool_dagen: Some(voorschool.iter().copied().collect()),
            middag_tot: at(18, 15),
            vakantieweken,
            ..blok()
        };
        paper(&b(contract))
    };
    // 4.25 x 40 = 170; 170 : 12. With 11 x 12 = 132: 302 : 12. Before school 1.75 x 40 : 12.
    assert_eq!(one(0, &[], true), "14.17");
    assert_eq!(one(12, &[], true), "25.17");
    assert_eq!(one(0, &[Ma], false), "5.83");
}

#[test]
fn three_days_of_day_care() {
    let plan = plan(vec![shifts(&[Ma, Di, Do], at(9, 0), at(17, 0), 30)]);
    let week = week(&planned(plan, vec![a(blok())]));
    // 3 x 11 x 52 : 12; at the centre from 8:30 to 17:30: 3 x 9 x 52 : 12.
    assert_eq!(hours(&week, 0), ("143.00".into(), "117.00".into()));
    assert_eq!(text(week.werk.hours()), "22.50");
    assert!(week.past && !week.krap);
    // Leaves 8:20, home 17:40; 8:30 is an hour after opening; 8:00 to 18:00.
    let expected = [at(8, 20), at(17, 40), 60, at(8, 0), at(18, 0)].map(Some);
    assert_eq!(days(&week), [expected]);
    assert_eq!(week.kinderen[0].vakantie.tekort, Some(0));
}

#[test]
fn an_early_shift_begins_before_the_centre_opens() {
    let plan = plan(vec![shifts(&[Ma, Di, Wo, Do, Vr], at(6, 0), at(9, 0), 0)]);
    let week = week(&planned(plan, vec![a(blok())]));
    // 5 x 11 x 52 : 12; used from 7:30 to 9:30: 5 x 2 x 52 : 12.
    assert_eq!(hours(&week, 0), ("238.33".into(), "43.33".into()));
    assert!(!week.past);
    for day in &week.dagen {
        let [reason] = &*day.redenen else { panic!("one reason") };
        assert_eq!((reason.code, reason.piece.dag), (Gap::TeVroeg, day.shift.dag));
        assert_eq!(reason.piece.span, span(at(5, 30), at(7, 30)));
        assert_eq!((day.vroegste_begin, day.speling), (Some(at(8, 0)), None));
    }
}

/// A day care centre on the way, care after school beyond it.
pub(super) fn two_places() -> Planned {
    let mut plan = plan(vec![shifts(&[Ma, Di, Do, Vr], at(8, 30), at(17, 0), 30)]);
    plan.plekken = vec![place(20, 5), place(25, 10)];
    let mut second = b(Contract { plek: 1, ..blok() });
    second.school.plek = 1;
    planned(plan, vec![a(blok()), second])
}

#[test]
fn two_children_at_two_places() {
    let week = week(&two_places());
    // 4 x 11 x 52 : 12; from 7:35 to 17:55: 4 x 620 minutes.
    assert_eq!(hours(&week, 0), ("190.67".into(), "179.11".into()));
    // (4 x 6 x 40 + 4 x 11 x 12) : 12; 7:55 to 8:30 and 14:00 to 17:35, in holidays 7:55 to 17:35.
    assert_eq!(hours(&week, 1), ("124.00".into(), "94.22".into()));
    assert!(week.past && week.krap);
    let expected = [at(7, 30), at(18, 0), 5, at(8, 25), at(17, 35)].map(Some);
    assert_eq!(days(&week), [expected]);
    let [first, second] = &*week.dagen[0].trip.children else { panic!("two") };
    assert_eq!((first.out.moment, second.out.moment), (at(7, 35), at(7, 55)));
    assert_eq!((second.back.moment, first.back.moment), (at(17, 35), at(17, 55)));
}

#[test]
fn care_after_school_only() {
    let plan = plan(vec![shifts(&[Ma, Di, Do, Vr], at(9, 0), at(15, 0), 30)]);
    let week = week(&planned(plan, vec![b(blok())]));
    // (4 x 4.5 x 40 + 4 x 11 x 12) : 12; used 1.5 hours, in holidays 7.
    assert_eq!(hours(&week, 0), ("104.00".into(), "48.00".into()));
    assert!(week.past);
    // At school at 8:30, ten minutes after the door; until 18:30 less 30 minutes.
    let [_, _, room, begin, end] = days(&week)[0];
    assert_eq!([room, begin, end], [10, at(8, 50), at(18, 0)].map(Some));
    assert_eq!(week.dagen[0].trip.children[0].back.arrival, at(15, 20));
}

#[test]
fn work_within_school_times_asks_care_in_holidays_only() {
    let plan = plan(vec![shifts(&[Ma, Di, Wo, Do, Vr], at(8, 55), at(13, 25), 0)]);
    let contract = || Contract { vakantieweken: 8, ..blok() };
    let week = week(&planned(plan, vec![b(contract()), b(contract())]));
    // 5 x 11 x 8 : 12.
    assert_eq!(hours(&week, 0).0, "36.67");
    assert_eq!(hours(&week, 1).0, "36.67");
    assert_eq!(week.kinderen[1].opvang[0].weken[0].bought, [0; 7]);
    let [_, _, room, begin, end] = days(&week)[0];
    assert_eq!([room, begin, end], [5, at(8, 50), at(13, 50)].map(Some));
    assert_eq!(week.kinderen[0].vakantie.tekort, Some(0));
}

pub(super) fn nights() -> Planned {
    let mut plan = plan(vec![shifts(&[Vr, Zo], at(22, 30), at(31, 0), 0)]);
    plan.plekken = vec![place(25, 15)];
    let mut child = b(uur());
    child.contracts[0].soort = SoortOpvang::Gastouder;
    planned(plan, vec![child])
}

#[test]
fn nights_at_a_childminder() {
    let mut nights = nights();
    let night = week(&nights);
    assert_eq!(text(night.werk.hours()), "17.00");
    // 21:55 to 7:35 is 580 minutes, 600 in half hours; 2 x 10 x 52 : 12.
    assert_eq!(hours(&night, 0).0, "86.67");
    assert!(night.past);
    assert_eq!(night.dagen[0].speling, None);
    let sunday = &night.dagen[1].trip.children[0];
    assert_eq!(sunday.back.arrival, Zo.midnight() + DAY + at(7, 25));
    // A centre is closed at night, and on Sunday.
    nights.children[0].contracts = vec![care(SoortOpvang::Bso, blok())];
    let codes: Vec<Gap> =
        week(&nights).dagen.iter().flat_map(|day| &day.redenen).map(|it| it.code).collect();
    assert_eq!(codes, [Gap::TeLaat, Gap::Dicht]);
}

pub(super) fn rota(contract: &Contract) -> Planned {
    let mut plan = plan(vec![
        shifts(&[Ma, Di, Wo], at(7, 45), at(15, 45), 30),
        shifts(&[Wo, Do, Vr], at(10, 0), at(18, 0), 30),
    ]);
    plan.plekken = vec![place(15, 10)];
    planned(
        plan,
        vec![a(Contract { blokken: vec![span(at(7, 0), at(18, 30))], ..contract.clone() })],
    )
}

#[test]
fn a_rota_buys_every_day_by_the_block_and_half_of_them_by_the_hour() {
    let by_block = week(&rota(&blok()));
    // 5 x 11.5 x 52 : 12.
    assert_eq!(hours(&by_block, 0).0, "249.17");
    assert!(by_block.past);
    let rooms: Vec<_> = by_block.dagen.iter().map(|day| day.speling).collect();
    assert_eq!(rooms, [20, 20, 20, 5, 5, 5].map(Some));
    // 7:20 to 16:10 is 530, 9:35 to 18:25 too: nine hours; 6 x 9 : 2 x 52 : 12.
    assert_eq!(hours(&week(&rota(&uur())), 0).0, "117.00");
}

pub(super) fn toddler_group() -> Planned {
    let plan = plan(vec![shifts(&[Ma, Di, Do, Vr], at(9, 5), at(11, 55), 0)]);
    let contract = Contract {
        blokken: vec![span(at(8, 30), at(12, 30))],
        vakantieweken: 0,
        gratis: 480,
        ..blok()
    };
    planned(plan, vec![Child { geboren: date(2023, 3, 15), ..a(contract) }])
}

#[test]
fn a_toddler_group_of_which_the_city_pays_half() {
    let planned = toddler_group();
    let week = week(&planned);
    // (16 - 8) x 40 : 12, and as much free.
    assert_eq!(hours(&week, 0).0, "26.67");
    assert_eq!(text(first(&week, 0).gratis().amount()), "26.67");
    assert_eq!(text(week.werk.per_year()), "11.33");
    assert!(week.past);
    assert_eq!(week.dagen[0].speling, Some(5));
    assert_eq!(week.kinderen[0].vakantie.tekort, Some(8));
    // Four on 15 March: school from 1 April, all within its times and without holidays in the contract.
    let [four] = &*overgang(&planned, PEILDATUM) else { panic!("one child turns four") };
    assert_eq!((four.kind, four.vanaf, four.past), (0, date(2027, 4, 1), true));
    assert_eq!(text(four.uren.amount()), "0.00");
}

#[test]
fn five_short_days_buy_five_whole_ones() {
    let plan = plan(vec![shifts(&[Ma, Di, Wo, Do, Vr], at(9, 0), at(13, 0), 0)]);
    let week = week(&planned(plan, vec![a(blok())]));
    assert_eq!(hours(&week, 0).0, "238.33");
    assert!(week.past);
}

#[test]
fn a_child_goes_alone_when_it_is_not_alone_for_too_long() {
    let plan = plan(vec![shifts(&[Ma], at(9, 0), at(14, 0), 0)]);
    let mut child = b(blok());
    child.school.alleen = true;
    child.school.alleen_thuis = 30;
    // Leaves at 8:30 and is home at 14:30: alone for half an hour after the bell.
    let alone = week(&planned(plan.clone(), vec![child.clone()]));
    assert_eq!((alone.dagen[0].van_huis, alone.dagen[0].thuis), (at(8, 30), at(14, 30)));
    assert_eq!(first(&alone, 0).weken[0].bought[0], 0);
    // With a minute less it is brought at 8:20 and fetched at the care at 14:20.
    child.school.alleen_thuis = 29;
    let brought = week(&planned(plan, vec![child]));
    assert_eq!((brought.dagen[0].van_huis, brought.dagen[0].thuis), (at(8, 20), at(14, 40)));
    assert_eq!(first(&brought, 0).weken[0].bought[0], 270);
}

#[test]
fn why_a_child_has_nobody() {
    let code = |shift: Shift, child: Child| {
        let week = week(&planned(plan(vec![vec![shift]]), vec![child]));
        week.dagen[0].redenen.iter().map(|it| (it.code, it.piece.span)).collect::<Vec<_>>()
    };
    let monday = |van, tot| Shift { dag: Ma, van, tot, pauze: 0 };
    let early = monday(at(7, 0), at(13, 0));
    let none = Child { contracts: Vec::new(), ..b(blok()) };
    // Straight from home, which she leaves at 6:30.
    assert_eq!(code(early, none), [(Gap::GeenOpvang, span(at(6, 30), at(8, 30)))]);
    let no_morning = b(Contract { voorschool_van: None, ..blok() });
    assert_eq!(code(early, no_morning), [(Gap::VoorSchool, span(at(6, 30), at(8, 30)))]);
    let no_afternoon = b(Contract { middag_tot: at(14, 0), ..blok() });
    let late = monday(at(9, 0), at(16, 0));
    assert_eq!(code(late, no_afternoon), [(Gap::NaSchool, span(at(14, 0), at(16, 30)))]);
    let halves = Contract { blokken: vec![span(480, 720), span(780, 1080)], ..blok() };
    // The afternoon holds 13:00 to 16:30 of 9:00 to 16:30; the morning 9:00 to 12:00.
    let gaps = code(monday(at(9, 30), at(16, 0)), a(halves));
    assert_eq!(gaps, [(Gap::Gat, span(at(9, 0), at(13, 0)))]);
}

#[test]
fn family_takes_minutes_and_changes_no_trip() {
    let plan = plan(vec![shifts(&[Ma], at(6, 0), at(9, 0), 0)]);
    let mut child = a(blok());
    let week_of = |child: &Child| week(&planned(plan.clone(), vec![child.clone()]));
    let before = week_of(&child);
    child.familie = vec![Family {
        dagen: workdays(),
        span: span(at(5, 0), at(7, 30)),
        weken: FamilyWeeks::Alle,
    }];
    let helped = week_of(&child);
    assert!(!before.past && helped.past);
    assert_eq!(before.dagen[0].van_huis, helped.dagen[0].van_huis);
    // As early as they come: 5:00 and the half hour to work.
    assert_eq!(helped.dagen[0].vroegste_begin, Some(at(5, 30)));
    child.familie[0].weken = FamilyWeeks::Vakantie;
    assert!(!week_of(&child).past);
    assert_eq!(child.family_around(span(0, DAY), Season::School), []);
}

#[test]
fn study_days_are_as_long_as_school() {
    // Two days of 5.5 and 4 hours: 6 study days of 4.75 hours, beside (4.5 + 6) x 40.
    let mut child = b(Contract {
        dagen: Some([Di, Wo].into_iter().collect()),
        vakantieweken: 0,
        studiedagen: 6,
        ..blok()
    });
    child.school.tijden[2] = Some(span(at(8, 30), at(12, 30)));
    assert_eq!(text(on_paper(&child)[0].jaar.bought.per_year()), "448.50");
}
