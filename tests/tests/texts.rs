//! The words: whatever the code says has a text, every value of a text is given, no text is left over, and the
//! words stay plain.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use calc_core::contract::{calendar, fields};
use calc_core::{ContractForm, Explain, Language, Lijn, Problem};
use serde_json::{Value, json};
use tests::{month_with, read, repository};

mod situations;
mod source;

use situations::{calendars, changed, refusals, scheme_answers, situations, weeks};
use source::{arguments, engine, first_literals, literals, rules, sources};

type Texts = BTreeMap<String, String>;
type Words = BTreeSet<String>;

/// Every text of the Dutch file by its whole key.
fn texts() -> Texts {
    fn flatten(prefix: &str, table: &toml::Table, texts: &mut Texts) {
        for (part, value) in table {
            let key = if prefix.is_empty() { part.clone() } else { format!("{prefix}.{part}") };
            match value {
                toml::Value::Table(inner) => flatten(&key, inner, texts),
                other => {
                    texts.insert(key, other.as_str().expect("a text").to_owned());
                }
            }
        }
    }
    let file = read(&repository("calc-core/texts/nl.toml"));
    let mut texts = Texts::new();
    flatten("", &file.parse().expect("a readable file"), &mut texts);
    texts
}

/// The texts of one table, by what comes after its name.
fn table(name: &str) -> Texts {
    let of = |(key, text): (String, String)| {
        key.strip_prefix(&format!("{name}.")).map(|rest| (rest.to_owned(), text))
    };
    texts().into_iter().filter_map(of).collect()
}

fn keys(name: &str) -> Words {
    table(name).into_keys().collect()
}

/// The codes of a group: a sentence for a case of its own (`code_variant`) is no other code.
fn codes(group: &str) -> Words {
    let engine = engine();
    let variants: Words = first_literals(&engine, ".voor(").map(|it| format!("_{it}")).collect();
    let all = keys(group);
    let is_variant = |key: &String| {
        let code = variants.iter().find_map(|variant| key.strip_suffix(variant.as_str()));
        code.is_some_and(|code| all.contains(code))
    };
    all.iter().filter(|key| !is_variant(key)).cloned().collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

// --- 1. What is said. --------------------------------------------------------------------------------------

/// What is wrong with a text as a reader gets it: a place without its value, or a key in place of words.
fn flaw(text: &str, groups: &Words) -> Option<String> {
    if placeholders(text).next().is_some() {
        return Some(format!("a place without its value: {text}"));
    }
    let is_key = |word: &str| {
        let rest = word.split_once('.').filter(|(group, _)| groups.contains(*group));
        rest.is_some_and(|(_, rest)| {
            rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        })
    };
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.')));
    // Paths of the contract are written as they are.
    let is_path = |word: &str| fields::at(word).is_some();
    words
        .into_iter()
        .find(|word| is_key(word) && !is_path(word))
        .map(|word| format!("the key {word} in: {text}"))
}

/// The names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| is_name(name))
}

/// Collects the texts, codes and rules of a result, and what is wrong with them.
struct Reader {
    groups: Words,
    problems: RefCell<Words>,
    codes: RefCell<Words>,
    rules: RefCell<Words>,
}

impl Reader {
    fn new() -> Self {
        let texts = texts();
        let groups =
            texts.keys().filter_map(|key| key.split_once('.')).map(|(group, _)| group.to_owned());
        Self {
            groups: groups.collect(),
            problems: RefCell::default(),
            codes: RefCell::default(),
            rules: RefCell::default(),
        }
    }

    fn problem(&self, what: String) {
        self.problems.borrow_mut().insert(what);
    }

    fn read(&self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            Value::Object(fields) => {
                self.object(value);
                fields.values().for_each(|field| self.read(field));
            }
            _ => {}
        }
    }

    fn object(&self, object: &Value) {
        for name in ["tekst", "zin", "naam", "waarom_nul_tekst", "reden", "toegestaan"] {
            if let Some(text) = object[name].as_str()
                && let Some(flaw) = flaw(text, &self.groups)
            {
                self.problem(flaw);
            }
        }
        let text = |name: &str| object[name].as_str().unwrap_or_default();
        for name in ["code", "waarom_nul"] {
            self.codes.borrow_mut().extend(object[name].as_str().map(str::to_owned));
        }
        let codes = object["codes"].as_array().into_iter().flatten();
        let codes = codes.filter_map(|code| code.as_str()).map(str::to_owned);
        self.codes.borrow_mut().extend(codes);
        if !object["tekst"].is_null() && !object["soort"].is_null() && text("tekst") == text("naam")
        {
            self.problem(format!("no words for the step {}", text("naam")));
        }
        if !object["stappen"].is_null() {
            self.rule(object);
        }
    }

    fn rule(&self, rule: &Value) {
        let name = rule["regel"].as_str().unwrap_or_default();
        self.rules.borrow_mut().insert(name.to_owned());
        if rule["naam"] == rule["regel"] {
            self.problem(format!("no name for the rule {name}"));
        }
        // A child without contracts has no price to speak of.
        let nothing_to_say = name == "kosten_die_meetellen" && rule["uitkomst"] == "0";
        if rule["zin"].is_null() && !nothing_to_say {
            self.problem(format!("no sentence for the rule {name}: {}", rule["stappen"]));
        }
    }
}

