//! Activities by weekly minutes, and what changed with the shift.

use rung_measure::period::PeriodReading;
use rung_model::{activity::Activity, framework::Framework, minutes::Minutes};

use crate::answer::ActivityLine;

/// Minutes a working week: five working days of the period, time away left out.
fn weekly(reading: &PeriodReading, activity: Activity) -> Minutes {
    let totals = &reading.totals;
    let worked = (f64::from(totals.working_days) - totals.away_days).max(1.0);
    totals.activities.get(&activity).copied().unwrap_or(Minutes::ZERO) * (5.0 / worked)
}

/// Every activity seen, largest weekly amount first.
pub(super) fn of(
    window: &PeriodReading,
    around_shift: Option<&(PeriodReading, PeriodReading)>,
    framework: &Framework,
) -> Vec<ActivityLine> {
    let now = around_shift.map_or(window, |(_, since)| since);
    let mut lines: Vec<ActivityLine> = window
        .totals
        .activities
        .keys()
        .map(|activity| ActivityLine {
            activity: *activity,
            bucket: framework.activities.bucket(*activity),
            weekly: weekly(now, *activity),
            before: around_shift.map(|(before, _)| weekly(before, *activity)),
        })
        .filter(|line| line.weekly.high > 0.0 || line.before.is_some_and(|m| m.high > 0.0))
        .collect();
    lines.sort_by(|a, b| b.weekly.point.total_cmp(&a.weekly.point).then(a.activity.cmp(&b.activity)));
    lines
}
