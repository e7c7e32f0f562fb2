//! Question 4: the wage, by the hour or by the month.

use yew::Html;

use crate::components::choice::choice;
use crate::components::field::Lines;
use crate::components::number_field::{NumberField, number_field};
use crate::components::question::question;
use crate::dom::each;
use crate::format::euro;
use crate::page::Page;
use crate::situatie::minimum_wage;
use crate::words::{t, t_with};

/// The wage of a job: the question which of the two is known, and its field.
pub fn wage_fields(
    page: &Page,
    job: &str,
    which: &str,
    [per_hour, per_month]: [Lines; 2],
    fall_back: String,
) -> Vec<Html> {
    let by_month = page.form().get(which) == "maand";
    let field = if by_month {
        NumberField { path: format!("{job}.maandloon"), lines: per_month, ..NumberField::default() }
    } else {
        NumberField {
            path: format!("{job}.uurloon"),
            lines: per_hour,
            fall_back,
            ..NumberField::default()
        }
    };
    let options = [("uur", t("vraag.loon.uur")), ("maand", t("vraag.loon.maand"))];
    let question = Lines { label: t("vraag.loon.per"), ..Lines::default() };
    let key = field.path.clone();
    vec![choice(page, which, &question, &options, "uur"), each([(key, number_field(page, field))])]
}

/// Question 4.
pub fn wage(page: &Page) -> Html {
    let minimum = minimum_wage(page.born("huishouden.geboren"), page.day());
    let fallback = minimum.map(|wage| t_with("vraag.loon.standaard", &[("bedrag", euro(wage))]));
    let hint = |more: &str| format!("{} {}", t("vraag.loon.hulp"), t(more));
    let per_hour = Lines {
        label: t("vraag.loon.uurloon"),
        hint: hint("vraag.loon.all_in"),
        fallback: fallback.unwrap_or_default(),
    };
    let per_month = Lines {
        label: t("vraag.loon.maandloon"),
        hint: hint("vraag.loon.vier_weken"),
        ..Lines::default()
    };
    let fields =
        wage_fields(page, "baan", "vraag.loon", [per_hour, per_month], t("vraag.loon.weet_niet"));
    question(4, "vraag.loon.kop", fields)
}
