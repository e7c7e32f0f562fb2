//! Reads what only the calendar asks. What can be wrong only for a calendar (a start that lies too early, a list that
//! cannot be used) the calendar refuses.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::checks::{
    amount_or_null, each, given, of_empty, required_amount, required_whole, whole_number,
    whole_number_or, whole_number_or_null, word, yes_no,
};
use super::door::{Door, Field, Object};
use super::fields;
use crate::calendar::eerste_dag_van;
use crate::coverage::{days, vaste_maand};
use crate::dates::{age, first_of_month, iso, months_later};
use crate::money::{Euro, HoursPerMonth, PerMonth, PerYear};
use crate::parameters::Book;
use crate::parameters::gemeenten::{Betaling, Gemeente};
use crate::situatie::{
    Afrekening, Baan, Betaaldagen, Kalender, LoonAfspraak, Melden, SoortBaan, Uitgave,
};

/// The block, or what it takes when it is left out. What a municipality does depends on which one it is.
pub(super) fn kalender(
    door: &mut Door,
    outer: &mut Object,
    gemeente: Option<&'static Gemeente>,
) -> Option<Kalender> {
    let gemeente = gemeente.map_or(Betaling::ONBEKEND, Gemeente::betaling);
    let mut object = of_empty(door, outer, &fields::KALENDER)?;
    let melden = word(door, &mut object, &fields::MELDEN, &[Melden::Direct, Melden::Niet]);
    let verwerkt_maand = whole_number(door, &mut object, &fields::VERWERKT_MAAND);
    let baan_stopt_na = whole_number_or_null(door, &mut object, &fields::BAAN_STOPT_NA);
    let wat_als_stopt_na = whole_number(door, &mut object, &fields::WAT_ALS_STOPT_NA);
    let uren_per_maand = uren_per_maand(door, &mut object);
    let loon_maand_later = yes_no(door, &mut object, &fields::LOON_MAAND_LATER);
    let geschat_inkomen = geschat_inkomen(door, &mut object, melden);
    let afrekening = afrekening(door, &mut object, gemeente.afrekening);
    let maand_vakantietoeslag = whole_number_or(
        door,
        &mut object,
        &fields::MAAND_VAKANTIETOESLAG,
        gemeente.maand_vakantietoeslag,
    );
    let beginsaldo = amount_or_null(door, &mut object, &fields::BEGINSALDO);
    let leefgeld = amount_or_null(door, &mut object, &fields::LEEFGELD);
    let uitgaven = each(door, &mut object, &fields::UITGAVEN, uitgave);
    let opvang_vooruit = yes_no(door, &mut object, &fields::OPVANG_VOORUIT);
    let betaaldagen = betaaldagen(door, &mut object, gemeente);
    door.end(object);
    Some(Kalender {
        melden: melden?,
        verwerkt_maand: verwerkt_maand?,
        baan_stopt_na: baan_stopt_na?,
        wat_als_stopt_na: wat_als_stopt_na?,
        uren_per_maand: uren_per_maand?,
        loon_maand_later: loon_maand_later?,
        geschat_inkomen: geschat_inkomen?,
        afrekening: afrekening?,
        maand_vakantietoeslag: maand_vakantietoeslag?,
        beginsaldo: beginsaldo?.map(Euro::new),
        leefgeld: leefgeld?.map(PerMonth::new),
        uitgaven: uitgaven?,
        opvang_vooruit: opvang_vooruit?,
        betaaldagen: betaaldagen?,
        defaulted: Vec::new(),
    })
}

/// As given, or as the municipality does it.
fn afrekening(door: &mut Door, object: &mut Object, absent: Afrekening) -> Option<Afrekening> {
    let (field, ways) = (&fields::AFREKENING, [Afrekening::Schatting, Afrekening::Achteraf]);
    if let Some(given) = object.take(field.name()) {
        return door.word(given, field.words()).map(|at| ways[at]);
    }
    let at = ways.iter().position(|way| *way == absent).unwrap_or_default();
    door.default_taken(object.path_of(field.name()), field.words()[at]);
    Some(absent)
}

#[expect(clippy::option_option, reason = "the outer `None` is a refusal, the inner one `null`")]
fn uren_per_maand(
    door: &mut Door,
    object: &mut Object,
) -> Option<Option<Vec<Option<HoursPerMonth>>>> {
    let field = &fields::UREN_PER_MAAND;
    let Some(given) = given(door, object, field).filter(|given| !given.is_null()) else {
        return Some(None);
    };
    let items = door.exactly(given, field.length())?;
    let read = |item: Field| -> Option<Option<HoursPerMonth>> {
        if item.is_null() {
            return Some(None);
        }
        let uren = door.decimal(item, Decimal::ZERO, field.most().into())?;
        Some(Some(HoursPerMonth::new(uren)))
    };
    // Every entry is looked at before the first that is wrong ends it.
    let read: Vec<_> = items.into_iter().map(read).collect();
    read.into_iter().collect::<Option<Vec<_>>>().map(Some)
}

/// By year; nobody is told of a job that is not reported, so there is no estimate to give then.
fn geschat_inkomen(
    door: &mut Door,
    object: &mut Object,
    melden: Option<Melden>,
) -> Option<Vec<(i16, PerYear)>> {
    let field = &fields::GESCHAT_INKOMEN;
    let Some(given) = given(door, object, field).filter(|given| !given.is_null()) else {
        return Some(Vec::new());
    };
    let path = given.path.clone();
    let named = door.named(given)?;
    if melden == Some(Melden::Niet) && !named.is_empty() {
        door.refuse(path, "niet_gemeld", &[], "weglaten", &[]);
        return None;
    }
    let read = |(name, given): (String, Field)| {
        let path = given.path.clone();
        let most = fields::GESCHAT_INKOMEN_JAAR.most();
        let inkomen = door.decimal(given, Decimal::ZERO, most.into());
        let jaar = (name.len() == 4).then(|| name.parse::<i16>().ok()).flatten();
        if jaar.is_none() {
            door.refuse(path, "geen_jaar", &[], "een_jaar", &[]);
        }
        Some((jaar?, PerYear::new(inkomen?)))
    };
    let read: Vec<_> = named.into_iter().map(read).collect();
    read.into_iter().collect()
}

