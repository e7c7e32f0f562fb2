//! The hours curve: the month with the job for every number of hours, where it falls and why, from where it is
//! more than now, and where bijstand ends.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::coverage::Standing;
use crate::engine::disregard::regel_op_dag;
use crate::engine::house::House;
use crate::engine::lines::{Lijn, Lijnen};
use crate::engine::opvang::naar_uren;
use crate::engine::order::situation;
#[cfg(feature = "schulden")]
use crate::engine::schulden::{VanMaand, van_maand_met_baan};
use crate::error::{Error, Problem, Said};
use crate::explain::Explain;
use crate::money::parse_decimal;
use crate::money::{HoursPerWeek, PerMonth, Rounding};
use crate::parameters::Book;
use crate::situatie::{Baan, LoonAfspraak, OpvangSchaalt, Situatie};

const OP_CENTEN: Rounding =
    Rounding::to_cents("urenlijn: maandloon en premie naar rato, op centen");
const MOST_HOURS: u32 = 60;
const MOST_POINTS: u32 = 4_000;
/// Hours she could still ask for instead of those offered.
const NEAR_HOURS: u32 = 8;

/// Which hours the curve has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursOptions {
    /// The first number of hours a week.
    pub from: Decimal,
    /// The last.
    pub to: Decimal,
    /// The distance between two points.
    pub step: Decimal,
}

impl Default for HoursOptions {
    fn default() -> Self {
        Self { from: Decimal::ZERO, to: Decimal::from(40), step: Decimal::ONE }
    }
}

/// One point of the curve.
#[derive(Clone, Copy, Debug)]
pub struct Punt {
    /// Hours a week.
    pub uren: Decimal,
    /// The lines with a job of these hours.
    pub lijnen: Lijnen,
    bijstand: PerMonth,
    /// What creditors take, when they do.
    #[cfg(feature = "schulden")]
    pub schulden: Option<VanMaand>,
}

/// A stretch where more hours leave less.
#[derive(Clone, Debug)]
pub struct Zone {
    /// The last hours before the fall.
    pub van: Decimal,
    /// The lowest point.
    pub tot: Decimal,
    /// How much is lost between the two.
    pub daling: PerMonth,
    /// The lines that fell, largest first, as amounts added to what is left (negative).
    pub oorzaken: Vec<(Lijn, PerMonth)>,
    /// The first later hours that leave more than before the fall.
    pub weer_hoger_vanaf: Option<Decimal>,
}

/// The hours curve.
#[derive(Clone, Debug)]
pub struct Hours {
    /// By which amounts it was computed.
    pub book: Book,
    /// The reference date.
    pub peildatum: Date,
    /// Whether the amounts are those of that day.
    pub status: Standing,
    /// The lines now.
    pub nu: Lijnen,
    /// The points, by rising hours.
    pub punten: Vec<Punt>,
    /// Where it falls.
    pub zones: Vec<Zone>,
    /// The lowest hours from which all leave more than now.
    pub break_even: Option<Decimal>,
    /// The lowest hours without bijstand.
    pub einde_bijstand: Option<Decimal>,
    /// Of the points within eight hours of the job offered the one that leaves most; of equal ones the fewest
    /// hours.
    pub beste_uren: Option<Punt>,
}

/// The hours curve of a situation that was read before.
pub fn hours_of(situatie: &Situatie, options: HoursOptions) -> Result<Hours, Error> {
    check(situatie, options)?;
    let house = House::on(situatie, situatie.peildatum, Explain::No)?;
    let opvang = house.opvang();
    let regel = regel_op_dag(&house);
    let nu = situation(&house, situatie.baan_nu.as_ref(), &opvang, regel, Explain::No)?;
    let mut punten = Vec::new();
    for uren in options.uren() {
        let (baan, opvang) = (met_uren(situatie, uren), naar_uren(&house, &opvang, uren));
        let outcome = situation(&house, Some(&baan), &opvang, regel, Explain::No)?;
        #[cfg(feature = "schulden")]
        let schulden = van_maand_met_baan(&house, &outcome)?;
        punten.push(Punt {
            uren,
            lijnen: outcome.lijnen,
            bijstand: outcome.bijstand.value,
            #[cfg(feature = "schulden")]
            schulden,
        });
    }
    Ok(Hours {
        book: situatie.book,
        peildatum: situatie.peildatum,
        status: house.amounts.standing,
        zones: zones(&punten),
        break_even: break_even(&punten, nu.lijnen.besteedbaar()),
        beste_uren: beste_uren(&punten, situatie.baan.uren_per_week.amount()),
        einde_bijstand: punten.iter().find(|punt| punt.bijstand.is_zero()).map(|punt| punt.uren),
        nu: nu.lijnen,
        punten,
    })
}

