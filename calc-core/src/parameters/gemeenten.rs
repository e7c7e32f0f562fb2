//! The municipalities: what each pays beside the law, and how it settles wage with bijstand.
//!
//! One file per municipality and date, `parameters/gemeenten/<name>/<first day>.toml`, checked by the build like
//! every amount. A new municipality is a new file; only a new *kind* of scheme asks for code.

use jiff::civil::{self, Date};
use rust_decimal::Decimal;

#[cfg(feature = "scenario")]
use super::change::Change;
use super::source::Source;
use crate::money::{Euro, PerMonth, PerYear, Rate};
use crate::value::{Months, Weeks, Years};

/// One municipality through time.
#[derive(Debug)]
#[cfg_attr(feature = "scenario", derive(Clone))]
pub struct Gemeente {
    /// The name of its folder and in the input.
    pub code: &'static str,
    /// Its files, by date.
    pub versies: &'static [Versie],
}

/// What a municipality has in one period.
#[derive(Debug)]
#[cfg_attr(feature = "scenario", derive(Clone))]
pub struct Versie {
    /// Its name as people write it.
    pub naam: &'static str,
    /// The first day.
    pub geldig_van: Date,
    /// The last day.
    pub geldig_tot: Date,
    /// When it pays bijstand, where its file says so.
    pub betaling: Option<Betaaldag>,
    /// What a week plan takes where nothing is told.
    #[cfg(feature = "weekplan")]
    pub week: Week,
    /// Its schemes, in the order of the file.
    pub regelingen: &'static [Regeling],
}

/// How a municipality settles wage with bijstand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Afrekening {
    /// It expects a wage and sets off what was wrong with a later month.
    Schatting,
    /// It pays by the wage of the month before.
    Achteraf,
}

/// When a municipality pays bijstand.
#[derive(Debug)]
#[cfg_attr(feature = "scenario", derive(Clone))]
pub struct Betaaldag {
    /// The day of the month.
    pub dag: i8,
    /// The month of the year in which the holiday part is paid.
    pub maand_vakantietoeslag: u32,
    /// The year this is of.
    pub jaar: i16,
    /// The article or the municipal rule.
    pub article: &'static str,
    /// Where it was read.
    pub source: &'static Source,
}

/// What a week plan takes where nothing is told: minutes, moments from midnight, weeks.
#[cfg(feature = "weekplan")]
#[derive(Clone, Copy, Debug)]
pub struct Week {
    /// Straight from home to work.
    pub huis_werk: u32,
    /// From a place where children are brought to work.
    pub naar_werk: u32,
    /// From home to such a place.
    pub van_huis: u32,
    /// Handing over.
    pub overdracht: u32,
    /// From one place to the next.
    pub tussen: u32,
    /// How long after the bell she may come.
    pub wachten: u32,
    /// Weeks of school holiday that she covers with her own leave.
    pub verlof_weken: u32,
    /// How long before the bell the door of a school opens.
    pub deur: u32,
    /// A school day.
    pub school: [u32; 2],
    /// What can be bought on a day without school.
    pub blok: [u32; 2],
    /// Start of care before school.
    pub voorschool_van: u32,
    /// Closing of care after school.
    pub middag_tot: u32,
    /// School weeks in a contract.
    pub schoolweken: u32,
    /// Holiday weeks in a contract, and in a year.
    pub vakantieweken: u32,
    /// To a multiple of which a day by the hour is rounded up.
    pub afronden: u32,
    /// Within so much of the bell bringing a child and going to work is one trip.
    pub een_rit: u32,
    /// Less room than this is tight.
    pub krap_onder: u32,
    /// The longest working day that is proposed.
    pub werkdag: u32,
    /// A break is needed above so much work.
    pub pauze_boven: u32,
    /// That break.
    pub pauze: u32,
}

