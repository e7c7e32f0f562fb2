//! The names and values of a style: `--name: value;` and what stands for what.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

/// One name may stand for another so many times.
const DEEPEST: usize = 16;

/// Values by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tokens(BTreeMap<String, String>);

impl Tokens {
    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The same with those of another in the place of its own.
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// What a name comes to when a theme is laid over: names stand for what they name, to the end.
    pub fn value(&self, name: &str, theme: &Self) -> Result<String> {
        let mut value = self.0.get(name).with_context(|| format!("there is no {name}"))?.clone();
        for _ in 0..DEEPEST {
            let Some(inner) = value.strip_prefix("var(").and_then(|it| it.strip_suffix(')')) else {
                return Ok(value);
            };
            let (named, instead) = inner.split_once(',').unwrap_or((inner, ""));
            let known = theme.0.get(named.trim()).or_else(|| self.0.get(named.trim()));
            value = known.map_or_else(|| instead.trim().to_owned(), Clone::clone);
        }
        bail!("{name} stands for names that stand for each other")
    }
}

/// A style without what is said about it.
pub fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once("*/").map_or("", |(_, after)| after));
    std::iter::once(first.as_str()).chain(rest).collect()
}

/// The names that the page's own style gives itself in its first `:root`, or in that of a kind of screen.
pub fn own(style: &str, screen: Option<&str>) -> Result<Tokens> {
    let bare = without_comments(style);
    let from = match screen {
        None => &*bare,
        Some(screen) => bare.split_once(screen).with_context(|| format!("no {screen}"))?.1,
    };
    let (_, block) = from.split_once(":root").context("no :root")?;
    let (_, block) = block.split_once('{').context("no block")?;
    let (block, _) = block.split_once('}').context("no end of the block")?;
    let declared = pieces(block).into_iter().filter(|piece| piece.starts_with("--"));
    declared.map(|piece| declaration(&piece)).collect::<Result<_>>().map(Tokens)
}

/// The names of a theme, which may have nothing else.
pub fn themed(css: &str) -> Result<Tokens> {
    let mut tokens = BTreeMap::new();
    let mut rest = without_comments(css);
    while !rest.trim().is_empty() {
        let (selector, after) = rest.split_once('{').context("something that is no rule")?;
        let selector = selector.trim();
        if selector != ":root" {
            bail!("{selector:?}: a theme has names below :root, and nothing else");
        }
        let end = end_of_block(after).context("a { without a }")?;
        for piece in pieces(&after[..end]) {
            let (name, value) = declaration(&piece)?;
            let lower = value.to_ascii_lowercase();
            if lower.matches("url(").count() != lower.matches("url(\"data:").count() {
                bail!("{name}: a picture stands in the theme itself, as url(\"data:…\")");
            }
            tokens.insert(name, value);
        }
        rest = after[end + 1..].to_owned();
    }
    Ok(Tokens(tokens))
}

fn declaration(piece: &str) -> Result<(String, String)> {
    let (name, value) = piece.split_once(':').with_context(|| format!("{piece:?} has no value"))?;
    let (name, value) = (name.trim(), value.trim());
    if !name.starts_with("--") {
        bail!("{name:?}: a theme gives values to names that begin with --");
    }
    Ok((name.to_owned(), value.to_owned()))
}

/// Where a block ends: at the first `}` outside quotes.
fn end_of_block(css: &str) -> Option<usize> {
    outside_quotes(css).find(|(_, c)| *c == '}').map(|(at, _)| at)
}

/// What stands between the `;` outside quotes.
fn pieces(block: &str) -> Vec<String> {
    let ends = outside_quotes(block).filter(|(_, c)| *c == ';').map(|(at, _)| at);
    let mut start = 0;
    let mut all = Vec::new();
    for end in ends.chain([block.len()]) {
        all.push(block[start..end].trim().to_owned());
        start = (end + 1).min(block.len());
    }
    all.retain(|piece| !piece.is_empty());
    all
}

/// The characters of a text with their places, without those in quotes.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    text.char_indices().filter(move |(_, c)| match quote {
        Some(open) => {
            if *c == open {
                quote = None;
            }
            false
        }
        None if matches!(c, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        None => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_what_the_theme_gives_it_or_else_for_what_the_page_has() {
        let own = own("/* a */ :root { color: red; --a: var(--x, #111); --b: var(--a); }", None);
        let own = own.expect("names");
        let theme = |css| themed(css).expect("a theme");
        let value = |theme| own.value("--b", &theme).expect("a value");
        assert_eq!(value(theme("")), "#111");
        assert_eq!(value(theme(":root { --x: var(--y); --y: #222 }")), "#222");
        assert!(own.value("--b", &theme(":root { --x: var(--y); --y: var(--x) }")).is_err());
        assert!(own.value("--c", &theme("")).is_err());
    }

    #[test]
    fn a_screen_of_another_kind_has_names_of_its_own() {
        let style = ":root { --a: 1 } @media (dark) { :root { --a: 2; } }";
        let of = |screen| own(style, screen).expect("names").0["--a"].clone();
        assert_eq!([of(None), of(Some("(dark)"))], ["1", "2"]);
    }

    #[test]
    fn signs_in_quotes_end_nothing() {
        let theme = themed(":root { --a: url(\"data:x;y}z\"); --b: 'q;' }").expect("a theme");
        assert_eq!(theme.names().collect::<Vec<_>>(), ["--a", "--b"]);
        assert_eq!(theme.0["--a"], "url(\"data:x;y}z\")");
    }

    #[test]
    fn a_theme_has_names_and_nothing_else() {
        for refused in [
            ".x-theme { --a: 1 }",
            "@import 'x.css'; :root {}",
            ":root { color: red }",
            ":root { --a }",
            ":root { --a: 1",
            ":root { --a: url(https://example.org/a.png) }",
            ":root { --a: url(\"/a.png\") }",
            "--a: 1",
        ] {
            assert!(themed(refused).is_err(), "{refused}");
        }
    }
}
