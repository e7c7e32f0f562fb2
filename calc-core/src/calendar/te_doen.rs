//! What she has to do because of the job, by date.

use jiff::civil::Date;

use super::kant::Naheffing;
use super::order::{Antwoord, Gedeeld};
use super::stromen::{Code, GETOOND};
use super::tijd::{K, LAATSTE};
use super::verrekening::is_jong;
use super::werk::laatste_opvang;
use crate::dates::weeks_later;
use crate::message::{Arg, Melding};
use crate::money::Euro;
use crate::month::Bij;
use crate::situatie::{Afrekening, Melden, Relatie};
use crate::value::Shown;

/// The day of the month by which the municipality has to have the payslip of the month before (Rotterdam: two weeks
/// after the payment at the latest).
const LOONSTROOK: i8 = 19;

/// One thing to do.
#[derive(Clone, Debug)]
pub struct TeDoen {
    pub(crate) zin: Melding,
    /// The day it has to be done by, or on.
    pub datum: Date,
    /// Where it is done.
    pub bij: Bij,
    /// The amount it is about.
    pub bedrag: Option<Euro>,
}

impl TeDoen {
    /// Stable code.
    pub const fn code(&self) -> &'static str {
        self.zin.code
    }
}

struct Lijst<'a> {
    gedeeld: &'a Gedeeld<'a>,
    antwoord: &'a Antwoord,
    alle: Vec<TeDoen>,
}

/// The list, by date.
pub(super) fn te_doen(gedeeld: &Gedeeld, antwoord: &Antwoord) -> Vec<TeDoen> {
    let mut lijst = Lijst { gedeeld, antwoord, alle: Vec::new() };
    lijst.voor_de_start();
    if antwoord.vraag.melden == Melden::Direct {
        lijst.onderweg();
        lijst.na_de_baan();
    }
    lijst.na_het_jaar();
    let mut alle = lijst.alle;
    alle.sort_by_key(|item| item.datum);
    alle
}

fn zin(code: &'static str) -> Melding {
    Melding::van("kalender.te_doen", code)
}

