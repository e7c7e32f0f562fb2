//! How each line of a situation came about: the explanations of the rules, put with their line.

use std::sync::Arc;

use super::house::House;
use super::iack::{PER_MAAND, per_maand};
use super::lines::{Lijn, Lijnen};
use super::order::geen_iack;
use super::outcome::Outcome;
use crate::explain::{Explain, Explained, Explanation, Step, Working};
use crate::money::{PerMonth, PerYear};
use crate::schemes::kinderopvangtoeslag;
use crate::situatie::IackUitbetaling;

/// The explanation of every line, in their order.
pub(crate) fn of_lines(house: &House, o: &Outcome) -> Vec<(Lijn, Arc<Explanation>)> {
    let (samen, lijnen) = (&o.year.samen, &o.lijnen);
    let of = |lijn| match lijn {
        Lijn::NettoLoon => netto_loon(o).explanation,
        Lijn::Bijstand => o.uitbetaald.explanation.clone(),
        Lijn::Iack => iack(house, o).explanation,
        Lijn::Alimentatie => alimentatie(house).explanation,
        Lijn::Zorgtoeslag => with_income(&o.zorgtoeslag, samen),
        Lijn::Huurtoeslag => with_income(&o.huurtoeslag, &o.year.rekeninkomen),
        Lijn::KindgebondenBudget => with_income(&o.kindgebonden_budget, samen),
        Lijn::Kinderbijslag => house.kinderbijslag.explanation.clone(),
        Lijn::Kinderopvangtoeslag => with_income(&o.kinderopvang, samen),
        Lijn::KinderopvangKosten => rekening(o).explanation,
        Lijn::Reiskosten => o.reiskosten.explanation.clone(),
        Lijn::Besteedbaar => besteedbaar(lijnen).explanation,
        Lijn::OverNaVasteLasten => over_na_vaste_lasten(house, lijnen).explanation,
    };
    Lijn::ALLE.into_iter().filter_map(|lijn| Some((lijn, of(lijn)?))).collect()
}

fn netto_loon(o: &Outcome) -> Explained<PerMonth> {
    let mut w = Working::of("netto_loon", "art. 31(3) Participatiewet", Explain::Yes);
    let zij = w.rule(&o.middelen.loon).netto_loon;
    let partner =
        o.middelen.partner.as_ref().map_or(PerMonth::ZERO, |(loon, _)| w.rule(loon).netto_loon);
    let samen = zij + partner;
    // Of a couple's wage only his is not nothing.
    let reason = if samen.is_zero() { o.middelen.loon.reason } else { None };
    w.end(samen, reason)
}

fn iack(house: &House, o: &Outcome) -> Explained<PerMonth> {
    let mut w = Working::of("iack_maand", "art. 31(1) Participatiewet", Explain::Yes);
    w.input("iack_per_maand", house.situatie.iack == IackUitbetaling::Maandelijks);
    if let Some(jaar) = o.year.van_iack() {
        let verrekenbaar = w.rule(&jaar.heffing).verrekenbare_iack;
        w.step("verrekenbare_iack", verrekenbaar);
        w.rounded("hoogstens_per_maand", per_maand(verrekenbaar), PER_MAAND);
        w.step("grootste_houdbare_iack", o.iack_maand);
    }
    let reason = if o.iack_maand.is_zero() { geen_iack(house, &o.year) } else { None };
    w.end(o.iack_maand, reason)
}

fn rekening(o: &Outcome) -> Explained<PerMonth> {
    let mut w = Working::of("kinderopvang_kosten", kinderopvangtoeslag::ARTICLE, Explain::Yes);
    let bill = w.rule(&o.kinderopvang);
    w.step("toeslag", bill.toeslag.maand);
    w.step("eigen_deel", bill.eigen_deel);
    w.step("boven_maximum", bill.boven_maximum);
    w.step("boven_230_uur", bill.boven_230_uur);
    w.result(bill.rekening)
}

fn alimentatie(house: &House) -> Explained<PerMonth> {
    let h = &house.situatie.huishouden;
    let mut w = Working::of("alimentatie", "art. 31(1) Participatiewet", Explain::Yes);
    let kinderen = w.input("alimentatie_kinderen", h.alimentatie_kinderen);
    let partner = w.input("alimentatie_partner", h.alimentatie_partner);
    w.result(kinderen + partner)
}

fn besteedbaar(lijnen: &Lijnen) -> Explained<PerMonth> {
    let mut w = Working::of("besteedbaar", "optelling van alle regels", Explain::Yes);
    for lijn in Lijn::POSTEN {
        w.step(lijn.word(), lijnen.bijdrage(lijn));
    }
    w.result(lijnen.besteedbaar())
}

fn over_na_vaste_lasten(house: &House, lijnen: &Lijnen) -> Explained<PerMonth> {
    let mut w = Working::of("over_na_vaste_lasten", "optelling van alle regels", Explain::Yes);
    w.step("besteedbaar", lijnen.besteedbaar());
    w.input("vaste_lasten", house.situatie.huishouden.vaste_lasten);
    w.result(lijnen.bedrag(Lijn::OverNaVasteLasten))
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
