//! Question 8: three checks, yes or no, and debts; yes opens the details.

use calc_core::suggest;
use yew::Html;

use super::housemate::housemate;
use crate::bounds::MOST_HOUSEMATES;
use crate::components::choice::{choice, yes_no};
use crate::components::field::Lines;
use crate::components::number_field::{NumberField, amount_field, number_field};
use crate::components::question::question;
use crate::dom::{all, each, el, quiet_button, when};
use crate::format::euro_whole;
use crate::page::Page;
use crate::situatie::{SOORT_SCHULDEN, has_debts, savings_limit};
use crate::state::Action;
use crate::words::{t, t_with};
use crate::writer::UNKNOWN;

fn housemates(page: &Page) -> Vec<Html> {
    let count = page.form().items("huishouden.inwonenden").max(1);
    let another = format!("huishouden.inwonenden.{count}.relatie");
    let add = || {
        let add = page.on(move || Action::Type(another.clone(), String::new()));
        quiet_button(t("vraag.checks.nog_iemand"), add)
    };
    let people = (0..count).map(|person| (person.to_string(), housemate(page, person, count > 1)));
    vec![each(people), when(count < MOST_HOUSEMATES, add)]
}

fn alimony(page: &Page) -> Vec<Html> {
    vec![
        amount_field(
            page,
            "huishouden.alimentatie_kinderen",
            t("vraag.checks.alimentatie_kinderen"),
        ),
        amount_field(page, "huishouden.alimentatie_partner", t("vraag.checks.alimentatie_partner")),
    ]
}

/// Whether debts are collected from her income, and what her letter says that she keeps.
fn debts(page: &Page) -> Html {
    let option = |value: &'static str| (value, t(&format!("vraag.schulden.{value}")));
    let options = ["geen", "beslag", "schuldregeling", UNKNOWN].map(option);
    let unknown = page.form().get(SOORT_SCHULDEN) == UNKNOWN;
    let lines = Lines {
        label: t("vraag.schulden.vraag"),
        hint: t(if unknown { "vraag.schulden.zonder" } else { "vraag.schulden.hulp" }),
        fallback: t("keuze.niet_ingevuld_nee"),
    };
    let kept = || {
        let (label, hint) = (t("vraag.schulden.vrij_nu"), t("vraag.schulden.vrij_nu_hulp"));
        let lines = Lines { label, hint, fallback: t("vraag.schulden.vrij_nu_standaard") };
        let path = "schulden.vrij_nu".to_owned();
        let fall_back = t("vraag.schulden.vrij_nu_weet_niet");
        let field = NumberField { path, lines, fall_back, ..NumberField::default() };
        el("div").class("erbij").of([number_field(page, field)])
    };
    all([choice(page, SOORT_SCHULDEN, &lines, &options, ""), when(has_debts(page.form()), kept)])
}

/// A check with what yes opens.
fn check(
    page: &Page,
    name: &str,
    label: String,
    hint: String,
    details: fn(&Page) -> Vec<Html>,
) -> Html {
    let path = format!("vraag.{name}");
    let opened = || el("div").class("erbij").children(details(page));
    all([yes_no(page, &path, label, hint), when(page.form().is_yes(&path), opened)])
}

/// Question 8.
pub fn checks(page: &Page) -> Html {
    let limit_on = |day| savings_limit(page.form(), &page.answer.days(), day).map(euro_whole);
    // In a month that cannot be computed the question stands all the same.
    let limit =
        limit_on(page.day()).or_else(|| limit_on(suggest::coverage().1)).unwrap_or_default();
    let savings = t_with("vraag.checks.spaargeld", &[("bedrag", limit)]);
    let no_hint = String::new;
    let fields = vec![
        check(
            page,
            "inwonende",
            t("vraag.checks.inwonende"),
            t("vraag.checks.inwonende_hulp"),
            housemates,
        ),
        check(page, "spaargeld", savings, no_hint(), |page| {
            vec![amount_field(page, "huishouden.vermogen", t("vraag.checks.vermogen"))]
        }),
        check(page, "alimentatie", t("vraag.checks.alimentatie"), no_hint(), alimony),
        debts(page),
    ];
    question(8, "vraag.checks.kop", fields)
}
