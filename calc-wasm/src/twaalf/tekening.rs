//! The thirteen months as a drawing: what is on her account, what of it is really hers, the lowest point, and the days on
//! which money comes and goes.

use calc_core::calendar::{Calendar, Code, Maand};
use calc_core::format;
use calc_core::value::Value;
use jiff::civil::Date;

use super::Woorden;
use crate::drawing::columns::{CLASSES, Column, Columns, Days, Lowest, Shape, key_of_column};
use crate::markup::Markup;

/// The key of its words, its mark, and whether a code is of it.
type Soort = (&'static str, Shape, fn(Code) -> bool);

/// The kinds of days that are marked, from top to bottom.
const DAGEN: [Soort; 4] = [
    ("dag_loon", Shape::Disc, |code| code == Code::NettoLoon),
    ("dag_bijstand", Shape::Square, |code| code == Code::Bijstand),
    ("dag_toeslagen", Shape::Up, |code| matches!(code, Code::Toeslag(_))),
    ("dag_opvang", Shape::Down, |code| code == Code::Opvang),
];

/// The drawing, with what its marks mean.
pub fn tekening(calendar: &Calendar, w: Woorden) -> Markup {
    let laagste = calendar.samenvatting.laagste;
    let dagen = DAGEN.map(|(key, shape, is_van)| (key, Days { shape, at: op(calendar, is_van) }));
    let dagen: Vec<(&str, Days)> =
        dagen.into_iter().filter(|(_, days)| !days.at.is_empty()).collect();
    let sleutels = sleutels(&dagen, w);
    let columns = Columns {
        columns: calendar.maanden.iter().map(|maand| kolom(maand, w)).collect(),
        days: dagen.into_iter().map(|(_, days)| days).collect(),
        lowest: Lowest {
            at: (nummer(calendar, laagste.datum), deel(laagste.datum)),
            value: laagste.bedrag.amount(),
            words: [
                w.t_met("laagste_kort", &[("bedrag", w.met_teken(laagste.bedrag))]),
                format::value(w.0, &Value::Date(laagste.datum)),
            ],
        },
        name: w.t("maanden_tekening"),
        axis: w.t("maanden_as"),
    };
    [columns.draw(&|amount| format::euro_whole(w.0, amount)), sleutels].into()
}

fn kolom(maand: &Maand, w: Woorden) -> Column {
    Column {
        name: [w.maand_kort(maand.maand), maand.maand.year().to_string()],
        wide: maand.eind.amount(),
        narrow: maand.echt_van_haar.amount(),
    }
}

/// The days on which something of a kind moves, each once.
fn op(calendar: &Calendar, is_van: fn(Code) -> bool) -> Vec<(usize, f64)> {
    let in_maand = |(at, maand): (usize, &Maand)| {
        let stromen = maand.stromen.iter().filter(|stroom| is_van(stroom.code));
        let mut dagen: Vec<Date> = stromen.map(|stroom| stroom.datum).collect();
        dagen.dedup();
        dagen.into_iter().map(move |dag| (at, deel(dag))).collect::<Vec<_>>()
    };
    calendar.maanden.iter().enumerate().flat_map(in_maand).collect()
}

/// How much of its month is over in the middle of a day.
fn deel(dag: Date) -> f64 {
    (f64::from(dag.day()) - 0.5) / f64::from(dag.days_in_month())
}

/// Which of the months a day is in.
fn nummer(calendar: &Calendar, dag: Date) -> usize {
    let is_in = |maand: &Maand| maand.maand == dag.first_of_month();
    calendar.maanden.iter().position(is_in).unwrap_or_default()
}

fn sleutels(dagen: &[(&str, Days)], w: Woorden) -> Markup {
    let kolommen = ["kolom_eind", "kolom_echt"].into_iter().zip(CLASSES);
    let kolommen = kolommen.map(|(key, class)| (key, key_of_column(class)));
    let dagen = dagen.iter().map(|(key, days)| (*key, days.shape.key()));
    let een = |(key, teken): (&str, Markup)| Markup::element("li", &[], [teken, w.t(key).into()]);
    Markup::element(
        "ul",
        &[("class", "sleutels")],
        kolommen.chain(dagen).map(een).collect::<Markup>(),
    )
}
