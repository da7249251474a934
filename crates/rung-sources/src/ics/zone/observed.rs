//! A zone as a file's own `VTIMEZONE` describes it: a list of offset changes.

use jiff::civil;

use crate::ics::clock::{civil_at, seconds_of};

/// One change of offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Change {
    /// When, in epoch seconds.
    pub(crate) at: i64,
    /// Seconds east of UTC before it.
    pub(crate) before: i32,
    /// Seconds east of UTC from it on.
    pub(crate) after: i32,
}

/// Changes of offset in order of time; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Observed {
    first: Change,
    rest: Vec<Change>,
}

impl Observed {
    /// A zone of these changes, in any order; `None` without one.
    pub(crate) fn new(mut changes: Vec<Change>) -> Option<Self> {
        changes.sort_unstable();
        changes.dedup_by_key(|change| change.at);
        let first = *changes.first()?;
        changes.remove(0);
        Some(Self { first, rest: changes })
    }

    /// Epoch seconds of a local time. A time that happens twice is the earlier
    /// one, a time that is skipped is read with the offset before the gap:
    /// both mean that a change holds only from `at + max(before, after)` on.
    pub(crate) fn to_utc(&self, local: civil::DateTime) -> i64 {
        let local = seconds_of(local);
        let holds = |change: &Change| local >= change.at + i64::from(change.before.max(change.after));
        local - i64::from(self.offset_where(holds))
    }

    /// The local time at these epoch seconds.
    pub(crate) fn to_local(&self, at: i64) -> civil::DateTime {
        civil_at(at + i64::from(self.offset_where(|change| at >= change.at)))
    }

    /// The offset after the last change that holds; before the first, the one before it.
    fn offset_where(&self, holds: impl Fn(&Change) -> bool) -> i32 {
        match self.rest.partition_point(&holds).checked_sub(1).and_then(|last| self.rest.get(last)) {
            Some(change) => change.after,
            None if holds(&self.first) => self.first.after,
            None => self.first.before,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Two changes of Berlin in 2026: 29 March 01:00 UTC and 25 October 01:00 UTC.
    fn berlin() -> Observed {
        let spring = seconds_of(date(2026, 3, 29).at(1, 0, 0, 0));
        let autumn = seconds_of(date(2026, 10, 25).at(1, 0, 0, 0));
        Observed::new(vec![
            Change { at: autumn, before: 7200, after: 3600 },
            Change { at: spring, before: 3600, after: 7200 },
        ])
        .unwrap()
    }

    #[test]
    fn a_skipped_time_is_read_with_the_offset_before_the_gap() {
        let zone = berlin();
        assert_eq!(civil_at(zone.to_utc(date(2026, 3, 29).at(2, 30, 0, 0))), date(2026, 3, 29).at(1, 30, 0, 0));
        assert_eq!(civil_at(zone.to_utc(date(2026, 3, 29).at(3, 0, 0, 0))), date(2026, 3, 29).at(1, 0, 0, 0));
        assert_eq!(civil_at(zone.to_utc(date(2026, 3, 29).at(1, 59, 0, 0))), date(2026, 3, 29).at(0, 59, 0, 0));
    }

    #[test]
    fn a_time_that_happens_twice_is_the_earlier_one() {
        let zone = berlin();
        assert_eq!(civil_at(zone.to_utc(date(2026, 10, 25).at(2, 30, 0, 0))), date(2026, 10, 25).at(0, 30, 0, 0));
        assert_eq!(zone.to_local(zone.to_utc(date(2026, 10, 25).at(3, 0, 0, 0))), date(2026, 10, 25).at(3, 0, 0, 0));
    }

    #[test]
    fn no_change_is_no_zone() {
        assert_eq!(Observed::new(Vec::new()), None);
    }
}
