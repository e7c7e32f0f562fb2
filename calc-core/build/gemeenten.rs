//! The form of a municipality's file and the checks it must pass. What a kind of scheme asks for stands in
//! [`KINDS`]; which municipality has which scheme, for how much, is data.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::unit::Unit::{self, Euro, EuroPerMonth, EuroPerYear, Months, Percent, Weeks, Years};
use super::value::{Content, Source, number};
use super::{WrittenSource, is_name, overlap, period, sources, unused};

/// The kinds of municipal schemes with the values each asks for, as in `parameters::gemeenten::Soort`.
pub const KINDS: [(&str, &[(&str, Unit)]); 8] = [
    (
        "toeslag_per_jaar",
        &[
            ("alleenstaande", EuroPerYear),
            ("alleenstaande_ouder", EuroPerYear),
            ("paar", EuroPerYear),
            ("paar_met_kinderen", EuroPerYear),
            ("vanaf_leeftijd", Years),
            ("inkomen_over_maanden", Months),
            ("inkomen_hoogstens", Percent),
            ("inkomen_bij_aanvraag_hoogstens", Percent),
        ],
    ),
    ("eenmalig_bij_uitstroom", &[("bedrag", Euro)]),
    (
        "premie_bij_werk",
        &[("percentage", Percent), ("hoogstens", EuroPerMonth), ("vanaf_leeftijd", Years)],
    ),
    ("eigen_deel_opvang_zonder_loon", &[("hoogstens", Percent)]),
    ("eigen_deel_opvang_bij_werk", &[("hoogstens", Percent)]),
    (
        "kwijtschelding_afval",
        &[
            ("een_persoon", EuroPerYear),
            ("twee_personen", EuroPerYear),
            ("drie_of_meer", EuroPerYear),
            ("hoogstens", Percent),
        ],
    ),
    ("verrekening_met_schatting", &[("terugkijken_maanden", Months), ("loonstrook_binnen", Weeks)]),
    ("verrekening_achteraf", &[]),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    valid_from: Datetime,
    valid_to: Datetime,
    sources: BTreeMap<String, WrittenSource>,
    payment: Option<WrittenPayment>,
    week: Week,
    schemes: BTreeMap<String, Spanned<WrittenScheme>>,
}

/// What a week plan takes where nothing is told: minutes, moments from midnight, weeks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    pub huis_werk: u32,
    pub naar_werk: u32,
    pub van_huis: u32,
    pub overdracht: u32,
    pub tussen: u32,
    pub wachten: u32,
    pub verlof_weken: u32,
    pub deur: u32,
    pub school: [u32; 2],
    pub blok: [u32; 2],
    pub voorschool_van: u32,
    pub middag_tot: u32,
    pub schoolweken: u32,
    pub vakantieweken: u32,
    pub afronden: u32,
    pub een_rit: u32,
    pub krap_onder: u32,
    pub werkdag: u32,
    pub pauze_boven: u32,
    pub pauze: u32,
    note: String,
}

/// When bijstand is paid, where that is known.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPayment {
    day: i8,
    holiday_month: u32,
    year: i16,
    article: String,
    source: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenScheme {
    name: String,
    kind: String,
    status: Status,
    year: i16,
    article: String,
    source: String,
    second_source: Option<String>,
    note: Option<String>,
    #[serde(default)]
    values: BTreeMap<String, WrittenAmount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAmount {
    value: String,
    unit: Unit,
}

/// What is known of a municipal scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Status {
    #[serde(rename = "in force")]
    InForce,
    #[serde(rename = "earlier year")]
    EarlierYear,
    #[serde(rename = "unknown")]
    Unknown,
}

/// One municipality, checked.
#[derive(Debug)]
pub struct Gemeente {
    pub code: String,
    /// By date, at least one.
    pub versions: Vec<Version>,
}

/// What a municipality has from one date to another.
#[derive(Debug)]
pub struct Version {
    pub name: String,
    pub period: (Date, Date),
    pub payment: Option<Payment>,
    pub week: Week,
    /// In the order of the file.
    pub schemes: Vec<Scheme>,
}

/// When a municipality pays bijstand.
#[derive(Debug)]
pub struct Payment {
    pub day: i8,
    pub holiday_month: u32,
    pub year: i16,
    pub article: String,
    pub source: Source,
}

