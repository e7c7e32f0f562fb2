//! Puts a calendar together: what every month, year and question comes to, in the form of the result.

use jiff::civil::Date;

use super::blokken::blokken;
use super::explanations::{self, van_maand_k};
use super::kant::Kant;
use super::meldingen::berichten;
use super::order::{Afloop, Antwoord, Gedeeld, Vraag};
use super::redenen::redenen;
use super::result::{
    Alternatief, Bijstand, Calendar, Jaar, Later, LaterCode, Maand, Nooit, Samenvatting,
    Toeslagjaar, VanSchulden, Waarde, WatAls, Werk,
};
use super::schulden::in_twaalf_maanden;
use super::stromen::{Code, GETOOND, Rekening};
use super::te_doen::te_doen;
use super::tijd::{K, LAATSTE, Tijd};
use super::toeslagen::{Afrekening, Soort, van_jaar};
use super::vergelijk::{
    Totaal, bij_oude_vrijlating, gemiddeld, getoond, om_van_te_leven, terug, totaal, verschil,
    waarden,
};
use super::werk::Welke;
use crate::coverage::Standing;
use crate::error::Error;
use crate::money::{Euro, Rounding};
use crate::month::{Fase, meldingen_en_fasen};
use crate::situatie::Melden;

const OP_CENTEN: Rounding = Rounding::to_cents("bedrag dat getoond wordt: op hele centen");
/// Allowances with the new data from the fourth payment on: within the thirteen weeks of art. 16(1) Awir.
const LAAT_VERWERKT: K = 4;
const MONTHS_OF_A_YEAR: usize = 12;

/// The two totals of a question, when they can be compared.
struct Vergelijking {
    werkelijk: Totaal,
    nooit: Totaal,
}

impl Vergelijking {
    /// `waarden_nooit` is what each month brings to who never started.
    fn of(gedeeld: &Gedeeld, antwoord: &Antwoord, waarden_nooit: &[Euro]) -> Self {
        let (kern, nooit) = (gedeeld.kern, &gedeeld.nooit.verloop);
        let Afloop { verloop: eigen, eind, waarden } = &*antwoord.afloop;
        Self {
            werkelijk: totaal(kern, eigen, eind, waarden, eigen, nooit),
            nooit: totaal(kern, nooit, &gedeeld.oud, waarden_nooit, eigen, nooit),
        }
    }

    fn verschil(&self) -> Euro {
        verschil(self.werkelijk.samen, self.nooit.samen)
    }

    fn met_gemeente(&self) -> Euro {
        verschil(self.werkelijk.met_gemeente, self.nooit.met_gemeente)
    }
}

/// Puts the calendar together.
pub(super) fn of(gedeeld: &Gedeeld) -> Result<Calendar, Error> {
    let (kern, tijd) = (gedeeld.kern, gedeeld.kern.tijd);
    let vraag = Vraag::van(kern.situatie);
    let antwoord = gedeeld.antwoord(vraag)?;
    let nooit = waarden(kern, &gedeeld.nooit.verloop, &gedeeld.oud)?;
    let werkelijk = &antwoord.afloop.waarden;
    let eerste = &kern.huizen[1];
    let (vast, fasen) = meldingen_en_fasen(&eerste.house, &eerste.zorg.kinderen)?;
    let maanden = GETOOND.map(|k| {
        let at = usize::try_from(k - 1).ok();
        let waarde =
            at.map(|at| Waarde { nooit: getoond(nooit[at]), werkelijk: getoond(werkelijk[at]) });
        maand(gedeeld, &antwoord, k, waarde)
    });
    let standing = |jaar: i16| kern.huizen[*tijd.van_jaar(jaar).end()].house.amounts.standing;
    let samenvatting = samenvatting(gedeeld, &antwoord, &fasen, &nooit);
    let berichten = berichten(gedeeld, &antwoord, &vast, samenvatting.jaarinkomen_telt_terug);
    let voortgezet = tijd.jaren().into_iter().filter(|jaar| standing(*jaar) == Standing::Continued);
    Ok(Calendar {
        book: kern.situatie.book,
        start: tijd.dag(1),
        jaren_voortgezet: voortgezet.collect(),
        maanden: maanden.collect::<Result<_, _>>()?,
        jaren: tijd
            .jaren()
            .into_iter()
            .map(|van| jaar(gedeeld, &antwoord, van, standing(van)))
            .collect(),
        later: later(gedeeld, &antwoord),
        samenvatting,
        wat_als: wat_als(gedeeld, &antwoord, &nooit)?,
        te_doen: te_doen(gedeeld, &antwoord),
        aannames: berichten.aannames,
        niet_berekend: berichten.niet_berekend,
        waarschuwingen: berichten.waarschuwingen,
    })
}

