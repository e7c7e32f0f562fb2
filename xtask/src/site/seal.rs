//! Gives the site its version: every file that a page loads moves into a folder named after the content of all
//! files, so that two versions never mix and a browser may keep what it has (docs/decisions/0006-offline.md). A page
//! lists its files with their length and hash, and its own length: who gets something else knows it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::files::{self, read, save};
use crate::args::Build;
use crate::run;

/// The worker that keeps the page for use without internet.
const WORKER: &str = "sw.js";
/// What starts the page. It keeps its name, so that a browser asks for it again each time: whatever a network answered
/// in its place, the next time it is right. The page names its hash, so that it is never that of another version.
const START: &str = "start.js";
/// What others link to keeps its name: pages, the worker, and these.
const NAMED_FROM_OUTSIDE: [&str; 1] = [EMBED];
/// What a host's page loads, and what writes the line for that page.
const EMBED: &str = "embed.js";
const EMBED_PAGE: &str = "embed-page.js";
/// What only a page in the page of another wants, or one in another style, or the page for hosts: no page waits for it, and
/// no device keeps it. Its names stand in no list, which every first answer would have to carry.
const UNLISTED: [&str; 5] = ["frame.js", "frame.css", "embed-page.js", "embed-page.css", "themes"];

/// Seals the site; a quick build gets no worker, so that nothing stays behind in a developer's browser.
pub fn seal(place: &Path, build: Build) -> Result<()> {
    let files: Vec<PathBuf> = files::files(place)?.into_iter().collect();
    let version = version(place, &files)?;
    let (fixed, moved): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_fixed(file));
    for file in &moved {
        relocate(place, file, &version)?;
    }
    let is_listed = |file: &&PathBuf| !UNLISTED.iter().any(|name| file.starts_with(name));
    let mut known: Vec<String> = moved
        .iter()
        .filter(is_listed)
        .map(|file| described(place, &address(file, &version)))
        .collect::<Result<_>>()?;
    if place.join(START).is_file() {
        known.push(described(place, START)?);
    }
    for page in fixed.iter().filter(|file| is_page(file)) {
        let path = place.join(page);
        let html = rewritten(&hosted(place, &read(&path)?)?, &moved, &version);
        let html = match started(place, &html)? {
            Some(html) => with_list(&html, &known, build),
            None => html,
        };
        save(&path, &html)?;
    }
    let worker = place.join(WORKER);
    match build {
        Build::Shipped => {
            let code = read(&worker)?;
            if !code.contains("{versie}") {
                bail!("{WORKER} has no place for the version");
            }
            save(&worker, &code.replace("{versie}", &version))
        }
        Build::Quick => fs::remove_file(&worker)
            .with_context(|| format!("could not remove {}", worker.display())),
    }
}

/// A file as a page lists it: address, length in bytes, hash as a browser checks it.
fn described(place: &Path, address: &str) -> Result<String> {
    let path = place.join(address);
    let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
    if address.contains([',', ' ', '"']) {
        bail!("{address}: a page cannot list a file with such a name");
    }
    Ok(format!("{address},{},{}", bytes.len(), hash(&bytes)))
}

/// The hash of a file, in the form of the attribute `integrity`.
fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The page with the hash of what starts it; none when it starts nothing. A frame without an origin needs `crossorigin`
/// for that.
fn started(place: &Path, html: &str) -> Result<Option<String>> {
    let link = format!("src=\"{START}\"");
    if !html.contains(&link) {
        return Ok(None);
    }
    let start = fs::read(place.join(START)).context("a page without what starts it")?;
    Ok(Some(html.replace(&link, &format!("{link} integrity=\"{}\" crossorigin", hash(&start)))))
}

/// The page with the hash of what a host loads, where it writes the line for that.
fn hosted(place: &Path, html: &str) -> Result<String> {
    let link = format!("src=\"{EMBED_PAGE}\"");
    if !html.contains(&link) {
        return Ok(html.to_owned());
    }
    Ok(html.replace(&link, &format!("{link} data-integrity=\"{}\"", embed_hash(place)?)))
}

/// The hash of what a host's page loads, as the line for that page has it.
pub fn embed_hash(place: &Path) -> Result<String> {
    let embed = fs::read(place.join(EMBED)).context("a page for hosts without what they load")?;
    Ok(format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(embed))))
}

