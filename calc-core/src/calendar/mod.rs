//! Thirteen months of her bank account: what comes when, what is really hers, what may have to be paid back, and what
//! twelve months bring compared with never having started.
//!
//! **The order of computation** stands in [`calendar_of`] and [`Gedeeld`]: the household of every month; three paths
//! (never started, what can be reported, what happens) with bijstand by right, monthly IACK and two years each; the
//! estimates that allowances are advanced on; what is paid of bijstand; the account; what is hers; the comparison.

mod blokken;
mod huizen;
mod iack;
mod jaar;
mod kant;
mod meldingen;
mod recht;
mod redenen;
mod result;
mod stromen;
mod te_doen;
mod tijd;
mod toeslagen;
mod uren;
mod vakantiegeld;
mod vergelijk;
mod verloop;
mod verrekening;
mod werk;

pub use meldingen::Bericht;
pub use redenen::Reden;
pub use result::{
    Alternatief, Bijstand, Blok, Calendar, Jaar, Later, LaterCode, Maand, Nooit, Samenvatting,
    Toeslagjaar, Waarde, WatAls, Werk,
};
pub use stromen::{Code, Laagste, Stroom};
pub use te_doen::TeDoen;
pub use toeslagen::Soort;
pub use uren::{HoursOver, Punt, Zone, hours_over};
pub use vergelijk::{Oorzaak, Terug};

use jiff::civil::Date;

use self::huizen::{huizen, situaties};
use self::kant::{Bewegingen, Huishoudgeld, Kant, leefgeld_van};
use self::tijd::{Reeks, Tijd};
use self::toeslagen::{Schatting, Soort as Toeslag, Uitgangspunt, afrekening, betaald};
use self::verloop::{Kern, Verloop, nooit, verwacht, werkelijk};
use self::verrekening::{Manier, manier, uitkeringen};
use crate::dates::{first_of_month, months_later};
use crate::error::Error;
use crate::explain::Explain;
use crate::money::{Euro, PerMonth, PerYear};
use crate::situatie::{Melden, Situatie};

/// The first day of month 1: the month of the job's start, or the one after the reference date.
pub fn eerste_dag(situatie: &Situatie) -> Date {
    eerste_dag_van(situatie.peildatum, situatie.baan.start).unwrap_or(situatie.peildatum)
}

/// The same of a reference date and a start, before the rest of the situation is known.
pub(crate) fn eerste_dag_van(peildatum: Date, start: Option<Date>) -> Option<Date> {
    let volgende = months_later(first_of_month(peildatum), 1);
    start.or(volgende).map(first_of_month)
}

/// The calendar of a situation.
pub fn calendar_of(situatie: &Situatie, explain: Explain) -> Result<Calendar, Error> {
    let tijd = Tijd::vanaf(eerste_dag(situatie));
    let situaties = situaties(situatie, tijd)?;
    let huizen = huizen(&situaties, tijd, explain)?;
    let gedeeld =
        Gedeeld::of(Kern { situatie, tijd, huizen: &huizen, andere_zorg: None, explain })?;
    result::of(&gedeeld)
}

/// What is asked of the path that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vraag {
    pub(crate) melden: Melden,
    /// The month whose payment of allowances is the first with the new data.
    pub(crate) verwerkt: i32,
    /// Months the job lasts.
    pub(crate) stopt_na: Option<u32>,
}

impl Vraag {
    /// What the situation asks.
    pub(crate) fn van(situatie: &Situatie) -> Self {
        let kalender = &situatie.kalender;
        Self {
            melden: kalender.melden,
            verwerkt: maand(kalender.verwerkt_maand),
            stopt_na: kalender.baan_stopt_na,
        }
    }
}

/// A number of months as the number of a month.
pub(crate) fn maand(maanden: u32) -> i32 {
    i32::try_from(maanden).unwrap_or(i32::MAX)
}

/// What every question about one household shares: the paths on which she never started and on which all goes as can be
/// reported, with the estimates that come from them.
pub(crate) struct Gedeeld<'a> {
    pub(crate) kern: Kern<'a>,
    pub(crate) nooit: Kant,
    pub(crate) verwacht: Verloop,
    /// The estimate that stood before the job.
    pub(crate) oud: Schatting,
    /// The estimate with the job, or with the income she gives herself.
    pub(crate) nieuw: Schatting,
    pub(crate) geschat_inkomen: [PerYear; 2],
    pub(crate) geld: Huishoudgeld,
}

/// The path that happens, on the account, with the estimate that is right in the end.
pub(crate) struct Antwoord {
    pub(crate) vraag: Vraag,
    pub(crate) kant: Kant,
    pub(crate) eind: Schatting,
}

