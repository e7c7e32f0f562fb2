//! All dated amounts of one day, looked up once.

use jiff::civil::Date;

use crate::error::Error;
use crate::parameters::{
    bijstand, bijstandsnorm, bijzonder_tarief, bruto_bijstand, huurtoeslag, iack,
    inkomensvrijlating, inkomensvrijlating_vanaf_2027, inkomstenbelasting, kinderbijslag,
    kinderopvangtoeslag, kindgebonden_budget, loonheffing, minimumloon, termijnen, toeslagen,
    toeslagvermogen, vakantiegeld_claim, vaste_maand, zorgtoeslag,
};
use crate::schemes::{self, bijstand::inkomensvrijlating as vrijlating};

/// The amounts the whole picture needs, as they hold on one day.
#[derive(Clone, Copy)]
pub(crate) struct Bedragen {
    pub(crate) minimumloon: &'static minimumloon::Params,
    pub(crate) loon: schemes::loon::Params,
    pub(crate) norm: schemes::bijstand::norm::Params,
    pub(crate) vrijlating: vrijlating::Params,
    pub(crate) vakantiegeld_claim: &'static vakantiegeld_claim::Params,
    pub(crate) bruto_bijstand: &'static bruto_bijstand::Params,
    pub(crate) heffing: schemes::inkomstenbelasting::Params,
    pub(crate) aanslag: &'static inkomstenbelasting::Params,
    pub(crate) zorgtoeslag: schemes::zorgtoeslag::Params,
    pub(crate) huurtoeslag: &'static huurtoeslag::Params,
    pub(crate) kindgebonden_budget: &'static kindgebonden_budget::Params,
    pub(crate) kinderbijslag: &'static kinderbijslag::Params,
    pub(crate) kinderopvang: schemes::kinderopvangtoeslag::Params,
    pub(crate) toeslagen: &'static toeslagen::Params,
    pub(crate) toeslagvermogen: &'static toeslagvermogen::Params,
    pub(crate) termijnen: &'static termijnen::Params,
}

impl Bedragen {
    /// The amounts of this day, or what is covered when it lies outside.
    pub(crate) fn op(day: Date) -> Result<Self, Error> {
        vaste_maand::at(day)?;
        let minimumloon = minimumloon::at(day)?;
        let loonheffing = loonheffing::at(day)?;
        let toeslagen = toeslagen::at(day)?;
        Ok(Self {
            minimumloon,
            loon: schemes::loon::Params {
                loonheffing,
                bijzonder_tarief: bijzonder_tarief::at(day)?,
                minimumloon,
            },
            norm: schemes::bijstand::norm::Params {
                norm: bijstandsnorm::at(day)?,
                bijstand: bijstand::at(day)?,
            },
            vrijlating: vrijlating::Params {
                tot_2027: inkomensvrijlating::at(day)?,
                vanaf_2027: &inkomensvrijlating_vanaf_2027::VERSIONS[0],
            },
            vakantiegeld_claim: vakantiegeld_claim::at(day)?,
            bruto_bijstand: bruto_bijstand::at(day)?,
            heffing: schemes::inkomstenbelasting::Params {
                tarief: loonheffing,
                iack: iack::at(day)?,
            },
            aanslag: inkomstenbelasting::at(day)?,
            zorgtoeslag: schemes::zorgtoeslag::Params {
                zorgtoeslag: zorgtoeslag::at(day)?,
                toeslagen,
            },
            huurtoeslag: huurtoeslag::at(day)?,
            kindgebonden_budget: kindgebonden_budget::at(day)?,
            kinderbijslag: kinderbijslag::at(day)?,
            kinderopvang: schemes::kinderopvangtoeslag::Params {
                opvang: kinderopvangtoeslag::at(day)?,
                toeslagen,
            },
            toeslagen,
            toeslagvermogen: toeslagvermogen::at(day)?,
            termijnen: termijnen::at(day)?,
        })
    }
}
