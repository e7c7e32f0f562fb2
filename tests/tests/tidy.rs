//! House rules of the engine's code that the compiler does not know: what each scheme file says about itself, that
//! every rule has an example and every article an entry, that no amount of law stands in code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tests::{files, read, repository};

const LONGEST_FILE: usize = 500;

/// Rules without an example of their own in `fixtures/examples`, and where they are proven instead.
const PROVEN_ELSEWHERE: [(&str, &str); 18] = [
    ("algemene_heffingskorting", "every row of the wage tax tables holds it"),
    ("arbeidskorting", "the wage tax tables print it: the field `arbeidskorting` of the examples"),
    ("bijstand", "nobody publishes it for a whole household: fixtures/worked, by hand"),
    ("vrij", "each rule of it by hand: its own tests; fixtures/worked, art-475da-rv"),
    ("naar_schuldeisers", "the same"),
    ("naar_schuldeisers_jaar", "the same"),
    ("bruto_uit_netto", "years of different months by hand: fixtures/calendars"),
    ("jaarbedrag", "a month of a calendar, before the test on the year: fixtures/calendars"),
    ("kwartaal", "a quarter as it is paid: fixtures/calendars"),
    ("box_1", "part of the year by hand: fixtures/worked, a-first-job"),
    ("elders_benutte_korting", "the second part of the examples of bruto_bijstand"),
    ("geen_claim", "no claim at all: fixtures/worked, the-next-hundred"),
    ("heffing", "part of the year by hand: fixtures/worked, a-first-job"),
    ("loon", "from gross to net by hand: fixtures/worked, a-first-job"),
    (
        "norm",
        "the norms are parameters, typed over in parameters.rs; the choice among them: fixtures/worked, art-20-participatiewet",
    ),
    ("saldo_na_drempel", "at, below and above: fixtures/worked, small-balances"),
    ("toetsingsinkomen", "by hand: fixtures/worked, a-first-job"),
    ("uitbetaald", "95% of bijstand, by hand: fixtures/worked, a-first-job"),
];

/// Rules whose example stands under another name.
const UNDER_ANOTHER_NAME: [(&str, &str); 2] =
    [("inkomensafhankelijke_combinatiekorting", "iack"), ("per_kwartaal", "kinderbijslag")];

/// Numbers of four or more digits, or with decimals, that may stand in code: file, number, what it is.
const NO_AMOUNTS_OF_LAW: [(&str, &str, &str); 18] = [
    ("contract/door.rs", "1_000_000", "the most bytes that are read"),
    ("contract/door.rs", "2028", "the number of a letter: a line end"),
    ("contract/door.rs", "2060", "the number of a letter: of no width"),
    ("contract/fields.rs", "20_000", "a bound of the contract"),
    ("contract/fields.rs", "200_000", "a bound of the contract"),
    ("contract/fields.rs", "5_000", "a bound of the contract"),
    ("contract/fields.rs", "10_000", "a bound of the contract"),
    ("contract/fields.rs", "10_000_000", "a bound of the contract"),
    ("contract/fields.rs", "1_000_000", "a bound of the contract"),
    ("contract/fields.rs", "1_439", "the last minute of a day"),
    ("contract/fields.rs", "1_440", "the minutes of a day"),
    (
        "contract/fields.rs",
        "2_399",
        "a bound of the contract: the longest shift from the last minute of a day",
    ),
    ("contract/fields.rs", "2_879", "a bound of the contract: a day from the last minute of a day"),
    ("contract/fields.rs", "10_080", "the minutes of a week"),
    ("single/keys.rs", "10_000_000", "the largest amount that is read"),
    ("hours.rs", "4_000", "the most points of a curve"),
    ("scenario.rs", "1_000", "the most rows of a table, and a bound of a factor that is tried"),
    ("scenario.rs", "1_000_000", "a bound of an amount that is tried"),
];

/// A file of the engine with its path below `calc-core/src`.
struct Source {
    path: String,
    /// Everything before its tests.
    code: String,
    text: String,
}

fn engine() -> Vec<Source> {
    let root = repository("calc-core/src");
    let source = |path: PathBuf| {
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        let path = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        Source { path, code, text }
    };
    // Tests that have a file of their own are no code of the engine.
    let is_test = |path: &PathBuf| {
        path.ends_with("tests.rs") || path.components().any(|it| it.as_os_str() == "tests")
    };
    let below = |path: &PathBuf| path.strip_prefix(&root).map_or(path.clone(), Path::to_path_buf);
    let all = files("calc-core/src", "rs").into_iter();
    all.filter(|path| !is_test(&below(path))).map(source).collect()
}

