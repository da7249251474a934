//! `drift`: the split changed and stayed changed.

use rung_model::{bucket::Bucket, week::Week};

use super::{FindingInput, grade};
use crate::{
    drift::{BASELINE_WEEKS, FLOOR},
    finding::{Audience, Finding, Severity},
    shift::Shift,
    words,
};

/// Change of the share from which a drift is worth acting on.
const LARGE: f64 = 0.20;

/// Acting where the share of a bucket moved by 20 points or more, watching otherwise.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let shift = input.shift?;
    let index = Bucket::SPLIT.into_iter().position(|b| b == shift.bucket)?;
    let (before, after) = (shift.before.get(index)?, shift.after.get(index)?);
    let change = after.point - before.point;
    let name = shift.bucket.name();
    let weeks: Vec<_> = input.weeks.iter().filter(|(week, _)| *week >= shift.week).collect();
    let others: Vec<String> = Bucket::SPLIT
        .into_iter()
        .zip(shift.before.iter().zip(&shift.after))
        .filter(|(bucket, _)| *bucket != shift.bucket)
        .map(|(bucket, (before, after))| {
            format!("{} went from {} to {}", bucket.name(), words::about(*before), words::about(*after))
        })
        .collect();
    Some(Finding {
        check: "drift",
        subject: Some(format!("{}:{}", shift.bucket.id(), shift.week)),
        severity: if change.abs() >= LARGE { Severity::Acting } else { Severity::Watching },
        confidence: grade::of(shift.weeks_since as usize, input.present().coverage),
        audience: Audience::Oneself,
        headline: format!(
            "Since the week of {}, {} takes {} of working time; before it was {}",
            day(shift.week),
            name.to_lowercase(),
            words::about(*after),
            words::about(*before)
        ),
        text: format!("{}.", others.join(". ")),
        reasons: vec![
            input.reason(
                format!(
                    "{name} {} by {:.0} points and has held for {}",
                    if change > 0.0 { "rose" } else { "fell" },
                    (change.abs() * 100.0).round(),
                    words::count(shift.weeks_since as usize, "week", "weeks")
                ),
                &weeks,
            ),
            input.reason(
                format!("The change began {}; it was clear by the week of {}", began(shift), day(shift.alarm)),
                &[],
            ),
        ],
        because: format!(
            "A running sum of weekly shares against the first {BASELINE_WEEKS} weeks raised it (deviations under {:.0} points \
             are taken as {:.0}); a Bayesian change-point dated it. The same weeks a year earlier are compared where \
             they are there.",
            FLOOR * 100.0,
            FLOOR * 100.0
        ),
    })
}

fn day(week: Week) -> String {
    words::date(week.monday())
}

/// "in the week of 20 Jul 2026", or between which weeks.
fn began(shift: &Shift) -> String {
    let (from, to) = shift.range;
    if from == to {
        return format!("in the week of {}", day(from));
    }
    format!("between the weeks of {} and {}", day(from), day(to))
}
