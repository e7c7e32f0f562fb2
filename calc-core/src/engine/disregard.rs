//! The disregard month by month: which one is tried on a day, and how many months of each are used up on the way.

use jiff::civil::Date;

use super::house::House;
use super::outcome::Outcome;
use super::schulden::VanMaand;
#[cfg(feature = "schulden")]
use super::schulden::van_maand_met_baan;
use crate::dates::age;
use crate::error::Error;
use crate::money::{PerMonth, PerYear};
use crate::parameters::vaste_maand;
use crate::schemes::bijstand::inkomensvrijlating::{
    Regel, Stand, regel, regel_art_34a, regel_n_r_y,
};
use crate::situatie::Gebruikt;
use crate::value::Years;

/// What a situation comes to: what is left in the month and in the year, and whether there is bijstand.
#[derive(Clone, Copy)]
pub(crate) struct Effect {
    pub(crate) besteedbaar: PerMonth,
    pub(crate) besteedbaar_jaar: PerYear,
    pub(crate) bijstand: PerMonth,
    /// With the job, when creditors take something.
    #[cfg(feature = "schulden")]
    pub(crate) schulden: Option<VanMaand>,
}

impl Effect {
    pub(crate) fn of(outcome: &Outcome) -> Self {
        Self {
            besteedbaar: outcome.lijnen.besteedbaar(),
            besteedbaar_jaar: outcome.per_jaar.besteedbaar_jaar,
            bijstand: outcome.bijstand.value,
            #[cfg(feature = "schulden")]
            schulden: None,
        }
    }

    /// The effect of the job.
    #[cfg(not(feature = "schulden"))]
    #[expect(clippy::unnecessary_wraps, reason = "with the scheme it can fail")]
    pub(crate) fn met_baan(_: &House, outcome: &Outcome) -> Result<Self, Error> {
        Ok(Self::of(outcome))
    }

    /// The effect of the job, with what creditors take.
    #[cfg(feature = "schulden")]
    pub(crate) fn met_baan(house: &House, outcome: &Outcome) -> Result<Self, Error> {
        Ok(Self::of(outcome).met_schulden(van_maand_met_baan(house, outcome)?))
    }

    /// The same where creditors take something.
    #[cfg(feature = "schulden")]
    pub(crate) fn met_schulden(self, schulden: Option<VanMaand>) -> Self {
        Self { schulden, ..self }
    }

    /// A build without the scheme takes nothing.
    #[cfg(not(feature = "schulden"))]
    pub(crate) fn met_schulden(self, _: Option<VanMaand>) -> Self {
        self
    }
}

/// The disregard that is tried on the day of the house.
pub(crate) fn regel_op_dag(house: &House) -> Regel {
    let gebruikt = house.situatie.bijstand.gebruikt;
    regel(stand(house, house.day, gebruikt), house.amounts.vrijlating)
}

/// What decides which disregard is tried on a day.
pub(crate) fn stand(house: &House, day: Date, gebruikt: Gebruikt) -> Stand {
    let h = &house.situatie.huishouden;
    let jonger_dan = house.amounts.vrijlating.n_r_y.r_kind_jonger_dan.value;
    let jong_kind = h.geboren_kinderen(house.day).any(|kind| age(kind.geboren, day) < jonger_dan);
    Stand {
        day,
        leeftijd: age(h.geboren, day),
        medische_urenbeperking: h.medische_urenbeperking,
        alleenstaand_met_jong_kind: house.alleenstaande_ouder() && jong_kind,
        gebruikt,
    }
}

/// Whether she has the age of a pension, which the disregard of art. 34a is not for.
pub(crate) fn is_met_pensioen(house: &House, leeftijd: Years) -> bool {
    let p = vaste_maand::by(house.situatie.book, house.amounts.van);
    p.is_ok_and(|p| leeftijd >= p.pensioenleeftijd.value)
}

