//! Amounts that are tried in the place of published ones: what would another disregard, another childcare price, a
//! municipal scheme change? Each is checked like those of the files, by the unit of what it replaces, and holds in every
//! period of its set. A result that was computed by one says so.

use rust_decimal::Decimal;

use crate::error::{Problem, Said};
use crate::parameters::change::Change;
use crate::parameters::gemeenten::{GEMEENTEN, Gemeente, Regeling, Status};
use crate::parameters::{About, Book, SETS, Scenario};

/// What the names of municipal amounts begin with.
const GEMEENTE: &str = "gemeente";
/// How a scheme with wage and one without end.
const BOTH: [&str; 2] = ["_zonder_loon", "_bij_werk"];
/// More digits than any amount has.
const LONGEST: usize = 20;
/// More rows than any table has.
const MOST_ROWS: usize = 1_000;

/// A changed amount, and of whom it is.
enum Changed {
    /// Of the law.
    Law(Change),
    /// Of every municipality that has the scheme.
    Municipal(Change),
}

/// The book with these amounts in place, by name as they were written, or everything that is wrong with them. Rules hold
/// references to amounts that never go away, so a scenario stays: some kilobytes for each that is made.
pub(crate) fn book_of(wanted: Vec<(String, String)>) -> Result<Book, Vec<Problem>> {
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    for (name, written) in &wanted {
        match changes(name, written) {
            Ok(changes) => all.extend(changes),
            Err(problem) => problems.push(*problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut scenario = Scenario { changed: wanted, ..Scenario::default() };
    for changed in &all {
        match changed {
            Changed::Law(change) => scenario.sets.change(change),
            Changed::Municipal(change) => {
                let gemeenten = scenario.gemeenten.get_or_insert_with(|| GEMEENTEN.to_vec());
                for gemeente in gemeenten {
                    change_in(gemeente, change);
                }
            }
        }
    }
    Ok(Book::of(Box::leak(Box::new(scenario))))
}

/// Puts an amount in its place in every period of a municipality; the scheme then counts as one that is there.
fn change_in(gemeente: &mut Gemeente, change: &Change) {
    let mut versies = gemeente.versies.to_vec();
    for versie in &mut versies {
        let mut regelingen = versie.regelingen.to_vec();
        for regeling in regelingen.iter_mut().filter(|it| it.code == change.set) {
            regeling.soort.change(change);
            regeling.status = Status::Scenario;
        }
        versie.regelingen = Vec::leak(regelingen);
    }
    gemeente.versies = Vec::leak(versies);
}

/// What one name changes; of municipal schemes that share the beginning of a name each.
fn changes(name: &str, written: &str) -> Result<Vec<Changed>, Box<Problem>> {
    let (set, rest) = name.split_once('.').unwrap_or((name, ""));
    if set == GEMEENTE {
        let found = municipal(rest);
        let one = |at: &Municipal| {
            let rows = rows(name, written, at.unit, None)?;
            Ok(Changed::Municipal(change(at.scheme, at.value, written, rows)))
        };
        let names = || municipal_names().join(", ");
        return if found.is_empty() {
            Err(Box::new(unknown(name, names())))
        } else {
            found.iter().map(one).collect()
        };
    }
    let Some(values) = newest(set) else {
        let sets = SETS.iter().map(|set| set.name).chain([GEMEENTE]);
        let names = sets.map(|set| format!("{set}.…")).collect::<Vec<_>>().join(", ");
        return Err(Box::new(unknown(name, names)));
    };
    let Some(about) = values.iter().find(|about| about.name == rest) else {
        let names = values.iter().map(|about| format!("{set}.{}", about.name));
        return Err(Box::new(unknown(name, names.collect::<Vec<_>>().join(", "))));
    };
    let rows = rows(name, written, about.unit, Some(about))?;
    Ok(vec![Changed::Law(change(about.set, about.name, written, rows))])
}

fn change(
    set: &'static str,
    name: &'static str,
    written: &str,
    rows: Vec<Vec<Option<Decimal>>>,
) -> Change {
    Change { set, name, written: written.to_owned(), rows }
}

/// The values of the newest period of a set: all periods have the same.
fn newest(set: &str) -> Option<&'static [&'static About]> {
    let set = SETS.iter().find(|it| it.name == set)?;
    set.versions.last().map(|version| version.values)
}

fn unknown(name: &str, known: String) -> Problem {
    let wrong = Said::of("onbekend_woord").with("waarde", name);
    Problem::at(name, wrong, Said::of("een_van").with("woorden", known))
}

/// A value of a municipal scheme.
struct Municipal {
    scheme: &'static str,
    value: &'static str,
    unit: &'static str,
}

/// The values that a name means: `scheme.value`; of a scheme with one value also `scheme`, and of one that is there with
/// and without wage what the two share (`eigen_deel_opvang`).
fn municipal(name: &str) -> Vec<Municipal> {
    let is_meant = |regeling: &Regeling, value: &str| {
        if let Some(whole) = name.split_once('.') {
            return whole == (regeling.code, value);
        }
        let rest = regeling.code.strip_prefix(name);
        regeling.soort.waarden().len() == 1
            && rest.is_some_and(|rest| rest.is_empty() || BOTH.contains(&rest))
    };
    let mut found: Vec<Municipal> = Vec::new();
    for regeling in regelingen() {
        for (value, unit) in regeling.soort.waarden() {
            let is_new = !found.iter().any(|it| (it.scheme, it.value) == (regeling.code, value));
            if is_new && is_meant(regeling, value) {
                found.push(Municipal { scheme: regeling.code, value, unit });
            }
        }
    }
    found
}

fn municipal_names() -> Vec<String> {
    let mut names: Vec<String> = regelingen()
        .flat_map(|it| it.soort.waarden().iter().map(move |(value, _)| (it.code, *value)))
        .map(|(scheme, value)| format!("{GEMEENTE}.{scheme}.{value}"))
        .collect();
    names.dedup();
    names
}

fn regelingen() -> impl Iterator<Item = &'static Regeling> {
    GEMEENTEN.iter().flat_map(|it| it.versies).flat_map(|it| it.regelingen)
}

/// The rows that were written: of a number one with one cell. Percentages become fractions.
fn rows(
    name: &str,
    written: &str,
    units: &'static str,
    about: Option<&About>,
) -> Result<Vec<Vec<Option<Decimal>>>, Box<Problem>> {
    match about.filter(|_| units.contains(';')) {
        Some(about) => table(name, written, about),
        None => number(name, written, units).map(|number| vec![vec![Some(number)]]),
    }
}

/// A number, with or without its unit behind it.
fn number(name: &str, written: &str, unit: &'static str) -> Result<Decimal, Box<Problem>> {
    let bounds = Bounds::of(unit);
    let written = written.trim();
    let (digits, given) = written.split_once(' ').unwrap_or((written, unit));
    let wrong = if given.trim() == unit {
        match bounds.read(digits) {
            Ok(number) => return Ok(number),
            Err(wrong) => wrong,
        }
    } else {
        "andere_eenheid"
    };
    let short: String = written.chars().take(2 * LONGEST).collect();
    let wrong = Said::of(wrong).with("waarde", short).with("eenheid", unit);
    let allowed = if bounds.whole { "een_heel_getal_in" } else { "een_getal_in" };
    let allowed = Said::of(allowed)
        .with("van", bounds.least.to_string())
        .with("tot", bounds.most.to_string())
        .with("eenheid", unit);
    Err(Box::new(Problem::at(name, wrong, allowed)))
}

/// A table as `calc parameters` shows it: the rows one a line, the cells apart by `;`. It begins and ends as the one it
/// replaces, so that it has an answer wherever that had one.
fn table(
    name: &str,
    written: &str,
    about: &About,
) -> Result<Vec<Vec<Option<Decimal>>>, Box<Problem>> {
    let units: Vec<&str> = about.unit.split(';').collect();
    let old: Vec<&str> = about.shown.lines().collect();
    let cells = |line: &str| -> Option<Vec<Option<Decimal>>> {
        let cells: Vec<&str> = line.split(';').map(str::trim).collect();
        let cell = |(cell, unit): (&&str, &&str)| match *cell {
            "" => Some(None),
            cell => Bounds::of(unit).read(cell).ok().map(Some),
        };
        (cells.len() == units.len())
            .then(|| cells.iter().zip(&units).map(cell).collect::<Option<Vec<_>>>())?
    };
    let are_empty = |row: &[Option<Decimal>]| row.iter().map(Option::is_none).collect::<Vec<_>>();
    let read: Option<Vec<Vec<Option<Decimal>>>> =
        written.trim().lines().take(MOST_ROWS + 1).map(cells).collect();
    let published: Vec<Vec<Option<Decimal>>> = old.iter().filter_map(|line| cells(line)).collect();
    let is_right = |rows: &Vec<Vec<Option<Decimal>>>| {
        let (Some([first, ..]), Some([old_first, ..])) =
            (rows.first().map(|it| &it[..]), published.first().map(|it| &it[..]))
        else {
            return false;
        };
        let ends = |rows: &[Vec<Option<Decimal>>]| rows.last().map(|row| are_empty(row));
        let whole = rows.iter().rev().skip(1).all(|row| row.iter().all(Option::is_some));
        let rises = rows.windows(2).all(|pair| pair[0][0] < pair[1][0]);
        rows.len() <= MOST_ROWS
            && first == old_first
            && whole
            && rises
            && ends(rows) == ends(&published)
    };
    read.filter(is_right).ok_or_else(|| {
        let wrong = Said::of("geen_tabel");
        let allowed = Said::of("een_tabel")
            .with("eenheden", about.unit.replace(';', "; "))
            .with("eerste", old.first().copied().unwrap_or_default())
            .with("laatste", old.last().copied().unwrap_or_default());
        Box::new(Problem::at(name, wrong, allowed))
    })
}

/// How small and how large a number of a unit can be: wide enough for any plan, and nothing computed with it overflows.
struct Bounds {
    least: Decimal,
    most: Decimal,
    whole: bool,
    percent: bool,
}

impl Bounds {
    fn of(unit: &str) -> Self {
        let (least, most, whole) = match unit {
            "%" => (0, 200, false),
            "uur/maand" => (0, 744, false),
            "factor" => (-1_000, 1_000, false),
            "jaar" => (0, 130, true),
            "maanden" => (0, 600, true),
            "weken" => (0, 520, true),
            "personen" => (0, 20, true),
            _ => (0, 1_000_000, false),
        };
        Self { least: Decimal::from(least), most: Decimal::from(most), whole, percent: unit == "%" }
    }

    /// The number, a percentage as a fraction; or the code of what is wrong with it.
    fn read(&self, written: &str) -> Result<Decimal, &'static str> {
        let unsigned = written.strip_prefix('-').unwrap_or(written);
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        let is_number = match unsigned.split_once('.') {
            Some((whole, rest)) => digits(whole) && digits(rest),
            None => digits(unsigned),
        };
        let number = Decimal::from_str_exact(written).ok();
        let number = number.filter(|_| is_number).ok_or("geen_bedrag")?;
        if written.len() > LONGEST || number < self.least || self.most < number {
            return Err("buiten_grenzen");
        }
        if self.whole && unsigned.contains('.') {
            return Err("geen_geheel_getal");
        }
        Ok(if self.percent { number / Decimal::ONE_HUNDRED } else { number })
    }
}
