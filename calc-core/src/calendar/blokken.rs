//! The blocks of the first screen: months with one disregard, and after the twelfth the phases of the steady month.

use jiff::civil::Date;

use super::result::{Blok, Werk};
use super::tijd::{K, LAATSTE, Tijd, maand};
use super::vergelijk::gemiddeld;
use super::verloop::{Kern, Verloop};
use crate::money::Euro;
use crate::month::Fase;
use crate::situatie::SoortBaan;

/// The months 1 to 12 of the path that happens in runs of one rule, then what comes: the phases of the steady month.
/// `verschillen` are what each month brings more than never having started.
pub(crate) fn blokken(
    kern: Kern,
    werkelijk: &Verloop,
    fasen: &[Fase],
    verschillen: &[Euro],
    stopt_na: Option<u32>,
) -> Vec<Blok> {
    let tijd = kern.tijd;
    let baan = &kern.situatie.baan;
    let naar_werk = baan.heeft_uren() && baan.soort != SoortBaan::Dienstverband;
    let soort = |k: K| {
        if naar_werk {
            Werk::in_maand(werkelijk, k).word()
        } else {
            werkelijk.recht[k].regel().word()
        }
    };
    let mut blokken: Vec<Blok> = Vec::new();
    let mut van = 1;
    for k in 1..=LAATSTE {
        if k < LAATSTE && soort(k + 1) == soort(k) {
            continue;
        }
        let run = van..=k;
        let van_run =
            |k: K| usize::try_from(k - 1).ok().and_then(|at| verschillen.get(at)).copied();
        let samen: Euro = run.clone().filter_map(van_run).sum();
        blokken.push(Blok {
            van: tijd.dag(van),
            tot: Some(tijd.dag(k)),
            regel: soort(k),
            per_maand: gemiddeld(samen, run.count()),
        });
        van = k + 1;
    }
    if naar_werk || stopt_na.is_some() {
        if let Some(laatste) = blokken.last_mut() {
            laatste.tot = None;
        }
        return samengevoegd(blokken);
    }
    erna(tijd, &mut blokken, fasen);
    samengevoegd(blokken)
}

const MONTHS_OF_A_YEAR: usize = 12;

/// Months of the steady month with one rule.
struct Periode {
    regel: &'static str,
    van: K,
    tot: Option<K>,
    per_maand: Euro,
}

fn periode(fase: &Fase) -> Periode {
    Periode {
        regel: fase.regel,
        van: maand(fase.van_maand),
        tot: fase.tot_maand.map(maand),
        per_maand: gemiddeld(fase.verschil_jaar.once(), MONTHS_OF_A_YEAR),
    }
}

/// The phases from month 13 on. The one that holds month 13 moves the end of the last run when it has its rule.
fn erna(tijd: Tijd, blokken: &mut Vec<Blok>, fasen: &[Fase]) {
    let eerste = LAATSTE + 1;
    let later = |periode: &Periode| periode.tot.is_none_or(|tot| tot >= eerste);
    for periode in fasen.iter().map(periode).filter(later) {
        let tot: Option<Date> = periode.tot.map(|tot| tijd.dag(tot));
        let houdt_13 = periode.van <= eerste;
        match blokken.last_mut() {
            Some(laatste) if houdt_13 && laatste.regel == periode.regel => laatste.tot = tot,
            _ => blokken.push(Blok {
                van: tijd.dag(periode.van.max(eerste)),
                tot,
                regel: periode.regel,
                per_maand: periode.per_maand,
            }),
        }
    }
}

/// Neighbours equal in rule and amount are one.
fn samengevoegd(blokken: Vec<Blok>) -> Vec<Blok> {
    let mut samen: Vec<Blok> = Vec::new();
    for blok in blokken {
        match samen.last_mut() {
            Some(laatste) if laatste.regel == blok.regel && laatste.per_maand == blok.per_maand => {
                laatste.tot = blok.tot;
            }
            _ => samen.push(blok),
        }
    }
    samen
}
