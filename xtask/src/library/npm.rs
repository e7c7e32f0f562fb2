//! The engine as an npm package: the second module of the page, with types, for browsers and for Node.js.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use calc_core::contract::schema::schema;
use serde_json::Value;

use super::cases::{Call, Case};
use super::lay::lay;
use super::typescript;
use crate::run;
use crate::site::files::{files, read, save};

/// The module and its glue, as the site has them.
const MODULE: [&str; 2] = ["rekenhulp.js", "rekenhulp_bg.wasm"];
/// Every kind of answer with the name of its type.
const ANSWERS: [(&str, Call); 5] = [
    ("Maand", Call::Month),
    ("Uren", Call::Hours),
    ("UrenOverTwaalfMaanden", Call::HoursOver),
    ("Kalender", Call::Calendar),
    ("Week", Call::Week),
];

/// Writes the package.
pub fn write(site: &Path, cases: &[Case], place: &Path) -> Result<()> {
    lay("xtask/src/library/npm", place)?;
    let all = files(site)?;
    for name in MODULE {
        let file = all.iter().find(|file| file.file_name() == Some(name.as_ref()));
        let file = file.with_context(|| format!("the site has no {name}"))?;
        fs::copy(site.join(file), place.join(name))
            .with_context(|| format!("could not write {name}"))?;
    }
    fs::copy(run::root().join("LICENSE"), place.join("LICENSE"))
        .context("could not write the licence")?;
    save(&place.join("types.d.ts"), &types(cases))?;
    let package = place.join("package.json");
    save(&package, &read(&package)?.replace("{version}", env!("CARGO_PKG_VERSION")))
}

/// The types: what comes in from the table of fields, what goes out from every answer to a case.
fn types(cases: &[Case]) -> String {
    let mut text = String::from(
        "// Made from the table of fields and the answers to the conformance set.\n\n",
    );
    text += &typescript::of_schema("Situatie", &schema());
    for (name, call) in ANSWERS {
        let answers = cases.iter().filter(|case| case.call == call);
        let answers: Vec<&Value> = answers.filter_map(|case| case.outcome.as_ref().ok()).collect();
        text += &typescript::of_samples(name, &answers);
    }
    text
}
