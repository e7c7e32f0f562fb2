//! What a link or a file turns out to hold. Whatever it is, nothing that was typed goes for it without a yes.

use calc_core::contract::json::{Raw, read};
use calc_core::{Error, Explain, Problem, month};

use crate::bounds::LONGEST_TEXT;
use crate::cases::Cases;
use crate::fragment::Fragment;
use crate::load;

/// Where answers can come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The address of the page.
    Link,
    /// A file of the device.
    File,
}

/// What there was in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// Answers.
    Cases(Cases),
    /// Nothing that can be read.
    Damaged,
    /// A case that the engine refuses.
    Refused(Vec<Problem>),
}

/// So many problems are told; who made the file or the link has the command for more.
const MOST_PROBLEMS: usize = 12;

/// What a link holds; `None` when the address is no such link.
pub fn link(fragment: &Fragment) -> Option<Brought> {
    match fragment {
        Fragment::Nothing => None,
        Fragment::Damaged => Some(Brought::Damaged),
        Fragment::Case(json) => Some(situatie(json)),
        Fragment::Draft(text) => Some(draft(text)),
    }
}

/// What a file holds: answers as the page saves them, or a case of the contract, as it is or in a whole calculation
/// that the page saved.
pub fn file(text: &str) -> Brought {
    let text = text.trim_start_matches('\u{feff}');
    let fields = read(text).ok().and_then(Raw::fields).unwrap_or_default();
    let field =
        |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, raw)| raw.get());
    if field("rekenhulp").is_some() {
        return draft(text);
    }
    match field("situatie") {
        Some(json) => situatie(json),
        // Of a file about something else the names of lacking fields say nothing.
        None if field("huishouden").or(field("baan")).is_none() => Brought::Damaged,
        None => situatie(text),
    }
}

fn draft(text: &str) -> Brought {
    Cases::read(text).map_or(Brought::Damaged, Brought::Cases)
}

/// A case of the contract, when the engine accepts it.
fn situatie(json: &str) -> Brought {
    if json.len() > LONGEST_TEXT {
        return Brought::Damaged;
    }
    match month(json, Explain::No) {
        Ok(_) => load::form(json).map_or(Brought::Damaged, |form| Brought::Cases(Cases::of(form))),
        Err(Error::Refused(mut problems)) if problems.iter().any(|it| it.pad != "situatie") => {
            problems.truncate(MOST_PROBLEMS);
            Brought::Refused(problems)
        }
        Err(_) => Brought::Damaged,
    }
}

#[cfg(test)]
mod tests;
