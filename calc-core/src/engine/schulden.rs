//! What creditors take of a situation, and what is left of it after them.

use std::ops::Sub;
use std::sync::Arc;

use super::house::House;
use super::outcome::Outcome;
use super::per_jaar::PerJaar;
use crate::error::Error;
use crate::explain::{Explain, Explained, Explanation, Working};
use crate::money::{PerMonth, PerYear};
use crate::schemes::beslagvrije_voet::{
    Inkomen, Leefsituatie, Params, Regel, Vrij, beslagvrije_voet, naar_schuldeisers,
    naar_schuldeisers_jaar, vrij,
};

/// What is left with creditors in one situation, as if its month lasted the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VanSchulden {
    /// By which rule she keeps what she keeps.
    pub regel: Regel,
    /// What she keeps at least of a month's income, holiday pay included.
    pub beslagvrij: PerMonth,
    /// What she surely holds of an ordinary month.
    pub beslagvrij_maand: PerMonth,
    /// What goes to creditors at most in an ordinary month.
    pub naar_schuldeisers: PerMonth,
    /// What is left of the month after them.
    pub over_na_schulden: PerMonth,
    /// What goes to them at most in a year.
    pub naar_schuldeisers_jaar: PerYear,
    /// What of that is holiday pay.
    pub uit_vakantiegeld: PerYear,
    /// What is left of the year after them.
    pub over_na_schulden_jaar: PerYear,
}

impl Sub for VanSchulden {
    type Output = Self;

    /// Amount by amount; the rule is that of the first.
    fn sub(self, other: Self) -> Self {
        Self {
            regel: self.regel,
            beslagvrij: self.beslagvrij - other.beslagvrij,
            beslagvrij_maand: self.beslagvrij_maand - other.beslagvrij_maand,
            naar_schuldeisers: self.naar_schuldeisers - other.naar_schuldeisers,
            over_na_schulden: self.over_na_schulden - other.over_na_schulden,
            naar_schuldeisers_jaar: self.naar_schuldeisers_jaar - other.naar_schuldeisers_jaar,
            uit_vakantiegeld: self.uit_vakantiegeld - other.uit_vakantiegeld,
            over_na_schulden_jaar: self.over_na_schulden_jaar - other.over_na_schulden_jaar,
        }
    }
}

/// The explanations of the amounts, by the word of the contract.
pub type Uitleg = Vec<(&'static str, Arc<Explanation>)>;

/// What goes and what is left of the month alone: of who asks for no more, a year is not worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VanMaand {
    /// What goes to creditors at most in an ordinary month.
    pub naar_schuldeisers: PerMonth,
    /// What is left of the month after them.
    pub over_na_schulden: PerMonth,
}

impl VanSchulden {
    /// Of the month alone.
    pub(crate) const fn van_maand(&self) -> VanMaand {
        VanMaand {
            naar_schuldeisers: self.naar_schuldeisers,
            over_na_schulden: self.over_na_schulden,
        }
    }
}

/// What creditors take of a month, and what that was worked out from.
struct Maand {
    inkomen: Inkomen,
    vrij: Explained<Vrij>,
    naar: Explained<PerMonth>,
}

/// The month; nothing without debts, and nothing is computed for couples.
fn maand(
    house: &House,
    o: &Outcome,
    opgegeven: Option<PerMonth>,
    explain: Explain,
) -> Result<Option<Maand>, Error> {
    if !worden_berekend(house) {
        return Ok(None);
    }
    let p = Params::op(house.situatie.book, house.amounts.van)?;
    let inkomen = inkomen(house, o, &o.per_jaar);
    let voet = voet(house, o, p, explain);
    let vrij = vrij(inkomen, &voet, opgegeven, p.voet, explain);
    let naar = naar_schuldeisers(inkomen, &vrij, explain);
    Ok(Some(Maand { inkomen, vrij, naar }))
}

/// What creditors take of the month with the job, without how it came about.
pub(crate) fn van_maand_met_baan(house: &House, o: &Outcome) -> Result<Option<VanMaand>, Error> {
    let maand = maand(house, o, house.situatie.schulden.vrij_met_baan, Explain::No)?;
    let van = |maand: Maand| VanMaand {
        naar_schuldeisers: maand.naar.value,
        over_na_schulden: over(o.lijnen.besteedbaar(), &maand.naar, Explain::No).value,
    };
    Ok(maand.map(van))
}

