//! Whole valid situations for the calendar: those of [`crate::generate`] with a start, a block `kalender`, and births
//! that make an age which matters fall within the thirteen months.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate;

/// A situation that the calendar accepts.
pub fn situatie() -> impl Strategy<Value = Value> {
    let extra = (start(), births(), kalender(), any::<[u8; 6]>());
    (generate::situatie(), extra)
        .prop_map(|(mut situatie, (start, births, kalender, dice))| {
            set_start(&mut situatie, start);
            set_births(&mut situatie, &births);
            rarely(&mut situatie, dice);
            situatie["kalender"] = kalender;
            fit(&mut situatie);
            situatie
        })
        .boxed()
}

/// The day of the job's start: left out, a first of a month, or a day within one.
fn start() -> impl Strategy<Value = Option<Date>> {
    let first = (0..=17_i32).prop_map(|months| date(2026, 2, 1).saturating_add(months.months()));
    let any_day = (0..=515_i32).prop_map(|days| date(2026, 2, 1).saturating_add(days.days()));
    prop_oneof![2 => Just(None), 6 => first.prop_map(Some), 1 => any_day.prop_map(Some)]
}

fn set_start(situatie: &mut Value, start: Option<Date>) {
    let baan = situatie["baan"].as_object_mut().expect("a job");
    match start {
        Some(start) => drop(baan.insert("start".to_owned(), start.to_string().into())),
        None => drop(baan.remove("start")),
    }
}

/// Who gets another date of birth: the mother and up to two children.
#[derive(Clone, Debug)]
struct Births {
    mother: Option<Birth>,
    children: Vec<Birth>,
}

/// A birthday within the thirteen months, or on a leap day.
#[derive(Clone, Debug)]
enum Birth {
    /// So many years old on the day that lies so far after the reference date.
    Turns { years: i32, in_days: i32 },
    /// On 29 February of this year.
    LeapDay(i16),
}

fn births() -> impl Strategy<Value = Births> {
    let in_days = || prop_oneof![3 => 1..=420_i32, 1 => Just(1), 1 => 25..=35_i32];
    let turns = |years: Vec<i32>| {
        (prop::sample::select(years), in_days())
            .prop_map(|(years, in_days)| Birth::Turns { years, in_days })
    };
    let leap = |years: Vec<i16>| prop::sample::select(years).prop_map(Birth::LeapDay);
    let mother = prop_oneof![4 => turns(vec![21, 27]), 1 => leap(vec![1984, 1996, 2000, 2004])];
    // Of 0 years: a birth to come, at most nine months away.
    let child = prop_oneof![
        5 => turns(vec![4, 6, 12, 13, 16, 18]),
        1 => (1..=240_i32).prop_map(|in_days| Birth::Turns { years: 0, in_days }),
        1 => leap(vec![2012, 2016, 2020, 2024]),
    ];
    (option::weighted(0.3, mother), prop_oneof![1 => vec(child.clone(), 0), 1 => vec(child, 1..=2)])
        .prop_map(|(mother, children)| Births { mother, children })
}

impl Birth {
    fn date(&self, peildatum: Date) -> Date {
        match self {
            Self::Turns { years, in_days } => {
                peildatum.saturating_add(in_days.days()).saturating_sub(years.years())
            }
            Self::LeapDay(year) => date(*year, 2, 29),
        }
    }
}

fn set_births(situatie: &mut Value, births: &Births) {
    let day = peildatum(situatie);
    if let Some(birth) = &births.mother {
        set_mother(situatie, birth.date(day));
    }
    let children = situatie["huishouden"]["kinderen"].as_array_mut().expect("children");
    for (child, birth) in children.iter_mut().zip(&births.children) {
        child["geboren"] = birth.date(day).to_string().into();
    }
}

/// Gives her another date of birth, and the answer that is asked of who is 18 to 20.
///
/// # Panics
/// When the situation has no block about bijstand.
pub fn set_mother(situatie: &mut Value, geboren: Date) {
    let young = age(geboren, peildatum(situatie)) < 21;
    situatie["huishouden"]["geboren"] = geboren.to_string().into();
    let bijstand = situatie["bijstand"].as_object_mut().expect("bijstand");
    if young {
        bijstand.entry("beroep_op_ouders").or_insert(false.into());
    } else {
        bijstand.remove("beroep_op_ouders");
    }
}

/// What comes up seldom in general: no hours, no rent, a sister who lives in, the same employer.
fn rarely(situatie: &mut Value, dice: [u8; 6]) {
    let one_in = |at: usize, among: u8| dice[at].is_multiple_of(among);
    if one_in(0, 16) {
        situatie["baan"]["uren_per_week"] = "0".into();
    }
    if one_in(1, 8) {
        situatie["huishouden"]["kale_huur"] = Value::Null;
    }
    if one_in(2, 6) {
        let sister = json!({
            "geboren": "1996-04-01", "relatie": "broer_of_zus", "werkt": true,
            "inkomen_jaar": "27000", "arbeidsinkomen_jaar": "27000",
        });
        situatie["huishouden"]["inwonenden"] = json!([sister]);
    }
    if one_in(3, 3) {
        situatie["baan"]["zelfde_werkgever"] = true.into();
    }
    // Without a wage a trial placement has nothing after it.
    if one_in(5, 2) && situatie["baan"]["soort"] != "dienstverband" {
        let baan = situatie["baan"].as_object_mut().expect("a job");
        baan.retain(|field, _| !["uurloon", "maandloon"].contains(&field.as_str()));
    }
    if one_in(4, 8) {
        situatie["huishouden"]["partner"] = Value::Null;
    }
}

