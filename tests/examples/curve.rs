//! The hours curve so many times, for counting instructions: what one costs is the difference between two runs.
//!
//! ```text
//! cargo build --release -p tests --example curve
//! for n in 1 11; do valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/examples/curve $n; done
//! ```

use calc_core::hours::hours_of;
use calc_core::{HoursOptions, Situatie};

fn main() {
    let times: usize = std::env::args().nth(1).and_then(|it| it.parse().ok()).unwrap_or(1);
    let situatie = Situatie::from_json(&tests::household("first-job")).expect("a household");
    for _ in 0..times {
        let curve = hours_of(&situatie, HoursOptions::default()).expect("a curve");
        assert_eq!(curve.punten.len(), 41);
    }
}
