//! From gross wage to what arrives on the account, and what of it counts for bijstand.
//!
//! Law: art. 31(3) Participatiewet <https://wetten.overheid.nl/BWBR0015703>; Wet LB 1964
//! <https://wetten.overheid.nl/BWBR0002471>; art. 15 Wml <https://wetten.overheid.nl/BWBR0002638>.
//! Left out: four-weekly pay, year-end bonus, taxed reimbursements, a company car.

pub mod bijzonder_tarief;
pub mod loonheffing;

use bijzonder_tarief::bijzonder_tarief;
use loonheffing::loonheffing;

use crate::explain::{Explain, Explained, Working};
use crate::money::{HoursPerWeek, PerMonth, PerYear, Rate, Rounding};
use crate::parameters;
use crate::situatie::{Baan, LoonAfspraak, UitbetalingVakantiegeld};
use crate::value::{Shown, Value};

const OP_CENTEN: Rounding = Rounding::to_cents("loonstrook: bedragen op hele centen");
const BELASTING_BIJZONDER: Rounding = Rounding::down_to_cents("Rekenvoorschriften loonheffing");

/// What was agreed and what is withheld, in the form the wage rules ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Verdienste {
    /// The month wage that was agreed, without holiday pay.
    pub maandloon: PerMonth,
    /// The employee's pension premium.
    pub pensioenpremie: PerMonth,
    /// Other compulsory deductions.
    pub verplichte_inhoudingen: PerMonth,
    /// Deductions that do not lower counted income.
    pub overige_inhoudingen: PerMonth,
    /// Whether the tax credits are applied.
    pub loonheffingskorting: bool,
    /// When holiday pay is paid.
    pub vakantiegeld: UitbetalingVakantiegeld,
}

/// The wage of one person in one situation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Loon {
    /// Gross per month; with monthly holiday pay that is in it.
    pub bruto: PerMonth,
    /// Gross less pension premium.
    pub fiscaal_loon: PerMonth,
    /// Withheld tax.
    pub loonheffing: PerMonth,
    /// What counts for bijstand (art. 31(3) Participatiewet).
    pub ink: PerMonth,
    /// What arrives on the account.
    pub netto_loon: PerMonth,
    /// Holiday pay paid once a year, gross.
    pub vakantiegeld_bruto: PerYear,
    /// The percentage withheld from it.
    pub vakantiegeld_tarief: Rate,
    /// Tax withheld from it.
    pub vakantiegeld_belasting: PerYear,
    /// Holiday pay paid once a year, net.
    pub vakantiegeld_netto: PerYear,
    /// Whether the tax credits are applied.
    pub loonheffingskorting: bool,
    /// Whether holiday pay comes with each wage.
    pub vakantiegeld_maandelijks: bool,
}

impl Shown for Loon {
    fn shown(&self) -> Value {
        self.netto_loon.shown()
    }
}

/// The dated amounts wage needs.
#[derive(Clone, Copy)]
pub struct Params {
    /// Month table.
    pub loonheffing: &'static parameters::loonheffing::Params,
    /// Table of special rewards.
    pub bijzonder_tarief: &'static parameters::bijzonder_tarief::Params,
    /// Holiday pay.
    pub minimumloon: &'static parameters::minimumloon::Params,
}

/// The month wage of a job: as agreed, or the hourly wage over 52 weeks in 12 months, rounded to cents.
pub fn maandloon(loon: LoonAfspraak, uren: HoursPerWeek) -> PerMonth {
    match loon {
        LoonAfspraak::PerUur(uurloon) => uurloon.worked(uren).per_month().rounded(OP_CENTEN),
        LoonAfspraak::PerMaand(maandloon) => maandloon,
        LoonAfspraak::Geen => PerMonth::ZERO,
    }
}

impl Verdienste {
    /// What the wage rules need of a job; `None` without hours or without wage.
    pub fn uit(baan: &Baan) -> Option<Self> {
        (baan.heeft_uren() && baan.is_betaald()).then(|| Self {
            maandloon: maandloon(baan.loon, baan.uren_per_week),
            pensioenpremie: baan.pensioenpremie,
            verplichte_inhoudingen: baan.verplichte_inhoudingen,
            overige_inhoudingen: baan.overige_inhoudingen,
            loonheffingskorting: baan.loonheffingskorting,
            vakantiegeld: baan.vakantiegeld,
        })
    }

