//! Bijstand by right, month by month: the disregard that is tried, what is left of the norm, what is reserved for the
//! holiday part and when that is paid.
//!
//! Law: art. 19, 31, 34a, 45(1) Participatiewet <https://wetten.overheid.nl/BWBR0015703>.

use std::cell::RefCell;

use super::huizen::Huis;
use super::tijd::{K, Reeks, Tijd};
use super::werk::Werk;
use crate::engine::disregard::{is_met_pensioen, stand};
use crate::engine::order::middelen;
use crate::explain::Explain;
use crate::money::{PerMonth, Rounding};
use crate::schemes::bijstand::aanvulling;
use crate::schemes::bijstand::inkomensvrijlating::{Regel, regel_n_r_y};
use crate::situatie::{Gebruikt, Situatie};

const UITBETAALD: Rounding = Rounding::to_cents("art. 19(3) Participatiewet");
/// June to December: what was reserved before the January that a calendar begins with (art. 45(1) Participatiewet).
pub(super) const MAANDEN_VOOR_JANUARI: u32 = 7;
/// What is reserved is paid once a year, up to and including this month.
pub(super) const MEI: u32 = 5;
/// A period of art. 34a lasts a year (art. 34a(1) Participatiewet): this many months after its first.
const NA_EERSTE_MAAND_34A: K = 11;

/// Bijstand by right in one month.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the month")]
pub(crate) struct Recht {
    pub(crate) norm: PerMonth,
    /// Her wage as it counts, before the disregard.
    pub(crate) ink: PerMonth,
    /// The disregard that was tried.
    pub(crate) geprobeerd: Regel,
    /// Its amount.
    pub(crate) vrijlating: PerMonth,
    /// The claim to holiday pay.
    pub(crate) claim: PerMonth,
    /// All that is set against the norm, monthly IACK included.
    pub(crate) middelen: PerMonth,
    /// Monthly IACK.
    pub(crate) iack: PerMonth,
    /// Bijstand, holiday part included.
    pub(crate) bijstand: PerMonth,
    /// What of it is paid each month.
    pub(crate) uitbetaald: PerMonth,
    /// The same month if the rules of 2026 ran on; `None` before 2027 and for who had begun none of them.
    pub(crate) oud: Option<Oud>,
    /// The holiday part that is paid in the month.
    pub(crate) vakantiedeel: PerMonth,
    /// What is reserved and not paid yet, at the end of the month.
    pub(crate) reserve: PerMonth,
    /// Whether bijstand stops in this month.
    pub(crate) stopt: bool,
    /// Whether bijstand starts again (or for the first time) in this month.
    pub(crate) begint: bool,
    /// Whether there was bijstand in an earlier month.
    pub(crate) was_er: bool,
    /// Whether the period of art. 34a is over.
    pub(crate) na_34a: bool,
}

/// A month of 2027 or later under the rules of 2026.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Oud {
    pub(crate) regel: Regel,
    pub(crate) bijstand: PerMonth,
    pub(crate) uitbetaald: PerMonth,
}

impl Recht {
    /// The disregard that is shown: the one that was tried, where there is wage and bijstand.
    pub(crate) fn regel(&self) -> Regel {
        if self.telt() { self.geprobeerd } else { Regel::Geen }
    }

    /// The amount of that disregard.
    pub(crate) fn vrijgelaten(&self) -> PerMonth {
        if self.telt() { self.vrijlating } else { PerMonth::ZERO }
    }

    /// The other reading of a month of 2027: only n and r can have run on.
    pub(crate) fn alternatief(&self) -> Option<Oud> {
        self.oud.filter(|oud| {
            matches!(oud.regel, Regel::N | Regel::R)
                && self.ink.is_positive()
                && oud.bijstand.is_positive()
        })
    }

    fn telt(&self) -> bool {
        self.ink.is_positive() && self.bijstand.is_positive()
    }
}

/// What the months before have left behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    gebruikt: Gebruikt,
    r_loopt: bool,
    /// The last month of the period of art. 34a, once that has begun.
    einde_34a: Option<K>,
    /// Whether n or r had begun when the law of 2027 came; not known before.
    oud_begonnen: Option<bool>,
    loopt: Option<bool>,
    vorige: PerMonth,
    reserve: PerMonth,
    was_er: bool,
}

