//! Holiday pay of the employer: earned month by month, paid in May and when a job is gone.
//!
//! Law: art. 15 to 17 Wml <https://wetten.overheid.nl/BWBR0002638>; it is not counted again for bijstand when it is paid,
//! because the claim to it was counted month by month (art. 32(2) Participatiewet).

use super::huizen::Huis;
use super::recht::{MAANDEN_VOOR_JANUARI, MEI};
use super::tijd::{LAATSTE, Reeks, Tijd};
use super::werk::{Welke, Werk};
use crate::money::{Euro, PerMonth, PerYear, Rate, Rounding};
use crate::situatie::{Baan, Situatie};

const OP_CENTEN: Rounding = Rounding::to_cents("loonstrook: bedragen op hele centen");
const BELASTING: Rounding = Rounding::down_to_cents("Rekenvoorschriften loonheffing");

/// Holiday pay that is paid in a month.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Betaling {
    pub(crate) bruto: PerYear,
    pub(crate) belasting: PerYear,
}

impl Betaling {
    pub(crate) fn netto(self) -> Euro {
        (self.bruto - self.belasting).once()
    }

    fn erbij(self, opgebouwd: PerYear, tarief: Rate) -> Self {
        let bruto = opgebouwd.rounded(OP_CENTEN);
        let belasting = (bruto * tarief).rounded(BELASTING);
        Self { bruto: self.bruto + bruto, belasting: self.belasting + belasting }
    }
}

/// What the months of a path pay, hers and her partner's, and what is earned but not paid after month 12.
pub(crate) struct Vakantiegeld {
    pub(crate) zij: Reeks<Betaling>,
    pub(crate) partner: Reeks<Betaling>,
    /// Net, not rounded.
    pub(crate) open: Euro,
}

/// What one job has earned and not paid.
#[derive(Clone, Copy, Default)]
struct Potje {
    opgebouwd: PerYear,
    tarief: Rate,
}

/// The holiday pay of a path.
pub(crate) fn vakantiegeld(
    situatie: &Situatie,
    huizen: &Reeks<Huis>,
    werk: &Reeks<Werk>,
    tijd: Tijd,
) -> Vakantiegeld {
    let mut potjes = [Potje::default(), Potje::default()];
    let mut open = Euro::ZERO;
    let januari = *tijd.alle().start();
    let zij = Reeks::van(tijd.alle(), |k| {
        let maand = &werk[k];
        if let Some(welke) = maand.welke {
            let potje = &mut potjes[welke as usize];
            potje.tarief = maand.tarief();
            let keer = if k == januari { MAANDEN_VOOR_JANUARI + 1 } else { 1 };
            potje.opgebouwd += maand.vakantiegeld.times(keer);
        }
        let in_mei = tijd.maand_van_jaar(k) == MEI;
        let mut betaald = Betaling::default();
        for (welke, potje) in [Welke::Nu, Welke::Nieuw].into_iter().zip(&mut potjes) {
            if (in_mei || !loopt_door(situatie, welke, maand.welke))
                && potje.opgebouwd.is_positive()
            {
                betaald = betaald.erbij(potje.opgebouwd, potje.tarief);
                potje.opgebouwd = PerYear::ZERO;
            }
        }
        if k == LAATSTE {
            open = potjes.iter().map(|potje| netto(potje.opgebouwd, potje.tarief)).sum();
        }
        betaald
    });
    let (partner, open_partner) = van_partner(huizen, tijd);
    Vakantiegeld { zij, partner, open: open + open_partner }
}

/// Whether a job is still there in a month with this job; with the same employer the job she has runs on in the other.
fn loopt_door(situatie: &Situatie, welke: Welke, nu: Option<Welke>) -> bool {
    nu == Some(welke)
        || (welke == Welke::Nu && nu == Some(Welke::Nieuw) && is_zelfde_werkgever(situatie))
}

/// Whether the job offered is one with the employer of the job she has.
pub(crate) fn is_zelfde_werkgever(situatie: &Situatie) -> bool {
    let baan = &situatie.baan;
    baan.zelfde_werkgever
        && baan.is_betaald()
        && situatie.baan_nu.as_ref().is_some_and(|nu| Baan::is_betaald(nu) && nu.heeft_uren())
}

fn van_partner(huizen: &Reeks<Huis>, tijd: Tijd) -> (Reeks<Betaling>, Euro) {
    let mut potje = Potje::default();
    let mut open = Euro::ZERO;
    let januari = *tijd.alle().start();
    let reeks = Reeks::van(tijd.alle(), |k| {
        let house = &huizen[k].house;
        if let Some((loon, _)) = &house.partner {
            let keer = if k == januari { MAANDEN_VOOR_JANUARI + 1 } else { 1 };
            potje.opgebouwd += vakantiegeld_van_partner(house).times(keer);
            potje.tarief = loon.value.vakantiegeld_tarief;
        }
        let mut betaald = Betaling::default();
        if tijd.maand_van_jaar(k) == MEI && potje.opgebouwd.is_positive() {
            betaald = betaald.erbij(potje.opgebouwd, potje.tarief);
            potje.opgebouwd = PerYear::ZERO;
        }
        if k == LAATSTE {
            open = netto(potje.opgebouwd, potje.tarief);
        }
        betaald
    });
    (reeks, open)
}

/// What a partner's month earns of it, gross, not rounded.
pub(crate) fn vakantiegeld_van_partner(house: &crate::engine::house::House) -> PerMonth {
    let bijslag = house.amounts.minimumloon.vakantiebijslag.value;
    house.partner.as_ref().map_or(PerMonth::ZERO, |(loon, _)| loon.value.bruto * bijslag)
}

fn netto(opgebouwd: PerYear, tarief: Rate) -> Euro {
    (opgebouwd - opgebouwd * tarief).once()
}
