//! Compresses the site, prints what each file weighs and holds the sum against the budget.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::files;
use crate::run;

/// What the first answer may cost in download, in bytes after brotli: 250 kB.
const BUDGET: u64 = 250_000;
/// The words that the first answer needs; explanations and other languages come after it.
const WORDS: &str = "talen/nl.txt";
/// Come beside the first answer, which does not need them: the worker, the engine for programs, and what a page in the page of
/// another wants.
const BESIDE: [&str; 5] = ["sw.js", "rekenhulp.js", "rekenhulp_bg.wasm", "frame.js", "frame.css"];
/// What is for hosts begins like this.
const FOR_HOSTS: &str = "embed";
/// Where the themes are.
const THEMES: &str = "themes";
/// What a host's page loads of ours before there is anything to see, and what it may weigh after gzip.
const EMBED: (&str, u64) = ("embed.js", 1000);
/// The kinds of files that gain from compression; the first four also count for the budget.
const COMPRESSED: [&str; 9] = ["html", "js", "css", "wasm", "mjs", "json", "svg", "txt", "xml"];

/// The endings of the copies: brotli, and gzip for servers and readers that know no other.
const COPIES: [&str; 2] = ["br", "gz"];

/// Writes a copy in brotli and one in gzip beside each file that gains from it.
pub fn compress(place: &Path) -> Result<()> {
    let script = run::root().join("xtask/src/site/compress.mjs");
    let chosen = files::files(place)?.into_iter().filter(|file| is_one_of(file, &COMPRESSED));
    let paths: Vec<_> = chosen.map(|file| place.join(file)).collect();
    run::ok(run::command("node").arg(script).args(&paths))?;
    for path in &paths {
        for compressed in COPIES.map(|ending| copy(path, ending)) {
            if length(&compressed)? >= length(path)? {
                fs::remove_file(&compressed)
                    .with_context(|| format!("could not remove {}", compressed.display()))?;
            }
        }
    }
    Ok(())
}

/// Prints the table; over the budget is an error. The budget is of brotli: by gzip the page costs more.
pub fn report(place: &Path) -> Result<()> {
    println!("{:<40} {:>10} {:>10} {:>10}", "file", "bytes", "brotli", "gzip");
    let mut totals = [0; 2];
    for file in files::files(place)? {
        if is_copy(&file) {
            continue;
        }
        let path = place.join(&file);
        let plain = length(&path)?;
        let sent = |ending: &str| {
            let compressed = copy(&path, ending);
            if compressed.is_file() { length(&compressed) } else { Ok(plain) }
        };
        let [brotli, gzip] = [sent(COPIES[0])?, sent(COPIES[1])?];
        println!("{:<40} {plain:>10} {brotli:>10} {gzip:>10}", file.display());
        if counts(&file) {
            totals = [totals[0] + brotli, totals[1] + gzip];
        }
    }
    let [brotli, gzip] = totals;
    println!("{:<40} {:>10} {brotli:>10} {gzip:>10}", "all for the first answer", "");
    within_budget(brotli)?;
    let (name, limit) = EMBED;
    let embed = place.join(name);
    if embed.is_file() {
        small_enough(name, length(&copy(&embed, COPIES[1]))?, limit)
    } else {
        Ok(())
    }
}

/// Whether a file is the copy of another.
pub fn is_copy(file: &Path) -> bool {
    is_one_of(file, &COPIES)
}

/// Whether the first answer waits for the file.
fn counts(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = BESIDE.iter().any(|beside| *beside == name)
        || name.starts_with(FOR_HOSTS)
        || file.iter().any(|folder| folder == THEMES);
    (is_one_of(file, &COMPRESSED[..4]) && !beside) || file.ends_with(WORDS)
}

fn within_budget(total: u64) -> Result<()> {
    if total > BUDGET {
        bail!("the page weighs {total} bytes after brotli; the budget is {BUDGET}");
    }
    Ok(())
}

fn small_enough(name: &str, bytes: u64, limit: u64) -> Result<()> {
    if bytes > limit {
        bail!("{name} weighs {bytes} bytes after gzip; it may weigh {limit}");
    }
    Ok(())
}

/// The name of the brotli file that belongs to `path`.
pub fn brotli(path: &Path) -> PathBuf {
    copy(path, COPIES[0])
}

fn copy(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}

fn is_one_of(file: &Path, kinds: &[&str]) -> bool {
    file.extension().is_some_and(|kind| kinds.iter().any(|known| kind == *known))
}

fn length(path: &Path) -> Result<u64> {
    let about = fs::metadata(path).with_context(|| format!("could not read {}", path.display()))?;
    Ok(about.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_a_limit_that_may_be_reached() {
        assert!(within_budget(BUDGET).is_ok());
        assert!(within_budget(BUDGET + 1).is_err());
    }

    #[test]
    fn what_a_host_loads_stays_small() {
        assert!(small_enough("embed.js", EMBED.1, EMBED.1).is_ok());
        assert!(small_enough("embed.js", EMBED.1 + 1, EMBED.1).is_err());
    }

    #[test]
    fn the_worker_and_later_words_do_not_count_for_the_first_answer() {
        for (file, expected) in [
            ("index.html", true),
            ("v0/start.js", true),
            ("v0/talen/nl.txt", true),
            ("sw.js", false),
            ("v0/talen/nl-uitleg.txt", false),
            ("v0/talen/en.txt", false),
            ("embed.js", false),
            ("embed.en.html", false),
            ("v0/embed-page.css", false),
            ("v0/frame.js", false),
            ("v0/themes/voorbeeldstad.css", false),
        ] {
            assert_eq!(counts(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn the_brotli_file_keeps_the_whole_name() {
        assert_eq!(brotli(Path::new("a/start.js")), Path::new("a/start.js.br"));
    }
}
