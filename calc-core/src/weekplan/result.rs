//! What a week comes to: types only.

use jiff::civil::Date;

use super::buying::Purchase;
use super::child::Piece;
use super::plan::Shift;
use super::time::{Dag, Minutes};
use super::trip::Trip;
use super::year::{Jaar, Minuten};
use crate::money::HoursPerMonth;
use crate::situatie::SoortOpvang;

/// A week, computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// What is paid of the work, in all weeks of the rota.
    pub werk: Minuten,
    /// Whether every child has somebody at every shift, in a school week.
    pub past: bool,
    /// Whether it fits with hardly any room.
    pub krap: bool,
    /// Every shift.
    pub dagen: Vec<DayFit>,
    /// Every planned child.
    pub kinderen: Vec<ChildWeek>,
}

/// A shift, and whether it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFit {
    /// The week of the rota.
    pub week: usize,
    /// The shift.
    pub shift: Shift,
    /// The trip in a school week.
    pub trip: Trip,
    /// When she leaves home, from midnight of the day the shift begins.
    pub van_huis: Minutes,
    /// When she is home.
    pub thuis: Minutes,
    /// What is left uncovered, and why.
    pub redenen: Vec<Reason>,
    /// The smallest room at either end; `None` when nothing binds, or when it does not fit.
    pub speling: Option<Minutes>,
    /// How early it could begin with what is on sale.
    pub vroegste_begin: Option<Minutes>,
    /// How late it could end.
    pub laatste_eind: Option<Minutes>,
}

impl DayFit {
    /// Whether nothing is left uncovered.
    pub fn past(&self) -> bool {
        self.redenen.is_empty()
    }
}

/// A stretch in which a child has nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The child: its place in the household.
    pub kind: usize,
    /// Why.
    pub code: Gap,
    /// When.
    pub piece: Piece,
}

/// Why a child has nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// It has no contract.
    GeenOpvang,
    /// Nothing is on sale before the bell.
    VoorSchool,
    /// Nothing is on sale after the bell.
    NaSchool,
    /// Nothing is on sale that day.
    Dicht,
    /// Before the first opening.
    TeVroeg,
    /// After the last closing.
    TeLaat,
    /// In between.
    Gat,
}

impl Gap {
    /// Every reason, the first that applies first.
    pub const ALLE: [Self; 7] = [
        Self::GeenOpvang,
        Self::VoorSchool,
        Self::NaSchool,
        Self::Dicht,
        Self::TeVroeg,
        Self::TeLaat,
        Self::Gat,
    ];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::GeenOpvang => "geen_opvang",
            Self::VoorSchool => "voor_school",
            Self::NaSchool => "na_school",
            Self::Dicht => "dicht",
            Self::TeVroeg => "te_vroeg",
            Self::TeLaat => "te_laat",
            Self::Gat => "gat",
        }
    }
}

/// The care of one planned child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildWeek {
    /// Its place in the household.
    pub kind: usize,
    /// Its contracts.
    pub opvang: Vec<CareWeek>,
    /// School holidays.
    pub vakantie: Holiday,
    /// When it needs somebody in a school week, and in a holiday.
    pub pieces: [Vec<Piece>; 2],
}

/// What one contract comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareWeek {
    /// Its place among the contracts of the child; `None` when it is only proposed.
    pub opvang: Option<usize>,
    /// The kind of care.
    pub soort: SoortOpvang,
    /// Whether hours were typed, which win.
    pub overschreven: bool,
    /// In a year.
    pub jaar: Jaar,
    /// In a school week, and in a holiday.
    pub weken: [Purchase; 2],
    /// How many weeks the rota has: minutes are those of all of them.
    pub rota: usize,
    /// School weeks and holiday weeks of the contract.
    pub aantal_weken: [u32; 2],
}

impl CareWeek {
    /// The hours that are needed.
    pub fn gebruikt(&self) -> HoursPerMonth {
        self.jaar.used.per_month()
    }

    /// The hours that the city pays.
    pub fn gratis(&self) -> HoursPerMonth {
        self.jaar.free.per_month()
    }

    /// The minutes of a day that are paid for, on average over the rota.
    pub fn op_dag(&self, kind_of_week: usize, dag: Dag) -> Minuten {
        let weeks = i64::try_from(self.rota).unwrap_or(1);
        let bought = self.weken.get(kind_of_week).map_or(0, |of| of.bought[dag.place()]);
        Minuten::of(bought.into(), weeks)
    }
}

/// The school holidays of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Weeks with care.
    pub opvang_weken: u32,
    /// Weeks without care and without leave; `None` when its school weeks do not fit.
    pub tekort: Option<u32>,
}

/// A child that turns four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overgang {
    /// The child: its place in the household.
    pub kind: usize,
    /// From when it goes to school.
    pub vanaf: Date,
    /// The hours of care then.
    pub uren: HoursPerMonth,
    /// Whether the same week fits then.
    pub past: bool,
}
