//! Changes a situation into another: a value here, a child, a job or a partner more or less there. What
//! comes out is nearly always a situation still, so that the computation is reached and not only its door.

use serde_json::{Map, Value, json};

use crate::fields::{Field, of, value, wages};
use crate::luck::Luck;

const MOST_CHANGES: u64 = 5;
const MOST_CHILDREN: usize = 12;
const MOST_CONTRACTS: usize = 4;
const MOST_HOUSEMATES: usize = 10;

/// Another situation, near the one that is given; from a plain one when none is given.
pub fn changed(data: &[u8], seed: u32) -> Vec<u8> {
    let mut luck = Luck::new(seed);
    let given = serde_json::from_slice(data).ok().filter(Value::is_object);
    let mut situatie = given.unwrap_or_else(plain);
    for _ in 0..luck.within(1, MOST_CHANGES) {
        change(&mut situatie, &mut luck);
    }
    // Once in a while what does not go together stays.
    if !luck.once_in(32) {
        reconcile(&mut situatie);
    }
    situatie.to_string().into_bytes()
}

fn plain() -> Value {
    json!({
        "peildatum": "2026-10-01",
        "huishouden": { "geboren": "1994-03-14", "kinderen": [{ "geboren": "2024-05-20" }] },
        "baan": { "uren_per_week": "20", "uurloon": "15.00" }
    })
}

fn change(situatie: &mut Value, luck: &mut Luck) {
    match luck.below(18) {
        0 => one_more_or_less(
            situatie,
            "/huishouden",
            "kinderen",
            MOST_CHILDREN,
            &of("huishouden.kinderen.#"),
            luck,
        ),
        1 => one_more_or_less(
            situatie,
            "/huishouden",
            "inwonenden",
            MOST_HOUSEMATES,
            &of("huishouden.inwonenden.#"),
            luck,
        ),
        2 => {
            let children = situatie.pointer("/huishouden/kinderen").and_then(Value::as_array);
            let child = luck.place(children.map_or(0, Vec::len));
            let path = format!("/huishouden/kinderen/{child}");
            one_more_or_less(
                situatie,
                &path,
                "opvang",
                MOST_CONTRACTS,
                &of("huishouden.kinderen.#.opvang.#"),
                luck,
            );
        }
        3 => there_or_not(
            situatie,
            "/huishouden",
            "partner",
            |luck| whole(&of("huishouden.partner"), luck),
            luck,
        ),
        4 => there_or_not(situatie, "", "baan_nu", job, luck),
        5 => there_or_not(situatie, "", "bijstand", |luck| whole(&of("bijstand"), luck), luck),
        6 => wage(situatie, luck),
        7 => there_or_not(situatie, "", "kalender", |luck| whole(&of("kalender"), luck), luck),
        _ => one_value(situatie, luck),
    }
}

/// Every object of the situation with the fields it may have.
fn objects(situatie: &Value) -> Vec<(String, Vec<Field>)> {
    let mut found = vec![(String::new(), of(""))];
    let mut add = |path: String, fields| {
        if situatie.pointer(&path).is_some_and(Value::is_object) {
            found.push((path, fields));
        }
    };
    add("/huishouden".to_owned(), of("huishouden"));
    add("/huishouden/partner".to_owned(), of("huishouden.partner"));
    add("/bijstand".to_owned(), of("bijstand"));
    add("/baan".to_owned(), of("baan"));
    add("/baan_nu".to_owned(), of("baan"));
    add("/kalender".to_owned(), of("kalender"));
    add("/kalender/betaaldagen".to_owned(), of("kalender.betaaldagen"));
    for child in 0..MOST_CHILDREN {
        add(format!("/huishouden/kinderen/{child}"), of("huishouden.kinderen.#"));
        for contract in 0..MOST_CONTRACTS {
            add(
                format!("/huishouden/kinderen/{child}/opvang/{contract}"),
                of("huishouden.kinderen.#.opvang.#"),
            );
        }
    }
    for housemate in 0..MOST_HOUSEMATES {
        add(format!("/huishouden/inwonenden/{housemate}"), of("huishouden.inwonenden.#"));
    }
    found
}

/// Sets one field anew, or leaves it out.
fn one_value(situatie: &mut Value, luck: &mut Luck) {
    let objects = objects(situatie);
    let (path, fields) = luck.pick(&objects);
    let (name, kind) = *luck.pick(fields);
    if let Some(object) = object_at(situatie, path) {
        if luck.once_in(16) {
            object.remove(name);
        } else {
            let new = value(kind, object.get(name), luck);
            object.insert(name.to_owned(), new);
        }
    }
}

