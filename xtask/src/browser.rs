//! Runs the browser tests of `tests/browser/` against a site, and measures one.

use std::cmp::Reverse;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::count::Count;
use crate::site::{build, files, serve};
use crate::{install, run};

/// Serves the site, runs every test file on it and counts.
pub fn test(place: &Path) -> Result<Count> {
    let folder = run::root().join("tests/browser");
    let is_test = |file: &Path| file.to_string_lossy().ends_with(".test.mjs");
    let mut files: Vec<_> =
        files::files(&folder)?.into_iter().filter(|file| is_test(file)).collect();
    // The largest take longest: begun last, one of them would end alone.
    files.sort_by_key(|file| Reverse(fs::metadata(folder.join(file)).map_or(0, |it| it.len())));
    if files.is_empty() {
        bail!("there is no browser test in {}", folder.display());
    }
    install::npm()?;
    let chromium = install::chromium()?;
    let address = serve::background(place)?;
    let mut count = Count::default();
    let mut node = run::command("node");
    // Three files at a time on two cores: a test waits for a part of its time.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=3", "--test-timeout=900000"])
        .args(files.iter().map(|file| folder.join(file)))
        .env("BASE_URL", format!("http://{address}/"))
        .env("CHROMIUM", chromium);
    let passed = run::watched(&mut node, |line| count.see(line))?;
    if passed == (count.failed == 0) && count.passed + count.failed > 0 {
        return Ok(count);
    }
    bail!("node's test runner counted {} passed, {} failed", count.passed, count.failed);
}

/// `cargo xtask measure`.
pub fn measure(parts: &[String]) -> Result<()> {
    let place = build::scratch();
    build::build(&place)?;
    let chromium = install::chromium()?;
    let address = serve::background(&place)?;
    let mut node = run::command("node");
    node.arg(run::root().join("tests/browser/measure.mjs")).args(parts);
    run::ok(node.env("BASE_URL", format!("http://{address}/")).env("CHROMIUM", chromium))
}
