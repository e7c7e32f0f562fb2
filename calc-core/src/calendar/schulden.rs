//! What creditors take of a path: of every month, and of holiday pay and the holiday part of the bijstand when they are
//! paid. A bailiff learns of a new job later: two months go as if she had not started.
//!
//! Law: art. 475a-475e Rv <https://wetten.overheid.nl/BWBR0001827>; of holiday pay what exceeds the free amount of the months
//! in which it was built up (HR 24 October 2014, ECLI:NL:HR:2014:3068).

use super::stromen::{Code, GETOOND};
use super::tijd::{K, LAATSTE, Reeks};
use super::verloop::{Kern, Verloop};
use crate::engine::schulden::{leefsituatie, worden_berekend};
use crate::error::Error;
use crate::explain::{Explain, Explained};
use crate::money::{Euro, PerMonth, Rounding};
use crate::schemes::beslagvrije_voet::{
    Inkomen, Params, beslagvrije_voet, naar_schuldeisers, vrij,
};

const OP_CENTEN: Rounding = Rounding::to_cents("bedrag op een rekening: op hele centen");
/// The first month in which a bailiff knows of the new job.
const BEKEND: K = 2;
/// Holiday pay is that of the last year at most.
const MAANDEN_VAKANTIEGELD: K = 12;

/// What creditors take in one month.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beslag {
    /// Of what comes in by the month.
    pub(crate) maand: PerMonth,
    /// Of holiday pay.
    pub(crate) vakantiegeld: Euro,
    /// Of the holiday part of the bijstand.
    pub(crate) vakantiedeel: Euro,
    /// What she has of the month with its part of holiday pay, less what is free of it; below nil there is room.
    boven_vrij: PerMonth,
}

impl Beslag {
    /// All of it.
    pub(crate) fn samen(&self) -> Euro {
        self.maand.once() + self.vakantiegeld + self.vakantiedeel
    }
}

/// What is taken of a path, from its first month to the last that is computed; `None` without debts, and with a partner.
/// `nooit` is what is taken of who never started, for a path with the new job.
pub(crate) fn beslag(
    kern: Kern,
    verloop: &Verloop,
    vakantiedeel: &Reeks<PerMonth>,
    nooit: Option<&Reeks<Beslag>>,
) -> Result<Option<Reeks<Beslag>>, Error> {
    if !worden_berekend(&kern.huizen[0].house) {
        return Ok(None);
    }
    let bekend = |k: K| nooit.filter(|_| k < BEKEND);
    let mut alle = Reeks::probeer(kern.tijd.alle(), |k| match bekend(k) {
        Some(nooit) => {
            Ok(Beslag { vakantiegeld: Euro::ZERO, vakantiedeel: Euro::ZERO, ..nooit[k] })
        }
        None => in_maand(kern, verloop, k, nooit.is_some()),
    })?;
    let netto = |k: K| verloop.vakantiegeld.zij[k].netto();
    let deel = |k: K| vakantiedeel[k].once().rounded(OP_CENTEN);
    let dagen = kern.situatie.kalender.betaaldagen;
    for k in GETOOND {
        // On one day the bijstand first: creditors turn to it first (art. 475c(2) Rv).
        let mut soorten = [Soort::Vakantiedeel, Soort::Vakantiegeld];
        if dagen.loon < dagen.bijstand {
            soorten.reverse();
        }
        for soort in soorten {
            match soort {
                Soort::Vakantiegeld => alle[k].vakantiegeld = van_betaling(kern, &alle, k, netto),
                Soort::Vakantiedeel => alle[k].vakantiedeel = van_betaling(kern, &alle, k, deel),
            }
        }
    }
    Ok(Some(alle))
}

#[derive(Clone, Copy)]
enum Soort {
    Vakantiegeld,
    Vakantiedeel,
}

/// The month by itself.
fn in_maand(kern: Kern, verloop: &Verloop, k: K, nieuw: bool) -> Result<Beslag, Error> {
    let (maand, boven_vrij) = van_maand(kern, verloop, k, nieuw, Explain::No)?;
    Ok(Beslag { maand: maand.value, boven_vrij, ..Beslag::default() })
}

