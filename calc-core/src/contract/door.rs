//! The door: JSON text becomes checked values here, once, with every problem listed. Behind it no rule
//! meets a value it cannot compute with.
//!
//! Each value is looked at as it was written ([`crate::contract::json`]), so that `11.75` never passes through a float, `1e9` is
//! refused and a key given twice is seen.
//!
//! Whatever comes in, the door is done in a time that grows with its length and no faster: the text has a longest
//! length, nesting a depth, lists a length, and of names that mean nothing only the first are told one by one.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::money::{is_decimal, parse_decimal};

use crate::contract::json::{self, DEEPEST, Fault, Raw};
use crate::dates;
use crate::error::{Error, Problem, Said};
use crate::situatie::Defaulted;

/// The longest text that is read, in bytes. A situation with everything in it takes some ten thousand.
pub const LONGEST: usize = 1_000_000;
/// So many names that are unknown or given twice are told one by one.
const MOST_NAMES: usize = 50;

/// Collects what is wrong and what was left out while the input is read.
#[derive(Default)]
pub struct Door {
    problems: Vec<Problem>,
    defaulted: Vec<Defaulted>,
    /// How many unknown names were told.
    unknown: usize,
    /// The path of the first that was not, and how many came after it.
    untold: Option<(String, usize)>,
}

/// One object of the input: fields are taken out by name, what is left at the end is unknown.
pub struct Object<'a> {
    path: String,
    fields: Vec<(String, Raw<'a>)>,
    known: Vec<&'static str>,
}

/// A value with the path it stands at.
pub struct Field<'a> {
    /// Where it stands.
    pub path: String,
    raw: Raw<'a>,
}

impl Field<'_> {
    /// Whether `null` was written.
    pub fn is_null(&self) -> bool {
        self.raw.get() == "null"
    }
}

impl<'a> Object<'a> {
    /// Looks a field up; `None` when it was left out.
    pub fn take(&mut self, name: &'static str) -> Option<Field<'a>> {
        self.known.push(name);
        let (_, raw) = self.fields.iter().find(|(key, _)| key == name)?;
        Some(Field { path: self.path_of(name), raw: *raw })
    }

    /// The whole number that was written for a field, even one above its bound: that can be wrong beside another field
    /// too.
    pub fn written_number(&self, name: &str) -> Option<u32> {
        let field = self.fields.iter().find(|(key, _)| key == name);
        field.and_then(|(_, raw)| raw.get().parse().ok())
    }

    /// What was written for a field, whether it is right or not: other fields can depend on it.
    pub fn written(&self, name: &str) -> Option<Raw<'a>> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, raw)| *raw)
    }

    /// The path of a field of this object.
    pub fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// The path of a name that somebody else wrote.
    fn path_of_written(&self, name: &str) -> String {
        self.path_of(&shown_name(name))
    }
}

