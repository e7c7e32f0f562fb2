//! One situation of one household: the order of computation of a month, from wage to what is left.

use std::sync::Arc;

use super::huis::Huis;
use super::jaar::{Persoon, PersoonJaar};
use super::lijnen::{Lijn, Lijnen};
use crate::error::Error;
use crate::explain::{Explain, Explained, Explanation, Reason, Working};
use crate::huishouden::Samen;
use crate::money::{PerMonth, PerYear};
use crate::schemes::bijstand::inkomensvrijlating::{Regel, inkomensvrijlating};
use crate::schemes::bijstand::vakantiegeld_claim::{
    GEEN_BIJSTAND, GEEN_LOON, PER_MAAND, geen_claim, vakantiegeld_claim,
};
use crate::schemes::bijstand::{Middelen, bijstand, uitbetaald};
use crate::schemes::huurtoeslag::{self, huurtoeslag};
use crate::schemes::kinderopvangtoeslag::{KindMetOpvang, Kinderopvang, kinderopvangtoeslag};
use crate::schemes::kindgebonden_budget::kindgebonden_budget;
use crate::schemes::loon::{Loon, Verdienste, loon};
use crate::schemes::toeslag::Toeslag;
use crate::schemes::zorgtoeslag::{self, zorgtoeslag};
use crate::situatie::{Baan, Relatie};

const WERKT_NIET: Reason = Reason { code: "werkt_niet", article: "art. 1.6 Wet kinderopvang" };
const PARTNER_WERKT_NIET: Reason =
    Reason { code: "toeslagpartner_werkt_niet", article: "art. 1.6(3) Wet kinderopvang" };
const TRAJECT_ZONDER_BIJSTAND: Reason =
    Reason { code: "traject_zonder_bijstand", article: "art. 1.6(1)(c) Wet kinderopvang" };

/// What a household has in one situation.
pub(crate) struct Uitkomst {
    pub(crate) lijnen: Lijnen,
    pub(crate) loon: Loon,
    pub(crate) loon_partner: Option<(Loon, PerMonth)>,
    pub(crate) regel: Regel,
    pub(crate) vrijlating: PerMonth,
    pub(crate) claim: PerMonth,
    pub(crate) bijstand: PerMonth,
    pub(crate) bruto_bijstand: PerYear,
    pub(crate) toetsingsinkomen: PerYear,
    pub(crate) toetsingsinkomen_samen: PerYear,
    pub(crate) saldo_belasting: PerYear,
    pub(crate) toeslagen_nabetaling: PerYear,
    pub(crate) kinderopvang: Kinderopvang,
    /// Which schemes pay nothing, and why.
    pub(crate) redenen: Vec<(Lijn, Reason)>,
    /// How each line came about, when that was asked for.
    pub(crate) uitleg: Vec<(Lijn, Arc<Explanation>)>,
}

/// Everything that was worked out for one situation, each with its explanation.
pub(super) struct Berekend {
    pub(super) regel: Regel,
    pub(super) middelen: Middelen,
    pub(super) iack_maand: PerMonth,
    pub(super) bijstand: Explained<PerMonth>,
    pub(super) uitbetaald: Explained<PerMonth>,
    pub(super) personen: Vec<Persoon>,
    pub(super) jaren: Vec<PersoonJaar>,
    pub(super) toetsingsinkomen: PerYear,
    pub(super) samen: Explained<PerYear>,
    pub(super) rekeninkomen: Explained<PerYear>,
    pub(super) zorgtoeslag: Explained<Toeslag>,
    pub(super) huurtoeslag: Explained<Toeslag>,
    pub(super) kindgebonden_budget: Explained<Toeslag>,
    pub(super) kinderopvang: Explained<Kinderopvang>,
    pub(super) saldo_belasting: Explained<PerYear>,
    pub(super) reiskosten: Explained<PerMonth>,
}

