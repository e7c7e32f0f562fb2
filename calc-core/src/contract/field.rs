//! What a field of the contract is: what it holds, its bounds, what it takes when it is left out, who is asked.

use crate::value::Unit;

use Absent::{Depends, Refused, Takes};
use Kind::{
    Amount, AmountOrNull, AmountsOrNull, BalanceOrNull, List, Names, NamesOrNull, Times, Whole,
    WholeBetween, WholeBetweenOrNull, Word, Words, WordsOrNull,
};

/// A field of the contract.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Where it stands; `#` is the place in a list, `*` a name.
    pub path: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What happens when it is left out.
    pub absent: Absent,
    /// Who is asked by the page.
    pub asked: Asked,
    /// The version of the contract that has it first.
    #[cfg(feature = "catalogue")]
    pub since: u32,
    /// What it is, for who writes it.
    #[cfg(feature = "catalogue")]
    pub meaning: &'static str,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day.
    Date,
    /// The date of birth of somebody who is of one of these ages.
    Born(Ages),
    /// A decimal from 0 to so many of a unit, with at most two decimals.
    Amount(Unit, u32),
    /// Such a decimal, or `null`.
    AmountOrNull(Unit, u32),
    /// A whole number from 0 to so many of a unit.
    Whole(Unit, u32),
    /// A whole number between two.
    WholeBetween(Unit, u32, u32),
    /// Such a number, or `null`.
    WholeBetweenOrNull(Unit, u32, u32),
    /// A decimal between two, the lower one below zero, or `null`.
    BalanceOrNull(Unit, i32, u32),
    /// Exactly so many decimals from 0 to so much of a unit, each of which may be `null`; or `null`.
    AmountsOrNull(Unit, usize, u32),
    /// Yes or no.
    YesNo,
    /// Yes, no, or `null`.
    YesNoOrNull,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Some of these words.
    Words(&'static [&'static str]),
    /// Some of these words, or `null`.
    WordsOrNull(&'static [&'static str]),
    /// Exactly so many pairs of moments of a day, in minutes from midnight, each of which may be `null`.
    Times(usize),
    /// The code of a municipality whose schemes are known.
    Municipality,
    /// An object with fields of its own.
    Object,
    /// Such an object, or `null`.
    ObjectOrNull,
    /// At most so many objects.
    List(usize),
    /// An object whose keys are names, at most so many.
    Names(usize),
    /// Such an object, or `null`.
    NamesOrNull(usize),
}

/// Ages on the reference date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ages {
    /// 18 to the age of AOW.
    Working,
    /// 18 or older.
    Adult,
    /// Under 18, or expected within nine months.
    ChildOrExpected,
}

/// What happens when a field is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It is refused.
    Refused,
    /// It takes this value, as the contract writes it, and the result says so.
    Takes(&'static str),
    /// It depends on other fields; the meaning says on which.
    Depends,
}

/// Who is asked by the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Everybody whom it concerns.
    Everybody,
    /// Only a coach.
    Coach,
    /// Nobody: it travels in links and files.
    Nobody,
}

impl Field {
    /// The last part of the path.
    pub fn name(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// What it takes when it is left out.
    pub const fn default(&self) -> Option<&'static str> {
        match self.absent {
            Takes(value) => Some(value),
            Refused | Depends => None,
        }
    }

    /// The words it can be.
    pub const fn words(&self) -> &'static [&'static str] {
        match self.kind {
            Word(words) | Words(words) | WordsOrNull(words) => words,
            _ => &[],
        }
    }

    /// The most items of a list, or names of an object.
    pub const fn length(&self) -> usize {
        match self.kind {
            List(most)
            | Names(most)
            | NamesOrNull(most)
            | AmountsOrNull(_, most, _)
            | Times(most) => most,
            _ => 0,
        }
    }

    /// The most it can be: of a number its bound, of a list its length.
    pub fn most(&self) -> i64 {
        match self.kind {
            Amount(_, most)
            | AmountOrNull(_, most)
            | Whole(_, most)
            | WholeBetween(_, _, most)
            | WholeBetweenOrNull(_, _, most)
            | BalanceOrNull(_, _, most)
            | AmountsOrNull(_, _, most) => most.into(),
            List(most) | Names(most) | NamesOrNull(most) => i64::try_from(most).unwrap_or(i64::MAX),
            _ => 0,
        }
    }
}

impl Field {
    /// The least it can be.
    pub fn least(&self) -> i64 {
        match self.kind {
            WholeBetween(_, least, _) | WholeBetweenOrNull(_, least, _) => least.into(),
            BalanceOrNull(_, least, _) => least.into(),
            _ => 0,
        }
    }
}
