//! The monthly IACK. It counts as income, so it lowers the bijstand, and with it the tax that decides how much of it
//! can be set off: the largest amount that its own effect still allows.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::house::House;
use super::year::{self, JaarInkomen, MONTHS, MonthFacts, Person};
use crate::explain::Explain;
use crate::money::{PerMonth, PerYear, Rounding};
use crate::schemes::bijstand::{Middelen, aanvulling};
use crate::situatie::IackUitbetaling;

pub(crate) const PER_MAAND: Rounding =
    Rounding::to_cents("voorlopige aanslag: een twaalfde, op centen");

/// The monthly IACK of who may have it, in a year of twelve such months.
pub(crate) fn iack_maand(house: &House, middelen: &Middelen, persons: &[Person]) -> PerMonth {
    let wie = persons.iter().enumerate().find(|(_, person)| person.heeft_iack);
    let (Some((at, person)), IackUitbetaling::Maandelijks) = (wie, house.situatie.iack) else {
        return PerMonth::ZERO;
    };
    let ontvangt = house.situatie.bijstand.ontvangt;
    let samen = middelen.samen();
    let bijstand = |iack| aanvulling(ontvangt, house.norm.value, samen + iack);
    let verrekenbaar = |iack: PerMonth| {
        let alimentatie_partner = house.situatie.huishouden.alimentatie_partner;
        let month = MonthFacts { bijstand: bijstand(iack), alimentatie_partner, iack };
        let inkomen = JaarInkomen::of(&[(month, MONTHS)]);
        let year = year::of_person(house, person, at, inkomen, Explain::No);
        year.heffing.value.verrekenbare_iack
    };
    if bijstand(PerMonth::ZERO).is_zero() {
        // No amount lowers the bijstand: all that can be set off is paid.
        return per_maand(verrekenbaar(PerMonth::ZERO));
    }
    grootste_iack_maand(verrekenbaar)
}

/// A twelfth of the IACK that can be set off, to cents.
pub(crate) fn per_maand(verrekenbare_iack: PerYear) -> PerMonth {
    verrekenbare_iack.per_month().rounded(PER_MAAND)
}

/// The largest amount that the tax of the year still covers when the amount itself, counted as income, makes the
/// bijstand smaller. `verrekenbaar` gives the IACK that can be set off at a monthly amount.
///
/// A larger amount never leaves more to set off: it lowers the income, and every rounding between them goes one way. So the
/// answer lies between any amount that is tried and a twelfth of what can be set off at it, and is that of a search by
/// halving, in a third to half of its tries.
fn grootste_iack_maand(verrekenbaar: impl Fn(PerMonth) -> PerYear) -> PerMonth {
    let ruimte = |iack: i64| cents(per_maand(verrekenbaar(in_cents(iack))));
    let (mut laagste, mut hoogste) = (0, ruimte(0));
    // Mostly the tax covers all of the IACK at any amount.
    let mut midden = hoogste;
    while laagste < hoogste {
        let over = ruimte(midden);
        if midden <= over {
            (laagste, hoogste) = (midden, hoogste.min(over));
        } else {
            (laagste, hoogste) = (laagste.max(over), midden - 1);
        }
        midden = i64::midpoint(laagste, hoogste + 1);
    }
    in_cents(laagste)
}

fn in_cents(cents: i64) -> PerMonth {
    PerMonth::new(Decimal::new(cents, 2))
}

fn cents(amount: PerMonth) -> i64 {
    (amount.amount() * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0)
}

/// The largest amount of whole cents, at most `eerste`, that holds, by halving.
pub(crate) fn grootste(eerste: PerMonth, houdt: impl Fn(PerMonth) -> bool) -> PerMonth {
    let mut laagste = 0;
    let mut hoogste = cents(eerste);
    while laagste < hoogste {
        let midden = i64::midpoint(laagste, hoogste + 1);
        if houdt(in_cents(midden)) {
            laagste = midden;
        } else {
            hoogste = midden - 1;
        }
    }
    in_cents(laagste)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn euros(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn without_bijstand_all_that_can_be_set_off_is_paid() {
        let all = PerYear::new(euros("1200"));
        assert_eq!(grootste_iack_maand(|_| all), PerMonth::new(euros("100.00")));
    }

    #[test]
    fn the_largest_amount_that_its_own_effect_still_allows() {
        // Every euro paid by the month takes half a euro of room: at 66.67 there is 100 - 33.335 = 66.665, on cents
        // 66.67, which holds; at 66.68 there is 66.66, which does not.
        let room = |x: PerMonth| PerYear::new(euros("1200") - x.amount() * Decimal::from(6));
        assert_eq!(grootste_iack_maand(room), PerMonth::new(euros("66.67")));
    }

    #[test]
    fn nothing_to_set_off_is_nothing() {
        assert_eq!(grootste_iack_maand(|_| PerYear::ZERO), PerMonth::ZERO);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

        /// Whatever falls, in steps of whole euros or not at all, from whatever is the most.
        #[test]
        fn the_search_finds_what_halving_finds(
            most in 0..4_000_i64,
            tax in 0..5_000_000_i64,
            share in 0..150_i64,
            step in prop::sample::select(vec![1, 100, 700]),
        ) {
            // In cents: what is left of the tax of a year after twelve months of an amount, in whole steps.
            let verrekenbaar = |iack: PerMonth| {
                let left = tax - cents(iack) * 12 * share / 100;
                PerYear::new(Decimal::new((left.max(0) / step * step).min(most * 100), 2))
            };
            let eerste = per_maand(verrekenbaar(PerMonth::ZERO));
            let halving = grootste(eerste, |iack| iack <= per_maand(verrekenbaar(iack)));
            prop_assert_eq!(grootste_iack_maand(verrekenbaar), halving);
        }
    }
}
