//! One household on one day: everything that stays the same whatever job she takes.

use jiff::civil::Date;

use crate::bedragen::Bedragen;
use crate::dates::{age, first_of_month, is_born};
use crate::error::Error;
use crate::explain::{Explain, Explained, Persons, Reason, Years};
use crate::huishouden::{Bewoners, Samen, medebewoners};
use crate::money::{Euro, PerMonth, PerYear};
use crate::schemes::bijstand::norm::{Gezin, norm};
use crate::schemes::bijstand::vakantiegeld_claim::{GEEN_BIJSTAND, geen_claim, vakantiegeld_claim};
use crate::schemes::huurtoeslag::Huur;
use crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting as iack;
use crate::schemes::kinderbijslag::kinderbijslag;
use crate::schemes::kindgebonden_budget::Kinderen;
use crate::schemes::loon::{Loon, Verdienste, loon};
use crate::schemes::toetsingsinkomen::hele_euros;
use crate::situatie::Situatie;

const VERMOGEN_ZORG: Reason =
    Reason { code: "vermogen_te_hoog", article: "art. 3(1) Wet op de zorgtoeslag" };
const VERMOGEN_KIND: Reason =
    Reason { code: "vermogen_te_hoog", article: "art. 1 Wet op het kindgebonden budget" };
const VERMOGEN_HUUR: Reason = Reason { code: "vermogen_te_hoog", article: "art. 7(3) Awir" };
const NOG_GEEN_18: Reason = Reason { code: "nog_geen_18", article: "art. 2 Wet op de zorgtoeslag" };
const GEEN_HUUR: Reason = Reason { code: "geen_huur", article: "art. 1 Wet op de huurtoeslag" };
const GEEN_ZELFSTANDIGE_WONING: Reason =
    Reason { code: "geen_zelfstandige_woning", article: "art. 11 Wet op de huurtoeslag" };
const GEEN_JONG_KIND: Reason = Reason { code: "geen_jong_kind", article: iack::ARTICLE };
const PARTNER_VERDIENT_MINDER: Reason =
    Reason { code: "fiscaal_partner_verdient_minder", article: iack::ARTICLE };
const GEEN_BAAN: Reason = Reason { code: "geen_loon", article: iack::ARTICLE };

/// The household with everything worked out that no job changes.
pub(crate) struct Huis<'a> {
    pub(crate) situatie: &'a Situatie,
    pub(crate) bedragen: Bedragen,
    pub(crate) bewoners: Bewoners<'a>,
    pub(crate) leeftijd: Years,
    pub(crate) norm: Explained<PerMonth>,
    pub(crate) kinderbijslag: Explained<PerMonth>,
    pub(crate) kinderen_kgb: Kinderen,
    pub(crate) huur: Result<Huur, Reason>,
    /// The partner's wage and claim to holiday pay.
    pub(crate) partner: Option<(Explained<Loon>, Explained<PerMonth>)>,
    pub(crate) explain: Explain,
}

impl<'a> Huis<'a> {
    pub(crate) fn op_peildatum(situatie: &'a Situatie, explain: Explain) -> Result<Self, Error> {
        let day = situatie.peildatum;
        let bedragen = Bedragen::op(day)?;
        let h = &situatie.huishouden;
        let bewoners = Bewoners::op(h, day, bedragen.norm.norm);
        let geboren: Vec<Date> = h.geboren_kinderen(day).map(|kind| kind.geboren).collect();
        let leeftijd = age(h.geboren, day);
        let gezin = Gezin {
            leeftijd,
            leeftijd_partner: h.partner.map(|partner| age(partner.geboren, day)),
            kinderen: !geboren.is_empty(),
            kostendelers: bewoners.kostendelers,
            beroep_op_ouders: situatie.bijstand.beroep_op_ouders,
        };
        let partner = h.partner.and_then(|partner| Verdienste::van_partner(partner.maandloon)).map(
            |verdienste| {
                let loon = loon(&verdienste, bedragen.loon, explain);
                let claim = if situatie.bijstand.ontvangt {
                    vakantiegeld_claim(loon.value.ink, true, bedragen.vakantiegeld_claim, explain)
                } else {
                    geen_claim(GEEN_BIJSTAND, explain)
                };
                (loon, claim)
            },
        );
        Ok(Self {
            situatie,
            bewoners,
            leeftijd,
            norm: norm(gezin, bedragen.norm, explain),
            kinderbijslag: kinderbijslag(&geboren, day, bedragen.kinderbijslag, explain),
            kinderen_kgb: Kinderen::in_maand(&geboren, day),
            huur: huur(situatie, &bedragen),
            partner,
            bedragen,
            explain,
        })
    }

