//! Municipal schemes: what a municipality pays beside the law, shown apart and never part of what is left.
//!
//! Law: art. 31(2)(j), 35 and 36 Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 1.13 Wet
//! kinderopvang <https://wetten.overheid.nl/BWBR0017017>; the municipality's own rules, named in its file.
//! Left out: everything the municipality judges (36 months of low income, savings, studies, sanctions), which is
//! why the answer is at best "perhaps" wherever one of these counts.

use crate::message::{Arg, Melding};
use crate::money::{Euro, PerMonth, PerYear, Rounding};
use crate::parameters::gemeenten::{Regeling, Soort, Status};
use crate::value::{Persons, Shown, Years};

const OP_CENTEN: Rounding = Rounding::to_cents("gemeentelijke regeling: op centen");

/// What the household has the same in both situations.
#[derive(Clone, Copy, Debug)]
pub struct Gezin {
    /// Whether there is a partner.
    pub paar: bool,
    /// Whether there is a born child under 18.
    pub kinderen: bool,
    /// Her age.
    pub leeftijd: Years,
    /// Everyone registered at the address.
    pub personen: Persons,
    /// The norm, holiday allowance included.
    pub norm: PerMonth,
}

impl Gezin {
    /// Of amounts for one, two and more persons the one for this household.
    fn een_van(&self, [een, twee, meer]: [PerYear; 3]) -> PerYear {
        match self.personen.0 {
            0 | 1 => een,
            2 => twee,
            _ => meer,
        }
    }
}

/// What a municipal scheme looks at in one situation.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// Counted income (art. 32 Participatiewet) with the bijstand on top.
    pub inkomen: PerMonth,
    /// Bijstand, holiday allowance included.
    pub bijstand: PerMonth,
    /// Her net wage.
    pub netto_loon: PerMonth,
    /// The childcare bill.
    pub opvang: PerMonth,
    /// The parents' share of it, within the maximum price.
    pub eigen_deel: PerMonth,
    /// Whether her hours are a trajectory or trial placement, without wage.
    pub zonder_loon: bool,
    /// Whether there was bijstand and work has ended it.
    pub uit_bijstand: bool,
}

/// Whether a scheme is for her.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Antwoord {
    /// Yes.
    Ja,
    /// As far as was asked; the municipality judges the rest.
    Misschien,
    /// No.
    Nee,
    /// It was not found whether the scheme exists, or what it asks here.
    Onbekend,
}

impl Antwoord {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::Misschien => "misschien",
            Self::Nee => "nee",
            Self::Onbekend => "onbekend",
        }
    }

    /// No more certain than what is known of the scheme.
    fn hoogstens(self, status: Status) -> Self {
        match (status, self) {
            (Status::EarlierYear, Self::Ja) => Self::Misschien,
            (Status::Unknown, Self::Ja | Self::Misschien) => Self::Onbekend,
            _ => self,
        }
    }
}

/// An amount with its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bedrag {
    /// Every year.
    PerJaar(PerYear),
    /// Every month.
    PerMaand(PerMonth),
    /// Once.
    Eenmalig(Euro),
}

impl Bedrag {
    /// What it comes to in the first year.
    pub fn in_een_jaar(self) -> PerYear {
        match self {
            Self::PerJaar(bedrag) => bedrag,
            Self::PerMaand(bedrag) => bedrag.per_year(),
            Self::Eenmalig(bedrag) => PerYear::new(bedrag.amount()),
        }
    }

    /// The bare amount.
    pub const fn euro(self) -> Euro {
        match self {
            Self::PerJaar(bedrag) => Euro::new(bedrag.amount()),
            Self::PerMaand(bedrag) => Euro::new(bedrag.amount()),
            Self::Eenmalig(bedrag) => bedrag,
        }
    }

