//! The steady month in the form of the contract.

use super::explanation::{explanation, source};
use super::melding::melding;
use super::scenario::marked;
use super::written::{Json, cents, day, list, object, or_null, text, word};
use crate::engine::lines::{Lijn, Lijnen, Paar};
use crate::engine::per_jaar::{JaarBedrag, PerJaar};
use crate::message::Melding;
use crate::money::PerYear;
use crate::month::{
    Alternatief, Fase, GemeenteRegeling, Month, Reden, TeDoen, Tussen, TussenPartner,
    UitlegSchulden, VanGemeente, VanSituatie,
};
#[cfg(feature = "schulden")]
use crate::month::{Schulden, VanSchulden};
use crate::schemes::gemeente::{Bedrag, Uitkomst};
use crate::schemes::kinderopvangtoeslag::Kinderopvang;
use crate::texts::Language;

/// The whole month.
pub(super) fn month(month: &Month, language: Language) -> Json {
    let meldingen = |all: &[Melding]| list(all, |it| melding(it, language));
    let redenen = |all: &Vec<Reden>| list(all, |it| reden(it, language));
    let mut fields = vec![
        ("peildatum", day(month.peildatum)),
        ("status", word(month.status.word())),
        ("nu", lines(&month.nu)),
        ("met_baan", lines(&month.met_baan)),
        ("verschil", lines(&month.verschil)),
        ("per_gewerkt_uur", or_null(month.per_gewerkt_uur, |it| cents(it.amount()))),
        ("volgende_100", or_null(month.volgende_100, |it| cents(it.amount()))),
        ("fasen", list(&month.fasen, fase)),
        ("tussen", paar(&month.tussen, tussen)),
        (
            "per_jaar",
            drie(
                [&month.per_jaar_nu, &month.per_jaar_met_baan, &month.per_jaar_verschil].map(year),
            ),
        ),
        ("kinderopvang", bill(&month.kinderopvang)),
        ("schulden", schulden(month)),
        ("gemeente", gemeente(&month.gemeente, language)),
        ("aannames", meldingen(&month.aannames)),
        ("niet_berekend", meldingen(&month.niet_berekend)),
        ("waarschuwingen", meldingen(&month.waarschuwingen)),
        ("te_doen", list(&month.te_doen, |it| te_doen(it, language))),
        ("waarom_nul", paar(&month.waarom_nul, redenen)),
    ];
    #[cfg(feature = "weekplan")]
    let weekplan = or_null(month.weekplan.as_ref(), super::week::weekplan);
    #[cfg(not(feature = "weekplan"))]
    let weekplan = Json::Null;
    fields.push(("weekplan", weekplan));
    if let Some(all) = &month.uitleg {
        #[cfg(feature = "schulden")]
        let van_schulden = month.schulden.as_ref().map(|it| &it.uitleg);
        #[cfg(not(feature = "schulden"))]
        let van_schulden: Option<&Paar<UitlegSchulden>> = None;
        let nu = uitleg(&all.0.nu, van_schulden.map(|it| &it.nu), language);
        let met_baan = uitleg(&all.0.met_baan, van_schulden.map(|it| &it.met_baan), language);
        fields.push(("uitleg", object(vec![("nu", nu), ("met_baan", met_baan)])));
    }
    object(marked(fields, month.book))
}

/// Without the scheme nothing is said of debts.
#[cfg(not(feature = "schulden"))]
const fn schulden(_: &Month) -> Json {
    Json::Null
}

#[cfg(feature = "schulden")]
fn schulden(month: &Month) -> Json {
    or_null(month.schulden.as_ref(), |it| met_schulden(it, &month.fasen))
}

