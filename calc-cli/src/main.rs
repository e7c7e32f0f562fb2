//! The `calc` command: the same engine as the page, for files, scripts and checks.

mod batch;
mod calendar;
mod hours;
mod month;
mod output;
mod parameters;
mod scheme;
mod text;
mod week;

use std::ffi::OsString;
use std::process::ExitCode;

use calc_core::contract::door::on_one_line;
use clap::{Parser, Subcommand};

use output::{Failure, Format};

/// Heb ik meer geld als ik deze baan neem?
#[derive(Parser)]
#[command(name = "calc", version, about, max_term_width = 100)]
struct Cli {
    /// json of text; standaard text op een terminal, anders json
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// De vaste maand van één situatie: nu, met de baan, en het verschil
    Month(month::Args),
    /// Dertien maanden: wat er wanneer op de rekening komt, en wat echt van haar is
    Calendar(calendar::Args),
    /// Het weekplan: past de week, hoeveel opvang is er nodig, en wat kan slimmer
    Week(week::Args),
    /// De urenlijn: wat er overblijft bij elk aantal uren
    Hours(hours::Args),
    /// Veel huishoudens: een regel JSON per huishouden, in en uit in dezelfde volgorde
    Batch(batch::Args),
    /// Eén regeling apart, met key=value
    Scheme(scheme::Args),
    /// De bedragen met hun bron
    Parameters(parameters::Args),
}

fn main() -> ExitCode {
    let cli = parsed(&std::env::args_os().collect::<Vec<_>>());
    let format = cli.format.unwrap_or_else(Format::of_stdout);
    let outcome = match &cli.command {
        Command::Month(args) => month::run(args, format),
        Command::Calendar(args) => calendar::run(args, format),
        Command::Week(args) => week::run(args, format),
        Command::Hours(args) => hours::run(args, format),
        // Always JSON, and written while it goes.
        Command::Batch(args) => return ended(batch::run(args), format),
        Command::Scheme(args) => scheme::run(args, format),
        Command::Parameters(args) => parameters::run(args, format),
    };
    ended(outcome.and_then(|written| output::write(&written)), format)
}

fn ended(outcome: Result<(), Failure>, format: Format) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(format),
    }
}

/// The command line. What is wrong with it is told with what was written, so that is shortened before it is shown.
fn parsed(written: &[OsString]) -> Cli {
    let error = match Cli::try_parse_from(written) {
        Ok(cli) => return cli,
        Err(error) => error,
    };
    let short = written.iter().map(|word| on_one_line(&word.to_string_lossy(), 100));
    Cli::try_parse_from(short).err().unwrap_or(error).exit()
}

impl From<calc_core::Error> for Failure {
    fn from(error: calc_core::Error) -> Self {
        Self::Refused(error.problems())
    }
}
