//! What is made of the table of fields for who writes a situation: the JSON Schema, and the table of the documentation.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::fields::{Absent, Ages, FIELDS, Field, Kind, ZELFDE_WERKGEVER};
use crate::parameters::gemeenten::GEMEENTEN;
use crate::value::Unit;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// The JSON Schema of a situation (draft 2020-12). What depends on other fields (ages, months of a rule) it leaves to the
/// door, which names it.
pub fn schema() -> Value {
    let mut schema = object_of("");
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("situatie");
    schema
}

/// The fields that stand in the object at a path (`""`: the situation itself), in the order of the contract. Both jobs have
/// the same, but that only the job offered can be with the employer of the other.
pub fn within(path: &str) -> impl Iterator<Item = &'static Field> {
    const NOW: &str = "baan_nu";
    let prefix = match path {
        "" => String::new(),
        NOW => "baan.".to_owned(),
        path => format!("{path}."),
    };
    let is_now = path == NOW;
    FIELDS.iter().copied().filter(move |field| {
        let own = field.path.strip_prefix(&prefix);
        let is_own = own.is_some_and(|rest| !rest.contains('.') && rest != "*");
        is_own && !(is_now && field.path == ZELFDE_WERKGEVER.path)
    })
}

/// The object that stands at a path, with the fields that stand in it.
fn object_of(path: &str) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in within(path) {
        let at = if path == "baan_nu" { "baan_nu" } else { field.path };
        let mut property = property_of(field, at);
        property["description"] = json!(field.meaning);
        match field.absent {
            Absent::Refused => required.push(field.name()),
            Absent::Takes(value) => property["default"] = default(field, value),
            Absent::Depends => {}
        }
        properties.insert(field.name().to_owned(), property);
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A default as JSON; the name of one that is worked out stays a name.
fn default(field: &Field, value: &str) -> Value {
    match field.kind {
        Kind::Amount(..) | Kind::AmountOrNull(..) if value != "null" => json!(value),
        _ => serde_json::from_str(value).unwrap_or_else(|_| json!(value)),
    }
}

fn property_of(field: &Field, path: &str) -> Value {
    match field.kind {
        Kind::Date | Kind::Born(_) => json!({ "type": "string", "format": "date" }),
        Kind::Amount(_, most) => decimal(most, false),
        Kind::AmountOrNull(_, most) => decimal(most, true),
        Kind::Whole(_, most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        Kind::WholeBetween(_, least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::WholeBetweenOrNull(_, least, most) => {
            json!({ "type": ["integer", "null"], "minimum": least, "maximum": most })
        }
        Kind::BalanceOrNull(_, least, most) => balance(least, most),
        Kind::AmountsOrNull(_, count, most) => json!({ "oneOf": [{ "type": "null" }, {
            "type": "array",
            "minItems": count,
            "maxItems": count,
            "items": decimal(most, true),
        }] }),
        Kind::YesNo => json!({ "type": "boolean" }),
        Kind::YesNoOrNull => json!({ "type": ["boolean", "null"] }),
        Kind::Word(words) => json!({ "enum": words }),
        Kind::Words(words) => words_of(words, false),
        Kind::WordsOrNull(words) => words_of(words, true),
        Kind::Times(count) => times(count),
        Kind::Municipality => {
            json!({ "enum": GEMEENTEN.iter().map(|it| it.code).collect::<Vec<_>>() })
        }
        Kind::Object => object_of(path),
        Kind::ObjectOrNull => json!({ "oneOf": [{ "type": "null" }, object_of(path)] }),
        Kind::List(most) => {
            json!({ "type": "array", "maxItems": most, "items": object_of(&format!("{path}.#")) })
        }
        Kind::Names(most) => names(path, most),
        Kind::NamesOrNull(most) => json!({ "oneOf": [{ "type": "null" }, names(path, most)] }),
    }
}

fn words_of(words: &[&str], or_null: bool) -> Value {
    let list = json!({ "type": "array", "maxItems": words.len(), "items": { "enum": words } });
    if or_null { json!({ "oneOf": [{ "type": "null" }, list] }) } else { list }
}

fn times(count: usize) -> Value {
    let moment = json!({ "type": "integer", "minimum": 0, "maximum": DAY });
    let pair = json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": moment });
    let or_null = json!({ "oneOf": [{ "type": "null" }, pair] });
    json!({ "type": "array", "minItems": count, "maxItems": count, "items": or_null })
}

fn names(path: &str, most: usize) -> Value {
    let named = format!("{path}.*");
    let value = FIELDS.iter().find(|field| field.path == named);
    json!({
        "type": "object",
        "maxProperties": most,
        "additionalProperties": value.map(|value| property_of(value, value.path)),
    })
}

/// The decimals of at most two decimals from 0 to `most`, as a regular expression: a schema has no bounds for text.
fn decimals_to(most: u32) -> String {
    let digits = most.to_string();
    let mut wholes = Vec::new();
    if digits.len() > 1 {
        wholes.push(format!("[0-9]{{1,{}}}", digits.len() - 1));
    }
    // As far as a digit like that of the bound, then a smaller one, then any.
    for (at, digit) in digits.bytes().enumerate() {
        let least = if at == 0 && digits.len() > 1 { b'1' } else { b'0' };
        if least < digit {
            let (least, below) = (char::from(least), char::from(digit - 1));
            let rest = "[0-9]".repeat(digits.len() - at - 1);
            wholes.push(format!("{}[{least}-{below}]{rest}", &digits[..at]));
        }
    }
    format!("0*(({})([.][0-9]{{1,2}})?|{digits}([.]0{{1,2}})?)", wholes.join("|"))
}

fn balance(least: i32, most: u32) -> Value {
    let (below, above) = (decimals_to(least.unsigned_abs()), decimals_to(most));
    json!({ "oneOf": [
        { "type": "string", "pattern": format!("^(-{below}|{above})$") },
        { "type": "number", "minimum": least, "maximum": most },
        { "type": "null" },
    ] })
}

/// A decimal: text, or a number, read as it was written.
fn decimal(most: u32, or_null: bool) -> Value {
    let mut forms = vec![
        json!({ "type": "string", "pattern": format!("^{}$", decimals_to(most)) }),
        json!({ "type": "number", "minimum": 0, "maximum": most }),
    ];
    if or_null {
        forms.push(json!({ "type": "null" }));
    }
    json!({ "oneOf": forms, "x-most": most.to_string() })
}

/// The table of `docs/contract.md`.
pub fn table() -> String {
    let mut table =
        String::from("| field | type (default) | bounds and meaning |\n|---|---|---|\n");
    for field in FIELDS {
        let default = match field.absent {
            Absent::Takes(value) => format!(" (`{value}`)"),
            Absent::Refused => " (required)".to_owned(),
            Absent::Depends => String::new(),
        };
        let bounds = bounds(field.kind);
        let meaning = [bounds.as_str(), field.meaning].into_iter().filter(|it| !it.is_empty());
        let meaning = meaning.collect::<Vec<_>>().join("; ");
        let kind = kind(field.kind);
        // Writing to a text cannot fail.
        let _ = writeln!(table, "| `{}` | {kind}{default} | {meaning} |", field.path);
    }
    table
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Date | Kind::Born(_) => "date".to_owned(),
        Kind::Amount(..) => "decimal".to_owned(),
        Kind::AmountOrNull(..) | Kind::BalanceOrNull(..) => "decimal or null".to_owned(),
        Kind::Whole(..) | Kind::WholeBetween(..) => "whole number".to_owned(),
        Kind::WholeBetweenOrNull(..) => "whole number or null".to_owned(),
        Kind::AmountsOrNull(..) => "list or null".to_owned(),
        Kind::YesNo => "yes or no".to_owned(),
        Kind::YesNoOrNull => "yes, no or null".to_owned(),
        Kind::Words(words) => format!("list of {}", words_in_a_row(words)),
        Kind::WordsOrNull(words) => format!("list of {}, or null", words_in_a_row(words)),
        Kind::Word(words) => words_in_a_row(words),
        Kind::Municipality => "text".to_owned(),
        Kind::Object | Kind::Names(_) => "object".to_owned(),
        Kind::ObjectOrNull | Kind::NamesOrNull(_) => "object or null".to_owned(),
        Kind::List(_) | Kind::Times(_) => "list".to_owned(),
    }
}

fn words_in_a_row(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn bounds(kind: Kind) -> String {
    match kind {
        Kind::Amount(unit, most) | Kind::AmountOrNull(unit, most) => {
            format!("0 to {most}{}", per(unit))
        }
        Kind::Whole(unit, most) => format!("0 to {most}{}", per(unit)),
        Kind::WholeBetween(unit, least, most) | Kind::WholeBetweenOrNull(unit, least, most) => {
            format!("{least} to {most}{}", per(unit))
        }
        Kind::BalanceOrNull(unit, least, most) => format!("{least} to {most}{}", per(unit)),
        Kind::AmountsOrNull(unit, count, most) => {
            format!("exactly {count}, each 0 to {most}{} or null", per(unit))
        }
        Kind::Times(count) => format!("exactly {count}, each two moments from 0 to {DAY} or null"),
        Kind::Born(Ages::Working) => "age 18 to 66".to_owned(),
        Kind::Born(Ages::Adult) => "18 or older".to_owned(),
        Kind::Born(Ages::ChildOrExpected) => "under 18; expected at most 9 months ahead".to_owned(),
        Kind::List(most) | Kind::Names(most) | Kind::NamesOrNull(most) => format!("at most {most}"),
        _ => String::new(),
    }
}

const fn per(unit: Unit) -> &'static str {
    match unit {
        Unit::EuroPerHour => " euro an hour",
        Unit::EuroPerMonth => " euro a month",
        Unit::EuroPerYear => " euro a year",
        Unit::Euro => " euro",
        Unit::HoursPerWeek => " hours a week",
        Unit::HoursPerMonth => " hours a month",
        Unit::Months => " months",
        _ => "",
    }
}
