//! The hours curve over twelve months: for every number of hours what the first twelve months bring more than never having
//! started, where it falls and why.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::huizen::{Zorg, huizen, situaties};
use super::tijd::{LAATSTE, Reeks, Tijd, eerste_dag};
use super::toeslagen::{Schatting, Uitgangspunt};
use super::vergelijk::{Oorzaak, gemiddeld, oorzaken, totaal, verschil, waarden};
use super::verloop::{Kern, nooit, verwacht};
use crate::engine::opvang::naar_uren;
use crate::error::Error;
use crate::explain::Explain;
use crate::hours::{Daling, HoursOptions, check, dalingen, met_uren};
use crate::money::Euro;
use crate::parameters::Book;
use crate::situatie::{OpvangSchaalt, Situatie};

/// A fall of less than this by the month is counted, not shown: our own yardstick for what can be felt, not an amount of
/// law.
const KLEIN_PER_MAAND: u32 = 5;
const MONTHS_OF_A_YEAR: usize = 12;

/// One number of hours.
#[derive(Clone, Debug)]
pub struct Punt {
    /// Hours a week.
    pub uren: Decimal,
    /// What twelve months bring more than never having started.
    pub twaalf_maanden: Euro,
    /// The same by the month.
    pub gemiddeld: Euro,
    zonder_bijstand: bool,
    oorzaken: Vec<(Oorzaak, Euro)>,
}

/// A stretch where more hours bring less.
#[derive(Clone, Debug)]
pub struct Zone {
    /// The last hours before the fall.
    pub van: Decimal,
    /// The lowest point.
    pub tot: Decimal,
    /// How much is lost between the two, over the twelve months.
    pub daling: Euro,
    /// What fell, largest first (negative).
    pub oorzaken: Vec<(Oorzaak, Euro)>,
    /// The first later hours that bring more than before the fall.
    pub weer_hoger_vanaf: Option<Decimal>,
}

/// The hours curve over twelve months.
#[derive(Clone, Debug)]
pub struct HoursOver {
    /// By which amounts it was computed.
    pub book: Book,
    /// The first day of month 1.
    pub start: Date,
    /// The points, by rising hours.
    pub punten: Vec<Punt>,
    /// Where it falls by more than a little.
    pub zones: Vec<Zone>,
    /// How many falls are small.
    pub kleine_dalingen: u32,
    /// The lowest hours from which all bring more than never having started.
    pub break_even: Option<Decimal>,
    /// The lowest hours without bijstand in the last month.
    pub einde_bijstand: Option<Decimal>,
}

/// The curve of a situation that was read for a calendar. The job lasts, is reported at once and has the hours agreed.
pub fn hours_over(situatie: &Situatie, options: HoursOptions) -> Result<HoursOver, Error> {
    check(situatie, options)?;
    let tijd = Tijd::vanaf(eerste_dag(situatie));
    let situaties = situaties(situatie, tijd)?;
    let huizen = huizen(situatie, &situaties, tijd, Explain::No)?;
    let kern = Kern { situatie, tijd, huizen: &huizen, andere_zorg: None, explain: Explain::No };
    let nooit = nooit(kern);
    let oud = Schatting::van(kern, &Uitgangspunt::van(&nooit, &nooit))?;
    let waarden_nooit = waarden(kern, &nooit, &oud)?;
    let mut aanbod = situatie.clone();
    let mut punten = Vec::new();
    for uren in options.uren() {
        aanbod.baan = met_uren(situatie, uren);
        let schaalt = situatie.opvang_schaalt != OpvangSchaalt::Vast && !uren.is_zero();
        let zorg = schaalt.then(|| {
            Reeks::van(tijd.alle(), |k| {
                Zorg::van(naar_uren(&huizen[k].house, &huizen[k].zorg.kinderen, uren))
            })
        });
        let kern = Kern { situatie: &aanbod, andere_zorg: zorg.as_ref(), ..kern };
        // Reported, for as long as it lasts and with the hours agreed: what happens is what was expected.
        let werkelijk = verwacht(kern, &nooit);
        let eind = Schatting::van(kern, &Uitgangspunt::van(&werkelijk, &werkelijk))?;
        let waarden = waarden(kern, &werkelijk, &eind)?;
        let met_baan = totaal(kern, &werkelijk, &eind, &waarden, &werkelijk, &nooit);
        let zonder = totaal(kern, &nooit, &oud, &waarden_nooit, &werkelijk, &nooit);
        let twaalf_maanden = verschil(met_baan.samen, zonder.samen);
        punten.push(Punt {
            uren,
            twaalf_maanden,
            gemiddeld: gemiddeld(twaalf_maanden, MONTHS_OF_A_YEAR),
            zonder_bijstand: werkelijk.recht[LAATSTE].bijstand.is_zero(),
            oorzaken: oorzaken(kern, &werkelijk, &eind, &met_baan, &werkelijk)?,
        });
    }
    let (zones, kleine_dalingen) = zones(&punten);
    let boven = punten.iter().rev().take_while(|punt| punt.twaalf_maanden.is_positive());
    Ok(HoursOver {
        book: situatie.book,
        start: tijd.dag(1),
        zones,
        kleine_dalingen,
        break_even: boven.last().map(|punt| punt.uren),
        einde_bijstand: punten.iter().find(|punt| punt.zonder_bijstand).map(|punt| punt.uren),
        punten,
    })
}

/// Where it falls, and how often only a little.
fn zones(punten: &[Punt]) -> (Vec<Zone>, u32) {
    let brengt: Vec<Euro> = punten.iter().map(|punt| punt.twaalf_maanden).collect();
    let klein = Euro::new(Decimal::from(KLEIN_PER_MAAND)) * 12;
    let diepte = |daling: &Daling| brengt[daling.van] - brengt[daling.tot];
    let (groot, kleine): (Vec<Daling>, Vec<Daling>) =
        dalingen(&brengt).into_iter().partition(|daling| diepte(daling) >= klein);
    let zone = |daling: &Daling| Zone {
        van: punten[daling.van].uren,
        tot: punten[daling.tot].uren,
        daling: diepte(daling),
        oorzaken: gedaald(&punten[daling.van].oorzaken, &punten[daling.tot].oorzaken),
        weer_hoger_vanaf: daling.weer_hoger.map(|later| punten[later].uren),
    };
    let aantal = u32::try_from(kleine.len()).unwrap_or(u32::MAX);
    (groot.iter().map(zone).collect(), aantal)
}

/// What is less than before, largest fall first.
fn gedaald(voor: &[(Oorzaak, Euro)], na: &[(Oorzaak, Euro)]) -> Vec<(Oorzaak, Euro)> {
    let van = |(oorzaak, bedrag): &(Oorzaak, Euro)| {
        let was =
            voor.iter().find(|(ander, _)| ander == oorzaak).map_or(Euro::ZERO, |(_, was)| *was);
        (*oorzaak, *bedrag - was)
    };
    let mut gedaald: Vec<_> =
        na.iter().map(van).filter(|(_, verschil)| *verschil < Euro::ZERO).collect();
    gedaald.sort_by_key(|(_, verschil)| *verschil);
    gedaald
}
