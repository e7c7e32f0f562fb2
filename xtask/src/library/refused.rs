//! Situations that are wrong in one field, made from the table of fields: each field in every way that it can be wrong by itself.

use anyhow::{Context, Result};
use calc_core::contract::fields::{Absent, FIELDS, Field, Kind};
use serde_json::{Value, json};

use crate::run;
use crate::site::files::read;

/// A situation that gives every field once.
const WHOLE: &str = "fixtures/whole.json";
/// A name that nobody knows.
const UNKNOWN: &str = "onbekend_veld";

/// All of them, each with a name that says what is wrong.
pub fn all() -> Result<Vec<(String, Value)>> {
    let whole: Value = serde_json::from_str(&read(&run::root().join(WHOLE))?)
        .with_context(|| format!("{WHOLE} is no JSON"))?;
    let mut found = Vec::new();
    for field in FIELDS {
        let path = format!("/{}", field.path.replace('#', "0").replace('.', "/"));
        if whole.pointer(&path).is_none() {
            continue;
        }
        for (at, wrong) in wrong(field).into_iter().enumerate() {
            let mut situatie = whole.clone();
            if let Some(value) = situatie.pointer_mut(&path) {
                *value = wrong;
                found.push((format!("{} wrong {}", field.path, at + 1), situatie));
            }
        }
        found.extend(without(&whole, field, &path));
        found.extend(with_unknown(&whole, field, &path));
    }
    Ok(found)
}

/// Values that a field cannot have.
fn wrong(field: &Field) -> Vec<Value> {
    let (least, most) = (field.least(), field.most());
    match field.kind {
        Kind::Date | Kind::Born(_) => {
            vec![
                json!("2026-02-30"),
                json!("01-10-2026"),
                json!("vandaag"),
                json!(20_261_001),
                json!([]),
            ]
        }
        Kind::Amount(..) | Kind::AmountOrNull(..) | Kind::BalanceOrNull(..) => vec![
            json!(format!("{most}.01")),
            json!(format!("{}.01", most + 1)),
            json!(format!("{}", most * 10 + 9)),
            json!(most + 1),
            json!(format!("-{}.01", -least)),
            json!("1,50"),
            json!("1.505"),
            json!("1e2"),
            json!("+1"),
            json!(" 1"),
            json!(""),
            json!("veel"),
            json!(true),
            json!({}),
        ],
        Kind::Whole(..) | Kind::WholeBetween(..) | Kind::WholeBetweenOrNull(..) => {
            vec![
                json!(most + 1),
                json!(least - 1),
                json!(0.5),
                json!("1"),
                json!(false),
                json!([1]),
            ]
        }
        Kind::YesNo | Kind::YesNoOrNull => vec![json!("ja"), json!(1), json!("true"), json!({})],
        Kind::Word(_) | Kind::Municipality => vec![json!("iets anders"), json!(5), json!([])],
        Kind::Words(words) | Kind::WordsOrNull(words) => {
            vec![json!(["iets anders"]), json!(words.first()), json!([1])]
        }
        Kind::Times(_) => vec![json!([null]), json!({}), json!("510")],
        Kind::AmountsOrNull(..) => vec![json!(["1"]), json!("1")],
        Kind::Object | Kind::ObjectOrNull | Kind::Names(_) | Kind::NamesOrNull(_) => {
            vec![json!([]), json!("een object"), json!(1)]
        }
        Kind::List(most) => vec![json!({}), json!("een lijst"), json!(vec![json!({}); most + 1])],
    }
}

/// Without a field that has to be there.
fn without(whole: &Value, field: &Field, path: &str) -> Option<(String, Value)> {
    let (outer, name) = path.rsplit_once('/')?;
    if field.absent != Absent::Refused || name == "*" {
        return None;
    }
    let mut situatie = whole.clone();
    situatie.pointer_mut(outer)?.as_object_mut()?.remove(name)?;
    Some((format!("{} left out", field.path), situatie))
}

/// With a field that nobody knows.
fn with_unknown(whole: &Value, field: &Field, path: &str) -> Option<(String, Value)> {
    if !matches!(field.kind, Kind::Object | Kind::ObjectOrNull) {
        return None;
    }
    let mut situatie = whole.clone();
    situatie.pointer_mut(path)?.as_object_mut()?.insert(UNKNOWN.to_owned(), json!(1));
    Some((format!("{}.{UNKNOWN}", field.path), situatie))
}
