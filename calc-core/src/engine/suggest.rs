//! What the law suggests for a field that is being asked: bounds and usual values for who fills in a situation, so that
//! a form needs to know no law. On a day that is not covered there is nothing to suggest.

use jiff::civil::Date;

use crate::coverage::amounts_of;
use crate::dates;
use crate::money::{Euro, PerHour};
use crate::parameters::{bijstand, bijstandsnorm, kinderopvangtoeslag, minimumloon};
use crate::schemes::bijstand::inkomensvrijlating::art_34a_vanaf;
use crate::schemes::minimumloon::voor_leeftijd;
use crate::situatie::SoortOpvang;
use crate::value::Years;

pub use crate::coverage::{Standing, days as coverage};

/// Whether the amounts of a reference date are its own or carried on.
pub fn standing(day: Date) -> Option<Standing> {
    amounts_of(day).ok().map(|(_, standing)| standing)
}

/// The last day of the published amounts; what comes after is computed with those of that day.
pub fn published_until() -> Date {
    let (_, last) = coverage();
    amounts_of(last).map_or(last, |(day, _)| day)
}

/// Completed years on a day.
pub fn leeftijd(geboren: Date, day: Date) -> Years {
    dates::age(geboren, day)
}

/// The statutory minimum wage per hour at an age (art. 8 Wml).
pub fn minimumloon(leeftijd: Years, day: Date) -> Option<PerHour> {
    let p = minimumloon::at(amounts_of(day).ok()?.0).ok()?;
    Some(voor_leeftijd(p, leeftijd).value)
}

/// The highest price per hour that counts for a kind of care (art. 1.7(2) Wet kinderopvang).
pub fn maximum_uurprijs(soort: SoortOpvang, day: Date) -> Option<PerHour> {
    let p = kinderopvangtoeslag::at(amounts_of(day).ok()?.0).ok()?;
    let maximum = match soort {
        SoortOpvang::Dagopvang => &p.maximum_dagopvang,
        SoortOpvang::Bso => &p.maximum_bso,
        SoortOpvang::Gastouder => &p.maximum_gastouder,
    };
    Some(maximum.value)
}

/// What someone on bijstand may own (art. 34(3) Participatiewet). `ouder_of_paar`: a single parent of a born child, or
/// with a partner.
pub fn vermogensgrens(ouder_of_paar: bool, day: Date) -> Option<Euro> {
    let p = bijstand::at(amounts_of(day).ok()?.0).ok()?;
    let grens = if ouder_of_paar {
        &p.vermogensgrens_ouder_of_paar
    } else {
        &p.vermogensgrens_alleenstaande
    };
    Some(grens.value)
}

/// Whether she is of the age at which it matters if her parents can support her (art. 20 Participatiewet).
pub fn vraagt_naar_ouders(geboren: Date, day: Date) -> bool {
    let norm = amounts_of(day).and_then(|(day, _)| bijstandsnorm::at(day));
    let leeftijd = dates::age(geboren, day);
    norm.is_ok_and(|norm| VOLWASSEN <= leeftijd && leeftijd < norm.norm_vanaf.value)
}

/// Whether there is one disregard on this day, that of the law of 2027 (art. 34a Participatiewet), and on every later day.
pub fn vrijlating_vanaf_2027(day: Date) -> bool {
    day >= art_34a_vanaf()
}

/// Who is younger is no applicant.
const VOLWASSEN: Years = Years(18);

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn the_day_after_the_last_published_one_is_suggested_the_amounts_of_that_one() {
        let cents = |cents: i64| Decimal::new(cents, 2);
        for day in [date(2026, 12, 31), date(2027, 1, 1), date(2027, 6, 30)] {
            // 14.99 from 21 years, 7.50 at 18 (Stcrt. 2026, 16505); 8,000 and 16,000 (art. 34(3) Participatiewet, 2026).
            let loon = |years| minimumloon(Years(years), day).expect("covered").amount();
            assert_eq!((loon(21), loon(18)), (cents(1_499), cents(750)));
            let grens = |ouder| vermogensgrens(ouder, day).expect("covered").amount();
            assert_eq!((grens(false), grens(true)), (Decimal::from(8_000), Decimal::from(16_000)));
            // 11.23 for day care in 2026 (Besluit kinderopvangtoeslag).
            let prijs = maximum_uurprijs(SoortOpvang::Dagopvang, day).expect("covered").amount();
            assert_eq!(prijs, cents(1_123));
        }
        let standing = |day| standing(day);
        assert_eq!(standing(date(2026, 12, 31)), Some(Standing::InForce));
        assert_eq!(standing(date(2027, 1, 1)), Some(Standing::Continued));
    }

    #[test]
    fn nothing_is_suggested_outside() {
        for day in [date(2025, 12, 31), date(2027, 7, 1)] {
            assert_eq!(minimumloon(Years(30), day), None);
            assert_eq!(vermogensgrens(true, day), None);
            assert_eq!(maximum_uurprijs(SoortOpvang::Bso, day), None);
            assert_eq!(standing(day), None);
            assert!(!vraagt_naar_ouders(date(2006, 1, 1), day));
        }
    }

    #[test]
    fn the_law_of_2027_holds_from_its_first_day_on() {
        assert!(!vrijlating_vanaf_2027(date(2026, 12, 31)));
        assert!(vrijlating_vanaf_2027(date(2027, 1, 1)) && vrijlating_vanaf_2027(date(2031, 5, 5)));
    }

    #[test]
    fn parents_are_asked_about_from_18_to_20() {
        let asks = |geboren| vraagt_naar_ouders(geboren, date(2027, 1, 1));
        assert!(asks(date(2006, 1, 2)) && asks(date(2009, 1, 1)));
        assert!(!asks(date(2006, 1, 1)) && !asks(date(2009, 1, 2)));
    }
}
