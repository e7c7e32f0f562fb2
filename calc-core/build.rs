//! Turns the dated amounts (`parameters/`) and the words (`texts/`) into constants, so that nothing is
//! read or parsed at run time. Data that is incomplete or contradicts itself stops the build, with the
//! file and the key in the message.

#[path = "build/generate.rs"]
mod generate;
#[path = "build/parameters.rs"]
mod parameters;
#[path = "build/texts.rs"]
mod texts;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    for watched in ["build.rs", "build", "parameters", "texts"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut problems = Vec::new();

    let mut sets = Vec::new();
    for folder in sorted(Path::new("parameters"))? {
        match parameters::Set::from_files(&name(&folder), &toml_files(&folder)?) {
            Ok(set) => sets.push(set),
            Err(found) => problems.extend(found),
        }
    }
    fs::write(out.join("parameters.rs"), generate::parameters(&sets))?;

    match texts::languages(&toml_files(Path::new("texts"))?) {
        Ok(languages) => fs::write(out.join("texts.rs"), generate::texts(&languages))?,
        Err(found) => problems.extend(found),
    }

    for problem in problems {
        println!("cargo::error={}", problem.trim_end().replace('\n', " "));
    }
    Ok(())
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
