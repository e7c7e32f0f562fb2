//! Reads what the week plan asks of a child, and of a contract for care.

use rust_decimal::Decimal;

use super::checks::{required_whole, whole_number_or};
use super::door::{Door, Field, Object};
use super::fields;
use super::read_around::{
    Around, contract_of, days_or, days_or_null, minutes, minutes_or, place, school_of, span, until,
    word_or,
};
use crate::situatie::SoortOpvang;
use crate::weekplan::plan::{Afname, Agreement, ChildPlan, Contract, Family, FamilyWeeks, School};
use crate::weekplan::time::{DAY, Dag, Minutes, Span};

/// What the plan asks of a child, beside its contracts.
pub(super) fn child(door: &mut Door, object: &mut Object, around: Around) -> Option<ChildPlan> {
    let naar_school = match object.take(fields::NAAR_SCHOOL.name()) {
        Some(given) if !given.is_null() => door.yes_no(given).map(Some),
        _ => Some(None),
    };
    let school = school(door, object, around);
    let familie = match object.take(fields::FAMILIE.name()) {
        Some(given) => door.items(given, fields::FAMILIE.length()),
        None => Some(Vec::new()),
    };
    let familie: Option<Vec<Option<Family>>> = familie.map(|items| {
        let read = |item| door.object(item).and_then(|inner| family(door, inner));
        items.into_iter().map(read).collect()
    });
    let familie: Option<Vec<Family>> = familie.and_then(|all| all.into_iter().collect());
    Some(ChildPlan {
        naar_school: naar_school?,
        school: school?,
        familie: familie?,
        opvang: Vec::new(),
    })
}

fn school(door: &mut Door, outer: &mut Object, around: Around) -> Option<School> {
    let standard = school_of(around.week?);
    let Some(given) = outer.take(fields::SCHOOL.name()) else { return Some(standard) };
    let mut object = door.object(given)?;
    let tijden = object.take(fields::SCHOOL_TIJDEN.name());
    let is_told = tijden.is_some();
    let tijden = tijden.map_or(Some(standard.tijden), |given| times(door, given));
    let plek = place(door, &mut object, &fields::SCHOOL_PLEK, around);
    let week_deur = standard.deur.unsigned_abs();
    let deur = minutes_or(door, &mut object, &fields::SCHOOL_DEUR, week_deur);
    let alleen = object.take(fields::ALLEEN.name()).map_or(Some(false), |given| door.yes_no(given));
    let path = object.path_of(fields::ALLEEN_THUIS.name());
    let alleen_thuis = minutes_or(door, &mut object, &fields::ALLEEN_THUIS, 0);
    if let (Some(false), Some(1..)) = (alleen, alleen_thuis) {
        door.refuse(path, "alleen_thuis_zonder_alleen", &[], "weglaten", &[]);
    }
    door.end(object);
    Some(School {
        tijden: tijden?,
        plek: plek?,
        deur: deur?,
        alleen: alleen?,
        alleen_thuis: alleen_thuis?,
        is_told,
    })
}

/// Five pairs of moments, or `null` for a free day.
fn times(door: &mut Door, given: Field) -> Option<[Option<Span>; 5]> {
    let items = door.exactly(given, fields::SCHOOL_TIJDEN.length())?;
    let read: Vec<Option<Option<Span>>> = items
        .into_iter()
        .map(|item| if item.is_null() { Some(None) } else { pair(door, item).map(Some) })
        .collect();
    let read: Option<Vec<Option<Span>>> = read.into_iter().collect();
    read.and_then(|days| days.try_into().ok())
}

fn pair(door: &mut Door, given: Field) -> Option<Span> {
    let mut both = door.exactly(given, 2)?.into_iter();
    let (van, tot) = both.next().zip(both.next())?;
    let day = DAY.unsigned_abs();
    let van = door.whole(van, 0, day - 1);
    let tot = door.whole(tot, van.map_or(1, |van| van + 1), day);
    Some(span([van?, tot?]))
}

