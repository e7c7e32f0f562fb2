//! Fields and questions: what is asked, what was typed, what is wrong and what stands in.

use super::super::seen::Seen;
use super::super::{Case, of_part};
use super::said;
use crate::fields;
use crate::situatie::{born, highest_price, minimum_wage, peildatum, savings_limit};
use crate::words::{t, t_with};

/// The paths of the contract that a part asks, once each, in order.
fn asked(part: &Seen) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for field in part.having("data-veld") {
        let path = field.at("data-veld").unwrap_or_default().to_owned();
        if !found.contains(&path) {
            found.push(path);
        }
    }
    found
}

/// What is chosen in a list.
fn chosen(list: &Seen) -> Vec<&str> {
    let options = list.named("option").into_iter().filter(|it| it.at("selected").is_some());
    options.filter_map(|it| it.at("value")).collect()
}

/// Which of some choices is made.
fn checked(part: &Seen, name: &str) -> Vec<String> {
    let own = part.with("name", name).into_iter().filter(|it| it.at("checked").is_some());
    own.filter_map(|it| it.at("value")).map(str::to_owned).collect()
}

/// A question is a group with the name of its heading, which can take the focus.
fn is_question(case: &Case, number: u8) {
    let group = case.seen.one("id", &format!("vraag-{number}"));
    let heading = case.seen.one("id", group.at("aria-labelledby").expect("its name"));
    assert_eq!((group.at("role"), heading.at("tabindex")), (Some("group"), Some("-1")));
    assert_eq!(
        heading.of_class("onzichtbaar")[0].text(),
        format!("{}: ", t_with("vraag.nummer", &[("nummer", number.to_string())]))
    );
    for path in asked(&case.seen).iter().filter(|_| number < 9) {
        assert_eq!(fields::screen(path) + 1, usize::from(number), "{path} is asked elsewhere");
    }
}

#[test]
fn field_says_what_stands_in_until_it_is_answered() {
    let [open, wrong] = &of_part("components/field")[..] else { panic!("two examples") };
    let described = |case: &Case| {
        let input = case.seen.one("id", "v-huishouden-kale_huur");
        input.at("aria-describedby").map(str::to_owned)
    };
    let ids =
        |names: [&str; 2]| Some(names.map(|it| format!("v-huishouden-kale_huur-{it}")).join(" "));
    assert_eq!(described(open), ids(["hulp", "standaard"]));
    assert_eq!(described(wrong), ids(["hulp", "fout"]));
    assert!(
        open.seen.text().contains("Wij rekenen met niets")
            && !wrong.seen.text().contains("met niets")
    );
    assert_eq!(wrong.seen.of_class("utrecht-form-field--invalid").len(), 1);
}

#[test]
fn number_field_keeps_what_was_typed_and_offers_what_it_may_be() {
    let [right, doubt, half] = &of_part("components/number_field")[..] else {
        panic!("three examples")
    };
    let field = |case: &Case| {
        let input = case.seen.named("input")[0];
        assert_eq!(
            (input.at("inputmode"), input.at("autocomplete")),
            (Some("decimal"), Some("off"))
        );
        (input.at("value").map(str::to_owned), input.at("aria-invalid").is_some())
    };
    assert_eq!(field(right), (Some("655,00".to_owned()), false));
    assert_eq!(field(doubt), (Some("15,500".to_owned()), true));
    assert_eq!(field(half), (Some("655,".to_owned()), true));
    let offers: Vec<String> = doubt.seen.named("button").iter().map(|it| it.text()).collect();
    assert!(
        offers.len() == 2 && offers[0].contains("15,5") && offers[1] == "Ik weet het niet",
        "{offers:?}"
    );
    assert!(right.seen.named("button").is_empty() && half.seen.named("button").is_empty());
}

#[test]
fn select_shows_what_was_chosen() {
    let [two, emptied] = &of_part("components/select")[..] else { panic!("two examples") };
    let list = |case: &Case| {
        let list = case.seen.named("select")[0];
        (chosen(list).join(" "), list.named("option").len(), list.at("aria-invalid").is_some())
    };
    assert_eq!(list(two), ("2".to_owned(), 5, false));
    assert_eq!(list(emptied), (String::new(), 5, true));
}

#[test]
fn month_year_asks_no_day_and_begins_with_the_latest_year() {
    let case = &of_part("components/month_year")[0];
    let [month, year] = case.seen.named("select")[..] else { panic!("two lists") };
    assert_eq!((chosen(month), chosen(year)), (vec!["3"], vec!["1994"]));
    assert_eq!(month.named("option").len(), 13);
    let years: Vec<String> = year.named("option").iter().skip(1).map(|it| it.text()).collect();
    assert_eq!(years, (1990..=2000).rev().map(|it| it.to_string()).collect::<Vec<_>>());
    assert_eq!((month.at("data-deel"), year.at("data-deel")), (Some("maand"), Some("jaar")));
}

