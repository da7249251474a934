//! Booking: timelines become a ledger of minutes by day, which adds up to totals of any span.
//!
//! Bucket minutes here hold what was recognised. Unclassified minutes are kept apart in
//! [`Totals::unclassified`]; that they may belong to any bucket, and so widen every bucket's high,
//! is said by the reading, not here.

mod day;
mod most;

use jiff::civil::Date;
use rung_model::kind::ActivityMap;

use crate::{layout::Timeline, totals::Totals};

/// Minutes by day. Days are kept in order, one entry each.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    days: Vec<day::Entry>,
}

/// Books timelines. They must be of one person, in order of days, as
/// [`lay_out`](crate::layout::lay_out) returns them.
pub fn book(timelines: &[Timeline], map: &ActivityMap) -> Ledger {
    Ledger { days: timelines.iter().map(|timeline| day::Entry::of(timeline, map)).collect() }
}

impl Ledger {
    /// The first and the last day, or `None` for a ledger of no days.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((self.days.first()?.date, self.days.last()?.date))
    }

    /// What the days `first..=last` add up to; days the ledger does not have add nothing.
    /// Two binary searches and one pass over the days: cheap for any span.
    pub fn totals(&self, first: Date, last: Date) -> Totals {
        let mut totals = Totals::empty(first, last);
        let from = self.days.partition_point(|day| day.date < first);
        for day in self.days[from..].iter().take_while(|day| day.date <= last) {
            day.add_to(&mut totals);
        }
        totals
    }
}
