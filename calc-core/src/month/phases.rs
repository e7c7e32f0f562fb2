//! Phases: a disregard ends, and what is left changes with it. Month by month only the disregard moves; every
//! amount and every other age stays that of the reference date.
//!
//! Law: art. 31(2)(n), (r), (y) Participatiewet until 31 December 2026, art. 34a from 1 January 2027
//! <https://wetten.overheid.nl/BWBR0015703>. What happens to a running n or r stands in art. 78ff(2)-(4), whose
//! text could not be read: a phase from 2027 shows both readings to who had begun one of them.

use crate::dates::months_later;
use crate::engine::disregard::{Counter, Effect};
use crate::engine::house::House;
use crate::engine::order::{Werk, kan_vrijlaten, situation_of};
#[cfg(feature = "schulden")]
use crate::engine::schulden::VanMaand;
use crate::error::Error;
use crate::explain::Explain;
use crate::money::{PerMonth, PerYear};
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::situatie::SoortBaan;

/// A trial placement lasts two months, unless it is extended (art. 8a(2)(d) Participatiewet).
const MAANDEN_PROEFPLAATSING: u32 = 2;
/// Far enough for someone of 18 to turn 27 and use up every disregard after that.
const LAATSTE_MAAND: u32 = 170;

/// Months in which one rule holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fase {
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// The first month, counted from 1.
    pub van_maand: u32,
    /// The last month; `None` without end.
    pub tot_maand: Option<u32>,
    /// What is left.
    pub besteedbaar: PerMonth,
    /// That minus what is left now.
    pub verschil: PerMonth,
    /// The year if the phase lasted one, minus the year now: what comes once a year counts too.
    pub verschil_jaar: PerYear,
    /// What creditors take in it, when they do.
    #[cfg(feature = "schulden")]
    pub schulden: Option<VanMaand>,
    /// From 2027: the same months if the old rule ran on.
    pub alternatief: Option<Alternatief>,
}

/// The other reading of a phase from 2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternatief {
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// What is left.
    pub besteedbaar: PerMonth,
    /// That minus what is left now.
    pub verschil: PerMonth,
}

/// What is known before the phases are counted: what is left now, and with the job under the rule of the first month.
pub(super) struct Known {
    pub(super) regel: Regel,
    pub(super) nu: Effect,
    pub(super) met_baan: Effect,
}

/// The phases of the job offered; a rule met before is not computed again.
pub(super) fn of(
    house: &House,
    werk: &Werk,
    opvang: &[KindMetOpvang],
    Known { regel, nu, met_baan }: Known,
) -> Result<Vec<Fase>, Error> {
    let baan = &house.situatie.baan;
    let mut known = vec![(regel, met_baan)];
    let mut effect = |regel| {
        if let Some((_, effect)) = known.iter().find(|(before, _)| *before == regel) {
            return Ok(*effect);
        }
        let outcome = situation_of(house, werk, opvang, regel, Explain::No)?;
        let effect = Effect::met_baan(house, &outcome)?;
        known.push((regel, effect));
        Ok(effect)
    };
    match baan.heeft_uren().then_some(baan.soort) {
        Some(SoortBaan::Proefplaatsing) => {
            let effect = effect(Regel::Geen)?;
            Ok(vec![fase("proefplaatsing", effect, nu, 1, Some(MAANDEN_PROEFPLAATSING))])
        }
        Some(SoortBaan::Traject) => Ok(vec![fase("traject", effect(Regel::Geen)?, nu, 1, None)]),
        Some(SoortBaan::Dienstverband) if kan_vrijlaten(house, werk.loon()) => {
            counted(house, nu, &mut effect)
        }
        _ => Ok(vec![fase(Regel::Geen.word(), effect(Regel::Geen)?, nu, 1, None)]),
    }
}

/// Month by month until nothing can change any more; months that are the same in a row are one phase.
fn counted(
    house: &House,
    nu: Effect,
    effect: &mut impl FnMut(Regel) -> Result<Effect, Error>,
) -> Result<Vec<Fase>, Error> {
    let mut fasen: Vec<Fase> = Vec::new();
    let mut counter = Counter::new(house);
    for maand in 1..=LAATSTE_MAAND {
        let Some(day) = months_later(house.day, maand - 1) else {
            break;
        };
        let month = counter.month(house, day, effect)?;
        let alternatief = month.alternatief.map(|(regel, effect)| Alternatief {
            regel: regel.word(),
            besteedbaar: effect.besteedbaar,
            verschil: effect.besteedbaar - nu.besteedbaar,
        });
        let fase = fase(month.regel.word(), month.effect, nu, maand, Some(maand));
        let next = Fase { alternatief, ..fase };
        match fasen.last_mut() {
            Some(last) if is_same(last, &next) => last.tot_maand = Some(maand),
            _ => fasen.push(next),
        }
        if month.is_last {
            break;
        }
    }
    if let Some(last) = fasen.last_mut() {
        last.tot_maand = None;
    }
    Ok(fasen)
}

fn fase(
    regel: &'static str,
    effect: Effect,
    nu: Effect,
    van_maand: u32,
    tot_maand: Option<u32>,
) -> Fase {
    Fase {
        regel,
        van_maand,
        tot_maand,
        besteedbaar: effect.besteedbaar,
        verschil: effect.besteedbaar - nu.besteedbaar,
        verschil_jaar: effect.besteedbaar_jaar - nu.besteedbaar_jaar,
        #[cfg(feature = "schulden")]
        schulden: effect.schulden,
        alternatief: None,
    }
}

/// Neighbouring phases equal in all but the months are one.
fn is_same(one: &Fase, other: &Fase) -> bool {
    Fase { van_maand: other.van_maand, tot_maand: other.tot_maand, ..*one } == *other
}
