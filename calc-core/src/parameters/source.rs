//! Where an amount was read.

use jiff::civil::Date;

/// A public document.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// When it was last read.
    pub checked: Date,
}