    /// The wage of a partner, of which only the gross amount is asked.
    pub fn van_partner(maandloon: PerMonth) -> Option<Self> {
        maandloon.is_positive().then_some(Self {
            maandloon,
            pensioenpremie: PerMonth::ZERO,
            verplichte_inhoudingen: PerMonth::ZERO,
            overige_inhoudingen: PerMonth::ZERO,
            loonheffingskorting: true,
            vakantiegeld: UitbetalingVakantiegeld::Mei,
        })
    }
}

/// From gross to net, and to what counts for bijstand: what the law or the collective agreement compels is
/// taken off, voluntary deductions are not.
pub fn loon(verdienste: &Verdienste, p: Params, explain: Explain) -> Explained<Loon> {
    let mut w = Working::of("loon", "art. 31(3) Participatiewet", explain);
    let maandloon = w.input("maandloon", verdienste.maandloon);
    let maandelijks = verdienste.vakantiegeld != UitbetalingVakantiegeld::Mei;
    let bruto = match verdienste.vakantiegeld {
        UitbetalingVakantiegeld::Maandelijks => {
            let percentage = w.param(&p.minimumloon.vakantiebijslag);
            let vakantiegeld =
                w.rounded("vakantiegeld_per_maand", maandloon * percentage, OP_CENTEN);
            w.step("bruto_met_vakantiegeld", maandloon + vakantiegeld)
        }
        // All of it is in the wage that was agreed.
        UitbetalingVakantiegeld::Inbegrepen => w.step("bruto_met_vakantiegeld", maandloon),
        UitbetalingVakantiegeld::Mei => maandloon,
    };
    let pensioenpremie = w.input("pensioenpremie", verdienste.pensioenpremie);
    let fiscaal_loon = w.step("fiscaal_loon", (bruto - pensioenpremie).at_least_zero());
    let korting = verdienste.loonheffingskorting;
    let loonheffing = w.rule(&loonheffing(fiscaal_loon, korting, p.loonheffing, explain)).bedrag;
    let verplicht = w.input("verplichte_inhoudingen", verdienste.verplichte_inhoudingen);
    let ink = w.step("ink", (fiscaal_loon - loonheffing - verplicht).at_least_zero());
    let overig = w.input("overige_inhoudingen", verdienste.overige_inhoudingen);
    let netto_loon = w.step("netto_loon", (ink - overig).at_least_zero());
    let vakantiegeld = if maandelijks {
        Vakantiegeld::default()
    } else {
        w.rule(&vakantiegeld_in_mei(maandloon, fiscaal_loon, korting, p, explain))
    };
    w.result(Loon {
        bruto,
        fiscaal_loon,
        loonheffing,
        ink,
        netto_loon,
        vakantiegeld_bruto: vakantiegeld.bruto,
        vakantiegeld_tarief: vakantiegeld.tarief,
        vakantiegeld_belasting: vakantiegeld.belasting,
        vakantiegeld_netto: vakantiegeld.bruto - vakantiegeld.belasting,
        loonheffingskorting: korting,
        vakantiegeld_maandelijks: maandelijks,
    })
}

#[derive(Clone, Copy, Debug, Default)]
struct Vakantiegeld {
    bruto: PerYear,
    tarief: Rate,
    belasting: PerYear,
}

impl Shown for Vakantiegeld {
    fn shown(&self) -> Value {
        (self.bruto - self.belasting).shown()
    }
}

/// Holiday pay over a whole year, paid once, taxed by the bijzonder tarief.
fn vakantiegeld_in_mei(
    bruto_maand: PerMonth,
    fiscaal_loon: PerMonth,
    loonheffingskorting: bool,
    p: Params,
    explain: Explain,
) -> Explained<Vakantiegeld> {
    let mut w = Working::of("vakantiegeld", "art. 15 Wml", explain);
    let bruto_maand = w.input("maandloon", bruto_maand);
    let percentage = w.param(&p.minimumloon.vakantiebijslag);
    let bruto = w.rounded("vakantiegeld_bruto", bruto_maand.per_year() * percentage, OP_CENTEN);
    let jaarloon = fiscaal_loon.per_year() + bruto;
    let tarief =
        w.rule(&bijzonder_tarief(jaarloon, loonheffingskorting, p.bijzonder_tarief, explain));
    let belasting = w.rounded("vakantiegeld_belasting", bruto * tarief, BELASTING_BIJZONDER);
    w.result(Vakantiegeld { bruto, tarief, belasting })
}