fn scheme_files() -> impl Iterator<Item = Source> {
    engine().into_iter().filter(|source| source.path.starts_with("schemes/"))
}

/// Code with its comments and the content of its texts blanked out, and the texts apart.
fn scan(code: &str) -> (String, Vec<String>) {
    let (mut bare, mut texts) = (String::new(), Vec::new());
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|&c| c != '\n').is_some() {},
            '"' => {
                let mut text = String::new();
                while let Some(c) = rest.next() {
                    match c {
                        '"' => break,
                        '\\' => text.extend(rest.next()),
                        _ => text.push(c),
                    }
                }
                texts.push(text);
                bare.push_str("\"\"");
            }
            // A character such as '"'; a lifetime has no closing quote.
            '\'' => {
                let mut ahead = rest.clone();
                let escaped = ahead.next() == Some('\\');
                let length = if escaped { 3 } else { 2 };
                let closed = ahead.nth(length - 2) == Some('\'');
                bare.push('\'');
                if closed {
                    rest.nth(length - 1);
                }
            }
            _ => bare.push(c),
        }
    }
    (bare, texts)
}

/// The numbers in code without comments and texts, as written.
fn numbers(bare: &str) -> Vec<String> {
    let code: Vec<char> = bare.chars().collect();
    let at = |at: usize| code.get(at).copied().unwrap_or(' ');
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut here = 0;
    while here < code.len() {
        let start = here;
        here += 1;
        // `self.0` is a field, `0..5` a range.
        let [before, first] = [2, 1].map(|back| start.checked_sub(back).map_or(' ', at));
        let is_field = first == '.' && before != '.';
        if !at(start).is_ascii_digit() || is_name(first) || is_field {
            continue;
        }
        while is_name(at(here)) || (at(here) == '.' && at(here + 1).is_ascii_digit()) {
            here += 1;
        }
        found.push(code[start..here].iter().collect());
    }
    found
}

#[test]
fn the_scan_sees_what_it_should() {
    let (bare, texts) =
        scan("let a = 1_000; // 2000\nf(\"3000 \\\" x\", '\"', b'4', 0..5, 6.5, x1234, &'a str)");
    assert_eq!(texts, ["3000 \" x"]);
    assert_eq!(numbers(&bare), ["1_000", "0", "5", "6.5"]);
}

#[test]
fn every_scheme_file_says_what_it_is_and_links_its_law() {
    for source in scheme_files() {
        let opening: Vec<&str> =
            source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(!opening.is_empty(), "{} does not say what it is", source.path);
        if source.path.ends_with("schemes/mod.rs") || source.path == "schemes/mod.rs" {
            continue;
        }
        let opening = opening.join("\n");
        assert!(
            opening.contains("https://wetten.overheid.nl/BWBR"),
            "{} does not link its law",
            source.path
        );
    }
}