impl Lijst<'_> {
    fn dag(&self, k: K) -> Date {
        self.gedeeld.kern.tijd.dag(k)
    }

    fn voeg(&mut self, datum: Date, bij: Bij, zin: Melding) {
        self.alle.push(TeDoen { zin, datum, bij, bedrag: None });
    }

    fn met_bedrag(&mut self, datum: Date, bij: Bij, zin: Melding, bedrag: Euro) {
        let zin = zin.met("bedrag", Arg::Value(bedrag.shown()));
        self.alle.push(TeDoen { zin, datum, bij, bedrag: Some(bedrag) });
    }

    fn voor_de_start(&mut self) {
        let (kern, verloop) = (self.gedeeld.kern, &self.antwoord.kant.verloop);
        if verloop.recht[0].bijstand.is_positive() {
            self.voeg(self.dag(1), Bij::Gemeente, zin("baan_doorgeven"));
        }
        if (1..=LAATSTE + 1).any(|k| verloop.rekening(kern, k).is_positive()) {
            self.voeg(self.dag(0), Bij::Toeslagen, zin("kinderopvangtoeslag_aanvragen"));
        }
        let vrij = |relatie| !matches!(relatie, Relatie::Ouder | Relatie::Kind);
        let inwonenden = &kern.situatie.huishouden.inwonenden;
        if inwonenden.iter().any(|wie| wie.huurt_zakelijk && vrij(wie.relatie)) {
            self.voeg(self.dag(0), Bij::Belastingdienst, zin("huurder_doorgeven"));
        }
    }

    fn onderweg(&mut self) {
        let (kern, kant) = (self.gedeeld.kern, &self.antwoord.kant);
        let (tijd, verloop) = (kern.tijd, &kant.verloop);
        let termijn = kern.huizen[1].house.amounts.termijnen.wijziging_doorgeven.value;
        if let Some(dag) = weeks_later(self.dag(1), termijn) {
            let jaar = tijd.jaar(1);
            let inkomen = self.gedeeld.geschat_inkomen[usize::from(jaar != tijd.a)].once();
            let zin = zin("inkomen_doorgeven").met("jaar", Arg::Text(jaar.to_string()));
            self.met_bedrag(dag, Bij::Toeslagen, zin, inkomen);
        }
        if kern.situatie.kalender.afrekening == Afrekening::Schatting {
            for k in 1..=LAATSTE {
                let bijstand = [k, k + 1].iter().any(|k| verloop.recht[*k].bijstand.is_positive());
                if verloop.werk[k].is_baan() && bijstand {
                    let zin = zin("loonstrook_sturen").met("maand", Arg::Month(self.dag(k)));
                    self.voeg(tijd.datum(k + 1, LOONSTROOK), Bij::Gemeente, zin);
                }
            }
        }
        let met_iack = |k: &K| verloop.werk[*k].betaald && verloop.recht[*k].iack.is_positive();
        if let Some(k) = (kern.eerste_iack()..=LAATSTE).find(met_iack) {
            self.voeg(self.dag((k - 2).max(0)), Bij::Belastingdienst, zin("iack_aanvragen"));
        }
        if let Ok(dag) = Date::new(tijd.a, 12, 1) {
            self.voeg(dag, Bij::Toeslagen, zin("toeslagen_nakijken"));
        }
    }

    fn na_de_baan(&mut self) {
        let (kern, verloop) = (self.gedeeld.kern, &self.antwoord.kant.verloop);
        let stopt = |k: &K| verloop.werk[*k].is_baan() && !verloop.werk[*k + 1].is_baan();
        let Some(laatste) = { GETOOND }.find(stopt) else { return };
        let dag = self.dag(laatste + 1);
        self.voeg(dag, Bij::Gemeente, zin("einde_baan_doorgeven"));
        self.voeg(dag, Bij::Toeslagen, zin("einde_baan_doorgeven"));
        let opvang = laatste_opvang(&verloop.werk, laatste);
        // Its last month may lie after all that is computed: what is paid stays as it is then.
        if kern.zorg(true, opvang.min(*kern.tijd.alle().end())).rekening.is_positive() {
            self.voeg(self.dag(opvang).last_of_month(), Bij::Opvang, zin("opvang_opzeggen"));
        }
        if verloop.recht[laatste].iack.is_positive() {
            self.voeg(dag, Bij::Belastingdienst, zin("iack_stoppen"));
        }
        let liep = |k: K| verloop.recht[k].stopt;
        if (1..=laatste).any(liep) && verloop.recht[laatste].bijstand.is_zero() {
            let jong = is_jong(kern.situatie, kern.tijd, laatste + 1);
            let zin = zin("bijstand_aanvragen");
            let zin = if jong { zin.voor("jong") } else { zin };
            self.voeg(dag, Bij::Gemeente, zin);
        }
    }

    fn na_het_jaar(&mut self) {
        let (kern, kant) = (self.gedeeld.kern, &self.antwoord.kant);
        let tijd = kern.tijd;
        for jaar in tijd.jaren() {
            let betaald = tijd.van_jaar(jaar).any(|k| kant.verloop.werk[k].betaald);
            let saldo = |later: &Naheffing| later.code == Code::Belasting;
            if betaald || kant.na_het_jaar(tijd, jaar).iter().any(saldo) {
                let dag = Date::new(jaar + 1, 4, 30).unwrap_or(Date::MAX);
                let zin = zin("aangifte_doen").met("jaar", Arg::Text(jaar.to_string()));
                self.voeg(dag, Bij::Belastingdienst, zin);
            }
            let bij = self.antwoord.gemeente_bij_aanslag(jaar);
            if bij.is_positive() {
                let dag = Date::new(jaar + 1, 8, 12).unwrap_or(Date::MAX);
                let zin = zin("aanslag_naar_gemeente").met("jaar", Arg::Text(jaar.to_string()));
                self.met_bedrag(dag, Bij::Gemeente, zin, bij);
            }
        }
    }
}
