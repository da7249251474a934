//! The reading of one period: a week, a quarter or the whole window.

use rung_model::{bucket::Bucket, minutes::Minutes, share::Share};

use crate::totals::Totals;

/// How much of one bucket there is in a period. Three things, never confused (MEASURE section 7):
/// minutes (what the evidence allows), headline share (modelled), worst case (no assumption).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BucketReading {
    /// Which bucket.
    pub bucket: Bucket,
    /// Minutes inside the working window; `high` includes unclassified minutes.
    pub minutes: Minutes,
    /// Minutes outside the working window.
    pub after_hours: Minutes,
    /// False where no connected source can ever see this bucket.
    pub visible: bool,
    /// Share of the three buckets as seen, with the range of the evidence; `None` for
    /// [`Bucket::Other`], where nothing was seen, or where the bucket cannot be seen.
    pub evidence: Option<Share>,
    /// Share of all working time over the three buckets, seen and unseen, modelled; `None` below the
    /// coverage gate, for [`Bucket::Other`] and where the bucket cannot be seen.
    pub headline: Option<Share>,
    /// Share of all working time with no assumption about what was not seen.
    pub worst: Share,
}

/// A period read. Recomputed from its totals, never averaged from smaller periods.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodReading {
    /// `2026-W31`, `2026-Q3`, or `window`.
    pub label: String,
    /// What it was read from.
    pub totals: Totals,
    /// Share of working time seen, 0-1.
    pub coverage: f64,
    /// The four buckets in [`Bucket::ALL`] order.
    pub buckets: [BucketReading; 4],
    /// Hands-on share of all working time, modelled like the headline; `None` below the gate
    /// or where no source sees code.
    pub hands_on: Option<Share>,
}

impl PeriodReading {
    /// The reading of one bucket.
    pub fn bucket(&self, bucket: Bucket) -> &BucketReading {
        &self.buckets[bucket.index()]
    }
}
