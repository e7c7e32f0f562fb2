//! The words of the page as files, two for each language: what the first answer needs, and the explanations.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use calc_core::Language;
use calc_core::texts::text;

use super::files::{read, save};

/// Where the files are, below the page.
const FOLDER: &str = "talen";
/// The page in the language that a browser shows before the words are there.
const INDEX: &str = "index.html";
/// Words that are wanted only when an explanation is opened.
const LATER: [&str; 27] = [
    "pagina.bestand.",
    "pagina.programma.",
    "problemen.",
    "toegestaan.",
    "pagina.prive.",
    "parameters.",
    "regels.",
    "stappen.",
    "aannames.",
    "niet_berekend.",
    "waarschuwingen.",
    "gemeente.",
    "te_doen.",
    "pagina.gemeente.",
    "pagina.doen.",
    "pagina.meer.",
    "pagina.geval.",
    "pagina.mee.",
    "pagina.lijst.",
    "pagina.opvang.",
    "pagina.jaar.",
    "pagina.uren.",
    "pagina.stappen.",
    "redenen.",
    "pagina.blad.",
    "pagina.delen.",
    "pagina.leeg.",
];
/// What went wrong when the page does not start.
const REASONS: &str = "pagina.mislukt.";
/// Words of the command line (the calendar, debts and the week are answers of its own), and those that stand in the page before any file of words comes.
const NEVER: [&str; 14] = [
    "tabel.",
    "kalender.",
    "week.",
    "schulden.",
    "problemen.zonder_schulden",
    "toegestaan.alleen_met_schulden",
    "lijnen.",
    "per_jaar.",
    "vrijlating.",
    "kinderopvang.",
    "status.",
    "velden.",
    "richting.",
    REASONS,
];
/// Read from the right: no real language, to prove that the page can be. Its letters are Hebrew ones.
const PSEUDO: &str = "xrl";

/// Writes the words of every language, and the page with those of the first.
pub fn write(place: &Path) -> Result<()> {
    let names: Vec<String> = Language::ALL
        .iter()
        .map(|language| {
            let name = text(*language, "taal.naam").context("a language has no name")?;
            Ok(format!("talen.{}={name}", language.tag()))
        })
        .collect::<Result<_>>()?;
    for language in Language::ALL {
        write_words(place, language.tag(), &words(*language), &names)?;
    }
    let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    let first = Language::NL;
    let others = tags.iter().filter(|tag| **tag != first.tag()).copied();
    let tags: Vec<&str> = std::iter::once(first.tag()).chain(others).collect();
    let index = place.join(INDEX);
    let page = read(&index)?.replace("{talen}", &tags.join(" "));
    let page = page.replace("{redenen}", &reasons());
    save(&index, &filled(&page, first)?)
}

