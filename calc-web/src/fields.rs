//! The fields of the page by their path: what they are called in a list, and what their `id` is.

use calc_core::contract::fields::{self as contract, Asked, FIELDS, Field, Kind as Holds};
use calc_core::value;

use crate::number::{self, Kind, Per, Typed, Unit};
use crate::words::{t, t_if_any, t_with};

/// The path with every index written as `#`, and the indices.
pub fn pattern(path: &str) -> (String, Vec<usize>) {
    let mut indices = Vec::new();
    let parts: Vec<&str> = path
        .split('.')
        .map(|part| match part.parse() {
            Ok(index) => {
                indices.push(index);
                "#"
            }
            Err(_) => part,
        })
        .collect();
    (parts.join("."), indices)
}

/// What only a coach is asked, in the order of the contract.
pub fn more() -> impl Iterator<Item = &'static str> {
    let is_value = |field: &Field| !matches!(field.kind, Holds::Object | Holds::ObjectOrNull);
    let of_coach = FIELDS.iter().filter(move |it| it.asked == Asked::Coach && is_value(it));
    of_coach.map(|field| field.path)
}

/// Whether only a coach is asked this.
pub fn is_more(path: &str) -> bool {
    more().any(|known| known == path)
}

/// Whether the page has a question for this field of the contract, if only for a coach.
pub fn is_asked(path: &str) -> bool {
    let (pattern, _) = pattern(path);
    is_more(path) || pattern != "vraag.kinderen" && word_of(&pattern).is_some()
}

/// Whether a path of the contract is no field but holds fields that the page asks.
pub fn is_part(path: &str) -> bool {
    let (pattern, _) = pattern(path);
    let holder = pattern.strip_suffix(".#").unwrap_or(&pattern);
    // What nobody is asked is carried as it was written, even when it is empty: an empty contract is not none.
    let asked = contract::at(holder).filter(|field| field.asked != Asked::Nobody);
    asked.is_some_and(|field| {
        let is_list = matches!(field.kind, Holds::List(_));
        let holds = [Holds::Object, Holds::ObjectOrNull].contains(&field.kind);
        is_list || (pattern == holder && (holds || matches!(field.kind, Holds::Names(_))))
    })
}

/// What a number field takes: the unit and the bound of the contract.
pub fn kind(path: &str) -> Option<Kind> {
    let field = contract::at(path)?;
    let unit = match field.kind {
        Holds::Amount(unit, _) | Holds::AmountOrNull(unit, _) => unit,
        // The other months are chosen from a list.
        Holds::Whole(unit, _) if *field == contract::VRIJLATING_R_MAANDEN => unit,
        _ => return None,
    };
    let unit = match unit {
        value::Unit::HoursPerWeek => Unit::Hours(Per::Week),
        value::Unit::HoursPerMonth => Unit::Hours(Per::Month),
        value::Unit::Months => Unit::Months,
        value::Unit::EuroPerHour => Unit::Euro(Per::Hour),
        value::Unit::EuroPerMonth => Unit::Euro(Per::Month),
        value::Unit::EuroPerYear => Unit::Euro(Per::Year),
        value::Unit::Euro => Unit::Euro(Per::Once),
        _ => return None,
    };
    Some(Kind { unit, most: field.most() })
}

/// What was typed in a number field, read.
pub fn number(path: &str, typed: &str) -> Typed {
    kind(path).map_or(Typed::Other, |kind| number::read(typed, kind))
}

/// Whether the field is a date, shown as a month and a year.
pub fn is_date(path: &str) -> bool {
    contract::at(path).is_some_and(|field| matches!(field.kind, Holds::Born(_)))
}

/// The `id` of the field, or of its first part.
pub fn id(path: &str) -> String {
    let plain = path.replace('.', "-");
    if is_date(path) { format!("v-{plain}-maand") } else { format!("v-{plain}") }
}

/// The question, from 0, in which a field is asked.
pub fn screen(path: &str) -> usize {
    match pattern(path).0.as_str() {
        "huishouden.kale_huur" | "vraag.geen_huur" | "huishouden.vaste_lasten" => 1,
        "baan.uren_per_week" => 2,
        "baan.uurloon" | "baan.maandloon" | "vraag.loon" => 3,
        path if path.ends_with(".uurprijs") => 5,
        path if path.contains(".opvang.") => 4,
        "huishouden.geboren" | "bijstand.beroep_op_ouders" => 0,
        path if path.contains("kinderen") && !path.contains("alimentatie") => 0,
        path if path.starts_with("bijstand.") || path.starts_with("baan_nu.") => 6,
        "peildatum" | "vraag.eerder" | "vraag.baan_nu" => 6,
        _ => 7,
    }
}

