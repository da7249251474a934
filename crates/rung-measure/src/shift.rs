//! A shift: a lasting change of a share, dated with a range of weeks.

use rung_model::{bucket::Bucket, share::Share, week::Week};

/// A drift that was found (MEASURE section 9).
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// The bucket that changed most.
    pub bucket: Bucket,
    /// The week the change most likely began.
    pub week: Week,
    /// Earliest and latest week that week may be.
    pub range: (Week, Week),
    /// The week the alarm was raised.
    pub alarm: Week,
    /// Split before, headline share over the weeks before, in [`Bucket::SPLIT`] order.
    pub before: [Share; 3],
    /// Split since.
    pub after: [Share; 3],
    /// Weeks with evidence since.
    pub weeks_since: u32,
}
