//! For a coach: up to four situations, the one that is being worked on, and all of them side by side. They are ranked by
//! their first twelve months, which the second module draws; the steady month below them ranks nothing.

use calc_core::money::PerMonth;
use calc_core::{Lijn, Month};
use rust_decimal::Decimal;
use yew::{Html, InputEvent, TargetCast, html};

use super::amount::direction;
use crate::answer::Beside;
use crate::cases::{Case, Cases, MOST};
use crate::dom::{all, card, each, el, heard, name_of_law, paragraph, text, when};
use crate::fields;
use crate::format::{added, euro, plain, with_sign};
use crate::json::literal;
use crate::page::Page;
use crate::situatie::has_debts;
use crate::state::{Action, CaseAction};
use crate::words::{can_explain, t, t_with};

/// What a situation is called.
pub fn name(case: &Case, at: usize) -> String {
    let given = case.name.trim();
    if given.is_empty() {
        t_with("geval.nummer", &[("nummer", (at + 1).to_string())])
    } else {
        given.to_owned()
    }
}

fn act(page: &Page, key: &str, of: &str, action: CaseAction) -> Html {
    let button = el("button").at("type", "button").class("utrecht-button utrecht-button--subtle");
    let click = page.on(move || Action::Case(action.clone()));
    button.on_click(click).of([text(t(key)), heard(format!(" {of}"))])
}

fn tab(page: &Page, case: &Case, at: usize) -> Html {
    let cases = &page.state.cases;
    let (name, is_here) = (name(case, at), cases.active() == at);
    let choose = page.on(move || Action::Case(CaseAction::Choose(at)));
    let button = el("button").at("type", "button").class("utrecht-button geval__kies");
    let button = button.at("aria-pressed", if is_here { "true" } else { "false" });
    let count = cases.all().len();
    el("li").class(if is_here { "geval geval--hier" } else { "geval" }).of([
        button.on_click(choose).text(&*name),
        when(is_here, || rename(page, case, at)),
        el("div").class("knoppen").of([
            when(at > 0, || act(page, "geval.naar_voren", &name, CaseAction::MoveForward(at))),
            when(count > 1, || act(page, "geval.weg", &name, CaseAction::Remove(at))),
        ]),
    ])
}

fn rename(page: &Page, case: &Case, at: usize) -> Html {
    let state = page.state.dispatcher();
    let typed = move |event: InputEvent| {
        let field = event.target_dyn_into::<web_sys::HtmlInputElement>();
        if let Some(field) = field {
            state.dispatch(Action::Case(CaseAction::Rename(at, field.value())));
        }
    };
    html! {
        <label class="geval__naam">
            <span class="klein">{ text(t("geval.naam")) }</span>
            <input class="utrecht-textbox" type="text" autocomplete="off" maxlength="40" data-vraag="geval.naam"
                value={case.name.clone()} oninput={typed} />
        </label>
    }
}

/// A row of the comparison: what it is called, and its amount in a month.
struct Row {
    name: String,
    of: Box<dyn Fn(&Month) -> Decimal>,
    sign: bool,
}

fn rows() -> Vec<Row> {
    let line = |lijn: Lijn| Row {
        name: t(&format!("lijn.{}", lijn.word())),
        of: Box::new(move |month| added(lijn, month.met_baan.bedrag(lijn).amount())),
        sign: false,
    };
    let own =
        |key: &str, of: fn(&Month) -> Decimal, sign| Row { name: t(key), of: Box::new(of), sign };
    let per_hour = |month: &Month| month.per_gewerkt_uur.unwrap_or_default().amount();
    let mut rows = vec![own("geval.nu", |month| month.nu.besteedbaar().amount(), false)];
    rows.extend(Lijn::ALLE.into_iter().map(line));
    let later = |month: &Month| {
        let last = month.fasen.last().map(|phase| phase.verschil);
        last.unwrap_or_else(|| month.verschil.besteedbaar()).amount()
    };
    rows.extend([
        own("geval.verschil", |month| month.verschil.besteedbaar().amount(), true),
        own("geval.later", later, true),
        own("geval.per_uur", per_hour, false),
        own("geval.per_jaar", |month| month.per_jaar_verschil.besteedbaar_jaar.amount(), true),
    ]);
    rows
}

/// The amount of one situation, marked when it differs from the first.
fn cell(row: &Row, amounts: &[Option<Decimal>], at: usize) -> Html {
    let Some(amount) = amounts[at] else { return el("td").text(t("geval.nog_niet")) };
    let differs = amounts.iter().flatten().next().is_some_and(|first| *first != amount);
    let written = with_sign(amount, row.sign);
    let cell = el("td").class(if differs { "geval__anders" } else { "" });
    let other = when(differs, || heard(format!(" ({})", t("geval.anders"))));
    cell.at("data-bedrag", &plain(amount)).of([text(written), other])
}

/// What a situation differs in, as it was typed: the hours, the wage, the price of care.
const ENTERED: [&str; 4] = [
    "baan.uren_per_week",
    "baan.uurloon",
    "baan.maandloon",
    "huishouden.kinderen.0.opvang.0.uurprijs",
];

