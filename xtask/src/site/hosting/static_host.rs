//! The headers for hosts of static files: a file `_headers` beside the page, as Netlify, Cloudflare Pages and others
//! read it. Some of them join what two rules say of one header, so no answer gets a header from two rules.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use crate::args::Hosting;
use crate::site::policy::{HEADERS, On};
use crate::site::seal;

/// The rules for the files of a site.
pub fn configuration(hosting: &Hosting, files: &BTreeSet<PathBuf>) -> String {
    let mut text = String::from(
        "# Headers of the site. `cargo xtask dist` wrote this; the sites that may show the page in a frame stand behind\n\
         # frame-ancestors.\n/*\n",
    );
    for header in HEADERS.iter().filter(|header| header.on == On::All) {
        // Writing to a text cannot fail, here and below.
        let _ = writeln!(text, "  {}: {}", header.name, header.value(&hosting.frame_ancestors));
    }
    for (rule, path) in rules(files) {
        let _ = writeln!(text, "{rule}");
        for header in HEADERS.iter().filter(|header| header.on != On::All && header.on.holds(&path))
        {
            let _ = writeln!(text, "  {}: {}", header.name, header.value(&hosting.frame_ancestors));
        }
    }
    text
}

/// What is asked for, as a rule names it, and a path that it is about.
fn rules(files: &BTreeSet<PathBuf>) -> Vec<(String, String)> {
    let mut rules = vec![("/".to_owned(), "/".to_owned())];
    for file in files {
        let path = format!("/{}", file.to_string_lossy().replace('\\', "/"));
        let rule = match path.split('/').nth(1) {
            Some(folder) if seal::is_versioned(&path) => format!("/{folder}/*"),
            _ => path.clone(),
        };
        if rules.iter().all(|(known, _)| *known != rule) {
            rules.push((rule, path));
        }
    }
    rules
}
