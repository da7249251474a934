//! Days a fact holds, and the point in time it is asked about.

use jiff::civil::Date;

/// Days a fact holds: from its first day up to, not including, `until`. Absent = open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First day.
    pub from: Option<Date>,
    /// The day after the last.
    pub until: Option<Date>,
}

impl Period {
    /// From `day` on, open.
    pub const fn since(day: Date) -> Self {
        Self { from: Some(day), until: None }
    }

    /// True where the fact holds on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// True where both hold on some common day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_before = |a: Option<Date>, b: Option<Date>| match (a, b) {
            (Some(from), Some(until)) => from < until,
            _ => true,
        };
        starts_before(self.from, other.until) && starts_before(other.from, self.until)
    }

    /// The days both hold on; `None` where there are none.
    pub fn common(&self, other: &Self) -> Option<Self> {
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.overlaps(other).then_some(Self { from: self.from.max(other.from), until })
    }

    /// What is left of it without `cut`: the days before, and the days after.
    pub fn without(&self, cut: &Self) -> Vec<Self> {
        let Some(common) = self.common(cut) else { return vec![*self] };
        let before =
            common.from.filter(|from| self.from != Some(*from)).map(|from| Self { until: Some(from), ..*self });
        let after =
            common.until.filter(|until| self.until != Some(*until)).map(|until| Self { from: Some(until), ..*self });
        before.into_iter().chain(after).collect()
    }
}

/// A point in both times: what held on a day, as it was believed on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The day asked about.
    pub day: Date,
    /// The day whose belief is asked for; absent = what is believed now.
    pub believed: Option<Date>,
}

impl At {
    /// A day, as it is believed now.
    pub const fn day(day: Date) -> Self {
        Self { day, believed: None }
    }

    /// True where a fact with these two periods stands at this point.
    pub fn sees(&self, period: &Period, known: &Period) -> bool {
        period.holds_on(self.day)
            && match self.believed {
                None => known.until.is_none(),
                Some(day) => known.holds_on(day),
            }
    }
}

/// A dated statement that may be corrected: when it holds, and while it was believed.
pub trait Fact: Clone {
    /// The days it holds: valid time.
    fn period(&self) -> Period;
    /// The days it was, or is, what the record said: record time. A correction ends it and states another.
    fn known(&self) -> Period;

    /// The same statement for other times.
    #[must_use]
    fn at_times(&self, period: Period, known: Period) -> Self;

    /// True where it stands at this point in both times.
    fn stands(&self, at: At) -> bool {
        at.sees(&self.period(), &self.known())
    }

    /// True where it is what the record says now.
    fn current(&self) -> bool {
        self.known().until.is_none()
    }

    /// True where both were believed at once and hold on a common day.
    fn meets(&self, other: &Self) -> bool {
        self.period().overlaps(&other.period()) && self.known().overlaps(&other.known())
    }
}

/// Makes types with the fields `period` and `known` facts.
macro_rules! facts {
    ($($fact:ty),+) => {
        $(impl $crate::roster::Fact for $fact {
            fn period(&self) -> $crate::roster::Period {
                self.period
            }
            fn known(&self) -> $crate::roster::Period {
                self.known
            }
            fn at_times(&self, period: $crate::roster::Period, known: $crate::roster::Period) -> Self {
                Self { period, known, ..self.clone() }
            }
        })+
    };
}
pub(super) use facts;
