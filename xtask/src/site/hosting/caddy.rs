//! The configuration for Caddy, which gets its own certificate.

use std::fmt::Write;

use super::table::ROOT;
use crate::args::Hosting;
use crate::site::kinds::KINDS;
use crate::site::policy::{EMBED, HEADERS, Header, On};
use crate::site::seal;

/// The parts that do not come from a table. `{{…}}` is filled in.
const TEMPLATE: &str = r#"# The site on Caddy. `cargo xtask dist` wrote this from the tables of xtask/src/site/: change those, not the headers here.
# Debian: copy it to /etc/caddy/Caddyfile.

# TO FILL IN, three things: the name of the site (here), where its files are (`root`), and the sites that may show the page
# in a frame (at the end of the line Content-Security-Policy).
{{host}} {
	root * {{root}}

	# With the others in one block, it would keep those from answers that something is not there.
	header -Server
	header {
{{everywhere}}	}
	@versions path_regexp ^{{versions}}
	@unversioned not path_regexp ^{{versions}}
	@embed path {{embed}}
	@own not path {{embed}}
{{headers}}{{kinds}}
	# A file that is not there is never answered with a page.
	@missing path /server/* *.br *.gz */_headers
	error @missing 404
	@writing not method GET HEAD
	error @writing 405
	# The copies that lie beside the files; nothing is compressed while somebody waits.
	file_server {
		precompressed br gzip
	}
	handle_errors {
		header -Server
		header Cache-Control "no-cache"
		header Content-Type "text/plain; charset=utf-8"
		respond "{err.status_code} {err.status_text}"
	}
}
"#;

pub fn configuration(hosting: &Hosting) -> String {
    let (mut everywhere, mut headers) = (String::new(), String::new());
    for header in &HEADERS {
        let line = line(header, &hosting.frame_ancestors);
        // Writing to a text cannot fail, here and below.
        let _ = match matcher(header.on) {
            None => writeln!(everywhere, "\t\t# {}\n\t\t{line}", header.why),
            Some(matcher) => writeln!(headers, "\t# {}\n\theader {matcher} {line}", header.why),
        };
    }
    let kinds = KINDS.iter().fold(String::new(), |mut kinds, (ending, kind)| {
        let _ = writeln!(
            kinds,
            "\t@{ending} path *.{ending}\n\theader @{ending} Content-Type \"{kind}\""
        );
        kinds
    });
    let filled = [
        ("{{host}}", &*hosting.host),
        ("{{root}}", ROOT),
        ("{{everywhere}}", &everywhere),
        ("{{headers}}", &headers),
        ("{{kinds}}", &kinds),
        ("{{versions}}", seal::VERSIONED),
        ("{{embed}}", EMBED),
    ];
    filled.iter().fold(TEMPLATE.to_owned(), |text, (name, value)| text.replace(name, value))
}

fn line(header: &Header, frame_ancestors: &str) -> String {
    format!("{} \"{}\"", header.name, header.value(frame_ancestors))
}

/// The name of the answers that a row is for, as the file has it.
fn matcher(on: On) -> Option<&'static str> {
    match on {
        On::All => None,
        On::Versions => Some("@versions"),
        On::Unversioned => Some("@unversioned"),
        On::Embed => Some("@embed"),
        On::Own => Some("@own"),
    }
}