/// The page with the list of its files, its own length in UTF-16 as JavaScript counts it, and its worker.
fn with_list(html: &str, known: &[String], build: Build) -> String {
    let worker = match build {
        Build::Shipped => format!("data-bewaarder=\"{WORKER}\" "),
        Build::Quick => String::new(),
    };
    let commit = commit().map(|hash| format!("data-commit=\"{hash}\" ")).unwrap_or_default();
    let list = known.join(" ");
    let with = |length: usize| {
        // As many digits for every length, so that they do not change it.
        let own =
            format!("<html {worker}{commit}data-lengte=\"{length:06}\" data-bestanden=\"{list}\" ");
        html.replacen("<html ", &own, 1)
    };
    with(with(0).encode_utf16().count())
}

/// The commit that is built, with a `+` when something else is built than that; none outside of a repository. It stands in the
/// page and not in the version of its files: those are the same for as long as their content is.
fn commit() -> Option<String> {
    let hash = run::output(run::command("git").args(["rev-parse", "--short=12", "HEAD"]))?;
    let changed = run::output(run::command("git").args(["status", "--porcelain"]))?;
    let is_hash = !hash.is_empty() && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hash.then(|| if changed.is_empty() { hash } else { format!("{hash}+") })
}

/// How such a path begins, as other servers look for it: a regular expression.
pub const VERSIONED: &str = "/v[0-9a-f]{16}/";

