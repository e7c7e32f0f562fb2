//! From the form to the contract's `situatie`, and what stands in for what she has not filled in.
//!
//! The page checks only that a number is a number and that what must be asked was answered; every bound is
//! the engine's.

mod writer;

use calc_core::parameters::{bijstand, kinderopvangtoeslag, minimumloon};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::form::Form;
use crate::json::{self, Leaf};
use crate::months;

pub use writer::draft;

/// Why a field cannot be used yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It was not answered, or emptied.
    Missing,
    /// It is the beginning of a number.
    Unfinished,
    /// It is not a number.
    NotANumber,
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
}

/// A case the engine can be asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The fields of the contract with their values.
    leaves: Vec<Leaf>,
    /// What stands in for an answer.
    pub assumed: Vec<Assumed>,
    /// Where a path of the JSON differs from that of the form.
    moved: Vec<(String, String)>,
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
    fn json_path(&self, path: &str) -> String {
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
/// The yes-or-no questions of the last group.
pub const CHECKS: [&str; 4] =
    ["vraag.inwonende", "vraag.spaargeld", "vraag.alimentatie", "vraag.schulden"];

/// The month the job starts: the reference date.
pub fn peildatum(form: &Form, today: Date) -> Date {
    let month =
        months::parse(form.get("peildatum")).unwrap_or_else(|| months::default_start(today));
    let day = form.get("peildatum.dag").parse().unwrap_or(1);
    Date::new(month.year(), month.month(), day).unwrap_or(month)
}

/// A date that was chosen by month and year.
pub fn date(form: &Form, path: &str) -> Option<Date> {
    let part = |name: &str| form.get(&format!("{path}.{name}"));
    let month = months::first(part("jaar").parse().ok()?, part("maand").parse().ok()?)?;
    let day = part("dag").parse().unwrap_or(1);
    Some(Date::new(month.year(), month.month(), day).unwrap_or(month))
}

/// The legal minimum wage per hour at her age.
pub fn minimum_wage(form: &Form, day: Date) -> Option<Decimal> {
    let p = minimumloon::at(day).ok()?;
    let age = months::age(date(form, "huishouden.geboren")?, day);
    let wage = match age {
        ..=18 => &p.uurloon_18,
        19 => &p.uurloon_19,
        20 => &p.uurloon_20,
        21.. => &p.uurloon_21,
    };
    Some(wage.value.amount())
}

/// The highest price per hour that counts for a kind of care.
pub fn highest_price(kind: &str, day: Date) -> Option<Decimal> {
    let p = kinderopvangtoeslag::at(day).ok()?;
    let price = match kind {
        "dagopvang" => &p.maximum_dagopvang,
        "bso" => &p.maximum_bso,
        "gastouder" => &p.maximum_gastouder,
        _ => return None,
    };
    Some(price.value.amount())
}

/// The savings someone on bijstand may have.
pub fn savings_limit(form: &Form, day: Date) -> Option<Decimal> {
    let p = bijstand::at(day).ok()?;
    let parent = form.count("vraag.kinderen") > 0;
    let limit =
        if parent { &p.vermogensgrens_ouder_of_paar } else { &p.vermogensgrens_alleenstaande };
    Some(limit.value.amount())
}

/// Whether she is of the age at which the law asks about her parents.
pub fn asks_about_parents(form: &Form, day: Date) -> bool {
    date(form, "huishouden.geboren").is_some_and(|born| (18..21).contains(&months::age(born, day)))
}

/// Whether a job is paid. Of the job she has now only a link can say that it is not.
pub fn is_paid(form: &Form, job: &str) -> bool {
    let asked = matches!(form.get(&format!("{job}.soort")), "" | "dienstverband");
    asked && matches!(form.get(&format!("mee.{job}.soort")), "" | "\"dienstverband\"")
}

#[cfg(test)]
mod tests;
