//! Who may have what: the conditions of the allowances and of the IACK, beside what they come to.

use super::house::House;
use super::huishouden::Samen;
use crate::dates::{age, last_of_previous_month};
use crate::explain::Reason;
use crate::money::{Euro, PerMonth, PerYear};
use crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting as iack;
use crate::schemes::loon::Loon;
use crate::schemes::toetsingsinkomen::hele_euros;
use crate::situatie::{Baan, Relatie};

const VERMOGEN_ZORG: Reason =
    Reason { code: "vermogen_te_hoog", article: "art. 3(1) Wet op de zorgtoeslag" };
const VERMOGEN_KIND: Reason =
    Reason { code: "vermogen_te_hoog", article: "art. 1 Wet op het kindgebonden budget" };
const NOG_GEEN_18: Reason = Reason { code: "nog_geen_18", article: "art. 2 Wet op de zorgtoeslag" };
const GEEN_JONG_KIND: Reason = Reason { code: "geen_jong_kind", article: iack::ARTICLE };
const PARTNER_VERDIENT_MINDER: Reason =
    Reason { code: "fiscaal_partner_verdient_minder", article: iack::ARTICLE };
const GEEN_BAAN: Reason = Reason { code: "geen_loon", article: iack::ARTICLE };
const WERKT_NIET: Reason = Reason { code: "werkt_niet", article: "art. 1.6 Wet kinderopvang" };
const PARTNER_WERKT_NIET: Reason =
    Reason { code: "toeslagpartner_werkt_niet", article: "art. 1.6(3) Wet kinderopvang" };
const TRAJECT_ZONDER_BIJSTAND: Reason =
    Reason { code: "traject_zonder_bijstand", article: "art. 1.6(1)(c) Wet kinderopvang" };

/// Whether zorgtoeslag is open to her: her age and the savings.
pub(crate) fn zorgtoeslag(house: &House) -> Result<(), Reason> {
    let meetdag = last_of_previous_month(house.day);
    let vanaf = house.amounts.zorgtoeslag.zorgtoeslag.vanaf_leeftijd.value;
    if age(house.situatie.huishouden.geboren, meetdag) < vanaf {
        return Err(NOG_GEEN_18);
    }
    vermogen_onder_grens(house, VERMOGEN_ZORG)
}

/// Whether savings leave the kindgebonden budget open.
pub(crate) fn kindgebonden_budget(house: &House) -> Result<(), Reason> {
    vermogen_onder_grens(house, VERMOGEN_KIND)
}

fn vermogen_onder_grens(house: &House, reason: Reason) -> Result<(), Reason> {
    let grenzen = house.amounts.toeslagvermogen;
    let samen = house.bewoners.toeslagpartner.is_iemand();
    let grens = if samen { grenzen.grens_partners.value } else { grenzen.grens_alleen.value };
    if house.situatie.huishouden.vermogen > grens { Err(reason) } else { Ok(()) }
}

/// Whether work (or a trajectory on bijstand) opens the kinderopvangtoeslag, hers and a toeslagpartner's.
pub(crate) fn kinderopvangtoeslag(
    house: &House,
    baan: Option<&Baan>,
    loon: &Loon,
    bijstand: PerMonth,
) -> Result<(), Reason> {
    let baan = baan.ok_or(WERKT_NIET)?;
    if baan.is_betaald() {
        if loon.bruto.is_zero() {
            return Err(WERKT_NIET);
        }
    } else if bijstand.is_zero() {
        return Err(TRAJECT_ZONDER_BIJSTAND);
    }
    partner_werkt(house)
}

/// Whether a toeslagpartner does not stand in the way of kinderopvangtoeslag.
pub(crate) fn partner_werkt(house: &House) -> Result<(), Reason> {
    let partner_werkt = match house.bewoners.toeslagpartner {
        Samen::Niemand => true,
        Samen::Partner(partner) => partner.maandloon.is_positive(),
        Samen::Inwonende(wie) => {
            wie.werkt || matches!(wie.relatie, Relatie::BroerOfZus | Relatie::GrootouderOfKleinkind)
        }
    };
    if partner_werkt { Ok(()) } else { Err(PARTNER_WERKT_NIET) }
}

/// Whether each of the two (she, her partner) meets the conditions of the IACK, by the taxable wages of the year.
pub(crate) fn iack(house: &House, zij: PerYear, partner: PerYear) -> [Result<(), Reason>; 2] {
    iack_van(house, house.bewoners.fiscaal_partner, zij, partner)
}

/// The same with a fiscal partner who was one on another day than that of the house.
pub(crate) fn iack_van(
    house: &House,
    fiscaal_partner: Samen,
    zij: PerYear,
    partner: PerYear,
) -> [Result<(), Reason>; 2] {
    let (h, day) = (&house.situatie.huishouden, house.day);
    if !iack::heeft_jong_kind(h.geboren_kinderen(day), day, house.amounts.heffing.iack) {
        return [Err(GEEN_JONG_KIND); 2];
    }
    let ander = match fiscaal_partner {
        Samen::Niemand => None,
        Samen::Partner(wie) => Some((wie.geboren, hele_euros(partner))),
        Samen::Inwonende(wie) => Some((wie.geboren, hele_euros(wie.arbeidsinkomen_jaar))),
    };
    // The lower wage has it; of equal wages the elder, and of equal ages she.
    let zij_heeft_het =
        ander.is_none_or(|(geboren, inkomen)| (hele_euros(zij), h.geboren) <= (inkomen, geboren));
    let of = |heeft: bool, loon: PerYear| match (heeft, loon.is_positive()) {
        (_, false) => Err(GEEN_BAAN),
        (false, true) => Err(PARTNER_VERDIENT_MINDER),
        (true, true) => Ok(()),
    };
    [of(zij_heeft_het, zij), of(!zij_heeft_het, partner)]
}

/// The limit of savings in bijstand (art. 34(3) Participatiewet).
pub(crate) fn vermogensgrens_bijstand(house: &House) -> Euro {
    let p = house.amounts.norm.bijstand;
    if house.situatie.huishouden.partner.is_some() || house.alleenstaande_ouder() {
        p.vermogensgrens_ouder_of_paar.value
    } else {
        p.vermogensgrens_alleenstaande.value
    }
}

/// Whether the norm is that of people who share costs: not when all it is for are under 21.
pub(crate) fn norm_deelt_kosten(house: &House) -> bool {
    let vanaf = house.amounts.norm.norm.norm_vanaf.value;
    let partner = house.situatie.huishouden.partner;
    let oud_genoeg = |geboren| age(geboren, house.day) >= vanaf;
    let iemand = house.leeftijd >= vanaf || partner.is_some_and(|wie| oud_genoeg(wie.geboren));
    house.bewoners.kostendelers > 0 && iemand
}
