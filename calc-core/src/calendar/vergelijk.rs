//! Compared with never having started: what twelve months bring on each path, with what their years settle.

use rust_decimal::Decimal;

use super::kant::{
    Kant, Naheffing, Post, buiten_de_maanden, na_de_laatste, posten_van_maand, uitgaven,
    voor_de_start, waarde,
};
use super::tijd::{K, LAATSTE, Tijd};
use super::toeslagen::{Schatting, Soort};
use super::verloop::{Kern, Verloop};
use crate::error::Error;
use crate::money::{Euro, PerMonth, PerYear, Rounding};

const OP_CENTEN: Rounding = Rounding::to_cents("bedrag dat getoond wordt: op hele centen");

/// What twelve months of a path bring; nothing is rounded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Totaal {
    /// The months of the first year before the start, whose allowances look at the same income.
    pub(crate) voor: Euro,
    /// The months of the second year after the last.
    pub(crate) na: Euro,
    /// All of it.
    pub(crate) samen: Euro,
    /// With what the municipality ought to make good.
    pub(crate) met_gemeente: Euro,
}

/// Whether there is a job after the last month that is shown.
fn werkt_erna(verloop: &Verloop, tijd: Tijd) -> bool {
    na_de_laatste(tijd).any(|k| verloop.werk[k].is_baan())
}

/// How much of the second year belongs to the twelve months, as a fraction of twelve: its months up to the last; all of
/// it on a path without a job after them, when the path that happens has none.
fn aandeel(tijd: Tijd, eigen: &Verloop, werkelijk: &Verloop) -> Decimal {
    let maanden = tijd.van_jaar(tijd.b()).filter(|k| *k <= LAATSTE).count();
    let hele_jaar = !werkt_erna(werkelijk, tijd) && !werkt_erna(eigen, tijd);
    if hele_jaar { Decimal::from(12) } else { Decimal::from(maanden) }
}

/// A part of the years: tax, and what the allowances are rounded by.
pub(crate) struct VanJaren {
    pub(crate) belasting: Euro,
    pub(crate) toeslagen: Euro,
    pub(crate) gemeente: Euro,
}

/// What the two years settle, by the part of each that belongs to the twelve months.
pub(crate) fn van_jaren(
    tijd: Tijd,
    eigen: &Verloop,
    werkelijk: &Verloop,
    eind: &Schatting,
) -> VanJaren {
    let twaalf = Decimal::from(12);
    let delen = [(tijd.a, twaalf), (tijd.b(), aandeel(tijd, eigen, werkelijk))];
    let samen = |van: &dyn Fn(i16) -> PerYear| -> Euro {
        let deel = |(jaar, deel): &(i16, Decimal)| Euro::new(van(*jaar).amount() * *deel / twaalf);
        delen.iter().map(deel).sum()
    };
    VanJaren {
        belasting: samen(&|jaar| {
            let jaar = eigen.jaar(jaar);
            jaar.saldo + jaar.naar_gemeente
        }),
        toeslagen: samen(&|jaar| {
            Soort::ALLE.into_iter().map(|soort| eind.afronding(soort, jaar)).sum()
        }),
        gemeente: samen(&|jaar| eigen.jaar(jaar).gemeente_bij_aanslag),
    }
}

/// What twelve months of a path bring; `waarden` are those of its months. `werkelijk` is the path that happens, `nooit`
/// the other.
pub(crate) fn totaal(
    kern: Kern,
    eigen: &Verloop,
    eind: &Schatting,
    waarden: &[Euro],
    werkelijk: &Verloop,
    nooit: &Verloop,
) -> Totaal {
    let tijd = kern.tijd;
    let maanden: Euro = waarden.iter().copied().sum();
    let voor = buiten_de_maanden(kern, eigen, eind, voor_de_start(tijd));
    let iemand_werkt = werkt_erna(werkelijk, tijd) || werkt_erna(nooit, tijd);
    let na = if iemand_werkt {
        Euro::ZERO
    } else {
        buiten_de_maanden(kern, eigen, eind, na_de_laatste(tijd))
    };
    let jaren = van_jaren(tijd, eigen, werkelijk, eind);
    let samen = maanden + voor + na + jaren.belasting + jaren.toeslagen;
    Totaal { voor, na, samen, met_gemeente: samen + jaren.gemeente }
}

/// The difference of two amounts as each is shown.
pub(crate) fn verschil(een: Euro, ander: Euro) -> Euro {
    een.rounded(OP_CENTEN) - ander.rounded(OP_CENTEN)
}

/// To cents, as an amount is shown.
pub(crate) fn getoond(bedrag: Euro) -> Euro {
    bedrag.rounded(OP_CENTEN)
}

/// What is left to live on in an average month.
pub(crate) fn om_van_te_leven(kern: Kern, waarden: &[Euro]) -> Euro {
    let samen: Euro = waarden.iter().copied().sum();
    let vast: PerMonth = uitgaven(kern).into_iter().map(|(_, bedrag)| bedrag).sum();
    let gemiddeld = samen.amount() / Decimal::from(waarden.len().max(1));
    getoond(Euro::new(gemiddeld) - vast.once())
}

