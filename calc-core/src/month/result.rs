//! The result of the steady month: its types, and how they are put together.

use std::sync::Arc;

use jiff::civil::Date;

use super::gemeente::{VanGemeente, van_gemeente};
use super::messages;
use super::phases::Fase;
use super::schulden::Schulden;
use super::to_do::{TeDoen, te_doen};
#[cfg(feature = "weekplan")]
use super::weekplan::{Weekplan, weekplan};
use crate::coverage::Standing;
use crate::engine::explanations::of_lines;
use crate::engine::house::House;
use crate::engine::lines::{Lijn, Lijnen, Paar};
use crate::engine::order::reasons;
use crate::engine::outcome::Outcome;
use crate::engine::per_jaar::{JaarBedrag, PerJaar};
use crate::engine::totals;
use crate::explain::{Explain, Explanation, Reason};
use crate::message::Melding;
use crate::money::{HoursPerWeek, PerHour, PerMonth, PerYear, Rounding};
use crate::parameters::Book;
use crate::schemes::kinderopvangtoeslag::Kinderopvang;
use crate::schemes::loon::maandloon;
use crate::situatie::{Baan, Situatie};

const PER_UUR: Rounding = Rounding::to_cents("vergelijking per gewerkt uur: op centen");

/// What lies between the input and the lines.
#[derive(Clone, Copy, Debug)]
pub struct Tussen {
    /// Gross wage.
    pub bruto: PerMonth,
    /// Gross wage less pension premium.
    pub fiscaal_loon: PerMonth,
    /// Tax withheld from it.
    pub loonheffing: PerMonth,
    /// What counts of it for bijstand, before the disregard.
    pub ink: PerMonth,
    /// The disregard.
    pub vrijlating: PerMonth,
    /// The disregard that was tried.
    pub vrijlating_regel: &'static str,
    /// The claim to holiday pay that counts.
    pub vakantiegeld_claim: PerMonth,
    /// The norm, holiday allowance included.
    pub norm: PerMonth,
    /// Bijstand, holiday allowance included.
    pub bijstand_inclusief: PerMonth,
    /// Gross bijstand of the year.
    pub bruto_bijstand_jaar: PerYear,
    /// Her toetsingsinkomen (with a partner: of both).
    pub toetsingsinkomen: PerYear,
    /// With that of a toeslagpartner who lives in.
    pub toetsingsinkomen_samen: PerYear,
    /// The partner's wage.
    pub partner: Option<TussenPartner>,
}

/// What lies between a partner's wage and the lines.
#[derive(Clone, Copy, Debug)]
pub struct TussenPartner {
    /// Tax withheld.
    pub loonheffing: PerMonth,
    /// Net wage.
    pub netto_loon: PerMonth,
    /// The claim to holiday pay that counts.
    pub vakantiegeld_claim: PerMonth,
}

/// Why a line is nothing.
#[derive(Clone, Copy, Debug)]
pub struct Reden {
    /// The line.
    pub lijn: Lijn,
    /// The reason.
    pub reason: Reason,
}

/// How the amounts of one situation came about.
#[derive(Clone, Debug)]
pub struct VanSituatie {
    /// Every line.
    pub lijnen: Vec<(Lijn, Arc<Explanation>)>,
    /// What comes once a year.
    pub per_jaar: Vec<(JaarBedrag, Arc<Explanation>)>,
}

/// How the amounts of both situations came about.
#[derive(Clone, Debug)]
pub struct Uitleg(pub Paar<VanSituatie>);

impl Uitleg {
    /// How a line came about, now or with the job.
    pub fn van(&self, met_baan: bool, lijn: Lijn) -> Option<&Arc<Explanation>> {
        let lijnen = &self.van_situatie(met_baan).lijnen;
        lijnen.iter().find(|(own, _)| *own == lijn).map(|(_, uitleg)| uitleg)
    }

    /// How an amount of the year came about, now or with the job.
    pub fn van_jaar(&self, met_baan: bool, which: JaarBedrag) -> Option<&Arc<Explanation>> {
        let per_jaar = &self.van_situatie(met_baan).per_jaar;
        per_jaar.iter().find(|(own, _)| *own == which).map(|(_, uitleg)| uitleg)
    }

    const fn van_situatie(&self, met_baan: bool) -> &VanSituatie {
        if met_baan { &self.0.met_baan } else { &self.0.nu }
    }
}

/// The steady month.
#[derive(Clone, Debug)]
pub struct Month {
    /// By which amounts it was computed.
    pub book: Book,
    /// The reference date.
    pub peildatum: Date,
    /// Whether the amounts are those of that day.
    pub status: Standing,
    /// The lines now.
    pub nu: Lijnen,
    /// The lines with the job.
    pub met_baan: Lijnen,
    /// The lines with the job minus those now.
    pub verschil: Lijnen,
    /// The difference per hour worked; `None` without (extra) hours.
    pub per_gewerkt_uur: Option<PerHour>,
    /// What she keeps of the next 100 euros gross by the month; `None` without wage.
    pub volgende_100: Option<PerMonth>,
    /// How the answer changes when a disregard ends.
    pub fasen: Vec<Fase>,
    /// What lies between.
    pub tussen: Paar<Tussen>,
    /// What comes once a year, now.
    pub per_jaar_nu: PerJaar,
    /// What comes once a year with the job.
    pub per_jaar_met_baan: PerJaar,
    /// The difference.
    pub per_jaar_verschil: PerJaar,
    /// The childcare bill with the job.
    pub kinderopvang: Kinderopvang,
    /// What the municipality adds: in none of the lines.
    pub gemeente: VanGemeente,
    /// What creditors take, when she has debts and no partner.
    pub schulden: Option<Schulden>,
    /// The week the hours of care follow from, where there is one.
    #[cfg(feature = "weekplan")]
    pub weekplan: Option<Weekplan>,
    /// Why lines are nothing.
    pub waarom_nul: Paar<Vec<Reden>>,
    /// Every choice and default that touched the result.
    pub aannames: Vec<Melding>,
    /// What was left out, and which way it would move the result.
    pub niet_berekend: Vec<Melding>,
    /// What she should know.
    pub waarschuwingen: Vec<Melding>,
    /// What she has to do because of the job, by date.
    pub te_doen: Vec<TeDoen>,
    /// How each amount came about, when that was asked for.
    pub uitleg: Option<Uitleg>,
}

