//! Why a line of the account differs from the month before.

use super::order::{Antwoord, Gedeeld};
use super::stromen::Code;
use super::tijd::K;
use super::toeslagen::Soort;
use super::vakantiegeld::is_zelfde_werkgever;
use super::verrekening::is_jong;
use super::werk::{Welke, betaalde_maand};
use crate::money::{Euro, PerMonth};
use crate::situatie::{Afrekening, Melden};

/// A line that differs, with why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reden {
    /// The line.
    pub lijn: Code,
    /// How much more is on the account because of it; below zero: less.
    pub verschil: Euro,
    /// The line itself.
    pub bedrag: Euro,
    /// Codes of the contract, at least one.
    pub codes: Vec<&'static str>,
}

/// Every line of a month that differs from the one before, in the order of the contract.
pub(super) fn redenen(gedeeld: &Gedeeld, antwoord: &Antwoord, k: K) -> Vec<Reden> {
    let kant = &antwoord.kant;
    let (Some(nu), Some(voor)) = (kant.rekening(k), kant.rekening(k - 1)) else {
        return Vec::new();
    };
    let maand = InMaand { gedeeld, antwoord, k };
    let anders = Code::ALLE.into_iter().filter_map(|lijn| {
        let (bedrag, was) = (nu.lijn(lijn), voor.lijn(lijn));
        (bedrag != was).then(|| Reden {
            lijn,
            verschil: bedrag - was,
            bedrag,
            codes: maand.codes(lijn, was, bedrag),
        })
    });
    anders.collect()
}

struct InMaand<'a> {
    gedeeld: &'a Gedeeld<'a>,
    antwoord: &'a Antwoord,
    k: K,
}

impl InMaand<'_> {
    fn codes(&self, lijn: Code, was: Euro, is: Euro) -> Vec<&'static str> {
        match lijn {
            Code::NettoLoon => vec![self.loon()],
            Code::Bijstand => self.bijstand(),
            Code::Toeslag(soort) => self.toeslag(soort, was, is),
            Code::Kinderbijslag => vec![if is.is_zero() { "kwartaal_voorbij" } else { "kwartaal" }],
            Code::Iack | Code::Opvang | Code::Reiskosten | Code::Reisvergoeding => {
                vec![if was.is_zero() {
                    "begint"
                } else if is.is_zero() {
                    "stopt"
                } else {
                    "anders"
                }]
            }
            Code::Vakantiegeld
            | Code::VakantietoeslagBijstand
            | Code::Belasting
            | Code::BelastingNaarGemeente
            | Code::Afrekening(_) => {
                vec![if is.is_zero() { "eenmalig_voorbij" } else { "eenmalig" }]
            }
            Code::NaarSchuldeisers => vec!["beslag_anders"],
            Code::VasteLasten | Code::Leefgeld | Code::Alimentatie => vec!["anders"],
        }
    }

    /// The own wage that is paid in a month, and of which job; nothing in the first month of a job that pays later.
    fn betaald_in(&self, k: K) -> (PerMonth, Option<Welke>) {
        let maand = betaalde_maand(&self.antwoord.kant.verloop.werk, self.gedeeld.kern.situatie, k);
        maand.map_or((PerMonth::ZERO, None), |werk| (werk.loon.value.netto_loon, werk.welke))
    }

    fn loon(&self) -> &'static str {
        let (nu, welke) = self.betaald_in(self.k);
        let (voor, eerder) = self.betaald_in(self.k - 1);
        if voor.is_zero() && nu.is_positive() {
            "loon_begint"
        } else if nu.is_zero() && voor.is_positive() {
            "loon_stopt"
        } else if welke != eerder && !is_zelfde_werkgever(self.gedeeld.kern.situatie) {
            "andere_baan"
        } else {
            "uren_anders"
        }
    }

    fn bijstand(&self) -> Vec<&'static str> {
        let (kern, kant, k) = (self.gedeeld.kern, &self.antwoord.kant, self.k);
        // Before the first month that is known all is as in it.
        let eerste = *kern.tijd.alle().start();
        let recht = |k: K| &kant.verloop.recht[k.max(eerste)];
        let norm_anders = recht(k).norm != recht(k - 1).norm;
        if self.antwoord.vraag.melden == Melden::Niet {
            return vec![if norm_anders { "norm_anders" } else { "anders" }];
        }
        // What is paid by the means of the month before follows them a month later.
        let achteraf = kern.situatie.kalender.afrekening == Afrekening::Achteraf;
        let van = if achteraf { k - 1 } else { k };
        let (nu, voor) = (recht(van), recht(van - 1));
        let correctie = |k: K| kant.uitkering[k].nabetaald - kant.uitkering[k].ingehouden;
        // Who is young when she asks waits a month longer.
        let merkbaar = |terug: K| k - terug <= 2 || is_jong(kern.situatie, kern.tijd, terug);
        let keert_terug =
            (k - 3..=k).any(|terug| terug >= 1 && recht(terug).begint && merkbaar(terug));
        let keert_terug = keert_terug && !achteraf;
        let gevallen = [
            ("loon_telt_mee", nu.ink != voor.ink),
            ("vrijlating_anders", nu.regel() != voor.regel()),
            ("norm_anders", norm_anders),
            ("iack_telt_mee", nu.iack != voor.iack),
            ("correctie", correctie(k) != correctie(k - 1)),
            ("betaling_later", keert_terug),
        ];
        of_anders(&gevallen, "anders")
    }

    fn toeslag(&self, soort: Soort, was: Euro, is: Euro) -> Vec<&'static str> {
        let (k, tijd) = (self.k, self.gedeeld.kern.tijd);
        let betaald = &self.antwoord.kant.betaald[soort as usize];
        let opvang = soort == Soort::Kinderopvangtoeslag;
        let gevallen = [
            ("nieuwe_schatting", betaald.nieuwe_schatting[k]),
            ("nabetaling", betaald.nabetaling[k].is_positive()),
            ("nabetaling_voorbij", betaald.nabetaling[k - 1].is_positive()),
            ("verrekening", betaald.verrekend[k] != betaald.verrekend[k - 1]),
            ("opvang_begint", opvang && was.is_zero()),
            ("opvang_stopt", opvang && is.is_zero()),
            ("nieuw_jaar", tijd.maand_van_jaar(k + 1) == 1),
        ];
        of_anders(&gevallen, "huishouden_anders")
    }
}

/// The codes that hold, or the one for when none does.
fn of_anders(gevallen: &[(&'static str, bool)], anders: &'static str) -> Vec<&'static str> {
    let codes: Vec<_> =
        gevallen.iter().filter(|(_, geldt)| *geldt).map(|(code, _)| *code).collect();
    if codes.is_empty() { vec![anders] } else { codes }
}
