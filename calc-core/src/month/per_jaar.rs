//! What comes once a year beside the steady month, and the year with it: a month alone misleads.
//!
//! Law: art. 31(1) and 32(1)(a) Participatiewet <https://wetten.overheid.nl/BWBR0015703>.

use std::ops::Sub;

use super::lijnen::Lijn;
use super::situatie::Uitkomst;
use crate::money::PerYear;

/// What comes or goes once a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
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

impl PerJaar {
    /// Twelve months as this one, with what comes once a year.
    pub(super) fn van(uitkomst: &Uitkomst) -> Self {
        let partner = uitkomst.loon_partner.unwrap_or_default().0;
        let vakantiegeld_netto = uitkomst.loon.vakantiegeld_netto + partner.vakantiegeld_netto;
        let uitbetaald = uitkomst.lijnen.bedrag(Lijn::Bijstand);
        let vakantietoeslag_bijstand = (uitkomst.bijstand - uitbetaald).per_year();
        let saldo_belasting = uitkomst.saldo_belasting;
        // A refund over a year with bijstand is means; a bill is not set off.
        let te_verrekenen_met_bijstand =
            -saldo_belasting.at_least_zero().min(uitkomst.bijstand.per_year());
        let toeslagen_nabetaling = uitkomst.toeslagen_nabetaling;
        let besteedbaar_jaar = uitkomst.lijnen.besteedbaar().per_year()
            + vakantiegeld_netto
            + vakantietoeslag_bijstand
            + saldo_belasting
            + te_verrekenen_met_bijstand
            + toeslagen_nabetaling;
        Self {
            vakantiegeld_netto,
            vakantietoeslag_bijstand,
            saldo_belasting,
            te_verrekenen_met_bijstand,
            toeslagen_nabetaling,
            besteedbaar_jaar,
        }
    }
}

impl Sub for PerJaar {
    type Output = Self;

    fn sub(self, ander: Self) -> Self {
        Self {
            vakantiegeld_netto: self.vakantiegeld_netto - ander.vakantiegeld_netto,
            vakantietoeslag_bijstand: self.vakantietoeslag_bijstand
                - ander.vakantietoeslag_bijstand,
            saldo_belasting: self.saldo_belasting - ander.saldo_belasting,
            te_verrekenen_met_bijstand: self.te_verrekenen_met_bijstand
                - ander.te_verrekenen_met_bijstand,
            toeslagen_nabetaling: self.toeslagen_nabetaling - ander.toeslagen_nabetaling,
            besteedbaar_jaar: self.besteedbaar_jaar - ander.besteedbaar_jaar,
        }
    }
}
