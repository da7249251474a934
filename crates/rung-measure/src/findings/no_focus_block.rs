//! `no-focus-block`: most days have no free stretch long enough to think in.

use super::{FindingInput, grade, span::Span};
use crate::{
    finding::{Audience, Finding, Severity},
    words,
};

/// Latest weeks looked at, least weeks needed, and least days of a week to judge it.
const LATEST: usize = 8;
const LEAST_WEEKS: usize = 4;
const LEAST_DAYS: u32 = 3;
/// Share of a week's days without a block from which the week counts: four of five.
const MOST_DAYS: f64 = 0.80;
/// Part of the weeks from which it is raised, and from which to act.
const HALF: f64 = 0.50;
const NEARLY_ALL: f64 = 0.90;

/// Watching where at least half of the latest eight weeks have no two-hour block on four days of five,
/// acting where nearly all of them do.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let counted: Vec<_> = input.worked_weeks().into_iter().filter(|(_, r)| r.totals.focus.days >= LEAST_DAYS).collect();
    let latest = &counted[counted.len().saturating_sub(LATEST)..];
    let broken: Vec<_> = latest
        .iter()
        .copied()
        .filter(|(_, r)| {
            let focus = &r.totals.focus;
            let without = focus.days.saturating_sub(focus.days_with_block);
            f64::from(without) >= MOST_DAYS * f64::from(focus.days) - 1e-9
        })
        .collect();
    let part = broken.len() as f64 / latest.len().max(1) as f64;
    if latest.len() < LEAST_WEEKS || part < HALF {
        return None;
    }
    let span = Span::of(latest);
    Some(Finding {
        check: "no-focus-block",
        subject: None,
        severity: if part >= NEARLY_ALL { Severity::Acting } else { Severity::Watching },
        confidence: grade::of(latest.len(), span.coverage()),
        audience: Audience::Oneself,
        headline: "On most days there is no two-hour gap left".to_owned(),
        text: format!(
            "In {} of the last {} weeks, four days of five had no free gap of two hours or more. Moving meetings together \
             returns more of them than cancelling some.",
            broken.len(),
            latest.len()
        ),
        reasons: vec![
            input.reason(format!("{} of {} weeks", broken.len(), latest.len()), &broken),
            input.reason(format!("Focus about {} in five days", words::hours(span.weekly_focus())), &[]),
        ],
        because: "Focus is a free gap of at least two hours inside working hours; a week counts where four days of five have \
                  none. Tentative meetings count as free."
            .to_owned(),
    })
}
