//! Writes the checked data as Rust constants.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::parameters::gemeenten::{self, Gemeente, Scheme};
use crate::parameters::{Content, Set, Source, Status, Unit, Value, Version};
use crate::scenario;
use crate::texts::Texts;

pub(crate) const ALLOW: &str =
    "#[allow(clippy::all, clippy::pedantic, unused_imports, reason = \"generated code\")]";

/// How much of the data is written out.
pub struct Extent {
    /// Versions that ended before this day are left out.
    pub from: Option<Date>,
    /// Versions that begin after this day are left out too: amounts that were announced count in no whole picture.
    pub to: Option<Date>,
    /// The set whose later versions count all the same.
    pub enacted: &'static str,
    /// Whether what only a reader of the amounts needs is written too: the list of all sets, the values as the
    /// files write them, notes and second sources.
    pub catalogue: bool,
    /// Whether what a week plan takes where nothing is told is written too.
    pub weekplan: bool,
    /// Whether amounts can be changed at run time.
    pub scenario: bool,
}

impl Extent {
    fn versions<'a>(&self, set: &'a Set) -> Vec<&'a Version> {
        let begins = |version: &&Version| {
            set.name == self.enacted || self.to.is_none_or(|to| version.valid_from <= to)
        };
        let ends = |version: &&Version| self.from.is_none_or(|from| version.valid_to >= from);
        set.versions.iter().filter(begins).filter(ends).collect()
    }

    fn second_source<'a>(&self, value: &'a Value) -> Option<&'a Source> {
        value.second_source.as_ref().filter(|_| self.catalogue)
    }
}

/// The module of every set and the list of all sets.
pub fn parameters(sets: &[Set], extent: &Extent) -> String {
    let sources: BTreeSet<&Source> = (sets.iter())
        .flat_map(|set| extent.versions(set))
        .flat_map(|version| &version.values)
        .flat_map(|value| extent.second_source(value).into_iter().chain([&value.source]))
        .collect();
    let sources: BTreeMap<&Source, usize> =
        sources.into_iter().enumerate().map(|(index, source)| (source, index)).collect();

    let mut code = Code::default();
    for (source, index) in &sources {
        code.line(&format!(
            "static SOURCE_{index}: Source = Source {{ title: {:?}, url: {:?}, checked: {} }};",
            source.title,
            source.url,
            date(source.checked)
        ));
    }
    for set in sets {
        module(&mut code, set, &sources, extent);
    }
    if extent.catalogue {
        code.line("/// Every set of amounts, by name.");
        code.line("pub static SETS: &[Set] = &[");
        for set in sets {
            code.line(&format!("Set {{ name: {:?}, versions: {}::LISTED }},", set.name, set.name));
        }
        code.line("];");
    }
    if extent.scenario {
        scenario::amended(&mut code, sets);
    }
    code.0
}

