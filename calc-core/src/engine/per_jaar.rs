//! The amounts that come or go once a year beside the steady month.

use std::ops::Sub;

use crate::money::PerYear;

/// What comes or goes once a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerJaar {
    /// Holiday pay, net.
    pub vakantiegeld_netto: PerYear,
    /// Holiday allowance of the bijstand, kept back until June.
    pub vakantietoeslag_bijstand: PerYear,
    /// Tax withheld minus tax due: positive is a refund.
    pub saldo_belasting: PerYear,
    /// A refund over a year with bijstand that the municipality sets off.
    pub te_verrekenen_met_bijstand: PerYear,
    /// The right to allowances less what was advanced.
    pub toeslagen_nabetaling: PerYear,
    /// Twelve months and these five.
    pub besteedbaar_jaar: PerYear,
}

/// One of the amounts of [`PerJaar`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JaarBedrag {
    /// Holiday pay, net.
    VakantiegeldNetto,
    /// Holiday allowance of the bijstand.
    VakantietoeslagBijstand,
    /// The balance of tax.
    SaldoBelasting,
    /// What of a refund the municipality sets off.
    TeVerrekenenMetBijstand,
    /// What is still to come of the allowances.
    ToeslagenNabetaling,
    /// The whole year.
    BesteedbaarJaar,
}

impl JaarBedrag {
    /// Every amount, in the order of the contract.
    pub const ALLE: [Self; 6] = [
        Self::VakantiegeldNetto,
        Self::VakantietoeslagBijstand,
        Self::SaldoBelasting,
        Self::TeVerrekenenMetBijstand,
        Self::ToeslagenNabetaling,
        Self::BesteedbaarJaar,
    ];

    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::VakantiegeldNetto => "vakantiegeld_netto",
            Self::VakantietoeslagBijstand => "vakantietoeslag_bijstand",
            Self::SaldoBelasting => "saldo_belasting",
            Self::TeVerrekenenMetBijstand => "te_verrekenen_met_bijstand",
            Self::ToeslagenNabetaling => "toeslagen_nabetaling",
            Self::BesteedbaarJaar => "besteedbaar_jaar",
        }
    }
}

impl PerJaar {
    /// One amount.
    pub const fn bedrag(&self, which: JaarBedrag) -> PerYear {
        match which {
            JaarBedrag::VakantiegeldNetto => self.vakantiegeld_netto,
            JaarBedrag::VakantietoeslagBijstand => self.vakantietoeslag_bijstand,
            JaarBedrag::SaldoBelasting => self.saldo_belasting,
            JaarBedrag::TeVerrekenenMetBijstand => self.te_verrekenen_met_bijstand,
            JaarBedrag::ToeslagenNabetaling => self.toeslagen_nabetaling,
            JaarBedrag::BesteedbaarJaar => self.besteedbaar_jaar,
        }
    }
}

/// Amount by amount.
impl Sub for PerJaar {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            vakantiegeld_netto: self.vakantiegeld_netto - other.vakantiegeld_netto,
            vakantietoeslag_bijstand: self.vakantietoeslag_bijstand
                - other.vakantietoeslag_bijstand,
            saldo_belasting: self.saldo_belasting - other.saldo_belasting,
            te_verrekenen_met_bijstand: self.te_verrekenen_met_bijstand
                - other.te_verrekenen_met_bijstand,
            toeslagen_nabetaling: self.toeslagen_nabetaling - other.toeslagen_nabetaling,
            besteedbaar_jaar: self.besteedbaar_jaar - other.besteedbaar_jaar,
        }
    }
}
