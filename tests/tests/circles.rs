//! No files of a crate need each other in a circle: each can be read after those it uses.

use std::collections::{BTreeMap, BTreeSet};

use tests::{files, read, repository};

/// The crates that are free of circles.
const CRATES: [&str; 4] = ["calc-cli/src", "calc-core/src", "calc-web/src", "xtask/src"];

/// Modules by their path in the crate, as `["site", "build"]`, and those that each uses; the first one, without a path,
/// is the crate itself.
type Uses = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

/// The modules of some files, given with their path below `src`, and what each uses.
fn uses(sources: &[(String, String)]) -> Uses {
    let module = |path: &str| -> Vec<String> {
        let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').filter(|part| !["main", "lib"].contains(part)).map(str::to_owned).collect()
    };
    let modules: BTreeSet<Vec<String>> = sources.iter().map(|(path, _)| module(path)).collect();
    let used = |(path, text): &(String, String)| {
        let here = module(path);
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let named = paths(code).into_iter().filter_map(|path| found(&here, &path, &modules));
        (here.clone(), named.filter(|used| *used != here).collect())
    };
    sources.iter().map(used).collect()
}

/// The module that a path leads into; none when it leads out of the crate.
fn found(here: &[String], path: &[String], modules: &BTreeSet<Vec<String>>) -> Option<Vec<String>> {
    let mut place = here.to_vec();
    let mut rest = path;
    match rest.first().map(String::as_str) {
        Some("crate") => {
            place.clear();
            rest = &rest[1..];
        }
        Some("self") => rest = &rest[1..],
        Some("super") => {
            while rest.first().is_some_and(|part| part == "super") {
                place.pop();
                rest = &rest[1..];
            }
        }
        _ => {
            let child = [here, &path[..1]].concat();
            if !modules.contains(&child) {
                return None;
            }
        }
    }
    for part in rest {
        place.push(part.clone());
        if !modules.contains(&place) {
            place.pop();
            break;
        }
    }
    Some(place)
}

/// Every path in some code: of `use`, of `mod`, and where it stands in an expression or type.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join(" ");
    for statement in code.split(';') {
        let words = statement.trim();
        if let Some((_, tree)) = words.rsplit_once("use ").filter(|(before, _)| opens(before)) {
            expand(&[], tree.trim(), &mut found);
        } else if let Some((_, child)) = words.rsplit_once("mod ").filter(|it| opens(it.0)) {
            found.push(vec![child.trim().to_owned()]);
        } else {
            let path = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
            let paths = statement.split(path).filter(|word| word.contains("::"));
            found.extend(paths.map(|word| word.split("::").map(str::to_owned).collect()));
        }
    }
    found
}

/// Whether nothing but a visibility, an attribute or the end of something stands before a word.
fn opens(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([']', '}', ')', '{']) || before.ends_with("pub")
}

/// The paths of a tree as in `crate::{a, b::{c, d}}`.
fn expand(before: &[String], tree: &str, found: &mut Vec<Vec<String>>) {
    let Some((path, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().split("::");
        found.push([before, &path.map(|part| part.trim().to_owned()).collect::<Vec<_>>()].concat());
        return;
    };
    let path = path.split("::").map(str::trim).filter(|part| !part.is_empty());
    let before = [before, &path.map(str::to_owned).collect::<Vec<_>>()].concat();
    let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = inner[start..at].trim();
                if !branch.is_empty() {
                    expand(&before, branch, found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// What is left when every module goes whose own have gone: the circles, and what leads into them.
fn circles(mut uses: Uses) -> Uses {
    loop {
        let left: BTreeSet<Vec<String>> = uses.keys().cloned().collect();
        let before = uses.len();
        uses.retain(|_, used| used.iter().any(|used| left.contains(used)));
        if uses.len() == before {
            return uses;
        }
    }
}

/// The files of a crate but its tests, and the examples that are drawn for them, with their path below `src`.
fn sources_of(folder: &str) -> Vec<(String, String)> {
    let root = repository(folder);
    let source = |path: &std::path::PathBuf| {
        let name = path.strip_prefix(&root).unwrap_or(path).display().to_string();
        (name.replace('\\', "/"), read(path))
    };
    let all = files(folder, "rs");
    let is_test = |name: &str| {
        name.ends_with("tests.rs") || name.contains("tests/") || name.starts_with("examples")
    };
    all.iter().map(source).filter(|(name, _)| !is_test(name)).collect()
}

#[test]
fn no_files_of_a_crate_need_each_other() {
    for folder in CRATES {
        let own = sources_of(folder);
        let uses = uses(&own);
        let edges: usize = uses.values().map(BTreeSet::len).sum();
        assert!(edges > own.len(), "{folder}: only {edges} uses were found");
        let circles = circles(uses);
        assert!(circles.is_empty(), "{folder}: {circles:#?}");
    }
}

/// The engine from the ground up: a file knows those of its own layer and of the layers before it.
const LAYERS: [&[&str]; 15] = [
    &["value", "texts", "laws"],
    &["dates", "money"],
    &["error", "format"],
    &["parameters"],
    &["coverage", "explain", "scenario", "weekplan::time"],
    &["weekplan::plan"],
    &["message", "situatie"],
    &["weekplan"],
    &["schemes"],
    &["engine"],
    &["month", "hours"],
    &["calendar", "week"],
    &["contract::json", "contract::field", "contract::fields", "contract::door"],
    &["single"],
    &["contract"],
];

#[test]
fn no_arrow_of_the_engine_goes_up() {
    let layer = |module: &[String]| {
        let path = module.join("::");
        let stands_in = |name: &&str| path == **name || path.starts_with(&format!("{name}::"));
        LAYERS.iter().position(|names| names.iter().any(&stands_in))
    };
    for (module, used) in uses(&sources_of("calc-core/src")) {
        let Some(own) = layer(&module) else {
            assert!(module.is_empty(), "{module:?} is in no layer");
            continue;
        };
        for other in used {
            assert!(layer(&other).is_some_and(|it| it <= own), "{module:?} uses {other:?}");
        }
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let found = |one: &str, two: &str| {
        let sources = [
            ("main.rs", "mod a;\nmod b;"),
            ("a.rs", "pub mod one;\nmod two;"),
            ("a/one.rs", one),
            ("a/two.rs", two),
            ("b.rs", "use crate::a::one;\nuse std::fs;"),
        ];
        !circles(uses(&sources.map(|(path, text)| (path.to_owned(), text.to_owned())))).is_empty()
    };
    for uses_two in [
        "use super::two;",
        "/// Doc.\n#[x]\npub use crate::a::{two::{f, g}, two as t};",
        "use anyhow::{A, b};\nuse crate::{a::two, a::two as t};",
        "fn f() { crate::a::two::g(1); }",
        "fn f() -> super::two::T {}",
    ] {
        for uses_one in ["use super::one::x;", "use crate::b;"] {
            assert!(found(uses_two, uses_one), "{uses_two} {uses_one}");
        }
        assert!(!found(uses_two, "use std::fs;\n// crate::b"), "{uses_two}");
    }
    assert!(found("use super::CONSTANT;", ""), "a child that uses its parent");
}
