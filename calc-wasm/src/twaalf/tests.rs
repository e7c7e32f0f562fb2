use calc_core::calendar::{Calendar, Code, calendar_of, hours_over};
use calc_core::money::in_cents;
use calc_core::{Explain, HoursOptions, Situatie};

use super::*;
use crate::places::Pieces;

const E1: &str = include_str!("../../../fixtures/calendars/e1-start-in-december.json");
const TRIAL: &str = include_str!("../../../fixtures/calendars/e9-trial-placement.json");

fn calendar(situatie: &str) -> Calendar {
    calendar_of(&Situatie::from_json(situatie).expect("a situation"), Explain::No).expect("months")
}

/// The places that the page leaves for these pieces.
const PLACES: [&str; 5] = ["twaalf", "doen", "maanden", "wat_als", "uren"];

/// All of them, one after the other.
fn drawn_in(situatie: &str, language: Language) -> String {
    let pieces = Pieces::of(situatie, language).expect("a situation");
    PLACES.map(|place| pieces.draw(place)).concat()
}

/// How often a text stands in another.
fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn the_first_sentence_is_that_of_twelve_months() {
    // Worked example E1 (fixtures/calendars): 1,050.99 over twelve months, 87.58 a month: to tens of euros 90.
    let shown = drawn_in(E1, Language::NL);
    assert!(shown.contains(
        "in het eerste jaar ongeveer </span><span translate=\"no\" data-bedrag=\"87.58\" class=\"kop__bedrag\">€\u{a0}90</span><span> per maand meer."
    ), "{shown}");
    assert!(
        shown.contains("data-bedrag=\"1050.99\" class=\"bedrag\" data-lijn=\"verschil_met_nooit\"")
    );
    assert!(shown.contains("€\u{a0}1.051</span><span> meer."));
    // 689.58 on the account, 361.41 later.
    assert!(shown.contains("data-bedrag=\"689.58\"") && shown.contains("data-bedrag=\"361.41\""));
    let english = drawn_in(E1, Language::EN);
    assert!(english.contains("€90</span><span> a month more in the first year."), "{english}");
}

#[test]
fn the_top_up_the_runs_and_the_lowest_point_are_those_of_the_example() {
    let shown = drawn_in(E1, Language::NL);
    // 315.55 is paid of the right to 332.16 in December.
    assert!(shown.contains(
        "<span>december 2026</span><span> krijgt u nog </span><span translate=\"no\" data-bedrag=\"315.55\""
    ));
    for per_maand in ["201.59", "84.40", "-95.37"] {
        assert!(shown.contains(&format!("data-bedrag=\"{per_maand}\"")), "{per_maand}");
    }
    assert!(shown.contains("data-code=\"tekort_op_de_rekening\""), "{shown}");
    // If the old rule for her wage runs on.
    assert!(shown.contains("data-bedrag=\"1423.88\""));
    assert!(shown.contains("data-bedrag=\"1986.33\"") && shown.contains("data-bedrag=\"1892.17\""));
}

#[test]
fn every_month_and_every_amount_of_it_stands_in_a_table() {
    let (shown, calendar) = (drawn_in(E1, Language::NL), calendar(E1));
    for maand in &calendar.maanden {
        let name = format!("{:04}-{:02}", maand.maand.year(), maand.maand.month());
        let amounts = [
            ("eind", maand.eind),
            ("nog_terug", maand.nog_terug),
            ("echt_van_haar", maand.echt_van_haar),
        ];
        for (lijn, bedrag) in amounts {
            let bedrag = in_cents(bedrag.amount());
            let cell =
                format!("data-bedrag=\"{bedrag}\" data-maand=\"{name}\" data-lijn=\"{lijn}\"");
            assert_eq!(count(&shown, &cell), 1, "{cell}");
        }
    }
    for code in Code::ALLE {
        let is_iets = calendar.maanden.iter().any(|maand| {
            maand.lijnen.iter().any(|(own, bedrag)| *own == code && !bedrag.is_zero())
        });
        let cells = count(&shown, &format!("data-maand=\"2027-01\" data-lijn=\"{}\"", code.word()));
        assert_eq!(cells, usize::from(is_iets), "{}", code.word());
    }
    for (naam, _) in &calendar.wat_als {
        assert_eq!(count(&shown, &format!("data-wat-als=\"{naam}\"")), 1);
    }
}

