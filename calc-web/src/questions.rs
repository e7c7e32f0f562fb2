//! The eight questions, one file each.

pub mod care;
pub mod checks;
pub mod family;
pub mod hours;
pub mod housemate;
pub mod price;
pub mod rent;
pub mod start;
pub mod wage;
