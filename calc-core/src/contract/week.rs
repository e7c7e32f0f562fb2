//! The week plan in the form of the contract, alone with its alternatives or beside the month.

use super::melding::melding;
use super::written::{Json, cents, day, hours, list, object, or_null, word};
use crate::money::HoursPerMonth;
use crate::month::{Weekplan, per_week};
use crate::texts::Language;
use crate::week::{Alternatief, Weekadvies};
use crate::weekplan::child::Piece;
use crate::weekplan::result::{CareWeek, ChildWeek, DayFit, Overgang, Reason, Week};
use crate::weekplan::time::{Dag, Minutes};

/// The block of the month.
pub(super) fn weekplan(plan: &Weekplan) -> Json {
    object(block(plan))
}

/// The block with what would be smarter.
pub(super) fn advies(advies: &Weekadvies, language: Language) -> Json {
    let mut fields = block(&advies.plan);
    fields.push(("alternatieven", list(&advies.alternatieven, alternatief)));
    fields.push(("aannames", list(&advies.aannames, |it| melding(it, language))));
    object(fields)
}

fn block(plan: &Weekplan) -> Vec<(&'static str, Json)> {
    let week = &plan.week;
    let kinderen = week.kinderen.iter().zip(&plan.uren);
    let in_holidays: Vec<&ChildWeek> =
        week.kinderen.iter().filter(|kind| kind.vakantie.tekort.is_some()).collect();
    vec![
        ("uren_werk_per_week", cents(per_week(week).amount())),
        ("past", Json::YesNo(week.past)),
        ("krap", Json::YesNo(week.krap)),
        ("dagen", list(&week.dagen, dag)),
        ("kinderen", Json::List(kinderen.map(|(kind, uren)| child(kind, uren)).collect())),
        ("vakantie", list(&in_holidays, |kind| vakantie(kind))),
        ("overgang", list(&plan.overgang, overgang)),
    ]
}

/// A moment or a length: minutes. What lies before midnight of its day is below nothing.
fn minutes(minutes: Minutes) -> Json {
    Json::Minutes(minutes)
}

fn place(at: usize) -> Json {
    Json::Number(u32::try_from(at).unwrap_or_default())
}

fn dag(of: &DayFit) -> Json {
    object(vec![
        ("week", place(of.week)),
        ("dag", word(of.shift.dag.word())),
        ("van", minutes(of.shift.van)),
        ("tot", minutes(of.shift.tot)),
        ("van_huis", minutes(of.van_huis)),
        ("thuis", minutes(of.thuis)),
        ("past", Json::YesNo(of.past())),
        ("redenen", list(&of.redenen, reden)),
        ("speling", or_null(of.speling, minutes)),
        ("vroegste_begin", or_null(of.vroegste_begin, minutes)),
        ("laatste_eind", or_null(of.laatste_eind, minutes)),
    ])
}

fn reden(reden: &Reason) -> Json {
    object(vec![
        ("kind", place(reden.kind)),
        ("code", word(reden.code.word())),
        ("minuten", minutes(reden.piece.span.length())),
        ("dag", word(reden.piece.dag.word())),
        ("van", minutes(reden.piece.span.van)),
        ("tot", minutes(reden.piece.span.tot)),
    ])
}

fn child(kind: &ChildWeek, uren: &[HoursPerMonth]) -> Json {
    let contracts = kind.opvang.iter().zip(uren).map(|(care, uren)| contract(care, *uren));
    object(vec![("kind", place(kind.kind)), ("opvang", Json::List(contracts.collect()))])
}

fn contract(care: &CareWeek, uren: HoursPerMonth) -> Json {
    let (gebruikt, gratis) = (care.gebruikt(), care.gratis());
    let of_week = |kind_of_week: usize| {
        let on = |dag: Dag| {
            let minutes = care.op_dag(kind_of_week, dag).minutes();
            (!minutes.is_zero()).then(|| (dag.word(), hours(minutes)))
        };
        object(Dag::ALLE.into_iter().filter_map(on).collect())
    };
    let [schoolweken, vakantieweken] = care.aantal_weken;
    object(vec![
        ("opvang", or_null(care.opvang, place)),
        ("soort", word(care.soort.word())),
        ("uren_per_maand", cents(uren.amount())),
        ("overschreven", Json::YesNo(care.overschreven)),
        ("berekend", cents(care.berekend().amount())),
        ("uren_per_jaar", cents(care.jaar.bought.per_year())),
        ("gebruikt_per_maand", cents(gebruikt.amount())),
        ("gratis_per_maand", cents(gratis.amount())),
        ("ongebruikt_per_maand", cents((uren + gratis - gebruikt).at_least_zero().amount())),
        ("week", of_week(0)),
        ("vakantieweek", of_week(1)),
        ("schoolweken", Json::Number(schoolweken)),
        ("vakantieweken", Json::Number(vakantieweken)),
    ])
}

fn vakantie(kind: &ChildWeek) -> Json {
    object(vec![
        ("kind", place(kind.kind)),
        ("opvang_weken", Json::Number(kind.vakantie.opvang_weken)),
        ("tekort", or_null(kind.vakantie.tekort, Json::Number)),
    ])
}

fn overgang(overgang: &Overgang) -> Json {
    object(vec![
        ("kind", place(overgang.kind)),
        ("vanaf", day(overgang.vanaf)),
        ("soort", word("bso")),
        ("uren", cents(overgang.uren.amount())),
        ("past", Json::YesNo(overgang.past)),
    ])
}

fn alternatief(it: &Alternatief) -> Json {
    let change = &it.anders.change;
    object(vec![
        ("code", word(change.code.word())),
        ("past", Json::YesNo(it.anders.week.past)),
        ("uren_werk_per_week", cents(it.uren_werk.amount())),
        ("uren_opvang_per_maand", cents(it.uren_opvang.amount())),
        ("besteedbaar", cents(it.besteedbaar.amount())),
        ("verschil", cents(it.verschil.amount())),
        ("dagen", shifts(&it.anders.week)),
        ("familie", list(&change.familie, familie)),
        ("volgorde", or_null(change.volgorde.as_ref(), |order| list(order, |at| place(*at)))),
        ("omslagprijs", or_null(it.omslagprijs, |price| cents(price.amount()))),
    ])
}

/// Her working times, as they would be sent in.
fn shifts(week: &Week) -> Json {
    list(&week.dagen, |day| {
        object(vec![
            ("week", place(day.week)),
            ("dag", word(day.shift.dag.word())),
            ("van", minutes(day.shift.van)),
            ("tot", minutes(day.shift.tot)),
            ("pauze", minutes(day.shift.pauze)),
        ])
    })
}

fn familie((kind, piece): &(usize, Piece)) -> Json {
    object(vec![
        ("kind", place(*kind)),
        ("dag", word(piece.dag.word())),
        ("van", minutes(piece.span.van)),
        ("tot", minutes(piece.span.tot)),
    ])
}
