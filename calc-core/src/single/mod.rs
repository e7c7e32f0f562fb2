//! One scheme alone, asked by name with `key=value`: for checking against published tables.

mod answer;
mod keys;
mod run;

use jiff::civil::Date;

use crate::contract::door::{Door, shortened};
use crate::dates;
use crate::error::Error;
pub use answer::{Answer, statuses};
use keys::Keys;

/// A scheme that can be asked alone.
pub struct Scheme {
    /// Its name.
    pub name: &'static str,
    /// Its keys with their defaults; `None`: required.
    pub keys: &'static [(&'static str, Option<&'static str>)],
    run: fn(&mut Keys, Date) -> Result<Answer, Error>,
}

/// All schemes, in the order of the contract.
pub static SCHEMES: &[Scheme] = &[
    Scheme { name: "loonheffing", keys: &[("loon", None), KORTING], run: run::loonheffing },
    Scheme {
        name: "bijzonder_tarief",
        keys: &[("jaarloon", None), KORTING],
        run: run::bijzonder_tarief,
    },
    Scheme {
        name: "inkomensvrijlating",
        keys: &[("ink", None), ("regel", None)],
        run: run::inkomensvrijlating,
    },
    Scheme {
        name: "vakantiegeld_claim",
        keys: &[("geteld", None), KORTING],
        run: run::vakantiegeld_claim,
    },
    Scheme { name: "kostendelersnorm", keys: &[("aantal", None)], run: run::kostendelersnorm },
    Scheme {
        name: "zorgtoeslag",
        keys: &[INKOMEN, ("partner", Some("false"))],
        run: run::zorgtoeslag,
    },
    Scheme {
        name: "huurtoeslag",
        keys: &[
            INKOMEN,
            ("kale_huur", None),
            ("personen", Some("1")),
            ("alle_onder_21", Some("false")),
        ],
        run: run::huurtoeslag,
    },
    Scheme {
        name: "kindgebonden_budget",
        keys: &[INKOMEN, ("kinderen", None), ("alleenstaand", Some("true"))],
        run: run::kindgebonden_budget,
    },
    Scheme { name: "kinderbijslag", keys: &[("leeftijd", None)], run: run::kinderbijslag },
    Scheme {
        name: "kinderopvangtoeslag",
        keys: &[INKOMEN, ("opvang", None)],
        run: run::kinderopvangtoeslag,
    },
    Scheme { name: "iack", keys: &[("arbeidsinkomen", None)], run: run::iack },
    Scheme {
        name: "bruto_bijstand",
        keys: &[
            ("netto_jaar", None),
            ("fiscaal_loon", Some("0")),
            ("vakantiegeld_bruto", Some("0")),
            KORTING,
        ],
        run: run::bruto_bijstand,
    },
    Scheme {
        name: "beslagvrije_voet",
        keys: &[("leefsituatie", None), INKOMEN],
        run: run::beslagvrije_voet,
    },
];

const KORTING: (&str, Option<&str>) = ("loonheffingskorting", Some("true"));
const INKOMEN: (&str, Option<&str>) = ("toetsingsinkomen", None);

/// Computes one scheme. `keys` are `key=value` pairs; every problem is listed.
///
/// ```
/// use calc_core::single::scheme;
///
/// // As published for the second half of 2024, for a child of three: 281.69 euro a quarter.
/// let answer = scheme("kinderbijslag", "2024-07-01", &["leeftijd=3".to_owned()])?;
/// assert_eq!(answer.fields[0].1.to_string(), "281.69");
/// # Ok::<(), calc_core::Error>(())
/// ```
pub fn scheme(name: &str, date: &str, given: &[String]) -> Result<Answer, Error> {
    let mut door = Door::default();
    let scheme = SCHEMES.iter().find(|scheme| scheme.name == name);
    if scheme.is_none() {
        let names: Vec<&str> = SCHEMES.iter().map(|scheme| scheme.name).collect();
        let waarde = [("waarde", shortened(name))];
        door.refuse(
            "regeling".to_owned(),
            "onbekend_woord",
            &waarde,
            "een_van",
            &[("woorden", names.join(", "))],
        );
    }
    let day = dates::parse(date);
    if day.is_none() {
        door.refuse(
            "date".to_owned(),
            "geen_datum",
            &[("waarde", shortened(date))],
            "een_datum",
            &[],
        );
    }
    let Some(scheme) = scheme else {
        return Err(door.into_error());
    };
    let mut keys = Keys::read(door, scheme.keys, given);
    // Without a day there is no answer, but the keys are read all the same: every problem is told at once.
    let answer = (scheme.run)(&mut keys, day.unwrap_or(Date::MIN));
    if !keys.is_refused() {
        return answer.map_err(|error| named(error, scheme.name));
    }
    let mut problems = keys.into_error().problems();
    if let (Some(_), Err(error @ Error::NotInForce { .. })) = (day, answer) {
        problems.extend(named(error, scheme.name).problems());
    }
    Err(Error::Refused(problems))
}

/// The same error under the name of the scheme that was asked for.
fn named(error: Error, name: &'static str) -> Error {
    match error {
        Error::NotInForce { date, covered, .. } => {
            Error::NotInForce { scheme: name, date, covered }
        }
        error => error,
    }
}
