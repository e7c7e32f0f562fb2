//! The words of the page as files, two for each language: what the first answer needs, and the explanations.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use calc_core::Language;
use calc_core::texts::text;

use super::files::{files, read, save};

/// Where the files are, below the page.
const FOLDER: &str = "talen";
/// The page in the language that a browser shows before the words are there.
const INDEX: &str = "index.html";
/// The page that makes the line for the page of another: in a language with its tag before the ending, but for the first.
const EMBED_PAGE: &str = "embed.html";
/// Where the themes are: a file for each, by its name.
const THEMES: &str = "themes";
/// Words that are wanted only when an explanation is opened.
const LATER: [&str; 24] = [
    "pagina.bestand.",
    "pagina.programma.",
    "problemen.",
    "toegestaan.",
    "pagina.prive.",
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
/// Words of the command line (the calendar, debts and the week are answers of its own, and a scenario is only there), of the
/// second module (her twelve months, and how an amount came about), those of another page, and those that stand in the page before any file of words comes.
const NEVER: [&str; 23] = [
    "parameters.",
    "regels.",
    "stappen.",
    "insluiten.",
    "pagina.twaalf.",
    "tabel.",
    "kalender.",
    "week.",
    "schulden.",
    "problemen.andere_eenheid",
    "problemen.geen_tabel",
    "toegestaan.een_getal_in",
    "toegestaan.een_heel_getal_in",
    "toegestaan.een_tabel",
    "gemeente.status.scenario",
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
    let themes = themes(place)?;
    let page = page.replace("{themes}", &themes.join(" "));
    save(&index, &filled(&page, first)?)?;
    write_embed_pages(place, &themes)
}

/// The names of the themes, as a page asks for them and a person reads them.
fn themes(place: &Path) -> Result<Vec<String>> {
    let folder = place.join(THEMES);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let named = |file: &Path| -> Result<String> {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(fits) || file.extension() != Some("css".as_ref()) {
            bail!("{}: a theme is named like voorbeeldstad.css", file.display());
        }
        Ok(name.to_owned())
    };
    files(&folder)?.iter().map(|file| named(file)).collect()
}

/// The page that makes the line for the page of another, in every language.
fn write_embed_pages(place: &Path, themes: &[String]) -> Result<()> {
    let page = place.join(EMBED_PAGE);
    let template = read(&page)?;
    let theme = |name: &String| format!("<option value=\"{name}\">{name}</option>");
    let themes: String = themes.iter().map(theme).collect();
    for language in Language::ALL {
        let page = template.replace("{lang}", language.tag());
        let page = page.replace("{themes}", &themes);
        let page = page.replace("{talen}", &options(*language)?);
        let page = page.replace("{andere}", &links_to_others(*language)?);
        save(&place.join(embed_page(*language)), &filled(&page, *language)?)?;
    }
    Ok(())
}

fn embed_page(language: Language) -> String {
    if language == Language::NL {
        return EMBED_PAGE.to_owned();
    }
    EMBED_PAGE.replace(".html", &format!(".{}.html", language.tag()))
}

/// A choice of languages, each with the name that the frame gets in it; `chosen` first.
fn options(chosen: Language) -> Result<String> {
    let option = |language: &Language| {
        let (tag, word) = (language.tag(), |key| text(*language, key).context("no name"));
        let selected = if *language == chosen { " selected" } else { "" };
        let title = escaped(word("pagina.titel")?);
        let name = word("taal.naam")?;
        Ok(format!(
            "<option value=\"{tag}\" lang=\"{tag}\" data-title=\"{title}\"{selected}>{name}</option>"
        ))
    };
    Language::ALL.iter().map(option).collect()
}

fn links_to_others(here: Language) -> Result<String> {
    let link = |language: &Language| {
        let (tag, goal) = (language.tag(), embed_page(*language));
        let words = text(*language, "insluiten.andere").context("a language has no name")?;
        Ok(format!("<a class=\"utrecht-link\" href=\"{goal}\" lang=\"{tag}\">{words}</a>"))
    };
    Language::ALL.iter().filter(|language| **language != here).map(link).collect()
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
        let (key, rest) = part.split_once('}').context("a { without a } in a page")?;
        let words = text(language, key).with_context(|| format!("a page: no text for {key}"))?;
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
    fn a_theme_is_a_file_of_style_with_a_plain_name() {
        let place = std::env::temp_dir().join(format!("xtask-themes-{}", std::process::id()));
        let folder = place.join(THEMES);
        fs::create_dir_all(&folder).expect("a folder can be made");
        let with = |name: &str| {
            fs::write(folder.join(name), "").expect("a file can be written");
            themes(&place)
        };
        assert_eq!(with("zuid-holland-2.css").expect("a name"), ["zuid-holland-2"]);
        assert!(with("Zuid Holland.css").is_err());
        fs::remove_file(folder.join("Zuid Holland.css")).expect("a file can be removed");
        assert!(with("zuid.scss").is_err());
        fs::remove_dir_all(&place).expect("a folder can be removed");
    }

    #[test]
    fn the_page_for_hosts_has_the_name_of_each_language_in_that_language() {
        let options = options(Language::EN).expect("names");
        assert_eq!(options.matches("<option ").count(), Language::ALL.len());
        assert!(options.contains("lang=\"en\" data-title=\"Will I have more money"), "{options}");
        assert!(options.contains(" selected>English</option>"), "{options}");
        let links = links_to_others(Language::EN).expect("names");
        assert!(links.starts_with("<a class=\"utrecht-link\" href=\"embed.html\" lang=\"nl\">"));
    }

    #[test]
    fn a_page_is_filled_with_words_and_says_what_lacks() {
        let page = filled("<p>{taal.naam}</p>", Language::NL).expect("a text");
        assert_eq!(page, "<p>Nederlands</p>");
        assert!(filled("{bestaat.niet}", Language::NL).is_err());
    }
}
