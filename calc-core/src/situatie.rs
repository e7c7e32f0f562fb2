//! The situation of one household, checked: every value within the bounds of the contract, every date real,
//! the whole within the dates that are covered. Rules only ever see this.
//!
//! The field names are those of the stable contract (`docs/contract.md`).

use jiff::civil::Date;

use crate::money::{Euro, HoursPerMonth, HoursPerWeek, PerHour, PerMonth, PerYear};
use crate::parameters::Book;
pub use crate::parameters::gemeenten::Afrekening;
use crate::parameters::gemeenten::{Gemeente, Regeling};
#[cfg(feature = "weekplan")]
use crate::weekplan::plan::{ChildPlan, Plan};

/// A field that was left out, and the value it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defaulted {
    /// The path of the field.
    pub path: String,
    /// The default, as the contract writes it.
    pub value: &'static str,
}

/// One household, the job she is offered and the job she has.
#[derive(Clone, Debug)]
pub struct Situatie {
    /// By which amounts it is computed.
    pub book: Book,
    /// The reference date: whose amounts and ages count.
    pub peildatum: Date,
    /// Who lives there, and on what.
    pub huishouden: Huishouden,
    /// The bijstand so far.
    pub bijstand: Bijstand,
    /// The job she has now.
    pub baan_nu: Option<Baan>,
    /// The job she is offered.
    pub baan: Baan,
    /// Whether her income is attached, or in a debt scheme.
    pub schulden: Schulden,
    /// Whether the IACK is paid out by the month.
    pub iack: IackUitbetaling,
    /// Whether the hours of care follow the hours of work, in the hours curve.
    pub opvang_schaalt: OpvangSchaalt,
    /// What only the calendar asks.
    #[cfg(feature = "calendar")]
    pub kalender: Kalender,
    /// When she works and how she travels, when care follows from it.
    #[cfg(feature = "weekplan")]
    pub weekplan: Option<Plan>,
    /// What was left out of the input.
    pub defaulted: Vec<Defaulted>,
}

/// Who lives in the house, and on what.
#[derive(Clone, Debug)]
pub struct Huishouden {
    /// Her date of birth.
    pub geboren: Date,
    /// Her partner.
    pub partner: Option<Partner>,
    /// Her children under 18, born or expected.
    pub kinderen: Vec<Kind>,
    /// Everyone else of 18 or older in the house.
    pub inwonenden: Vec<Inwonende>,
    /// Bare rent; `None` without a rented home of her own.
    pub kale_huur: Option<PerMonth>,
    /// Whether the home has its own door, kitchen and toilet.
    pub zelfstandige_woning: bool,
    /// Fixed costs, as given.
    pub vaste_lasten: PerMonth,
    /// Savings.
    pub vermogen: Euro,
    /// Whose municipal rules apply.
    pub gemeente: &'static Gemeente,
    /// Whether what the municipality pays is added to the year, in a total of its own.
    pub gemeente_meetellen: bool,
    /// Amounts of municipal schemes that were typed in by hand, in place of the scheme's own outcome.
    pub gemeente_bedragen: Vec<BedragMetHand>,
    /// Child alimony received.
    pub alimentatie_kinderen: PerMonth,
    /// Partner alimony received.
    pub alimentatie_partner: PerMonth,
    /// Whether she is medically limited in the hours she can work (art. 6b Participatiewet).
    pub medische_urenbeperking: bool,
}

/// The amount of a municipal scheme as someone knows it: a letter, a coach.
#[derive(Clone, Copy, Debug)]
pub struct BedragMetHand {
    /// A scheme of her municipality that pays money.
    pub regeling: &'static Regeling,
    /// The amount, over the period of the scheme.
    pub bedrag: Euro,
}

/// Debts that others collect from her income. How many collect changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schulden {
    /// How they are collected.
    pub soort: SoortSchulden,
    /// What her letter says that she keeps of a month now: beslagvrije voet or vtlb, holiday pay included.
    pub vrij_nu: Option<PerMonth>,
    /// The same with the job.
    pub vrij_met_baan: Option<PerMonth>,
}

impl Schulden {
    /// Whether anything is collected.
    pub fn heeft(self) -> bool {
        self.soort != SoortSchulden::Geen
    }
}

/// How debts are collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SoortSchulden {
    /// Not from her income.
    #[default]
    Geen,
    /// An attachment of wage, bijstand or both.
    Beslag,
    /// A debt scheme, by agreement or by the law (Wsnp).
    Schuldregeling,
}

impl SoortSchulden {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Geen => "geen",
            Self::Beslag => "beslag",
            Self::Schuldregeling => "schuldregeling",
        }
    }
}

