//! What the municipality adds: beside the month, never in it.

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::huis::Huis;
use super::lijnen::Lijn;
use super::per_jaar::PerJaar;
use super::situatie::Uitkomst;
use super::uitvoer::Paar;
use crate::explain::Persons;
use crate::format::euro;
use crate::money::{PerMonth, PerYear};
use crate::parameters::gemeenten::{Regeling, Soort, Status};
use crate::schemes::gemeente::{self, Bedrag, Gezin, Stand};
use crate::situatie::{Baan, BedragMetHand};
use crate::texts::{self, Language};

/// The municipality's part of the month.
#[derive(Clone, Debug)]
pub struct VanGemeente {
    /// The name of the municipality.
    pub naam: &'static str,
    /// Its schemes; empty when nothing is known of this date.
    pub regelingen: Vec<GemeenteRegeling>,
    /// The year with this money added, when that was asked for.
    pub besteedbaar_jaar: Option<Paar<PerYear>>,
}

/// One municipal scheme for this household.
#[derive(Clone, Debug)]
pub struct GemeenteRegeling {
    /// The scheme with its source.
    pub regeling: &'static Regeling,
    /// What it comes to.
    pub uitkomst: Paar<gemeente::Uitkomst>,
    /// The amount that was typed in by hand instead of the scheme's own.
    pub aangepast: Option<Bedrag>,
    // What the sentence needs; it is written only when it is shown.
    gezin: Gezin,
    stand: Paar<Stand>,
}

impl GemeenteRegeling {
    /// What it is, with her numbers, and how much is known of it.
    pub fn tekst(&self, language: Language) -> String {
        let (nu, met_baan) = (&self.stand.nu, &self.stand.met_baan);
        let zin = gemeente::zin(self.regeling.soort, &self.gezin, nu, met_baan).tekst(language);
        let mut zinnen = vec![zin];
        if self.regeling.status != Status::InForce {
            let status = format!("gemeente.status.{}", self.regeling.status.word());
            let jaar = [("jaar", self.regeling.jaar.to_string())];
            zinnen.push(texts::fill(language, &status, &jaar));
        }
        if let Some(bedrag) = self.aangepast {
            let bedrag = [("bedrag", euro(language, bedrag.euro().amount()))];
            zinnen.push(texts::fill(language, "gemeente.aangepast", &bedrag));
        }
        zinnen.join(" ")
    }

    /// Whether the money is added when that is asked for: only what she receives, and what holds now or was typed in.
    pub fn telt_mee(&self) -> bool {
        let zeker = self.regeling.status == Status::InForce || self.aangepast.is_some();
        self.regeling.soort.is_geld() && zeker
    }
}

pub(super) fn van_gemeente(
    huis: &Huis,
    nu: &Uitkomst,
    met_baan: &Uitkomst,
    jaar: [&PerJaar; 2],
) -> VanGemeente {
    let h = &huis.situatie.huishouden;
    let regelingen = regelingen(huis, nu, met_baan);
    let met = |jaar: &PerJaar, van: fn(&GemeenteRegeling) -> Option<Bedrag>| -> PerYear {
        let tellend = regelingen.iter().filter(|regeling| regeling.telt_mee());
        jaar.besteedbaar_jaar + tellend.filter_map(van).map(Bedrag::in_een_jaar).sum()
    };
    let besteedbaar_jaar = h.gemeente_meetellen.then(|| Paar {
        nu: met(jaar[0], |regeling| regeling.uitkomst.nu.bedrag),
        met_baan: met(jaar[1], |regeling| regeling.uitkomst.met_baan.bedrag),
    });
    VanGemeente { naam: h.gemeente.naam(), regelingen, besteedbaar_jaar }
}

fn regelingen(huis: &Huis, nu: &Uitkomst, met_baan: &Uitkomst) -> Vec<GemeenteRegeling> {
    let situatie = huis.situatie;
    let gezin = gezin(huis);
    let uit_bijstand = nu.bijstand.is_positive() && met_baan.bijstand.is_zero();
    let banen = Paar { nu: situatie.baan_nu.as_ref(), met_baan: Some(&situatie.baan) };
    let nu = stand(huis, banen.nu, nu, false);
    let met_baan = stand(huis, banen.met_baan, met_baan, uit_bijstand);
    let versie = situatie.huishouden.gemeente.op(huis.bedragen.van);
    let bekend = versie.map_or(&[][..], |versie| versie.regelingen);
    let van = |regeling: &'static Regeling| {
        let mut uitkomst = Paar {
            nu: gemeente::uitkomst(regeling, &gezin, &nu),
            met_baan: gemeente::uitkomst(regeling, &gezin, &met_baan),
        };
        let bedragen = &situatie.huishouden.gemeente_bedragen;
        let met_hand = bedragen.iter().find(|met_hand| met_hand.regeling.code == regeling.code);
        let mut aangepast = None;
        if let Some(BedragMetHand { bedrag, .. }) = met_hand {
            let hand = |uitkomst: gemeente::Uitkomst| uitkomst.met_de_hand(regeling.soort, *bedrag);
            aangepast = hand(uitkomst.met_baan).bedrag;
            if kan_betalen(regeling.soort, banen.nu, false) {
                uitkomst.nu = hand(uitkomst.nu);
            }
            if kan_betalen(regeling.soort, banen.met_baan, true) {
                uitkomst.met_baan = hand(uitkomst.met_baan);
            }
        }
        GemeenteRegeling { regeling, uitkomst, aangepast, gezin, stand: Paar { nu, met_baan } }
    };
    bekend.iter().map(van).collect()
}