impl Stand {
    pub(super) fn begin(situatie: &Situatie) -> Self {
        let gebruikt = situatie.bijstand.gebruikt;
        let einde_34a = K::try_from(gebruikt.art_34a).ok().filter(|maanden| *maanden > 0);
        Self {
            gebruikt,
            r_loopt: gebruikt.r > 0,
            einde_34a: einde_34a.map(|maanden| NA_EERSTE_MAAND_34A + 1 - maanden),
            oud_begonnen: None,
            loopt: None,
            vorige: PerMonth::ZERO,
            reserve: PerMonth::ZERO,
            was_er: false,
        }
    }
}

/// What is set against the norm of a month under a rule, but for the monthly IACK.
#[derive(Clone, Copy)]
struct Telt {
    vrijlating: PerMonth,
    claim: PerMonth,
    samen: PerMonth,
}

/// Bijstand by right on one path. What a month's means come to under a rule is worked out once: the search for the
/// monthly IACK asks for it again and again.
pub(super) struct ByRight<'a> {
    situatie: &'a Situatie,
    tijd: Tijd,
    huizen: &'a Reeks<Huis<'a>>,
    werk: &'a Reeks<Werk>,
    /// Not reported: the disregard is for who reports (CRVB:2020:1803).
    zonder_vrijlating_vanaf: Option<K>,
    known: RefCell<Reeks<[Option<Telt>; 5]>>,
}

impl<'a> ByRight<'a> {
    pub(super) fn of(
        situatie: &'a Situatie,
        tijd: Tijd,
        huizen: &'a Reeks<Huis<'a>>,
        werk: &'a Reeks<Werk>,
        zonder_vrijlating_vanaf: Option<K>,
    ) -> Self {
        let known = RefCell::new(Reeks::van(tijd.alle(), |_| [None; 5]));
        Self { situatie, tijd, huizen, werk, zonder_vrijlating_vanaf, known }
    }

    fn telt(&self, k: K, regel: Regel) -> Telt {
        let at = regel as usize;
        if let Some(telt) = self.known.borrow()[k][at] {
            return telt;
        }
        let loon = self.werk[k].loon.clone();
        let middelen = middelen(&self.huizen[k].house, loon, regel, Explain::No);
        let telt = Telt {
            vrijlating: middelen.vrijlating.value,
            claim: middelen.claim.value,
            samen: middelen.samen(),
        };
        self.known.borrow_mut()[k][at] = Some(telt);
        telt
    }

    /// Bijstand of a month with these means.
    fn bijstand(&self, k: K, middelen: PerMonth) -> PerMonth {
        aanvulling(self.situatie.bijstand.ontvangt, self.huizen[k].house.norm.value, middelen)
    }

    fn uitbetaald(&self, k: K, bijstand: PerMonth) -> PerMonth {
        let vakantietoeslag = self.huizen[k].house.amounts.norm.norm.vakantietoeslag.value;
        (bijstand - bijstand * vakantietoeslag).rounded(UITBETAALD)
    }

    /// What is paid by the month of bijstand with other means: of the month before, or with another wage.
    pub(super) fn bij_middelen(&self, k: K, middelen: PerMonth) -> PerMonth {
        self.uitbetaald(k, self.bijstand(k, middelen))
    }

    /// The month with the wage of another path, under the rule that was tried.
    pub(super) fn bij_loon(&self, k: K, ander: &Werk, recht: &Recht) -> PerMonth {
        let middelen =
            middelen(&self.huizen[k].house, ander.loon.clone(), recht.geprobeerd, Explain::No);
        self.bij_middelen(k, middelen.samen() + recht.iack)
    }

