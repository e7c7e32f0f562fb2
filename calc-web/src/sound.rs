//! What the page believes of what a link or a file brings: nothing sets how often something is done beyond what the
//! contract allows, and no answer stands where another stands.

use calc_core::contract::json;

use crate::bounds::{DEEPEST, MOST_ANSWERS, MOST_CHILDREN, MOST_CONTRACTS, MOST_HOUSEMATES};
use crate::carried::overlap;
use crate::fields::{is_asked, is_part};
use crate::form::Form;
use crate::months;
use crate::situatie::{PAID_CARE, SOORT_SCHULDEN, SOORTEN_SCHULDEN};
use crate::writer::UNKNOWN;

/// Items of a list that only a later contract has.
const MOST_OF_ANYTHING: usize = 400;

/// Whether a form that was written down can be shown and computed with.
pub fn is_sound(form: &Form) -> bool {
    let all: Vec<(&str, &str)> = form.answers().collect();
    let others = |carried: &str| {
        let place = format!("{MARK}{carried}");
        all.iter().filter(move |(path, _)| *path != place).map(|(path, _)| unmarked(path))
    };
    all.len() <= MOST_ANSWERS
        && all.iter().all(|(path, typed)| has_real_places(unmarked(path)) && fits(path, typed))
        && form.carried().all(|(path, literal)| {
            can_be_carried(path, literal) && !others(path).any(|other| overlap(path, other))
        })
}

const MARK: &str = "mee.";

fn unmarked(path: &str) -> &str {
    path.strip_prefix(MARK).unwrap_or(path)
}

/// Whether a value of the contract may stand beside the answers: a single value, in no field that is asked.
fn can_be_carried(path: &str, literal: &str) -> bool {
    let is_single = matches!(literal, "{}" | "[]") || !literal.starts_with(['{', '[']);
    let ends = path.match_indices('.').map(|(end, _)| end).chain([path.len()]);
    is_single
        && json::read(literal).is_ok_and(|raw| raw.get() == literal)
        && path.split('.').all(|part| !part.is_empty())
        && !is_part(path)
        && ends.into_iter().all(|end| is_part(&path[..end]) || !is_asked(&path[..end]))
}

/// Whether an answer is one that a choice of the page can give, where the page goes by it.
fn fits(path: &str, typed: &str) -> bool {
    let number = |most: usize| typed.parse().is_ok_and(|number: usize| number <= most);
    let is_care = path.contains(".opvang.");
    match path.rsplit('.').next() {
        _ if typed.is_empty() || path.starts_with(MARK) => true,
        _ if path == "vraag.kinderen" => number(MOST_CHILDREN),
        _ if path == SOORT_SCHULDEN => {
            matches!(typed, "geen" | UNKNOWN) || SOORTEN_SCHULDEN.contains(&typed)
        }
        Some("peildatum") => months::parse(typed).is_some(),
        Some("dag") => number(31),
        Some("soort") if is_care => {
            matches!(typed, "geen" | "familie") || PAID_CARE.contains(&typed)
        }
        _ => true,
    }
}

/// Whether every number in a path is the place of an item that its list may have.
fn has_real_places(path: &str) -> bool {
    let mut list = "";
    let is_deep = path.matches('.').count() >= DEEPEST;
    !is_deep
        && path.split('.').all(|part| {
            let most = match list {
                "kinderen" => MOST_CHILDREN,
                "opvang" => MOST_CONTRACTS,
                "inwonenden" => MOST_HOUSEMATES,
                _ => MOST_OF_ANYTHING,
            };
            let is_list = most != MOST_OF_ANYTHING;
            list = part;
            match part.parse::<usize>() {
                Ok(place) => place < most && place.to_string() == part,
                Err(_) => !is_list && !part.starts_with(|letter: char| letter.is_ascii_digit()),
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(answers: &[(&str, &str)]) -> bool {
        let mut form = Form::default();
        for (path, typed) in answers {
            form.bring(path, (*typed).to_owned());
        }
        is_sound(&form)
    }

    #[test]
    fn link_veel_kinderen_no_number_is_beyond_the_contract() {
        for (path, most) in [
            ("huishouden.kinderen.#.geboren.jaar", MOST_CHILDREN),
            ("huishouden.kinderen.0.opvang.#.uurprijs", MOST_CONTRACTS),
            ("huishouden.inwonenden.#.werkt", MOST_HOUSEMATES),
        ] {
            let at = |place: usize| path.replace('#', &place.to_string());
            assert!(sound(&[(&at(most - 1), "1")]), "{path}");
            for place in [most, 100_000, usize::MAX] {
                assert!(!sound(&[(&at(place), "1")]), "{path} {place}");
            }
            for place in ["+1", "01", "x", "", "99999999999999999999"] {
                assert!(!sound(&[(&path.replace('#', place), "1")]), "{path} {place}");
            }
        }
        assert!(sound(&[("vraag.kinderen", "12")]));
        for count in ["13", "100000", "-1", "x", "99999999999999999999"] {
            assert!(!sound(&[("vraag.kinderen", count)]), "{count}");
        }
    }

    #[test]
    fn a_choice_that_is_none_is_refused() {
        for (path, typed) in [
            ("peildatum", "ooit"),
            ("peildatum.dag", "99"),
            ("huishouden.geboren.dag", "x"),
            ("huishouden.kinderen.0.opvang.0.soort", "oma"),
            ("schulden.soort", "veel"),
        ] {
            assert!(!sound(&[(path, typed)]), "{path}");
        }
    }

    #[test]
    fn link_veld_dubbel_nothing_is_carried_where_something_else_stands() {
        let beside = |path: &str| sound(&[("huishouden.kale_huur", "655"), (path, "\"600\"")]);
        for path in [
            "mee.huishouden.kale_huur",
            "mee.huishouden.kale_huur.x",
            "mee.huishouden",
            "mee.huishouden.kinderen",
            "mee.",
            "mee.iets.",
            "mee..iets",
            "mee.vraag..x",
        ] {
            assert!(!beside(path), "{path}");
        }
        assert!(beside("mee.huishouden.iets") && beside("mee.kalender.dag"));
        assert!(!sound(&[("mee.a.b", "1"), ("mee.a", "{}")]));
        for literal in ["", "1,\"x\":2", "{\"a\":1}", "[1]", " 1", "{ }", "nul"] {
            assert!(!sound(&[("mee.iets", literal)]), "{literal}");
        }
    }
}
