//! What can be done with the answer: print it, share it, save it, keep it, forget it.

use calc_core::dates::iso;
use calc_core::suggest;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, MouseEvent, TargetCast, html};

use crate::answer::Ready;
use crate::birthdays::draft;
use crate::dom::{El, all, card, el, paragraph, text, when};
use crate::page::{Page, both, go_to};
use crate::state::{Action, Keeping, Notice, Sheet};
use crate::words::t;
use crate::{address, files, fragment, qr, restart};

const EMPTY: &str = "leeg-knop";

/// A button that shows or hides what stands below it. It stays where it is, and the focus with it.
fn opener(class: &'static str, is_open: bool) -> El {
    let button = el("button").at("type", "button").class(class);
    button.at("aria-expanded", if is_open { "true" } else { "false" })
}

fn button(words: String, click: Callback<MouseEvent>) -> Html {
    el("button").at("type", "button").class("utrecht-button").on_click(click).text(words)
}

/// The link that carries everything: the contract's case when it is whole and alone, else what was typed.
fn link_to(page: &Page) -> String {
    let cases = &page.state.cases;
    let (case, gaps) = draft(page.form(), page.state.today);
    // A day that stands in for one that is not known would be known to who opens the link.
    let is_known = |ready: &Ready| ready.birthdays.iter().all(|it| it.assumed.is_none());
    let is_known = page.answer.ready().is_some_and(is_known);
    let is_whole = cases.all().len() == 1 && gaps.is_empty() && is_known;
    let fragment = if is_whole {
        fragment::written('s', &case.json())
    } else {
        fragment::written('f', &cases.written())
    };
    address::without_fragment() + &fragment
}

fn share(page: &Page) -> Html {
    let state = page.state.dispatcher();
    let link = link_maker(page);
    let make = Callback::from(move |_| state.dispatch(Action::Link(link())));
    let make = opener("utrecht-button", page.state.link.is_some()).on_click(make);
    let make = make.text(t("delen.maak"));
    let link = page.state.link.as_ref();
    all([make, link.map_or_else(Html::default, |link| link_panel(page, link))])
}

fn link_panel(page: &Page, link: &str) -> Html {
    let state = page.state.dispatcher();
    let to_copy = link.to_owned();
    let copy = Callback::from(move |_: MouseEvent| {
        let state = state.clone();
        files::copy(&to_copy, move |copied| {
            let words = if copied { t("delen.gekopieerd") } else { t("delen.niet_gekopieerd") };
            state.dispatch(Action::Done(words));
        });
    });
    let done = page.state.done.clone();
    let field = html! {
        <label class="utrecht-form-field">
            <span class="utrecht-form-label">{ text(t("delen.link")) }</span>
            <input class="utrecht-textbox link-delen__veld" type="text" readonly=true data-link="" value={link.to_owned()} />
        </label>
    };
    let name = t("delen.qr");
    let code = qr::code(link, &name).unwrap_or_else(|| paragraph(t("delen.te_lang")));
    el("div").class("link-delen").of([
        field,
        el("div").class("knoppen").of([button(t("delen.kopieer"), copy)]),
        when(!done.is_empty(), || el("p").class("klein").at("aria-hidden", "true").text(done)),
        paragraph(t("delen.zin")),
        code,
    ])
}

/// The link is worked out only when it is asked for.
fn link_maker(page: &Page) -> impl Fn() -> String + use<> {
    let page = page.clone();
    move || link_to(&page)
}

fn print(page: &Page, words: String, sheet: Sheet) -> Html {
    button(words, page.on(move || Action::Print(Some(sheet))))
}

fn save(page: &Page) -> Html {
    let (cases, state) = (page.state.cases.clone(), page.state.dispatcher());
    let click = Callback::from(move |_| {
        files::save("rekenhulp.json", &cases.written());
        state.dispatch(Action::Saved);
    });
    button(t("bestand.bewaar"), click)
}