/// What creditors take of the month and of the year, and how that came about.
pub(crate) fn van_schulden(
    house: &House,
    o: &Outcome,
    opgegeven: Option<PerMonth>,
    explain: Explain,
) -> Result<Option<(VanSchulden, Uitleg)>, Error> {
    let Some(Maand { inkomen, vrij, naar }) = maand(house, o, opgegeven, explain)? else {
        return Ok(None);
    };
    let jaar = &o.per_jaar;
    let in_jaar = naar_schuldeisers_jaar(inkomen, jaar.vakantiegeld_netto, &vrij, &naar, explain);
    let over = over(o.lijnen.besteedbaar(), &naar, explain);
    let over_jaar = over_jaar(jaar.besteedbaar_jaar, &in_jaar, explain);
    let Vrij { bedrag, regel } = vrij.value;
    let schulden = VanSchulden {
        regel,
        beslagvrij: bedrag,
        beslagvrij_maand: inkomen.in_de_maand() - naar.value,
        naar_schuldeisers: naar.value,
        over_na_schulden: over.value,
        naar_schuldeisers_jaar: in_jaar.value,
        uit_vakantiegeld: in_jaar.value - naar.value.per_year(),
        over_na_schulden_jaar: over_jaar.value,
    };
    let uitleg = [
        ("beslagvrij", vrij.explanation),
        ("naar_schuldeisers", naar.explanation),
        ("over_na_schulden", over.explanation),
        ("naar_schuldeisers_jaar", in_jaar.explanation),
        ("over_na_schulden_jaar", over_jaar.explanation),
    ];
    let uitleg = uitleg.into_iter().filter_map(|(word, uitleg)| Some((word, uitleg?))).collect();
    Ok(Some((schulden, uitleg)))
}

/// Whether she has debts. A build without the scheme takes none, and says that it left them out.
pub(crate) fn heeft_schulden(house: &House) -> bool {
    cfg!(feature = "schulden") && house.situatie.schulden.heeft()
}

/// Whether what creditors take is computed: not with a partner.
pub(crate) fn worden_berekend(house: &House) -> bool {
    heeft_schulden(house) && house.situatie.huishouden.partner.is_none()
}

pub(crate) fn leefsituatie(house: &House) -> Leefsituatie {
    if house.alleenstaande_ouder() {
        Leefsituatie::AlleenstaandeOuder
    } else {
        Leefsituatie::Alleenstaande
    }
}

/// The voet at the income of the situation made a year (art. 475d(1) Rv).
fn voet(house: &House, o: &Outcome, p: Params, explain: Explain) -> Explained<PerMonth> {
    beslagvrije_voet(o.year.toetsingsinkomen, leefsituatie(house), p, explain)
}

fn inkomen(house: &House, o: &Outcome, jaar: &PerJaar) -> Inkomen {
    let h = &house.situatie.huishouden;
    Inkomen {
        ink: o.loon().ink,
        vakantiegeld: jaar.vakantiegeld_netto.per_month(),
        bijstand: o.bijstand.value,
        uitbetaald: o.uitbetaald.value,
        iack: o.iack_maand,
        alimentatie: h.alimentatie_kinderen + h.alimentatie_partner,
        norm: house.norm.value,
    }
}

fn over(
    besteedbaar: PerMonth,
    maand: &Explained<PerMonth>,
    explain: Explain,
) -> Explained<PerMonth> {
    let mut w = Working::of("over_na_schulden", "optelling van alle regels", explain);
    let besteedbaar = w.step("besteedbaar", besteedbaar);
    let over = besteedbaar - w.rule(maand);
    w.result(over)
}

fn over_jaar(
    besteedbaar: PerYear,
    jaar: &Explained<PerYear>,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("over_na_schulden_jaar", "optelling van alle regels", explain);
    let besteedbaar = w.step("besteedbaar_jaar", besteedbaar);
    let over = besteedbaar - w.rule(jaar);
    w.result(over)
}