fn uitgave(door: &mut Door, mut object: Object) -> Option<Uitgave> {
    let bedrag = required_amount(door, &mut object, &fields::UITGAVE_BEDRAG).map(PerMonth::new);
    let dag = required_whole(door, &mut object, &fields::UITGAVE_DAG);
    door.end(object);
    Some(Uitgave { bedrag: bedrag?, dag: als_dag(dag?) })
}

fn betaaldagen(door: &mut Door, outer: &mut Object, gemeente: Betaling) -> Option<Betaaldagen> {
    let mut object = of_empty(door, outer, &fields::BETAALDAGEN)?;
    let bijstand = whole_number_or(
        door,
        &mut object,
        &fields::DAG_BIJSTAND,
        gemeente.dag.unsigned_abs().into(),
    );
    let others = [
        &fields::DAG_LOON,
        &fields::DAG_TOESLAGEN,
        &fields::DAG_KINDERBIJSLAG,
        &fields::DAG_IACK,
        &fields::DAG_ALIMENTATIE,
        &fields::DAG_OPVANG,
        &fields::DAG_REISKOSTEN,
    ];
    let others = others.map(|field| whole_number(door, &mut object, field).map(als_dag));
    door.end(object);
    let [loon, toeslagen, kinderbijslag, iack, alimentatie, opvang, reiskosten] = others;
    Some(Betaaldagen {
        loon: loon?,
        bijstand: als_dag(bijstand?),
        toeslagen: toeslagen?,
        kinderbijslag: kinderbijslag?,
        iack: iack?,
        alimentatie: alimentatie?,
        opvang: opvang?,
        reiskosten: reiskosten?,
    })
}

/// A day of the month: the table keeps it within 28.
fn als_dag(dag: u32) -> i8 {
    i8::try_from(dag).unwrap_or(1)
}

/// From the first month to the last.
const TOT_DE_LAATSTE_MAAND: u32 = 11;

/// What only a calendar refuses, told together with all else.
pub(super) fn alleen_kalender(
    door: &mut Door,
    peildatum: Option<Date>,
    baan: Option<&Baan>,
    kalender: Option<&Kalender>,
    adults: [(Option<Date>, &'static fields::Field); 2],
    book: Book,
) {
    if let (Some(baan), Some(Some(_))) = (baan, kalender.map(|it| &it.uren_per_maand)) {
        lijst_past(door, baan);
    }
    // Without a job that can be read it is not known which months are meant.
    let (Some(baan), Some(peildatum)) = (baan, peildatum) else { return };
    // The month before the start lies in a month that a reference date can lie in.
    let (van, tot) = days();
    let (Some(van), Ok(tot)) = (months_later(van, 1), tot.tomorrow()) else { return };
    if let Some(start) = baan.start.filter(|start| !(van..=tot).contains(start)) {
        let found = [("waarde", iso(start))];
        let bounds = [("van", iso(van)), ("tot", iso(tot))];
        let path = fields::START.path.to_owned();
        door.refuse(path, "start_buiten_kalender", &found, "een_datum_tussen", &bounds);
        return;
    }
    let Some(eerste) = eerste_dag_van(peildatum, baan.start) else { return };
    let jaren = months_before(eerste).map(|nul| [nul.year(), nul.year() + 1]);
    for (jaar, _) in kalender.iter().flat_map(|it| &it.geschat_inkomen) {
        if let Some([a, b]) = jaren.filter(|jaren| !jaren.contains(jaar)) {
            let path = format!("{}.{jaar}", fields::GESCHAT_INKOMEN.path);
            let words = [("woorden", format!("{a}, {b}"))];
            door.refuse(path, "ander_jaar", &[], "een_van", &words);
        }
    }
    let laatste = months_later(eerste, TOT_DE_LAATSTE_MAAND);
    let pensioen = vaste_maand(book, eerste).map(|p| p.pensioenleeftijd.value);
    if let (Some(laatste), Some(pensioen)) = (laatste, pensioen) {
        for (geboren, field) in adults {
            let Some(geboren) = geboren.filter(|geboren| age(*geboren, laatste) >= pensioen) else {
                continue;
            };
            let found = [("waarde", iso(geboren))];
            let bounds = [("leeftijd", pensioen.0.to_string()), ("datum", iso(laatste))];
            door.refuse(
                field.path.to_owned(),
                "leeftijd_buiten_grenzen",
                &found,
                "leeftijd_onder",
                &bounds,
            );
        }
    }
}

/// The first day of the month before.
fn months_before(eerste: Date) -> Option<Date> {
    eerste.yesterday().ok().map(first_of_month)
}

/// Hours of each month say something only of a contract with an hourly wage and hours.
fn lijst_past(door: &mut Door, baan: &Baan) {
    let reason = match baan.loon {
        _ if baan.soort != SoortBaan::Dienstverband => "lijst_zonder_dienstverband",
        LoonAfspraak::PerUur(_) if baan.heeft_uren() => return,
        LoonAfspraak::PerUur(_) => "lijst_zonder_uren",
        LoonAfspraak::PerMaand(_) | LoonAfspraak::Geen => "lijst_zonder_uurloon",
    };
    door.refuse(fields::UREN_PER_MAAND.path.to_owned(), reason, &[], "weglaten", &[]);
}
