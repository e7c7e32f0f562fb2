//! Inkomensvrijlating: the part of her wage that bijstand leaves alone.
//!
//! Law: art. 31(2)(n), (r) and (y) and 31(5) Participatiewet until 31 December 2026; art. 34a from 1 January
//! 2027 <https://wetten.overheid.nl/BWBR0015703>.
//! Left out: wage subsidy (z, aa), the premium of onderdeel j, a partner's own disregard. Whether the
//! disregard is granted is for the municipality to decide.

use jiff::civil::Date;

use crate::error::Error;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerMonth, Rate, Rounding};
use crate::parameters::{Book, Param, inkomensvrijlating, inkomensvrijlating_vanaf_2027};
use crate::situatie::Gebruikt;
use crate::value::Years;

const ARTICLE: &str = "art. 31(2) Participatiewet";
const ARTICLE_34A: &str = "art. 34a Participatiewet";
const OP_CENTEN: Rounding = Rounding::to_cents(ARTICLE);
const OP_CENTEN_34A: Rounding = Rounding::to_cents(ARTICLE_34A);

/// Which disregard applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Regel {
    /// 25%, at most six months (onderdeel n).
    N,
    /// 12.5% for a single parent of a young child, at most thirty months (onderdeel r).
    R,
    /// 15% for who is medically limited, without end (onderdeel y).
    Y,
    /// 15% without maximum, from 2027.
    Art34a,
    /// None.
    Geen,
}

impl Regel {
    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::N => "n",
            Self::R => "r",
            Self::Y => "y",
            Self::Art34a => "34a",
            Self::Geen => "geen",
        }
    }
}

/// What decides which disregard applies in a month.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// A day of the month: which law holds.
    pub day: Date,
    /// Her age.
    pub leeftijd: Years,
    /// Whether she is medically limited in hours.
    pub medische_urenbeperking: bool,
    /// Whether she is a single parent of a child that is young enough for r.
    pub alleenstaand_met_jong_kind: bool,
    /// Months used before this one.
    pub gebruikt: Gebruikt,
}

/// The dated amounts of the disregards.
#[derive(Clone, Copy)]
pub struct Params {
    /// Until 31 December 2026; after it those of its last day, for the reading in which n and r run on.
    pub n_r_y: &'static inkomensvrijlating::Params,
    /// From 1 January 2027.
    pub art_34a: &'static inkomensvrijlating_vanaf_2027::Params,
}

impl Params {
    /// The amounts of a day by a book, each of the two laws as it stands nearest to it.
    pub fn op(book: Book, day: Date) -> Result<Self, Error> {
        let begonnen = |vanaf: Date| vanaf <= day;
        let oud = inkomensvrijlating::versions(book).iter().rfind(|it| begonnen(it.valid_from));
        let nieuw = inkomensvrijlating_vanaf_2027::versions(book);
        Ok(Self {
            // Nothing before the first: that is the error of `at`.
            n_r_y: oud.map_or_else(|| inkomensvrijlating::by(book, day), Ok)?,
            art_34a: nieuw.iter().rfind(|it| begonnen(it.valid_from)).unwrap_or(&nieuw[0]),
        })
    }

    /// Whether art. 34a has taken the place of n, r and y on this day.
    pub fn is_art_34a(&self, day: Date) -> bool {
        day >= self.art_34a.valid_from
    }
}

/// The first day of art. 34a: before it no month of it can have been used.
pub fn art_34a_vanaf() -> Date {
    inkomensvrijlating_vanaf_2027::VERSIONS[0].valid_from
}

/// The disregard that is tried, by the law of the day.
pub fn regel(stand: Stand, p: Params) -> Regel {
    if p.is_art_34a(stand.day) {
        regel_art_34a(stand, p.art_34a)
    } else {
        regel_n_r_y(stand, p.n_r_y)
    }
}

/// By the law until 31 December 2026.
pub fn regel_n_r_y(stand: Stand, p: &inkomensvrijlating::Params) -> Regel {
    let oud_genoeg = stand.leeftijd >= p.vanaf_leeftijd.value;
    let n_op = stand.gebruikt.n >= p.n_maanden.value.0;
    if oud_genoeg && !n_op {
        Regel::N
    } else if stand.medische_urenbeperking {
        Regel::Y
    } else if oud_genoeg
        && stand.alleenstaand_met_jong_kind
        && stand.gebruikt.r < p.r_maanden.value.0
    {
        Regel::R
    } else {
        Regel::Geen
    }
}

/// By the law from 1 January 2027: at any age, and without end for who is medically limited (art. 34a(1)(b)).
pub fn regel_art_34a(stand: Stand, p: &inkomensvrijlating_vanaf_2027::Params) -> Regel {
    let over = stand.gebruikt.art_34a < p.maanden.value.0;
    if over || stand.medische_urenbeperking { Regel::Art34a } else { Regel::Geen }
}

/// What is left out of account of this month's counted wage; to cents.
pub fn inkomensvrijlating(
    ink: PerMonth,
    regel: Regel,
    p: Params,
    explain: Explain,
) -> Explained<PerMonth> {
    let until = p.n_r_y;
    match regel {
        Regel::N => met_maximum(ink, regel, &until.n_percentage, &until.n_maximum, explain),
        Regel::R => met_maximum(ink, regel, &until.r_percentage, &until.r_maximum, explain),
        Regel::Y => met_maximum(ink, regel, &until.y_percentage, &until.y_maximum, explain),
        Regel::Art34a => zonder_maximum(ink, &p.art_34a.percentage, explain),
        Regel::Geen => {
            let w = Working::of("inkomensvrijlating", ARTICLE, explain);
            let code = if ink.is_positive() { "geen_vrijlating" } else { "geen_loon" };
            w.nothing(Reason { code, article: ARTICLE })
        }
    }
}

/// A percentage of the wage up to a monthly maximum.
fn met_maximum(
    ink: PerMonth,
    regel: Regel,
    percentage: &'static Param<Rate>,
    maximum: &'static Param<PerMonth>,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("inkomensvrijlating", ARTICLE, explain);
    w.input("vrijlating_regel", regel.word());
    let ink = w.input("ink", ink);
    let percentage = w.param(percentage);
    let maximum = w.param(maximum);
    let deel = w.rounded("deel_van_loon", ink * percentage, OP_CENTEN);
    let vrij = w.step("vrijlating", deel.min(maximum));
    w.result(vrij)
}

/// From 2027: a percentage of the wage, no maximum.
fn zonder_maximum(
    ink: PerMonth,
    percentage: &'static Param<Rate>,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("inkomensvrijlating", ARTICLE_34A, explain);
    w.input("vrijlating_regel", Regel::Art34a.word());
    let ink = w.input("ink", ink);
    let percentage = w.param(percentage);
    let vrij = w.rounded("deel_van_loon", ink * percentage, OP_CENTEN_34A);
    w.result(vrij)
}
