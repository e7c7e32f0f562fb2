//! The columns of the hours curve: a row for each household and number of hours.

use calc_core::hours::{Punt, hours_of, parse_hours, problems_of};
use calc_core::month::Lijn;
use calc_core::{HoursOptions, Situatie};

use crate::Wrong;
use crate::sheet::{Outcome, Sheet};
use crate::told::{LANGUAGE, told};

/// The points of the curve of a situation.
pub(crate) fn of(situatie: &Situatie, options: HoursOptions) -> Outcome<Punt> {
    hours_of(situatie, options).map(|curve| curve.punten).map_err(|it| told(&it))
}

pub(crate) fn columns(sheet: &mut Sheet<Punt>, lijnen: &[Lijn]) {
    sheet.amount("uren", |it| Some(it.uren));
    for lijn in lijnen.iter().copied() {
        sheet.amount(lijn.word(), |it| Some(it.lijnen.bedrag(lijn).amount()));
    }
}

/// The lines with these names, in the order they were asked; all of them when none was asked.
pub(crate) fn lines(names: Option<&[String]>) -> Result<Vec<Lijn>, Wrong> {
    let Some(names) = names else { return Ok(Lijn::ALLE.to_vec()) };
    let known = || Lijn::ALLE.map(Lijn::word).join(", ");
    let line = |name: &String| {
        let found = Lijn::ALLE.into_iter().find(|lijn| lijn.word() == name);
        found
            .ok_or_else(|| Wrong(format!("lijnen: there is no line {name}; there are {}", known())))
    };
    names.iter().map(line).collect()
}

/// The hours of the curve, as the command takes them.
pub(crate) fn options(from: &str, to: &str, step: &str) -> Result<HoursOptions, Wrong> {
    let read = |name: &str, written: &str| {
        let wrong = || Wrong(format!("{name} is {written:?}; it may be hours, as 16 or 16.5"));
        parse_hours(written).ok_or_else(wrong)
    };
    let options =
        HoursOptions { from: read("from_", from)?, to: read("to", to)?, step: read("step", step)? };
    let problems = problems_of(options);
    if problems.is_empty() {
        return Ok(options);
    }
    let lines: Vec<String> = problems.iter().map(|problem| problem.line(LANGUAGE)).collect();
    Err(Wrong(lines.join("; ")))
}
