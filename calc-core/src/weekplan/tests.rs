//! Weeks worked out by hand: each figure has its sum beside it.

mod by_minute;
mod edges;
mod examples;
mod smarter;
mod stretches;

use jiff::civil::{Date, date};

use super::child::{Care, Child, Planned};
use super::plan::{Afname, Contract, Place, Plan, Rules, School, Shift, Standard};
use super::result::{CareWeek, Week};
use super::time::{DAY, Dag, Days, Minutes, Span};
use crate::situatie::SoortOpvang;

/// A moment of the day.
pub(super) const fn at(hours: Minutes, minutes: Minutes) -> Minutes {
    hours * 60 + minutes
}

pub(super) const fn span(van: Minutes, tot: Minutes) -> Span {
    Span { van, tot }
}

pub(super) fn workdays() -> Days {
    Dag::ALLE[..5].iter().copied().collect()
}

/// From 7:30 to 18:30 the whole year, before school from 7:00.
pub(super) fn blok() -> Contract {
    Contract {
        afname: Afname::Blok,
        plek: 0,
        schoolweken: 40,
        vakantieweken: 12,
        dagen: None,
        blokken: vec![span(at(7, 30), at(18, 30))],
        voorschool_van: Some(at(7, 0)),
        voorschool_dagen: None,
        middag_van: None,
        middag_tot: at(18, 30),
        open_dagen: workdays(),
        open: span(0, DAY),
        afronden: 30,
        minimum: 0,
        gratis: 0,
        studiedagen: 0,
        is_proposed: true,
    }
}

pub(super) fn uur() -> Contract {
    Contract { afname: Afname::Uur, open_dagen: Days::ALLE, ..blok() }
}

/// Five equal days from 8:30 to 14:00, the door open at 8:20.
pub(super) fn school() -> School {
    School {
        tijden: [Some(span(at(8, 30), at(14, 0))); 5],
        plek: 0,
        deur: 10,
        alleen: false,
        alleen_thuis: 0,
        is_told: false,
    }
}

pub(super) const fn place(naar_werk: Minutes, van_huis: Minutes) -> Place {
    Place { naar_werk, van_huis, overdracht: 10 }
}

/// The same shift on some days.
pub(super) fn shifts(days: &[Dag], van: Minutes, tot: Minutes, pauze: Minutes) -> Vec<Shift> {
    days.iter().map(|dag| Shift { dag: *dag, van, tot, pauze }).collect()
}

pub(super) fn plan(weken: Vec<Vec<Shift>>) -> Plan {
    Plan {
        weken,
        huis_werk: 30,
        plekken: vec![place(20, 10)],
        tussen: 10,
        wachten: 10,
        verlof_weken: 4,
        regels: Rules {
            vakantieweken: 12,
            een_rit: 60,
            krap_onder: 10,
            werkdag: 480,
            pauze_boven: 330,
            pauze: 30,
        },
        standaard: Standard { school: school(), blok: blok(), uur: uur() },
    }
}

pub(super) fn care(soort: SoortOpvang, contract: Contract) -> Care {
    Care { opvang: Some(0), soort, is_typed: false, contract }
}

/// A child of two, not at school.
pub(super) fn a(contract: Contract) -> Child {
    Child {
        kind: 0,
        geboren: date(2024, 5, 1),
        at_school: false,
        school: school(),
        familie: Vec::new(),
        contracts: vec![care(SoortOpvang::Dagopvang, contract)],
    }
}

/// A child of six, at school.
pub(super) fn b(contract: Contract) -> Child {
    Child {
        geboren: date(2020, 5, 1),
        at_school: true,
        contracts: vec![care(SoortOpvang::Bso, contract)],
        ..a(blok())
    }
}

pub(super) fn planned(plan: Plan, children: Vec<Child>) -> Planned {
    let numbered = |(kind, child): (usize, Child)| Child { kind, ..child };
    let children = children.into_iter().enumerate().map(numbered).collect();
    Planned { plan, children, by_age: true }
}

pub(super) const PEILDATUM: Date = date(2026, 12, 1);

/// The first contract of a child.
pub(super) fn first(week: &Week, child: usize) -> &CareWeek {
    &week.kinderen[child].opvang[0]
}

/// The hours a month of a contract: paid for, used.
pub(super) fn hours(week: &Week, child: usize) -> (String, String) {
    let care = first(week, child);
    (text(care.berekend().amount()), text(care.gebruikt().amount()))
}

pub(super) fn text(amount: rust_decimal::Decimal) -> String {
    crate::money::in_cents(amount)
}