/// The partner she shares a household with.
#[derive(Clone, Copy, Debug)]
pub struct Partner {
    /// Date of birth.
    pub geboren: Date,
    /// Gross wage, the same in both situations.
    pub maandloon: PerMonth,
}

/// A child under 18, born or expected.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Date of birth, or the day it is due.
    pub geboren: Date,
    /// The childcare contracts.
    pub opvang: Vec<Opvang>,
    /// What the week plan asks of it.
    #[cfg(feature = "weekplan")]
    pub plan: ChildPlan,
}

/// One childcare contract of one child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opvang {
    /// The kind of care.
    pub soort: SoortOpvang,
    /// Hours that are paid for.
    pub uren: HoursPerMonth,
    /// What the provider really charges.
    pub uurprijs: PerHour,
}

/// The kinds of care the law knows (art. 1.1 Wet kinderopvang).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SoortOpvang {
    /// Day care, before school age.
    Dagopvang,
    /// Out-of-school care.
    Bso,
    /// A registered childminder.
    Gastouder,
}

/// An adult in the house other than the partner.
#[derive(Clone, Copy, Debug)]
pub struct Inwonende {
    /// Date of birth.
    pub geboren: Date,
    /// What they are to her.
    pub relatie: Relatie,
    /// Taxable income.
    pub inkomen_jaar: PerYear,
    /// The part of it that is wage.
    pub arbeidsinkomen_jaar: PerYear,
    /// Works, studies or is in a trajectory (art. 1.6 Wet kinderopvang).
    pub werkt: bool,
    /// In education that exempts from cost sharing (art. 19a Participatiewet).
    pub studeert: bool,
    /// Rents from her on business terms with a written contract. What that frees differs per law and relation
    /// (`huishouden`).
    pub huurt_zakelijk: bool,
}

/// What an adult in the house is to her.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relatie {
    /// Parent or parent-in-law.
    Ouder,
    /// Her child of 18 or older.
    Kind,
    /// Brother or sister.
    BroerOfZus,
    /// Grandparent or grandchild.
    GrootouderOfKleinkind,
    /// Anyone else.
    Overig,
}

/// The bijstand so far.
#[derive(Clone, Copy, Debug)]
pub struct Bijstand {
    /// Whether she receives it; `false`: none in either situation.
    pub ontvangt: bool,
    /// Aged 18-20: whether she can fall back on her parents.
    pub beroep_op_ouders: bool,
    /// Months of each disregard already used: of n and r in this benefit period, of art. 34a from 2027.
    pub gebruikt: Gebruikt,
    /// Whether the municipality grants a disregard; `false`: none, in any month.
    pub vrijlating_toegekend: bool,
}

/// Months of each disregard that were used before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gebruikt {
    /// Of n, in this benefit period.
    pub n: u32,
    /// Of r.
    pub r: u32,
    /// Of art. 34a.
    pub art_34a: u32,
}

/// A job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baan {
    /// What kind of work it is.
    pub soort: SoortBaan,
    /// Hours of work.
    pub uren_per_week: HoursPerWeek,
    /// The wage that was agreed.
    pub loon: LoonAfspraak,
    /// The employee's pension premium.
    pub pensioenpremie: PerMonth,
    /// Other deductions the law or the collective agreement compels.
    pub verplichte_inhoudingen: PerMonth,
    /// Deductions that do not lower counted income.
    pub overige_inhoudingen: PerMonth,
    /// Whether the employer applies the tax credits.
    pub loonheffingskorting: bool,
    /// When holiday pay is paid.
    pub vakantiegeld: UitbetalingVakantiegeld,
    /// What travelling costs.
    pub reiskosten: PerMonth,
    /// What the employer pays for it, untaxed.
    pub reisvergoeding: PerMonth,
    /// The first day of work, when it was given.
    pub start: Option<Date>,
    /// Whether it is a job with the employer of the job she has: holiday pay runs on.
    pub zelfde_werkgever: bool,
}

