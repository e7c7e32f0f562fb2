//! What kind of file a browser is told that it gets: one table, for our own server and for the others.

use std::path::Path;

/// By the ending of the name.
pub const KINDS: [(&str, &str); 13] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
];

/// What a file is of which nothing is known.
pub const UNKNOWN: &str = "application/octet-stream";

/// The kind of a file.
pub fn kind(name: &Path) -> &'static str {
    let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    KINDS.iter().find(|(known, _)| *known == ending).map_or(UNKNOWN, |(_, kind)| kind)
}
