//! The result of a calendar: its types, and how they are put together.

use jiff::civil::Date;

use super::blokken::blokken;
use super::kant::Kant;
use super::meldingen::{Bericht, berichten};
use super::redenen::{Reden, redenen};
use super::stromen::{Code, GETOOND, Laagste, Stroom};
use super::te_doen::{TeDoen, te_doen};
use super::tijd::{K, LAATSTE, Tijd};
use super::toeslagen::{Afrekening, Soort, van_jaar};
use super::vergelijk::{
    Terug, Totaal, bij_oude_vrijlating, gemiddeld, getoond, om_van_te_leven, terug, totaal,
    verschil, waarden,
};
use super::verloop::Verloop;
use super::werk::Welke;
use super::{Antwoord, Gedeeld, Vraag};
use crate::coverage::Standing;
use crate::error::Error;
use crate::money::{Euro, HoursPerMonth, PerMonth, PerYear, Rounding};
use crate::situatie::{Melden, SoortBaan};

const OP_CENTEN: Rounding = Rounding::to_cents("bedrag dat getoond wordt: op hele centen");
/// Allowances with the new data from the fourth payment on: within the thirteen weeks of art. 16(1) Awir.
const LAAT_VERWERKT: K = 4;
const MONTHS_OF_A_YEAR: usize = 12;

/// What a month's work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Werk {
    /// The month before the start.
    Nu,
    /// Paid work.
    Baan,
    /// A trial placement.
    Proefplaatsing,
    /// A trajectory.
    Traject,
    /// After the job.
    NaBaan,
    /// No job at all.
    Geen,
}

impl Werk {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nu => "nu",
            Self::Baan => "baan",
            Self::Proefplaatsing => "proefplaatsing",
            Self::Traject => "traject",
            Self::NaBaan => "na_baan",
            Self::Geen => "geen",
        }
    }

    /// The work of a month that is shown.
    pub(super) fn in_maand(verloop: &Verloop, k: K) -> Self {
        if k < 1 {
            return Self::Nu;
        }
        match (&verloop.werk[k].welke, verloop.werk[k].baan.map(|baan| baan.soort)) {
            (Some(Welke::Nu | Welke::Nieuw), Some(SoortBaan::Proefplaatsing)) => {
                Self::Proefplaatsing
            }
            (Some(Welke::Nu | Welke::Nieuw), Some(SoortBaan::Traject)) => Self::Traject,
            (Some(Welke::Nu | Welke::Nieuw), _) => Self::Baan,
            (None, _) if (1..k).any(|eerder| verloop.werk[eerder].is_baan()) => Self::NaBaan,
            (None, _) => Self::Geen,
        }
    }
}

/// Thirteen months.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The first day of month 1.
    pub start: Date,
    /// The years whose amounts are carried on.
    pub jaren_voortgezet: Vec<i16>,
    /// Months 0 to 12.
    pub maanden: Vec<Maand>,
    /// The two years.
    pub jaren: Vec<Jaar>,
    /// What comes or has to be paid after month 12.
    pub later: Vec<Later>,
    /// The whole in a few amounts.
    pub samenvatting: Samenvatting,
    /// The same with one thing changed.
    pub wat_als: Vec<(&'static str, WatAls)>,
    /// What she has to do because of the job, by date.
    pub te_doen: Vec<TeDoen>,
    /// Every choice and default that touched the result.
    pub aannames: Vec<Bericht>,
    /// What was left out, and which way it would move the result.
    pub niet_berekend: Vec<Bericht>,
    /// What she should know.
    pub waarschuwingen: Vec<Bericht>,
}