#[test]
fn choice_chooses_nothing_for_her() {
    let case = &of_part("components/choice")[0];
    let options = case.seen.with("type", "radio");
    assert_eq!(options.iter().filter_map(|it| it.at("value")).collect::<Vec<_>>(), ["ja", "nee"]);
    assert!(checked(&case.seen, "v-vraag-spaargeld").is_empty());
    assert!(options.iter().all(|it| it.at("name") == Some("v-vraag-spaargeld")), "one group");
    let group = case.seen.named("fieldset")[0];
    let lines = group.at("aria-describedby").unwrap_or_default();
    assert_eq!(lines, "v-vraag-spaargeld-hulp v-vraag-spaargeld-standaard");
    assert!(case.seen.text().contains(&t("keuze.niet_ingevuld_nee")));
}

#[test]
fn question_is_a_group_with_a_number() {
    let case = &of_part("components/question")[0];
    is_question(case, 2);
    assert_eq!(case.seen.of_class("vraag__nummer")[0].at("aria-hidden"), Some("true"));
    assert!(case.seen.text().ends_with("Velden"));
}

#[test]
fn family_asks_months_of_birth_and_parents_only_when_young() {
    let [two, young] = &of_part("questions/family")[..] else { panic!("two examples") };
    is_question(two, 1);
    let own =
        ["huishouden.geboren", "huishouden.kinderen.0.geboren", "huishouden.kinderen.1.geboren"];
    assert_eq!(asked(&two.seen), own);
    assert_eq!(chosen(two.seen.one("data-vraag", "vraag.kinderen")), ["2"]);
    assert!(asked(&young.seen).contains(&"bijstand.beroep_op_ouders".to_owned()));
}

#[test]
fn rent_goes_away_with_no_rent() {
    let [pays, none, less] = &of_part("questions/rent")[..] else { panic!("three examples") };
    is_question(pays, 2);
    assert_eq!(pays.seen.one("data-veld", "huishouden.kale_huur").at("value"), Some("655,00"));
    assert_eq!(asked(&none.seen), ["huishouden.vaste_lasten"]);
    let says = |case: &Case, key: &str| case.seen.text().contains(&t(&format!("vraag.huur.{key}")));
    assert!(says(pays, "vast_standaard") && !says(pays, "vast_te_laag"), "not told: not counted");
    assert!(says(less, "vast_te_laag") && !says(less, "vast_standaard"), "the rent is more");
    let no_rent =
        |case: &Case| case.seen.one("data-vraag", "vraag.geen_huur").at("checked").is_some();
    assert!(!no_rent(pays) && no_rent(none));
}

#[test]
fn hours_stop_at_the_most_there_can_be() {
    let case = &of_part("questions/hours")[0];
    is_question(case, 3);
    let [less, more] = case.seen.named("button")[..] else { panic!("two buttons") };
    assert_eq!(
        (less.at("aria-label"), more.at("aria-label")),
        (Some(&*t("vraag.uren.minder")), Some(&*t("vraag.uren.meer")))
    );
    assert_eq!((less.at("aria-disabled"), more.at("aria-disabled")), (None, Some("true")));
    assert_eq!(case.seen.named("input")[0].at("value"), Some("60"));
}

#[test]
fn wage_stands_in_with_the_minimum_of_the_engine() {
    let [open, month] = &of_part("questions/wage")[..] else { panic!("two examples") };
    is_question(open, 4);
    is_question(month, 4);
    assert_eq!(asked(&open.seen), ["baan.uurloon"]);
    assert_eq!(
        (asked(&month.seen), checked(&month.seen, "v-vraag-loon")),
        (vec!["baan.maandloon".to_owned()], vec!["maand".to_owned()])
    );
    assert_eq!(checked(&open.seen, "v-vraag-loon"), ["uur"]);
    let day = peildatum(open.state.form(), open.state.today);
    let born = born(open.state.form(), "huishouden.geboren", &Vec::new());
    let minimum = minimum_wage(born, day).expect("a minimum");
    assert!(open.seen.of_class("standaard")[0].text().contains(&said(minimum)), "{minimum}");
}

