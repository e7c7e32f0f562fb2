//! `calc parameters`: the amounts with source, status and dates.

use std::fmt::Write;

use calc_core::contract::door::shortened;
use calc_core::contract::explanation::SourceForm;
use calc_core::error::Said;
use calc_core::parameters::{About, SETS, Set, Status, Version};
use calc_core::{Language, Problem, text as words};

use crate::output::{self, Failure, Format};
use crate::text;

#[derive(clap::Args)]
pub struct Args {
    /// Alleen de bedragen die op deze datum gelden (jjjj-mm-dd)
    #[arg(long)]
    date: Option<String>,
    /// Alleen deze regeling
    scheme: Option<String>,
}

#[derive(serde::Serialize)]
struct Entry {
    regeling: &'static str,
    naam: &'static str,
    waarde: String,
    eenheid: &'static str,
    geldig_van: String,
    geldig_tot: String,
    status: &'static str,
    artikel: &'static str,
    bron: SourceForm,
    tweede_bron: Option<SourceForm>,
    toelichting: &'static str,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    let versions = chosen(args)?;
    match format {
        Format::Json => output::json(&entries(&versions)),
        Format::Text => Ok(as_text(&versions)),
    }
}

type Chosen = Vec<(&'static Set, &'static Version)>;

fn chosen(args: &Args) -> Result<Chosen, Failure> {
    let mut problems = Vec::new();
    let is_known = |name: &&str| SETS.iter().any(|set| set.name == *name);
    if let Some(name) = args.scheme.as_deref().filter(|name| !is_known(name)) {
        problems.push(Problem::at(
            "scheme",
            Said::of("onbekend_woord").with("waarde", shortened(name)),
            Said::of("naam_van_bedragen"),
        ));
    }
    let date = args
        .date
        .as_deref()
        .map(|date| date.parse::<jiff::civil::Date>().ok().filter(|day| day.to_string() == date));
    if let (Some(written), Some(None)) = (&args.date, &date) {
        problems.push(Problem::at(
            "date",
            Said::of("geen_datum").with("waarde", shortened(written)),
            Said::of("een_datum"),
        ));
    }
    let day = date.flatten();
    let wanted = |set: &&Set| args.scheme.as_deref().is_none_or(|name| name == set.name);
    let in_force = |version: &&Version| {
        day.is_none_or(|day| version.valid_from <= day && day <= version.valid_to)
    };
    let versions: Chosen = SETS
        .iter()
        .filter(wanted)
        .flat_map(|set| set.versions.iter().filter(in_force).map(move |version| (set, version)))
        .collect();
    if problems.is_empty() && versions.is_empty() {
        let mut periods: Vec<_> = SETS
            .iter()
            .filter(wanted)
            .flat_map(|set| set.versions.iter())
            .map(|version| (version.valid_from, version.valid_to))
            .collect();
        periods.sort();
        periods.dedup();
        problems.push(Problem::at(
            "date",
            Said::of("geen_bedragen"),
            Said::of("perioden").with_periods("perioden", periods),
        ));
    }
    if problems.is_empty() { Ok(versions) } else { Err(Failure::Refused(problems)) }
}

fn entries(versions: &Chosen) -> Vec<Entry> {
    let entry = |version: &Version, about: &'static About| Entry {
        regeling: about.set,
        naam: about.name,
        waarde: about.shown.to_owned(),
        eenheid: about.unit,
        geldig_van: version.valid_from.to_string(),
        geldig_tot: version.valid_to.to_string(),
        status: about.status.as_str(),
        artikel: about.article,
        bron: SourceForm::of(about.source),
        tweede_bron: about.second_source.map(SourceForm::of),
        toelichting: about.note,
    };
    versions
        .iter()
        .flat_map(|(_, version)| version.values.iter().map(|&about| entry(version, about)))
        .collect()
}

fn as_text(versions: &Chosen) -> String {
    let mut out = String::new();
    for (set, version) in versions {
        let title =
            words(Language::NL, &format!("parameters.{}._naam", set.name)).unwrap_or(set.name);
        let period = format!("{} t/m {}", version.valid_from, version.valid_to);
        let _ = write!(out, "\n{}\n", text::heading(&format!("{title} ({}), {period}", set.name)));
        for about in version.values {
            let mark = if about.status == Status::InForce {
                String::new()
            } else {
                format!(" [{}]", about.status)
            };
            let value = match about.shown.split_once('\n') {
                Some(_) => text::filled(
                    "tabel.rijen",
                    &[("aantal", about.shown.lines().count().to_string())],
                ),
                None => format!("{} {}", about.shown, about.unit),
            };
            let _ = writeln!(out, "  {}: {value}{mark}", about.name);
            let _ = writeln!(out, "      {} — {}", about.article, about.source.title);
        }
    }
    out
}