/// The block, with everything in it that can be.
fn kalender() -> impl Strategy<Value = Value> {
    let job = (
        prop_oneof![3 => Just("direct"), 1 => Just("niet")],
        0..=4_u8,
        option::weighted(0.35, 1..=12_u8),
        1..=12_u8,
        option::weighted(0.35, vec(uren(), 12)),
        any::<bool>(),
        option::weighted(0.2, (0..=60_000_u32, 0..=1_i16)),
    );
    let dag = || 1..=28_u8;
    let account = (
        prop_oneof![Just("schatting"), Just("achteraf")],
        5..=6_u8,
        option::weighted(0.4, -300_000..=500_000_i64),
        option::weighted(0.4, 0..=200_000_i64),
        vec((0..=90_000_i64, dag()), 0..=3),
        any::<bool>(),
        option::weighted(0.4, (dag(), dag(), dag(), dag())),
    );
    (job, account).prop_map(|(job, account)| {
        let (melden, verwerkt, stopt, wat_als, uren, later, geschat) = job;
        let (afrekening, maand, begin, leefgeld, uitgaven, vooruit, dagen) = account;
        let uitgave = |(bedrag, dag): (i64, u8)| json!({ "bedrag": euros(bedrag), "dag": dag });
        let mut block = json!({
            "melden": melden,
            "verwerkt_maand": verwerkt,
            "baan_stopt_na": stopt,
            "wat_als_stopt_na": wat_als,
            "uren_per_maand": uren,
            "loon_maand_later": later,
            "afrekening": afrekening,
            "maand_vakantietoeslag": maand,
            "beginsaldo": begin.map(euros),
            "leefgeld": leefgeld.map(euros),
            "uitgaven": uitgaven.into_iter().map(uitgave).collect::<Vec<_>>(),
            "opvang_vooruit": vooruit,
            "geschat_inkomen": geschat.map(|(inkomen, jaar)| json!([inkomen, jaar])),
        });
        if let Some((loon, bijstand, toeslagen, opvang)) = dagen {
            block["betaaldagen"] = json!({
                "loon": loon, "bijstand": bijstand, "toeslagen": toeslagen, "opvang": opvang,
            });
        }
        block
    })
}

/// Hours of a month of the list.
fn uren() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => Just(Value::Null),
        2 => Just(json!("0")),
        4 => (0..=20_000_i64).prop_map(|hundredths| json!(euros(hundredths))),
    ]
}

/// Hundredths as they are written.
fn euros(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = hundredths.abs();
    format!("{sign}{}.{:02}", whole / 100, whole % 100)
}

/// Takes away what the calendar refuses: a list where it cannot be used, an estimate that is told to nobody, the year
/// of an estimate that is not one of the two, who reaches 67, a child of 18.
///
/// # Panics
/// When it is no situation.
pub fn fit(situatie: &mut Value) {
    let month_1 = month_1(situatie);
    let baan = &situatie["baan"];
    let hours =
        baan["uren_per_week"].as_str().is_some_and(|hours| crate::decimal(hours) > 0.into());
    let contract = baan["soort"] == "dienstverband" && baan["uurloon"].is_string();
    if !(hours && contract) {
        situatie["kalender"]["uren_per_maand"] = Value::Null;
    }
    let month_0 = month_1.yesterday().expect("a day before");
    let estimate = match &situatie["kalender"]["geschat_inkomen"] {
        Value::Array(estimate) if situatie["kalender"]["melden"] != "niet" => {
            let year = i64::from(month_0.year()) + estimate[1].as_i64().unwrap_or_default();
            json!({ year.to_string(): estimate[0].to_string() })
        }
        Value::Object(given) if situatie["kalender"]["melden"] != "niet" => json!(given),
        _ => Value::Null,
    };
    situatie["kalender"]["geschat_inkomen"] = estimate;
    let last = month_1.saturating_add(11.months());
    for path in ["/huishouden/geboren", "/huishouden/partner/geboren"] {
        if let Some(Value::String(geboren)) = situatie.pointer_mut(path) {
            let day: Date = geboren.parse().expect("a date");
            if age(day, last) >= 67 {
                *geboren = day.saturating_add(10.years()).to_string();
            }
        }
    }
    let day = peildatum(situatie);
    for child in situatie["huishouden"]["kinderen"].as_array_mut().expect("children") {
        let geboren: Date = child["geboren"].as_str().expect("a text").parse().expect("a date");
        if age(geboren, day) >= 18 {
            child["geboren"] = geboren.saturating_add(1.years()).to_string().into();
        }
    }
}

/// The reference date of a situation.
///
/// # Panics
/// When it has none.
pub fn peildatum(situatie: &Value) -> Date {
    situatie["peildatum"].as_str().expect("a date").parse().expect("a date")
}

/// The first day of month 1.
///
/// # Panics
/// When the situation has no reference date.
pub fn month_1(situatie: &Value) -> Date {
    let next = || peildatum(situatie).first_of_month().saturating_add(1.months());
    situatie["baan"]["start"]
        .as_str()
        .map_or_else(next, |start| start.parse::<Date>().expect("a date"))
        .first_of_month()
}

/// Completed years on a day.
fn age(geboren: Date, day: Date) -> i32 {
    let years = i32::from(day.year()) - i32::from(geboren.year());
    let before = (day.month(), day.day()) < (geboren.month(), geboren.day());
    years - i32::from(before)
}
