//! Gross bijstand of a year of twelve equal months: the municipality pays the tax on it, and the gross amount
//! is what counts for the allowances.
//!
//! Law: art. 19(4) Participatiewet <https://wetten.overheid.nl/BWBR0015703>; the calculation rules of the
//! Belastingdienst for loonheffing over bijstand (edition 2019) with the constants of the norm letter of 2026.

use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, PerYear, Rate, Rounding};
use crate::parameters::bruto_bijstand::Params;
use crate::schemes::loon::Loon;

const ARTICLE: &str = "art. 19(4) Participatiewet";
const REKENREGELS: &str = "Rekenregels loonheffingen over bijstandsuitkeringen";
const NAAR_BENEDEN: Rounding = Rounding::down_to_euro(REKENREGELS);

/// The part of the tax credit that the employer has already used; nothing where he applies none.
pub fn elders_benutte_korting(
    loon: &Loon,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("elders_benutte_korting", REKENREGELS, explain);
    if !w.input("loonheffingskorting", loon.loonheffingskorting) {
        return w.result(PerYear::ZERO);
    }
    let heffingskorting = w.param(&p.heffingskorting);
    let over_loon = if w.input("loonheffing", loon.loonheffing).is_positive() {
        heffingskorting
    } else {
        let fiscaal_jaar = w.input("fiscaal_loon_jaar", loon.fiscaal_loon.per_year());
        fiscaal_jaar * w.param(&p.eerste_schijf_na_arbeidskorting)
    };
    let over_vakantiegeld =
        if w.input("vakantiegeld_tarief", loon.vakantiegeld_tarief).fraction().is_zero() {
            w.input("vakantiegeld_bruto", loon.vakantiegeld_bruto)
                * p.eerste_schijf_na_arbeidskorting.value
        } else {
            PerYear::ZERO
        };
    let benut = w.step("benutte_korting", heffingskorting.min(over_loon + over_vakantiegeld));
    w.result(benut)
}

/// The tax credit that bijstand of so many months has (handbook 3.2.1): a twelfth for each.
pub fn heffingskorting_van_maanden(maanden: u32, p: &'static Params) -> PerYear {
    p.heffingskorting.value.per_month().times(maanden)
}

/// The part of a month's tax credit that the employer uses: all of it when he withholds tax, else what the wage could
/// have owed; and what the holiday pay that is earned in the month could have owed, when its tariff is nil.
pub fn benutte_korting_van_maand(
    loon: &Loon,
    vakantiegeld: PerMonth,
    vakantiegeld_tarief: Rate,
    p: &'static Params,
) -> PerMonth {
    if !loon.loonheffingskorting || loon.bruto.is_zero() {
        return PerMonth::ZERO;
    }
    let van_loon = if loon.loonheffing.is_positive() {
        p.heffingskorting.value.per_month()
    } else {
        loon.fiscaal_loon * p.eerste_schijf_na_arbeidskorting.value
    };
    let van_vakantiegeld = if vakantiegeld_tarief.fraction().is_zero() {
        vakantiegeld * p.eerste_schijf_na_arbeidskorting.value
    } else {
        PerMonth::ZERO
    };
    van_loon + van_vakantiegeld
}

/// Gross bijstand of the year from net bijstand of the year and the credit that is left for it; down to whole euros.
pub fn bruto_uit_netto(
    netto_jaar: PerYear,
    korting: PerYear,
    benut: PerYear,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("bruto_bijstand", ARTICLE, explain);
    let netto = w.input("netto_bijstand_jaar", netto_jaar);
    if netto.is_zero() {
        return w.nothing(Reason { code: "geen_bijstand", article: ARTICLE });
    }
    let korting = w.input("heffingskorting_naar_maanden", korting);
    let benut = w.input("benutte_korting", benut);
    let over = w.step("korting_over", (korting - benut).at_least_zero());
    let bruto = bruteren(&mut w, netto, over, p);
    w.result(bruto)
}

fn bruteren(w: &mut Working, netto: PerYear, over: PerYear, p: &'static Params) -> PerYear {
    let brutering = w.param(&p.brutering);
    let heffing =
        w.step("heffing_over_bijstand", ((netto - over) * brutering - over).at_least_zero());
    w.rounded("bruto_bijstand_jaar", netto + heffing, NAAR_BENEDEN)
}

/// Gross bijstand of the year from net bijstand of the year; down to whole euros. `benut` is the part of the tax
/// credit that the employer has used.
pub fn bruto_bijstand(
    netto_jaar: PerYear,
    benut: &Explained<PerYear>,
    p: &'static Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("bruto_bijstand", ARTICLE, explain);
    let netto = w.input("netto_bijstand_jaar", netto_jaar);
    if netto.is_zero() {
        return w.nothing(Reason { code: "geen_bijstand", article: ARTICLE });
    }
    let heffingskorting = w.param(&p.heffingskorting);
    let benut = w.rule(benut);
    let over = w.step("korting_over", (heffingskorting - benut).at_least_zero());
    let bruto = bruteren(&mut w, netto, over, p);
    w.result(bruto)
}
