//! An adult who lives in: who it is decides which law counts the income.

use yew::Html;

use crate::components::choice::yes_no;
use crate::components::field::Lines;
use crate::components::month_year::month_year;
use crate::components::number_field::{NumberField, amount_field, number_field};
use crate::components::select::{Options, Select, select_field};
use crate::dom::{el, quiet_button, when};
use crate::page::Page;
use crate::state::Action;
use crate::words::{t, t_with};

const RELATIONS: [&str; 5] = ["ouder", "kind", "broer_of_zus", "grootouder_of_kleinkind", "overig"];
const YOUNGEST: i16 = 18;
const OLDEST: i16 = 100;

fn relations() -> Options {
    RELATIONS.map(|relation| (relation.to_owned(), t(&format!("vraag.checks.{relation}")))).into()
}

/// An adult who lives in; `removable` when there is another.
pub fn housemate(page: &Page, person: usize, removable: bool) -> Html {
    let path = format!("huishouden.inwonenden.{person}");
    let of = |name: &str| format!("{path}.{name}");
    let line = |key: &str| Lines { label: t(key), ..Lines::default() };
    let number = [("nummer", (person + 1).to_string())];
    let year = page.state.today.year();
    let relation = of("relatie");
    let income = NumberField {
        path: of("inkomen_jaar"),
        lines: Lines { hint: t("vraag.checks.inkomen_hulp"), ..line("vraag.checks.inkomen") },
        ..NumberField::default()
    };
    let ask = |name: &str, key: &str| yes_no(page, &of(name), t(key), String::new());
    let select = Select { path: &relation, options: relations(), ..Select::default() };
    let remove = page.on(move || Action::RemoveItem("huishouden.inwonenden".to_owned(), person));
    let loon = of("arbeidsinkomen_jaar");
    let wage = || amount_field(page, &loon, t("vraag.checks.loon"));
    el("div").class("kind").of([
        el("h4").class("utrecht-heading-4").text(t_with("vraag.checks.persoon", &number)),
        select_field(page, &line("vraag.checks.relatie"), select),
        month_year(
            page,
            &of("geboren"),
            &line("vraag.checks.geboren"),
            year - OLDEST..=year - YOUNGEST,
        ),
        number_field(page, income),
        ask("werkt", "vraag.checks.werkt"),
        // A wage that a link brought counts without this answer too, so it is shown.
        when(page.form().is_yes(&of("werkt")) || !page.form().get(&loon).is_empty(), wage),
        ask("studeert", "vraag.checks.studeert"),
        ask("huurt_zakelijk", "vraag.checks.huurt"),
        when(removable, || quiet_button(t_with("vraag.checks.weg", &number), remove)),
    ])
}
