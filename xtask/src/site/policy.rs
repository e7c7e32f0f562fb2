//! The headers that any server of the page should send: one table. Our own server sends them, [`super::hosting`] writes
//! them for other servers, and docs/decisions/0001-build-and-checks.md has those of every answer, which a test compares.

use super::seal;

/// On which answers a header belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum On {
    /// On every answer.
    All,
    /// On what stands in the folder of a version: another content has another name. Never on an answer that it is not there.
    Versions,
    /// On the rest: pages, and what keeps its name.
    Unversioned,
    /// On what the pages of others load.
    Embed,
    /// On what they do not.
    Own,
}

/// A header, and why it is sent.
pub struct Header {
    /// As it is sent.
    pub name: &'static str,
    value: &'static str,
    /// Where it is sent.
    pub on: On,
    /// What it is for, as the configurations say it.
    pub why: &'static str,
}

/// What a page of somebody else loads of ours.
pub const EMBED: &str = "/embed.js";

/// What stands for the sites that may show the page in a frame.
const FRAMES: &str = "{sites}";

/// All of them.
pub const HEADERS: [Header; 11] = [
    Header {
        name: "Content-Security-Policy",
        value: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; \
                base-uri 'none'; frame-ancestors {sites}",
        on: On::All,
        why: "nothing typed in leaves the page: no other host is asked or told anything",
    },
    Header {
        name: "Strict-Transport-Security",
        value: "max-age=63072000",
        on: On::All,
        why: "who was here once never asks over a connection that others can read or change; says nothing of other hosts",
    },
    Header {
        name: "X-Content-Type-Options",
        value: "nosniff",
        on: On::All,
        why: "a file is what its kind says; no text is taken for a script",
    },
    Header {
        name: "Referrer-Policy",
        value: "no-referrer",
        on: On::All,
        why: "who opens the law or a form from the page is not told where she came from",
    },
    Header {
        name: "Permissions-Policy",
        value: "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
                microphone=(), midi=(), payment=(), usb=()",
        on: On::All,
        why: "the page can never ask where she is, or to see or hear her",
    },
    Header {
        name: "Cross-Origin-Opener-Policy",
        value: "same-origin",
        on: On::All,
        why: "a page that opened ours, or that ours opened, has no hold of it",
    },
    Header {
        name: "Cross-Origin-Resource-Policy",
        value: "same-origin",
        on: On::Own,
        why: "no page of others loads a file of ours into itself; a frame is not such a file",
    },
    Header {
        name: "Cross-Origin-Resource-Policy",
        value: "cross-origin",
        on: On::Embed,
        why: "embed.js is for the pages of others",
    },
    Header {
        name: "Access-Control-Allow-Origin",
        value: "*",
        on: On::Embed,
        why: "a browser checks the hash of a file of another host only when that host lets it be read",
    },
    Header {
        name: "Cache-Control",
        value: "public, max-age=31536000, immutable",
        on: On::Versions,
        why: "a browser never has to ask again: another content gets another name",
    },
    Header {
        name: "Cache-Control",
        value: "no-cache",
        on: On::Unversioned,
        why: "a browser may keep the file, but asks whether there is a newer one",
    },
];

impl On {
    /// Whether a header belongs on the answer to a path, when there is something there.
    pub fn holds(self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Versions => seal::is_versioned(path),
            Self::Unversioned => !seal::is_versioned(path),
            Self::Embed => path == EMBED,
            Self::Own => path != EMBED,
        }
    }
}

impl Header {
    /// What is sent; `frame_ancestors` are the sites that may frame the page.
    pub fn value(&self, frame_ancestors: &str) -> String {
        self.value.replace(FRAMES, frame_ancestors)
    }
}

/// The headers of the answer to a path, by name; `frame_ancestors` are the sites that may frame the page.
pub fn headers(path: &str, frame_ancestors: &str) -> impl Iterator<Item = (&'static str, String)> {
    let sent = HEADERS.iter().filter(move |header| header.on.holds(path));
    sent.map(move |header| (header.name, header.value(frame_ancestors)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cached(path: &str) -> Vec<String> {
        let all = headers(path, "'self'");
        all.filter(|(name, _)| *name == "Cache-Control").map(|(_, value)| value).collect()
    }

    #[test]
    fn only_what_is_versioned_is_kept_without_asking() {
        assert_eq!(cached("/v0123456789abcdef/a.js"), ["public, max-age=31536000, immutable"]);
        for path in ["/", "/index.html", "/sw.js", "/none"] {
            assert_eq!(cached(path), ["no-cache"], "{path}");
        }
    }

    #[test]
    fn only_what_is_for_the_pages_of_others_can_be_loaded_by_them() {
        let open = |path: &str| -> Vec<String> {
            let names = ["Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin"];
            let all = headers(path, "'self'").filter(|(name, _)| names.contains(name));
            all.map(|(_, value)| value).collect()
        };
        assert_eq!(open("/embed.js"), ["cross-origin", "*"]);
        for path in ["/", "/v0123456789abcdef/embed.js", "/start.js", "/embed.html"] {
            assert_eq!(open(path), ["same-origin"], "{path}");
        }
    }

    #[test]
    fn the_sites_that_may_frame_the_page_close_the_policy() {
        let (_, policy) = headers("/", "https://example.org").next().expect("a first header");
        assert!(policy.ends_with("; frame-ancestors https://example.org"), "{policy}");
    }

    #[test]
    fn the_decision_that_deployers_copy_from_has_the_same_headers_and_each_has_a_reason() {
        let page = include_str!("../../../docs/decisions/0001-build-and-checks.md");
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for header in HEADERS {
            assert!(!header.why.is_empty(), "{}", header.name);
            let line = format!("{}: {}", header.name, header.value("'self'"));
            assert!(header.on != On::All || page.contains(&line), "the decision has no {line}");
        }
    }
}
