//! Income tax of the year, box 1 only, below pension age.
//!
//! Law: Wet inkomstenbelasting 2001, art. 2.10, 8.8, 8.10, 8.11, 8.14a and 9.4
//! <https://wetten.overheid.nl/BWBR0011353>.
//! Left out: boxes 2 and 3, deductions, credits for pensioners, a partial tax year.

pub mod algemene_heffingskorting;
pub mod arbeidskorting;
pub mod inkomensafhankelijke_combinatiekorting;

use algemene_heffingskorting::algemene_heffingskorting;
use arbeidskorting::arbeidskorting;
use inkomensafhankelijke_combinatiekorting::inkomensafhankelijke_combinatiekorting;

use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerYear, Rounding};
use crate::parameters::{iack, inkomstenbelasting, loonheffing};
use crate::value::{Shown, Value};

const NAAR_BENEDEN: Rounding =
    Rounding::down_to_euro("aanslag: belasting naar beneden op hele euro's");
const MET_HOOGSTENS_DE_BELASTING: &str = "art. 8.8 Wet IB 2001";

/// The tax of one person over one year.
#[derive(Clone, Copy, Debug, Default)]
pub struct Heffing {
    /// Tax on the whole taxable income, before credits.
    pub belasting: PerYear,
    /// The IACK as far as there is tax left to set it against.
    pub verrekenbare_iack: PerYear,
    /// What remains after all credits.
    pub verschuldigd: PerYear,
    /// Why no IACK can be set off.
    pub geen_iack: Option<Reason>,
}

impl Shown for Heffing {
    fn shown(&self) -> Value {
        self.verschuldigd.shown()
    }
}

/// The dated amounts income tax needs.
#[derive(Clone, Copy)]
pub struct Params {
    /// Brackets and credits.
    pub tarief: &'static loonheffing::Params,
    /// The IACK.
    pub iack: &'static iack::Params,
}

/// The tax on the whole taxable income of a year; down to whole euros.
pub fn box_1(
    inkomen: PerYear,
    p: &'static loonheffing::Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("box_1", "art. 2.10 Wet IB 2001", explain);
    let inkomen = w.input("inkomen", inkomen);
    let (grens_1, grens_2) = (w.param(&p.schijf_1_tot), w.param(&p.schijf_2_tot));
    let (tarief_1, tarief_2, tarief_3) =
        (w.param(&p.tarief_1), w.param(&p.tarief_2), w.param(&p.tarief_3));
    let eerste = w.step("eerste_schijf", inkomen.min(grens_1) * tarief_1);
    let tweede =
        w.step("tweede_schijf", (inkomen.min(grens_2) - grens_1).at_least_zero() * tarief_2);
    let derde = w.step("derde_schijf", (inkomen - grens_2).at_least_zero() * tarief_3);
    let belasting = w.rounded("belasting", eerste + tweede + derde, NAAR_BENEDEN);
    w.result(belasting)
}

/// The credits that depend on the wage alone.
#[derive(Clone, Debug)]
pub struct LoonKortingen {
    /// Arbeidskorting.
    pub arbeidskorting: Explained<PerYear>,
    /// The IACK, before it is known how much tax there is to set it against.
    pub combinatiekorting: Explained<PerYear>,
}

/// The credits on this wage. `recht_op_iack`: whether the conditions of the IACK are met, or why not.
pub fn loon_kortingen(
    arbeidsinkomen: PerYear,
    recht_op_iack: Result<(), Reason>,
    p: Params,
    explain: Explain,
) -> LoonKortingen {
    LoonKortingen {
        arbeidskorting: arbeidskorting(arbeidsinkomen, p.tarief, explain),
        combinatiekorting: inkomensafhankelijke_combinatiekorting(
            arbeidsinkomen,
            recht_op_iack,
            p.iack,
            explain,
        ),
    }
}

/// Tax less credits; `inkomen` is all that is taxed. The credits together are at most the tax.
pub fn heffing(
    inkomen: PerYear,
    kortingen: &LoonKortingen,
    p: &'static loonheffing::Params,
    explain: Explain,
) -> Explained<Heffing> {
    let mut w = Working::of("heffing", MET_HOOGSTENS_DE_BELASTING, explain);
    let belasting = w.rule(&box_1(inkomen, p, explain));
    let algemeen = w.rule(&algemene_heffingskorting(inkomen, p, explain));
    let arbeid = w.rule(&kortingen.arbeidskorting);
    let iack = w.rule(&kortingen.combinatiekorting);
    let over = (belasting - algemeen - arbeid).at_least_zero();
    let over = w.step("belasting_na_andere_kortingen", over);
    let verrekenbare_iack = w.step("verrekenbare_iack", iack.min(over));
    let verschuldigd = w.step("verschuldigd", over - verrekenbare_iack);
    let geen_iack = kortingen.combinatiekorting.reason.or_else(|| {
        let reason = Reason { code: "geen_belasting_over", article: MET_HOOGSTENS_DE_BELASTING };
        verrekenbare_iack.is_zero().then_some(reason)
    });
    w.result(Heffing { belasting, verrekenbare_iack, verschuldigd, geen_iack })
}

/// A small balance is neither collected nor paid out (art. 9.4 Wet IB 2001). `saldo` is withheld minus due:
/// positive is a refund. With a monthly IACK an assessment always follows.
pub fn saldo_na_drempel(
    saldo: PerYear,
    iack_per_maand: bool,
    p: &'static inkomstenbelasting::Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("saldo_na_drempel", "art. 9.4 Wet IB 2001", explain);
    let saldo = w.input("saldo", saldo);
    if w.input("iack_per_maand", iack_per_maand) {
        return w.result(saldo);
    }
    let bij_te_betalen = w.param(&p.geen_navordering_tot);
    let terug = w.param(&p.geen_teruggaaf_tot);
    let blijft_liggen = -bij_te_betalen <= saldo && saldo <= terug;
    w.result(if blijft_liggen { PerYear::ZERO } else { saldo })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_tax_of_2026_in_its_three_brackets() {
        let p = loonheffing::at(date(2026, 1, 1)).expect("covered");
        // 35.75% up to 38,883 (13,900.67), 37.56% up to 78,426 (14,852.35), 49.50% above.
        for (inkomen, expected) in [
            (38_883, 13_900),
            (38_884, 13_901),
            (78_426, 28_753),
            // 28,753.02 + 49.5% x 21,574 = 39,432.15.
            (100_000, 39_432),
        ] {
            let tax = box_1(PerYear::new(inkomen.into()), p, Explain::No).value;
            assert_eq!(tax, PerYear::new(expected.into()), "{inkomen}");
        }
    }
}
