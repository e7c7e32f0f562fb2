//! What the source asks for: names between quotes, and the calls they stand in.

use std::collections::BTreeMap;

use tests::{files, read};

use super::{Words, is_name};

/// The Rust files of a folder, each as one text, by name.
pub fn sources(folder: &str) -> BTreeMap<String, String> {
    files(folder, "rs").iter().map(|path| (path.display().to_string(), read(path))).collect()
}

pub fn engine() -> String {
    sources("calc-core/src").into_values().collect::<Vec<_>>().join("\n")
}

/// The string literals of a text of Rust that are names. Line by line: a quote that stands alone, as in `b'"'`, is
/// the end of nothing.
pub fn literals(rust: &str) -> impl Iterator<Item = &str> {
    rust.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).filter(|it| is_name(it))
}

/// The first literal after each occurrence of a call, when it comes at once.
pub fn first_literals<'a>(rust: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    rust.split(call).skip(1).filter_map(|rest| {
        let (name, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
        is_name(name).then_some(name)
    })
}

pub fn rules() -> Words {
    first_literals(&engine(), "Working::of(").map(str::to_owned).collect()
}

/// The arguments of each call, up to its closing bracket; what stands in square brackets is left out.
pub fn arguments(rust: &str, call: &str) -> Vec<String> {
    let one = |rest: &str| {
        let (mut depth, mut square, mut found) = (1, 0, String::new());
        for c in rest.chars() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                '[' => square += 1,
                ']' => square -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if square == 0 {
                found.push(c);
            }
        }
        found
    };
    rust.split(call).skip(1).map(one).collect()
}