/// What creditors take, each amount now, with the job and the difference.
#[cfg(feature = "schulden")]
fn met_schulden(schulden: &Schulden, fasen: &[Fase]) -> Json {
    let van = [&schulden.nu, &schulden.met_baan, &schulden.verschil];
    let maand = |van: &VanSchulden| {
        object(vec![
            ("beslagvrij", cents(van.beslagvrij.amount())),
            ("beslagvrij_maand", cents(van.beslagvrij_maand.amount())),
            ("naar_schuldeisers", cents(van.naar_schuldeisers.amount())),
            ("over_na_schulden", cents(van.over_na_schulden.amount())),
        ])
    };
    let jaar = |van: &VanSchulden| {
        object(vec![
            ("naar_schuldeisers_jaar", cents(van.naar_schuldeisers_jaar.amount())),
            ("uit_vakantiegeld", cents(van.uit_vakantiegeld.amount())),
            ("over_na_schulden_jaar", cents(van.over_na_schulden_jaar.amount())),
        ])
    };
    let regel = |van: &VanSchulden| word(van.regel.word());
    object(vec![
        ("soort", word(schulden.soort.word())),
        ("maand", drie(van.map(maand))),
        ("jaar", drie(van.map(jaar))),
        (
            "regel",
            object(vec![("nu", regel(&schulden.nu)), ("met_baan", regel(&schulden.met_baan))]),
        ),
        ("fasen", list(fasen, fase_met_schulden)),
    ])
}

#[cfg(feature = "schulden")]
fn fase_met_schulden(fase: &Fase) -> Json {
    let mut fields = vec![
        ("regel", word(fase.regel)),
        ("van_maand", Json::Number(fase.van_maand)),
        ("tot_maand", or_null(fase.tot_maand, Json::Number)),
    ];
    if let Some(van) = fase.schulden {
        fields.push(("naar_schuldeisers", cents(van.naar_schuldeisers.amount())));
        fields.push(("over_na_schulden", cents(van.over_na_schulden.amount())));
    }
    object(fields)
}

fn paar<T>(paar: &Paar<T>, form: impl Fn(&T) -> Json) -> Json {
    object(vec![("nu", form(&paar.nu)), ("met_baan", form(&paar.met_baan))])
}

/// Now, with the job, and the difference.
fn drie([nu, met_baan, verschil]: [Json; 3]) -> Json {
    object(vec![("nu", nu), ("met_baan", met_baan), ("verschil", verschil)])
}

/// Every line by its name.
pub(super) fn line_fields(lines: &Lijnen) -> impl Iterator<Item = (&'static str, Json)> {
    Lijn::ALLE.into_iter().map(|lijn| (lijn.word(), cents(lines.bedrag(lijn).amount())))
}

/// Every line by its name.
pub(super) fn lines(lines: &Lijnen) -> Json {
    object(line_fields(lines).collect())
}

fn year(year: &PerJaar) -> Json {
    let amount = |which: JaarBedrag| (which.word(), cents(year.bedrag(which).amount()));
    object(JaarBedrag::ALLE.into_iter().map(amount).collect())
}

fn fase(fase: &Fase) -> Json {
    object(vec![
        ("regel", word(fase.regel)),
        ("van_maand", Json::Number(fase.van_maand)),
        ("tot_maand", or_null(fase.tot_maand, Json::Number)),
        ("besteedbaar", cents(fase.besteedbaar.amount())),
        ("verschil", cents(fase.verschil.amount())),
        ("verschil_jaar", cents(fase.verschil_jaar.amount())),
        ("alternatief", or_null(fase.alternatief.as_ref(), alternatief)),
    ])
}

fn alternatief(ander: &Alternatief) -> Json {
    object(vec![
        ("regel", word(ander.regel)),
        ("besteedbaar", cents(ander.besteedbaar.amount())),
        ("verschil", cents(ander.verschil.amount())),
    ])
}

fn tussen(tussen: &Tussen) -> Json {
    let mut fields = vec![
        ("bruto", cents(tussen.bruto.amount())),
        ("fiscaal_loon", cents(tussen.fiscaal_loon.amount())),
        ("loonheffing", cents(tussen.loonheffing.amount())),
        ("ink", cents(tussen.ink.amount())),
        ("vrijlating", cents(tussen.vrijlating.amount())),
        ("vrijlating_regel", word(tussen.vrijlating_regel)),
        ("vakantiegeld_claim", cents(tussen.vakantiegeld_claim.amount())),
        ("norm", cents(tussen.norm.amount())),
        ("bijstand_inclusief", cents(tussen.bijstand_inclusief.amount())),
        ("bruto_bijstand_jaar", cents(tussen.bruto_bijstand_jaar.amount())),
        ("toetsingsinkomen", cents(tussen.toetsingsinkomen.amount())),
        ("toetsingsinkomen_samen", cents(tussen.toetsingsinkomen_samen.amount())),
    ];
    fields.extend(tussen.partner.as_ref().map(|it| ("partner", tussen_partner(it))));
    object(fields)
}

