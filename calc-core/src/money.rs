//! Exact amounts. The period is part of the type, so that euro per month and euro per year cannot be
//! added by mistake, and rounding cannot happen without naming the rule that asks for it.
//!
//! Nothing here rounds by itself: `PerYear::per_month` divides and keeps the fraction.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

use crate::value::{Shown, Unit, Value};

/// Weeks in a year for turning a weekly number of hours into a month: the usual 52 / 12, since the
/// minimum wage has been an hourly wage (Wml art. 6 and 12, from 2024).
const WEEKS_PER_YEAR: Decimal = Decimal::from_parts(52, 0, 0, false, 0);
const MONTHS_PER_YEAR: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
const TWO: Decimal = Decimal::from_parts(2, 0, 0, false, 0);
/// Of the digits of an amount.
#[cfg(not(target_family = "wasm"))]
const BASE: u64 = 10;
const MONTHS_PER_QUARTER: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Defines one kind of quantity with the arithmetic that keeps its unit.
macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $unit:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Decimal);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// The quantity with this number of its unit.
            pub const fn new(amount: Decimal) -> Self {
                Self(amount)
            }

            /// The bare number, in the unit of the type.
            pub const fn amount(self) -> Decimal {
                self.0
            }

            /// The amount, or nothing when it is negative: what the law writes as "but not less than nil".
            #[must_use]
            pub fn at_least_zero(self) -> Self {
                self.max(Self::ZERO)
            }

            /// Whether there is strictly more than nothing.
            pub fn is_positive(self) -> bool {
                self > Self::ZERO
            }

            /// Whether there is exactly nothing.
            pub const fn is_zero(self) -> bool {
                self.0.is_zero()
            }

            /// Rounded by a cited rule.
            #[must_use]
            pub fn rounded(self, rounding: Rounding) -> Self {
                Rounds::rounded(self, rounding)
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }
        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }
        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }
        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }
        impl Mul<Rate> for $name {
            type Output = Self;
            fn mul(self, rate: Rate) -> Self {
                Self(self.0 * rate.0)
            }
        }
        impl Mul<u32> for $name {
            type Output = Self;
            fn mul(self, count: u32) -> Self {
                Self(self.0 * Decimal::from(count))
            }
        }
        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(terms: I) -> Self {
                terms.fold(Self::ZERO, Add::add)
            }
        }
        impl Rounds for $name {
            fn rounded(self, rounding: Rounding) -> Self {
                Self(rounding.apply(self.0))
            }
        }
        impl Shown for $name {
            fn shown(&self) -> Value {
                Value::Number { amount: self.0, unit: Unit::$unit }
            }
        }
    };
}

/// What can be rounded.
pub trait Rounds {
    /// Rounded by a cited rule.
    #[must_use]
    fn rounded(self, rounding: Rounding) -> Self;
}

/// A bare number, such as the hours of a year.
impl Rounds for Decimal {
    fn rounded(self, rounding: Rounding) -> Self {
        rounding.apply(self)
    }
}

/// A share: 0.25 is 25%. Parameters write it as a percentage, the type keeps the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate(Decimal);

impl Rate {
    /// No share at all.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The share as a fraction: `0.25` for 25%.
    pub const fn from_fraction(fraction: Decimal) -> Self {
        Self(fraction)
    }

    /// The share as a fraction.
    pub const fn fraction(self) -> Decimal {
        self.0
    }

    /// The share as a percentage.
    pub fn percent(self) -> Decimal {
        (self.0 * Decimal::ONE_HUNDRED).normalize()
    }
}

impl Shown for Rate {
    fn shown(&self) -> Value {
        Value::Number { amount: self.percent(), unit: Unit::Percent }
    }
}

quantity!(
    /// Euro once: savings, limits of savings.
    Euro, Euro);
quantity!(
    /// Euro per calendar year.
    PerYear, EuroPerYear);
quantity!(
    /// Euro per calendar quarter.
    PerQuarter, EuroPerQuarter);
quantity!(
    /// Euro per calendar month.
    PerMonth, EuroPerMonth);
quantity!(
    /// Euro per hour.
    PerHour, EuroPerHour);
