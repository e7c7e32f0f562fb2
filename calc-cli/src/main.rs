//! The `calc` command: the same engine as the page, for files, scripts and checks.

mod hours;
mod month;
mod output;
mod parameters;
mod scheme;
mod text;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::{Failure, Format};

/// Wat houd ik over als ik deze baan neem?
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
    /// De urenlijn: wat er overblijft bij elk aantal uren
    Hours(hours::Args),
    /// Eén regeling apart, met key=value
    Scheme(scheme::Args),
    /// De bedragen met hun bron
    Parameters(parameters::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let format = cli.format.unwrap_or_else(Format::of_stdout);
    let outcome = match &cli.command {
        Command::Month(args) => month::run(args, format),
        Command::Hours(args) => hours::run(args, format),
        Command::Scheme(args) => scheme::run(args, format),
        Command::Parameters(args) => parameters::run(args, format),
    };
    match outcome.and_then(|written| output::write(&written)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(format),
    }
}

impl From<calc_core::Error> for Failure {
    fn from(error: calc_core::Error) -> Self {
        Self::Refused(error.problems())
    }
}