fn tussen_partner(partner: &TussenPartner) -> Json {
    object(vec![
        ("loonheffing", cents(partner.loonheffing.amount())),
        ("netto_loon", cents(partner.netto_loon.amount())),
        ("vakantiegeld_claim", cents(partner.vakantiegeld_claim.amount())),
    ])
}

fn bill(bill: &Kinderopvang) -> Json {
    object(vec![
        ("rekening", cents(bill.rekening.amount())),
        ("toeslag", cents(bill.toeslag.maand.amount())),
        ("eigen_deel", cents(bill.eigen_deel.amount())),
        ("boven_maximum", cents(bill.boven_maximum.amount())),
        ("boven_230_uur", cents(bill.boven_230_uur.amount())),
    ])
}

fn gemeente(gemeente: &VanGemeente, language: Language) -> Json {
    let met_verschil = |jaar: &Paar<PerYear>| {
        drie([jaar.nu, jaar.met_baan, jaar.met_baan - jaar.nu].map(|it| cents(it.amount())))
    };
    object(vec![
        ("naam", word(gemeente.naam)),
        ("regelingen", list(&gemeente.regelingen, |it| regeling(it, language))),
        (
            "besteedbaar_jaar_met_gemeente",
            or_null(gemeente.besteedbaar_jaar.as_ref(), met_verschil),
        ),
    ])
}

fn regeling(van: &GemeenteRegeling, language: Language) -> Json {
    let regeling = van.regeling;
    object(vec![
        ("code", word(regeling.code)),
        ("naam", word(regeling.naam)),
        ("tekst", text(van.tekst(language))),
        ("nu", uitkomst(&van.uitkomst.nu)),
        ("met_baan", uitkomst(&van.uitkomst.met_baan)),
        ("telt_mee", Json::YesNo(van.telt_mee())),
        ("aangepast", Json::YesNo(van.aangepast.is_some())),
        ("status", word(regeling.status.as_str())),
        ("artikel", word(regeling.article)),
        ("bron", source(regeling.source)),
        ("jaar", Json::Number(u32::try_from(regeling.jaar).unwrap_or_default())),
    ])
}

fn uitkomst(uitkomst: &Uitkomst) -> Json {
    object(vec![
        ("antwoord", word(uitkomst.antwoord.word())),
        ("bedrag", or_null(uitkomst.bedrag, |bedrag| cents(bedrag.euro().amount()))),
        ("per", or_null(uitkomst.bedrag.map(Bedrag::per), word)),
    ])
}

fn te_doen(item: &TeDoen, language: Language) -> Json {
    object(vec![
        ("code", word(item.code())),
        ("tekst", text(item.tekst(language))),
        ("uiterlijk", or_null(item.uiterlijk, day)),
        ("soort", word(item.soort.word())),
        ("bij", word(item.bij.word())),
        ("artikel", word(item.artikel)),
        ("bron", or_null(item.bron(), text)),
    ])
}

fn reden(reden: &Reden, language: Language) -> Json {
    object(vec![
        ("lijn", word(reden.lijn.word())),
        ("code", word(reden.reason.code)),
        ("tekst", text(reden.tekst(language))),
        ("artikel", word(reden.reason.article)),
    ])
}

/// How every line came about, below `per_jaar` what comes once a year, below `schulden` what creditors take.
fn uitleg(van: &VanSituatie, schulden: Option<&UitlegSchulden>, language: Language) -> Json {
    let form = |it| explanation(it, language);
    let mut fields: Vec<(&'static str, Json)> =
        van.lijnen.iter().map(|(lijn, it)| (lijn.word(), form(it))).collect();
    let per_jaar = van.per_jaar.iter().map(|(which, it)| (which.word(), form(it)));
    fields.push(("per_jaar", object(per_jaar.collect())));
    if let Some(schulden) = schulden {
        let van_schulden = schulden.iter().map(|(which, it)| (*which, form(it)));
        fields.push(("schulden", object(van_schulden.collect())));
    }
    object(fields)
}