/// One month.
#[derive(Clone, Debug)]
pub struct Maand {
    /// 0 to 12.
    pub nummer: i32,
    /// Its first day.
    pub maand: Date,
    /// Whether its amounts are its own.
    pub status: Standing,
    /// What work there is.
    pub werk: Werk,
    /// The hours of the list.
    pub uren: Option<HoursPerMonth>,
    /// Every movement, in order.
    pub stromen: Vec<Stroom>,
    /// The sum of every code, in the order of the contract.
    pub lijnen: Vec<(Code, Euro)>,
    /// The balance at the start.
    pub begin: Euro,
    /// The balance at the end.
    pub eind: Euro,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What of the balance has to be paid back.
    pub nog_terug: Euro,
    /// What is hers.
    pub echt_van_haar: Euro,
    /// What to put aside.
    pub opzij: Euro,
    /// The account of who never started: its balance, and what of it has to be paid back.
    pub nooit: (Euro, Euro),
    /// What the month brings, whenever it is paid; `None` in month 0.
    pub waarde: Option<Waarde>,
    /// Bijstand by right and as it is paid.
    pub bijstand: Bijstand,
    /// Why lines differ from the month before.
    pub redenen: Vec<Reden>,
}

/// What a month brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waarde {
    /// To who never started.
    pub nooit: Euro,
    /// As it happens.
    pub werkelijk: Euro,
}

impl Waarde {
    /// The difference of the amounts shown.
    pub fn verschil(&self) -> Euro {
        self.werkelijk - self.nooit
    }
}

/// Bijstand of a month.
#[derive(Clone, Copy, Debug)]
pub struct Bijstand {
    /// The norm.
    pub norm: PerMonth,
    /// Her wage as it counts, before the disregard.
    pub ink: PerMonth,
    /// The disregard, in the words of the contract.
    pub regel: &'static str,
    /// Its amount.
    pub vrijlating: PerMonth,
    /// The claim to holiday pay that counts.
    pub vakantiegeld_claim: PerMonth,
    /// By right, holiday part included.
    pub recht: PerMonth,
    /// What of it is paid each month.
    pub uitbetaald_recht: PerMonth,
    /// What the municipality expects, or pays by the month before.
    pub geschat: PerMonth,
    /// What it takes back of earlier months.
    pub ingehouden: PerMonth,
    /// What it adds for earlier months.
    pub nabetaald: PerMonth,
    /// All that was paid too much; below zero: too little.
    pub openstaand: PerMonth,
    /// The other reading of a month of 2027 or later.
    pub alternatief: Option<Alternatief>,
}

/// A month of 2027 or later if the disregard of 2026 ran on.
#[derive(Clone, Copy, Debug)]
pub struct Alternatief {
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// What would be paid of bijstand.
    pub uitbetaald: PerMonth,
    /// That less what is.
    pub verschil: PerMonth,
}

/// One of the two years.
#[derive(Clone, Debug)]
pub struct Jaar {
    /// Which.
    pub jaar: i16,
    /// Whether its amounts are its own.
    pub status: Standing,
    /// Months with the job.
    pub maanden_werk: u32,
    /// Her taxable wage, holiday pay included.
    pub fiscaal_loon: PerYear,
    /// Gross bijstand.
    pub bruto_bijstand: PerYear,
    /// Her toetsingsinkomen (with a partner: of both).
    pub toetsingsinkomen: PerYear,
    /// What Dienst Toeslagen had before the job, and has after it.
    pub geschat_toetsingsinkomen: [PerYear; 2],
    /// IACK by the month of the new job.
    pub iack_maand: PerMonth,
    /// Withheld by employer and municipality.
    pub ingehouden: PerYear,
    /// Tax after the credits but the IACK.
    pub verschuldigd: PerYear,
    /// IACK set off against it.
    pub iack_verrekend: PerYear,
    /// Positive: a refund.
    pub saldo: Euro,
    /// What of a refund the municipality takes: nil or below.
    pub naar_gemeente: Euro,
    /// What of a bill the municipality ought to make good.
    pub gemeente_bij_aanslag: Euro,
    /// When the balance is paid.
    pub datum: Option<Date>,
    /// The four allowances.
    pub toeslagen: Vec<(Soort, Toeslagjaar)>,
    /// What to put aside in each month with the job.
    pub opzij_per_maand: Euro,
}

