//! The answer, the table and everything that explains them.

use crate::entry::Entry;
use calc_core::Lijn;
use yew::Html;

use super::{
    BAILIFF, Example, FIRST_JOB, GRANDMOTHER, THREE_CHILDREN, TRIAL_PLACEMENT, UNDER_27,
    WORKING_ALREADY, after, case, coach, fresh, of_answer, typed,
};
use crate::components::amount::amount_button;
use crate::components::answer::{MONTH, answer};
use crate::components::bill::bill;
use crate::components::doors::{behind, doors};
use crate::components::explanation::panel;
use crate::components::filled::{in_one_line, list, used};
use crate::components::gemeente::gemeente;
use crate::components::headline::headline;
use crate::components::lines::lines;
use crate::components::notes::{notes, warnings};
use crate::components::phases::phases;
use crate::components::sheet::sheet;
use crate::components::table::{body, plain_table, row, table, wide};
use crate::components::todo::todo;
use crate::components::year::year;
use crate::dom::{all, el, paragraph};
use crate::entry::Column;
use crate::page::Page;
use crate::state::{Action, Sheet, State};

fn top(page: &Page) -> Html {
    of_answer(page, |ready| headline(ready, MONTH))
}

fn phases_of(page: &Page) -> Html {
    of_answer(page, |ready| phases(&ready.month))
}

fn difference(page: &Page) -> Html {
    of_answer(page, |ready| {
        let value = ready.month.verschil.bedrag(Lijn::NettoLoon).amount();
        amount_button(page, Column::Verschil, Entry::Line(Lijn::NettoLoon), value)
    })
}

fn of_bijstand(page: &Page) -> Html {
    of_answer(page, |ready| panel(page, ready, Column::MetBaan, Entry::Line(Lijn::Bijstand)))
}

fn of_difference(page: &Page) -> Html {
    of_answer(page, |ready| panel(page, ready, Column::Verschil, Entry::Line(Lijn::Bijstand)))
}

fn two_tables(_: &Page) -> Html {
    let cells = || ["1", "2", "3"].map(paragraph);
    let name = vec![el("span").text("Loon")];
    let bodies =
        vec![body(vec![row("regel", name, cells()), wide("regel", "td", paragraph("Daarbij"))])];
    let plain = el("tr").of([el("th").at("scope", "row").text("Loon"), el("td").text("1")]);
    all([
        table("kop", "tabel.per_maand", bodies),
        plain_table("voorbeeld", &["stappen.kolom_naam", "stappen.kolom_bedrag"], vec![plain]),
    ])
}

fn printed(state: State, sheet: Sheet) -> State {
    after(state, [Action::Print(Some(sheet))])
}

fn answers_wrong() -> State {
    typed(case(FIRST_JOB), &[("baan.uren_per_week", "100"), ("huishouden.kale_huur", "veel")])
}

/// The first four questions, answered as shortly as can be.
const FIRST_FOUR: &[(&str, &str)] = &[
    ("huishouden.geboren.maand", "3"),
    ("huishouden.geboren.jaar", "1994"),
    ("vraag.kinderen", "1"),
    ("huishouden.kinderen.0.geboren.maand", "6"),
    ("huishouden.kinderen.0.geboren.jaar", "2024"),
    ("vraag.geen_huur", "ja"),
    ("baan.uren_per_week", "20"),
];

