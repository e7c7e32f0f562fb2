//! Bijstand on the account: what the municipality expects, what it sets off when it knows better, and what a new
//! application has to wait for.
//!
//! Law: art. 41(4), 45, 52, 58(4) and (5) Participatiewet <https://wetten.overheid.nl/BWBR0015703>; the municipality's own
//! way of settling wage.

use super::recht::{ByRight, Recht};
use super::tijd::{K, Reeks, Tijd};
use super::verloop::{Kern, Verloop};
use crate::dates::age;
use crate::money::PerMonth;
use crate::situatie::{Afrekening, Situatie};
use crate::value::Years;

/// Who is younger waits four weeks after asking before the application is taken (art. 41(4) Participatiewet).
const WACHT_ONDER: Years = Years(27);

/// Bijstand of a month as it is paid.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Uitkering {
    /// What the municipality expects to be due.
    pub(crate) geschat: PerMonth,
    /// What it takes back of earlier months.
    pub(crate) ingehouden: PerMonth,
    /// What it adds for earlier months.
    pub(crate) nabetaald: PerMonth,
    /// What is paid.
    pub(crate) betaald: PerMonth,
    /// All that was paid since month 1 less what was due: above nil she has received too much.
    pub(crate) openstaand: PerMonth,
}

/// How the payments of a path come about.
pub(crate) enum Manier<'a> {
    /// By right: a path without surprises.
    VolgensRecht,
    /// By the wage that was expected, with what was wrong set off a month later.
    Schatting {
        /// The path that was expected, until the job ends.
        verwacht: &'a Verloop,
        /// The last month of the job.
        tot: Option<u32>,
    },
    /// By the means of the month before.
    Achteraf,
    /// Nothing is known of the job: what is paid is what another path is paid.
    AlsNooit(&'a Reeks<Uitkering>, &'a Verloop),
}

/// The payments of the months from January of the first year to the last that is computed.
pub(crate) fn uitkeringen(kern: Kern, pad: &Verloop, manier: &Manier) -> Reeks<Uitkering> {
    let Kern { situatie, tijd, huizen, .. } = kern;
    let by_right = ByRight::of(situatie, tijd, huizen, &pad.werk, None);
    let mut openstaand = PerMonth::ZERO;
    let mut schuld = PerMonth::ZERO;
    let mut fout_vorige = PerMonth::ZERO;
    let mut wachtrij = Wachtrij::default();
    Reeks::van(tijd.alle(), |k| {
        let recht = &pad.recht[k];
        if k < 1 {
            let betaald = recht.uitbetaald;
            return Uitkering { geschat: betaald, betaald, ..Uitkering::default() };
        }
        let mut maand = Uitkering::default();
        match manier {
            Manier::AlsNooit(nooit, verloop) => {
                maand.geschat = nooit[k].betaald;
                maand.betaald = maand.geschat;
                openstaand += verloop.recht[k].vakantiedeel - recht.vakantiedeel;
            }
            Manier::Achteraf => {
                let middelen =
                    pad.recht.get(k - 1).map_or(recht.middelen, |vorige| vorige.middelen);
                maand.geschat = by_right.bij_middelen(k, middelen);
                maand.betaald = maand.geschat;
            }
            Manier::VolgensRecht | Manier::Schatting { .. } => {
                let geschat = verwachte(&by_right, manier, pad, k, recht);
                let fout = geschat - recht.uitbetaald;
                let basis = wachtrij.basis(situatie, tijd, k, recht, geschat);
                if fout_vorige.is_positive() {
                    schuld += fout_vorige;
                } else {
                    let tegoed = -fout_vorige;
                    let weg = tegoed.min(schuld);
                    schuld = schuld - weg;
                    maand.nabetaald = tegoed - weg;
                }
                maand.geschat = geschat;
                maand.ingehouden = basis.min(schuld);
                schuld = schuld - maand.ingehouden;
                maand.betaald = basis - maand.ingehouden + maand.nabetaald;
                fout_vorige = fout;
            }
        }
        openstaand += maand.betaald - recht.uitbetaald;
        maand.openstaand = openstaand;
        maand
    })
}

/// What is expected of a month: with the wage of the path that was expected, while the job lasts.
fn verwachte(by_right: &ByRight, manier: &Manier, pad: &Verloop, k: K, recht: &Recht) -> PerMonth {
    let Manier::Schatting { verwacht, tot } = manier else { return recht.uitbetaald };
    let in_baan = tot.is_none_or(|tot| k <= K::try_from(tot).unwrap_or(K::MAX));
    if in_baan && pad.werk[k].uren.is_some() {
        by_right.bij_loon(k, &verwacht.werk[k], recht)
    } else {
        recht.uitbetaald
    }
}

/// Bijstand that starts again is a new application: nothing is paid until it is decided, then all of it.
#[derive(Default)]
struct Wachtrij {
    /// How many months are still without payment; the one after them pays what was kept.
    maanden: u32,
    bewaard: PerMonth,
}

impl Wachtrij {
    /// What is paid of a month that is expected to be due so much.
    fn basis(
        &mut self,
        situatie: &Situatie,
        tijd: Tijd,
        k: K,
        recht: &Recht,
        geschat: PerMonth,
    ) -> PerMonth {
        if recht.begint {
            self.maanden = if is_jong(situatie, tijd, k) { 2 } else { 1 };
        }
        if self.maanden > 0 {
            self.maanden -= 1;
            self.bewaard += geschat;
            return PerMonth::ZERO;
        }
        let basis = geschat + self.bewaard;
        self.bewaard = PerMonth::ZERO;
        basis
    }
}

/// Whether all for whom it is are so young that an application waits.
pub(crate) fn is_jong(situatie: &Situatie, tijd: Tijd, k: K) -> bool {
    let h = &situatie.huishouden;
    let jong = |geboren| age(geboren, tijd.dag(k)) < WACHT_ONDER;
    jong(h.geboren) && h.partner.is_none_or(|partner| jong(partner.geboren))
}

/// How a municipality pays the path that happens.
pub(crate) const fn manier(
    afrekening: Afrekening,
    verwacht: &Verloop,
    tot: Option<u32>,
) -> Manier<'_> {
    match afrekening {
        Afrekening::Schatting => Manier::Schatting { verwacht, tot },
        Afrekening::Achteraf => Manier::Achteraf,
    }
}
