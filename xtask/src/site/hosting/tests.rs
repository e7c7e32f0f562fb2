//! What the files say; that the servers understand it is tested with the servers, in tests/servers/.

use super::*;
use crate::site::policy::{HEADERS, headers};

const SITES: &str = "'self' https://www.gemeente.example";

fn hosting() -> Hosting {
    Hosting { host: "reken.example".to_owned(), frame_ancestors: SITES.to_owned() }
}

/// A site of three files, and what is written for it.
fn written(name: &str) -> [String; 3] {
    let place = std::env::temp_dir().join(format!("xtask-hosting-{}-{name}", std::process::id()));
    let version = place.join("v0123456789abcdef");
    fs::create_dir_all(&version).expect("a folder can be made");
    for file in ["index.html", "index.html.br", "embed.js", "v0123456789abcdef/a.wasm"] {
        save(&place.join(file), "x").expect("a file can be written");
    }
    write(&place, &hosting()).expect("it can be written");
    let files = ["server/nginx.conf", "server/Caddyfile", "_headers"];
    let texts = files.map(|file| files::read(&place.join(file)).expect("a text"));
    fs::remove_dir_all(&place).expect("a folder can be removed");
    texts
}

#[test]
fn each_file_has_every_header_with_the_sites_and_the_host_filled_in() {
    for text in written("all") {
        for header in HEADERS {
            assert!(text.contains(header.name), "{} in {text}", header.name);
        }
        assert_eq!(text.matches(SITES).count(), 1, "{text}");
        assert!(!text.contains("{sites}") && !text.contains("rekenhulp.example"), "{text}");
    }
    let [nginx, caddy, _] = written("host");
    assert!(nginx.contains("server_name reken.example;") && caddy.contains("\nreken.example {"));
}

/// The headers that a host of static files sends for a path: those of every rule that fits it.
fn sent(rules: &str, path: &str) -> Vec<(String, String)> {
    let mut fits = false;
    let mut sent = Vec::new();
    for line in rules.lines().filter(|line| !line.starts_with('#')) {
        let Some(header) = line.strip_prefix("  ") else {
            let start = line.strip_suffix('*');
            fits = start.map_or(line == path, |start| path.starts_with(start));
            continue;
        };
        if fits {
            let (name, value) = header.split_once(": ").expect("a header");
            sent.push((name.to_owned(), value.to_owned()));
        }
    }
    sent.sort();
    sent
}

#[test]
fn a_host_of_static_files_sends_what_our_server_sends_each_header_once() {
    let [_, _, rules] = written("static");
    for path in ["/", "/index.html", "/embed.js", "/v0123456789abcdef/a.wasm"] {
        let ours = headers(path, SITES).map(|(name, value)| (name.to_owned(), value));
        let mut ours: Vec<_> = ours.collect();
        ours.sort();
        assert_eq!(sent(&rules, path), ours, "{path}");
    }
}
