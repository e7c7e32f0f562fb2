//! What comes once a year beside the steady month, and the year with it: a month alone misleads.
//!
//! Law: art. 31(1), 32(1)(a) and 32(1)(b) Participatiewet <https://wetten.overheid.nl/BWBR0015703>.

use std::sync::Arc;

use super::lines::Lijn;
use super::outcome::Outcome;
use super::per_jaar::{JaarBedrag, PerJaar};
use crate::explain::{Explain, Explained, Explanation, Working};
use crate::money::PerYear;
use crate::schemes::toeslag::Toeslag;

const TERUGGAVE: &str = "art. 32(1)(b) Participatiewet";
const OPTELLING: &str = "optelling van alle regels";

/// The amounts of an outcome, as if its month lasted the year.
pub(crate) fn per_jaar(o: &Outcome) -> PerJaar {
    with(o, Explain::No, |_, _| ())
}

/// The amounts, each handed to `see` with how it came about.
fn with(
    o: &Outcome,
    explain: Explain,
    mut see: impl FnMut(JaarBedrag, &Explained<PerYear>),
) -> PerJaar {
    let mut amount = |which, explained: Explained<PerYear>| {
        see(which, &explained);
        explained.value
    };
    let vakantiegeld_netto = amount(JaarBedrag::VakantiegeldNetto, vakantiegeld_netto(o, explain));
    let vakantietoeslag_bijstand =
        amount(JaarBedrag::VakantietoeslagBijstand, vakantietoeslag_bijstand(o, explain));
    let saldo_belasting = amount(JaarBedrag::SaldoBelasting, o.year.saldo_belasting.clone());
    let te_verrekenen_met_bijstand =
        amount(JaarBedrag::TeVerrekenenMetBijstand, te_verrekenen_met_bijstand(o, explain));
    let toeslagen_nabetaling =
        amount(JaarBedrag::ToeslagenNabetaling, toeslagen_nabetaling(o, explain));
    let mut year = PerJaar {
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

/// How each of the six came about.
pub(crate) fn explanations(o: &Outcome) -> Vec<(JaarBedrag, Arc<Explanation>)> {
    let mut explanations = Vec::new();
    with(o, Explain::Yes, |which, explained| {
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
