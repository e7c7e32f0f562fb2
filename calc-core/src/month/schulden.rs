//! The month under an attachment or in a debt scheme: what she keeps, what goes to creditors, and what is said of it.

use crate::engine::house::House;
use crate::engine::lines::{Lijn, Paar};
use crate::engine::order::Outcome;
use crate::engine::schulden::van_schulden;
pub use crate::engine::schulden::{Uitleg, VanSchulden};
use crate::error::Error;
use crate::explain::Explain;
use crate::message::{Arg, Melding};
use crate::money::{PerMonth, PerYear};
use crate::situatie::SoortSchulden;
use crate::value::Shown;

/// What is left with creditors, now and with the job.
#[derive(Clone, Debug)]
pub struct Schulden {
    /// How they collect.
    pub soort: SoortSchulden,
    /// Now.
    pub nu: VanSchulden,
    /// With the job.
    pub met_baan: VanSchulden,
    /// The difference.
    pub verschil: VanSchulden,
    /// How the amounts came about, when that was asked for.
    pub uitleg: Paar<Uitleg>,
    /// Whether she pays for care or travel with the job: out of what she may keep.
    pub(super) betaalt_opvang_of_reizen: bool,
    /// What we would have said that she keeps now, beside the amount of her letter.
    pub(super) zonder_brief: Option<PerMonth>,
}

/// What creditors take in both situations; `None` without debts or with a partner.
pub(super) fn schulden(
    house: &House,
    nu: &Outcome,
    met_baan: &Outcome,
    explain: Explain,
) -> Result<Option<Schulden>, Error> {
    let given = house.situatie.schulden;
    let (Some((van_nu, uitleg_nu)), Some((van_baan, uitleg_baan))) = (
        van_schulden(house, nu, given.vrij_nu, explain)?,
        van_schulden(house, met_baan, given.vrij_met_baan, explain)?,
    ) else {
        return Ok(None);
    };
    let zonder_brief = match given.vrij_nu {
        Some(_) => van_schulden(house, nu, None, Explain::No)?.map(|(van, _)| van.beslagvrij),
        None => None,
    };
    Ok(Some(Schulden {
        soort: given.soort,
        nu: van_nu,
        met_baan: van_baan,
        verschil: van_baan - van_nu,
        uitleg: Paar { nu: uitleg_nu, met_baan: uitleg_baan },
        betaalt_opvang_of_reizen: opvang_of_reizen(met_baan),
        zonder_brief,
    }))
}

fn opvang_of_reizen(o: &Outcome) -> bool {
    let bedrag = |lijn| o.lijnen.bedrag(lijn);
    let opvang = bedrag(Lijn::KinderopvangKosten) - bedrag(Lijn::Kinderopvangtoeslag);
    opvang.is_positive() || bedrag(Lijn::Reiskosten).is_positive()
}

impl Schulden {
    pub(super) fn situaties(&self) -> [VanSchulden; 2] {
        [self.nu, self.met_baan]
    }

    /// How the amounts of a situation came about.
    pub const fn uitleg(&self, met_baan: bool) -> &Uitleg {
        if met_baan { &self.uitleg.met_baan } else { &self.uitleg.nu }
    }

    /// What the page and the command say of it, in order: what she keeps, what goes, what to do first.
    pub fn zinnen(&self) -> Vec<Melding> {
        let zin = |code| Melding::van("schulden", code);
        let maand = |amount: PerMonth| Arg::Value(amount.shown());
        let jaar = |amount: PerYear| Arg::Value(amount.shown());
        let (nu, dan) = (self.nu, self.met_baan);
        let houdt = match self.soort {
            SoortSchulden::Schuldregeling => "houdt_in_regeling",
            SoortSchulden::Beslag | SoortSchulden::Geen => "houdt",
        };
        let mut zinnen = vec![
            zin(houdt).met("bedrag", maand(dan.beslagvrij_maand)),
            zin("toeslagen_blijven"),
            zin("gaat_weg")
                .met("dan", maand(dan.naar_schuldeisers))
                .met("nu", maand(nu.naar_schuldeisers)),
        ];
        if nu.uit_vakantiegeld.is_positive() {
            zinnen.push(zin("gaat_weg_vakantiegeld_nu").met("bedrag", jaar(nu.uit_vakantiegeld)));
        }
        let verschil = self.verschil.over_na_schulden;
        if !verschil.is_positive() {
            let minder = zin("niet_meer_in_de_hand").met("bedrag", maand(-verschil));
            zinnen.push(if verschil.is_zero() { minder.voor("gelijk") } else { minder });
            if verschil < PerMonth::ZERO && self.betaalt_opvang_of_reizen {
                zinnen.push(zin("opvang_en_reizen"));
            }
        }
        if self.verschil.naar_schuldeisers_jaar.is_positive() {
            let sneller = zin("schuld_daalt")
                .met("dan", jaar(dan.naar_schuldeisers_jaar))
                .met("nu", jaar(nu.naar_schuldeisers_jaar));
            zinnen.push(sneller);
        }
        zinnen.push(zin("eerst_hulp"));
        if self.soort == SoortSchulden::Beslag {
            zinnen.extend(["kantonrechter", "doorgeven", "eerste_maanden"].map(zin));
        } else {
            zinnen.push(zin("regeling_bron"));
        }
        if dan.uit_vakantiegeld.is_positive() {
            zinnen.push(zin("vakantiegeld").met("bedrag", jaar(dan.uit_vakantiegeld)));
        }
        zinnen.push(zin("teruggave"));
        zinnen
    }
}
