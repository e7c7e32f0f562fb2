//! Kinderopvangtoeslag against the bill the provider really sends, in three parts: the share the law leaves
//! to the parent, what is above the maximum price, what is above the maximum hours.
//!
//! Law: art. 1.6 and 1.7 Wet kinderopvang <https://wetten.overheid.nl/BWBR0017017>; Besluit
//! kinderopvangtoeslag <https://wetten.overheid.nl/BWBR0017321>.
//! Left out: care that is not registered, co-parents, the months after work has ended.

use rust_decimal::Decimal;

use crate::error::Error;
use crate::explain::{Explain, Explained, Reason, Working};
use crate::money::{HoursPerMonth, PerHour, PerMonth, PerYear, Rate, Rounding};
use crate::parameters::{Param, kinderopvangtoeslag, toeslagen};
use crate::schemes::toeslag::{self, Toeslag};
use crate::situatie::{Opvang, SoortOpvang};
use crate::value::{Shown, Value, Years};

/// The article.
pub const ARTICLE: &str = "art. 1.7 Wet kinderopvang";
const BESLUIT: &str = "art. 4 Besluit kinderopvangtoeslag";
const OP_CENTEN: Rounding =
    Rounding::to_cents("rekenvoorbeelden Dienst Toeslagen: per kind op centen");
const REKENING: Rounding = Rounding::to_cents("factuur: op centen");
const MAAND: Rounding =
    Rounding::down_to_euro("voorschot: maandbedrag naar beneden op hele euro's");
const GEEN_OPVANG: Reason = Reason { code: "geen_opvang", article: ARTICLE };
const KIND_TE_OUD: Reason =
    Reason { code: "kind_te_oud_voor_opvang", article: "art. 1.1 Wet kinderopvang" };

/// One child with its contracts, age on the reference date.
#[derive(Clone, Debug)]
pub struct KindMetOpvang {
    /// Completed years.
    pub leeftijd: Years,
    /// The contracts.
    pub opvang: Vec<Opvang>,
    /// Of each contract where its hours come from, when that is to be explained; empty else.
    #[cfg(feature = "weekplan")]
    pub uren_uit: Vec<Option<Explained<HoursPerMonth>>>,
}

/// The bill of a month and who pays which part: the toeslag and the three parts add up to it exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinderopvang {
    /// What the providers charge.
    pub rekening: PerMonth,
    /// The allowance.
    pub toeslag: Toeslag,
    /// Of what the law counts, the part the allowance leaves.
    pub eigen_deel: PerMonth,
    /// Because the price is above the legal maximum.
    pub boven_maximum: PerMonth,
    /// Because there are more hours than the law counts.
    pub boven_230_uur: PerMonth,
}

impl Shown for Kinderopvang {
    fn shown(&self) -> Value {
        self.toeslag.shown()
    }
}

/// The bill of one child, and what of it counts.
#[derive(Clone, Copy, Debug, Default)]
struct Kosten {
    rekening: PerMonth,
    binnen_uren: PerMonth,
    telt_mee: PerMonth,
    uren: HoursPerMonth,
}

impl Shown for Kosten {
    fn shown(&self) -> Value {
        self.telt_mee.shown()
    }
}

/// The dated amounts.
#[derive(Clone, Copy)]
pub struct Params {
    /// Of the scheme.
    pub opvang: &'static kinderopvangtoeslag::Params,
    /// Of all allowances.
    pub toeslagen: &'static toeslagen::Params,
}

impl Params {
    fn maximum(self, soort: SoortOpvang) -> &'static Param<PerHour> {
        match soort {
            SoortOpvang::Dagopvang => &self.opvang.maximum_dagopvang,
            SoortOpvang::Bso => &self.opvang.maximum_bso,
            SoortOpvang::Gastouder => &self.opvang.maximum_gastouder,
        }
    }
}