/// How and when a municipality pays bijstand beside a wage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Betaling {
    /// How it settles wage.
    pub afrekening: Afrekening,
    /// The day of the month.
    pub dag: i8,
    /// The month of the year in which the holiday part is paid.
    pub maand_vakantietoeslag: u32,
}

impl Betaling {
    /// Where nothing is known: by the wage of the month before, around the 25th, the holiday part in June (art. 45(1)
    /// Participatiewet).
    pub const ONBEKEND: Self =
        Self { afrekening: Afrekening::Achteraf, dag: 25, maand_vakantietoeslag: 6 };
}

impl Gemeente {
    /// How and when it pays bijstand, by its newest file.
    pub fn betaling(&self) -> Betaling {
        let Some(versie) = self.versies.last() else { return Betaling::ONBEKEND };
        let mut betaling = Betaling::ONBEKEND;
        if let Some(dag) = &versie.betaling {
            betaling.dag = dag.dag;
            betaling.maand_vakantietoeslag = dag.maand_vakantietoeslag;
        }
        let schat = |regeling: &Regeling| {
            matches!(regeling.soort, Soort::VerrekeningMetSchatting { .. })
                && regeling.status != Status::Unknown
        };
        if versie.regelingen.iter().any(schat) {
            betaling.afrekening = Afrekening::Schatting;
        }
        betaling
    }
}

/// One municipal scheme, with what is known about it.
#[derive(Debug)]
#[cfg_attr(feature = "scenario", derive(Clone))]
pub struct Regeling {
    /// Its key in the file.
    pub code: &'static str,
    /// Its name as people write it.
    pub naam: &'static str,
    /// What kind of scheme it is, with its amounts.
    pub soort: Soort,
    /// How much is known.
    pub status: Status,
    /// The year its figures are of.
    pub jaar: i16,
    /// The article or the municipal rule.
    pub article: &'static str,
    /// Where it was read.
    pub source: &'static Source,
    /// Where it was read as well.
    #[cfg(feature = "catalogue")]
    pub second_source: Option<&'static Source>,
    /// What is and is not known; empty when there is nothing to say.
    #[cfg(feature = "catalogue")]
    pub note: &'static str,
}

/// How much is known of a municipal scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It holds now.
    InForce,
    /// Figures of an earlier year; those of now were not found.
    EarlierYear,
    /// Whether it exists (still) is not known: never computed with.
    Unknown,
    /// Taken to exist, with amounts that are tried.
    #[cfg(feature = "scenario")]
    Scenario,
}

impl Status {
    /// As the files write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            Self::EarlierYear => "earlier year",
            Self::Unknown => "unknown",
            #[cfg(feature = "scenario")]
            Self::Scenario => "scenario",
        }
    }

    /// The key of its sentence in the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::InForce => "geldt",
            Self::EarlierYear => "eerder_jaar",
            Self::Unknown => "onbekend",
            #[cfg(feature = "scenario")]
            Self::Scenario => "scenario",
        }
    }
}