    /// The word of the contract for its period.
    pub const fn per(self) -> &'static str {
        match self {
            Self::PerJaar(_) => "jaar",
            Self::PerMaand(_) => "maand",
            Self::Eenmalig(_) => "eenmalig",
        }
    }
}

/// What a scheme comes to in one situation. The amount goes with "yes" and "perhaps" only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uitkomst {
    /// Whether it is for her.
    pub antwoord: Antwoord,
    /// How much, where the scheme pays.
    pub bedrag: Option<Bedrag>,
}

/// What a scheme comes to in one situation.
pub fn uitkomst(regeling: &Regeling, gezin: &Gezin, stand: &Stand) -> Uitkomst {
    let antwoord = antwoord(regeling.soort, gezin, stand).hoogstens(regeling.status);
    let betaalt = matches!(antwoord, Antwoord::Ja | Antwoord::Misschien);
    let bedrag = if betaalt { bedrag(regeling.soort, gezin, stand) } else { None };
    Uitkomst { antwoord, bedrag }
}

fn antwoord(soort: Soort, gezin: &Gezin, stand: &Stand) -> Antwoord {
    let met_bijstand = stand.bijstand.is_positive();
    let met_loon = met_bijstand && stand.netto_loon.is_positive();
    let met_eigen_deel = met_bijstand && stand.eigen_deel.is_positive();
    let misschien = |geldt: bool| if geldt { Antwoord::Misschien } else { Antwoord::Nee };
    match soort {
        Soort::ToeslagPerJaar { vanaf_leeftijd, inkomen_bij_aanvraag_hoogstens, .. } => {
            let grens = gezin.norm * inkomen_bij_aanvraag_hoogstens;
            misschien(gezin.leeftijd >= vanaf_leeftijd && stand.inkomen <= grens)
        }
        Soort::EenmaligBijUitstroom { .. } => {
            misschien(stand.uit_bijstand && stand.opvang.is_positive())
        }
        Soort::PremieBijWerk { vanaf_leeftijd, .. } => {
            misschien(met_loon && gezin.leeftijd >= vanaf_leeftijd)
        }
        Soort::EigenDeelOpvangZonderLoon { .. } => misschien(met_eigen_deel && stand.zonder_loon),
        Soort::EigenDeelOpvangBijWerk { .. } => misschien(met_eigen_deel && !stand.zonder_loon),
        // Wage she may keep lifts her above the norm; by how much that lowers it the municipality works out.
        Soort::KwijtscheldingAfval { .. } if met_bijstand && !met_loon => Antwoord::Misschien,
        Soort::KwijtscheldingAfval { .. } => Antwoord::Onbekend,
        Soort::VerrekeningMetSchatting { .. } | Soort::VerrekeningAchteraf {} if met_loon => {
            Antwoord::Ja
        }
        Soort::VerrekeningMetSchatting { .. } | Soort::VerrekeningAchteraf {} => Antwoord::Nee,
    }
}

fn bedrag(soort: Soort, gezin: &Gezin, stand: &Stand) -> Option<Bedrag> {
    use Bedrag::{Eenmalig, PerJaar, PerMaand};
    Some(match soort {
        Soort::ToeslagPerJaar {
            alleenstaande,
            alleenstaande_ouder,
            paar,
            paar_met_kinderen,
            ..
        } => PerJaar(match (gezin.paar, gezin.kinderen) {
            (false, false) => alleenstaande,
            (false, true) => alleenstaande_ouder,
            (true, false) => paar,
            (true, true) => paar_met_kinderen,
        }),
        Soort::EenmaligBijUitstroom { bedrag } => Eenmalig(bedrag),
        Soort::PremieBijWerk { percentage, hoogstens, .. } => {
            PerMaand((stand.netto_loon * percentage).min(hoogstens).rounded(OP_CENTEN))
        }
        Soort::EigenDeelOpvangZonderLoon { hoogstens }
        | Soort::EigenDeelOpvangBijWerk { hoogstens } => {
            PerMaand((stand.eigen_deel * hoogstens).rounded(OP_CENTEN))
        }
        Soort::KwijtscheldingAfval { een_persoon, twee_personen, drie_of_meer, hoogstens } => {
            let heffing = gezin.een_van([een_persoon, twee_personen, drie_of_meer]);
            PerJaar((heffing * hoogstens).rounded(OP_CENTEN))
        }
        Soort::VerrekeningMetSchatting { .. } | Soort::VerrekeningAchteraf {} => return None,
    })
}

