//! The day of a birthday, of which the page asks only the month and the year.
//!
//! For each person both ends of the month are computed. Where they differ the day is asked, and as long as it is not
//! known the end that leaves her less stands in; the answer says so.

use calc_core::month::Fase;
use calc_core::{Error, Explain, Lijn, Month, month};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::form::Form;
use crate::situatie::{self, Case, Days, Gap};
use crate::writer::draft as drafted;

/// How far ahead two ends of a month are compared: as long as disregards that are granted now can run.
const MONTHS_AHEAD: u32 = 36;

/// A person whose day of birth changes the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Birthday {
    /// The path of the date.
    pub path: String,
    /// What stands in for the day; none when it is known.
    pub assumed: Option<Date>,
    /// What differs between the first and the last day of the month; nothing when only later months do.
    pub lines: Vec<Lijn>,
}

/// A case with the days that stand in, and whose day matters.
pub struct Settled {
    /// The contract's case.
    pub case: Case,
    /// What is still lacking.
    pub gaps: Vec<Gap>,
    /// Whose day matters.
    pub birthdays: Vec<Birthday>,
    /// The dates that stand in.
    pub days: Days,
}

/// Everyone with a date of birth.
fn people(form: &Form) -> Vec<String> {
    let each = |list: &str, count: usize| {
        (0..count).map(|at| format!("{list}.{at}.geboren")).collect::<Vec<_>>()
    };
    let mut people = vec!["huishouden.geboren".to_owned()];
    people.extend(each("huishouden.kinderen", form.count("vraag.kinderen")));
    if form.is_yes("vraag.inwonende") {
        let list = "huishouden.inwonenden";
        people.extend(each(list, form.items(list).max(1)));
    }
    if form.is_yes("vraag.partner") {
        people.push("huishouden.partner.geboren".to_owned());
    }
    people
}

/// What comes of a case: the month, or how much is wrong with it.
enum Outcome {
    Month(Box<Month>),
    Refused(usize),
}

impl Outcome {
    fn of(case: &Case) -> Self {
        match month(&case.json(), Explain::No) {
            Ok(month) => Self::Month(Box::new(month)),
            Err(Error::Refused(problems)) => Self::Refused(problems.len()),
            Err(_) => Self::Refused(usize::MAX),
        }
    }

    /// What is different; `None` when nothing is.
    fn differs(&self, other: &Self) -> Option<Vec<Lijn>> {
        match (self, other) {
            (Self::Month(one), Self::Month(other)) => differs(one, other),
            (Self::Refused(one), Self::Refused(other)) => (one != other).then(Vec::new),
            _ => Some(Vec::new()),
        }
    }

    /// Whether it leaves her less, or can be computed where the other cannot.
    fn is_less_than(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Month(one), Self::Month(other)) => left(one) < left(other),
            (Self::Refused(one), Self::Refused(other)) => one < other,
            (Self::Month(_), Self::Refused(_)) => true,
            (Self::Refused(_), Self::Month(_)) => false,
        }
    }
}

fn differs(one: &Month, other: &Month) -> Option<Vec<Lijn>> {
    let same = |line: &Lijn| {
        one.nu.bedrag(*line) == other.nu.bedrag(*line)
            && one.met_baan.bedrag(*line) == other.met_baan.bedrag(*line)
    };
    let is_total = |line: &Lijn| matches!(line, Lijn::Besteedbaar | Lijn::OverNaVasteLasten);
    let lines: Vec<Lijn> =
        Lijn::ALLE.into_iter().filter(|line| !is_total(line) && !same(line)).collect();
    let rest_is_same = ahead(one).eq(ahead(other))
        && one.per_jaar_nu == other.per_jaar_nu
        && one.per_jaar_met_baan == other.per_jaar_met_baan;
    (!lines.is_empty() || !rest_is_same).then_some(lines)
}

/// The phase of each of the months ahead, without its months.
fn ahead(month: &Month) -> impl Iterator<Item = Option<Fase>> {
    (1..=MONTHS_AHEAD).map(|at| {
        let is_in = |fase: &&Fase| at >= fase.van_maand && fase.tot_maand.is_none_or(|to| at <= to);
        let fase = month.fasen.iter().find(is_in)?;
        Some(Fase { van_maand: 0, tot_maand: None, ..*fase })
    })
}

/// What is left, to be compared: with the job, more than now, in each of the months ahead, over the year.
fn left(month: &Month) -> (Decimal, Decimal, Vec<Decimal>, Decimal) {
    (
        month.met_baan.besteedbaar().amount(),
        month.verschil.besteedbaar().amount(),
        ahead(month).flatten().map(|fase| fase.verschil.amount()).collect(),
        month.per_jaar_verschil.besteedbaar_jaar.amount(),
    )
}

/// The case of a form. A day that is not known is the one that leaves her less.
pub fn settled(form: &Form, today: Date) -> Settled {
    let mut days = Days::new();
    let (case, gaps) = drafted(form, today, &days);
    let mut settled = Settled { case, gaps, birthdays: Vec::new(), days: Days::new() };
    if !settled.gaps.is_empty() {
        return settled;
    }
    let with = |days: &Days, path: &str, day: Date| {
        let days = days.iter().cloned().chain([(path.to_owned(), day)]).collect::<Days>();
        let (case, _) = drafted(form, today, &days);
        (Outcome::of(&case), case, days)
    };
    let mut now = None;
    for path in people(form) {
        let Some((first, last)) = situatie::month_of_birth(form, &path) else { continue };
        let is_known = situatie::day_of_birth(form, &path).is_some();
        let other = with(&days, &path, last);
        let one = match if is_known { None } else { now.take() } {
            Some(now) => now,
            None => with(&days, &path, first).0,
        };
        let lines = one.differs(&other.0);
        let is_less = other.0.is_less_than(&one);
        if let Some(lines) = lines {
            let taken = if is_less { last } else { first };
            let assumed = (!is_known).then_some(taken);
            settled.birthdays.push(Birthday { path: path.clone(), assumed, lines });
        }
        if is_known {
            continue;
        }
        if is_less {
            (now, settled.case, days) = (Some(other.0), other.1, other.2);
        } else {
            now = Some(one);
        }
    }
    settled.days = days;
    settled
}

/// The contract's case of a form, and what is lacking.
pub fn draft(form: &Form, today: Date) -> (Case, Vec<Gap>) {
    let settled = settled(form, today);
    (settled.case, settled.gaps)
}

impl Birthday {
    /// How old the person becomes in the month of this day, when the birthday is in it.
    pub fn turns(&self, day: Date) -> Option<i16> {
        let born = self.assumed?;
        (born.month() == day.month() && born.year() < day.year()).then(|| day.year() - born.year())
    }
}

#[cfg(test)]
mod tests;
