//! The job of every month on a path, what it pays, and whether there is care beside it.

use super::huizen::Huis;
use super::tijd::{K, LAATSTE, Reeks, Tijd};
use crate::engine::order::loon_van;
use crate::explain::{Explain, Explained};
use crate::money::{HoursPerMonth, PerMonth, Rate, Rounding};
use crate::schemes::loon::Loon;
use crate::situatie::{Baan, Kalender, LoonAfspraak, Situatie, SoortBaan, UitbetalingVakantiegeld};

const OP_CENTEN: Rounding = Rounding::to_cents("loonstrook: bedragen op hele centen");
/// A trial placement lasts two months, unless it is extended (art. 8a(2)(d) Participatiewet).
const MAANDEN_PROEFPLAATSING: K = 2;
/// Kinderopvangtoeslag runs on for three months after labour (art. 1.6(1) Wet kinderopvang).
const MAANDEN_NA_WERK: K = 3;

/// One of the ways the months can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pad {
    /// She never started.
    Nooit,
    /// What can be reported beforehand.
    Verwacht,
    /// What happens: the job may end after so many months, hours may differ from what was agreed.
    Werkelijk {
        /// Months the job lasts.
        stopt_na: Option<u32>,
    },
}

/// Which of the two jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Welke {
    /// The job she has.
    Nu,
    /// The job she is offered.
    Nieuw,
}

/// The job of a month.
#[derive(Clone)]
pub(crate) struct Werk {
    /// Which job is in force; `None` without.
    pub(crate) welke: Option<Welke>,
    /// As it was agreed for this month.
    pub(crate) baan: Option<Baan>,
    /// The hours that were worked, where the list has them.
    pub(crate) uren: Option<HoursPerMonth>,
    /// Whether a contract of employment pays an agreed wage.
    pub(crate) betaald: bool,
    /// Whether care is needed: a job, or one of the months after labour.
    pub(crate) opvang: bool,
    /// Whether this is one of the months after a contract of employment.
    pub(crate) na_dienstverband: bool,
    /// What the month pays.
    pub(crate) loon: Explained<Loon>,
    /// What was agreed to be paid.
    pub(crate) afgesproken: Loon,
    /// Holiday pay earned, gross, not rounded; nothing where it comes with each wage.
    pub(crate) vakantiegeld: PerMonth,
    /// What travelling costs.
    pub(crate) reiskosten: PerMonth,
    /// What the employer pays for it.
    pub(crate) reisvergoeding: PerMonth,
}

impl Werk {
    /// Whether a job is in force.
    pub(crate) const fn is_baan(&self) -> bool {
        self.welke.is_some()
    }

    /// The tariff of the job's holiday pay.
    pub(crate) const fn tarief(&self) -> Rate {
        self.afgesproken.vakantiegeld_tarief
    }
}

/// The job of every month of a path.
pub(crate) fn werk(
    situatie: &Situatie,
    huizen: &Reeks<Huis>,
    tijd: Tijd,
    pad: Pad,
    explain: Explain,
) -> Reeks<Werk> {
    let mut laatste_dienstverband = None;
    let mut vorige: Option<Werk> = None;
    Reeks::van(tijd.alle(), |k| {
        let (welke, baan) = baan_in(situatie, pad, k).unzip();
        match &baan {
            Some(baan) if baan.is_betaald() => laatste_dienstverband = Some(k),
            Some(_) => laatste_dienstverband = None,
            None => {}
        }
        let na_dienstverband = welke.is_none()
            && laatste_dienstverband.is_some_and(|last| k <= last + MAANDEN_NA_WERK);
        let uren = baan.and_then(|_| uren_in(&situatie.kalender, pad, k));
        let house = &huizen[k].house;
        let is_zelfde = |vorige: &Werk| {
            let zelfde_soort = vorige.baan.map(|baan| baan.soort) == baan.map(|baan| baan.soort);
            let zelfde_bedragen = huizen
                .get(k - 1)
                .is_some_and(|before| before.house.amounts.sinds() == house.amounts.sinds());
            vorige.welke == welke && zelfde_soort && zelfde_bedragen && vorige.uren == uren
        };
        let mut maand = if let Some(vorige) = vorige.take().filter(is_zelfde) {
            vorige
        } else {
            let gewerkt = baan.map(|baan| met_uren(baan, uren));
            let afgesproken = loon_van(house, baan.as_ref(), Explain::No).value;
            let loon = loon_van(house, gewerkt.as_ref(), explain);
            let in_mei = baan.is_some_and(|baan| baan.vakantiegeld == UitbetalingVakantiegeld::Mei);
            let vakantiebijslag = house.amounts.minimumloon.vakantiebijslag.value;
            let vakantiegeld =
                if in_mei { loon.value.bruto * vakantiebijslag } else { PerMonth::ZERO };
            let reis = |of: fn(&Baan) -> PerMonth| gewerkt.as_ref().map_or(PerMonth::ZERO, of);
            Werk {
                welke,
                baan,
                uren,
                betaald: afgesproken.bruto.is_positive(),
                opvang: false,
                na_dienstverband: false,
                vakantiegeld,
                loon,
                afgesproken,
                reiskosten: reis(|baan| baan.reiskosten),
                reisvergoeding: reis(|baan| baan.reisvergoeding),
            }
        };
        maand.opvang = welke.is_some() || na_dienstverband;
        maand.na_dienstverband = na_dienstverband;
        vorige = Some(maand.clone());
        maand
    })
}

