//! From a case that a link brought to the form: the form shows what it asks and carries the rest along.

use calc_core::contract::json::read;
use calc_core::suggest;

use crate::fields::{is_asked, is_date, is_part};
use crate::form::Form;
use crate::format::decimal_mark;
use crate::json::{Leaf, leaves, plain};
use crate::months;
use crate::sound::is_sound;
use crate::writer::{MONTHS_2027, UNKNOWN};

const CARRIED_START: &str = "mee.baan.start";

/// The form that shows a case which the engine accepted.
pub fn form(json: &str) -> Option<Form> {
    let leaves = leaves(json)?;
    let mut form = Form::default();
    for (path, literal) in &leaves {
        take(&mut form, path, literal);
    }
    questions(&mut form, &leaves);
    months_of_2027(&mut form);
    start_as_asked(&mut form);
    is_sound(&form).then_some(form)
}

/// What was carried when it was written down, and is asked since, becomes an answer.
pub fn adopt(form: &mut Form) {
    let asked = |(path, literal): (&str, &str)| {
        let is_single = !literal.starts_with(['{', '[']) && read(literal).is_ok();
        let answered = |part: &str| form.is_touched(&format!("{path}{part}"));
        let is_free = !answered("") && !answered(".maand") && !answered(".jaar");
        (is_asked(path) && is_single && is_free).then(|| (path.to_owned(), literal.to_owned()))
    };
    let asked: Vec<Leaf> = form.carried().filter_map(asked).collect();
    for (path, literal) in asked {
        form.forget(&format!("mee.{path}"));
        take(form, &path, &literal);
    }
    // Of an object that was empty nothing is left to ask.
    form.forget("mee.schulden");
    fixed_costs_of_before(form);
}

/// Fixed costs stood behind a question of their own: what was typed there before "no" was chosen did not count.
fn fixed_costs_of_before(form: &mut Form) {
    let question = "vraag.schulden";
    if form.get(question) == "nee" {
        form.forget("huishouden.vaste_lasten");
    }
    form.forget(question);
}

fn take(form: &mut Form, path: &str, literal: &str) {
    let text = plain(literal);
    match literal {
        // No value, an empty list or object: the questions below say what that means.
        "null" | "[]" | "{}" if is_asked(path) || is_part(path) => {}
        _ if path == "peildatum" => {
            let (month, day) = text.rsplit_once('-').unwrap_or((&text, "1"));
            form.bring(path, month.to_owned());
            form.bring("peildatum.dag", day.to_owned());
        }
        _ if !is_asked(path) => form.set(&format!("mee.{path}"), literal),
        _ if is_date(path) => {
            for (part, typed) in ["jaar", "maand", "dag"].iter().zip(text.split('-')) {
                form.bring(&format!("{path}.{part}"), typed.trim_start_matches('0').to_owned());
            }
        }
        "true" => form.set(path, "ja"),
        "false" => form.set(path, "nee"),
        _ => form.set(path, text.replace('.', decimal_mark())),
    }
}

/// Answers the questions that only the page asks.
fn questions(form: &mut Form, leaves: &[Leaf]) {
    let at = |path: &str| {
        leaves.iter().find(|(known, _)| known == path).map(|(_, literal)| literal.as_str())
    };
    form.set("vraag.kinderen", form.items("huishouden.kinderen").to_string());
    for child in 0..form.count("vraag.kinderen") {
        let list = format!("huishouden.kinderen.{child}.opvang");
        if at(&list) == Some("[]") {
            form.set(&format!("{list}.0.soort"), "geen");
        }
    }
    if at("huishouden.kale_huur").is_none_or(|rent| rent == "null") {
        form.set("vraag.geen_huur", "ja");
    }
    for (job, question) in [("baan", "vraag.loon"), ("baan_nu", "vraag.loon_nu")] {
        if form.is_touched(&format!("{job}.maandloon")) {
            form.set(question, "maand");
        }
    }
    let is_something = |literal: &str| literal.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    let amounts = [
        ("vraag.eerder", "bijstand.vrijlating_n_maanden"),
        ("vraag.eerder", MONTHS_2027),
        ("vraag.spaargeld", "huishouden.vermogen"),
        ("vraag.alimentatie", "huishouden.alimentatie_kinderen"),
        ("vraag.alimentatie", "huishouden.alimentatie_partner"),
    ];
    for (question, path) in amounts {
        if let Some(literal) = at(path) {
            answer(form, question, is_something(literal));
        }
    }
    let parts = [
        ("vraag.inwonende", "huishouden.inwonenden"),
        ("vraag.baan_nu", "baan_nu"),
        ("vraag.partner", "huishouden.partner"),
    ];
    for (question, path) in parts {
        let below = format!("{path}.");
        if leaves.iter().any(|(known, _)| known.starts_with(&below)) {
            answer(form, question, true);
        } else if at(path).is_some() {
            answer(form, question, false);
        }
    }
}

/// A link of the contract need not tell how many months she used of the rule of 2027. The engine takes none then; the
/// page does the same and says that it is not known.
fn months_of_2027(form: &mut Form) {
    let is_2027 = months::parse(form.get("peildatum")).is_some_and(suggest::vrijlating_vanaf_2027);
    if is_2027 && form.is_yes("vraag.eerder") && !form.is_touched(MONTHS_2027) {
        form.set(MONTHS_2027, UNKNOWN);
    }
}

/// A job that starts on the first day of the month of the case is what the page asks: nothing of it is carried.
fn start_as_asked(form: &mut Form) {
    let first = format!("\"{}-01\"", form.get("peildatum"));
    let is_first = form.get("peildatum.dag").trim_start_matches('0') == "1";
    if is_first && form.get(CARRIED_START) == first {
        form.forget("peildatum.dag");
        form.forget(CARRIED_START);
    }
}

/// Once yes it stays yes: a question may stand for more than one amount.
fn answer(form: &mut Form, question: &str, yes: bool) {
    if !form.is_yes(question) {
        form.set(question, if yes { "ja" } else { "nee" });
    }
}

#[cfg(test)]
mod tests;