impl<'a> Gedeeld<'a> {
    fn of(kern: Kern<'a>) -> Result<Self, Error> {
        let (situatie, tijd) = (kern.situatie, kern.tijd);
        let nooit = nooit(kern);
        let verwacht = verwacht(kern, &nooit);
        let oud = Schatting::van(kern, &Uitgangspunt::van(&nooit, &nooit))?;
        let gegeven = Uitgangspunt::van(&verwacht, &verwacht)
            .met_inkomen(tijd, &situatie.kalender.geschat_inkomen);
        let nieuw = Schatting::van(kern, &gegeven)?;
        let leefgeld = match situatie.kalender.leefgeld {
            Some(leefgeld) => leefgeld,
            None => leefgeld_van(kern, &nooit, &oud)?,
        };
        let mut geld = Huishoudgeld { beginsaldo: Euro::ZERO, leefgeld };
        let uitkering = uitkeringen(kern, &nooit, &Manier::VolgensRecht);
        let vakantiedeel = Reeks::van(tijd.alle(), |k| nooit.recht[k].vakantiedeel);
        let mut nooit =
            kant(kern, nooit, uitkering, vakantiedeel, &[&oud], &|_| 0, &oud, geld, false)?;
        geld.beginsaldo =
            situatie.kalender.beginsaldo.unwrap_or((-nooit.laagste().bedrag).at_least_zero());
        for rekening in &mut nooit.rekeningen {
            rekening.begin += geld.beginsaldo;
            rekening.eind += geld.beginsaldo;
            rekening.laagste.bedrag += geld.beginsaldo;
        }
        let geschat_inkomen = [0, 1].map(|jaar| gegeven.toetsingsinkomen(jaar));
        Ok(Self { kern, nooit, verwacht, oud, nieuw, geschat_inkomen, geld })
    }

    /// What happens when the job goes like this.
    pub(crate) fn antwoord(&self, vraag: Vraag) -> Result<Antwoord, Error> {
        let (kern, tijd) = (self.kern, self.kern.tijd);
        let gemeld = vraag.melden == Melden::Direct;
        let nooit = &self.nooit;
        let verloop = werkelijk(kern, &nooit.verloop, &self.verwacht, vraag.stopt_na, gemeld);
        let eind = Schatting::van(kern, &Uitgangspunt::van(&verloop, &verloop))?;
        let manier = if gemeld {
            manier(kern.situatie.kalender.afrekening, &self.verwacht, vraag.stopt_na)
        } else {
            Manier::AlsNooit(&nooit.uitkering, &nooit.verloop)
        };
        let uitkering = uitkeringen(kern, &verloop, &manier);
        let vakantiedeel = Reeks::van(tijd.alle(), |k| {
            let recht = if gemeld || k < 1 { &verloop.recht } else { &nooit.verloop.recht };
            recht[k].vakantiedeel
        });
        let later = kern.situatie.kalender.loon_maand_later;
        let kant = if gemeld {
            let einde = vraag.stopt_na.map(|stopt| maand(stopt) + vraag.verwerkt);
            let keuze = |k: i32| match einde {
                Some(einde) if k >= einde => 2,
                _ => usize::from(k >= vraag.verwerkt),
            };
            let schattingen = [&self.oud, &self.nieuw, &eind];
            kant(
                kern,
                verloop,
                uitkering,
                vakantiedeel,
                &schattingen,
                &keuze,
                &eind,
                self.geld,
                later,
            )?
        } else {
            let stil = Schatting::van(kern, &Uitgangspunt::van(&nooit.verloop, &verloop))?;
            let keuze = |k: i32| usize::from(k >= vraag.verwerkt);
            kant(
                kern,
                verloop,
                uitkering,
                vakantiedeel,
                &[&self.oud, &stil],
                &keuze,
                &eind,
                self.geld,
                later,
            )?
        };
        Ok(Antwoord { vraag, kant, eind })
    }
}

/// A path on the account: allowances as they are advanced and settled, bijstand as it is paid.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of an account, each named where it is made"
)]
fn kant(
    kern: Kern,
    verloop: Verloop,
    uitkering: Reeks<verrekening::Uitkering>,
    vakantiedeel: Reeks<PerMonth>,
    schattingen: &[&Schatting],
    keuze: toeslagen::Keuze,
    eind: &Schatting,
    geld: Huishoudgeld,
    loon_later: bool,
) -> Result<Kant, Error> {
    let tijd = kern.tijd;
    let betaald = Toeslag::ALLE.map(|soort| betaald(schattingen, keuze, soort, tijd));
    let afrekeningen = [0, 1].map(|jaar: usize| {
        let kwijt_tot =
            kern.huizen[0].house.amounts.afrekening_toeslagen.geen_terugvordering_tot.value;
        let van = |at: usize| afrekening(eind.recht[at][jaar], betaald[at].jaren[jaar], kwijt_tot);
        [van(0), van(1), van(2), van(3)]
    });
    let vordering = Reeks::van(tijd.alle(), |k| {
        let bruto: PerYear = verloop
            .jaren
            .iter()
            .filter(|jaar| jaar.jaar < tijd.jaar(k))
            .map(|jaar| jaar.ingehouden_bijstand - jaar.ingehouden_volgens_recht)
            .sum();
        (uitkering[k].openstaand.once() + bruto.once()).at_least_zero()
    });
    let mut kant = Kant {
        verloop,
        uitkering,
        vakantiedeel,
        betaald,
        afrekeningen,
        rekeningen: Vec::new(),
        vordering,
    };
    let na_het_jaar =
        tijd.jaren().into_iter().flat_map(|jaar| kant.na_het_jaar(tijd, jaar)).collect();
    let bewegingen = Bewegingen {
        kern,
        verloop: &kant.verloop,
        uitkering: &kant.uitkering,
        vakantiedeel: &kant.vakantiedeel,
        betaald: &kant.betaald,
        na_het_jaar,
        loon_later,
    };
    kant.rekeningen = bewegingen.rekeningen(geld)?;
    Ok(kant)
}
