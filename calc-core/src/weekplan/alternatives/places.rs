//! The places in another order.

use rust_decimal::Decimal;

use super::change::{Change, Code};
use super::people::paid_hours;
use crate::weekplan::child::Planned;
use crate::weekplan::order::week;
use crate::weekplan::result::Week;
use crate::weekplan::time::Minutes;

/// So many orders can be looked at: of four places 24.
const MOST_PLACES: usize = 4;

/// The order with the fewest minutes left over, then the fewest hours; only when it is better than now.
pub(super) fn andere_volgorde(planned: &Planned, now: &Week) -> Option<Change> {
    let count = planned.plan.plekken.len();
    if !(2..=MOST_PLACES).contains(&count) {
        return None;
    }
    let others = orders(count).into_iter().skip(1).map(|order| {
        let other = in_order(planned, &order);
        (merit(&week(&other)), order, other)
    });
    let (best, order, other) = others.min_by(|(a, ..), (b, ..)| a.cmp(b))?;
    (best < merit(now))
        .then(|| Change { volgorde: Some(order), ..Change::of(Code::AndereVolgorde, other) })
}

/// Less is better.
fn merit(week: &Week) -> (Minutes, Decimal) {
    (minutes_left(week), paid_hours(week))
}

/// What is left over in a week.
pub(super) fn minutes_left(week: &Week) -> Minutes {
    week.dagen.iter().flat_map(|day| &day.redenen).map(|it| it.piece.span.length()).sum()
}

/// Every order of so many places, the present one first.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..count {
        let longer = |order: Vec<usize>| {
            let rest: Vec<usize> = (0..count).filter(|at| !order.contains(at)).collect();
            rest.into_iter().map(move |at| [&*order, &[at]].concat())
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

fn in_order(planned: &Planned, order: &[usize]) -> Planned {
    let mut other = planned.clone();
    other.plan.plekken = order.iter().map(|at| planned.plan.plekken[*at]).collect();
    let now_at = |plek: usize| order.iter().position(|at| *at == plek).unwrap_or(plek);
    for child in &mut other.children {
        child.school.plek = now_at(child.school.plek);
        for care in &mut child.contracts {
            care.contract.plek = now_at(care.contract.plek);
        }
    }
    other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_once_the_present_one_first() {
        assert_eq!(orders(2), [[0, 1], [1, 0]]);
        let of_three = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        assert_eq!(orders(3), of_three);
        assert_eq!(orders(4).len(), 24);
    }
}
