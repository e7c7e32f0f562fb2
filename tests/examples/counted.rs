//! One question so many times, for counting instructions, which no other program on the machine moves: what one costs
//! is the difference between two runs.
//!
//! ```text
//! cargo build --profile native -p tests --example counted
//! count="valgrind --tool=callgrind --callgrind-out-file=/dev/null target/native/examples/counted"
//! for n in 1 11; do $count curve fixtures/households/first-job.json $n; done
//! ```

use calc_core::calendar::{calendar_of, hours_over};
use calc_core::hours::hours_of;
use calc_core::month::month_of;
use calc_core::situatie::Schulden;
use calc_core::week::week_of;
use calc_core::{Error, Explain, HoursOptions, Situatie};
use tests::{read, repository};

const USAGE: &str = "month, explained, without-debts, curve, week, calendar, calendar-explained or curve-over, a file of the \
    repository, and how many times";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [question, file, times] = args.as_slice() else { panic!("{USAGE}") };
    let json = read(&repository(file));
    let situatie = match question.as_str() {
        "calendar" | "calendar-explained" | "curve-over" => Situatie::for_calendar(&json),
        _ => Situatie::from_json(&json),
    };
    let mut situatie = situatie.expect("a situation");
    if question == "without-debts" {
        situatie.schulden = Schulden::default();
    }
    for _ in 0..times.parse::<u32>().expect(USAGE) {
        ask(question, &situatie).expect("an answer");
    }
}

fn ask(question: &str, situatie: &Situatie) -> Result<(), Error> {
    let hours = HoursOptions::default();
    match question {
        "month" | "without-debts" => month_of(situatie, Explain::No).map(drop),
        "explained" => month_of(situatie, Explain::Yes).map(drop),
        "curve" => hours_of(situatie, hours).map(drop),
        "week" => week_of(situatie).map(drop),
        "calendar" => calendar_of(situatie, Explain::No).map(drop),
        "calendar-explained" => calendar_of(situatie, Explain::Yes).map(drop),
        "curve-over" => hours_over(situatie, hours).map(drop),
        _ => panic!("{USAGE}"),
    }
}
