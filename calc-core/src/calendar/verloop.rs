//! One path from its first month to its last: work, bijstand by right, monthly IACK, its two years.

use super::huizen::{Huis, Zorg};
use super::iack::{Ruimte, iack_per_maand};
use super::jaar::{Jaar, Jaaropgave, Lonen, jaar, persoon};
use super::recht::{ByRight, Recht, Stand};
use super::tijd::{K, Reeks, Tijd};
use super::vakantiegeld::{Vakantiegeld, vakantiegeld};
use super::werk::{Pad, Werk, werk};
use crate::explain::Explain;
use crate::money::{PerMonth, PerYear};
use crate::situatie::{IackUitbetaling, Situatie};

/// The first payment of a provisional assessment comes about six weeks after asking: from the third month on, or from
/// the first when that is January and the assessment is one of a new year.
const EERSTE_IACK: K = 3;

/// What the paths of one household share.
#[derive(Clone, Copy)]
pub(crate) struct Kern<'a> {
    pub(crate) situatie: &'a Situatie,
    pub(crate) tijd: Tijd,
    pub(crate) huizen: &'a Reeks<Huis<'a>>,
    /// Care with the new job, where it goes with the hours.
    pub(crate) andere_zorg: Option<&'a Reeks<Zorg>>,
    pub(crate) explain: Explain,
}

impl Kern<'_> {
    /// The care of a month, of who never started or with the new job.
    pub(crate) fn zorg(&self, nieuw: bool, k: K) -> &Zorg {
        let andere = self.andere_zorg.filter(|_| nieuw && k >= 1);
        andere.map_or(&self.huizen[k].zorg, |andere| &andere[k])
    }

    /// Whether the care of a month is looked up where that of the month before is.
    pub(crate) fn zorg_als_vorige(&self, nieuw: bool, k: K) -> bool {
        k != 1 || !nieuw || self.andere_zorg.is_none()
    }

    /// The first month with the monthly IACK of the new job.
    pub(crate) fn eerste_iack(&self) -> K {
        if self.tijd.maand_van_jaar(1) == 1 { 1 } else { EERSTE_IACK }
    }
}

/// A path.
pub(crate) struct Verloop {
    pub(crate) werk: Reeks<Werk>,
    pub(crate) recht: Reeks<Recht>,
    pub(crate) vakantiegeld: Vakantiegeld,
    /// Whether it is a path with the new job.
    pub(crate) nieuw: bool,
    /// Whether care in the month gives kinderopvangtoeslag.
    pub(crate) met_toeslag: Reeks<bool>,
    pub(crate) jaren: [Jaar; 2],
    opgaven: [Jaaropgave; 2],
}

impl Verloop {
    /// One of its two years; the second for whatever is not the first.
    pub(crate) fn jaar(&self, jaar: i16) -> &Jaar {
        let [eerste, tweede] = &self.jaren;
        if eerste.jaar == jaar { eerste } else { tweede }
    }

    /// The bill of a month.
    pub(crate) fn rekening(&self, kern: Kern, k: K) -> PerMonth {
        if self.werk[k].opvang { kern.zorg(self.nieuw, k).rekening } else { PerMonth::ZERO }
    }
}

/// Never started.
pub(crate) fn nooit(kern: Kern) -> Verloop {
    let werk = werk(kern.situatie, kern.huizen, kern.tijd, Pad::Nooit, kern.explain);
    let iack = |jaar: &InJaar| jaar.zoek(|k| jaar.werk[k].betaald, |_| PerMonth::ZERO);
    let verloop = verloop(kern, werk, None, iack, None);
    Verloop { nieuw: false, ..verloop }
}

/// What can be reported beforehand; in its first months the IACK of the job she has runs on.
pub(crate) fn verwacht(kern: Kern, nooit: &Verloop) -> Verloop {
    let werk = werk(kern.situatie, kern.huizen, kern.tijd, Pad::Verwacht, kern.explain);
    let eerste = kern.eerste_iack();
    let iack = |jaar: &InJaar| {
        let lopend = jaar.maanden().find(|k| nooit.werk[*k].betaald);
        let lopend = lopend.map_or(PerMonth::ZERO, |k| nooit.recht[k].iack);
        let betaald = |k: K| jaar.werk[k].betaald;
        jaar.zoek(
            |k| k >= eerste && betaald(k),
            |k| if k < eerste && betaald(k) { lopend } else { PerMonth::ZERO },
        )
    };
    verloop(kern, werk, None, iack, None)
}

/// What happens. When the job is not reported there is no disregard, no IACK of the new job, and the statement of the
/// year is that of who never started.
pub(crate) fn werkelijk(
    kern: Kern,
    nooit: &Verloop,
    verwacht: &Verloop,
    stopt_na: Option<u32>,
    gemeld: bool,
) -> Verloop {
    let pad = Pad::Werkelijk { stopt_na };
    let werk = werk(kern.situatie, kern.huizen, kern.tijd, pad, kern.explain);
    let iack = |jaar: &InJaar| {
        Reeks::van(kern.tijd.van_jaar(jaar.jaar), |k| {
            let loopt = jaar.werk[k].betaald && (gemeld || k < 1);
            if loopt { verwacht.recht[k].iack } else { PerMonth::ZERO }
        })
    };
    let opgaven = (!gemeld).then_some(nooit.opgaven);
    verloop(kern, werk, (!gemeld).then_some(1), iack, opgaven)
}

