//! JSON as the page needs it: a case is a list of paths with the literal at each. A whole tree of values would
//! weigh more than the form it fills.

use calc_core::contract::json::{Raw, read};

use crate::bounds::DEEPEST;

/// A path and the literal that stands there: `"15.52"` with its quotes, `true`, `null`.
pub type Leaf = (String, String);

/// Four situations with all their answers are less than half as many.
const MOST_LEAVES: usize = 10_000;
const LONGEST_PATH: usize = 300;

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

/// Each round takes the first name off the paths, so it ends whatever the paths are. Where a value and something
/// below it claim one place, the first of them has it.
fn write(out: &mut String, leaves: &[(&str, &str)]) {
    if let Some(("", literal)) = leaves.first() {
        out.push_str(literal);
        return;
    }
    let leaves: Vec<_> = leaves.iter().copied().filter(|(path, _)| !path.is_empty()).collect();
    let head = |path: &str| path.split_once('.').map_or(path.len(), |(head, _)| head.len());
    let is_list =
        leaves.first().is_some_and(|(path, _)| path.starts_with(|c: char| c.is_ascii_digit()));
    out.push(if is_list { '[' } else { '{' });
    let mut written: Vec<&str> = Vec::new();
    for (path, _) in &leaves {
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

/// Every leaf of a document, an empty list or object too; `None` when it is no JSON, has a field twice, or is deeper
/// or has more in it than anything the page or the contract writes.
pub fn leaves(document: &str) -> Option<Vec<Leaf>> {
    let mut waiting = vec![(String::new(), read(document).ok()?, 0)];
    let mut leaves = Vec::new();
    while let Some((path, raw, depth)) = waiting.pop() {
        let inner = inner(raw)?;
        if path.len() > LONGEST_PATH || leaves.len() + waiting.len() + inner.len() > MOST_LEAVES {
            return None;
        }
        if inner.is_empty() {
            leaves.push((path, raw.get().to_owned()));
            continue;
        }
        if depth == DEEPEST {
            return None;
        }
        waiting.extend(inner.into_iter().rev().map(|(name, raw)| {
            let below = if path.is_empty() { name } else { format!("{path}.{name}") };
            (below, raw, depth + 1)
        }));
    }
    let mut paths: Vec<&str> = leaves.iter().map(|(path, _)| path.as_str()).collect();
    paths.sort_unstable();
    paths.windows(2).all(|pair| pair[0] != pair[1]).then_some(leaves)
}

/// What stands in an object or a list, by its name or number.
fn inner(raw: Raw) -> Option<Vec<(String, Raw)>> {
    match raw.get().as_bytes().first() {
        Some(b'{') => raw.fields(),
        Some(b'[') => {
            let numbered = |(index, item): (usize, _)| (index.to_string(), item);
            Some(raw.items()?.into_iter().enumerate().map(numbered).collect())
        }
        _ => Some(Vec::new()),
    }
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
    fn one_place_is_written_once_and_there_is_always_an_end() {
        let twice = [leaf("a.b", "1"), leaf("a.b", "2"), leaf("a", "3"), leaf("a.b.c", "4")];
        assert_eq!(document(&twice), r#"{"a":{"b":1}}"#);
        assert_eq!(document(&[leaf("a", "{}"), leaf("a.b", "1")]), r#"{"a":{}}"#);
        assert_eq!(document(&[leaf("", "1"), leaf("", "2")]), "1");
        assert_eq!(document(&[leaf("a..b", "1"), leaf(".", "2")]), r#"{"a":{"":{"b":1}},"":2}"#);
    }

    #[test]
    fn a_field_twice_is_no_document() {
        assert_eq!(leaves(r#"{"a":1,"a":1}"#), None);
        assert_eq!(leaves(r#"{"a":{"b":1},"a.b":1}"#), None);
    }

    #[test]
    fn link_diep_what_is_too_deep_or_too_much_is_no_document() {
        for depth in [20_000, 1_000_000] {
            let deep = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(leaves(&deep), None, "{depth}");
        }
        let nested = |depth| "[".repeat(depth) + "1" + &"]".repeat(depth);
        assert!(leaves(&nested(DEEPEST)).is_some() && leaves(&nested(DEEPEST + 1)).is_none());
        assert_eq!(leaves(&format!("[{}1]", "1,".repeat(MOST_LEAVES))), None);
        assert_eq!(leaves(&format!("{{\"{}\":1}}", "a".repeat(LONGEST_PATH + 1))), None);
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
