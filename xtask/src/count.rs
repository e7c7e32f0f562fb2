//! Counts tests from what the test runners print.

/// How many passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Count {
    /// A check counts as one test.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// A check that failed.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Adds what a line of output counts, if it counts something.
    pub fn see(&mut self, line: &str) {
        let counted = cargo_line(line).or_else(|| node_line(line)).or_else(|| pytest_line(line));
        self.add(counted.unwrap_or_default());
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// `test result: ok. 5 passed; 0 failed; …` of cargo test.
fn cargo_line(line: &str) -> Option<Count> {
    let results = line.strip_prefix("test result: ")?;
    let number_before = |what: &str| {
        let words: Vec<&str> = results.split([' ', ';', '.']).filter(|w| !w.is_empty()).collect();
        words.windows(2).find(|pair| pair[1] == what).and_then(|pair| pair[0].parse().ok())
    };
    Some(Count { passed: number_before("passed")?, failed: number_before("failed")? })
}

/// `ℹ pass 5`, `ℹ fail 0` or `ℹ cancelled 0` of node's runner.
fn node_line(line: &str) -> Option<Count> {
    let (what, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match what {
        "pass" => Some(Count { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Count { passed: 0, failed: number }),
        _ => None,
    }
}

/// `1 failed, 63 passed, 1 skipped in 3.21s` of pytest.
fn pytest_line(line: &str) -> Option<Count> {
    let (results, _) = line.split_once(" in ")?;
    let mut count = Count::default();
    for result in results.split(", ") {
        let (number, what) = result.split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match what {
            "passed" => count.passed += number,
            "failed" | "error" | "errors" => count.failed += number,
            "skipped" | "deselected" | "warning" | "warnings" => {}
            _ => return None,
        }
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_runner_are_summed() {
        let mut count = Count::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
            "ℹ tests 5",
            "ℹ pass 3",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "ℹ skipped 0",
            "ℹ duration_ms 91.4",
            "SKIPPED [1] bulk/tests/test_engines.py:113: Spark is not installed",
            "2 failed, 20 passed, 1 skipped, 3 warnings in 63.21s (0:01:03)",
            "1 error in 0.12s",
        ] {
            count.see(line);
        }
        assert_eq!(count, Count { passed: 27, failed: 7 });
    }
}
