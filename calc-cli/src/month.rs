//! `calc month`: the steady month.

use std::fmt::Write;
use std::path::PathBuf;

use calc_core::contract::month_by;
use calc_core::format::value;
use calc_core::money::PerMonth;
use calc_core::month::{Fase, GemeenteRegeling, Lijn, Month, TeDoen, VanGemeente, VanSchulden};
use calc_core::schemes::gemeente::{Antwoord, Uitkomst};
use calc_core::value::Value;
use calc_core::{Explain, Language, Melding};

use rust_decimal::Decimal;

use crate::output::{self, Amounts, Failure, Format};
use crate::text::{self, Column, Table, amount, word};
use crate::week;

#[derive(clap::Args)]
pub struct Args {
    /// JSON-bestand met de situatie, of - voor standaardinvoer
    file: PathBuf,
    /// Met de uitleg van elke regel
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    amounts: Amounts,
}

pub fn run(args: &Args, format: Format) -> Result<String, Failure> {
    let situatie = output::read(&args.file)?;
    let explain = if args.explain { Explain::Yes } else { Explain::No };
    let month = month_by(args.amounts.book()?, &situatie, explain)?;
    match format {
        Format::Json => output::form(&month),
        Format::Text => Ok(as_text(&month)),
    }
}

fn as_text(month: &Month) -> String {
    let mut out = headline(month);
    out.push_str(&lines(month));
    out.push_str(&debts(month));
    out.push_str(&phases(&month.fasen));
    out.push_str(&per_year(month));
    out.push_str(&childcare(month));
    if let Some(plan) = &month.weekplan {
        let _ = write!(out, "\n{}", week::block(plan));
    }
    out.push_str(&municipality(&month.gemeente));
    out.push_str(&to_do(&month.te_doen));
    out.push_str(&reasons(month));
    out.push_str(&messages("waarschuwingen", &month.waarschuwingen));
    out.push_str(&messages("aannames", &month.aannames));
    out.push_str(&messages("niet_berekend", &month.niet_berekend));
    if let Some(uitleg) = &month.uitleg {
        for (title, met_baan) in [("nu", false), ("met_baan", true)] {
            let _ = write!(out, "\n{}\n", text::heading(&word(&format!("tabel.uitleg_{title}"))));
            let of_line = |lijn: Lijn| uitleg.van(met_baan, lijn);
            for tree in Lijn::ALLE.into_iter().filter_map(of_line) {
                out.push_str(&text::explanation(tree));
            }
            for (_, tree) in month.schulden.iter().flat_map(|schulden| schulden.uitleg(met_baan)) {
                out.push_str(&text::explanation(tree));
            }
        }
    }
    out
}

fn headline(month: &Month) -> String {
    let verschil = month.verschil.besteedbaar();
    let key = if verschil.is_positive() {
        "tabel.kop_meer"
    } else if verschil.is_zero() {
        "tabel.kop_gelijk"
    } else {
        "tabel.kop_minder"
    };
    let absolute = verschil.max(-verschil);
    let args = [
        ("verschil", amount(absolute.amount())),
        ("nu", amount(month.nu.besteedbaar().amount())),
        ("dan", amount(month.met_baan.besteedbaar().amount())),
        ("datum", value(Language::NL, &Value::Date(month.peildatum))),
    ];
    let mut out = text::mark(month.status) + &text::changed(month.book);
    let _ = writeln!(out, "{}", text::filled(key, &args));
    if let Some(per_uur) = month.per_gewerkt_uur {
        let _ = writeln!(
            out,
            "{}",
            text::filled("tabel.per_uur", &[("bedrag", amount(per_uur.amount()))])
        );
    }
    if let Some(kept) = month.volgende_100 {
        let less = kept < PerMonth::ZERO;
        let key = if less { "tabel.volgende_100_minder" } else { "tabel.volgende_100" };
        let before = if month.schulden.is_some() { "_met_schulden" } else { "" };
        let absolute = [("bedrag", amount(kept.max(-kept).amount()))];
        let _ = writeln!(out, "{}", text::filled(&format!("{key}{before}"), &absolute));
    }
    // After all that it is not off yet.
    let met_partner = month.niet_berekend.iter().any(|it| it.code == "schulden_met_partner");
    if month.schulden.is_some() {
        let _ = writeln!(out, "{}", word("schulden.kop"));
    } else if met_partner {
        let _ = writeln!(out, "{}", word("schulden.kop_partner"));
    }
    out.push('\n');
    out
}

fn lines(month: &Month) -> String {
    let mut table = Table::new(&[
        Column::Left(word("tabel.per_maand")),
        Column::Right(word("tabel.nu")),
        Column::Right(word("tabel.met_baan")),
        Column::Right(word("tabel.verschil")),
    ]);
    for lijn in Lijn::ALLE {
        if lijn == Lijn::Besteedbaar {
            table.rule();
        }
        let name = word(&format!("lijnen.{}", lijn.word()));
        let name = if lijn.gaat_af() { format!("− {name}") } else { name };
        let cells = [&month.nu, &month.met_baan, &month.verschil]
            .map(|lijnen| amount(lijnen.bedrag(lijn).amount()));
        table.row(name, cells);
    }
    table.to_string()
}