/// Adds one to a list, or takes one away.
fn one_more_or_less(
    situatie: &mut Value,
    path: &str,
    name: &str,
    most: usize,
    fields: &[Field],
    luck: &mut Luck,
) {
    let Some(object) = object_at(situatie, path) else {
        return;
    };
    let list = object.entry(name).or_insert_with(|| json!([]));
    let Some(list) = list.as_array_mut() else {
        return;
    };
    if list.is_empty() || (list.len() < most && luck.once_in(2)) {
        list.push(whole(fields, luck));
    } else {
        list.remove(luck.place(list.len()));
    }
}

/// Adds an object or takes it away.
fn there_or_not(
    situatie: &mut Value,
    path: &str,
    name: &str,
    new: fn(&mut Luck) -> Value,
    luck: &mut Luck,
) {
    let Some(object) = object_at(situatie, path) else {
        return;
    };
    if object.get(name).is_some_and(Value::is_object) && luck.once_in(2) {
        object.remove(name);
    } else {
        object.insert(name.to_owned(), new(luck));
    }
}

/// The wage of one of the jobs, by the hour or by the month.
fn wage(situatie: &mut Value, luck: &mut Luck) {
    let path = *luck.pick(&["/baan", "/baan", "/baan_nu"]);
    if let Some(job) = object_at(situatie, path) {
        let (name, kind) = *luck.pick(&wages());
        let new = value(kind, job.get(name), luck);
        for (either, _) in wages() {
            job.remove(either);
        }
        job.insert(name.to_owned(), new);
    }
}

fn job(luck: &mut Luck) -> Value {
    let mut job = Map::new();
    let hours = of("baan").into_iter().find(|(name, _)| *name == "uren_per_week");
    for (name, kind) in hours.into_iter().chain([*luck.pick(&wages())]) {
        job.insert(name.to_owned(), value(kind, None, luck));
    }
    Value::Object(job)
}

/// An object with all its fields.
fn whole(fields: &[Field], luck: &mut Luck) -> Value {
    let all = fields.iter().map(|(name, kind)| ((*name).to_owned(), value(*kind, None, luck)));
    Value::Object(all.collect())
}

fn object_at<'a>(situatie: &'a mut Value, path: &str) -> Option<&'a mut Map<String, Value>> {
    situatie.pointer_mut(path)?.as_object_mut()
}

/// Mends what the contract refuses together.
fn reconcile(situatie: &mut Value) {
    let text = |path: &str| situatie.pointer(path).and_then(Value::as_str).map(str::to_owned);
    let young = text("/huishouden/geboren")
        .zip(text("/peildatum"))
        .is_some_and(|(born, day)| is_below_21(&born, &day));
    let before_2027 = text("/peildatum").is_some_and(|day| day.as_str() < "2027");
    let bijstand = situatie
        .as_object_mut()
        .map(|object| object.entry("bijstand").or_insert_with(|| json!({})))
        .and_then(Value::as_object_mut);
    if let Some(bijstand) = bijstand {
        if young {
            bijstand.entry("beroep_op_ouders").or_insert(json!(false));
        } else {
            bijstand.remove("beroep_op_ouders");
        }
        if before_2027 {
            bijstand.remove("vrijlating_34a_maanden");
        }
        if bijstand.get("vrijlating_r_maanden").is_some_and(|months| *months != json!(0)) {
            bijstand.insert("vrijlating_n_maanden".to_owned(), json!(6));
        }
    }
    let housemates = situatie.pointer_mut("/huishouden/inwonenden").and_then(Value::as_array_mut);
    for housemate in housemates.into_iter().flatten().filter_map(Value::as_object_mut) {
        let of = |name: &str| housemate.get(name).and_then(Value::as_str)?.parse::<f64>().ok();
        if of("arbeidsinkomen_jaar") > of("inkomen_jaar") {
            housemate.remove("arbeidsinkomen_jaar");
        }
    }
}

fn is_below_21(born: &str, day: &str) -> bool {
    let split = |text: &str| {
        let (year, rest) = text.split_once('-')?;
        Some((year.parse::<u32>().ok()?, rest.to_owned()))
    };
    split(born).zip(split(day)).is_some_and(|((year, rest), day)| (year + 21, rest) > day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    #[test]
    fn nearly_all_that_comes_out_is_a_situation() {
        let mut data = Vec::new();
        let mut situations = 0;
        for seed in 0..300 {
            let next = changed(&data, seed);
            if check::month(&next) {
                situations += 1;
                data = next;
            }
        }
        assert!(situations > 200, "{situations} of 300");
    }

    #[test]
    fn the_same_seed_changes_the_same() {
        assert_eq!(changed(b"{}", 7), changed(b"{}", 7));
        assert_ne!(changed(b"", 7), changed(b"", 8));
    }
}
