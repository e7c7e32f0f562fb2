//! Phases: a disregard ends, and what is left changes with it. Month by month only the disregard moves; every
//! amount and every other age stays that of the reference date.
//!
//! Law: art. 31(2)(n), (r), (y) Participatiewet until 31 December 2026, art. 34a from 1 January 2027
//! <https://wetten.overheid.nl/BWBR0015703>. What happens to a running n or r stands in art. 78ff(2)-(4), whose
//! text could not be read: a phase from 2027 shows both readings.

use jiff::civil::Date;

use super::huis::Huis;
use crate::dates::{age, months_later};
use crate::error::Error;
use crate::money::PerMonth;
use crate::schemes::bijstand::inkomensvrijlating::{Regel, Stand, regel_tot_2027};
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

/// What a disregard leads to: what is left, and whether there is bijstand.
#[derive(Clone, Copy)]
pub(crate) struct Gevolg {
    pub(crate) besteedbaar: PerMonth,
    pub(crate) bijstand: PerMonth,
}

impl Huis<'_> {
    /// The disregard that is tried on the reference date.
    pub(crate) fn regel_op_peildatum(&self) -> Regel {
        let bijstand = self.situatie.bijstand;
        let stand = self.stand(self.situatie.peildatum, bijstand.n_maanden, bijstand.r_maanden);
        regel_tot_2027(stand, self.bedragen.vrijlating.tot_2027)
    }

    fn stand(&self, day: Date, n_maanden: u32, r_maanden: u32) -> Stand {
        let h = &self.situatie.huishouden;
        let jonger_dan = self.bedragen.vrijlating.tot_2027.r_kind_jonger_dan.value;
        let jong_kind = h
            .geboren_kinderen(self.situatie.peildatum)
            .any(|kind| age(kind.geboren, day) < jonger_dan);
        Stand {
            leeftijd: age(h.geboren, day),
            medische_urenbeperking: h.medische_urenbeperking,
            alleenstaand_met_jong_kind: self.alleenstaande_ouder() && jong_kind,
            n_maanden,
            r_maanden,
        }
    }

    /// The phases of this job. `gevolg` computes the month under a rule; `heeft_loon`: whether there is wage and
    /// bijstand at all.
    pub(crate) fn fasen(
        &self,
        baan: Option<&Baan>,
        heeft_loon: bool,
        nu: PerMonth,
        mut gevolg: impl FnMut(Regel) -> Result<Gevolg, Error>,
    ) -> Result<Vec<Fase>, Error> {
        let fase = |regel: &'static str, gevolg: Gevolg, tot_maand| Fase {
            regel,
            van_maand: 1,
            tot_maand,
            besteedbaar: gevolg.besteedbaar,
            verschil: gevolg.besteedbaar - nu,
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
            Some(SoortBaan::Dienstverband) if heeft_loon => {}
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
                verschil: gevolg.besteedbaar - nu,
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
    let amounts = |fase: &Fase| (fase.regel, fase.besteedbaar, fase.verschil, fase.alternatief);
    amounts(een) == amounts(ander)
}

/// The months of disregard used so far.
struct Teller {
    n_maanden: u32,
    r_maanden: u32,
    r_loopt: bool,
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
        let bijstand = huis.situatie.bijstand;
        Self {
            n_maanden: bijstand.n_maanden,
            r_maanden: bijstand.r_maanden,
            r_loopt: bijstand.r_maanden > 0,
        }
    }

    fn maand(
        &mut self,
        huis: &Huis,
        day: Date,
        gevolg: &mut impl FnMut(Regel) -> Result<Gevolg, Error>,
    ) -> Result<Stap, Error> {
        let p = huis.bedragen.vrijlating;
        let stand = huis.stand(day, self.n_maanden, self.r_maanden);
        let oud = regel_tot_2027(stand, p.tot_2027);
        let gevolg_oud = gevolg(oud)?;
        let oud_toegepast = toegepast(oud, gevolg_oud);
        self.tel(oud_toegepast);

        if day < p.vanaf_2027.valid_from {
            return Ok(Stap {
                regel: oud_toegepast,
                gevolg: gevolg_oud,
                alternatief: None,
                is_laatste: false,
            });
        }
        let voorbij = months_later(p.vanaf_2027.valid_from, p.vanaf_2027.maanden.value.0)
            .is_some_and(|einde| day >= einde);
        let loopt = !voorbij || stand.medische_urenbeperking;
        let nieuw = if loopt { Regel::Vanaf2027 } else { Regel::Geen };
        let gevolg_nieuw = gevolg(nieuw)?;
        let alternatief =
            matches!(oud_toegepast, Regel::N | Regel::R).then_some((oud_toegepast, gevolg_oud));
        let oud_genoeg = stand.leeftijd >= p.tot_2027.vanaf_leeftijd.value;
        // From here every month is as this one: without the other reading n and r are used up, or pay nothing.
        let is_laatste = voorbij && alternatief.is_none() && oud_genoeg;
        Ok(Stap {
            regel: toegepast(nieuw, gevolg_nieuw),
            gevolg: gevolg_nieuw,
            alternatief,
            is_laatste,
        })
    }

    /// A month of n is used only with bijstand; r, once begun, runs on.
    fn tel(&mut self, toegepast: Regel) {
        if toegepast == Regel::N {
            self.n_maanden += 1;
        }
        self.r_loopt |= toegepast == Regel::R;
        if self.r_loopt {
            self.r_maanden += 1;
        }
    }
}

/// A month without bijstand has no disregard.
fn toegepast(regel: Regel, gevolg: Gevolg) -> Regel {
    if gevolg.bijstand.is_zero() { Regel::Geen } else { regel }
}
