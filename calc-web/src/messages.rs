//! What is wrong with a field, in people's words, with what that field takes. No word of a program and no date as
//! programs write it: those are the engine's, for who reads JSON.

use calc_core::money::parse_decimal;
use calc_core::{Problem, dates, suggest};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::fields;
use crate::format::{self, euro, euro_whole};
use crate::months;
use crate::number::{Kind, Typed, Unit};
use crate::situatie::Lack;
use crate::words::{can_explain, language, t, t_with};

/// What was typed is shown back up to this length.
const LONGEST: usize = 40;
/// A date as programs write it: `2027-07-01`.
const DATE_LENGTH: usize = 10;

fn shortened(typed: &str) -> String {
    let typed = typed.trim();
    if typed.chars().count() <= LONGEST {
        typed.to_owned()
    } else {
        typed.chars().take(LONGEST).chain(['…']).collect()
    }
}

/// What the message calls the number that is asked.
fn noun(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    let known = ["kale_huur", "uurloon", "maandloon", "uurprijs", "inkomen_jaar", "vermogen"];
    let noun = match fields::kind(path).map(|kind| kind.unit) {
        Some(Unit::Hours(_)) => "uren",
        Some(Unit::Months) => "maanden",
        _ => known.into_iter().find(|name| *name == last).unwrap_or("bedrag"),
    };
    t(&format!("fout.wat_{noun}"))
}

/// A number of a field as people write it.
pub fn shown(kind: Kind, number: Decimal) -> String {
    match kind.unit {
        Unit::Euro(_) if number.fract().is_zero() => euro_whole(number),
        Unit::Euro(_) => euro(number),
        _ => format::hours(number),
    }
}

/// A wage that is at most the income of the same person, which is another field.
fn is_part_of_income(path: &str) -> bool {
    path.ends_with(".arbeidsinkomen_jaar")
}

/// What a number field takes: `Vul een huur in tussen € 0 en € 5.000.`
fn takes(path: &str, kind: Kind) -> String {
    if is_part_of_income(path) {
        return t("fout.vul_loon_in");
    }
    let key = if kind.is_whole() { "fout.vul_heel_in" } else { "fout.vul_in" };
    let args = [
        ("wat", noun(path)),
        ("van", shown(kind, Decimal::ZERO)),
        ("tot", shown(kind, Decimal::from(kind.most))),
    ];
    t_with(key, &args)
}

/// What a doubtful number may be, as the form would have it and as people write it.
pub fn offers(path: &str, typed: &str) -> Vec<(String, String)> {
    let (Some(kind), Typed::Doubtful(offers)) = (fields::kind(path), fields::number(path, typed))
    else {
        return Vec::new();
    };
    let offer = |offer: String| {
        let words = parse_decimal(&offer).map(|number| shown(kind, number)).unwrap_or_default();
        (offer.replace('.', format::decimal_mark()), words)
    };
    offers.into_iter().map(offer).collect()
}

/// What is lacking from a field that was filled in or left.
pub fn lack(path: &str, lack: Lack, typed: &str) -> String {
    let value = ("waarde", shortened(typed));
    let Some(kind) = fields::kind(path).filter(|_| lack != Lack::Missing) else {
        return t_with("fout.leeg", &[("veld", fields::name(path))]);
    };
    let key = match lack {
        Lack::Unfinished => "fout.niet_af",
        Lack::TooFine if kind.is_whole() => "fout.geen_heel_getal",
        Lack::TooFine => "fout.te_fijn",
        Lack::Doubtful => {
            let offers = offers(path, typed).into_iter().map(|(_, words)| words);
            let or = format!(" {} ", t("fout.of"));
            let numbers = ("getallen", offers.collect::<Vec<_>>().join(&or));
            return t_with("fout.bedoelt", &[value, numbers]);
        }
        _ => "fout.geen_getal",
    };
    t_with(key, &[value, ("vul_in", takes(path, kind))])
}