fn module(code: &mut Code, set: &Set, sources: &BTreeMap<&Source, usize>, extent: &Extent) {
    let versions = extent.versions(set);
    let (name, count) = (&set.name, versions.len());
    code.line(&format!("/// The dated amounts of `{name}`."));
    code.line(ALLOW);
    code.line(&format!("pub mod {name} {{"));
    code.line("use super::*;");
    code.line("use crate::value::{Months, Persons, Weeks, Years};");
    code.line(
        "use crate::money::{Euro, HoursPerMonth, PerHour, PerMonth, PerQuarter, PerYear, Rate};",
    );
    code.line(&format!("/// The amounts of `{name}` that hold in one period."));
    code.line(if extent.scenario { "#[derive(Clone, Debug)]" } else { "#[derive(Debug)]" });
    code.line("pub struct Params {");
    code.line("/// The first day.");
    code.line("pub valid_from: Date,");
    code.line("/// The last day.");
    code.line("pub valid_to: Date,");
    for value in &set.newest().values {
        let (units, article) = (value.content.units(), &value.article);
        code.line(&format!("/// `{}` in {units}: {article}.", value.key));
        code.line(&format!("pub {}: Param<{}>,", value.key, rust_type(&value.content)));
    }
    code.line("}");
    code.line("/// The name of the set.");
    code.line(&format!("pub const NAME: &str = {name:?};"));
    code.line("impl Dated for Params {");
    code.line("fn period(&self) -> (Date, Date) { (self.valid_from, self.valid_to) }");
    code.line("}");
    code.line(&format!("/// The amounts of `{name}` on a date, or what is covered."));
    code.line("pub fn at(date: Date) -> Result<&'static Params, Error> {");
    code.line("in_force(NAME, &VERSIONS, date)");
    code.line("}");
    scenario::by_book(code, set, count, extent.scenario);
    code.line("/// Every period that is covered, in order.");
    code.line(&format!("pub static VERSIONS: [Params; {count}] = ["));
    for (index, version) in versions.iter().enumerate() {
        params(code, index, version, set.newest());
    }
    code.line("];");
    if extent.catalogue {
        listed(code, &versions);
    }
    for (index, version) in versions.iter().enumerate() {
        for value in &version.values {
            about(code, name, index, version, value, sources, extent);
        }
    }
    code.line("}");
}

/// What the list of all sets shows of one.
fn listed(code: &mut Code, versions: &[&Version]) {
    code.line("pub(super) static LISTED: &[Version] = &[");
    for (index, version) in versions.iter().enumerate() {
        code.line(&format!("Version {{ {}, values: &[", period(version)));
        for value in &version.values {
            code.line(&format!("&{},", about_name(index, value)));
        }
        code.line("] },");
    }
    code.line("];");
}

/// One version, with the fields in the order of the struct whatever the order of its file.
fn params(code: &mut Code, index: usize, version: &Version, newest: &Version) {
    code.line(&format!("Params {{ {},", period(version)));
    for field in &newest.values {
        let value = (version.values.iter())
            .find(|value| value.key == field.key)
            .expect("all versions of a checked set have the same keys");
        code.line(&format!(
            "{}: Param {{ value: {}, about: &{} }},",
            value.key,
            rust_value(&value.content),
            about_name(index, value)
        ));
    }
    code.line("},");
}

fn about(
    code: &mut Code,
    set: &str,
    index: usize,
    version: &Version,
    value: &Value,
    sources: &BTreeMap<&Source, usize>,
    extent: &Extent,
) {
    let status = match value.status {
        Status::InForce => "InForce",
        Status::Announced => "Announced",
        Status::Derived => "Derived",
    };
    code.line(&format!("static {}: About = About {{", about_name(index, value)));
    code.line(&format!("set: {set:?}, name: {:?},", value.key));
    code.line(&format!("status: Status::{status}, valid_from: {},", date(version.valid_from)));
    code.line(&format!(
        "article: {:?}, source: &SOURCE_{},",
        value.article, sources[&value.source]
    ));
    if extent.catalogue {
        let second = value.second_source.as_ref();
        let second = second.map(|source| format!("&SOURCE_{}", sources[source]));
        code.line(&format!("shown: {:?},", shown(&value.content)));
        code.line(&format!("unit: {:?}, note: {:?},", value.content.units(), value.note));
        code.line(&format!("second_source: {},", optional(second)));
    }
    code.line("};");
}

/// A constant that may be lacking.
fn optional(constant: Option<String>) -> String {
    constant.map_or("None".to_owned(), |constant| format!("Some({constant})"))
}

fn about_name(index: usize, value: &Value) -> String {
    format!("ABOUT_{index}_{}", value.key.to_uppercase())
}

fn period(version: &Version) -> String {
    format!("valid_from: {}, valid_to: {}", date(version.valid_from), date(version.valid_to))
}

