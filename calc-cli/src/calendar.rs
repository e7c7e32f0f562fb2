//! `calc calendar`: thirteen months of her account.

use std::path::PathBuf;

use calc_core::Explain;

use crate::output::{self, Failure, Format};

#[derive(clap::Args)]
pub struct Args {
    /// JSON-bestand met de situatie, of - voor standaardinvoer
    file: PathBuf,
    /// Met de uitleg van elke regel
    #[arg(long)]
    explain: bool,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    let situatie = output::read(&args.file)?;
    let explain = if args.explain { Explain::Yes } else { Explain::No };
    let calendar = calc_core::contract::calendar(&situatie, explain)?;
    match format {
        Format::Json | Format::Text => output::form(&calendar),
    }
}
