//! A child that turns four and has a week goes to care after school, from day care or from home. What was typed goes on
//! as it was given.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::coverage::amounts_in_calendar;
use crate::error::Error;
use crate::money::HoursPerMonth;
use crate::parameters::kinderopvangtoeslag;
use crate::situatie::{Opvang, Situatie, SoortOpvang};
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
    /// Whether there is a bill for it on a day.
    pub(super) fn kost_iets_op(&self, dag: Date) -> bool {
        self.vanaf <= dag && self.uren.is_positive()
    }
}

/// Every child whose care changes. None of its hours was typed, for what was typed is changed by nobody else.
pub(super) fn wissels(situatie: &Situatie) -> Vec<Wissel> {
    let Some(planned) = planned(situatie) else { return Vec::new() };
    let wissel = |it: crate::weekplan::result::Overgang| {
        let child = planned.children.iter().find(|child| child.kind == it.kind)?;
        let is_typed = |it: &Agreement| it.contract.is_none() || it.is_typed;
        let kind = situatie.huishouden.kinderen.get(it.kind)?;
        if kind.plan.opvang.iter().any(is_typed) {
            return None;
        }
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
        let uurprijs = kinderopvangtoeslag::by(situatie.book, amounts_in_calendar(dag)?.0)?;
        let uurprijs = uurprijs.maximum_bso.value;
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