impl HoursOptions {
    /// Every number of hours, from the first to the last.
    pub(crate) fn uren(self) -> impl Iterator<Item = Decimal> {
        std::iter::successors(Some(self.from), move |uren| Some(*uren + self.step))
            .take_while(move |uren| *uren <= self.to)
    }
}

/// The job with other hours: an hourly wage stays, a month wage and a pension premium go with the hours.
pub(crate) fn met_uren(situatie: &Situatie, uren: Decimal) -> Baan {
    let afgesproken = situatie.baan.uren_per_week.amount();
    let naar_rato = |bedrag: PerMonth| {
        let deel = (bedrag.amount() * uren).checked_div(afgesproken).unwrap_or(Decimal::ZERO);
        PerMonth::new(deel).rounded(OP_CENTEN)
    };
    let mut baan = situatie.baan;
    baan.uren_per_week = HoursPerWeek::new(uren);
    if let LoonAfspraak::PerMaand(maandloon) = baan.loon {
        baan.loon = LoonAfspraak::PerMaand(naar_rato(maandloon));
    }
    if baan.pensioenpremie.is_positive() {
        baan.pensioenpremie = naar_rato(baan.pensioenpremie);
    }
    baan
}

fn zones(punten: &[Punt]) -> Vec<Zone> {
    let over: Vec<PerMonth> = punten.iter().map(|punt| punt.lijnen.besteedbaar()).collect();
    let zone = |daling: Daling| Zone {
        van: punten[daling.van].uren,
        tot: punten[daling.tot].uren,
        daling: over[daling.van] - over[daling.tot],
        oorzaken: oorzaken(&punten[daling.van].lijnen, &punten[daling.tot].lijnen),
        weer_hoger_vanaf: daling.weer_hoger.map(|later| punten[later].uren),
    };
    dalingen(&over).into_iter().map(zone).collect()
}

/// A run of amounts that are each below the one before, by their places.
pub(crate) struct Daling {
    /// The last before the fall.
    pub(crate) van: usize,
    /// The lowest.
    pub(crate) tot: usize,
    /// The first later one that is above the one before the fall.
    pub(crate) weer_hoger: Option<usize>,
}

/// Every maximal run of amounts that are each below the one before.
pub(crate) fn dalingen<T: PartialOrd>(bedragen: &[T]) -> Vec<Daling> {
    let mut dalingen = Vec::new();
    let mut at = 1;
    while at < bedragen.len() {
        if bedragen[at] >= bedragen[at - 1] {
            at += 1;
            continue;
        }
        let van = at - 1;
        while at < bedragen.len() && bedragen[at] < bedragen[at - 1] {
            at += 1;
        }
        let weer_hoger = (at..bedragen.len()).find(|&later| bedragen[later] > bedragen[van]);
        dalingen.push(Daling { van, tot: at - 1, weer_hoger });
    }
    dalingen
}

/// The lines that contribute less than before, largest fall first.
fn oorzaken(voor: &Lijnen, na: &Lijnen) -> Vec<(Lijn, PerMonth)> {
    let mut gedaald: Vec<(Lijn, PerMonth)> = Lijn::POSTEN
        .into_iter()
        .map(|lijn| (lijn, na.bijdrage(lijn) - voor.bijdrage(lijn)))
        .filter(|(_, bedrag)| *bedrag < PerMonth::ZERO)
        .collect();
    gedaald.sort_unstable_by_key(|(lijn, bedrag)| (*bedrag, *lijn));
    gedaald
}

/// The lowest hours from which they and all more hours leave strictly more than now.
fn break_even(punten: &[Punt], nu: PerMonth) -> Option<Decimal> {
    let boven = punten.iter().rev().take_while(|punt| punt.lijnen.besteedbaar() > nu);
    boven.last().map(|punt| punt.uren)
}

