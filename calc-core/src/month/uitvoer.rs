//! The result of the steady month, in the form and the words of the contract.

use std::sync::Arc;

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::gemeente::{VanGemeente, van_gemeente};
use super::huis::Huis;
use super::lijnen::{Lijn, Lijnen};
use super::per_jaar::PerJaar;
use super::situatie::Uitkomst;
use super::te_doen::{TeDoen, te_doen};
use super::{Fase, meldingen, per_gewerkt_uur};
use crate::coverage::Standing;
use crate::dates::iso;
use crate::explain::{Explanation, Reason};
use crate::melding::Melding;
use crate::money::{PerHour, PerMonth, PerYear};
use crate::schemes::kinderopvangtoeslag::Kinderopvang;
use crate::texts::{self, Language};

/// The same thing now, with the job, and the difference.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Paar<T> {
    /// Now.
    pub nu: T,
    /// With the job.
    pub met_baan: T,
}

/// What lies between the input and the lines.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Tussen {
    /// Gross wage.
    pub bruto: PerMonth,
    /// Gross wage less pension premium.
    pub fiscaal_loon: PerMonth,
    /// Tax withheld from it.
    pub loonheffing: PerMonth,
    /// What counts of it for bijstand, before the disregard.
    pub ink: PerMonth,
    /// The disregard.
    pub vrijlating: PerMonth,
    /// The disregard that was tried.
    pub vrijlating_regel: &'static str,
    /// The claim to holiday pay that counts.
    pub vakantiegeld_claim: PerMonth,
    /// The norm, holiday allowance included.
    pub norm: PerMonth,
    /// Bijstand, holiday allowance included.
    pub bijstand_inclusief: PerMonth,
    /// Gross bijstand of the year.
    pub bruto_bijstand_jaar: PerYear,
    /// Her toetsingsinkomen (with a partner: of both).
    pub toetsingsinkomen: PerYear,
    /// With that of a toeslagpartner who lives in.
    pub toetsingsinkomen_samen: PerYear,
    /// The partner's wage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner: Option<TussenPartner>,
}

/// What lies between a partner's wage and the lines.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct TussenPartner {
    /// Tax withheld.
    pub loonheffing: PerMonth,
    /// Net wage.
    pub netto_loon: PerMonth,
    /// The claim to holiday pay that counts.
    pub vakantiegeld_claim: PerMonth,
}

/// Why a line is nothing.
#[derive(Clone, Copy, Debug)]
pub struct Reden {
    /// The line.
    pub lijn: Lijn,
    /// The reason.
    pub reason: Reason,
}

impl Reden {
    /// The reason in words.
    pub fn tekst(&self, language: Language) -> String {
        texts::fill(language, &format!("redenen.{}", self.reason.code), &[])
    }
}

/// The explanation of every line of both situations.
#[derive(Clone, Debug)]
pub struct Uitleg(pub Paar<Vec<(Lijn, Arc<Explanation>)>>);

impl Uitleg {
    /// How a line came about, now or with the job.
    pub fn van(&self, met_baan: bool, lijn: Lijn) -> Option<&Arc<Explanation>> {
        let lijnen = if met_baan { &self.0.met_baan } else { &self.0.nu };
        lijnen.iter().find(|(eigen, _)| *eigen == lijn).map(|(_, uitleg)| uitleg)
    }
}

