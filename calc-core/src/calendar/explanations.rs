//! How the amounts of a calendar came about: the rules of the engine, put with the month and the line they make.

use std::sync::Arc;

use super::kant::{Kant, Post, kwartaal_van, posten_van_maand};
use super::order::{Antwoord, Gedeeld};
use super::schulden;
use super::stromen::Code;
use super::tijd::{K, maand};
use super::toeslagen::{
    Schatting, Soort, Uitgangspunt, som_van_jaar, van_jaar as plaats, van_maand,
};
use super::vergelijk::getoond;
use super::verloop::Verloop;
use super::werk::betaalde_maand;
use crate::engine::order::middelen;
use crate::engine::year::{rekeninkomen, toetsingsinkomen_samen};
use crate::error::Error;
use crate::explain::{Explain, Explained, Explanation, Working};
use crate::money::{Euro, PerMonth, PerYear};
use crate::schemes::bijstand::{bijstand, uitbetaald};
use crate::situatie::{Afrekening, Melden};
use crate::value::Months;

const OPTELLING: &str = "optelling van alle regels";

/// How the amounts of a month came about.
#[derive(Clone, Debug)]
pub struct UitlegMaand {
    /// Of each line that is not nothing.
    pub lijnen: Vec<(Code, Arc<Explanation>)>,
    /// Of bijstand by right.
    pub bijstand: Arc<Explanation>,
    /// Of what has to be paid back.
    pub nog_terug: Arc<Explanation>,
    /// Of what the month brings: to who never started, and as it happens. `None` in month 0.
    pub waarde: Option<[Arc<Explanation>; 2]>,
}

