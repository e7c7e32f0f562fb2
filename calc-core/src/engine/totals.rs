//! What comes once a year beside the steady month, and the year with it: a month alone misleads.
//!
//! Law: art. 31(1), 32(1)(a) and 32(1)(b) Participatiewet <https://wetten.overheid.nl/BWBR0015703>.

use std::ops::Sub;
use std::sync::Arc;

use super::lines::Lijn;
use super::order::Outcome;
use crate::explain::{Explain, Explained, Explanation, Working};
use crate::money::PerYear;
use crate::schemes::toeslag::Toeslag;

const TERUGGAVE: &str = "art. 32(1)(b) Participatiewet";
const OPTELLING: &str = "optelling van alle regels";

/// What comes or goes once a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerJaar {
    /// Holiday pay, net.
    pub vakantiegeld_netto: PerYear,
    /// Holiday allowance of the bijstand, kept back until June.
    pub vakantietoeslag_bijstand: PerYear,
    /// Tax withheld minus tax due: positive is a refund.
    pub saldo_belasting: PerYear,
    /// A refund over a year with bijstand that the municipality sets off.
    pub te_verrekenen_met_bijstand: PerYear,
    /// The right to allowances less what was advanced.
    pub toeslagen_nabetaling: PerYear,
    /// Twelve months and these five.
    pub besteedbaar_jaar: PerYear,
}

/// One of the amounts of [`PerJaar`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JaarBedrag {
    /// Holiday pay, net.
    VakantiegeldNetto,
    /// Holiday allowance of the bijstand.
    VakantietoeslagBijstand,
    /// The balance of tax.
    SaldoBelasting,
    /// What of a refund the municipality sets off.
    TeVerrekenenMetBijstand,
    /// What is still to come of the allowances.
    ToeslagenNabetaling,
    /// The whole year.
    BesteedbaarJaar,
}

impl JaarBedrag {
    /// Every amount, in the order of the contract.
    pub const ALLE: [Self; 6] = [
        Self::VakantiegeldNetto,
        Self::VakantietoeslagBijstand,
        Self::SaldoBelasting,
        Self::TeVerrekenenMetBijstand,
        Self::ToeslagenNabetaling,
        Self::BesteedbaarJaar,
    ];

    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::VakantiegeldNetto => "vakantiegeld_netto",
            Self::VakantietoeslagBijstand => "vakantietoeslag_bijstand",
            Self::SaldoBelasting => "saldo_belasting",
            Self::TeVerrekenenMetBijstand => "te_verrekenen_met_bijstand",
            Self::ToeslagenNabetaling => "toeslagen_nabetaling",
            Self::BesteedbaarJaar => "besteedbaar_jaar",
        }
    }
}

impl PerJaar {
    /// The amounts of an outcome, as if its month lasted the year.
    pub(crate) fn of(o: &Outcome) -> Self {
        Self::with(o, Explain::No, |_, _| ())
    }

    /// The amounts, each handed to `see` with how it came about.
    fn with(
        o: &Outcome,
        explain: Explain,
        mut see: impl FnMut(JaarBedrag, &Explained<PerYear>),
    ) -> Self {
        let mut amount = |which, explained: Explained<PerYear>| {
            see(which, &explained);
            explained.value
        };
        let vakantiegeld_netto =
            amount(JaarBedrag::VakantiegeldNetto, vakantiegeld_netto(o, explain));
        let vakantietoeslag_bijstand =
            amount(JaarBedrag::VakantietoeslagBijstand, vakantietoeslag_bijstand(o, explain));
        let saldo_belasting = amount(JaarBedrag::SaldoBelasting, o.year.saldo_belasting.clone());
        let te_verrekenen_met_bijstand =
            amount(JaarBedrag::TeVerrekenenMetBijstand, te_verrekenen_met_bijstand(o, explain));
        let toeslagen_nabetaling =
            amount(JaarBedrag::ToeslagenNabetaling, toeslagen_nabetaling(o, explain));
        let mut year = Self {
            vakantiegeld_netto,
            vakantietoeslag_bijstand,
            saldo_belasting,
            te_verrekenen_met_bijstand,
            toeslagen_nabetaling,
            besteedbaar_jaar: PerYear::ZERO,
        };
        year.besteedbaar_jaar =
            amount(JaarBedrag::BesteedbaarJaar, besteedbaar_jaar(o, &year, explain));
        year
    }

