//! The configuration for nginx: a file to include where its `http` block is.

use std::fmt::Write;

use super::table::{ROOT, by_name};
use crate::args::Hosting;
use crate::site::kinds::{KINDS, UNKNOWN};
use crate::site::policy::{EMBED, Header, On};
use crate::site::seal;

/// The parts that do not come from a table. `{…}` is filled in.
const TEMPLATE: &str = r#"# The site on nginx. `cargo xtask dist` wrote this from the tables of xtask/src/site/: change those, not the headers here.
# Debian: copy it to /etc/nginx/conf.d/, and `apt-get install libnginx-mod-http-brotli-static`. Where there is no such
# module, take the line `brotli_static` out: the first answer then weighs a fifth more.

# TO FILL IN, four things: the name of the site (in two places), its certificate, where its files are (`root`), and here
# the sites that may show the page in a frame.
map "" $rekenhulp_frames {
    default "{frames}";
}

{maps}server {
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name {host};
    ssl_certificate /etc/ssl/certs/{host}.pem;
    ssl_certificate_key /etc/ssl/private/{host}.key;
    ssl_protocols TLSv1.2 TLSv1.3;
    root {root};

    server_tokens off;
    # Nothing of who comes here is written down.
    access_log off;
    # The copies that lie beside the files; nothing is compressed while somebody waits.
    brotli_static on;
    gzip_static on;
    gzip_vary on;

    types {
{types}    }
    default_type {unknown};

{headers}
    location = / {
        try_files /index.html =404;
    }
    # A file that is not there is never answered with a page.
    location / {
        try_files $uri =404;
    }
    location ~ "^/server/|\.(br|gz)$|/_headers$" {
        return 404;
    }
    error_page 403 404 @missing;
    location @missing {
        types { }
        default_type "text/plain; charset=utf-8";
        return 404 "404 Not Found\n";
    }
}

server {
    listen 80;
    listen [::]:80;
    server_name {host};
    server_tokens off;
    access_log off;
    return 301 https://$server_name$request_uri;
}
"#;

pub fn configuration(hosting: &Hosting) -> String {
    let (mut maps, mut headers) = (String::new(), String::new());
    for (name, rows) in by_name() {
        let value = match &*rows {
            [row] if row.on == On::All => row.value("$rekenhulp_frames"),
            _ => {
                let variable = variable(name);
                maps += &map(&variable, &rows);
                variable
            }
        };
        // Writing to a text cannot fail, here and below.
        for row in &rows {
            let _ = writeln!(headers, "    # {}", row.why);
        }
        let _ = writeln!(headers, "    add_header {name} \"{value}\" always;");
    }
    let types = KINDS.iter().fold(String::new(), |mut types, (ending, kind)| {
        let _ = writeln!(types, "        \"{kind}\" {ending};");
        types
    });
    let filled = [
        ("{maps}", &*maps),
        ("{headers}", &headers),
        ("{types}", &types),
        ("{unknown}", UNKNOWN),
        ("{root}", ROOT),
        ("{host}", &hosting.host),
        ("{frames}", &hosting.frame_ancestors),
    ];
    filled.iter().fold(TEMPLATE.to_owned(), |text, (name, value)| text.replace(name, value))
}

fn variable(header: &str) -> String {
    format!("$rekenhulp_{}", header.to_lowercase().replace('-', "_"))
}

/// The value of a header by the status and the path of the answer.
fn map(variable: &str, rows: &[&Header]) -> String {
    let mut map = format!("map \"$status:$uri\" {variable} {{\n");
    for row in rows {
        let value = row.value("$rekenhulp_frames");
        let _ = writeln!(map, "    {} \"{value}\";", answers(row.on));
    }
    map + "}\n\n"
}

/// The answers that a row is for: the status and the path.
fn answers(on: On) -> String {
    match on {
        On::Versions => format!("\"~^(200|206|304):{}\"", seal::VERSIONED),
        On::Embed => format!("\"~^[0-9]+:{}$\"", EMBED.replace('.', "\\.")),
        On::All | On::Unversioned | On::Own => "default".to_owned(),
    }
}