/// What the field is called in a list of what is missing or wrong.
pub fn name(path: &str) -> String {
    if is_more(path) {
        return t(&format!("meer.{}", path.replace('.', "_")));
    }
    let (pattern, indices) = pattern(path);
    let number = indices.first().map_or(0, |index| index + 1).to_string();
    // A name that nobody of us gave is told as it was written.
    let other = || if contract::at(path).is_some() { "ander" } else { "onbekend" };
    let args = [("nummer", number), ("pad", path.to_owned())];
    t_with(&format!("veld.{}", word_of(&pattern).unwrap_or_else(other)), &args)
}

/// What a field of the contract is called, whether the page asks it or not.
pub fn name_of_any(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    match t_if_any(&format!("mee.{last}")) {
        Some(name) if !is_asked(path) => name.to_owned(),
        _ => name(path),
    }
}

fn word_of(pattern: &str) -> Option<&'static str> {
    Some(match pattern {
        "peildatum" => "peildatum",
        "huishouden.geboren" => "geboren",
        "vraag.kinderen" | "huishouden.kinderen" => "kinderen",
        "huishouden.kinderen.#.geboren" => "kind_geboren",
        "huishouden.kinderen.#.opvang.#.soort" => "soort",
        "huishouden.kinderen.#.opvang.#.uren_per_maand" => "uren_per_maand",
        "huishouden.kinderen.#.opvang.#.uurprijs" => "uurprijs",
        "huishouden.kale_huur" => "kale_huur",
        "baan.uren_per_week" => "uren_per_week",
        "baan.uurloon" => "uurloon",
        "baan.maandloon" => "maandloon",
        "baan_nu.uren_per_week" => "nu_uren",
        "baan_nu.uurloon" | "baan_nu.maandloon" => "nu_loon",
        "bijstand.beroep_op_ouders" => "ouders",
        "bijstand.vrijlating_n_maanden" => "n_maanden",
        "bijstand.vrijlating_r_maanden" => "r_maanden",
        "bijstand.vrijlating_34a_maanden" => "maanden_2027",
        "huishouden.inwonenden.#.geboren" => "inwonende_geboren",
        "huishouden.inwonenden.#.relatie" => "inwonende_relatie",
        "huishouden.inwonenden.#.inkomen_jaar" => "inwonende_inkomen",
        "huishouden.inwonenden.#.arbeidsinkomen_jaar" => "inwonende_loon",
        "huishouden.inwonenden.#.werkt" => "inwonende_werkt",
        "huishouden.inwonenden.#.studeert" => "inwonende_studeert",
        "huishouden.inwonenden.#.huurt_zakelijk" => "inwonende_huurt",
        "huishouden.vermogen" => "vermogen",
        "huishouden.alimentatie_kinderen" => "alimentatie_kinderen",
        "huishouden.alimentatie_partner" => "alimentatie_partner",
        "huishouden.vaste_lasten" => "vaste_lasten",
        "schulden.soort" => "schulden",
        "schulden.vrij_nu" => "vrij_nu",
        "huishouden.gemeente_meetellen" => "gemeente_meetellen",
        path if path.starts_with("huishouden.gemeente_bedragen.") => "gemeente_bedrag",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_with_the_number_people_count_from_and_never_by_its_path() {
        assert!(name("huishouden.kinderen.1.geboren").contains("kind 2"));
        assert!(!name("baan_nu.pensioenpremie").contains("pensioenpremie"));
    }

    #[test]
    fn every_asked_field_has_a_name() {
        for path in
            ["huishouden.inwonenden.0.werkt", "bijstand.beroep_op_ouders", "baan_nu.uurloon"]
        {
            assert!(is_asked(path), "{path}");
            assert!(!name(path).starts_with("pagina."), "{path}");
        }
        for path in more() {
            assert!(is_asked(path) && !name(path).starts_with("pagina."), "{path}");
        }
        assert!(!is_asked("baan.start"));
    }

    #[test]
    fn a_field_is_on_the_screen_of_its_question() {
        for (path, expected) in [
            ("huishouden.geboren", 0),
            ("huishouden.kinderen.1.geboren", 0),
            ("huishouden.kale_huur", 1),
            ("huishouden.vaste_lasten", 1),
            ("baan.uren_per_week", 2),
            ("baan.maandloon", 3),
            ("huishouden.kinderen.0.opvang.1.uren_per_maand", 4),
            ("huishouden.kinderen.0.opvang.1.uurprijs", 5),
            ("baan_nu.uurloon", 6),
            ("bijstand.vrijlating_n_maanden", 6),
            ("huishouden.alimentatie_kinderen", 7),
            ("huishouden.inwonenden.0.relatie", 7),
            ("schulden.vrij_nu", 7),
        ] {
            assert_eq!(screen(path), expected, "{path}");
        }
    }

    #[test]
    fn an_id_has_no_points() {
        assert_eq!(id("baan.uurloon"), "v-baan-uurloon");
        assert_eq!(id("huishouden.geboren"), "v-huishouden-geboren-maand");
    }
}