/// A year of a path whose monthly IACK is looked for.
struct InJaar<'a> {
    kern: Kern<'a>,
    werk: &'a Reeks<Werk>,
    by_right: &'a ByRight<'a>,
    lonen: &'a Lonen,
    jaar: i16,
    /// What the year before has left behind.
    stand: Stand,
}

impl InJaar<'_> {
    fn maanden(&self) -> std::ops::RangeInclusive<K> {
        self.kern.tijd.van_jaar(self.jaar)
    }

    /// The IACK of each month: `eerder` in months that are fixed, and one amount in the months of its own.
    fn zoek(&self, eigen: impl Fn(K) -> bool, eerder: impl Fn(K) -> PerMonth) -> Reeks<PerMonth> {
        let per_maand =
            |x: PerMonth| Reeks::van(self.maanden(), |k| if eigen(k) { x } else { eerder(k) });
        if self.kern.situatie.iack == IackUitbetaling::Niet {
            return Reeks::van(self.maanden(), |_| PerMonth::ZERO);
        }
        if !self.lonen.heeft_iack {
            return per_maand(PerMonth::ZERO);
        }
        let maanden = self.maanden().filter(|k| eigen(*k)).count();
        let al: PerYear =
            self.maanden().map(|k| if eigen(k) { PerYear::ZERO } else { eerder(k).times(1) }).sum();
        let x = iack_per_maand(u32::try_from(maanden).unwrap_or_default(), al, |x| {
            self.ruimte(&per_maand(x))
        });
        per_maand(x)
    }

    /// What a year with these monthly amounts leaves for them.
    fn ruimte(&self, iack: &Reeks<PerMonth>) -> Ruimte {
        let mut stand = self.stand;
        let recht = Reeks::van(self.maanden(), |k| self.by_right.maand(k, iack[k], &mut stand));
        let (huizen, lonen) = (self.kern.huizen, self.lonen);
        let opgave = Jaaropgave::of(huizen, self.werk, lonen, |k| recht[k]);
        let persoon = persoon(huizen, lonen, &opgave, lonen.van_iack, Explain::No);
        let heffing = persoon.heffing.value;
        Ruimte {
            verrekenbaar: heffing.verrekenbare_iack,
            teruggaaf: persoon.ingehouden - heffing.verschuldigd,
        }
    }
}

fn verloop(
    kern: Kern,
    werk: Reeks<Werk>,
    zonder_vrijlating_vanaf: Option<K>,
    iack_van: impl Fn(&InJaar) -> Reeks<PerMonth>,
    opgaven: Option<[Jaaropgave; 2]>,
) -> Verloop {
    let Kern { situatie, tijd, huizen, explain, .. } = kern;
    let vakantiegeld = vakantiegeld(situatie, huizen, &werk, tijd);
    let by_right = ByRight::of(situatie, tijd, huizen, &werk, zonder_vrijlating_vanaf);
    let mut stand = Stand::begin(situatie);
    let mut laatste_iack = PerMonth::ZERO;
    let mut rechten = Vec::new();
    let lonen =
        tijd.jaren().map(|jaar| Lonen::of(huizen, &werk, &vakantiegeld, tijd, jaar, explain));
    for (jaar, lonen) in tijd.jaren().into_iter().zip(&lonen) {
        let in_jaar = InJaar { kern, werk: &werk, by_right: &by_right, lonen, jaar, stand };
        let iack = iack_van(&in_jaar);
        for k in tijd.van_jaar(jaar) {
            laatste_iack = iack[k];
            rechten.push(by_right.maand(k, iack[k], &mut stand));
        }
    }
    for k in *tijd.van_jaar(tijd.b()).end() + 1..=*tijd.alle().end() {
        rechten.push(by_right.maand(k, laatste_iack, &mut stand));
    }
    let recht = Reeks::uit(*tijd.alle().start(), rechten);
    let [lonen_a, lonen_b] = &lonen;
    let own = |lonen: &Lonen| Jaaropgave::of(huizen, &werk, lonen, |k| recht[k]);
    let volgens_recht = [own(lonen_a), own(lonen_b)];
    let opgaven = opgaven.unwrap_or(volgens_recht);
    let of = |lonen, at: usize| {
        jaar(huizen, tijd, lonen, &opgaven[at], &volgens_recht[at], |k| recht[k], explain)
    };
    let jaren = [of(lonen_a, 0), of(lonen_b, 1)];
    let met_toeslag = met_toeslag(&werk, &recht, tijd);
    Verloop { recht, vakantiegeld, nieuw: true, met_toeslag, jaren, opgaven, werk }
}

/// The months in which care gives kinderopvangtoeslag: of paid work, of a trial placement or trajectory beside bijstand,
/// and three months after a contract of employment that gave it.
fn met_toeslag(werk: &Reeks<Werk>, recht: &Reeks<Recht>, tijd: Tijd) -> Reeks<bool> {
    let mut vorige = false;
    Reeks::van(tijd.alle(), |k| {
        let maand = &werk[k];
        vorige = match &maand.baan {
            Some(baan) if baan.is_betaald() => maand.betaald,
            Some(_) => recht[k].bijstand.is_positive(),
            None => maand.na_dienstverband && vorige,
        };
        vorige
    })
}
