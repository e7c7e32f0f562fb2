//! What goes with starting work and with leaving bijstand: conditions of the childcare allowance, costs, insurance,
//! the way back, and that who has a small child need not look for work yet.
//!
//! Law: art. 9a, 35, 41 and 43a Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 1.5 and 1.52 Wet
//! kinderopvang <https://wetten.overheid.nl/BWBR0017017>.
//! Left out: whether the exemption of art. 9a was used before, whether she has the municipality's insurance.

use super::item::{Bij, Facts, Soort, TeDoen};
use crate::dates::age;
use crate::message::Melding;
use crate::value::Years;

const GEREGISTREERDE_OPVANG: &str = "art. 1.5(1) Wet kinderopvang";
const BIJZONDERE_BIJSTAND: &str = "art. 35(1) Participatiewet";
const ZORGVERZEKERING: &str = "art. 35(3) Participatiewet";
const OPNIEUW: &str = "art. 43a(1) Participatiewet";
const WACHTEN: &str = "art. 41(4) Participatiewet";
const ONTHEFFING: &str = "art. 9a(1) Participatiewet";

/// The exemption is for who cares for a child younger than this (art. 9a(1) Participatiewet).
const KIND_TOT: Years = Years(5);
/// Who is younger waits four weeks before an application counts (art. 41(4) Participatiewet).
const WACHT_TOT: Years = Years(27);

fn item(code: &'static str, soort: Soort, bij: Bij, artikel: &'static str) -> TeDoen {
    TeDoen::nieuw(Melding::te_doen(code), soort, bij, artikel)
}

/// New kinderopvangtoeslag asks for registered care, for costs that she paid (art. 1.5(1) Wet kinderopvang) and for a
/// written contract (art. 1.52(1), for a childminder 1.56(4)).
pub(super) fn opvang_voorwaarden(f: &Facts) -> Option<TeDoen> {
    f.nieuwe_kinderopvangtoeslag()
        .then(|| item("opvang_voorwaarden", Soort::Regelen, Bij::Opvang, GEREGISTREERDE_OPVANG))
}

/// Costs of starting, for who has bijstand and no wage yet (art. 35(1) Participatiewet).
pub(super) fn startkosten_vragen(f: &Facts) -> Option<TeDoen> {
    let begint = f.nu.bijstand.value.is_positive() && f.loon() && f.nu.loon().bruto.is_zero();
    begint.then(|| item("startkosten_vragen", Soort::Aanvragen, Bij::Gemeente, BIJZONDERE_BIJSTAND))
}

/// The municipality's collective health insurance when bijstand ends (art. 35(3) Participatiewet): it may end or stay.
pub(super) fn zorgverzekering_vragen(f: &Facts) -> Option<TeDoen> {
    f.uit_bijstand()
        .then(|| item("zorgverzekering_vragen", Soort::Regelen, Bij::Gemeente, ZORGVERZEKERING))
}

/// The way back when the job ends: a new application, for which the municipality may use the data of the last twelve
/// months (art. 43a(1) Participatiewet); under 27 only four weeks after reporting (art. 41(4)).
pub(super) fn bijstand_opnieuw(f: &Facts) -> Option<TeDoen> {
    let partner = f.house.situatie.huishouden.partner.as_ref();
    let partner_wacht = partner.is_none_or(|it| age(it.geboren, f.house.day) < WACHT_TOT);
    let (code, artikel) = if f.house.leeftijd < WACHT_TOT && partner_wacht {
        ("bijstand_opnieuw_onder_27", WACHTEN)
    } else {
        ("bijstand_opnieuw", OPNIEUW)
    };
    (f.uit_bijstand() && f.loon()).then(|| item(code, Soort::Aanvragen, Bij::Gemeente, artikel))
}

/// A single parent of a child under five need not look for work yet, when she asks (art. 9a(1) Participatiewet).
pub(super) fn ontheffing_vragen(f: &Facts) -> Option<TeDoen> {
    let situatie = f.house.situatie;
    let day = situatie.peildatum;
    let mut kinderen = situatie.huishouden.geboren_kinderen(day);
    let geldt = f.nu.bijstand.value.is_positive()
        && situatie.huishouden.partner.is_none()
        && kinderen.any(|kind| age(kind.geboren, day) < KIND_TOT);
    geldt.then(|| item("ontheffing_vragen", Soort::Regelen, Bij::Gemeente, ONTHEFFING))
}
