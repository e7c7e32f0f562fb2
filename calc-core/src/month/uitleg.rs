//! How each line of a situation came about: the explanations of the rules, put with their line.

use std::sync::Arc;

use super::huis::Huis;
use super::jaar::{PER_MAAND, Persoon, PersoonJaar, per_maand};
use super::lijnen::{Lijn, Lijnen};
use super::situatie::Berekend;
use crate::explain::{Explained, Explanation, Step, Working};
use crate::money::{PerMonth, PerYear};
use crate::schemes::bijstand::Middelen;
use crate::schemes::kinderopvangtoeslag;
use crate::situatie::IackUitbetaling;

impl Huis<'_> {
    /// The explanation of every line, in their order.
    pub(super) fn uitleg(&self, b: &Berekend, lijnen: &Lijnen) -> Vec<(Lijn, Arc<Explanation>)> {
        let uitleg = [
            (Lijn::NettoLoon, self.netto_loon_uitleg(&b.middelen).explanation),
            (Lijn::Bijstand, b.uitbetaald.explanation.clone()),
            (Lijn::Iack, self.iack_uitleg(&b.personen, &b.jaren, b.iack_maand).explanation),
            (Lijn::Alimentatie, self.alimentatie_uitleg().explanation),
            (Lijn::Zorgtoeslag, with_income(&b.zorgtoeslag, &b.samen)),
            (Lijn::Huurtoeslag, with_income(&b.huurtoeslag, &b.rekeninkomen)),
            (Lijn::KindgebondenBudget, with_income(&b.kindgebonden_budget, &b.samen)),
            (Lijn::Kinderbijslag, self.kinderbijslag.explanation.clone()),
            (Lijn::Kinderopvangtoeslag, with_income(&b.kinderopvang, &b.samen)),
            (Lijn::KinderopvangKosten, self.rekening_uitleg(b).explanation),
            (Lijn::Reiskosten, b.reiskosten.explanation.clone()),
            (Lijn::Besteedbaar, self.besteedbaar_uitleg(lijnen).explanation),
            (Lijn::OverNaVasteLasten, self.over_uitleg(lijnen).explanation),
        ];
        uitleg
            .into_iter()
            .filter_map(|(lijn, uitleg)| uitleg.map(|uitleg| (lijn, uitleg)))
            .collect()
    }

    fn netto_loon_uitleg(&self, middelen: &Middelen) -> Explained<PerMonth> {
        let mut w = Working::of("netto_loon", "art. 31(3) Participatiewet", self.explain);
        let zij = w.rule(&middelen.loon).netto_loon;
        let partner =
            middelen.partner.as_ref().map_or(PerMonth::ZERO, |(loon, _)| w.rule(loon).netto_loon);
        let samen = zij + partner;
        // Of a couple's wage only his is not nothing.
        let reason = if samen.is_zero() { middelen.loon.reason } else { None };
        w.end(samen, reason)
    }

    fn iack_uitleg(
        &self,
        personen: &[Persoon],
        jaren: &[PersoonJaar],
        iack_maand: PerMonth,
    ) -> Explained<PerMonth> {
        let mut w = Working::of("iack_maand", "art. 31(1) Participatiewet", self.explain);
        w.input("iack_per_maand", self.situatie.iack == IackUitbetaling::Maandelijks);
        let wie = personen.iter().position(|persoon| persoon.heeft_iack).unwrap_or(0);
        if let Some(jaar) = jaren.get(wie) {
            w.rule(&jaar.heffing);
            let verrekenbaar = jaar.heffing.value.verrekenbare_iack;
            w.step("verrekenbare_iack", verrekenbaar);
            w.rounded("hoogstens_per_maand", per_maand(verrekenbaar), PER_MAAND);
            w.step("grootste_houdbare_iack", iack_maand);
        }
        let reason = if iack_maand.is_zero() { self.geen_iack(personen, jaren) } else { None };
        w.end(iack_maand, reason)
    }

    fn rekening_uitleg(&self, b: &Berekend) -> Explained<PerMonth> {
        let mut w = Working::of("kinderopvang_kosten", kinderopvangtoeslag::ARTICLE, self.explain);
        let bill = w.rule(&b.kinderopvang);
        w.step("toeslag", bill.toeslag.maand);
        w.step("eigen_deel", bill.eigen_deel);
        w.step("boven_maximum", bill.boven_maximum);
        w.step("boven_230_uur", bill.boven_230_uur);
        w.result(bill.rekening)
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

/// The explanation of an allowance with that of the income it looked at beside it.
fn with_income<T>(
    toeslag: &Explained<T>,
    inkomen: &Explained<PerYear>,
) -> Option<Arc<Explanation>> {
    let mut uitleg = Explanation::clone(toeslag.explanation.as_ref()?);
    uitleg.steps.insert(0, Step::Rule(Arc::clone(inkomen.explanation.as_ref()?)));
    Some(Arc::new(uitleg))
}
