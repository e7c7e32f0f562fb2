//! The result of a calendar: its types.

use jiff::civil::Date;

use super::explanations::{UitlegJaar, UitlegMaand};
use super::meldingen::Bericht;
use super::redenen::Reden;
use super::stromen::{Code, Laagste, Stroom};
use super::te_doen::TeDoen;
use super::tijd::K;
use super::toeslagen::Soort;
use super::vergelijk::Terug;
use super::verloop::Verloop;
use super::werk::Welke;
use crate::coverage::Standing;
use crate::money::{Euro, HoursPerMonth, PerMonth, PerYear};
use crate::parameters::Book;
use crate::situatie::SoortBaan;

/// What a month's work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Werk {
    /// The month before the start.
    Nu,
    /// Paid work.
    Baan,
    /// A trial placement.
    Proefplaatsing,
    /// A trajectory.
    Traject,
    /// After the job.
    NaBaan,
    /// No job at all.
    Geen,
}

impl Werk {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nu => "nu",
            Self::Baan => "baan",
            Self::Proefplaatsing => "proefplaatsing",
            Self::Traject => "traject",
            Self::NaBaan => "na_baan",
            Self::Geen => "geen",
        }
    }

    /// The work of a month that is shown.
    pub(super) fn in_maand(verloop: &Verloop, k: K) -> Self {
        if k < 1 {
            return Self::Nu;
        }
        match (&verloop.werk[k].welke, verloop.werk[k].baan.map(|baan| baan.soort)) {
            (Some(Welke::Nu | Welke::Nieuw), Some(SoortBaan::Proefplaatsing)) => {
                Self::Proefplaatsing
            }
            (Some(Welke::Nu | Welke::Nieuw), Some(SoortBaan::Traject)) => Self::Traject,
            (Some(Welke::Nu | Welke::Nieuw), _) => Self::Baan,
            (None, _) if (0..k).any(|eerder| verloop.werk[eerder].is_baan()) => Self::NaBaan,
            (None, _) => Self::Geen,
        }
    }
}

/// Thirteen months.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// By which amounts it was computed.
    pub book: Book,
    /// The first day of month 1.
    pub start: Date,
    /// The years whose amounts are carried on.
    pub jaren_voortgezet: Vec<i16>,
    /// Months 0 to 12.
    pub maanden: Vec<Maand>,
    /// The two years.
    pub jaren: Vec<Jaar>,
    /// What comes or has to be paid after month 12.
    pub later: Vec<Later>,
    /// The whole in a few amounts.
    pub samenvatting: Samenvatting,
    /// The same with one thing changed.
    pub wat_als: Vec<(&'static str, WatAls)>,
    /// What she has to do because of the job, by date.
    pub te_doen: Vec<TeDoen>,
    /// Every choice and default that touched the result.
    pub aannames: Vec<Bericht>,
    /// What was left out, and which way it would move the result.
    pub niet_berekend: Vec<Bericht>,
    /// What she should know.
    pub waarschuwingen: Vec<Bericht>,
}

/// One month.
#[derive(Clone, Debug)]
pub struct Maand {
    /// 0 to 12.
    pub nummer: i32,
    /// Its first day.
    pub maand: Date,
    /// Whether its amounts are its own.
    pub status: Standing,
    /// What work there is.
    pub werk: Werk,
    /// The hours of the list.
    pub uren: Option<HoursPerMonth>,
    /// Every movement, in order.
    pub stromen: Vec<Stroom>,
    /// The sum of every code, in the order of the contract.
    pub lijnen: Vec<(Code, Euro)>,
    /// The balance at the start.
    pub begin: Euro,
    /// The balance at the end.
    pub eind: Euro,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What of the balance has to be paid back.
    pub nog_terug: Euro,
    /// What is hers.
    pub echt_van_haar: Euro,
    /// What to put aside.
    pub opzij: Euro,
    /// The account of who never started: its balance, and what of it has to be paid back.
    pub nooit: (Euro, Euro),
    /// What the month brings, whenever it is paid; `None` in month 0.
    pub waarde: Option<Waarde>,
    /// Bijstand by right and as it is paid.
    pub bijstand: Bijstand,
    /// Why lines differ from the month before.
    pub redenen: Vec<Reden>,
    /// How its amounts came about, when that was asked for.
    pub uitleg: Option<UitlegMaand>,
}

