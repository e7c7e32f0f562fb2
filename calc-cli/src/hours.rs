//! `calc hours`: the hours curve.

use std::fmt::Write;
use std::path::PathBuf;

use calc_core::calendar::{HoursOver, Oorzaak};
use calc_core::contract::door::shortened;
use calc_core::contract::{hours_by, hours_over_by};
use calc_core::error::Said;
use calc_core::hours::{Hours, HoursOptions, parse_hours};
use calc_core::money::{Euro, shortest};
use calc_core::{Lijn, Problem};
use rust_decimal::Decimal;

use crate::output::{self, Amounts, Failure, Format};
use crate::text::{self, Column, Table, amount, word};

#[derive(clap::Args)]
pub struct Args {
    /// JSON-bestand met de situatie, of - voor standaardinvoer
    file: PathBuf,
    /// Eerste aantal uren per week
    #[arg(long, default_value = "0")]
    from: String,
    /// Laatste aantal uren per week
    #[arg(long, default_value = "40")]
    to: String,
    /// Afstand tussen twee punten
    #[arg(long, default_value = "1")]
    step: String,
    /// Over een vaste maand of over de eerste twaalf maanden; standaard een vaste maand
    #[arg(long, value_enum)]
    over: Option<Over>,
    #[command(flatten)]
    amounts: Amounts,
}

/// Over what the curve goes.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Over {
    /// A steady month, as without it.
    #[value(name = "vaste_maand")]
    VasteMaand,
    /// The first twelve months.
    #[value(name = "12_maanden")]
    TwaalfMaanden,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    let (options, mut problems) = options(args);
    let book = args.amounts.book()?;
    let situatie = output::read(&args.file)?;
    let written = match args.over {
        None | Some(Over::VasteMaand) => {
            hours_by(book, &situatie, options).map(|hours| match format {
                Format::Json => output::form(&hours),
                Format::Text => Ok(as_text(&hours)),
            })
        }
        Some(Over::TwaalfMaanden) => {
            hours_over_by(book, &situatie, options).map(|hours| match format {
                Format::Json => output::form(&hours),
                Format::Text => Ok(over_as_text(&hours)),
            })
        }
    };
    let more = match written {
        Ok(written) if problems.is_empty() => return written,
        outcome => outcome.err().map(|error| error.problems()).unwrap_or_default(),
    };
    let told: Vec<String> = problems.iter().map(|problem| problem.pad.clone()).collect();
    problems.extend(more.into_iter().filter(|problem| !told.contains(&problem.pad)));
    Err(Failure::Refused(problems))
}

/// The options, and which of them are no hours. Those stand for what makes nothing else wrong, so that the rest is
/// judged too: no distance between the first and the last, a step of one.
fn options(args: &Args) -> (HoursOptions, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut read = |name: &str, value: &str| {
        let hours = parse_hours(value);
        if hours.is_none() {
            let allowed = if name == "step" { "stap_urenlijn" } else { "uren_urenlijn" };
            problems.push(Problem::at(
                name,
                Said::of("verkeerde_waarde").with("waarde", shortened(value)),
                Said::of(allowed),
            ));
        }
        hours
    };
    let (from, to) = (read("from", &args.from), read("to", &args.to));
    let step = read("step", &args.step).unwrap_or(Decimal::ONE);
    let options = HoursOptions {
        from: from.or(to).unwrap_or(Decimal::ZERO),
        to: to.or(from).unwrap_or(Decimal::ZERO),
        step,
    };
    (options, problems)
}

