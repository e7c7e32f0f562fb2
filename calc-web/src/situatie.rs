//! From the form to the contract's `situatie`, and what stands in for what she has not filled in.
//!
//! The page checks only that a number is a number and that what must be asked was answered; every bound is
//! the engine's.

use calc_core::situatie::SoortOpvang;
use calc_core::suggest;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::form::Form;
use crate::json::{self, Leaf};
use crate::months;

/// Why a field cannot be used yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It was not answered, or emptied.
    Missing,
    /// It is the beginning of a number.
    Unfinished,
    /// It is not a number.
    NotANumber,
    /// It has more decimals than can be.
    TooFine,
    /// It may be another number than it seems.
    Doubtful,
}

impl Lack {
    /// Whether something was typed that cannot stay as it is.
    pub fn is_wrong(self) -> bool {
        matches!(self, Self::NotANumber | Self::TooFine | Self::Doubtful)
    }
}

/// A field that cannot be used yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its path.
    pub path: String,
    /// Why.
    pub lack: Lack,
}

/// What stands in for an answer she has not given; the page says each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// The minimum wage at her age.
    Minimumloon(Decimal),
    /// The highest price that counts, for the care of this child (counted from 1).
    Uurprijs(usize, Decimal),
    /// No care at all.
    GeenOpvang,
    /// The month the job starts.
    Start(Date),
    /// No to a question of the last group.
    Checks,
    /// No months of a disregard used, while she works already.
    Maanden,
    /// Nothing is collected from her income, while she does not know.
    Schulden,
}

/// The days of birth that stand in for those that are not known, by the path of the date.
pub type Days = Vec<(String, Date)>;

/// A case the engine can be asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The fields of the contract with their values.
    pub leaves: Vec<Leaf>,
    /// What stands in for an answer.
    pub assumed: Vec<Assumed>,
    /// Where a path of the JSON differs from that of the form.
    pub moved: Vec<(String, String)>,
    /// What cannot be used but need not be: the answer does without.
    pub aside: Vec<Gap>,
}

/// The municipal amounts that a coach changed by hand.
pub const BY_HAND: &str = "huishouden.gemeente_bedragen.";

impl Case {
    /// The contract's JSON.
    pub fn json(&self) -> String {
        json::document(&self.leaves)
    }

    /// The same case without the municipal amounts that were changed by hand.
    pub fn without_by_hand(mut self) -> Self {
        self.leaves.retain(|(path, _)| !path.starts_with(BY_HAND));
        self
    }

    /// Every field with its value, without quotes.
    pub fn values(&self) -> impl Iterator<Item = (&str, String)> {
        self.leaves.iter().map(|(path, literal)| (path.as_str(), json::plain(literal)))
    }

    /// What stands at a path, without quotes.
    pub fn get(&self, path: &str) -> Option<String> {
        let (_, literal) = self.leaves.iter().find(|(known, _)| known == path)?;
        Some(json::plain(literal))
    }

    /// The path of the form for a path of the JSON.
    pub fn form_path(&self, path: &str) -> String {
        moved(path, self.moved.iter().map(|(json, form)| (json, form)))
    }

    /// The path of the JSON for a path of the form.
    pub fn json_path(&self, path: &str) -> String {
        moved(path, self.moved.iter().map(|(json, form)| (form, json)))
    }
}

/// A path with its beginning put in place of another, when it begins so.
fn moved<'a>(path: &str, pairs: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let mut pairs = pairs.filter_map(|(from, to)| {
        let rest = path.strip_prefix(from.as_str())?;
        (rest.is_empty() || rest.starts_with('.')).then(|| format!("{to}{rest}"))
    });
    pairs.next().unwrap_or_else(|| path.to_owned())
}

/// The kinds of care that are paid for.
pub const PAID_CARE: [&str; 3] = ["dagopvang", "bso", "gastouder"];
/// The questions of the last group.
pub const CHECKS: [&str; 4] =
    ["vraag.inwonende", "vraag.spaargeld", "vraag.alimentatie", SOORT_SCHULDEN];
/// How debts are collected from her income.
pub const SOORT_SCHULDEN: &str = "schulden.soort";
/// The ways there are.
pub const SOORTEN_SCHULDEN: [&str; 2] = ["beslag", "schuldregeling"];

/// The month the job starts: the reference date.
pub fn peildatum(form: &Form, today: Date) -> Date {
    let month =
        months::parse(form.get("peildatum")).unwrap_or_else(|| months::default_start(today));
    months::day(month, form.get("peildatum.dag")).unwrap_or(month)
}

/// The first and the last day of the month a person was born in.
pub fn month_of_birth(form: &Form, path: &str) -> Option<(Date, Date)> {
    let part = |name: &str| form.get(&format!("{path}.{name}"));
    let first = months::first(part("jaar"), part("maand"))?;
    Some((first, months::last_day(first)))
}

/// The day a person was born, when it is known.
pub fn day_of_birth(form: &Form, path: &str) -> Option<Date> {
    let (first, _) = month_of_birth(form, path)?;
    months::day(first, form.get(&format!("{path}.dag")))
}

/// The date of birth: the one that stands in, the day that is known, or the first of the month.
pub fn born(form: &Form, path: &str, days: &Days) -> Option<Date> {
    let stands_in = days.iter().find(|(known, _)| known == path).map(|(_, day)| *day);
    let first = || month_of_birth(form, path).map(|(first, _)| first);
    stands_in.or_else(|| day_of_birth(form, path)).or_else(first)
}

/// The legal minimum wage per hour of who was born on this day.
pub fn minimum_wage(born: Option<Date>, day: Date) -> Option<Decimal> {
    Some(suggest::minimumloon(suggest::leeftijd(born?, day), day)?.amount())
}

/// The highest price per hour that counts for a kind of care.
pub fn highest_price(kind: &str, day: Date) -> Option<Decimal> {
    Some(suggest::maximum_uurprijs(SoortOpvang::from_word(kind)?, day)?.amount())
}

/// The savings someone on bijstand may have. An unborn child makes no parent yet.
pub fn savings_limit(form: &Form, days: &Days, day: Date) -> Option<Decimal> {
    let is_there = |child: usize| {
        born(form, &format!("huishouden.kinderen.{child}.geboren"), days)
            .is_some_and(|born| born <= day)
    };
    let is_parent = (0..form.count("vraag.kinderen")).any(is_there);
    Some(suggest::vermogensgrens(is_parent || form.is_yes("vraag.partner"), day)?.amount())
}

/// Whether debts are collected from her income.
pub fn has_debts(form: &Form) -> bool {
    SOORTEN_SCHULDEN.contains(&form.get(SOORT_SCHULDEN))
}

/// Whether the law asks about her parents, on some day of the month she was born in.
pub fn asks_about_parents(form: &Form, day: Date) -> bool {
    let asks = |born: Date| suggest::vraagt_naar_ouders(born, day);
    let path = "huishouden.geboren";
    match day_of_birth(form, path) {
        Some(born) => asks(born),
        None => month_of_birth(form, path).is_some_and(|(first, last)| asks(first) || asks(last)),
    }
}

/// Whether a job is paid. Of the job she has now only a link can say that it is not.
pub fn is_paid(form: &Form, job: &str) -> bool {
    let asked = matches!(form.get(&format!("{job}.soort")), "" | "dienstverband");
    asked && matches!(form.get(&format!("mee.{job}.soort")), "" | "\"dienstverband\"")
}

#[cfg(test)]
mod tests;
