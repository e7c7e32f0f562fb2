//! One household on one day: everything that stays the same whatever job she takes.

use jiff::civil::Date;

use super::amounts::Amounts;
use super::huishouden::{Bewoners, medebewoners};
use crate::dates::{age, first_of_month, is_born};
use crate::error::Error;
use crate::explain::{Explain, Explained, Reason};
use crate::money::PerMonth;
use crate::schemes::bijstand::norm::{Gezin, norm};
use crate::schemes::bijstand::vakantiegeld_claim::{GEEN_BIJSTAND, geen_claim, vakantiegeld_claim};
use crate::schemes::huurtoeslag::Huur;
use crate::schemes::kinderbijslag::kinderbijslag;
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::schemes::kindgebonden_budget::Kinderen;
use crate::schemes::loon::{Loon, Verdienste, loon};
use crate::situatie::Situatie;
use crate::value::{Persons, Years};

const VERMOGEN_HUUR: Reason = Reason { code: "vermogen_te_hoog", article: "art. 7(3) Awir" };
const GEEN_HUUR: Reason = Reason { code: "geen_huur", article: "art. 1 Wet op de huurtoeslag" };
const GEEN_ZELFSTANDIGE_WONING: Reason =
    Reason { code: "geen_zelfstandige_woning", article: "art. 11 Wet op de huurtoeslag" };

/// The household with everything worked out that no job changes.
pub(crate) struct House<'a> {
    pub(crate) situatie: &'a Situatie,
    /// The day it is looked at: whose amounts and ages count.
    pub(crate) day: Date,
    pub(crate) amounts: Amounts,
    pub(crate) bewoners: Bewoners<'a>,
    pub(crate) leeftijd: Years,
    pub(crate) norm: Explained<PerMonth>,
    pub(crate) kinderbijslag: Explained<PerMonth>,
    pub(crate) kinderen_kgb: Kinderen,
    pub(crate) huur: Result<Huur, Reason>,
    /// The partner's wage and claim to holiday pay.
    pub(crate) partner: Option<(Explained<Loon>, Explained<PerMonth>)>,
}

impl<'a> House<'a> {
    /// The household of a situation on a day.
    pub(crate) fn on(situatie: &'a Situatie, day: Date, explain: Explain) -> Result<Self, Error> {
        Ok(Self::with(situatie, day, Amounts::on(situatie.book, day)?, explain))
    }

    /// The household of a situation on a day, with amounts that were looked up.
    pub(crate) fn with(
        situatie: &'a Situatie,
        day: Date,
        amounts: Amounts,
        explain: Explain,
    ) -> Self {
        let h = &situatie.huishouden;
        let bewoners = Bewoners::op(h, day, amounts.norm.norm);
        let geboren: Vec<Date> = h.geboren_kinderen(day).map(|kind| kind.geboren).collect();
        let leeftijd = age(h.geboren, day);
        let gezin = Gezin {
            leeftijd,
            leeftijd_partner: h.partner.map(|partner| age(partner.geboren, day)),
            kinderen: !geboren.is_empty(),
            kostendelers: bewoners.kostendelers,
            beroep_op_ouders: situatie.bijstand.beroep_op_ouders,
        };
        Self {
            situatie,
            day,
            bewoners,
            leeftijd,
            norm: norm(gezin, amounts.norm, explain),
            kinderbijslag: kinderbijslag(&geboren, day, amounts.kinderbijslag, explain),
            kinderen_kgb: Kinderen::in_maand(&geboren, day),
            huur: huur(situatie, day, &amounts),
            partner: partner(situatie, &amounts, explain),
            amounts,
        }
    }

    /// No partner and at least one born child under 18.
    pub(crate) fn alleenstaande_ouder(&self) -> bool {
        let h = &self.situatie.huishouden;
        h.partner.is_none() && h.geboren_kinderen(self.day).next().is_some()
    }

    /// The born children with their contracts.
    pub(crate) fn opvang(&self) -> Vec<KindMetOpvang> {
        let kinderen = self.situatie.huishouden.geboren_kinderen(self.day);
        kinderen
            .map(|kind| KindMetOpvang {
                leeftijd: age(kind.geboren, self.day),
                opvang: kind.opvang.clone(),
                #[cfg(feature = "weekplan")]
                uren_uit: Vec::new(),
            })
            .collect()
    }
}

/// The partner's wage, and what it counts for besides in bijstand.
fn partner(
    situatie: &Situatie,
    amounts: &Amounts,
    explain: Explain,
) -> Option<(Explained<Loon>, Explained<PerMonth>)> {
    let partner = situatie.huishouden.partner?;
    let loon = loon(&Verdienste::van_partner(partner.maandloon)?, amounts.loon, explain);
    let claim = if situatie.bijstand.ontvangt {
        vakantiegeld_claim(loon.value.ink, true, amounts.vakantiegeld_claim, explain)
    } else {
        geen_claim(GEEN_BIJSTAND, explain)
    };
    Some((loon, claim))
}

/// The rent with who lives there on the first of the month, or why there is no huurtoeslag.
fn huur(situatie: &Situatie, day: Date, amounts: &Amounts) -> Result<Huur, Reason> {
    let h = &situatie.huishouden;
    let eerste = first_of_month(day);
    let p = amounts.huurtoeslag_grenzen;
    let kale_huur = h.kale_huur.filter(|huur| huur.is_positive()).ok_or(GEEN_HUUR)?;
    if !h.zelfstandige_woning {
        return Err(GEEN_ZELFSTANDIGE_WONING);
    }
    let personen_met_grens = if h.partner.is_some() { 2 } else { 1 };
    if h.vermogen > p.vermogensgrens.value * personen_met_grens {
        return Err(VERMOGEN_HUUR);
    }
    let kinderen = h.kinderen.iter().filter(|kind| is_born(kind.geboren, eerste)).count();
    let volwassenen = || {
        let partner = h.partner.map(|partner| partner.geboren);
        std::iter::once(h.geboren).chain(partner).chain(medebewoners(h).map(|wie| wie.geboren))
    };
    let personen = u32::try_from(volwassenen().count() + kinderen).unwrap_or(u32::MAX);
    let allen_jong =
        kinderen == 0 && volwassenen().all(|geboren| age(geboren, eerste) < p.jong_tot.value);
    Ok(Huur { kale_huur, personen: Persons(personen), allen_jong })
}
