//! Every dated amount of law that the answer used, below the document it was read in: for paper.

use calc_core::explain::{Explanation, Step};
use calc_core::parameters::{About, Source};
use calc_core::value::Value;
use calc_core::{Month, format};

use crate::markup::Markup;
use crate::twaalf::{Woorden, bullets};
use crate::uitleg::{day_word, name_of};

type Used = Vec<(&'static About, Value)>;

/// The documents, in the order in which the answer needs them.
pub fn list(maand: &Month, w: Woorden) -> Markup {
    let used = used(maand);
    let mut documents: Vec<&'static Source> = Vec::new();
    for (about, _) in &used {
        if !documents.iter().any(|known| std::ptr::eq(*known, about.source)) {
            documents.push(about.source);
        }
    }
    documents.into_iter().map(|document| one(document, &used, w)).collect()
}

fn used(maand: &Month) -> Used {
    let mut found = Used::new();
    let Some(explanations) = &maand.uitleg else { return found };
    for of_situation in [&explanations.0.met_baan, &explanations.0.nu] {
        for (_, explanation) in &of_situation.lijnen {
            walk(explanation, &mut found);
        }
    }
    found
}

fn walk(explanation: &Explanation, found: &mut Used) {
    for step in &explanation.steps {
        match step {
            Step::Param { about, value }
                if !found.iter().any(|(known, _)| std::ptr::eq(*known, *about)) =>
            {
                found.push((about, value.clone()));
            }
            Step::Rule(inner) => walk(inner, found),
            _ => {}
        }
    }
}

/// A document with the amounts that were read in it.
fn one(document: &'static Source, used: &Used, w: Woorden) -> Markup {
    let read = day_word("bekeken", document.checked, w);
    let title = Markup::element("strong", &[("lang", "nl")], document.title);
    let about = Markup::words(&format!(", {read}. {}", document.url));
    let its = used.iter().filter(|(about, _)| std::ptr::eq(about.source, document));
    let amount = |(about, value): &(&'static About, Value)| -> Markup {
        let value = Markup::element("strong", &[], format::value(w.0, value));
        let from = day_word("geldt_vanaf", about.valid_from, w);
        let name = Markup::words(&format!("{}: ", name_of(about, w)));
        [name, value, Markup::words(&format!(". {}. {from}.", about.article))].into()
    };
    let parts = [Markup::element("p", &[], [title, about]), bullets(its.map(amount).collect())];
    Markup::element("div", &[("class", "blad__bron")], parts)
}
