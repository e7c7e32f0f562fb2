//! The steady month: what is left now, what would be left with the job, and the difference, each as if it
//! lasted the whole year under the rules of the reference date.
//!
//! The order of computation of one situation stands in `situatie.rs`.

mod fasen;
mod gemeente;
mod huis;
mod jaar;
mod lijnen;
mod meldingen;
mod minimumloon;
mod per_jaar;
mod situatie;
mod stappen;
mod te_doen;
mod uitleg;
mod uitvoer;

pub use fasen::{Alternatief, Fase};
pub use gemeente::{GemeenteRegeling, VanGemeente};
pub use lijnen::{Lijn, Lijnen};
pub use per_jaar::PerJaar;
pub use stappen::{Stap, stappen};
pub use te_doen::{Bij, Soort, TeDoen};
pub use uitvoer::{Month, Paar, Reden, Tussen, TussenPartner, Uitleg};

pub(crate) use fasen::Gevolg;
pub(crate) use huis::Huis;
pub(crate) use minimumloon::voor_leeftijd as minimumloon_voor_leeftijd;
pub(crate) use situatie::Uitkomst;

use rust_decimal::Decimal;

use crate::dates::age;
use crate::error::Error;
use crate::explain::Explain;
use crate::money::{HoursPerWeek, PerHour, PerMonth, Rounding};
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::schemes::loon::maandloon;
use crate::situatie::{Baan, LoonAfspraak, Situatie};

/// A hundred euros gross by the month: our own yardstick for what more wage brings, not an amount of law.
const VOLGENDE: Decimal = Decimal::ONE_HUNDRED;

const PER_UUR: Rounding = Rounding::to_cents("vergelijking per gewerkt uur: op centen");

/// The steady month of a situation given as JSON (the contract's `situatie`).
pub fn month(situatie: &str, explain: Explain) -> Result<Month, Error> {
    month_of(&Situatie::from_json(situatie)?, explain)
}

/// The steady month of a situation that was read before.
pub fn month_of(situatie: &Situatie, explain: Explain) -> Result<Month, Error> {
    let huis = Huis::op_peildatum(situatie, explain)?;
    let opvang = huis.opvang();
    let regel = huis.regel_op_peildatum();
    let nu = huis.situatie_met(situatie.baan_nu.as_ref(), &opvang, regel)?;
    let met_baan = huis.situatie_met(Some(&situatie.baan), &opvang, regel)?;
    // What is computed beside the two is not explained.
    let stil = match explain {
        Explain::Yes => Some(Huis::op_peildatum(situatie, Explain::No)?),
        Explain::No => None,
    };
    let stil = stil.as_ref().unwrap_or(&huis);
    let fasen = fasen(stil, &opvang, regel, &nu, &met_baan)?;
    let volgende_100 = volgende_100(stil, &opvang, regel, &met_baan)?;
    Ok(uitvoer::maak(&huis, &nu, &met_baan, fasen, volgende_100))
}

/// What she keeps of the next [`VOLGENDE`] gross by the month: what is left with the job at that wage, less what is
/// left with it now; same hours, same childcare, same disregard. `None` without wage.
fn volgende_100(
    huis: &Huis,
    opvang: &[KindMetOpvang],
    regel: Regel,
    met_baan: &Uitkomst,
) -> Result<Option<PerMonth>, Error> {
    if !met_baan.loon.bruto.is_positive() {
        return Ok(None);
    }
    let baan = huis.situatie.baan;
    let loon = maandloon(baan.loon, baan.uren_per_week) + PerMonth::new(VOLGENDE);
    let meer = Baan { loon: LoonAfspraak::PerMaand(loon), ..baan };
    let meer = huis.situatie_met(Some(&meer), opvang, regel)?;
    Ok(Some(meer.lijnen.besteedbaar() - met_baan.lijnen.besteedbaar()))
}

/// The phases of the job offered; a rule met before is not computed again.
fn fasen(
    huis: &Huis,
    opvang: &[KindMetOpvang],
    regel: Regel,
    nu: &Uitkomst,
    met_baan: &Uitkomst,
) -> Result<Vec<Fase>, Error> {
    let baan = &huis.situatie.baan;
    let mut bekend = vec![(regel, Gevolg::van(met_baan))];
    let heeft_uren = baan.heeft_uren().then_some(baan);
    let kan_vrijlaten = huis.kan_vrijlaten(&met_baan.loon);
    huis.fasen(heeft_uren, kan_vrijlaten, Gevolg::van(nu), |regel| {
        if let Some((_, gevolg)) = bekend.iter().find(|(eerder, _)| *eerder == regel) {
            return Ok(*gevolg);
        }
        let gevolg = Gevolg::van(&huis.situatie_met(Some(baan), opvang, regel)?);
        bekend.push((regel, gevolg));
        Ok(gevolg)
    })
}

impl Huis<'_> {
    /// The born children with their contracts.
    pub(crate) fn opvang(&self) -> Vec<KindMetOpvang> {
        let day = self.situatie.peildatum;
        self.situatie
            .huishouden
            .geboren_kinderen(day)
            .map(|kind| KindMetOpvang {
                leeftijd: age(kind.geboren, day),
                opvang: kind.opvang.clone(),
            })
            .collect()
    }
}

/// The difference spread over the hours of the job, or over the hours it adds to a paid job she has.
pub(crate) fn per_gewerkt_uur(situatie: &Situatie, verschil: PerMonth) -> Option<PerHour> {
    let betaalde_uren = |baan: &Baan| {
        let betaald = baan.is_betaald() && maandloon(baan.loon, baan.uren_per_week).is_positive();
        if betaald { baan.uren_per_week } else { HoursPerWeek::ZERO }
    };
    let uren_nu = situatie.baan_nu.as_ref().map_or(HoursPerWeek::ZERO, betaalde_uren);
    let extra_uren = situatie.baan.uren_per_week - uren_nu;
    if !extra_uren.is_positive() {
        return None;
    }
    extra_uren.spread(verschil.per_year()).map(|per_uur| per_uur.rounded(PER_UUR))
}
