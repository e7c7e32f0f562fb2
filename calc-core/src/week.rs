//! The week plan with what would be smarter, each with what it leaves in a month.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::dates::{age, is_born};
use crate::engine::disregard::regel_op_dag;
use crate::engine::house::House;
use crate::engine::order::{Werk, besteedbaar_met_opvang, situation_of};
use crate::engine::outcome::Outcome;
use crate::error::Error;
use crate::explain::Explain;
use crate::hours::met_uren;
use crate::message::Melding;
use crate::money::{HoursPerMonth, HoursPerWeek, PerHour, PerMonth};
use crate::month::{Weekplan, per_week, weekplan};
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::schemes::kinderopvangtoeslag::KindMetOpvang;
use crate::situatie::{Baan, Opvang, Situatie, SoortOpvang};
use crate::weekplan::alternatives::{Alternative, Code, alternatives};
use crate::weekplan::child::Planned;
use crate::weekplan::result::{CareWeek, Week};

/// The dearest price that is looked at: the bound of the contract.
const DEAREST_CENTS: i64 = 50 * 100;

/// The week plan, and weeks that would be smarter.
#[derive(Clone, Debug)]
pub struct Weekadvies {
    /// The present week.
    pub plan: Weekplan,
    /// Smarter weeks, the best first.
    pub alternatieven: Vec<Alternatief>,
    /// The choices the alternatives rest on.
    pub aannames: Vec<Melding>,
}

/// A smarter week.
#[derive(Clone, Debug)]
pub struct Alternatief {
    /// What is changed, and what the week comes to.
    pub anders: Alternative,
    /// Hours of work.
    pub uren_werk: HoursPerWeek,
    /// Hours of care of all children together.
    pub uren_opvang: HoursPerMonth,
    /// What is left in a month with the job.
    pub besteedbaar: PerMonth,
    /// What that is more than with the present week.
    pub verschil: PerMonth,
    /// Of fewer holiday weeks: the lowest price an hour at which they no longer pay.
    pub omslagprijs: Option<PerHour>,
}

/// The week plan of a situation with its alternatives; `None` without a plan.
pub fn week_of(situatie: &Situatie) -> Result<Option<Weekadvies>, Error> {
    let Some(plan) = weekplan(situatie) else { return Ok(None) };
    let house = House::on(situatie, situatie.peildatum, Explain::No)?;
    let regel = regel_op_dag(&house);
    let nu = MetWerk::of(&house, &situatie.baan, regel)?;
    let geld =
        Geld { house: &house, regel, besteedbaar: nu.besteedbaar(&house, &house.opvang())?, nu };
    let mut alternatieven = Vec::new();
    for anders in alternatives(&plan.planned, &plan.week) {
        let alternatief = geld.alternatief(&plan, anders)?;
        // What fits already is changed only for more money.
        if !plan.week.past || alternatief.verschil.is_positive() {
            alternatieven.push(alternatief);
        }
    }
    alternatieven.sort_by_key(|it| {
        (!it.anders.week.past, Reverse(it.besteedbaar), it.uren_opvang, it.anders.change.code)
    });
    let aannames = aannames(&alternatieven);
    Ok(Some(Weekadvies { plan, alternatieven, aannames }))
}

fn aannames(alternatieven: &[Alternatief]) -> Vec<Melding> {
    let is_offered = |code: Code| alternatieven.iter().any(|it| it.anders.change.code == code);
    let choices = [
        ("keuze_w13", is_offered(Code::MinderDagen) || is_offered(Code::Schooltijden)),
        ("gastouder_prijs_onbekend", is_offered(Code::Gastouder)),
    ];
    let said = choices.into_iter().filter(|(_, touches)| *touches);
    said.map(|(code, _)| Melding::aanname(code)).collect()
}

/// A contract of the household: the place of the child, and its own among those of the child.
type Which = (usize, usize);

/// Another price an hour of some contracts.
struct Prijs<'a> {
    van: &'a [Which],
    uurprijs: PerHour,
}

/// A month with some job, to which care is added.
struct MetWerk<'a> {
    werk: Werk<'a>,
    zonder_opvang: Outcome,
}

impl<'a> MetWerk<'a> {
    fn of(house: &House, baan: &'a Baan, regel: Regel) -> Result<Self, Error> {
        let werk = Werk::of(house, Some(baan), Explain::No);
        let zonder_opvang = situation_of(house, &werk, &[], regel, Explain::No)?;
        Ok(Self { werk, zonder_opvang })
    }

    fn besteedbaar(&self, house: &House, opvang: &[KindMetOpvang]) -> Result<PerMonth, Error> {
        besteedbaar_met_opvang(house, &self.werk, &self.zonder_opvang, opvang)
    }
}

/// What is left in a month with other work or other care.
struct Geld<'a> {
    house: &'a House<'a>,
    regel: Regel,
    /// With the job as it is offered.
    nu: MetWerk<'a>,
    /// What that leaves with the present care.
    besteedbaar: PerMonth,
}

