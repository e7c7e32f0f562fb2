//! What there is to say about the link the page was opened with.

use calc_core::Problem;
use yew::Html;

use crate::dom::{bullets, el, text, when};
use crate::fields;
use crate::page::Page;
use crate::state::Notice;
use crate::words::{t, t_if_any, t_with};

/// What a field that the page does not ask is called.
fn carried_name(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    t_if_any(&format!("mee.{last}")).map_or_else(|| path.to_owned(), str::to_owned)
}

fn refused(problem: &Problem) -> Html {
    let name = el("strong").text(fields::name(&problem.pad));
    let args = [("reden", problem.reden.clone()), ("toegestaan", problem.toegestaan.clone())];
    el("li").of([name, text(format!(": {}", t_with("link.reden", &args)))])
}

/// The notice; nothing when there was no case in the link.
pub fn notice(page: &Page) -> Html {
    let (class, parts) = match &page.state.notice {
        Notice::Nothing => return Html::default(),
        Notice::Kept => ("melding", vec![el("p").text(t("bewaren.terug"))]),
        Notice::FromFile => ("melding", vec![el("p").text(t("bestand.geopend"))]),
        Notice::DamagedFile => {
            ("melding melding--fout", vec![el("p").text(t("bestand.beschadigd"))])
        }
        Notice::Forgotten => ("melding", vec![el("p").text(t("bewaren.vergeten"))]),
        Notice::Damaged => ("melding melding--fout", vec![el("p").text(t("link.beschadigd"))]),
        Notice::Refused(problems) => {
            let list = bullets(problems.iter().map(refused).collect());
            ("melding melding--fout", vec![el("p").text(t("link.geweigerd")), list])
        }
        Notice::Loaded => {
            let mut carried: Vec<String> =
                page.form().carried().map(|(path, _)| carried_name(path)).collect();
            carried.dedup();
            let names = || bullets(carried.iter().map(|name| el("li").text(&**name)).collect());
            let also =
                when(!carried.is_empty(), || el("div").of([el("p").text(t("link.mee")), names()]));
            ("melding", vec![el("p").text(t("link.geladen")), also])
        }
    };
    el("div").class(class).at("role", "status").at("data-melding", "link").children(parts)
}