/// The mean of so many amounts, to cents.
pub(crate) fn gemiddeld(samen: Euro, maanden: usize) -> Euro {
    let deel = samen.amount().checked_div(Decimal::from(maanden));
    getoond(Euro::new(deel.unwrap_or_default()))
}

/// What of the bijstand of 2027 and later the rules of 2026 would have added; `None` when no month is in question.
pub(crate) fn bij_oude_vrijlating(werkelijk: &Verloop) -> Option<Euro> {
    let maanden = || (1..=LAATSTE).map(|k| &werkelijk.recht[k]);
    maanden().find_map(super::recht::Recht::alternatief)?;
    let van = |recht: &super::recht::Recht| {
        recht.oud.map_or(PerMonth::ZERO, |oud| oud.bijstand - recht.bijstand).once()
    };
    Some(maanden().map(van).sum())
}

/// The causes of a difference over twelve months, part by part, to cents.
pub(crate) fn oorzaken(
    kern: Kern,
    eigen: &Verloop,
    eind: &Schatting,
    totaal: &Totaal,
    werkelijk: &Verloop,
) -> Result<Vec<(Oorzaak, Euro)>, Error> {
    let mut samen: Vec<(Post, Euro)> = Vec::new();
    for k in 1..=LAATSTE {
        for (post, bedrag) in posten_van_maand(kern, eigen, eind, k)? {
            match samen.iter_mut().find(|(known, _)| *known == post) {
                Some((_, som)) => *som += bedrag,
                None => samen.push((post, bedrag)),
            }
        }
    }
    let van_jaren = van_jaren(kern.tijd, eigen, werkelijk, eind);
    let mut oorzaken: Vec<(Oorzaak, Euro)> = samen
        .into_iter()
        .filter_map(|(post, som)| Some((Oorzaak::van(post)?, getoond(som))))
        .collect();
    oorzaken.push((Oorzaak::Belasting, getoond(van_jaren.belasting)));
    oorzaken.push((Oorzaak::AfrekeningToeslagen, getoond(van_jaren.toeslagen)));
    oorzaken.push((Oorzaak::JaarinkomenTeltTerug, getoond(totaal.voor + totaal.na)));
    Ok(oorzaken)
}

/// What a difference over twelve months can come from, in the order of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Oorzaak {
    /// Net wage, holiday pay included.
    NettoLoon,
    /// Bijstand.
    Bijstand,
    /// IACK by the month.
    Iack,
    /// An allowance.
    Toeslag(Soort),
    /// The childcare bill.
    Opvang,
    /// Travelling.
    Reiskosten,
    /// What tax settles.
    Belasting,
    /// What the allowances are rounded by.
    AfrekeningToeslagen,
    /// Months outside the twelve whose allowances look at the same income.
    JaarinkomenTeltTerug,
}

impl Oorzaak {
    fn van(post: Post) -> Option<Self> {
        Some(match post {
            Post::NettoLoon => Self::NettoLoon,
            Post::Bijstand => Self::Bijstand,
            Post::Iack => Self::Iack,
            Post::Toeslag(at) => Self::Toeslag(Soort::ALLE[at]),
            Post::Opvang => Self::Opvang,
            Post::Reiskosten => Self::Reiskosten,
            // No job moves these.
            Post::Alimentatie | Post::Kinderbijslag => return None,
        })
    }

    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NettoLoon => "netto_loon",
            Self::Bijstand => "bijstand",
            Self::Iack => "iack",
            Self::Toeslag(soort) => soort.word(),
            Self::Opvang => "opvang",
            Self::Reiskosten => "reiskosten",
            Self::Belasting => "belasting",
            Self::AfrekeningToeslagen => "afrekening_toeslagen",
            Self::JaarinkomenTeltTerug => "jaarinkomen_telt_terug",
        }
    }
}

/// What of it has to be paid back after all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terug {
    /// Bills of tax.
    pub belasting: Euro,
    /// Allowances that were too much.
    pub toeslagen: Euro,
    /// Bijstand that was too much.
    pub bijstand: Euro,
}

/// What a path has to pay back.
pub(crate) fn terug(kant: &Kant, tijd: Tijd) -> Terug {
    let mut terug = Terug { bijstand: kant.vordering[LAATSTE], ..Terug::default() };
    for jaar in tijd.jaren() {
        let bills = kant.naheffingen(tijd, jaar).into_iter();
        for bill in bills.filter(Naheffing::is_te_betalen) {
            match bill.code {
                super::stromen::Code::Belasting => terug.belasting += -bill.bedrag,
                _ => terug.toeslagen += -bill.bedrag,
            }
        }
    }
    Terug {
        belasting: getoond(terug.belasting),
        toeslagen: getoond(terug.toeslagen),
        bijstand: getoond(terug.bijstand),
    }
}

/// What each month of a path brings, 1 to 12; not rounded.
pub(crate) fn waarden(kern: Kern, verloop: &Verloop, eind: &Schatting) -> Result<Vec<Euro>, Error> {
    (1..=LAATSTE).map(|k: K| waarde(kern, verloop, eind, k)).collect()
}