fn maand(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    k: K,
    waarde: Option<Waarde>,
) -> Result<Maand, Error> {
    let (kern, tijd) = (gedeeld.kern, gedeeld.kern.tijd);
    let (kant, nooit) = (&antwoord.kant, &gedeeld.nooit);
    let rekening = &kant.rekeningen[usize::try_from(k).unwrap_or_default()];
    let nog_terug = kant.nog_terug(tijd, k);
    Ok(Maand {
        nummer: k,
        maand: tijd.dag(k),
        status: kern.huizen[k].house.amounts.standing,
        werk: Werk::in_maand(&kant.verloop, k),
        uren: kant.verloop.werk[k].uren,
        stromen: rekening.stromen.clone(),
        lijnen: lijnen(kant, rekening),
        begin: rekening.begin,
        eind: rekening.eind,
        laagste: rekening.laagste,
        nog_terug,
        echt_van_haar: rekening.eind - nog_terug,
        opzij: kant.opzij(tijd, k),
        nooit: (nooit.eind(k), nooit.nog_terug(tijd, k)),
        waarde,
        bijstand: bijstand(kant, k),
        redenen: if k > 0 { redenen(gedeeld, antwoord, k) } else { Vec::new() },
        uitleg: van_maand_k(gedeeld, antwoord, k)?,
    })
}

/// The sum of every code; creditors are among them only when something of them is computed.
fn lijnen(kant: &Kant, rekening: &Rekening) -> Vec<(Code, Euro)> {
    let is_there = |code: &Code| *code != Code::NaarSchuldeisers || kant.beslag.is_some();
    let codes = Code::ALLE.into_iter().filter(is_there);
    codes.map(|code| (code, rekening.lijn(code))).collect()
}

/// What is left of the twelve months after creditors, of both paths; not for a job that is not reported.
fn schulden(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    waarden: [&[Euro]; 2],
) -> Option<[VanSchulden; 2]> {
    if antwoord.vraag.melden == Melden::Niet {
        return None;
    }
    let van = |kant: &Kant, waarden: &[Euro]| {
        let naar_schuldeisers = in_twaalf_maanden(kant.beslag.as_ref()?);
        let samen: Euro = waarden.iter().copied().sum();
        let over_per_maand = gemiddeld(samen - naar_schuldeisers, MONTHS_OF_A_YEAR);
        Some(VanSchulden { naar_schuldeisers, over_per_maand })
    };
    let [nooit, werkelijk] = waarden;
    Some([van(&gedeeld.nooit, nooit)?, van(&antwoord.kant, werkelijk)?])
}

fn bijstand(kant: &Kant, k: K) -> Bijstand {
    let (recht, uitkering) = (&kant.verloop.recht[k], &kant.uitkering[k]);
    Bijstand {
        norm: recht.norm,
        ink: recht.ink,
        regel: recht.regel().word(),
        vrijlating: recht.vrijgelaten(),
        vakantiegeld_claim: recht.claim,
        recht: recht.bijstand,
        uitbetaald_recht: recht.uitbetaald,
        geschat: uitkering.geschat,
        ingehouden: uitkering.ingehouden,
        nabetaald: uitkering.nabetaald,
        openstaand: uitkering.openstaand,
        alternatief: recht.alternatief().map(|oud| Alternatief {
            regel: oud.regel.word(),
            uitbetaald: oud.uitbetaald,
            verschil: oud.uitbetaald - recht.uitbetaald,
        }),
    }
}