quantity!(
    /// Hours per calendar month (childcare).
    HoursPerMonth, HoursPerMonth);
quantity!(
    /// Hours per week (work).
    HoursPerWeek, HoursPerWeek);

impl PerYear {
    /// A twelfth, not rounded.
    pub fn per_month(self) -> PerMonth {
        PerMonth(self.0 / MONTHS_PER_YEAR)
    }

    /// One of two equal parts, not rounded.
    #[must_use]
    pub fn half(self) -> Self {
        Self(self.0 / TWO)
    }
}

impl PerYear {
    /// The same amount, paid or owed once.
    pub fn once(self) -> Euro {
        Euro(self.0)
    }
}

impl PerMonth {
    /// The same amount, paid or owed once.
    pub fn once(self) -> Euro {
        Euro(self.0)
    }

    /// What so many of them bring to a year.
    pub fn times(self, count: u32) -> PerYear {
        PerYear(self.0 * Decimal::from(count))
    }

    /// Twelve months.
    pub fn per_year(self) -> PerYear {
        PerYear(self.0 * MONTHS_PER_YEAR)
    }
}

impl PerQuarter {
    /// The same amount, paid once.
    pub fn once(self) -> Euro {
        Euro(self.0)
    }

    /// A third, not rounded.
    pub fn per_month(self) -> PerMonth {
        PerMonth(self.0 / MONTHS_PER_QUARTER)
    }
}

impl PerHour {
    /// What this hourly wage brings in a year of 52 weeks, not rounded.
    pub fn worked(self, uren: HoursPerWeek) -> PerYear {
        PerYear(self.0 * uren.0 * WEEKS_PER_YEAR)
    }
}

impl HoursPerWeek {
    /// Spreads an amount of a year over the hours worked in it; not rounded. `None` without hours.
    pub fn spread(self, amount: PerYear) -> Option<PerHour> {
        (amount.0.checked_div(self.0 * WEEKS_PER_YEAR)).map(PerHour)
    }
}

impl HoursPerWeek {
    /// An amount of a month with these agreed hours, for the hours that were worked in it; not rounded.
    pub fn in_proportion(self, amount: PerMonth, worked: HoursPerMonth) -> PerMonth {
        let agreed = self.0 * WEEKS_PER_YEAR;
        let of_the_year = amount.0 * worked.0 * MONTHS_PER_YEAR;
        PerMonth(of_the_year.checked_div(agreed).unwrap_or(amount.0))
    }
}

impl Mul<HoursPerMonth> for PerHour {
    type Output = PerMonth;
    fn mul(self, uren: HoursPerMonth) -> PerMonth {
        PerMonth(self.0 * uren.0)
    }
}

/// One way of rounding and the rule that asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    decimals: u32,
    strategy: RoundingStrategy,
    article: &'static str,
}

impl Rounding {
    /// To whole cents, half a cent away from zero.
    pub const fn to_cents(article: &'static str) -> Self {
        Self { decimals: 2, strategy: RoundingStrategy::MidpointAwayFromZero, article }
    }

    /// Down to whole cents.
    pub const fn down_to_cents(article: &'static str) -> Self {
        Self { decimals: 2, strategy: RoundingStrategy::ToNegativeInfinity, article }
    }

    /// Down to whole euros.
    pub const fn down_to_euro(article: &'static str) -> Self {
        Self { decimals: 0, strategy: RoundingStrategy::ToNegativeInfinity, article }
    }

    /// Up to whole euros.
    pub const fn up_to_euro(article: &'static str) -> Self {
        Self { decimals: 0, strategy: RoundingStrategy::ToPositiveInfinity, article }
    }

    /// To whole euros, half a euro up.
    pub const fn nearest_euro(article: &'static str) -> Self {
        Self { decimals: 0, strategy: RoundingStrategy::MidpointAwayFromZero, article }
    }