#[test]
fn an_element_that_is_opened_is_closed() {
    for (situatie, language) in [(E1, Language::NL), (E1, Language::EN), (TRIAL, Language::NL)] {
        let shown = drawn_in(situatie, language);
        let mut open: Vec<&str> = Vec::new();
        for tag in shown.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{shown}"),
                None if tag.starts_with("input ") => {}
                None => open.push(tag.split(' ').next().unwrap_or_default()),
            }
        }
        assert!(open.is_empty());
        // No key without words, no hole in a sentence.
        assert!(!shown.contains("pagina.twaalf") && !shown.contains("kalender."), "{shown}");
        assert!(!shown.contains('{') && !shown.contains('}'), "{shown}");
    }
}

const BAILIFF: &str = include_str!("../../../fixtures/worked/mother-with-a-bailiff.json");

#[test]
fn with_debts_it_says_what_she_keeps_what_goes_and_that_the_first_amount_is_before_that() {
    // fixtures/worked/art-475da-rv: at 20 hours 1,635.92 comes in, 287.43 of it goes, 1,348.49 stays.
    let card = Pieces::of(BAILIFF, Language::NL).expect("a situation").draw("twaalf");
    let houdt = card.find("data-bedrag=\"1348.49\"").expect("what she keeps");
    let voor =
        card.find("Dat is voordat er geld naar uw schulden gaat.").expect("that it is before");
    assert!(voor < card.find("class=\"band\"").expect("the runs"), "before anything else: {card}");
    // More before creditors, less after them: no colour of either on it.
    assert!(card.contains("class=\"kop\"") && !card.contains("kop--"), "{card}");
    assert!(voor < houdt && card.contains("Vraag eerst schuldhulp"), "{card}");
    // What goes with the job in an ordinary month, and in a year of them.
    assert!(card.contains("€\u{a0}287,43") && card.contains("€\u{a0}4.814,08"), "{card}");
    let samen = calendar(BAILIFF).samenvatting.schulden.expect("debts");
    for side in samen {
        for bedrag in [side.naar_schuldeisers, side.over_per_maand] {
            assert!(card.contains(&format!("data-bedrag=\"{}\"", in_cents(bedrag.amount()))));
        }
    }
    let pieces = Pieces::of(BAILIFF, Language::NL).expect("a situation");
    assert!(pieces.in_short().expect("in short").starts_with("Na uw schulden ongeveer"));
    // What a month is after creditors is said with it, and is what is left with the job less what is left without.
    let na = samen[1].over_per_maand - samen[0].over_per_maand;
    let daarna = format!(
        "Daarna is het ongeveer </span><span translate=\"no\" data-bedrag=\"{}\"",
        in_cents(na.amount())
    );
    assert!(card.contains(&daarna), "{card}");
    for place in ["uren", "wat_als"] {
        assert_eq!(
            count(&pieces.draw(place), "voordat er geld naar uw schulden gaat"),
            1,
            "{place}"
        );
    }
    let none = BAILIFF.replace("\"beslag\"", "\"geen\"");
    assert_eq!(count(&drawn_in(&none, Language::NL), "schulden gaat"), 0);
}

#[test]
fn with_a_partner_debts_are_said_to_be_left_out() {
    let partner = "\"huishouden\": { \"partner\": { \"geboren\": \"1990-01-10\" },";
    let couple = BAILIFF.replacen("\"huishouden\": {", partner, 1);
    let card = Pieces::of(&couple, Language::NL).expect("a situation").draw("twaalf");
    assert!(card.contains("met een partner kunnen wij niet berekenen"), "{card}");
    assert!(!card.contains("houdt u in een gewone maand"), "{card}");
}

#[test]
fn without_fixed_costs_only_rent_and_care_come_off_and_it_says_so() {
    let with = BAILIFF
        .replace("\"kale_huur\": \"700\"", "\"kale_huur\": \"700\", \"vaste_lasten\": \"900\"");
    let of = |situatie: &str| {
        let none = situatie.replace("\"beslag\"", "\"geen\"");
        Pieces::of(&none, Language::NL).expect("a situation").draw("twaalf")
    };
    assert!(of(BAILIFF).contains("Andere vaste lasten gaan er nog af."));
    assert!(
        of(&with).contains("Na huur, vaste lasten en opvang")
            && !of(&with).contains("gaan er nog af")
    );
}

#[test]
fn what_has_no_months_is_said_and_no_amount_stands_in_its_place() {
    let early = E1.replace("2026-12-01", "2026-01-01");
    let shown = drawn_in(&early, Language::NL);
    assert!(shown.contains("kunnen wij niet uitrekenen"), "{shown}");
    assert_eq!(count(&shown, "data-bedrag"), 0);
    let pieces = Pieces::of(&early, Language::NL).expect("a situation");
    assert_eq!(pieces.in_short(), None);
    for no_situation in ["{}", "no JSON"] {
        assert!(Pieces::of(no_situation, Language::NL).is_err());
    }
}