fn jaar(gedeeld: &Gedeeld, antwoord: &Antwoord, jaar: i16, status: Standing) -> Jaar {
    let tijd = gedeeld.kern.tijd;
    let kant = &antwoord.kant;
    let van = kant.verloop.jaar(jaar);
    let at = usize::from(jaar != tijd.a);
    let oud = gedeeld.nooit.verloop.jaar(jaar).toetsingsinkomen;
    let toeslag = |afrekening: &Afrekening| Toeslagjaar {
        recht: afrekening.recht,
        betaald: afrekening.betaald,
        afrekening: afrekening.afrekening,
        kwijt: afrekening.kwijt,
        datum: Date::new(jaar + 1, 12, 31).unwrap_or(Date::MAX),
    };
    let toeslagen = Soort::ALLE.into_iter().zip(kant.afrekeningen[at].iter().map(toeslag));
    let belasting =
        kant.na_het_jaar(tijd, jaar).into_iter().find(|later| later.code == Code::Belasting);
    Jaar {
        jaar,
        status,
        maanden_werk: kant.maanden_werk(tijd, jaar),
        fiscaal_loon: van.fiscaal_loon,
        bruto_bijstand: van.bruto_bijstand,
        toetsingsinkomen: van.toetsingsinkomen,
        geschat_toetsingsinkomen: [oud, gedeeld.geschat_inkomen[at]],
        iack_maand: gedeeld.iack_van_jaar(antwoord, jaar).0,
        ingehouden: van.ingehouden,
        verschuldigd: van.verschuldigd,
        iack_verrekend: van.iack_verrekend,
        saldo: van.saldo.rounded(OP_CENTEN).once(),
        naar_gemeente: van.naar_gemeente.rounded(OP_CENTEN).once(),
        gemeente_bij_aanslag: antwoord.gemeente_bij_aanslag(jaar),
        datum: belasting.map(|later| later.datum),
        toeslagen: toeslagen.collect(),
        opzij_per_maand: kant.opzij_per_maand(tijd, jaar),
        uitleg: explanations::van_jaar(gedeeld, antwoord, jaar),
    }
}

/// What comes after month 12: settlements by their day, then what stands open.
fn later(gedeeld: &Gedeeld, antwoord: &Antwoord) -> Vec<Later> {
    let (tijd, kant) = (gedeeld.kern.tijd, &antwoord.kant);
    let mut alle: Vec<Later> = Vec::new();
    for jaar in tijd.jaren() {
        let na =
            kant.na_het_jaar(tijd, jaar).into_iter().filter(|later| tijd.k(later.datum) > LAATSTE);
        alle.extend(na.map(|later| Later {
            datum: Some(later.datum),
            jaar: Some(jaar),
            code: LaterCode::Stroom(later.code),
            bedrag: later.bedrag,
        }));
    }
    alle.sort_by_key(|later| later.datum);
    let reserve = kant.verloop.recht[LAATSTE].reserve.once();
    let openstaand = match antwoord.vraag.melden {
        Melden::Direct => -kant.uitkering[LAATSTE].openstaand.once(),
        Melden::Niet => -kant.vordering[LAATSTE],
    };
    let werk = &kant.verloop.werk[LAATSTE];
    let is_later =
        gedeeld.kern.situatie.kalender.loon_maand_later && werk.welke == Some(Welke::Nieuw);
    let loon = if is_later {
        (werk.loon.value.netto_loon + werk.reisvergoeding).once()
    } else {
        Euro::ZERO
    };
    let open = [
        (LaterCode::VakantiegeldOpgebouwd, kant.verloop.vakantiegeld.open),
        (LaterCode::VakantietoeslagOpgebouwd, reserve),
        (LaterCode::BijstandOpenstaand, openstaand),
        (LaterCode::LoonLater, loon),
    ];
    alle.extend(open.map(|(code, bedrag)| Later {
        datum: None,
        jaar: None,
        code,
        bedrag: getoond(bedrag),
    }));
    alle.retain(|later| !later.bedrag.is_zero());
    alle
}

