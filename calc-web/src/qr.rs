//! A link as a QR code, drawn here: nobody is asked for it.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::Html;

use crate::dom::el;

/// More modules than this a phone cannot tell apart on a screen.
const LARGEST: i32 = 129;
/// Empty modules around the code, so that a camera finds it.
const QUIET: i32 = 4;

/// The code of a link; nothing when the link is too long for one.
pub fn code(link: &str, name: &str) -> Option<Html> {
    let code =
        QrCode::encode_text(link, QrCodeEcc::Low).ok().filter(|code| code.size() <= LARGEST)?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                // Writing to a text cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    let size = (code.size() + 2 * QUIET).to_string();
    let svg = el("svg").class("qr").at("viewBox", &format!("0 0 {size} {size}"));
    let ground = el("rect").class("qr__grond").at("width", &size).at("height", &size).empty();
    let dots = el("path").class("qr__punten").at("d", &path).empty();
    Some(svg.at("role", "img").at("aria-label", name).of([ground, dots]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_of_a_usual_case_fits_and_an_endless_one_does_not() {
        assert!(code(&"x".repeat(1_400), "code").is_some());
        assert!(code(&"x".repeat(2_000), "code").is_none());
    }
}
