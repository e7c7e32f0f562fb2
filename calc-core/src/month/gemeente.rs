//! What the municipality adds: beside the month, never in it.

use crate::engine::house::House;
use crate::engine::lines::Lijn;
use crate::engine::lines::Paar;
use crate::engine::outcome::Outcome;
use crate::engine::per_jaar::PerJaar;
use crate::money::{PerMonth, PerYear};
use crate::parameters::gemeenten::{Regeling, Soort, Status};
use crate::schemes::gemeente::{self, Bedrag, Gezin, Stand};
use crate::situatie::{Baan, BedragMetHand};
use crate::value::Persons;

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
    pub(crate) gezin: Gezin,
    pub(crate) stand: Paar<Stand>,
}

impl GemeenteRegeling {
    /// Whether the money is added when that is asked for: only what she receives, and what holds now or was typed in.
    pub fn telt_mee(&self) -> bool {
        let status = self.regeling.status;
        let zeker = status == Status::InForce || self.aangepast.is_some();
        #[cfg(feature = "scenario")]
        let zeker = zeker || status == Status::Scenario;
        self.regeling.soort.is_geld() && zeker
    }
}

pub(super) fn van_gemeente(house: &House, nu: &Outcome, met_baan: &Outcome) -> VanGemeente {
    let h = &house.situatie.huishouden;
    let regelingen = regelingen(house, nu, met_baan);
    let met = |jaar: &PerJaar, van: fn(&GemeenteRegeling) -> Option<Bedrag>| -> PerYear {
        let tellend = regelingen.iter().filter(|regeling| regeling.telt_mee());
        jaar.besteedbaar_jaar + tellend.filter_map(van).map(Bedrag::in_een_jaar).sum()
    };
    let besteedbaar_jaar = h.gemeente_meetellen.then(|| Paar {
        nu: met(&nu.per_jaar, |regeling| regeling.uitkomst.nu.bedrag),
        met_baan: met(&met_baan.per_jaar, |regeling| regeling.uitkomst.met_baan.bedrag),
    });
    VanGemeente { naam: h.gemeente.naam(), regelingen, besteedbaar_jaar }
}

fn regelingen(house: &House, nu: &Outcome, met_baan: &Outcome) -> Vec<GemeenteRegeling> {
    let situatie = house.situatie;
    let gezin = gezin(house);
    let uit_bijstand = nu.bijstand.value.is_positive() && met_baan.bijstand.value.is_zero();
    let banen = Paar { nu: situatie.baan_nu.as_ref(), met_baan: Some(&situatie.baan) };
    let nu = stand(house, banen.nu, nu, false);
    let met_baan = stand(house, banen.met_baan, met_baan, uit_bijstand);
    let versie = situatie.huishouden.gemeente.op(house.amounts.van);
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

fn gezin(house: &House) -> Gezin {
    let h = &house.situatie.huishouden;
    let kinderen = h.geboren_kinderen(house.day).count();
    let personen = 1 + usize::from(h.partner.is_some()) + kinderen + h.inwonenden.len();
    Gezin {
        paar: h.partner.is_some(),
        kinderen: kinderen > 0,
        leeftijd: house.leeftijd,
        personen: Persons(u32::try_from(personen).unwrap_or(u32::MAX)),
        norm: house.norm.value,
    }
}

fn stand(house: &House, baan: Option<&Baan>, o: &Outcome, uit_bijstand: bool) -> Stand {
    let baan = baan.filter(|baan| baan.heeft_uren());
    Stand {
        inkomen: inkomen(house, o),
        bijstand: o.bijstand.value,
        netto_loon: o.loon().netto_loon,
        opvang: o.kinderopvang.value.rekening,
        eigen_deel: o.kinderopvang.value.eigen_deel,
        zonder_loon: baan.is_some_and(|baan| !baan.is_betaald()),
        uit_bijstand,
    }
}

/// Counted income with the bijstand: the norm, unless income is above it. Nothing is disregarded without bijstand.
fn inkomen(house: &House, o: &Outcome) -> PerMonth {
    if o.bijstand.value.is_positive() {
        return house.norm.value;
    }
    let h = &house.situatie.huishouden;
    let (partner, claim_partner) = o.partner();
    let loon = o.loon().ink + o.middelen.claim.value + partner.ink + claim_partner;
    loon + h.alimentatie_kinderen + h.alimentatie_partner + o.lijnen.bedrag(Lijn::Iack)
}
