//! Writes what a server needs to serve the site as ours does, from the table of [`super::policy`] and that of [`super::kinds`]: for
//! nginx, for Caddy, and for hosts of static files that read the headers in a file `_headers`.

mod caddy;
mod nginx;
mod static_host;
mod table;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::files::{self, save};
use super::size;
use crate::args::Hosting;

/// Where the configurations go; no part of the site.
const FOLDER: &str = "server";

/// Writes all of them for the site in `place`.
pub fn write(place: &Path, hosting: &Hosting) -> Result<()> {
    let served = served(place)?;
    let folder = place.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    save(&folder.join("nginx.conf"), &nginx::configuration(hosting))?;
    save(&folder.join("Caddyfile"), &caddy::configuration(hosting))?;
    save(&place.join("_headers"), &static_host::configuration(hosting, &served))
}

/// The files that a browser may ask for.
fn served(place: &Path) -> Result<BTreeSet<PathBuf>> {
    let all = files::files(place)?;
    Ok(all.into_iter().filter(|file| !size::is_copy(file)).collect())
}

#[cfg(test)]
mod tests;