fn family(door: &mut Door, mut object: Object) -> Option<Family> {
    let workdays = Dag::ALLE.into_iter().filter(|dag| *dag < Dag::Za).collect();
    let dagen = days_or(door, &mut object, &fields::FAMILIE_DAGEN, workdays);
    let van = required_whole(door, &mut object, &fields::FAMILIE_VAN);
    let tot = until(door, &mut object, &fields::FAMILIE_TOT, van, DAY.unsigned_abs());
    let weken = [FamilyWeeks::Alle, FamilyWeeks::School, FamilyWeeks::Vakantie];
    let weken = word_or(door, &mut object, &fields::FAMILIE_WEKEN_WELKE, &weken);
    door.end(object);
    Some(Family {
        dagen: dagen?,
        span: span([van?, tot?]),
        weken: weken?.unwrap_or(FamilyWeeks::Alle),
    })
}

/// The hours and the contract of one kind of care: how it is sold, and the hours when they were typed.
pub(super) fn agreement(
    door: &mut Door,
    object: &mut Object,
    soort: Option<SoortOpvang>,
    around: Around,
) -> Option<(Option<Decimal>, Agreement)> {
    let path = object.path_of(fields::UREN_OPVANG.name());
    let typed = object.take(fields::UREN_OPVANG.name()).filter(|given| !given.is_null());
    let is_typed = typed.is_some();
    let bound = fields::UREN_OPVANG.most();
    let uren = typed.map(|given| door.decimal(given, Decimal::ZERO, bound.into()));
    let contract = contract(door, object, soort, around);
    let gives_hours = contract.as_ref().is_none_or(|contract| {
        contract.as_ref().is_some_and(|contract| {
            around.has_plan() || contract.afname == Afname::Blok && contract.dagen.is_some()
        })
    });
    if !is_typed && !gives_hours {
        let bounds = [("van", "0".to_owned()), ("tot", bound.to_string())];
        let no_way = matches!(contract, Some(Some(_)));
        let reason = if no_way { "geen_uren_uit_contract" } else { "ontbreekt" };
        door.refuse(path, reason, &[], "een_bedrag_tussen", &bounds);
        return None;
    }
    let uren = match uren {
        Some(None) => return None,
        Some(typed) => typed,
        None => None,
    };
    Some((uren, Agreement { contract: contract?, is_typed }))
}

#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
fn contract(
    door: &mut Door,
    object: &mut Object,
    soort: Option<SoortOpvang>,
    around: Around,
) -> Option<Option<Contract>> {
    match object.take(fields::CONTRACT.name()) {
        Some(given) if !given.is_null() => {
            let inner = door.object(given)?;
            one_contract(door, inner, soort, around).map(Some)
        }
        _ => Some(None),
    }
}