#[test]
fn less_than_five_euros_a_month_is_about_as_much() {
    let euros = |cents| Some(Euro::new(Decimal::new(cents, 2)));
    let cases = [(500, "meer"), (499, "gelijk"), (-499, "gelijk"), (-500, "minder")];
    for (cents, expected) in cases {
        assert_eq!(richting(euros(cents)), expected, "{cents}");
    }
    assert_eq!(richting(None), "gelijk");
}

#[test]
fn in_short_it_says_what_the_first_sentence_says() {
    // 87.58 a month more (E1): to tens of euros 90.
    let short = |language| Pieces::of(E1, language).expect("a situation").in_short();
    assert_eq!(
        short(Language::NL).as_deref(),
        Some("Ongeveer € 90 per maand meer in het eerste jaar")
    );
    assert_eq!(short(Language::EN).as_deref(), Some("About €90 a month more in the first year"));
}

#[test]
fn every_thing_to_do_has_a_box_and_its_day() {
    let pieces = Pieces::of(E1, Language::NL).expect("a situation");
    let (shown, calendar) = (pieces.draw("doen"), calendar(E1));
    assert!(calendar.te_doen.len() > 5);
    assert_eq!(count(&shown, "type=\"checkbox\""), calendar.te_doen.len());
    for item in &calendar.te_doen {
        assert!(count(&shown, &format!("<li data-code=\"{}\">", item.code())) > 0);
    }
    // Before she begins, every month, later: in that order.
    let order = ["Voordat u begint", "Elke maand", "Later"].map(|kop| shown.find(kop).expect(kop));
    assert!(order.is_sorted());
}

#[test]
fn every_number_of_hours_stands_in_a_table_and_on_the_line() {
    let pieces = Pieces::of(E1, Language::NL).expect("a situation");
    let shown = pieces.draw("uren");
    let situatie = Situatie::from_json(E1).expect("a situation");
    let hours = hours_over(&situatie, HoursOptions::default()).expect("a line");
    assert_eq!(hours.punten.len(), 41);
    for punt in &hours.punten {
        for (lijn, bedrag) in
            [("twaalf_maanden", punt.twaalf_maanden), ("gemiddeld", punt.gemiddeld)]
        {
            let bedrag = in_cents(bedrag.amount());
            let cell = format!(
                "data-bedrag=\"{bedrag}\" data-uren-twaalf=\"{}\" data-lijn=\"{lijn}\"",
                punt.uren
            );
            assert_eq!(count(&shown, &cell), 1, "{cell}");
        }
    }
    let curve = shown.split("points=\"").nth(1).and_then(|rest| rest.split('"').next());
    assert_eq!(curve.map(|points| points.split_whitespace().count()), Some(2 * 41));
    assert_eq!(count(&shown, "lijn__zone"), hours.zones.len());
    // Nobody else's table of hours: that of the steady month carries `data-uren`.
    assert_eq!(count(&shown, "data-uren=\""), 0);
}

#[test]
fn a_place_that_is_not_known_stays_empty() {
    let pieces = Pieces::of(E1, Language::NL).expect("a situation");
    for name in ["", "huh", "uitleg", "uitleg.nu"] {
        assert_eq!(pieces.draw(name), "", "{name}");
    }
}

#[test]
fn without_hours_there_is_no_job_and_with_less_a_place_for_the_hours_that_are_better() {
    let none = E1.replace("\"uren_per_week\": \"20\"", "\"uren_per_week\": \"0\"");
    assert_ne!(none, E1);
    let pieces = Pieces::of(&none, Language::NL).expect("a situation");
    let card = pieces.draw("twaalf");
    assert!(card.contains("is er geen baan"), "{card}");
    assert!(
        card.contains("data-bedrag=\"0.00\" class=\"bedrag\" data-lijn=\"verschil_met_nooit\"")
    );
    assert_eq!(pieces.in_short().as_deref(), Some("Bij 0 uur per week is er geen baan."));
    // One hour costs a place in childcare, so it leaves less than no job: the line of E1 falls there.
    let one = E1.replace("\"uren_per_week\": \"20\"", "\"uren_per_week\": \"1\"");
    let pieces = Pieces::of(&one, Language::NL).expect("a situation");
    assert!(pieces.draw("twaalf").contains("data-plaats=\"beter\""));
    assert!(
        pieces.draw("beter").contains("per maand meer dan zonder baan"),
        "{}",
        pieces.draw("beter")
    );
    assert!(!drawn_in(E1, Language::NL).contains("data-plaats=\"beter\""));
}

