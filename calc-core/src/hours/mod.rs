//! The hours curve: the month with the job for every number of hours, where it falls and why, from where it is
//! more than now, and where bijstand ends.

mod uitvoer;

use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::error::{Error, Problem};
use crate::explain::Explain;
use crate::money::{HoursPerMonth, HoursPerWeek, PerMonth, Rounding};
use crate::month::{Huis, Lijn, Lijnen};
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::situatie::{Baan, LoonAfspraak, OpvangSchaalt, Situatie};
use crate::texts::{self, Language};

const OP_CENTEN: Rounding =
    Rounding::to_cents("urenlijn: maandloon en premie naar rato, op centen");
const MOST_HOURS: u32 = 60;
const MOST_POINTS: u32 = 4_000;
/// Hours she could still ask for instead of those offered.
const NEAR_HOURS: u32 = 8;

/// Which hours the curve has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursOptions {
    /// The first number of hours a week.
    pub from: Decimal,
    /// The last.
    pub to: Decimal,
    /// The distance between two points.
    pub step: Decimal,
}

impl Default for HoursOptions {
    fn default() -> Self {
        Self { from: Decimal::ZERO, to: Decimal::from(40), step: Decimal::ONE }
    }
}

/// One point of the curve.
#[derive(Clone, Copy, Debug)]
pub struct Punt {
    /// Hours a week.
    pub uren: Decimal,
    /// The lines with a job of these hours.
    pub lijnen: Lijnen,
    bijstand: PerMonth,
}

/// A stretch where more hours leave less.
#[derive(Clone, Debug)]
pub struct Zone {
    /// The last hours before the fall.
    pub van: Decimal,
    /// The lowest point.
    pub tot: Decimal,
    /// How much is lost between the two.
    pub daling: PerMonth,
    /// The lines that fell, largest first, as amounts added to what is left (negative).
    pub oorzaken: Vec<(Lijn, PerMonth)>,
    /// The first later hours that leave more than before the fall.
    pub weer_hoger_vanaf: Option<Decimal>,
}

/// The hours curve.
#[derive(Clone, Debug)]
pub struct Hours {
    /// The reference date.
    pub peildatum: Date,
    /// The lines now.
    pub nu: Lijnen,
    /// The points, by rising hours.
    pub punten: Vec<Punt>,
    /// Where it falls.
    pub zones: Vec<Zone>,
    /// The lowest hours from which all leave more than now.
    pub break_even: Option<Decimal>,
    /// The lowest hours without bijstand.
    pub einde_bijstand: Option<Decimal>,
    /// Of the points within eight hours of the job offered the one that leaves most; of equal ones the fewest
    /// hours.
    pub beste_uren: Option<Punt>,
}

/// The hours curve of a situation given as JSON.
pub fn hours(situatie: &str, options: HoursOptions) -> Result<Hours, Error> {
    hours_of(&Situatie::from_json(situatie)?, options)
}

/// The hours curve of a situation that was read before.
pub fn hours_of(situatie: &Situatie, options: HoursOptions) -> Result<Hours, Error> {
    check(situatie, options)?;
    let huis = Huis::op_peildatum(situatie, Explain::No)?;
    let opvang = huis.opvang();
    let regel = huis.regel_op_peildatum();
    let nu = huis.situatie_met(situatie.baan_nu.as_ref(), &opvang, regel)?;
    let mut punten = Vec::new();
    let mut uren = options.from;
    while uren <= options.to {
        let (baan, opvang) = met_uren(situatie, &opvang, uren);
        let uitkomst = huis.situatie_met(Some(&baan), &opvang, regel)?;
        punten.push(Punt { uren, lijnen: uitkomst.lijnen, bijstand: uitkomst.bijstand });
        uren += options.step;
    }
    Ok(Hours {
        peildatum: situatie.peildatum,
        zones: zones(&punten),
        break_even: break_even(&punten, nu.lijnen.besteedbaar()),
        beste_uren: beste_uren(&punten, situatie.baan.uren_per_week.amount()),
        einde_bijstand: punten.iter().find(|punt| punt.bijstand.is_zero()).map(|punt| punt.uren),
        nu: nu.lijnen,
        punten,
    })
}

/// The job with other hours: an hourly wage stays, a month wage and a pension premium go with the hours.
fn met_uren(
    situatie: &Situatie,
    opvang: &[KindMetOpvang],
    uren: Decimal,
) -> (Baan, Vec<KindMetOpvang>) {
    let afgesproken = situatie.baan.uren_per_week.amount();
    let naar_rato = |bedrag: PerMonth| {
        let deel = (bedrag.amount() * uren).checked_div(afgesproken).unwrap_or(Decimal::ZERO);
        PerMonth::new(deel).rounded(OP_CENTEN)
    };
    let mut baan = situatie.baan;
    baan.uren_per_week = HoursPerWeek::new(uren);
    if let LoonAfspraak::PerMaand(maandloon) = baan.loon {
        baan.loon = LoonAfspraak::PerMaand(naar_rato(maandloon));
    }
    if baan.pensioenpremie.is_positive() {
        baan.pensioenpremie = naar_rato(baan.pensioenpremie);
    }
    let mut opvang = opvang.to_vec();
    if situatie.opvang_schaalt == OpvangSchaalt::NaarUren {
        for contract in opvang.iter_mut().flat_map(|kind| &mut kind.opvang) {
            let uren_opvang =
                (contract.uren.amount() * uren).checked_div(afgesproken).unwrap_or(Decimal::ZERO);
            contract.uren = HoursPerMonth::new(uren_opvang);
        }
    }
    (baan, opvang)
}