/// Whether a scheme could pay at all in a situation, whatever its conditions: money for work asks hours of work, and
/// the money on leaving bijstand comes with the job offered.
fn kan_betalen(soort: Soort, baan: Option<&Baan>, met_baan: bool) -> bool {
    let werkt = baan.is_some_and(Baan::heeft_uren);
    match soort {
        Soort::ToeslagPerJaar { .. } => true,
        Soort::EenmaligBijUitstroom { .. } => met_baan && werkt,
        _ => werkt,
    }
}

fn gezin(huis: &Huis) -> Gezin {
    let h = &huis.situatie.huishouden;
    let kinderen = h.geboren_kinderen(huis.situatie.peildatum).count();
    let personen = 1 + usize::from(h.partner.is_some()) + kinderen + h.inwonenden.len();
    Gezin {
        paar: h.partner.is_some(),
        kinderen: kinderen > 0,
        leeftijd: huis.leeftijd,
        personen: Persons(u32::try_from(personen).unwrap_or(u32::MAX)),
        norm: huis.norm.value,
    }
}

fn stand(huis: &Huis, baan: Option<&Baan>, uitkomst: &Uitkomst, uit_bijstand: bool) -> Stand {
    let baan = baan.filter(|baan| baan.heeft_uren());
    Stand {
        inkomen: inkomen(huis, uitkomst),
        bijstand: uitkomst.bijstand,
        netto_loon: uitkomst.loon.netto_loon,
        opvang: uitkomst.kinderopvang.rekening,
        eigen_deel: uitkomst.kinderopvang.eigen_deel,
        zonder_loon: baan.is_some_and(|baan| !baan.is_betaald()),
        uit_bijstand,
    }
}

/// Counted income with the bijstand: the norm, unless income is above it. Nothing is disregarded without bijstand.
fn inkomen(huis: &Huis, uitkomst: &Uitkomst) -> PerMonth {
    if uitkomst.bijstand.is_positive() {
        return huis.norm.value;
    }
    let h = &huis.situatie.huishouden;
    let (partner, claim_partner) = uitkomst.loon_partner.unwrap_or_default();
    let loon = uitkomst.loon.ink + uitkomst.claim + partner.ink + claim_partner;
    loon + h.alimentatie_kinderen + h.alimentatie_partner + uitkomst.lijnen.bedrag(Lijn::Iack)
}

impl Serialize for VanGemeente {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut gemeente = serializer.serialize_struct("VanGemeente", 3)?;
        gemeente.serialize_field("naam", self.naam)?;
        gemeente.serialize_field("regelingen", &self.regelingen)?;
        let jaar = self.besteedbaar_jaar.as_ref().map(MetVerschil);
        gemeente.serialize_field("besteedbaar_jaar_met_gemeente", &jaar)?;
        gemeente.end()
    }
}

struct MetVerschil<'a>(&'a Paar<PerYear>);

impl Serialize for MetVerschil<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut jaar = serializer.serialize_map(Some(3))?;
        jaar.serialize_entry("nu", &self.0.nu)?;
        jaar.serialize_entry("met_baan", &self.0.met_baan)?;
        jaar.serialize_entry("verschil", &(self.0.met_baan - self.0.nu))?;
        jaar.end()
    }
}

impl Serialize for GemeenteRegeling {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let regeling = self.regeling;
        let mut map = serializer.serialize_map(Some(11))?;
        map.serialize_entry("code", regeling.code)?;
        map.serialize_entry("naam", regeling.naam)?;
        map.serialize_entry("tekst", &self.tekst(Language::current()))?;
        map.serialize_entry("nu", &self.uitkomst.nu)?;
        map.serialize_entry("met_baan", &self.uitkomst.met_baan)?;
        map.serialize_entry("telt_mee", &self.telt_mee())?;
        map.serialize_entry("aangepast", &self.aangepast.is_some())?;
        map.serialize_entry("status", regeling.status.as_str())?;
        map.serialize_entry("artikel", regeling.article)?;
        map.serialize_entry("bron", regeling.source)?;
        map.serialize_entry("jaar", &regeling.jaar)?;
        map.end()
    }
}

impl Serialize for gemeente::Uitkomst {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut uitkomst = serializer.serialize_map(Some(3))?;
        uitkomst.serialize_entry("antwoord", self.antwoord.word())?;
        uitkomst.serialize_entry("bedrag", &self.bedrag.map(Bedrag::euro))?;
        uitkomst.serialize_entry("per", &self.bedrag.map(Bedrag::per))?;
        uitkomst.end()
    }
}
