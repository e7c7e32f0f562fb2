//! Thirteen months of her bank account: what comes when, what is really hers, what may have to be paid back, and what
//! twelve months bring compared with never having started.
//!
//! The order of computation stands in `order.rs`: the household of every month; three paths
//! (never started, what can be reported, what happens) with bijstand by right, monthly IACK and two years each; the
//! estimates that allowances are advanced on; what is paid of bijstand; the account; what is hers; the comparison.

mod assemble;
mod blokken;
mod explanations;
mod huizen;
mod iack;
mod jaar;
mod kant;
mod meldingen;
#[cfg(feature = "weekplan")]
mod naar_school;
mod order;
mod recht;
mod redenen;
mod result;
mod schulden;
mod stromen;
mod te_doen;
mod tijd;
mod toeslagen;
mod uren;
mod vakantiegeld;
mod vergelijk;
mod verloop;
mod verrekening;
mod werk;

pub use explanations::{UitlegJaar, UitlegMaand};
pub use meldingen::Bericht;
pub use redenen::Reden;
pub use result::{
    Alternatief, Bijstand, Blok, Calendar, Jaar, Later, LaterCode, Maand, Nooit, Samenvatting,
    Toeslagjaar, VanSchulden, Waarde, WatAls, Werk,
};
pub use stromen::{Code, Laagste, Stroom};
pub use te_doen::TeDoen;
pub(crate) use tijd::eerste_dag_van;
pub use toeslagen::Soort;
pub use uren::{HoursOver, Punt, Zone, hours_over};
pub use vergelijk::{Oorzaak, Terug};

use self::huizen::{huizen, situaties};
use self::order::Gedeeld;
use self::tijd::{Tijd, eerste_dag};
use self::verloop::Kern;
use crate::error::Error;
use crate::explain::Explain;
use crate::situatie::Situatie;

/// The calendar of a situation.
pub fn calendar_of(situatie: &Situatie, explain: Explain) -> Result<Calendar, Error> {
    let tijd = Tijd::vanaf(eerste_dag(situatie));
    let situaties = situaties(situatie, tijd)?;
    let huizen = huizen(situatie, &situaties, tijd, explain)?;
    let gedeeld =
        Gedeeld::of(Kern { situatie, tijd, huizen: &huizen, andere_zorg: None, explain })?;
    assemble::of(&gedeeld)
}