/// How the amounts of a year came about, each of every person.
#[derive(Clone, Debug)]
pub struct UitlegJaar {
    /// Gross bijstand.
    pub bruto_bijstand: Vec<Arc<Explanation>>,
    /// The income that the allowances look at.
    pub toetsingsinkomen: Vec<Arc<Explanation>>,
    /// What tax settles.
    pub saldo: Vec<Arc<Explanation>>,
    /// Each other amount, by its name in the contract.
    pub bedragen: Vec<(&'static str, Arc<Explanation>)>,
    /// The right of each allowance, and what it settles.
    pub toeslagen: Vec<(Soort, Arc<Explanation>)>,
}

/// The month, when that was asked for.
pub(super) fn van_maand_k(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    k: K,
) -> Result<Option<UitlegMaand>, Error> {
    if gedeeld.kern.explain == Explain::No {
        return Ok(None);
    }
    let kant = &antwoord.kant;
    let mut lijnen = Vec::new();
    for code in Code::ALLE {
        let bedrag = kant.rekening(k).map_or(Euro::ZERO, |rekening| rekening.lijn(code));
        if !bedrag.is_zero() {
            lijnen
                .extend(lijn(gedeeld, antwoord, k, code, bedrag)?.explanation.map(|it| (code, it)));
        }
    }
    let waarde = |verloop: &Verloop, eind: &Schatting| waarde(gedeeld, verloop, eind, k);
    let waarden = if k > 0 {
        let nooit = waarde(&gedeeld.nooit.verloop, &gedeeld.oud)?;
        nooit.zip(waarde(&kant.verloop, &antwoord.afloop.eind)?).map(<[_; 2]>::from)
    } else {
        None
    };
    let recht = recht(gedeeld, &kant.verloop, k).explanation;
    let nog_terug = nog_terug(gedeeld, kant, k).explanation;
    Ok(recht.zip(nog_terug).map(|(bijstand, nog_terug)| UitlegMaand {
        lijnen,
        bijstand,
        nog_terug,
        waarde: waarden,
    }))
}

fn lijn(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    k: K,
    code: Code,
    bedrag: Euro,
) -> Result<Explained<Euro>, Error> {
    let kern = gedeeld.kern;
    let kant = &antwoord.kant;
    match code {
        Code::NettoLoon => {
            let mut w = Working::of("kalender_loon", "art. 31(3) Participatiewet", Explain::Yes);
            if let Some(werk) = betaalde_maand(&kant.verloop.werk, kern.situatie, k) {
                w.rule(&werk.loon);
            }
            if let Some((loon, _)) = &kern.huizen[k].house.partner {
                w.rule(loon);
            }
            Ok(w.result(bedrag))
        }
        Code::Vakantiegeld => {
            let mut w = Working::of("kalender_vakantiegeld", "art. 15 Wml", Explain::Yes);
            let van = &kant.verloop.vakantiegeld;
            w.input("bruto", van.zij[k].bruto + van.partner[k].bruto);
            w.input("belasting", van.zij[k].belasting + van.partner[k].belasting);
            Ok(w.result(bedrag))
        }
        Code::Bijstand => {
            let mut w =
                Working::of("kalender_bijstand", "art. 58(4) Participatiewet", Explain::Yes);
            let uitkering = &kant.uitkering[k];
            w.rule(&recht_van_betaling(gedeeld, antwoord, k));
            w.input("geschat", uitkering.geschat);
            w.input("ingehouden", uitkering.ingehouden);
            w.input("nabetaald", uitkering.nabetaald);
            Ok(w.result(bedrag))
        }
        Code::NaarSchuldeisers => {
            let mut w = Working::of("kalender_schulden", "art. 475c Rv", Explain::Yes);
            let nooit = &gedeeld.nooit.verloop;
            w.rule(&schulden::uitleg(kern, nooit, &kant.verloop, k)?);
            if let Some(beslag) = &kant.beslag {
                w.input("van_vakantiegeld", beslag[k].vakantiegeld);
                w.input("van_vakantiedeel", beslag[k].vakantiedeel);
            }
            Ok(w.result(bedrag))
        }
        Code::Toeslag(soort) => toeslag(gedeeld, antwoord, k, soort, bedrag),
        Code::Kinderbijslag => {
            let mut w = Working::of(
                "kalender_kinderbijslag",
                "art. 12 Algemene Kinderbijslagwet",
                Explain::Yes,
            );
            w.rule(&kwartaal_van(kern, k - 1, Explain::Yes)?);
            Ok(w.result(bedrag))
        }
        _ => {
            let mut w = Working::of("kalender_bedrag", OPTELLING, Explain::Yes);
            w.input("bedrag", bedrag);
            Ok(w.result(bedrag))
        }
    }
}

/// The bijstand that a payment is made by: of who reports nothing as if she never started, settled in arrears by the means
/// of the month before, else by right.
fn recht_van_betaling(gedeeld: &Gedeeld, antwoord: &Antwoord, k: K) -> Explained<PerMonth> {
    let (kern, verloop) = (gedeeld.kern, &antwoord.kant.verloop);
    if k < 1 {
        recht(gedeeld, verloop, k)
    } else if antwoord.vraag.melden == Melden::Niet {
        recht(gedeeld, &gedeeld.nooit.verloop, k)
    } else if kern.situatie.kalender.afrekening == Afrekening::Achteraf {
        recht_met(gedeeld, verloop, k, (k - 1).max(*kern.tijd.alle().start()))
    } else {
        recht(gedeeld, verloop, k)
    }
}

/// Bijstand by right, as the steady month has it: under the rule of this month, with its IACK.
fn recht(gedeeld: &Gedeeld, verloop: &Verloop, k: K) -> Explained<PerMonth> {
    recht_met(gedeeld, verloop, k, k)
}

/// Bijstand of a month with the means of a month, which may be another.
fn recht_met(gedeeld: &Gedeeld, verloop: &Verloop, k: K, van: K) -> Explained<PerMonth> {
    let house = &gedeeld.kern.huizen[k].house;
    let recht = &verloop.recht[van];
    let loon = verloop.werk[van].loon.clone();
    let huis_van = &gedeeld.kern.huizen[van].house;
    let middelen = middelen(huis_van, loon, recht.geprobeerd, Explain::Yes);
    let ontvangt = house.situatie.bijstand.ontvangt;
    let bijstand = bijstand(ontvangt, &house.norm, &middelen, recht.iack, Explain::Yes);
    uitbetaald(&bijstand, house.amounts.norm.norm, Explain::Yes)
}

fn toeslag(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    k: K,
    soort: Soort,
    bedrag: Euro,
) -> Result<Explained<Euro>, Error> {
    let betaald = &antwoord.kant.betaald[soort as usize];
    let uitgangspunt = uitgangspunt(gedeeld, antwoord, k);
    let [zorg, huur, kind, opvang] = van_maand(gedeeld.kern, &uitgangspunt, k + 1, Explain::Yes)?;
    let van = match soort {
        Soort::Zorgtoeslag => zorg,
        Soort::Huurtoeslag => huur,
        Soort::KindgebondenBudget => kind,
        Soort::Kinderopvangtoeslag => opvang,
    };
    let mut w = Working::of("kalender_toeslag", "art. 22(2) Awir", Explain::Yes);
    let house = &gedeeld.kern.huizen[k + 1].house;
    let eigen: Vec<_> = uitgangspunt.inkomens[plaats(gedeeld.kern.tijd, k + 1)].iter().collect();
    w.rule(&if soort == Soort::Huurtoeslag {
        rekeninkomen(house, &eigen, Explain::Yes)
    } else {
        toetsingsinkomen_samen(house, &eigen, Explain::Yes)
    });
    w.rule(&van);
    w.input("voorschot", betaald.betaling[k] - betaald.nabetaling[k] - betaald.verrekend[k]);
    w.input("verrekend", betaald.verrekend[k]);
    w.input("nabetaling", betaald.nabetaling[k]);
    Ok(w.result(bedrag))
}

/// What the estimate takes for granted that the payment of a month is made on.
fn uitgangspunt<'a>(gedeeld: &'a Gedeeld, antwoord: &'a Antwoord, k: K) -> Uitgangspunt<'a> {
    let (nooit, werkelijk) = (&gedeeld.nooit.verloop, &antwoord.kant.verloop);
    let vraag = antwoord.vraag;
    if k < vraag.verwerkt {
        return Uitgangspunt::van(nooit, nooit);
    }
    if vraag.melden == Melden::Niet {
        return Uitgangspunt::van(nooit, werkelijk);
    }
    if vraag.stopt_na.is_some_and(|stopt| k >= maand(stopt) + vraag.verwerkt) {
        return Uitgangspunt::van(werkelijk, werkelijk);
    }
    let geschat = &gedeeld.kern.situatie.kalender.geschat_inkomen;
    Uitgangspunt::van(&gedeeld.verwacht, &gedeeld.verwacht).met_inkomen(gedeeld.kern.tijd, geschat)
}

fn nog_terug(gedeeld: &Gedeeld, kant: &Kant, k: K) -> Explained<Euro> {
    let tijd = gedeeld.kern.tijd;
    let mut w = Working::of("kalender_nog_terug", OPTELLING, Explain::Yes);
    w.input("te_veel_bijstand", kant.vordering[k]);
    for jaar in tijd.jaren() {
        let (voorbij, alle) = kant.deel(tijd, jaar, k);
        let bills = kant.te_betalen(tijd, jaar).into_iter();
        for bill in bills.filter(|bill| tijd.k(bill.datum) > k) {
            w.input("na_het_jaar", -bill.bedrag);
            w.input("maanden_voorbij", telling(voorbij));
            w.input("van_maanden", telling(alle));
        }
    }
    w.result(kant.nog_terug(tijd, k))
}

fn telling(maanden: usize) -> Months {
    Months(u32::try_from(maanden).unwrap_or(u32::MAX))
}

fn waarde(
    gedeeld: &Gedeeld,
    verloop: &Verloop,
    eind: &Schatting,
    k: K,
) -> Result<Option<Arc<Explanation>>, Error> {
    let mut w = Working::of("kalender_waarde", OPTELLING, Explain::Yes);
    let mut samen = Euro::ZERO;
    for (post, bedrag) in posten_van_maand(gedeeld.kern, verloop, eind, k)? {
        samen += w.step(stap(post), bedrag);
    }
    Ok(w.result(getoond(samen)).explanation)
}

const fn stap(post: Post) -> &'static str {
    match post {
        Post::NettoLoon => "netto_loon",
        Post::Bijstand => "bijstand",
        Post::Iack => "iack",
        Post::Alimentatie => "alimentatie",
        Post::Toeslag(at) => Soort::ALLE[at].word(),
        Post::Kinderbijslag => "kinderbijslag",
        Post::Opvang => "opvang",
        Post::Reiskosten => "reiskosten",
    }
}

