//! The account: every amount that moves, on its day, and the balance between them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::tijd::{K, LAATSTE, Tijd};
use super::toeslagen::Soort;
use crate::money::{Euro, PerMonth, Rounding};

const IN_VIEREN: Rounding = Rounding::down_to_cents("indeling over de maand: vier delen");
/// The days on which a quarter of the living costs is spent.
const DAGEN_LEEFGELD: [i8; 4] = [1, 8, 15, 22];

/// What moves on the account, in the order of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Fixed costs.
    VasteLasten,
    /// Living.
    Leefgeld,
    /// The childcare bill.
    Opvang,
    /// Travelling.
    Reiskosten,
    /// Alimony.
    Alimentatie,
    /// Kinderbijslag of a quarter.
    Kinderbijslag,
    /// IACK by the month.
    Iack,
    /// The advance of an allowance.
    Toeslag(Soort),
    /// Net wage, of both.
    NettoLoon,
    /// What the employer pays for travelling.
    Reisvergoeding,
    /// Holiday pay, net, of both.
    Vakantiegeld,
    /// Bijstand.
    Bijstand,
    /// Its holiday part.
    VakantietoeslagBijstand,
    /// What creditors take.
    NaarSchuldeisers,
    /// The balance of tax of a year.
    Belasting,
    /// What of a refund the municipality takes.
    BelastingNaarGemeente,
    /// The settlement of an allowance of a year.
    Afrekening(Soort),
}

impl Code {
    /// Every code, in the order of the contract.
    pub const ALLE: [Self; 23] = [
        Self::VasteLasten,
        Self::Leefgeld,
        Self::Opvang,
        Self::Reiskosten,
        Self::Alimentatie,
        Self::Kinderbijslag,
        Self::Iack,
        Self::Toeslag(Soort::Zorgtoeslag),
        Self::Toeslag(Soort::Huurtoeslag),
        Self::Toeslag(Soort::KindgebondenBudget),
        Self::Toeslag(Soort::Kinderopvangtoeslag),
        Self::NettoLoon,
        Self::Reisvergoeding,
        Self::Vakantiegeld,
        Self::Bijstand,
        Self::VakantietoeslagBijstand,
        Self::NaarSchuldeisers,
        Self::Belasting,
        Self::BelastingNaarGemeente,
        Self::Afrekening(Soort::Zorgtoeslag),
        Self::Afrekening(Soort::Huurtoeslag),
        Self::Afrekening(Soort::KindgebondenBudget),
        Self::Afrekening(Soort::Kinderopvangtoeslag),
    ];

    /// The name in the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::VasteLasten => "vaste_lasten",
            Self::Leefgeld => "leefgeld",
            Self::Opvang => "opvang",
            Self::Reiskosten => "reiskosten",
            Self::Alimentatie => "alimentatie",
            Self::Kinderbijslag => "kinderbijslag",
            Self::Iack => "iack",
            Self::Toeslag(soort) => soort.word(),
            Self::NettoLoon => "netto_loon",
            Self::Reisvergoeding => "reisvergoeding",
            Self::Vakantiegeld => "vakantiegeld",
            Self::Bijstand => "bijstand",
            Self::VakantietoeslagBijstand => "vakantietoeslag_bijstand",
            Self::NaarSchuldeisers => "naar_schuldeisers",
            Self::Belasting => "belasting",
            Self::BelastingNaarGemeente => "belasting_naar_gemeente",
            Self::Afrekening(Soort::Zorgtoeslag) => "afrekening_zorgtoeslag",
            Self::Afrekening(Soort::Huurtoeslag) => "afrekening_huurtoeslag",
            Self::Afrekening(Soort::KindgebondenBudget) => "afrekening_kindgebonden_budget",
            Self::Afrekening(Soort::Kinderopvangtoeslag) => "afrekening_kinderopvangtoeslag",
        }
    }
}

/// One movement; below zero it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroom {
    /// The day.
    pub datum: Date,
    /// What it is.
    pub code: Code,
    /// How much.
    pub bedrag: Euro,
}

/// The lowest balance, and the first day it was so low.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Laagste {
    /// The day.
    pub datum: Date,
    /// The balance.
    pub bedrag: Euro,
}

/// The account in one month.
#[derive(Clone, Debug)]
pub(crate) struct Rekening {
    pub(crate) stromen: Vec<Stroom>,
    pub(crate) begin: Euro,
    pub(crate) eind: Euro,
    pub(crate) laagste: Laagste,
}

impl Rekening {
    /// The sum of a code.
    pub(crate) fn lijn(&self, code: Code) -> Euro {
        self.stromen.iter().filter(|stroom| stroom.code == code).map(|stroom| stroom.bedrag).sum()
    }
}

