//! No file of the page imports, by itself or through others, a file that imports it: whoever opens one can read it from
//! the ground up. A folder's own file that only names its parts (`mod`) imports none of them.

use std::collections::{BTreeMap, BTreeSet};

use tests::{files, read, repository};

/// The crates that have no circle.
const CRATES: [&str; 1] = ["calc-web/src"];

type Graph = BTreeMap<String, BTreeSet<String>>;

/// The code of a file without its comments and its own tests.
fn bare(code: &str) -> String {
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every path of a tree of imports: `a::{b, c::{d}}` is `a::b` and `a::c::d`.
fn spread(before: &str, tree: &str, found: &mut Vec<String>) {
    let Some((head, rest)) = tree.split_once('{') else {
        return found.push(format!("{before}{tree}"));
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let (mut depth, mut start) = (0_u32, 0);
    for (at, sign) in inner.char_indices().chain([(inner.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                spread(&format!("{before}{head}"), &inner[start..at], found);
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The paths into its own crate that some code names: imported, or written out where they are used.
fn named(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let is_import = code[..at].ends_with("use ");
            let ends = |sign: char| !(sign.is_alphanumeric() || "_:".contains(sign));
            let rest = &code[at..];
            let end = if is_import { rest.find(';') } else { rest.find(ends) };
            let tree: String = rest[..end.unwrap_or(rest.len())]
                .chars()
                .filter(|it| !it.is_whitespace())
                .collect();
            spread("", &tree, &mut found);
        }
    }
    found
}

/// The file that a path leads to, seen from the module `from`; none when it is the file itself.
fn file_of<'a>(path: &str, from: &str, known: &'a BTreeMap<String, String>) -> Option<&'a String> {
    let (mut whole, mut rest) = (from, path);
    while let Some(above) = rest.strip_prefix("super::") {
        (whole, rest) = (whole.rsplit_once("::").map_or("", |(above, _)| above), above);
    }
    let whole = match rest.strip_prefix("crate::") {
        Some(rest) => rest.to_owned(),
        None if whole.is_empty() => rest.to_owned(),
        None => format!("{whole}::{rest}"),
    };
    let ends = whole.match_indices("::").map(|(end, _)| end).chain([whole.len()]);
    let prefixes: Vec<&str> = ends.map(|end| &whole[..end]).collect();
    prefixes.into_iter().rev().find_map(|prefix| known.get_key_value(prefix)).map(|(file, _)| file)
}

fn graph(sources: &BTreeMap<String, String>) -> Graph {
    let of = |(file, code): (&String, &String)| {
        let paths = named(&bare(code));
        let others = paths.iter().filter_map(|path| file_of(path, file, sources));
        (file.clone(), others.filter(|other| *other != file).cloned().collect())
    };
    sources.iter().map(of).collect()
}

/// Everything that is reached from a file.
fn reached<'a>(from: &str, graph: &'a Graph) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = vec![from];
    while let Some(file) = open.pop() {
        for other in graph.get(file).into_iter().flatten() {
            if found.insert(other.as_str()) {
                open.push(other);
            }
        }
    }
    found
}

fn in_circles(graph: &Graph) -> Vec<&String> {
    graph.keys().filter(|file| reached(file, graph).contains(file.as_str())).collect()
}

/// The files of a crate by their module, without those of tests.
fn sources(folder: &str) -> BTreeMap<String, String> {
    let root = repository(folder);
    let all = files(folder, "rs").into_iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap_or(&path).with_extension("");
        let name = name.to_string_lossy().replace('/', "::");
        (name.trim_end_matches("::mod").to_owned(), read(&path))
    });
    all.filter(|(name, _)| name != "main" && !name.split("::").any(|part| part == "tests"))
        .collect()
}

#[test]
fn no_file_imports_itself_through_others() {
    for folder in CRATES {
        let graph = graph(&sources(folder));
        let imports: usize = graph.values().map(BTreeSet::len).sum();
        assert!(imports > 100, "the imports of {folder} are found: {imports}");
        assert_eq!(in_circles(&graph), Vec::<&String>::new(), "{folder}");
    }
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    let circles = |files: [(&str, &str); 3]| {
        let files = files.map(|(name, code)| (name.to_owned(), code.to_owned()));
        in_circles(&graph(&BTreeMap::from(files))).into_iter().cloned().collect::<Vec<_>>()
    };
    let a = ("a", "use crate::b::{self, c::{d, e}};");
    assert_eq!(
        circles([a, ("b", "// crate::a\n#[cfg(test)]\nmod tests { use crate::a; }"), ("b::c", "")]),
        [""; 0]
    );
    assert_eq!(circles([a, ("b", ""), ("b::c", "fn f() { crate::a::g() }")]), ["a", "b::c"]);
    assert_eq!(
        circles([a, ("b", "use crate::x;\n"), ("b::c", "use super::super::a;")]),
        ["a", "b::c"]
    );
    assert_eq!(
        circles([("a", ""), ("b", "use crate::b::c;"), ("b::c", "use super::D;")]),
        ["b", "b::c"]
    );
}
