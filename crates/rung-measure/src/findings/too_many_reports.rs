//! `too-many-reports`: more reports than the hours for people allow.

use rung_model::bucket::Bucket;

use super::{FindingInput, grade};
use crate::{
    finding::{Audience, Finding, Severity},
    words,
};

/// Hours a week one report takes: a 1:1 with preparation and follow-up, feedback, growth. Rung's own
/// synthesis around the half day a week of Grove's rule for those who report often.
pub const HOURS_PER_REPORT: f64 = 2.5;

/// Reports that fit: the hours for people divided by the hours each takes, whole (MEASURE section 10).
/// `people_share` is 0-1, `weekly_hours` the working hours of a week.
pub fn capacity(people_share: f64, weekly_hours: f64, hours_per_report: f64) -> u32 {
    if hours_per_report <= 0.0 || !people_share.is_finite() || !weekly_hours.is_finite() {
        return 0;
    }
    (people_share * weekly_hours / hours_per_report + 1e-9).floor().max(0.0) as u32
}

/// Compared with the people share expected of the role held, else with the person's own. Acting from half
/// as many again as fit, watching otherwise.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let reports = input.reports_now?;
    let present = input.present();
    let totals = &present.totals;
    let days = f64::from(totals.working_days) - totals.away_days;
    if days <= 0.0 {
        return None;
    }
    let weekly = totals.capacity / days * 5.0 / 60.0;
    let expected = input.held_role().and_then(|role| Some((role, input.framework.split_of(&role.id)?)));
    let own = present.bucket(Bucket::People).headline;
    let (share, whose) = match expected {
        Some((role, claim)) => (claim.split.people, format!("expected of {}", words::a_role(role))),
        None => (own?.point, "of your own weeks".to_owned()),
    };
    let fit = capacity(share, weekly, HOURS_PER_REPORT);
    if reports <= fit {
        return None;
    }
    let weeks = input.present_weeks();
    let basis = expected.map_or(String::new(), |(_, claim)| format!(" The split is {}.", claim.basis.words()));
    let mut reasons = vec![input.reason(
        format!(
            "{} of {weekly:.0} hours a week is {:.1} h for people, {:.1} h for each of {}",
            words::percent(share),
            share * weekly,
            share * weekly / f64::from(reports),
            words::count(reports as usize, "report", "reports")
        ),
        &[],
    )];
    if let Some(own) = own {
        reasons.push(input.reason(format!("People took {} of working time", words::about(own)), &weeks));
    }
    Some(Finding {
        check: "too-many-reports",
        subject: None,
        severity: if f64::from(reports) >= 1.5 * f64::from(fit.max(1)) { Severity::Acting } else { Severity::Watching },
        confidence: grade::at_most_fair(weeks.len(), present.coverage),
        audience: Audience::Oneself,
        headline: format!(
            "{} more than the hours for people allow: there is room for {fit}",
            words::count(reports as usize, "report is", "reports are")
        ),
        text: format!("The people share {whose} leaves room for {fit} at {HOURS_PER_REPORT} hours a week each."),
        reasons,
        because: format!(
            "Room = people share x weekly hours / {HOURS_PER_REPORT} hours a report, rounded down.{basis} Hours a report are our synthesis."
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// MEASURE section 10: 20 h / 2.5 = 8.
    #[test]
    fn half_of_forty_hours_holds_eight_reports() {
        assert_eq!(capacity(0.5, 40.0, 2.5), 8);
        assert_eq!(capacity(0.5, 40.0, 4.0), 5);
        assert_eq!(capacity(0.35, 40.0, 2.5), 5);
        assert_eq!(capacity(0.5, 40.0, 0.0), 0);
    }
}
