//! What the calendar says beside its amounts: the choices it rests on, what it left out, what she should know. One
//! condition per code; the codes are those of the contract.

use jiff::civil::Date;

#[cfg(feature = "weekplan")]
use super::naar_school::wissels;
use super::order::{Antwoord, Gedeeld};
use super::stromen::{Code, GETOOND};
use super::tijd::{K, LAATSTE};
use super::toeslagen::Soort;
use super::verrekening::is_jong;
use crate::dates::{age, is_born};
use crate::message::{Arg, Melding, Richting};
use crate::money::Euro;
use crate::month::{Meldingen, standaardwaarde};
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::situatie::{Afrekening, IackUitbetaling, LoonAfspraak, Melden, SoortBaan, SoortOpvang};
use crate::value::{Shown, Years};

/// Day care is before this age, out-of-school care from it on (art. 1.1 Wet kinderopvang).
const SCHOOLLEEFTIJD: Years = Years(4);
/// Birthdays of a child at which something changes, with their codes.
const KIND_WORDT: [(Years, &str); 5] = [
    (Years(4), "kind_wordt_4"),
    (Years(12), "kind_wordt_12"),
    (Years(13), "kind_wordt_13"),
    (Years(16), "kind_wordt_16"),
    (Years(18), "kind_wordt_18"),
];
/// Her own, likewise.
const MOEDER_WORDT: [(Years, &str); 2] =
    [(Years(21), "moeder_wordt_21"), (Years(27), "moeder_wordt_27")];
/// WW asks 26 weeks of work in the last 36: half a year.
const MAANDEN_VOOR_WW: u32 = 6;

/// A sentence of the calendar, with the month, the year and the amount it is of.
#[derive(Clone, Debug)]
pub struct Bericht {
    pub(crate) zin: Melding,
    /// The number of the month.
    pub maand: Option<i32>,
    /// The year.
    pub jaar: Option<i16>,
    /// The allowance.
    pub toeslag: Option<Soort>,
    /// The amount.
    pub bedrag: Option<Euro>,
}

impl Bericht {
    /// The sentence and its values.
    pub const fn zin(&self) -> &Melding {
        &self.zin
    }

    /// Stable code.
    pub const fn code(&self) -> &'static str {
        self.zin.code
    }

    pub(crate) const fn van(zin: Melding) -> Self {
        Self { zin, maand: None, jaar: None, toeslag: None, bedrag: None }
    }

    fn in_maand(mut self, k: K, dag: Date) -> Self {
        self.maand = Some(k);
        self.zin = self.zin.met("maand", Arg::Month(dag));
        self
    }

    fn over(mut self, jaar: i16) -> Self {
        self.jaar = Some(jaar);
        self.zin = self.zin.met("jaar", Arg::Text(jaar.to_string()));
        self
    }

    /// The amount as it is; its sentence has no sign.
    fn met_bedrag(mut self, bedrag: Euro) -> Self {
        self.bedrag = Some(bedrag);
        self.zin = self.zin.met("bedrag", Arg::Value(bedrag.max(-bedrag).shown()));
        self
    }
}

fn waarschuwing(code: &'static str) -> Bericht {
    Bericht::van(Melding::van("kalender.waarschuwingen", code))
}

/// The three lists.
pub(super) struct Berichten {
    pub(super) aannames: Vec<Bericht>,
    pub(super) niet_berekend: Vec<Bericht>,
    pub(super) waarschuwingen: Vec<Bericht>,
}

/// All that is said beside the amounts. `terug` is what the wage does to the allowances of months before the start. What the steady month says on the first
/// day (`vast`) still holds.
pub(super) fn berichten(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    vast: &Meldingen,
    terug: Euro,
) -> Berichten {
    let f = Facts { gedeeld, antwoord, terug };
    Berichten {
        aannames: f.aannames(vast),
        niet_berekend: f.niet_berekend(vast),
        waarschuwingen: f.waarschuwingen(vast),
    }
}

struct Facts<'a> {
    gedeeld: &'a Gedeeld<'a>,
    antwoord: &'a Antwoord,
    terug: Euro,
}