/// One municipal scheme with everything known about it.
#[derive(Debug)]
pub struct Scheme {
    pub code: String,
    pub name: String,
    pub kind: &'static str,
    pub status: Status,
    pub year: i16,
    pub article: String,
    pub source: Source,
    pub second_source: Option<Source>,
    pub note: String,
    /// Exactly those of its kind, in the order of [`KINDS`].
    pub values: Vec<(&'static str, Content)>,
}

impl Gemeente {
    /// Reads and checks all files of a municipality: names with texts, sorted by name. `folder` is what the
    /// messages call the folder.
    ///
    /// # Errors
    ///
    /// Every problem found, each with its file and key.
    pub fn from_files(
        folder: &str,
        code: &str,
        files: &[(String, String)],
    ) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let mut versions = Vec::new();
        if !is_name(code) {
            problems.push(format!("{folder}: a municipality's folder is named in a-z, 0-9 and _"));
        }
        for (file, text) in files {
            let mut found = Vec::new();
            versions.extend(version(file, text, &mut found));
            problems.extend(found.iter().map(|what| format!("{folder}/{file}: {what}")));
        }
        if files.is_empty() {
            problems.push(format!("{folder}: no files"));
        }
        let pairs = versions.iter().zip(versions.iter().skip(1));
        let overlaps = pairs.filter_map(|(before, after)| overlap(before.period, after.period));
        problems.extend(overlaps.map(|what| format!("{folder}: {what}")));
        if problems.is_empty() {
            Ok(Self { code: code.to_owned(), versions })
        } else {
            Err(problems)
        }
    }
}

fn version(file: &str, text: &str, problems: &mut Vec<String>) -> Option<Version> {
    let written: File = match toml::from_str(text) {
        Ok(written) => written,
        Err(error) => {
            problems.push(error.to_string());
            return None;
        }
    };
    let period = period(file, written.valid_from, written.valid_to, problems)?;
    if written.name.trim().is_empty() {
        problems.push("name is empty".to_owned());
    }
    if written.schemes.is_empty() {
        problems.push("there are no schemes".to_owned());
    }
    let sources_here = sources(&written.sources, problems);
    let used = (written.schemes.values())
        .map(Spanned::get_ref)
        .flat_map(|scheme| scheme.second_source.iter().chain([&scheme.source]))
        .chain(written.payment.iter().map(|payment| &payment.source));
    let unused = unused(&written.sources, used);
    problems.extend(unused.map(|key| format!("sources.{key}: no scheme refers to it")));

    check_week(&written.week, problems);
    let payment = written.payment.and_then(|written| payment(written, &sources_here, problems));
    let mut schemes: Vec<_> = written.schemes.into_iter().collect();
    schemes.sort_by_key(|(_, scheme)| scheme.span().start);
    let checked = schemes.into_iter().filter_map(|(code, scheme)| {
        let mut found = Vec::new();
        let scheme = checked(&code, scheme.into_inner(), period.0, &sources_here, &mut found);
        problems.extend(found.iter().map(|what| format!("schemes.{code}: {what}")));
        scheme
    });
    let schemes = checked.collect();
    Some(Version { name: written.name, period, payment, week: written.week, schemes })
}

fn payment(
    written: WrittenPayment,
    sources: &BTreeMap<String, Source>,
    problems: &mut Vec<String>,
) -> Option<Payment> {
    let mut refuse = |wrong: bool, what: &str| {
        if wrong {
            problems.push(format!("payment: {what}"));
        }
    };
    refuse(!(1..=28).contains(&written.day), "day is a day of every month, 1 to 28");
    refuse(![5, 6].contains(&written.holiday_month), "holiday_month is 5 or 6");
    refuse(written.article.trim().is_empty(), "article is empty");
    refuse(written.note.trim().is_empty(), "a note says how it is known");
    let source = sources.get(&written.source).cloned();
    refuse(source.is_none(), "the source is not listed");
    Some(Payment {
        day: written.day,
        holiday_month: written.holiday_month,
        year: written.year,
        article: written.article,
        source: source?,
    })
}