/// The kinds of municipal schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soort {
    /// A yearly amount for who had a low income for long (art. 36 Participatiewet).
    ToeslagPerJaar {
        /// For a single person.
        alleenstaande: PerYear,
        /// For a single parent.
        alleenstaande_ouder: PerYear,
        /// For a couple.
        paar: PerYear,
        /// For a couple with children.
        paar_met_kinderen: PerYear,
        /// The age it begins at.
        vanaf_leeftijd: Years,
        /// For how long income was low.
        inkomen_over_maanden: Months,
        /// What low is, as a share of the norm.
        inkomen_hoogstens: Rate,
        /// The most that income may be when it is asked for, as a share of the norm.
        inkomen_bij_aanvraag_hoogstens: Rate,
    },
    /// An amount once for childcare, when work ends the bijstand.
    EenmaligBijUitstroom {
        /// The amount.
        bedrag: Euro,
    },
    /// A share of the net wage beside bijstand, saved up as a premium (art. 31(2)(j) Participatiewet).
    PremieBijWerk {
        /// The share.
        percentage: Rate,
        /// The most.
        hoogstens: PerMonth,
        /// The age it begins at.
        vanaf_leeftijd: Years,
    },
    /// The own share of childcare in a trajectory or trial placement (art. 1.13 Wet kinderopvang).
    EigenDeelOpvangZonderLoon {
        /// The part of it that is paid.
        hoogstens: Rate,
    },
    /// The own share of childcare with a paid job beside bijstand.
    EigenDeelOpvangBijWerk {
        /// The part of it that is paid.
        hoogstens: Rate,
    },
    /// Remission of the waste tax.
    KwijtscheldingAfval {
        /// The tax for one person.
        een_persoon: PerYear,
        /// For two.
        twee_personen: PerYear,
        /// For three or more.
        drie_of_meer: PerYear,
        /// The part of it that can be remitted.
        hoogstens: Rate,
    },
    /// Wage is settled in its own month, on an estimate that is corrected later.
    VerrekeningMetSchatting {
        /// How far back the municipality may look to set off what was received (art. 58(4) Participatiewet).
        terugkijken_maanden: Months,
        /// How soon a payslip has to be sent in.
        loonstrook_binnen: Weeks,
    },
    /// Wage is settled with the bijstand of the month after.
    VerrekeningAchteraf {},
}

impl Gemeente {
    /// What holds on a day, if that is known.
    pub fn op(&self, day: Date) -> Option<&'static Versie> {
        self.versies.iter().find(|versie| versie.geldig_van <= day && day <= versie.geldig_tot)
    }

    /// Its name as people write it.
    pub fn naam(&self) -> &'static str {
        self.versies.last().map_or(self.code, |versie| versie.naam)
    }
}

impl Soort {
    /// As the files write it: a key of the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ToeslagPerJaar { .. } => "toeslag_per_jaar",
            Self::EenmaligBijUitstroom { .. } => "eenmalig_bij_uitstroom",
            Self::PremieBijWerk { .. } => "premie_bij_werk",
            Self::EigenDeelOpvangZonderLoon { .. } => "eigen_deel_opvang_zonder_loon",
            Self::EigenDeelOpvangBijWerk { .. } => "eigen_deel_opvang_bij_werk",
            Self::KwijtscheldingAfval { .. } => "kwijtschelding_afval",
            Self::VerrekeningMetSchatting { .. } => "verrekening_met_schatting",
            Self::VerrekeningAchteraf {} => "verrekening_achteraf",
        }
    }

    /// Whether it is money she receives, not a bill remitted or a way of working.
    pub const fn is_geld(self) -> bool {
        !matches!(
            self,
            Self::KwijtscheldingAfval { .. }
                | Self::VerrekeningMetSchatting { .. }
                | Self::VerrekeningAchteraf {}
        )
    }
}

include!(concat!(env!("OUT_DIR"), "/gemeenten.rs"));

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_municipality_knows_its_name_and_the_days_it_has_rules_for() {
        let rotterdam = GEMEENTEN.iter().find(|gemeente| gemeente.code == "rotterdam").expect("it");
        assert_eq!(rotterdam.naam(), "Rotterdam");
        assert!(rotterdam.op(date(2026, 1, 1)).is_some());
        assert!(rotterdam.op(date(2025, 12, 31)).is_none());
        assert!(rotterdam.op(date(9999, 12, 31)).is_none());
    }

    #[test]
    fn a_bill_that_is_remitted_and_a_way_of_working_are_no_money() {
        let regelingen = GEMEENTEN[0].versies[0].regelingen;
        let no_money: Vec<&str> =
            regelingen.iter().filter(|it| !it.soort.is_geld()).map(|it| it.code).collect();
        assert_eq!(no_money, ["kwijtschelding_afvalstoffenheffing", "verrekening"]);
    }
}
