//! Who is who in the house. One adult can be four things at once, each by its own law: someone who shares
//! costs (bijstand), a toeslagpartner, a fiscal partner, a housemate with income (huurtoeslag).
//!
//! Law: art. 19a Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 3 Awir
//! <https://wetten.overheid.nl/BWBR0018472>; art. 1.2 Wet IB 2001 <https://wetten.overheid.nl/BWBR0011353>.
//! Left out: who is registered elsewhere, who is away for care, tenants without a written contract.

use jiff::civil::Date;

use crate::dates::{age, first_of_year, is_born};
use crate::explain::Years;
use crate::parameters::bijstandsnorm;
use crate::situatie::{Huishouden, Inwonende, Partner, Relatie};

/// From this age on 1 January a parent and child in one house are fiscal partners (art. 1.2(4)(a) Wet IB 2001).
const OUDER_EN_KIND_PARTNERS_VANAF: Years = Years(27);

/// Who counts as a partner by one of the laws.
#[derive(Clone, Copy, Debug)]
pub enum Samen<'a> {
    /// Nobody.
    Niemand,
    /// The partner she shares a household with.
    Partner(&'a Partner),
    /// An adult who lives in.
    Inwonende(&'a Inwonende),
}

impl<'a> Samen<'a> {
    /// Whether there is anyone.
    pub const fn is_iemand(self) -> bool {
        !matches!(self, Self::Niemand)
    }

    /// The adult who lives in, when it is one.
    pub const fn inwonende(self) -> Option<&'a Inwonende> {
        match self {
            Self::Inwonende(inwonende) => Some(inwonende),
            _ => None,
        }
    }
}

/// The adults in the house, by each law, on the reference date.
#[derive(Clone, Copy, Debug)]
pub struct Bewoners<'a> {
    /// How many share the costs of living (art. 19a Participatiewet).
    pub kostendelers: u32,
    /// Her toeslagpartner (art. 3 Awir).
    pub toeslagpartner: Samen<'a>,
    /// Her fiscal partner (art. 1.2 Wet IB 2001).
    pub fiscaal_partner: Samen<'a>,
    /// Whether more than one adult could have been toeslagpartner or fiscal partner.
    pub meer_kandidaten: bool,
}

impl<'a> Bewoners<'a> {
    /// Looks at everyone who lives in.
    pub fn op(huishouden: &'a Huishouden, day: Date, norm: &bijstandsnorm::Params) -> Self {
        let kostendelers = meetellend(huishouden)
            .filter(|wie| !wie.studeert && age(wie.geboren, day) >= norm.kostendeler_vanaf.value)
            .count();
        let kostendelers = u32::try_from(kostendelers).unwrap_or(u32::MAX);
        if let Some(partner) = &huishouden.partner {
            let samen = Samen::Partner(partner);
            return Self {
                kostendelers,
                toeslagpartner: samen,
                fiscaal_partner: samen,
                meer_kandidaten: false,
            };
        }
        if huishouden.geboren_kinderen(day).next().is_none() {
            let niemand = Samen::Niemand;
            return Self {
                kostendelers,
                toeslagpartner: niemand,
                fiscaal_partner: niemand,
                meer_kandidaten: false,
            };
        }
        let toeslag = || meetellend(huishouden).filter(|wie| !is_ouder_of_kind(wie));
        let fiscaal = || {
            meetellend(huishouden).filter(|wie| {
                !is_ouder_of_kind(wie) || beiden_oud_genoeg(huishouden.geboren, wie.geboren, day)
            })
        };
        Self {
            kostendelers,
            toeslagpartner: oudste(toeslag()),
            fiscaal_partner: oudste(fiscaal()),
            meer_kandidaten: toeslag().count() > 1 || fiscaal().count() > 1,
        }
    }
}

/// Everyone who lives in and does not rent on business terms.
pub fn meetellend(huishouden: &Huishouden) -> impl Iterator<Item = &Inwonende> {
    huishouden.inwonenden.iter().filter(|wie| !wie.huurt_zakelijk)
}

/// Art. 3(2)(e) and (5)(a) Awir: her parent or child is not her toeslagpartner.
fn is_ouder_of_kind(wie: &Inwonende) -> bool {
    matches!(wie.relatie, Relatie::Ouder | Relatie::Kind)
}

fn beiden_oud_genoeg(zij: Date, ander: Date, day: Date) -> bool {
    let januari = first_of_year(day);
    [zij, ander]
        .iter()
        .all(|&born| is_born(born, januari) && age(born, januari) >= OUDER_EN_KIND_PARTNERS_VANAF)
}

/// The eldest, and of two born on one day the first named.
fn oudste<'a>(kandidaten: impl Iterator<Item = &'a Inwonende>) -> Samen<'a> {
    kandidaten.min_by_key(|wie| wie.geboren).map_or(Samen::Niemand, Samen::Inwonende)
}
