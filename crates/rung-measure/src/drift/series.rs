//! The weeks a drift is looked for in: those with shares of all three buckets and enough days.

use rung_model::{bucket::Bucket, split::Split, week::Week};

use crate::period::PeriodReading;

/// Least days worked in a week that says something about a split: less is a stub at the edge of a window,
/// or a week away.
const LEAST_DAYS: f64 = 2.0;

/// One week with a split.
#[derive(Clone, Debug)]
pub(super) struct Point {
    /// Which week.
    pub(super) week: Week,
    /// Headline points of the three buckets.
    pub(super) split: Split,
    /// Position in the weeks given.
    pub(super) at: usize,
}

/// Weeks of two worked days or more with a headline for every bucket, in order of time.
pub(super) fn of(weeks: &[(Week, PeriodReading)]) -> Vec<Point> {
    let mut points: Vec<Point> = weeks
        .iter()
        .enumerate()
        .filter(|(_, (_, r))| f64::from(r.totals.working_days) - r.totals.away_days >= LEAST_DAYS)
        .filter_map(|(at, (week, reading))| {
            let share = |bucket| reading.bucket(bucket).headline.map(|h| h.point);
            let split = Split::of(share(Bucket::Strategy)?, share(Bucket::People)?, share(Bucket::Building)?).ok()?;
            Some(Point { week: *week, split, at })
        })
        .collect();
    points.sort_by_key(|point| point.week);
    points
}

/// Mean of one part over some weeks; 0 over none.
pub(super) fn mean(points: &[Point], index: usize) -> f64 {
    if points.is_empty() {
        return 0.0;
    }
    points.iter().map(|p| p.split.parts()[index]).sum::<f64>() / points.len() as f64
}
