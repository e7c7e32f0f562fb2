//! The household of every month: ages go on, a child is born, a child of 18 becomes an adult who lives in.
//!
//! Law: art. 3(2)(f) and 3(3) Awir <https://wetten.overheid.nl/BWBR0018472>: who was toeslagpartner stays it.

use std::borrow::Cow;

use jiff::civil::Date;

#[cfg(feature = "weekplan")]
use super::naar_school::{met_school, wissels};
use super::tijd::{K, Reeks, Tijd};
use crate::coverage::amounts_in_calendar;
use crate::dates::{age, is_born};
use crate::engine::amounts::Amounts;
use crate::engine::house::House;
use crate::engine::huishouden::Samen;
use crate::engine::rights;
use crate::error::Error;
use crate::explain::Explain;
use crate::money::{PerMonth, PerYear};
use crate::parameters::vaste_maand;
use crate::schemes::kinderopvangtoeslag::{KindMetOpvang, rekening};
use crate::schemes::kindgebonden_budget::Kinderen;
use crate::situatie::{Inwonende, Relatie, Situatie};
use crate::value::Years;

/// The household of one month.
pub(crate) struct Huis<'a> {
    pub(crate) house: House<'a>,
    pub(crate) zorg: Zorg,
    /// Whether the allowances look at the household of the month before.
    pub(crate) als_vorige: bool,
}

impl Huis<'_> {
    /// Whether the allowances look at the same household as in another month: the same persons of the ages that matter,
    /// with the same rent and care, in one year, by the same amounts.
    fn is_als(&self, vorige: &Self) -> bool {
        let (een, ander) = (&self.house, &vorige.house);
        let leeftijden = |huis: &Self| -> Vec<Years> {
            huis.zorg.kinderen.iter().map(|kind| kind.leeftijd).collect()
        };
        std::ptr::eq(een.situatie, ander.situatie)
            && een.day.year() == ander.day.year()
            && een.amounts.sinds() == ander.amounts.sinds()
            && een.bewoners.toeslagpartner.is(ander.bewoners.toeslagpartner)
            && rights::zorgtoeslag(een) == rights::zorgtoeslag(ander)
            && een.kinderen_kgb == ander.kinderen_kgb
            && een.huur == ander.huur
            && leeftijden(self) == leeftijden(vorige)
    }
}

/// The care of a month.
pub(crate) struct Zorg {
    /// The children with their contracts.
    pub(crate) kinderen: Vec<KindMetOpvang>,
    /// What the contracts cost.
    pub(crate) rekening: PerMonth,
}

impl Zorg {
    pub(crate) fn van(kinderen: Vec<KindMetOpvang>) -> Self {
        let rekening = rekening(&kinderen);
        Self { kinderen, rekening }
    }
}

/// The situation of every month.
pub(crate) fn situaties(
    situatie: &Situatie,
    tijd: Tijd,
) -> Result<Reeks<Cow<'_, Situatie>>, Error> {
    #[cfg(feature = "weekplan")]
    let wissels = wissels(situatie);
    Reeks::probeer(tijd.alle(), |k| {
        let dag = tijd.dag(k);
        #[cfg(feature = "weekplan")]
        if let Cow::Owned(anders) = met_school(situatie, &wissels, dag)? {
            return Ok(Cow::Owned(op_dag(&anders, dag)?.into_owned()));
        }
        op_dag(situatie, dag)
    })
}