/// Which job a month has, as it is then: a trial placement that was offered becomes a contract after two months, when
/// a wage was given for it.
fn baan_in(situatie: &Situatie, pad: Pad, k: K) -> Option<(Welke, Baan)> {
    let nieuw = match pad {
        Pad::Nooit => false,
        Pad::Verwacht | Pad::Werkelijk { .. } => k >= 1,
    };
    if !nieuw {
        return situatie.baan_nu.filter(Baan::heeft_uren).map(|baan| (Welke::Nu, baan));
    }
    if let Pad::Werkelijk { stopt_na: Some(maanden) } = pad
        && k > K::try_from(maanden).unwrap_or(K::MAX)
    {
        return None;
    }
    let baan = Some(situatie.baan).filter(Baan::heeft_uren)?;
    if baan.soort == SoortBaan::Proefplaatsing && k > MAANDEN_PROEFPLAATSING {
        let met_loon = baan.loon != LoonAfspraak::Geen;
        return met_loon
            .then_some((Welke::Nieuw, Baan { soort: SoortBaan::Dienstverband, ..baan }));
    }
    Some((Welke::Nieuw, baan))
}

/// The hours of the list, on the path of what happens.
fn uren_in(kalender: &Kalender, pad: Pad, k: K) -> Option<HoursPerMonth> {
    let at = usize::try_from(k - 1).ok().filter(|_| k <= LAATSTE)?;
    let lijst =
        kalender.uren_per_maand.as_ref().filter(|_| matches!(pad, Pad::Werkelijk { .. }))?;
    lijst.get(at).copied().flatten()
}

/// The job with the hours of a month: the wage of those hours, and the pension premium in proportion. Without hours
/// nothing is paid, withheld or travelled.
fn met_uren(baan: Baan, uren: Option<HoursPerMonth>) -> Baan {
    let (Some(uren), LoonAfspraak::PerUur(uurloon)) = (uren, baan.loon) else { return baan };
    if uren.is_zero() {
        return Baan {
            loon: LoonAfspraak::PerMaand(PerMonth::ZERO),
            pensioenpremie: PerMonth::ZERO,
            verplichte_inhoudingen: PerMonth::ZERO,
            overige_inhoudingen: PerMonth::ZERO,
            reiskosten: PerMonth::ZERO,
            reisvergoeding: PerMonth::ZERO,
            ..baan
        };
    }
    Baan {
        loon: LoonAfspraak::PerMaand((uurloon * uren).rounded(OP_CENTEN)),
        pensioenpremie: baan
            .uren_per_week
            .in_proportion(baan.pensioenpremie, uren)
            .rounded(OP_CENTEN),
        ..baan
    }
}

/// The month whose own wage is paid in a month: with a job that pays in the month after, the one before; `None` while it
/// is waited for.
pub(crate) fn betaalde_maand<'a>(
    werk: &'a Reeks<Werk>,
    situatie: &Situatie,
    k: K,
) -> Option<&'a Werk> {
    let is_later =
        |werk: &&Werk| situatie.kalender.loon_maand_later && werk.welke == Some(Welke::Nieuw);
    let van_vorige = werk.get(k - 1).filter(is_later);
    van_vorige.or_else(|| werk.get(k).filter(|werk| !is_later(werk)))
}

/// The last month of care after a job whose last month this is (art. 1.6(5) Wet kinderopvang).
pub(crate) fn laatste_opvang(werk: &Reeks<Werk>, laatste: K) -> K {
    let dienstverband = werk[laatste].baan.is_some_and(|baan| baan.is_betaald());
    if dienstverband { laatste + MAANDEN_NA_WERK } else { laatste }
}
