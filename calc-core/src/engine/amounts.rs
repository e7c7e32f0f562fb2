//! All dated amounts of one day, looked up once.

use jiff::civil::Date;

use crate::coverage::{Standing, amounts_in_calendar, amounts_of};
use crate::error::Error;
use crate::parameters::{
    Book, afrekening_toeslagen, bijstand, bijstandsnorm, bijzonder_tarief, bruto_bijstand,
    huurtoeslag, iack, inkomstenbelasting, kinderbijslag, kinderopvangtoeslag, loonheffing,
    minimumloon, termijnen, toeslagen, toeslagvermogen, vakantiegeld_claim, zorgtoeslag,
};
use crate::schemes::{self, bijstand::inkomensvrijlating as vrijlating, kindgebonden_budget};

/// The amounts the whole picture needs, as they hold on one day.
#[derive(Clone, Copy)]
pub(crate) struct Amounts {
    /// The day they are the amounts of.
    pub(crate) van: Date,
    /// Whether that is the day that was asked for.
    pub(crate) standing: Standing,
    pub(crate) minimumloon: &'static minimumloon::Params,
    pub(crate) loon: schemes::loon::Params,
    pub(crate) norm: schemes::bijstand::norm::Params,
    pub(crate) vrijlating: vrijlating::Params,
    pub(crate) vakantiegeld_claim: &'static vakantiegeld_claim::Params,
    pub(crate) bruto_bijstand: &'static bruto_bijstand::Params,
    pub(crate) heffing: schemes::inkomstenbelasting::Params,
    pub(crate) aanslag: &'static inkomstenbelasting::Params,
    pub(crate) zorgtoeslag: schemes::zorgtoeslag::Params,
    pub(crate) huurtoeslag: schemes::huurtoeslag::Params,
    pub(crate) huurtoeslag_grenzen: &'static huurtoeslag::Params,
    pub(crate) kindgebonden_budget: kindgebonden_budget::Params,
    pub(crate) kinderbijslag: &'static kinderbijslag::Params,
    pub(crate) kinderopvang: schemes::kinderopvangtoeslag::Params,
    pub(crate) toeslagen: &'static toeslagen::Params,
    pub(crate) afrekening_toeslagen: &'static afrekening_toeslagen::Params,
    pub(crate) toeslagvermogen: &'static toeslagvermogen::Params,
    pub(crate) termijnen: &'static termijnen::Params,
}

impl Amounts {
    /// The amounts a reference date takes, or what is covered when it lies outside. What a law has enacted for the
    /// date itself (the disregard of 2027) goes by the date.
    pub(crate) fn on(book: Book, peildatum: Date) -> Result<Self, Error> {
        Self::of(book, peildatum, amounts_of(peildatum)?)
    }

    /// The amounts a month of the calendar takes.
    pub(crate) fn in_calendar(book: Book, day: Date) -> Result<Self, Error> {
        Self::of(book, day, amounts_in_calendar(day)?)
    }

    fn of(book: Book, peildatum: Date, (day, standing): (Date, Standing)) -> Result<Self, Error> {
        let minimumloon = minimumloon::by(book, day)?;
        let loonheffing = loonheffing::by(book, day)?;
        let toeslagen = toeslagen::by(book, day)?;
        Ok(Self {
            van: day,
            standing,
            minimumloon,
            loon: schemes::loon::Params {
                loonheffing,
                bijzonder_tarief: bijzonder_tarief::by(book, day)?,
                minimumloon,
            },
            norm: schemes::bijstand::norm::Params {
                norm: bijstandsnorm::by(book, day)?,
                bijstand: bijstand::by(book, day)?,
            },
            vrijlating: vrijlating::Params::op(book, peildatum)?,
            vakantiegeld_claim: vakantiegeld_claim::by(book, day)?,
            bruto_bijstand: bruto_bijstand::by(book, day)?,
            heffing: schemes::inkomstenbelasting::Params {
                tarief: loonheffing,
                iack: iack::by(book, day)?,
            },
            aanslag: inkomstenbelasting::by(book, day)?,
            zorgtoeslag: schemes::zorgtoeslag::Params {
                zorgtoeslag: zorgtoeslag::by(book, day)?,
                toeslagen,
            },
            huurtoeslag: schemes::huurtoeslag::Params::op(book, day)?,
            huurtoeslag_grenzen: huurtoeslag::by(book, day)?,
            kindgebonden_budget: kindgebonden_budget::Params::op(book, day)?,
            kinderbijslag: kinderbijslag::by(book, day)?,
            kinderopvang: schemes::kinderopvangtoeslag::Params {
                opvang: kinderopvangtoeslag::by(book, day)?,
                toeslagen,
            },
            toeslagen,
            afrekening_toeslagen: afrekening_toeslagen::by(book, day)?,
            toeslagvermogen: toeslagvermogen::by(book, day)?,
            termijnen: termijnen::by(book, day)?,
        })
    }

    /// Since when those of wage and allowances hold: two days with the same such day have the same of these.
    pub(crate) fn sinds(&self) -> Date {
        let of_sets = [
            self.minimumloon.valid_from,
            self.loon.loonheffing.valid_from,
            self.loon.bijzonder_tarief.valid_from,
            self.zorgtoeslag.zorgtoeslag.valid_from,
            self.huurtoeslag.valid_from(),
            self.huurtoeslag_grenzen.valid_from,
            self.kindgebonden_budget.valid_from(),
            self.kinderopvang.opvang.valid_from,
            self.toeslagen.valid_from,
            self.toeslagvermogen.valid_from,
        ];
        of_sets.into_iter().max().unwrap_or(self.van)
    }
}
