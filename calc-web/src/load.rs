//! From a case that a link brought to the form: the form shows what it asks and carries the rest along.

use crate::fields::{is_asked, is_date};
use crate::form::Form;
use crate::format::decimal_mark;
use crate::json::{Leaf, leaves, plain};

/// The form that shows a case which the engine accepted.
pub fn form(json: &str) -> Option<Form> {
    let leaves = leaves(json)?;
    let mut form = Form::default();
    for (path, literal) in &leaves {
        take(&mut form, path, literal);
    }
    questions(&mut form, &leaves);
    Some(form)
}

fn take(form: &mut Form, path: &str, literal: &str) {
    let text = plain(literal);
    match literal {
        // No value, an empty list or object: the questions below say what that means.
        "null" | "[]" | "{}" => {}
        _ if path == "peildatum" => {
            let (month, day) = text.rsplit_once('-').unwrap_or((&text, "1"));
            form.set(path, month);
            form.set("peildatum.dag", day);
        }
        _ if !is_asked(path) => form.set(&format!("mee.{path}"), literal),
        _ if is_date(path) => {
            for (part, typed) in ["jaar", "maand", "dag"].iter().zip(text.split('-')) {
                form.set(&format!("{path}.{part}"), typed.trim_start_matches('0'));
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
        ("vraag.spaargeld", "huishouden.vermogen"),
        ("vraag.schulden", "huishouden.vaste_lasten"),
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

/// Once yes it stays yes: a question may stand for more than one amount.
fn answer(form: &mut Form, question: &str, yes: bool) {
    if !form.is_yes(question) {
        form.set(question, if yes { "ja" } else { "nee" });
    }
}

#[cfg(test)]
mod tests {
    use calc_core::{Explain, month};
    use jiff::civil::date;

    use super::*;
    use crate::situatie::draft;

    const CASE: &str = r#"{
        "peildatum": "2026-10-15",
        "huishouden": {
            "geboren": "1994-03-17",
            "kinderen": [
                {"geboren": "2024-06-09", "opvang": [{"soort": "dagopvang", "uren_per_maand": 110, "uurprijs": "11.95"}]},
                {"geboren": "2014-01-31", "opvang": []}
            ],
            "kale_huur": "655.10",
            "vaste_lasten": "100",
            "vermogen": "0"
        },
        "bijstand": {"vrijlating_n_maanden": 2},
        "baan_nu": null,
        "baan": {"uren_per_week": "20", "uurloon": "15.52", "pensioenpremie": "12.50", "reiskosten": 40}
    }"#;

    fn again(form: &Form) -> String {
        let (case, gaps) = draft(form, date(2026, 11, 22));
        assert_eq!(gaps, []);
        case.json()
    }

    #[test]
    fn a_case_comes_back_with_every_day_and_every_amount() {
        let form = form(CASE).expect("a case");
        assert_eq!(form.get("baan.uurloon"), "15,52");
        assert_eq!(form.get("huishouden.geboren.maand"), "3");
        assert_eq!(form.get("vraag.spaargeld"), "nee");
        assert_eq!(form.get("vraag.baan_nu"), "nee");
        assert_eq!(form.get("huishouden.kinderen.1.opvang.0.soort"), "geen");
        assert_eq!(form.get("baan.pensioenpremie"), "12,50");
        assert_eq!(form.carried().count(), 0, "a coach is asked for pension and travel");

        let (first, second) = (month(CASE, Explain::No), month(&again(&form), Explain::No));
        let (first, second) = (first.expect("accepted"), second.expect("accepted"));
        assert_eq!((first.nu, first.met_baan), (second.nu, second.met_baan));
        assert_eq!(first.fasen, second.fasen);
        assert_eq!(first.peildatum, second.peildatum);
    }

    #[test]
    fn every_whole_household_comes_back() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/households");
        for file in std::fs::read_dir(folder).expect("the folder") {
            let path = file.expect("a file").path();
            let json = std::fs::read_to_string(&path).expect("a text");
            let Ok(first) = month(&json, Explain::No) else { continue };
            let form = form(&json).expect("a case");
            let second = month(&again(&form), Explain::No).expect("accepted");
            assert_eq!(
                (first.nu, first.met_baan),
                (second.nu, second.met_baan),
                "{}",
                path.display()
            );
            assert_eq!(first.fasen, second.fasen, "{}", path.display());
        }
    }
}