fn check_week(week: &Week, problems: &mut Vec<String>) {
    const DAY: u32 = 24 * 60;
    let mut refuse = |wrong: bool, what: &str| {
        if wrong {
            problems.push(format!("week: {what}"));
        }
    };
    for [from, to] in [week.school, week.blok] {
        refuse(from >= to || to > DAY, "a time of the day ends after it begins, within the day");
    }
    refuse(week.voorschool_van >= DAY || week.middag_tot > DAY, "a moment lies within the day");
    refuse(week.schoolweken > 40 || week.vakantieweken > 12, "a year has 40 and 12 weeks");
    refuse(week.werkdag == 0 || !(1..=60).contains(&week.afronden), "a step is not nothing");
    refuse(week.note.trim().is_empty(), "a note says how it is known");
}

fn checked(
    code: &str,
    written: WrittenScheme,
    valid_from: Date,
    sources: &BTreeMap<String, Source>,
    problems: &mut Vec<String>,
) -> Option<Scheme> {
    check_words(code, &written, valid_from, problems);
    for named in written.second_source.iter().chain([&written.source]) {
        if !sources.contains_key(named) {
            problems.push(format!("the source {named} is not listed"));
        }
    }
    let Some((kind, asked)) = KINDS.iter().find(|(kind, _)| *kind == written.kind) else {
        let kinds = KINDS.map(|(kind, _)| kind).join(", ");
        problems.push(format!("kind \"{}\" is none of {kinds}", written.kind));
        return None;
    };
    let values = values(kind, asked, &written.values, problems)?;
    let source = sources.get(&written.source)?.clone();
    let second_source = written.second_source.and_then(|named| sources.get(&named).cloned());
    Some(Scheme {
        code: code.to_owned(),
        name: written.name,
        kind,
        status: written.status,
        year: written.year,
        article: written.article,
        source,
        second_source,
        note: written.note.unwrap_or_default(),
        values,
    })
}

fn check_words(code: &str, written: &WrittenScheme, valid_from: Date, problems: &mut Vec<String>) {
    let mut refuse = |wrong: bool, what: &str| {
        if wrong {
            problems.push(what.to_owned());
        }
    };
    let note = written.note.as_deref().unwrap_or_default().trim();
    refuse(!is_name(code), "a key is written in a-z, 0-9 and _");
    refuse(written.name.trim().is_empty(), "name is empty");
    refuse(written.article.trim().is_empty(), "article is empty");
    refuse(
        note.is_empty() && written.second_source.is_none(),
        "without second_source a note must say why there is one source",
    );
    refuse(
        note.is_empty() && written.status != Status::InForce,
        "a scheme that is not known to be in force needs a note that says what is known",
    );
    refuse(
        written.status == Status::EarlierYear && written.year >= valid_from.year(),
        "status \"earlier year\" asks a year before valid_from",
    );
    refuse(
        written.second_source.as_ref() == Some(&written.source),
        "second_source is the first source",
    );
}

/// Exactly the values of the kind, each in its unit and not negative.
fn values(
    kind: &str,
    asked: &'static [(&'static str, Unit)],
    written: &BTreeMap<String, WrittenAmount>,
    problems: &mut Vec<String>,
) -> Option<Vec<(&'static str, Content)>> {
    for key in written.keys().filter(|key| !asked.iter().any(|(name, _)| name == key)) {
        problems.push(format!("values.{key}: {kind} has no such value"));
    }
    let mut read = |name: &'static str, unit: Unit| {
        let Some(amount) = written.get(name) else {
            problems.push(format!("values.{name} is missing: {kind} asks it in {}", unit.as_str()));
            return None;
        };
        if amount.unit != unit {
            let (found, asked) = (amount.unit.as_str(), unit.as_str());
            problems.push(format!("values.{name} is in {found}, {kind} asks {asked}"));
        }
        let mut found = Vec::new();
        let number = number(unit, &amount.value, &mut found);
        if number.is_some_and(|number| number < Decimal::ZERO) {
            found.push("an amount is not negative".to_owned());
        }
        problems.extend(found.iter().map(|what| format!("values.{name}: {what}")));
        Some((name, Content::Single { unit, written: amount.value.clone(), number: number? }))
    };
    let values: Vec<_> = asked.iter().map(|&(name, unit)| read(name, unit)).collect();
    values.into_iter().collect()
}
