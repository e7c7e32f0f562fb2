//! The explanation is the evaluation: a rule records each value in the line that computes it, so that
//! the amount and the story behind it cannot drift apart.
//!
//! Recording costs allocations, so a caller that only wants amounts (the hours curve, the search for the
//! monthly IACK) says [`Explain::No`]; the rule itself is the same line of code.

use std::sync::Arc;

use crate::money::{Rounding, Rounds};
use crate::parameters::{About, Param};
use crate::value::{Shown, Value};

/// Whether anything is recorded at all: without the feature `explain` every rule is amounts only, and its names, articles and
/// sources are not in the program.
const RECORDS: bool = cfg!(feature = "explain");

/// Whether the explanation is recorded beside the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explain {
    /// Amounts only.
    No,
    /// Amounts and how they came about.
    Yes,
}

impl Explain {
    /// Whether it is asked for, and this program has it.
    pub const fn records(self) -> bool {
        RECORDS && matches!(self, Self::Yes)
    }
}

/// Why a scheme pays nothing: a stable code (its words stand in the texts) and the article that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reason {
    /// Stable code, a key of the texts.
    pub code: &'static str,
    /// The article of law.
    pub article: &'static str,
}

/// One step of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A fact the rule starts from.
    Input {
        /// Key of the texts, local to the rule.
        name: &'static str,
        /// The fact.
        value: Value,
    },
    /// A dated amount of law.
    Param {
        /// The parameter with its source, date and status.
        about: &'static About,
        /// Its value.
        value: Value,
    },
    /// A value worked out from those before it.
    Computed {
        /// Key of the texts, local to the rule.
        name: &'static str,
        /// The outcome.
        value: Value,
    },
    /// A value rounded by a cited rule.
    Rounded {
        /// Key of the texts, local to the rule.
        name: &'static str,
        /// The rounded value.
        value: Value,
        /// What asks for the rounding.
        article: &'static str,
    },
    /// Another rule's whole explanation, so that the reader can open it.
    Rule(Arc<Explanation>),
}

/// How one amount came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The rule: a key of the texts and the name of the function.
    pub rule: &'static str,
    /// The article of law.
    pub article: &'static str,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// What came out.
    pub result: Value,
    /// Why it came out at nothing, when it did.
    pub reason: Option<Reason>,
}

/// An amount together with how it came about (when that was asked for) and, when it is nothing, why.
#[must_use]
#[derive(Clone, Debug)]
pub struct Explained<T> {
    /// The amount.
    pub value: T,
    /// How it came about; `None` with [`Explain::No`].
    pub explanation: Option<Arc<Explanation>>,
    /// Why there is nothing.
    pub reason: Option<Reason>,
}

/// A rule at work: what it looks at is recorded in the line that uses it.
pub struct Working {
    rule: &'static str,
    article: &'static str,
    steps: Option<Vec<Step>>,
}

impl Working {
    /// Starts a rule, named as in the texts, with the article it applies.
    pub fn of(rule: &'static str, article: &'static str, explain: Explain) -> Self {
        Self { rule, article, steps: explain.records().then(Vec::new) }
    }

    /// Where the steps go; nowhere when nothing is recorded.
    fn recorded(&mut self) -> Option<&mut Vec<Step>> {
        if RECORDS { self.steps.as_mut() } else { None }
    }

    /// Whether the rules below should record too.
    pub fn explain(&self) -> Explain {
        if RECORDS && self.steps.is_some() { Explain::Yes } else { Explain::No }
    }

    /// Uses a fact.
    pub fn input<T: Shown>(&mut self, name: &'static str, value: T) -> T {
        if let Some(steps) = self.recorded() {
            steps.push(Step::Input { name, value: value.shown() });
        }
        value
    }

    /// Uses a dated amount of law.
    pub fn param<T: Shown + Copy>(&mut self, param: &'static Param<T>) -> T {
        if let Some(steps) = self.recorded() {
            steps.push(Step::Param { about: param.about, value: param.value.shown() });
        }
        param.value
    }

    /// Uses one cell of a dated table; `value` is the cell, `param` the table it stands in.
    pub fn cell<T: Shown, U>(&mut self, param: &'static Param<U>, value: T) -> T {
        if let Some(steps) = self.recorded() {
            steps.push(Step::Param { about: param.about, value: value.shown() });
        }
        value
    }

    /// Works out a value.
    pub fn step<T: Shown>(&mut self, name: &'static str, value: T) -> T {
        if let Some(steps) = self.recorded() {
            steps.push(Step::Computed { name, value: value.shown() });
        }
        value
    }

    /// Rounds a value by a cited rule.
    pub fn rounded<T: Shown + Rounds>(
        &mut self,
        name: &'static str,
        value: T,
        rounding: Rounding,
    ) -> T {
        let value = value.rounded(rounding);
        if let Some(steps) = self.recorded() {
            steps.push(Step::Rounded { name, value: value.shown(), article: rounding.article() });
        }
        value
    }

    /// Uses the outcome of another rule, explanation and all.
    pub fn rule<T: Clone>(&mut self, outcome: &Explained<T>) -> T {
        if let (Some(steps), Some(explanation)) = (self.recorded(), &outcome.explanation) {
            steps.push(Step::Rule(Arc::clone(explanation)));
        }
        outcome.value.clone()
    }

    /// Ends the rule with an outcome.
    pub fn result<T: Shown>(self, value: T) -> Explained<T> {
        self.end(value, None)
    }

    /// Ends the rule with nothing, and says why.
    pub fn nothing<T: Shown + Default>(self, reason: Reason) -> Explained<T> {
        self.end(T::default(), Some(reason))
    }

    /// Ends the rule with an outcome and, if it came out at nothing, why.
    pub fn end<T: Shown>(self, value: T, reason: Option<Reason>) -> Explained<T> {
        let explanation = self.steps.filter(|_| RECORDS).map(|steps| {
            Arc::new(Explanation {
                rule: self.rule,
                article: self.article,
                steps,
                result: value.shown(),
                reason,
            })
        });
        Explained { value, explanation, reason }
    }
}
