//! Colours, and how clearly one is seen on another: WCAG 2.2, "relative luminance" and "contrast ratio".

/// An opaque colour: red, green and blue from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Colour([f64; 3]);

impl Colour {
    /// A colour as a style writes it; none when it is no colour or lets something through.
    pub fn read(value: &str) -> Option<Self> {
        let read = csscolorparser::parse(value).ok().filter(|colour| colour.a >= 1.0)?;
        Some(Self([read.r, read.g, read.b].map(|part| f64::from(part).clamp(0.0, 1.0))))
    }

    /// What is seen of it on a ground when it is shown at a part of its strength.
    pub fn over(&self, ground: &Self, strength: f64) -> Self {
        let mixed = |at: usize| self.0[at] * strength + ground.0[at] * (1.0 - strength);
        Self([mixed(0), mixed(1), mixed(2)])
    }

    fn luminance(&self) -> f64 {
        let linear = |part: f64| match part {
            dark if dark <= 0.04045 => dark / 12.92,
            light => ((light + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// From 1 (none) to 21 (black on white).
pub fn contrast(one: &Colour, other: &Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(one: &str, other: &str) -> f64 {
        let read = |value| Colour::read(value).expect("a colour");
        contrast(&read(one), &read(other))
    }

    #[test]
    fn black_on_white_is_21_and_the_palest_grey_for_text_is_known() {
        assert!((of("black", "#fff") - 21.0).abs() < 1e-9);
        // WCAG 2.2, technique G18: 4.5 to 1. The palest grey that has it on white is #767676 (4.54); #777 has 4.48.
        assert!((of("#767676", "white") - 4.54).abs() < 0.005);
        assert!((of("#777", "rgb(255 255 255)") - 4.48).abs() < 0.005);
    }

    #[test]
    fn half_strength_is_halfway_and_what_lets_through_is_none() {
        let [black, white] = ["#000", "#fff"].map(|value| Colour::read(value).expect("a colour"));
        assert_eq!(black.over(&white, 1.0), black);
        assert_eq!(black.over(&white, 0.5), Colour([0.5; 3]));
        for none in ["transparent", "rgb(0 0 0 / 50%)", "3px", "", "var(--x)"] {
            assert_eq!(Colour::read(none), None, "{none}");
        }
    }
}