#[test]
fn care_names_each_child_and_asks_hours_of_what_is_paid_for() {
    let [two, none] = &of_part("questions/care")[..] else { panic!("two examples") };
    is_question(two, 5);
    assert_eq!(two.seen.of_class("kind").len(), 2);
    let first = "huishouden.kinderen.0.opvang.0";
    assert_eq!(checked(&two.seen, &fields::id(&format!("{first}.soort"))), ["dagopvang"]);
    let hours = two.seen.one("data-veld", &format!("{first}.uren_per_maand"));
    assert_eq!(hours.at("value"), Some("110"));
    let second = "huishouden.kinderen.1.opvang.0.uren_per_maand";
    assert!(two.seen.with("data-veld", second).is_empty(), "nobody is paid for the second");
    assert!(
        asked(&none.seen).is_empty() && none.seen.text().contains(&t("vraag.opvang.geen_kinderen"))
    );
}

#[test]
fn price_tells_the_highest_that_counts() {
    let [childminder, none] = &of_part("questions/price")[..] else { panic!("two examples") };
    is_question(childminder, 6);
    let day = peildatum(childminder.state.form(), childminder.state.today);
    let highest = highest_price("gastouder", day).expect("a price");
    let text = childminder.seen.text();
    assert!(text.contains(&said(highest)), "{highest} in {text}");
    assert!(text.contains(&t("vraag.uurprijs.bureau")), "the office of a childminder");
    assert_eq!(childminder.seen.named("input")[0].at("value"), Some("8,75"));
    assert_eq!(none.seen.named("input").len(), 0);
}

#[test]
fn start_asks_the_months_of_the_rule_that_holds() {
    let [works, new_rule] = &of_part("questions/start")[..] else { panic!("two examples") };
    is_question(works, 7);
    let months = ["bijstand.vrijlating_n_maanden", "bijstand.vrijlating_r_maanden"];
    let new = "bijstand.vrijlating_34a_maanden";
    assert_eq!(
        asked(&works.seen),
        ["peildatum", "baan_nu.uren_per_week", "baan_nu.uurloon", months[0], months[1]]
    );
    assert_eq!(asked(&new_rule.seen), ["peildatum", new]);
    assert_eq!(chosen(new_rule.seen.one("data-veld", "peildatum")), ["2027-02"]);
    assert_eq!(chosen(works.seen.one("data-veld", months[0])), ["6"]);
}

#[test]
fn checks_open_what_was_answered_with_yes() {
    let [case, bailiff, unknown] = &of_part("questions/checks")[..] else {
        panic!("three examples")
    };
    is_question(case, 8);
    let day = peildatum(case.state.form(), case.state.today);
    let limit = savings_limit(case.state.form(), &case.answer.days(), day).expect("a limit");
    assert!(case.seen.text().contains(&said(limit)), "{limit}");
    let opened = case.seen.of_class("erbij");
    assert_eq!(opened.len(), 2, "who lives in, and alimony");
    assert!(asked(opened[0]).iter().all(|it| it.starts_with("huishouden.inwonenden.0.")));
    let alimony = ["huishouden.alimentatie_kinderen", "huishouden.alimentatie_partner"];
    assert_eq!(asked(opened[1]), alimony);
    let debts = |case: &Case| checked(&case.seen, "v-schulden-soort");
    assert!(debts(case).is_empty());
    assert_eq!((debts(bailiff), debts(unknown)), (vec!["beslag".into()], vec!["onbekend".into()]));
    let letter = |case: &Case| case.seen.with("data-veld", "schulden.vrij_nu").len();
    assert_eq!([case, bailiff, unknown].map(letter), [0, 1, 0]);
    assert!(bailiff.seen.text().contains(&t("vraag.schulden.vrij_nu_standaard")));
    assert!(unknown.seen.text().contains(&t("vraag.schulden.zonder")));
}

#[test]
fn housemate_is_asked_her_wage_only_when_she_works() {
    let case = &of_part("questions/housemate")[0];
    let of = |name: &str| format!("huishouden.inwonenden.0.{name}");
    let names = [
        "relatie",
        "geboren",
        "inkomen_jaar",
        "werkt",
        "arbeidsinkomen_jaar",
        "studeert",
        "huurt_zakelijk",
    ];
    assert_eq!(asked(&case.seen), names.map(of));
    assert_eq!(chosen(case.seen.one("data-veld", &of("relatie"))), ["broer_of_zus"]);
    assert_eq!(case.seen.named("button").len(), 1, "she can be taken out");
}

#[test]
fn more_asks_every_other_field_of_the_contract() {
    let case = &of_part("questions/more")[0];
    is_question(case, 9);
    let mut shown = asked(&case.seen);
    let mut expected: Vec<String> = fields::more().map(str::to_owned).collect();
    shown.sort_unstable();
    expected.sort_unstable();
    assert_eq!(shown, expected);
    assert_eq!(
        case.seen.one("data-veld", "huishouden.partner.maandloon").at("value"),
        Some("900,00")
    );
}
