//! What the answer and the table say is what the engine gave: each amount, each reason, each source.

mod around;
mod fields;
mod pictures;

use std::collections::BTreeSet;

use calc_core::month::TeDoen;
use calc_core::{Lijn, Month, Richting};
use jiff::civil::date;
use rust_decimal::Decimal;

use super::seen::Seen;
use super::{Case, of_part};
use crate::entry::Column;
use crate::fields::id;
use crate::format::{added, euro, plain, with_sign};
use crate::situatie::CHECKS;
use crate::words::t;

/// What the engine gave for a line.
fn given(month: &Month, column: Column, lijn: Lijn) -> String {
    let lines = match column {
        Column::Nu => &month.nu,
        Column::MetBaan => &month.met_baan,
        Column::Verschil => &month.verschil,
    };
    plain(lines.bedrag(lijn).amount())
}

/// Amounts for programs, in the order of the document.
fn amounts(part: &Seen) -> Vec<String> {
    part.having("data-bedrag")
        .iter()
        .filter_map(|it| it.at("data-bedrag"))
        .map(str::to_owned)
        .collect()
}

/// An amount as it stands in a text.
fn said(amount: Decimal) -> String {
    euro(amount.abs()).replace("€ ", "€\u{a0}")
}

fn rows(part: &Seen) -> Vec<&Seen> {
    part.named("tbody").into_iter().flat_map(|body| body.named("tr")).collect()
}

#[test]
fn answer_tells_what_is_lacking_or_wrong() {
    let [nothing, wrong] = &of_part("components/answer")[..] else { panic!("two examples") };
    let links = |case: &Case| -> Vec<String> {
        case.seen.named("a").iter().filter_map(|it| it.at("href")).map(str::to_owned).collect()
    };
    assert_eq!(
        links(nothing),
        [
            "#v-huishouden-geboren-maand",
            "#v-vraag-kinderen",
            "#v-huishouden-kale_huur",
            "#v-baan-uren_per_week"
        ]
    );
    assert_eq!(links(wrong), ["#v-huishouden-kale_huur", "#v-baan-uren_per_week"]);
    assert_eq!(wrong.seen.one("id", "nog-kop").text(), t("begin.kop_klopt_niet"));
    assert!(amounts(&wrong.seen).is_empty(), "no answer beside a mistake");
}

#[test]
fn headline_says_what_changes_first_and_last() {
    let [both, better, extra, no_job, debts] = &of_part("components/headline")[..] else {
        panic!("five examples")
    };
    let is_before_debts = |case: &Case| case.seen.text().contains(&t("kop.voor_schulden"));
    assert!(is_before_debts(debts) && !is_before_debts(both));
    let month = both.month();
    let last = month.fasen.last().expect("a phase").verschil.amount();
    let first = month.verschil.besteedbaar().amount();
    let sentence = both.seen.one("id", "maand-kop");
    assert_eq!(amounts(sentence), [plain(first), plain(last)]);
    assert!(sentence.text().contains(&said(first)) && sentence.text().contains(&said(last)));
    assert!(both.seen.children().next().is_some_and(|it| it.has_class("kop--wisselt")));
    let shown = amounts(better.seen.of_class("kop__beter")[0]);
    let hours = better.answer.ready().and_then(|ready| ready.hours.as_ref()).expect("the line");
    let now = better.month().nu.besteedbaar();
    let points = hours.punten.iter().filter(|it| it.lijnen.besteedbaar() > now);
    let left: Vec<String> = points.map(|it| plain(it.lijnen.besteedbaar().amount())).collect();
    assert!(shown.len() == 1 && left.contains(&shown[0]), "{shown:?}");
    let per_hour = |case: &Case| {
        let line =
            case.seen.one("data-lijn", "per_gewerkt_uur").at("data-bedrag").map(str::to_owned);
        assert_eq!(line, case.month().per_gewerkt_uur.map(|it| plain(it.amount())));
        case.seen.text()
    };
    assert!(per_hour(extra).contains("dat u meer werkt") && !per_hour(both).contains("meer werkt"));
    assert!(
        amounts(&no_job.seen).is_empty() && no_job.seen.text().starts_with(&t("kop.geen_baan"))
    );
}

