//! What a link brought that the page does not ask, as far as it still counts: what belongs to a job, a person or a
//! contract that she has answered away goes with it, and comes back with it.

use crate::form::Form;
use crate::situatie::PAID_CARE;

/// Every value that counts, with its path in the contract.
pub fn counted(form: &Form) -> impl Iterator<Item = (&str, &str)> {
    form.carried().filter(|(path, _)| is_there(form, path))
}

/// Parts of a case that one answer opens.
const OPENED_BY: [(&str, &str); 3] = [
    ("baan_nu.", "vraag.baan_nu"),
    ("huishouden.partner.", "vraag.partner"),
    ("huishouden.inwonenden.", "vraag.inwonende"),
];

fn is_there(form: &Form, path: &str) -> bool {
    let opened = |(part, question): &(&str, &str)| !path.starts_with(part) || form.is_yes(question);
    let parts: Vec<&str> = path.split('.').collect();
    let below = |place: &str, count: usize| place.parse::<usize>().is_ok_and(|place| place < count);
    let is_item = match parts[..] {
        ["huishouden", "kinderen", child, "opvang", contract, ..] => {
            let kind = format!("huishouden.kinderen.{child}.opvang.{contract}.soort");
            below(child, form.count("vraag.kinderen")) && PAID_CARE.contains(&form.get(&kind))
        }
        ["huishouden", "kinderen", child, ..] => below(child, form.count("vraag.kinderen")),
        ["huishouden", "inwonenden", person, ..] => {
            below(person, form.items("huishouden.inwonenden"))
        }
        _ => true,
    };
    is_item && OPENED_BY.iter().all(opened)
}

/// Lets go of everything at a path of the contract that she cannot change herself: carried, or asked of a coach only.
pub fn leave_out(form: &mut Form, path: &str) {
    let parts = ["", ".maand", ".jaar", ".dag"].map(|part| format!("{path}{part}"));
    for own in belonging(form, path).iter().chain(&parts) {
        form.forget(own);
    }
    if path.starts_with("huishouden.partner") {
        form.set("vraag.partner", "nee");
    }
}

/// What is carried at a path, below it or around it.
pub fn belonging(form: &Form, path: &str) -> Vec<String> {
    let carried = form.carried().map(|(known, _)| known).filter(|known| overlap(known, path));
    carried.map(|known| format!("mee.{known}")).collect()
}

/// Whether one of two paths is the other or stands below it.
pub fn overlap(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
