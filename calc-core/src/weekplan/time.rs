//! Whole minutes: a moment of a day counts from midnight, a stay that passes midnight counts on.

/// Minutes: a length, or a moment counted from a midnight.
pub type Minutes = i32;

/// A whole day.
pub const DAY: Minutes = 24 * 60;

/// How many days a week has.
pub const DAYS_A_WEEK: usize = 7;

/// A whole week.
pub const WEEK: Minutes = 7 * DAY;

/// Times are told in steps of five minutes.
const STEP: Minutes = 5;

/// To a multiple of five minutes, not earlier.
pub const fn up5(moment: Minutes) -> Minutes {
    -down5(-moment)
}

/// To a multiple of five minutes, not later.
pub const fn down5(moment: Minutes) -> Minutes {
    moment.div_euclid(STEP) * STEP
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dag {
    /// Monday.
    Ma,
    /// Tuesday.
    Di,
    /// Wednesday.
    Wo,
    /// Thursday.
    Do,
    /// Friday.
    Vr,
    /// Saturday.
    Za,
    /// Sunday.
    Zo,
}

impl Dag {
    /// Every day, Monday first.
    pub const ALLE: [Self; DAYS_A_WEEK] =
        [Self::Ma, Self::Di, Self::Wo, Self::Do, Self::Vr, Self::Za, Self::Zo];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ma => "ma",
            Self::Di => "di",
            Self::Wo => "wo",
            Self::Do => "do",
            Self::Vr => "vr",
            Self::Za => "za",
            Self::Zo => "zo",
        }
    }

    /// Its place in the week, Monday 0.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// Its midnight on the line of the week, which begins on Monday.
    pub const fn midnight(self) -> Minutes {
        self as Minutes * DAY
    }

    /// The day of a day number; the week is a circle.
    pub fn of(day: Minutes) -> Self {
        let place = usize::try_from(day.rem_euclid(WEEK / DAY)).unwrap_or_default();
        Self::ALLE.get(place).copied().unwrap_or(Self::Ma)
    }
}

/// Some days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days([bool; DAYS_A_WEEK]);

impl Days {
    /// Every day.
    pub const ALLE: Self = Self([true; DAYS_A_WEEK]);

    /// Whether a day is among them.
    pub const fn contains(self, dag: Dag) -> bool {
        self.0[dag.place()]
    }

    /// In the order of the week.
    pub fn iter(self) -> impl Iterator<Item = Dag> {
        Dag::ALLE.into_iter().filter(move |dag| self.contains(*dag))
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.iter().count()
    }
}

impl FromIterator<Dag> for Days {
    fn from_iter<I: IntoIterator<Item = Dag>>(days: I) -> Self {
        let mut found = Self::default();
        for dag in days {
            found.0[dag.place()] = true;
        }
        found
    }
}

/// From one moment up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first minute.
    pub van: Minutes,
    /// The first minute after it.
    pub tot: Minutes,
}

impl Span {
    /// Longer than any stay: round the clock.
    pub const ALWAYS: Self = Self { van: -ALWAYS, tot: ALWAYS };

    /// How long it is; nothing when it ends before it begins.
    pub const fn length(self) -> Minutes {
        if self.tot > self.van { self.tot - self.van } else { 0 }
    }

    /// What it has in common with another; may be empty.
    #[must_use]
    pub fn common(self, other: Self) -> Self {
        Self { van: self.van.max(other.van), tot: self.tot.min(other.tot) }
    }

    /// Whether it has a minute in common with another.
    pub fn overlaps(self, other: Self) -> bool {
        self.common(other).length() > 0
    }

    /// Whether another lies within it.
    pub const fn holds(self, other: Self) -> bool {
        self.van <= other.van && other.tot <= self.tot
    }

    /// The same so much later.
    #[must_use]
    pub const fn moved(self, by: Minutes) -> Self {
        Self { van: self.van + by, tot: self.tot + by }
    }
}

/// A hundred days: no stay reaches it, and sums of it stay far within a number.
const ALWAYS: Minutes = 100 * DAY;

/// What is left of some spans without others.
pub fn without(spans: &[Span], taken: &[Span]) -> Vec<Span> {
    let mut left = spans.to_vec();
    for taken in taken {
        left = left.into_iter().flat_map(|span| around(span, *taken)).collect();
    }
    left
}

/// What lies before and after a span that is taken out.
fn around(span: Span, taken: Span) -> impl Iterator<Item = Span> {
    let before = Span { van: span.van, tot: span.tot.min(taken.van) };
    let after = Span { van: span.van.max(taken.tot), tot: span.tot };
    let apart = !span.overlaps(taken);
    let parts = if apart { [Some(span), None] } else { [Some(before), Some(after)] };
    parts.into_iter().flatten().filter(|part| part.length() > 0)
}

/// The same minutes as spans that do not touch, in order.
pub fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.length() > 0);
    spans.sort_unstable();
    let mut all: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match all.last_mut() {
            Some(last) if span.van <= last.tot => last.tot = last.tot.max(span.tot),
            _ => all.push(span),
        }
    }
    all
}

/// What some spans, which do not overlap, have in common with others that do not.
pub fn common(spans: &[Span], others: &[Span]) -> Vec<Span> {
    let pairs = spans.iter().flat_map(|span| others.iter().map(|other| span.common(*other)));
    pairs.filter(|span| span.length() > 0).collect()
}

/// How long they are together.
pub fn total(spans: &[Span]) -> Minutes {
    spans.iter().map(|span| span.length()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_minutes_later_or_earlier() {
        // 8:21 is between 8:20 and 8:25; 8:20 is itself; before midnight it counts down.
        assert_eq!((up5(501), down5(501)), (505, 500));
        assert_eq!((up5(500), down5(500)), (500, 500));
        assert_eq!((up5(-3), down5(-3)), (0, -5));
    }

    #[test]
    fn the_week_is_a_circle() {
        assert_eq!(
            [Dag::of(-1), Dag::of(0), Dag::of(6), Dag::of(7)],
            [Dag::Zo, Dag::Ma, Dag::Zo, Dag::Ma]
        );
    }

    #[test]
    fn a_minute_is_left_when_it_was_there_and_was_not_taken() {
        let span = |van, tot| Span { van, tot };
        let left = without(&[span(0, 60), span(70, 80)], &[span(10, 20), span(50, 75)]);
        assert_eq!(left, [span(0, 10), span(20, 50), span(75, 80)]);
        assert_eq!(merged(vec![span(5, 9), span(1, 5), span(20, 20), span(8, 12)]), [span(1, 12)]);
        assert_eq!(common(&[span(0, 10)], &[span(5, 7), span(9, 30)]), [span(5, 7), span(9, 10)]);
    }
}