#[test]
fn phases_are_those_of_the_engine_and_equal_neighbours_are_one() {
    let case = &of_part("components/phases")[0];
    let mut expected: Vec<(&str, String)> =
        case.month().fasen.iter().map(|it| (it.regel, plain(it.verschil.amount()))).collect();
    expected.dedup();
    let shown = case.seen.having("data-fase");
    let shown: Vec<(&str, String)> = shown
        .iter()
        .map(|it| (it.at("data-fase").unwrap_or_default(), amounts(it).concat()))
        .collect();
    assert_eq!(shown, expected);
    assert!(expected.len() > 2, "the example shows a change");
    assert_eq!(case.seen.of_class("fasen__wet").len(), 1, "that a new law comes is said");
}

#[test]
fn amount_is_a_button_that_says_what_it_opens() {
    let case = &of_part("components/amount")[0];
    let button = case.seen.one("id", "bedrag-verschil-netto_loon");
    assert_eq!(
        button.at("data-bedrag"),
        Some(&*given(case.month(), Column::Verschil, Lijn::NettoLoon))
    );
    assert_eq!(button.at("aria-expanded"), Some("false"));
    let (seen, heard) = (button.text(), t("tabel.open"));
    assert!(
        seen.starts_with('+') && seen.contains(&heard) && seen.contains(&t("lijn.netto_loon")),
        "{seen}"
    );
}

#[test]
fn lines_hold_every_amount_and_every_reason() {
    let [case, debts] = &of_part("components/lines")[..] else { panic!("two examples") };
    let says = |case: &Case, key: &str| case.seen.text().contains(&t(key));
    assert!(says(debts, "kop.voor_schulden") && !says(debts, "tabel.vaste_lasten_leeg"));
    assert!(!says(case, "kop.voor_schulden") && says(case, "tabel.vaste_lasten_leeg"));
    let mut found = 0;
    for column in Column::ALL {
        let shown = case.seen.with("data-situatie", column.word());
        for lijn in Lijn::ALLE {
            let button =
                shown.iter().find(|it| it.at("data-lijn") == Some(lijn.word())).expect("a button");
            assert_eq!(button.at("data-bedrag"), Some(&*given(case.month(), column, lijn)));
            found += 1;
        }
    }
    assert_eq!(case.seen.having("data-lijn").len(), found, "and no other");
    let text = case.seen.text();
    let reasons = &case.month().waarom_nul;
    assert!(!reasons.nu.is_empty());
    for reason in reasons.nu.iter().chain(&reasons.met_baan) {
        assert!(text.contains(&reason.tekst(crate::words::language())), "{reason:?}");
    }
    let open = case.seen.with("aria-expanded", "true");
    assert_eq!(open.len(), 1);
    let panel = case.seen.one("id", open[0].at("aria-controls").unwrap_or_default());
    assert_eq!(
        (panel.at("role"), panel.at("aria-label")),
        (Some("group"), Some("Bijstand, met baan"))
    );
}

#[test]
fn explanation_leaves_a_place_and_a_difference_tells_its_two_sides() {
    let [whole, difference] = &of_part("components/explanation")[..] else {
        panic!("two examples")
    };
    // What stands in the place is the second module's: until it comes, that is said.
    let place = whole.seen.having("data-plaats");
    assert_eq!(
        place.iter().filter_map(|it| it.at("data-plaats")).collect::<Vec<_>>(),
        ["uitleg.met_baan.bijstand"]
    );
    assert!(whole.seen.text().contains(&t("uitleg.nog_niet")));
    assert!(difference.seen.having("data-plaats").is_empty());
    let both = [Column::MetBaan, Column::Nu, Column::Verschil];
    let both = both.map(|column| given(difference.month(), column, Lijn::Bijstand));
    assert_eq!(amounts(&difference.seen), both);
}