/// The value as written; the rows of a table one a line, their cells apart by `;`.
fn shown(content: &Content) -> String {
    match content {
        Content::Single { written, .. } => written.clone(),
        Content::Table { written, .. } => {
            written.iter().map(|row| row.join(";")).collect::<Vec<_>>().join("\n")
        }
    }
}

fn rust_type(content: &Content) -> String {
    match content {
        Content::Single { unit, .. } => type_of(*unit).to_owned(),
        Content::Table { columns, .. } => format!("Table<{}>", columns.len()),
    }
}

fn type_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Euro => "Euro",
        Unit::EuroPerYear => "PerYear",
        Unit::EuroPerQuarter => "PerQuarter",
        Unit::EuroPerMonth => "PerMonth",
        Unit::EuroPerHour => "PerHour",
        Unit::Percent => "Rate",
        Unit::HoursPerMonth => "HoursPerMonth",
        Unit::Years => "Years",
        Unit::Months => "Months",
        Unit::Weeks => "Weeks",
        Unit::Persons => "Persons",
        Unit::Factor => "Decimal",
    }
}

fn rust_value(content: &Content) -> String {
    match content {
        Content::Single { unit, written, number } => match unit {
            Unit::Years | Unit::Months | Unit::Weeks | Unit::Persons => {
                format!("{}({written})", type_of(*unit))
            }
            Unit::Factor => decimal(*unit, *number),
            Unit::Percent => format!("Rate::from_fraction({})", decimal(*unit, *number)),
            _ => format!("{}::new({})", type_of(*unit), decimal(*unit, *number)),
        },
        Content::Table { columns, rows, .. } => {
            let mut code = "Table { rows: &[".to_owned();
            for row in rows {
                let cells = columns.iter().zip(row).map(|(unit, cell)| match cell {
                    Some(number) => format!("Some({})", decimal(*unit, *number)),
                    None => "None".to_owned(),
                });
                let cells = cells.collect::<Vec<_>>().join(", ");
                write!(code, "[{cells}],").expect("a string takes any text");
            }
            code + "] }"
        }
    }
}

/// A constant; a percentage becomes the fraction by moving the decimal point.
fn decimal(unit: Unit, number: Decimal) -> String {
    let scale = number.scale() + if unit == Unit::Percent { 2 } else { 0 };
    let digits = number.mantissa().unsigned_abs();
    let part = |index: u32| (digits >> (32 * index)) & u128::from(u32::MAX);
    let negative = number.is_sign_negative();
    format!("Decimal::from_parts({}, {}, {}, {negative}, {scale})", part(0), part(1), part(2))
}

fn date(date: Date) -> String {
    format!("civil::date({}, {}, {})", date.year(), date.month(), date.day())
}

/// Every municipality with its dated schemes.
pub fn gemeenten(gemeenten: &[Gemeente], extent: &Extent) -> String {
    let mut code = Code::default();
    code.line("/// Every municipality, by name.");
    code.line("pub static GEMEENTEN: &[Gemeente] = &[");
    for gemeente in gemeenten {
        code.line(&format!("Gemeente {{ code: {:?}, versies: &[", gemeente.code));
        for version in &gemeente.versions {
            let (from, to) = (date(version.period.0), date(version.period.1));
            code.line(&format!("Versie {{ naam: {:?}, geldig_van: {from},", version.name));
            code.line(&format!(
                "geldig_tot: {to}, betaling: {},",
                payment(version.payment.as_ref())
            ));
            if extent.weekplan {
                code.line(&week(&version.week));
            }
            code.line("regelingen: &[");
            for scheme in &version.schemes {
                municipal_scheme(&mut code, scheme, extent);
            }
            code.line("] },");
        }
        code.line("] },");
    }
    code.line("];");
    if extent.scenario {
        scenario::municipal(&mut code);
    }
    code.0
}

fn written_source(source: &Source) -> String {
    let (title, url) = (&source.title, &source.url);
    format!("&Source {{ title: {title:?}, url: {url:?}, checked: {} }}", date(source.checked))
}