    /// One amount.
    pub const fn bedrag(&self, which: JaarBedrag) -> PerYear {
        match which {
            JaarBedrag::VakantiegeldNetto => self.vakantiegeld_netto,
            JaarBedrag::VakantietoeslagBijstand => self.vakantietoeslag_bijstand,
            JaarBedrag::SaldoBelasting => self.saldo_belasting,
            JaarBedrag::TeVerrekenenMetBijstand => self.te_verrekenen_met_bijstand,
            JaarBedrag::ToeslagenNabetaling => self.toeslagen_nabetaling,
            JaarBedrag::BesteedbaarJaar => self.besteedbaar_jaar,
        }
    }
}

/// How each of the six came about.
pub(crate) fn explanations(o: &Outcome) -> Vec<(JaarBedrag, Arc<Explanation>)> {
    let mut explanations = Vec::new();
    PerJaar::with(o, Explain::Yes, |which, explained| {
        explanations.extend(explained.explanation.clone().map(|explanation| (which, explanation)));
    });
    explanations
}

/// Her holiday pay, and her partner's.
fn vakantiegeld_netto(o: &Outcome, explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("vakantiegeld_netto", "art. 15 Wml", explain);
    let zij = w.rule(&o.middelen.loon).vakantiegeld_netto;
    let partner = o.middelen.partner.as_ref();
    let partner = partner.map_or(PerYear::ZERO, |(loon, _)| w.rule(loon).vakantiegeld_netto);
    w.result(zij + partner)
}

/// Twelve times what is kept back of the bijstand until June.
fn vakantietoeslag_bijstand(o: &Outcome, explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("vakantietoeslag_bijstand", "art. 19(3) Participatiewet", explain);
    let inclusief = w.rule(&o.bijstand);
    let uitbetaald = w.rule(&o.uitbetaald);
    let maand = w.step("reservering_maand", inclusief - uitbetaald);
    w.result(maand.per_year())
}

/// A refund over a year with bijstand is means, up to the bijstand of the year; a bill is not set off.
fn te_verrekenen_met_bijstand(o: &Outcome, explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("te_verrekenen_met_bijstand", TERUGGAVE, explain);
    let saldo = w.rule(&o.year.saldo_belasting);
    let teruggave = w.step("teruggave", saldo.at_least_zero());
    let bijstand = w.rule(&o.bijstand);
    let bijstand = w.step("bijstand_jaar", bijstand.per_year());
    w.result(-teruggave.min(bijstand))
}

/// The right of the year less twelve advances, of the four together.
fn toeslagen_nabetaling(o: &Outcome, explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("toeslagen_nabetaling", "art. 19 Awir", explain);
    let van = |toeslag: &Toeslag| toeslag.recht_jaar - toeslag.maand.per_year();
    let zorg = w.step("zorgtoeslag", van(&o.zorgtoeslag.value));
    let huur = w.step("huurtoeslag", van(&o.huurtoeslag.value));
    let kind = w.step("kindgebonden_budget", van(&o.kindgebonden_budget.value));
    let opvang = w.step("kinderopvangtoeslag", van(&o.kinderopvang.value.toeslag));
    w.result(zorg + huur + kind + opvang)
}

/// Twelve months, and what comes once a year.
fn besteedbaar_jaar(o: &Outcome, year: &PerJaar, explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("besteedbaar_jaar", OPTELLING, explain);
    let mut samen = w.step("twaalf_maanden", o.lijnen.bedrag(Lijn::Besteedbaar).per_year());
    for which in JaarBedrag::ALLE {
        if which != JaarBedrag::BesteedbaarJaar {
            samen += w.step(which.word(), year.bedrag(which));
        }
    }
    w.result(samen)
}

/// Amount by amount.
impl Sub for PerJaar {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            vakantiegeld_netto: self.vakantiegeld_netto - other.vakantiegeld_netto,
            vakantietoeslag_bijstand: self.vakantietoeslag_bijstand
                - other.vakantietoeslag_bijstand,
            saldo_belasting: self.saldo_belasting - other.saldo_belasting,
            te_verrekenen_met_bijstand: self.te_verrekenen_met_bijstand
                - other.te_verrekenen_met_bijstand,
            toeslagen_nabetaling: self.toeslagen_nabetaling - other.toeslagen_nabetaling,
            besteedbaar_jaar: self.besteedbaar_jaar - other.besteedbaar_jaar,
        }
    }
}