/// What a month brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waarde {
    /// To who never started.
    pub nooit: Euro,
    /// As it happens.
    pub werkelijk: Euro,
}

impl Waarde {
    /// The difference of the amounts shown.
    pub fn verschil(&self) -> Euro {
        self.werkelijk - self.nooit
    }
}

/// Bijstand of a month.
#[derive(Clone, Copy, Debug)]
pub struct Bijstand {
    /// The norm.
    pub norm: PerMonth,
    /// Her wage as it counts, before the disregard.
    pub ink: PerMonth,
    /// The disregard, in the words of the contract.
    pub regel: &'static str,
    /// Its amount.
    pub vrijlating: PerMonth,
    /// The claim to holiday pay that counts.
    pub vakantiegeld_claim: PerMonth,
    /// By right, holiday part included.
    pub recht: PerMonth,
    /// What of it is paid each month.
    pub uitbetaald_recht: PerMonth,
    /// What the municipality expects, or pays by the month before.
    pub geschat: PerMonth,
    /// What it takes back of earlier months.
    pub ingehouden: PerMonth,
    /// What it adds for earlier months.
    pub nabetaald: PerMonth,
    /// All that was paid too much; below zero: too little.
    pub openstaand: PerMonth,
    /// The other reading of a month of 2027 or later.
    pub alternatief: Option<Alternatief>,
}

/// A month of 2027 or later if the disregard of 2026 ran on.
#[derive(Clone, Copy, Debug)]
pub struct Alternatief {
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// What would be paid of bijstand.
    pub uitbetaald: PerMonth,
    /// That less what is.
    pub verschil: PerMonth,
}

/// One of the two years.
#[derive(Clone, Debug)]
pub struct Jaar {
    /// Which.
    pub jaar: i16,
    /// Whether its amounts are its own.
    pub status: Standing,
    /// Months with the job.
    pub maanden_werk: u32,
    /// Her taxable wage, holiday pay included.
    pub fiscaal_loon: PerYear,
    /// Gross bijstand.
    pub bruto_bijstand: PerYear,
    /// Her toetsingsinkomen (with a partner: of both).
    pub toetsingsinkomen: PerYear,
    /// What Dienst Toeslagen had before the job, and has after it.
    pub geschat_toetsingsinkomen: [PerYear; 2],
    /// IACK by the month of the new job.
    pub iack_maand: PerMonth,
    /// Withheld by employer and municipality.
    pub ingehouden: PerYear,
    /// Tax after the credits but the IACK.
    pub verschuldigd: PerYear,
    /// IACK set off against it.
    pub iack_verrekend: PerYear,
    /// Positive: a refund.
    pub saldo: Euro,
    /// What of a refund the municipality takes: nil or below.
    pub naar_gemeente: Euro,
    /// What of a bill the municipality ought to make good.
    pub gemeente_bij_aanslag: Euro,
    /// When the balance is paid.
    pub datum: Option<Date>,
    /// The four allowances.
    pub toeslagen: Vec<(Soort, Toeslagjaar)>,
    /// What to put aside in each month with the job.
    pub opzij_per_maand: Euro,
    /// How its amounts came about, when that was asked for.
    pub uitleg: Option<UitlegJaar>,
}

/// An allowance over a year.
#[derive(Clone, Copy, Debug)]
pub struct Toeslagjaar {
    /// The right.
    pub recht: PerYear,
    /// What was advanced.
    pub betaald: PerYear,
    /// What is still paid; below zero: paid back.
    pub afrekening: Euro,
    /// What is forgiven.
    pub kwijt: Euro,
    /// At the latest.
    pub datum: Date,
}

/// Something after month 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// When; `None` for what stands open.
    pub datum: Option<Date>,
    /// Of which year; `None` for what stands open.
    pub jaar: Option<i16>,
    /// What.
    pub code: LaterCode,
    /// How much; below zero has to be paid.
    pub bedrag: Euro,
}

