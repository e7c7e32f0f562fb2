//! Who is who in the house. One adult can be four things at once, each by its own law: someone who shares
//! costs (bijstand), a toeslagpartner, a fiscal partner, a housemate with income (huurtoeslag).
//!
//! Law: art. 19a Participatiewet <https://wetten.overheid.nl/BWBR0015703>; art. 3 Awir
//! <https://wetten.overheid.nl/BWBR0018472>; art. 1.2 Wet IB 2001 <https://wetten.overheid.nl/BWBR0011353>.
//! A rental contract on business terms frees by each law other people: of the costs only a stranger (19a(1)(b)
//! Participatiewet: never a relative by blood or marriage in the first or second degree); of partnership whoever asks
//! for it with the contract (1.2(9) Wet IB 2001); of huurtoeslag all but a parent or child (2(1)(e)(2) Awir).
//! Left out: who is registered elsewhere, who is away for care, tenants without a written contract.

use jiff::civil::Date;

use crate::dates::{age, first_of_year, is_born};
use crate::parameters::bijstandsnorm;
use crate::situatie::{Huishouden, Inwonende, Partner, Relatie};
use crate::value::Years;

/// From this age on 1 January a parent and child in one house are fiscal partners (art. 1.2(4)(a) Wet IB 2001).
const OUDER_EN_KIND_PARTNERS_VANAF: Years = Years(27);

/// Who counts as a partner by one of the laws.
#[derive(Clone, Copy, Debug)]
pub enum Samen<'a> {
    /// Nobody.
    Niemand,
    /// The partner she shares a household with.
    Partner(&'a Partner),
    /// An adult who lives in.
    Inwonende(&'a Inwonende),
}

impl<'a> Samen<'a> {
    /// Whether there is anyone.
    pub const fn is_iemand(self) -> bool {
        !matches!(self, Self::Niemand)
    }

    /// Whether it is the same adult of the same household.
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Niemand, Self::Niemand) => true,
            (Self::Partner(own), Self::Partner(other)) => std::ptr::eq(own, other),
            (Self::Inwonende(own), Self::Inwonende(other)) => std::ptr::eq(own, other),
            _ => false,
        }
    }

    /// The adult who lives in, when it is one.
    pub const fn inwonende(self) -> Option<&'a Inwonende> {
        match self {
            Self::Inwonende(inwonende) => Some(inwonende),
            _ => None,
        }
    }
}

/// The adults in the house, by each law, on the reference date.
#[derive(Clone, Copy, Debug)]
pub struct Bewoners<'a> {
    /// How many share the costs of living (art. 19a Participatiewet).
    pub kostendelers: u32,
    /// Her toeslagpartner (art. 3 Awir).
    pub toeslagpartner: Samen<'a>,
    /// Her fiscal partner (art. 1.2 Wet IB 2001).
    pub fiscaal_partner: Samen<'a>,
    /// Whether more than one adult could have been toeslagpartner or fiscal partner.
    pub meer_kandidaten: bool,
}

impl<'a> Bewoners<'a> {
    /// Looks at everyone who lives in.
    pub fn op(huishouden: &'a Huishouden, day: Date, norm: &bijstandsnorm::Params) -> Self {
        let kostendelers =
            huishouden.inwonenden.iter().filter(|wie| is_kostendeler(wie, day, norm)).count();
        let kostendelers = u32::try_from(kostendelers).unwrap_or(u32::MAX);
        if let Some(partner) = &huishouden.partner {
            let samen = Samen::Partner(partner);
            return Self {
                kostendelers,
                toeslagpartner: samen,
                fiscaal_partner: samen,
                meer_kandidaten: false,
            };
        }
        if huishouden.geboren_kinderen(day).next().is_none() {
            let niemand = Samen::Niemand;
            return Self {
                kostendelers,
                toeslagpartner: niemand,
                fiscaal_partner: niemand,
                meer_kandidaten: false,
            };
        }
        let toeslag = zonder_contract(huishouden).filter(|wie| !is_ouder_of_kind(wie));
        let fiscaal =
            || zonder_contract(huishouden).filter(|wie| kan_fiscaal_partner(huishouden, wie, day));
        Self {
            kostendelers,
            toeslagpartner: oudste(toeslag),
            fiscaal_partner: oudste(fiscaal()),
            // Whoever can be toeslagpartner can be fiscal partner too.
            meer_kandidaten: fiscaal().count() > 1,
        }
    }
}

/// Who shares the costs of living (art. 19a Participatiewet): of the age, not in education, and no stranger who rents.
fn is_kostendeler(wie: &Inwonende, day: Date, norm: &bijstandsnorm::Params) -> bool {
    let huurt_als_vreemde = wie.huurt_zakelijk && wie.relatie == Relatie::Overig;
    age(wie.geboren, day) >= norm.kostendeler_vanaf.value && !wie.studeert && !huurt_als_vreemde
}

/// Whose income counts for huurtoeslag (art. 7(1) Wet op de huurtoeslag): everyone who lives in, but a tenant who is not
/// her parent or child (art. 2(1)(e)(2) Awir).
pub fn medebewoners(huishouden: &Huishouden) -> impl Iterator<Item = &Inwonende> {
    huishouden.inwonenden.iter().filter(|wie| !wie.huurt_zakelijk || is_ouder_of_kind(wie))
}

