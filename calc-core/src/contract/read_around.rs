//! What the parts of a situation have to know of each other before they are read, and how the week plan's times, days
//! and words are read. What is left out is taken from the file of the municipality.

use super::checks::whole_number_or;
use super::door::{Door, Field, Object};
use super::fields;
use super::json::Raw;
use crate::parameters::Book;
use crate::parameters::gemeenten::Week;
use crate::weekplan::plan::{Afname, Contract, School};
use crate::weekplan::time::{DAY, Dag, Days, Minutes, Span};

/// What the parts of a situation have to know of each other before they are read.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// What is taken where nothing is told.
    pub(super) week: Option<Week>,
    /// How many weeks the plan has and how many places, when there is one.
    plan: Option<(usize, usize)>,
}

impl Around {
    /// As it was written: whether it is right is told where it is read.
    pub(super) fn van(situatie: &Object, book: Book) -> Self {
        let plan = situatie.written(fields::WEEKPLAN.name()).and_then(Raw::fields);
        let count = |fields: &[(String, Raw)], name: &str| {
            let (_, list) = fields.iter().find(|(key, _)| key == name)?;
            list.items().map(|items| items.len())
        };
        let plan = plan.map(|fields| {
            let weken = count(&fields, fields::WEKEN.name()).unwrap_or(0);
            let plekken = count(&fields, fields::PLEKKEN.name()).filter(|count| *count > 0);
            (weken, plekken.unwrap_or(1))
        });
        let huishouden = situatie.written(fields::HUISHOUDEN.name()).and_then(Raw::fields);
        let named = huishouden.and_then(|fields| {
            let (_, code) = fields.into_iter().find(|(key, _)| key == fields::GEMEENTE.name())?;
            code.text()
        });
        let named = named.as_deref().or(fields::GEMEENTE.default());
        let gemeenten = book.gemeenten();
        let gemeente = gemeenten.iter().find(|gemeente| Some(gemeente.code) == named);
        // One that is not known is refused where it is read.
        let gemeente = gemeente.or(gemeenten.first());
        let week = gemeente.and_then(|gemeente| gemeente.versies.last()).map(|it| it.week);
        Self { week, plan }
    }

    /// Whether there is a plan.
    pub(super) const fn has_plan(self) -> bool {
        self.plan.is_some()
    }

    /// Whether the hours curve can go by the days of a week.
    pub(super) fn has_one_week(self) -> bool {
        self.plan.is_some_and(|(weken, _)| weken == 1)
    }
}

/// Minutes as the contract bounds them: far below what a number holds.
pub(super) fn minutes(number: u32) -> Minutes {
    Minutes::try_from(number).unwrap_or(Minutes::MAX)
}

pub(super) fn span([van, tot]: [u32; 2]) -> Span {
    Span { van: minutes(van), tot: minutes(tot) }
}

pub(super) fn minutes_or(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
    absent: u32,
) -> Option<Minutes> {
    whole_number_or(door, object, field, absent).map(minutes)
}

/// A moment after another, at most so much later; within the bounds of its field while the other has to be mended.
pub(super) fn until(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
    van: Option<u32>,
    longest: u32,
) -> Option<u32> {
    let bound = |bound: i64| u32::try_from(bound).unwrap_or(u32::MAX);
    let (least, most) = (bound(field.least()), bound(field.most()));
    let (least, most) = van.map_or((least, most), |van| (van + 1, most.min(van + longest)));
    if let Some(given) = object.take(field.name()) {
        return door.whole(given, least, most);
    }
    let bounds = [("van", least.to_string()), ("tot", most.to_string())];
    let path = object.path_of(field.name());
    door.refuse(path, "ontbreekt", &[], "een_geheel_getal_tussen", &bounds);
    None
}

/// A place of the plan, if there is one.
pub(super) fn place(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
    around: Around,
) -> Option<usize> {
    let path = object.path_of(field.name());
    let place = usize::try_from(whole_number_or(door, object, field, 0)?).unwrap_or_default();
    match around.plan {
        Some((_, places)) if place >= places => {
            let found = [("waarde", place.to_string())];
            let most = [("van", "0".to_owned()), ("tot", places.saturating_sub(1).to_string())];
            door.refuse(path, "onbekende_plek", &found, "een_geheel_getal_tussen", &most);
            None
        }
        _ => Some(place),
    }
}

/// A word, when one was given; `of` are the values of the words, in the order of the table.
#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one left out")]
pub(super) fn word_or<T: Copy>(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
    of: &[T],
) -> Option<Option<T>> {
    let Some(given) = object.take(field.name()) else { return Some(None) };
    let at = door.word(given, field.words())?;
    Some(of.get(at).copied())
}

pub(super) fn days_or(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
    absent: Days,
) -> Option<Days> {
    object.take(field.name()).map_or(Some(absent), |given| days(door, given, field))
}

#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
pub(super) fn days_or_null(
    door: &mut Door,
    object: &mut Object,
    field: &fields::Field,
) -> Option<Option<Days>> {
    match object.take(field.name()) {
        Some(given) if !given.is_null() => days(door, given, field).map(Some),
        _ => Some(None),
    }
}

pub(super) fn days(door: &mut Door, given: Field, field: &fields::Field) -> Option<Days> {
    let items = door.items(given, Dag::ALLE.len())?;
    let read: Vec<Option<Dag>> = items
        .into_iter()
        .map(|item| door.word(item, field.words()).and_then(|at| Dag::ALLE.get(at).copied()))
        .collect();
    read.into_iter().collect()
}

/// A school of which nothing was told.
pub(super) fn school_of(week: Week) -> School {
    School {
        tijden: [Some(span(week.school)); 5],
        plek: 0,
        deur: minutes(week.deur),
        alleen: false,
        alleen_thuis: 0,
        is_told: false,
    }
}

/// A contract of which nothing was told.
pub(super) fn contract_of(week: Week, afname: Afname) -> Contract {
    let open_dagen = match afname {
        Afname::Blok => Dag::ALLE.into_iter().filter(|dag| *dag < Dag::Za).collect(),
        Afname::Uur => Days::ALLE,
    };
    Contract {
        afname,
        plek: 0,
        schoolweken: week.schoolweken,
        vakantieweken: week.vakantieweken,
        dagen: None,
        blokken: vec![span(week.blok)],
        voorschool_van: Some(minutes(week.voorschool_van)),
        voorschool_dagen: None,
        middag_van: None,
        middag_tot: minutes(week.middag_tot),
        open_dagen,
        open: Span { van: 0, tot: DAY },
        afronden: minutes(week.afronden),
        minimum: 0,
        gratis: 0,
        studiedagen: 0,
        is_proposed: true,
    }
}
