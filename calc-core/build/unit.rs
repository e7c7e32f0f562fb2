//! The closed list of units.

use serde::Deserialize;

/// What a number counts, as the files write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unit {
    #[serde(rename = "EUR")]
    Euro,
    #[serde(rename = "EUR/jaar")]
    EuroPerYear,
    #[serde(rename = "EUR/kwartaal")]
    EuroPerQuarter,
    #[serde(rename = "EUR/maand")]
    EuroPerMonth,
    #[serde(rename = "EUR/uur")]
    EuroPerHour,
    #[serde(rename = "%")]
    Percent,
    #[serde(rename = "uur/maand")]
    HoursPerMonth,
    #[serde(rename = "jaar")]
    Years,
    #[serde(rename = "maanden")]
    Months,
    #[serde(rename = "weken")]
    Weeks,
    #[serde(rename = "personen")]
    Persons,
    #[serde(rename = "factor")]
    Factor,
}

impl Unit {
    /// As the files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Euro => "EUR",
            Self::EuroPerYear => "EUR/jaar",
            Self::EuroPerQuarter => "EUR/kwartaal",
            Self::EuroPerMonth => "EUR/maand",
            Self::EuroPerHour => "EUR/uur",
            Self::Percent => "%",
            Self::HoursPerMonth => "uur/maand",
            Self::Years => "jaar",
            Self::Months => "maanden",
            Self::Weeks => "weken",
            Self::Persons => "personen",
            Self::Factor => "factor",
        }
    }

    /// Whether only whole numbers make sense.
    pub fn counts_whole_things(self) -> bool {
        matches!(self, Self::Years | Self::Months | Self::Weeks | Self::Persons)
    }
}
