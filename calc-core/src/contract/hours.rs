//! The hours curve in the form of the contract.

use super::month::{line_fields, lines};
use super::scenario::marked;
use super::written::{Json, cents, day, hours, list, object, or_null, word};
#[cfg(feature = "calendar")]
use crate::calendar::{self, HoursOver, Oorzaak};
use crate::engine::lines::Lijn;
use crate::hours::{Hours, Punt, Zone};
#[cfg(feature = "calendar")]
use crate::money::Euro;
use crate::money::PerMonth;

/// The whole curve.
pub(super) fn curve(curve: &Hours) -> Json {
    let fields = vec![
        ("peildatum", day(curve.peildatum)),
        ("status", word(curve.status.word())),
        ("nu", lines(&curve.nu)),
        ("punten", list(&curve.punten, point)),
        ("zones", list(&curve.zones, zone)),
        ("break_even", or_null(curve.break_even, hours)),
        ("einde_bijstand", or_null(curve.einde_bijstand, hours)),
        ("beste_uren", or_null(curve.beste_uren.as_ref(), best)),
    ];
    object(marked(fields, curve.book))
}

/// The hours, and every line with a job of these hours.
fn point(point: &Punt) -> Json {
    let mut fields = vec![("uren", hours(point.uren))];
    fields.extend(line_fields(&point.lijnen));
    #[cfg(feature = "schulden")]
    if let Some(van) = point.schulden {
        fields.push(("naar_schuldeisers", cents(van.naar_schuldeisers.amount())));
        fields.push(("over_na_schulden", cents(van.over_na_schulden.amount())));
    }
    object(fields)
}

fn best(best: &Punt) -> Json {
    object(vec![
        ("uren", hours(best.uren)),
        ("besteedbaar", cents(best.lijnen.besteedbaar().amount())),
    ])
}

fn zone(zone: &Zone) -> Json {
    object(vec![
        ("van", hours(zone.van)),
        ("tot", hours(zone.tot)),
        ("daling", cents(zone.daling.amount())),
        ("oorzaken", list(&zone.oorzaken, cause)),
        ("weer_hoger_vanaf", or_null(zone.weer_hoger_vanaf, hours)),
    ])
}

#[cfg(feature = "calendar")]
/// The curve over twelve months.
pub(super) fn curve_over(curve: &HoursOver) -> Json {
    let fields = vec![
        ("start", day(curve.start)),
        ("punten", list(&curve.punten, point_over)),
        ("zones", list(&curve.zones, zone_over)),
        ("kleine_dalingen", Json::Number(curve.kleine_dalingen)),
        ("break_even", or_null(curve.break_even, hours)),
        ("einde_bijstand", or_null(curve.einde_bijstand, hours)),
    ];
    object(marked(fields, curve.book))
}

#[cfg(feature = "calendar")]
fn point_over(point: &calendar::Punt) -> Json {
    object(vec![
        ("uren", hours(point.uren)),
        ("twaalf_maanden", cents(point.twaalf_maanden.amount())),
        ("gemiddeld", cents(point.gemiddeld.amount())),
    ])
}

#[cfg(feature = "calendar")]
fn zone_over(zone: &calendar::Zone) -> Json {
    let cause = |(oorzaak, bedrag): &(Oorzaak, Euro)| {
        object(vec![("regel", word(oorzaak.word())), ("bedrag", cents(bedrag.amount()))])
    };
    object(vec![
        ("van", hours(zone.van)),
        ("tot", hours(zone.tot)),
        ("daling", cents(zone.daling.amount())),
        ("oorzaken", list(&zone.oorzaken, cause)),
        ("weer_hoger_vanaf", or_null(zone.weer_hoger_vanaf, hours)),
    ])
}

fn cause((lijn, bedrag): &(Lijn, PerMonth)) -> Json {
    object(vec![("regel", word(lijn.word())), ("bedrag", cents(bedrag.amount()))])
}
