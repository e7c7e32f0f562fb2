//! Other people: her own, or a childminder.

use rust_decimal::Decimal;

use super::change::{Change, Code};
use crate::situatie::SoortOpvang;
use crate::weekplan::child::{Care, Child, Piece, Planned};
use crate::weekplan::order::week;
use crate::weekplan::plan::{Contract, Family, FamilyWeeks};
use crate::weekplan::result::Week;
use crate::weekplan::time::{DAY, Dag, Span};

/// Somebody of her own takes exactly what is left over: once what is left in more than one week of a rota.
pub(super) fn familie_gat(planned: &Planned, week: &Week) -> Change {
    let mut left: Vec<(usize, Piece)> = Vec::new();
    for reason in week.dagen.iter().flat_map(|day| &day.redenen) {
        let taken = (reason.kind, Piece { week: 0, ..reason.piece });
        if !left.contains(&taken) {
            left.push(taken);
        }
    }
    with_family(planned, Code::FamilieGat, left)
}

fn with_family(planned: &Planned, code: Code, familie: Vec<(usize, Piece)>) -> Change {
    let mut other = planned.clone();
    for child in &mut other.children {
        let own = familie.iter().filter(|(kind, _)| *kind == child.kind);
        child.familie.extend(own.map(|(_, piece)| Family {
            dagen: std::iter::once(piece.dag).collect(),
            span: piece.span,
            weken: FamilyWeeks::Alle,
        }));
    }
    Change { familie, ..Change::of(code, other) }
}

/// One childminder by the hour for every child with something left over, instead of what it has. Typed hours stay, so
/// it is nothing for a child that has them.
pub(super) fn gastouder(planned: &Planned, week: &Week) -> Option<Change> {
    let mut other = planned.clone();
    let left = |child: &Child| {
        week.dagen.iter().flat_map(|day| &day.redenen).any(|it| it.kind == child.kind)
    };
    let standard = &planned.plan.standaard;
    for child in other.children.iter_mut().filter(|child| left(child)) {
        if child.contracts.iter().any(|care| care.is_typed) {
            return None;
        }
        let first = child.contracts.first().map_or(&standard.uur, |care| &care.contract);
        let contract = Contract {
            plek: first.plek,
            schoolweken: first.schoolweken,
            vakantieweken: first.vakantieweken,
            ..standard.uur.clone()
        };
        let soort = SoortOpvang::Gastouder;
        child.contracts = vec![Care { opvang: None, soort, is_typed: false, contract }];
    }
    Some(Change::of(Code::Gastouder, other))
}

/// Her own people take one of her days wholly: the one that saves most hours, else the earliest.
pub(super) fn familie_dag(planned: &Planned, now: &Week) -> Option<Change> {
    if paid_hours(now).is_zero() {
        return None;
    }
    let works = |dag: &Dag| now.dagen.iter().any(|day| day.shift.dag == *dag);
    let changes = Dag::ALLE.into_iter().filter(works).map(|dag| {
        let change = with_family(planned, Code::FamilieDag, of_day(now, dag));
        (paid_hours(&week(&change.planned)), change)
    });
    // Of equal ones the first is the least.
    changes.min_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, change)| change)
}

/// The hours of a year that are computed and paid for.
pub(super) fn paid_hours(week: &Week) -> Decimal {
    let contracts = week.kinderen.iter().flat_map(|kind| &kind.opvang);
    contracts.filter(|it| !it.overschreven).map(|it| it.jaar.bought.hours()).sum()
}

/// The whole of a day of each child, in whatever week.
fn of_day(week: &Week, dag: Dag) -> Vec<(usize, Piece)> {
    let whole = |kind: &crate::weekplan::result::ChildWeek| {
        let here: Vec<&Piece> = kind.pieces.iter().flatten().filter(|it| it.dag == dag).collect();
        let van = here.iter().map(|piece| piece.span.van).min()?;
        let tot = here.iter().map(|piece| piece.span.tot).max()?;
        let span = Span { van, tot: tot.min(van + DAY) };
        Some((kind.kind, Piece { week: 0, dag, span }))
    };
    week.kinderen.iter().filter_map(whole).collect()
}
