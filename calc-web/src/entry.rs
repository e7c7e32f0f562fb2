//! The amounts of the tables that open: the lines of the month, and what comes once a year.

use calc_core::Lijn;
use calc_core::month::{JaarBedrag, Month};
use rust_decimal::Decimal;

use crate::format::added;
use crate::words::t;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Now.
    Nu,
    /// With the job.
    MetBaan,
    /// The difference.
    Verschil,
}

impl Column {
    /// In the order of the table.
    pub const ALL: [Self; 3] = [Self::Nu, Self::MetBaan, Self::Verschil];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nu => "nu",
            Self::MetBaan => "met_baan",
            Self::Verschil => "verschil",
        }
    }
}

/// An amount that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A line of the month.
    Line(Lijn),
    /// What comes once a year.
    Year(JaarBedrag),
}

impl Entry {
    /// Its name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Line(lijn) => lijn.word(),
            Self::Year(which) => which.word(),
        }
    }

    /// What it is called.
    pub fn name(self) -> String {
        match self {
            Self::Line(lijn) => t(&format!("lijn.{}", lijn.word())),
            Self::Year(which) => t(&format!("jaar.{}", which.word())),
        }
    }

    /// Its amount in a column of the table.
    pub fn value(self, month: &Month, column: Column) -> Decimal {
        match self {
            Self::Line(lijn) => {
                let lines = match column {
                    Column::Nu => &month.nu,
                    Column::MetBaan => &month.met_baan,
                    Column::Verschil => &month.verschil,
                };
                lines.bedrag(lijn).amount()
            }
            Self::Year(which) => {
                let year = match column {
                    Column::Nu => &month.per_jaar_nu,
                    Column::MetBaan => &month.per_jaar_met_baan,
                    Column::Verschil => &month.per_jaar_verschil,
                };
                year.bedrag(which).amount()
            }
        }
    }

    /// The amount as it is added to what is left: what is subtracted turns its sign.
    pub fn added(self, value: Decimal) -> Decimal {
        match self {
            Self::Line(lijn) => added(lijn, value),
            Self::Year(_) => value,
        }
    }
}