    /// The next month, with this monthly IACK.
    pub(super) fn maand(&self, k: K, iack: PerMonth, stand: &mut Stand) -> Recht {
        let house = &self.huizen[k].house;
        let loon = self.werk[k].loon.value;
        // A rule is tried without wage too: the municipality may expect one.
        let bijstand = self.situatie.bijstand;
        let gemeld = self.zonder_vrijlating_vanaf.is_none_or(|vanaf| k < vanaf);
        let kan = bijstand.ontvangt && bijstand.vrijlating_toegekend && gemeld;
        let is_34a = house.amounts.vrijlating.is_art_34a(house.day);
        let geprobeerd = match (kan, is_34a) {
            (false, _) => Regel::Geen,
            (true, true) => self.regel_34a(k, *stand),
            (true, false) => self.regel_oud(k, *stand),
        };
        let telt = self.telt(k, geprobeerd);
        let middelen = telt.samen + iack;
        let bijstand = self.bijstand(k, middelen);
        let uitbetaald = self.uitbetaald(k, bijstand);
        let met_loon = loon.ink.is_positive() && bijstand.is_positive();
        let mut oud = None;
        if is_34a {
            let begonnen = stand.gebruikt.n > 0 || stand.gebruikt.r > 0;
            if *stand.oud_begonnen.get_or_insert(begonnen) {
                let regel = if kan { self.regel_oud(k, *stand) } else { Regel::Geen };
                let bijstand = self.bijstand(k, self.telt(k, regel).samen + iack);
                let uitbetaald = self.uitbetaald(k, bijstand);
                oud = Some(Oud { regel, bijstand, uitbetaald });
                tel(stand, k, regel, loon.ink.is_positive() && bijstand.is_positive());
            }
            let kan_beginnen =
                k >= 1 || !house.amounts.vrijlating.is_art_34a(self.situatie.peildatum);
            if geprobeerd == Regel::Art34a && met_loon && kan_beginnen {
                stand.einde_34a.get_or_insert(k + NA_EERSTE_MAAND_34A);
            }
        } else {
            tel(stand, k, geprobeerd, met_loon);
        }
        let was_er = stand.was_er;
        let (stopt, begint) = loopt(stand, bijstand);
        let vakantiedeel = self.vakantiedeel(k, bijstand - uitbetaald, stopt, stand);
        Recht {
            norm: house.norm.value,
            ink: loon.ink,
            geprobeerd,
            vrijlating: telt.vrijlating,
            claim: telt.claim,
            middelen,
            iack,
            bijstand,
            uitbetaald,
            oud,
            vakantiedeel,
            reserve: stand.reserve,
            stopt,
            begint,
            was_er,
            na_34a: is_34a && stand.einde_34a.is_some_and(|einde| einde < k),
        }
    }

    fn regel_34a(&self, k: K, stand: Stand) -> Regel {
        let onbeperkt = self.situatie.huishouden.medische_urenbeperking;
        let loopt = onbeperkt || stand.einde_34a.is_none_or(|einde| k <= einde);
        let house = &self.huizen[k].house;
        // In the months after those that are shown she can reach the age of a pension.
        if loopt && !is_met_pensioen(house, house.leeftijd) { Regel::Art34a } else { Regel::Geen }
    }

    fn regel_oud(&self, k: K, vooraf: Stand) -> Regel {
        let house = &self.huizen[k].house;
        regel_n_r_y(stand(house, house.day, vooraf.gebruikt), house.amounts.vrijlating.n_r_y)
    }

    /// What is reserved is paid once a year, up to and including the part of May, and all of it when bijstand stops.
    fn vakantiedeel(&self, k: K, erbij: PerMonth, stopt: bool, stand: &mut Stand) -> PerMonth {
        if k == *self.tijd.alle().start() {
            stand.reserve = PerMonth::new(erbij.times(MAANDEN_VOOR_JANUARI).amount());
        }
        let in_deze = self.tijd.maand_van_jaar(k) == self.situatie.kalender.maand_vakantietoeslag;
        let na_mei = self.situatie.kalender.maand_vakantietoeslag > MEI;
        let samen = stand.reserve + erbij;
        let betaald = if stopt || (in_deze && !na_mei) {
            samen
        } else if in_deze {
            stand.reserve
        } else {
            PerMonth::ZERO
        };
        stand.reserve = samen - betaald;
        betaald
    }
}

/// A month of n is used only with wage and bijstand; r, once begun, runs on. Only months of the job count.
fn tel(stand: &mut Stand, k: K, regel: Regel, met_loon: bool) {
    if k < 1 {
        return;
    }
    stand.gebruikt.n += u32::from(regel == Regel::N && met_loon);
    stand.r_loopt |= regel == Regel::R && met_loon;
    stand.gebruikt.r += u32::from(stand.r_loopt);
}

/// Whether bijstand stops (in the second of two months without) or begins in this month.
fn loopt(stand: &mut Stand, bijstand: PerMonth) -> (bool, bool) {
    let is_er = bijstand.is_positive();
    let liep = *stand.loopt.get_or_insert(is_er);
    let stopt = liep && !is_er && stand.vorige.is_zero();
    let begint = !liep && is_er;
    stand.loopt = Some((liep && !stopt) || begint);
    stand.vorige = bijstand;
    stand.was_er |= is_er;
    (stopt, begint)
}
