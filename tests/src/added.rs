//! The command built with files beside the repository's own: a municipality of `fixtures/gemeenten`, and amounts of a
//! later half-year that nobody published.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::{repository, write};

/// The last day of the published amounts, and the half-year that is made up after it.
const LAST: &str = "valid_to = 2026-12-31";
const MADE_UP: (&str, &str) = ("2027-01-01", "2027-06-30");
/// Rules that end with 2026 by law.
const ENDED: [&str; 1] = ["inkomensvrijlating"];

/// `calc` with the added files, built in a folder of its own.
pub struct Added(PathBuf);

impl Added {
    /// The command with the made-up amounts, built once for all tests that ask for it at the same time.
    ///
    /// # Panics
    /// When it cannot be built.
    pub fn built() -> &'static Self {
        static BUILT: OnceLock<Added> = OnceLock::new();
        BUILT.get_or_init(Self::build)
    }

    /// Writes the made-up amounts (each a copy of what holds on the last published day) and builds the command with them.
    fn build() -> Self {
        let target = repository("target/added");
        let parameters = target.join("parameters");
        copy_on(&repository("calc-core/parameters"), &parameters);
        let status = Command::new(env!("CARGO"))
            .current_dir(repository("."))
            .env("CALC_GEMEENTEN", repository("fixtures/gemeenten"))
            .env("CALC_PARAMETERS", parameters)
            .env("CARGO_TARGET_DIR", &target)
            .args(["build", "-q", "-p", "calc-cli"])
            .status()
            .expect("cargo");
        assert!(status.success(), "the engine with the added files does not compile");
        Self(target)
    }

    /// The steady month of a situation, or what it says when it is refused.
    ///
    /// # Errors
    /// The problems, as the command writes them.
    ///
    /// # Panics
    /// When the command cannot be run or writes no JSON.
    pub fn month(&self, situatie: &Value) -> Result<Value, String> {
        self.calc("month", situatie)
    }

    /// Thirteen months of a situation, likewise.
    ///
    /// # Errors
    /// The problems, as the command writes them.
    ///
    /// # Panics
    /// When the command cannot be run or writes no JSON.
    pub fn calendar(&self, situatie: &Value) -> Result<Value, String> {
        self.calc("calendar", situatie)
    }

    fn calc(&self, command: &str, situatie: &Value) -> Result<Value, String> {
        let calc = self.0.join("debug").join(format!("calc{}", std::env::consts::EXE_SUFFIX));
        let mut calc = Command::new(calc);
        calc.args([command, "-", "--format", "json"]);
        calc.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = calc.spawn().expect("the command");
        let mut input = running.stdin.take().expect("its input");
        input.write_all(situatie.to_string().as_bytes()).expect("it reads");
        drop(input);
        let output = running.wait_with_output().expect("it ends");
        if output.status.success() {
            Ok(serde_json::from_slice(&output.stdout).expect("JSON"))
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }
}

/// Of every set and municipality the file that holds on the last published day, dated to the half-year after it.
fn copy_on(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        if path.is_dir() {
            if !ENDED.contains(&name) {
                copy_on(&path, &to.join(name));
            }
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        if text.contains(LAST) {
            let from =
                text.lines().find(|line| line.starts_with("valid_from")).expect("a first day");
            let text = text.replace(from, &format!("valid_from = {}", MADE_UP.0));
            let text = text.replace(LAST, &format!("valid_to = {}", MADE_UP.1));
            fs::create_dir_all(to).expect("a folder");
            write(&to.join(format!("{}.toml", MADE_UP.0)), &text);
        }
    }
}