/// The values of an attribute of every rectangle of a class, as numbers.
fn of_columns(shown: &str, class: &str, attribute: &str) -> Vec<f64> {
    let start = format!("<rect class=\"{class}\" x=\"");
    let columns = shown.split(&start).skip(1);
    let value = |rest: &str| -> Option<f64> {
        let value = rest.split(&format!(" {attribute}=\"")).nth(1)?.split(['"', '%']).next()?;
        value.parse().ok()
    };
    // The squares beside the words have a width in pixels.
    columns
        .filter(|rest| rest.contains("%\" y="))
        .map(|rest| value(rest).expect(attribute))
        .collect()
}

#[test]
fn the_columns_of_the_months_are_as_high_as_their_amounts() {
    let shown = Pieces::of(E1, Language::NL).expect("a situation").draw("maanden");
    let calendar = calendar(E1);
    let [wide, narrow] =
        ["kolom", "kolom kolom--echt"].map(|class| of_columns(&shown, class, "height"));
    assert_eq!((wide.len(), narrow.len()), (13, 13));
    let of = |bedrag: Euro| crate::scale::coordinate(bedrag.amount());
    for (maand, (wide, narrow)) in calendar.maanden.iter().zip(wide.iter().zip(&narrow)) {
        let expected = of(maand.eind) / of(maand.echt_van_haar);
        assert!((wide / narrow - expected).abs() < 0.01, "{}: {wide} {narrow}", maand.maand);
    }
}

#[test]
fn the_lowest_point_is_marked_on_its_day() {
    // Worked example E1: 1,314.49 below nothing on 15 December, in the second of thirteen columns:
    // (1 + 14.5 / 31) / 13 = 11.29%.
    let shown = Pieces::of(E1, Language::NL).expect("a situation").draw("maanden");
    assert!(shown.contains("<circle class=\"lijn__merk\" cx=\"11.3%\""));
    assert!(shown.contains("<tspan>laagste: € -1.314</tspan>"));
    assert!(shown.contains("<tspan>15 december 2026</tspan>"));
}