/// The steady month.
#[derive(Clone, Debug)]
pub struct Month {
    /// The reference date.
    pub peildatum: Date,
    /// Whether the amounts are those of that day.
    pub status: Standing,
    /// The lines now.
    pub nu: Lijnen,
    /// The lines with the job.
    pub met_baan: Lijnen,
    /// The lines with the job minus those now.
    pub verschil: Lijnen,
    /// The difference per hour worked; `None` without (extra) hours.
    pub per_gewerkt_uur: Option<PerHour>,
    /// What she keeps of the next 100 euros gross by the month; `None` without wage.
    pub volgende_100: Option<PerMonth>,
    /// How the answer changes when a disregard ends.
    pub fasen: Vec<Fase>,
    /// What lies between.
    pub tussen: Paar<Tussen>,
    /// What comes once a year, now.
    pub per_jaar_nu: PerJaar,
    /// What comes once a year with the job.
    pub per_jaar_met_baan: PerJaar,
    /// The difference.
    pub per_jaar_verschil: PerJaar,
    /// The childcare bill with the job.
    pub kinderopvang: Kinderopvang,
    /// What the municipality adds: in none of the lines.
    pub gemeente: VanGemeente,
    /// Why lines are nothing.
    pub waarom_nul: Paar<Vec<Reden>>,
    /// Every choice and default that touched the result.
    pub aannames: Vec<Melding>,
    /// What was left out, and which way it would move the result.
    pub niet_berekend: Vec<Melding>,
    /// What she should know.
    pub waarschuwingen: Vec<Melding>,
    /// What she has to do because of the job, by date.
    pub te_doen: Vec<TeDoen>,
    /// How each line came about, when that was asked for.
    pub uitleg: Option<Uitleg>,
}

pub(super) fn maak(
    huis: &Huis,
    nu: &Uitkomst,
    met_baan: &Uitkomst,
    fasen: Vec<Fase>,
    volgende_100: Option<PerMonth>,
) -> Month {
    let verschil = met_baan.lijnen.min(&nu.lijnen);
    let (per_jaar_nu, per_jaar_met_baan) = (PerJaar::van(nu), PerJaar::van(met_baan));
    let feiten = meldingen::Feiten {
        huis,
        nu,
        met_baan,
        fasen: &fasen,
        jaar: [&per_jaar_nu, &per_jaar_met_baan],
    };
    let redenen = |uitkomst: &Uitkomst| {
        uitkomst.redenen.iter().map(|&(lijn, reason)| Reden { lijn, reason }).collect::<Vec<_>>()
    };
    let met_uitleg = !nu.uitleg.is_empty();
    let gemeente = van_gemeente(huis, nu, met_baan, feiten.jaar);
    Month {
        peildatum: huis.situatie.peildatum,
        status: huis.bedragen.standing,
        nu: nu.lijnen,
        met_baan: met_baan.lijnen,
        verschil,
        per_gewerkt_uur: per_gewerkt_uur(huis.situatie, verschil.besteedbaar()),
        volgende_100,
        tussen: Paar { nu: tussen(huis, nu), met_baan: tussen(huis, met_baan) },
        per_jaar_nu,
        per_jaar_met_baan,
        per_jaar_verschil: per_jaar_met_baan - per_jaar_nu,
        kinderopvang: met_baan.kinderopvang,
        waarom_nul: Paar { nu: redenen(nu), met_baan: redenen(met_baan) },
        aannames: meldingen::aannames(&feiten),
        niet_berekend: meldingen::niet_berekend(&feiten),
        waarschuwingen: meldingen::waarschuwingen(&feiten),
        te_doen: te_doen(huis, nu, met_baan, &gemeente),
        gemeente,
        fasen,
        uitleg: met_uitleg
            .then(|| Uitleg(Paar { nu: nu.uitleg.clone(), met_baan: met_baan.uitleg.clone() })),
    }
}

