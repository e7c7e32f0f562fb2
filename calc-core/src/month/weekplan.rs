//! The week plan beside the month: what a week comes to, and what is to be said about it.

use crate::engine::house::House;
use crate::message::{Arg, Melding, Richting};
use crate::money::{HoursPerMonth, HoursPerWeek, Rounding};
use crate::situatie::{Kind, Situatie, SoortOpvang};
use crate::value::Shown;
use crate::weekplan::child::{Child, Piece, Planned};
use crate::weekplan::plan::Afname;
use crate::weekplan::result::{ChildWeek, Overgang, Week};
use crate::weekplan::time::{DAY, Minutes, Span, common, without};
use crate::weekplan::trip::Spot;
use crate::weekplan::{overgang, planned, week};

const PER_WEEK: Rounding = Rounding::to_cents("werkuren per week: op twee decimalen");

/// Care at other times than these is unusual: 7:00 to 19:00 on workdays.
const USUAL_HOURS: Span = Span { van: 7 * 60, tot: 19 * 60 };
const WORKDAYS: usize = 5;

/// A week plan, computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekplan {
    /// Who is planned, and when she works.
    pub planned: Planned,
    /// What the week comes to.
    pub week: Week,
    /// Children that turn four within the year.
    pub overgang: Vec<Overgang>,
    /// The hours that count of each contract of each planned child: those that were typed, or those that follow.
    pub uren: Vec<Vec<HoursPerMonth>>,
}

/// The week plan of a household, if it has one.
pub(crate) fn weekplan(situatie: &Situatie) -> Option<Weekplan> {
    let planned = planned(situatie)?;
    let week = week(&planned);
    let overgang = overgang(&planned, situatie.peildatum);
    let kinderen = &situatie.huishouden.kinderen;
    let uren = |kind: &ChildWeek| {
        let own = kinderen.get(kind.kind).map_or(&[][..], |kind| &kind.opvang);
        let counts = |at: Option<usize>| at.and_then(|at| own.get(at)).map(|opvang| opvang.uren);
        kind.opvang.iter().map(|care| counts(care.opvang).unwrap_or_default()).collect()
    };
    Some(Weekplan { uren: week.kinderen.iter().map(uren).collect(), planned, week, overgang })
}

/// Paid hours a week, on two decimals.
pub(crate) fn per_week(week: &Week) -> HoursPerWeek {
    HoursPerWeek::new(week.werk.hours()).rounded(PER_WEEK)
}

/// The choices a week rests on.
pub(super) fn aannames(house: &House, plan: &Weekplan) -> Vec<Melding> {
    let Weekplan { planned, week, .. } = plan;
    let regels = planned.plan.regels;
    let rota = planned.plan.weken.len();
    let errands = || week.dagen.iter().flat_map(|day| &day.trip.children);
    let ways = || errands().flat_map(|errand| [errand.out, errand.back]);
    let is_stop = |spot: Spot| matches!(spot, Spot::Care | Spot::School);
    let is_one_trip = || {
        errands().any(|errand| {
            let out = errand.out.spot == Spot::School && errand.out.arrival > errand.out.moment;
            let back = errand.back.spot == Spot::School && errand.back.arrival < errand.back.moment;
            out || back
        })
    };
    let contracts = || planned.children.iter().flat_map(|child| &child.contracts);
    let computed = || contracts().filter(|care| !care.is_typed).map(|care| &care.contract);
    let at_school = || planned.children.iter().filter(|child| child.at_school);
    let in_holidays = || week.kinderen.iter().any(|kind| !kind.pieces[1].is_empty());
    let chosen = |afname: Afname| {
        computed().any(|contract| {
            contract.afname == afname
                && contract.dagen.is_none()
                && (rota > 1 || contract.blokken.len() > 1)
        })
    };
    let choices = [
        ("keuze_w1", computed().next().is_some()),
        ("keuze_w2", ways().any(|way| is_stop(way.spot))),
        ("keuze_w3", ways().any(|way| is_stop(way.spot))),
        ("keuze_w4", ways().any(|way| way.spot == Spot::School)),
        ("keuze_w5", ways().any(|way| way.spot == Spot::AtSchool) || is_one_trip()),
        ("keuze_w6", at_school().any(|child| !child.school.is_told)),
        (
            "keuze_w7",
            contracts().any(|it| it.contract.is_proposed && it.contract.afname == Afname::Blok),
        ),
        ("keuze_w8", week.krap),
        ("keuze_w9", chosen(Afname::Blok)),
        ("keuze_w10", contracts().any(|care| care.contract.afname == Afname::Uur)),
        ("keuze_w11", at_school().any(|child| child.contracts.iter().any(|it| !it.is_typed))),
        ("keuze_w12", in_holidays()),
        ("keuze_w14", planned.by_age),
        ("keuze_w15", in_holidays()),
        ("plan_niet_getoetst", not_tested(house)),
    ];
    let said = choices.into_iter().filter(|(_, touches)| *touches);
    let with_its_figure = |code: &'static str| {
        let melding = Melding::aanname(code);
        let figure = match code {
            "keuze_w8" => minutes(regels.krap_onder),
            "keuze_w12" => whole(regels.vakantieweken),
            _ => return melding,
        };
        melding.met("aantal", figure)
    };
    said.map(|(code, _)| with_its_figure(code)).collect()
}

