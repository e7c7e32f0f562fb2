//! Numbers as people write them: as on a letter, a payslip or in a message, in the digits of their own script.
//!
//! A point and a comma both stand for cents here and for thousands there. Every way in which a text can be read is
//! tried; it is a number only when one of them is within the bounds of its field. What stays in doubt is asked back,
//! whatever the language of the page (decision 8).

use calc_core::money::parse_decimal;
use rust_decimal::Decimal;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Euros, by the hour, month or year, or once.
    Euro(Per),
    /// Hours, by the week or month.
    Hours(Per),
    /// Months.
    Months,
}

/// The period that a number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// By the hour.
    Hour,
    /// By the week.
    Week,
    /// By the month.
    Month,
    /// By the year.
    Year,
    /// Once.
    Once,
}

/// What a field takes: from 0 to `most`, whole or with cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it counts.
    pub unit: Unit,
    /// The most it takes.
    pub most: i64,
}

impl Kind {
    /// Whether it takes whole numbers only.
    pub fn is_whole(self) -> bool {
        self.unit == Unit::Months
    }

    fn takes(self, number: &str) -> bool {
        let cents = number.split_once('.').map_or("", |(_, cents)| cents);
        cents.len() <= 2
            && !(self.is_whole() && number.contains('.'))
            && parse_decimal(number)
                .is_some_and(|it| !it.is_sign_negative() && it <= Decimal::from(self.most))
    }
}

/// A number as it was typed, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Nothing.
    Nothing,
    /// A decimal in the form of the contract, with a point.
    Number(String),
    /// The beginning of a number: `11,`.
    Unfinished,
    /// It may be one of these, or should be the only one.
    Doubtful(Vec<String>),
    /// A number with more decimals than its field takes.
    TooFine,
    /// Anything else.
    Other,
}

/// Behind this many digits a point or comma may as well stand for thousands.
const OF_THOUSANDS: usize = 3;
/// More digits than any amount has.
const MOST_DIGITS: usize = 15;

/// Where the digits 0 to 9 of a script begin: Arabic, Persian, N'Ko, the scripts of India, Thai, Lao, Tibetan,
/// Burmese, Khmer, Mongolian and those as wide as a Chinese sign.
const ZEROS: [u32; 19] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/// A sign as it is read: a digit of any script, one kind of space, one kind of minus; nothing for what is not seen.
fn plain(sign: char) -> Option<char> {
    let code = u32::from(sign);
    if let Some(digit) = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|it| *it < 10))
    {
        return char::from_digit(digit, 10);
    }
    match sign {
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        '\u{66b}' | '\u{60c}' | '\u{ff0c}' => Some(','),
        '\u{ff0e}' => Some('.'),
        // A mark that stands for thousands and nothing else.
        '\u{66c}' | '\'' | '\u{2019}' => Some('\''),
        '\u{2212}' | '\u{2010}'..='\u{2014}' => Some('-'),
        _ if sign.is_whitespace() => Some(' '),
        _ => sign.to_lowercase().next(),
    }
}

/// What people write around a number of this kind, Dutch as on a letter and English: before or behind it.
fn words(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Euro(_) => &["€", "euro's", "euros", "euro", "eur"],
        Unit::Hours(_) => &["uren", "uur", "hours", "hour", "hrs", "u", "h"],
        Unit::Months => &["maanden", "maand", "months", "month"],
    }
}

/// And its period. That of another period is no word of it: 300 a month is no income by the year.
fn periods(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Euro(Per::Hour) => &["per uur", "/uur", "per hour", "an hour", "/hour", "/u"],
        Unit::Euro(Per::Month) | Unit::Hours(Per::Month) => {
            &["per maand", "/maand", "per month", "a month", "/month"]
        }
        Unit::Hours(Per::Week) => &["per week", "/week", "a week"],
        Unit::Euro(Per::Year) => &["per jaar", "/jaar", "per year", "a year", "/year"],
        _ => &[],
    }
}

/// The text without the words of its kind.
fn bare(text: &str, unit: Unit) -> &str {
    let mut bare = text.trim();
    if let Some(rest) = periods(unit).iter().find_map(|word| bare.strip_suffix(word)) {
        bare = rest.trim_end();
    }
    if let Some(rest) = words(unit).iter().find_map(|word| bare.strip_suffix(word)) {
        bare = rest.trim_end();
    }
    let minus = bare.strip_prefix('-').map_or(bare, str::trim_start);
    match words(unit).iter().find_map(|word| minus.strip_prefix(word)) {
        // A minus before the sign of the euro is one all the same: such a text is no number.
        Some(rest) if minus.len() == bare.len() => rest.trim_start(),
        _ => bare,
    }
}