/// The household of every month, with the toeslagpartner who was one before.
pub(crate) fn huizen<'a>(
    situatie: &Situatie,
    situaties: &'a Reeks<Cow<'a, Situatie>>,
    tijd: Tijd,
    explain: Explain,
) -> Result<Reeks<Huis<'a>>, Error> {
    let geboren: Vec<Date> = situatie.huishouden.kinderen.iter().map(|kind| kind.geboren).collect();
    let mut toeslagpartner = None;
    let mut huizen = Reeks::probeer(tijd.alle(), |k| {
        let mut huis = huis(&situaties[k], tijd, k, &mut toeslagpartner, explain)?;
        // By its own day, the last of the month before: a child that becomes 18 on the first still counts.
        huis.house.kinderen_kgb = Kinderen::in_maand(&geboren, tijd.dag(k));
        Ok::<_, Error>(huis)
    })?;
    for k in tijd.alle() {
        huizen[k].als_vorige = huizen.get(k - 1).is_some_and(|vorige| huizen[k].is_als(vorige));
    }
    Ok(huizen)
}

fn huis<'a>(
    situatie: &'a Situatie,
    tijd: Tijd,
    k: K,
    toeslagpartner: &mut Option<usize>,
    explain: Explain,
) -> Result<Huis<'a>, Error> {
    let dag = tijd.dag(k);
    let mut house = House::with(situatie, dag, Amounts::in_calendar(situatie.book, dag)?, explain);
    let inwonenden = &situatie.huishouden.inwonenden;
    if let Some(at) = *toeslagpartner {
        house.bewoners.toeslagpartner = inwonenden.get(at).map_or(Samen::Niemand, Samen::Inwonende);
    } else if let Some(wie) = house.bewoners.toeslagpartner.inwonende() {
        *toeslagpartner = inwonenden.iter().position(|ander| std::ptr::eq(ander, wie));
    }
    let zorg = Zorg::van(house.opvang());
    Ok(Huis { house, zorg, als_vorige: false })
}

/// The situation as it is on a day: who was not 18 yet counts as just 18, a child of 18 as a student who lives in.
fn op_dag(situatie: &Situatie, dag: Date) -> Result<Cow<'_, Situatie>, Error> {
    let p = vaste_maand::by(situatie.book, amounts_in_calendar(dag)?.0)?;
    let (volwassen, kind_tot) = (p.volwassen_vanaf.value, p.kind_tot.value);
    let h = &situatie.huishouden;
    let te_jong = |geboren: Date| age(geboren, dag) < volwassen;
    let te_oud = |geboren: Date| is_born(geboren, dag) && age(geboren, dag) >= kind_tot;
    let adults = std::iter::once(h.geboren)
        .chain(h.partner.map(|partner| partner.geboren))
        .chain(h.inwonenden.iter().map(|wie| wie.geboren));
    if !{ adults }.any(te_jong) && !h.kinderen.iter().any(|kind| te_oud(kind.geboren)) {
        return Ok(Cow::Borrowed(situatie));
    }
    let mut anders = situatie.clone();
    let h = &mut anders.huishouden;
    let just = |geboren: Date| if te_jong(geboren) { zo_oud(volwassen, dag) } else { geboren };
    h.geboren = just(h.geboren);
    if let Some(partner) = &mut h.partner {
        partner.geboren = just(partner.geboren);
    }
    for wie in &mut h.inwonenden {
        wie.geboren = just(wie.geboren);
    }
    let (groot, klein) = h.kinderen.drain(..).partition(|kind| te_oud(kind.geboren));
    h.kinderen = klein;
    h.inwonenden.extend(
        Vec::from_iter(groot)
            .iter()
            .map(|kind: &crate::situatie::Kind| volwassen_kind(kind.geboren)),
    );
    Ok(Cow::Owned(anders))
}

fn volwassen_kind(geboren: Date) -> Inwonende {
    Inwonende {
        geboren,
        relatie: Relatie::Kind,
        inkomen_jaar: PerYear::ZERO,
        arbeidsinkomen_jaar: PerYear::ZERO,
        werkt: false,
        studeert: true,
        huurt_zakelijk: false,
    }
}

/// The birth date of who has this birthday on a first of the month.
fn zo_oud(years: Years, eerste: Date) -> Date {
    let years = i16::try_from(years.0).unwrap_or(i16::MAX);
    Date::new(eerste.year() - years, eerste.month(), 1).unwrap_or(eerste)
}
