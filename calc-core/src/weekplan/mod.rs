//! From working times to hours of care, and whether a week fits. Time is in whole minutes; there is no law here.
//!
//! The order of computation stands in `order.rs`: the trip of every shift, when each child needs somebody, what is
//! bought, the hours of a year, whether every shift fits, school holidays. What would be smarter stands in
//! `alternatives`; what it brings in money is worked out elsewhere.

pub mod alternatives;
pub mod buying;
pub mod child;
mod fit;
mod four;
mod holidays;
mod household;
mod order;
mod origin;
pub mod plan;
pub mod possible;
mod reach;
pub mod result;
mod sale;
pub mod time;
pub mod trip;
pub mod year;

pub use four::{as_schoolchild, overgang};
pub use household::{computed, computed_hours, planned};
pub use order::{on_paper, week};
pub use origin::uren_opvang;

#[cfg(test)]
mod tests;