/// Collects the movements of one month.
pub(crate) struct Maand {
    tijd: Tijd,
    k: K,
    stromen: Vec<Stroom>,
}

impl Maand {
    pub(crate) const fn van(tijd: Tijd, k: K) -> Self {
        Self { tijd, k, stromen: Vec::new() }
    }

    /// Something that comes in (below zero: goes out) on a day; nothing makes no movement.
    pub(crate) fn beweegt(&mut self, code: Code, dag: i8, bedrag: Euro) {
        self.op(code, self.tijd.datum(self.k, dag), bedrag);
    }

    pub(crate) fn op(&mut self, code: Code, datum: Date, bedrag: Euro) {
        if !bedrag.is_zero() {
            self.stromen.push(Stroom { datum, code, bedrag });
        }
    }

    /// The living costs of the month in four parts.
    pub(crate) fn leefgeld(&mut self, leefgeld: PerMonth) {
        let vier = Decimal::from(4);
        let kwart = PerMonth::new(leefgeld.amount() / vier).rounded(IN_VIEREN);
        let rest = leefgeld - kwart * 3;
        for (dag, deel) in DAGEN_LEEFGELD.into_iter().zip([kwart, kwart, kwart, rest]) {
            self.beweegt(Code::Leefgeld, dag, -deel.once());
        }
    }

    /// The account with these movements: by day, on one day what goes out first, then in the order of the contract.
    pub(crate) fn rekening(mut self, begin: Euro) -> Rekening {
        self.stromen.sort_by_key(|stroom| (stroom.datum, stroom.bedrag.is_positive(), stroom.code));
        let mut saldo = begin;
        let mut laagste = Laagste { datum: self.tijd.dag(self.k), bedrag: begin };
        for stroom in &self.stromen {
            saldo += stroom.bedrag;
            if saldo < laagste.bedrag {
                laagste = Laagste { datum: stroom.datum, bedrag: saldo };
            }
        }
        Rekening { stromen: self.stromen, begin, eind: saldo, laagste }
    }
}

/// The lowest point of the months that are shown.
pub(crate) fn laagste(rekeningen: &[Rekening]) -> Laagste {
    let mut punten = rekeningen.iter().map(|rekening| rekening.laagste);
    let eerste = punten.next();
    let laagste = punten.fold(eerste, |before, punt| {
        before.map(|before| if punt.bedrag < before.bedrag { punt } else { before })
    });
    laagste.unwrap_or(Laagste { datum: Date::ZERO, bedrag: Euro::ZERO })
}

/// The months that are shown.
pub(crate) const GETOOND: std::ops::RangeInclusive<K> = 0..=LAATSTE;

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn euro(text: &str) -> Euro {
        Euro::new(text.parse().expect("a decimal"))
    }

    #[test]
    fn on_one_day_what_goes_out_goes_first_and_the_lowest_is_the_first_day_of_it() {
        let tijd = Tijd::vanaf(date(2026, 12, 1));
        let mut maand = Maand::van(tijd, 1);
        maand.beweegt(Code::Bijstand, 20, euro("300"));
        maand.beweegt(Code::Opvang, 20, euro("-250"));
        maand.beweegt(Code::Leefgeld, 22, euro("-50"));
        maand.beweegt(Code::Iack, 15, Euro::ZERO);
        let rekening = maand.rekening(euro("100"));
        let codes: Vec<_> = rekening.stromen.iter().map(|stroom| stroom.code.word()).collect();
        assert_eq!(codes, ["opvang", "bijstand", "leefgeld"]);
        assert_eq!(rekening.laagste, Laagste { datum: date(2026, 12, 20), bedrag: euro("-150") });
        assert_eq!((rekening.begin, rekening.eind), (euro("100"), euro("100")));
        assert_eq!(rekening.lijn(Code::Opvang), euro("-250"));
    }

    #[test]
    fn the_order_of_the_codes_is_that_of_the_contract() {
        assert!(Code::ALLE.is_sorted());
    }

    #[test]
    fn living_costs_are_spread_over_four_days_to_the_cent() {
        let mut maand = Maand::van(Tijd::vanaf(date(2026, 12, 1)), 0);
        maand.leefgeld(PerMonth::new("100.03".parse().expect("a decimal")));
        let bedragen: Vec<_> =
            maand.stromen.iter().map(|stroom| stroom.bedrag.amount().to_string()).collect();
        assert_eq!(bedragen, ["-25.00", "-25.00", "-25.00", "-25.03"]);
    }
}
