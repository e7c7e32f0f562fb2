//! What the configurations have in common.

use crate::site::policy::{HEADERS, Header};

/// Where they say that the site is.
pub const ROOT: &str = "/var/www/rekenhulp";

/// The headers of the table, each name once with its rows, in the order of the table.
pub fn by_name() -> Vec<(&'static str, Vec<&'static Header>)> {
    let mut found: Vec<(&str, Vec<&Header>)> = Vec::new();
    for header in &HEADERS {
        match found.iter_mut().find(|(name, _)| *name == header.name) {
            Some((_, rows)) => rows.push(header),
            None => found.push((header.name, vec![header])),
        }
    }
    found
}
