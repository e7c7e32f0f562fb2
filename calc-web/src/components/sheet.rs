//! What is printed: her sheet, one A4 in plain words with her twelve months and what to do, or the coach's, with every
//! figure, assumption and source. A sheet is there only while it is printed, and only paper shows it. The second module
//! fills in the twelve months; while it is not there a sheet says so, and hers has the steady month in their place.

use crate::entry::Entry;
use calc_core::coverage::Standing;
use calc_core::{Lijn, Melding, Month};
use yew::Html;

use super::amount::written;
use super::answer::has_twelve_months;
use super::bill::bill;
use super::filled::{in_one_line, list};
use super::headline::{headline, marks};
use super::notes::{sentence, warnings};
use super::scenarios::{name, side_by_side};
use super::table::plain_table;
use super::todo::todo_list;
use super::year::year_on_paper;
use crate::answer::Ready;
use crate::dom::{all, bullets, el, paragraph, place, when};
use crate::entry::Column;
use crate::form::Form;
use crate::format::{day, month as month_of};
use crate::page::Page;
use crate::state::Sheet;
use crate::words::{t, t_with};

const HEADING: &str = "blad-antwoord";

fn part(title: &str, inner: Html) -> Html {
    let heading = el("h2").class("utrecht-heading-2").text(t(title));
    el("section").class("blad__deel").of([heading, inner])
}

fn top(page: &Page, month: &Month) -> Html {
    let start = ("maand", month_of(month.peildatum));
    let made = ("datum", day(page.state.today));
    let version = ("versie", page.state.version.to_string());
    let key = if month.status == Standing::Continued {
        "blad.gemaakt_voortgezet"
    } else {
        "blad.gemaakt"
    };
    el("header").class("blad__kop").of([
        el("h1").class("utrecht-heading-1").text(t("titel")),
        paragraph(t_with(key, &[start, made, version])),
    ])
}

/// Her twelve months; that they are not there, in words, until they are.
fn twelve_months(name: &str) -> Html {
    let lacks = el("p").class("utrecht-paragraph blad__zonder").text(t("blad.zonder_twaalf"));
    all([place(name), lacks])
}

fn hers(page: &Page, ready: &Ready) -> Html {
    let month = &ready.month;
    el("div").class("blad blad--haar").at("data-blad", "haar").of([
        top(page, month),
        twelve_months("blad"),
        when(!has_twelve_months(page), || {
            let todo = part("doen.kop", todo_list(month));
            // What there is to watch in a steady month; her twelve months say their own.
            all([headline(ready, HEADING), todo, warnings(ready)])
        }),
        marks(ready),
        in_one_line(page),
        paragraph(t("blad.onder")),
    ])
}

/// The lines now, then, and the difference.
fn figures(month: &Month) -> Html {
    let row = |lijn: Lijn| {
        let cells = Column::ALL.map(|column| {
            let lines = match column {
                Column::Nu => &month.nu,
                Column::MetBaan => &month.met_baan,
                Column::Verschil => &month.verschil,
            };
            el("td").text(written(column, Entry::Line(lijn), lines.bedrag(lijn).amount()))
        });
        let name = el("th").at("scope", "row").text(t(&format!("lijn.{}", lijn.word())));
        el("tr").children(std::iter::once(name).chain(cells).collect())
    };
    let headings = ["tabel.per_maand", "tabel.nu", "tabel.met_baan", "tabel.verschil"];
    plain_table("blad-lijnen", &headings, Lijn::ALLE.map(row).into())
}

fn sentences(list: &[Melding]) -> Html {
    bullets(list.iter().map(|it| el("li").at("data-code", it.code).text(sentence(it))).collect())
}

fn coach(page: &Page, ready: &Ready) -> Html {
    let (month, cases) = (&ready.month, &page.state.cases);
    let title = cases.all().get(cases.active()).map(|case| name(case, cases.active()));
    el("div").class("blad blad--coach").at("data-blad", "coach").of([
        top(page, month),
        el("h2").class("utrecht-heading-2").text(title.unwrap_or_default()),
        twelve_months("blad_coach"),
        marks(ready),
        part("blad.ingevuld", list(page)),
        part("blad.cijfers", all([headline(ready, HEADING), figures(month)])),
        all([year_on_paper(month), bill(month)]),
        when(cases.all().len() > 1, || part("geval.kop", side_by_side(page))),
        part("doen.kop", todo_list(month)),
        when(!month.waarschuwingen.is_empty(), || {
            part("lijst.waarschuwingen", sentences(&month.waarschuwingen))
        }),
        part("lijst.aannames", sentences(&month.aannames)),
        part("lijst.niet_berekend", sentences(&month.niet_berekend)),
        part("blad.bronnen", place("bronnen")),
    ])
}

/// What there is when there is no answer: what was filled in, or that nothing was.
fn unanswered(page: &Page) -> Html {
    let made = ("datum", day(page.state.today));
    let version = ("versie", page.state.version.to_string());
    let is_empty = *page.form() == Form::default();
    let entered = if is_empty {
        paragraph(t("blad.niets_ingevuld"))
    } else {
        part("blad.ingevuld", list(page))
    };
    el("div").class("blad").at("data-blad", "nog_niet").of([
        el("header").class("blad__kop").of([
            el("h1").class("utrecht-heading-1").text(t("titel")),
            paragraph(t_with("blad.gemaakt_zonder", &[made, version])),
        ]),
        entered,
    ])
}

/// The sheet that is being printed.
pub fn sheet(page: &Page) -> Html {
    match (page.state.sheet, page.answer.ready()) {
        (None, _) => Html::default(),
        (Some(_), None) => unanswered(page),
        (Some(Sheet::Hers), Some(ready)) => hers(page, ready),
        (Some(Sheet::Coach), Some(ready)) => coach(page, ready),
    }
}