fn entered(cases: &Cases) -> Vec<Html> {
    let row = |path: &&str| {
        let typed = |case: &Case| case.form.get(path).to_owned();
        let cells = cases.all().iter().map(|case| el("td").text(typed(case)));
        let name = el("th").at("scope", "row").text(fields::name(path));
        let is_there = cases.all().iter().any(|case| !typed(case).is_empty());
        is_there.then(|| el("tr").children(std::iter::once(name).chain(cells).collect()))
    };
    ENTERED.iter().filter_map(row).collect()
}

/// "Now" is one woman: a coach is told when it is not the same in every situation, and can make it so.
fn one_now(page: &Page) -> Html {
    let mut nows =
        page.others.iter().flatten().map(|it| it.month.nu.bedrag(Lijn::OverNaVasteLasten));
    let first = nows.next();
    let differs = nows.any(|now| Some(now) != first);
    when(differs, || {
        let button = el("button").at("type", "button").class("utrecht-button");
        el("div").class("let-op").of([
            paragraph(t("geval.nu_verschilt")),
            button
                .on_click(page.on(|| Action::Case(CaseAction::ShareFacts)))
                .text(t("geval.nu_gelijk")),
        ])
    })
}

/// The place of the twelve months of every situation: a list of names, each with its JSON, or nothing when it is not whole.
fn twelve_months(page: &Page) -> Html {
    let json = |it: &Option<Beside>| it.as_ref().map(|it| literal(&it.json));
    let case = |((at, case), it): ((usize, &Case), &Option<Beside>)| {
        let json = json(it).unwrap_or_else(|| "\"\"".to_owned());
        format!("[{},{json}]", literal(&name(case, at)))
    };
    let all: Vec<String> =
        page.state.cases.all().iter().enumerate().zip(&*page.others).map(case).collect();
    let place = el("div").class("plaats").at("data-plaats", "gevallen");
    place.at("data-gevallen", &format!("[{}]", all.join(","))).empty()
}

fn comparison(page: &Page) -> Html {
    let (cases, others) = (&page.state.cases, &*page.others);
    let heading = |words: String| el("th").at("scope", "col").text(words);
    let names = cases.all().iter().enumerate().map(|(at, case)| heading(name(case, at)));
    let head = std::iter::once(heading(t("geval.wat"))).chain(names).collect();
    let row = |row: &Row| {
        let amounts: Vec<Option<Decimal>> =
            others.iter().map(|it| it.as_ref().map(|it| (row.of)(&it.month))).collect();
        let is_nothing = amounts.iter().flatten().all(Decimal::is_zero);
        let cells = (0..amounts.len()).map(|at| cell(row, &amounts, at));
        let first = el("th").at("scope", "row").of([name_of_law(&row.name)]);
        (!is_nothing).then(|| el("tr").children(std::iter::once(first).chain(cells).collect()))
    };
    let rows: Vec<Html> = entered(cases).into_iter().chain(rows().iter().filter_map(row)).collect();
    let table =
        el("table").class("utrecht-table tabel-klein geval__tabel").at("data-lijst", "gevallen");
    let table = table.of([el("thead").of([el("tr").children(head)]), el("tbody").children(rows)]);
    let frame = el("div").class("schuif").at("tabindex", "0").at("role", "region");
    let frame = frame.at("aria-labelledby", "geval-vergelijk-kop").of([table]);
    all([
        el("h3")
            .class("utrecht-heading-3")
            .at("id", "geval-vergelijk-kop")
            .text(t("geval.vergelijk")),
        paragraph(t("geval.vergelijk_zin")),
        twelve_months(page),
        el("h4").class("utrecht-heading-4").text(t("geval.gewone_maand")),
        when(cases.all().iter().any(|case| has_debts(&case.form)), || {
            paragraph(t("kop.voor_schulden"))
        }),
        frame,
    ])
}

/// The same comparison on paper; nothing with one situation.
pub fn side_by_side(page: &Page) -> Html {
    when(page.state.cases.all().len() > 1, || comparison(page))
}

/// Of the next hundred euros of wage.
fn next_hundred(kept: Option<PerMonth>) -> Html {
    let Some(kept) = kept else { return Html::default() };
    let key = match direction(kept.amount()) {
        "minder" => "geval.volgende_100_minder",
        _ => "geval.volgende_100",
    };
    let words = t_with(key, &[("bedrag", euro(kept.amount().abs()))]);
    el("p").class("utrecht-paragraph").at("data-volgende", &plain(kept.amount())).text(words)
}

/// The situations of a coach.
pub fn scenarios(page: &Page) -> Html {
    if !page.state.coach || !can_explain() {
        return Html::default();
    }
    let cases: &Cases = &page.state.cases;
    let tabs =
        cases.all().iter().enumerate().map(|(at, case)| (at.to_string(), tab(page, case, at)));
    let copy = || {
        let button = el("button").at("type", "button").class("utrecht-button");
        button.on_click(page.on(|| Action::Case(CaseAction::Copy))).text(t("geval.kopie"))
    };
    let next = page.answer.ready().map(|ready| next_hundred(ready.month.volgende_100));
    let parts = vec![
        el("ul").class("gevallen").of([each(tabs)]),
        when(cases.all().len() < MOST, copy),
        one_now(page),
        next.unwrap_or_default(),
        side_by_side(page),
    ];
    card("kaart kaart--breed", "geval-kop", "geval.kop", parts)
}