/// What went wrong when the page does not start, in every language: then there are no words but those of the page itself.
fn reasons() -> String {
    let of = |language: &Language| {
        let tag = language.tag();
        let one = |(key, words): (&str, &str)| {
            format!("<p lang=\"{tag}\" data-reden=\"{key}\">{}</p>", escaped(words))
        };
        language.below(REASONS).map(one).collect::<String>()
    };
    // That of the law comes first: it stands in for a language without words.
    let others = Language::ALL.iter().filter(|language| language.tag() != Language::NL.tag());
    std::iter::once(&Language::NL).chain(others).map(of).collect()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Adds a language that is read from the right, made of the first one: for the tests.
pub fn add_pseudo(place: &Path) -> Result<()> {
    let strange: Vec<(String, String)> = words(Language::NL)
        .into_iter()
        .map(|(key, words)| {
            let strange = match key.as_str() {
                "taal.leesrichting" => "rtl".to_owned(),
                "taal.code_browser" => words,
                key if key.starts_with("opmaak.") => words,
                _ => mirrored(&words),
            };
            (key, strange)
        })
        .collect();
    write_words(place, PSEUDO, &strange, &[format!("talen.{PSEUDO}={PSEUDO}")])?;
    let index = place.join(INDEX);
    let page = read(&index)?.replacen("data-talen=\"", &format!("data-talen=\"{PSEUDO} "), 1);
    let page = page.replace(&format!("{PSEUDO} nl"), &format!("nl {PSEUDO}"));
    save(&index, &page)
}

fn words(language: Language) -> Vec<(String, String)> {
    language.below("").map(|(key, words)| (key.to_owned(), words.to_owned())).collect()
}

/// Writes the two files of a language.
fn write_words(
    place: &Path,
    tag: &str,
    words: &[(String, String)],
    names: &[String],
) -> Result<()> {
    let is_one_of = |key: &str, some: &[&str]| some.iter().any(|prefix| key.starts_with(prefix));
    let (mut first, mut later) = (names.to_vec(), Vec::new());
    for (key, words) in words.iter().filter(|(key, _)| !is_one_of(key, &NEVER)) {
        let goal = if is_one_of(key, &LATER) { &mut later } else { &mut first };
        goal.push(format!("{key}={words}"));
    }
    let folder = place.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    for (name, mut lines) in [(tag.to_owned(), first), (format!("{tag}-uitleg"), later)] {
        // By key, as the page wants them: `=` comes before every letter but after some signs.
        lines.sort_by(|one, other| key(one).cmp(key(other)));
        save(&folder.join(format!("{name}.txt")), &grouped(&lines))?;
    }
    Ok(())
}

/// The lines with the group of their keys told once: `.pagina.lijst`, and below it `kop=…`.
fn grouped(lines: &[String]) -> String {
    let (mut out, mut group) = (Vec::new(), "");
    for line in lines {
        let (its, rest) = match key(line).rsplit_once('.') {
            Some((its, _)) => (its, &line[its.len() + 1..]),
            None => ("", line.as_str()),
        };
        if its != group {
            out.push(format!(".{its}"));
            group = its;
        }
        out.push(rest.to_owned());
    }
    out.join("\n")
}

fn key(line: &str) -> &str {
    line.split('=').next().unwrap_or_default()
}

/// The page with its `{keys}` filled in.
fn filled(page: &str, language: Language) -> Result<String> {
    let mut parts = page.split('{');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once('}').context("a { without a } in index.html")?;
        let words =
            text(language, key).with_context(|| format!("index.html: no text for {key}"))?;
        whole += &escaped(words);
        whole += rest;
    }
    Ok(whole)
}

/// Hebrew letters in place of Latin ones, but in `{placeholders}`.
fn mirrored(words: &str) -> String {
    let mut inside = false;
    words
        .chars()
        .map(|c| {
            inside = (inside || c == '{') && c != '}';
            let letter = u32::from(c.to_ascii_lowercase()).wrapping_sub(u32::from('a'));
            match letter {
                0..26 if !inside => char::from_u32(0x05d0 + letter).unwrap_or(c),
                _ => c,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_of_keys_is_told_once_and_read_back() {
        let lines = ["a=1", "b.c=2 = two", "b.c.d=3", "b.e=4"].map(str::to_owned);
        let grouped = grouped(&lines);
        assert_eq!(grouped, "a=1\n.b\nc=2 = two\n.b.c\nd=3\n.b\ne=4");
        assert_eq!(calc_core::texts::ungrouped(&grouped).as_deref(), Some(&*lines.join("\n")));
    }

    #[test]
    fn the_pseudo_language_leaves_placeholders_and_figures() {
        assert_eq!(mirrored("b {van} 5"), "ב {van} 5");
    }

    #[test]
    fn every_reason_is_there_in_every_language_and_the_first_comes_first() {
        let reasons = reasons();
        for language in Language::ALL {
            for reason in ["verbinding", "traag", "browser", "site", "gestopt", "opnieuw"] {
                let start = format!("<p lang=\"{}\" data-reden=\"{reason}\">", language.tag());
                assert_eq!(reasons.matches(&start).count(), 1, "{start}");
            }
        }
        assert!(reasons.starts_with("<p lang=\"nl\" "), "{reasons}");
    }

    #[test]
    fn a_page_is_filled_with_words_and_says_what_lacks() {
        let page = filled("<p>{taal.naam}</p>", Language::NL).expect("a text");
        assert_eq!(page, "<p>Nederlands</p>");
        assert!(filled("{bestaat.niet}", Language::NL).is_err());
    }
}
