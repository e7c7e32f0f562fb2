//! The eight questions, one file each, and what only a coach is asked.

pub mod care;
pub mod checks;
pub mod family;
pub mod hours;
pub mod housemate;
pub mod more;
pub mod price;
pub mod rent;
pub mod start;
pub mod wage;
