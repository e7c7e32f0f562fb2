//! Drawings. Each has a sentence above it and a table that says the same.

pub mod hours_drawing;
pub mod hours_line;
mod scale;
