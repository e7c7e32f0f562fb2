//! What can be said about a form: the answer, or what stands in its way.

use calc_core::money::parse_decimal;
use calc_core::{Error, Explain, Hours, HoursOptions, Month, Problem, hours, month};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::birthdays::{self, Birthday, Settled};
use crate::cases::{Case, Cases};
use crate::fields::{self, is_asked};
use crate::form::Form;
use crate::months;
use crate::situatie::{Assumed, BY_HAND, Case as Drafted, Days, Gap, has_debts};

/// The hours line runs to here, unless she works more.
const USUAL_MOST_HOURS: u32 = 40;
const MOST_HOURS: u32 = 60;

/// What the page can say.
pub enum Answer {
    /// Nothing yet: what is lacking, and what of the rest the engine refuses.
    NotYet {
        /// What is missing or not a number.
        gaps: Vec<Gap>,
        /// What was refused, with the paths of the form.
        problems: Vec<Problem>,
    },
    /// The engine has no amounts for this.
    Stopped(String),
    /// The page is opened after the last month that can be computed.
    TooOld,
    /// The answer.
    Ready(Box<Ready>),
}

/// Everything an answer shows.
pub struct Ready {
    /// The steady month. How it came about is the second module's to tell.
    pub month: Month,
    /// The case it is of, as the contract has it.
    pub json: String,
    /// The hours line, where there can be one.
    pub hours: Option<Hours>,
    /// What stands in for an answer.
    pub assumed: Vec<Assumed>,
    /// Her hours a week.
    pub uren: Decimal,
    /// Whether she works now as well.
    pub works_now: bool,
    /// Whether debts are collected from her income: no amount of the steady month is after that.
    pub has_debts: bool,
    /// Whose day of birth changes the answer.
    pub birthdays: Vec<Birthday>,
    /// The days of birth that stand in for those that are not known.
    pub days: Days,
    /// What was changed by hand and is no amount.
    pub aside: Vec<Gap>,
    /// What was changed by hand and the engine refuses.
    pub refused: Vec<Problem>,
}

/// Asks the engine.
pub fn answer(form: &Form, today: Date) -> Answer {
    if months::are_over(today) {
        return Answer::TooOld;
    }
    let Settled { case, gaps, birthdays, days } = birthdays::settled(form, today);
    let ready =
        |case, month, json: &str| Ready { birthdays, days, ..ready(form, case, month, json) };
    let json = case.json();
    let is_by_hand = |problem: &Problem| problem.pad.starts_with(BY_HAND);
    match month(&json, Explain::No) {
        Err(Error::Refused(problems)) if problems.iter().all(is_by_hand) => {
            // The rest of the answer stands; what was changed by hand says what is wrong with it.
            let case = case.without_by_hand();
            let json = case.json();
            match month(&json, Explain::No) {
                Ok(month) if gaps.is_empty() => {
                    let ready = Ready { refused: problems, ..ready(case, month, &json) };
                    Answer::Ready(Box::new(ready))
                }
                _ => Answer::NotYet { gaps, problems },
            }
        }
        Ok(month) if gaps.is_empty() => Answer::Ready(Box::new(ready(case, month, &json))),
        Ok(_) => Answer::NotYet { gaps, problems: Vec::new() },
        Err(Error::Refused(problems)) => {
            let problems = problems
                .into_iter()
                .map(|problem| Problem { pad: case.form_path(&problem.pad), ..problem });
            // What was not filled in is lacking already; the engine's word for it adds nothing.
            let lacks = |path: &str| gaps.iter().any(|gap| gap.path == path);
            let problems: Vec<Problem> = if gaps.is_empty() {
                problems.collect()
            } else {
                problems.filter(|problem| is_asked(&problem.pad) && !lacks(&problem.pad)).collect()
            };
            Answer::NotYet { gaps, problems }
        }
        Err(other) => Answer::Stopped(other.to_string()),
    }
}

fn ready(form: &Form, case: Drafted, month: Month, json: &str) -> Ready {
    let uren =
        case.get("baan.uren_per_week").and_then(|text| parse_decimal(&text)).unwrap_or_default();
    let most = if uren > Decimal::from(USUAL_MOST_HOURS) { MOST_HOURS } else { USUAL_MOST_HOURS };
    let options = HoursOptions { to: Decimal::from(most), ..HoursOptions::default() };
    Ready {
        month,
        json: json.to_owned(),
        hours: hours(json, options).ok(),
        assumed: case.assumed,
        uren,
        works_now: form.is_yes("vraag.baan_nu"),
        has_debts: has_debts(form),
        birthdays: Vec::new(),
        days: Days::new(),
        aside: case.aside,
        refused: Vec::new(),
    }
}