/// What the engine has against a field.
pub fn problem(problem: &Problem, typed: &str) -> String {
    let path = &problem.pad;
    if path == "peildatum" {
        return start(typed);
    }
    match fields::kind(path).filter(|_| !typed.trim().is_empty()) {
        Some(_) if is_part_of_income(path) => t("fout.loon_boven_inkomen"),
        Some(kind) => {
            let args = [("waarde", shortened(typed)), ("vul_in", takes(path, kind))];
            t_with("fout.buiten", &args)
        }
        // The words of reasons come in the second file.
        None if !can_explain() => t("fout.kan_niet"),
        None => {
            let args = [
                ("reden", in_words(&problem.reden(language()))),
                ("toegestaan", in_words(&problem.toegestaan(language()))),
            ];
            t_with("fout.geweigerd", &args)
        }
    }
}

/// What the engine has against a field of a case that is not shown.
pub fn refused(problem: &Problem) -> String {
    if problem.pad == "peildatum" {
        let reden = problem.reden(language());
        let date = (0..reden.len()).find_map(|at| date_at(&reden, at));
        return start(&date.map(dates::iso).unwrap_or_default());
    }
    if !can_explain() {
        return t("fout.kan_niet");
    }
    // What is wrong with the form of something that nobody fills in is told in words of a program.
    let Some(kind) = fields::kind(&problem.pad) else { return t("fout.kan_niet") };
    let reason = in_words(&problem.reden(language()));
    format!("{reason}. {}", takes(&problem.pad, kind))
}

fn date_at(text: &str, at: usize) -> Option<Date> {
    text.get(at..at + DATE_LENGTH).and_then(dates::parse)
}

/// A start that cannot be computed, by the name of its month.
pub fn start(typed: &str) -> String {
    let (first, last) = suggest::coverage();
    let args = [("van", format::month(first)), ("tot", format::month(last))];
    match months::parse(typed.get(..7).unwrap_or(typed)) {
        Some(month) => {
            let named = [("maand", format::month(month))];
            t_with("fout.maand", &[&named[..], &args[..]].concat())
        }
        None => t_with("fout.geen_maand", &args),
    }
}

