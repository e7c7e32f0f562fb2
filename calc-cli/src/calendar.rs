//! `calc calendar`: thirteen months of her account, for a coach who reads it beside the mother.

use std::fmt::Write;
use std::path::PathBuf;

use calc_core::Explain;
use calc_core::calendar::{Bericht, Calendar, Code, Maand, Samenvatting};
use calc_core::contract::{calendar_by, verschil_met_nooit};
use calc_core::coverage::Standing;
use calc_core::format::{self, Euros, value};
use calc_core::money::Euro;
use calc_core::value::Value;

use crate::month;
use crate::output::{self, Amounts, Failure, Format, LANGUAGE};
use crate::text::{self, Column, Table, amount, word};

#[derive(clap::Args)]
pub struct Args {
    /// JSON-bestand met de situatie, of - voor standaardinvoer
    file: PathBuf,
    /// Met de uitleg van elk bedrag
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    amounts: Amounts,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    let situatie = output::read(&args.file)?;
    let explain = if args.explain { Explain::Yes } else { Explain::No };
    let calendar = calendar_by(args.amounts.book()?, &situatie, explain)?;
    match format {
        Format::Json => output::form(&calendar),
        Format::Text => Ok(as_text(&calendar)),
    }
}

fn as_text(calendar: &Calendar) -> String {
    let mut out = text::changed(calendar.book) + &headline(calendar);
    out.push_str(&months(&calendar.maanden));
    out.push_str(&reasons(&calendar.maanden));
    out.push_str(&later(calendar));
    out.push_str(&what_if(calendar));
    let to_do = calendar.te_doen.iter().map(|item| dated(item.datum, &item.tekst(LANGUAGE)));
    out.push_str(&section("te_doen", to_do));
    let berichten = [
        ("waarschuwingen", &calendar.waarschuwingen),
        ("aannames", &calendar.aannames),
        ("niet_berekend", &calendar.niet_berekend),
    ];
    for (title, all) in berichten {
        let said = all.iter().filter(|item| !month::is_left_out(item.zin()));
        let left_out = month::left_out(all.iter().map(Bericht::zin));
        out.push_str(&section(title, said.map(|item| item.tekst(LANGUAGE)).chain(left_out)));
    }
    for maand in &calendar.maanden {
        let Some(uitleg) = &maand.uitleg else { continue };
        let _ = write!(out, "\n{}\n", text::heading(&format::month(LANGUAGE, maand.maand)));
        for (_, tree) in &uitleg.lijnen {
            out.push_str(&text::explanation(tree));
        }
        out.push_str(&text::explanation(&uitleg.nog_terug));
    }
    for tree in
        calendar.jaren.iter().filter_map(|jaar| jaar.uitleg.as_ref()).flat_map(|it| &it.saldo)
    {
        out.push_str(&text::explanation(tree));
    }
    out
}

/// What twelve months come to, and what of it is known.
fn headline(calendar: &Calendar) -> String {
    let samen = &calendar.samenvatting;
    let kop = said("kop", &[("maand", format::month(LANGUAGE, calendar.start))]);
    let mut out = format!("{}\n", text::heading(&kop));
    let mut line = |line: String| {
        let _ = writeln!(out, "{line}");
    };
    if let Some(verschil) = samen.verschil_met_nooit {
        line(verschil_met_nooit(verschil, LANGUAGE, Euros::Cents));
    }
    if samen.schulden.is_some() {
        line(said("voor_schulden", &[]));
    }
    for (key, bedrag) in amounts_of(samen) {
        line(said(key, &[("bedrag", amount(bedrag.amount()))]));
    }
    let [nu, met_baan] = samen.om_van_te_leven.map(|bedrag| amount(bedrag.amount()));
    let to_live = match samen.schulden {
        Some(_) => "om_van_te_leven_met_schulden",
        None => "om_van_te_leven",
    };
    line(said(to_live, &[("nu", nu), ("met_baan", met_baan)]));
    if let Some([nooit, werkelijk]) = samen.schulden {
        let amounts = [
            ("nu", nooit.naar_schuldeisers),
            ("dan", werkelijk.naar_schuldeisers),
            ("over_nu", nooit.over_per_maand),
            ("over_dan", werkelijk.over_per_maand),
        ];
        line(said("schulden", &amounts.map(|(name, bedrag)| (name, amount(bedrag.amount())))));
    }
    let laagste = samen.laagste;
    let datum = value(LANGUAGE, &Value::Date(laagste.datum));
    line(said("laagste", &[("bedrag", amount(laagste.bedrag.amount())), ("datum", datum)]));
    line(said("onder_de_kop", &[]));
    if !calendar.jaren_voortgezet.is_empty() {
        line(said("bekend", &[]));
        line(said("niet_bekend", &[]));
    }
    out.push('\n');
    out
}

