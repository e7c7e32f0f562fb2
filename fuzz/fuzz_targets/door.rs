//! Arbitrary bytes at the JSON door: what is no situation is refused, with every reason, and never panics.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::check::door(data));