fn samenvatting(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    fasen: &[Fase],
    nooit: &[Euro],
) -> Samenvatting {
    let (kern, tijd) = (gedeeld.kern, gedeeld.kern.tijd);
    let (kant, werkelijk) = (&antwoord.kant, &antwoord.afloop.waarden);
    let vergelijking = Vergelijking::of(gedeeld, antwoord, nooit);
    let gemeld = antwoord.vraag.melden == Melden::Direct;
    let verschil_met_nooit = gemeld.then(|| vergelijking.verschil());
    let op_de_rekening = kant.eind(LAATSTE) - gedeeld.nooit.eind(LAATSTE);
    let oude = bij_oude_vrijlating(&kant.verloop);
    let oude = verschil_met_nooit.zip(oude).map(|(verschil, erbij)| verschil + erbij);
    let per_maand: Vec<Euro> =
        werkelijk.iter().zip(nooit).map(|(werkelijk, nooit)| *werkelijk - *nooit).collect();
    let blokken = || blokken(kern, &kant.verloop, fasen, &per_maand, antwoord.vraag.stopt_na);
    Samenvatting {
        verschil_met_nooit,
        verschil_op_de_rekening: op_de_rekening,
        komt_nog: verschil_met_nooit.map(|verschil| verschil - op_de_rekening),
        verschil_als_gemeente_bijspringt: gemeld.then(|| vergelijking.met_gemeente()),
        verschil_bij_oude_vrijlating: oude,
        jaarinkomen_telt_terug: verschil(vergelijking.werkelijk.voor, vergelijking.nooit.voor),
        per_maand: verschil_met_nooit.map(|verschil| gemiddeld(verschil, MONTHS_OF_A_YEAR)),
        om_van_te_leven: [om_van_te_leven(kern, nooit), om_van_te_leven(kern, werkelijk)],
        blokken: gemeld.then(blokken),
        laagste: kant.laagste(),
        beginsaldo: gedeeld.geld.beginsaldo,
        leefgeld: gedeeld.geld.leefgeld,
        nooit: wie_nooit_begon(&gedeeld.nooit, tijd),
        schulden: schulden(gedeeld, antwoord, [nooit, werkelijk]),
    }
}

fn wie_nooit_begon(kant: &Kant, tijd: Tijd) -> Nooit {
    let jaren = tijd.jaren().map(|jaar| {
        let van = kant.verloop.jaar(jaar);
        let afrekeningen = &kant.afrekeningen[van_jaar(tijd, *tijd.van_jaar(jaar).start())];
        (
            jaar,
            van.saldo.rounded(OP_CENTEN).once(),
            van.naar_gemeente.rounded(OP_CENTEN).once(),
            afrekeningen.iter().map(|afrekening| afrekening.afrekening).sum(),
        )
    });
    Nooit {
        eind: kant.eind(LAATSTE),
        nog_terug: kant.nog_terug(tijd, LAATSTE),
        echt_van_haar: kant.echt_van_haar(tijd, LAATSTE),
        laagste: kant.laagste(),
        terug: terug(kant, tijd),
        jaren: jaren.to_vec(),
    }
}

/// The same calendar with one thing changed, in the order of the contract.
fn wat_als(
    gedeeld: &Gedeeld,
    gevraagd: &Antwoord,
    waarden_nooit: &[Euro],
) -> Result<Vec<(&'static str, WatAls)>, Error> {
    let vraag = gevraagd.vraag;
    let direct = Vraag { melden: Melden::Direct, ..vraag };
    let na = gedeeld.kern.situatie.kalender.wat_als_stopt_na;
    let anders;
    let gemeld = if vraag == direct {
        gevraagd
    } else {
        anders = gedeeld.antwoord(direct)?;
        &anders
    };
    let laat = gedeeld.anders_verwerkt(gemeld, LAAT_VERWERKT)?;
    let niet = gedeeld.antwoord(Vraag { melden: Melden::Niet, ..vraag })?;
    let stopt = gedeeld.antwoord(Vraag { stopt_na: Some(na), ..direct })?;
    let kaart = |antwoord, na| kaart(gedeeld, antwoord, waarden_nooit, na);
    Ok(vec![
        ("gemeld", kaart(gemeld, None)),
        ("laat_gemeld", kaart(&laat, None)),
        ("niet_gemeld", kaart(&niet, None)),
        ("baan_stopt", kaart(&stopt, Some(na))),
    ])
}

fn kaart(
    gedeeld: &Gedeeld,
    antwoord: &Antwoord,
    waarden_nooit: &[Euro],
    na: Option<u32>,
) -> WatAls {
    let tijd = gedeeld.kern.tijd;
    let kant = &antwoord.kant;
    let vergelijking = match antwoord.vraag.melden {
        Melden::Direct => Some(Vergelijking::of(gedeeld, antwoord, waarden_nooit)),
        Melden::Niet => None,
    };
    WatAls {
        na,
        echt_van_haar: kant.echt_van_haar(tijd, LAATSTE),
        terug: terug(kant, tijd),
        eind: kant.eind(LAATSTE),
        laagste: kant.laagste(),
        verschil_met_nooit: vergelijking.as_ref().map(Vergelijking::verschil),
        verschil_als_gemeente_bijspringt: vergelijking.as_ref().map(Vergelijking::met_gemeente),
    }
}