fn over_as_text(hours: &HoursOver) -> String {
    let start = calc_core::format::month(output::LANGUAGE, hours.start);
    let kop = text::filled("kalender.uren.kop", &[("maand", start)]);
    let mut out = text::changed(hours.book) + &format!("{}\n", text::heading(&kop));
    let mut table = Table::new(&[
        Column::Right(word("tabel.uren")),
        Column::Right(word("kalender.uren.twaalf_maanden")),
        Column::Right(word("kalender.uren.gemiddeld")),
    ]);
    for punt in &hours.punten {
        let cells = [amount(punt.twaalf_maanden.amount()), amount(punt.gemiddeld.amount())];
        table.row(shortest(punt.uren), cells);
    }
    out.push_str(&table.to_string());
    out.push('\n');
    for zone in &hours.zones {
        let cause = |(oorzaak, bedrag): &(Oorzaak, Euro)| {
            let name = word(&format!("kalender.uren.{}", oorzaak.word()));
            format!("{name} {}", amount(bedrag.amount()))
        };
        let causes = zone.oorzaken.iter().map(cause).collect::<Vec<_>>().join(", ");
        let stretch = [zone.van, zone.tot];
        let fall = amount(zone.daling.amount());
        out.push_str(&zone_line(stretch, fall, causes, zone.weer_hoger_vanaf));
    }
    if hours.kleine_dalingen > 0 {
        let aantal = [("aantal", hours.kleine_dalingen.to_string())];
        let _ = writeln!(out, "{}", text::filled("kalender.uren.kleine_dalingen", &aantal));
    }
    out.push_str(&ends(hours.break_even, hours.einde_bijstand));
    out
}

/// A stretch where more hours leave less, with why, and from where it is more again.
fn zone_line(
    [van, tot]: [Decimal; 2],
    daling: String,
    oorzaken: String,
    weer: Option<Decimal>,
) -> String {
    let weer = weer.map_or_else(
        || word("tabel.niet_weer_hoger"),
        |uren| text::filled("tabel.weer_hoger", &[("uren", shortest(uren))]),
    );
    let args = [
        ("van", shortest(van)),
        ("tot", shortest(tot)),
        ("daling", daling),
        ("oorzaken", oorzaken),
        ("weer", weer),
    ];
    format!("{}\n", text::filled("tabel.zone", &args))
}

/// From which hours all leave more, and from which there is no bijstand.
fn ends(break_even: Option<Decimal>, einde_bijstand: Option<Decimal>) -> String {
    let mut out = String::new();
    for (key, uren) in [("break_even", break_even), ("einde_bijstand", einde_bijstand)] {
        let words = uren.map_or_else(
            || word(&format!("tabel.{key}_niet")),
            |uren| text::filled(&format!("tabel.{key}"), &[("uren", shortest(uren))]),
        );
        let _ = writeln!(out, "{words}");
    }
    out
}

fn as_text(hours: &Hours) -> String {
    let nu = hours.nu.besteedbaar();
    let mut out = text::mark(hours.status) + &text::changed(hours.book);
    let now = text::filled("tabel.uren_nu", &[("bedrag", amount(nu.amount()))]);
    let _ = writeln!(out, "{now}\n");
    let mut table = Table::new(&[
        Column::Right(word("tabel.uren")),
        Column::Right(word("lijnen.netto_loon")),
        Column::Right(word("lijnen.bijstand")),
        Column::Right(word("tabel.besteedbaar")),
        Column::Right(word("tabel.verschil")),
    ]);
    for punt in &hours.punten {
        let besteedbaar = punt.lijnen.besteedbaar();
        let cells = [
            amount(punt.lijnen.bedrag(Lijn::NettoLoon).amount()),
            amount(punt.lijnen.bedrag(Lijn::Bijstand).amount()),
            amount(besteedbaar.amount()),
            amount((besteedbaar - nu).amount()),
        ];
        table.row(shortest(punt.uren), cells);
    }
    out.push_str(&table.to_string());
    out.push('\n');
    for zone in &hours.zones {
        let causes: Vec<String> = zone
            .oorzaken
            .iter()
            .map(|(lijn, bedrag)| {
                format!("{} {}", word(&format!("lijnen.{}", lijn.word())), amount(bedrag.amount()))
            })
            .collect();
        let stretch = [zone.van, zone.tot];
        let fall = amount(zone.daling.amount());
        out.push_str(&zone_line(stretch, fall, causes.join(", "), zone.weer_hoger_vanaf));
    }
    if let Some(beste) = &hours.beste_uren {
        let args = [
            ("uren", shortest(beste.uren)),
            ("bedrag", amount(beste.lijnen.besteedbaar().amount())),
        ];
        let _ = writeln!(out, "{}", text::filled("tabel.beste_uren", &args));
    }
    out.push_str(&ends(hours.break_even, hours.einde_bijstand));
    out
}