/// Who would be toeslagpartner or fiscal partner were it not for the rental contract: she has to ask for it
/// (art. 1.2(9) Wet IB 2001).
pub fn vrij_door_contract(huishouden: &Huishouden, day: Date) -> impl Iterator<Item = &Inwonende> {
    let kan = huishouden.partner.is_none() && huishouden.geboren_kinderen(day).next().is_some();
    huishouden
        .inwonenden
        .iter()
        .filter(move |wie| kan && wie.huurt_zakelijk && kan_fiscaal_partner(huishouden, wie, day))
}

/// Everyone who lives in and does not rent on business terms.
fn zonder_contract(huishouden: &Huishouden) -> impl Iterator<Item = &Inwonende> {
    huishouden.inwonenden.iter().filter(|wie| !wie.huurt_zakelijk)
}

/// Art. 3(2)(e) and (5)(a) Awir: her parent or child is not her toeslagpartner.
fn is_ouder_of_kind(wie: &Inwonende) -> bool {
    matches!(wie.relatie, Relatie::Ouder | Relatie::Kind)
}

/// Art. 1.2(1)(e) and (4)(a) Wet IB 2001: with a child in the house anyone, a parent or child only from an age.
fn kan_fiscaal_partner(huishouden: &Huishouden, wie: &Inwonende, day: Date) -> bool {
    !is_ouder_of_kind(wie) || beiden_oud_genoeg(huishouden.geboren, wie.geboren, day)
}

fn beiden_oud_genoeg(zij: Date, ander: Date, day: Date) -> bool {
    let januari = first_of_year(day);
    [zij, ander]
        .iter()
        .all(|&born| is_born(born, januari) && age(born, januari) >= OUDER_EN_KIND_PARTNERS_VANAF)
}

/// The eldest, and of two born on one day the first named.
fn oudste<'a>(kandidaten: impl Iterator<Item = &'a Inwonende>) -> Samen<'a> {
    kandidaten.min_by_key(|wie| wie.geboren).map_or(Samen::Niemand, Samen::Inwonende)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::amounts::Amounts;
    use crate::situatie::Situatie;

    /// Who is who on 1 October 2026, with a child or without: her, and adults by date of birth and relation.
    fn bewoners(geboren: &str, kinderen: &str, inwonenden: &[(&str, &str)]) -> [String; 4] {
        let inwonenden: Vec<String> = inwonenden
            .iter()
            .map(|(geboren, relatie)| {
                format!(
                    r#"{{ "geboren": "{geboren}", "relatie": "{relatie}", "inkomen_jaar": "0" }}"#
                )
            })
            .collect();
        let text = format!(
            r#"{{ "peildatum": "2026-10-01", "huishouden": {{ "geboren": "{geboren}", "kinderen": [{kinderen}],
                "inwonenden": [{}] }}, "baan": {{ "uren_per_week": "20", "uurloon": "15" }} }}"#,
            inwonenden.join(",")
        );
        let situatie = Situatie::from_json(&text).expect("a situation");
        let bedragen = Amounts::on(situatie.book, situatie.peildatum).expect("a covered date");
        let bewoners = Bewoners::op(&situatie.huishouden, situatie.peildatum, bedragen.norm.norm);
        let wie =
            |samen: Samen| samen.inwonende().map_or("-".to_owned(), |wie| wie.geboren.to_string());
        [
            bewoners.kostendelers.to_string(),
            wie(bewoners.toeslagpartner),
            wie(bewoners.fiscaal_partner),
            bewoners.meer_kandidaten.to_string(),
        ]
    }

    const KIND: &str = r#"{ "geboren": "2024-05-20" }"#;
    const VERWACHT: &str = r#"{ "geboren": "2026-10-02" }"#;

    #[test]
    fn the_eldest_adult_but_a_parent_or_child_is_toeslagpartner_while_a_child_lives_there() {
        let (zus, broer) = (("1990-05-05", "broer_of_zus"), ("1985-01-01", "broer_of_zus"));
        let zij = "1994-03-14";
        assert_eq!(bewoners(zij, KIND, &[]), ["0", "-", "-", "false"]);
        assert_eq!(bewoners(zij, KIND, &[zus]), ["1", "1990-05-05", "1990-05-05", "false"]);
        let eldest = ["2", "1985-01-01", "1985-01-01", "true"];
        assert_eq!(bewoners(zij, KIND, &[zus, broer]), eldest);
        assert_eq!(bewoners(zij, "", &[zus, broer]), ["2", "-", "-", "false"]);
        assert_eq!(bewoners(zij, VERWACHT, &[zus]), ["1", "-", "-", "false"]);
        // A parent can be fiscal partner only (both over 27): two candidates for one of the two laws.
        let moeder = ("1966-03-30", "ouder");
        assert_eq!(bewoners(zij, KIND, &[moeder]), ["1", "-", "1966-03-30", "false"]);
        assert_eq!(bewoners(zij, KIND, &[zus, moeder]), ["2", "1990-05-05", "1966-03-30", "true"]);
    }

    #[test]
    fn a_parent_and_child_are_fiscal_partners_when_both_were_27_on_1_january() {
        let moeder = ("1966-03-30", "ouder");
        assert_eq!(bewoners("1999-01-01", KIND, &[moeder])[2], "1966-03-30");
        assert_eq!(bewoners("1999-01-02", KIND, &[moeder])[2], "-");
        assert_eq!(bewoners("1978-01-01", KIND, &[("1999-01-01", "kind")])[2], "1999-01-01");
        assert_eq!(bewoners("1978-01-01", KIND, &[("1999-01-02", "kind")])[2], "-");
        // A grown child of 27 on the day shares the costs, whatever it was in January.
        assert_eq!(bewoners("1978-01-01", KIND, &[("1999-01-02", "kind")])[0], "1");
    }
}
