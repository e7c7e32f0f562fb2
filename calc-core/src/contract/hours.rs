//! The hours curve in the form of the contract.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::month::Lines;
use super::written::{Cents, Iso, Shortest};
use crate::engine::lines::Lijn;
use crate::hours::{Hours, Punt, Zone};
use crate::money::PerMonth;

#[derive(serde::Serialize)]
pub(super) struct HoursForm<'a> {
    peildatum: Iso,
    status: &'static str,
    nu: Lines<'a>,
    punten: Vec<PointForm<'a>>,
    zones: Vec<ZoneForm>,
    break_even: Option<Shortest>,
    einde_bijstand: Option<Shortest>,
    beste_uren: Option<BestForm>,
}

impl<'a> HoursForm<'a> {
    pub(super) fn of(hours: &'a Hours) -> Self {
        Self {
            peildatum: Iso(hours.peildatum),
            status: hours.status.word(),
            nu: Lines(&hours.nu),
            punten: hours.punten.iter().map(PointForm).collect(),
            zones: hours.zones.iter().map(ZoneForm::of).collect(),
            break_even: hours.break_even.map(Shortest),
            einde_bijstand: hours.einde_bijstand.map(Shortest),
            beste_uren: hours.beste_uren.as_ref().map(BestForm::of),
        }
    }
}

/// The hours, and every line with a job of these hours.
struct PointForm<'a>(&'a Punt);

impl Serialize for PointForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut point = serializer.serialize_map(Some(1 + Lijn::ALLE.len()))?;
        point.serialize_entry("uren", &Shortest(self.0.uren))?;
        for lijn in Lijn::ALLE {
            point.serialize_entry(lijn.word(), &Cents::from(self.0.lijnen.bedrag(lijn)))?;
        }
        point.end()
    }
}

#[derive(serde::Serialize)]
struct BestForm {
    uren: Shortest,
    besteedbaar: Cents,
}

impl BestForm {
    fn of(best: &Punt) -> Self {
        Self { uren: Shortest(best.uren), besteedbaar: best.lijnen.besteedbaar().into() }
    }
}

#[derive(serde::Serialize)]
struct ZoneForm {
    van: Shortest,
    tot: Shortest,
    daling: Cents,
    oorzaken: Vec<CauseForm>,
    weer_hoger_vanaf: Option<Shortest>,
}

impl ZoneForm {
    fn of(zone: &Zone) -> Self {
        Self {
            van: Shortest(zone.van),
            tot: Shortest(zone.tot),
            daling: zone.daling.into(),
            oorzaken: zone.oorzaken.iter().copied().map(CauseForm::of).collect(),
            weer_hoger_vanaf: zone.weer_hoger_vanaf.map(Shortest),
        }
    }
}

#[derive(serde::Serialize)]
struct CauseForm {
    regel: &'static str,
    bedrag: Cents,
}

impl CauseForm {
    fn of((lijn, bedrag): (Lijn, PerMonth)) -> Self {
        Self { regel: lijn.word(), bedrag: bedrag.into() }
    }
}