/// The best choice near the hours she is offered.
fn beste_uren(punten: &[Punt], afgesproken: Decimal) -> Option<Punt> {
    let dichtbij = |punt: &&Punt| (punt.uren - afgesproken).abs() <= Decimal::from(NEAR_HOURS);
    let meer = |beste: Punt, punt: &Punt| {
        if punt.lijnen.besteedbaar() > beste.lijnen.besteedbaar() { *punt } else { beste }
    };
    let mut dichtbij = punten.iter().filter(dichtbij);
    let eerste = *dichtbij.next()?;
    Some(dichtbij.fold(eerste, meer))
}

fn problem(pad: &str, reden: &'static str, toegestaan: &'static str) -> Problem {
    Problem::at(pad, Said::of(reden), Said::of(toegestaan))
}

/// Everything that is wrong with the options, whatever the situation is.
pub fn problems_of(options: HoursOptions) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut refuse = |pad, reden, toegestaan| problems.push(problem(pad, reden, toegestaan));
    let most = Decimal::from(MOST_HOURS);
    let within = |hours: Decimal| Decimal::ZERO <= hours && hours <= most;
    if !within(options.from) {
        refuse("from", "uren_buiten_grenzen", "uren_urenlijn");
    }
    if !within(options.to) {
        refuse("to", "uren_buiten_grenzen", "uren_urenlijn");
    } else if options.from > options.to {
        refuse("to", "tot_voor_van", "uren_urenlijn");
    }
    if options.step <= Decimal::ZERO {
        refuse("step", "stap_niet_positief", "stap_urenlijn");
    } else if options.from <= options.to {
        let steps = (options.to - options.from).checked_div(options.step);
        if steps.is_none_or(|steps| steps >= Decimal::from(MOST_POINTS)) {
            refuse("step", "te_veel_punten", "stap_urenlijn");
        }
    }
    problems
}

pub(crate) fn check(situatie: &Situatie, options: HoursOptions) -> Result<(), Error> {
    let mut problems = problems_of(options);
    let baan = &situatie.baan;
    let schaalt = matches!(baan.loon, LoonAfspraak::PerMaand(_))
        || baan.pensioenpremie.is_positive()
        || situatie.opvang_schaalt == OpvangSchaalt::NaarUren;
    if baan.uren_per_week.is_zero() && schaalt {
        problems.push(problem("baan.uren_per_week", "geen_uren_om_te_schalen", "uren_boven_nul"));
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Refused(problems)) }
}

