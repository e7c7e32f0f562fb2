//! The hours curve in the form of the contract.

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::{Hours, Punt, Zone};
use crate::dates::iso;
use crate::format::shortest;
use crate::money::PerMonth;
use crate::month::Lijn;

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hours = serializer.serialize_struct("Hours", 8)?;
        hours.serialize_field("peildatum", &iso(self.peildatum))?;
        hours.serialize_field("status", self.status.word())?;
        hours.serialize_field("nu", &self.nu)?;
        hours.serialize_field("punten", &self.punten)?;
        hours.serialize_field("zones", &self.zones)?;
        hours.serialize_field("break_even", &self.break_even.map(shortest))?;
        hours.serialize_field("einde_bijstand", &self.einde_bijstand.map(shortest))?;
        hours.serialize_field("beste_uren", &self.beste_uren.as_ref().map(BesteUren))?;
        hours.end()
    }
}

impl Serialize for Punt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut punt = serializer.serialize_map(Some(1 + Lijn::ALLE.len()))?;
        punt.serialize_entry("uren", &shortest(self.uren))?;
        for lijn in Lijn::ALLE {
            punt.serialize_entry(lijn.word(), &self.lijnen.bedrag(lijn))?;
        }
        punt.end()
    }
}

struct BesteUren<'a>(&'a Punt);

impl Serialize for BesteUren<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut beste = serializer.serialize_struct("BesteUren", 2)?;
        beste.serialize_field("uren", &shortest(self.0.uren))?;
        beste.serialize_field("besteedbaar", &self.0.lijnen.besteedbaar())?;
        beste.end()
    }
}

struct Oorzaak(Lijn, PerMonth);

impl Serialize for Oorzaak {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut oorzaak = serializer.serialize_struct("Oorzaak", 2)?;
        oorzaak.serialize_field("regel", self.0.word())?;
        oorzaak.serialize_field("bedrag", &self.1)?;
        oorzaak.end()
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let oorzaken: Vec<Oorzaak> =
            self.oorzaken.iter().map(|&(lijn, bedrag)| Oorzaak(lijn, bedrag)).collect();
        let mut zone = serializer.serialize_struct("Zone", 5)?;
        zone.serialize_field("van", &shortest(self.van))?;
        zone.serialize_field("tot", &shortest(self.tot))?;
        zone.serialize_field("daling", &self.daling)?;
        zone.serialize_field("oorzaken", &oorzaken)?;
        zone.serialize_field("weer_hoger_vanaf", &self.weer_hoger_vanaf.map(shortest))?;
        zone.end()
    }
}
