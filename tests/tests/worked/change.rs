//! A household with one of its fields changed, by a path as in `huishouden.kinderen.0.geboren`.

use serde_json::{Map, Value};

/// Puts a value at a path, in the place of what is there or as a new field.
pub fn set(household: &mut Value, path: &str, value: Value) -> Result<(), String> {
    let mut place = household;
    let (parents, last) = path.rsplit_once('.').unwrap_or(("", path));
    for name in parents.split('.').filter(|name| !name.is_empty()) {
        place = inside(place, name)?;
    }
    if let Value::Object(fields) = place {
        fields.insert(last.to_owned(), value);
    } else {
        *inside(place, last)? = value;
    }
    Ok(())
}

fn inside<'a>(place: &'a mut Value, name: &str) -> Result<&'a mut Value, String> {
    let there: Vec<String> = match &*place {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(items) => (0..items.len()).map(|at| at.to_string()).collect(),
        _ => Vec::new(),
    };
    let found = match place {
        Value::Object(fields) => fields.get_mut(name),
        Value::Array(items) => name.parse().ok().and_then(|at: usize| items.get_mut(at)),
        _ => None,
    };
    found.ok_or_else(|| format!("the base has no {name:?}; there are: {}", there.join(", ")))
}

/// A value of TOML as the household has it in JSON; a date may stand without quotation marks.
pub fn json(value: &toml::Value) -> Result<Value, String> {
    Ok(match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => {
            Value::Array(items.iter().map(json).collect::<Result<_, _>>()?)
        }
        toml::Value::Table(table) => {
            let fields = table.iter().map(|(key, value)| Ok((key.clone(), json(value)?)));
            Value::Object(fields.collect::<Result<Map<_, _>, String>>()?)
        }
        toml::Value::Float(_) => return Err("an amount is a text, as in \"1419.46\"".to_owned()),
    })
}
