//! From values to places in a drawing, and where the lines of a scale go, for the drawings of both modules. Drawing only:
//! what is written is always the engine's own amount.

use rust_decimal::Decimal;

/// Distances between the lines of a scale that read well, in euros.
const STEPS: [i64; 9] = [10, 20, 50, 100, 200, 250, 500, 1000, 2000];
const MOST_LINES: i64 = 5;

/// A range of amounts, laid out from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The lines of the scale, from low to high.
    pub lines: Vec<i64>,
    low: f64,
    high: f64,
    top: f64,
    bottom: f64,
}

impl Scale {
    /// A scale that holds all amounts, between two heights of the drawing.
    pub fn over(amounts: impl Iterator<Item = Decimal>, top: f64, bottom: f64) -> Self {
        let values: Vec<f64> = amounts.map(coordinate).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = (whole(low.floor()), whole(high.ceil()));
        let fits = |step: &i64| high.div_euclid(*step) - low.div_euclid(*step) < MOST_LINES;
        let step = STEPS.into_iter().find(fits).unwrap_or((high - low).max(1));
        let first = low.div_euclid(step);
        let last = (high + step - 1).div_euclid(step).max(first + 1);
        let lines: Vec<i64> = (first..=last).map(|line| line * step).collect();
        Self { low: near(first * step), high: near(last * step), lines, top, bottom }
    }

    /// The height at which an amount is drawn.
    pub fn place(&self, amount: Decimal) -> f64 {
        self.place_of(coordinate(amount))
    }

    /// The height of a line of the scale.
    pub fn place_of_line(&self, line: i64) -> f64 {
        self.place_of(near(line))
    }

    fn place_of(&self, value: f64) -> f64 {
        self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)
    }
}

/// A number for a drawing, to hundredths.
#[expect(clippy::cast_precision_loss, reason = "amounts of a household are far below the limit")]
pub fn coordinate(mut value: Decimal) -> f64 {
    value.rescale(2);
    value.mantissa() as f64 / 100.0
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "amounts of a household are far below the limit"
)]
fn whole(value: f64) -> i64 {
    value as i64
}

#[expect(clippy::cast_precision_loss, reason = "amounts of a household are far below the limit")]
fn near(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(amounts: &[i64]) -> Scale {
        Scale::over(amounts.iter().map(|amount| Decimal::from(*amount)), 0.0, 100.0)
    }

    #[test]
    fn a_scale_holds_every_amount_with_few_lines() {
        let scale = scale(&[1915, 2634]);
        assert_eq!(scale.lines, [1800, 2000, 2200, 2400, 2600, 2800]);
        assert!(scale.place(Decimal::from(1915)) < 100.0);
        assert!(scale.place(Decimal::from(2634)) > 0.0);
    }

    #[test]
    fn equal_amounts_still_make_a_scale() {
        let scale = scale(&[2000, 2000]);
        assert!(scale.lines.len() >= 2);
        assert!(scale.place(Decimal::from(2000)).is_finite());
    }

    #[test]
    fn below_zero_fits_too() {
        assert!(scale(&[-130, 40]).place(Decimal::from(-130)) <= 100.0);
    }
}
