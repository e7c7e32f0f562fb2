//! Writes what other programs take from here: the engine as an npm package ([`npm`], with types by [`typescript`]), the JSON
//! Schema of a situation, and cases with their answers ([`conformance`]) to hold another implementation against.

mod cases;
mod conformance;
mod lay;
mod npm;
mod refused;
mod typescript;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::args::Hosting;
use crate::count::Count;
use crate::site::build;
use crate::site::files::{empty, files};
use crate::{install, run};

/// The folder of the schema, and what is in it.
const SCHEMA: &str = "schema";
const SCHEMA_FILE: &str = "situatie.schema.json";

/// Writes all of it into `place`, from the modules of a site.
pub fn write(site: &Path, place: &Path) -> Result<()> {
    let schema = place.join(SCHEMA);
    empty(&schema)?;
    fs::copy(run::root().join("docs").join(SCHEMA_FILE), schema.join(SCHEMA_FILE))
        .context("could not write the schema")?;
    let cases = cases::all()?;
    conformance::write(&cases, &place.join("conformance"))?;
    npm::write(site, &cases, &place.join("npm"))
}

/// `cargo xtask dist`: the site, and this beside it.
pub fn dist(hosting: &Hosting) -> Result<()> {
    let place = run::root().join("dist");
    build::dist(&place, hosting)?;
    write(&place, &place)?;
    println!(
        "The site is in {}; what other programs take is in its folders npm, schema and conformance",
        place.display()
    );
    Ok(())
}

/// Runs the tests of `tests/library/` on what was written from a site.
pub fn test(site: &Path) -> Result<Count> {
    install::npm()?;
    let place = run::target_dir().join("library");
    write(site, &place)?;
    let tests = run::root().join("tests/library");
    let found = files(&tests)?;
    let files = found.iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let mut count = Count::default();
    let mut node = run::command("node");
    node.args(["--test", "--test-reporter=spec", "--test-timeout=300000"])
        .args(files.map(|file| tests.join(file)))
        .env("LIBRARY", &place)
        .env("CALC", calc()?);
    let passed = run::watched(&mut node, |line| count.see(line))?;
    if passed == (count.failed == 0) && count.passed + count.failed > 0 {
        return Ok(count);
    }
    bail!("node's test runner counted {} passed, {} failed", count.passed, count.failed);
}

/// The command line, built as the tests build it: alone the engine would be compiled once more, with fewer features.
fn calc() -> Result<std::path::PathBuf> {
    run::ok(run::cargo().args(["test", "--quiet", "--workspace", "--no-run"]))?;
    Ok(run::target_dir().join("debug").join(format!("calc{}", std::env::consts::EXE_SUFFIX)))
}