fn tussen(huis: &Huis, uitkomst: &Uitkomst) -> Tussen {
    let partner = huis.situatie.huishouden.partner.map(|_| {
        let (loon, vakantiegeld_claim) = uitkomst.loon_partner.unwrap_or_default();
        TussenPartner {
            loonheffing: loon.loonheffing,
            netto_loon: loon.netto_loon,
            vakantiegeld_claim,
        }
    });
    Tussen {
        bruto: uitkomst.loon.bruto,
        fiscaal_loon: uitkomst.loon.fiscaal_loon,
        loonheffing: uitkomst.loon.loonheffing,
        ink: uitkomst.loon.ink,
        vrijlating: uitkomst.vrijlating,
        vrijlating_regel: uitkomst.regel.word(),
        vakantiegeld_claim: uitkomst.claim,
        norm: huis.norm.value,
        bijstand_inclusief: uitkomst.bijstand,
        bruto_bijstand_jaar: uitkomst.bruto_bijstand,
        toetsingsinkomen: uitkomst.toetsingsinkomen,
        toetsingsinkomen_samen: uitkomst.toetsingsinkomen_samen,
        partner,
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut month = serializer.serialize_struct("Month", 19)?;
        month.serialize_field("peildatum", &iso(self.peildatum))?;
        month.serialize_field("status", self.status.word())?;
        month.serialize_field("nu", &self.nu)?;
        month.serialize_field("met_baan", &self.met_baan)?;
        month.serialize_field("verschil", &self.verschil)?;
        month.serialize_field("per_gewerkt_uur", &self.per_gewerkt_uur)?;
        month.serialize_field("volgende_100", &self.volgende_100)?;
        month.serialize_field("fasen", &self.fasen)?;
        month.serialize_field("tussen", &self.tussen)?;
        month.serialize_field("per_jaar", &DrieJaren(self))?;
        month.serialize_field("kinderopvang", &Rekening(&self.kinderopvang))?;
        month.serialize_field("gemeente", &self.gemeente)?;
        month.serialize_field("aannames", &self.aannames)?;
        month.serialize_field("niet_berekend", &self.niet_berekend)?;
        month.serialize_field("waarschuwingen", &self.waarschuwingen)?;
        month.serialize_field("te_doen", &self.te_doen)?;
        month.serialize_field("waarom_nul", &self.waarom_nul)?;
        if let Some(uitleg) = &self.uitleg {
            month.serialize_field("uitleg", uitleg)?;
        }
        month.end()
    }
}

struct DrieJaren<'a>(&'a Month);

impl Serialize for DrieJaren<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut jaren = serializer.serialize_map(Some(3))?;
        jaren.serialize_entry("nu", &self.0.per_jaar_nu)?;
        jaren.serialize_entry("met_baan", &self.0.per_jaar_met_baan)?;
        jaren.serialize_entry("verschil", &self.0.per_jaar_verschil)?;
        jaren.end()
    }
}

struct Rekening<'a>(&'a Kinderopvang);

impl Serialize for Rekening<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rekening = serializer.serialize_struct("Kinderopvang", 5)?;
        rekening.serialize_field("rekening", &self.0.rekening)?;
        rekening.serialize_field("toeslag", &self.0.toeslag.maand)?;
        rekening.serialize_field("eigen_deel", &self.0.eigen_deel)?;
        rekening.serialize_field("boven_maximum", &self.0.boven_maximum)?;
        rekening.serialize_field("boven_230_uur", &self.0.boven_230_uur)?;
        rekening.end()
    }
}

impl Serialize for Reden {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reden = serializer.serialize_struct("Reden", 4)?;
        reden.serialize_field("lijn", self.lijn.word())?;
        reden.serialize_field("code", self.reason.code)?;
        reden.serialize_field("tekst", &self.tekst(Language::current()))?;
        reden.serialize_field("artikel", self.reason.article)?;
        reden.end()
    }
}

struct VanSituatie<'a>(&'a [(Lijn, Arc<Explanation>)]);

impl Serialize for VanSituatie<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut lijnen = serializer.serialize_map(Some(self.0.len()))?;
        for (lijn, uitleg) in self.0 {
            lijnen.serialize_entry(lijn.word(), uitleg.as_ref())?;
        }
        lijnen.end()
    }
}

impl Serialize for Uitleg {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut uitleg = serializer.serialize_struct("Uitleg", 2)?;
        uitleg.serialize_field("nu", &VanSituatie(&self.0.nu))?;
        uitleg.serialize_field("met_baan", &VanSituatie(&self.0.met_baan))?;
        uitleg.end()
    }
}