/// The amounts below the headline that there are.
fn amounts_of(samen: &Samenvatting) -> Vec<(&'static str, Euro)> {
    let komt_nog = if samen.schulden.is_some() { "komt_nog_met_schulden" } else { "komt_nog" };
    let anders = |ander: Option<Euro>| ander.filter(|_| ander != samen.verschil_met_nooit);
    let all = [
        ("per_maand", samen.per_maand),
        ("op_de_rekening", Some(samen.verschil_op_de_rekening)),
        (komt_nog, samen.komt_nog),
        ("gemeente_springt_bij", anders(samen.verschil_als_gemeente_bijspringt)),
        ("oude_vrijlating", samen.verschil_bij_oude_vrijlating),
    ];
    all.into_iter().filter_map(|(key, bedrag)| Some((key, bedrag?))).collect()
}

/// A month is a row; what is not named stands together.
fn months(maanden: &[Maand]) -> String {
    let right = |key: &str| Column::Right(word(&format!("kalender.tekst.{key}")));
    let mut table = Table::new(&[
        Column::Left(word("kalender.tekst.maand")),
        right("loon"),
        right("bijstand"),
        right("toeslagen"),
        right("opvang"),
        right("overig"),
        right("eind"),
        right("terug"),
        right("van_u"),
        right("zonder_baan"),
    ]);
    for maand in maanden {
        let groups = [
            sum(maand, |code| matches!(code, Code::NettoLoon | Code::Vakantiegeld)),
            sum(maand, |code| matches!(code, Code::Bijstand | Code::VakantietoeslagBijstand)),
            sum(maand, |code| matches!(code, Code::Toeslag(_))),
            sum(maand, |code| code == Code::Opvang),
        ];
        let named: Euro = groups.iter().copied().sum();
        let [loon, bijstand, toeslagen, opvang] = groups;
        let cells = [
            loon,
            bijstand,
            toeslagen,
            opvang,
            maand.eind - maand.begin - named,
            maand.eind,
            maand.nog_terug,
            maand.echt_van_haar,
            maand.nooit.0,
        ]
        .map(|bedrag| amount(bedrag.amount()));
        let mark = if maand.status == Standing::Continued { " *" } else { "" };
        table.row(format!("{}{mark}", format::month(LANGUAGE, maand.maand)), cells);
    }
    let mut out = table.to_string();
    if maanden.iter().any(|maand| maand.status == Standing::Continued) {
        let _ = writeln!(out, "* {}", word("kalender.tekst.status_voortgezet"));
    }
    out
}

fn sum(maand: &Maand, is_of: impl Fn(Code) -> bool) -> Euro {
    let of = maand.lijnen.iter().filter(|(code, _)| is_of(*code));
    of.map(|(_, bedrag)| *bedrag).sum()
}

/// Why months differ from the one before.
fn reasons(maanden: &[Maand]) -> String {
    let mut out = format!("\n{}\n", text::heading(&word("kalender.tekst.waarom")));
    for maand in maanden.iter().filter(|maand| !maand.redenen.is_empty()) {
        let _ = writeln!(out, "{}", format::month(LANGUAGE, maand.maand));
        for reden in &maand.redenen {
            let _ = writeln!(out, "  • {}", reden.tekst(LANGUAGE));
        }
    }
    out
}

fn later(calendar: &Calendar) -> String {
    let line = |later: &calc_core::calendar::Later| {
        let said = later.tekst(LANGUAGE);
        later.datum.map_or(said.clone(), |datum| dated(datum, &said))
    };
    section("later", calendar.later.iter().map(line))
}

fn what_if(calendar: &Calendar) -> String {
    let mut out = format!("\n{}\n", text::heading(&word("kalender.tekst.wat_als")));
    for (naam, kaart) in &calendar.wat_als {
        let _ = writeln!(out, "{}", kaart.kop(naam, LANGUAGE));
        for line in kaart.regels(naam, LANGUAGE, Euros::Cents) {
            let _ = writeln!(out, "  • {line}");
        }
    }
    out
}

fn said(key: &str, args: &[(&str, String)]) -> String {
    text::filled(&format!("kalender.tekst.{key}"), args)
}

fn dated(datum: jiff::civil::Date, said: &str) -> String {
    format!("{}: {said}", value(LANGUAGE, &Value::Date(datum)))
}

/// A heading with its lines; nothing without.
fn section(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| format!("• {line}\n")).collect();
    if lines.is_empty() {
        return String::new();
    }
    let title = text::heading(&word(&format!("kalender.tekst.{title}")));
    format!("\n{title}\n{}", lines.concat())
}