/// Whether the path a browser asks for is in the folder of a version: what it names never changes.
pub fn is_versioned(path: &str) -> bool {
    let folder = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    folder.strip_prefix('v').is_some_and(|digits| {
        digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

fn is_page(file: &Path) -> bool {
    file.extension().is_some_and(|kind| kind == "html")
}

fn is_fixed(file: &Path) -> bool {
    let named = |name: &&str| file == Path::new(name);
    let fixed = [WORKER, START];
    is_page(file) || fixed.iter().chain(&NAMED_FROM_OUTSIDE).any(named)
}

/// The address of a file, from the page.
fn address(file: &Path, version: &str) -> String {
    format!("{version}/{}", file.to_string_lossy().replace('\\', "/"))
}

/// `v` and 16 hexadecimal digits over the names and the content of all files (FNV-1a: enough to tell versions apart).
fn version(place: &Path, files: &[PathBuf]) -> Result<String> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |bytes: &[u8]| {
        for byte in bytes.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for file in files {
        let path = place.join(file);
        take(file.to_string_lossy().as_bytes());
        take(&fs::read(&path).with_context(|| format!("could not read {}", path.display()))?);
    }
    Ok(format!("v{hash:016x}"))
}

fn relocate(place: &Path, file: &Path, version: &str) -> Result<()> {
    let goal = place.join(version).join(file);
    if let Some(folder) = goal.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("could not make {}", folder.display()))?;
    }
    fs::rename(place.join(file), &goal)
        .with_context(|| format!("could not write {}", goal.display()))?;
    // A folder that is empty now has nothing to say; one that is not stays.
    if let Some(folder) = file.parent().filter(|folder| *folder != Path::new("")) {
        let _ = fs::remove_dir(place.join(folder));
    }
    Ok(())
}

/// A page whose links lead into the folder of the version.
fn rewritten(html: &str, moved: &[PathBuf], version: &str) -> String {
    let mut html = html.to_owned();
    for file in moved {
        for attribute in ["href", "src"] {
            let name = file.to_string_lossy().replace('\\', "/");
            let link = format!("{attribute}=\"{}\"", address(file, version));
            html = html.replace(&format!("{attribute}=\"{name}\""), &link);
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 8] = [
        (
            "index.html",
            "<html lang=\"nl\"><p>één 🧮</p><link href=\"a.css\"><script src=\"start.js\"></script><a href=\"#a.css\">",
        ),
        ("sw.js", "const VERSION = '{versie}';"),
        ("start.js", "abc"),
        ("a.css", "one"),
        ("talen/nl.txt", "two"),
        (
            "embed.html",
            "<html lang=\"nl\"><link href=\"a.css\"><script src=\"embed-page.js\"></script>",
        ),
        ("embed-page.js", "three"),
        ("embed.js", "abc"),
    ];
    /// FIPS 180-2, appendix D.1: the SHA-384 of `abc` is cb00753f 45a35e8b b5a03d69 9ac65007 272c32ab 0eded163 1a8b605a
    /// 43ff5bed 8086072b a1e7cc23 58baeca1 34c825a7. Here in base64.
    const EMBED_HASH: &str =
        "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
    /// FIPS 180-2, appendix B.1: the SHA-256 of `abc` is ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61
    /// f20015ad. Here in base64.
    const HASH_OF_ABC: &str = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

    /// Seals a small site, does something with it and cleans up.
    fn sealed<T>(name: &str, style: &str, build: Build, look: impl FnOnce(&Path) -> T) -> T {
        let place = std::env::temp_dir().join(format!("xtask-seal-{}-{name}", std::process::id()));
        fs::create_dir_all(place.join("talen")).expect("a folder can be made");
        for (file, text) in FILES {
            let text = if file == "a.css" { style } else { text };
            fs::write(place.join(file), text).expect("a file can be written");
        }
        seal(&place, build).expect("it is sealed");
        let seen = look(&place);
        fs::remove_dir_all(&place).expect("a folder can be removed");
        seen
    }

    fn only_version(place: &Path) -> String {
        let files = files::files(place).expect("a list");
        let mut moved = files.iter().map(|file| file.to_string_lossy().into_owned());
        let folder = moved.find(|file| is_versioned(file)).expect("a moved file");
        folder.split('/').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn pages_and_worker_stay_and_the_rest_moves() {
        sealed("moves", "one", Build::Shipped, |place| {
            let version = only_version(place);
            let at = |file: &str| read(&place.join(file)).expect("a text");
            assert_eq!(at(&format!("{version}/talen/nl.txt")), "two");
            assert!(!place.join("talen").exists() && !place.join("a.css").exists());
            assert_eq!(at("start.js"), "abc");
            let page = at("index.html");
            assert!(page.contains(&format!("href=\"{version}/a.css\"")), "{page}");
            assert!(page.contains("data-bewaarder=\"sw.js\"") && page.contains("\"#a.css\""));
            let built_from = commit().map(|hash| format!(" data-commit=\"{hash}\" "));
            assert_eq!(page.contains("data-commit"), built_from.is_some());
            assert!(built_from.is_none_or(|told| page.contains(&told)), "{page}");
            assert_eq!(at("sw.js"), format!("const VERSION = '{version}';"));
        });
    }

    #[test]
    fn a_page_lists_its_files_with_length_and_hash_and_its_own_length() {
        sealed("list", "one", Build::Shipped, |place| {
            let version = only_version(place);
            let page = read(&place.join("index.html")).expect("a text");
            let of = |name: &str| {
                let start = format!("{name}=\"");
                let value = page.split(&start).nth(1).expect("the attribute");
                value.split('"').next().expect("an end").to_owned()
            };
            let list = of("data-bestanden");
            let starts: Vec<_> =
                list.split(' ').map(|file| file.rsplit_once(',').expect("a hash").0).collect();
            let expected = [
                format!("{version}/a.css,3"),
                format!("{version}/talen/nl.txt,3"),
                "start.js,3".into(),
            ];
            assert_eq!(starts, expected);
            assert!(list.ends_with(&format!("start.js,3,{HASH_OF_ABC}")), "{list}");
            assert_eq!(of("integrity"), HASH_OF_ABC);
            // The letters é and the picture of an abacus: one and two of UTF-16.
            let abacus = page.matches('🧮').count();
            assert_eq!(of("data-lengte").parse(), Ok(page.chars().count() + abacus));
        });
    }

    #[test]
    fn a_page_that_starts_nothing_has_no_list_and_what_it_wants_is_in_none() {
        sealed("hosts", "one", Build::Shipped, |place| {
            let version = only_version(place);
            let page = read(&place.join("embed.html")).expect("a text");
            let expected = FILES[5].1.replace("=\"a", &format!("=\"{version}/a"));
            let (own, at) = ("\"embed-page.js\"", format!("\"{version}/embed-page.js\""));
            let expected = expected.replace(own, &format!("{at} data-integrity=\"{EMBED_HASH}\""));
            assert_eq!(page, expected);
            assert!(place.join(version).join("embed-page.js").is_file());
            assert!(!read(&place.join("index.html")).expect("a text").contains("embed-page"));
        });
    }

    #[test]
    fn a_quick_build_has_no_worker() {
        sealed("quick", "one", Build::Quick, |place| {
            assert!(!place.join("sw.js").exists());
            let page = read(&place.join("index.html")).expect("a text");
            assert!(!page.contains("bewaarder"));
        });
    }

    #[test]
    fn the_version_changes_with_the_content_and_with_nothing_else() {
        let version = |name, start| sealed(name, start, Build::Shipped, only_version);
        assert_eq!(version("same", "one"), version("again", "one"));
        assert_ne!(version("one", "one"), version("other", "two"));
    }

    #[test]
    fn only_the_folder_of_a_version_is_versioned() {
        assert!(is_versioned("/v0123456789abcdef/start.js"));
        for path in ["/", "/index.html", "/sw.js", "/v1/start.js", "/vandaag-is-het-so/a.js"] {
            assert!(!is_versioned(path), "{path}");
        }
    }
}