/// What creditors take, and below it in words what she keeps and what to do first.
fn debts(month: &Month) -> String {
    let Some(schulden) = &month.schulden else { return String::new() };
    let mut table = Table::new(&[
        Column::Left(word("tabel.schulden")),
        Column::Right(word("tabel.nu")),
        Column::Right(word("tabel.met_baan")),
        Column::Right(word("tabel.verschil")),
    ]);
    let all = [&schulden.nu, &schulden.met_baan, &schulden.verschil];
    let mut row = |name: &str, of: fn(&VanSchulden) -> Decimal| {
        table.row(word(&format!("tabel.{name}")), all.map(|van| amount(of(van))));
    };
    row("beslagvrij", |van| van.beslagvrij.amount());
    row("beslagvrij_maand", |van| van.beslagvrij_maand.amount());
    row("naar_schuldeisers", |van| van.naar_schuldeisers.amount());
    row("over_na_schulden", |van| van.over_na_schulden.amount());
    row("naar_schuldeisers_jaar", |van| van.naar_schuldeisers_jaar.amount());
    row("uit_vakantiegeld", |van| van.uit_vakantiegeld.amount());
    row("over_na_schulden_jaar", |van| van.over_na_schulden_jaar.amount());
    let mut out = format!("\n{table}\n");
    for zin in schulden.zinnen() {
        let _ = writeln!(out, "- {}", zin.tekst(Language::NL));
    }
    out
}

fn phases(fasen: &[Fase]) -> String {
    let mut table = Table::new(&[
        Column::Left(word("tabel.maanden")),
        Column::Left(word("tabel.vrijlating")),
        Column::Right(word("tabel.besteedbaar")),
        Column::Right(word("tabel.verschil")),
        Column::Right(word("tabel.verschil_jaar")),
    ]);
    for fase in fasen {
        let months = match fase.tot_maand {
            Some(last) if last == fase.van_maand => format!("{last}"),
            Some(last) => format!("{}–{last}", fase.van_maand),
            None => text::filled("tabel.vanaf_maand", &[("maand", fase.van_maand.to_string())]),
        };
        let rule = word(&format!("vrijlating.{}", fase.regel));
        let amounts =
            [fase.besteedbaar.amount(), fase.verschil.amount(), fase.verschil_jaar.amount()];
        let [besteedbaar, verschil, verschil_jaar] = amounts.map(amount);
        table.row(months, [rule, besteedbaar, verschil, verschil_jaar]);
        if let Some(ander) = fase.alternatief {
            let rule = text::filled(
                "tabel.alternatief",
                &[("regel", word(&format!("vrijlating.{}", ander.regel)))],
            );
            table.row(
                String::new(),
                [
                    rule,
                    amount(ander.besteedbaar.amount()),
                    amount(ander.verschil.amount()),
                    String::new(),
                ],
            );
        }
    }
    format!("\n{table}")
}

fn per_year(month: &Month) -> String {
    let mut table = Table::new(&[
        Column::Left(word("tabel.per_jaar")),
        Column::Right(word("tabel.nu")),
        Column::Right(word("tabel.met_baan")),
        Column::Right(word("tabel.verschil")),
    ]);
    let years = [&month.per_jaar_nu, &month.per_jaar_met_baan, &month.per_jaar_verschil];
    let mut row = |name: &str, of: fn(&calc_core::month::PerJaar) -> calc_core::money::PerYear| {
        table.row(word(&format!("per_jaar.{name}")), years.map(|year| amount(of(year).amount())));
    };
    row("vakantiegeld_netto", |year| year.vakantiegeld_netto);
    row("vakantietoeslag_bijstand", |year| year.vakantietoeslag_bijstand);
    row("saldo_belasting", |year| year.saldo_belasting);
    row("te_verrekenen_met_bijstand", |year| year.te_verrekenen_met_bijstand);
    row("toeslagen_nabetaling", |year| year.toeslagen_nabetaling);
    row("besteedbaar_jaar", |year| year.besteedbaar_jaar);
    format!("\n{table}")
}

fn childcare(month: &Month) -> String {
    let k = &month.kinderopvang;
    if k.rekening.is_zero() {
        return String::new();
    }
    let mut table = Table::new(&[
        Column::Left(word("tabel.kinderopvang")),
        Column::Right(word("tabel.met_baan")),
    ]);
    let parts = [
        ("rekening", k.rekening),
        ("toeslag", k.toeslag.maand),
        ("eigen_deel", k.eigen_deel),
        ("boven_maximum", k.boven_maximum),
        ("boven_230_uur", k.boven_230_uur),
    ];
    for (name, bedrag) in parts {
        table.row(word(&format!("kinderopvang.{name}")), [amount(bedrag.amount())]);
    }
    format!("\n{table}")
}