/// A contract, with what its municipality takes where nothing is told.
fn one_contract(
    door: &mut Door,
    mut object: Object,
    soort: Option<SoortOpvang>,
    around: Around,
) -> Option<Contract> {
    let usual = if soort == Some(SoortOpvang::Gastouder) { Afname::Uur } else { Afname::Blok };
    let afname = word_or(door, &mut object, &fields::AFNAME_OPVANG, &[Afname::Blok, Afname::Uur]);
    let standard = contract_of(around.week?, afname.flatten().unwrap_or(usual));
    let is_proposed = [&fields::BLOKKEN, &fields::SCHOOLWEKEN, &fields::VAKANTIEWEKEN]
        .iter()
        .any(|field| object.written(field.name()).is_none());
    let plek = place(door, &mut object, &fields::CONTRACT_PLEK, around);
    let weeks = |door: &mut Door, object: &mut Object, field, absent| {
        whole_number_or(door, object, field, absent)
    };
    let schoolweken = weeks(door, &mut object, &fields::SCHOOLWEKEN, standard.schoolweken);
    let vakantieweken = weeks(door, &mut object, &fields::VAKANTIEWEKEN, standard.vakantieweken);
    let dagen = days_or_null(door, &mut object, &fields::CONTRACT_DAGEN);
    let blokken = blokken(door, &mut object, &standard);
    let voorschool_van =
        moment_or_null(door, &mut object, &fields::VOORSCHOOL_VAN, standard.voorschool_van);
    let voorschool_dagen = days_or_null(door, &mut object, &fields::VOORSCHOOL_DAGEN);
    let middag_van = moment_or_null(door, &mut object, &fields::MIDDAG_VAN, None);
    let absent = |minutes: Minutes| minutes.unsigned_abs();
    let middag_tot =
        minutes_or(door, &mut object, &fields::MIDDAG_TOT, absent(standard.middag_tot));
    let open_dagen = days_or(door, &mut object, &fields::OPEN_DAGEN, standard.open_dagen);
    let open = opening(door, &mut object);
    let afronden = minutes_or(door, &mut object, &fields::AFRONDEN, absent(standard.afronden));
    let minimum = minutes_or(door, &mut object, &fields::MINIMUM, 0);
    let gratis_path = object.path_of(fields::GRATIS.name());
    let gratis = minutes_or(door, &mut object, &fields::GRATIS, 0);
    if let (Some(1..), Some(SoortOpvang::Bso | SoortOpvang::Gastouder)) = (gratis, soort) {
        door.refuse(gratis_path, "alleen_dagopvang", &[], "weglaten", &[]);
    }
    let studiedagen = weeks(door, &mut object, &fields::STUDIEDAGEN, 0);
    door.end(object);
    Some(Contract {
        afname: afname?.unwrap_or(usual),
        plek: plek?,
        schoolweken: schoolweken?,
        vakantieweken: vakantieweken?,
        dagen: dagen?,
        blokken: blokken?,
        voorschool_van: voorschool_van?,
        voorschool_dagen: voorschool_dagen?,
        middag_van: middag_van?,
        middag_tot: middag_tot?,
        open_dagen: open_dagen?,
        open: open?,
        afronden: afronden?,
        minimum: minimum?,
        gratis: gratis?,
        studiedagen: studiedagen?,
        is_proposed,
    })
}

/// What can be bought on a day without school: at least one block.
fn blokken(door: &mut Door, object: &mut Object, standard: &Contract) -> Option<Vec<Span>> {
    let Some(given) = object.take(fields::BLOKKEN.name()) else {
        return Some(standard.blokken.clone());
    };
    let path = given.path.clone();
    let items = door.items(given, fields::BLOKKEN.length())?;
    if items.is_empty() {
        door.refuse(path, "lege_lijst", &[], "minstens_een", &[]);
        return None;
    }
    let mut one = |item: Field| {
        let mut object = door.object(item)?;
        let van = required_whole(door, &mut object, &fields::BLOK_VAN);
        let tot = until(door, &mut object, &fields::BLOK_TOT, van, DAY.unsigned_abs());
        door.end(object);
        Some(span([van?, tot?]))
    };
    // Every block is looked at before the first that is wrong ends it.
    let read: Vec<Option<Span>> = items.into_iter().map(&mut one).collect();
    read.into_iter().collect()
}

/// When it is open by the hour: closing comes after opening.
fn opening(door: &mut Door, object: &mut Object) -> Option<Span> {
    let van = whole_number_or(door, object, &fields::OPEN_VAN, 0);
    let tot = if object.written(fields::OPEN_TOT.name()).is_some() {
        until(door, object, &fields::OPEN_TOT, van, DAY.unsigned_abs())
    } else {
        whole_number_or(door, object, &fields::OPEN_TOT, DAY.unsigned_abs())
    };
    Some(span([van?, tot?]))
}

#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
fn moment_or_null(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
    absent: Option<Minutes>,
) -> Option<Option<Minutes>> {
    let Some(given) = object.take(field.name()) else { return Some(absent) };
    if given.is_null() {
        return Some(None);
    }
    let bound = |bound: i64| u32::try_from(bound).unwrap_or(u32::MAX);
    door.whole(given, bound(field.least()), bound(field.most())).map(|it| Some(minutes(it)))
}
