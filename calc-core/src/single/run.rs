//! The single schemes: each reads all its keys, then looks its amounts up, calls its rule and names what came out. In
//! this order, so that a date without amounts hides no key that is wrong.

use jiff::civil::Date;

use super::answer::Answer;
use super::keys::Keys;
use crate::error::Error;
use crate::explain::Explain;
use crate::parameters::{
    Book, bijstandsnorm, bijzonder_tarief as tarief, bruto_bijstand as bruto, iack as combinatie,
    inkomensvrijlating as vrijlating, kinderbijslag as akw, kinderopvangtoeslag as opvang,
    loonheffing as loon, toeslagen, vakantiegeld_claim as claim, zorgtoeslag as zorg,
};
use crate::schemes::bijstand::inkomensvrijlating::{self, Regel};
use crate::schemes::inkomstenbelasting::inkomensafhankelijke_combinatiekorting::inkomensafhankelijke_combinatiekorting;
use crate::schemes::kindgebonden_budget::Kinderen;
use crate::schemes::loon::Loon;
use crate::schemes::{self, zorgtoeslag::Voor};
use crate::value::{Persons, Years};

const YES: Explain = Explain::Yes;

pub(super) fn loonheffing(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let (fiscaal_loon, korting) = (keys.per_month("loon"), keys.yes_no("loonheffingskorting"));
    let outcome =
        schemes::loon::loonheffing::loonheffing(fiscaal_loon, korting, loon::at(day)?, YES);
    let fields = vec![
        ("bedrag", outcome.value.bedrag.amount()),
        ("arbeidskorting", outcome.value.arbeidskorting.amount()),
    ];
    Ok(Answer::new(fields, outcome.reason, outcome.explanation))
}

pub(super) fn bijzonder_tarief(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let (jaarloon, korting) = (keys.per_year("jaarloon"), keys.yes_no("loonheffingskorting"));
    let outcome =
        schemes::loon::bijzonder_tarief::bijzonder_tarief(jaarloon, korting, tarief::at(day)?, YES);
    Ok(Answer::new(
        vec![("percentage", outcome.value.percent())],
        outcome.reason,
        outcome.explanation,
    ))
}

pub(super) fn inkomensvrijlating(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let ink = keys.per_month("ink");
    let regel = keys.word("regel", &[("n", Regel::N), ("r", Regel::R), ("y", Regel::Y)]);
    // n, r and y ended with 2026: alone they are not continued.
    vrijlating::at(day)?;
    let p = inkomensvrijlating::Params::op(Book::PUBLISHED, day)?;
    let outcome = inkomensvrijlating::inkomensvrijlating(ink, regel.unwrap_or(Regel::Geen), p, YES);
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}

pub(super) fn vakantiegeld_claim(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let (geteld, korting) = (keys.per_month("geteld"), keys.yes_no("loonheffingskorting"));
    let outcome = schemes::bijstand::vakantiegeld_claim::vakantiegeld_claim(
        geteld,
        korting,
        claim::at(day)?,
        YES,
    );
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}

pub(super) fn kostendelersnorm(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let aantal = Persons(keys.whole("aantal", 2, 20));
    let outcome = schemes::bijstand::norm::kostendelersnorm(aantal, bijstandsnorm::at(day)?, YES);
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}

pub(super) fn zorgtoeslag(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let inkomen = keys.per_year("toetsingsinkomen");
    let voor = if keys.yes_no("partner") { Voor::Partners } else { Voor::Alleen };
    let p = schemes::zorgtoeslag::Params {
        zorgtoeslag: zorg::at(day)?,
        toeslagen: toeslagen::at(day)?,
    };
    let outcome = schemes::zorgtoeslag::zorgtoeslag(inkomen, voor, Ok(()), p, YES);
    let fields =
        vec![("bedrag", outcome.value.maand.amount()), ("jaar", outcome.value.jaar.amount())];
    Ok(Answer::new(fields, outcome.reason, outcome.explanation))
}

