//! Drawings. Each has a sentence above it and a table that says the same.
//!
//! They are as wide as there is room: places from left to right are shares of the width, so that letters keep the
//! size they have on the page. Only what has no letters is stretched.

mod hours_drawing;
pub mod hours_input;
pub mod hours_line;
pub mod now_then;
pub mod svg;