/// What only the calendar asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kalender {
    /// Whether the job is reported.
    pub melden: Melden,
    /// The month whose payment of allowances is the first with the new data.
    pub verwerkt_maand: u32,
    /// How many months the job lasts, when it ends.
    pub baan_stopt_na: Option<u32>,
    /// How many months the job lasts in the question what if it ends.
    pub wat_als_stopt_na: u32,
    /// Hours worked in each of the months 1 to 12, where they differ from what was agreed.
    pub uren_per_maand: Option<Vec<Option<HoursPerMonth>>>,
    /// Whether wage is paid in the month after.
    pub loon_maand_later: bool,
    /// The income she gives to Dienst Toeslagen instead of ours, by year.
    pub geschat_inkomen: Vec<(i16, PerYear)>,
    /// How wage is settled with bijstand.
    pub afrekening: Afrekening,
    /// The month of the year in which the holiday part of the bijstand is paid.
    pub maand_vakantietoeslag: u32,
    /// What is on the account at the start of month 0.
    pub beginsaldo: Option<Euro>,
    /// What she spends on living.
    pub leefgeld: Option<PerMonth>,
    /// Fixed costs with the day on which each is collected.
    pub uitgaven: Vec<Uitgave>,
    /// Whether childcare is collected in the month before.
    pub opvang_vooruit: bool,
    /// On which day of the month money moves.
    pub betaaldagen: Betaaldagen,
    /// What was left out of all that only the calendar asks.
    pub defaulted: Vec<Defaulted>,
}

/// Whether she reports the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Melden {
    /// At once.
    Direct,
    /// To nobody.
    Niet,
}

/// A fixed cost of every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uitgave {
    /// How much.
    pub bedrag: PerMonth,
    /// The day of the month.
    pub dag: i8,
}

/// The days of the month on which money moves, 1 to 28.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Betaaldagen {
    /// Wage, its travel reimbursement and holiday pay.
    pub loon: i8,
    /// Bijstand and its holiday part.
    pub bijstand: i8,
    /// The allowances.
    pub toeslagen: i8,
    /// Kinderbijslag.
    pub kinderbijslag: i8,
    /// The monthly IACK.
    pub iack: i8,
    /// Alimony.
    pub alimentatie: i8,
    /// The childcare bill.
    pub opvang: i8,
    /// Travelling.
    pub reiskosten: i8,
}

/// How the wage was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoonAfspraak {
    /// Gross per hour.
    PerUur(PerHour),
    /// Gross per month.
    PerMaand(PerMonth),
    /// No wage was given (hours without wage).
    Geen,
}

/// The kinds of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SoortBaan {
    /// Paid work under a contract.
    Dienstverband,
    /// A trial placement without wage (art. 8a(2)(d) Participatiewet).
    Proefplaatsing,
    /// A trajectory to work without wage.
    Traject,
}

/// When holiday pay is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UitbetalingVakantiegeld {
    /// Once a year, in May.
    Mei,
    /// With each wage, on top of it.
    Maandelijks,
    /// With each wage, already in the wage that was agreed (an all-in wage).
    Inbegrepen,
}

/// Whether the IACK is paid out by the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IackUitbetaling {
    /// By a provisional assessment.
    Maandelijks,
    /// After the year, with the tax return.
    Niet,
}

/// Whether the hours of care follow the hours of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpvangSchaalt {
    /// The contract stays as it is.
    Vast,
    /// All care hours grow and shrink with the hours of work.
    NaarUren,
    /// Whole days of care come and go with the days of the week plan.
    #[cfg(feature = "weekplan")]
    Dagen,
}

impl OpvangSchaalt {
    /// Every way, in the order of the contract.
    pub const ALLE: &[Self] = &[
        Self::Vast,
        Self::NaarUren,
        #[cfg(feature = "weekplan")]
        Self::Dagen,
    ];
}

impl Huishouden {
    /// The children born on or before `day`.
    pub fn geboren_kinderen(&self, day: Date) -> impl Iterator<Item = &Kind> {
        self.kinderen.iter().filter(move |kind| crate::dates::is_born(kind.geboren, day))
    }
}

impl Baan {
    /// A job of 0 hours is no job.
    pub fn heeft_uren(&self) -> bool {
        self.uren_per_week.is_positive()
    }

    /// Whether wage is paid: in a trial placement or trajectory it is not.
    pub fn is_betaald(&self) -> bool {
        self.soort == SoortBaan::Dienstverband
    }
}

impl Relatie {
    /// Every relation.
    pub const ALLE: [Self; 5] =
        [Self::Ouder, Self::Kind, Self::BroerOfZus, Self::GrootouderOfKleinkind, Self::Overig];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ouder => "ouder",
            Self::Kind => "kind",
            Self::BroerOfZus => "broer_of_zus",
            Self::GrootouderOfKleinkind => "grootouder_of_kleinkind",
            Self::Overig => "overig",
        }
    }
}

impl SoortOpvang {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dagopvang => "dagopvang",
            Self::Bso => "bso",
            Self::Gastouder => "gastouder",
        }
    }

    /// Reads the word of the contract.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Dagopvang, Self::Bso, Self::Gastouder].into_iter().find(|soort| soort.word() == word)
    }
}
