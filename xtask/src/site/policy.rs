//! The headers that any server of the page should send: one table. docs/decisions/0001-build-and-checks.md has the same
//! for who deploys it, which a test compares.

use super::seal;

/// Where a header belongs.
#[derive(Clone, Copy, PartialEq)]
enum On {
    /// On every answer.
    All,
    /// On what stands in the folder of a version: another content has another name.
    Versions,
    /// On the rest: pages, and what keeps its name.
    Rest,
}

/// What stands for the sites that may show the page in a frame.
const FRAMES: &str = "{sites}";

/// Name, value, where, and why.
const HEADERS: [(&str, &str, On, &str); 5] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; \
         base-uri 'none'; frame-ancestors {sites}",
        On::All,
        "nothing typed in leaves the page: no other host is asked or told anything",
    ),
    (
        "X-Content-Type-Options",
        "nosniff",
        On::All,
        "a file is what its kind says; no text is taken for a script",
    ),
    (
        "Referrer-Policy",
        "no-referrer",
        On::All,
        "who opens the law or a form from the page is not told where she came from",
    ),
    (
        "Cache-Control",
        "public, max-age=31536000, immutable",
        On::Versions,
        "a browser never has to ask again: another content gets another name",
    ),
    (
        "Cache-Control",
        "no-cache",
        On::Rest,
        "a browser may keep the file, but asks whether there is a newer one",
    ),
];

/// The headers of the answer to a path, by name; `frame_ancestors` are the sites that may frame the page.
pub fn headers(path: &str, frame_ancestors: &str) -> impl Iterator<Item = (&'static str, String)> {
    let here = if seal::is_versioned(path) { On::Versions } else { On::Rest };
    let sent = HEADERS.iter().filter(move |(_, _, on, _)| [On::All, here].contains(on));
    sent.map(move |(name, value, _, _)| (*name, value.replace(FRAMES, frame_ancestors)))
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
    fn the_sites_that_may_frame_the_page_close_the_policy() {
        let (_, policy) = headers("/", "https://example.org").next().expect("a first header");
        assert!(policy.ends_with("; frame-ancestors https://example.org"), "{policy}");
    }

    #[test]
    fn the_decision_that_deployers_copy_from_has_the_same_headers_and_each_has_a_reason() {
        let page = include_str!("../../../docs/decisions/0001-build-and-checks.md");
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for (name, value, on, why) in HEADERS {
            assert!(!why.is_empty(), "{name}");
            let header = format!("{name}: {}", value.replace(FRAMES, "'self'"));
            assert!(on != On::All || page.contains(&header), "the decision has no {header}");
        }
    }
}
