//! `calc week`: the week plan alone, with what would be smarter.

use std::fmt::Write;
use std::path::PathBuf;

use calc_core::format::{month, value};
use calc_core::money::{HoursPerMonth, HoursPerWeek, PerMonth};
use calc_core::month::Weekplan;
use calc_core::value::{Shown, Value};
use calc_core::week::{Alternatief, Weekadvies};
use calc_core::weekplan::alternatives::Alternative;
use calc_core::weekplan::plan::Shift;
use calc_core::weekplan::result::{CareWeek, DayFit, Reason, Week};
use calc_core::weekplan::time::{DAY, Dag, Minutes};

use crate::output::{self, Failure, Format, LANGUAGE};
use crate::text::{self, Column, Table, amount, word};

#[derive(clap::Args)]
pub struct Args {
    /// JSON-bestand met de situatie, of - voor standaardinvoer
    file: PathBuf,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    let situatie = output::read(&args.file)?;
    let advies = calc_core::contract::week(&situatie)?;
    match format {
        Format::Json => output::form(&advies),
        Format::Text => Ok(as_text(&advies)),
    }
}

fn as_text(advies: &Weekadvies) -> String {
    format!("{}{}", block(&advies.plan), smarter(advies))
}

/// The week alone, as it stands beside the month too.
pub fn block(plan: &Weekplan) -> String {
    [headline(&plan.week), days(&plan.week), care(plan), later(plan)].concat()
}

fn headline(week: &Week) -> String {
    let key = match (week.past, week.krap) {
        (false, _) => "kop_past_niet",
        (true, true) => "kop_krap",
        (true, false) => "kop_past",
    };
    let werk = said("werkuren", &[("uren", per_week(HoursPerWeek::new(week.werk.per_year())))]);
    format!("{}\n{werk}\n\n", text::heading(&said(key, &[])))
}

/// A shift is a row; why one does not fit stands below.
fn days(week: &Week) -> String {
    let titles = ["van_huis", "thuis", "speling", "vroegst", "laatst"];
    let columns: Vec<Column> = ["dag", "werk"]
        .map(|key| Column::Left(said(key, &[])))
        .into_iter()
        .chain(titles.map(|key| Column::Right(said(key, &[]))))
        .collect();
    let mut table = Table::new(&columns);
    for day in &week.dagen {
        table.row(name(day, week), row(day));
    }
    let mut out = table.to_string();
    for reason in week.dagen.iter().flat_map(|day| &day.redenen) {
        let _ = writeln!(out, "• {}", why(reason));
    }
    out
}

fn name(day: &DayFit, week: &Week) -> String {
    let dag = word(&format!("week.dagen.{}", day.shift.dag.word()));
    let has_more = week.dagen.iter().any(|other| other.week > 0);
    if has_more { format!("{dag} {}", day.week + 1) } else { dag }
}

fn row(day: &DayFit) -> [String; 6] {
    let or_none = |moment: Option<Minutes>| moment.map_or_else(String::new, clock);
    [
        from_to(&day.shift),
        clock(day.van_huis),
        clock(day.thuis),
        day.speling.map_or_else(String::new, |room| room.to_string()),
        or_none(day.vroegste_begin),
        or_none(day.laatste_eind),
    ]
}

/// A moment as people write it; past midnight it is the next morning.
fn clock(moment: Minutes) -> String {
    let moment = moment.rem_euclid(DAY);
    format!("{}.{:02}", moment / 60, moment % 60)
}

fn from_to(shift: &Shift) -> String {
    format!("{}-{}", clock(shift.van), clock(shift.tot))
}

fn why(reason: &Reason) -> String {
    let span = reason.piece.span;
    let args = [
        ("dag", word(&format!("week.dagen.{}", reason.piece.dag.word()))),
        ("van", clock(span.van)),
        ("tot", clock(span.tot)),
        ("nummer", (reason.kind + 1).to_string()),
        ("reden", said(reason.code.word(), &[])),
        ("minuten", span.length().to_string()),
    ];
    said("reden", &args)
}

