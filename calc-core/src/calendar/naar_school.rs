//! A child that turns four changes day care for care after school, when its hours follow from a week. What was typed goes
//! on as it was given.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::coverage::amounts_in_calendar;
use crate::error::Error;
use crate::money::HoursPerMonth;
use crate::parameters::kinderopvangtoeslag;
use crate::situatie::{Kind, Opvang, Situatie, SoortOpvang};
use crate::weekplan::plan::{Agreement, ChildPlan};
use crate::weekplan::{as_schoolchild, overgang, planned};

/// The care of a child from a day on.
pub(super) struct Wissel {
    kind: usize,
    vanaf: Date,
    uren: HoursPerMonth,
    plan: ChildPlan,
}

impl Wissel {
    /// Whether there is a bill for it before a day.
    pub(super) fn kost_iets_voor(&self, dag: Date) -> bool {
        self.vanaf < dag && self.uren.is_positive()
    }
}

/// Every child whose care changes. Its hours were computed, for what was typed is changed by nobody else.
pub(super) fn wissels(situatie: &Situatie) -> Vec<Wissel> {
    let Some(planned) = planned(situatie) else { return Vec::new() };
    let wissel = |it: crate::weekplan::result::Overgang| {
        let child = planned.children.iter().find(|child| child.kind == it.kind)?;
        let is_computed = |kind: &Kind| {
            !kind.opvang.is_empty()
                && kind.plan.opvang.iter().all(|it| it.contract.is_some() && !it.is_typed)
        };
        situatie.huishouden.kinderen.get(it.kind).filter(|kind| is_computed(kind))?;
        let then = as_schoolchild(&planned, child);
        let agreement = |care: crate::weekplan::child::Care| Agreement {
            contract: Some(care.contract),
            is_typed: false,
        };
        let plan = ChildPlan {
            naar_school: Some(true),
            school: then.school,
            familie: then.familie,
            opvang: then.contracts.into_iter().map(agreement).collect(),
        };
        Some(Wissel { kind: it.kind, vanaf: it.vanaf, uren: it.uren, plan })
    };
    overgang(&planned, situatie.peildatum).into_iter().filter_map(wissel).collect()
}

/// The situation with the care of a day: after school at the highest price that counts, for the price is not known.
pub(super) fn met_school<'a>(
    situatie: &'a Situatie,
    wissels: &[Wissel],
    dag: Date,
) -> Result<Cow<'a, Situatie>, Error> {
    let mut anders = Cow::Borrowed(situatie);
    for wissel in wissels.iter().filter(|wissel| wissel.vanaf <= dag) {
        let uurprijs = kinderopvangtoeslag::at(amounts_in_calendar(dag)?.0)?.maximum_bso.value;
        let Some(kind) = anders.to_mut().huishouden.kinderen.get_mut(wissel.kind) else { continue };
        let bso = Opvang { soort: SoortOpvang::Bso, uren: wissel.uren, uurprijs };
        let needed = wissel.uren.is_positive();
        kind.opvang = if needed { vec![bso] } else { Vec::new() };
        kind.plan = wissel.plan.clone();
        if !needed {
            kind.plan.opvang.clear();
        }
    }
    Ok(anders)
}
