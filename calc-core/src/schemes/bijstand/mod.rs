//! Aanvullende bijstand: what the municipality adds up to the norm, after the disregard.
//!
//! Law: art. 19, 31, 32 and 45 Participatiewet <https://wetten.overheid.nl/BWBR0015703>.
//! Order: the disregard first, then the comparison with the norm (ECLI:NL:CRVB:2021:2146).
//! Left out: the wealth test (a warning instead), sanctions, debts withheld, part of a month.

pub mod bruto;
pub mod inkomensvrijlating;
pub mod norm;
pub mod vakantiegeld_claim;

use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, Rounding};
use crate::parameters::bijstandsnorm;
use crate::schemes::loon::Loon;

const ARTICLE: &str = "art. 19 Participatiewet";
const RESERVERING: &str = "art. 19(3) Participatiewet";
const OP_CENTEN: Rounding = Rounding::to_cents(RESERVERING);

/// What is set against the norm, explained piece by piece.
pub struct Middelen {
    /// Her wage.
    pub loon: Explained<Loon>,
    /// The disregard over it.
    pub vrijlating: Explained<PerMonth>,
    /// Her claim to holiday pay.
    pub claim: Explained<PerMonth>,
    /// Her partner's wage and claim to holiday pay; counted in full.
    pub partner: Option<(Explained<Loon>, Explained<PerMonth>)>,
    /// Alimony for her and the children.
    pub alimentatie: PerMonth,
}

impl Middelen {
    /// What counts of her wage.
    pub fn geteld(&self) -> PerMonth {
        self.loon.value.ink - self.vrijlating.value
    }

    /// All that is set against the norm, but for the monthly IACK.
    pub fn samen(&self) -> PerMonth {
        let partner = self.partner.as_ref();
        let van_partner =
            partner.map_or(PerMonth::ZERO, |(loon, claim)| loon.value.ink + claim.value);
        self.geteld() + self.claim.value + van_partner + self.alimentatie
    }
}

/// What is added up to the norm to means of this size, for who receives bijstand.
pub fn aanvulling(ontvangt: bool, norm: PerMonth, middelen: PerMonth) -> PerMonth {
    if ontvangt { (norm - middelen).at_least_zero() } else { PerMonth::ZERO }
}

/// The amount up to the norm, holiday allowance included.
pub fn bijstand(
    ontvangt: bool,
    norm: &Explained<PerMonth>,
    middelen: &Middelen,
    iack_maand: PerMonth,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("bijstand", ARTICLE, explain);
    if !w.input("ontvangt_bijstand", ontvangt) {
        return w.nothing(Reason { code: "ontvangt_geen_bijstand", article: ARTICLE });
    }
    let norm = w.rule(norm);
    let ink = w.rule(&middelen.loon).ink;
    w.step("ink", ink);
    w.rule(&middelen.vrijlating);
    w.step("geteld", middelen.geteld());
    w.rule(&middelen.claim);
    if let Some((loon, claim)) = &middelen.partner {
        let ink = w.rule(loon).ink;
        w.step("ink_partner", ink);
        w.rule(claim);
    }
    w.input("alimentatie", middelen.alimentatie);
    let iack = w.input("iack_maand", iack_maand);
    let samen = w.step("middelen", middelen.samen() + iack);
    let aanvulling = w.step("aanvulling", aanvulling(ontvangt, norm, samen));
    if aanvulling.is_zero() {
        return w.nothing(Reason { code: "inkomen_niet_onder_norm", article: ARTICLE });
    }
    w.result(aanvulling)
}

/// What is paid each month: the holiday allowance in it is kept back until June.
pub fn uitbetaald(
    bijstand: &Explained<PerMonth>,
    p: &'static bijstandsnorm::Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("bijstand_uitbetaald", RESERVERING, explain);
    let inclusief = w.rule(bijstand);
    let vakantietoeslag = w.param(&p.vakantietoeslag);
    let uitbetaald = w.rounded("uitbetaald", inclusief - inclusief * vakantietoeslag, OP_CENTEN);
    w.end(uitbetaald, bijstand.reason)
}
