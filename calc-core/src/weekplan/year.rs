//! From minutes of a week to the hours of a year and of a month, as exact fractions that are rounded once.

use rust_decimal::Decimal;

use super::buying::Purchase;
use super::child::{Care, Child, Season};
use super::time::{DAY, Dag, Minutes, Span};
use crate::money::{HoursPerMonth, Rounding, Rounds};

const HOURS: Rounding = Rounding::to_cents("uren van een contract: op twee decimalen");
const MINUTES_AN_HOUR: i64 = 60;
const MONTHS: i64 = 12;

/// Minutes of a year, as a fraction: a rota of three weeks and an average of days have no decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minuten {
    above: i64,
    below: i64,
}

impl Minuten {
    /// Nothing.
    pub const NUL: Self = Self { above: 0, below: 1 };

    /// So many minutes in so many years, or weeks of a rota.
    pub fn of(minutes: i64, over: i64) -> Self {
        Self { above: minutes, below: over.max(1) }
    }

    /// The sum of both.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            above: self.above * other.below + other.above * self.below,
            below: self.below * other.below,
        }
    }

    /// Hours, exact as far as a decimal can be.
    pub fn hours(self) -> Decimal {
        self.over(MINUTES_AN_HOUR)
    }

    /// Hours a month, exact as far as a decimal can be.
    pub fn hours_per_month(self) -> Decimal {
        self.over(MINUTES_AN_HOUR * MONTHS)
    }

    /// Hours a month, on two decimals.
    pub fn per_month(self) -> HoursPerMonth {
        HoursPerMonth::new(self.hours_per_month()).rounded(HOURS)
    }

    /// Hours a year, on two decimals.
    pub fn per_year(self) -> Decimal {
        self.hours().rounded(HOURS)
    }

    /// The same number of minutes, for each of something.
    pub fn minutes(self) -> Decimal {
        self.over(1)
    }

    fn over(self, parts: i64) -> Decimal {
        let below = Decimal::from(self.below * parts);
        Decimal::from(self.above).checked_div(below).unwrap_or(Decimal::ZERO)
    }
}

/// What one contract comes to in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jaar {
    /// What is paid for.
    pub bought: Minuten,
    /// What of it, and of what is free, is needed.
    pub used: Minuten,
    /// What the city pays.
    pub free: Minuten,
}

/// What a contract comes to in a year: before school age weeks are all alike, after it there are two kinds.
pub fn year(child: &Child, care: &Care, of: [&Purchase; 2], weeks: usize) -> Jaar {
    let [school, vakantie] = of;
    let contract = &care.contract;
    let rota = i64::try_from(weeks).unwrap_or(1);
    let sum = |minutes: &[Minutes]| minutes.iter().copied().map(i64::from).sum::<i64>();
    let (in_school, in_vakantie) =
        (i64::from(contract.schoolweken), i64::from(contract.vakantieweken));
    if child.at_school {
        let both = |of_school: &[Minutes], of_vakantie: &[Minutes]| {
            Minuten::of(sum(of_school) * in_school + sum(of_vakantie) * in_vakantie, rota)
        };
        return Jaar {
            bought: both(&school.bought, &vakantie.bought).plus(study_days(child, care, school)),
            used: both(&school.used, &vakantie.used),
            free: Minuten::NUL,
        };
    }
    let all = in_school + in_vakantie;
    let free = sum(&school.bought).min(i64::from(contract.gratis) * rota);
    Jaar {
        bought: Minuten::of((sum(&school.bought) - free) * all, rota),
        used: Minuten::of(sum(&school.used) * all, rota),
        free: Minuten::of(free * all, rota),
    }
}

/// Study days of the school: each as long as school is on average on the days that are bought.
fn study_days(child: &Child, care: &Care, school: &Purchase) -> Minuten {
    let bought = Dag::ALLE.into_iter().filter(|dag| school.bought[dag.place()] > 0);
    let time = |dag: Dag| child.school_on(dag.midnight() / DAY, Season::School).map(Span::length);
    let times: Vec<i64> = bought.filter_map(time).map(i64::from).collect();
    let days = i64::try_from(times.len()).unwrap_or(1);
    Minuten::of(times.iter().sum::<i64>() * i64::from(care.contract.studiedagen), days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_rounded_once_half_away_from_zero() {
        // 3 x 10.5 hours x 51 weeks : 12 = 133.875, printed on a provider's quotation as 133.88.
        assert_eq!(Minuten::of(3 * 630 * 51, 1).per_month().amount().to_string(), "133.88");
        // 40 weeks of 4 hours and a quarter: 170 hours a year, 14.1666 a month.
        let weeks = Minuten::of(255 * 40, 1);
        assert_eq!(weeks.per_month().amount().to_string(), "14.17");
        assert_eq!(weeks.per_year().to_string(), "170");
        // A third and a third: two thirds of an hour.
        let third = Minuten::of(60, 3);
        assert_eq!(third.plus(third).per_year().to_string(), "0.67");
    }
}