#[test]
fn the_days_on_which_money_comes_are_marked_and_told() {
    let shown = Pieces::of(E1, Language::NL).expect("a situation").draw("maanden");
    let calendar = calendar(E1);
    // A mark for each day, and one beside the words.
    let marks = |path: &str| count(&shown, path) - 1;
    let days = |is_one: fn(Code) -> bool| {
        let stromen = calendar.maanden.iter().flat_map(|maand| &maand.stromen);
        let days = stromen.filter(|stroom| is_one(stroom.code)).map(|stroom| stroom.datum);
        days.collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!(marks("d=\"M-4 0a4"), days(|code| code == Code::NettoLoon));
    assert_eq!(marks("d=\"M-3.7-3.7"), days(|code| code == Code::Bijstand));
    assert_eq!(marks("d=\"M0-4.7"), days(|code| matches!(code, Code::Toeslag(_))));
    assert_eq!(marks("d=\"M0 4.2"), days(|code| code == Code::Opvang));
    // The days of the contract: wage on the 27th, from the first month of the job on.
    assert!(
        shown.contains(
            "(netto): op de 27e van de maand, van december 2026 tot en met november 2027."
        )
    );
    assert!(shown.contains("Kinderbijslag: op 2 januari 2027, 2 april 2027, 2 juli 2027"));
}

#[test]
fn a_month_that_changes_has_one_reason_the_largest() {
    let shown = Pieces::of(E1, Language::NL).expect("a situation").draw("maanden");
    let first = shown.split("<details").next().expect("what is not folded");
    let calendar = calendar(E1);
    let changed = calendar.maanden.iter().filter(|maand| !maand.redenen.is_empty()).count();
    let list = first.split("<h3").nth(1).expect("the reasons");
    assert_eq!(count(list, "<li>"), changed);
    // December: 2,370.00 of childcare allowance is the most of what changes.
    assert!(
        list.contains(
            "<strong><span>december 2026</span></strong><span>: </span><span>Kinderopvangtoeslag: "
        ),
        "{list}"
    );
}

#[test]
fn sentences_have_whole_euros_and_tables_cents() {
    let pieces = Pieces::of(E1, Language::NL).expect("a situation");
    // Worked example E1: 1,314.49 short in December.
    let card = pieces.draw("twaalf");
    assert!(card.contains("<span translate=\"no\">€\u{a0}1.314</span>"));
    for place in ["twaalf", "doen", "wat_als"] {
        let shown = pieces.draw(place);
        let amounts =
            shown.split('€').skip(1).map(|rest| rest.split('<').next().unwrap_or_default());
        let with_cents: Vec<&str> = amounts.filter(|amount| amount.contains(',')).collect();
        assert_eq!(with_cents, Vec::<&str>::new(), "{place}");
    }
    let months = pieces.draw("maanden");
    assert!(
        months.contains("<span translate=\"no\">€\u{a0}1.033</span><span> minder dan de maand")
    );
    assert!(months.contains("€\u{a0}1.943,56</span>"));
}

#[test]
fn on_paper_stand_the_job_the_months_and_a_box_for_everything_to_do() {
    let pieces = Pieces::of(E1, Language::NL).expect("a situation");
    let (shown, calendar) = (pieces.draw("blad"), calendar(E1));
    assert!(shown.contains("De baan: 20 uur per week, </span>"));
    assert!(shown.contains("bruto per uur, vanaf december 2026."));
    assert!(shown.contains("data-bedrag=\"87.58\"") && shown.contains("data-bedrag=\"1050.99\""));
    assert_eq!(count(&shown, "data-lijn=\"eind\""), 13);
    assert_eq!(count(&shown, "data-lijn=\"echt_van_haar\""), 13);
    let payslips = calendar.te_doen.iter().filter(|it| it.code() == "loonstrook_sturen").count();
    assert!(payslips > 1);
    assert_eq!(count(&shown, "class=\"blad__vak\""), calendar.te_doen.len() - payslips + 1);
    assert_eq!(count(&shown, "class=\"blad__lijn\""), 3);
    // Twice on one page an id would be nobody's.
    assert_eq!(count(&shown, " id="), 0);
    let coach = pieces.draw("blad_coach");
    assert_eq!((count(&coach, "data-lijn=\"eind\""), count(&coach, "blad__vak")), (13, 0));
    let early = E1.replace("2026-12-01", "2026-01-01");
    let shown = Pieces::of(&early, Language::NL).expect("a situation").draw("blad");
    assert!(shown.contains("kunnen wij niet uitrekenen"));
    assert_eq!(count(&shown, "data-bedrag"), 0);
}

/// The marks of the first row of a comparison, by situation.
fn ranked(cases: &[(&str, &str)]) -> Vec<Option<&'static str>> {
    let cases = serde_json::to_string(cases).expect("a list");
    let shown = gevallen::vergelijk(&cases, Woorden(Language::NL)).into_text();
    let row = shown.split("<tbody>").nth(1).and_then(|body| body.split("</tr>").next());
    assert_eq!(count(&shown, "geval__merk"), count(row.expect("a row"), "geval__merk"));
    let of = |cell: &str| ["beste", "minste"].into_iter().find(|mark| cell.contains(*mark));
    row.expect("a row").split("<td").skip(1).map(of).collect()
}

#[test]
fn situations_are_ranked_by_twelve_months_and_by_nothing_else() {
    let more = E1.replace("\"uren_per_week\": \"20\"", "\"uren_per_week\": \"1\"");
    // E1 brings 1,050.99; one hour costs a place in childcare.
    assert_eq!(ranked(&[("een", E1), ("twee", &more)]), [Some("beste"), Some("minste")]);
    assert_eq!(ranked(&[("twee", &more), ("een", E1)]), [Some("minste"), Some("beste")]);
    // The same twice is no best; what is not whole, or has no months, has no rank.
    assert_eq!(ranked(&[("een", E1), ("nog eens", E1)]), [None, None]);
    assert_eq!(ranked(&[("een", E1), ("leeg", "")]), [None, None]);
    let early = E1.replace("2026-12-01", "2026-01-01");
    assert_eq!(
        ranked(&[("een", E1), ("vroeg", &early), ("twee", &more)]),
        [Some("beste"), None, Some("minste")]
    );
}

#[test]
fn a_comparison_has_the_amounts_of_the_calendar() {
    let cases = serde_json::to_string(&[("A <b>", E1)]).expect("a list");
    let shown = gevallen::vergelijk(&cases, Woorden(Language::NL)).into_text();
    assert!(shown.contains("A &lt;b&gt;"));
    for (line, amount) in [("verschil", "1050.99"), ("verschil", "87.58"), ("laagste", "-1314.49")]
    {
        assert_eq!(count(&shown, &format!("data-bedrag=\"{amount}\" data-lijn=\"{line}\"")), 1);
    }
    assert!(shown.contains("(15 december 2026)") && shown.contains("alle twaalf maanden"));
}
