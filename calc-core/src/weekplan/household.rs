//! Who of a household is planned, and which hours follow from it.

use super::child::{Care, Child, Planned};
use super::order::{on_paper, week};
use super::plan::{Afname, Plan};
use super::result::CareWeek;
use crate::dates::{age, is_born};
use crate::money::HoursPerMonth;
use crate::situatie::{Kind, Situatie};
use crate::value::Years;

/// From this age a child may go to school (art. 1.1 Wet kinderopvang).
const SCHOOL_FROM: Years = Years(4);
/// From this age a child looks after itself when nothing was arranged.
const ALONE_FROM: Years = Years(12);

/// The plan of a household with the children it is for; nothing without a plan.
pub fn planned(situatie: &Situatie) -> Option<Planned> {
    let plan: &Plan = situatie.weekplan.as_ref()?;
    let born = || {
        situatie
            .huishouden
            .kinderen
            .iter()
            .enumerate()
            .filter(|(_, kind)| is_born(kind.geboren, situatie.peildatum))
    };
    let is_planned = |(_, kind): &(usize, &Kind)| {
        let young = age(kind.geboren, situatie.peildatum) < ALONE_FROM;
        kind.plan.opvang.iter().any(|it| it.contract.is_some()) || kind.opvang.is_empty() && young
    };
    let children = born().filter(is_planned).map(|(at, kind)| child(situatie, at, kind)).collect();
    let by_age = born().any(|it| kind_by_age(it.1) || !is_planned(&it) && it.1.opvang.is_empty());
    Some(Planned { plan: plan.clone(), children, by_age })
}

/// Whether age decides if it goes to school.
const fn kind_by_age(kind: &Kind) -> bool {
    kind.plan.naar_school.is_none()
}

fn child(situatie: &Situatie, at: usize, kind: &Kind) -> Child {
    let old_enough = age(kind.geboren, situatie.peildatum) >= SCHOOL_FROM;
    let agreements = kind.opvang.iter().zip(&kind.plan.opvang).enumerate();
    let care = |(opvang, (care, agreement)): (usize, (&crate::situatie::Opvang, &_))| {
        let agreement: &super::plan::Agreement = agreement;
        Some(Care {
            opvang: Some(opvang),
            soort: care.soort,
            is_typed: agreement.is_typed,
            contract: agreement.contract.clone()?,
        })
    };
    Child {
        kind: at,
        geboren: kind.geboren,
        at_school: kind.plan.naar_school.unwrap_or(old_enough),
        school: kind.plan.school.clone(),
        familie: kind.plan.familie.clone(),
        contracts: agreements.filter_map(care).collect(),
    }
}

/// The hours a month that follow from the week, or without one from a contract by the block that names its days: of
/// each the child, the contract, and the hours.
pub fn computed_hours(situatie: &Situatie) -> Vec<(usize, usize, HoursPerMonth)> {
    let computed = computed(situatie).into_iter();
    computed.map(|(kind, opvang, care)| (kind, opvang, care.berekend())).collect()
}

/// The contracts whose hours follow from a week or from their days: of each the child, its place, and what it comes to.
pub fn computed(situatie: &Situatie) -> Vec<(usize, usize, CareWeek)> {
    let of_child = |kind: usize, weeks: Vec<CareWeek>| {
        let computed = weeks.into_iter().filter(|care| !care.overschreven);
        computed.filter_map(move |care| Some((kind, care.opvang?, care)))
    };
    if let Some(planned) = planned(situatie) {
        let kinderen = week(&planned).kinderen.into_iter();
        return kinderen.flat_map(|it| of_child(it.kind, it.opvang)).collect();
    }
    let kinderen = situatie.huishouden.kinderen.iter().enumerate();
    let paper = |(at, kind): (usize, &Kind)| {
        let mut child = child(situatie, at, kind);
        child
            .contracts
            .retain(|care| care.contract.afname == Afname::Blok && care.contract.dagen.is_some());
        of_child(at, on_paper(&child))
    };
    kinderen.flat_map(paper).collect()
}