/// An allowance over a year.
#[derive(Clone, Copy, Debug)]
pub struct Toeslagjaar {
    /// The right.
    pub recht: PerYear,
    /// What was advanced.
    pub betaald: PerYear,
    /// What is still paid; below zero: paid back.
    pub afrekening: Euro,
    /// What is forgiven.
    pub kwijt: Euro,
    /// At the latest.
    pub datum: Date,
}

/// Something after month 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// When; `None` for what stands open.
    pub datum: Option<Date>,
    /// Of which year; `None` for what stands open.
    pub jaar: Option<i16>,
    /// What.
    pub code: LaterCode,
    /// How much; below zero has to be paid.
    pub bedrag: Euro,
}

/// What can come after month 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LaterCode {
    /// A movement on a day.
    Stroom(Code),
    /// Holiday pay that is earned.
    VakantiegeldOpgebouwd,
    /// The holiday part of bijstand that is reserved.
    VakantietoeslagOpgebouwd,
    /// Bijstand that was too much or too little.
    BijstandOpenstaand,
    /// Wage of month 12 that is paid in the month after.
    LoonLater,
}

impl LaterCode {
    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stroom(code) => code.word(),
            Self::VakantiegeldOpgebouwd => "vakantiegeld_opgebouwd",
            Self::VakantietoeslagOpgebouwd => "vakantietoeslag_opgebouwd",
            Self::BijstandOpenstaand => "bijstand_openstaand",
            Self::LoonLater => "loon_later",
        }
    }
}

/// The whole in a few amounts.
#[derive(Clone, Debug)]
pub struct Samenvatting {
    /// What twelve months bring more than never having started; `None` when nothing is reported.
    pub verschil_met_nooit: Option<Euro>,
    /// What of it is on the account at the end of month 12.
    pub verschil_op_de_rekening: Euro,
    /// What of it comes or has to be paid later.
    pub komt_nog: Option<Euro>,
    /// The difference if the municipality makes its part of a bill good.
    pub verschil_als_gemeente_bijspringt: Option<Euro>,
    /// The difference if the disregard of 2026 ran on.
    pub verschil_bij_oude_vrijlating: Option<Euro>,
    /// What of it comes from the months before the start.
    pub jaarinkomen_telt_terug: Euro,
    /// The difference by the month.
    pub per_maand: Option<Euro>,
    /// What is left to live on in an average month: now and with the job.
    pub om_van_te_leven: [Euro; 2],
    /// Runs of months with one disregard; `None` when nothing is reported.
    pub blokken: Option<Vec<Blok>>,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What was on the account at the start.
    pub beginsaldo: Euro,
    /// What is spent on living.
    pub leefgeld: PerMonth,
    /// The same of who never started.
    pub nooit: Nooit,
}

/// Who never started.
#[derive(Clone, Debug)]
pub struct Nooit {
    /// The balance at the end.
    pub eind: Euro,
    /// What of it has to be paid back.
    pub nog_terug: Euro,
    /// What is hers.
    pub echt_van_haar: Euro,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What has to be paid back.
    pub terug: Terug,
    /// Of each year the balance of tax, what of it the municipality takes, and what the allowances settle.
    pub jaren: Vec<(i16, Euro, Euro, Euro)>,
}

/// A run of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blok {
    /// Its first month.
    pub van: Date,
    /// Its last month; `None` without end.
    pub tot: Option<Date>,
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// What a month of it brings more than never having started.
    pub per_maand: Euro,
}

/// The same with one thing changed.
#[derive(Clone, Copy, Debug)]
pub struct WatAls {
    /// Months the job lasts, where that is what changes.
    pub na: Option<u32>,
    /// What is hers at the end of month 12.
    pub echt_van_haar: Euro,
    /// What has to be paid back.
    pub terug: Terug,
    /// The balance.
    pub eind: Euro,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What twelve months bring more than never having started; `None` when nothing is reported.
    pub verschil_met_nooit: Option<Euro>,
    /// The same if the municipality makes its part of a bill good.
    pub verschil_als_gemeente_bijspringt: Option<Euro>,
}

/// The two totals of a question, when they can be compared.
struct Vergelijking {
    werkelijk: Totaal,
    nooit: Totaal,
}