fn municipality(gemeente: &VanGemeente) -> String {
    let name = [("naam", gemeente.naam.to_owned())];
    let heading = text::heading(&text::filled("gemeente.kop", &name));
    let known = if gemeente.regelingen.is_empty() { "niets" } else { "apart" };
    let mut out = format!("\n{heading}\n{}\n", word(&format!("gemeente.{known}")));
    for regeling in &gemeente.regelingen {
        out.push_str(&municipal_scheme(regeling));
    }
    if let Some(year) = &gemeente.besteedbaar_jaar {
        let args = [
            ("nu", amount(year.nu.amount())),
            ("met_baan", amount(year.met_baan.amount())),
            ("verschil", amount((year.met_baan - year.nu).amount())),
        ];
        let _ = writeln!(out, "{}", text::filled("gemeente.met_gemeente", &args));
    }
    out
}

fn municipal_scheme(scheme: &GemeenteRegeling) -> String {
    let line = [
        ("naam", scheme.regeling.naam.to_owned()),
        ("nu", answer(scheme.uitkomst.nu)),
        ("met_baan", answer(scheme.uitkomst.met_baan)),
    ];
    let line = text::filled("gemeente.regel", &line);
    let not_hers = |uitkomst: Uitkomst| uitkomst.antwoord == Antwoord::Nee;
    if not_hers(scheme.uitkomst.nu) && not_hers(scheme.uitkomst.met_baan) {
        return format!("- {line}\n");
    }
    let source = scheme.regeling.source;
    let source = [
        ("titel", source.title.to_owned()),
        ("datum", value(Language::NL, &Value::Date(source.checked))),
    ];
    let source = text::filled("gemeente.bron", &source);
    format!("- {line}\n  {}\n  {source}\n", scheme.tekst(Language::NL))
}

/// "perhaps € 300.00 a year".
fn answer(uitkomst: Uitkomst) -> String {
    let answer = word(&format!("gemeente.antwoord.{}", uitkomst.antwoord.word()));
    let Some(bedrag) = uitkomst.bedrag else {
        return answer;
    };
    let bedrag_text = [("bedrag", amount(bedrag.euro().amount()))];
    let bedrag = text::filled(&format!("gemeente.per.{}", bedrag.per()), &bedrag_text);
    text::filled("gemeente.met_bedrag", &[("antwoord", answer), ("bedrag", bedrag)])
}

/// What she has to do, each with its last day where there is one.
fn to_do(items: &[TeDoen]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}\n", text::heading(&word("tabel.te_doen")));
    for item in items {
        let tekst = item.tekst(Language::NL);
        let line = match item.uiterlijk {
            Some(day) => {
                let datum = value(Language::NL, &Value::Date(day));
                text::filled("tabel.te_doen_voor", &[("datum", datum), ("tekst", tekst)])
            }
            None => tekst,
        };
        let _ = writeln!(out, "- {line} ({})", item.artikel);
    }
    out
}

fn reasons(month: &Month) -> String {
    let mut out = String::new();
    for (title, redenen) in [("nu", &month.waarom_nul.nu), ("met_baan", &month.waarom_nul.met_baan)]
    {
        if redenen.is_empty() {
            continue;
        }
        let _ = write!(out, "\n{}\n", text::heading(&word(&format!("tabel.waarom_nul_{title}"))));
        for reden in redenen {
            let name = word(&format!("lijnen.{}", reden.lijn.word()));
            let _ =
                writeln!(out, "- {name}: {} ({})", reden.tekst(Language::NL), reden.reason.article);
        }
    }
    out
}

fn messages(group: &str, meldingen: &[Melding]) -> String {
    if meldingen.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}\n", text::heading(&word(&format!("tabel.{group}"))));
    for melding in meldingen.iter().filter(|melding| !is_left_out(melding)) {
        let direction =
            melding.richting.map(|richting| word(&format!("richting.{}", richting.word())));
        let direction = direction.map(|words| format!(" [{words}]")).unwrap_or_default();
        let _ = writeln!(out, "- {}{direction}", melding.tekst(Language::NL));
    }
    if let Some(fields) = left_out(meldingen.iter()) {
        let _ = writeln!(out, "- {fields}");
    }
    out
}

const LEFT_OUT: &str = "standaardwaarde";

/// Whether it tells of a field that took its default.
pub fn is_left_out(melding: &Melding) -> bool {
    melding.code == LEFT_OUT
}

/// Every field that took its default has a message of its own; for a reader they are one list.
pub fn left_out<'a>(meldingen: impl Iterator<Item = &'a Melding>) -> Option<String> {
    let value = |melding: &Melding, name| melding.arg(Language::NL, name);
    let pair = |melding: &Melding| {
        Some(format!("{} = {}", value(melding, "veld")?, value(melding, "waarde")?))
    };
    let fields: Vec<String> =
        meldingen.filter(|melding| is_left_out(melding)).filter_map(pair).collect();
    (!fields.is_empty())
        .then(|| text::filled("tabel.niet_ingevuld", &[("velden", fields.join(", "))]))
}
