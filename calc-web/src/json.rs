//! JSON as the page needs it: a case is a list of paths with the literal at each. A whole tree of values would
//! weigh more than the form it fills.

use calc_core::json::{Raw, read};

/// A path and the literal that stands there: `"15.52"` with its quotes, `true`, `null`.
pub type Leaf = (String, String);

/// A text as a literal.
pub fn literal(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// What a literal says: of a text the text, else the literal itself.
pub fn plain(literal: &str) -> String {
    read(literal).ok().and_then(Raw::text).unwrap_or_else(|| literal.to_owned())
}

/// Puts the leaves together to one document. The items of a list stand in their order.
pub fn document(leaves: &[Leaf]) -> String {
    let leaves: Vec<(&str, &str)> =
        leaves.iter().map(|(path, literal)| (path.as_str(), literal.as_str())).collect();
    let mut out = String::new();
    write(&mut out, &leaves);
    out
}

fn write(out: &mut String, leaves: &[(&str, &str)]) {
    if let [("", literal)] = leaves {
        out.push_str(literal);
        return;
    }
    let head = |path: &str| path.split_once('.').map_or(path.len(), |(head, _)| head.len());
    let is_list =
        leaves.first().is_some_and(|(path, _)| path.starts_with(|c: char| c.is_ascii_digit()));
    out.push(if is_list { '[' } else { '{' });
    let mut written: Vec<&str> = Vec::new();
    for (path, _) in leaves {
        let name = &path[..head(path)];
        if written.contains(&name) {
            continue;
        }
        if !written.is_empty() {
            out.push(',');
        }
        written.push(name);
        if !is_list {
            out.push_str(&literal(name));
            out.push(':');
        }
        let inner: Vec<(&str, &str)> = leaves
            .iter()
            .filter_map(|(path, literal)| Some((below(path, name)?, *literal)))
            .collect();
        write(out, &inner);
    }
    out.push(if is_list { ']' } else { '}' });
}

/// The path below the first name, when it starts with that name.
fn below<'a>(path: &'a str, name: &str) -> Option<&'a str> {
    match path.strip_prefix(name)? {
        "" => Some(""),
        rest => rest.strip_prefix('.'),
    }
}

/// Every leaf of a document, an empty list or object too; `None` when it is no JSON.
pub fn leaves(document: &str) -> Option<Vec<Leaf>> {
    let raw = read(document).ok()?;
    let mut leaves = Vec::new();
    visit(String::new(), raw, &mut leaves)?;
    Some(leaves)
}

fn visit(path: String, raw: Raw, leaves: &mut Vec<Leaf>) -> Option<()> {
    let items: Vec<(String, Raw)> = match raw.get().as_bytes().first() {
        Some(b'{') => raw.fields()?,
        Some(b'[') => raw
            .items()?
            .into_iter()
            .enumerate()
            .map(|(index, item)| (index.to_string(), item))
            .collect(),
        _ => Vec::new(),
    };
    if items.is_empty() {
        leaves.push((path, raw.get().to_owned()));
        return Some(());
    }
    for (name, item) in items {
        let below = if path.is_empty() { name } else { format!("{path}.{name}") };
        visit(below, item, leaves)?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(path: &str, literal: &str) -> Leaf {
        (path.to_owned(), literal.to_owned())
    }

    #[test]
    fn a_document_comes_back_as_it_was() {
        let document = r#"{"a":{"b":[{"c":"1.50"},{"c":2}],"bb":true},"d":null,"e":[]}"#;
        let found = leaves(document).expect("JSON");
        let expected = [
            leaf("a.b.0.c", "\"1.50\""),
            leaf("a.b.1.c", "2"),
            leaf("a.bb", "true"),
            leaf("d", "null"),
            leaf("e", "[]"),
        ];
        assert_eq!(found, expected);
        assert_eq!(super::document(&found), document);
    }

    #[test]
    fn leaves_of_one_object_need_not_stand_together() {
        let scattered = [leaf("a.x", "1"), leaf("b", "2"), leaf("a.y", "3")];
        assert_eq!(document(&scattered), r#"{"a":{"x":1,"y":3},"b":2}"#);
    }

    #[test]
    fn no_json_has_no_leaves() {
        assert_eq!(leaves("{"), None);
        assert_eq!(leaves(r#"{"a":[1,]}"#), None);
    }

    #[test]
    fn a_literal_keeps_quotes_and_what_it_says_does_not() {
        assert_eq!(plain(&literal("a\"b")), "a\"b");
        assert_eq!(plain("11.50"), "11.50");
    }
}