/// Reads a number of hours or a step as the command line and the page give it.
pub fn parse_hours(text: &str) -> Option<Decimal> {
    parse_decimal(text).filter(|_| !text.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(amount: i64) -> PerMonth {
        PerMonth::new(amount.into())
    }

    /// Lines with these amounts, all others nothing.
    fn lijnen(bedragen: &[(Lijn, i64)]) -> Lijnen {
        Lijnen::of(PerMonth::ZERO, |lijn| {
            let given = bedragen.iter().find(|(given, _)| *given == lijn);
            given.map_or(PerMonth::ZERO, |&(_, bedrag)| euros(bedrag))
        })
    }

    /// Points that leave these amounts, at these hours.
    fn punten(besteedbaar: &[(i64, i64)]) -> Vec<Punt> {
        let punt = |&(uren, bedrag): &(i64, i64)| Punt {
            #[cfg(feature = "schulden")]
            schulden: None,
            uren: uren.into(),
            lijnen: lijnen(&[(Lijn::NettoLoon, bedrag)]),
            bijstand: PerMonth::ZERO,
        };
        besteedbaar.iter().map(punt).collect()
    }

    /// From 0 hours on, one hour a point.
    fn elk_uur(besteedbaar: &[i64]) -> Vec<Punt> {
        let met_uren: Vec<(i64, i64)> = (0..).zip(besteedbaar.iter().copied()).collect();
        punten(&met_uren)
    }

    fn situatie(rest: &str) -> Situatie {
        let text = format!(
            r#"{{ "peildatum": "2026-10-01", "huishouden": {{ "geboren": "1994-03-14", "kinderen": [
                {{ "geboren": "2024-05-20", "opvang":
                    [{{ "soort": "dagopvang", "uren_per_maand": "100", "uurprijs": "11" }}] }} ] }}, {rest} }}"#
        );
        Situatie::from_json(&text).expect("a situation")
    }

    #[test]
    fn a_zone_runs_from_the_last_point_before_a_fall_to_the_lowest_and_ends_where_it_is_higher_again()
     {
        let found = |besteedbaar: &[i64]| -> Vec<(u32, u32, i64, Option<u32>)> {
            let hours = |uren: Decimal| u32::try_from(uren).expect("whole hours");
            let amount = |daling: PerMonth| i64::try_from(daling.amount()).expect("whole euros");
            zones(&elk_uur(besteedbaar))
                .iter()
                .map(|zone| {
                    let weer_hoger = zone.weer_hoger_vanaf.map(hours);
                    (hours(zone.van), hours(zone.tot), amount(zone.daling), weer_hoger)
                })
                .collect()
        };
        // 12 at 2 hours falls over 11 to 9 at 4; equal at 5 is no fall; 12 at 6 is not more than 12, 13 at 7 is.
        // 13 at 7 falls to 8 at the end, and nothing comes after it.
        assert_eq!(
            found(&[10, 12, 12, 11, 9, 9, 12, 13, 8]),
            [(2, 4, 3, Some(7)), (7, 8, 5, None)]
        );
        // Down at once; up by one step, which parts two zones that both end above at 4.
        assert_eq!(found(&[9, 5, 6, 4, 10]), [(0, 1, 4, Some(4)), (2, 3, 2, Some(4))]);
        assert_eq!(found(&[1, 1, 2]), []);
        assert_eq!(found(&[]), []);
    }

    #[test]
    fn the_causes_are_the_lines_that_give_less_largest_fall_first_and_costs_that_rose() {
        let voor = lijnen(&[
            (Lijn::NettoLoon, 100),
            (Lijn::Bijstand, 50),
            (Lijn::Zorgtoeslag, 9),
            (Lijn::Huurtoeslag, 40),
            (Lijn::KinderopvangKosten, 10),
            (Lijn::Reiskosten, 8),
        ]);
        // Wage +60, bijstand -30, huurtoeslag -35, care 5 dearer, travel 2 cheaper; zorgtoeslag the same.
        let na = lijnen(&[
            (Lijn::NettoLoon, 160),
            (Lijn::Bijstand, 20),
            (Lijn::Zorgtoeslag, 9),
            (Lijn::Huurtoeslag, 5),
            (Lijn::KinderopvangKosten, 15),
            (Lijn::Reiskosten, 6),
        ]);
        assert_eq!(
            oorzaken(&voor, &na),
            [
                (Lijn::Huurtoeslag, euros(-35)),
                (Lijn::Bijstand, euros(-30)),
                (Lijn::KinderopvangKosten, euros(-5)),
            ]
        );
    }

    #[test]
    fn break_even_is_where_all_later_points_are_above_now() {
        let from = |besteedbaar: &[i64]| break_even(&elk_uur(besteedbaar), euros(10));
        // 20 at 0 is above, 9 at 3 is not: from 4. Equal to now is not above.
        assert_eq!(from(&[20, 10, 11, 9, 11, 12]), Some(4.into()));
        assert_eq!(from(&[9, 10, 11]), Some(2.into()));
        assert_eq!(from(&[11, 12]), Some(0.into()));
        assert_eq!(from(&[11, 12, 10]), None);
    }

    #[test]
    fn the_best_hours_are_within_eight_of_those_offered_and_of_equal_ones_the_fewest() {
        let best = |besteedbaar: &[(i64, i64)]| {
            beste_uren(&punten(besteedbaar), 20.into()).map(|punt| punt.uren)
        };
        // 11 and 29 hours are nine away from 20.
        assert_eq!(best(&[(11, 99), (12, 5), (20, 5), (28, 4), (29, 99)]), Some(12.into()));
        assert_eq!(best(&[(11, 99), (12, 5), (20, 6), (28, 7), (29, 99)]), Some(28.into()));
        assert_eq!(best(&[(0, 1), (11, 99), (29, 99)]), None);
    }

    #[test]
    fn a_month_wage_and_a_premium_go_with_the_hours_and_care_only_when_asked() {
        let per_maand =
            r#""baan": { "uren_per_week": "20", "maandloon": "1000", "pensioenpremie": "50.01" }"#;
        for (schaalt, uren_opvang) in [("vast", "100"), ("naar_uren", "50")] {
            let situatie = situatie(&format!(r#"{per_maand}, "opvang_schaalt": "{schaalt}""#));
            let house =
                House::on(&situatie, situatie.peildatum, Explain::No).expect("a covered date");
            let baan = met_uren(&situatie, 10.into());
            let opvang = naar_uren(&house, &house.opvang(), 10.into());
            // Half of 20 hours: 500, and half of 50.01 on cents, half a cent up.
            assert!(matches!(baan.loon, LoonAfspraak::PerMaand(loon) if loon == euros(500)));
            assert_eq!(baan.pensioenpremie.amount(), Decimal::new(2_501, 2));
            assert_eq!(baan.uren_per_week.amount(), Decimal::TEN);
            let uren_opvang: Decimal = uren_opvang.parse().expect("hours");
            assert_eq!(opvang[0].opvang[0].uren.amount(), uren_opvang, "{schaalt}");
        }
        let situatie = situatie(r#""baan": { "uren_per_week": "20", "uurloon": "15" }"#);
        let baan = met_uren(&situatie, 10.into());
        assert!(matches!(baan.loon, LoonAfspraak::PerUur(loon) if loon.amount() == 15.into()));
    }

    #[test]
    fn the_options_are_within_0_and_60_hours_and_4000_points() {
        let uurloon = r#""baan": { "uren_per_week": "20", "uurloon": "15" }"#;
        let refused = |rest: &str, [from, to, step]: [&str; 3]| -> Vec<String> {
            let hours = |text: &str| text.parse().expect("a number");
            let options = HoursOptions { from: hours(from), to: hours(to), step: hours(step) };
            match check(&situatie(rest), options) {
                Ok(()) => Vec::new(),
                Err(error) => error.problems().into_iter().map(|problem| problem.pad).collect(),
            }
        };
        let none: [&str; 0] = [];
        assert_eq!(refused(uurloon, ["0", "60", "1"]), none);
        assert_eq!(refused(uurloon, ["10", "10", "1"]), none);
        assert_eq!(refused(uurloon, ["60", "60", "1"]), none);
        assert_eq!(refused(uurloon, ["0", "60.5", "1"]), ["to"]);
        assert_eq!(refused(uurloon, ["-1", "40", "1"]), ["from"]);
        assert_eq!(refused(uurloon, ["60.5", "60.5", "1"]), ["from", "to"]);
        assert_eq!(refused(uurloon, ["11", "10", "1"]), ["to"]);
        assert_eq!(refused(uurloon, ["0", "40", "0"]), ["step"]);
        assert_eq!(refused(uurloon, ["0", "40", "-1"]), ["step"]);
        // From 0 to 39.99 by 0.01 are 4,000 points, to 40 one more; from 20 they are 2,001.
        assert_eq!(refused(uurloon, ["0", "39.99", "0.01"]), none);
        assert_eq!(refused(uurloon, ["0", "40", "0.01"]), ["step"]);
        assert_eq!(refused(uurloon, ["20", "40", "0.01"]), none);
        // Nothing can be spread over no hours; an hourly wage need not be.
        for (rest, expected) in [
            (r#""baan": { "uren_per_week": "0", "uurloon": "15" }"#, &none[..]),
            (r#""baan": { "uren_per_week": "0", "maandloon": "900" }"#, &["baan.uren_per_week"]),
            (
                r#""baan": { "uren_per_week": "0", "uurloon": "15", "pensioenpremie": "1" }"#,
                &["baan.uren_per_week"],
            ),
            (
                r#""baan": { "uren_per_week": "0", "uurloon": "15" }, "opvang_schaalt": "naar_uren""#,
                &["baan.uren_per_week"],
            ),
        ] {
            assert_eq!(refused(rest, ["0", "40", "1"]), expected, "{rest}");
        }
    }

    #[test]
    fn hours_are_read_as_plain_decimals() {
        assert_eq!(parse_hours("12.5"), Some(Decimal::new(125, 1)));
        assert_eq!(parse_hours("0"), Some(Decimal::ZERO));
        for text in ["-1", "", "x", "1_000", "+1", "1e1", " 1"] {
            assert_eq!(parse_hours(text), None, "{text:?}");
        }
    }
}
