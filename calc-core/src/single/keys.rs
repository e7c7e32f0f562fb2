//! Reads the `key=value` pairs of a single scheme: each key once, each within its bounds.

use rust_decimal::Decimal;

use crate::contract::door::{Door, shortened, shown_name};
use crate::error::Error;
use crate::money::parse_decimal;
use crate::money::{HoursPerMonth, PerHour, PerMonth, PerYear};
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::situatie::{Opvang, SoortOpvang};
use crate::value::Years;

const MOST_EUROS: u32 = 10_000_000;
const MOST_CHILDREN: usize = 12;

/// The keys that were given, and what was wrong with them.
pub(super) struct Keys {
    door: Door,
    values: Vec<(&'static str, String)>,
}

impl Keys {
    pub(super) fn read(
        mut door: Door,
        known: &'static [(&'static str, Option<&'static str>)],
        given: &[String],
    ) -> Self {
        let mut values: Vec<(&'static str, String)> = Vec::new();
        let mut twice: Vec<&str> = Vec::new();
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        for pair in given {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match known.iter().find(|(name, _)| *name == key) {
                None => {
                    door.refuse_unknown(|| shown_name(key), &names);
                }
                Some((name, _)) if twice.contains(name) => {}
                Some((name, _)) if values.iter().any(|(earlier, _)| earlier == name) => {
                    twice.push(name);
                    door.refuse(key.to_owned(), "dubbel", &[], "een_keer", &[]);
                }
                Some((name, _)) => values.push((name, value.to_owned())),
            }
        }
        for (name, default) in known {
            if values.iter().any(|(given, _)| given == name) {
                continue;
            }
            match default {
                Some(default) => values.push((name, (*default).to_owned())),
                None => door.refuse((*name).to_owned(), "ontbreekt", &[], "een_waarde", &[]),
            }
        }
        Self { door, values }
    }

    pub(super) fn is_refused(&self) -> bool {
        self.door.is_refused()
    }

    pub(super) fn into_error(self) -> Error {
        self.door.into_error()
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    fn refuse(
        &mut self,
        name: &str,
        value: &str,
        allowed: &'static str,
        allowed_args: &[(&'static str, String)],
    ) {
        let waarde = [("waarde", shortened(value))];
        self.door.refuse(name.to_owned(), "verkeerde_waarde", &waarde, allowed, allowed_args);
    }

    fn decimal(&mut self, name: &str, most: Decimal) -> Decimal {
        let Some(value) = self.value(name).map(str::to_owned) else {
            return Decimal::ZERO;
        };
        match parse_decimal(&value) {
            Some(amount) if Decimal::ZERO <= amount && amount <= most => amount,
            _ => {
                let bounds = [("van", "0".to_owned()), ("tot", most.to_string())];
                self.refuse(name, &value, "een_bedrag_tussen", &bounds);
                Decimal::ZERO
            }
        }
    }

    /// Euro per year, whole or with cents.
    pub(super) fn per_year(&mut self, name: &str) -> PerYear {
        PerYear::new(self.decimal(name, MOST_EUROS.into()))
    }

    /// Euro per month.
    pub(super) fn per_month(&mut self, name: &str) -> PerMonth {
        PerMonth::new(self.decimal(name, MOST_EUROS.into()))
    }

    /// A whole number within bounds.
    pub(super) fn whole(&mut self, name: &str, least: u32, most: u32) -> u32 {
        let Some(value) = self.value(name).map(str::to_owned) else {
            return least;
        };
        match whole(&value) {
            Some(number) if least <= number && number <= most => number,
            _ => {
                let bounds = [("van", least.to_string()), ("tot", most.to_string())];
                self.refuse(name, &value, "een_geheel_getal_tussen", &bounds);
                least
            }
        }
    }

    /// `true` or `false`.
    pub(super) fn yes_no(&mut self, name: &str) -> bool {
        match self.value(name).map(str::to_owned).as_deref() {
            Some("true") => true,
            Some("false") | None => false,
            Some(other) => {
                self.refuse(name, other, "ja_of_nee", &[]);
                false
            }
        }
    }

    /// One of a closed list of words.
    pub(super) fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let value = self.value(name)?.to_owned();
        let found = words.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.refuse(name, &value, "een_van", &[("woorden", allowed.join(", "))]);
        }
        found
    }

    /// Ages of children, apart by commas; empty: none.
    pub(super) fn ages(&mut self, name: &str) -> Vec<Years> {
        let Some(value) = self.value(name).map(str::to_owned) else {
            return Vec::new();
        };
        if value.is_empty() {
            return Vec::new();
        }
        let ages: Option<Vec<Years>> =
            value.split(',').map(|age| whole(age).filter(|age| *age < 18).map(Years)).collect();
        match ages {
            Some(ages) if ages.len() <= MOST_CHILDREN => ages,
            _ => {
                self.refuse(name, &value, "leeftijden", &[("meeste", MOST_CHILDREN.to_string())]);
                Vec::new()
            }
        }
    }

    /// `soort:uren:uurprijs`, one per child, apart by commas.
    pub(super) fn opvang(&mut self, name: &str) -> Vec<KindMetOpvang> {
        let Some(value) = self.value(name).map(str::to_owned) else {
            return Vec::new();
        };
        let kinderen: Option<Vec<KindMetOpvang>> = value.split(',').map(kind_met_opvang).collect();
        match kinderen {
            Some(kinderen) if kinderen.len() <= MOST_CHILDREN => kinderen,
            _ => {
                self.refuse(
                    name,
                    &value,
                    "opvang_per_kind",
                    &[("meeste", MOST_CHILDREN.to_string())],
                );
                Vec::new()
            }
        }
    }
}

fn whole(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn kind_met_opvang(text: &str) -> Option<KindMetOpvang> {
    let mut parts = text.split(':');
    let soort = SoortOpvang::from_word(parts.next()?)?;
    let mut decimal = |most: u32| {
        let text = parts.next()?;
        let amount = parse_decimal(text)?;
        (Decimal::ZERO <= amount && amount <= most.into()).then_some(amount)
    };
    let uren = HoursPerMonth::new(decimal(744)?);
    let uurprijs = PerHour::new(decimal(50)?);
    let opvang = vec![Opvang { soort, uren, uurprijs }];
    // Young enough for every kind of care.
    parts.next().is_none().then_some(KindMetOpvang {
        leeftijd: Years(0),
        opvang,
        #[cfg(feature = "weekplan")]
        uren_uit: Vec::new(),
    })
}
