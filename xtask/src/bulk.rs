//! The wheel for whole caseloads, in a workspace of its own (`bulk/`): builds it, and runs its tests in an environment of
//! Python that is made for them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::count::Count;
use crate::{install, run};

/// What the tests are of.
const REQUIREMENTS: &str = "bulk/tests/requirements.txt";
/// So many made-up households in every run; with `HOUSEHOLDS=10000` more.
const HOUSEHOLDS: &str = "500";

/// Formatting and lints of the workspace.
pub fn lints() -> Result<()> {
    run::ok(cargo().args(["fmt", "--all", "--check"]))?;
    run::ok(cargo().args(["clippy", "--all-targets", "--", "-D", "warnings"]))
}

/// Licences, forbidden crates and sources of the workspace.
pub fn deny() -> Result<()> {
    let mut command = run::command(install::cargo_deny()?);
    command.args(["--manifest-path", "bulk/Cargo.toml", "--config", "bulk/deny.toml"]);
    run::ok(command.args(["check", "licenses", "bans", "sources"]))
}

/// Builds the wheel, puts it into the environment and runs the tests.
pub fn test() -> Result<((), Count)> {
    let python = python()?;
    let wheel = wheel(&python)?;
    let install = ["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall"];
    run::ok(run::command(&python).args(install).arg(wheel))?;
    let households = households()?;
    let mut count = Count::default();
    let mut pytest = run::command(&python);
    pytest
        .args(["-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "bulk/tests"])
        .env("HOUSEHOLDS", households)
        .env("CALC", built("calc"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let passed = run::watched(&mut pytest, |line| count.see(line))?;
    if !passed && count.failed == 0 {
        count.add(Count::FAILED);
    }
    Ok(((), count))
}

fn cargo() -> Command {
    let mut command = run::cargo();
    command.current_dir(run::root().join("bulk")).env("CARGO_TARGET_DIR", run::target_dir());
    command
}

/// The Python of the tests, with what they need in it.
pub fn python() -> Result<PathBuf> {
    let place = run::target_dir().join("python");
    let python = place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = place.join("installed.txt");
    let wanted = fs::read_to_string(run::root().join(REQUIREMENTS))
        .with_context(|| format!("could not read {REQUIREMENTS}"))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    println!("Installing the Python packages of {REQUIREMENTS} in {}", place.display());
    let advice = "please install Python 3.10 or newer, with venv (Debian: python3-venv)";
    run::quiet(run::command(found()?).args(["-m", "venv", "--clear"]).arg(&place))
        .with_context(|| format!("could not make an environment for Python; {advice}"))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run::ok(run::command(&python).args(pip).args(["--requirement", REQUIREMENTS]))?;
    fs::write(&stamp, wanted).with_context(|| format!("could not write {}", stamp.display()))?;
    Ok(python)
}

/// A Python that is new enough.
fn found() -> Result<&'static str> {
    let is_new = "import sys; sys.exit(sys.version_info < (3, 10))";
    let runs = |name: &&str| run::output(run::command(*name).args(["-c", is_new])).is_some();
    match ["python3", "python"].into_iter().find(runs) {
        Some(name) => Ok(name),
        None => bail!("Python 3.10 or newer is missing; please install it, with venv"),
    }
}

/// The wheel as the tests have it: nearly all of it was compiled for other tests before.
fn wheel(python: &Path) -> Result<PathBuf> {
    let place = run::target_dir().join("wheels");
    let _ = fs::remove_dir_all(&place);
    let mut maturin = run::command(python);
    maturin
        .args(["-m", "maturin", "build", "--quiet", "--profile", "dev", "--locked"])
        .args(["--manifest-path", "bulk/calc-py/Cargo.toml", "--out"])
        .arg(&place)
        .env("CARGO_TARGET_DIR", run::target_dir());
    run::ok(&mut maturin)?;
    let files = fs::read_dir(&place).with_context(|| format!("no {}", place.display()))?;
    let wheel = files.flatten().map(|file| file.path()).find(|it| it.extension().is_some());
    wheel.with_context(|| format!("maturin left no wheel in {}", place.display()))
}

/// Compiles what the tests of the wheel hold it against; after the native tests it is there.
pub fn prepare() -> Result<()> {
    run::ok(run::cargo().args(["build", "-p", "calc-cli", "-p", "tests", "--bins", "--examples"]))
}

/// A program of the main workspace, as its tests were compiled.
fn built(name: &str) -> PathBuf {
    run::target_dir().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Made-up households, a line each: the same ones in every run.
fn households() -> Result<PathBuf> {
    let count = env::var("HOUSEHOLDS").unwrap_or_else(|_| HOUSEHOLDS.to_owned());
    let made = run::output(run::command(built("examples/households")).arg(count));
    let file = run::target_dir().join("households.jsonl");
    fs::write(&file, made.context("no households were made up")?)
        .with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}
