//! `calc scheme`: one scheme alone.

use std::fmt::Write;

use calc_core::single::{Answer, SCHEMES, scheme};
use calc_core::{ContractForm, Language, text as words};

use crate::output::{self, Failure, Format, LANGUAGE};
use crate::text::{self, amount, word};

#[derive(clap::Args)]
pub struct Args {
    /// Naam van de regeling
    #[arg(required_unless_present = "list")]
    name: Option<String>,
    /// Datum waarop de bedragen gelden (jjjj-mm-dd)
    #[arg(long, required_unless_present = "list")]
    date: Option<String>,
    /// Gegevens als key=value
    keys: Vec<String>,
    /// Noem de regelingen en hun gegevens
    #[arg(long)]
    list: bool,
    /// Met de uitleg
    #[arg(long)]
    explain: bool,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    if args.list {
        return list(format);
    }
    let name = args.name.as_deref().unwrap_or_default();
    let answer = scheme(name, args.date.as_deref().unwrap_or_default(), &args.keys)?;
    match format {
        Format::Json if args.explain => explained(&answer),
        Format::Json => output::form(&answer),
        Format::Text => Ok(as_text(name, &answer, args.explain)),
    }
}

/// An answer with its explanation beside it.
fn explained(answer: &Answer) -> Result<String, Failure> {
    #[derive(serde::Serialize)]
    struct Both<A, U> {
        #[serde(flatten)]
        answer: A,
        uitleg: Option<U>,
    }
    let uitleg = answer.explanation.as_deref().map(|uitleg| uitleg.form(LANGUAGE));
    output::json(&Both { answer: answer.form(LANGUAGE), uitleg })
}

fn as_text(name: &str, answer: &Answer, explain: bool) -> String {
    let title = words(Language::NL, &format!("parameters.{name}._naam")).unwrap_or(name);
    let mut out = format!("{}\n", text::heading(title));
    for (field, value) in &answer.fields {
        let shown = if *field == "percentage" { text::percentage(*value) } else { amount(*value) };
        let _ = writeln!(out, "{}: {shown}", word(&format!("velden.{field}")));
    }
    if let Some(reason) = answer.reason {
        let _ = writeln!(out, "{} ({})", word(&format!("redenen.{}", reason.code)), reason.article);
    }
    for mark in &answer.marks {
        let _ = writeln!(out, "{}", word(&format!("status.{}", mark.as_str())));
    }
    if let (true, Some(explanation)) = (explain, &answer.explanation) {
        let _ = write!(out, "\n{}", text::explanation(explanation));
    }
    out
}

fn list(format: Format) -> Result<String, Failure> {
    #[derive(serde::Serialize)]
    struct Key {
        naam: &'static str,
        standaard: Option<&'static str>,
    }
    #[derive(serde::Serialize)]
    struct Entry {
        naam: &'static str,
        gegevens: Vec<Key>,
    }
    let keys = |keys: &[(&'static str, Option<&'static str>)]| {
        keys.iter().map(|&(naam, standaard)| Key { naam, standaard }).collect()
    };
    let entries: Vec<Entry> = SCHEMES
        .iter()
        .map(|scheme| Entry { naam: scheme.name, gegevens: keys(scheme.keys) })
        .collect();
    match format {
        Format::Json => output::json(&entries),
        Format::Text => Ok(entries.iter().fold(String::new(), |mut out, entry| {
            let keys: Vec<String> = entry
                .gegevens
                .iter()
                .map(|key| match key.standaard {
                    Some(default) => format!("[{}={default}]", key.naam),
                    None => format!("{}=", key.naam),
                })
                .collect();
            let _ = writeln!(out, "{:22} {}", entry.naam, keys.join(" "));
            out
        })),
    }
}