/// The months of disregard used so far.
pub(crate) struct Counter {
    gebruikt: Gebruikt,
    r_loopt: bool,
    art_34a_loopt: bool,
}

/// One month of the count.
pub(crate) struct Counted {
    pub(crate) regel: Regel,
    pub(crate) effect: Effect,
    pub(crate) alternatief: Option<(Regel, Effect)>,
    /// Nothing can change any more.
    pub(crate) is_last: bool,
}

impl Counter {
    /// What was used before.
    pub(crate) fn new(house: &House) -> Self {
        let gebruikt = house.situatie.bijstand.gebruikt;
        Self { gebruikt, r_loopt: gebruikt.r > 0, art_34a_loopt: gebruikt.art_34a > 0 }
    }

    /// The next month, which has this day. `effect` computes a month under a rule.
    pub(crate) fn month(
        &mut self,
        house: &House,
        day: Date,
        effect: &mut impl FnMut(Regel) -> Result<Effect, Error>,
    ) -> Result<Counted, Error> {
        let stand = stand(house, day, self.gebruikt);
        if house.amounts.vrijlating.is_art_34a(day) {
            self.under_art_34a(house, stand, effect)
        } else {
            let (regel, effect) = self.under_n_r_y(house, stand, effect)?;
            Ok(Counted { regel, effect, alternatief: None, is_last: false })
        }
    }

    fn under_art_34a(
        &mut self,
        house: &House,
        stand: Stand,
        effect: &mut impl FnMut(Regel) -> Result<Effect, Error>,
    ) -> Result<Counted, Error> {
        let p = house.amounts.vrijlating;
        let nieuw = if is_met_pensioen(house, stand.leeftijd) {
            Regel::Geen
        } else {
            regel_art_34a(stand, p.art_34a)
        };
        let effect_nieuw = effect(nieuw)?;
        let regel = applied(nieuw, effect_nieuw);
        // Once begun it runs on without a break.
        self.art_34a_loopt |= regel == Regel::Art34a;
        self.gebruikt.art_34a += u32::from(self.art_34a_loopt);
        // Only a rule that had begun before could run on.
        let oud_begonnen = stand.gebruikt.n > 0 || stand.gebruikt.r > 0;
        let oud = if oud_begonnen { Some(self.under_n_r_y(house, stand, effect)?) } else { None };
        let alternatief = oud.filter(|(regel, _)| matches!(regel, Regel::N | Regel::R));
        // From here every month is as this one: the new rule is over, has no end or leaves no bijstand, and without the
        // other reading n and r are used up, or pay nothing.
        let oud_genoeg = stand.leeftijd >= p.n_r_y.vanaf_leeftijd.value;
        let nieuw_vast = regel == Regel::Geen || stand.medische_urenbeperking;
        let oud_vast = alternatief.is_none() && (oud_genoeg || !oud_begonnen);
        let is_last = nieuw_vast && oud_vast;
        Ok(Counted { regel, effect: effect_nieuw, alternatief, is_last })
    }

    /// A month under the law until 31 December 2026: one of n is used only with bijstand; r, once begun, runs on.
    fn under_n_r_y(
        &mut self,
        house: &House,
        stand: Stand,
        effect: &mut impl FnMut(Regel) -> Result<Effect, Error>,
    ) -> Result<(Regel, Effect), Error> {
        let regel = regel_n_r_y(stand, house.amounts.vrijlating.n_r_y);
        let effect = effect(regel)?;
        let regel = applied(regel, effect);
        self.gebruikt.n += u32::from(regel == Regel::N);
        self.r_loopt |= regel == Regel::R;
        self.gebruikt.r += u32::from(self.r_loopt);
        Ok((regel, effect))
    }
}

/// A month without bijstand has no disregard.
fn applied(regel: Regel, effect: Effect) -> Regel {
    if effect.bijstand.is_zero() { Regel::Geen } else { regel }
}