fn everything_said() -> Reader {
    let reader = Reader::new();
    for situatie in situations() {
        reader.read(&month_with(&situatie, Explain::Yes));
    }
    for situatie in weeks() {
        reader.read(&tests::week(&situatie));
    }
    for situatie in calendars() {
        let calendar = calendar(&situatie, Explain::Yes);
        let calendar = calendar.unwrap_or_else(|error| panic!("{situatie}: {error}"));
        reader.read(&serde_json::to_value(calendar.form(Language::NL)).expect("JSON"));
    }
    for answer in scheme_answers() {
        reader.read(&serde_json::to_value(answer.form(Language::NL)).expect("JSON"));
        reader.read(
            &serde_json::to_value(answer.explanation.as_deref().map(|it| it.form(Language::NL)))
                .expect("JSON"),
        );
    }
    reader
}

#[test]
fn whatever_is_said_is_said_in_words() {
    assert_eq!(everything_said().problems.take(), Words::new());
}

#[test]
fn the_situations_meet_every_message() {
    let said = everything_said().codes.take();
    // Every municipality that can be chosen has data on every date that is covered, and says how soon.
    // Every cap of a disregard is published at present.
    let out_of_reach = ["gemeente_zonder_gegevens", "loonstrook_sturen", "bedrag_afgeleid"];
    let met = |code: &String| said.contains(code) || out_of_reach.contains(&code.as_str());
    let of_calendar = ["aannames", "niet_berekend", "waarschuwingen", "te_doen", "redenen"];
    let of_calendar = of_calendar.map(|group| format!("kalender.{group}"));
    let of_month = ["aannames", "niet_berekend", "waarschuwingen", "te_doen.zin"];
    let groups = of_month.into_iter().map(str::to_owned).chain(of_calendar);
    for group in groups {
        let said_apart = ["meer", "minder", "komt", "gaat", "was"];
        let asked = codes(&group).into_iter().filter(|code| !said_apart.contains(&code.as_str()));
        let never: Vec<String> = asked.filter(|code| !met(code)).collect();
        assert_eq!(never, Vec::<String>::new(), "{group}: no situation meets these");
    }
}

#[test]
fn the_situations_meet_every_rule() {
    let said = everything_said().rules.take();
    // The balance of the year is an amount beside the lines, without an explanation of its own.
    let beside = ["saldo_belasting", "saldo_van_persoon", "saldo_na_drempel"];
    let never =
        rules().into_iter().filter(|rule| !said.contains(rule) && !beside.contains(&rule.as_str()));
    assert_eq!(never.collect::<Vec<_>>(), Vec::<String>::new());
}

// --- What is refused. --------------------------------------------------------------------------------------

/// Whether a written text is this template with its places filled.
fn fits(template: &str, written: &str) -> bool {
    let fixed: Vec<&str> = template
        .split('{')
        .enumerate()
        .map(
            |(at, part)| {
                if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) }
            },
        )
        .collect();
    let mut rest = written;
    fixed.iter().enumerate().all(|(at, part)| match rest.find(part) {
        Some(found) if at > 0 || found == 0 => {
            rest = &rest[found + part.len()..];
            true
        }
        _ => false,
    }) && (rest.is_empty() || template.ends_with('}'))
}

#[test]
fn whatever_is_refused_is_refused_in_words() {
    let reader = Reader::new();
    let problems = refusals();
    for problem in &problems {
        reader.read(&serde_json::to_value(problem.told(Language::NL)).expect("JSON"));
    }
    assert_eq!(reader.problems.take(), Words::new());

    let never = |group: &str, of: fn(&Problem) -> String| -> Vec<String> {
        let told: Vec<String> = problems.iter().map(of).collect();
        let met = |text: &str| told.iter().any(|told| fits(text, told));
        table(group).into_iter().filter(|(_, text)| !met(text)).map(|(key, _)| key).collect()
    };
    assert_eq!(
        never("problemen", |it| it.reden(Language::NL)),
        ["geen_bedragen", "geen_id"],
        "only `calc parameters` and `calc batch` say that"
    );
    assert_eq!(
        never("toegestaan", |it| it.toegestaan(Language::NL)),
        ["naam_van_bedragen", "tekst_of_getal"],
        "the same"
    );
}