/// The year, when that was asked for.
pub(super) fn van_jaar(gedeeld: &Gedeeld, antwoord: &Antwoord, jaar: i16) -> Option<UitlegJaar> {
    if gedeeld.kern.explain == Explain::No {
        return None;
    }
    let van = antwoord.kant.verloop.jaar(jaar);
    let bomen = |all: &[Explained<PerYear>]| {
        all.iter().filter_map(|it| it.explanation.clone()).collect::<Vec<_>>()
    };
    let at = usize::from(jaar != gedeeld.kern.tijd.a);
    let toeslag = |soort: Soort| {
        let afrekening = antwoord.kant.afrekeningen[at][soort as usize];
        let mut w = Working::of("kalender_toeslagjaar", "art. 19 Awir", Explain::Yes);
        w.input("som_van_maanden", som_van_jaar(&antwoord.afloop.eind, soort, jaar));
        w.step("recht", afrekening.recht);
        w.input("betaald", afrekening.betaald);
        w.step("kwijt", afrekening.kwijt);
        w.result(afrekening.afrekening).explanation.map(|it| (soort, it))
    };
    Some(UitlegJaar {
        bruto_bijstand: bomen(&van.bruto),
        toetsingsinkomen: bomen(&van.inkomens),
        saldo: bomen(&van.saldi),
        bedragen: bedragen(gedeeld, antwoord, jaar),
        toeslagen: Soort::ALLE.into_iter().filter_map(toeslag).collect(),
    })
}