#[test]
fn table_says_at_each_cell_what_it_is() {
    let case = &of_part("components/table")[0];
    let [wide, plain] = case.seen.named("table")[..] else { panic!("two tables") };
    let heads: Vec<String> = wide.with("scope", "col").iter().map(|it| it.text()).collect();
    assert_eq!(heads, ["Per maand", "Nu", "Met baan", "Verschil"]);
    let cells: Vec<&str> =
        wide.having("data-kop").iter().filter_map(|it| it.at("data-kop")).collect();
    assert_eq!(cells, heads[1..]);
    for (name, role) in
        [("tr", "row"), ("td", "cell"), ("tbody", "rowgroup"), ("thead", "rowgroup")]
    {
        assert!(wide.named(name).iter().all(|it| it.at("role") == Some(role)), "{name}");
    }
    assert_eq!(wide.with("colspan", "4").len(), 1);
    assert_eq!((plain.with("scope", "col").len(), plain.with("scope", "row").len()), (2, 1));
}

#[test]
fn bill_is_that_of_the_engine_and_its_picture_has_the_same_parts() {
    let case = &of_part("components/bill")[0];
    let bill = &case.month().kinderopvang;
    let expected = [
        ("toeslag", bill.toeslag.maand),
        ("eigen_deel", bill.eigen_deel),
        ("boven_maximum", bill.boven_maximum),
        ("boven_230_uur", bill.boven_230_uur),
        ("rekening", bill.rekening),
    ];
    let table = case.seen.one("data-lijst", "opvang");
    for (name, value) in expected {
        assert_eq!(
            table.one("data-lijn", name).at("data-bedrag"),
            Some(&*plain(value.amount())),
            "{name}"
        );
    }
    assert_eq!(rows(table).len(), expected.len());
    // The picture leaves out what is nothing; its patterns are those of the rows.
    let drawn: Vec<_> =
        case.seen.one("role", "img").named("rect").iter().map(|it| it.at("class")).collect();
    let positive = expected[..4].iter().filter(|(_, part)| part.is_positive()).count();
    let keys: Vec<_> = table.named("rect").iter().map(|it| it.at("class")).collect();
    assert_eq!(drawn.len(), positive);
    assert!(positive > 1 && drawn.iter().all(|class| keys.contains(class)));
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 4, "each its own pattern");
    assert!(case.seen.of_class("let-op")[0].text().contains(&said(bill.boven_maximum.amount())));
}

#[test]
fn year_holds_what_comes_once_a_year() {
    let case = &of_part("components/year")[0];
    let month = case.month();
    for (column, year) in Column::ALL.into_iter().zip([
        &month.per_jaar_nu,
        &month.per_jaar_met_baan,
        &month.per_jaar_verschil,
    ]) {
        let shown: Vec<_> = case
            .seen
            .with("data-situatie", column.word())
            .iter()
            .filter_map(|it| it.at("data-bedrag"))
            .collect();
        let expected = [
            year.vakantiegeld_netto,
            year.vakantietoeslag_bijstand,
            year.saldo_belasting,
            year.te_verrekenen_met_bijstand,
            year.toeslagen_nabetaling,
            year.besteedbaar_jaar,
        ];
        assert_eq!(shown, expected.map(|it| plain(it.amount())), "{}", column.word());
    }
}

#[test]
fn todo_lists_everything_advice_last() {
    let case = &of_part("components/todo")[0];
    let all = &case.month().te_doen;
    let (advice, work): (Vec<&TeDoen>, Vec<&TeDoen>) = all.iter().partition(|it| it.is_raad());
    let expected: Vec<&str> = work.into_iter().chain(advice).map(TeDoen::code).collect();
    let shown = case.seen.having("data-code");
    assert_eq!(shown.iter().filter_map(|it| it.at("data-code")).collect::<Vec<_>>(), expected);
    assert!(expected.len() > 5);
    for what in all.iter().filter(|it| it.uiterlijk.is_some()) {
        let item =
            shown.iter().find(|it| it.at("data-code") == Some(what.code())).expect("an item");
        assert_eq!(item.of_class("doen__wanneer").len(), 1, "its day is said first");
    }
}