impl Geld<'_> {
    fn alternatief(&self, plan: &Weekplan, anders: Alternative) -> Result<Alternatief, Error> {
        let situatie = self.house.situatie;
        let uren_werk = per_week(&anders.week);
        let (andere_baan, ander_werk);
        let werk = if anders.week.werk.hours() == plan.week.werk.hours() {
            &self.nu
        } else {
            andere_baan = met_uren(situatie, uren_werk.amount());
            ander_werk = MetWerk::of(self.house, &andere_baan, self.regel)?;
            &ander_werk
        };
        let opvang = self.opvang(&anders.week, None);
        let besteedbaar = werk.besteedbaar(self.house, &opvang)?;
        let pays = besteedbaar > self.besteedbaar;
        let omslagprijs = if anders.change.code == Code::MinderVakantieweken && pays {
            self.omslagprijs(&plan.planned, &anders, werk)?
        } else {
            None
        };
        let contracts = opvang.iter().flat_map(|kind| &kind.opvang);
        Ok(Alternatief {
            uren_werk,
            uren_opvang: contracts.map(|opvang| opvang.uren).sum(),
            besteedbaar,
            verschil: besteedbaar - self.besteedbaar,
            omslagprijs,
            anders,
        })
    }

    /// The care of every born child with the hours of another week, and some of it at another price. What has no
    /// contract stays as it is.
    fn opvang(&self, week: &Week, prijs: Option<&Prijs>) -> Vec<KindMetOpvang> {
        let (h, day) = (&self.house.situatie.huishouden, self.house.day);
        let born = h.kinderen.iter().enumerate().filter(|(_, kind)| is_born(kind.geboren, day));
        let care = |(at, kind): (usize, &crate::situatie::Kind)| {
            let of = week.kinderen.iter().find(|of| of.kind == at);
            let opvang = match of {
                None => kind.opvang.clone(),
                Some(of) => {
                    let pairs = kind.opvang.iter().zip(&kind.plan.opvang);
                    let kept = pairs.filter(|(_, it)| it.contract.is_none()).map(|(it, _)| *it);
                    let priced = |it| self.contract(&kind.opvang, at, it, prijs);
                    kept.chain(of.opvang.iter().map(priced)).collect()
                }
            };
            KindMetOpvang { leeftijd: age(kind.geboren, day), opvang, uren_uit: Vec::new() }
        };
        born.map(care).collect()
    }

    /// A contract with its hours; one that is only proposed is a childminder's at the highest price that counts.
    fn contract(
        &self,
        own: &[Opvang],
        kind: usize,
        care: &CareWeek,
        prijs: Option<&Prijs>,
    ) -> Opvang {
        let known = care.opvang.and_then(|at| own.get(at)).copied();
        let mut known = known.unwrap_or(Opvang {
            soort: SoortOpvang::Gastouder,
            uren: HoursPerMonth::ZERO,
            uurprijs: self.house.amounts.kinderopvang.opvang.maximum_gastouder.value,
        });
        let is_of =
            |of: &&Prijs| care.opvang.is_some_and(|opvang| of.van.contains(&(kind, opvang)));
        known.uurprijs = prijs.filter(is_of).map_or(known.uurprijs, |other| other.uurprijs);
        if care.overschreven { known } else { Opvang { uren: care.berekend(), ..known } }
    }

    /// The lowest price an hour of the changed contracts at which they no longer leave more than now, found by halving;
    /// none when they differ in kind or price, or when they pay at any price.
    fn omslagprijs(
        &self,
        now: &Planned,
        anders: &Alternative,
        werk: &MetWerk,
    ) -> Result<Option<PerHour>, Error> {
        let changed = changed(now, &anders.change.planned);
        let kinderen = &self.house.situatie.huishouden.kinderen;
        let known = |(kind, opvang): &Which| kinderen.get(*kind)?.opvang.get(*opvang).copied();
        let known: Vec<Opvang> = changed.iter().filter_map(known).collect();
        let Some((first, rest)) = known.split_first() else { return Ok(None) };
        if rest.iter().any(|it| (it.soort, it.uurprijs) != (first.soort, first.uurprijs)) {
            return Ok(None);
        }
        let at = |cents: i64| {
            let prijs = Prijs { van: &changed, uurprijs: PerHour::new(Decimal::new(cents, 2)) };
            werk.besteedbaar(self.house, &self.opvang(&anders.week, Some(&prijs)))
        };
        let own = first.uurprijs.amount() * Decimal::ONE_HUNDRED;
        let (mut pays, mut does_not) = (i64::try_from(own).unwrap_or(DEAREST_CENTS), DEAREST_CENTS);
        if at(does_not)? > self.besteedbaar {
            return Ok(None);
        }
        while does_not - pays > 1 {
            let middle = pays.midpoint(does_not);
            if at(middle)? > self.besteedbaar { pays = middle } else { does_not = middle }
        }
        Ok(Some(PerHour::new(Decimal::new(does_not, 2))))
    }
}

/// The contracts of the household that differ between two plans.
fn changed(now: &Planned, then: &Planned) -> Vec<Which> {
    let pairs = now.children.iter().zip(&then.children);
    let contracts = pairs.flat_map(|(now, then)| {
        let both = now.contracts.iter().zip(&then.contracts);
        both.filter(|(now, then)| now != then).map(move |(care, _)| Some((now.kind, care.opvang?)))
    });
    contracts.flatten().collect()
}
