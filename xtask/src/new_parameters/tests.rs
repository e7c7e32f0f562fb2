use super::*;

/// The checks of the build itself.
#[allow(dead_code, unused_imports, reason = "shared with the build script, which uses more of it")]
#[path = "../../../calc-core/build/parameters.rs"]
mod build;

/// A folder of sets, removed at the end of the test.
struct Sets(PathBuf);

impl Drop for Sets {
    fn drop(&mut self) {
        // What cannot be removed from the temporary folder may stay there.
        let _ = fs::remove_dir_all(&self.0);
    }
}

const AMOUNT: &str = r#"
[sources.wet]
title = "Een wet, tekst per 1 januari 2026"
url = "https://example.org/2026-01-01"
checked = 2026-11-22

[values.bedrag]
value = "35"
unit = "EUR/maand"
status = "derived"
article = "art. 1"
source = "wet"
note = "Een bron."

[values.tabel]
columns = ["EUR/jaar", "%"]
rows = [
    ["0", "96.0"],
    ["100", "95"],
]
status = "in force"
article = "art. 2"
source = "wet"
note = "Een bron."
"#;

impl Sets {
    /// A folder with these files, as `set/date` with the last day.
    fn with(test: &str, files: &[(&str, &str)]) -> Self {
        let name = format!("xtask-new-parameters-{}-{test}", std::process::id());
        let sets = Self(std::env::temp_dir().join(name));
        // A folder left by an earlier run with the same number would spoil this one.
        let _ = fs::remove_dir_all(&sets.0);
        for (file, to) in files {
            let (_, from) = file.split_once('/').expect("set/date");
            sets.write(file, &format!("valid_from = {from}\nvalid_to = {to}\n{AMOUNT}"));
        }
        sets
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.join(format!("{file}.toml"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(format!("{file}.toml"))).expect("a file that is there")
    }

    fn files(&self, set: &str) -> Vec<String> {
        let folder = entries(&self.0.join(set)).expect("a folder that is there");
        let mut names: Vec<String> = folder
            .iter()
            .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn prepare(&self, from: &str, sets: &[&str]) -> Result<String, String> {
        let from = Day::parse(from).expect("a day");
        let sets = sets.iter().map(ToString::to_string).collect();
        prepare(&self.0, &Wanted { from, sets }).map_err(|error| format!("{error:#}"))
    }

    /// What the build says of a set.
    fn built(&self, set: &str) -> Result<(), Vec<String>> {
        let text = |name: String| {
            let text = self.read(&format!("{set}/{}", name.trim_end_matches(".toml")));
            (name, text)
        };
        let files: Vec<(String, String)> = self.files(set).into_iter().map(text).collect();
        build::Set::from_files(set, &files).map(|_| ())
    }
}

#[test]
fn every_set_that_ends_before_gets_a_blank_file() {
    let sets = Sets::with(
        "all",
        &[
            ("norm/2026-01-01", "2026-06-30"),
            ("norm/2026-07-01", "2026-12-31"),
            ("toeslagen/2024-01-01", "2027-12-31"),
            ("huur_tot_2026/2025-01-01", "2025-12-31"),
            ("kgb/2026-01-01", "2026-12-31"),
            ("kgb_vanaf_2027/2027-01-01", "2027-12-31"),
            ("gemeenten/2026-01-01", "2026-12-31"),
            ("oud/2025-01-01", "2025-12-31"),
        ],
    );
    let said = sets.prepare("2027-01-01", &[]).expect("a checklist");
    assert_eq!(sets.files("norm"), ["2026-01-01.toml", "2026-07-01.toml", "2027-01-01.toml"]);
    assert_eq!(sets.files("oud"), ["2025-01-01.toml", "2027-01-01.toml"]);
    for set in ["toeslagen", "huur_tot_2026", "kgb", "kgb_vanaf_2027", "gemeenten"] {
        assert_eq!(sets.files(set).len(), 1, "{set}");
    }
    for part in [
        "2 files for 2027-01-01",
        "parameters/norm/2027-01-01.toml (after 2026-07-01.toml)",
        "  [ ] Een wet, tekst per 1 januari 2026\n      (speaks of 2026: ",
        "https://example.org/2026-01-01",
        "- bedrag (EUR/maand, art. 1, was derived)",
        "- tabel (table, art. 2)",
        "NOTE: that file ends on 2025-12-31; the days between are refused",
        "  huur_tot_2026: its rules have ended",
        "  kgb: kgb_vanaf_2027 goes on from it",
        "  kgb_vanaf_2027: 2027-01-01.toml is there already",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
    assert!(!said.contains("toeslagen") && !said.contains("gemeenten"), "{said}");
    let again = sets.prepare("2027-01-01", &[]).expect("nothing to do");
    assert!(again.starts_with("Nothing to prepare for 2027-01-01"), "{again}");
}

#[test]
fn the_build_refuses_what_is_blank_and_names_it_until_all_is_filled() {
    let sets = Sets::with("build", &[("norm/2026-07-01", "2026-12-31")]);
    assert_eq!(sets.built("norm"), Ok(()));
    sets.prepare("2027-01-01", &[]).expect("a checklist");
    let new = "norm/2027-01-01";
    let filling = [
        ("valid_to = \"\"", "valid_to = 2027-06-30", "valid_to"),
        ("checked = \"\"", "checked = 2026-12-20", "checked"),
        ("value = \"\"", "value = \"36\"", "values.bedrag"),
        ("rows = [\n]", "rows = [\n[\"0\", \"96\"],\n]", "values.tabel"),
    ];
    let blank = sets.read(new);
    let refusal = || {
        let problems = sets.built("norm").expect_err("a refusal").join("\n");
        assert!(problems.contains("parameters/norm/2027-01-01.toml: "), "{problems}");
        problems
    };
    refusal();
    let fill = |text: &str, (empty, filled, _): (&str, &str, &str)| {
        assert!(text.contains(empty), "{empty} in {text}");
        text.replacen(empty, filled, 1)
    };
    for left_blank in filling {
        let others = filling.into_iter().filter(|other| *other != left_blank);
        sets.write(new, &others.fold(blank.clone(), |text, other| fill(&text, other)));
        let (_, _, named) = left_blank;
        assert!(refusal().contains(named), "{named} in {}", refusal());
    }
    sets.write(new, &filling.into_iter().fold(blank, |text, other| fill(&text, other)));
    assert_eq!(sets.built("norm"), Ok(()));
}

#[test]
fn a_set_that_is_named_makes_the_file_before_end_earlier() {
    let sets = Sets::with(
        "named",
        &[("iack/2026-01-01", "2026-12-31"), ("loon/2026-01-01", "2026-12-31")],
    );
    let before = sets.read("iack/2026-01-01");
    let said = sets.prepare("2026-07-01", &["iack"]).expect("a checklist");
    assert_eq!(sets.read("iack/2026-01-01"), before.replace("= 2026-12-31", "= 2026-06-30"));
    assert!(sets.read("iack/2026-07-01").starts_with("valid_from = 2026-07-01\nvalid_to = \"\"\n"));
    assert_eq!(sets.files("loon"), ["2026-01-01.toml"]);
    assert!(said.contains("1 file for 2026-07-01") && !said.contains("loon"), "{said}");
}

#[test]
fn nothing_is_overwritten_and_nothing_written_in_part() {
    let sets = Sets::with(
        "refused",
        &[
            ("a/2026-01-01", "2026-12-31"),
            ("b/2026-01-01", "2026-12-31"),
            ("b/2027-01-01", "2027-12-31"),
            ("kgb_tot_2027/2026-01-01", "2026-12-31"),
        ],
    );
    let refused = |from: &str, names: &[&str]| sets.prepare(from, names).expect_err("a refusal");
    let found = refused("2027-01-01", &["a", "b"]);
    assert!(found.contains("b/2027-01-01.toml: is there already"), "{found}");
    let found = refused("2026-07-01", &["b"]);
    assert!(found.contains("from 2027-01-01 on"), "{found}");
    let found = refused("2027-01-01", &["a", "c"]);
    assert!(found.contains("no set \"c\"; there are: a, b, kgb_tot_2027"), "{found}");

    sets.write("b/2027-01-01", &sets.read("b/2027-01-01").replace("\"35\"", "\"\""));
    let found = refused("2028-01-01", &[]);
    assert!(found.contains("b/2027-01-01.toml: values.bedrag is not filled in"), "{found}");
    assert_eq!(sets.files("a"), ["2026-01-01.toml"]);

    sets.prepare("2027-01-01", &["kgb_tot_2027"]).expect("what is named is prepared");
    assert_eq!(sets.files("kgb_tot_2027").len(), 2);
}

#[test]
fn a_write_that_fails_takes_the_others_back() {
    let sets = Sets::with("undo", &[("a/2026-01-01", "2026-12-31")]);
    let before = sets.read("a/2026-01-01");
    let made = sets.0.join("a/2026-07-01.toml");
    let writes = [
        FileWrite::New { path: made.clone(), text: "new".to_owned() },
        FileWrite::Changed {
            path: sets.0.join("a/2026-01-01.toml"),
            before: before.clone(),
            text: "changed".to_owned(),
        },
        FileWrite::New { path: sets.0.join("a/2026-01-01.toml"), text: "over it".to_owned() },
    ];
    let error = write::all(&writes).expect_err("a file that is there");
    assert!(format!("{error:#}").starts_with("nothing was written: could not make"), "{error:#}");
    assert_eq!(sets.read("a/2026-01-01"), before);
    assert!(!made.exists());
}

#[test]
fn every_file_of_the_repository_can_be_a_base() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../calc-core/parameters");
    let mut read = 0;
    for folder in entries(&place).expect("the parameters") {
        if folder.ends_with(NO_SET) {
            continue;
        }
        for path in entries(&folder).expect("a set") {
            let text = fs::read_to_string(&path).expect("a readable file");
            let sheet = Sheet::read(&text).map_err(|what| format!("{}: {what}", path.display()));
            let sheet = sheet.expect("a file in the usual form");
            assert_eq!(sheet.ending(sheet.valid_to), text, "{}", path.display());
            read += 1;
        }
    }
    assert!(read > 40, "{read}");
}

#[test]
fn the_checklist_for_people_names_every_set_and_its_newest_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/parameters.md")).expect("the page");
    let template = root.join(".github/ISSUE_TEMPLATE/parameters.md");
    let template = fs::read_to_string(template).expect("the template");
    let sets = newest_files(&root.join("calc-core/parameters")).expect("the parameters");
    for (name, newest) in &sets {
        let sheet = Sheet::read(&newest.text).expect("a file in the usual form");
        assert!(page.contains(&format!("`{name}`")), "docs/parameters.md has no {name}");
        let ended_or_begins = name.contains("_tot_") || name.contains("_vanaf_");
        assert!(
            ended_or_begins || template.contains(&format!("`{name}`")),
            "the template has no {name}"
        );
        for source in &sheet.sources {
            let url = source.field("url");
            assert!(page.contains(url), "docs/parameters.md has no {url}, a source of {name}");
        }
    }
}
