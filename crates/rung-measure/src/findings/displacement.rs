//! `displacement`: as much building as ever, but pushed into evenings and weekends.

use super::{
    FindingInput, grade,
    span::{Span, against_past},
};
use crate::{
    finding::{Audience, Finding, Severity},
    words,
};

/// Latest weeks compared, and least weeks of past to compare with.
const LATEST: usize = 8;
const LEAST_PAST: usize = 8;
/// Most relative change of building that counts as flat.
const FLAT: f64 = 0.10;
/// Rise of the share outside working hours from which it is displacement, and from which to act.
const RISE: f64 = 0.15;
const LARGE: f64 = 0.30;

/// Watching from 15 points, acting from 30. Measured for oneself only.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let (past, latest) = against_past(&input.worked_weeks(), LATEST, LEAST_PAST)?;
    let (then, now) = (Span::of(&past), Span::of(&latest));
    let rise = now.building_outside_share() - then.building_outside_share();
    let flat = (now.weekly_building() - then.weekly_building()).abs() <= FLAT * then.weekly_building();
    if then.weekly_building() <= 0.0 || !flat || rise < RISE - 1e-9 {
        return None;
    }
    let (was, is) = (words::percent(then.building_outside_share()), words::percent(now.building_outside_share()));
    Some(Finding {
        check: "displacement",
        subject: None,
        severity: if rise >= LARGE { Severity::Acting } else { Severity::Watching },
        confidence: grade::at_most_fair(latest.len(), now.coverage()),
        audience: Audience::Oneself,
        headline: format!(
            "Building did not shrink, it moved: about {is} of it now falls outside working hours, {was} before"
        ),
        text: format!(
            "Building stayed at about {} a week, {} before. A flat total hides such a move.",
            words::hours(now.weekly_building()),
            words::hours(then.weekly_building())
        ),
        reasons: vec![
            input.reason(format!("The last {}", words::count(latest.len(), "worked week", "worked weeks")), &latest),
            input.reason(
                format!("Against the {} before", words::count(past.len(), "worked week", "worked weeks")),
                &past,
            ),
        ],
        because: format!(
            "Building within {} of the past while its share outside working hours rose by {:.0} points or more (after a CTO's published log of 452 days, where the same went unnoticed). When a commit was made is \
             exact, how long it took is assumed.",
            words::percent(FLAT),
            RISE * 100.0
        ),
    })
}
