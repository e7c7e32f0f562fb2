//! The eight questions, as they stand with an answer, and what only a coach is asked.

use super::{
    BAILIFF, BY_THE_MONTH, COUPLE, Example, FIRST_JOB, SISTER, UNDER_27, WORKING_ALREADY, case,
    coach, fresh, typed,
};
use crate::questions::care::care;
use crate::questions::checks::checks;
use crate::questions::family::family;
use crate::questions::hours::hours;
use crate::questions::housemate::housemate;
use crate::questions::more::more;
use crate::questions::price::price;
use crate::questions::rent::rent;
use crate::questions::start::start;
use crate::questions::wage::wage;

const BORN: &[(&str, &str)] =
    &[("huishouden.geboren.maand", "3"), ("huishouden.geboren.jaar", "1994")];

/// The examples.
pub const EXAMPLES: &[Example] = &[
    Example {
        part: "questions/family",
        name: "two children",
        wcag: &["1.3.1", "1.3.5", "2.4.6", "3.3.2"],
        state: || case(FIRST_JOB),
        view: family,
    },
    Example {
        part: "questions/family",
        name: "at 20 her parents are asked about",
        wcag: &["3.3.2"],
        state: || typed(case(UNDER_27), &[("huishouden.geboren.jaar", "2006")]),
        view: family,
    },
    Example {
        part: "questions/rent",
        name: "rent",
        wcag: &["2.4.6", "3.3.2"],
        state: || case(FIRST_JOB),
        view: rent,
    },
    Example {
        part: "questions/rent",
        name: "no rent",
        wcag: &["3.3.2"],
        state: || typed(fresh(), &[("vraag.geen_huur", "ja")]),
        view: rent,
    },
    Example {
        part: "questions/rent",
        name: "fixed costs without the rent in them",
        wcag: &["2.4.6", "3.3.2"],
        state: || typed(case(FIRST_JOB), &[("huishouden.vaste_lasten", "200")]),
        view: rent,
    },
    Example {
        part: "questions/hours",
        name: "as many hours as can be",
        wcag: &["2.4.6", "3.3.2", "4.1.2"],
        state: || typed(case(FIRST_JOB), &[("baan.uren_per_week", "60")]),
        view: hours,
    },
    Example {
        part: "questions/wage",
        name: "by the hour, not known yet",
        wcag: &["1.3.1", "2.4.6", "3.3.2"],
        state: || typed(fresh(), BORN),
        view: wage,
    },
    Example {
        part: "questions/wage",
        name: "by the month",
        wcag: &["3.3.2"],
        state: || case(BY_THE_MONTH),
        view: wage,
    },
    Example {
        part: "questions/care",
        name: "day care for one of two children",
        wcag: &["1.3.1", "2.4.6", "3.3.2", "4.1.2"],
        state: || case(FIRST_JOB),
        view: care,
    },
    Example {
        part: "questions/care",
        name: "no children",
        wcag: &["2.4.6"],
        state: fresh,
        view: care,
    },
    Example {
        part: "questions/price",
        name: "the price of a childminder",
        wcag: &["2.4.6", "3.3.2"],
        state: || case(UNDER_27),
        view: price,
    },
    Example {
        part: "questions/price",
        name: "no care that is paid for",
        wcag: &["2.4.6"],
        state: fresh,
        view: price,
    },
    Example {
        part: "questions/start",
        name: "works already",
        wcag: &["1.3.1", "2.4.6", "3.3.2"],
        state: || case(WORKING_ALREADY),
        view: start,
    },
    Example {
        part: "questions/start",
        name: "in 2027 the months are those of another rule",
        wcag: &["3.3.2"],
        state: || typed(case(FIRST_JOB), &[("vraag.eerder", "ja"), ("peildatum", "2027-02")]),
        view: start,
    },
    Example {
        part: "questions/checks",
        name: "somebody lives in, and there is alimony",
        wcag: &["1.3.1", "2.4.6", "3.3.2", "4.1.2"],
        state: || typed(case(SISTER), &[("vraag.alimentatie", "ja")]),
        view: checks,
    },
    Example {
        part: "questions/checks",
        name: "a bailiff, and the amount of the letter is not known",
        wcag: &["1.3.1", "2.4.6", "3.3.2"],
        state: || case(BAILIFF),
        view: checks,
    },
    Example {
        part: "questions/checks",
        name: "she does not know whether there is a bailiff",
        wcag: &["1.3.1", "2.4.6", "3.3.2"],
        state: || typed(case(BAILIFF), &[("schulden.soort", "onbekend")]),
        view: checks,
    },
    Example {
        part: "questions/housemate",
        name: "a sister who works",
        wcag: &["1.3.1", "2.4.6", "3.3.2", "4.1.2"],
        state: || case(SISTER),
        view: |page| housemate(page, 0, true),
    },
    Example {
        part: "questions/more",
        name: "with a partner and debts",
        wcag: &["1.3.1", "2.4.6", "3.3.2"],
        state: || typed(coach(COUPLE), &[("schulden.soort", "schuldregeling")]),
        view: more,
    },
];
