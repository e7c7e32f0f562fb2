//! Writes several files, or none.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// What is to be written.
#[derive(Debug, PartialEq)]
pub enum FileWrite {
    /// A file that must not be there yet.
    New { path: PathBuf, text: String },
    /// Another text for a file that is there.
    Changed { path: PathBuf, before: String, text: String },
}

/// Writes all, or leaves everything as it was and says what went wrong.
pub fn all(writes: &[FileWrite]) -> Result<()> {
    for (done, write) in writes.iter().enumerate() {
        if let Err(error) = one(write) {
            undo(&writes[..done]);
            return Err(error.context("nothing was written"));
        }
    }
    Ok(())
}

fn one(write: &FileWrite) -> Result<()> {
    match write {
        FileWrite::New { path, text } => {
            let file = OpenOptions::new().write(true).create_new(true).open(path);
            let mut file = file.with_context(|| format!("could not make {}", path.display()))?;
            file.write_all(text.as_bytes())
                .inspect_err(|_| remove(path))
                .with_context(|| format!("could not write {}", path.display()))
        }
        FileWrite::Changed { path, before, text } => fs::write(path, text)
            .inspect_err(|_| restore(path, before))
            .with_context(|| format!("could not write {}", path.display())),
    }
}

fn undo(writes: &[FileWrite]) {
    for write in writes.iter().rev() {
        match write {
            FileWrite::New { path, .. } => remove(path),
            FileWrite::Changed { path, before, .. } => restore(path, before),
        }
    }
}

fn remove(path: &Path) {
    if let Err(error) = fs::remove_file(path) {
        eprintln!("note: {} could not be removed again: {error}", path.display());
    }
}

fn restore(path: &Path, before: &str) {
    if let Err(error) = fs::write(path, before) {
        eprintln!("note: {} could not be put back: {error}", path.display());
    }
}