impl Facts<'_> {
    fn gemeld(&self) -> bool {
        self.antwoord.vraag.melden == Melden::Direct
    }

    /// Whether the job ends within the months that are shown or right after them; the one she has may end with month 0.
    fn baan_stopt(&self) -> bool {
        let werk = &self.antwoord.kant.verloop.werk;
        { GETOOND }.any(|k| werk[k].is_baan() && !werk[k + 1].is_baan())
    }

    /// Whether somebody sends a bill for care.
    fn heeft_opvang(&self) -> bool {
        (1..=LAATSTE + 1).any(|k| self.gedeeld.kern.zorg(true, k).rekening.is_positive())
    }

    /// Whether a child goes from day care to care after school at a price that nobody knows.
    #[cfg(feature = "weekplan")]
    fn opvang_wisselt(&self) -> bool {
        let kern = self.gedeeld.kern;
        wissels(kern.situatie).iter().any(|wissel| wissel.kost_iets_op(kern.tijd.dag(LAATSTE + 1)))
    }

    /// Care goes on as it was given.
    #[cfg(not(feature = "weekplan"))]
    #[expect(clippy::unused_self, reason = "with a week plan it depends on the household")]
    const fn opvang_wisselt(&self) -> bool {
        false
    }

    fn aannames(&self, vast: &Meldingen) -> Vec<Bericht> {
        let (kern, kant) = (self.gedeeld.kern, &self.antwoord.kant);
        let kalender = &kern.situatie.kalender;
        let recht = |k: K| &kant.verloop.recht[k];
        let met_34a = { GETOOND }
            .any(|k| recht(k).regel() == Regel::Art34a || recht(k).alternatief().is_some());
        let betaald = { GETOOND }.any(|k| kant.verloop.werk[k].betaald);
        let schatting = kalender.afrekening == Afrekening::Schatting && self.gemeld();
        let bijstand_bij_werk = (1..=LAATSTE)
            .any(|k| kant.verloop.werk[k].is_baan() && recht(k).bijstand.is_positive());
        let stopt_of_begint = (1..=LAATSTE).any(|k| recht(k).stopt || recht(k).begint);
        let keuzes = [
            ("keuze_k1", true),
            ("keuze_k2", true),
            ("keuze_k3", true),
            ("keuze_k4", met_34a),
            ("keuze_k5", true),
            ("keuze_k6", kern.situatie.iack == IackUitbetaling::Maandelijks && betaald),
            ("keuze_k7", self.gemeld()),
            ("keuze_k8", kant.betaald.iter().any(|betaald| betaald.bleef_liggen)),
            ("keuze_k9", schatting && bijstand_bij_werk),
            ("keuze_k10", self.gemeld() && stopt_of_begint),
            ("keuze_k11", self.baan_stopt() && self.heeft_opvang()),
            ("keuze_k12", true),
            ("keuze_k13", true),
            ("keuze_k14", !self.gemeld()),
            ("keuze_k15", kalender.beginsaldo.is_none() || kalender.leefgeld.is_none()),
            ("keuze_k16", true),
            ("keuze_18", kant.beslag.is_some()),
            ("bso_prijs_onbekend", self.opvang_wisselt()),
        ];
        let van = |code| Bericht::van(Melding::van("kalender.aannames", code));
        let mut alle: Vec<Bericht> =
            keuzes.into_iter().filter(|(_, geldt)| *geldt).map(|(code, _)| van(code)).collect();
        let terug = self.terug;
        if !terug.is_zero() {
            let bericht = van("jaarinkomen_telt_terug").met_bedrag(terug);
            let zin = if terug.is_positive() { bericht.zin.voor("meer") } else { bericht.zin };
            alle.push(Bericht { bedrag: Some(terug), ..Bericht::van(zin) });
        }
        if met_34a {
            alle.push(Bericht::van(Melding::aanname("overgang_2027")));
        }
        // A month that was begun and the amounts of another year have choices of their own here.
        let vervangen = ["keuze_9", "overgang_2027", "voortgezet_2027"];
        let nog = vast.aannames.iter().filter(|zin| !vervangen.contains(&zin.code));
        alle.extend(nog.cloned().map(Bericht::van));
        let weggelaten = &self.gedeeld.kern.situatie.kalender.defaulted;
        alle.extend(weggelaten.iter().map(standaardwaarde).map(Bericht::van));
        alle
    }

    fn niet_berekend(&self, vast: &Meldingen) -> Vec<Bericht> {
        use Richting::{Meer, Minder, Onbekend};
        let (kern, kant) = (self.gedeeld.kern, &self.antwoord.kant);
        let geboorte = kern.situatie.huishouden.kinderen.iter().any(|kind| {
            let k = kern.tijd.k(kind.geboren);
            (0..=LAATSTE).contains(&k)
        });
        let na_34a = |k: K| {
            let recht = &kant.verloop.recht[k];
            recht.na_34a && recht.ink.is_positive() && recht.bijstand.is_positive()
        };
        let kwijt: Euro = kant.afrekeningen.iter().flatten().map(|van| van.kwijt).sum();
        let stopt_na = self.antwoord.vraag.stopt_na;
        let einde_met_opvang = self.baan_stopt() && self.heeft_opvang();
        let gevallen = [
            ("boete_en_bruto_terugvordering", Minder, !self.gemeld()),
            ("ww_na_baan", Meer, stopt_na.is_some_and(|na| na >= MAANDEN_VOOR_WW)),
            ("verlof_bij_bevalling", Onbekend, geboorte),
            ("ziekte", Onbekend, true),
            ("bufferbudget", Meer, true),
            ("weekend_en_feestdagen", Onbekend, true),
            ("jaar_voor_de_start", Onbekend, true),
            ("opzegtermijn_opvang", Minder, self.heeft_opvang()),
            ("opvanguren_over", Meer, einde_met_opvang),
            ("vrijlating_opnieuw", Meer, (1..=LAATSTE).any(na_34a)),
            ("toeslag_kwijtgescholden", Meer, kwijt.is_positive()),
        ];
        let van = |code, richting| {
            Bericht::van(Melding::van("kalender.niet_berekend", code).naar(richting))
        };
        let mut alle: Vec<Bericht> = gevallen
            .into_iter()
            .filter(|(.., geldt)| *geldt)
            .map(|(code, richting, _)| match code {
                "toeslag_kwijtgescholden" => van(code, richting).met_bedrag(kwijt),
                _ => van(code, richting),
            })
            .collect();
        alle.push(Bericht::van(Melding::niet_berekend("bedragen_2027", Onbekend)));
        for zin in &vast.niet_berekend {
            if alle.iter().all(|bericht| bericht.code() != zin.code) {
                alle.push(Bericht::van(zin.clone()));
            }
        }
        alle
    }

    fn waarschuwingen(&self, vast: &Meldingen) -> Vec<Bericht> {
        let mut alle = Vec::new();
        alle.extend(self.tekort());
        alle.extend(self.opvang_eerst());
        self.van_jaren(&mut alle);
        self.van_bijstand(&mut alle);
        self.van_baan(&mut alle);
        self.verjaardagen(&mut alle);
        // What the calendar says itself, with its month, is not said again.
        let eigen: Vec<_> = alle.iter().map(Bericht::code).collect();
        let nog = vast.waarschuwingen.iter().filter(|zin| !eigen.contains(&zin.code));
        alle.extend(nog.cloned().map(Bericht::van).collect::<Vec<_>>());
        alle
    }

    /// The lowest point, when it is below nil. Where the balance at the start is ours, it is what is needed on top.
    fn tekort(&self) -> Option<Bericht> {
        let (tijd, laagste) = (self.gedeeld.kern.tijd, self.antwoord.kant.laagste());
        if laagste.bedrag >= Euro::ZERO {
            return None;
        }
        let k = tijd.k(laagste.datum);
        let mut bericht = waarschuwing("tekort_op_de_rekening");
        if self.gedeeld.kern.situatie.kalender.beginsaldo.is_none() {
            bericht.zin = bericht.zin.voor("boven_op");
        }
        Some(bericht.in_maand(k, tijd.dag(k)).met_bedrag(laagste.bedrag))
    }

    /// A bill for care that is collected before the first kinderopvangtoeslag.
    fn opvang_eerst(&self) -> Option<Bericht> {
        let tijd = self.gedeeld.kern.tijd;
        let eerste = |code: Code| {
            let stromen = self.antwoord.kant.rekeningen.iter().flat_map(|maand| &maand.stromen);
            { stromen }.find(|stroom| stroom.code == code).copied()
        };
        if self.had_toeslag_voor_opvang() {
            return None;
        }
        let rekening = eerste(Code::Opvang)?;
        let toeslag = eerste(Code::Toeslag(Soort::Kinderopvangtoeslag))?;
        let k = tijd.k(rekening.datum);
        (rekening.datum < toeslag.datum).then(|| {
            let bericht = waarschuwing("kinderopvangtoeslag_komt_later");
            bericht.in_maand(k, tijd.dag(k)).met_bedrag(-rekening.bedrag)
        })
    }

    /// Whether kinderopvangtoeslag was paid before the months that are shown. Where those are all that is known, what comes
    /// before them is as month 0.
    fn had_toeslag_voor_opvang(&self) -> bool {
        let kant = &self.antwoord.kant;
        let betaling = &kant.betaald[Soort::Kinderopvangtoeslag as usize].betaling;
        let eerder = betaling.get(-1).or(betaling.get(0).filter(|_| kant.verloop.werk[0].opvang));
        eerder.is_some_and(|betaald| betaald.is_positive())
    }

    fn van_jaren(&self, alle: &mut Vec<Bericht>) {
        let (tijd, kant) = (self.gedeeld.kern.tijd, &self.antwoord.kant);
        for jaar in tijd.jaren() {
            for bill in kant.rekeningen_van(tijd, jaar) {
                alle.push(match bill.code {
                    Code::Afrekening(soort) => {
                        let mut bericht = waarschuwing("toeslag_terug").over(jaar);
                        bericht.zin = bericht.zin.met("toeslag", Arg::Value(soort.word().shown()));
                        Bericht { toeslag: Some(soort), ..bericht.met_bedrag(bill.bedrag) }
                    }
                    _ => waarschuwing("belasting_te_betalen").over(jaar).met_bedrag(bill.bedrag),
                });
            }
            let bij = self.antwoord.gemeente_bij_aanslag(jaar);
            if bij.is_positive() {
                alle.push(waarschuwing("aanslag_naar_gemeente").over(jaar).met_bedrag(bij));
            }
        }
    }

    fn van_bijstand(&self, alle: &mut Vec<Bericht>) {
        let (kern, kant) = (self.gedeeld.kern, &self.antwoord.kant);
        if !self.gemeld() {
            alle.push(waarschuwing("niet_melden").met_bedrag(kant.vordering[LAATSTE]));
            return;
        }
        for k in 1..=LAATSTE {
            let recht = &kant.verloop.recht[k];
            let dag = kern.tijd.dag(k);
            if recht.stopt {
                alle.push(waarschuwing("bijstand_stopt").in_maand(k, dag));
            }
            if recht.begint {
                let eerder = recht.was_er;
                let mut bericht =
                    waarschuwing(if eerder { "bijstand_keert_terug" } else { "bijstand_begint" });
                if is_jong(kern.situatie, kern.tijd, k) {
                    bericht.zin = bericht.zin.voor("jong");
                }
                alle.push(bericht.in_maand(k, dag));
            }
        }
    }

    fn van_baan(&self, alle: &mut Vec<Bericht>) {
        let kern = self.gedeeld.kern;
        let baan = &kern.situatie.baan;
        if baan.start.is_some_and(|start| start.day() > 1) {
            alle.push(waarschuwing("start_niet_op_de_eerste").in_maand(1, kern.tijd.dag(1)));
        }
        if !baan.heeft_uren() {
            alle.push(waarschuwing("baan_zonder_uren"));
            return;
        }
        if baan.soort == SoortBaan::Proefplaatsing && baan.loon == LoonAfspraak::Geen {
            alle.push(waarschuwing("proefplaatsing_eindigt").in_maand(3, kern.tijd.dag(3)));
        }
        let per_uur =
            matches!(baan.loon, LoonAfspraak::PerUur(_)) && baan.soort != SoortBaan::Traject;
        if per_uur {
            alle.push(waarschuwing("minimumloon_2027_onbekend"));
        }
    }

    fn verjaardagen(&self, alle: &mut Vec<Bericht>) {
        let kern = self.gedeeld.kern;
        let h = &kern.situatie.huishouden;
        let mut vanaf = |code, is_zo: &dyn Fn(Date) -> bool| {
            let eerste =
                (1..=LAATSTE).find(|k| is_zo(kern.tijd.dag(*k)) && !is_zo(kern.tijd.dag(*k - 1)));
            alle.extend(eerste.map(|k| waarschuwing(code).in_maand(k, kern.tijd.dag(k))));
        };
        for kind in &h.kinderen {
            vanaf("kind_geboren", &|dag| is_born(kind.geboren, dag));
            for (leeftijd, code) in KIND_WORDT {
                vanaf(code, &|dag| {
                    is_born(kind.geboren, dag) && age(kind.geboren, dag) >= leeftijd
                });
            }
        }
        for (leeftijd, code) in MOEDER_WORDT {
            vanaf(code, &|dag| age(h.geboren, dag) >= leeftijd);
        }
        let met_opvang = |k: &K| self.antwoord.kant.verloop.werk[*k].opvang;
        let past_niet = |k: &K| {
            let dag = kern.tijd.dag(*k);
            // As the household is in that month: care can have changed with a week plan.
            let h = &kern.huizen[*k].house.situatie.huishouden;
            h.geboren_kinderen(dag).any(|kind| {
                let op_school = age(kind.geboren, dag) >= SCHOOLLEEFTIJD;
                kind.opvang.iter().any(|opvang| match opvang.soort {
                    SoortOpvang::Dagopvang => op_school,
                    SoortOpvang::Bso => !op_school,
                    SoortOpvang::Gastouder => false,
                })
            })
        };
        if let Some(k) = (1..=LAATSTE).filter(met_opvang).find(past_niet) {
            alle.push(waarschuwing("opvang_past_niet_bij_leeftijd").in_maand(k, kern.tijd.dag(k)));
        }
    }
}