impl Vergelijking {
    fn of(gedeeld: &Gedeeld, antwoord: &Antwoord) -> Result<Self, Error> {
        let (kern, nooit) = (gedeeld.kern, &gedeeld.nooit.verloop);
        let eigen = &antwoord.kant.verloop;
        Ok(Self {
            werkelijk: totaal(kern, eigen, &antwoord.eind, eigen, nooit)?,
            nooit: totaal(kern, nooit, &gedeeld.oud, eigen, nooit)?,
        })
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
    let werkelijk = waarden(kern, &antwoord.kant.verloop, &antwoord.eind)?;
    let maanden = GETOOND.map(|k| {
        let at = usize::try_from(k - 1).ok();
        let waarde =
            at.map(|at| Waarde { nooit: getoond(nooit[at]), werkelijk: getoond(werkelijk[at]) });
        maand(gedeeld, &antwoord, k, waarde)
    });
    let standing = |jaar: i16| kern.huizen[*tijd.van_jaar(jaar).end()].house.amounts.standing;
    let samenvatting = samenvatting(gedeeld, &antwoord, &nooit, &werkelijk)?;
    let berichten = berichten(gedeeld, &antwoord, &samenvatting)?;
    let voortgezet = tijd.jaren().into_iter().filter(|jaar| standing(*jaar) == Standing::Continued);
    Ok(Calendar {
        start: tijd.dag(1),
        jaren_voortgezet: voortgezet.collect(),
        maanden: maanden.collect(),
        jaren: tijd
            .jaren()
            .into_iter()
            .map(|van| jaar(gedeeld, &antwoord, van, standing(van)))
            .collect(),
        later: later(gedeeld, &antwoord),
        samenvatting,
        wat_als: wat_als(gedeeld)?,
        te_doen: te_doen(gedeeld, &antwoord),
        aannames: berichten.aannames,
        niet_berekend: berichten.niet_berekend,
        waarschuwingen: berichten.waarschuwingen,
    })
}

fn maand(gedeeld: &Gedeeld, antwoord: &Antwoord, k: K, waarde: Option<Waarde>) -> Maand {
    let (kern, tijd) = (gedeeld.kern, gedeeld.kern.tijd);
    let (kant, nooit) = (&antwoord.kant, &gedeeld.nooit);
    let rekening = &kant.rekeningen[usize::try_from(k).unwrap_or_default()];
    let nog_terug = kant.nog_terug(tijd, k);
    Maand {
        nummer: k,
        maand: tijd.dag(k),
        status: kern.huizen[k].house.amounts.standing,
        werk: Werk::in_maand(&kant.verloop, k),
        uren: kant.verloop.werk[k].uren,
        stromen: rekening.stromen.clone(),
        lijnen: Code::ALLE.into_iter().map(|code| (code, rekening.lijn(code))).collect(),
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
    }
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
    let eerste = gedeeld.kern.eerste_iack();
    let iack = tijd.van_jaar(jaar).filter(|k| *k >= eerste && kant.verloop.werk[*k].betaald);
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
        iack_maand: { iack }.next().map_or(PerMonth::ZERO, |k| kant.verloop.recht[k].iack),
        ingehouden: van.ingehouden,
        verschuldigd: van.verschuldigd,
        iack_verrekend: van.iack_verrekend,
        saldo: van.saldo.rounded(OP_CENTEN).once(),
        naar_gemeente: van.naar_gemeente.rounded(OP_CENTEN).once(),
        gemeente_bij_aanslag: gemeente_bij_aanslag(antwoord, jaar),
        datum: belasting.map(|later| later.datum),
        toeslagen: toeslagen.collect(),
        opzij_per_maand: kant.opzij_per_maand(tijd, jaar),
    }
}