// --- 2. What the source asks for. --------------------------------------------------------------------------

#[test]
fn every_rule_has_a_name_and_a_sentence_and_every_step_its_words() {
    let (texts, engine) = (texts(), engine());
    for rule in rules() {
        assert!(texts.contains_key(&format!("regels.{rule}._naam")), "no name for {rule}");
        assert!(texts.contains_key(&format!("regels.{rule}._zin")), "no sentence for {rule}");
    }
    for call in [".input(", ".step(", ".rounded("] {
        for step in first_literals(&engine, call) {
            let has_words = |key: &String| {
                let (group, name) = key.rsplit_once('.').unwrap_or_default();
                name == step && (group == "stappen" || group.starts_with("regels."))
            };
            assert!(texts.keys().any(has_words), "no words for the step {step}");
        }
    }
}

#[test]
fn no_words_of_rules_and_steps_are_left_over() {
    let (rules, engine) = (rules(), engine());
    let used: BTreeSet<&str> = literals(&engine).collect();
    for key in keys("regels") {
        let (rule, step) = key.split_once('.').expect("a rule and a step");
        assert!(rules.contains(rule), "no rule {rule}");
        assert!(step.starts_with('_') || used.contains(step), "no step {key}");
    }
    for step in keys("stappen") {
        assert!(used.contains(step.as_str()), "no step {step}");
    }
}

#[test]
fn every_reason_has_its_words_and_no_reason_is_left_over() {
    let mut found = Words::new();
    for (_, rust) in
        sources("calc-core/src").iter().filter(|(path, _)| !path.ends_with("messages.rs"))
    {
        found.extend(first_literals(rust, "code: ").map(str::to_owned));
        let chosen = rust.split("let code =").skip(1).filter_map(|rest| rest.split_once(';'));
        found.extend(chosen.flat_map(|(choice, _)| literals(choice)).map(str::to_owned));
    }
    assert_eq!(found, keys("redenen"));
}

#[test]
fn every_message_has_its_words_and_no_message_is_left_over() {
    let files = [
        "month/messages",
        "month/minimumloon",
        "month/schulden_messages",
        "month/weekplan",
        "week",
    ];
    let rust = files.map(|name| read(&repository(&format!("calc-core/src/{name}.rs")))).join("\n");
    // The name of a feature is no code.
    let rust: Vec<&str> =
        rust.lines().filter(|line| !line.trim_start().starts_with("#[cfg")).collect();
    let rust = rust.join("\n");
    let names: BTreeSet<&str> =
        first_literals(&rust, ".met(").chain(first_literals(&rust, ".voor(")).collect();
    let words = keys("woorden");
    let found: Words = literals(&rust)
        .filter(|literal| !names.contains(literal) && !words.contains(*literal))
        .map(str::to_owned)
        .collect();
    let known = ["aannames", "niet_berekend", "waarschuwingen"].map(codes).into_iter().flatten();
    assert_eq!(found, known.collect());
}

#[test]
fn every_refusal_has_its_words() {
    let rust = engine();
    let known: Words = ["problemen", "toegestaan"].map(keys).into_iter().flatten().collect();
    let is_path = |call: &str, literal: &str| call.contains(&format!("\"{literal}\".to_owned()"));
    let mut asked = Words::new();
    for call in ["refuse(", "refuse_type("].into_iter().flat_map(|name| arguments(&rust, name)) {
        let mut found: Vec<&str> =
            literals(&call).filter(|literal| !is_path(&call, literal)).collect();
        if found.len() == 3 {
            found.remove(0);
        }
        asked.extend(found.into_iter().map(str::to_owned));
    }
    for call in [".missing(", "required_word("].into_iter().flat_map(|name| arguments(&rust, name))
    {
        asked.extend(literals(&call).last().map(str::to_owned));
    }
    let gaps: Vec<&String> = asked.difference(&known).collect();
    assert!(gaps.is_empty() && asked.len() > 30, "without words: {gaps:?}");
}

