//! What is bought: each contract of a child takes what it can, the next one gets the rest.

use super::child::{Care, Child, Piece, Season};
use super::plan::Contract;
use super::sale::{Sale, sale};
use super::time::{DAYS_A_WEEK, Dag, Minutes, Span, common, merged, total, without};

/// What one contract sells of a kind of week. Minutes are those of all weeks of the rota together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purchase {
    /// What is paid for, by day.
    pub bought: [Minutes; DAYS_A_WEEK],
    /// What of it is needed, by day.
    pub used: [Minutes; DAYS_A_WEEK],
    /// From when until when a child can be there, by day, from midnight.
    pub covers: [Vec<Span>; DAYS_A_WEEK],
}

impl Purchase {
    /// Whether anything is paid for.
    pub fn is_something(&self) -> bool {
        self.bought.iter().any(|minutes| *minutes > 0)
    }
}

/// The stretches of a day, of each week of the rota.
type OfDay = Vec<Vec<Span>>;

/// What the contracts of a child sell, each in its turn.
pub fn buy(child: &Child, pieces: &[Piece], weeks: usize, season: Season) -> Vec<Purchase> {
    let mut rest: Vec<OfDay> =
        Dag::ALLE.into_iter().map(|dag| of_day(pieces, dag, weeks)).collect();
    let one = |care: &Care| {
        let mut purchase = Purchase::default();
        for (dag, needed) in Dag::ALLE.into_iter().zip(&mut rest) {
            let at = dag.place();
            let (covers, bought) = of_one_day(child, care, dag, season, needed);
            purchase.used[at] = needed.iter().map(|it| total(&common(it, &covers))).sum();
            purchase.bought[at] = bought;
            for spans in needed.iter_mut() {
                *spans = without(spans, &covers);
            }
            purchase.covers[at] = covers;
        }
        purchase
    };
    child.contracts.iter().map(one).collect()
}

/// What is needed on a day of each week; a minute counts once, however many shifts ask for it.
fn of_day(pieces: &[Piece], dag: Dag, weeks: usize) -> OfDay {
    let of_week = |week: usize| {
        let here = pieces.iter().filter(|piece| piece.week == week && piece.dag == dag);
        merged(here.map(|piece| piece.span).collect())
    };
    (0..weeks).map(of_week).collect()
}

/// What a contract covers on a day, and the minutes that are paid for in all weeks.
fn of_one_day(
    child: &Child,
    care: &Care,
    dag: Dag,
    season: Season,
    needed: &OfDay,
) -> (Vec<Span>, Minutes) {
    let contract = &care.contract;
    match sale(child, care, dag, season) {
        Sale::ByTheHour(open) => {
            let bought = needed.iter().map(|it| rounded(total(&common(it, &open)), contract)).sum();
            (open, bought)
        }
        Sale::AroundSchool { voorschool, middag } => {
            let is_in = |part: &Span| needed.iter().flatten().any(|piece| piece.overlaps(*part));
            let is_agreed = contract.voorschool_dagen.is_some_and(|days| days.contains(dag));
            let voorschool = voorschool.filter(|part| is_agreed || is_in(part));
            let middag = middag.filter(|part| contract.dagen.is_some() || is_in(part));
            in_every_week(voorschool.into_iter().chain(middag).collect(), needed)
        }
        Sale::Blocks(blocks) => {
            let block = block(&blocks, needed, contract.dagen.is_some());
            in_every_week(block.into_iter().collect(), needed)
        }
    }
}

/// A block is paid for in every week of the rota.
fn in_every_week(blocks: Vec<Span>, needed: &OfDay) -> (Vec<Span>, Minutes) {
    let weeks = Minutes::try_from(needed.len()).unwrap_or(1);
    let bought = total(&blocks) * weeks;
    (blocks, bought)
}

/// The shortest block that holds all that is needed, else the one that holds most of it. On a day that stands in the
/// contract and on which nothing is needed the longest; on another day nothing that would hold nothing.
fn block(blocks: &[Span], needed: &OfDay, is_agreed: bool) -> Option<Span> {
    let all: Vec<Span> = needed.iter().flatten().copied().collect();
    if all.is_empty() {
        let longest = blocks.iter().min_by_key(|block| (-block.length(), block.van));
        return longest.copied().filter(|_| is_agreed);
    }
    let held = |block: &Span| total(&common(&all, std::slice::from_ref(block)));
    let holds_all = |block: &&Span| all.iter().all(|piece| block.holds(*piece));
    let fitting = blocks.iter().filter(holds_all).min_by_key(|block| (block.length(), block.van));
    let most = || blocks.iter().min_by_key(|block| (-held(block), block.length(), block.van));
    fitting.or_else(most).copied().filter(|block| is_agreed || held(block) > 0)
}

/// Minutes of a day by the hour: up to a multiple, at least the minimum.
const fn rounded(minutes: Minutes, contract: &Contract) -> Minutes {
    if minutes == 0 {
        return 0;
    }
    let step = if contract.afronden > 0 { contract.afronden } else { 1 };
    let up = (minutes + step - 1) / step * step;
    if up > contract.minimum { up } else { contract.minimum }
}
