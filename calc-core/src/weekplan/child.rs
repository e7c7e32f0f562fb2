//! Who is planned: the children whose care follows from the week, with their contracts, beside the plan itself.

use jiff::civil::Date;

use super::plan::{Contract, Family, FamilyWeeks, Plan, School};
use super::time::{DAY, Dag, Minutes, Span, WEEK};
use crate::situatie::SoortOpvang;

/// A week that can be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When she works and how she travels.
    pub plan: Plan,
    /// The children that are planned, in the order of the household.
    pub children: Vec<Child>,
    /// Whether an age decided who goes to school, or who is planned.
    pub by_age: bool,
}

/// One child that is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Its place in the household.
    pub kind: usize,
    /// Date of birth.
    pub geboren: Date,
    /// Whether it goes to school.
    pub at_school: bool,
    /// Its school, if it does.
    pub school: School,
    /// Unpaid help.
    pub familie: Vec<Family>,
    /// Its contracts for care, in their order.
    pub contracts: Vec<Care>,
}

/// A contract for care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Care {
    /// Its place among the contracts of the child; `None` when it is only proposed.
    pub opvang: Option<usize>,
    /// The kind of care.
    pub soort: SoortOpvang,
    /// Whether its hours were typed: then those count, and nothing changes them.
    pub is_typed: bool,
    /// How it is sold.
    pub contract: Contract,
}

/// The two kinds of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// A school week.
    School,
    /// A week without school anywhere.
    Vakantie,
}

impl Season {
    /// Both.
    pub const ALLE: [Self; 2] = [Self::School, Self::Vakantie];
}

impl Child {
    /// Where it is brought when it is not brought to school; `None`: it stays at home.
    pub fn care_place(&self) -> Option<usize> {
        self.contracts.first().map(|care| care.contract.plek)
    }

    /// Its school time on a day of the line, if it goes to school then.
    pub fn school_on(&self, day: Minutes, season: Season) -> Option<Span> {
        let goes = self.at_school && season == Season::School;
        let times = self.school.tijden.get(Dag::of(day).place()).copied().flatten();
        times.filter(|_| goes).map(|times| times.moved(day * DAY))
    }

    /// When somebody else has it: school, and family where that is asked for; all that touches a span.
    pub fn elsewhere(&self, span: Span, season: Season) -> Vec<Span> {
        let mut found = self.family_around(span, season);
        let days = span.van.div_euclid(DAY)..=span.tot.div_euclid(DAY);
        found.extend(days.filter_map(|day| self.school_on(day, season)));
        found
    }

    /// When her own people have it, around a span.
    pub fn family_around(&self, span: Span, season: Season) -> Vec<Span> {
        if self.familie.is_empty() {
            return Vec::new();
        }
        // What begins two days before may still last: it counts on past midnight.
        let days = span.van.div_euclid(DAY) - 2..=span.tot.div_euclid(DAY);
        let on = |day: Minutes| {
            let helps = move |family: &&Family| {
                family.dagen.contains(Dag::of(day)) && helps_in(family.weken, season)
            };
            self.familie.iter().filter(helps).map(move |family| family.span.moved(day * DAY))
        };
        days.flat_map(on).collect()
    }
}

const fn helps_in(weken: FamilyWeeks, season: Season) -> bool {
    match weken {
        FamilyWeeks::Alle => true,
        FamilyWeeks::School => matches!(season, Season::School),
        FamilyWeeks::Vakantie => matches!(season, Season::Vakantie),
    }
}

/// A stretch of a week in which a child needs somebody. It belongs to the day on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The week of the rota.
    pub week: usize,
    /// The day on which it begins.
    pub dag: Dag,
    /// From when until when, from midnight of that day.
    pub span: Span,
}

impl Piece {
    /// A stretch on the line of one week of a rota of so many weeks.
    pub fn on_line(span: Span, week: usize, weeks: usize) -> Self {
        let day = span.van.div_euclid(DAY);
        let size = |count: usize| Minutes::try_from(count).unwrap_or(1);
        let week = size(week) + span.van.div_euclid(WEEK);
        let week = usize::try_from(week.rem_euclid(size(weeks))).unwrap_or_default();
        Self { week, dag: Dag::of(day), span: span.moved(-day * DAY) }
    }
}
