//! The page: the questions on one side, the answer on the other.

use std::rc::Rc;

use gloo_events::EventListener;
use jiff::civil::Date;
use yew::{Html, Properties, component, html, use_effect_with, use_memo, use_reducer};

use crate::answer::answer;
use crate::charts::hours_line::hours_line;
use crate::components::answer::{HEADING, answer as answer_panel, words as in_words};
use crate::components::bill::bill;
use crate::components::languages::languages;
use crate::components::lines::lines;
use crate::components::live::use_live;
use crate::components::notes::{notes, warnings};
use crate::components::notice::notice;
use crate::components::year::year;
use crate::dom::{el, text};
use crate::fragment::Fragment;
use crate::page::{Page, go_to};
use crate::questions::{care, checks, family, hours, price, rent, start, wage};
use crate::state::{Action, State};
use crate::words::{t, t_with};
use crate::{address, months, words};

const LOCK: &str = "M6 8V6a4 4 0 0 1 8 0v2h1v9H5V8h1Zm2 0h4V6a2 2 0 1 0-4 0v2Z";
const QUESTIONS: &str = "vragen";
/// So many questions are enough for an answer.
const ENOUGH: usize = 4;
const QUESTION_LIST: [fn(&Page) -> Html; 8] = [
    family::family,
    rent::rent,
    hours::hours,
    wage::wage,
    care::care,
    price::price,
    start::start,
    checks::checks,
];

/// The page.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The day the page is opened.
    pub today: Date,
    /// What its address holds.
    pub fragment: Fragment,
}

/// Tells programs that the first answer can be computed.
fn announce_ready() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // The attribute has a valid name: it can be set.
        let _ = root.set_attribute("data-gereed", "");
    }
}

fn header(page: &Page) -> Html {
    let lock = el("svg").class("slot").at("viewBox", "0 0 20 20").at("aria-hidden", "true");
    let lock = lock.at("focusable", "false").of([el("path").at("d", LOCK).empty()]);
    let inner = el("div").class("hoofd__binnen").of([
        languages(page),
        el("p").class("hoofd__merk").text(t("merk")),
        el("h1").class("utrecht-heading-1").text(t("titel")),
        el("p").class("hoofd__zin").text(t("inleiding")),
        el("p").class("hoofd__prive").of([lock, text(t("privacy"))]),
    ]);
    el("header").class("hoofd").of([inner])
}

/// The answer in a few words, between the questions that give it and those that make it more precise.
fn bar(page: &Page) -> Html {
    let link = el("a").class("balk__link").at("href", &format!("#{HEADING}"));
    let short = el("strong").text(in_words(page));
    let to = el("span").class("balk__naar").text(t("naar_antwoord"));
    el("p").class("balk").of([link.on_click(go_to(HEADING.to_owned())).of([short, to])])
}

fn questions(page: &Page) -> Html {
    let (first, rest) = QUESTION_LIST.split_at(ENOUGH);
    html! {
        <section class="vragen" id={QUESTIONS} aria-labelledby="vragen-kop" tabindex="-1">
            <h2 class="utrecht-heading-2 vragen__kop" id="vragen-kop">{ t("vragen") }</h2>
            <form class="vragen__lijst" key={page.state.generation} autocomplete="off"
                onsubmit={|event: yew::SubmitEvent| event.prevent_default()}>
                { for first.iter().map(|question| question(page)) }
                { bar(page) }
                { for rest.iter().map(|question| question(page)) }
            </form>
        </section>
    }
}

fn footer() -> Html {
    let covered = months::coverage().map(|(first, _)| first.year().to_string());
    let year = t_with("voet.jaar", &[("jaar", covered.unwrap_or_default())]);
    let lines = [el("p").text(t("voet.geen_rechten")), el("p").text(year)];
    el("footer").class("voet").of([el("div").class("voet__binnen").of(lines)])
}

/// The answer and everything that belongs to it.
fn answered(page: &Page, live: Html) -> Html {
    let mut parts = vec![answer_panel(page), live];
    if let Some(ready) = page.answer.ready() {
        parts.extend([
            warnings(ready),
            lines(page, ready),
            bill(&ready.month),
            year(&ready.month),
            hours_line(ready),
            notes(ready),
        ]);
    }
    el("section").class("antwoord").at("aria-label", &t("antwoord")).children(parts)
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let (today, fragment) = (props.today, props.fragment.clone());
    let state = use_reducer(move || State::opened(today, &fragment));
    words::speak(state.language);
    let asked = (state.form.clone(), state.language);
    let answer: Rc<_> = use_memo(asked, |(form, _)| answer(form, today));
    use_effect_with(state.language, move |language| {
        address::name_page();
        address::show_language(language, words::FIRST);
    });
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        announce_ready();
        let window = web_sys::window();
        let listener = window.map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                dispatcher.dispatch(Action::Open(address::fragment()));
            })
        });
        move || drop(listener)
    });
    let page = Page { state, answer };
    let live = use_live(in_words(&page));
    html! {
        <>
            <a class="naar" href={format!("#{QUESTIONS}")} onclick={go_to(QUESTIONS.to_owned())}>{ t("naar_vragen") }</a>
            { header(&page) }
            <main class="pagina">
                { notice(&page) }
                { questions(&page) }
                { answered(&page, live) }
            </main>
            { footer() }
        </>
    }
}
