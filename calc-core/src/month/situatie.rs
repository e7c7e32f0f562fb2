//! One situation of one household: the order of computation of a month, from wage to what is left.

use std::sync::Arc;

use super::huis::Huis;
use super::jaar::{Persoon, PersoonJaar, grootste_iack_maand, netto_bijstand_jaar};
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
use crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting as iack;
use crate::schemes::kinderopvangtoeslag::{KindMetOpvang, Kinderopvang, kinderopvangtoeslag};
use crate::schemes::kindgebonden_budget::{self, kindgebonden_budget};
use crate::schemes::loon::{Loon, Verdienste, loon};
use crate::schemes::toeslag::Toeslag;
use crate::schemes::zorgtoeslag::{self, zorgtoeslag};
use crate::situatie::{Baan, IackUitbetaling, Relatie};

const IACK_NIET_PER_MAAND: Reason = Reason { code: "iack_niet_per_maand", article: iack::ARTICLE };
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
struct Berekend {
    regel: Regel,
    middelen: Middelen,
    iack_maand: PerMonth,
    bijstand: Explained<PerMonth>,
    uitbetaald: Explained<PerMonth>,
    personen: Vec<PersoonJaar>,
    toetsingsinkomen: PerYear,
    samen: Explained<PerYear>,
    zorgtoeslag: Explained<Toeslag>,
    huurtoeslag: Explained<Toeslag>,
    kindgebonden_budget: Explained<Toeslag>,
    kinderopvang: Explained<Kinderopvang>,
    reiskosten: Explained<PerMonth>,
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
        let heeft_vrijlating = self.situatie.bijstand.ontvangt && loon.value.bruto.is_positive();
        let regel = if heeft_vrijlating { regel } else { Regel::Geen };
        let middelen = self.middelen(loon, regel);
        let iack_maand = self.iack_maand(&middelen);
        let bijstand = self.bijstand(&middelen, iack_maand, self.explain);
        let personen = self.personen(&middelen, bijstand.value, self.explain);

