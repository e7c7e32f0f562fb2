//! School holidays: how many weeks of them have care, and how many neither care nor leave.

use super::buying::Purchase;
use super::child::{Child, Piece};
use super::plan::Plan;
use super::result::Holiday;
use super::time::{Span, without};

/// The holidays of a child. `needed` is what a holiday asks, `bought` what its contracts sell then.
pub(super) fn holiday(
    plan: &Plan,
    child: &Child,
    needed: &[Piece],
    bought: &[Purchase],
    school_weeks_fit: bool,
) -> Holiday {
    let weken = plan.regels.vakantieweken;
    let opvang_weken = if needed.is_empty() {
        weken
    } else if needed.iter().all(|piece| is_covered(piece, bought)) {
        let sells = child.contracts.iter().zip(bought).filter(|(_, of)| of.is_something());
        sells.map(|(care, _)| care.contract.vakantieweken).min().unwrap_or(0)
    } else {
        0
    };
    let tekort = weken.saturating_sub(opvang_weken).saturating_sub(plan.verlof_weken);
    Holiday { opvang_weken, tekort: school_weeks_fit.then_some(tekort) }
}

fn is_covered(piece: &Piece, bought: &[Purchase]) -> bool {
    let covers: Vec<Span> =
        bought.iter().flat_map(|of| &of.covers[piece.dag.place()]).copied().collect();
    without(&[piece.span], &covers).is_empty()
}
