//! The command from outside, in one binary. A new file gets its line below.

mod batch;
mod command;
mod reported;
