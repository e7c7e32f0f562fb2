//! Gives the site its version: every file that a page loads moves into a folder named after the content of all
//! files, so that two versions never mix and a browser may keep what it has (docs/decisions/0006-offline.md).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::args::Build;
use crate::site::{self, read, save};

/// The worker that keeps the page for use without internet.
const WORKER: &str = "sw.js";
/// What others link to keeps its name: pages, the worker, and these.
const NAMED_FROM_OUTSIDE: [&str; 1] = ["embed.js"];

/// Seals the site; a quick build gets no worker, so that nothing stays behind in a developer's browser.
pub fn seal(place: &Path, build: Build) -> Result<()> {
    let files: Vec<PathBuf> = site::files(place)?.into_iter().collect();
    let version = version(place, &files)?;
    let (fixed, moved): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_fixed(file));
    for file in &moved {
        relocate(place, file, &version)?;
    }
    for page in fixed.iter().filter(|file| is_page(file)) {
        let path = place.join(page);
        let html = rewritten(&read(&path)?, &moved, &version);
        let html = match build {
            Build::Shipped => html.replacen("<html ", "<html data-bewaarder=\"sw.js\" ", 1),
            Build::Quick => html,
        };
        save(&path, &html)?;
    }
    let worker = place.join(WORKER);
    match build {
        Build::Shipped => {
            let names: Vec<_> = moved.iter().map(|file| address(file, &version)).collect();
            let code = read(&worker)?.replace("{versie}", &version);
            let code = code.replace("{bestanden}", &names.join(" "));
            if code.contains("{versie}") || !code.contains(&names.join(" ")) {
                bail!("{WORKER} has no place for the version and the files");
            }
            save(&worker, &code)
        }
        Build::Quick => fs::remove_file(&worker)
            .with_context(|| format!("could not remove {}", worker.display())),
    }
}

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
    is_page(file) || file == Path::new(WORKER) || NAMED_FROM_OUTSIDE.iter().any(named)
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

    const FILES: [(&str, &str); 4] = [
        (
            "index.html",
            "<html lang=\"nl\"><script src=\"start.js\"></script><a href=\"#start.js\">",
        ),
        ("sw.js", "const VERSION = '{versie}'; const FILES = '{bestanden}';"),
        ("start.js", "one"),
        ("talen/nl.txt", "two"),
    ];

    /// Seals a small site, does something with it and cleans up.
    fn sealed<T>(name: &str, start: &str, build: Build, look: impl FnOnce(&Path) -> T) -> T {
        let place = std::env::temp_dir().join(format!("xtask-seal-{}-{name}", std::process::id()));
        fs::create_dir_all(place.join("talen")).expect("a folder can be made");
        for (file, text) in FILES {
            let text = if file == "start.js" { start } else { text };
            fs::write(place.join(file), text).expect("a file can be written");
        }
        seal(&place, build).expect("it is sealed");
        let seen = look(&place);
        fs::remove_dir_all(&place).expect("a folder can be removed");
        seen
    }

    fn only_version(place: &Path) -> String {
        let files = site::files(place).expect("a list");
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
            assert!(!place.join("talen").exists() && !place.join("start.js").exists());
            let page = at("index.html");
            assert!(page.contains(&format!("src=\"{version}/start.js\"")), "{page}");
            assert!(page.contains("data-bewaarder=\"sw.js\"") && page.contains("\"#start.js\""));
            let list = format!("'{version}/start.js {version}/talen/nl.txt'");
            assert!(at("sw.js").contains(&list), "{}", at("sw.js"));
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