impl Door {
    /// Opens the text as one object.
    pub fn open<'a>(&mut self, json: &'a str) -> Option<Object<'a>> {
        if json.len() > LONGEST {
            let most = [("meeste", LONGEST.to_string())];
            self.refuse("situatie".to_owned(), "te_groot", &[], "hoogstens_bytes", &most);
            return None;
        }
        let (place, reason, allowed) = match json::read(json) {
            Ok(raw) => return self.object(Field { path: String::new(), raw }),
            Err(Fault::NoJson(place)) => (place, "geen_json", "een_situatie"),
            Err(Fault::TooDeep(place)) => (place, "te_diep", "hoogstens_diep"),
        };
        let args = [("regel", place.line.to_string()), ("teken", place.column.to_string())];
        let most = [("meeste", DEEPEST.to_string())];
        self.refuse("situatie".to_owned(), reason, &args, allowed, &most);
        None
    }

    /// Ends the reading: the value if nothing was wrong, with what was left out.
    pub fn close<T>(self, value: Option<T>) -> Result<(T, Vec<Defaulted>), Vec<Problem>> {
        match value {
            Some(value) if self.problems.is_empty() => Ok((value, self.defaulted)),
            _ => Err(self.into_problems()),
        }
    }

    /// Everything that was wrong; of unknown names beyond the first how many there were.
    fn into_problems(mut self) -> Vec<Problem> {
        if let Some((path, more)) = self.untold.take() {
            let reason = if more == 0 { "onbekend_veld" } else { "meer_onbekend" };
            let more = [("aantal", more.to_string())];
            self.refuse(path, reason, &more, "bekende_velden", &[]);
        }
        self.problems
    }

    /// Whether anything was refused so far.
    pub fn is_refused(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Ends the reading with what was wrong.
    pub fn into_error(self) -> Error {
        Error::Refused(self.into_problems())
    }

    /// Notes a problem; `reason` and `allowed` are codes.
    pub fn refuse(
        &mut self,
        path: String,
        reason: &'static str,
        reason_args: &[(&'static str, String)],
        allowed: &'static str,
        allowed_args: &[(&'static str, String)],
    ) {
        let said = |code, args: &[(&'static str, String)]| {
            args.iter().fold(Said::of(code), |said, (name, value)| said.with(name, &**value))
        };
        let problem = Problem::at(path, said(reason, reason_args), said(allowed, allowed_args));
        self.problems.push(problem);
    }

    /// Notes that a field was left out and took its default.
    pub fn default_taken(&mut self, path: String, value: &'static str) {
        self.defaulted.push(Defaulted { path, value });
    }

    fn refuse_type(&mut self, field: &Field, allowed: &'static str) {
        let reason = match field.raw.get().as_bytes().first() {
            Some(b'n') => "is_null",
            Some(b'"') => "is_tekst",
            Some(b'{') => "is_object",
            Some(b'[') => "is_lijst",
            Some(b't' | b'f') => "is_ja_nee",
            _ => "is_getal",
        };
        self.refuse(
            field.path.clone(),
            reason,
            &[("waarde", shortened(field.raw.get()))],
            allowed,
            &[],
        );
    }

    /// A required field that is not there.
    pub fn missing(&mut self, object: &Object, name: &str, allowed: &'static str) {
        self.refuse(object.path_of(name), "ontbreekt", &[], allowed, &[]);
    }

    /// Reads an object.
    pub fn object<'a>(&mut self, field: Field<'a>) -> Option<Object<'a>> {
        let Some(fields) = field.raw.fields() else {
            let shown = if field.path.is_empty() {
                Field { path: "situatie".to_owned(), raw: field.raw }
            } else {
                Field { path: field.path.clone(), raw: field.raw }
            };
            self.refuse_type(&shown, "een_object");
            return None;
        };
        Some(Object { path: field.path, fields, known: Vec::new() })
    }

    /// An object of which every field was left out.
    pub const fn empty<'a>(path: String) -> Object<'a> {
        Object { path, fields: Vec::new(), known: Vec::new() }
    }

    /// Reads an object whose keys are no fields of the contract but names: each with its value, as written.
    pub fn named<'a>(&mut self, field: Field<'a>) -> Option<Vec<(String, Field<'a>)>> {
        let object = self.object(field)?;
        if object.fields.len() > MOST_NAMES {
            self.refuse_length(object.path, object.fields.len(), MOST_NAMES);
            return None;
        }
        let named = |(key, raw): &(String, Raw<'a>)| {
            (key.clone(), Field { path: object.path_of_written(key), raw: *raw })
        };
        let named = object.fields.iter().map(named).collect();
        self.refuse_names(&object, |_| true);
        Some(named)
    }

    /// Ends an object: what was not asked for is unknown.
    #[expect(clippy::needless_pass_by_value, reason = "an object is read once")]
    pub fn end(&mut self, object: Object) {
        self.refuse_names(&object, |name| object.known.contains(&name));
    }

    /// Refuses the names of an object that are given twice, or that it does not know. Only those that were told are
    /// compared with the next, so the time grows with the number of names and not with its square.
    fn refuse_names(&mut self, object: &Object, is_known: impl Fn(&str) -> bool) {
        let mut met: Vec<(&str, bool)> = Vec::new();
        for (name, _) in &object.fields {
            // Two names with half a character in them look alike and need not be.
            let is_readable = !name.contains(char::REPLACEMENT_CHARACTER);
            match met.iter_mut().find(|(earlier, _)| is_readable && *earlier == name.as_str()) {
                Some((_, is_told)) if *is_told => {}
                Some((_, is_told)) => {
                    *is_told = true;
                    self.refuse(object.path_of_written(name), "dubbel", &[], "een_keer", &[]);
                }
                None if is_known(name) => met.push((name, false)),
                None => {
                    if self.refuse_unknown(|| object.path_of_written(name), &object.known) {
                        met.push((name, false));
                    }
                }
            }
        }
    }

    /// Refuses a name that is not known, or counts it when many were told; whether it is told.
    pub fn refuse_unknown(&mut self, path: impl FnOnce() -> String, known: &[&str]) -> bool {
        let is_told = self.unknown < MOST_NAMES;
        if is_told {
            self.unknown += 1;
            let known = [("velden", known.join(", "))];
            self.refuse(path(), "onbekend_veld", &[], "een_van_de_velden", &known);
        } else if let Some((_, more)) = &mut self.untold {
            *more += 1;
        } else {
            self.untold = Some((path(), 0));
        }
        is_told
    }

    fn refuse_length(&mut self, path: String, found: usize, most: usize) {
        let (found, most) = ([("aantal", found.to_string())], [("meeste", most.to_string())]);
        self.refuse(path, "te_veel", &found, "hoogstens_aantal", &most);
    }

    /// Reads a list of at most `most` things; left out: empty.
    pub fn list<'a>(
        &mut self,
        object: &mut Object<'a>,
        name: &'static str,
        most: usize,
    ) -> Vec<Field<'a>> {
        let Some(field) = object.take(name) else {
            self.default_taken(object.path_of(name), "[]");
            return Vec::new();
        };
        self.items(field, most).unwrap_or_default()
    }

    /// Reads what stands in a list of at most `most` things.
    pub fn items<'a>(&mut self, field: Field<'a>, most: usize) -> Option<Vec<Field<'a>>> {
        let Some(items) = field.raw.items() else {
            self.refuse_type(&field, "een_lijst");
            return None;
        };
        if items.len() > most {
            self.refuse_length(field.path, items.len(), most);
            return None;
        }
        let item = |(at, raw)| Field { path: format!("{}.{at}", field.path), raw };
        Some(items.into_iter().enumerate().map(item).collect())
    }

    /// Reads a date.
    pub fn date(&mut self, field: Field) -> Option<Date> {
        let text = self.text(&field, "een_datum")?;
        let date = dates::parse(&text);
        if date.is_none() {
            self.refuse(
                field.path,
                "geen_datum",
                &[("waarde", shortened(&text))],
                "een_datum",
                &[],
            );
        }
        date
    }

    /// Reads a decimal from `least` to `most`.
    pub fn decimal(&mut self, field: Field, least: Decimal, most: Decimal) -> Option<Decimal> {
        let bounds = [("van", least.to_string()), ("tot", most.to_string())];
        let written = match field.raw.get().as_bytes().first() {
            Some(b'"') => self.text(&field, "een_bedrag")?,
            Some(b'-' | b'0'..=b'9') => field.raw.get().to_owned(),
            _ => {
                self.refuse_type(&field, "een_bedrag");
                return None;
            }
        };
        if !is_decimal(&written) {
            let wrong = [("waarde", shortened(&written))];
            self.refuse(field.path, "geen_bedrag", &wrong, "een_bedrag_tussen", &bounds);
            return None;
        }
        match parse_decimal(&written) {
            Some(amount) if least <= amount && amount <= most => {
                // "-0" is zero and nothing else.
                Some(if amount.is_zero() { Decimal::ZERO } else { amount })
            }
            _ => {
                let wrong = [("waarde", shortened(&written))];
                self.refuse(field.path, "buiten_grenzen", &wrong, "een_bedrag_tussen", &bounds);
                None
            }
        }
    }

    /// Reads a number that has bounds of its own: a text, or the digits, as they were written.
    #[cfg(feature = "scenario")]
    #[expect(clippy::needless_pass_by_value, reason = "a field is read once")]
    pub fn number(&mut self, field: Field) -> Option<String> {
        match field.raw.get().as_bytes().first() {
            Some(b'-' | b'0'..=b'9') => Some(field.raw.get().to_owned()),
            _ => self.text(&field, "een_bedrag"),
        }
    }

    /// Reads a list of exactly so many things.
    pub fn exactly<'a>(&mut self, field: Field<'a>, count: usize) -> Option<Vec<Field<'a>>> {
        let Some(items) = field.raw.items() else {
            self.refuse_type(&field, "een_lijst");
            return None;
        };
        if items.len() != count {
            let found = [("aantal", items.len().to_string())];
            let wanted = [("aantal", count.to_string())];
            self.refuse(field.path, "verkeerd_aantal", &found, "precies_aantal", &wanted);
            return None;
        }
        let item = |(at, raw)| Field { path: format!("{}.{at}", field.path), raw };
        Some(items.into_iter().enumerate().map(item).collect())
    }

    /// Reads a whole number from `least` to `most`.
    pub fn whole(&mut self, field: Field, least: u32, most: u32) -> Option<u32> {
        let bounds = [("van", least.to_string()), ("tot", most.to_string())];
        let written = field.raw.get();
        if !matches!(written.as_bytes().first(), Some(b'-' | b'0'..=b'9')) {
            self.refuse_type(&field, "een_geheel_getal");
            return None;
        }
        match written.parse::<u32>() {
            Ok(number) if least <= number && number <= most => Some(number),
            _ => {
                let digits = written.strip_prefix('-').unwrap_or(written);
                let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
                let reason = if whole { "buiten_grenzen" } else { "geen_geheel_getal" };
                let wrong = [("waarde", shortened(written))];
                self.refuse(field.path, reason, &wrong, "een_geheel_getal_tussen", &bounds);
                None
            }
        }
    }

    /// Reads yes or no.
    #[expect(clippy::needless_pass_by_value, reason = "a field is read once")]
    pub fn yes_no(&mut self, field: Field) -> Option<bool> {
        match field.raw.get() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                self.refuse_type(&field, "ja_of_nee");
                None
            }
        }
    }

    /// Reads one word of a closed list: its place in it.
    pub fn word(&mut self, field: Field, words: &[&str]) -> Option<usize> {
        let text = self.text(&field, "een_woord")?;
        let found = words.iter().position(|word| *word == text);
        if found.is_none() {
            let wrong = [("waarde", shortened(&text))];
            self.refuse(
                field.path,
                "onbekend_woord",
                &wrong,
                "een_van",
                &[("woorden", words.join(", "))],
            );
        }
        found
    }

    fn text(&mut self, field: &Field, allowed: &'static str) -> Option<String> {
        let text = field.raw.text();
        if text.is_none() {
            self.refuse_type(field, allowed);
        }
        text
    }
}

/// What was written, short enough for a message of one line.
pub fn shortened(text: &str) -> String {
    on_one_line(text, 40)
}

/// At most so many letters of a text, without what would break the line or turn its letters around.
pub fn on_one_line(text: &str, most: usize) -> String {
    let mut letters = text.chars().map(|c| if is_invisible(c) { ' ' } else { c });
    let mut short: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// A name as a message shows it: shortened, and to be seen when there is nothing to see.
pub fn shown_name(name: &str) -> String {
    let name = shortened(name);
    if name.trim().is_empty() { format!("\"{name}\"") } else { name }
}

/// Control characters, the line ends that are none of them, marks of direction and of no width.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_one_short_line_of_letters_that_can_be_seen() {
        assert_eq!(shortened("gewoon"), "gewoon");
        assert_eq!(shortened("a\nb\u{2028}c\u{202e}d\u{85}e\u{feff}"), "a b c d e ");
        assert_eq!(shortened(&"é".repeat(40)), "é".repeat(40));
        assert_eq!(shortened(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
        assert_eq!([shown_name("a"), shown_name(""), shown_name("\n\t")], ["a", "\"\"", "\"  \""]);
    }
}
