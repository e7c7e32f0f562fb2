//! Made-up households of every kind, one a line: the same ones every time. For tests in other languages.
//!
//! ```text
//! cargo run -q -p tests --example households -- 500 > households.jsonl
//! ```

use std::io::{self, BufWriter, Write};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

fn main() -> io::Result<()> {
    let count = std::env::args().nth(1).and_then(|count| count.parse::<u32>().ok());
    let count = count.expect("how many households");
    let mut runner = TestRunner::deterministic();
    let households = tests::generate::situatie();
    let mut out = BufWriter::new(io::stdout().lock());
    for id in 0..count {
        let household = households.new_tree(&mut runner).expect("a household").current();
        // Every number is an id that its line can be found by.
        let fields = household.to_string();
        writeln!(out, "{{\"id\":{id},{}", &fields[1..])?;
    }
    out.flush()
}