    /// No partner and at least one born child under 18.
    pub(crate) fn alleenstaande_ouder(&self) -> bool {
        let h = &self.situatie.huishouden;
        h.partner.is_none() && h.geboren_kinderen(self.situatie.peildatum).next().is_some()
    }

    /// Whether the norm is that of people who share costs: not when all it is for are under 21.
    pub(crate) fn norm_deelt_kosten(&self) -> bool {
        let vanaf = self.bedragen.norm.norm.norm_vanaf.value;
        let partner = self.situatie.huishouden.partner;
        let oud_genoeg = |geboren| age(geboren, self.situatie.peildatum) >= vanaf;
        let iemand = self.leeftijd >= vanaf || partner.is_some_and(|wie| oud_genoeg(wie.geboren));
        self.bewoners.kostendelers > 0 && iemand
    }

    /// Whether zorgtoeslag is open to her: her age and the savings.
    pub(crate) fn recht_op_zorgtoeslag(&self) -> Result<(), Reason> {
        let meetdag = crate::dates::last_of_previous_month(self.situatie.peildatum);
        if age(self.situatie.huishouden.geboren, meetdag)
            < self.bedragen.zorgtoeslag.zorgtoeslag.vanaf_leeftijd.value
        {
            return Err(NOG_GEEN_18);
        }
        self.vermogen_onder_grens(VERMOGEN_ZORG)
    }

    /// Whether savings leave the kindgebonden budget open.
    pub(crate) fn recht_op_kindgebonden_budget(&self) -> Result<(), Reason> {
        self.vermogen_onder_grens(VERMOGEN_KIND)
    }

    fn vermogen_onder_grens(&self, reason: Reason) -> Result<(), Reason> {
        let grenzen = self.bedragen.toeslagvermogen;
        let samen = self.bewoners.toeslagpartner.is_iemand();
        let grens = if samen { grenzen.grens_partners.value } else { grenzen.grens_alleen.value };
        if self.situatie.huishouden.vermogen > grens { Err(reason) } else { Ok(()) }
    }

    /// What the allowances look at beside her own (and her partner's) income: a toeslagpartner who lives in.
    pub(crate) fn inkomen_toeslagpartner(&self) -> PerYear {
        self.bewoners
            .toeslagpartner
            .inwonende()
            .map_or(PerYear::ZERO, |wie| hele_euros(wie.inkomen_jaar))
    }

    /// Whether each of the two (she, her partner) meets the conditions of the IACK in a situation.
    pub(crate) fn recht_op_iack(&self, zij: &Loon, partner: &Loon) -> [Result<(), Reason>; 2] {
        let (h, day) = (&self.situatie.huishouden, self.situatie.peildatum);
        if !iack::heeft_jong_kind(h.geboren_kinderen(day), day, self.bedragen.heffing.iack) {
            return [Err(GEEN_JONG_KIND); 2];
        }
        let loon = |loon: &Loon| hele_euros(loon.fiscaal_jaarloon);
        let ander = match self.bewoners.fiscaal_partner {
            Samen::Niemand => None,
            Samen::Partner(wie) => Some((wie.geboren, loon(partner))),
            Samen::Inwonende(wie) => Some((wie.geboren, hele_euros(wie.arbeidsinkomen_jaar))),
        };
        // The lower wage has it; of equal wages the elder, and of equal ages she.
        let zij_heeft_het =
            ander.is_none_or(|(geboren, inkomen)| (loon(zij), h.geboren) <= (inkomen, geboren));
        let of = |heeft: bool, loon: &Loon| match (heeft, loon.fiscaal_jaarloon.is_positive()) {
            (_, false) => Err(GEEN_BAAN),
            (false, true) => Err(PARTNER_VERDIENT_MINDER),
            (true, true) => Ok(()),
        };
        [of(zij_heeft_het, zij), of(!zij_heeft_het, partner)]
    }

    /// The limit of savings in bijstand that a warning compares with.
    pub(crate) fn vermogensgrens_bijstand(&self) -> Euro {
        let p = self.bedragen.norm.bijstand;
        let hoog = self.situatie.huishouden.partner.is_some() || self.alleenstaande_ouder();
        if hoog {
            p.vermogensgrens_ouder_of_paar.value
        } else {
            p.vermogensgrens_alleenstaande.value
        }
    }
}

/// The rent with who lives there on the first of the month, or why there is no huurtoeslag.
fn huur(situatie: &Situatie, bedragen: &Bedragen) -> Result<Huur, Reason> {
    let h = &situatie.huishouden;
    let eerste = first_of_month(situatie.peildatum);
    let p = bedragen.huurtoeslag;
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
