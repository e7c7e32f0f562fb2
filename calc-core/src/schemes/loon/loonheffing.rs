//! Loonheffing: what the employer withholds, by the rules of the white month table (wage from present work).
//!
//! Law: art. 20-22a Wet LB 1964 <https://wetten.overheid.nl/BWBR0002471>; the calculation rules for payroll
//! software (Rekenvoorschriften) of the Belastingdienst. Reproduces the published tables to the cent.
//! Left out: the green table, four-weekly and day tables, age above pension age.

use rust_decimal::Decimal;

use crate::explain::{Explain, Explained, Working};
use crate::money::{PerMonth, PerYear, Rounding};
use crate::parameters::loonheffing::Params;
use crate::schemes::inkomstenbelasting::algemene_heffingskorting::algemene_heffingskorting;
use crate::schemes::inkomstenbelasting::arbeidskorting::arbeidskorting;
use crate::value::{Shown, Value};

const ARTICLE: &str = "art. 20 Wet LB 1964";
const VOORSCHRIFT: &str = "Rekenvoorschriften loonheffing";
const PER_TABELSTAP: Rounding = Rounding::down_to_euro(VOORSCHRIFT);
const BELASTING: Rounding = Rounding::down_to_euro(VOORSCHRIFT);
const OP_CENTEN: Rounding = Rounding::to_cents(VOORSCHRIFT);
const BOVEN_TABEL: Rounding = Rounding::down_to_cents(VOORSCHRIFT);

/// What is withheld from the wage of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loonheffing {
    /// Withheld.
    pub bedrag: PerMonth,
    /// The arbeidskorting that was credited in it.
    pub arbeidskorting: PerMonth,
}

impl Shown for Loonheffing {
    fn shown(&self) -> Value {
        self.bedrag.shown()
    }
}

/// Withholding from a month's taxable wage, with or without the tax credits.
pub fn loonheffing(
    fiscaal_loon: PerMonth,
    loonheffingskorting: bool,
    p: &'static Params,
    explain: Explain,
) -> Explained<Loonheffing> {
    let mut w = Working::of("loonheffing", ARTICLE, explain);
    let fiscaal_loon = w.input("fiscaal_loon", fiscaal_loon);
    let loonheffingskorting = w.input("loonheffingskorting", loonheffingskorting);
    let stap = w.param(&p.tabelstap);
    let tabelloon = w.step("tabelloon", tabelloon(fiscaal_loon, stap));
    let tabel_tot = w.param(&p.tabel_tot);
    if tabelloon > tabel_tot {
        let laatste_rij = w.rule(&tabelrij(tabel_tot, loonheffingskorting, p, explain));
        let tarief = w.param(&p.tarief_boven_tabel);
        let daarboven = w.rounded(
            "boven_de_tabel",
            (fiscaal_loon - tabel_tot.per_month()) * tarief,
            BOVEN_TABEL,
        );
        let bedrag = laatste_rij.bedrag + daarboven;
        return w.result(Loonheffing { bedrag, arbeidskorting: PerMonth::ZERO });
    }
    let rij = w.rule(&tabelrij(tabelloon, loonheffingskorting, p, explain));
    w.result(rij)
}

/// The year wage of the row of the table: a wage between two rows uses the lower.
fn tabelloon(fiscaal_loon: PerMonth, stap: PerYear) -> PerYear {
    let jaarloon = fiscaal_loon.per_year();
    let stappen = jaarloon.amount().checked_div(stap.amount()).unwrap_or(Decimal::ZERO);
    let hele_stappen = PerYear::new(stappen).rounded(PER_TABELSTAP);
    PerYear::new(hele_stappen.amount() * stap.amount())
}

/// One row of the month table. Where the credits are more than the tax, the arbeidskorting is cut first.
fn tabelrij(
    tabelloon: PerYear,
    loonheffingskorting: bool,
    p: &'static Params,
    explain: Explain,
) -> Explained<Loonheffing> {
    let mut w = Working::of("tabelrij", VOORSCHRIFT, explain);
    let belasting = w.rule(&jaarbelasting(tabelloon, p, explain));
    let (algemeen, arbeid) = if loonheffingskorting {
        let algemeen = w.rule(&algemene_heffingskorting(tabelloon, p, explain));
        (algemeen, w.rule(&arbeidskorting(tabelloon, p, explain)))
    } else {
        (PerYear::ZERO, PerYear::ZERO)
    };
    let algemeen = w.step("algemene_heffingskorting_verrekend", algemeen.min(belasting));
    let arbeid = w.step("arbeidskorting_verrekend", arbeid.min(belasting - algemeen));
    let inhouding = w.step("inhouding_jaar", belasting - algemeen - arbeid);
    let bedrag = w.rounded("inhouding_maand", inhouding.per_month(), OP_CENTEN);
    w.result(Loonheffing { bedrag, arbeidskorting: arbeid.per_month().rounded(OP_CENTEN) })
}

/// Tax over the year wage of a row, with the cumulative amounts payroll uses; down to whole euros.
fn jaarbelasting(tabelloon: PerYear, p: &'static Params, explain: Explain) -> Explained<PerYear> {
    let mut w = Working::of("jaarbelasting_tabel", VOORSCHRIFT, explain);
    let loon = w.input("tabelloon", tabelloon);
    let (grens_1, grens_2) = (w.param(&p.schijf_1_tot), w.param(&p.schijf_2_tot));
    let belasting = if loon <= grens_1 {
        loon * w.param(&p.tarief_1)
    } else if loon <= grens_2 {
        let tarief = w.param(&p.tarief_2);
        (loon - grens_1) * tarief + w.param(&p.belasting_tot_schijf_2)
    } else {
        let tarief = w.param(&p.tarief_3);
        (loon - grens_2) * tarief + w.param(&p.belasting_tot_schijf_3)
    };
    let belasting = w.rounded("belasting", belasting, BELASTING);
    w.result(belasting)
}
