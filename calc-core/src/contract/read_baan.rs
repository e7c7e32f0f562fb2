//! Reads a job.

use rust_decimal::Decimal;

use super::checks::{amount, given, required_amount, word, yes_no};
use super::door::{Door, Field, Object};
use super::fields;
use crate::money::{HoursPerWeek, PerHour, PerMonth};
use crate::situatie::{Baan, LoonAfspraak, SoortBaan, UitbetalingVakantiegeld};

/// A job; only the one offered can be with the employer of the other.
pub(super) fn baan(door: &mut Door, mut object: Object, is_aanbod: bool) -> Option<Baan> {
    let soorten = [SoortBaan::Dienstverband, SoortBaan::Proefplaatsing, SoortBaan::Traject];
    let soort = word(door, &mut object, &fields::SOORT_BAAN, &soorten);
    let uren_per_week =
        required_amount(door, &mut object, &fields::UREN_PER_WEEK).map(HoursPerWeek::new);
    let loon = loon(door, &mut object, soort);
    let mut per_month = |field| amount(door, &mut object, field).map(PerMonth::new);
    let pensioenpremie = per_month(&fields::PENSIOENPREMIE);
    let verplichte_inhoudingen = per_month(&fields::VERPLICHTE_INHOUDINGEN);
    let overige_inhoudingen = per_month(&fields::OVERIGE_INHOUDINGEN);
    let reiskosten = per_month(&fields::REISKOSTEN);
    let reisvergoeding = per_month(&fields::REISVERGOEDING);
    let loonheffingskorting = yes_no(door, &mut object, &fields::LOONHEFFINGSKORTING);
    let wanneer = [
        UitbetalingVakantiegeld::Mei,
        UitbetalingVakantiegeld::Maandelijks,
        UitbetalingVakantiegeld::Inbegrepen,
    ];
    let vakantiegeld = word(door, &mut object, &fields::VAKANTIEGELD, &wanneer);
    let start = match given(door, &mut object, &fields::START) {
        Some(field) => door.date(field).map(Some),
        None => Some(None),
    };
    let zelfde_werkgever =
        if is_aanbod { yes_no(door, &mut object, &fields::ZELFDE_WERKGEVER) } else { Some(false) };
    door.end(object);
    Some(Baan {
        soort: soort?,
        uren_per_week: uren_per_week?,
        loon: loon?,
        pensioenpremie: pensioenpremie?,
        verplichte_inhoudingen: verplichte_inhoudingen?,
        overige_inhoudingen: overige_inhoudingen?,
        loonheffingskorting: loonheffingskorting?,
        vakantiegeld: vakantiegeld?,
        reiskosten: reiskosten?,
        reisvergoeding: reisvergoeding?,
        start: start?,
        zelfde_werkgever: zelfde_werkgever?,
    })
}

/// One of `uurloon` and `maandloon`; neither is asked where no wage is paid. Given both, each is judged all the same.
fn loon(door: &mut Door, object: &mut Object, soort: Option<SoortBaan>) -> Option<LoonAfspraak> {
    let uurloon = object.take(fields::UURLOON.name()).filter(|field| !field.is_null());
    let maandloon = object.take(fields::MAANDLOON.name()).filter(|field| !field.is_null());
    if let (Some(uurloon), Some(_)) = (&uurloon, &maandloon) {
        let path = uurloon.path.clone();
        door.refuse(path, "uurloon_en_maandloon", &[], "een_van_beide", &[]);
    }
    let mut wage = |field: Field, most: i64| door.decimal(field, Decimal::ZERO, most.into());
    let uurloon = uurloon.map(|field| wage(field, fields::UURLOON.most()).map(PerHour::new));
    let maandloon = maandloon.map(|field| wage(field, fields::MAANDLOON.most()).map(PerMonth::new));
    match (uurloon, maandloon) {
        (Some(_), Some(_)) => None,
        (Some(uurloon), None) => uurloon.map(LoonAfspraak::PerUur),
        (None, Some(maandloon)) => maandloon.map(LoonAfspraak::PerMaand),
        (None, None) if soort == Some(SoortBaan::Dienstverband) => {
            door.missing(object, fields::UURLOON.name(), "een_van_beide");
            None
        }
        (None, None) => Some(LoonAfspraak::Geen),
    }
}
