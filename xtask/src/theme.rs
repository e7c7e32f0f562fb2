//! `cargo xtask theme-check FILE`: whether the page can be read, and its focus seen, in the style of a municipality. The
//! page's own style says which of its colours a theme may set; [`tokens`] reads both, [`PAIRS`] says what meets what.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run;

mod colour;
mod pairs;
mod tokens;

use colour::{Colour, contrast};
use pairs::{FOCUS_GROUNDS, FOCUS_INNER, FOCUS_OUTER, LEAST_SHAPE, PAIRS};
use tokens::{Tokens, own, themed};

/// Where the page's own style is.
pub const STYLE: &str = "calc-web/static/style.css";

/// What was measured, as a line says it, and whether it is enough.
struct Measured {
    what: String,
    contrast: f64,
    least: f64,
}

impl Measured {
    fn is_enough(&self) -> bool {
        // As it is shown: 4.495 is no 4.5.
        self.contrast >= self.least
    }
}

/// `cargo xtask theme-check FILE`.
pub fn command(file: &Path) -> Result<()> {
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
    };
    let theme = themed(&read(file)?).with_context(|| file.display().to_string())?;
    let style = read(&run::root().join(STYLE))?;
    let mut failed = 0;
    for (scheme, tokens) in schemes(&style)? {
        println!("\n{scheme}:");
        for one in measured(&tokens, &theme)? {
            let verdict = if one.is_enough() { "" } else { "  TOO LITTLE" };
            failed += usize::from(!one.is_enough());
            println!("  {:5.2} of {}  {}{verdict}", one.contrast, one.least, one.what);
        }
    }
    let names = theme.names().filter(|name| style.contains(&format!("var({name}"))).count();
    println!("\nThe page reads {names} of the {} names of this theme.", theme.names().count());
    if names == 0 {
        bail!("the page reads no name of this theme: docs/theme.md lists those it does");
    }
    if failed > 0 {
        bail!("{failed} of what is measured has too little contrast");
    }
    Ok(())
}

/// The colours of the page by light and in the dark.
fn schemes(style: &str) -> Result<[(&'static str, Tokens); 2]> {
    let light = own(style, None)?;
    let dark = own(style, Some("(prefers-color-scheme: dark)"))?;
    Ok([("by light", light.clone()), ("in the dark", light.with(dark))])
}

/// Every pair in a scheme, with the values of the theme.
fn measured(own: &Tokens, theme: &Tokens) -> Result<Vec<Measured>> {
    let colour = |name: &str| -> Result<Colour> {
        let value = own.value(name, theme)?;
        Colour::read(&value)
            .with_context(|| format!("{name} is {value:?}, which is no opaque colour"))
    };
    let mut all = Vec::new();
    for pair in &PAIRS {
        let ground = colour(pair.ground)?;
        let ink = colour(pair.ink)?.over(&ground, pair.strength);
        let what = format!("{} on {} ({})", pair.ink, pair.ground, pair.what);
        all.push(Measured { what, contrast: contrast(&ink, &ground), least: pair.least });
    }
    let (inner, outer) = (colour(FOCUS_INNER)?, colour(FOCUS_OUTER)?);
    let what = format!("{FOCUS_INNER} on {FOCUS_OUTER} (the two lines of the focus)");
    all.push(Measured { what, contrast: contrast(&inner, &outer), least: LEAST_SHAPE });
    for ground in FOCUS_GROUNDS {
        let below = colour(ground)?;
        let seen = contrast(&inner, &below).max(contrast(&outer, &below));
        let what = format!("the clearer line of the focus on {ground}");
        all.push(Measured { what, contrast: seen, least: LEAST_SHAPE });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = include_str!("../../calc-web/static/style.css");
    const EXAMPLE: &str = include_str!("../../calc-web/static/themes/voorbeeldstad.css");

    /// What has too little contrast with a theme.
    fn lacks(theme: &str) -> Vec<String> {
        let theme = themed(theme).expect("a theme");
        let mut lacks = Vec::new();
        for (scheme, own) in schemes(OWN).expect("the page's style") {
            let all = measured(&own, &theme).expect("colours").into_iter();
            let few = all.filter(|one| !one.is_enough());
            lacks.extend(few.map(|one| format!("{scheme}: {}", one.what)));
        }
        lacks
    }

    #[test]
    fn the_page_itself_and_the_example_can_be_read() {
        assert_eq!(lacks(":root {}"), [""; 0]);
        assert_eq!(lacks(EXAMPLE), [""; 0]);
    }

    #[test]
    fn a_pale_text_a_pale_field_and_a_focus_like_its_ground_are_seen() {
        let pale = lacks(":root { --basis-color-default-color-subtle: #999 }");
        assert!(pale.iter().any(|it| it.contains("--tekst-zacht on --vlak")), "{pale:?}");
        assert!(pale.iter().all(|it| it.starts_with("by light") && it.contains("--tekst-zacht")));
        let field = lacks(":root { --basis-form-control-border-color: #ccc; }");
        assert!(field.iter().any(|it| it.contains("--rand-veld on --vlak")), "{field:?}");
        let focus =
            ":root { --basis-focus-outline-color: #fff; --basis-focus-background-color: #eee }";
        let focus = lacks(focus);
        assert!(focus.iter().any(|it| it.contains("the focus on --vlak")), "{focus:?}");
        assert!(focus.iter().any(|it| it.contains("the two lines")), "{focus:?}");
    }

    #[test]
    fn what_is_no_colour_is_named() {
        let theme = themed(":root { --basis-color-default-color-document: 3px }").expect("a theme");
        let [(_, own), _] = schemes(OWN).expect("the page's style");
        let error = measured(&own, &theme).err().expect("no colour").to_string();
        assert!(error.contains("--tekst is \"3px\""), "{error}");
    }

    #[test]
    fn every_pair_of_the_style_is_measured() {
        let bare = tokens::without_comments(OWN);
        for rule in bare.split('}') {
            let of = |property: &str| {
                let declared = rule.split(['{', ';']).filter_map(|it| it.split_once(':'));
                let mut values = declared.filter(|(name, _)| name.trim() == property);
                let value = values.next()?.1.trim().strip_prefix("var(")?;
                value.strip_suffix(')').map(str::to_owned)
            };
            if let (Some(ink), Some(ground)) = (of("color"), of("background")) {
                let known = PAIRS.iter().any(|pair| (pair.ink, pair.ground) == (&*ink, &*ground));
                assert!(known, "{ink} on {ground} is not measured: {rule}");
            }
        }
    }
}