#[test]
fn doors_lead_to_a_part_each_and_leave_the_places_of_the_second_module() {
    let case = &of_part("components/doors")[0];
    let links = case.seen.named("nav")[0].named("a");
    assert_eq!(links.len(), 6);
    for link in links {
        let id = link.at("href").and_then(|it| it.strip_prefix('#')).expect("a place");
        assert_eq!(case.seen.one("id", id).text(), link.text(), "it says where it leads to");
    }
    let places = case.seen.having("data-plaats");
    let places: Vec<&str> = places.iter().filter_map(|it| it.at("data-plaats")).collect();
    assert_eq!(places, ["doen", "maanden", "uren", "wat_als"]);
    let short = case.seen.of_class("kort");
    assert!(short.len() == 1 && short[0].text().contains("90"), "the answer stays in view");
}

#[test]
fn notes_hold_every_code_once() {
    let case = &of_part("components/notes")[0];
    let month = case.month();
    let all = [&month.waarschuwingen, &month.aannames, &month.niet_berekend];
    let mut expected: Vec<&str> = all.into_iter().flatten().map(|it| it.code).collect();
    let mut shown: Vec<&str> =
        case.seen.having("data-code").iter().filter_map(|it| it.at("data-code")).collect();
    expected.sort_unstable();
    shown.sort_unstable();
    assert_eq!(shown, expected);
    assert!(!month.waarschuwingen.is_empty(), "the example warns");
    let ways = month.niet_berekend.iter().map(|it| match it.richting {
        Some(Richting::Meer) => t("lijst.meer"),
        Some(Richting::Minder) => t("lijst.minder"),
        _ => t("lijst.onbekend"),
    });
    let said: Vec<String> = case.seen.of_class("richting").iter().map(|it| it.text()).collect();
    assert_eq!(said, ways.map(|it| format!("({it})")).collect::<Vec<_>>());
    assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), 3, "the example has every way");
}

