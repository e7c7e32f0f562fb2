//! Phases: a disregard ends, and what is left changes with it. Month by month only the disregard moves; every
//! amount and every other age stays that of the reference date.
//!
//! Law: art. 31(2)(n), (r), (y) Participatiewet until 31 December 2026, art. 34a from 1 January 2027
//! <https://wetten.overheid.nl/BWBR0015703>. What happens to a running n or r stands in art. 78ff(2)-(4), whose
//! text could not be read: a phase from 2027 shows both readings to who had begun one of them.

use jiff::civil::Date;

use super::huis::Huis;
use super::per_jaar::PerJaar;
use super::situatie::Uitkomst;
use crate::dates::{age, months_later};
use crate::error::Error;
use crate::money::{PerMonth, PerYear};
use crate::schemes::bijstand::inkomensvrijlating::{
    Gebruikt, Regel, Stand, regel, regel_tot_2027, regel_vanaf_2027,
};
use crate::situatie::{Baan, SoortBaan};

/// A trial placement lasts two months, unless it is extended (art. 8a(2)(d) Participatiewet).
const MAANDEN_PROEFPLAATSING: u32 = 2;
/// Far enough for someone of 18 to turn 27 and use up every disregard after that.
const LAATSTE_MAAND: u32 = 170;

/// Months in which one rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
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
    /// From 2027: the same months if the old rule ran on.
    pub alternatief: Option<Alternatief>,
}

/// The other reading of a phase from 2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Alternatief {
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// What is left.
    pub besteedbaar: PerMonth,
    /// That minus what is left now.
    pub verschil: PerMonth,
}

/// What a situation comes to: what is left in the month and in the year, and whether there is bijstand.
#[derive(Clone, Copy)]
pub(crate) struct Gevolg {
    besteedbaar: PerMonth,
    besteedbaar_jaar: PerYear,
    bijstand: PerMonth,
}

impl Gevolg {
    pub(crate) fn van(uitkomst: &Uitkomst) -> Self {
        Self {
            besteedbaar: uitkomst.lijnen.besteedbaar(),
            besteedbaar_jaar: PerJaar::van(uitkomst).besteedbaar_jaar,
            bijstand: uitkomst.bijstand,
        }
    }
}

impl Huis<'_> {
    /// The disregard that is tried on the reference date.
    pub(crate) fn regel_op_peildatum(&self) -> Regel {
        let gebruikt = self.situatie.bijstand.gebruikt;
        regel(self.stand(self.situatie.peildatum, gebruikt), self.bedragen.vrijlating)
    }

    fn stand(&self, day: Date, gebruikt: Gebruikt) -> Stand {
        let h = &self.situatie.huishouden;
        let jonger_dan = self.bedragen.vrijlating.tot_2027.r_kind_jonger_dan.value;
        let jong_kind = h
            .geboren_kinderen(self.situatie.peildatum)
            .any(|kind| age(kind.geboren, day) < jonger_dan);
        Stand {
            day,
            leeftijd: age(h.geboren, day),
            medische_urenbeperking: h.medische_urenbeperking,
            alleenstaand_met_jong_kind: self.alleenstaande_ouder() && jong_kind,
            gebruikt,
        }
    }

    /// The phases of this job. `gevolg` computes the month under a rule; `kan_vrijlaten`: whether there is anything a
    /// disregard could change.
    pub(crate) fn fasen(
        &self,
        baan: Option<&Baan>,
        kan_vrijlaten: bool,
        nu: Gevolg,
        mut gevolg: impl FnMut(Regel) -> Result<Gevolg, Error>,
    ) -> Result<Vec<Fase>, Error> {
        let fase = |regel: &'static str, gevolg: Gevolg, tot_maand| Fase {
            regel,
            van_maand: 1,
            tot_maand,
            besteedbaar: gevolg.besteedbaar,
            verschil: gevolg.besteedbaar - nu.besteedbaar,
            verschil_jaar: gevolg.besteedbaar_jaar - nu.besteedbaar_jaar,
            alternatief: None,
        };
        match baan.map(|baan| baan.soort) {
            Some(SoortBaan::Proefplaatsing) => {
                return Ok(vec![fase(
                    "proefplaatsing",
                    gevolg(Regel::Geen)?,
                    Some(MAANDEN_PROEFPLAATSING),
                )]);
            }
            Some(SoortBaan::Traject) => {
                return Ok(vec![fase("traject", gevolg(Regel::Geen)?, None)]);
            }
            Some(SoortBaan::Dienstverband) if kan_vrijlaten => {}
            _ => return Ok(vec![fase(Regel::Geen.word(), gevolg(Regel::Geen)?, None)]),
        }
        let mut fasen: Vec<Fase> = Vec::new();
        let mut teller = Teller::nieuw(self);
        for maand in 1..=LAATSTE_MAAND {
            let Some(day) = months_later(self.situatie.peildatum, maand - 1) else {
                break;
            };
            let stap = teller.maand(self, day, &mut gevolg)?;
            let alternatief = stap.alternatief.map(|(regel, gevolg)| Alternatief {
                regel: regel.word(),
                besteedbaar: gevolg.besteedbaar,
                verschil: gevolg.besteedbaar - nu.besteedbaar,
            });
            let volgende = Fase {
                van_maand: maand,
                alternatief,
                ..fase(stap.regel.word(), stap.gevolg, Some(maand))
            };
            match fasen.last_mut() {
                Some(vorige) if zelfde(vorige, &volgende) => vorige.tot_maand = Some(maand),
                _ => fasen.push(volgende),
            }
            if stap.is_laatste {
                break;
            }
        }
        if let Some(laatste) = fasen.last_mut() {
            laatste.tot_maand = None;
        }
        Ok(fasen)
    }
}

