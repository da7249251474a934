//! Totals: what a ledger adds up to over a span of days. The only thing readings are made of.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_model::{activity::Activity, bucket::Bucket, kind::NotCounted, minutes::Minutes};

use crate::focus::Focus;

/// Sums over the days `first..=last`. All amounts are minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
    /// Capacity: working time less time away.
    pub capacity: f64,
    /// Working weekdays in the span.
    pub working_days: u32,
    /// Working weekdays (or parts of them) spent away: OOO and holidays.
    pub away_days: f64,
    /// Inside the working window, by bucket in [`Bucket::ALL`] order.
    pub in_window: [Minutes; 4],
    /// Outside the working window, by bucket.
    pub after_hours: [Minutes; 4],
    /// Seen inside the window, kind unknown.
    pub unclassified: Minutes,
    /// Seen outside the window, kind unknown.
    pub unclassified_after: Minutes,
    /// Inside the window, by activity.
    pub activities: BTreeMap<Activity, Minutes>,
    /// Outside the window, by activity.
    pub activities_after: BTreeMap<Activity, Minutes>,
    /// Coding, testing and pairing inside the window.
    pub hands_on: Minutes,
    /// Known and kept out of the split, best guess.
    pub not_counted: BTreeMap<NotCounted, f64>,
    /// Minutes that two meetings claimed; counted once above.
    pub double_booked: f64,
    /// Minutes on weekends or other days off, best guess; part of `after_hours`.
    pub days_off: f64,
    /// 1:1s that were cancelled or declined.
    pub cancelled_one_on_ones: u32,
    /// Commits counted.
    pub commits: u32,
    /// Of those, made by or with a coding agent.
    pub assisted_commits: u32,
    /// Evidence rows per source kind, by machine name.
    pub rows: BTreeMap<&'static str, u32>,
    /// Observed minutes in the window per source kind, best guess, by machine name.
    pub by_source: BTreeMap<&'static str, f64>,
    /// Free time and its fragments.
    pub focus: Focus,
}

impl Totals {
    /// An empty span.
    pub fn empty(first: Date, last: Date) -> Self {
        Self {
            first,
            last,
            capacity: 0.0,
            working_days: 0,
            away_days: 0.0,
            in_window: [Minutes::ZERO; 4],
            after_hours: [Minutes::ZERO; 4],
            unclassified: Minutes::ZERO,
            unclassified_after: Minutes::ZERO,
            activities: BTreeMap::new(),
            activities_after: BTreeMap::new(),
            hands_on: Minutes::ZERO,
            not_counted: BTreeMap::new(),
            double_booked: 0.0,
            days_off: 0.0,
            cancelled_one_on_ones: 0,
            commits: 0,
            assisted_commits: 0,
            rows: BTreeMap::new(),
            by_source: BTreeMap::new(),
            focus: Focus::default(),
        }
    }

    /// Minutes of one bucket inside the working window.
    pub fn bucket(&self, bucket: Bucket) -> Minutes {
        self.in_window[bucket.index()]
    }

    /// Best guess of everything seen inside the window, unclassified included.
    pub fn observed(&self) -> f64 {
        self.in_window.iter().map(|m| m.point).sum::<f64>() + self.unclassified.point
    }

    /// D = max(capacity, observed): what the worst case is a share of.
    pub fn whole(&self) -> f64 {
        self.capacity.max(self.observed())
    }

    /// Observed in-window over the whole, 0-1; 0 where there is nothing to see.
    pub fn coverage(&self) -> f64 {
        if self.whole() > 0.0 { self.observed() / self.whole() } else { 0.0 }
    }

    /// Working time without any evidence.
    pub fn unobserved(&self) -> f64 {
        (self.capacity - self.observed()).max(0.0)
    }

    /// Best guess of everything outside the window.
    pub fn after_hours_total(&self) -> f64 {
        self.after_hours.iter().map(|m| m.point).sum::<f64>() + self.unclassified_after.point
    }
}
