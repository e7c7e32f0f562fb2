//! The lines of a month: what comes in, what goes out, what is left.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::money::PerMonth;

/// One line of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lijn {
    /// Net wage (of both, with a partner).
    NettoLoon,
    /// Bijstand as it is paid each month.
    Bijstand,
    /// IACK paid by the month.
    Iack,
    /// Alimony received.
    Alimentatie,
    /// Zorgtoeslag.
    Zorgtoeslag,
    /// Huurtoeslag.
    Huurtoeslag,
    /// Kindgebonden budget.
    KindgebondenBudget,
    /// Kinderbijslag, a third of the quarter.
    Kinderbijslag,
    /// Kinderopvangtoeslag.
    Kinderopvangtoeslag,
    /// The childcare bill: subtracted.
    KinderopvangKosten,
    /// Travel less its reimbursement: subtracted, negative when it is a gain.
    Reiskosten,
    /// What is left.
    Besteedbaar,
    /// What is left after the fixed costs as given.
    OverNaVasteLasten,
}

impl Lijn {
    /// All lines, in the order of the contract.
    pub const ALLE: [Self; 13] = [
        Self::NettoLoon,
        Self::Bijstand,
        Self::Iack,
        Self::Alimentatie,
        Self::Zorgtoeslag,
        Self::Huurtoeslag,
        Self::KindgebondenBudget,
        Self::Kinderbijslag,
        Self::Kinderopvangtoeslag,
        Self::KinderopvangKosten,
        Self::Reiskosten,
        Self::Besteedbaar,
        Self::OverNaVasteLasten,
    ];

    /// The lines that make up what is left.
    pub const POSTEN: usize = 11;

    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NettoLoon => "netto_loon",
            Self::Bijstand => "bijstand",
            Self::Iack => "iack",
            Self::Alimentatie => "alimentatie",
            Self::Zorgtoeslag => "zorgtoeslag",
            Self::Huurtoeslag => "huurtoeslag",
            Self::KindgebondenBudget => "kindgebonden_budget",
            Self::Kinderbijslag => "kinderbijslag",
            Self::Kinderopvangtoeslag => "kinderopvangtoeslag",
            Self::KinderopvangKosten => "kinderopvang_kosten",
            Self::Reiskosten => "reiskosten",
            Self::Besteedbaar => "besteedbaar",
            Self::OverNaVasteLasten => "over_na_vaste_lasten",
        }
    }

    /// Whether the line is an amount that is subtracted.
    pub const fn gaat_af(self) -> bool {
        matches!(self, Self::KinderopvangKosten | Self::Reiskosten)
    }
}

/// The lines of one situation, or the differences between two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lijnen([PerMonth; 13]);

impl Lijnen {
    /// The lines with what is left worked out from them.
    pub(crate) fn optellen(posten: [PerMonth; Lijn::POSTEN], vaste_lasten: PerMonth) -> Self {
        let mut bedragen = [PerMonth::ZERO; 13];
        bedragen[..Lijn::POSTEN].copy_from_slice(&posten);
        let mut besteedbaar = PerMonth::ZERO;
        for (lijn, bedrag) in Lijn::ALLE.into_iter().zip(posten) {
            besteedbaar = if lijn.gaat_af() { besteedbaar - bedrag } else { besteedbaar + bedrag };
        }
        bedragen[Lijn::Besteedbaar as usize] = besteedbaar;
        bedragen[Lijn::OverNaVasteLasten as usize] = besteedbaar - vaste_lasten;
        Self(bedragen)
    }

    /// The amount of a line.
    pub fn bedrag(&self, lijn: Lijn) -> PerMonth {
        self.0[lijn as usize]
    }

    /// What is left.
    pub fn besteedbaar(&self) -> PerMonth {
        self.bedrag(Lijn::Besteedbaar)
    }

    /// Line by line, this minus the other.
    #[must_use]
    pub fn min(&self, ander: &Self) -> Self {
        let mut bedragen = self.0;
        for (bedrag, ander) in bedragen.iter_mut().zip(ander.0) {
            *bedrag = *bedrag - ander;
        }
        Self(bedragen)
    }
}

impl Serialize for Lijnen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Lijn::ALLE.len()))?;
        for lijn in Lijn::ALLE {
            map.serialize_entry(lijn.word(), &self.bedrag(lijn))?;
        }
        map.end()
    }
}
