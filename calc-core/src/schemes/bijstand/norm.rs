//! The bijstandsnorm: what a household is to have in a month, holiday allowance included.
//!
//! Law: art. 19a-24 Participatiewet <https://wetten.overheid.nl/BWBR0015703>.
//! Left out: institutions (art. 23), a partner without right (art. 24), a lower norm without housing costs
//! (art. 27), sanctions (art. 18).

use rust_decimal::Decimal;

use crate::explain::{Explain, Explained, Working};
use crate::money::{PerMonth, Rounding};
use crate::parameters::{bijstand, bijstandsnorm};
use crate::value::{Persons, Years};

const KOSTENDELERS: &str = "art. 22a Participatiewet";
const OP_CENTEN: Rounding = Rounding::to_cents(KOSTENDELERS);

/// Who the norm is for.
#[derive(Clone, Copy, Debug)]
pub struct Gezin {
    /// Her age.
    pub leeftijd: Years,
    /// Her partner's age.
    pub leeftijd_partner: Option<Years>,
    /// Whether there is a born child under 18.
    pub kinderen: bool,
    /// Adults who share the costs of living, her partner not among them.
    pub kostendelers: u32,
    /// Aged 18-20: whether she can fall back on her parents.
    pub beroep_op_ouders: bool,
}

/// The dated amounts of the norm.
#[derive(Clone, Copy)]
pub struct Params {
    /// The norms.
    pub norm: &'static bijstandsnorm::Params,
    /// What came with 2026: the rise for the young, the fixed part beside cost sharers.
    pub bijstand: &'static bijstand::Params,
}

/// The norm of a household.
pub fn norm(gezin: Gezin, p: Params, explain: Explain) -> Explained<PerMonth> {
    let jong = |leeftijd: Years| leeftijd < p.norm.norm_vanaf.value;
    match gezin.leeftijd_partner {
        None if jong(gezin.leeftijd) => {
            met_verhoging(gezin, &p.norm.jong_alleenstaande, &p.norm.alleenstaande, p, explain)
        }
        None => alleenstaand(gezin, p, explain),
        Some(partner) => match (jong(gezin.leeftijd), jong(partner)) {
            (false, false) => paar(gezin, p, explain),
            (true, true) => {
                let basis = if gezin.kinderen {
                    &p.norm.jong_gehuwden_met_kinderen
                } else {
                    &p.norm.jong_gehuwden_zonder_kinderen
                };
                met_verhoging(gezin, basis, &p.norm.gehuwden, p, explain)
            }
            (true, false) => paar_met_jonge_aanvrager(gezin, p, explain),
            (false, true) => paar_met_een_jongere(gezin, p, explain),
        },
    }
}

type Bedrag = crate::parameters::Param<PerMonth>;

/// Single, 21 or older: art. 21, or art. 22a with people who share the costs.
fn alleenstaand(gezin: Gezin, p: Params, explain: Explain) -> Explained<PerMonth> {
    if gezin.kostendelers > 0 {
        return kostendelersnorm(Persons(1 + gezin.kostendelers), p.norm, explain);
    }
    let mut w = Working::of("norm", "art. 21 Participatiewet", explain);
    let norm = w.param(&p.norm.alleenstaande);
    w.result(norm)
}

/// Both 21 or older: art. 21, or art. 22a for each of the two.
fn paar(gezin: Gezin, p: Params, explain: Explain) -> Explained<PerMonth> {
    if gezin.kostendelers > 0 {
        let mut w = Working::of("norm", KOSTENDELERS, explain);
        let per_persoon =
            w.rule(&kostendelersnorm(Persons(2 + gezin.kostendelers), p.norm, explain));
        let norm = w.step("voor_twee", per_persoon * 2);
        return w.result(norm);
    }
    let mut w = Working::of("norm", "art. 21 Participatiewet", explain);
    let norm = w.param(&p.norm.gehuwden);
    w.result(norm)
}

/// One partner of 18-20: art. 20, or with cost sharers the fixed part and the share of the elder (art. 22a(3)).
fn paar_met_een_jongere(gezin: Gezin, p: Params, explain: Explain) -> Explained<PerMonth> {
    if gezin.kostendelers > 0 {
        let mut w = Working::of("norm", KOSTENDELERS, explain);
        let vast = w.param(if gezin.kinderen {
            &p.bijstand.jong_met_kostendelers_met_kinderen
        } else {
            &p.bijstand.jong_met_kostendelers_zonder_kinderen
        });
        let oudste = w.rule(&kostendelersnorm(Persons(1 + gezin.kostendelers), p.norm, explain));
        let norm = w.step("vast_deel_en_aandeel", vast + oudste);
        return w.result(norm);
    }
    let mut w = Working::of("norm", "art. 20 Participatiewet", explain);
    let norm = w.param(if gezin.kinderen {
        &p.norm.een_jong_met_kinderen
    } else {
        &p.norm.een_jong_zonder_kinderen
    });
    w.result(norm)
}

/// As [`paar_met_een_jongere`], where it is she who is young and may have the rise.
fn paar_met_jonge_aanvrager(gezin: Gezin, p: Params, explain: Explain) -> Explained<PerMonth> {
    let basis = paar_met_een_jongere(gezin, p, explain);
    if gezin.beroep_op_ouders {
        return basis;
    }
    verhoogd(&basis, &p.norm.gehuwden, p, explain)
}

/// A norm of 18-20 with the rise for who cannot fall back on parents (art. 20(3)).
fn met_verhoging(
    gezin: Gezin,
    basis: &'static Bedrag,
    hoogstens: &'static Bedrag,
    p: Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("norm_jong", "art. 20 Participatiewet", explain);
    let norm = w.param(basis);
    let norm = w.result(norm);
    if gezin.beroep_op_ouders { norm } else { verhoogd(&norm, hoogstens, p, explain) }
}

/// The rise, at most up to the norm of a comparable household of 21 or older.
fn verhoogd(
    basis: &Explained<PerMonth>,
    hoogstens: &'static Bedrag,
    p: Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("norm", "art. 20 Participatiewet", explain);
    let basis = w.rule(basis);
    let verhoging = w.param(&p.bijstand.verhoging_18_20);
    let hoogstens = w.param(hoogstens);
    let norm = w.step("met_verhoging", (basis + verhoging).min(hoogstens));
    w.result(norm)
}

/// The norm per person with `aantal` people who share the costs, herself among them; to cents.
pub fn kostendelersnorm(
    aantal: Persons,
    p: &'static bijstandsnorm::Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("kostendelersnorm", KOSTENDELERS, explain);
    let aantal = w.input("aantal_kostendelers", aantal);
    let vast = w.param(&p.kostendelers_vast);
    let per_persoon = w.param(&p.kostendelers_per_persoon);
    let gehuwden = w.param(&p.gehuwden);
    let personen = Decimal::from(aantal.0);
    let samen =
        PerMonth::new(gehuwden.amount() * (vast.fraction() + per_persoon.fraction() * personen));
    let samen = w.step("norm_samen", samen);
    let ieder = PerMonth::new(samen.amount().checked_div(personen).unwrap_or(Decimal::ZERO));
    let ieder = w.rounded("norm_per_persoon", ieder, OP_CENTEN);
    w.result(ieder)
}
