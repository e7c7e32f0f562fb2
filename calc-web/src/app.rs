//! The page: the questions on one side, the answer on the other.

use std::cmp::Ordering;
use std::rc::Rc;

use calc_core::suggest;
use jiff::civil::Date;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_reducer};

use crate::answer::{answer, months_of};
use crate::components::answer::{HEADING, answer as answer_panel, words as in_words};
use crate::components::doors::{behind, doors};
use crate::components::filled::used;
use crate::components::languages::languages;
use crate::components::live::use_live;
use crate::components::notes::warnings;
use crate::components::notice::{idle_warning, notice};
use crate::components::privacy::privacy;
use crate::components::scenarios::scenarios;
use crate::components::sheet::sheet;
use crate::components::steps::{steps, to_questions};
use crate::components::tools::tools;
use crate::dom::{all, el, quiet_button, text, when};
use crate::effects::use_effects;
use crate::format::day;
use crate::fragment::Fragment;
use crate::memo::{Memo, mark};
use crate::page::{Page, go_to, on_enter};
use crate::questions::more::more;
use crate::questions::{care, checks, family, hours, price, rent, start, wage};
use crate::state::{ANSWER, Action, State};
use crate::words;
use crate::words::{can_explain, t, t_with};

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
    /// Whether it was asked for with everything a coach wants.
    pub coach: bool,
    /// What its address holds.
    pub fragment: Fragment,
    /// Whether it is shown in the page of another.
    pub framed: bool,
    /// What it was built from, when the build knew.
    pub commit: Option<String>,
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
    let class = match (page.state.coach, page.state.screen) {
        (true, _) => "hoofd hoofd--coach",
        (false, 0) => "hoofd",
        _ => "hoofd hoofd--klein",
    };
    el("header").class(class).of([inner])
}

/// Past the header: to the questions, or to the answer where a phone shows only that.
fn skip(page: &Page) -> Html {
    let (id, words) = match page.state.screen {
        screen if screen >= ANSWER => (HEADING, "naar_antwoord"),
        _ => (QUESTIONS, "naar_vragen"),
    };
    let link = el("a").class("naar").at("href", &format!("#{id}"));
    link.on_click(go_to(id.to_owned())).text(t(words))
}

/// The answer in a few words: between the questions that give it and those that make it more precise, or below the
/// one question that a phone shows.
fn bar(page: &Page, class: &'static str) -> Html {
    let link = el("a").class("balk__link").at("href", &format!("#{HEADING}"));
    let short = el("strong").text(in_words(page));
    let to = el("span").class("balk__naar").text(t("naar_antwoord"));
    el("p").class(class).of([link.on_click(page.going(ANSWER)).of([short, to])])
}

/// A question; a phone shows only the one she is at.
fn screen(page: &Page, at: usize) -> Html {
    let class = if page.state.screen == at { "scherm scherm--hier" } else { "scherm" };
    let shown = page.clone();
    let view: Rc<dyn Fn() -> Html> = Rc::new(move || QUESTION_LIST[at](&shown));
    el("div").class(class).of([html! { <Memo mark={mark(page, at)} {view} /> }])
}

fn questions(page: &Page) -> Html {
    html! {
        <section class="vragen" id={QUESTIONS} aria-labelledby="vragen-kop" tabindex="-1">
            <h2 class="utrecht-heading-2 vragen__kop" id="vragen-kop">{ text(t("vragen")) }</h2>
            <form class="vragen__lijst" key={page.state.generation} autocomplete="off"
                onsubmit={|event: yew::SubmitEvent| event.prevent_default()} onkeydown={on_enter(page)}>
                { for (0..ENOUGH).map(|at| screen(page, at)) }
                { bar(page, "balk balk--midden") }
                { for (ENOUGH..QUESTION_LIST.len()).map(|at| screen(page, at)) }
                { when(page.state.coach && words::can_explain(), || more(page)) }
                { steps(page) }
                { when(page.answer.ready().is_some(), || bar(page, "balk balk--onder")) }
            </form>
        </section>
    }
}

fn footer(page: &Page) -> Html {
    let (until, version) = (day(suggest::published_until()), page.state.version.to_string());
    let amounts = t_with("voet.bedragen", &[("dag", until), ("versie", version)]);
    let (words, other) =
        if page.state.coach { ("voet.gewoon", false) } else { ("voet.coach", true) };
    let coach = quiet_button(t(words), page.on(move || Action::Coach(other)));
    // Her questions have their words in the second file.
    let coach = when(words::can_explain(), || el("p").of([coach]));
    let lines = [
        el("p").text(t("voet.geen_rechten")),
        el("p").text(amounts),
        coach,
        when(can_explain(), privacy),
    ];
    el("footer").class("voet").of([el("div").class("voet__binnen").of(lines)])
}

/// The answer, the ways to what stands behind it, and the ways back to the questions.
fn answered(page: &Page) -> Html {
    let ready = page.answer.ready();
    let lacks = || el("p").class("kaart").at("role", "status").text(t("uitleg.nog_niet"));
    let around = |ready| {
        all([
            when(words::can_explain(), || warnings(ready)),
            doors(page),
            when(words::can_explain(), || used(page, ready)),
            behind(page, ready),
        ])
    };
    let behind = ready.map(around);
    let parts = vec![
        answer_panel(page),
        when(ready.is_some() && !words::can_explain(), lacks),
        // What was typed can be saved, and a file opened, before there is an answer.
        behind.unwrap_or_else(|| when(words::can_explain(), || tools(page))),
        to_questions(page),
    ];
    el("section").class("antwoord").at("aria-label", &t("antwoord")).children(parts)
}

fn class_of(state: &State) -> &'static str {
    match (state.coach, state.screen.cmp(&ANSWER)) {
        (true, _) => "pagina pagina--coach",
        (false, Ordering::Less) => "pagina pagina--vraag",
        (false, Ordering::Equal) => "pagina pagina--antwoord",
        (false, Ordering::Greater) => "pagina pagina--antwoord pagina--deur",
    }
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let (today, coach, fragment) = (props.today, props.coach, props.fragment.clone());
    let commit = props.commit.clone();
    let state = use_reducer(move || State::opened(today, coach, &fragment).built_from(commit));
    words::speak(state.language);
    let asked = (state.form().clone(), state.language);
    let answer: Rc<_> = use_memo(asked, |(form, _)| answer(form, today));
    let others =
        use_memo((state.coach.then(|| state.cases.clone()), state.language), |(cases, _)| {
            cases.as_ref().map(|cases| months_of(cases, today)).unwrap_or_default()
        });
    let speaker = state.dispatcher();
    use_effect_with((), move |()| {
        words::on_learned(Callback::from(move |()| speaker.dispatch(Action::Speak(words::tag()))));
    });
    let case = answer.ready().map(|ready| ready.json.clone());
    use_effects(&state, case, props.framed);
    let page = Page { state, answer, others };
    let live = use_live(in_words(&page));
    let sheet = when(words::can_explain(), || sheet(&page));
    html! {
        <>
            // First, so that its patterns are those that its drawings find by name.
            { sheet }
            { skip(&page) }
            { header(&page) }
            <main class={class_of(&page.state)}>
                { notice(&page) }
                { live }
                <div class="onzichtbaar" role="status" data-gedaan="">{ text(&*page.state.done) }</div>
                { scenarios(&page) }
                { questions(&page) }
                { answered(&page) }
            </main>
            { footer(&page) }
            { idle_warning(&page) }
        </>
    }
}