pub(super) fn huurtoeslag(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    use schemes::huurtoeslag::{Huur, Params, huurtoeslag};
    let rekeninkomen = keys.per_year("toetsingsinkomen");
    let huur = Huur {
        kale_huur: keys.per_month("kale_huur"),
        personen: Persons(keys.whole("personen", 1, 24)),
        allen_jong: keys.yes_no("alle_onder_21"),
    };
    let p = Params::op(Book::PUBLISHED, day)?;
    let outcome = huurtoeslag(rekeninkomen, huur, Ok(()), p, toeslagen::at(day)?, YES);
    Ok(Answer::new(
        vec![("bedrag", outcome.value.maand.amount())],
        outcome.reason,
        outcome.explanation,
    ))
}

pub(super) fn kindgebonden_budget(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    use schemes::kindgebonden_budget::{Params, kindgebonden_budget};
    let inkomen = keys.per_year("toetsingsinkomen");
    let kinderen = Kinderen::met_leeftijd(keys.ages("kinderen").into_iter());
    let alleen = keys.yes_no("alleenstaand");
    let p = Params::op(Book::PUBLISHED, day)?;
    let outcome =
        kindgebonden_budget(inkomen, kinderen, alleen, Ok(()), p, toeslagen::at(day)?, YES);
    let fields =
        vec![("bedrag", outcome.value.maand.amount()), ("jaar", outcome.value.jaar.amount())];
    Ok(Answer::new(fields, outcome.reason, outcome.explanation))
}

pub(super) fn kinderbijslag(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let leeftijd = Years(keys.whole("leeftijd", 0, 17));
    let outcome = schemes::kinderbijslag::per_kwartaal(leeftijd, akw::at(day)?, YES);
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}

pub(super) fn kinderopvangtoeslag(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let inkomen = keys.per_year("toetsingsinkomen");
    let kinderen = keys.opvang("opvang");
    let p = schemes::kinderopvangtoeslag::Params {
        opvang: opvang::at(day)?,
        toeslagen: toeslagen::at(day)?,
    };
    let outcome =
        schemes::kinderopvangtoeslag::kinderopvangtoeslag(&kinderen, inkomen, Ok(()), p, YES)?;
    Ok(Answer::new(
        vec![("bedrag", outcome.value.toeslag.maand.amount())],
        outcome.reason,
        outcome.explanation,
    ))
}

pub(super) fn iack(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let inkomen = keys.per_year("arbeidsinkomen");
    let outcome =
        inkomensafhankelijke_combinatiekorting(inkomen, Ok(()), combinatie::at(day)?, YES);
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}

pub(super) fn bruto_bijstand(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    let netto_jaar = keys.per_year("netto_jaar");
    let fiscaal_loon = keys.per_month("fiscaal_loon");
    let vakantiegeld_bruto = keys.per_year("vakantiegeld_bruto");
    let korting = keys.yes_no("loonheffingskorting");
    let p = bruto::at(day)?;
    let loonheffing =
        schemes::loon::loonheffing::loonheffing(fiscaal_loon, korting, loon::at(day)?, Explain::No);
    let jaarloon = fiscaal_loon.per_year() + vakantiegeld_bruto;
    let tarief = schemes::loon::bijzonder_tarief::bijzonder_tarief(
        jaarloon,
        korting,
        tarief::at(day)?,
        Explain::No,
    );
    let loon = Loon {
        fiscaal_loon,
        loonheffing: loonheffing.value.bedrag,
        vakantiegeld_bruto,
        vakantiegeld_tarief: tarief.value,
        loonheffingskorting: korting,
        ..Loon::default()
    };
    let benut = schemes::bijstand::bruto::elders_benutte_korting(&loon, p, YES);
    let outcome = schemes::bijstand::bruto::bruto_bijstand(netto_jaar, &benut, p, YES);
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}

pub(super) fn beslagvrije_voet(keys: &mut Keys, day: Date) -> Result<Answer, Error> {
    use schemes::beslagvrije_voet::{Leefsituatie, Params, beslagvrije_voet};
    let wie = keys.word("leefsituatie", &Leefsituatie::ALL.map(|wie| (wie.word(), wie)));
    let inkomen = keys.per_year("toetsingsinkomen");
    let p = Params::op(Book::PUBLISHED, day)?;
    let outcome = beslagvrije_voet(inkomen, wie.unwrap_or(Leefsituatie::Alleenstaande), p, YES);
    Ok(Answer::new(vec![("bedrag", outcome.value.amount())], outcome.reason, outcome.explanation))
}
