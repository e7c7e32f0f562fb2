//! What the month says of debts beside its amounts; the codes are listed in `docs/codes.md`.

use super::schulden::{Schulden, alleen_met_regeling};
use crate::engine::house::House;
use crate::engine::outcome::Outcome;
use crate::engine::schulden::{VanSchulden, heeft_schulden, leefsituatie, worden_berekend};
use crate::message::{Arg, Melding, Richting};
use crate::money::PerMonth;
use crate::schemes::beslagvrije_voet::{Params, Regel, raakt_ondergrens};
use crate::situatie::SoortSchulden;
use crate::value::Shown;

/// An amount of a letter that is further than this many euros a month from ours is told.
const WIJKT_AF: u32 = 1;

/// The choices that touched what creditors take.
pub(super) fn aannames(
    house: &House,
    schulden: Option<&Schulden>,
    uitkomsten: [&Outcome; 2],
) -> Vec<Melding> {
    let Some(schulden) = alleen_met_regeling(schulden) else { return Vec::new() };
    let berekend = schulden.situaties().iter().any(|van| van.regel != Regel::Opgegeven);
    let zonder_ondergrens_lager = |(van, o): (VanSchulden, &Outcome)| {
        let raakt = |p| raakt_ondergrens(o.year.toetsingsinkomen, leefsituatie(house), p);
        let p = Params::op(house.situatie.book, house.amounts.van);
        van.regel != Regel::Opgegeven && p.is_ok_and(raakt)
    };
    let ondergrens = schulden.situaties().into_iter().zip(uitkomsten).any(zonder_ondergrens_lager);
    let h = &house.situatie.huishouden;
    let alimentatie = (h.alimentatie_kinderen + h.alimentatie_partner).is_positive();
    let samen = |(van, o): (VanSchulden, &Outcome)| {
        let beide = o.bijstand.value.is_positive() && o.loon().ink.is_positive();
        beide && van.regel != Regel::Opgegeven
    };
    let loon_en_bijstand = schulden.situaties().into_iter().zip(uitkomsten).any(samen);
    let keuzes = [
        ("keuze_13", berekend),
        ("keuze_14", ondergrens),
        ("keuze_15", berekend),
        ("keuze_16", alimentatie),
        ("keuze_17", loon_en_bijstand),
    ];
    keuzes.into_iter().filter(|(_, geldt)| *geldt).map(|(code, _)| Melding::aanname(code)).collect()
}

/// What of debts is left out, and which way it would move the result; without debts that they are.
pub(super) fn niet_berekend(house: &House) -> Vec<Melding> {
    use Richting::{Meer, Minder, Onbekend};
    let given = house.situatie.schulden;
    if !heeft_schulden(house) {
        return vec![Melding::niet_berekend("schulden_en_beslag", Minder)];
    }
    let zonder_brief = given.vrij_nu.is_none() || given.vrij_met_baan.is_none();
    let vtlb = given.soort == SoortSchulden::Schuldregeling && zonder_brief;
    let codes = [
        ("schulden_met_partner", Onbekend, !worden_berekend(house)),
        ("vtlb_correcties", Meer, vtlb),
        ("voet_verhoging_op_verzoek", Meer, true),
        ("teruggave_naar_schulden", Minder, true),
        ("bronheffing_zorgpremie", Minder, true),
        ("verrekening_gemeente", Onbekend, true),
        ("toeslagschuld", Minder, true),
        ("hersteloperatie", Meer, true),
    ];
    let geldt = codes.into_iter().filter(|(_, _, geldt)| *geldt);
    geldt.map(|(code, richting, _)| Melding::niet_berekend(code, richting)).collect()
}

/// What she should know of her debts.
pub(super) fn waarschuwingen(house: &House, schulden: Option<&Schulden>) -> Vec<Melding> {
    let mut meldingen = Vec::new();
    if heeft_schulden(house) {
        meldingen.push(Melding::waarschuwing("schulden_niet_in_vaste_lasten"));
    }
    let Some(schulden) = alleen_met_regeling(schulden) else { return meldingen };
    let in_regeling = schulden.soort == SoortSchulden::Schuldregeling;
    let baan = &house.situatie.baan;
    if baan.heeft_uren() && !schulden.verschil.over_na_schulden.is_positive() {
        meldingen.push(houdt_niet_meer_over(schulden, in_regeling));
    }
    let [nu, dan] = schulden.situaties().map(|van| van.uit_vakantiegeld);
    let uit_vakantiegeld = Melding::waarschuwing("vakantiegeld_naar_schulden");
    if dan.is_positive() {
        meldingen.push(uit_vakantiegeld.met("bedrag", Arg::Value(dan.shown())));
    } else if nu.is_positive() {
        meldingen.push(uit_vakantiegeld.voor("nu").met("bedrag", Arg::Value(nu.shown())));
    }
    if schulden.betaalt_opvang_of_reizen {
        let kosten = Melding::waarschuwing("beslag_opvang_en_reizen");
        meldingen.push(if in_regeling { kosten.voor("regeling") } else { kosten });
    }
    if schulden.is_nieuw && !in_regeling {
        meldingen.push(Melding::waarschuwing("beslag_nog_niet_bij_werkgever"));
    }
    if let Some(ons) = schulden.zonder_brief {
        let verschil = schulden.nu.beslagvrij - ons;
        if verschil.max(-verschil) > PerMonth::new(WIJKT_AF.into()) {
            let anders = Melding::waarschuwing("vrij_bedrag_wijkt_af")
                .met("brief", Arg::Value(schulden.nu.beslagvrij.shown()))
                .met("ons", Arg::Value(ons.shown()));
            meldingen.push(if in_regeling { anders.voor("regeling") } else { anders });
        }
    }
    meldingen
}

/// With the job she holds no more than now; what is said of her debts is what happens to them.
fn houdt_niet_meer_over(schulden: &Schulden, in_regeling: bool) -> Melding {
    let minder = Melding::waarschuwing("beslag_werken_houdt_niet_meer_over")
        .met("bedrag", Arg::Value((-schulden.verschil.over_na_schulden).shown()));
    let is_gelijk = schulden.verschil.over_na_schulden.is_zero();
    let daalt_sneller = schulden.verschil.naar_schuldeisers_jaar.is_positive();
    match (in_regeling, is_gelijk, daalt_sneller) {
        (true, true, _) => minder.voor("regeling_gelijk"),
        (true, false, _) => minder.voor("regeling"),
        (false, true, true) => minder.voor("gelijk"),
        (false, false, true) => minder,
        (false, true, false) => minder.voor("gelijk_zelfde_schuld"),
        (false, false, false) => minder.voor("zelfde_schuld"),
    }
}