/// `640,-` and `640,--`: whole euros.
fn without_dashes(text: &str) -> &str {
    let dashes = text.trim_end_matches(['-', '=']);
    let count = text.len() - dashes.len();
    match dashes.trim_end().strip_suffix([',', '.']) {
        Some(whole) if (1..=2).contains(&count) && !whole.is_empty() => whole.trim_end(),
        _ => text,
    }
}

fn are_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The whole part, without the marks of its thousands; `decimal` is no such mark.
fn whole(part: &str, decimal: char) -> Option<String> {
    let Some(mark) = part.chars().find(|sign| !sign.is_ascii_digit()) else {
        return are_digits(part).then(|| part.to_owned());
    };
    let mut groups = part.split(mark);
    let first = groups.next()?;
    let begins = are_digits(first) && first.len() <= OF_THOUSANDS && !first.starts_with('0');
    let mut rest = groups.clone();
    let goes_on = rest.all(|group| group.len() == OF_THOUSANDS && are_digits(group));
    (mark != decimal && "., '".contains(mark) && begins && goes_on)
        .then(|| first.to_owned() + &groups.collect::<String>())
}

/// The text read with this mark before the cents, as the contract writes it, and how many digits stood behind it.
fn read_with(text: &str, decimal: char) -> Option<(String, usize)> {
    let Some((before, cents)) = text.split_once(decimal) else {
        return Some((whole(text, decimal)?, 0));
    };
    if !are_digits(cents) {
        return None;
    }
    let (before, digits) = (whole(before, decimal)?, cents.len());
    let real = cents.trim_end_matches('0');
    let shown = &cents[..digits.min(real.len().max(2))];
    let number = match (real, digits > 2) {
        ("", true) => before,
        _ => format!("{before}.{shown}"),
    };
    Some((number, digits))
}

/// Reads a number for a field.
pub fn read(typed: &str, kind: Kind) -> Typed {
    let text: String = typed.chars().filter_map(plain).collect();
    if text.trim().is_empty() {
        return Typed::Nothing;
    }
    let text = without_dashes(bare(&text, kind.unit));
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned.trim_start()),
        None => ("", text),
    };
    if unsigned.is_empty() {
        return Typed::Unfinished;
    }
    let begun = unsigned.strip_suffix([',', '.']);
    if begun.is_some_and(|it| [',', '.'].iter().any(|mark| whole(it, *mark).is_some())) {
        return Typed::Unfinished;
    }
    if unsigned.bytes().filter(u8::is_ascii_digit).count() > MOST_DIGITS {
        return Typed::Other;
    }
    let mut readings: Vec<(String, usize)> =
        [',', '.'].iter().filter_map(|mark| read_with(unsigned, *mark)).collect();
    readings.dedup();
    if !sign.is_empty() {
        // Below every field: the message tells what it takes.
        let below = readings.pop().map(|(number, _)| sign.to_owned() + &number);
        return below.map_or(Typed::Other, Typed::Number);
    }
    choose(&readings, kind)
}

/// The one reading that its field takes. Three digits behind a mark are never cents without asking: `1.250`.
fn choose(readings: &[(String, usize)], kind: Kind) -> Typed {
    let taken: Vec<&(String, usize)> =
        readings.iter().filter(|(number, _)| kind.takes(number)).collect();
    match taken[..] {
        [] => refused(readings, kind),
        [(number, digits)] if *digits != OF_THOUSANDS || number.starts_with("0.") => {
            Typed::Number(number.clone())
        }
        _ => {
            // Thousands first: nobody writes cents in three digits.
            let mut offers = taken;
            offers.sort_by_key(|(_, digits)| *digits);
            Typed::Doubtful(offers.into_iter().map(|(number, _)| number.clone()).collect())
        }
    }
}

/// What no field of this kind takes. A number outside the bounds is left to the engine, which says so.
fn refused(readings: &[(String, usize)], kind: Kind) -> Typed {
    let is_fine = |number: &str| {
        number.split_once('.').is_some_and(|(_, cents)| kind.is_whole() || cents.len() > 2)
    };
    let fits_without = |number: &str| {
        is_fine(number) && number.split('.').next().is_some_and(|whole| kind.takes(whole))
    };
    if readings.iter().any(|(number, _)| fits_without(number)) {
        return Typed::TooFine;
    }
    match readings.iter().find(|(number, _)| !is_fine(number)) {
        Some((number, _)) => Typed::Number(number.clone()),
        None if readings.is_empty() => Typed::Other,
        None => Typed::TooFine,
    }
}

#[cfg(test)]
mod tests;