/// The public functions of a file that return an explained amount.
fn rules(code: &str) -> Vec<String> {
    let functions = code.split("pub fn ").skip(1);
    let explained = functions.filter(|function| {
        let signature = function.split('{').next().unwrap_or_default();
        signature.split("->").nth(1).is_some_and(|returned| returned.contains("Explained<"))
    });
    explained
        .map(|function| function.split(['(', '<']).next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_rule_has_an_example_or_is_proven_elsewhere() {
    let elsewhere = BTreeMap::from(PROVEN_ELSEWHERE);
    let renamed = BTreeMap::from(UNDER_ANOTHER_NAME);
    let mut unused: BTreeSet<&str> = elsewhere.keys().copied().collect();
    for source in scheme_files() {
        for rule in rules(&source.code) {
            let name = renamed.get(rule.as_str()).copied().unwrap_or(&rule);
            let example = repository("fixtures/examples").join(name).is_dir();
            let exempted = elsewhere.contains_key(rule.as_str());
            unused.remove(rule.as_str());
            assert!(
                example != exempted,
                "{}: {rule} needs an example, or a reason to have none",
                source.path
            );
        }
    }
    assert!(unused.is_empty(), "no rules of these names: {unused:?}");
}

#[test]
fn every_article_and_rounding_a_rule_cites_stands_in_the_index_of_sources() {
    let index = read(&repository("docs/sources.md"));
    let mut missing = BTreeSet::new();
    for source in engine().iter().filter(|source| {
        ["schemes/", "engine/", "month/", "calendar/"].iter().any(|it| source.path.starts_with(it))
    }) {
        let roundings = source.code.split("Rounding::").skip(1).filter_map(|call| {
            let call = call.split(';').next()?;
            call.split('"').nth(1)
        });
        let (_, texts) = scan(&source.code);
        let articles = texts
            .iter()
            .map(String::as_str)
            .filter(|text| text.starts_with("art. ") || text.starts_with("bijlage "));
        for cited in roundings.chain(articles) {
            if !index.contains(&format!("| {cited} |")) {
                missing.insert(format!("{cited} ({})", source.path));
            }
        }
    }
    assert!(missing.is_empty(), "docs/sources.md does not have {missing:#?}");
}

#[test]
fn no_amount_of_law_stands_in_code() {
    let mut allowed: BTreeSet<(&str, &str)> =
        NO_AMOUNTS_OF_LAW.iter().map(|(file, number, _)| (*file, *number)).collect();
    let mut found = Vec::new();
    for source in engine() {
        let (bare, _) = scan(&source.code);
        for number in numbers(&bare) {
            let digits = number.chars().filter(char::is_ascii_digit).count();
            let is_amount = digits >= 4 || number.contains('.');
            if is_amount
                && !NO_AMOUNTS_OF_LAW
                    .iter()
                    .any(|(file, it, _)| *file == source.path && *it == number)
            {
                found.push(format!("{}: {number}", source.path));
            }
            allowed.retain(|(file, it)| !(*file == source.path && *it == number));
        }
    }
    assert!(found.is_empty(), "amounts belong in calc-core/parameters: {found:#?}");
    assert!(allowed.is_empty(), "no longer there: {allowed:?}");
}

#[test]
fn nothing_in_the_engine_is_a_float_or_can_panic() {
    let forbidden = [
        "f32",
        "f64",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "panic!",
        ".unwrap()",
        ".expect(",
    ];
    for source in engine() {
        let (bare, _) = scan(&source.code);
        for word in forbidden {
            let there = bare.match_indices(word).any(|(at, _)| {
                let before = bare[..at].chars().next_back();
                word.starts_with('.') || !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            });
            assert!(!there, "{}: {word}", source.path);
        }
    }
}

/// What rounds, or cuts digits off, without a word.
const SILENT_ROUNDING: [&str; 8] =
    ["rescale", "round_dp", ".round()", ".trunc", ".floor()", ".ceil()", "round_sf", "set_scale"];

#[test]
fn nothing_but_money_rounds() {
    for source in engine().iter().filter(|source| source.path != "money.rs") {
        let (bare, _) = scan(&source.code);
        for word in SILENT_ROUNDING {
            assert!(!bare.contains(word), "{}: {word}: money rounds, by a cited rule", source.path);
        }
    }
}

/// What only some files of the engine know: a word of code, and where it may stand.
const KNOWN_ONLY_BY: [(&str, &str, &[&str]); 4] = [
    ("serde", "JSON", &["contract/"]),
    ("crate::texts", "words", &["contract/", "format.rs"]),
    ("crate::format", "words", &["contract/"]),
    ("Language", "words", &["contract/", "format.rs", "texts.rs", "lib.rs"]),
];

#[test]
fn only_the_contract_knows_json_and_words() {
    for source in engine() {
        let (bare, _) = scan(&source.code);
        for (word, what, places) in KNOWN_ONLY_BY {
            let may = places.iter().any(|place| source.path.starts_with(place));
            assert!(may || !bare.contains(word), "{} knows {what}: {word}", source.path);
        }
    }
}

/// The law of one day is chosen by the scheme, in its own file.
#[test]
fn only_a_scheme_knows_which_law_holds_on_a_day() {
    let of_a_law = ["Vanaf2026", "Tot2026", "Vanaf2027", "Tot2027", "VERSIONS[0]", "NEW_LAW"];
    let page = files("calc-web/src", "rs").into_iter().map(|path| {
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        Source { path: path.display().to_string(), code, text }
    });
    for source in engine().into_iter().chain(page) {
        if source.path.starts_with("schemes/") || source.path.ends_with("tests.rs") {
            continue;
        }
        let (bare, texts) = scan(&source.code);
        for word in of_a_law {
            assert!(!bare.contains(word), "{}: {word}", source.path);
        }
        assert!(!texts.iter().any(|text| text == "34a"), "{}: 34a", source.path);
    }
}

#[test]
fn every_file_that_the_docs_name_is_there() {
    let mut missing = Vec::new();
    for path in files("docs", "md").into_iter().chain([repository("ARCHITECTURE.md")]) {
        let text = read(&path);
        for named in text
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|named| Path::new(named).extension().is_some_and(|it| it == "rs"))
            .filter(|named| !named.contains(' '))
        {
            let roots =
                ["", "calc-core/src", "calc-wasm/src", "calc-web/src", "calc-cli/src", "xtask/src"];
            let roots = roots.into_iter().chain([
                "tests/tests",
                "tests/src",
                "calc-core",
                "fuzz/src",
                "calc-cli/tests",
            ]);
            let is_there = |root: &str| repository(root).join(named).exists();
            if !roots.into_iter().any(is_there) {
                missing.push(format!("{}: {named}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// What stands between the tags of the first `html!` of some code: expressions in braces, texts, and `if`.
fn children(code: &str) -> Vec<String> {
    let Some((_, block)) = code.split_once("html! {") else { return Vec::new() };
    let (mut found, mut text) = (Vec::new(), String::new());
    let (mut depth, mut in_tag, mut before) = (1_u32, false, ' ');
    for c in block.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            // Not that of a closure, and not a comparison.
            '<' if depth == 1 => in_tag = true,
            '>' if depth == 1 && before != '=' => in_tag = false,
            _ => {}
        }
        let is_edge = depth == 0 || (depth == 1 && "<>{}".contains(c));
        if is_edge && !text.trim().is_empty() {
            found.push(text.trim().to_owned());
        }
        if is_edge || in_tag {
            text.clear();
        } else if !(depth == 2 && c == '{') {
            text.push(c);
        }
        if depth == 0 {
            break;
        }
        before = c;
    }
    found
}

#[test]
fn the_children_of_html_are_seen() {
    let code = r#"html! { <p class={a} {b} on={|x| { x > 1 }}>{ t("") }<b>{ text(t("")) }</b> "" </p> } after"#;
    assert_eq!(children(code), ["t(\"\")", "text(t(\"\"))", "\"\""]);
}

/// A text that stands beside elements, or that is changed where it stands, is lost in a page that the browser
/// translates: only `written.rs` makes texts, each in an element of its own.
#[test]
fn no_text_of_the_page_stands_bare() {
    let makes_elements = ["text(", "for ", "when(", "option("];
    let holds_elements = ["sheet", "live", "failed"];
    let mut blocks = 0;
    for path in files("calc-web/src", "rs").iter().filter(|path| !path.ends_with("written.rs")) {
        let (bare, _) = scan(&read(path));
        for made in ["VText", "VNode::from", "Html::from", "VNode::html_to", "inner_html"] {
            assert!(!bare.contains(made), "{}: {made}", path.display());
        }
        for (at, _) in bare.match_indices("html! {") {
            for child in children(&bare[at..]) {
                let is_element = makes_elements.iter().any(|it| child.starts_with(it))
                    || child.contains("(&page")
                    || child.contains("(page")
                    || holds_elements.contains(&&*child);
                assert!(is_element, "{}: {child} may be a bare text", path.display());
            }
            blocks += 1;
        }
    }
    assert!(blocks > 8, "the blocks are found: {blocks}");
}

#[test]
fn no_file_is_too_long() {
    let folders = [
        "calc-core/src",
        "calc-core/build",
        "calc-cli",
        "calc-wasm/src",
        "calc-web/src",
        "tests",
        "xtask/src",
    ];
    for path in folders.iter().flat_map(|folder| files(folder, "rs")) {
        let lines = read(&path).lines().count();
        assert!(lines <= LONGEST_FILE, "{}: {lines} lines", path.display());
    }
}

/// A file of tests that no `main.rs` names is compiled by nobody, and nobody is told.
#[test]
fn every_file_of_tests_is_in_its_binary() {
    for folder in ["tests/tests", "calc-cli/tests"] {
        let folder = repository(folder);
        let main = read(&folder.join("main.rs"));
        let named: BTreeSet<&str> =
            main.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let is_subject = path.extension().is_some_and(|its| its == "rs") && stem != "main";
            assert!(!is_subject || named.contains(&*stem), "{}: in no binary", path.display());
        }
    }
}

#[test]
fn a_folder_of_examples_is_named_after_its_scheme_and_a_scheme_after_its_file() {
    let names: BTreeSet<String> =
        calc_core::single::SCHEMES.iter().map(|scheme| scheme.name.to_owned()).collect();
    let folders = files("fixtures/examples", "toml").into_iter().filter_map(|path| {
        path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned())
    });
    assert_eq!(folders.collect::<BTreeSet<_>>(), names);
}
