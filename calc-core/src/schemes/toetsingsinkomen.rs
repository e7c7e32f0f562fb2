//! Toetsingsinkomen: the income of the whole year that the allowances look at.
//!
//! Law: art. 7 and 8 Awir <https://wetten.overheid.nl/BWBR0018472>.
//! Child alimony, kinderbijslag, allowances and tax credits are no part of it.

use crate::explain::{Explain, Explained, Working};
use crate::money::{PerYear, Rounding};

const ARTICLE: &str = "art. 8 Awir";
const NAAR_BENEDEN: Rounding =
    Rounding::down_to_euro("aanslag: inkomen naar beneden op hele euro's");

/// Down to whole euros, as an assessment has it.
pub fn hele_euros(inkomen: PerYear) -> PerYear {
    inkomen.rounded(NAAR_BENEDEN)
}

/// The same, recorded in the rule that uses it.
pub fn in_hele_euros(w: &mut Working, name: &'static str, inkomen: PerYear) -> PerYear {
    w.rounded(name, hele_euros(inkomen), NAAR_BENEDEN)
}

/// Taxable wage (in whole euros), gross bijstand and partner alimony of one person, she or her partner.
/// `alimentatie_partner` only where there is no bijstand; with bijstand it is in the gross amount already.
pub fn toetsingsinkomen(
    is_partner: bool,
    fiscaal_jaarloon: PerYear,
    bruto_bijstand: &Explained<PerYear>,
    alimentatie_partner: PerYear,
    explain: Explain,
) -> Explained<PerYear> {
    let mut w = Working::of("toetsingsinkomen", ARTICLE, explain);
    if is_partner {
        w.input("van_partner", true);
    }
    let loon = w.rounded("fiscaal_jaarloon", fiscaal_jaarloon, NAAR_BENEDEN);
    let bijstand = w.rule(bruto_bijstand);
    let alimentatie = in_hele_euros(&mut w, "alimentatie_partner_jaar", alimentatie_partner);
    let inkomen = w.step("toetsingsinkomen", loon + bijstand + alimentatie);
    w.result(inkomen)
}
