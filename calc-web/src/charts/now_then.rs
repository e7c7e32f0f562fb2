//! From now to the job, step by step: what comes in addition, what goes, and what is left in the end.

use calc_core::month::{Stap, stappen};
use calc_wasm::scale::coordinate;
use rust_decimal::Decimal;
use yew::Html;

use super::svg::{down, is_rtl, named, rect, silent, words};
use crate::answer::Ready;
use crate::components::amount::{amount, direction, holding};
use crate::components::table::plain_table;
use crate::dom::{card, el, folded, name_of_law, rich, text};
use crate::format::{euro, with_sign};
use crate::words::{t, t_if_any, t_with};

const MOST_STEPS: usize = 8;
const ROW: f64 = 52.0;
const NAME: f64 = 16.0;
const BAR: [f64; 2] = [23.0, 18.0];
const AMOUNT: f64 = 37.5;
/// The bar of a small step can still be seen.
const LEAST: f64 = 0.8;

/// A row of the drawing and of the table.
struct Row {
    /// The line it is about, as the contract names it.
    word: &'static str,
    name: String,
    written: String,
    value: Decimal,
    class: &'static str,
    /// What was left before and after it; from nothing for what is left in all.
    ends: [Decimal; 2],
}

/// What a step is called in a sentence or a table.
fn name(step: &Stap) -> String {
    match step.lijnen.as_slice() {
        [line] => t(&format!("lijn.{}", line.word())),
        _ => t("stappen.klein"),
    }
}

/// The same where there is little room.
fn short(step: &Stap) -> String {
    let short = step.lijnen.first().filter(|_| step.lijnen.len() == 1);
    let short = short.and_then(|line| t_if_any(&format!("stappen.kort.{}", line.word())));
    short.map_or_else(|| name(step), str::to_owned)
}

fn total(word: &'static str, key: &str, left: Decimal) -> Row {
    let ends = [Decimal::ZERO, left];
    Row { word, name: t(key), written: euro(left), value: left, class: "balkje balkje--som", ends }
}

fn rows(ready: &Ready, steps: &[Stap]) -> Vec<Row> {
    let now = ready.month.nu.besteedbaar().amount();
    let mut before = now;
    let mut rows = vec![total("nu", "stappen.nu", now)];
    for step in steps {
        let (value, after) = (step.bedrag.amount(), step.stand.amount());
        let [first, ..] = step.lijnen.as_slice() else { continue };
        rows.push(Row {
            word: if step.lijnen.len() == 1 { first.word() } else { "klein" },
            name: short(step),
            written: with_sign(value, true),
            value,
            class: if after < before { "balkje balkje--min" } else { "balkje balkje--plus" },
            ends: [before, after],
        });
        before = after;
    }
    let then = ready.month.met_baan.besteedbaar().amount();
    rows.push(total("met_baan", "stappen.met_baan", then));
    rows
}

/// The bars with their names, and the amounts in a column of their own: so no name meets an amount.
fn drawing(rows: &[Row]) -> Html {
    let ends = || rows.iter().flat_map(|row| row.ends).map(coordinate);
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(1.0, f64::max));
    let share = |value: Decimal| (coordinate(value) - low) / (high - low) * 100.0;
    // Read from the right, the bars begin there too.
    let rtl = is_rtl();
    let side = |share: f64| if rtl { 100.0 - share } else { share };
    let first = if rtl { "end" } else { "start" };
    let (mut bars, mut names, mut amounts) = (vec![], vec![], vec![]);
    let mut y = 0.0;
    for row in rows {
        let [before, after] = row.ends.map(share);
        let width = (after - before).abs().max(LEAST);
        let from = before.min(after).min(100.0 - width);
        let x = if rtl { 100.0 - from - width } else { from };
        bars.push(rect(row.class, [x, width], [y + BAR[0], BAR[1]]));
        // To where the next bar begins.
        if row.word != "met_baan" {
            bars.push(down("balkje__lijn", side(after), [y + BAR[0] + BAR[1], y + ROW + BAR[0]]));
        }
        names.push(words("balkje__naam", side(0.0), y + NAME, first, row.name.clone()));
        let written = row.written.clone();
        amounts.push(words("balkje__bedrag", 100.0, y + AMOUNT, "end", written));
        y += ROW;
    }
    bars.extend(names);
    el("div").class("stappen-tekening").of([
        named("tekening", y, "stappen.tekening").children(bars),
        silent("tekening", y).children(amounts),
    ])
}

/// What rises most, what falls most, and what it comes to.
fn sentence(ready: &Ready, steps: &[Stap]) -> Html {
    let most = |falls: bool| {
        let of = steps.iter().filter(|step| (step.bedrag.amount() < Decimal::ZERO) == falls);
        of.max_by_key(|step| step.bedrag.amount().abs())
    };
    let said = |key: &str, step: Option<&Stap>| match step {
        Some(step) => {
            let parts = [("naam", text(name(step))), ("bedrag", amount(step.bedrag.amount()))];
            el("span").of([rich(key, &parts), text(" ")])
        }
        None => Html::default(),
    };
    let net = ready.month.verschil.besteedbaar().amount();
    let key = format!("stappen.samen_{}", direction(net));
    el("p").class("utrecht-paragraph").of([
        said("stappen.meeste_erbij", most(false)),
        said("stappen.meeste_eraf", most(true)),
        el("strong").of([rich(&key, &[("bedrag", amount(net))])]),
    ])
}

/// The lines of a step that is several, in words.
fn together(steps: &[Stap], word: &str) -> Option<String> {
    let small = steps.last().filter(|_| word == "klein")?;
    let names: Vec<String> =
        small.lijnen.iter().map(|line| t(&format!("lijn.{}", line.word()))).collect();
    Some(t_with("stappen.klein_uit", &[("namen", names.join(", "))]))
}

fn table_row(steps: &[Stap], row: Row) -> Html {
    let whole =
        steps.iter().find(|step| matches!(&*step.lijnen, [line] if line.word() == row.word));
    let heading = [
        name_of_law(&whole.map_or(row.name, name)),
        match together(steps, row.word) {
            Some(words) => el("span").class("regel__waarom").text(words),
            None => Html::default(),
        },
    ];
    let class = if row.class.ends_with("som") { "regel--totaal" } else { "" };
    holding("tr", row.value)
        .class(class)
        .at("data-stap", row.word)
        .of([el("th").at("scope", "row").of(heading), el("td").text(row.written)])
}

/// From now to the job; nothing when nothing changes.
pub fn now_then(ready: &Ready) -> Html {
    let steps = stappen(&ready.month, MOST_STEPS);
    if steps.is_empty() {
        return Html::default();
    }
    let rows = rows(ready, &steps);
    let drawing = drawing(&rows);
    let rows = rows.into_iter().map(|row| table_row(&steps, row)).collect();
    let headings = ["stappen.kolom_naam", "stappen.kolom_bedrag"];
    let table = folded(t("stappen.toon"), vec![plain_table("stappen", &headings, rows)]);
    card("kaart", "stappen-kop", "stappen.kop", vec![sentence(ready, &steps), drawing, table])
}
