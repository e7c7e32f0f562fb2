//! The fields of the contract (docs/contract.md) and a random value for each, nearly always within its
//! bounds and often at one.

use serde_json::{Value, json};

use crate::luck::Luck;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An amount from 0 to so many euros or hours.
    Amount(u64),
    /// Such an amount, or nothing.
    AmountOrNull(u64),
    /// A whole number from 0 on.
    Whole(u64),
    /// Yes or no.
    YesNo,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day of birth or of work, from year to year.
    Day(u64, u64),
}

/// The name of a field with what it holds.
pub type Field = (&'static str, Kind);

use Kind::{Amount, AmountOrNull, Day, Whole, Word, YesNo};

const PEILDATUM: Kind = Day(2026, 2027);
/// Born 18 to 66 years before, and a year beyond.
const WERKENDE: Kind = Day(1959, 2008);

pub const SITUATIE: &[Field] = &[
    ("peildatum", PEILDATUM),
    ("iack", Word(&["maandelijks", "niet"])),
    ("opvang_schaalt", Word(&["vast", "naar_uren"])),
];
pub const HUISHOUDEN: &[Field] = &[
    ("geboren", WERKENDE),
    ("kale_huur", AmountOrNull(5_000)),
    ("zelfstandige_woning", YesNo),
    ("vaste_lasten", Amount(10_000)),
    ("vermogen", Amount(10_000_000)),
    ("alimentatie_kinderen", Amount(10_000)),
    ("alimentatie_partner", Amount(10_000)),
    ("medische_urenbeperking", YesNo),
    ("gemeente_meetellen", YesNo),
];
pub const PARTNER: &[Field] = &[("geboren", WERKENDE), ("maandloon", Amount(20_000))];
pub const KIND: &[Field] = &[("geboren", Day(2008, 2027))];
pub const OPVANG: &[Field] = &[
    ("soort", Word(&["dagopvang", "bso", "gastouder"])),
    ("uren_per_maand", Amount(744)),
    ("uurprijs", Amount(50)),
];
pub const INWONENDE: &[Field] = &[
    ("geboren", Day(1900, 2008)),
    ("relatie", Word(&["ouder", "kind", "broer_of_zus", "grootouder_of_kleinkind", "overig"])),
    ("inkomen_jaar", Amount(1_000_000)),
    ("arbeidsinkomen_jaar", Amount(1_000_000)),
    ("werkt", YesNo),
    ("studeert", YesNo),
    ("huurt_zakelijk", YesNo),
];
pub const BIJSTAND: &[Field] = &[
    ("ontvangt", YesNo),
    ("vrijlating_n_maanden", Whole(6)),
    ("vrijlating_r_maanden", Whole(30)),
    ("vrijlating_toegekend", YesNo),
    ("vrijlating_34a_maanden", Whole(12)),
];
pub const BAAN: &[Field] = &[
    ("soort", Word(&["dienstverband", "proefplaatsing", "traject"])),
    ("uren_per_week", Amount(60)),
    ("pensioenpremie", Amount(20_000)),
    ("verplichte_inhoudingen", Amount(20_000)),
    ("overige_inhoudingen", Amount(20_000)),
    ("reiskosten", Amount(20_000)),
    ("reisvergoeding", Amount(20_000)),
    ("loonheffingskorting", YesNo),
    ("vakantiegeld", Word(&["mei", "maandelijks", "inbegrepen"])),
    ("start", Day(2025, 2028)),
];
/// One of the two, never both.
pub const LOON: &[Field] = &[("uurloon", Amount(200)), ("maandloon", Amount(20_000))];

/// A value for a field; `now` is what stands there.
pub fn value(kind: Kind, now: Option<&Value>, luck: &mut Luck) -> Value {
    match kind {
        AmountOrNull(_) if luck.once_in(6) => Value::Null,
        Amount(most) | AmountOrNull(most) => json!(amount(most, now, luck)),
        Whole(_) if luck.once_in(3) => json!(0),
        Whole(most) if luck.once_in(2) => json!(most),
        Whole(most) => json!(luck.within(0, most)),
        YesNo => json!(luck.once_in(2)),
        Word(words) => json!(luck.pick(words)),
        Day(first, last) => json!(day(first, last, now, luck)),
    }
}

/// An amount as the contract writes it.
fn amount(most: u64, now: Option<&Value>, luck: &mut Luck) -> String {
    let most = most * 100;
    // Any size: small ones matter as much as large ones.
    let any = luck.below(12);
    let any = luck.within(0, most >> any);
    let cents = match luck.below(10) {
        0 => *luck.pick(&[0, 0, 1, 99, 100, most - 1, most]),
        // Near what stands there: a cent, a euro, or a few.
        1..=4 => {
            let now = now.and_then(cents_of).unwrap_or(most / 2);
            let step = *luck.pick(&[1, 1, 50, 100, 1_000, 10_000]);
            let moved = if luck.once_in(2) { now + step } else { now.saturating_sub(step) };
            moved.min(most)
        }
        5..=7 => any,
        // Whole euros.
        _ => any / 100 * 100,
    };
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn cents_of(value: &Value) -> Option<u64> {
    let text = value.as_str()?;
    let (euros, cents) = text.split_once('.').unwrap_or((text, "0"));
    let cents: u64 = format!("{cents:0<2}").get(..2)?.parse().ok()?;
    euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

/// A day; now and then one that does not exist, as 31 February.
fn day(first: u64, last: u64, now: Option<&Value>, luck: &mut Luck) -> String {
    let known = now.and_then(Value::as_str).and_then(parts);
    let (mut year, mut month, mut day) =
        known.unwrap_or((luck.within(first, last), luck.within(1, 12), luck.within(1, 28)));
    match luck.below(5) {
        0 => year = luck.within(first, last),
        1 => month = luck.within(1, 12),
        // First and last days of months are where ages and periods turn.
        2 => day = *luck.pick(&[1, 1, 2, 15, 28, 29, 30, 31]),
        3 => (year, month) = (*luck.pick(&[first, last]), *luck.pick(&[1, 2, 6, 7, 12])),
        _ => {
            year = luck.within(first, last);
            month = luck.within(1, 12);
            day = luck.within(1, 28);
        }
    }
    format!("{year:04}-{month:02}-{day:02}")
}

fn parts(text: &str) -> Option<(u64, u64, u64)> {
    let part = |from, to| text.get(from..to).and_then(|part: &str| part.parse().ok());
    Some((part(0, 4)?, part(5, 7)?, part(8, 10)?))
}
