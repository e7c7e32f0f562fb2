//! One thing to do, and what it may depend on.

use jiff::civil::Date;

use crate::engine::house::House;
use crate::engine::lines::Lijn;
use crate::engine::outcome::Outcome;
use crate::laws;
use crate::message::{Arg, Melding};
use crate::month::gemeente::VanGemeente;
use crate::parameters::{About, Source};

/// The allowances, which are asked for and reported at one place.
const TOESLAGEN: [Lijn; 4] =
    [Lijn::Zorgtoeslag, Lijn::Huurtoeslag, Lijn::KindgebondenBudget, Lijn::Kinderopvangtoeslag];

/// What can be asked or kept in mind, beside what has to be done for the job.
const RAAD: [&str; 5] = [
    "startkosten_vragen",
    "zorgverzekering_vragen",
    "bijstand_opnieuw",
    "bijstand_opnieuw_onder_27",
    "ontheffing_vragen",
];

/// What kind of doing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Soort {
    /// Telling what changed.
    Doorgeven,
    /// Asking for money.
    Aanvragen,
    /// Ending what pays nothing any more.
    Stopzetten,
    /// Arranging or asking something.
    Regelen,
    /// Keeping papers.
    Bewaren,
}

/// Where it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bij {
    /// The municipality.
    Gemeente,
    /// Dienst Toeslagen.
    Toeslagen,
    /// The tax office.
    Belastingdienst,
    /// The employer.
    Werkgever,
    /// The childcare provider.
    Opvang,
}

impl Soort {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Doorgeven => "doorgeven",
            Self::Aanvragen => "aanvragen",
            Self::Stopzetten => "stopzetten",
            Self::Regelen => "regelen",
            Self::Bewaren => "bewaren",
        }
    }
}

impl Bij {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gemeente => "gemeente",
            Self::Toeslagen => "toeslagen",
            Self::Belastingdienst => "belastingdienst",
            Self::Werkgever => "werkgever",
            Self::Opvang => "opvang",
        }
    }
}

/// One thing to do.
#[derive(Clone, Debug)]
pub struct TeDoen {
    pub(crate) zin: Melding,
    /// The last day; `None` where no law or term gives one.
    pub uiterlijk: Option<Date>,
    /// What kind of doing it is.
    pub soort: Soort,
    /// Where it is done.
    pub bij: Bij,
    /// The article that asks for it or that it rests on.
    pub artikel: &'static str,
    /// The document, where it is another than the law itself.
    pub(super) document: Option<&'static Source>,
}

impl TeDoen {
    pub(super) fn nieuw(zin: Melding, soort: Soort, bij: Bij, artikel: &'static str) -> Self {
        Self { zin, uiterlijk: None, soort, bij, artikel, document: None }
    }

    pub(super) fn uiterlijk(self, day: Option<Date>) -> Self {
        Self { uiterlijk: day, ..self }
    }

    /// Rests on a dated value: on its article, and it can be read in its document.
    pub(super) fn volgens(zin: Melding, soort: Soort, bij: Bij, about: &'static About) -> Self {
        let item = Self::nieuw(zin, soort, bij, about.article);
        Self { document: Some(about.source), ..item }
    }

    /// Stable code.
    pub const fn code(&self) -> &'static str {
        self.zin.code
    }

    /// Whether it can be asked or kept in mind, and nothing goes wrong when it is not done for the start of the job.
    pub fn is_raad(&self) -> bool {
        RAAD.contains(&self.code())
    }

    /// Where it can be read: the document, or the article in the law.
    pub fn bron(&self) -> Option<String> {
        self.document.map(|source| source.url.to_owned()).or_else(|| laws::url(self.artikel))
    }
}

/// Everything an item may depend on.
pub(super) struct Facts<'a> {
    pub(super) house: &'a House<'a>,
    pub(super) nu: &'a Outcome,
    pub(super) met_baan: &'a Outcome,
    pub(super) gemeente: &'a VanGemeente,
    pub(super) start: Date,
}

impl Facts<'_> {
    /// Whether the job pays a wage.
    pub(super) fn loon(&self) -> bool {
        self.met_baan.loon().bruto.is_positive()
    }

    /// Whether the job ends a bijstand that she has now.
    pub(super) fn uit_bijstand(&self) -> bool {
        self.nu.bijstand.value.is_positive() && self.met_baan.bijstand.value.is_zero()
    }

    /// Whether she has kinderopvangtoeslag with the job only.
    pub(super) fn nieuwe_kinderopvangtoeslag(&self) -> bool {
        self.toeslagen(|nu, met_baan| !nu && met_baan).contains(&Lijn::Kinderopvangtoeslag)
    }

    /// The calendar year of the start, whose whole income counts for the allowances (art. 8 Awir).
    pub(super) fn jaar(&self) -> Arg {
        Arg::Text(self.start.year().to_string())
    }

    /// The allowances for which this holds of the amount now and the amount with the job.
    pub(super) fn toeslagen(&self, geldt: impl Fn(bool, bool) -> bool) -> Vec<Lijn> {
        let is_er = |uitkomst: &Outcome, lijn| uitkomst.lijnen.bedrag(lijn).is_positive();
        TOESLAGEN
            .into_iter()
            .filter(|&lijn| geldt(is_er(self.nu, lijn), is_er(self.met_baan, lijn)))
            .collect()
    }
}
