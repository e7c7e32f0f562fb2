//! Types for TypeScript: of a JSON Schema, and of values.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::Value;

/// The type of what a schema allows.
pub fn of_schema(name: &str, schema: &Value) -> String {
    format!("export type {name} = {};\n\n", allowed(schema, 0))
}

fn allowed(schema: &Value, depth: usize) -> String {
    if let Some(forms) = schema["oneOf"].as_array() {
        let forms: BTreeSet<String> = forms.iter().map(|form| allowed(form, depth)).collect();
        // Both forms of a decimal.
        return forms.into_iter().collect::<Vec<_>>().join(" | ");
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    match &schema["type"] {
        Value::Array(kinds) => {
            kinds.iter().map(|kind| plain(kind.as_str())).collect::<Vec<_>>().join(" | ")
        }
        kind => match kind.as_str() {
            Some("array") => format!("({})[]", allowed(&schema["items"], depth)),
            Some("object") => object(schema, depth),
            kind => plain(kind).to_owned(),
        },
    }
}

fn object(schema: &Value, depth: usize) -> String {
    let Some(fields) = schema["properties"].as_object() else {
        return format!("Record<string, {}>", allowed(&schema["additionalProperties"], depth));
    };
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let fields = fields.iter().map(|(name, field)| {
        let is_required = required.iter().any(|it| it == name);
        (name.as_str(), is_required, allowed(field, depth + 1), field["description"].as_str())
    });
    written(fields, depth)
}

const fn plain(kind: Option<&str>) -> &'static str {
    match kind {
        Some(kind) => match kind.as_bytes() {
            b"string" => "string",
            b"number" | b"integer" => "number",
            b"boolean" => "boolean",
            b"null" => "null",
            _ => "unknown",
        },
        None => "unknown",
    }
}

/// The type of values that were seen.
pub fn of_samples(name: &str, samples: &[&Value]) -> String {
    format!("export type {name} = {};\n\n", seen(samples, 0))
}

fn seen(samples: &[&Value], depth: usize) -> String {
    let mut forms = BTreeSet::new();
    for sample in samples {
        match sample {
            Value::Null => forms.insert("null".to_owned()),
            Value::Bool(_) => forms.insert("boolean".to_owned()),
            Value::Number(_) => forms.insert("number".to_owned()),
            Value::String(_) => forms.insert("string".to_owned()),
            Value::Array(_) | Value::Object(_) => false,
        };
    }
    let lists: Vec<&Vec<Value>> = samples.iter().filter_map(|it| it.as_array()).collect();
    if !lists.is_empty() {
        let items: Vec<&Value> = lists.into_iter().flatten().collect();
        forms.insert(format!("({})[]", seen(&items, depth)));
    }
    let objects: Vec<_> = samples.iter().filter_map(|it| it.as_object()).collect();
    if !objects.is_empty() {
        let mut fields: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        for (name, value) in objects.iter().copied().flatten() {
            fields.entry(name).or_default().push(value);
        }
        let fields = fields.iter().map(|(name, values)| {
            (*name, values.len() == objects.len(), seen(values, depth + 1), None)
        });
        forms.insert(written(fields, depth));
    }
    if forms.is_empty() {
        return "unknown".to_owned();
    }
    forms.into_iter().collect::<Vec<_>>().join(" | ")
}

/// An object with its fields: name, whether it is always there, type, and what it is.
fn written<'a>(
    fields: impl Iterator<Item = (&'a str, bool, String, Option<&'a str>)>,
    depth: usize,
) -> String {
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    let mut text = String::from("{\n");
    for (name, is_always, kind, meaning) in fields {
        let mark = if is_always { "" } else { "?" };
        if let Some(meaning) = meaning {
            // Writing to a text cannot fail, here and below.
            let _ = writeln!(text, "{inner}/** {} */", meaning.replace("*/", ""));
        }
        let _ = writeln!(text, "{inner}\"{name}\"{mark}: {kind};");
    }
    text + &outer + "}"
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_schema_becomes_what_it_allows() {
        let schema = json!({ "type": "object", "required": ["a"], "properties": {
            "a": { "oneOf": [{ "type": "string" }, { "type": "number" }], "description": "an amount" },
            "b": { "type": ["integer", "null"] },
            "c": { "type": "array", "items": { "enum": ["x", "y"] } },
            "d": { "type": "object", "additionalProperties": { "type": "boolean" } },
        } });
        let expected = "export type T = {\n  /** an amount */\n  \"a\": number | string;\n  \"b\"?: number | null;\n  \
                        \"c\"?: (\"x\" | \"y\")[];\n  \"d\"?: Record<string, boolean>;\n};\n\n";
        assert_eq!(of_schema("T", &schema), expected);
    }

    #[test]
    fn values_become_what_was_seen_of_each_field() {
        let [one, other] =
            [json!({ "a": "1", "b": [1, null], "c": true }), json!({ "a": null, "b": [] })];
        let expected = "export type T = {\n  \"a\": null | string;\n  \"b\": (null | number)[];\n  \"c\"?: boolean;\n};\n\n";
        assert_eq!(of_samples("T", &[&one, &other]), expected);
    }
}
