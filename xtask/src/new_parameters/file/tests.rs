use super::*;

const FILLED: &str = r#"# the whole file
valid_from = 2026-01-01 # from
valid_to = 2026-12-31
  # by hand

[sources.brief] # one source
title = "Brief # 1, \"januari\" [2026]"
url = "https://example.org/a#b"
checked = 2026-11-22 # twice

# an amount
[values.maximum]
value = "35" # euro
unit = "EUR/maand"
status = "in force"
article = 'art. 1 "Wet"'
source = "brief"
note = "not = a key; # no comment"

[values.tabel]
columns = ["EUR/jaar", "%"] # two
rows = [ # by income
    ["0", "96.0"], # lowest
    # a remark
    ["100", ""],
] # end
status = "in force"
article = "art. 2"
source = "brief"

[values.kort]
columns = ["EUR/jaar"]
rows = [["0"], ["1"]] # short
source = "brief"
"#;

const BLANKED: &str = r#"# the whole file
valid_from = 2026-07-01 # from
valid_to = ""
  # by hand

[sources.brief] # one source
title = "Brief # 1, \"januari\" [2026]"
url = "https://example.org/a#b"
checked = "" # twice

# an amount
[values.maximum]
value = "" # euro
unit = "EUR/maand"
status = "in force"
article = 'art. 1 "Wet"'
source = "brief"
note = "not = a key; # no comment"

[values.tabel]
columns = ["EUR/jaar", "%"] # two
rows = [ # by income
    # lowest
    # a remark
] # end
status = "in force"
article = "art. 2"
source = "brief"

[values.kort]
columns = ["EUR/jaar"]
rows = [] # short
source = "brief"
"#;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn filled() -> Sheet {
    Sheet::read(FILLED).expect("a sheet")
}

#[test]
fn what_is_to_be_looked_up_is_emptied_and_all_else_stays() {
    assert_eq!(filled().blanked(day("2026-07-01")), BLANKED);
}

#[test]
fn only_the_last_day_is_moved() {
    let expected = FILLED.replace("2026-12-31", "2026-06-30");
    assert_eq!(filled().ending(day("2026-06-30")), expected);
}

#[test]
fn the_checklist_finds_what_it_prints() {
    let sheet = filled();
    assert_eq!((sheet.valid_from, sheet.valid_to), (day("2026-01-01"), day("2026-12-31")));
    assert_eq!(sheet.sources[0].field("url"), "https://example.org/a#b");
    let names: Vec<&str> = sheet.values.iter().map(|value| &*value.name).collect();
    assert_eq!(names, ["maximum", "tabel", "kort"]);
    assert_eq!(sheet.values[0].field("article"), "art. 1 \"Wet\"");
    assert_eq!(sheet.values[1].field("unit"), "");
}

#[test]
fn what_is_blank_is_no_base_for_the_next() {
    let error = |text: &str| Sheet::read(text).expect_err("a refusal");
    assert!(error(BLANKED).starts_with("valid_to is not filled in"), "{}", error(BLANKED));
    for (filled, blank, named) in [
        ("checked = 2026-11-22", "checked = \"\"", "sources.brief: checked"),
        ("value = \"35\"", "value = \"\"", "values.maximum"),
        ("[[\"0\"], [\"1\"]]", "[]", "values.kort"),
        ("valid_from = 2026-01-01", "", "valid_from"),
        ("value = \"35\"", "", "values.maximum"),
    ] {
        assert!(FILLED.contains(filled));
        let found = error(&FILLED.replace(filled, blank));
        assert!(found.starts_with(&format!("{named} is not filled in")), "{found}");
    }
}

#[test]
fn what_is_written_in_another_way_is_refused_with_its_line() {
    for (before, after) in [
        ("unit = \"EUR/maand\"", "unit = \"\"\"\nEUR/maand\"\"\""),
        ("unit = \"EUR/maand\"", "unit = \"EUR/maand"),
        ("unit = \"EUR/maand\"", "unit = \"EUR/maand\\\""),
        ("unit = \"EUR/maand\"", "unit"),
        ("unit = \"EUR/maand\"", "amount = \"35\""),
        ("[values.maximum]", "[[values.maximum]]"),
        ("[values.maximum]", "[values.\"maximum\"]"),
        ("columns = [\"EUR/jaar\"]", "columns = [\n\"EUR/jaar\"]"),
    ] {
        assert!(FILLED.contains(before));
        let found = Sheet::read(&FILLED.replace(before, after)).expect_err("a refusal");
        assert!(found.starts_with("line "), "{found}");
    }
}