#[test]
fn the_command_line_has_its_words() {
    let texts = texts();
    let groups = Reader::new().groups;
    for (path, rust) in sources("calc-cli/src") {
        for literal in rust.split('"').skip(1).step_by(2) {
            let Some((_, key)) =
                literal.split_once('.').filter(|(group, _)| groups.contains(*group))
            else {
                continue;
            };
            // A key that is put together is one of the lists below.
            let known =
                key.split('.').all(is_name) && texts.contains_key(literal) || key.contains('{');
            assert!(known, "{path}: no words for {literal}");
        }
    }
    let month = month_with(&changed(&json!({})), Explain::No);
    let fields =
        |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Words>();
    let answers: Words =
        scheme_answers().iter().flat_map(|it| &it.fields).map(|it| it.0.to_owned()).collect();
    let lines: Words = Lijn::ALLE.iter().map(|lijn| lijn.word().to_owned()).collect();
    let listed = |words: &str| words.split(' ').map(str::to_owned).collect::<Words>();
    assert_eq!(keys("lijnen"), lines);
    assert_eq!(keys("per_jaar"), fields(&month["per_jaar"]["nu"]));
    assert_eq!(keys("kinderopvang"), fields(&month["kinderopvang"]));
    assert_eq!(keys("velden"), answers);
    assert_eq!(keys("richting"), listed("meer minder onbekend"));
    assert_eq!(keys("status"), listed("announced derived scenario"));
    assert_eq!(keys("vrijlating"), listed("34a geen n proefplaatsing r traject y"));
    assert_eq!(keys("maanden"), (1..=12).map(|month| month.to_string()).collect());
    let whole = listed(
        "aannames niet_berekend waarschuwingen te_doen uitleg_nu uitleg_met_baan waarom_nul_nu \
        waarom_nul_met_baan break_even break_even_niet einde_bijstand einde_bijstand_niet",
    );
    assert!(whole.is_subset(&keys("tabel")));
}

// --- 3. How it is said. ------------------------------------------------------------------------------------

fn words_and_sentences(texts: &[String]) -> (usize, usize) {
    let sentences = texts.iter().flat_map(|text| text.split_inclusive(['.', '?', '!', ';']));
    let count = |sentence: &str| {
        sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    };
    let counts: Vec<usize> = sentences.map(count).filter(|words| *words > 0).collect();
    (counts.iter().sum(), counts.len())
}

#[test]
fn sentences_are_short() {
    let of_rules = |(key, text): (String, String)| key.ends_with("._zin").then_some(text);
    let rules: Vec<String> = table("regels").into_iter().filter_map(of_rules).collect();
    let mut groups = vec![("regels", rules)];
    for name in ["redenen", "waarschuwingen", "aannames", "niet_berekend", "te_doen.zin"] {
        groups.push((name, table(name).into_values().collect()));
    }
    for (name, texts) in groups {
        let (words, sentences) = words_and_sentences(&texts);
        assert!(words < 12 * sentences, "{name}: {words} words in {sentences} sentences");
        for text in texts {
            let longest = text
                .split_inclusive(['.', '?', '!', ';'])
                .map(|it| it.split_whitespace().count())
                .max();
            assert!(longest <= Some(20), "{name}: a sentence of {longest:?} words: {text}");
        }
    }
}

#[test]
fn every_code_stands_in_the_list_of_codes() {
    let page = read(&repository("docs/codes.md"));
    let first_cell = |line: &str| {
        let cell = line.strip_prefix("| `")?;
        Some(cell.split_once('`')?.0.to_owned())
    };
    let listed: Vec<String> = page.lines().filter_map(first_cell).collect();
    let groups = ["waarschuwingen", "aannames", "niet_berekend", "redenen", "te_doen.zin"];
    let known: Words = groups.map(codes).into_iter().flatten().collect();
    assert_eq!(listed.iter().cloned().collect::<Words>(), known);
    assert_eq!(listed.len(), known.len(), "a code stands there twice");

    // Those of the calendar, which has codes of the same names: a page of their own, a list for each group.
    let page = read(&repository("docs/codes-calendar.md"));
    for part in page.split("\n## ").skip(1) {
        let group = part.split('`').nth(1).unwrap_or_default();
        let listed: Vec<String> = part.lines().filter_map(first_cell).collect();
        let known = codes(&format!("kalender.{group}"));
        let said_apart = ["meer", "minder", "komt", "gaat", "was"];
        let known: Words =
            known.into_iter().filter(|code| !said_apart.contains(&code.as_str())).collect();
        assert_eq!(listed.iter().cloned().collect::<Words>(), known, "{group}");
        assert_eq!(listed.len(), known.len(), "{group}: a code stands there twice");
    }
}
