//! What a plan must be like to be sent in: the door refuses what is not, and nothing else is proposed.

use super::child::{Child, Planned};
use super::plan::{Family, Shift};
use super::time::{DAY, Minutes, Span, WEEK};

/// The longest a shift lasts.
pub const LONGEST_SHIFT: Minutes = 16 * 60;

/// How often her own people can be named for one child: before and after every shift of the longest rota, and more.
pub const MOST_FAMILY: usize = 128;

/// Shifts that begin before the one before has ended, by week and place; the rota is a circle.
pub fn overlapping(weken: &[Vec<Shift>]) -> Vec<(usize, usize)> {
    let size = |count: usize| Minutes::try_from(count).unwrap_or(1);
    let mut all: Vec<(Span, (usize, usize))> = Vec::new();
    for (week, shifts) in weken.iter().enumerate() {
        let spans = shifts.iter().enumerate();
        all.extend(spans.map(|(at, shift)| (shift.span().moved(size(week) * WEEK), (week, at))));
    }
    all.sort_unstable();
    let again = all.first().map(|(span, place)| (span.moved(size(weken.len()) * WEEK), *place));
    let next = all.iter().copied().skip(1).chain(again.filter(|_| all.len() > 1));
    let pairs = all.iter().zip(next);
    pairs.filter(|((one, _), (next, _))| next.van < one.tot).map(|(_, (_, place))| place).collect()
}

/// Whether a changed plan could be sent in as it is.
pub(super) fn is_possible(planned: &Planned) -> bool {
    let weken = &planned.plan.weken;
    let helped = |child: &Child| child.familie.len() <= MOST_FAMILY;
    overlapping(weken).is_empty()
        && weken.iter().flatten().all(can_be_worked)
        && planned.children.iter().all(helped)
        && planned.children.iter().flat_map(|child| &child.familie).all(can_help)
}

fn can_be_worked(shift: &Shift) -> bool {
    let length = shift.tot - shift.van;
    (0..DAY).contains(&shift.van)
        && (1..=LONGEST_SHIFT).contains(&length)
        && (0..length).contains(&shift.pauze)
}

fn can_help(family: &Family) -> bool {
    (0..DAY).contains(&family.span.van) && (1..=DAY).contains(&(family.span.tot - family.span.van))
}