fn payment(payment: Option<&gemeenten::Payment>) -> String {
    let Some(payment) = payment else { return "None".to_owned() };
    let (day, month, year) = (payment.day, payment.holiday_month, payment.year);
    let (article, source) = (&payment.article, written_source(&payment.source));
    format!(
        "Some(Betaaldag {{ dag: {day}, maand_vakantietoeslag: {month}, jaar: {year}, \
         article: {article:?}, source: {source} }})"
    )
}

fn week(week: &gemeenten::Week) -> String {
    let pair = |[from, to]: [u32; 2]| format!("[{from}, {to}]");
    let (school, blok) = (pair(week.school), pair(week.blok));
    let fields = [
        ("huis_werk", week.huis_werk),
        ("naar_werk", week.naar_werk),
        ("van_huis", week.van_huis),
        ("overdracht", week.overdracht),
        ("tussen", week.tussen),
        ("wachten", week.wachten),
        ("verlof_weken", week.verlof_weken),
        ("deur", week.deur),
        ("voorschool_van", week.voorschool_van),
        ("middag_tot", week.middag_tot),
        ("schoolweken", week.schoolweken),
        ("vakantieweken", week.vakantieweken),
        ("afronden", week.afronden),
        ("een_rit", week.een_rit),
        ("krap_onder", week.krap_onder),
        ("werkdag", week.werkdag),
        ("pauze_boven", week.pauze_boven),
        ("pauze", week.pauze),
    ];
    let fields = fields.map(|(name, value)| format!("{name}: {value}, ")).concat();
    format!("week: Week {{ {fields}school: {school}, blok: {blok} }},")
}

fn municipal_scheme(code: &mut Code, scheme: &Scheme, extent: &Extent) {
    let source = written_source;
    let status = match scheme.status {
        gemeenten::Status::InForce => "InForce",
        gemeenten::Status::EarlierYear => "EarlierYear",
        gemeenten::Status::Unknown => "Unknown",
    };
    code.line(&format!("Regeling {{ code: {:?}, naam: {:?},", scheme.code, scheme.name));
    code.line(&format!("soort: Soort::{} {{", camel_case(scheme.kind)));
    for (name, content) in &scheme.values {
        code.line(&format!("{name}: {},", rust_value(content)));
    }
    code.line(&format!("}}, status: Status::{status}, jaar: {},", scheme.year));
    code.line(&format!("article: {:?}, source: {},", scheme.article, source(&scheme.source)));
    if extent.catalogue {
        let second = optional(scheme.second_source.as_ref().map(source));
        code.line(&format!("second_source: {second}, note: {:?},", scheme.note));
    }
    code.line("},");
}

pub(crate) fn camel_case(word: &str) -> String {
    let capital = |part: &str| format!("{}{}", part[..1].to_uppercase(), &part[1..]);
    word.split('_').map(capital).collect()
}

/// Every language with its sorted list of keys and texts.
pub fn texts(languages: &BTreeMap<String, Texts>) -> String {
    let mut code = Code::default();
    code.line("impl Language {");
    for (tag, texts) in languages {
        let name = tag.to_uppercase();
        code.line(&format!("/// The language of `texts/{tag}.toml`."));
        code.line(&format!("pub const {name}: Self = Self {{ tag: {tag:?}, texts: {{"));
        code.line("static TEXTS: Entries = &[");
        for (key, text) in texts {
            code.line(&format!("({key:?}, {text:?}),"));
        }
        code.line("]; TEXTS } };");
    }
    let names = languages.keys().map(|tag| format!("Self::{}", tag.to_uppercase()));
    let names = names.collect::<Vec<_>>().join(", ");
    code.line("/// Every language that is compiled in.");
    code.line(&format!("pub const ALL: &[Self] = &[{names}];"));
    code.line("}");
    code.0
}

#[derive(Default)]
pub(crate) struct Code(String);

impl Code {
    pub(crate) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}
