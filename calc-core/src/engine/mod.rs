//! One engine under the steady month, the hours and whatever else looks at a household: who lives there, one month on
//! one day, a year out of months, **the order of computation** ([`order`]), and what the law suggests for a field.
//!
//! From the ground up: `amounts` and `huishouden` (whose amounts, who is who), `house` (what no job changes), `rights`
//! (who may have what), `year` (a year out of months), `iack` (the monthly payment that depends on the year), `outcome`
//! and `per_jaar` (what a situation comes to), `totals` (what comes once a year),
//! `order`, `disregard` (the months of the disregard, one after the other), `explanations`.

pub(crate) mod amounts;
pub(crate) mod disregard;
pub(crate) mod explanations;
pub(crate) mod house;
pub(crate) mod huishouden;
pub(crate) mod iack;
pub(crate) mod lines;
pub(crate) mod opvang;
pub(crate) mod order;
pub(crate) mod outcome;
pub(crate) mod per_jaar;
pub(crate) mod rights;
pub(crate) mod schulden;
pub mod suggest;
pub(crate) mod totals;
pub(crate) mod year;