/// Opens a file. It is a label with a hidden field in it, so that it looks and works like a button.
fn open(page: &Page) -> Html {
    let state = page.state.dispatcher();
    let chosen = Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        let state = state.clone();
        files::read(&file, move |text| state.dispatch(Action::OpenFile(text)));
        // The same file can be chosen again.
        field.set_value("");
    });
    html! {
        <label class="utrecht-button bestand">
            <input class="bestand__veld" type="file" accept=".json,application/json" data-bestand="" onchange={chosen} />
            <span>{ text(t("bestand.open")) }</span>
        </label>
    }
}

/// Everything the engine did, with every amount of law and its source, for a file or an objection. The second module tells it
/// of the case that is answered.
fn trace(page: &Page, ready: &Ready) -> Html {
    let (json, today, state) = (ready.json.clone(), page.state.today, page.state.dispatcher());
    let version = page.state.version.clone();
    let click = Callback::from(move |_| {
        let Some(result) = restart::trace() else {
            return state.dispatch(Action::Tell(Notice::NoExplanations));
        };
        let (today, until) = (iso(today), iso(suggest::published_until()));
        let text = format!(
            "{{\"versie\":\"{version}\",\"bedragen_tot\":\"{until}\",\"gemaakt\":\"{today}\",\"situatie\":{json},\"uitkomst\":{result}}}"
        );
        files::save("rekenhulp-spoor.json", &text);
    });
    button(t("bestand.spoor"), click)
}

fn keep(page: &Page) -> Html {
    let kept = page.state.is_kept();
    // Always there, so that what comes in it is read out.
    let failed = el("div").at("role", "alert");
    let failed = if page.state.keeping == Keeping::Impossible {
        failed.of([el("p").class("utrecht-form-field-error-message").text(t("bewaren.lukt_niet"))])
    } else {
        failed.empty()
    };
    html! {
        <div class="utrecht-form-field">
            <label class="optie">
                <input class="utrecht-checkbox" type="checkbox" data-bewaren="" checked={kept}
                    onchange={page.on::<Event>(move || Action::Keep(!kept))} />
                <span>{ text(t("bewaren.keuze")) }</span>
            </label>
            <p class="utrecht-form-field-description">{ text(t("bewaren.zin")) }</p>
            { failed }
        </div>
    }
}

fn empty(page: &Page) -> Html {
    let asks = page.state.asks_to_empty;
    let ask = opener("utrecht-button utrecht-button--subtle", asks).at("id", EMPTY);
    let ask = ask.on_click(page.on(move || Action::AskToEmpty(!asks))).text(t("leeg.knop"));
    // Always two parts: the button stays the same one.
    all([ask, when(asks, || ask_first(page))])
}

fn ask_first(page: &Page) -> Html {
    let no = both(go_to(EMPTY.to_owned()), page.on(|| Action::AskToEmpty(false)));
    let sure = el("div").class("let-op").at("role", "group").at("aria-labelledby", "leeg-vraag");
    sure.of([
        el("p").at("id", "leeg-vraag").text(t("leeg.vraag")),
        el("div")
            .class("knoppen")
            .of([button(t("leeg.ja"), page.on(|| Action::Empty)), button(t("leeg.nee"), no)]),
    ])
}

/// The tools.
pub fn tools(page: &Page) -> Html {
    let papers = |ready| {
        all([
            print(page, t("blad.print"), Sheet::Hers),
            when(page.state.coach, || print(page, t("blad.print_coach"), Sheet::Coach)),
            when(page.state.coach, || trace(page, ready)),
        ])
    };
    let parts = vec![
        el("div").class("knoppen knoppen--ruim").of([
            page.answer.ready().map(papers).unwrap_or_default(),
            save(page),
            open(page),
        ]),
        share(page),
        keep(page),
        when(!page.state.cases.is_empty(), || empty(page)),
    ];
    card("kaart niet-op-papier", "bewaren-kop", "bewaren.kop", parts)
}
