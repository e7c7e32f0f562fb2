//! What a contract has on sale on a day, from midnight of that day.

use super::child::{Care, Child, Season};
use super::plan::{Afname, Contract};
use super::time::{DAY, Dag, Days, Span};
use crate::situatie::SoortOpvang;

/// What a contract sells on one day.
pub(super) enum Sale {
    /// Before and after school, each sold whole.
    AroundSchool {
        /// Before school.
        voorschool: Option<Span>,
        /// After school.
        middag: Option<Span>,
    },
    /// One of these.
    Blocks(Vec<Span>),
    /// As much as is needed within these.
    ByTheHour(Vec<Span>),
}

impl Sale {
    /// Everything that is on sale.
    pub(super) fn spans(self) -> Vec<Span> {
        match self {
            Self::AroundSchool { voorschool, middag } => {
                voorschool.into_iter().chain(middag).collect()
            }
            Self::Blocks(spans) | Self::ByTheHour(spans) => spans,
        }
    }
}

/// What a contract sells a child on a day.
pub(super) fn sale(child: &Child, care: &Care, dag: Dag, season: Season) -> Sale {
    let contract = &care.contract;
    let school = child.school_on(dag.midnight() / DAY, season);
    let school = school.map(|school| school.moved(-dag.midnight()));
    let in_season = sells_in(child, contract, season);
    let on_day = in_season && on_day(contract, dag);
    match (contract.afname, school) {
        (Afname::Uur, _) if on_day => Sale::ByTheHour(opening(contract)),
        (Afname::Uur, _) => Sale::ByTheHour(Vec::new()),
        (Afname::Blok, Some(school)) if care.soort == SoortOpvang::Bso => {
            let before = contract.voorschool_van.map(|van| Span { van, tot: school.van });
            let van = contract.middag_van.unwrap_or(school.tot);
            let after = Some(Span { van, tot: contract.middag_tot });
            let sold = |part: Option<Span>, is_sold: bool| {
                part.filter(|part| is_sold && part.length() > 0)
            };
            Sale::AroundSchool {
                voorschool: sold(before, in_season && before_school_on(contract, dag)),
                middag: sold(after, on_day),
            }
        }
        (Afname::Blok, _) if on_day => Sale::Blocks(contract.blokken.clone()),
        (Afname::Blok, _) => Sale::Blocks(Vec::new()),
    }
}

/// A schoolchild's contract without weeks of a kind sells nothing in them.
pub(super) const fn sells_in(child: &Child, contract: &Contract, season: Season) -> bool {
    match season {
        Season::School => !child.at_school || contract.schoolweken > 0,
        Season::Vakantie => !child.at_school || contract.vakantieweken > 0,
    }
}

fn on_day(contract: &Contract, dag: Dag) -> bool {
    contract.dagen.unwrap_or(contract.open_dagen).contains(dag)
}

fn before_school_on(contract: &Contract, dag: Dag) -> bool {
    let days: Option<Days> = contract.voorschool_dagen;
    days.map_or_else(|| on_day(contract, dag), |days| days.contains(dag))
}

/// When it is open by the hour. A stay that passes midnight meets the hours of the days after it as well.
fn opening(contract: &Contract) -> Vec<Span> {
    let open = contract.open;
    if open.length() >= DAY {
        return vec![Span::ALWAYS];
    }
    (0..=2).map(|later| open.moved(later * DAY)).collect()
}
