//! What happens to what she types in, and how she can see for herself that nothing leaves the device.

use yew::Html;

use crate::dom::{bullets, el, folded, paragraph};
use crate::words::t;

fn items(keys: &[&str]) -> Vec<Html> {
    keys.iter().map(|key| el("li").text(t(key))).collect()
}

fn heading(key: &str) -> Html {
    el("h2").class("utrecht-heading-4").text(t(key))
}

/// The box. Whether the page is kept on the device only the start script knows: it marks the page, and the style
/// shows the sentence that is true.
pub fn privacy() -> Html {
    let what = ["prive.rekent", "prive.cookies", "prive.bewaart", "prive.link"];
    let how = ["prive.stap_uit", "prive.stap_verder", "prive.stap_aan"];
    let parts = vec![
        heading("prive.kop_wat"),
        bullets(items(&what)),
        heading("prive.kop_hoe"),
        el("p").class("prive__bewaard").text(t("prive.bewaard")),
        el("p").class("prive__nog-niet").text(t("prive.niet_bewaard")),
        el("ol").class("utrecht-unordered-list").children(items(&how)),
        paragraph(t("prive.netwerk")),
    ];
    folded(t("prive.toon"), parts)
}
