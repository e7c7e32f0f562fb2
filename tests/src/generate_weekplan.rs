//! Week plans for generated situations: shifts that do not overlap, two places, contracts of every kind.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// A plan of one or two weeks.
pub fn weekplan() -> impl Strategy<Value = Value> {
    let places = vec((0..=90_u32, 0..=30_u32, 0..=20_u32), 2..=2);
    let rest = (0..=60_u32, 0..=30_u32, 0..=20_u32, 0..=12_u32);
    (vec(week(), 1..=2), places, rest)
        .prop_map(|(weken, plekken, (huis_werk, tussen, wachten, verlof_weken))| {
            let plek = |(naar_werk, van_huis, overdracht): (u32, u32, u32)| {
                json!({ "naar_werk": naar_werk, "van_huis": van_huis, "overdracht": overdracht })
            };
            json!({
                "weken": weken,
                "plekken": plekken.into_iter().map(plek).collect::<Vec<_>>(),
                "huis_werk": huis_werk,
                "tussen": tussen,
                "wachten": wachten,
                "verlof_weken": verlof_weken,
            })
        })
        .boxed()
}

/// At most one shift a day, within the day.
fn week() -> impl Strategy<Value = Value> {
    let shift = (option::weighted(0.6, 0..=900_u32), 60..=480_u32, 0..=45_u32);
    (0..7_usize, vec(shift, 7..=7)).prop_map(|(always, shifts)| {
        let dagen: Vec<Value> = shifts
            .into_iter()
            .enumerate()
            .filter_map(|(at, (van, length, pauze))| {
                let van = van.or((at == always).then_some(540))?;
                let tot = van + length;
                Some(json!({ "dag": DAYS[at], "van": van, "tot": tot, "pauze": pauze }))
            })
            .collect();
        json!({ "dagen": dagen })
    })
}

fn days() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(DAYS.to_vec(), 0..=7)
}

/// What a plan asks of a child, beside its contracts.
pub fn child() -> impl Strategy<Value = Value> {
    let times = vec(option::weighted(0.9, (480..=540_u32, 720..=930_u32)), 5..=5);
    let school = (times, 0..=1_u32, 0..=20_u32, option::weighted(0.2, 0..=600_u32));
    let family = (days(), 0..=1_439_u32, 1..=1_440_u32, 0..3_usize);
    (option::of(any::<bool>()), school, vec(family, 0..=1))
        .prop_map(|(naar_school, (tijden, plek, deur, alone), familie)| {
            let help = |(dagen, van, length, weken): (Vec<&str>, u32, u32, usize)| {
                let weken = ["alle", "school", "vakantie"][weken];
                json!({ "dagen": dagen, "van": van, "tot": van + length, "weken": weken })
            };
            let tijden: Vec<Value> = tijden
                .into_iter()
                .map(|it| it.map_or(Value::Null, |(a, b)| json!([a, b])))
                .collect();
            json!({
                "naar_school": naar_school,
                "school": {
                    "tijden": tijden,
                    "plek": plek,
                    "deur": deur,
                    "alleen": alone.is_some(),
                    "alleen_thuis": alone.unwrap_or(0),
                },
                "familie": familie.into_iter().map(help).collect::<Vec<_>>(),
            })
        })
        .boxed()
}

/// How care is sold; free hours are of day care only.
pub fn contract(is_dagopvang: bool) -> impl Strategy<Value = Value> {
    let what = (any::<bool>(), 0..=1_u32, 0..=40_u32, 0..=12_u32, option::weighted(0.4, days()));
    let blocks = vec((360..=600_u32, 660..=1_200_u32), 1..=3);
    let around = (
        option::weighted(0.8, 360..=500_u32),
        option::weighted(0.2, days()),
        option::weighted(0.1, 720..=900_u32),
        960..=1_200_u32,
        days(),
    );
    let hours = (0..=480_u32, 960..=1_440_u32, 1..=60_u32, 0..=240_u32);
    let free = if is_dagopvang { 0..=960_u32 } else { 0..=0 };
    (what, blocks, around, hours, (free, 0..=15_u32))
        .prop_map(|(what, blocks, around, hours, (gratis, studiedagen))| {
            let (by_block, plek, schoolweken, vakantieweken, dagen) = what;
            let (voorschool_van, voorschool_dagen, middag_van, middag_tot, open_dagen) = around;
            let (open_van, open_tot, afronden, minimum) = hours;
            let block = |(van, tot): (u32, u32)| json!({ "van": van, "tot": tot });
            json!({
                "afname": if by_block { "blok" } else { "uur" },
                "plek": plek,
                "schoolweken": schoolweken,
                "vakantieweken": vakantieweken,
                "dagen": dagen,
                "blokken": blocks.into_iter().map(block).collect::<Vec<_>>(),
                "voorschool_van": voorschool_van,
                "voorschool_dagen": voorschool_dagen,
                "middag_van": middag_van,
                "middag_tot": middag_tot,
                "open_dagen": open_dagen,
                "open_van": open_van,
                "open_tot": open_tot,
                "afronden": afronden,
                "minimum": minimum,
                "gratis": gratis,
                "studiedagen": studiedagen,
            })
        })
        .boxed()
}

/// Puts a plan into a situation: where there is a contract its hours may follow from it, and with one week the hours
/// curve may go by the days.
pub fn put(situatie: &mut Value, plan: Value, is_computed: bool) {
    let children = situatie["huishouden"]["kinderen"].as_array_mut();
    for child in children.into_iter().flatten() {
        for care in child["opvang"].as_array_mut().into_iter().flatten() {
            if is_computed && !care["contract"].is_null() {
                care["uren_per_maand"] = Value::Null;
            }
        }
    }
    if is_computed && plan["weken"].as_array().is_some_and(|weken| weken.len() == 1) {
        situatie["opvang_schaalt"] = "dagen".into();
    }
    situatie["weekplan"] = plan;
}