/// A case that is put beside others.
pub struct Beside {
    /// The steady month.
    pub month: Month,
    /// The case as the contract has it, for its twelve months.
    pub json: String,
}

/// Every case that can be computed, to be put side by side.
pub fn months_of(cases: &Cases, today: Date) -> Vec<Option<Beside>> {
    if months::are_over(today) {
        return cases.all().iter().map(|_| None).collect();
    }
    let beside = |case: &Case| {
        let (drafted, gaps) = birthdays::draft(&case.form, today);
        let json = drafted.json();
        let month = gaps.is_empty().then(|| month(&json, Explain::No).ok()).flatten()?;
        Some(Beside { month, json })
    };
    cases.all().iter().map(beside).collect()
}

impl Answer {
    /// Whether a field stands in the way, and in which words.
    pub fn lack(&self, path: &str) -> Option<&Gap> {
        match self {
            Self::NotYet { gaps, .. } => gaps.iter().find(|gap| gap.path == path),
            Self::Ready(ready) => ready.aside.iter().find(|gap| gap.path == path),
            Self::Stopped(_) | Self::TooOld => None,
        }
    }

    /// What the engine has against a field, or against something below it.
    pub fn problem(&self, path: &str) -> Option<&Problem> {
        match self {
            Self::NotYet { problems, .. } => {
                problems.iter().find(|problem| owner(&problem.pad) == path)
            }
            Self::Ready(ready) => ready.refused.iter().find(|problem| problem.pad == path),
            Self::Stopped(_) | Self::TooOld => None,
        }
    }

    /// Whether the day of birth changes the answer, as far as that can be told.
    pub fn asks_day(&self, path: &str) -> bool {
        self.ready().is_some_and(|ready| ready.birthdays.iter().any(|it| it.path == path))
    }

    /// The days of birth that stand in for those that are not known.
    pub fn days(&self) -> Days {
        self.ready().map(|ready| ready.days.clone()).unwrap_or_default()
    }

    /// What was computed.
    pub fn ready(&self) -> Option<&Ready> {
        match self {
            Self::Ready(ready) => Some(ready),
            _ => None,
        }
    }
}

/// The field of the page that shows a problem: the refused field itself, or the question it belongs to.
pub fn owner(path: &str) -> &str {
    match fields::pattern(path).0.as_str() {
        "huishouden.kinderen" => "vraag.kinderen",
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn four_questions(hours: &str) -> Form {
        let mut form = Form::default();
        for (path, typed) in [
            ("huishouden.geboren.maand", "3"),
            ("huishouden.geboren.jaar", "1994"),
            ("vraag.kinderen", "0"),
            ("huishouden.kale_huur", "655"),
            ("baan.uren_per_week", hours),
        ] {
            form.set(path, typed);
        }
        form
    }

    #[test]
    fn four_questions_give_an_answer() {
        let answer = answer(&four_questions("20"), TODAY);
        let ready = answer.ready().expect("an answer");
        assert_eq!(ready.month.peildatum, date(2026, 12, 1));
        assert_eq!(ready.hours.as_ref().map(|hours| hours.punten.len()), Some(41));
    }

    #[test]
    fn a_refused_number_is_told_even_while_something_else_is_missing() {
        let mut form = four_questions("100");
        form.forget("huishouden.kale_huur");
        let answer = answer(&form, TODAY);
        assert!(answer.problem("baan.uren_per_week").is_some());
        assert!(answer.lack("huishouden.kale_huur").is_some());
        let Answer::NotYet { problems, .. } = answer else { panic!("no answer expected") };
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn a_start_outside_the_published_amounts_is_refused_in_words() {
        let mut form = four_questions("20");
        form.set("peildatum", "2031-01");
        let answer = answer(&form, TODAY);
        assert!(answer.problem("peildatum").is_some());
    }

    #[test]
    fn zero_hours_is_answered_too() {
        let answer = answer(&four_questions("0"), TODAY);
        let ready = answer.ready().expect("an answer");
        assert!(ready.uren.is_zero());
        assert!(ready.month.verschil.besteedbaar().is_zero());
    }
}