/// A text of the engine with its dates as people write them.
pub fn in_words(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let date = date_at(rest, 0);
        let is_begin = !words.ends_with(|before: char| before.is_ascii_digit());
        if let Some(date) = date.filter(|_| is_begin) {
            words.push_str(&format::day(date));
            rest = &rest[DATE_LENGTH..];
        } else {
            words.push(sign);
            rest = &rest[sign.len_utf8()..];
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use calc_core::Language;
    use calc_core::error::Said;

    use super::*;
    use crate::words::make_current;

    #[test]
    fn a_date_of_the_engine_becomes_one_that_people_write() {
        let text = "een datum van 2026-01-01 tot en met 2027-06-30, nooit 12026-01-01";
        let words = in_words(text);
        assert!(words.contains("1 januari 2026 tot en met 30 juni 2027"), "{words}");
        assert_eq!(in_words("€ 5 – 2026-13-01"), "€ 5 – 2026-13-01");
    }

    #[test]
    fn what_is_in_doubt_is_offered_as_the_field_would_take_it() {
        let offers = offers("huishouden.kale_huur", "1.250");
        let taken: Vec<&str> = offers.iter().map(|(typed, _)| typed.as_str()).collect();
        assert_eq!(taken, ["1250", "1,25"]);
        for (typed, _) in &offers {
            let read = fields::number("huishouden.kale_huur", typed);
            assert!(matches!(read, Typed::Number(_)), "{typed}");
        }
    }

    /// Every number field of the page.
    const NUMBERS: [&str; 25] = [
        "huishouden.kale_huur",
        "baan.uren_per_week",
        "baan.uurloon",
        "baan.maandloon",
        "baan_nu.uren_per_week",
        "baan_nu.uurloon",
        "baan_nu.maandloon",
        "huishouden.kinderen.0.opvang.0.uren_per_maand",
        "huishouden.kinderen.0.opvang.0.uurprijs",
        "bijstand.vrijlating_r_maanden",
        "huishouden.inwonenden.0.inkomen_jaar",
        "huishouden.inwonenden.0.arbeidsinkomen_jaar",
        "huishouden.vermogen",
        "huishouden.alimentatie_kinderen",
        "huishouden.alimentatie_partner",
        "huishouden.vaste_lasten",
        "schulden.vrij_nu",
        "schulden.vrij_met_baan",
        "huishouden.partner.maandloon",
        "baan.pensioenpremie",
        "baan.verplichte_inhoudingen",
        "baan.overige_inhoudingen",
        "baan.reiskosten",
        "baan.reisvergoeding",
        "huishouden.gemeente_bedragen.individuele_inkomenstoeslag",
    ];

    #[test]
    fn the_bounds_of_a_field_are_those_of_the_engine() {
        for path in NUMBERS {
            let kind = fields::kind(path).expect("a number field");
            assert!(fields::is_asked(path), "{path}");
            let refused = |number: &str| refused_at(path, number, kind);
            assert!(!refused("0") && !refused(&kind.most.to_string()), "{path}");
            assert!(refused(&(kind.most + 1).to_string()) && refused("-1"), "{path}");
        }
    }

    /// What the page says of something typed in a number field; `None` when there is nothing to say.
    fn said(path: &str, typed: &str) -> Option<String> {
        let found = match fields::number(path, typed) {
            Typed::Number(_) => {
                let wrong = Said::of("buiten_grenzen").with("waarde", typed);
                return Some(problem(&Problem::at(path, wrong, Said::of("een_bedrag")), typed));
            }
            Typed::Nothing => return None,
            Typed::Unfinished => Lack::Unfinished,
            Typed::Doubtful(_) => Lack::Doubtful,
            Typed::TooFine => Lack::TooFine,
            Typed::Other => Lack::NotANumber,
        };
        Some(lack(path, found, typed))
    }

    #[test]
    fn every_number_field_says_what_it_takes_in_words_of_people() {
        for (language, mark, between) in [
            (Language::NL, ',', [" tussen ", " van "]),
            (Language::EN, '.', [" between ", " from "]),
        ] {
            make_current(language);
            for path in NUMBERS {
                let kind = fields::kind(path).expect("a number field");
                for typed in ["-1", "99999999", "veel", "14,9951", "12,"] {
                    let typed = typed.replace(',', &mark.to_string());
                    let said = said(path, &typed).unwrap_or_else(|| panic!("{path}: {typed}"));
                    let of_machine =
                        ["{", "}", "huishouden", "baan.", "pagina.", "fout.", "null", "_", "11,75"];
                    for word in of_machine {
                        assert!(!said.contains(word), "{path}, {typed}: {said}");
                    }
                    let most = shown(kind, Decimal::from(kind.most));
                    let tells = between.iter().any(|word| said.contains(word));
                    let whole_income = said == t("fout.vul_loon_in") || is_part_of_income(path);
                    assert!(
                        whole_income || (tells && said.contains(&most)),
                        "{path}, {typed}: {said}"
                    );
                }
                let empty = lack(path, Lack::Missing, "");
                assert!(empty.contains(&fields::name(path)), "{path}: {empty}");
            }
        }
        make_current(Language::NL);
    }

    /// Whether the engine refuses this number at this path, in a case that has nothing but it and what it needs.
    fn refused_at(path: &str, number: &str, kind: Kind) -> bool {
        let literal = if kind.is_whole() { number.to_owned() } else { format!("\"{number}\"") };
        let mut leaves = vec![("peildatum".to_owned(), "\"2026-12-01\"".to_owned())];
        leaves.push((path.to_owned(), literal));
        if path.ends_with(".arbeidsinkomen_jaar") {
            leaves.push((path.replace("arbeids", ""), "\"1000000\"".to_owned()));
        }
        if path.starts_with("schulden.") {
            leaves.push(("schulden.soort".to_owned(), "\"beslag\"".to_owned()));
        }
        if kind.is_whole() {
            leaves.push(("bijstand.vrijlating_n_maanden".to_owned(), "6".to_owned()));
        }
        let json = crate::json::document(&leaves);
        match calc_core::month(&json, calc_core::Explain::No) {
            Err(calc_core::Error::Refused(problems)) => {
                problems.iter().any(|problem| problem.pad == path)
            }
            other => panic!("a case with holes is refused: {other:?}"),
        }
    }
}