/// The hours of each contract with their sum.
fn care(plan: &Weekplan) -> String {
    let mut out = String::new();
    for (kind, uren) in plan.week.kinderen.iter().zip(&plan.uren) {
        for (care, uren) in kind.opvang.iter().zip(uren) {
            let soort = word(&format!("woorden.{}", care.soort.word()));
            let title = [("nummer", (kind.kind + 1).to_string()), ("soort", soort)];
            let _ = write!(out, "\n{}\n", text::heading(&said("kind", &title)));
            for line in contract(care, *uren) {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}

fn contract(care: &CareWeek, uren: HoursPerMonth) -> Vec<String> {
    let on = |dag: Dag| {
        let minutes = care.op_dag(0, dag);
        let hours =
            Value::Number { amount: minutes.hours(), unit: calc_core::value::Unit::HoursPerMonth };
        let dag = word(&format!("week.dagen.{}", dag.word()));
        (!minutes.minutes().is_zero()).then(|| format!("{dag} {}", value(LANGUAGE, &hours)))
    };
    let days: Vec<String> = Dag::ALLE.into_iter().filter_map(on).collect();
    let [school, vakantie] = care.aantal_weken.map(|weeks| weeks.to_string());
    let days = if days.is_empty() { "-".to_owned() } else { days.join(", ") };
    let args = [
        ("dagen", days),
        ("school", school),
        ("vakantie", vakantie),
        ("uren", per_month(care.berekend())),
    ];
    let mut lines = vec![said("som", &args)];
    if care.overschreven {
        lines.push(said("uren_overschreven", &[("uren", per_month(uren))]));
    }
    if care.gratis().is_positive() {
        lines.push(said("gratis", &[("uren", per_month(care.gratis()))]));
    }
    let unused = (uren + care.gratis() - care.gebruikt()).at_least_zero();
    if unused.is_positive() {
        lines.push(said("niet_gebruikt", &[("uren", per_month(unused))]));
    }
    lines
}

/// School holidays, and children that turn four.
fn later(plan: &Weekplan) -> String {
    let short = plan.week.kinderen.iter().filter_map(|kind| {
        let tekort = kind.vakantie.tekort.filter(|tekort| *tekort > 0)?;
        let args = [("nummer", (kind.kind + 1).to_string()), ("aantal", tekort.to_string())];
        Some(said("tekort", &args))
    });
    let four = plan.overgang.iter().map(|it| {
        let args = [("maand", month(LANGUAGE, it.vanaf)), ("uren", per_month(it.uren))];
        said("op_school", &args)
    });
    let lines: Vec<String> = short.chain(four).map(|line| format!("• {line}\n")).collect();
    if lines.is_empty() { String::new() } else { format!("\n{}", lines.concat()) }
}

fn smarter(advies: &Weekadvies) -> String {
    if advies.alternatieven.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}\n", text::heading(&said("alternatieven", &[])));
    for alternatief in &advies.alternatieven {
        for (at, line) in alternative(advies, alternatief).iter().enumerate() {
            let _ = writeln!(out, "{} {line}", if at == 0 { "•" } else { " " });
        }
    }
    for aanname in &advies.aannames {
        let _ = writeln!(out, "{}", aanname.tekst(LANGUAGE));
    }
    out
}

fn alternative(advies: &Weekadvies, it: &Alternatief) -> Vec<String> {
    let args = [
        ("naam", word(&format!("week.namen.{}", it.anders.change.code.word()))),
        ("werk", per_week(it.uren_werk)),
        ("opvang", per_month(it.uren_opvang)),
        ("bedrag", amount(it.besteedbaar.amount())),
        ("verschil", difference(it.verschil)),
    ];
    let mut lines = vec![said("alternatief", &args)];
    let now: Vec<&Shift> = advies.plan.week.dagen.iter().map(|day| &day.shift).collect();
    lines.extend(new_times(&it.anders, &now));
    let price = it.omslagprijs.map(|price| [("prijs", amount(price.amount()))]);
    lines.extend(price.map(|price| said("omslagprijs", &price)));
    lines
}

/// The working times, when they are others.
fn new_times(anders: &Alternative, now: &[&Shift]) -> Option<String> {
    let then: Vec<&Shift> = anders.week.dagen.iter().map(|day| &day.shift).collect();
    if then == now {
        return None;
    }
    let times = then.iter().map(|shift| {
        format!("{} {}", word(&format!("week.dagen.{}", shift.dag.word())), from_to(shift))
    });
    let times: Vec<String> = times.collect();
    Some(said("tijden", &[("tijden", times.join(", "))]))
}

fn difference(verschil: PerMonth) -> String {
    let key = match verschil {
        verschil if verschil.is_positive() => "beter",
        verschil if verschil.is_zero() => "gelijk",
        _ => "slechter",
    };
    said(key, &[("bedrag", amount(verschil.max(-verschil).amount()))])
}

fn per_week(uren: HoursPerWeek) -> String {
    value(LANGUAGE, &uren.shown())
}

fn per_month(uren: HoursPerMonth) -> String {
    value(LANGUAGE, &uren.shown())
}

fn said(key: &str, args: &[(&str, String)]) -> String {
    text::filled(&format!("week.{key}"), args)
}
