//! How much of anything there can be: the bounds of the contract, and of what a link or a file may bring. Whatever
//! comes from outside is held against them in [`crate::sound`].

use calc_core::contract::fields;

/// Children who live with her.
pub const MOST_CHILDREN: usize = fields::KINDEREN.length();
/// Contracts of one child.
pub const MOST_CONTRACTS: usize = fields::OPVANG.length();
/// Adults who live in.
pub const MOST_HOUSEMATES: usize = fields::INWONENDEN.length();
/// The contract's case is nested less.
pub const DEEPEST: usize = 16;
/// More bytes than this are no case, nor four of them.
pub const LONGEST_TEXT: usize = 200_000;
/// More answers than this has no situation.
pub const MOST_ANSWERS: usize = 500;
/// A longer answer has no field.
pub const LONGEST_ANSWER: usize = 300;
