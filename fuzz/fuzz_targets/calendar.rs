//! Thirteen months: a situation is changed here and there into another, computed, and added up again.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| -> Corpus {
    if fuzz::check::calendar(data) { Corpus::Keep } else { Corpus::Reject }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let changed = fuzz::mutate::changed(&data[..size], seed);
    // What does not fit is not tried: half a situation is none.
    if changed.len() > max_size {
        return size;
    }
    data[..changed.len()].copy_from_slice(&changed);
    changed.len()
});
