//! `cargo xtask new-parameters`: prepares the files of the next change of amounts. Each is a copy of the
//! newest with nothing filled in, so that the build refuses it until a person has looked everything up.

mod checklist;
mod day;
mod file;
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use checklist::Checklist;
use file::Sheet;
use write::FileWrite;

pub use day::Day;

use crate::run;

/// A folder beside the sets that holds none: what municipalities add.
const NO_SET: &str = "gemeenten";

/// What was asked for.
#[derive(Debug, PartialEq)]
pub struct Wanted {
    /// The first day of the new files.
    pub from: Day,
    /// The sets; none: all that end before that day.
    pub sets: Vec<String>,
}

/// The newest file of a set.
struct Newest {
    path: PathBuf,
    text: String,
}

/// What becomes of a set.
enum Fate {
    /// Its next file is made from this one.
    Prepare(Box<Sheet>),
    /// It is left alone, and this is why.
    Leave(String),
    /// Its amounts hold on that day.
    Holds,
}

/// Prepares the files in the repository and prints the checklist.
pub fn command(wanted: &Wanted) -> Result<()> {
    let place = run::root().join("calc-core/parameters");
    print!("{}", prepare(&place, wanted)?);
    Ok(())
}

/// Writes the files below `place` and gives the checklist.
fn prepare(place: &Path, wanted: &Wanted) -> Result<String> {
    let sets = newest_files(place)?;
    if let Some(unknown) = wanted.sets.iter().find(|name| !sets.contains_key(*name)) {
        let known: Vec<&str> = sets.keys().map(String::as_str).collect();
        bail!("there is no set {unknown:?}; there are: {}", known.join(", "));
    }
    let names: Vec<&str> = sets.keys().map(String::as_str).collect();
    let (mut writes, mut problems) = (Vec::new(), Vec::new());
    let mut checklist = Checklist::new(wanted.from);
    for (name, newest) in &sets {
        let named = wanted.sets.contains(name);
        if !named && !wanted.sets.is_empty() {
            continue;
        }
        match fate(&names, name, newest, wanted.from, named) {
            Ok(Fate::Prepare(sheet)) => {
                writes.extend(writes_for(newest, &sheet, wanted.from));
                checklist.add(name, &sheet);
            }
            Ok(Fate::Leave(why)) => checklist.leave(name, &why),
            Ok(Fate::Holds) => {}
            Err(what) => problems.push(format!("{}: {what}", newest.path.display())),
        }
    }
    if !problems.is_empty() {
        bail!("nothing was written:\n{}", problems.join("\n"));
    }
    write::all(&writes)?;
    Ok(checklist.to_string())
}

/// What becomes of a set; an error when it was asked for and cannot be, or cannot be read.
fn fate(
    sets: &[&str],
    name: &str,
    newest: &Newest,
    from: Day,
    named: bool,
) -> Result<Fate, String> {
    let stem = newest.path.file_stem().unwrap_or_default().to_string_lossy();
    let first = Day::parse(&stem).ok_or("a file is named by its first day")?;
    if first >= from {
        return if named {
            Err(format!("is there already, from {first} on; nothing is overwritten"))
        } else {
            Ok(Fate::Leave(format!("{first}.toml is there already")))
        };
    }
    let sheet = Sheet::read(&newest.text)?;
    if sheet.valid_from != first {
        return Err(format!("valid_from is {}", sheet.valid_from));
    }
    if named {
        return Ok(Fate::Prepare(Box::new(sheet)));
    }
    if sheet.valid_to >= from {
        return Ok(Fate::Holds);
    }
    Ok(replaced(sets, name, from).map_or_else(|| Fate::Prepare(Box::new(sheet)), Fate::Leave))
}

/// Why a set has no next file: its rules ended, as its name or that of another set says (`…_tot_2026`
/// holds until 2026, `…_vanaf_2027` from 2027 on).
fn replaced(sets: &[&str], name: &str, from: Day) -> Option<String> {
    let begun = |year: &str| year.parse().is_ok_and(|year: i16| year <= from.year());
    if name.rsplit_once("_tot_").is_some_and(|(_, year)| begun(year)) {
        return Some("its rules have ended, as its name says".to_owned());
    }
    let successor = sets.iter().find(|other| {
        other.rsplit_once("_vanaf_").is_some_and(|(before, year)| before == name && begun(year))
    })?;
    Some(format!("{successor} goes on from it; name the set to prepare it all the same"))
}

/// The new file, and the one before it when that has to end earlier.
fn writes_for(newest: &Newest, sheet: &Sheet, from: Day) -> Vec<FileWrite> {
    let mut writes = vec![FileWrite::New {
        path: newest.path.with_file_name(format!("{from}.toml")),
        text: sheet.blanked(from),
    }];
    if sheet.valid_to >= from {
        writes.push(FileWrite::Changed {
            path: newest.path.clone(),
            before: newest.text.clone(),
            text: sheet.ending(from.before()),
        });
    }
    writes
}

/// The newest file of every set below `place`, by name.
fn newest_files(place: &Path) -> Result<BTreeMap<String, Newest>> {
    let mut sets = BTreeMap::new();
    for folder in entries(place)?.into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name == NO_SET {
            continue;
        }
        let is_toml =
            |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
        // Named by their first days, so the last name is the newest.
        let path = entries(&folder)?.into_iter().filter(is_toml).max();
        let path = path.with_context(|| format!("no files in {}", folder.display()))?;
        let text = fs::read_to_string(&path)
            .with_context(|| format!("could not read {}", path.display()))?;
        sets.insert(name, Newest { path, text });
    }
    Ok(sets)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .with_context(|| format!("could not read {}", folder.display()))
}

#[cfg(test)]
mod tests;