/// What can come after month 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LaterCode {
    /// A movement on a day.
    Stroom(Code),
    /// Holiday pay that is earned.
    VakantiegeldOpgebouwd,
    /// The holiday part of bijstand that is reserved.
    VakantietoeslagOpgebouwd,
    /// Bijstand that was too much or too little.
    BijstandOpenstaand,
    /// Wage of month 12 that is paid in the month after.
    LoonLater,
}

impl LaterCode {
    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stroom(code) => code.word(),
            Self::VakantiegeldOpgebouwd => "vakantiegeld_opgebouwd",
            Self::VakantietoeslagOpgebouwd => "vakantietoeslag_opgebouwd",
            Self::BijstandOpenstaand => "bijstand_openstaand",
            Self::LoonLater => "loon_later",
        }
    }
}

/// What creditors take of the first twelve months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VanSchulden {
    /// What goes to them.
    pub naar_schuldeisers: Euro,
    /// What is left after them in an average month.
    pub over_per_maand: Euro,
}

/// The whole in a few amounts.
#[derive(Clone, Debug)]
pub struct Samenvatting {
    /// What twelve months bring more than never having started; `None` when nothing is reported.
    pub verschil_met_nooit: Option<Euro>,
    /// What of it is on the account at the end of month 12.
    pub verschil_op_de_rekening: Euro,
    /// What of it comes or has to be paid later.
    pub komt_nog: Option<Euro>,
    /// The difference if the municipality makes its part of a bill good.
    pub verschil_als_gemeente_bijspringt: Option<Euro>,
    /// The difference if the disregard of 2026 ran on.
    pub verschil_bij_oude_vrijlating: Option<Euro>,
    /// What of it comes from the months before the start.
    pub jaarinkomen_telt_terug: Euro,
    /// The difference by the month.
    pub per_maand: Option<Euro>,
    /// What is left to live on in an average month: now and with the job.
    pub om_van_te_leven: [Euro; 2],
    /// Runs of months with one disregard; `None` when nothing is reported.
    pub blokken: Option<Vec<Blok>>,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What was on the account at the start.
    pub beginsaldo: Euro,
    /// What is spent on living.
    pub leefgeld: PerMonth,
    /// The same of who never started.
    pub nooit: Nooit,
    /// What creditors take of never having started and of the path that happens, and what is left; `None` without debts,
    /// with a partner, or when the job is not reported.
    pub schulden: Option<[VanSchulden; 2]>,
}

/// Who never started.
#[derive(Clone, Debug)]
pub struct Nooit {
    /// The balance at the end.
    pub eind: Euro,
    /// What of it has to be paid back.
    pub nog_terug: Euro,
    /// What is hers.
    pub echt_van_haar: Euro,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What has to be paid back.
    pub terug: Terug,
    /// Of each year the balance of tax, what of it the municipality takes, and what the allowances settle.
    pub jaren: Vec<(i16, Euro, Euro, Euro)>,
}

/// A run of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blok {
    /// Its first month.
    pub van: Date,
    /// Its last month; `None` without end.
    pub tot: Option<Date>,
    /// The rule, in the words of the contract.
    pub regel: &'static str,
    /// What a month of it brings more than never having started.
    pub per_maand: Euro,
}

/// The same with one thing changed.
#[derive(Clone, Copy, Debug)]
pub struct WatAls {
    /// Months the job lasts, where that is what changes.
    pub na: Option<u32>,
    /// What is hers at the end of month 12.
    pub echt_van_haar: Euro,
    /// What has to be paid back.
    pub terug: Terug,
    /// The balance.
    pub eind: Euro,
    /// The lowest balance.
    pub laagste: Laagste,
    /// What twelve months bring more than never having started; `None` when nothing is reported.
    pub verschil_met_nooit: Option<Euro>,
    /// The same if the municipality makes its part of a bill good.
    pub verschil_als_gemeente_bijspringt: Option<Euro>,
}
