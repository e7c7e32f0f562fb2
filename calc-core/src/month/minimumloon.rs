//! Whether a wage is below the statutory minimum: computed all the same, with a warning.
//!
//! Law: art. 8 and 15 Wml <https://wetten.overheid.nl/BWBR0002638>: since 2024 the minimum is an hourly wage, without
//! holiday pay.

use rust_decimal::Decimal;

use super::huis::Huis;
use crate::explain::{Shown, Years};
use crate::melding::{Arg, Melding};
use crate::money::{PerHour, Rounding};
use crate::parameters::{Param, minimumloon};
use crate::situatie::{Baan, LoonAfspraak, UitbetalingVakantiegeld};

/// Down, so that a wage just below the minimum never reads as the minimum.
const TE_ZIEN: Rounding = Rounding::down_to_cents("weergave: een te laag uurloon nooit hoger");

/// The warning, when the wage is too low. Of a month wage the hours count; of an all-in wage the holiday pay in it does
/// not.
pub(super) fn onder_minimumloon(huis: &Huis, baan: &Baan) -> Option<Melding> {
    let p = huis.bedragen.minimumloon;
    let minimum = voor_leeftijd(p, huis.leeftijd);
    let uurloon = uurloon(baan, p)?;
    (uurloon < minimum.value).then(|| {
        Melding::waarschuwing("onder_minimumloon")
            .met("uurloon", Arg::Value(uurloon.rounded(TE_ZIEN).shown()))
            .met("minimum", Arg::Value(minimum.value.shown()))
            .met("vanaf", Arg::Value(minimum.about.valid_from.shown()))
            .met("bron", Arg::Text(minimum.about.source.title.to_owned()))
    })
}

/// The statutory minimum per hour at an age.
pub(crate) fn voor_leeftijd(
    p: &'static minimumloon::Params,
    leeftijd: Years,
) -> &'static Param<PerHour> {
    match leeftijd.0 {
        ..=18 => &p.uurloon_18,
        19 => &p.uurloon_19,
        20 => &p.uurloon_20,
        _ => &p.uurloon_21,
    }
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