/// The examples.
pub const EXAMPLES: &[Example] = &[
    Example {
        part: "components/answer",
        name: "nothing was filled in yet",
        wcag: &["2.4.4", "2.4.6"],
        state: fresh,
        view: answer,
    },
    Example {
        part: "components/answer",
        name: "what is wrong, with a way to each field",
        wcag: &["2.4.4", "2.4.6"],
        state: answers_wrong,
        view: answer,
    },
    Example {
        part: "components/headline",
        name: "more at first, less later",
        wcag: &["1.4.1", "2.4.6"],
        state: || case(FIRST_JOB),
        view: top,
    },
    Example {
        part: "components/headline",
        name: "less than now, and the hours that are better",
        wcag: &["2.4.6"],
        state: || case(UNDER_27),
        view: top,
    },
    Example {
        part: "components/headline",
        name: "more hours than now",
        wcag: &["2.4.6"],
        state: || case(WORKING_ALREADY),
        view: top,
    },
    Example {
        part: "components/headline",
        name: "no job",
        wcag: &["2.4.6"],
        state: || typed(case(FIRST_JOB), &[("baan.uren_per_week", "0")]),
        view: top,
    },
    Example {
        part: "components/headline",
        name: "debts are collected: nothing of it has gone to them yet",
        wcag: &["2.4.6"],
        state: || case(BAILIFF),
        view: top,
    },
    Example {
        part: "components/phases",
        name: "a disregard ends, and the law changes",
        wcag: &["1.3.1", "1.4.1", "2.4.6"],
        state: || case(FIRST_JOB),
        view: phases_of,
    },
    Example {
        part: "components/amount",
        name: "a difference",
        wcag: &["1.4.1", "2.5.3", "4.1.2"],
        state: || case(FIRST_JOB),
        view: difference,
    },
    Example {
        part: "components/lines",
        name: "every line, one explained",
        wcag: &["1.3.1", "1.4.1", "2.5.3", "3.1.2", "4.1.2"],
        state: || {
            after(case(FIRST_JOB), [Action::Toggle(Column::MetBaan, Entry::Line(Lijn::Bijstand))])
        },
        view: |page| of_answer(page, |ready| lines(page, ready)),
    },
    Example {
        part: "components/lines",
        name: "debts are collected, and fixed costs known",
        wcag: &["1.3.1", "1.4.1"],
        state: || typed(case(BAILIFF), &[("huishouden.vaste_lasten", "900")]),
        view: |page| of_answer(page, |ready| lines(page, ready)),
    },
    Example {
        part: "components/explanation",
        name: "bijstand with the job, a place for the second module",
        wcag: &["4.1.2"],
        state: || case(FIRST_JOB),
        view: of_bijstand,
    },
    Example {
        part: "components/explanation",
        name: "a difference, and what it lies between",
        wcag: &["4.1.2"],
        state: || case(FIRST_JOB),
        view: of_difference,
    },
    Example {
        part: "components/table",
        name: "a table of three columns, and a plain one",
        wcag: &["1.3.1"],
        state: fresh,
        view: two_tables,
    },
    Example {
        part: "components/bill",
        name: "care that is too dear",
        wcag: &["1.1.1", "1.3.1", "2.4.6"],
        state: || case(FIRST_JOB),
        view: |page| of_answer(page, |ready| bill(&ready.month)),
    },
    Example {
        part: "components/year",
        name: "what comes once a year",
        wcag: &["1.3.1", "2.4.6"],
        state: || case(THREE_CHILDREN),
        view: |page| of_answer(page, |ready| year(page, ready)),
    },
    Example {
        part: "components/todo",
        name: "what is to be done, and what can be asked for",
        wcag: &["1.3.1", "2.4.6"],
        state: || case(FIRST_JOB),
        view: |page| of_answer(page, |ready| todo(&ready.month, false)),
    },
    Example {
        part: "components/doors",
        name: "the ways to what stands behind the answer, and all of it",
        wcag: &["1.3.1", "2.4.4", "2.4.6"],
        state: || {
            after(
                case(FIRST_JOB),
                [Action::TwelveMonths(Some("Ongeveer € 90 per maand meer".into()))],
            )
        },
        view: |page| of_answer(page, |ready| all([doors(page), behind(page, ready)])),
    },
    Example {
        part: "components/notes",
        name: "warnings, assumptions, what was not counted",
        wcag: &["1.3.1", "2.4.6"],
        state: || case(GRANDMOTHER),
        view: |page| of_answer(page, |ready| all([warnings(ready), notes(ready)])),
    },
    Example {
        part: "components/gemeente",
        name: "what the municipality may add",
        wcag: &["2.4.4", "3.1.2", "3.3.2"],
        state: || case(FIRST_JOB),
        view: |page| of_answer(page, |ready| gemeente(page, ready)),
    },
    Example {
        part: "components/gemeente",
        name: "a coach put in an amount of her own",
        wcag: &["3.3.2", "4.1.2"],
        state: || typed(coach(FIRST_JOB), &[(BY_HAND, "12,50")]),
        view: |page| of_answer(page, |ready| gemeente(page, ready)),
    },
    Example {
        part: "components/filled",
        name: "what was filled in, as paper tells it",
        wcag: &["1.3.1"],
        state: || case(GRANDMOTHER),
        view: |page| all([list(page), in_one_line(page)]),
    },
    Example {
        part: "components/filled",
        name: "beside the answer, with what we propose",
        wcag: &["1.3.1", "2.4.4", "4.1.2"],
        state: || typed(fresh(), FIRST_FOUR),
        view: |page| of_answer(page, |ready| used(page, ready)),
    },
    Example {
        part: "components/sheet",
        name: "hers, whose twelve months the second module brings",
        wcag: &["1.3.1", "2.4.6"],
        state: || printed(case(FIRST_JOB), Sheet::Hers),
        view: sheet,
    },
    Example {
        part: "components/sheet",
        name: "the coach's, with every figure and source",
        wcag: &["1.3.1", "2.4.6"],
        state: || printed(coach(TRIAL_PLACEMENT), Sheet::Coach),
        view: sheet,
    },
    Example {
        part: "components/sheet",
        name: "without an answer",
        wcag: &["1.3.1", "2.4.6"],
        state: || printed(answers_wrong(), Sheet::Hers),
        view: sheet,
    },
];

/// An amount of the municipality that a coach can change.
pub const BY_HAND: &str = "huishouden.gemeente_bedragen.individuele_inkomenstoeslag";
