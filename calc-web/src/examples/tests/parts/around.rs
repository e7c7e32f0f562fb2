//! What stands around the questions and the answer.

use calc_core::Lijn;

use super::super::super::TODAY;
use super::super::{Case, of_part};
use super::{amounts, given};
use crate::answer::months_of;
use crate::entry::Column;
use crate::words::{t, tag};

#[test]
fn notice_speaks_from_a_place_that_is_always_there() {
    let cases = of_part("components/notice");
    for case in &cases {
        assert_eq!(case.seen.with("role", "status").len(), 1);
        assert_eq!(case.seen.with("role", "alert").len(), 1);
    }
    let [nothing, opened, asks, refused, ending] = &cases[..] else { panic!("five examples") };
    assert_eq!(nothing.seen.text(), "");
    assert!(opened.seen.text().starts_with(&t("link.geladen")));
    let carried: Vec<String> = opened.seen.named("li").iter().map(|it| it.text()).collect();
    assert_eq!(carried, [t("mee.start")], "what it brought beside the questions is named");
    let answers: Vec<_> =
        asks.seen.having("data-neem").iter().map(|it| it.at("data-neem")).collect();
    assert_eq!(answers, [Some("ja"), Some("nee")]);
    assert!(
        refused.seen.of_class("melding--fout").len() == 1 && refused.seen.named("li").len() == 1
    );
    assert_eq!(
        ending.seen.one("role", "alert").text(),
        t("bewaren.waarschuwing") + &t("bewaren.er_nog")
    );
}

#[test]
fn languages_each_in_its_own_words() {
    let case = &of_part("components/languages")[0];
    let buttons = case.seen.named("button");
    let tags: Vec<_> = buttons.iter().filter_map(|it| it.at("lang")).collect();
    assert_eq!(tags, ["nl", "en"]);
    assert_eq!(buttons.iter().map(|it| it.text()).collect::<Vec<_>>(), ["Nederlands", "English"]);
    let pressed = case.seen.with("aria-pressed", "true");
    assert_eq!(pressed.iter().map(|it| it.at("lang")).collect::<Vec<_>>(), [Some(tag())]);
}

#[test]
fn live_is_empty_until_she_stops_typing() {
    let case = &of_part("components/live")[0];
    let place = case.seen.one("aria-live", "polite");
    assert_eq!((place.at("aria-atomic"), place.text()), (Some("true"), String::new()));
}

#[test]
fn privacy_says_both_of_what_the_start_script_knows() {
    let case = &of_part("components/privacy")[0];
    let text = case.seen.text();
    assert!(text.contains(&t("prive.bewaard")) && text.contains(&t("prive.niet_bewaard")));
    assert_eq!((case.seen.named("ul").len(), case.seen.named("ol")[0].children().count()), (1, 3));
}

#[test]
fn scenarios_compare_what_the_engine_gave_for_each() {
    let case = &of_part("components/scenarios")[0];
    let months = months_of(&case.state.cases, TODAY);
    let expected: Vec<String> = months
        .iter()
        .flatten()
        .map(|it| given(&it.month, Column::MetBaan, Lijn::Besteedbaar))
        .collect();
    assert!(expected.len() == 2 && expected[0] != expected[1]);
    let name = t("lijn.besteedbaar");
    let row = case
        .seen
        .named("tr")
        .into_iter()
        .find(|it| it.children().next().is_some_and(|it| it.text() == name));
    let row = row.expect("the row of what is left");
    assert_eq!(amounts(row), expected);
    // The best is that of twelve months, which the second module marks: it is told every situation by its name.
    assert!(case.seen.of_class("geval__merk").is_empty(), "the steady month ranks nothing");
    let told = case.seen.one("data-plaats", "gevallen").at("data-gevallen").unwrap_or_default();
    let told: Vec<(String, String)> = serde_json::from_str(told).expect("names and situations");
    let jsons = months.iter().flatten().map(|it| it.json.clone());
    let names = ["Situatie 1", "Meer uren"].map(str::to_owned);
    assert_eq!(told, names.into_iter().zip(jsons).collect::<Vec<_>>());
    let heads: Vec<String> =
        case.seen.named("thead")[0].named("th").iter().skip(1).map(|it| it.text()).collect();
    assert_eq!(heads, ["Situatie 1", "Meer uren"]);
    let pressed: Vec<_> =
        case.seen.having("aria-pressed").iter().map(|it| it.at("aria-pressed")).collect();
    assert_eq!(pressed, [Some("false"), Some("true")]);
    assert!(case.seen.text().contains(&t("geval.nu_verschilt")), "one woman has one now");
}

#[test]
fn steps_say_how_far_she_is_and_what_is_lacking() {
    let [first, last, back] = &of_part("components/steps")[..] else { panic!("three examples") };
    let progress = first.seen.named("progress")[0];
    assert_eq!((progress.at("value"), progress.at("max")), (Some("1"), Some("8")));
    assert!(progress.at("aria-label").is_some_and(|it| it.contains('1')));
    let buttons =
        |case: &Case| case.seen.named("button").iter().map(|it| it.text()).collect::<Vec<_>>();
    assert_eq!(buttons(first), [t("stap.verder")], "nothing to go back to, and no answer yet");
    assert_eq!(buttons(last), [t("stap.terug"), t("stap.antwoord")]);
    assert_eq!(buttons(back), [t("stap.naar_vragen"), t("stap.laatste_vraag")]);
    let lacking = first.seen.of_class("klein")[0].text();
    assert!(lacking.contains(&crate::fields::name("huishouden.geboren")), "{lacking}");
}

#[test]
fn tools_keep_and_empty_only_after_a_question() {
    let [shared, coach] = &of_part("components/tools")[..] else { panic!("two examples") };
    let link = shared.seen.one("data-link", "");
    assert_eq!(
        (link.at("value"), link.at("readonly").is_some()),
        (Some("https://voorbeeld.nl/#s=abc"), true)
    );
    assert_eq!(shared.seen.one("role", "img").at("aria-label"), Some(&*t("delen.qr")));
    assert!(shared.seen.one("data-bewaren", "").at("checked").is_some());
    let asks = shared.seen.one("aria-labelledby", "leeg-vraag");
    assert_eq!(
        asks.named("button").iter().map(|it| it.text()).collect::<Vec<_>>(),
        [t("leeg.ja"), t("leeg.nee")]
    );
    assert_eq!(shared.seen.one("id", "leeg-knop").at("aria-expanded"), Some("true"));
    assert!(
        coach.seen.with("aria-labelledby", "leeg-vraag").is_empty(),
        "nothing goes without a question"
    );
    assert_eq!(coach.seen.one("role", "alert").text(), t("bewaren.lukt_niet"));
    let has = |case: &Case, words: &str| case.seen.text().contains(&t(words));
    assert!(
        has(coach, "bestand.spoor") && !has(shared, "bestand.spoor"),
        "the whole calculation is for a coach"
    );
}
