//! Writes what puts other amounts in the place of the published ones, and what looks amounts up by a book.

use crate::generate::{ALLOW, Code, camel_case};
use crate::parameters::Set;
use crate::parameters::gemeenten::KINDS;

/// How a set is looked up where a scenario may have other amounts. Without scenarios that is the constant itself.
pub fn by_book(code: &mut Code, set: &Set, count: usize, scenario: bool) {
    let name = &set.name;
    let about = format!("/// The amounts of `{name}` on a date by a book, or what is covered.");
    let periods = "/// Every period that is covered, in order, with the amounts of a book.";
    let by = "pub fn by(book: Book, date: Date) -> Result<&'static Params, Error> {";
    if !scenario {
        code.line(&about);
        code.line(&by.replace("book:", "_:"));
        code.line("at(date)");
        code.line("}");
        code.line(periods);
        code.line(&format!("pub const fn versions(_: Book) -> &'static [Params; {count}] {{"));
        code.line("&VERSIONS");
        code.line("}");
        return;
    }
    code.line(&about);
    code.line(by);
    code.line("in_force(NAME, versions(book), date)");
    code.line("}");
    code.line(periods);
    code.line("pub fn versions(book: Book) -> &'static [Params] {");
    code.line(&format!("book.sets().and_then(|sets| sets.{name}.as_deref()).unwrap_or(&VERSIONS)"));
    code.line("}");
    code.line("impl Params {");
    code.line("/// Puts one changed amount in its place.");
    code.line("pub(super) fn change(&mut self, change: &Change) {");
    code.line("match change.name {");
    for value in &set.newest().values {
        code.line(&format!("{:?} => change.put(&mut self.{}),", value.key, value.key));
    }
    code.line("_ => {}");
    code.line("}");
    code.line("}");
    code.line("}");
}

/// The sets that a scenario has copies of.
pub fn amended(code: &mut Code, sets: &[Set]) {
    code.line("/// The sets with a changed amount, whole; those without are the constants.");
    code.line("#[derive(Debug, Default)]");
    code.line("pub(crate) struct Amended {");
    for Set { name, .. } in sets {
        code.line(&format!("pub(crate) {name}: Option<Vec<{name}::Params>>,"));
    }
    code.line("}");
    code.line("impl Amended {");
    code.line("/// Puts one changed amount in its place, in every period.");
    code.line("pub(crate) fn change(&mut self, change: &Change) {");
    code.line("match change.set {");
    for Set { name, .. } in sets {
        code.line(&format!("{name:?} => {{"));
        code.line(&format!(
            "let all = self.{name}.get_or_insert_with(|| {name}::VERSIONS.to_vec());"
        ));
        code.line("for params in all { params.change(change); }");
        code.line("}");
    }
    code.line("_ => {}");
    code.line("}");
    code.line("}");
    code.line("}");
}

/// The values of each kind of municipal scheme with their units, and what changes one.
pub fn municipal(code: &mut Code) {
    code.line(ALLOW);
    code.line("impl Soort {");
    code.line("/// Its values with their units, as the files write them.");
    code.line("pub(crate) const fn waarden(&self) -> &'static [(&'static str, &'static str)] {");
    code.line("match self {");
    for (kind, values) in KINDS {
        let values = values.iter().map(|(name, unit)| format!("({name:?}, {:?})", unit.as_str()));
        let values = values.collect::<Vec<_>>().join(", ");
        code.line(&format!("Self::{} {{ .. }} => &[{values}],", camel_case(kind)));
    }
    code.line("}");
    code.line("}");
    code.line("/// Puts one changed amount in its place.");
    code.line("pub(crate) fn change(&mut self, change: &Change) {");
    code.line("match self {");
    for (kind, values) in KINDS {
        let names = values.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        code.line(&format!("Self::{} {{ {names} }} => match change.name {{", camel_case(kind)));
        for (name, _) in values {
            code.line(&format!("{name:?} => change.put_value({name}),"));
        }
        code.line("_ => {}");
        code.line("},");
    }
    code.line("}");
    code.line("}");
    code.line("}");
}
