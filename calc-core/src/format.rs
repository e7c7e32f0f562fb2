//! How values are written for people: `€ 1.348,49` in Dutch, `€1,348.49` in English.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::money::{in_cents, shortest, whole_euros};
use crate::texts::{self, Language};
use crate::value::{Unit, Value};

/// How finely amounts of euros are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Euros {
    /// To the cent: in tables, sums and the contract.
    Cents,
    /// Whole, in the sentences of a page; what an hour pays or costs keeps its cents.
    Whole,
}

impl Euros {
    /// An amount.
    pub fn write(self, language: Language, amount: Decimal) -> String {
        match self {
            Self::Cents => euro(language, amount),
            Self::Whole => euro_whole(language, amount),
        }
    }

    /// A value as the language writes it, with its unit.
    pub fn value(self, language: Language, given: &Value) -> String {
        match given {
            Value::Number {
                amount,
                unit: Unit::Euro | Unit::EuroPerYear | Unit::EuroPerQuarter | Unit::EuroPerMonth,
            } => self.write(language, *amount),
            _ => value(language, given),
        }
    }
}

/// A value as the language writes it, with its unit.
pub fn value(language: Language, value: &Value) -> String {
    match value {
        Value::Number { amount, unit } => number(language, *amount, *unit),
        Value::Word(word) => texts::fill(language, &format!("woorden.{word}"), &[]),
        Value::Date(day) => date(language, *day),
        Value::YesNo(yes) => {
            texts::fill(language, if *yes { "woorden.ja" } else { "woorden.nee" }, &[])
        }
    }
}

/// A number with its unit.
pub fn number(language: Language, amount: Decimal, unit: Unit) -> String {
    let unit_key = match unit {
        Unit::Euro
        | Unit::EuroPerYear
        | Unit::EuroPerQuarter
        | Unit::EuroPerMonth
        | Unit::EuroPerHour => {
            return euro(language, amount);
        }
        Unit::Percent => return format!("{}%", grouped(language, &amount.normalize().to_string())),
        Unit::Factor => return grouped(language, &amount.normalize().to_string()),
        Unit::HoursPerMonth | Unit::HoursPerWeek => "uur",
        Unit::Years => "jaar",
        Unit::Months => "maanden",
        Unit::Persons => "personen",
    };
    let number = grouped(language, &shortest(amount));
    let one = if amount == Decimal::ONE { "_een" } else { "" };
    texts::fill(language, &format!("eenheden.{unit_key}{one}"), &[("aantal", number)])
}

/// An amount of euros, always with cents.
pub fn euro(language: Language, amount: Decimal) -> String {
    signed(language, amount, &in_cents(amount.abs()))
}

/// An amount in whole euros, for a sentence.
pub fn euro_whole(language: Language, amount: Decimal) -> String {
    let amount = whole_euros(amount);
    signed(language, amount, &amount.abs().normalize().to_string())
}

/// Digits with the sign of euros, and that of the amount.
fn signed(language: Language, amount: Decimal, digits: &str) -> String {
    let cents = grouped(language, digits);
    let is_below_zero = amount.is_sign_negative() && !amount.is_zero();
    let key = if is_below_zero { "opmaak.euro_onder_nul" } else { "opmaak.euro" };
    texts::fill(language, key, &[("bedrag", cents)])
}

fn date(language: Language, day: Date) -> String {
    format!("{} {}", day.day(), month(language, day))
}

/// The month of a day: `december 2026`.
pub fn month(language: Language, day: Date) -> String {
    let month = texts::fill(language, &format!("maanden.{}", day.month()), &[]);
    format!("{month} {}", day.year())
}

/// The first amount of euros in a text, with its sign; what stands before and after it.
pub fn next_amount(words: &str) -> Option<(&str, &str, &str)> {
    words.match_indices('€').find_map(|(at, euro)| {
        let after = &words[at + euro.len()..];
        let number = after.trim_start_matches(['\u{a0}', '-']);
        let rest = number.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
        // A point or comma behind it is that of the sentence.
        let number = number[..number.len() - rest.len()].trim_end_matches(['.', ',']);
        if !number.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let signed = words[..at].trim_end_matches('\u{a0}').strip_suffix(['+', '−', '-']);
        let start = signed.map_or(at, str::len);
        let space = after.find(number)?;
        let end = at + euro.len() + space + number.len();
        Some((&words[..start], &words[start..end], &words[end..]))
    })
}

/// Puts in the marks of the language: a Dutch number has a decimal comma.
fn grouped(language: Language, plain: &str) -> String {
    let mark = |key: &str| texts::text(language, key).unwrap_or_default();
    let (point, group) = (mark("opmaak.decimaalteken"), mark("opmaak.groepsteken"));
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut written = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            written.push_str(group);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push_str(point);
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(language: Language, text: &str) -> String {
        euro(language, text.parse().expect("a decimal"))
    }

    #[test]
    fn euros_as_people_write_them() {
        assert_eq!(written(Language::NL, "1348.49"), "€ 1.348,49");
        assert_eq!(written(Language::NL, "-1234567.5"), "€ -1.234.567,50");
        assert_eq!(written(Language::NL, "0"), "€ 0,00");
    }

    #[test]
    fn a_sentence_has_whole_euros_but_not_by_the_hour() {
        let of = |unit| Value::Number { amount: Decimal::new(134_850, 2), unit };
        let whole = |unit| Euros::Whole.value(Language::NL, &of(unit));
        for unit in [Unit::Euro, Unit::EuroPerMonth, Unit::EuroPerQuarter, Unit::EuroPerYear] {
            assert_eq!(whole(unit), "€ 1.349");
            assert_eq!(Euros::Cents.value(Language::NL, &of(unit)), "€ 1.348,50");
        }
        assert_eq!(whole(Unit::EuroPerHour), "€ 1.348,50");
        assert_eq!(whole(Unit::HoursPerMonth), "1.348,5 uur");
    }

    #[test]
    fn the_marks_are_those_of_the_language() {
        let words = "opmaak.decimaalteken=.\nopmaak.euro=€{bedrag}\nopmaak.euro_onder_nul=-€{bedrag}\n\
                     opmaak.groepsteken=,";
        let english = Language::read("en", words).expect("four texts");
        assert_eq!(written(english, "1348.49"), "€1,348.49");
        assert_eq!(written(english, "-12"), "-€12.00");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(in_cents(-Decimal::ZERO), "0.00");
        assert_eq!(in_cents(Decimal::new(-5, 1)), "-0.50");
    }

    #[test]
    fn a_number_has_no_needless_zeros_and_at_most_two_decimals() {
        for (amount, expected) in [
            ("12.50", "12.5"),
            ("12.00", "12"),
            ("0.25", "0.25"),
            ("12.345", "12.35"),
            ("100", "100"),
        ] {
            assert_eq!(shortest(amount.parse().expect("a decimal")), expected, "{amount}");
        }
    }

    #[test]
    fn thousands_are_parted_from_the_right() {
        for (plain, expected) in [
            ("1", "1"),
            ("123", "123"),
            ("1234", "1.234"),
            ("123456", "123.456"),
            ("-1234.5", "-1.234,5"),
        ] {
            assert_eq!(grouped(Language::NL, plain), expected);
        }
    }

    #[test]
    fn a_date_has_its_month_in_words() {
        assert_eq!(date(Language::NL, Date::constant(2026, 3, 1)), "1 maart 2026");
        assert_eq!(date(Language::NL, Date::constant(2027, 12, 31)), "31 december 2027");
    }
}