#[test]
fn gemeente_is_told_apart_and_only_a_coach_changes_it() {
    let [hers, coach] = &of_part("components/gemeente")[..] else { panic!("two examples") };
    let schemes = &hers.month().gemeente.regelingen;
    let codes: Vec<&str> = schemes.iter().map(|it| it.regeling.code).collect();
    let shown = hers.seen.having("data-regeling");
    assert_eq!(shown.iter().filter_map(|it| it.at("data-regeling")).collect::<Vec<_>>(), codes);
    for (scheme, seen) in schemes.iter().zip(shown) {
        assert_eq!(seen.named("a")[0].at("href"), Some(scheme.regeling.source.url));
        assert_eq!(seen.named("h3")[0].at("lang"), Some("nl"));
        if let Some(amount) = scheme.uitkomst.met_baan.bedrag {
            assert!(
                seen.text().contains(&said(amount.euro().amount())),
                "{}",
                scheme.regeling.code
            );
        }
    }
    let fields = |case: &Case| -> Vec<String> {
        case.seen
            .named("input")
            .iter()
            .filter_map(|it| it.at("data-veld"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(fields(hers), ["huishouden.gemeente_meetellen"]);
    let money = schemes.iter().filter(|it| it.regeling.soort.is_geld()).count();
    assert_eq!(fields(coach).len(), money + 1);
    let changed = coach.seen.one("data-veld", super::super::results::BY_HAND);
    assert_eq!(changed.at("value"), Some("12,50"));
    assert_eq!(coach.seen.of_class("merk").len(), 1, "what was changed is marked");
}

#[test]
fn filled_tells_every_value_of_the_case() {
    let case = &of_part("components/filled")[0];
    let (drafted, gaps) = crate::birthdays::draft(case.state.form(), case.state.today);
    assert!(gaps.is_empty());
    let items: Vec<String> = case.seen.named("li").iter().map(|it| it.text()).collect();
    assert_eq!(items.len(), drafted.values().count());
    let tell = |words: &str| items.iter().filter(|it| it.contains(words)).count();
    assert_eq!((tell("810,00"), tell("15,80"), tell("12000")), (1, 1, 1));
    let line = case.seen.of_class("blad__ingevuld")[0].text();
    assert!(items.iter().all(|item| line.contains(&**item)));
}

#[test]
fn filled_stands_beside_the_answer_with_what_is_a_proposal_and_a_way_to_change_each() {
    let case = &of_part("components/filled")[1];
    let items = case.seen.named("li");
    let month = |year, month| crate::format::month(date(year, month, 1));
    let own = [
        format!("uw geboortemaand en geboortejaar: {}", month(1994, 3)),
        format!("de geboortemaand van kind 1: {}", month(2024, 6)),
        "uw kale huur: geen".to_owned(),
        "uw uren per week: 20".to_owned(),
    ];
    let is_proposal = |item: &&&Seen| !item.of_class("standaard__merk").is_empty();
    let (proposals, hers): (Vec<&&Seen>, Vec<&&Seen>) = items.iter().partition(is_proposal);
    assert_eq!(hers.len(), own.len());
    for (item, words) in hers.iter().zip(own) {
        assert!(item.text().starts_with(&*words), "{}", item.text());
    }
    // The minimum wage, the month, no care, no to the last question.
    let goals: Vec<_> = proposals.iter().map(|it| it.named("a")[0].at("href")).collect();
    let ids = ["baan.uurloon", "peildatum", "huishouden.kinderen.0.opvang.0.soort", CHECKS[0]];
    let ids = ids.map(|path| format!("#{}", id(path)));
    assert_eq!(goals, ids.iter().map(|goal| Some(&**goal)).collect::<Vec<_>>());
    assert!(items.iter().all(|item| item.named("a").len() == 1));
    assert_eq!(hers[2].named("a")[0].at("href"), Some("#v-vraag-geen_huur"));
}

#[test]
fn sheet_of_hers_has_twelve_months_and_that_of_a_coach_every_figure() {
    let [hers, coach, unanswered] = &of_part("components/sheet")[..] else {
        panic!("three examples")
    };
    let sheet = |case: &Case| case.seen.having("data-blad")[0].at("data-blad").map(str::to_owned);
    assert_eq!(sheet(hers).as_deref(), Some("haar"));
    // Her twelve months are the second module's; without it the sheet says so, and has the steady month.
    assert_eq!(hers.seen.with("data-plaats", "blad").len(), 1);
    assert_eq!(hers.seen.of_class("blad__zonder")[0].text(), t("blad.zonder_twaalf"));
    assert!(hers.seen.having("data-lijst").is_empty(), "the figures are for the coach");
    assert_eq!(coach.seen.with("data-plaats", "blad_coach").len(), 1);
    assert!(
        hers.seen.named("button").is_empty() && coach.seen.named("button").is_empty(),
        "paper has no buttons"
    );

    assert_eq!(sheet(coach).as_deref(), Some("coach"));
    let figures = rows(coach.seen.one("data-lijst", "blad-lijnen"));
    assert_eq!(figures.len(), Lijn::ALLE.len());
    for (lijn, row) in Lijn::ALLE.into_iter().zip(figures) {
        let month = coach.month();
        let lines = [&month.nu, &month.met_baan, &month.verschil];
        let expected = lines.map(|it| added(lijn, it.bedrag(lijn).amount()));
        let shown: Vec<String> = row.named("td").iter().map(|it| it.text()).collect();
        let [now, then, difference] = expected;
        let expected = [with_sign(now, false), with_sign(then, false), with_sign(difference, true)];
        assert_eq!(shown, expected.map(|it| it.replace("€ ", "€\u{a0}")), "{}", lijn.word());
    }
    assert_eq!(
        coach.seen.with("data-plaats", "bronnen").len(),
        1,
        "the sources, by the second module"
    );

    assert_eq!(sheet(unanswered).as_deref(), Some("nog_niet"));
    assert!(unanswered.seen.text().contains("veel"), "what cannot be used is told as typed");
    assert!(amounts(&unanswered.seen).is_empty());
}
