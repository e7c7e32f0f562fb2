//! Reads the week plan: the shifts of the rota and the places on her route.

use super::checks::{required_whole, required_word, whole_number_or};
use super::door::{Door, Object};
use super::fields;
use super::read_around::{Around, contract_of, minutes, minutes_or, school_of, until};
use crate::parameters::gemeenten::Week;
use crate::weekplan::plan::{Afname, Place, Plan, Rules, Shift, Standard};
use crate::weekplan::possible::{LONGEST_SHIFT, overlapping};
use crate::weekplan::time::Dag;

/// The week plan, or `null`.
#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
pub(super) fn weekplan(
    door: &mut Door,
    outer: &mut Object,
    around: Around,
) -> Option<Option<Plan>> {
    match outer.take(fields::WEEKPLAN.name()) {
        Some(given) if !given.is_null() => {
            let object = door.object(given)?;
            plan(door, object, around.week?).map(Some)
        }
        _ => Some(None),
    }
}

fn plan(door: &mut Door, mut object: Object, week: Week) -> Option<Plan> {
    let weken = weken(door, &mut object);
    let huis_werk = minutes_or(door, &mut object, &fields::HUIS_WERK, week.huis_werk);
    let plekken = plekken(door, &mut object, week);
    let tussen = minutes_or(door, &mut object, &fields::TUSSEN, week.tussen);
    let wachten = minutes_or(door, &mut object, &fields::WACHTEN, week.wachten);
    let verlof_weken = whole_number_or(door, &mut object, &fields::VERLOF_WEKEN, week.verlof_weken);
    door.end(object);
    Some(Plan {
        weken: weken?,
        huis_werk: huis_werk?,
        plekken: plekken?,
        tussen: tussen?,
        wachten: wachten?,
        verlof_weken: verlof_weken?,
        regels: rules(week),
        standaard: Standard {
            school: school_of(week),
            blok: contract_of(week, Afname::Blok),
            uur: contract_of(week, Afname::Uur),
        },
    })
}

fn rules(week: Week) -> Rules {
    Rules {
        vakantieweken: week.vakantieweken,
        een_rit: minutes(week.een_rit),
        krap_onder: minutes(week.krap_onder),
        werkdag: minutes(week.werkdag),
        pauze_boven: minutes(week.pauze_boven),
        pauze: minutes(week.pauze),
    }
}

/// The weeks of the rota: at least one shift, and none that begins before another has ended.
fn weken(door: &mut Door, object: &mut Object) -> Option<Vec<Vec<Shift>>> {
    let path = object.path_of(fields::WEKEN.name());
    let Some(given) = object.take(fields::WEKEN.name()) else {
        door.missing(object, fields::WEKEN.name(), "een_dienst");
        return None;
    };
    let items = door.items(given, fields::WEKEN.length())?;
    let read: Vec<Option<Vec<Shift>>> = items
        .into_iter()
        .map(|item| door.object(item).and_then(|inner| diensten(door, inner)))
        .collect();
    let weken: Vec<Vec<Shift>> = read.into_iter().collect::<Option<_>>()?;
    if weken.iter().all(Vec::is_empty) {
        door.refuse(path, "geen_diensten", &[], "een_dienst", &[]);
        return None;
    }
    for (week, place) in overlapping(&weken) {
        let path = format!("{path}.{week}.{}.{place}", fields::DIENSTEN.name());
        door.refuse(path, "diensten_overlappen", &[], "na_elkaar", &[]);
    }
    Some(weken)
}

fn diensten(door: &mut Door, mut object: Object) -> Option<Vec<Shift>> {
    let items = match object.take(fields::DIENSTEN.name()) {
        Some(given) => door.items(given, fields::DIENSTEN.length()),
        None => Some(Vec::new()),
    };
    let read: Vec<Option<Shift>> = items
        .into_iter()
        .flatten()
        .map(|item| door.object(item).and_then(|inner| dienst(door, inner)))
        .collect();
    door.end(object);
    read.into_iter().collect()
}

fn dienst(door: &mut Door, mut object: Object) -> Option<Shift> {
    let dag = required_word(door, &mut object, &fields::DIENST_DAG, "een_dag", &Dag::ALLE);
    let van = required_whole(door, &mut object, &fields::DIENST_VAN);
    let tot = until(door, &mut object, &fields::DIENST_TOT, van, LONGEST_SHIFT.unsigned_abs());
    let pauze = match object.take(fields::DIENST_PAUZE.name()) {
        Some(given) => {
            let length = van.zip(tot).map(|(van, tot)| tot - van);
            let bound = u32::try_from(fields::DIENST_PAUZE.most()).unwrap_or(u32::MAX);
            door.whole(given, 0, length.map_or(bound, |length| length - 1))
        }
        None => Some(0),
    };
    door.end(object);
    let (van, tot, pauze) = (minutes(van?), minutes(tot?), minutes(pauze?));
    Some(Shift { dag: dag?, van, tot, pauze })
}

fn plekken(door: &mut Door, object: &mut Object, week: Week) -> Option<Vec<Place>> {
    let standard = Place {
        naar_werk: minutes(week.naar_werk),
        van_huis: minutes(week.van_huis),
        overdracht: minutes(week.overdracht),
    };
    let Some(given) = object.take(fields::PLEKKEN.name()) else { return Some(vec![standard]) };
    let path = given.path.clone();
    let items = door.items(given, fields::PLEKKEN.length())?;
    if items.is_empty() {
        door.refuse(path, "lege_lijst", &[], "minstens_een", &[]);
        return None;
    }
    let read: Vec<Option<Place>> = items
        .into_iter()
        .map(|item| door.object(item).and_then(|inner| plek(door, inner, week)))
        .collect();
    read.into_iter().collect()
}

fn plek(door: &mut Door, mut object: Object, week: Week) -> Option<Place> {
    let naar_werk = minutes_or(door, &mut object, &fields::NAAR_WERK, week.naar_werk);
    let van_huis = minutes_or(door, &mut object, &fields::VAN_HUIS, week.van_huis);
    let overdracht = minutes_or(door, &mut object, &fields::OVERDRACHT, week.overdracht);
    door.end(object);
    Some(Place { naar_werk: naar_werk?, van_huis: van_huis?, overdracht: overdracht? })
}
