//! The same hours on fewer days.

use super::change::{Change, Code};
use super::shifts::moved;
use crate::weekplan::child::Planned;
use crate::weekplan::order::week;
use crate::weekplan::plan::{Afname, Shift};
use crate::weekplan::time::{Dag, Minutes};

/// Working days are divided in steps of a quarter of an hour.
const STEP: Minutes = 15;

/// As few working days as a longest day allows; once moved when that does not fit.
pub(super) fn minder_dagen(planned: &Planned) -> Option<Change> {
    let other = on_fewer_days(planned)?;
    let then = week(&other);
    let other = if then.past { other } else { moved(&other, &then)? };
    Some(Change::of(Code::MinderDagen, other))
}

fn on_fewer_days(planned: &Planned) -> Option<Planned> {
    let [shifts] = &*planned.plan.weken else { return None };
    let by_block = planned
        .children
        .iter()
        .flat_map(|child| &child.contracts)
        .any(|care| !care.is_typed && care.contract.afname == Afname::Blok);
    let on_workdays = shifts.iter().all(|shift| shift.dag < Dag::Za);
    let mut days: Vec<Dag> = shifts.iter().map(|shift| shift.dag).collect();
    days.sort_unstable();
    days.dedup();
    if !by_block || !on_workdays || days.len() < shifts.len() {
        return None;
    }
    let van = shifts.iter().map(|shift| shift.van).min()?;
    let regels = planned.plan.regels;
    let net: Minutes = shifts.iter().map(Shift::net).sum();
    let count = (net + regels.werkdag - 1).checked_div(regels.werkdag)?;
    let count = usize::try_from(count).ok().filter(|count| (1..days.len()).contains(count))?;
    let shift = |(dag, net): (&Dag, Minutes)| {
        let pauze = if net > regels.pauze_boven { regels.pauze } else { 0 };
        Shift { dag: *dag, van, tot: van + net + pauze, pauze }
    };
    let mut other = planned.clone();
    other.plan.weken = vec![days.iter().zip(shares(net, count)).map(shift).collect()];
    Some(other)
}

/// Equal shares in whole steps; the steps that are over go one by one from the first on, what is less than a step to the
/// first.
fn shares(net: Minutes, count: usize) -> Vec<Minutes> {
    let of = Minutes::try_from(count).unwrap_or(1);
    let share = net / of / STEP * STEP;
    let over = net - share * of;
    let steps = usize::try_from(over / STEP).unwrap_or_default();
    let mut shares: Vec<Minutes> =
        (0..count).map(|at| if at < steps { share + STEP } else { share }).collect();
    if let Some(first) = shares.first_mut() {
        *first += over % STEP;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_equal_up_to_a_quarter_of_an_hour() {
        // 20 hours on three days: 6:40 becomes 6:30, the half hour that is over two quarters.
        assert_eq!(shares(1200, 3), [405, 405, 390]);
        // 22 hours: 7:20 becomes 7:15, one quarter over.
        assert_eq!(shares(1320, 3), [450, 435, 435]);
        // 11:20 on two days: 5:40 becomes 5:30, one quarter over, five minutes more.
        assert_eq!(shares(680, 2), [350, 330]);
    }
}
