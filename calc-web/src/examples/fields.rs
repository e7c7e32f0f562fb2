//! Fields: with a label, help, what is wrong, and what stands in for an answer.

use yew::Html;

use super::{Example, FIRST_JOB, after, case, fresh, typed};
use crate::components::choice::yes_no;
use crate::components::field::{Lines, Shown};
use crate::components::month_year::month_year;
use crate::components::number_field::{NumberField, amount_field, number_field};
use crate::components::question::question;
use crate::components::select::{Select, numbers, select_field};
use crate::dom::{el, paragraph};
use crate::page::Page;
use crate::state::Action;

const RENT: &str = "huishouden.kale_huur";

fn lines() -> Lines {
    Lines {
        label: "Wat betaalt u?".to_owned(),
        hint: "Zonder servicekosten".to_owned(),
        fallback: "Wij rekenen met niets".to_owned(),
    }
}

fn field(page: &Page) -> Html {
    let lines = lines();
    let shown = Shown::new(page, RENT, &lines);
    let input = el("input").at("id", &shown.id).at("type", "text");
    let input = input.at_if_any("aria-describedby", shown.described_by());
    let wrong = shown.is_wrong().then(|| "true".to_owned());
    shown.around(input.at_if_any("aria-invalid", wrong).empty())
}

fn rent(page: &Page) -> Html {
    amount_field(page, RENT, "Wat betaalt u?".to_owned())
}

fn wage(page: &Page) -> Html {
    let path = "baan.uurloon".to_owned();
    let fall_back = "Ik weet het niet".to_owned();
    number_field(page, NumberField { path, lines: lines(), fall_back, ..NumberField::default() })
}

fn children(page: &Page) -> Html {
    let path = "vraag.kinderen";
    let options = numbers(0..=3);
    select_field(page, &lines(), Select { path, options, short: true, ..Select::default() })
}

fn born(page: &Page) -> Html {
    month_year(page, "huishouden.geboren", &lines(), 1990..=2000)
}

fn savings(page: &Page) -> Html {
    yes_no(page, "vraag.spaargeld", "Hebt u spaargeld?".to_owned(), "Ook contant".to_owned())
}

/// The examples.
pub const EXAMPLES: &[Example] = &[
    Example {
        part: "components/field",
        name: "what stands in for an answer",
        wcag: &["3.3.2"],
        state: fresh,
        view: field,
    },
    Example {
        part: "components/field",
        name: "what is wrong",
        wcag: &["3.3.1", "3.3.2"],
        state: || typed(fresh(), &[(RENT, "veel")]),
        view: field,
    },
    Example {
        part: "components/number_field",
        name: "a number of euros",
        wcag: &["3.3.2"],
        state: || case(FIRST_JOB),
        view: rent,
    },
    Example {
        part: "components/number_field",
        name: "a number that may be two, to be chosen",
        wcag: &["3.3.1", "3.3.2", "4.1.2"],
        state: || typed(fresh(), &[("baan.uurloon", "15,500")]),
        view: wage,
    },
    Example {
        part: "components/number_field",
        name: "half a number that was left",
        wcag: &["3.3.1", "3.3.2"],
        state: || after(typed(fresh(), &[(RENT, "655,")]), [Action::Leave(RENT.to_owned())]),
        view: rent,
    },
    Example {
        part: "components/select",
        name: "a list of numbers",
        wcag: &["3.3.2"],
        state: || case(FIRST_JOB),
        view: children,
    },
    Example {
        part: "components/select",
        name: "a list that was emptied",
        wcag: &["3.3.1", "3.3.2"],
        state: || typed(case(FIRST_JOB), &[("vraag.kinderen", "")]),
        view: children,
    },
    Example {
        part: "components/month_year",
        name: "the month she was born",
        wcag: &["1.3.1", "1.3.5", "3.3.2"],
        state: || {
            typed(
                fresh(),
                &[("huishouden.geboren.maand", "3"), ("huishouden.geboren.jaar", "1994")],
            )
        },
        view: born,
    },
    Example {
        part: "components/choice",
        name: "yes or no, not chosen yet",
        wcag: &["1.3.1", "3.3.2"],
        state: fresh,
        view: savings,
    },
    Example {
        part: "components/question",
        name: "a question",
        wcag: &["2.4.6"],
        state: fresh,
        view: |_| question(2, "vraag.huur.kop", vec![paragraph("Velden")]),
    },
];