impl Uitkomst {
    /// With an amount that was typed in by hand: the answer stays when it was yes or perhaps and becomes perhaps when
    /// it was no or not known, for who types it in knows better.
    #[must_use]
    pub fn met_de_hand(self, soort: Soort, bedrag: Euro) -> Self {
        let antwoord = match self.antwoord {
            Antwoord::Ja => Antwoord::Ja,
            Antwoord::Misschien | Antwoord::Nee | Antwoord::Onbekend => Antwoord::Misschien,
        };
        in_periode(soort, bedrag).map_or(self, |bedrag| Self { antwoord, bedrag: Some(bedrag) })
    }
}

/// An amount over the period of the kind of scheme; `None` for what pays no money.
fn in_periode(soort: Soort, bedrag: Euro) -> Option<Bedrag> {
    Some(match soort {
        Soort::ToeslagPerJaar { .. } => Bedrag::PerJaar(PerYear::new(bedrag.amount())),
        Soort::EenmaligBijUitstroom { .. } => Bedrag::Eenmalig(bedrag),
        Soort::PremieBijWerk { .. }
        | Soort::EigenDeelOpvangZonderLoon { .. }
        | Soort::EigenDeelOpvangBijWerk { .. } => Bedrag::PerMaand(PerMonth::new(bedrag.amount())),
        Soort::KwijtscheldingAfval { .. }
        | Soort::VerrekeningMetSchatting { .. }
        | Soort::VerrekeningAchteraf {} => return None,
    })
}

/// What the scheme is, in a few sentences with her numbers.
pub fn zin(soort: Soort, gezin: &Gezin, nu: &Stand, met_baan: &Stand) -> Melding {
    let waarde = |waarde: &dyn Shown| Arg::Value(waarde.shown());
    let zin = Melding::gemeente(soort.word())
        .met("loon", waarde(&met_baan.netto_loon))
        .met("eigen_deel", waarde(&met_baan.eigen_deel));
    match soort {
        Soort::ToeslagPerJaar {
            inkomen_over_maanden: maanden,
            inkomen_hoogstens: laag,
            inkomen_bij_aanvraag_hoogstens: bij_aanvraag,
            ..
        } => zin
            .met("maanden", waarde(&maanden))
            .met("laag", waarde(&(gezin.norm * laag)))
            .met("bij_aanvraag", waarde(&(gezin.norm * bij_aanvraag)))
            .met("inkomen_nu", waarde(&nu.inkomen))
            .met("inkomen_met_baan", waarde(&met_baan.inkomen)),
        Soort::EenmaligBijUitstroom { bedrag } => zin.met("bedrag", waarde(&bedrag)),
        Soort::PremieBijWerk { percentage, hoogstens, .. } => {
            zin.met("percentage", waarde(&percentage)).met("hoogstens", waarde(&hoogstens))
        }
        Soort::KwijtscheldingAfval { een_persoon, twee_personen, drie_of_meer, hoogstens } => {
            let heffing = gezin.een_van([een_persoon, twee_personen, drie_of_meer]);
            let zin = zin.met("heffing", waarde(&heffing)).met("deel", waarde(&hoogstens));
            zin.met("bedrag", waarde(&(heffing * hoogstens)))
        }
        Soort::VerrekeningMetSchatting { terugkijken_maanden: maanden, .. } => {
            zin.met("maanden", waarde(&maanden))
        }
        _ => zin,
    }
}
