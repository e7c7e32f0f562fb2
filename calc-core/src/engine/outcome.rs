//! What a household has in one situation, each amount with how it came about.

use super::lines::Lijnen;
use super::per_jaar::PerJaar;
use super::year::Year;
use crate::explain::Explained;
use crate::money::PerMonth;
use crate::schemes::bijstand::Middelen;
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::schemes::kinderopvangtoeslag::Kinderopvang;
use crate::schemes::loon::Loon;
use crate::schemes::toeslag::Toeslag;

/// The amounts of one situation.
pub(crate) struct Outcome {
    /// The disregard that was tried.
    pub(crate) regel: Regel,
    pub(crate) middelen: Middelen,
    pub(crate) iack_maand: PerMonth,
    /// Bijstand, holiday allowance included.
    pub(crate) bijstand: Explained<PerMonth>,
    /// What of it is paid each month.
    pub(crate) uitbetaald: Explained<PerMonth>,
    pub(crate) year: Year,
    pub(crate) zorgtoeslag: Explained<Toeslag>,
    pub(crate) huurtoeslag: Explained<Toeslag>,
    pub(crate) kindgebonden_budget: Explained<Toeslag>,
    pub(crate) kinderopvang: Explained<Kinderopvang>,
    pub(crate) reiskosten: Explained<PerMonth>,
    pub(crate) lijnen: Lijnen,
    /// What comes once a year, as if the month lasted it.
    pub(crate) per_jaar: PerJaar,
}

impl Outcome {
    /// Her wage.
    pub(crate) fn loon(&self) -> &Loon {
        &self.middelen.loon.value
    }

    /// Her partner's wage and claim to holiday pay; nothing without.
    pub(crate) fn partner(&self) -> (Loon, PerMonth) {
        let partner = self.middelen.partner.as_ref();
        partner.map(|(loon, claim)| (loon.value, claim.value)).unwrap_or_default()
    }
}