    /// The rule or published table that asks for this rounding.
    pub const fn article(self) -> &'static str {
        self.article
    }

    /// Rounds.
    ///
    /// A quotient such as 1/3 has no finite decimal. Its error sits beyond the 24th decimal and must not
    /// decide on a cent, so anything beyond the 15th is dropped first; no rule has a true
    /// value that close to a boundary without being on it.
    fn apply(self, amount: Decimal) -> Decimal {
        const TRUE_DECIMALS: u32 = 15;
        if amount.scale() <= self.decimals {
            return amount;
        }
        let exact = if amount.scale() > TRUE_DECIMALS {
            to_decimals(amount, TRUE_DECIMALS, RoundingStrategy::MidpointAwayFromZero)
        } else {
            amount
        };
        to_decimals(exact, self.decimals, self.strategy)
    }
}

/// An amount with fewer decimals. What needs no more than 64 bits (nearly everything) goes by one division of whole
/// numbers, four times as fast as the library's way, which the rest goes; in the page all, for there bytes count more.
#[expect(clippy::disallowed_methods, reason = "the one place where rounding is done")]
fn to_decimals(amount: Decimal, decimals: u32, strategy: RoundingStrategy) -> Decimal {
    #[cfg(not(target_family = "wasm"))]
    if let Some(rounded) = by_one_division(amount, decimals, strategy) {
        return rounded;
    }
    amount.round_dp_with_strategy(decimals, strategy)
}

#[cfg(not(target_family = "wasm"))]
fn by_one_division(amount: Decimal, decimals: u32, strategy: RoundingStrategy) -> Option<Decimal> {
    let digits = u64::try_from(amount.mantissa().unsigned_abs()).ok()?;
    let unit = BASE.checked_pow(amount.scale() - decimals)?;
    let (whole, rest) = (digits / unit, digits % unit);
    let away_from_zero = match strategy {
        RoundingStrategy::MidpointAwayFromZero => rest >= unit - rest,
        RoundingStrategy::ToNegativeInfinity => rest > 0 && amount.is_sign_negative(),
        RoundingStrategy::ToPositiveInfinity => rest > 0 && amount.is_sign_positive(),
        _ => return None,
    };
    let whole = i64::try_from(whole + u64::from(away_from_zero)).ok()?;
    let mut rounded = Decimal::new(whole, decimals);
    // What is rounded to nothing has no sign.
    rounded.set_sign_negative(amount.is_sign_negative() && (whole > 0 || amount.is_zero()));
    Some(rounded)
}

/// A number with two decimals and a point: the form of the contract. Zero has no sign.
pub fn in_cents(amount: Decimal) -> String {
    let mut amount = if amount.is_zero() { Decimal::ZERO } else { amount };
    amount.rescale(2);
    amount.to_string()
}

/// To whole euros, for a sentence or a picture: cents stand in tables and sums. Never used to compute with.
pub fn whole_euros(amount: Decimal) -> Decimal {
    Rounding::nearest_euro("weergave: hele euro's").apply(amount)
}

/// To tens of euros, for a forecast: nobody knows more. Never used to compute with.
pub fn about(amount: Decimal) -> Decimal {
    whole_euros(amount / Decimal::TEN) * Decimal::TEN
}

/// A number without needless zeros, at most two decimals.
pub fn shortest(amount: Decimal) -> String {
    let mut amount = amount;
    if amount.scale() > 2 {
        amount.rescale(2);
    }
    amount.normalize().to_string()
}

/// Digits, with at most two behind a point; a minus only so that the message can speak of bounds.
pub fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, cents)) => digits(whole) && digits(cents) && cents.len() <= 2,
        None => digits(unsigned),
    }
}

