//! What the two fuzz targets share: how a situation is changed into another, and what must be true of
//! every answer. Apart from libFuzzer, so that it is tested and a finding can be replayed by any program.

pub mod check;
mod fields;
mod luck;
pub mod mutate;