impl Huis<'_> {
    /// The month with this job (`None`: no job), these childcare contracts and this disregard. The order of
    /// computation: wage, means, bijstand, the year of each person, the allowances, what is left.
    pub(crate) fn situatie_met(
        &self,
        baan: Option<&Baan>,
        opvang: &[KindMetOpvang],
        regel: Regel,
    ) -> Result<Uitkomst, Error> {
        let baan = baan.filter(|baan| baan.heeft_uren());
        let loon = self.loon(baan);
        let regel = if self.kan_vrijlaten(&loon.value) { regel } else { Regel::Geen };
        let middelen = self.middelen(loon, regel);
        let personen = self.personen(&middelen);
        let iack_maand = self.iack_maand(&middelen, &personen);
        let bijstand = self.bijstand(&middelen, iack_maand, self.explain);
        let jaren = self.jaren(&personen, bijstand.value);

        let toetsingsinkomen = jaren.iter().map(|jaar| jaar.toetsingsinkomen.value).sum();
        let samen = self.toetsingsinkomen_samen(&jaren);
        let rekeninkomen = self.rekeninkomen(&jaren);
        let opvang = if baan.is_some() { opvang } else { &[] };
        let recht_op_opvang = self.recht_op_opvang(baan, &middelen, bijstand.value);
        let saldo_belasting = self.saldo_belasting(&personen, &jaren, iack_maand);
        let berekend = Berekend {
            regel,
            iack_maand,
            uitbetaald: uitbetaald(&bijstand, self.bedragen.norm.norm, self.explain),
            bijstand,
            personen,
            jaren,
            toetsingsinkomen,
            zorgtoeslag: self.zorgtoeslag(samen.value),
            huurtoeslag: self.huurtoeslag(rekeninkomen.value),
            kindgebonden_budget: self.kindgebonden_budget(samen.value),
            kinderopvang: kinderopvangtoeslag(
                opvang,
                samen.value,
                recht_op_opvang,
                self.bedragen.kinderopvang,
                self.explain,
            )?,
            saldo_belasting,
            reiskosten: reiskosten(baan, self.explain),
            samen,
            rekeninkomen,
            middelen,
        };
        Ok(self.uitkomst(&berekend))
    }

    /// What is left, what comes once a year, why a line is nothing, and how each line came about.
    fn uitkomst(&self, b: &Berekend) -> Uitkomst {
        let partner = b.middelen.partner.as_ref();
        let lijnen = self.lijnen(b);
        let toeslagen = [
            &b.zorgtoeslag.value,
            &b.huurtoeslag.value,
            &b.kindgebonden_budget.value,
            &b.kinderopvang.value.toeslag,
        ];
        Uitkomst {
            lijnen,
            loon: b.middelen.loon.value,
            loon_partner: partner.map(|(loon, claim)| (loon.value, claim.value)),
            regel: b.regel,
            vrijlating: b.middelen.vrijlating.value,
            claim: b.middelen.claim.value,
            bijstand: b.bijstand.value,
            bruto_bijstand: b.jaren.iter().map(|jaar| jaar.bruto_bijstand.value).sum(),
            toetsingsinkomen: b.toetsingsinkomen,
            toetsingsinkomen_samen: b.samen.value,
            saldo_belasting: b.saldo_belasting.value,
            toeslagen_nabetaling: toeslagen.into_iter().map(nabetaling).sum(),
            kinderopvang: b.kinderopvang.value,
            redenen: self.redenen(b),
            uitleg: if self.explain == Explain::Yes { self.uitleg(b, &lijnen) } else { Vec::new() },
        }
    }

    fn lijnen(&self, b: &Berekend) -> Lijnen {
        let h = &self.situatie.huishouden;
        let partner = b.middelen.partner.as_ref();
        let netto_partner = partner.map_or(PerMonth::ZERO, |(loon, _)| loon.value.netto_loon);
        let posten = [
            b.middelen.loon.value.netto_loon + netto_partner,
            b.uitbetaald.value,
            b.iack_maand,
            h.alimentatie_kinderen + h.alimentatie_partner,
            b.zorgtoeslag.value.maand,
            b.huurtoeslag.value.maand,
            b.kindgebonden_budget.value.maand,
            self.kinderbijslag.value,
            b.kinderopvang.value.toeslag.maand,
            b.kinderopvang.value.rekening,
            b.reiskosten.value,
        ];
        Lijnen::optellen(posten, h.vaste_lasten)
    }

    /// Which schemes pay nothing, and why.
    fn redenen(&self, b: &Berekend) -> Vec<(Lijn, Reason)> {
        let geen_iack =
            if b.iack_maand.is_zero() { self.geen_iack(&b.personen, &b.jaren) } else { None };
        let redenen = [
            (Lijn::Bijstand, b.bijstand.reason),
            (Lijn::Iack, geen_iack),
            (Lijn::Zorgtoeslag, b.zorgtoeslag.reason),
            (Lijn::Huurtoeslag, b.huurtoeslag.reason),
            (Lijn::KindgebondenBudget, b.kindgebonden_budget.reason),
            (Lijn::Kinderbijslag, self.kinderbijslag.reason),
            (Lijn::Kinderopvangtoeslag, b.kinderopvang.reason),
        ];
        redenen
            .into_iter()
            .filter_map(|(lijn, reason)| reason.map(|reason| (lijn, reason)))
            .collect()
    }

    /// Whether there is wage that a disregard can leave out of account, bijstand beside it, and a municipality that
    /// grants it.
    pub(crate) fn kan_vrijlaten(&self, loon: &Loon) -> bool {
        let bijstand = self.situatie.bijstand;
        bijstand.ontvangt && bijstand.vrijlating_toegekend && loon.ink.is_positive()
    }

    fn loon(&self, baan: Option<&Baan>) -> Explained<Loon> {
        match baan.and_then(Verdienste::uit) {
            Some(verdienste) => loon(&verdienste, self.bedragen.loon, self.explain),
            None => Working::of("loon", "art. 31(3) Participatiewet", self.explain)
                .nothing(Reason { code: "geen_loon", article: "art. 31(3) Participatiewet" }),
        }
    }

    /// What is set against the norm. Without bijstand nothing is disregarded or claimed.
    fn middelen(&self, loon: Explained<Loon>, regel: Regel) -> Middelen {
        let (b, h) = (&self.bedragen, &self.situatie.huishouden);
        let ontvangt = self.situatie.bijstand.ontvangt;
        let vrijlating = inkomensvrijlating(loon.value.ink, regel, b.vrijlating, self.explain);
        let geteld = loon.value.ink - vrijlating.value;
        let claim = if !ontvangt {
            geen_claim(GEEN_BIJSTAND, self.explain)
        } else if loon.value.bruto.is_zero() {
            geen_claim(GEEN_LOON, self.explain)
        } else if loon.value.vakantiegeld_maandelijks {
            geen_claim(PER_MAAND, self.explain)
        } else {
            vakantiegeld_claim(
                geteld,
                loon.value.loonheffingskorting,
                b.vakantiegeld_claim,
                self.explain,
            )
        };
        let alimentatie = h.alimentatie_kinderen + h.alimentatie_partner;
        Middelen { loon, vrijlating, claim, partner: self.partner.clone(), alimentatie }
    }

    pub(super) fn bijstand(
        &self,
        middelen: &Middelen,
        iack_maand: PerMonth,
        explain: Explain,
    ) -> Explained<PerMonth> {
        bijstand(self.situatie.bijstand.ontvangt, &self.norm, middelen, iack_maand, explain)
    }

    fn zorgtoeslag(&self, inkomen: PerYear) -> Explained<Toeslag> {
        let voor = match self.bewoners.toeslagpartner {
            Samen::Niemand => zorgtoeslag::Voor::Alleen,
            Samen::Partner(_) => zorgtoeslag::Voor::Partners,
            Samen::Inwonende(_) => zorgtoeslag::Voor::HelftVanPartners,
        };
        zorgtoeslag(
            inkomen,
            voor,
            self.recht_op_zorgtoeslag(),
            self.bedragen.zorgtoeslag,
            self.explain,
        )
    }

    fn huurtoeslag(&self, rekeninkomen: PerYear) -> Explained<Toeslag> {
        let p = huurtoeslag::Params::Vanaf2026(self.bedragen.huurtoeslag);
        match self.huur {
            Ok(huur) => {
                huurtoeslag(rekeninkomen, huur, Ok(()), p, self.bedragen.toeslagen, self.explain)
            }
            Err(reason) => {
                Working::of("huurtoeslag", huurtoeslag::ARTICLE, self.explain).nothing(reason)
            }
        }
    }

    fn kindgebonden_budget(&self, inkomen: PerYear) -> Explained<Toeslag> {
        let alleen = !self.bewoners.toeslagpartner.is_iemand();
        kindgebonden_budget(
            inkomen,
            self.kinderen_kgb,
            alleen,
            self.recht_op_kindgebonden_budget(),
            self.bedragen.kindgebonden_budget,
            self.bedragen.toeslagen,
            self.explain,
        )
    }

    /// Whether work (or a trajectory on bijstand) opens the kinderopvangtoeslag, hers and a toeslagpartner's.
    fn recht_op_opvang(
        &self,
        baan: Option<&Baan>,
        middelen: &Middelen,
        bijstand: PerMonth,
    ) -> Result<(), Reason> {
        let baan = baan.ok_or(WERKT_NIET)?;
        if baan.is_betaald() {
            if middelen.loon.value.bruto.is_zero() {
                return Err(WERKT_NIET);
            }
        } else if bijstand.is_zero() {
            return Err(TRAJECT_ZONDER_BIJSTAND);
        }
        let partner_werkt = match self.bewoners.toeslagpartner {
            Samen::Niemand => true,
            Samen::Partner(partner) => partner.maandloon.is_positive(),
            Samen::Inwonende(wie) => {
                wie.werkt
                    || matches!(wie.relatie, Relatie::BroerOfZus | Relatie::GrootouderOfKleinkind)
            }
        };
        if partner_werkt { Ok(()) } else { Err(PARTNER_WERKT_NIET) }
    }
}

/// Travel less its reimbursement, which is no income (art. 31(2)(g) Participatiewet).
fn reiskosten(baan: Option<&Baan>, explain: Explain) -> Explained<PerMonth> {
    let mut w = Working::of("reiskosten", "art. 31(2)(g) Participatiewet", explain);
    let kosten = w.input("reiskosten", baan.map_or(PerMonth::ZERO, |baan| baan.reiskosten));
    let vergoeding =
        w.input("reisvergoeding", baan.map_or(PerMonth::ZERO, |baan| baan.reisvergoeding));
    w.result(kosten - vergoeding)
}

/// The right of the year less twelve advances.
fn nabetaling(toeslag: &Toeslag) -> PerYear {
    toeslag.recht_jaar - toeslag.maand.per_year()
}