/// What of a bill the municipality ought to make good; nothing is asked for a job that was not reported.
pub(super) fn gemeente_bij_aanslag(antwoord: &Antwoord, jaar: i16) -> Euro {
    match antwoord.vraag.melden {
        Melden::Direct => {
            antwoord.kant.verloop.jaar(jaar).gemeente_bij_aanslag.rounded(OP_CENTEN).once()
        }
        Melden::Niet => Euro::ZERO,
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
    nooit: &[Euro],
    werkelijk: &[Euro],
) -> Result<Samenvatting, Error> {
    let (kern, tijd) = (gedeeld.kern, gedeeld.kern.tijd);
    let kant = &antwoord.kant;
    let vergelijking = Vergelijking::of(gedeeld, antwoord)?;
    let gemeld = antwoord.vraag.melden == Melden::Direct;
    let verschil_met_nooit = gemeld.then(|| vergelijking.verschil());
    let op_de_rekening = kant.eind(LAATSTE) - gedeeld.nooit.eind(LAATSTE);
    let oude = bij_oude_vrijlating(&kant.verloop);
    let oude = verschil_met_nooit.zip(oude).map(|(verschil, erbij)| verschil + erbij);
    let per_maand: Vec<Euro> =
        werkelijk.iter().zip(nooit).map(|(werkelijk, nooit)| *werkelijk - *nooit).collect();
    let blokken = if gemeld {
        Some(blokken(kern, &kant.verloop, &per_maand, antwoord.vraag.stopt_na)?)
    } else {
        None
    };
    Ok(Samenvatting {
        verschil_met_nooit,
        verschil_op_de_rekening: op_de_rekening,
        komt_nog: verschil_met_nooit.map(|verschil| verschil - op_de_rekening),
        verschil_als_gemeente_bijspringt: gemeld.then(|| vergelijking.met_gemeente()),
        verschil_bij_oude_vrijlating: oude,
        jaarinkomen_telt_terug: verschil(vergelijking.werkelijk.voor, vergelijking.nooit.voor),
        per_maand: verschil_met_nooit.map(|verschil| gemiddeld(verschil, MONTHS_OF_A_YEAR)),
        om_van_te_leven: [om_van_te_leven(kern, nooit), om_van_te_leven(kern, werkelijk)],
        blokken,
        laagste: kant.laagste(),
        beginsaldo: gedeeld.geld.beginsaldo,
        leefgeld: gedeeld.geld.leefgeld,
        nooit: wie_nooit_begon(&gedeeld.nooit, tijd),
    })
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
fn wat_als(gedeeld: &Gedeeld) -> Result<Vec<(&'static str, WatAls)>, Error> {
    let gevraagd = Vraag::van(gedeeld.kern.situatie);
    let direct = Vraag { melden: Melden::Direct, ..gevraagd };
    let na = gedeeld.kern.situatie.kalender.wat_als_stopt_na;
    Ok(vec![
        ("gemeld", kaart(gedeeld, direct, None)?),
        ("laat_gemeld", kaart(gedeeld, Vraag { verwerkt: LAAT_VERWERKT, ..direct }, None)?),
        ("niet_gemeld", kaart(gedeeld, Vraag { melden: Melden::Niet, ..gevraagd }, None)?),
        ("baan_stopt", kaart(gedeeld, Vraag { stopt_na: Some(na), ..direct }, Some(na))?),
    ])
}

fn kaart(gedeeld: &Gedeeld, vraag: Vraag, na: Option<u32>) -> Result<WatAls, Error> {
    let tijd = gedeeld.kern.tijd;
    let antwoord = gedeeld.antwoord(vraag)?;
    let kant = &antwoord.kant;
    let vergelijking = match vraag.melden {
        Melden::Direct => Some(Vergelijking::of(gedeeld, &antwoord)?),
        Melden::Niet => None,
    };
    Ok(WatAls {
        na,
        echt_van_haar: kant.echt_van_haar(tijd, LAATSTE),
        terug: terug(kant, tijd),
        eind: kant.eind(LAATSTE),
        laagste: kant.laagste(),
        verschil_met_nooit: vergelijking.as_ref().map(Vergelijking::verschil),
        verschil_als_gemeente_bijspringt: vergelijking.as_ref().map(Vergelijking::met_gemeente),
    })
}
