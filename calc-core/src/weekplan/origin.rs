//! Where the hours of a contract come from, for who opens them: the hours of a week times its weeks.

use super::buying::Purchase;
use super::result::CareWeek;
use super::time::Minutes;
use super::year::Minuten;
use crate::explain::{Explain, Explained, Working};
use crate::money::{HoursPerMonth, HoursPerWeek, Rounding};
use crate::value::Weeks;

const RULE: &str = "uren van een contract: op twee decimalen";
const OP_TWEE_DECIMALEN: Rounding = Rounding::to_cents(RULE);

impl CareWeek {
    /// The hours a month that are computed.
    pub fn berekend(&self) -> HoursPerMonth {
        uren_opvang(self, Explain::No).value
    }
}

/// The hours a month of a contract.
pub fn uren_opvang(care: &CareWeek, explain: Explain) -> Explained<HoursPerMonth> {
    let mut w = Working::of("uren_opvang", RULE, explain);
    let [school, vakantie] = &care.weken;
    let [schoolweken, vakantieweken] = care.aantal_weken.map(Weeks);
    w.input("uren_schoolweek", per_week(school, care.rota));
    w.input("schoolweken", schoolweken);
    w.input("uren_vakantieweek", per_week(vakantie, care.rota));
    w.input("vakantieweken", vakantieweken);
    let gratis = care.gratis();
    if gratis.is_positive() {
        w.input("uren_gratis", gratis);
    }
    let uren = HoursPerMonth::new(care.jaar.bought.hours_per_month());
    let uren = w.rounded("uren_per_maand", uren, OP_TWEE_DECIMALEN);
    w.result(uren)
}

/// What is paid for in a week, on average over the rota, and before the city pays its part.
fn per_week(purchase: &Purchase, rota: usize) -> HoursPerWeek {
    let minutes: Minutes = purchase.bought.iter().sum();
    let over = i64::try_from(rota).unwrap_or(1);
    HoursPerWeek::new(Minuten::of(minutes.into(), over).hours())
}