/// The allowance and the bill. `recht`: whether the parent's work gives a right, or why not.
pub fn kinderopvangtoeslag(
    kinderen: &[KindMetOpvang],
    inkomen: PerYear,
    recht: Result<(), Reason>,
    p: Params,
    explain: Explain,
) -> Result<Explained<Kinderopvang>, Error> {
    let mut w = Working::of("kinderopvangtoeslag", ARTICLE, explain);
    let mut kosten = Vec::with_capacity(kinderen.len());
    for kind in kinderen {
        let van_kind = kosten_van_kind(kind, p, explain);
        let te_oud = w.input("leeftijd", kind.leeftijd) >= p.opvang.geen_recht_vanaf.value;
        kosten.push((w.rule(&van_kind), !te_oud && !kind.opvang.is_empty()));
    }
    let met_recht = || kosten.iter().filter(|(_, recht)| *recht).map(|(kosten, _)| kosten);
    let recht = match recht {
        Ok(()) if kosten.iter().all(|(kosten, _)| kosten.rekening.is_zero()) => Err(GEEN_OPVANG),
        Ok(()) if met_recht().next().is_none() => Err(KIND_TE_OUD),
        other => other,
    };
    let (toeslag, reason) = if let Err(reason) = recht {
        (Toeslag::default(), Some(reason))
    } else {
        let met_recht = met_recht().copied().collect::<Vec<_>>();
        let som = som_van_kinderen(&mut w, &met_recht, inkomen, p, explain)?;
        let maand = w.rounded("maand", som, MAAND);
        let jaar = som.per_year();
        match toeslag::recht_jaar(&mut w, jaar, p.toeslagen) {
            Ok(recht_jaar) => (Toeslag { jaar, recht_jaar, maand }, None),
            Err(reason) => (Toeslag::default(), Some(reason)),
        }
    };
    let som =
        |of: fn(&Kosten) -> PerMonth| kosten.iter().map(|(kosten, _)| of(kosten)).sum::<PerMonth>();
    let rekening = w.step("rekening", som(|k| k.rekening));
    let boven_230_uur = w.step("boven_230_uur", som(|k| k.rekening - k.binnen_uren));
    let boven_maximum = w.step("boven_maximum", som(|k| k.binnen_uren - k.telt_mee));
    let eigen_deel = w.step("eigen_deel", som(|k| k.telt_mee) - toeslag.maand);
    Ok(w.end(Kinderopvang { rekening, toeslag, eigen_deel, boven_maximum, boven_230_uur }, reason))
}

/// The allowance over the costs of the children with a right: a percentage per child, the child with most hours
/// at the lower percentage of a first child.
fn som_van_kinderen(
    w: &mut Working,
    kosten: &[Kosten],
    inkomen: PerYear,
    p: Params,
    explain: Explain,
) -> Result<PerMonth, Error> {
    let eerste_kind = eerste_kind(kosten);
    let mut som = PerMonth::ZERO;
    for (at, van_kind) in kosten.iter().enumerate() {
        let percentage = w.rule(&percentage(inkomen, at == eerste_kind, p, explain)?);
        som += w.rounded("toeslag_voor_kind", van_kind.telt_mee * percentage, OP_CENTEN);
    }
    Ok(som)
}

/// The amount of a year as if this month lasted, before the test on the smallest amount.
pub fn jaarbedrag(
    kinderen: &[KindMetOpvang],
    inkomen: PerYear,
    p: Params,
    explain: Explain,
) -> Result<Explained<PerYear>, Error> {
    let mut w = Working::of("kinderopvangtoeslag_jaar", ARTICLE, explain);
    let mut kosten = Vec::with_capacity(kinderen.len());
    for kind in kinderen.iter().filter(|kind| !kind.opvang.is_empty()) {
        if w.input("leeftijd", kind.leeftijd) < p.opvang.geen_recht_vanaf.value {
            kosten.push(w.rule(&kosten_van_kind(kind, p, explain)));
        }
    }
    if kosten.is_empty() {
        return Ok(w.nothing(GEEN_OPVANG));
    }
    let som = som_van_kinderen(&mut w, &kosten, inkomen, p, explain)?;
    Ok(w.result(som.per_year()))
}

