//! Every check and test, fast first. A failure does not stop what does not depend on it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::args::Part;
use crate::count::Count;
use crate::site::{build, languages, size};
use crate::{browser, bulk, install, library, run, servers, toolchain};

/// What each step came to.
#[derive(Default)]
struct Steps {
    done: Vec<(&'static str, Count, Duration)>,
}

impl Steps {
    /// Runs a step and says how it went; its result is there when the step passed.
    fn run<T>(
        &mut self,
        name: &'static str,
        step: impl FnOnce() -> Result<(T, Count)>,
    ) -> Option<T> {
        println!("\n=== {name}");
        let start = Instant::now();
        let (result, count) = match step() {
            Ok((result, count)) => ((count.failed == 0).then_some(result), count),
            Err(error) => {
                // The output of a step is on both streams; this belongs after it.
                println!("error: {error:#}");
                (None, Count::FAILED)
            }
        };
        let took = start.elapsed();
        println!("=== {name}: {} in {:.1} s", verdict(count), took.as_secs_f32());
        self.done.push((name, count, took));
        result
    }

    /// A step that is one check.
    fn check<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Option<T> {
        self.run(name, || step().map(|result| (result, Count::PASSED)))
    }

    /// The table of steps and the closing line; true when nothing failed.
    fn close(&self) -> bool {
        let mut sum = Count::default();
        println!();
        for (name, count, took) in &self.done {
            println!("{name:<40} {:<8} {:>7.1} s", verdict(*count), took.as_secs_f32());
            sum.add(*count);
        }
        println!("\n{} passed, {} failed", sum.passed, sum.failed);
        sum.failed == 0
    }
}

fn verdict(count: Count) -> &'static str {
    match count {
        Count { failed: 1.., .. } => "FAILED",
        Count { passed: 0, .. } => "LEFT OUT",
        _ => "passed",
    }
}

/// `cargo xtask test`.
pub fn command(part: Part) -> ExitCode {
    let mut steps = Steps::default();
    let last = build::scratch();
    match part {
        Part::Library => in_programs(&mut steps, &last),
        Part::Servers => on_servers(&mut steps, &last),
        Part::Bulk => {
            steps.check("command to hold the wheel against", bulk::prepare);
            caseloads(&mut steps);
        }
        Part::All | Part::Native | Part::Page => whole(&mut steps, part),
    }
    if steps.close() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Step after step, what compiles later at the same time.
fn whole(steps: &mut Steps, part: Part) {
    let ahead = (part == Part::All).then(|| thread::spawn(ahead));
    if part != Part::Page {
        native(steps);
    }
    if let Some(ahead) = ahead {
        // What went wrong there goes wrong again, and is said, in the step that needs it.
        let _ = ahead.join();
    }
    if part == Part::All {
        steps.check("licences of dependencies", deny);
    }
    if part != Part::Native {
        page(steps);
    }
    if part != Part::Page {
        added(steps);
    }
}

/// Compiles what later steps need while the first ones run, in folders of its own. One step alone leaves a processor
/// idle: its last crate is compiled by one.
fn ahead() {
    let _ = install::cargo_deny();
    if let Ok(cargo) = toolchain::wasm() {
        let _ = build::compile_quietly(&cargo);
    }
}

/// The steps that need nothing but Rust.
fn native(steps: &mut Steps) {
    steps.check("formatting", || run::ok(run::cargo().args(["fmt", "--all", "--check"])));
    steps.check("lints", || run::ok(&mut clippy()));
    steps.run("native tests", || native_tests(&["test", "--workspace", "--no-fail-fast"]));
    steps.check("documentation", || run::ok(&mut rustdoc()));
}

/// The engine compiled once more, with files that somebody adds. The last of all: what else uses the engine would be compiled
/// anew after it. The whole workspace is named, or cargo would compile the tests with fewer features.
fn added(steps: &mut Steps) {
    steps.run("files that are added", || native_tests(&["test", "--workspace", "--", "--ignored"]));
}

/// The steps of the wheel, which need Python and a compiler for it.
fn caseloads(steps: &mut Steps) {
    steps.check("lints of the wheel", bulk::lints);
    steps.run("tests of the wheel", bulk::test);
    steps.check("licences of the wheel", bulk::deny);
}

/// The steps that need wasm and a browser, each with what it needs.
fn page(steps: &mut Steps) {
    let npm = steps.check("npm packages", install::npm);
    let cargo = steps.check("compiler for wasm", toolchain::wasm);
    let site = steps.check("page", || -> Result<PathBuf> {
        let cargo = cargo.context("left out: it needs the compiler for wasm")?;
        npm.context("left out: it needs the npm packages")?;
        let place = build::scratch();
        build::build_with(&cargo, &place, languages::add_pseudo)?;
        Ok(place)
    });
    steps.check("the same files make the same site", || {
        build::same_again(site.as_ref().context("left out: there is no page")?)
    });
    steps.check("size of the page", || {
        size::report(site.as_ref().context("left out: there is no page")?)
    });
    steps.run("browser tests", || {
        let site = site.as_ref().context("left out: there is no page")?;
        browser::test(site).map(|count| ((), count))
    });
    if let Some(site) = &site {
        in_programs(steps, site);
        on_servers(steps, site);
    }
}

/// What other programs take.
fn in_programs(steps: &mut Steps, site: &Path) {
    steps.run("library", || library::test(site).map(|count| ((), count)));
}

/// The site as others serve it.
fn on_servers(steps: &mut Steps, site: &Path) {
    steps.run("nginx and Caddy", || servers::test(site).map(|count| ((), count)));
}

fn clippy() -> Command {
    let mut command = run::cargo();
    command.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    command
}

fn native_tests(args: &[&str]) -> Result<((), Count)> {
    let mut count = Count::default();
    let mut command = run::cargo();
    command.args(args);
    let passed = run::watched(&mut command, |line| count.see(line))?;
    if !passed && count.failed == 0 {
        // It did not compile, or a test program crashed: no line counted that.
        count.add(Count::FAILED);
    }
    Ok(((), count))
}

fn rustdoc() -> Command {
    let mut command = run::cargo();
    command.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// Licences, forbidden crates, sources. Known vulnerabilities only when asked for: their list is
/// fetched from outside the package registries.
fn deny() -> Result<()> {
    let mut command = run::command(install::cargo_deny()?);
    command.args(["--workspace", "check", "licenses", "bans", "sources"]);
    match env::var("ADVISORIES").as_deref() {
        Ok("1") => {
            command.arg("advisories");
        }
        Ok(other) if !other.is_empty() && other != "0" => {
            bail!("ADVISORIES is {other:?}; it may be 1 or 0")
        }
        _ => println!("Known vulnerabilities are NOT checked; ADVISORIES=1 does that"),
    }
    run::ok(&mut command)
}