/// The amounts of a year that no rule of their own makes.
fn bedragen(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    jaar: i16,
) -> Vec<(&'static str, Arc<Explanation>)> {
    let (tijd, kant) = (gedeeld.kern.tijd, &antwoord.kant);
    let van = kant.verloop.jaar(jaar);
    let vakantiegeld = tijd.van_jaar(jaar).map(|k| kant.verloop.vakantiegeld.zij[k].bruto);
    let mut loon = Working::of("kalender_fiscaal_loon", "art. 10 Wet LB 1964", Explain::Yes);
    let vakantiegeld = loon.input("vakantiegeld", vakantiegeld.sum::<PerYear>());
    loon.input("loon", van.fiscaal_loon - vakantiegeld);
    let mut iack = Working::of("kalender_iack_maand", "art. 8.14a Wet IB 2001", Explain::Yes);
    let (per_maand, maanden) = gedeeld.iack_van_jaar(antwoord, jaar);
    iack.input("iack_verrekend", van.iack_verrekend);
    iack.input("maanden", telling(maanden));
    let herkomst = |mut w: Working| {
        w.input("saldo", getoond(van.saldo.once()));
        w.input("met_bijstand", Months(van.herkomst.met_bijstand));
        w.input("van_maanden", Months(van.herkomst.maanden));
        w
    };
    let mut naar = herkomst(Working::of(
        "kalender_naar_gemeente",
        "art. 32(1)(b) Participatiewet",
        Explain::Yes,
    ));
    naar.input("bijstand", van.herkomst.bijstand);
    let bij = herkomst(Working::of(
        "kalender_gemeente_bij_aanslag",
        "art. 32(1)(b) Participatiewet",
        Explain::Yes,
    ));
    let mut opzij = Working::of("kalender_opzij", OPTELLING, Explain::Yes);
    for bill in kant.te_betalen(tijd, jaar) {
        opzij.input("na_het_jaar", getoond(-bill.bedrag));
    }
    opzij.input("maanden_werk", Months(kant.maanden_werk(tijd, jaar)));
    let bomen = [
        ("fiscaal_loon", loon.result(van.fiscaal_loon).explanation),
        ("iack_maand", iack.result(per_maand).explanation),
        ("naar_gemeente", naar.result(getoond(van.naar_gemeente.once())).explanation),
        ("gemeente_bij_aanslag", bij.result(antwoord.gemeente_bij_aanslag(jaar)).explanation),
        ("opzij_per_maand", opzij.result(kant.opzij_per_maand(tijd, jaar)).explanation),
    ];
    bomen.into_iter().filter_map(|(naam, boom)| Some((naam, boom?))).collect()
}
