//! What a scheme answers, and how certain the amounts it rests on are.

use std::sync::Arc;

use crate::explain::{Explanation, Reason, Step};
use crate::parameters::Status;

/// What a scheme answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The named amounts, in order. Money in euros, percentages in percent; two decimals.
    pub fields: Vec<(&'static str, rust_decimal::Decimal)>,
    /// Every status but "in force" among the amounts that were used: announced first, then derived.
    pub marks: Vec<Status>,
    /// Why it is nothing.
    pub reason: Option<Reason>,
    /// How it came about.
    pub explanation: Option<Arc<Explanation>>,
}

impl Answer {
    /// An answer, marked by the amounts its explanation rests on.
    pub(super) fn new(
        fields: Vec<(&'static str, rust_decimal::Decimal)>,
        reason: Option<Reason>,
        explanation: Option<Arc<Explanation>>,
    ) -> Self {
        let used = explanation.as_deref().map(statuses).unwrap_or_default();
        let marks = [Status::Announced, Status::Derived]
            .into_iter()
            .filter(|mark| used.contains(mark))
            .collect();
        Self { fields, marks, reason, explanation }
    }
}

/// The status of every amount of law an explanation used.
pub fn statuses(explanation: &Explanation) -> Vec<Status> {
    let of_step = |step: &Step| match step {
        Step::Param { about, .. } => vec![about.status],
        Step::Rule(inner) => statuses(inner),
        _ => Vec::new(),
    };
    explanation.steps.iter().flat_map(of_step).collect()
}
