//! The times of day a rule picks.

use jiff::civil::{Date, DateTime};

use super::{Frequency, Rule, settled::Settled};
use crate::ics::clock::{DAY, civil_at, day_of, seconds_of};

/// The hours, minutes and seconds a rule picks, and where its steps fall.
pub(super) struct Slots {
    hours: Vec<i64>,
    minutes: Vec<i64>,
    seconds: Vec<i64>,
    frequency: Frequency,
    /// Seconds in a step; the start of the unit the event starts in; both 0 for rules of days or longer.
    step: i64,
    first: i64,
}

impl Slots {
    /// The slots of a rule whose event starts then.
    pub(super) fn new(rule: &Rule, settled: &Settled, start: DateTime) -> Self {
        let unit = match rule.frequency {
            Frequency::Hourly => 3600,
            Frequency::Minutely => 60,
            Frequency::Secondly => 1,
            _ => 0,
        };
        let named = |values: &[u8], all: i64| match values {
            [] => (0..all).collect(),
            values => values.iter().copied().map(i64::from).collect(),
        };
        Self {
            hours: named(&settled.hours, 24),
            minutes: named(&settled.minutes, 60),
            seconds: named(&settled.seconds, 60),
            frequency: rule.frequency,
            step: unit * i64::from(rule.interval),
            first: if unit == 0 { 0 } else { seconds_of(start).div_euclid(unit) * unit },
        }
    }

    /// Calls `take` with the times of a day, in order, those that share a
    /// period together: a day's, or an hour's, minute's or second's for a rule
    /// of hours or shorter. Stops where `take` returns false, and returns that.
    pub(super) fn each(&self, day: Date, mut take: impl FnMut(&[DateTime]) -> bool) -> bool {
        let midnight = day_of(day) * DAY;
        let falls = |frequency, at: i64| {
            self.frequency != frequency || (at >= self.first && (at - self.first).rem_euclid(self.step) == 0)
        };
        let mut times = Vec::new();
        for hour in self.hours.iter().map(|hour| midnight + hour * 3600) {
            if !falls(Frequency::Hourly, hour) {
                continue;
            }
            for minute in self.minutes.iter().map(|minute| hour + minute * 60) {
                if !falls(Frequency::Minutely, minute) {
                    continue;
                }
                for second in self.seconds.iter().map(|second| minute + second) {
                    if !falls(Frequency::Secondly, second) {
                        continue;
                    }
                    times.push(civil_at(second));
                    if self.frequency == Frequency::Secondly && !give(&mut times, &mut take) {
                        return false;
                    }
                }
                if self.frequency == Frequency::Minutely && !give(&mut times, &mut take) {
                    return false;
                }
            }
            if self.frequency == Frequency::Hourly && !give(&mut times, &mut take) {
                return false;
            }
        }
        give(&mut times, &mut take)
    }

    /// How many times of a day are looked at.
    pub(super) fn a_day(&self) -> usize {
        self.hours.len() * self.minutes.len() * self.seconds.len()
    }
}

/// Hands the times over, where there are any, and starts again.
fn give(times: &mut Vec<DateTime>, take: &mut impl FnMut(&[DateTime]) -> bool) -> bool {
    let more = times.is_empty() || take(times);
    times.clear();
    more
}
