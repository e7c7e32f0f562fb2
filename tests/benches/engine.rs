//! How long the engine takes: one scheme, the steady month with and without explanations, the hours curve, the
//! calendar with all its what-ifs, the hours curve over twelve months, a week plan with its alternatives, a month with debts.
//!
//! `cargo bench -p tests`; the figures and how to read them stand in `docs/performance.md`.

use std::hint::black_box;

use calc_core::calendar::{calendar_of, hours_over};
use calc_core::hours::{HoursOptions, hours_of};
use calc_core::month::month_of;
use calc_core::single::scheme;
use calc_core::situatie::Schulden;
use calc_core::week::week_of;
use calc_core::{Explain, Situatie};
use criterion::{Criterion, criterion_group, criterion_main};

const FIRST_JOB: &str = include_str!("../../fixtures/households/first-job.json");
const THREE_CHILDREN: &str = include_str!("../../fixtures/households/three-children.json");
const IN_DECEMBER: &str = include_str!("../../fixtures/calendars/e1-start-in-december.json");
const WITH_A_SISTER: &str = include_str!("../../fixtures/calendars/e8-sister-living-in.json");
const TWO_PLACES: &str = include_str!("../../fixtures/weeks/two-places.json");
const AFTER_SCHOOL: &str = include_str!("../../fixtures/weeks/after-school.json");
const WITH_A_BAILIFF: &str = include_str!("../../fixtures/worked/mother-with-a-bailiff.json");
const COUPLE: &str = include_str!("../../fixtures/households/couple.json");

fn situatie(json: &str) -> Situatie {
    Situatie::from_json(json).expect("a household of the fixtures is accepted")
}

fn engine(criterion: &mut Criterion) {
    let households = [FIRST_JOB, THREE_CHILDREN, COUPLE].map(situatie);
    criterion.bench_function("households/door-and-month", |bench| {
        let texts = [FIRST_JOB, THREE_CHILDREN, COUPLE];
        bench.iter(|| texts.map(|json| month_of(&situatie(black_box(json)), Explain::No).is_ok()));
    });
    let keys = ["toetsingsinkomen=32000".to_owned()];
    criterion.bench_function("scheme/zorgtoeslag", |bench| {
        bench.iter(|| scheme("zorgtoeslag", "2026-10-01", black_box(&keys)));
    });
    criterion.bench_function("door/three-children", |bench| {
        bench.iter(|| Situatie::from_json(black_box(THREE_CHILDREN)));
    });
    // 99 kB of fields nobody knows.
    let unknown: Vec<String> = (0..10_000).map(|at| format!("\"k{at}\":1")).collect();
    let unknown = FIRST_JOB.replacen('{', &format!("{{{},", unknown.join(",")), 1);
    criterion.bench_function("door/10000-unknown-keys", |bench| {
        bench.iter(|| Situatie::from_json(black_box(&unknown)).is_err());
    });
    for (name, household) in ["first-job", "three-children", "couple"].into_iter().zip(&households)
    {
        criterion.bench_function(&format!("month/{name}"), |bench| {
            bench.iter(|| month_of(black_box(household), Explain::No));
        });
        criterion.bench_function(&format!("month-explained/{name}"), |bench| {
            bench.iter(|| month_of(black_box(household), Explain::Yes));
        });
        criterion.bench_function(&format!("hours-41/{name}"), |bench| {
            bench.iter(|| hours_of(black_box(household), HoursOptions::default()));
        });
    }
}

fn calendar(criterion: &mut Criterion) {
    let calendars = [("december", IN_DECEMBER), ("sister", WITH_A_SISTER)];
    for (name, json) in calendars {
        let household = Situatie::for_calendar(json).expect("a calendar of the fixtures");
        criterion.bench_function(&format!("calendar/{name}"), |bench| {
            bench.iter(|| calendar_of(black_box(&household), Explain::No));
        });
        criterion.bench_function(&format!("calendar-explained/{name}"), |bench| {
            bench.iter(|| calendar_of(black_box(&household), Explain::Yes));
        });
        criterion.bench_function(&format!("hours-over-41/{name}"), |bench| {
            bench.iter(|| hours_over(black_box(&household), HoursOptions::default()));
        });
    }
}

fn week(criterion: &mut Criterion) {
    let weeks = [("two-places", TWO_PLACES), ("after-school", AFTER_SCHOOL)];
    for (name, json) in weeks {
        let household = situatie(json);
        criterion.bench_function(&format!("week/{name}"), |bench| {
            bench.iter(|| week_of(black_box(&household)));
        });
        criterion.bench_function(&format!("week-door/{name}"), |bench| {
            bench.iter(|| situatie(black_box(json)));
        });
    }
}

/// The same household with debts and without.
fn debts(criterion: &mut Criterion) {
    let with = situatie(WITH_A_BAILIFF);
    let without = Situatie { schulden: Schulden::default(), ..with.clone() };
    for (name, household) in [("without", without), ("with", with)] {
        criterion.bench_function(&format!("debts/{name}"), |bench| {
            bench.iter(|| month_of(black_box(&household), Explain::No));
        });
    }
}

criterion_group!(benches, engine, calendar, week, debts);
criterion_main!(benches);
