//! The door: JSON text becomes checked values here, once, with every problem listed. Behind it no rule
//! meets a value it cannot compute with.
//!
//! Each value is looked at as it was written ([`crate::json`]), so that `11.75` never passes through a float, `1e9` is
//! refused and a key given twice is seen.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::dates;
use crate::error::{Error, Problem};
use crate::json::{self, Raw};
use crate::texts::{self, Language};

/// A field that was left out, and the value it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defaulted {
    /// The path of the field.
    pub path: String,
    /// The default, as the contract writes it.
    pub value: &'static str,
}

/// Collects what is wrong and what was left out while the input is read.
#[derive(Default)]
pub struct Door {
    problems: Vec<Problem>,
    defaulted: Vec<Defaulted>,
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

    /// The path of a field of this object.
    pub fn path_of(&self, name: &str) -> String {
        // A field without a name must still be found in the message.
        let name = if name.is_empty() { "\"\"" } else { name };
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

impl Door {
    /// Opens the text as one object.
    pub fn open<'a>(&mut self, json: &'a str) -> Option<Object<'a>> {
        match json::read(json) {
            Ok(raw) => self.object(Field { path: String::new(), raw }),
            Err(place) => {
                let args = [("regel", place.line.to_string()), ("teken", place.column.to_string())];
                self.refuse("situatie".to_owned(), "geen_json", &args, "een_situatie", &[]);
                None
            }
        }
    }

    /// Ends the reading: the value if nothing was wrong, with what was left out.
    pub fn close<T>(self, value: Option<T>) -> Result<(T, Vec<Defaulted>), Vec<Problem>> {
        match value {
            Some(value) if self.problems.is_empty() => Ok((value, self.defaulted)),
            _ => Err(self.problems),
        }
    }

    /// Whether anything was refused so far.
    pub fn is_refused(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Ends the reading with what was wrong.
    pub fn into_error(self) -> Error {
        Error::Refused(self.problems)
    }

    /// Notes a problem; `reason` and `allowed` are keys of the texts.
    pub fn refuse(
        &mut self,
        path: String,
        reason: &str,
        reason_args: &[(&str, String)],
        allowed: &str,
        allowed_args: &[(&str, String)],
    ) {
        let words = |group: &str, key: &str, args: &[(&str, String)]| {
            texts::fill(Language::current(), &format!("{group}.{key}"), args)
        };
        self.problems.push(Problem {
            pad: path,
            reden: words("problemen", reason, reason_args),
            toegestaan: words("toegestaan", allowed, allowed_args),
        });
    }

    /// Notes that a field was left out and took its default.
    pub fn default_taken(&mut self, path: String, value: &'static str) {
        self.defaulted.push(Defaulted { path, value });
    }

    fn refuse_type(&mut self, field: &Field, allowed: &str) {
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
    pub fn missing(&mut self, object: &Object, name: &str, allowed: &str) {
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
        let object = Object { path: field.path, fields, known: Vec::new() };
        for (at, (key, _)) in object.fields.iter().enumerate() {
            let before = object.fields[..at].iter().filter(|(other, _)| other == key).count();
            if before == 1 {
                self.refuse(object.path_of(&shortened(key)), "dubbel", &[], "een_keer", &[]);
            }
        }
        Some(object)
    }

    /// Reads an object whose keys are no fields of the contract but names: each with its value, as written.
    pub fn named<'a>(&mut self, field: Field<'a>) -> Option<Vec<(String, Field<'a>)>> {
        let object = self.object(field)?;
        let named = |(key, raw): &(String, Raw<'a>)| {
            let path = object.path_of(&shortened(key));
            (key.clone(), Field { path, raw: *raw })
        };
        Some(object.fields.iter().map(named).collect())
    }

    /// Ends an object: what was not asked for is unknown.
    #[expect(clippy::needless_pass_by_value, reason = "an object is read once")]
    pub fn end(&mut self, object: Object) {
        let mut unknown: Vec<&str> = Vec::new();
        for (key, _) in &object.fields {
            if !object.known.contains(&key.as_str()) && !unknown.contains(&key.as_str()) {
                unknown.push(key);
                let known = [("velden", object.known.join(", "))];
                self.refuse(
                    object.path_of(&shortened(key)),
                    "onbekend_veld",
                    &[],
                    "een_van_de_velden",
                    &known,
                );
            }
        }
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
        let Some(items) = field.raw.items() else {
            self.refuse_type(&field, "een_lijst");
            return Vec::new();
        };
        if items.len() > most {
            let found = [("aantal", items.len().to_string())];
            self.refuse(
                field.path,
                "te_veel",
                &found,
                "hoogstens_aantal",
                &[("meeste", most.to_string())],
            );
            return Vec::new();
        }
        items
            .into_iter()
            .enumerate()
            .map(|(at, raw)| Field { path: format!("{}.{at}", field.path), raw })
            .collect()
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

    /// Reads a whole number from 0 to `most`.
    pub fn whole(&mut self, field: Field, most: u32) -> Option<u32> {
        let bounds = [("van", "0".to_owned()), ("tot", most.to_string())];
        let written = field.raw.get();
        if !matches!(written.as_bytes().first(), Some(b'-' | b'0'..=b'9')) {
            self.refuse_type(&field, "een_geheel_getal");
            return None;
        }
        match written.parse::<u32>() {
            Ok(number) if number <= most => Some(number),
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

    /// Reads one word of a closed list.
    pub fn word<T: Copy>(&mut self, field: Field, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(&field, "een_woord")?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let wrong = [("waarde", shortened(&text))];
            self.refuse(
                field.path,
                "onbekend_woord",
                &wrong,
                "een_van",
                &[("woorden", allowed.join(", "))],
            );
        }
        found
    }

    fn text(&mut self, field: &Field, allowed: &str) -> Option<String> {
        let text = field.raw.text();
        if text.is_none() {
            self.refuse_type(field, allowed);
        }
        text
    }
}

/// Digits, with at most two behind a point; a minus only so that the message can speak of bounds.
pub fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, cents)) => digits(whole) && digits(cents) && cents.len() <= 2,
        None => digits(unsigned),
    }
}

/// Reads what [`is_decimal`] describes, with the digits behind the point that were written. Amounts that no household
/// has (18 digits) are none. Not the reader of rust_decimal: that one knows exponents and rounds, and weighs 3 kB.
pub fn parse_decimal(text: &str) -> Option<Decimal> {
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    let (number, scale) =
        (format!("{whole}{cents}").parse().ok()?, u32::try_from(cents.len()).ok()?);
    is_decimal(text).then(|| Decimal::new(number, scale))
}

/// What was written, short enough for a message of one line.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.chars().count() <= LONGEST {
        clean
    } else {
        clean.chars().take(LONGEST).chain("…".chars()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_read_as_it_was_written() {
        for text in ["0", "-0", "12", "12.5", "12.50", "-0.05", "0012.30", "99999999999999999"] {
            let ours = parse_decimal(text).expect("a decimal");
            let theirs: Decimal = text.parse().expect("a decimal");
            assert_eq!((ours, ours.scale()), (theirs, theirs.scale()), "{text}");
        }
        for text in
            ["", "-", ".5", "5.", "1.234", "1e3", "+1", "1_0", " 1", "1.+5", "99999999999999999999"]
        {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
    }
}
