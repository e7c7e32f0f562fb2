//! The parts of the page: each a function from the page or the answer to what is shown. They are plain
//! functions, not components of Yew: nothing in them keeps a state of its own, and each component costs some
//! eight kilobytes of wasm.

pub mod amount;
pub mod answer;
pub mod bill;
pub mod choice;
pub mod doors;
pub mod explanation;
pub mod field;
pub mod filled;
pub mod gemeente;
pub mod headline;
pub mod languages;
pub mod lines;
pub mod live;
pub mod month_year;
pub mod notes;
pub mod notice;
pub mod number_field;
pub mod phases;
pub mod privacy;
pub mod question;
pub mod scenarios;
pub mod select;
pub mod sheet;
pub mod steps;
pub mod table;
pub mod todo;
pub mod tools;
pub mod year;