/// What was computed beside the two situations.
pub(super) struct Rest {
    pub(super) fasen: Vec<Fase>,
    pub(super) volgende_100: Option<PerMonth>,
    pub(super) schulden: Option<Schulden>,
}

/// Puts the month together.
pub(super) fn of(
    house: &House,
    nu: &Outcome,
    met_baan: &Outcome,
    rest: Rest,
    explain: Explain,
) -> Month {
    let Rest { fasen, volgende_100, schulden } = rest;
    let verschil = met_baan.lijnen - nu.lijnen;
    let (per_jaar_nu, per_jaar_met_baan) = (nu.per_jaar, met_baan.per_jaar);
    let facts = messages::Facts {
        house,
        nu,
        met_baan,
        fasen: &fasen,
        schulden: schulden.as_ref(),
        #[cfg(feature = "weekplan")]
        weekplan: weekplan(house.situatie),
    };
    let redenen = |outcome: &Outcome| {
        let reasons = reasons(house, outcome).into_iter();
        reasons.map(|(lijn, reason)| Reden { lijn, reason }).collect::<Vec<_>>()
    };
    let uitleg = |outcome: &Outcome| VanSituatie {
        lijnen: of_lines(house, outcome),
        per_jaar: totals::explanations(outcome),
    };
    let gemeente = van_gemeente(house, nu, met_baan);
    let meldingen = messages::Meldingen::of(&facts);
    Month {
        book: house.situatie.book,
        peildatum: house.situatie.peildatum,
        status: house.amounts.standing,
        nu: nu.lijnen,
        met_baan: met_baan.lijnen,
        verschil,
        per_gewerkt_uur: per_gewerkt_uur(house.situatie, verschil.besteedbaar()),
        volgende_100,
        tussen: Paar { nu: tussen(house, nu), met_baan: tussen(house, met_baan) },
        per_jaar_nu,
        per_jaar_met_baan,
        per_jaar_verschil: per_jaar_met_baan - per_jaar_nu,
        kinderopvang: met_baan.kinderopvang.value,
        waarom_nul: Paar { nu: redenen(nu), met_baan: redenen(met_baan) },
        aannames: meldingen.aannames,
        niet_berekend: meldingen.niet_berekend,
        waarschuwingen: meldingen.waarschuwingen,
        te_doen: te_doen(house, nu, met_baan, &gemeente),
        gemeente,
        #[cfg(feature = "weekplan")]
        weekplan: facts.weekplan,
        schulden,
        fasen,
        uitleg: explain
            .records()
            .then(|| Uitleg(Paar { nu: uitleg(nu), met_baan: uitleg(met_baan) })),
    }
}

fn tussen(house: &House, o: &Outcome) -> Tussen {
    let partner = house.situatie.huishouden.partner.map(|_| {
        let (loon, vakantiegeld_claim) = o.partner();
        TussenPartner {
            loonheffing: loon.loonheffing,
            netto_loon: loon.netto_loon,
            vakantiegeld_claim,
        }
    });
    let loon = o.loon();
    Tussen {
        bruto: loon.bruto,
        fiscaal_loon: loon.fiscaal_loon,
        loonheffing: loon.loonheffing,
        ink: loon.ink,
        vrijlating: o.middelen.vrijlating.value,
        vrijlating_regel: o.regel.word(),
        vakantiegeld_claim: o.middelen.claim.value,
        norm: house.norm.value,
        bijstand_inclusief: o.bijstand.value,
        bruto_bijstand_jaar: o.year.bruto_bijstand(),
        toetsingsinkomen: o.year.toetsingsinkomen,
        toetsingsinkomen_samen: o.year.samen.value,
        partner,
    }
}

/// The difference spread over the hours of the job, or over the hours it adds to a paid job she has.
fn per_gewerkt_uur(situatie: &Situatie, verschil: PerMonth) -> Option<PerHour> {
    let betaalde_uren = |baan: &Baan| {
        let betaald = baan.is_betaald() && maandloon(baan.loon, baan.uren_per_week).is_positive();
        if betaald { baan.uren_per_week } else { HoursPerWeek::ZERO }
    };
    let uren_nu = situatie.baan_nu.as_ref().map_or(HoursPerWeek::ZERO, betaalde_uren);
    let extra_uren = situatie.baan.uren_per_week - uren_nu;
    if !extra_uren.is_positive() {
        return None;
    }
    extra_uren.spread(verschil.per_year()).map(|per_uur| per_uur.rounded(PER_UUR))
}
