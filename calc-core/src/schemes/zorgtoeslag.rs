//! Zorgtoeslag: helps to pay for health insurance.
//!
//! Law: art. 2-4 Wet op de zorgtoeslag <https://wetten.overheid.nl/BWBR0018451>.
//! Left out: insurance abroad, uninsured months.

use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{PerYear, Rounding};
use crate::parameters::{toeslagen, zorgtoeslag};
use crate::schemes::toeslag::{self, Toeslag};

const ARTICLE: &str = "art. 2 Wet op de zorgtoeslag";
const MAAND: Rounding =
    Rounding::down_to_euro("voorschot: maandbedrag naar beneden op hele euro's");

/// Whose allowance it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voor {
    /// One person without toeslagpartner.
    Alleen,
    /// A couple together.
    Partners,
    /// Her half, where the toeslagpartner is an adult who lives in.
    HelftVanPartners,
}

/// The dated amounts.
#[derive(Clone, Copy)]
pub struct Params {
    /// Of the scheme.
    pub zorgtoeslag: &'static zorgtoeslag::Params,
    /// Of all allowances.
    pub toeslagen: &'static toeslagen::Params,
}

/// The allowance at this income (together with a toeslagpartner's).
pub fn zorgtoeslag(
    inkomen: PerYear,
    voor: Voor,
    recht: Result<(), Reason>,
    p: Params,
    explain: Explain,
) -> Explained<Toeslag> {
    let mut w = Working::of("zorgtoeslag", ARTICLE, explain);
    let ongerond = match recht.and_then(|()| ongerond(&mut w, inkomen, voor, p)) {
        Ok(ongerond) => ongerond,
        Err(reason) => return w.nothing(reason),
    };
    let samen = match toeslag::recht_jaar(&mut w, ongerond, p.toeslagen) {
        Ok(samen) => samen,
        Err(reason) => return w.nothing(reason),
    };
    let jaar = haar_deel(&mut w, samen, voor);
    let maand = w.rounded("maand", jaar.per_month(), MAAND);
    w.result(Toeslag { jaar, recht_jaar: jaar, maand })
}

/// The amount of a year as if this month lasted, before the test on the smallest amount: what a year out of different
/// months is added up from.
pub fn jaarbedrag(
    inkomen: PerYear,
    voor: Voor,
    recht: Result<(), Reason>,
    p: Params,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("zorgtoeslag_jaar", ARTICLE, explain);
    let ongerond = match recht.and_then(|()| ongerond(&mut w, inkomen, voor, p)) {
        Ok(ongerond) => ongerond,
        Err(reason) => return w.nothing(reason),
    };
    let samen = toeslag::in_hele_euros(&mut w, ongerond);
    let jaar = haar_deel(&mut w, samen, voor);
    w.result(jaar)
}

fn haar_deel(w: &mut Working, samen: PerYear, voor: Voor) -> PerYear {
    match voor {
        Voor::Alleen | Voor::Partners => samen,
        Voor::HelftVanPartners => w.step("haar_helft", samen.half()),
    }
}

fn ongerond(w: &mut Working, inkomen: PerYear, voor: Voor, p: Params) -> Result<PerYear, Reason> {
    let z = p.zorgtoeslag;
    let inkomen = w.input("toetsingsinkomen", inkomen);
    let (personen, percentage) = match voor {
        Voor::Alleen => (1, &z.percentage_alleen),
        Voor::Partners | Voor::HelftVanPartners => (2, &z.percentage_partners),
    };
    let premie = w.param(&z.standaardpremie) * personen;
    let drempel = w.param(&z.drempelinkomen);
    let normpremie_drempel = drempel * w.param(percentage);
    let afbouw = w.param(&z.afbouw);
    let normpremie = normpremie_drempel + (inkomen - drempel).at_least_zero() * afbouw;
    let normpremie = w.step("normpremie", normpremie);
    let ongerond = w.step("jaar_ongerond", (premie - normpremie).at_least_zero());
    if ongerond.is_zero() {
        return Err(Reason { code: "inkomen_te_hoog", article: ARTICLE });
    }
    Ok(ongerond)
}