/// Maximal runs of points that are each below the one before.
fn zones(punten: &[Punt]) -> Vec<Zone> {
    let besteedbaar = |at: usize| punten[at].lijnen.besteedbaar();
    let mut zones = Vec::new();
    let mut at = 1;
    while at < punten.len() {
        if besteedbaar(at) >= besteedbaar(at - 1) {
            at += 1;
            continue;
        }
        let van = at - 1;
        while at < punten.len() && besteedbaar(at) < besteedbaar(at - 1) {
            at += 1;
        }
        let tot = at - 1;
        let weer_hoger = (at..punten.len()).find(|&later| besteedbaar(later) > besteedbaar(van));
        zones.push(Zone {
            van: punten[van].uren,
            tot: punten[tot].uren,
            daling: besteedbaar(van) - besteedbaar(tot),
            oorzaken: oorzaken(&punten[van].lijnen, &punten[tot].lijnen),
            weer_hoger_vanaf: weer_hoger.map(|later| punten[later].uren),
        });
    }
    zones
}

/// The lines that contribute less than before, largest fall first.
fn oorzaken(voor: &Lijnen, na: &Lijnen) -> Vec<(Lijn, PerMonth)> {
    let bijdrage = |lijnen: &Lijnen, lijn: Lijn| {
        let bedrag = lijnen.bedrag(lijn);
        if lijn.gaat_af() { -bedrag } else { bedrag }
    };
    let mut gedaald: Vec<(Lijn, PerMonth)> = Lijn::ALLE
        .into_iter()
        .take(Lijn::POSTEN)
        .map(|lijn| (lijn, bijdrage(na, lijn) - bijdrage(voor, lijn)))
        .filter(|(_, bedrag)| *bedrag < PerMonth::ZERO)
        .collect();
    gedaald.sort_by_key(|(_, bedrag)| *bedrag);
    gedaald
}

/// The lowest hours from which they and all more hours leave strictly more than now.
fn break_even(punten: &[Punt], nu: PerMonth) -> Option<Decimal> {
    let boven = punten.iter().rev().take_while(|punt| punt.lijnen.besteedbaar() > nu);
    boven.last().map(|punt| punt.uren)
}

/// The best choice near the hours she is offered.
fn beste_uren(punten: &[Punt], afgesproken: Decimal) -> Option<Punt> {
    let dichtbij = |punt: &&Punt| (punt.uren - afgesproken).abs() <= Decimal::from(NEAR_HOURS);
    let meer = |beste: Punt, punt: &Punt| {
        if punt.lijnen.besteedbaar() > beste.lijnen.besteedbaar() { *punt } else { beste }
    };
    let mut dichtbij = punten.iter().filter(dichtbij);
    let eerste = *dichtbij.next()?;
    Some(dichtbij.fold(eerste, meer))
}

fn check(situatie: &Situatie, options: HoursOptions) -> Result<(), Error> {
    let mut problems = Vec::new();
    let mut refuse = |pad: &str, reden: &str, toegestaan: &str| {
        let words = |key: String| texts::fill(Language::current(), &key, &[]);
        problems.push(Problem {
            pad: pad.to_owned(),
            reden: words(format!("problemen.{reden}")),
            toegestaan: words(format!("toegestaan.{toegestaan}")),
        });
    };
    let most = Decimal::from(MOST_HOURS);
    let within = |hours: Decimal| Decimal::ZERO <= hours && hours <= most;
    if !within(options.from) {
        refuse("from", "uren_buiten_grenzen", "uren_urenlijn");
    }
    if !within(options.to) {
        refuse("to", "uren_buiten_grenzen", "uren_urenlijn");
    } else if options.from > options.to {
        refuse("to", "tot_voor_van", "uren_urenlijn");
    }
    if options.step <= Decimal::ZERO {
        refuse("step", "stap_niet_positief", "stap_urenlijn");
    } else if options.from <= options.to {
        let steps = (options.to - options.from).checked_div(options.step);
        if steps.is_none_or(|steps| steps >= Decimal::from(MOST_POINTS)) {
            refuse("step", "te_veel_punten", "stap_urenlijn");
        }
    }
    let baan = &situatie.baan;
    let schaalt = matches!(baan.loon, LoonAfspraak::PerMaand(_))
        || baan.pensioenpremie.is_positive()
        || situatie.opvang_schaalt == OpvangSchaalt::NaarUren;
    if baan.uren_per_week.is_zero() && schaalt {
        refuse("baan.uren_per_week", "geen_uren_om_te_schalen", "uren_boven_nul");
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Refused(problems)) }
}

/// Reads a number of hours or a step as the command line and the page give it.
pub fn parse_hours(text: &str) -> Option<Decimal> {
    let plain = crate::door::is_decimal(text) && !text.starts_with('-');
    plain.then(|| Decimal::from_str(text).ok()).flatten()
}
