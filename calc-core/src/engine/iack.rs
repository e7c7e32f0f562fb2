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
/// Twelve times half a cent: what rounding a twelfth to cents can add to the year.
const HALF_CENTS: Decimal = Decimal::from_parts(6, 0, 0, false, 2);

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

/// Whether an amount of whole cents is at most [`per_maand`], without the quotient.
fn past_in(iack: PerMonth, verrekenbare_iack: PerYear) -> bool {
    iack.times(MONTHS).amount() <= verrekenbare_iack.amount() + HALF_CENTS
}

/// The largest amount that the tax of the year still covers when the amount itself, counted as income, makes the
/// bijstand smaller. `verrekenbaar` gives the IACK that can be set off at a monthly amount.
///
/// Euro rounding makes the test not strictly monotone, so the search is prescribed: by halving, in cents, between
/// nothing and the outcome without any monthly IACK.
fn grootste_iack_maand(verrekenbaar: impl Fn(PerMonth) -> PerYear) -> PerMonth {
    let eerste = per_maand(verrekenbaar(PerMonth::ZERO));
    grootste(eerste, |iack| past_in(iack, verrekenbaar(iack)))
}

/// The largest amount of whole cents, at most `eerste`, that holds, by halving.
pub(crate) fn grootste(eerste: PerMonth, houdt: impl Fn(PerMonth) -> bool) -> PerMonth {
    let in_cents = |cents: i64| PerMonth::new(Decimal::new(cents, 2));
    let mut laagste = 0;
    let mut hoogste = (eerste.amount() * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0);
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

        /// The prescribed test is a comparison with a rounded twelfth.
        #[test]
        fn the_test_without_a_quotient_is_the_prescribed_one(
            year in 0..400_000_000_i64,
            scale in 2..=4_u32,
            near in -3..=3_i64,
        ) {
            let year = PerYear::new(Decimal::new(year, scale));
            let twelfth = (per_maand(year).amount() * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0);
            let iack = PerMonth::new(Decimal::new((twelfth + near).max(0), 2));
            prop_assert_eq!(past_in(iack, year), iack <= per_maand(year));
        }
    }
}
