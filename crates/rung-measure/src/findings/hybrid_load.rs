//! `hybrid-load`: two full jobs, people and building, in one long or broken week.

use rung_model::bucket::Bucket;

use super::{FindingInput, grade, span::Span};
use crate::{
    finding::{Audience, Finding, Severity},
    words,
};

/// Latest weeks looked at, and how many of them must be hybrid.
const WEEKS: (usize, usize) = (8, 6);
/// Least share of both people and building in a hybrid week.
const LEAST_SHARE: f64 = 0.30;
/// Hours a week from which it is long, and hours of focus under which it is broken.
const LONG_HOURS: f64 = 48.0;
const FOCUS_HOURS: f64 = 8.0;

/// Watching where the week is long or broken, acting where it is both (MEASURE section 10).
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let shared: Vec<_> = input.worked_weeks().into_iter().filter(|(_, r)| least(r).is_some()).collect();
    let latest = shared.get(shared.len().checked_sub(WEEKS.0)?..)?;
    let hybrid: Vec<_> = latest.iter().copied().filter(|(_, r)| least(r).is_some_and(|s| s >= LEAST_SHARE)).collect();
    if hybrid.len() < WEEKS.1 {
        return None;
    }
    let span = Span::of(latest);
    let long = span.weekly_seen() >= LONG_HOURS * 60.0;
    let broken = span.days > 0.0 && span.weekly_focus() < FOCUS_HOURS * 60.0;
    let state = match (long, broken) {
        (false, false) => return None,
        (true, false) => "in long weeks",
        (false, true) => "in weeks without room to concentrate",
        (true, true) => "in long weeks without room to concentrate",
    };
    Some(Finding {
        check: "hybrid-load",
        subject: None,
        severity: if long && broken { Severity::Acting } else { Severity::Watching },
        confidence: grade::of(latest.len(), span.coverage()),
        audience: Audience::Oneself,
        headline: format!("People and building both take a large part of the time, {state}"),
        text: format!(
            "In {} of the last {} weeks each of the two took at least {} of the time. One of them can be handed over or \
             planned around; both rarely fit.",
            hybrid.len(),
            latest.len(),
            words::percent(LEAST_SHARE)
        ),
        reasons: vec![
            input.reason(
                format!(
                    "{} of {} weeks with both at {} or more",
                    hybrid.len(),
                    latest.len(),
                    words::percent(LEAST_SHARE)
                ),
                &hybrid,
            ),
            input.reason(
                format!(
                    "About {} seen a week, {} of focus in five days",
                    words::hours(span.weekly_seen()),
                    words::hours(span.weekly_focus())
                ),
                &[],
            ),
        ],
        because: format!(
            "The smaller of people and building is {} or more in {} of {} weeks, and a week has {LONG_HOURS:.0} hours or more \
             or under {FOCUS_HOURS:.0} hours of focus.",
            words::percent(LEAST_SHARE),
            WEEKS.1,
            WEEKS.0
        ),
    })
}

/// The smaller of the people and building shares.
fn least(reading: &crate::period::PeriodReading) -> Option<f64> {
    let share = |bucket| reading.bucket(bucket).headline.map(|h| h.point);
    Some(share(Bucket::People)?.min(share(Bucket::Building)?))
}
