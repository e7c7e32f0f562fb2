//! Everything that is checked from outside, in one binary: a binary for each file took seven times as long to
//! build anew, and 900 MB.
//!
//! A file here is a subject. A new one gets its line below; `tidy.rs` finds one that has none.

/// The checks that the build holds against the amounts.
#[allow(dead_code, unused_imports, reason = "shared with the build script, which uses more of it")]
#[path = "../../calc-core/build/parameters.rs"]
mod build_parameters;
/// The checks that the build holds against the words.
#[allow(dead_code, reason = "shared with the build script, which uses more of it")]
#[path = "../../calc-core/build/texts.rs"]
mod build_texts;

mod added_amounts;
mod calendar;
mod calendar_corners;
mod calendar_opens;
mod calendar_properties;
mod calendar_refusals;
mod calendar_said;
mod circles;
mod comparisons;
mod contract;
mod date_coverage;
mod debts;
mod door_limits;
mod explanations;
mod fields;
mod gemeente;
mod households;
mod json;
mod law_examples;
mod messages;
mod no_panic;
mod parameters;
mod plain_words;
mod properties;
mod refusal_words;
mod refusals;
mod refusals_together;
mod scenario;
mod scheme_keys;
mod scheme_properties;
mod second;
mod te_doen;
mod texts;
mod thresholds;
mod tidy;
mod weeks;
mod worked;