/// Reads what [`is_decimal`] describes, with the digits behind the point that were written. Amounts that no household
/// has (18 digits) are none. Not the reader of rust_decimal: that one knows exponents and rounds, and weighs 3 kB.
pub fn parse_decimal(text: &str) -> Option<Decimal> {
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    let (number, scale) =
        (format!("{whole}{cents}").parse().ok()?, u32::try_from(cents.len()).ok()?);
    is_decimal(text).then(|| Decimal::new(number, scale))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEST: &str = "test";

    fn month(text: &str) -> PerMonth {
        PerMonth::new(text.parse().expect("a decimal"))
    }

    #[test]
    fn half_a_cent_goes_away_from_zero() {
        assert_eq!(month("2.345").rounded(Rounding::to_cents(TEST)), month("2.35"));
        assert_eq!(month("2.355").rounded(Rounding::to_cents(TEST)), month("2.36"));
        assert_eq!(month("-2.345").rounded(Rounding::to_cents(TEST)), month("-2.35"));
        assert_eq!(month("2.3449").rounded(Rounding::to_cents(TEST)), month("2.34"));
    }

    #[test]
    fn whole_euros_go_down_up_or_to_the_nearest() {
        assert_eq!(month("12.99").rounded(Rounding::down_to_euro(TEST)), month("12"));
        assert_eq!(month("12.01").rounded(Rounding::up_to_euro(TEST)), month("13"));
        assert_eq!(month("12.00").rounded(Rounding::up_to_euro(TEST)), month("12"));
        assert_eq!(month("12.50").rounded(Rounding::nearest_euro(TEST)), month("13"));
        assert_eq!(month("12.49").rounded(Rounding::nearest_euro(TEST)), month("12"));
    }

    #[test]
    fn a_quotient_without_finite_decimals_does_not_lose_the_cent() {
        // 13.75 / 3 x 0.06 is exactly 0.275.
        let third = Decimal::new(1375, 2) / Decimal::from(3);
        let price = PerHour::new(Decimal::new(6, 2)) * HoursPerMonth::new(third);
        assert_eq!(price.rounded(Rounding::to_cents(TEST)), month("0.28"));
        // 36 thirds are 12 whole euros, not 11.
        let thirds = PerYear::new(Decimal::ONE / Decimal::from(3)) * 36;
        assert_eq!(thirds.rounded(Rounding::down_to_euro(TEST)), PerYear::new(Decimal::from(12)));
    }

    #[test]
    fn a_number_with_up_to_fifteen_decimals_is_taken_as_it_is() {
        // Less than half a cent short of 2.35 by the fifteenth decimal: not half a cent.
        assert_eq!(month("2.344999999999999").rounded(Rounding::to_cents(TEST)), month("2.34"));
        // By the sixteenth: the error of a quotient.
        assert_eq!(month("2.3449999999999999").rounded(Rounding::to_cents(TEST)), month("2.35"));
    }

    proptest! {
        /// Number, decimals and sign, of amounts of money and of quotients.
        #[test]
        #[expect(clippy::disallowed_methods, reason = "what rounding is held against")]
        fn one_division_rounds_as_the_library_does(
            amount in prop_oneof![-1_000_000..1_000_000_i64, any::<i64>()],
            scale in 0..=15_u32,
            half in prop_oneof![Just(0), Just(5), Just(50), Just(500)],
            to_euros in any::<bool>(),
        ) {
            let amount = Decimal::new(amount.saturating_add(half), scale);
            for rounding in [
                if to_euros { Rounding::nearest_euro(TEST) } else { Rounding::to_cents(TEST) },
                if to_euros { Rounding::down_to_euro(TEST) } else { Rounding::down_to_cents(TEST) },
                Rounding::up_to_euro(TEST),
            ] {
                let library = amount.round_dp_with_strategy(rounding.decimals, rounding.strategy);
                prop_assert_eq!(rounding.apply(amount).serialize(), library.serialize());
            }
        }
    }

    #[test]
    fn what_is_said_is_to_tens_and_half_goes_away_from_zero() {
        let said = |amount: &str| about(amount.parse().expect("a decimal")).normalize().to_string();
        for (amount, expected) in
            [("87.58", "90"), ("84.99", "80"), ("85", "90"), ("-85", "-90"), ("4.99", "0")]
        {
            assert_eq!(said(amount), expected, "{amount}");
        }
    }

    #[test]
    fn a_decimal_is_read_as_it_was_written() {
        for text in ["0", "-0", "12", "12.5", "12.50", "-0.05", "0012.30", "99999999999999999"] {
            let ours = parse_decimal(text).expect("a decimal");
            let theirs: Decimal = text.parse().expect("a decimal");
            assert_eq!((ours, ours.scale()), (theirs, theirs.scale()), "{text}");
        }
        for text in
            ["", "-", ".5", "5.", "1.234", "1e3", "+1", "1_0", " 1", "1.+5", "99999999999999999999"]
        {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
    }
}
