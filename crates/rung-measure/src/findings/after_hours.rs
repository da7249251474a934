//! `after-hours`: more of the work outside working hours than in one's own past.

use super::{
    FindingInput, grade,
    span::{Span, against_past},
};
use crate::{
    finding::{Audience, Finding, Severity},
    words,
};

/// Latest weeks compared, and least weeks of past to compare with.
const LATEST: usize = 4;
const LEAST_PAST: usize = 8;
/// Rise of the share from which it is raised, and from which to act.
const RISE: f64 = 0.10;
const LARGE: f64 = 0.20;

/// Watching from 10 points, acting from 20. Measured for oneself only, against one's own past.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let (past, latest) = against_past(&input.worked_weeks(), LATEST, LEAST_PAST)?;
    let (then, now) = (Span::of(&past), Span::of(&latest));
    let rise = now.outside_share() - then.outside_share();
    if rise < RISE - 1e-9 {
        return None;
    }
    let (was, is) = (words::percent(then.outside_share()), words::percent(now.outside_share()));
    Some(Finding {
        check: "after-hours",
        subject: None,
        severity: if rise >= LARGE { Severity::Acting } else { Severity::Watching },
        confidence: grade::at_most_fair(past.len(), now.coverage()),
        audience: Audience::Oneself,
        headline: format!(
            "In the last four weeks about {is} of what was seen fell outside working hours, {was} before"
        ),
        text: format!(
            "About {} a week outside working hours, {} before.",
            words::hours(now.outside / now.weeks.max(1) as f64),
            words::hours(then.outside / then.weeks.max(1) as f64)
        ),
        reasons: vec![
            input.reason(format!("The last {}", words::count(latest.len(), "worked week", "worked weeks")), &latest),
            input.reason(
                format!("Against the {} before", words::count(past.len(), "worked week", "worked weeks")),
                &past,
            ),
        ],
        because: format!(
            "Share of seen time outside working hours up {:.0} points or more over {LATEST} weeks, against the same person's \
             own past of at least {LEAST_PAST}. Measured for oneself only, never for anyone else.",
            RISE * 100.0
        ),
    })
}
