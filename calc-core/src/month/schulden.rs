//! The month under an attachment or in a debt scheme: what she keeps, what goes to creditors, and what is said of it.

use crate::engine::house::House;
use crate::engine::lines::{Lijn, Paar};
use crate::engine::outcome::Outcome;
use crate::engine::schulden::van_schulden;
pub use crate::engine::schulden::{Uitleg, VanMaand, VanSchulden};
use crate::error::Error;
use crate::explain::Explain;
use crate::message::{Arg, Melding};
use crate::money::PerMonth;
use crate::schemes::beslagvrije_voet::Regel;
use crate::situatie::{Baan, SoortSchulden};
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
    /// Whether the job brings a wage that the bailiff does not know of yet.
    pub(super) is_nieuw: bool,
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
        is_nieuw: is_nieuw(house, met_baan),
        zonder_brief,
    }))
}

fn opvang_of_reizen(o: &Outcome) -> bool {
    let bedrag = |lijn| o.lijnen.bedrag(lijn);
    let opvang = bedrag(Lijn::KinderopvangKosten) - bedrag(Lijn::Kinderopvangtoeslag);
    opvang.is_positive() || bedrag(Lijn::Reiskosten).is_positive()
}

/// One that goes on as it is, and more hours with the same employer, the bailiff knows of.
fn is_nieuw(house: &House, met_baan: &Outcome) -> bool {
    let baan = house.situatie.baan;
    let goes_on = |nu: Baan| Baan { start: baan.start, ..nu } == baan;
    let has_it = baan.zelfde_werkgever || house.situatie.baan_nu.is_some_and(goes_on);
    met_baan.loon().ink.is_positive() && !has_it
}

/// The debts of a month. In a build without the scheme they are nothing from here on, and what is said of them is left
/// out of it.
pub(super) fn alleen_met_regeling<T>(schulden: Option<T>) -> Option<T> {
    schulden.filter(|_| cfg!(feature = "schulden"))
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
        let mut zinnen = match self.soort {
            SoortSchulden::Schuldregeling => self.in_regeling(),
            SoortSchulden::Beslag | SoortSchulden::Geen => self.onder_beslag(),
        };
        let dan = self.met_baan.uit_vakantiegeld;
        if dan.is_positive() {
            zinnen.push(zin("vakantiegeld").met("bedrag", Arg::Value(dan.shown())));
        }
        zinnen.push(zin("teruggave"));
        zinnen
    }

    fn onder_beslag(&self) -> Vec<Melding> {
        let VanSchulden { beslagvrij, beslagvrij_maand, .. } = self.met_baan;
        let houdt = zin("houdt").met("bedrag", Arg::Value(beslagvrij_maand.shown()));
        let rest_is_vakantiegeld = beslagvrij_maand < beslagvrij;
        let in_brief = self.met_baan.regel == Regel::Opgegeven;
        let met_vakantiegeld =
            |zin: Melding| if rest_is_vakantiegeld { zin.voor("vakantiegeld") } else { zin };
        let vrij = Arg::Value(beslagvrij.shown());
        let houdt = houdt.met("vrij", vrij);
        let houdt = if in_brief { houdt.voor("brief") } else { met_vakantiegeld(houdt) };
        let mut zinnen = vec![houdt, zin("toeslagen_blijven")];
        zinnen.extend(self.gaat_weg());
        let verschil = self.verschil.over_na_schulden;
        if !verschil.is_positive() {
            let minder = zin("niet_meer_in_de_hand").met("bedrag", Arg::Value((-verschil).shown()));
            zinnen.push(if verschil.is_zero() { minder.voor("gelijk") } else { minder });
        }
        if verschil < PerMonth::ZERO && self.betaalt_opvang_of_reizen {
            zinnen.push(met_vakantiegeld(zin("opvang_en_reizen")));
        }
        let [nu, dan] = self.situaties().map(|van| van.naar_schuldeisers_jaar);
        if dan > nu {
            let sneller = zin("schuld_daalt").met("dan", Arg::Value(dan.shown()));
            zinnen.push(sneller.met("nu", Arg::Value(nu.shown())));
        }
        let hulp = zin("eerst_hulp");
        zinnen.push(if self.is_nieuw { hulp } else { hulp.voor("baan_loopt") });
        if self.betaalt_opvang_of_reizen {
            zinnen.push(zin("kantonrechter"));
        }
        if self.is_nieuw {
            zinnen.extend(["doorgeven", "eerste_maanden"].map(zin));
        }
        zinnen
    }

    /// What a scheme adds is not known, so nothing is said of more or less than now.
    fn in_regeling(&self) -> Vec<Melding> {
        let VanSchulden { beslagvrij, beslagvrij_maand, .. } = self.met_baan;
        let houdt = zin("houdt_in_regeling")
            .met("bedrag", Arg::Value(beslagvrij_maand.shown()))
            .met("vrij", Arg::Value(beslagvrij.shown()));
        let staat_in_brief = self.met_baan.regel == Regel::Opgegeven;
        let mut zinnen = vec![if staat_in_brief { houdt.voor("brief") } else { houdt }];
        zinnen.extend(self.gaat_weg());
        if !staat_in_brief {
            zinnen.push(zin("regeling_bron"));
        }
        zinnen
    }

    fn gaat_weg(&self) -> impl Iterator<Item = Melding> {
        let [nu, dan] = self.situaties().map(|van| Arg::Value(van.naar_schuldeisers.shown()));
        let vakantiegeld = self.nu.uit_vakantiegeld;
        let eens_per_jaar = vakantiegeld.is_positive().then(|| {
            zin("gaat_weg_vakantiegeld_nu").met("bedrag", Arg::Value(vakantiegeld.shown()))
        });
        let gaat = zin("gaat_weg").met("dan", dan).met("nu", nu);
        let niets = self.situaties().iter().all(|van| van.naar_schuldeisers.is_zero());
        std::iter::once(if niets { gaat.voor("niets") } else { gaat }).chain(eens_per_jaar)
    }
}

fn zin(code: &'static str) -> Melding {
    Melding::van("schulden", code)
}