/// Neighbouring phases equal in all but the months are one.
fn zelfde(een: &Fase, ander: &Fase) -> bool {
    Fase { van_maand: ander.van_maand, tot_maand: ander.tot_maand, ..*een } == *ander
}

/// The months of disregard used so far.
struct Teller {
    gebruikt: Gebruikt,
    r_loopt: bool,
    art_34a_loopt: bool,
}

/// One month of the phases.
struct Stap {
    regel: Regel,
    gevolg: Gevolg,
    alternatief: Option<(Regel, Gevolg)>,
    /// Nothing can change any more.
    is_laatste: bool,
}

impl Teller {
    fn nieuw(huis: &Huis) -> Self {
        let gebruikt = huis.situatie.bijstand.gebruikt;
        Self { gebruikt, r_loopt: gebruikt.r > 0, art_34a_loopt: gebruikt.art_34a > 0 }
    }

    fn maand(
        &mut self,
        huis: &Huis,
        day: Date,
        gevolg: &mut impl FnMut(Regel) -> Result<Gevolg, Error>,
    ) -> Result<Stap, Error> {
        let stand = huis.stand(day, self.gebruikt);
        if huis.bedragen.vrijlating.is_vanaf_2027(day) {
            self.vanaf_2027(huis, stand, gevolg)
        } else {
            let (regel, gevolg) = self.oud(huis, stand, gevolg)?;
            Ok(Stap { regel, gevolg, alternatief: None, is_laatste: false })
        }
    }

    fn vanaf_2027(
        &mut self,
        huis: &Huis,
        stand: Stand,
        gevolg: &mut impl FnMut(Regel) -> Result<Gevolg, Error>,
    ) -> Result<Stap, Error> {
        let p = huis.bedragen.vrijlating;
        let nieuw = regel_vanaf_2027(stand, p.vanaf_2027);
        let gevolg_nieuw = gevolg(nieuw)?;
        let regel = toegepast(nieuw, gevolg_nieuw);
        // Once begun it runs on without a break.
        self.art_34a_loopt |= regel == Regel::Vanaf2027;
        self.gebruikt.art_34a += u32::from(self.art_34a_loopt);
        // Only a rule that had begun before could run on.
        let oud_begonnen = stand.gebruikt.n > 0 || stand.gebruikt.r > 0;
        let oud = if oud_begonnen { Some(self.oud(huis, stand, gevolg)?) } else { None };
        let alternatief = oud.filter(|(regel, _)| matches!(regel, Regel::N | Regel::R));
        // From here every month is as this one: the new rule is over, has no end or leaves no bijstand, and without the
        // other reading n and r are used up, or pay nothing.
        let oud_genoeg = stand.leeftijd >= p.tot_2027.vanaf_leeftijd.value;
        let nieuw_vast = regel == Regel::Geen || stand.medische_urenbeperking;
        let oud_vast = alternatief.is_none() && (oud_genoeg || !oud_begonnen);
        Ok(Stap { regel, gevolg: gevolg_nieuw, alternatief, is_laatste: nieuw_vast && oud_vast })
    }

    /// A month under the law until 31 December 2026: one of n is used only with bijstand; r, once begun, runs on.
    fn oud(
        &mut self,
        huis: &Huis,
        stand: Stand,
        gevolg: &mut impl FnMut(Regel) -> Result<Gevolg, Error>,
    ) -> Result<(Regel, Gevolg), Error> {
        let regel = regel_tot_2027(stand, huis.bedragen.vrijlating.tot_2027);
        let gevolg = gevolg(regel)?;
        let regel = toegepast(regel, gevolg);
        self.gebruikt.n += u32::from(regel == Regel::N);
        self.r_loopt |= regel == Regel::R;
        self.gebruikt.r += u32::from(self.r_loopt);
        Ok((regel, gevolg))
    }
}

/// A month without bijstand has no disregard.
fn toegepast(regel: Regel, gevolg: Gevolg) -> Regel {
    if gevolg.bijstand.is_zero() { Regel::Geen } else { regel }
}
