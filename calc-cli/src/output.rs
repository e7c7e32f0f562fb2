//! How results and refusals leave the command: all at once on success, nothing on failure.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use calc_core::contract::door::{LONGEST, on_one_line};
use calc_core::parameters::Book;
use calc_core::{ContractForm, Language, Problem};
use serde::Serialize;

/// The language of everything the command says.
pub const LANGUAGE: Language = Language::NL;
/// No more of a text is read than shows that it is too long.
pub const MOST_BYTES: u64 = LONGEST as u64 + 1;

/// The form of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For programs.
    Json,
    /// For people.
    Text,
}

impl Format {
    /// Text on a terminal, JSON elsewhere.
    pub fn of_stdout() -> Self {
        if io::stdout().is_terminal() { Self::Text } else { Self::Json }
    }
}

/// By which amounts is computed.
#[derive(clap::Args)]
pub struct Amounts {
    /// Bestand met andere bedragen om mee te proberen: { "regeling.bedrag": "waarde" }, met de namen van parameters
    #[arg(long)]
    scenario: Option<PathBuf>,
}

impl Amounts {
    /// The published ones, or those of the file.
    pub fn book(&self) -> Result<Book, Failure> {
        match &self.scenario {
            None => Ok(Book::PUBLISHED),
            Some(file) => Ok(Book::from_json(&read(file)?)?),
        }
    }
}

/// Why nothing was written.
pub enum Failure {
    /// The input is refused: exit status 2.
    Refused(Vec<Problem>),
    /// Anything else: exit status 1.
    Other(String),
}

impl Failure {
    /// Says on standard error what is wrong: one line per problem, with JSON as the items of one list.
    pub fn report(self, format: Format) -> ExitCode {
        match self {
            Self::Refused(problems) => {
                match format {
                    Format::Json => {
                        let lines: Vec<String> = problems.iter().map(json_line).collect();
                        eprintln!("[{}]", lines.join(",\n"));
                    }
                    Format::Text => {
                        for problem in &problems {
                            eprintln!("{}", problem.line(LANGUAGE));
                        }
                    }
                }
                ExitCode::from(2)
            }
            Self::Other(message) => {
                eprintln!("calc: {message}");
                ExitCode::from(1)
            }
        }
    }
}

fn json_line(problem: &Problem) -> String {
    let told = serde_json::to_string(&problem.told(LANGUAGE));
    told.unwrap_or_else(|_| format!("{:?}", problem.to_string()))
}

/// A result as JSON, for people who look at it too.
pub fn form(result: &impl ContractForm) -> Result<String, Failure> {
    json(&result.form(LANGUAGE))
}

/// Something else as JSON.
pub fn json<T: Serialize>(result: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(result).map_err(|error| Failure::Other(error.to_string()))
}

/// Reads the situation: a file, or `-` for standard input. No more of it than the door would look at, and a byte to
/// show that there is more: what never ends is refused like what is too large.
pub fn read(file: &Path) -> Result<String, Failure> {
    let source: io::Result<Box<dyn Read>> = if file == Path::new("-") {
        Ok(Box::new(io::stdin()))
    } else {
        File::open(file).map(|file| Box::new(file) as Box<dyn Read>)
    };
    let mut bytes = Vec::new();
    source
        .and_then(|source| source.take(MOST_BYTES).read_to_end(&mut bytes))
        .map_err(|error| Failure::Other(format!("{}: {error}", shown(file))))?;
    // Bytes that are no text cannot be JSON either: the door says so, with the rest of its words.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The name of a file as a message shows it.
pub fn shown(file: &Path) -> String {
    on_one_line(&file.to_string_lossy(), 200)
}

/// Writes the whole result at once.
pub fn write(result: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let written = writeln!(stdout, "{}", result.trim_end()).and_then(|()| stdout.flush());
    match written {
        // Whoever reads has seen enough (`calc … | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| Failure::Other(error.to_string())),
    }
}
