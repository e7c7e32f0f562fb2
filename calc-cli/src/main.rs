//! The `calc` command.
fn main() {}
