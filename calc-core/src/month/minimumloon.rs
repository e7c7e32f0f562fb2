//! Whether a wage is below the statutory minimum: computed all the same, with a warning.
//!
//! Law: art. 8 and 15 Wml <https://wetten.overheid.nl/BWBR0002638>: since 2024 the minimum is an hourly wage, without
//! holiday pay.

use rust_decimal::Decimal;

use crate::engine::house::House;
use crate::message::{Arg, Melding};
use crate::money::{PerHour, Rounding};
use crate::parameters::minimumloon;
use crate::schemes::minimumloon::voor_leeftijd;
use crate::situatie::{Baan, LoonAfspraak, UitbetalingVakantiegeld};
use crate::value::Shown;

/// Down, so that a wage just below the minimum never reads as the minimum.
const TE_ZIEN: Rounding = Rounding::down_to_cents("weergave: een te laag uurloon nooit hoger");

/// The warning, when the wage is too low. Of a month wage the hours count; of an all-in wage the holiday pay in it does
/// not.
pub(super) fn onder_minimumloon(house: &House, baan: &Baan) -> Option<Melding> {
    let p = house.amounts.minimumloon;
    let minimum = voor_leeftijd(p, house.leeftijd);
    let uurloon = uurloon(baan, p)?;
    (uurloon < minimum.value).then(|| {
        Melding::waarschuwing("onder_minimumloon")
            .met("uurloon", Arg::Value(uurloon.rounded(TE_ZIEN).shown()))
            .met("minimum", Arg::Value(minimum.value.shown()))
            .met("vanaf", Arg::Value(minimum.about.valid_from.shown()))
            .met("bron", Arg::Text(minimum.about.source.title.to_owned()))
    })
}

/// The wage per hour without holiday pay, not rounded.
fn uurloon(baan: &Baan, p: &minimumloon::Params) -> Option<PerHour> {
    let afgesproken = match baan.loon {
        LoonAfspraak::PerUur(uurloon) => uurloon,
        LoonAfspraak::PerMaand(maandloon) => baan.uren_per_week.spread(maandloon.per_year())?,
        LoonAfspraak::Geen => return None,
    };
    if baan.vakantiegeld != UitbetalingVakantiegeld::Inbegrepen {
        return Some(afgesproken);
    }
    let met_vakantiegeld = Decimal::ONE + p.vakantiebijslag.value.fraction();
    afgesproken.amount().checked_div(met_vakantiegeld).map(PerHour::new)
}
