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

/// The notice, in a place that is always there: only then is what comes in it later read out.
pub fn notice(page: &Page) -> Html {
    let place = el("div").class("meldingen").at("role", "status");
    let (class, parts) = match &page.state.notice {
        Notice::Nothing => return place.empty(),
        Notice::Kept => ("melding", vec![el("p").text(t("bewaren.terug"))]),
        Notice::FromFile => ("melding", vec![el("p").text(t("bestand.geopend"))]),
        Notice::DamagedFile => {
            ("melding melding--fout", vec![el("p").text(t("bestand.beschadigd"))])
        }
        Notice::Forgotten => ("melding", vec![el("p").text(t("bewaren.vergeten"))]),
        Notice::NoWords => ("melding melding--fout", vec![el("p").text(t("taal_ontbreekt"))]),
        Notice::NoExplanations => {
            ("melding melding--fout", vec![el("p").text(t("uitleg.nog_niet"))])
        }
        Notice::Damaged => ("melding melding--fout", vec![el("p").text(t("link.beschadigd"))]),
        Notice::Refused(problems) => {
            let list = bullets(problems.iter().map(refused).collect());
            ("melding melding--fout", vec![el("p").text(t("link.geweigerd")), list])
        }
        Notice::Loaded => {
            // What only a coach is asked cannot be changed here either.
            let of_coach = fields::MORE.into_iter().filter(|path| {
                !page.state.coach && page.form().answers().any(|(known, _)| known.starts_with(path))
            });
            let paths = page.form().carried().map(|(path, _)| path).chain(of_coach);
            let mut carried: Vec<String> = paths.map(carried_name).collect();
            carried.dedup();
            let names = || bullets(carried.iter().map(|name| el("li").text(&**name)).collect());
            let also =
                when(!carried.is_empty(), || el("div").of([el("p").text(t("link.mee")), names()]));
            ("melding", vec![el("p").text(t("link.geladen")), also])
        }
    };
    place.of([el("div").class(class).at("data-melding", "link").children(parts)])
}
