//! What there is to say about a link, a file or what was kept.

use calc_core::Problem;
use yew::Html;

use crate::dom::{bullets, el, text, when};
use crate::opening::Source;
use crate::page::Page;
use crate::state::{Action, Keeping, Notice};
use crate::words::{t, t_if_any};
use crate::{carried, fields, messages};

/// What a field that the page does not ask is called.
fn carried_name(path: &str) -> String {
    let known = path.rsplit('.').find_map(|part| t_if_any(&format!("mee.{part}")));
    known.map_or_else(|| t("mee.ander"), str::to_owned)
}

fn refused(problem: &Problem) -> Html {
    let name = el("strong").text(fields::name_of_any(&problem.pad));
    el("li").of([name, text(format!(": {}", messages::refused(problem)))])
}

/// What only a link or a file can bring, and what only a coach can change.
fn carried_along(page: &Page, from: Source) -> Html {
    let of_coach = fields::more().filter(|path| {
        !page.state.coach && page.form().answers().any(|(known, _)| known.starts_with(path))
    });
    let paths = carried::counted(page.form()).map(|(path, _)| carried_name(path));
    let mut names: Vec<String> = paths.chain(of_coach.map(carried_name)).collect();
    names.dedup();
    let items = || bullets(names.iter().map(|name| el("li").text(&**name)).collect());
    let words = if from == Source::Link { "link.mee" } else { "bestand.mee" };
    when(!names.is_empty(), || el("div").of([el("p").text(t(words)), items()]))
}

/// She is asked on the page itself: a dialog would stop everything, and is not shown in a frame.
fn offer(page: &Page, from: Source) -> Vec<Html> {
    let button = |words: &str, yes: bool| {
        let button = el("button").at("type", "button").class("utrecht-button");
        let button = button.at("data-neem", if yes { "ja" } else { "nee" });
        button.on_click(page.on(move || Action::Accept(yes))).text(t(words))
    };
    let question = if from == Source::Link { "link.vraag" } else { "bestand.vraag" };
    let buttons = [button("link.ja", true), button("link.nee", false)];
    vec![el("p").text(t(question)), el("div").class("knoppen").of(buttons)]
}

/// The id of the notice.
pub const NOTICE: &str = "melding";

/// The notice, in a place that is always there: only then is what comes in it later read out.
pub fn notice(page: &Page) -> Html {
    let place = el("div").class("meldingen").at("role", "status");
    let says = |words: &str| el("p").text(t(words));
    let either = |from: &Source, link: &str, file: &str| {
        says(if *from == Source::Link { link } else { file })
    };
    let (class, parts) = match &page.state.notice {
        Notice::Nothing => return place.empty(),
        Notice::Kept => ("melding", vec![says("bewaren.terug")]),
        Notice::Forgotten => ("melding", vec![says("bewaren.vergeten")]),
        Notice::Offers(from, _) => ("melding", offer(page, *from)),
        Notice::Damaged(from) => {
            ("melding melding--fout", vec![either(from, "link.beschadigd", "bestand.beschadigd")])
        }
        Notice::NoWords => ("melding melding--fout", vec![says("taal_ontbreekt")]),
        Notice::NoExplanations => ("melding melding--fout", vec![says("uitleg.nog_niet")]),
        Notice::Refused(from, problems) => {
            let list = bullets(problems.iter().map(refused).collect());
            let told = either(from, "link.geweigerd", "bestand.geweigerd");
            ("melding melding--fout", vec![told, list])
        }
        Notice::Loaded(from) => (
            "melding",
            vec![either(from, "link.geladen", "bestand.geopend"), carried_along(page, *from)],
        ),
    };
    let inner = el("div").class(class).at("id", NOTICE).at("tabindex", "-1");
    place.of([inner.at("data-melding", "link").children(parts)])
}

/// The warning that everything is about to be forgotten: in view wherever she is on the page.
pub fn idle_warning(page: &Page) -> Html {
    let place = el("div").class("niet-op-papier").at("role", "alert");
    if page.state.keeping != Keeping::Ending {
        return place.empty();
    }
    let here = el("button").at("type", "button").class("utrecht-button").at("data-er-nog", "");
    let here = here.on_click(page.on(|| Action::Warn(false))).text(t("bewaren.er_nog"));
    place.of([el("div").class("stilte").of([el("p").text(t("bewaren.waarschuwing")), here])])
}
