//! The steady month: what is left now, what would be left with the job, and the difference, each as if it
//! lasted the whole year under the rules of the reference date.
//!
//! The order of computation of one situation stands in `engine/order.rs`.

mod gemeente;
mod messages;
mod minimumloon;
mod phases;
mod result;
mod schulden;
mod schulden_messages;
mod steps;
mod to_do;
#[cfg(feature = "weekplan")]
mod weekplan;

pub use gemeente::{GemeenteRegeling, VanGemeente};
#[cfg(feature = "calendar")]
pub(crate) use messages::{Meldingen, standaardwaarde};
pub use phases::{Alternatief, Fase};
pub use result::{Month, Reden, Tussen, TussenPartner, Uitleg, VanSituatie};
pub use schulden::{Schulden, Uitleg as UitlegSchulden, VanMaand, VanSchulden};
pub use steps::{Stap, stappen};
pub use to_do::{Bij, Soort, TeDoen};
#[cfg(feature = "weekplan")]
pub use weekplan::Weekplan;
#[cfg(feature = "weekplan")]
pub(crate) use weekplan::{per_week, weekplan};

pub use crate::engine::lines::{Lijn, Lijnen, Paar};
pub use crate::engine::per_jaar::{JaarBedrag, PerJaar};

use rust_decimal::Decimal;

#[cfg(feature = "calendar")]
use self::messages::Facts;
use self::phases::Known;
#[cfg(feature = "weekplan")]
use crate::dates::is_born;
use crate::engine::disregard::{Effect, regel_op_dag};
use crate::engine::house::House;
use crate::engine::order::{Werk, situation, situation_of};
use crate::engine::outcome::Outcome;
use crate::error::Error;
use crate::explain::Explain;
use crate::money::PerMonth;
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::schemes::loon::maandloon;
use crate::situatie::{Baan, LoonAfspraak, Situatie};
#[cfg(feature = "weekplan")]
use crate::weekplan::{computed, uren_opvang};

/// A hundred euros gross by the month: our own yardstick for what more wage brings, not an amount of law.
const VOLGENDE: Decimal = Decimal::ONE_HUNDRED;

/// The steady month of a situation.
pub fn month_of(situatie: &Situatie, explain: Explain) -> Result<Month, Error> {
    let house = House::on(situatie, situatie.peildatum, explain)?;
    let mut opvang = house.opvang();
    if explain.records() {
        met_herkomst(&house, &mut opvang);
    }
    let opvang = opvang;
    let Beeld { regel, nu, met_baan, schulden, fasen } = Beeld::of(&house, &opvang, explain)?;
    let volgende_100 = volgende_100(&house, &opvang, regel, &met_baan)?;
    Ok(result::of(&house, &nu, &met_baan, result::Rest { fasen, volgende_100, schulden }, explain))
}

/// Both situations of a household on its day, under the disregard of that day, with what creditors take and the phases
/// of the job.
struct Beeld {
    regel: Regel,
    nu: Outcome,
    met_baan: Outcome,
    schulden: Option<Schulden>,
    fasen: Vec<Fase>,
}

impl Beeld {
    fn of(house: &House, opvang: &[KindMetOpvang], explain: Explain) -> Result<Self, Error> {
        let regel = regel_op_dag(house);
        let werk = Werk::of(house, Some(&house.situatie.baan), explain);
        let nu = situation(house, house.situatie.baan_nu.as_ref(), opvang, regel, explain)?;
        let met_baan = situation_of(house, &werk, opvang, regel, explain)?;
        let schulden = schulden::schulden(house, &nu, &met_baan, explain)?;
        let van_maand = schulden.as_ref().map(|schulden| schulden.met_baan.van_maand());
        let known = Known {
            regel,
            nu: Effect::of(&nu),
            met_baan: Effect::of(&met_baan).met_schulden(van_maand),
        };
        let fasen = phases::of(house, &werk, opvang, known)?;
        Ok(Self { regel, nu, met_baan, schulden, fasen })
    }
}

/// What the steady month of a household on any day says beside its amounts, and its phases.
#[cfg(feature = "calendar")]
pub(crate) fn meldingen_en_fasen(
    house: &House,
    opvang: &[KindMetOpvang],
) -> Result<(Meldingen, Vec<Fase>), Error> {
    let Beeld { nu, met_baan, schulden, fasen, .. } = Beeld::of(house, opvang, Explain::No)?;
    let facts = Facts {
        house,
        nu: &nu,
        met_baan: &met_baan,
        fasen: &fasen,
        schulden: schulden.as_ref(),
        #[cfg(feature = "weekplan")]
        weekplan: weekplan(house.situatie),
    };
    Ok((Meldingen::of(&facts), fasen))
}

/// Adds where hours of care come from that nobody typed.
#[cfg(feature = "weekplan")]
fn met_herkomst(house: &House, opvang: &mut [KindMetOpvang]) {
    let kinderen = house.situatie.huishouden.kinderen.iter().enumerate();
    let born = kinderen.filter(|(_, kind)| is_born(kind.geboren, house.day));
    let computed = computed(house.situatie);
    for ((at, kind), van) in born.zip(opvang) {
        let of = |contract: usize| {
            let found =
                computed.iter().find(|(kind, opvang, _)| (*kind, *opvang) == (at, contract));
            found.map(|(_, _, care)| uren_opvang(care, Explain::Yes))
        };
        van.uren_uit = (0..kind.opvang.len()).map(of).collect();
    }
}

/// Hours are as they were typed.
#[cfg(not(feature = "weekplan"))]
const fn met_herkomst(_: &House, _: &mut [KindMetOpvang]) {}

/// What she keeps of the next [`VOLGENDE`] gross by the month: what is left with the job at that wage, less what is
/// left with it now; same hours, same childcare, same disregard. `None` without wage.
fn volgende_100(
    house: &House,
    opvang: &[KindMetOpvang],
    regel: Regel,
    met_baan: &Outcome,
) -> Result<Option<PerMonth>, Error> {
    if !met_baan.loon().bruto.is_positive() {
        return Ok(None);
    }
    let baan = house.situatie.baan;
    let loon = maandloon(baan.loon, baan.uren_per_week) + PerMonth::new(VOLGENDE);
    let meer = Baan { loon: LoonAfspraak::PerMaand(loon), ..baan };
    let meer = situation(house, Some(&meer), opvang, regel, Explain::No)?;
    Ok(Some(meer.lijnen.besteedbaar() - met_baan.lijnen.besteedbaar()))
}