fn minutes(minutes: Minutes) -> Arg {
    whole(minutes.unsigned_abs())
}

fn whole(number: u32) -> Arg {
    Arg::Text(number.to_string())
}

/// Whether there is care of which only the hours are known.
fn not_tested(house: &House) -> bool {
    let kinderen = house.situatie.huishouden.geboren_kinderen(house.day);
    let unknown = |kind: &Kind| kind.plan.opvang.iter().any(|it| it.contract.is_none());
    { kinderen }.any(unknown)
}

/// What she should know of her week.
pub(super) fn waarschuwingen(situatie: &Situatie, plan: &Weekplan) -> Vec<Melding> {
    let Weekplan { planned, week, overgang, .. } = plan;
    let waarschuwing = Melding::waarschuwing;
    let mut meldingen = Vec::new();
    if !week.past {
        meldingen.push(waarschuwing("plan_past_niet"));
    }
    if week.krap {
        let room = week.dagen.iter().filter_map(|day| day.speling).min().unwrap_or_default();
        meldingen.push(waarschuwing("plan_krap").met("aantal", minutes(room)));
    }
    let (planned_hours, hours) = (per_week(week), situatie.baan.uren_per_week);
    if planned_hours != hours {
        let said = waarschuwing("plan_uren_verschillen")
            .met("plan", Arg::Value(planned_hours.shown()))
            .met("uren", Arg::Value(hours.shown()));
        meldingen.push(said);
    }
    let short = week.kinderen.iter().filter_map(|kind| kind.vakantie.tekort).max();
    if let Some(tekort) = short.filter(|tekort| *tekort > 0) {
        meldingen.push(waarschuwing("plan_vakantie_tekort").met("aantal", whole(tekort)));
    }
    meldingen.extend(
        overgang
            .iter()
            .map(|it| waarschuwing("plan_kind_wordt_vier").met("maand", Arg::Month(it.vanaf))),
    );
    let contracts = || planned.children.iter().flat_map(|child| &child.contracts);
    let by_block = contracts().any(|care| care.contract.afname == Afname::Blok);
    if planned.plan.weken.len() > 1 && by_block {
        meldingen.push(waarschuwing("plan_vast_contract_wisselend_rooster"));
    }
    let pairs = planned.children.iter().zip(&week.kinderen);
    if { pairs }.any(|(child, of)| at_unusual_hours(child, of)) {
        meldingen.push(waarschuwing("gastouder_ongewone_uren"));
    }
    meldingen
}

/// Whether a childminder has a child outside workdays from 7:00 to 19:00.
fn at_unusual_hours(child: &Child, of: &ChildWeek) -> bool {
    let seasons = if child.at_school { 2 } else { 1 };
    let pieces = |season: usize| of.pieces[season].iter().map(move |piece| (season, piece));
    let mut minded = (0..seasons)
        .flat_map(pieces)
        .flat_map(|(season, piece)| with_childminder(child, of, season, piece));
    minded.any(|part| part.dag.place() >= WORKDAYS || !USUAL_HOURS.holds(part.span))
}

/// What the childminders of a child have of a stretch: each contract takes what it can, the next one gets the rest.
fn with_childminder(child: &Child, of: &ChildWeek, season: usize, piece: &Piece) -> Vec<Piece> {
    let mut rest = vec![piece.span];
    let mut minded = Vec::new();
    for (care, bought) in child.contracts.iter().zip(&of.opvang) {
        let covers = &bought.weken[season].covers[piece.dag.place()];
        if care.soort == SoortOpvang::Gastouder {
            minded.extend(common(&rest, covers));
        }
        rest = without(&rest, covers);
    }
    // A part of it may begin after midnight: then it is of the next day.
    let on_its_day = |part: Span| Piece::on_line(part.moved(piece.dag.midnight()), 0, 1);
    minded.into_iter().map(on_its_day).collect()
}

/// What was left out of the week, and which way it would move the result.
pub(super) fn niet_berekend(plan: &Weekplan) -> Vec<Melding> {
    use Richting::{Minder, Onbekend};
    let Weekplan { planned, week, .. } = plan;
    let at_school = || planned.children.iter().filter(|child| child.at_school);
    let after_school = |child: &Child| {
        let bso = || child.contracts.iter().filter(|it| it.soort == SoortOpvang::Bso);
        bso().next().is_some() && bso().all(|care| care.contract.studiedagen == 0)
    };
    let has_care = planned.children.iter().any(|child| !child.contracts.is_empty());
    let at_night = week.dagen.iter().any(|day| day.shift.tot > DAY);
    let left_out = [
        ("studiedagen", at_school().any(after_school), Minder),
        ("overblijven", at_school().next().is_some(), Minder),
        ("wennen_en_ziekte", has_care, Minder),
        ("sluitingsdagen", has_care, Onbekend),
        ("wachtlijst", has_care, Onbekend),
        ("slapen_na_nachtdienst", at_night, Minder),
        ("inschrijfgeld_en_vooruitbetaling", has_care, Minder),
    ];
    let said = left_out.into_iter().filter(|(_, applies, _)| *applies);
    said.map(|(code, _, richting)| Melding::niet_berekend(code, richting)).collect()
}