/// What the providers charge in a month, whether it gives a right or not.
pub fn rekening(kinderen: &[KindMetOpvang]) -> PerMonth {
    let opvang = kinderen.iter().flat_map(|kind| &kind.opvang);
    opvang.map(|opvang| (opvang.uurprijs * opvang.uren).rounded(REKENING)).sum()
}

/// Most counted hours; of equal hours the highest costs; of equal costs the first named (art. 3 Besluit
/// kinderopvangtoeslag).
fn eerste_kind(kosten: &[Kosten]) -> usize {
    let mut eerste = 0;
    for (at, van_kind) in kosten.iter().enumerate() {
        let hoogste = &kosten[eerste];
        if (van_kind.uren, van_kind.telt_mee) > (hoogste.uren, hoogste.telt_mee) {
            eerste = at;
        }
    }
    eerste
}

/// Where the hours of a contract come from that nobody typed.
#[cfg(feature = "weekplan")]
fn herkomst(w: &mut Working, kind: &KindMetOpvang, contract: usize) {
    if let Some(uit) = kind.uren_uit.get(contract).and_then(Option::as_ref) {
        w.rule(uit);
    }
}

/// Hours are as they were typed.
#[cfg(not(feature = "weekplan"))]
const fn herkomst(_: &mut Working, _: &KindMetOpvang, _: usize) {}

/// What counts of one child's contracts: at most the maximum hours together, the dearest first, at most the
/// maximum price of the kind.
fn kosten_van_kind(kind: &KindMetOpvang, p: Params, explain: Explain) -> Explained<Kosten> {
    let mut w = Working::of("kosten_die_meetellen", BESLUIT, explain);
    let mut op_prijs: Vec<(usize, &Opvang)> = kind.opvang.iter().enumerate().collect();
    op_prijs.sort_unstable_by_key(|(at, opvang)| {
        (std::cmp::Reverse(opvang.uurprijs.min(p.maximum(opvang.soort).value)), *at)
    });
    let maximum_uren = w.param(&p.opvang.maximum_uren);
    let mut samen = Kosten::default();
    for (at, opvang) in op_prijs {
        w.input("soort_opvang", opvang.soort.word());
        herkomst(&mut w, kind, at);
        let uren = w.input("uren", opvang.uren);
        let uurprijs = w.input("uurprijs", opvang.uurprijs);
        let maximum = w.param(p.maximum(opvang.soort));
        let uren_telt = w.step("uren_die_meetellen", uren.min(maximum_uren - samen.uren));
        let prijs_telt = w.step("prijs_die_meetelt", uurprijs.min(maximum));
        let kosten = w.rounded("kosten", prijs_telt * uren_telt, OP_CENTEN);
        let rekening = w.rounded("rekening", uurprijs * uren, REKENING);
        samen.rekening += rekening;
        samen.binnen_uren += (uurprijs * uren_telt).rounded(REKENING);
        samen.telt_mee += kosten;
        samen.uren += uren_telt;
    }
    w.result(samen)
}

/// The percentage of the table at this income.
fn percentage(
    inkomen: PerYear,
    eerste_kind: bool,
    p: Params,
    explain: Explain,
) -> Result<Explained<Rate>, Error> {
    let mut w = Working::of(
        "percentage_kinderopvangtoeslag",
        "bijlage I Besluit kinderopvangtoeslag",
        explain,
    );
    let tabel = &p.opvang.percentages;
    let inkomen = w.input("toetsingsinkomen", inkomen);
    w.input("eerste_kind", eerste_kind);
    let euros = inkomen.amount();
    let rij = tabel.value.row_of(euros);
    let rij = rij.filter(|[_, tot, ..]| tot.is_none_or(|tot| euros < tot + Decimal::ONE));
    let column = if eerste_kind { 2 } else { 3 };
    let Some(percentage) = rij.and_then(|rij| rij[column]) else {
        let what = euros.to_string();
        return Err(Error::NotPublished {
            scheme: "kinderopvangtoeslag",
            date: p.opvang.valid_from,
            what,
        });
    };
    let percentage = w.cell(tabel, Rate::from_fraction(percentage));
    Ok(w.result(percentage))
}
