//! The care beside a job of other hours than were agreed.

use rust_decimal::Decimal;

use super::house::House;
use crate::money::HoursPerMonth;
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::situatie::OpvangSchaalt;
#[cfg(feature = "weekplan")]
use crate::situatie::{Kind, Situatie};
#[cfg(feature = "weekplan")]
use crate::weekplan::plan::{Afname, Shift};
#[cfg(feature = "weekplan")]
use crate::weekplan::time::{Dag, Days};

/// The care of a house beside so many hours of work: as it is, all of it with the hours, or whole days with the days of
/// the week plan.
pub(crate) fn naar_uren(
    house: &House,
    opvang: &[KindMetOpvang],
    uren: Decimal,
) -> Vec<KindMetOpvang> {
    let mut opvang = opvang.to_vec();
    match house.situatie.opvang_schaalt {
        OpvangSchaalt::Vast => {}
        OpvangSchaalt::NaarUren => {
            let deel = Deel { van: uren, op: house.situatie.baan.uren_per_week.amount() };
            for contract in opvang.iter_mut().flat_map(|kind| &mut kind.opvang) {
                contract.uren = deel.of(contract.uren);
            }
        }
        #[cfg(feature = "weekplan")]
        OpvangSchaalt::Dagen => naar_dagen(house, &mut opvang, uren),
    }
    opvang
}

/// A part of the hours: so many of so many.
struct Deel {
    van: Decimal,
    op: Decimal,
}

impl Deel {
    fn of(&self, uren: HoursPerMonth) -> HoursPerMonth {
        let deel = (uren.amount() * self.van).checked_div(self.op);
        HoursPerMonth::new(deel.unwrap_or(Decimal::ZERO))
    }
}

/// Care by the block goes with the days of work, as does care of which only the hours are known; care by the hour with the
/// hours.
#[cfg(feature = "weekplan")]
fn naar_dagen(house: &House, opvang: &mut [KindMetOpvang], uren: Decimal) {
    let Some((dagen, deel)) = delen(house.situatie, uren) else { return };
    let kinderen = house.situatie.huishouden.geboren_kinderen(house.day);
    for (kind, van) in kinderen.zip(opvang) {
        for (at, contract) in van.opvang.iter_mut().enumerate() {
            let part = if per_uur(kind, at) { &deel } else { &dagen };
            contract.uren = part.of(contract.uren);
        }
    }
}

#[cfg(feature = "weekplan")]
fn per_uur(kind: &Kind, at: usize) -> bool {
    let contract = kind.plan.opvang.get(at).and_then(|it| it.contract.as_ref());
    contract.is_some_and(|contract| contract.afname == Afname::Uur)
}

/// Which part of her days, and of her hours, so many hours take. As many days as hold the hours, at most those of a
/// working week.
#[cfg(feature = "weekplan")]
fn delen(situatie: &Situatie, uren: Decimal) -> Option<(Deel, Deel)> {
    let [shifts] = &*situatie.weekplan.as_ref()?.weken else { return None };
    let days: Days = shifts.iter().map(|shift| shift.dag).collect();
    let net: i32 = shifts.iter().map(Shift::net).sum();
    let minutes = uren * Decimal::from(60);
    let (worked, net) = (Decimal::from(days.count()), Decimal::from(net));
    let workweek = if days.iter().any(|dag| dag >= Dag::Za) { 7 } else { 5 };
    let holds = |days: &i32| Decimal::from(*days) * net >= minutes * worked;
    let needed = (0..workweek).find(holds).unwrap_or(workweek);
    let dagen = Deel { van: needed.into(), op: worked };
    Some((dagen, Deel { van: minutes, op: net }))
}
