//! Turns the dated amounts (`parameters/`) and the words (`texts/`) into constants, so that nothing is
//! read or parsed at run time. Data that is incomplete or contradicts itself stops the build, with the
//! file and the key in the message.

#[path = "build/generate.rs"]
mod generate;
#[path = "build/parameters.rs"]
mod parameters;
#[path = "build/scenario.rs"]
mod scenario;
#[path = "build/texts.rs"]
mod texts;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use generate::Extent;
use parameters::gemeenten::Gemeente;

/// The set whose period is that of the whole picture.
const WHOLE_PICTURE: &str = "vaste_maand";

/// What is law for days after the last published one and counts there beside the amounts that are carried on.
const ENACTED: &str = "inkomensvrijlating_vanaf_2027";

/// The folder of the municipalities: a folder for each, in a form of their own.
const GEMEENTEN: &str = "gemeenten";

fn main() -> io::Result<()> {
    for watched in ["build.rs", "build", "parameters", "texts"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut problems = Vec::new();

    let mut sets = Vec::new();
    for folder in sorted(Path::new("parameters"))? {
        if name(&folder) == GEMEENTEN {
            continue;
        }
        match parameters::Set::from_files(&name(&folder), &dated_files(&folder)?) {
            Ok(set) => sets.push(set),
            Err(found) => problems.extend(found),
        }
    }
    let extent = extent(&sets);
    fs::write(out.join("parameters.rs"), generate::parameters(&sets, &extent))?;

    let gemeenten = gemeenten(&mut problems)?;
    fs::write(out.join("gemeenten.rs"), generate::gemeenten(&gemeenten, &extent))?;

    match texts::languages(&toml_files(Path::new("texts"))?) {
        Ok(languages) => fs::write(out.join("texts.rs"), generate::texts(&languages))?,
        Err(found) => problems.extend(found),
    }

    for problem in problems {
        println!("cargo::error={}", problem.trim_end().replace('\n', " "));
    }
    Ok(())
}

/// Everything with the feature `catalogue`; without it only what the whole picture can need.
fn extent(sets: &[parameters::Set]) -> Extent {
    let catalogue = env::var_os("CARGO_FEATURE_CATALOGUE").is_some();
    let whole_picture = sets.iter().find(|set| set.name == WHOLE_PICTURE);
    let first_day =
        whole_picture.and_then(|set| set.versions.first()).map(|version| version.valid_from);
    let last_day =
        whole_picture.and_then(|set| set.versions.last()).map(|version| version.valid_to);
    Extent {
        from: first_day.filter(|_| !catalogue),
        to: last_day.filter(|_| !catalogue),
        enacted: ENACTED,
        catalogue,
        weekplan: env::var_os("CARGO_FEATURE_WEEKPLAN").is_some(),
        scenario: env::var_os("CARGO_FEATURE_SCENARIO").is_some(),
    }
}

/// The municipalities of the repository, and those of the folder that `CALC_GEMEENTEN` names.
fn gemeenten(problems: &mut Vec<String>) -> io::Result<Vec<Gemeente>> {
    let mut folders = sorted(&Path::new("parameters").join(GEMEENTEN))?;
    println!("cargo::rerun-if-env-changed=CALC_GEMEENTEN");
    if let Some(more) = env::var_os("CALC_GEMEENTEN") {
        println!("cargo::rerun-if-changed={}", more.display());
        folders.extend(sorted(Path::new(&more))?);
    }
    let mut gemeenten: Vec<Gemeente> = Vec::new();
    for folder in folders {
        let code = name(&folder);
        if gemeenten.iter().any(|gemeente| gemeente.code == code) {
            problems.push(format!("{}: {code} is there twice", folder.display()));
        }
        match Gemeente::from_files(&folder.to_string_lossy(), &code, &dated_files(&folder)?) {
            Ok(gemeente) => gemeenten.push(gemeente),
            Err(found) => problems.extend(found),
        }
    }
    Ok(gemeenten)
}

/// The dated files of a folder, with those of the folder of the same name that `CALC_PARAMETERS` adds: amounts that are
/// tried out before they are entered. A file of the same date takes the place of the repository's.
fn dated_files(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = toml_files(folder)?;
    println!("cargo::rerun-if-env-changed=CALC_PARAMETERS");
    let added = env::var_os("CALC_PARAMETERS").and_then(|root| {
        let below = folder.strip_prefix("parameters").ok()?;
        Some(Path::new(&root).join(below))
    });
    if let Some(added) = added.filter(|added| added.is_dir()) {
        println!("cargo::rerun-if-changed={}", added.display());
        for (name, text) in toml_files(&added)? {
            files.retain(|(known, _)| *known != name);
            files.push((name, text));
        }
        files.sort();
    }
    Ok(files)
}

/// The name of every file in a folder with its text. A file of another kind is a mistake.
fn toml_files(folder: &Path) -> io::Result<Vec<(String, String)>> {
    sorted(folder)?.iter().map(|path| Ok((name(path), fs::read_to_string(path)?))).collect()
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
