//! **The order of computation** of a calendar, once the household of every month is known: the paths of who never started
//! and of what can be reported; the estimates of the allowances that come from them; what she has and spends; and for every
//! question the path that happens, with what is paid of bijstand and allowances and the account they make.

use std::rc::Rc;

use super::kant::{Bewegingen, Huishoudgeld, Kant, leefgeld_van};
use super::schulden::{Beslag, beslag};
use super::tijd::{K, Reeks, maand};
use super::toeslagen::{Keuze, Schatting, Soort, Uitgangspunt, afrekening, betaald};
use super::vergelijk::waarden;
use super::verloop::{Kern, Verloop, nooit, verwacht, werkelijk};
use super::verrekening::{Manier, Uitkering, manier, uitkeringen};
use crate::error::Error;
use crate::money::{Euro, PerMonth, PerYear, Rounding};
use crate::situatie::{Melden, Situatie};

const OP_CENTEN: Rounding = Rounding::to_cents("bedrag dat getoond wordt: op hele centen");

/// What is asked of the path that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vraag {
    pub(crate) melden: Melden,
    /// The month whose payment of allowances is the first with the new data.
    pub(crate) verwerkt: K,
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

/// The path that happens, whenever allowances are paid by the new data.
pub(crate) struct Afloop {
    pub(crate) verloop: Rc<Verloop>,
    /// The estimate that is right in the end.
    pub(crate) eind: Schatting,
    /// What each month brings, 1 to 12.
    pub(crate) waarden: Vec<Euro>,
}

/// The path that happens, on the account.
pub(crate) struct Antwoord {
    pub(crate) vraag: Vraag,
    pub(crate) afloop: Rc<Afloop>,
    pub(crate) kant: Kant,
}

impl Antwoord {
    /// What of a bill the municipality ought to make good; nothing is asked for a job that was not reported.
    pub(crate) fn gemeente_bij_aanslag(&self, jaar: i16) -> Euro {
        match self.vraag.melden {
            Melden::Direct => {
                self.kant.verloop.jaar(jaar).gemeente_bij_aanslag.rounded(OP_CENTEN).once()
            }
            Melden::Niet => Euro::ZERO,
        }
    }
}

impl<'a> Gedeeld<'a> {
    /// The monthly IACK of a year, and in how many of its months it is paid with the job that is asked about.
    pub(crate) fn iack_van_jaar(&self, antwoord: &Antwoord, jaar: i16) -> (PerMonth, usize) {
        let (verloop, eerste) = (&antwoord.kant.verloop, self.kern.eerste_iack());
        let betaald = |k: &K| *k >= eerste && verloop.werk[*k].betaald;
        let maanden: Vec<K> = self.kern.tijd.van_jaar(jaar).filter(betaald).collect();
        let per_maand = maanden.first().map_or(PerMonth::ZERO, |k| verloop.recht[*k].iack);
        (per_maand, maanden.len())
    }

    pub(crate) fn of(kern: Kern<'a>) -> Result<Self, Error> {
        let (situatie, tijd) = (kern.situatie, kern.tijd);
        let nooit = Rc::new(nooit(kern));
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
            kant(kern, nooit, None, uitkering, vakantiedeel, &[&oud], &|_| 0, &oud, geld)?;
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
        let (kern, gemeld) = (self.kern, vraag.melden == Melden::Direct);
        let nooit = &self.nooit.verloop;
        let verloop = werkelijk(kern, nooit, &self.verwacht, vraag.stopt_na, gemeld);
        let eind = Schatting::van(kern, &Uitgangspunt::van(&verloop, &verloop))?;
        let waarden = waarden(kern, &verloop, &eind)?;
        self.op_de_rekening(Rc::new(Afloop { verloop: Rc::new(verloop), eind, waarden }), vraag)
    }

    /// The same job, with allowances by the new data from another month on.
    pub(crate) fn anders_verwerkt(&self, als: &Antwoord, verwerkt: K) -> Result<Antwoord, Error> {
        self.op_de_rekening(Rc::clone(&als.afloop), Vraag { verwerkt, ..als.vraag })
    }

    fn op_de_rekening(&self, afloop: Rc<Afloop>, vraag: Vraag) -> Result<Antwoord, Error> {
        let (kern, tijd) = (self.kern, self.kern.tijd);
        let gemeld = vraag.melden == Melden::Direct;
        let nooit = &self.nooit;
        let (verloop, eind) = (Rc::clone(&afloop.verloop), &afloop.eind);
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
        let kant = if gemeld {
            let einde = vraag.stopt_na.map(|stopt| maand(stopt) + vraag.verwerkt);
            let keuze = |k: K| match einde {
                Some(einde) if k >= einde => 2,
                _ => usize::from(k >= vraag.verwerkt),
            };
            let schattingen = [&self.oud, &self.nieuw, eind];
            kant(
                kern,
                verloop,
                nooit.beslag.as_ref(),
                uitkering,
                vakantiedeel,
                &schattingen,
                &keuze,
                eind,
                self.geld,
            )?
        } else {
            let stil = Schatting::van(kern, &Uitgangspunt::van(&nooit.verloop, &verloop))?;
            let keuze = |k: K| usize::from(k >= vraag.verwerkt);
            kant(
                kern,
                verloop,
                nooit.beslag.as_ref(),
                uitkering,
                vakantiedeel,
                &[&self.oud, &stil],
                &keuze,
                eind,
                self.geld,
            )?
        };
        Ok(Antwoord { vraag, afloop, kant })
    }
}

/// A path on the account: allowances as they are advanced and settled, bijstand as it is paid.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of an account, each named where it is made"
)]
fn kant(
    kern: Kern,
    verloop: Rc<Verloop>,
    beslag_nooit: Option<&Reeks<Beslag>>,
    uitkering: Reeks<Uitkering>,
    vakantiedeel: Reeks<PerMonth>,
    schattingen: &[&Schatting],
    keuze: Keuze,
    eind: &Schatting,
    geld: Huishoudgeld,
) -> Result<Kant, Error> {
    let tijd = kern.tijd;
    let betaald = Soort::ALLE.map(|soort| betaald(schattingen, keuze, soort, tijd));
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
    let beslag = beslag(kern, &verloop, &vakantiedeel, beslag_nooit)?;
    let mut kant = Kant {
        verloop,
        uitkering,
        vakantiedeel,
        betaald,
        afrekeningen,
        beslag,
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
        beslag: kant.beslag.as_ref(),
        na_het_jaar,
    };
    kant.rekeningen = bewegingen.rekeningen(geld)?;
    Ok(kant)
}