/// How what creditors take of a month came about, on the path whose income they know.
pub(crate) fn uitleg(
    kern: Kern,
    nooit: &Verloop,
    verloop: &Verloop,
    k: K,
) -> Result<Explained<PerMonth>, Error> {
    let nieuw = k >= BEKEND;
    let bekend = if nieuw { verloop } else { nooit };
    Ok(van_maand(kern, bekend, k, nieuw, Explain::Yes)?.0)
}

/// What goes of a month, with the income of its year on this path, and what she has above what is free.
fn van_maand(
    kern: Kern,
    verloop: &Verloop,
    k: K,
    nieuw: bool,
    explain: Explain,
) -> Result<(Explained<PerMonth>, PerMonth), Error> {
    let house = &kern.huizen[k].house;
    let (recht, werk) = (&verloop.recht[k], &verloop.werk[k]);
    let h = &kern.situatie.huishouden;
    let inkomen = Inkomen {
        ink: recht.ink,
        vakantiegeld: werk.vakantiegeld - werk.vakantiegeld * werk.tarief(),
        bijstand: recht.bijstand,
        uitbetaald: recht.uitbetaald,
        iack: recht.iack,
        alimentatie: h.alimentatie_kinderen + h.alimentatie_partner,
        norm: recht.norm,
    };
    let p = Params::op(house.situatie.book, house.amounts.van)?;
    let schulden = kern.situatie.schulden;
    // When the job has ended, so has what her letter says of it.
    let met_baan = nieuw && werk.is_baan();
    let opgegeven = if met_baan { schulden.vrij_met_baan } else { schulden.vrij_nu };
    let jaar = verloop.jaar(kern.tijd.jaar(k)).toetsingsinkomen;
    let voet = beslagvrije_voet(jaar, leefsituatie(house), p, explain);
    let vrij = vrij(inkomen, &voet, opgegeven, p.voet, explain);
    let boven_vrij = inkomen.met_vakantiegeld() - vrij.value.bedrag;
    Ok((naar_schuldeisers(inkomen, &vrij, explain), boven_vrij))
}

/// Of what is paid once: as much as the months since the last such payment, a year at most, had above what is free and
/// creditors have not had yet. Months before the first that is known are taken as that one.
fn van_betaling(kern: Kern, alle: &Reeks<Beslag>, k: K, betaling: impl Fn(K) -> Euro) -> Euro {
    let betaald = betaling(k);
    if !betaald.is_positive() {
        return Euro::ZERO;
    }
    let eerste = *kern.tijd.alle().start();
    let vorige = (eerste..k).rev().find(|eerder| betaling(*eerder).is_positive());
    let van = (k - MAANDEN_VAKANTIEGELD).max(vorige.unwrap_or(k - MAANDEN_VAKANTIEGELD)) + 1;
    let boven = |maand: K| {
        let beslag = &alle[maand.max(eerste)];
        let al = if maand < eerste { beslag.maand.once() } else { beslag.samen() };
        beslag.boven_vrij.once() - al
    };
    let boven: Euro = (van..=k).map(boven).sum();
    betaald.min(boven.at_least_zero()).rounded(OP_CENTEN)
}

/// What goes to creditors in the first twelve months.
pub(crate) fn in_twaalf_maanden(beslag: &Reeks<Beslag>) -> Euro {
    (1..=LAATSTE).map(|k| beslag[k].samen()).sum()
}

/// How it leaves the account in a month: on the day of the bijstand at most what is paid then, the rest with the wage.
pub(crate) fn stromen(
    beslag: &Beslag,
    bijstand: PerMonth,
    dagen: (i8, i8),
) -> [(Code, i8, Euro); 4] {
    let (dag_bijstand, dag_loon) = dagen;
    let van_bijstand = beslag.maand.min(bijstand).at_least_zero();
    let rest = beslag.maand - van_bijstand;
    let code = Code::NaarSchuldeisers;
    [
        (code, dag_bijstand, -van_bijstand.once()),
        (code, dag_loon, -rest.once()),
        (code, dag_bijstand, -beslag.vakantiedeel),
        (code, dag_loon, -beslag.vakantiegeld),
    ]
}
