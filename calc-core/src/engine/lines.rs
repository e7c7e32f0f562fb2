//! The lines of a month: what comes in, what goes out, what is left.

use std::ops::Sub;

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
    pub const POSTEN: [Self; 11] = {
        let [posten @ .., _, _] = Self::ALLE;
        posten
    };

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
pub struct Lijnen([PerMonth; Lijn::ALLE.len()]);

impl Lijnen {
    /// The lines with what is left worked out from them; `bedrag` is asked for each of [`Lijn::POSTEN`].
    pub(crate) fn of(vaste_lasten: PerMonth, bedrag: impl Fn(Lijn) -> PerMonth) -> Self {
        let mut lijnen = Self::default();
        let mut besteedbaar = PerMonth::ZERO;
        for lijn in Lijn::POSTEN {
            lijnen.0[lijn as usize] = bedrag(lijn);
            besteedbaar += lijnen.bijdrage(lijn);
        }
        lijnen.0[Lijn::Besteedbaar as usize] = besteedbaar;
        lijnen.0[Lijn::OverNaVasteLasten as usize] = besteedbaar - vaste_lasten;
        lijnen
    }

    /// The amount of a line.
    pub fn bedrag(&self, lijn: Lijn) -> PerMonth {
        self.0[lijn as usize]
    }

    /// What a line adds to what is left; below zero when it takes from it.
    pub fn bijdrage(&self, lijn: Lijn) -> PerMonth {
        let bedrag = self.bedrag(lijn);
        if lijn.gaat_af() { -bedrag } else { bedrag }
    }

    /// What is left.
    pub fn besteedbaar(&self) -> PerMonth {
        self.bedrag(Lijn::Besteedbaar)
    }
}

/// Line by line.
impl Sub for Lijnen {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let mut verschil = self;
        for (bedrag, other) in verschil.0.iter_mut().zip(other.0) {
            *bedrag = *bedrag - other;
        }
        verschil
    }
}

/// The same thing now, with the job, and the difference.
#[derive(Clone, Debug)]
pub struct Paar<T> {
    /// Now.
    pub nu: T,
    /// With the job.
    pub met_baan: T,
}
