//! Question 1: who she is and which children live with her.

use yew::Html;

use crate::bounds::MOST_CHILDREN;
use crate::components::choice::yes_or_no;
use crate::components::field::Lines;
use crate::components::month_year::month_year;
use crate::components::question::question;
use crate::components::select::{Select, numbers, select_field};
use crate::dom::{each, when};
use crate::page::Page;
use crate::situatie::asks_about_parents;
use crate::words::{t, t_with};

const YOUNGEST_MOTHER: i16 = 18;
const OLDEST_MOTHER: i16 = 67;
const OLDEST_CHILD: i16 = 18;

fn child(page: &Page, child: usize, year: i16) -> Html {
    let number = [("nummer", (child + 1).to_string())];
    let hint = if child == 0 { t("vraag.gezin.kind_hulp") } else { String::new() };
    let lines = Lines { label: t_with("vraag.gezin.kind", &number), hint, ..Lines::default() };
    month_year(
        page,
        &format!("huishouden.kinderen.{child}.geboren"),
        &lines,
        year - OLDEST_CHILD..=year + 1,
    )
}

/// Question 1.
pub fn family(page: &Page) -> Html {
    let year = page.state.today.year();
    let born = Lines { label: t("vraag.gezin.geboren"), ..Lines::default() };
    let parents = Lines {
        label: t("vraag.gezin.ouders"),
        hint: t("vraag.gezin.ouders_hulp"),
        ..Lines::default()
    };
    let count = Lines {
        label: t("vraag.gezin.aantal"),
        hint: t("vraag.gezin.aantal_hulp"),
        ..Lines::default()
    };
    let counts = Select {
        path: "vraag.kinderen",
        options: numbers(0..=MOST_CHILDREN),
        short: true,
        ..Select::default()
    };
    let children = page.form().count("vraag.kinderen");
    let ask_parents = || yes_or_no(page, "bijstand.beroep_op_ouders", &parents);
    let fields = vec![
        month_year(
            page,
            "huishouden.geboren",
            &born,
            year - OLDEST_MOTHER..=year - YOUNGEST_MOTHER,
        ),
        when(asks_about_parents(page.form(), page.day()), ask_parents),
        select_field(page, &count, counts),
        each((0..children).map(|number| (number.to_string(), child(page, number, year)))),
    ];
    question(1, "vraag.gezin.kop", fields)
}