        let toetsingsinkomen = personen.iter().map(|jaar| jaar.toetsingsinkomen.value).sum();
        let samen = self.toetsingsinkomen_samen(&personen);
        let opvang = if baan.is_some() { opvang } else { &[] };
        let recht_op_opvang = self.recht_op_opvang(baan, &middelen, bijstand.value);
        let berekend = Berekend {
            regel,
            iack_maand,
            uitbetaald: uitbetaald(&bijstand, self.bedragen.norm.norm, self.explain),
            bijstand,
            personen,
            toetsingsinkomen,
            zorgtoeslag: self.zorgtoeslag(samen.value),
            huurtoeslag: self.huurtoeslag(toetsingsinkomen),
            kindgebonden_budget: self.kindgebonden_budget(samen.value),
            kinderopvang: kinderopvangtoeslag(
                opvang,
                samen.value,
                recht_op_opvang,
                self.bedragen.kinderopvang,
                self.explain,
            )?,
            reiskosten: reiskosten(baan, self.explain),
            samen,
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
            bruto_bijstand: b.personen.iter().map(|jaar| jaar.bruto_bijstand.value).sum(),
            toetsingsinkomen: b.toetsingsinkomen,
            toetsingsinkomen_samen: b.samen.value,
            saldo_belasting: self.saldo_belasting_samen(&b.middelen, &b.personen, b.iack_maand),
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
            if b.iack_maand.is_zero() { self.geen_iack(&b.middelen, &b.personen) } else { None };
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

    fn uitleg(&self, b: &Berekend, lijnen: &Lijnen) -> Vec<(Lijn, Arc<Explanation>)> {
        let uitleg = [
            (Lijn::NettoLoon, self.netto_loon_uitleg(&b.middelen).explanation),
            (Lijn::Bijstand, b.uitbetaald.explanation.clone()),
            (Lijn::Iack, self.iack_uitleg(&b.middelen, &b.personen, b.iack_maand).explanation),
            (Lijn::Alimentatie, self.alimentatie_uitleg().explanation),
            (Lijn::Zorgtoeslag, with_income(&b.zorgtoeslag, &b.samen)),
            (Lijn::Huurtoeslag, with_income(&b.huurtoeslag, &b.samen)),
            (Lijn::KindgebondenBudget, with_income(&b.kindgebonden_budget, &b.samen)),
            (Lijn::Kinderbijslag, self.kinderbijslag.explanation.clone()),
            (Lijn::Kinderopvangtoeslag, with_income(&b.kinderopvang, &b.samen)),
            (Lijn::KinderopvangKosten, b.kinderopvang.explanation.clone()),
            (Lijn::Reiskosten, b.reiskosten.explanation.clone()),
            (Lijn::Besteedbaar, self.besteedbaar_uitleg(lijnen).explanation),
            (Lijn::OverNaVasteLasten, self.over_uitleg(lijnen).explanation),
        ];
        uitleg
            .into_iter()
            .filter_map(|(lijn, uitleg)| uitleg.map(|uitleg| (lijn, uitleg)))
            .collect()
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

    fn bijstand(
        &self,
        middelen: &Middelen,
        iack_maand: PerMonth,
        explain: Explain,
    ) -> Explained<PerMonth> {
        bijstand(self.situatie.bijstand.ontvangt, &self.norm, middelen, iack_maand, explain)
    }

    /// The year of each person: half of the bijstand each, with a partner.
    fn personen(
        &self,
        middelen: &Middelen,
        bijstand: PerMonth,
        explain: Explain,
    ) -> Vec<PersoonJaar> {
        let h = &self.situatie.huishouden;
        let netto = netto_bijstand_jaar(bijstand, h.alimentatie_partner);
        let alimentatie =
            if bijstand.is_zero() { h.alimentatie_partner.per_year() } else { PerYear::ZERO };
        let [iack_zij, iack_partner] = self.recht(middelen);
        let zij = Persoon { loon: &middelen.loon.value, iack: iack_zij };
        let geen_loon = Loon::default();
        let loon_partner = middelen.partner.as_ref().map_or(&geen_loon, |(loon, _)| &loon.value);
        if h.partner.is_some() {
            let partner = Persoon { loon: loon_partner, iack: iack_partner };
            let half = netto.half();
            vec![
                self.persoon_jaar(zij, half, alimentatie, explain),
                self.persoon_jaar(partner, half, PerYear::ZERO, explain),
            ]
        } else {
            vec![self.persoon_jaar(zij, netto, alimentatie, explain)]
        }
    }

    fn recht(&self, middelen: &Middelen) -> [Result<(), Reason>; 2] {
        let geen_loon = Loon::default();
        let loon_partner = middelen.partner.as_ref().map_or(&geen_loon, |(loon, _)| &loon.value);
        self.recht_op_iack(&middelen.loon.value, loon_partner)
    }

    /// The monthly IACK, which lowers the bijstand that decides how much of it the tax can bear.
    fn iack_maand(&self, middelen: &Middelen) -> PerMonth {
        let niemand = self.recht(middelen).iter().all(Result::is_err);
        if niemand || self.situatie.iack == IackUitbetaling::Niet {
            return PerMonth::ZERO;
        }
        grootste_iack_maand(|maand| {
            let bijstand = self.bijstand(middelen, maand, Explain::No);
            let personen = self.personen(middelen, bijstand.value, Explain::No);
            personen.iter().map(|jaar| jaar.heffing.value.verrekenbare_iack).sum()
        })
    }

    fn geen_iack(&self, middelen: &Middelen, personen: &[PersoonJaar]) -> Option<Reason> {
        let recht = self.recht(middelen);
        let wie = recht.iter().position(Result::is_ok).unwrap_or(0);
        let reason = personen.get(wie).and_then(|jaar| jaar.heffing.value.geen_iack);
        reason.or((self.situatie.iack == IackUitbetaling::Niet).then_some(IACK_NIET_PER_MAAND))
    }

    /// Withheld minus due, of each person apart.
    fn saldo_belasting_samen(
        &self,
        middelen: &Middelen,
        personen: &[PersoonJaar],
        iack_maand: PerMonth,
    ) -> PerYear {
        let recht = self.recht(middelen);
        let saldo = |(at, jaar): (usize, &PersoonJaar)| {
            let uitbetaald = if recht[at].is_ok() { iack_maand } else { PerMonth::ZERO };
            self.saldo_belasting(jaar, uitbetaald, Explain::No).value
        };
        personen.iter().enumerate().map(saldo).sum()
    }

    /// The income the allowances look at: hers, her partner's, that of a toeslagpartner who lives in.
    fn toetsingsinkomen_samen(&self, personen: &[PersoonJaar]) -> Explained<PerYear> {
        let mut w = Working::of("toetsingsinkomen_samen", "art. 7 Awir", self.explain);
        let eigen: PerYear = personen.iter().map(|jaar| w.rule(&jaar.toetsingsinkomen)).sum();
        let ander = w.input("inkomen_toeslagpartner", self.inkomen_toeslagpartner());
        w.result(eigen + ander)
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

    fn huurtoeslag(&self, toetsingsinkomen: PerYear) -> Explained<Toeslag> {
        let rekeninkomen = toetsingsinkomen + self.inkomen_medebewoners();
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
            kindgebonden_budget::Params::Tot2027(self.bedragen.kindgebonden_budget),
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

    fn netto_loon_uitleg(&self, middelen: &Middelen) -> Explained<PerMonth> {
        let mut w = Working::of("netto_loon", "art. 31(3) Participatiewet", self.explain);
        let zij = w.rule(&middelen.loon).netto_loon;
        let partner =
            middelen.partner.as_ref().map_or(PerMonth::ZERO, |(loon, _)| w.rule(loon).netto_loon);
        w.end(zij + partner, middelen.loon.reason)
    }

    fn iack_uitleg(
        &self,
        middelen: &Middelen,
        personen: &[PersoonJaar],
        iack_maand: PerMonth,
    ) -> Explained<PerMonth> {
        let mut w = Working::of("iack_maand", "art. 31(1) Participatiewet", self.explain);
        w.input("iack_per_maand", self.situatie.iack == IackUitbetaling::Maandelijks);
        let wie = self.recht(middelen).iter().position(Result::is_ok).unwrap_or(0);
        if let Some(jaar) = personen.get(wie) {
            let verrekenbaar = w.rule(&jaar.heffing).verrekenbare_iack;
            w.step("verrekenbare_iack", verrekenbaar);
        }
        let reason = if iack_maand.is_zero() { self.geen_iack(middelen, personen) } else { None };
        w.end(iack_maand, reason)
    }

    fn alimentatie_uitleg(&self) -> Explained<PerMonth> {
        let h = &self.situatie.huishouden;
        let mut w = Working::of("alimentatie", "art. 31(1) Participatiewet", self.explain);
        let kinderen = w.input("alimentatie_kinderen", h.alimentatie_kinderen);
        let partner = w.input("alimentatie_partner", h.alimentatie_partner);
        w.result(kinderen + partner)
    }

    fn besteedbaar_uitleg(&self, lijnen: &Lijnen) -> Explained<PerMonth> {
        let mut w = Working::of("besteedbaar", "optelling van alle regels", self.explain);
        for lijn in Lijn::ALLE.into_iter().take(Lijn::POSTEN) {
            let bedrag = lijnen.bedrag(lijn);
            w.step(lijn.word(), if lijn.gaat_af() { -bedrag } else { bedrag });
        }
        w.result(lijnen.besteedbaar())
    }

    fn over_uitleg(&self, lijnen: &Lijnen) -> Explained<PerMonth> {
        let mut w = Working::of("over_na_vaste_lasten", "optelling van alle regels", self.explain);
        w.step("besteedbaar", lijnen.besteedbaar());
        w.input("vaste_lasten", self.situatie.huishouden.vaste_lasten);
        w.result(lijnen.bedrag(Lijn::OverNaVasteLasten))
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

/// The explanation of an allowance with that of the income it looked at beside it.
fn with_income<T>(
    toeslag: &Explained<T>,
    inkomen: &Explained<PerYear>,
) -> Option<Arc<Explanation>> {
    let mut uitleg = Explanation::clone(toeslag.explanation.as_ref()?);
    uitleg.steps.insert(0, crate::explain::Step::Rule(Arc::clone(inkomen.explanation.as_ref()?)));
    Some(Arc::new(uitleg))
}
