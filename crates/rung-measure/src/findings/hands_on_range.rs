//! `hands-on-range`: the share with hands on code lies outside the range of the role held.

use super::{FindingInput, grade};
use crate::{
    finding::{Audience, Finding, Severity},
    words,
};

/// Distance from the range, in share, from which it is worth acting on.
const FAR: f64 = 0.10;

/// Raised only where the whole range of the person lies outside that of the role; acting where they are
/// ten points or more apart, watching otherwise. Never better than fair: a commit shows when work ended,
/// not how long it took.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let role = input.held_role()?;
    let claim = input.framework.hands_on_of(&role.id)?;
    let present = input.present();
    let own = present.hands_on?;
    let (gap, side) = if own.high < claim.min {
        (claim.min - own.high, "below")
    } else if own.low > claim.max {
        (own.low - claim.max, "above")
    } else {
        return None;
    };
    let weeks = input.present_weeks();
    let expected = words::range(claim.min, claim.max);
    let before = input.around_shift.and_then(|(before, _)| before.hands_on);
    let text = before.map_or_else(
        || "Building is wider than hands-on coding: review, design and support are not in it.".to_owned(),
        |share| format!("It was {} before. Building is wider than hands-on coding.", words::about(share)),
    );
    let source = claim.source.as_deref().map_or(String::new(), |key| format!(", source {key}"));
    let others = input.framework.hands_on.iter().filter(|c| c.role == role.id).skip(1).map(|c| {
        let source = c.source.as_deref().unwrap_or("another source");
        format!(" {source} says {}.", words::range(c.min, c.max))
    });
    let commits = words::count(present.totals.commits as usize, "commit", "commits");
    let assisted = match present.totals.assisted_commits {
        0 => String::new(),
        n => format!(", {n} of them by or with a coding agent"),
    };
    Some(Finding {
        check: "hands-on-range",
        subject: None,
        severity: if gap >= FAR { Severity::Acting } else { Severity::Watching },
        confidence: grade::at_most_fair(weeks.len(), present.coverage),
        audience: Audience::Oneself,
        headline: format!(
            "Hands-on coding is {} of working time, {side} {} {expected}",
            words::about(own),
            words::of(&words::a_role(role))
        ),
        text,
        reasons: vec![
            input.reason(format!("{commits} in {}{assisted}", words::count(weeks.len(), "week", "weeks")), &weeks),
            input.reason(
                format!(
                    "Coding, testing and pairing: {} seen in all, {} to {} by the evidence",
                    words::hours(present.totals.hands_on.point),
                    words::hours(present.totals.hands_on.low),
                    words::hours(present.totals.hands_on.high)
                ),
                &[],
            ),
        ],
        because: format!(
            "The whole range lies outside {expected}, {}{source}.{} What a commit stands for is an assumption.",
            claim.basis.words(),
            others.collect::<String>()
        ),
    })
}
