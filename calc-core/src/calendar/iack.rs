//! The monthly IACK of a year whose months differ: one amount for the months it is paid in, the largest that its own
//! effect on bijstand and tax still allows.
//!
//! Law: art. 13 Awr (provisional assessment); art. 31(1) Participatiewet. A provisional assessment pays what is expected
//! back over the whole year, at most the IACK.

use rust_decimal::Decimal;

use crate::engine::iack::grootste;
use crate::money::{PerMonth, PerYear, Rounding};

const PER_MAAND: Rounding = Rounding::to_cents("voorlopige aanslag: gelijke delen, op centen");

/// What a year with some monthly IACK leaves for it.
#[derive(Clone, Copy)]
pub(super) struct Ruimte {
    /// What can be set off against tax.
    pub(super) verrekenbaar: PerYear,
    /// Withheld less due, before any monthly IACK.
    pub(super) teruggaaf: PerYear,
}

/// The amount of each of `maanden` months, after `al` was received in the year. `ruimte` tells what a year with that
/// amount leaves. The search by halving, in whole cents, is prescribed: rounding to euros makes the test not monotone.
pub(super) fn iack_per_maand(
    maanden: u32,
    al: PerYear,
    ruimte: impl Fn(PerMonth) -> Ruimte,
) -> PerMonth {
    if maanden == 0 {
        return PerMonth::ZERO;
    }
    let limiet = |iack: PerMonth| {
        let Ruimte { verrekenbaar, teruggaaf } = ruimte(iack);
        let over = (verrekenbaar.min(teruggaaf) - al).at_least_zero();
        let deel = over.amount() / Decimal::from(maanden);
        PerMonth::new(deel).rounded(PER_MAAND)
    };
    grootste(limiet(PerMonth::ZERO), |iack| iack <= limiet(iack))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> PerYear {
        PerYear::new(text.parse().expect("a decimal"))
    }

    #[test]
    fn what_was_received_before_is_taken_off_and_the_rest_spread() {
        let ruimte = |_| Ruimte { verrekenbaar: year("1208"), teruggaaf: year("1208.28") };
        // (1,208 - 0) / 11 = 109.818…
        let maand = iack_per_maand(11, PerYear::ZERO, ruimte);
        assert_eq!(maand.amount(), Decimal::new(10_982, 2));
        assert_eq!(iack_per_maand(10, year("208"), ruimte).amount(), Decimal::ONE_HUNDRED);
        assert_eq!(iack_per_maand(0, PerYear::ZERO, ruimte), PerMonth::ZERO);
        assert_eq!(iack_per_maand(12, year("1300"), ruimte), PerMonth::ZERO);
    }

    #[test]
    fn no_more_than_the_tax_office_pays_back() {
        let ruimte = |_| Ruimte { verrekenbaar: year("1208"), teruggaaf: year("-79.34") };
        assert_eq!(iack_per_maand(12, PerYear::ZERO, ruimte), PerMonth::ZERO);
        // Each euro paid by the month takes half a euro of the refund.
        let halved = |x: PerMonth| Ruimte {
            verrekenbaar: year("1208"),
            teruggaaf: year("1200") - PerYear::new(x.amount() * Decimal::from(6)),
        };
        assert_eq!(iack_per_maand(12, PerYear::ZERO, halved).amount(), Decimal::new(6_667, 2));
    }
}
