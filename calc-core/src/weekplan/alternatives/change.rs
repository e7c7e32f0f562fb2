//! A week that would be smarter: what was changed, and what comes of it.

use crate::weekplan::child::{Piece, Planned};
use crate::weekplan::result::Week;

/// What is changed. The order is that of two that are equally good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Shifts that do not fit begin later or earlier.
    Schuiven,
    /// Shifts that do not fit become shorter.
    Korter,
    /// Her own people take what is left over.
    FamilieGat,
    /// A childminder for the children that have nobody.
    Gastouder,
    /// The places in another order.
    AndereVolgorde,
    /// The same hours on fewer days.
    MinderDagen,
    /// Fewer weeks of school holiday in the contracts.
    MinderVakantieweken,
    /// Work while they are at school.
    Schooltijden,
    /// No care before school.
    ZonderVoorschool,
    /// Her own people take one of her days.
    FamilieDag,
}

impl Code {
    /// Every change.
    pub const ALLE: [Self; 10] = [
        Self::Schuiven,
        Self::Korter,
        Self::FamilieGat,
        Self::Gastouder,
        Self::AndereVolgorde,
        Self::MinderDagen,
        Self::MinderVakantieweken,
        Self::Schooltijden,
        Self::ZonderVoorschool,
        Self::FamilieDag,
    ];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Schuiven => "schuiven",
            Self::Korter => "korter",
            Self::FamilieGat => "familie_gat",
            Self::Gastouder => "gastouder",
            Self::AndereVolgorde => "andere_volgorde",
            Self::MinderDagen => "minder_dagen",
            Self::MinderVakantieweken => "minder_vakantieweken",
            Self::Schooltijden => "schooltijden",
            Self::ZonderVoorschool => "zonder_voorschool",
            Self::FamilieDag => "familie_dag",
        }
    }
}

/// A changed week, before it is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is changed.
    pub code: Code,
    /// The week with the change.
    pub planned: Planned,
    /// What her own people take, by the place of the child in the household.
    pub familie: Vec<(usize, Piece)>,
    /// The places, in another order, as they were numbered.
    pub volgorde: Option<Vec<usize>>,
}

impl Change {
    /// A change of shifts or contracts.
    pub(super) const fn of(code: Code, planned: Planned) -> Self {
        Self { code, planned, familie: Vec::new(), volgorde: None }
    }
}

/// A changed week, computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The change.
    pub change: Change,
    /// What the week comes to.
    pub week: Week,
}
