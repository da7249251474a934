//! What a reading rests on, in words.

use jiff::civil::Weekday;
use rung_measure::unseen::ASSUMED_DAYS;
use rung_model::{prior::CalibrationError, schedule::Schedule};

use crate::answer::Report;

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn weekdays(days: &[Weekday]) -> String {
    use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    if days == [Monday, Tuesday, Wednesday, Thursday, Friday] {
        return "Monday to Friday".to_owned();
    }
    days.iter().map(|d| format!("{d:?}")).collect::<Vec<_>>().join(", ")
}

/// "09:00-17:30, 30 minutes lunch, Monday to Friday".
fn hours(schedule: &Schedule) -> String {
    format!(
        "{}\u{2013}{}, {} minutes lunch, {}",
        clock(schedule.start),
        clock(schedule.end),
        schedule.lunch,
        weekdays(&schedule.days)
    )
}

/// How well calibration does on days it was not told of.
fn missed(error: &CalibrationError) -> String {
    let percent = |share: f64| format!("{:.0} %", 100.0 * share);
    let signed = |share: f64| format!("{:+.0} %", 100.0 * share);
    format!(
        " Each of {} of them estimated from the others is missed by {} of its minutes, without calibration by {}; all of \
         them together by {}, without calibration by {}.",
        error.days,
        percent(error.calibrated),
        percent(error.assumed),
        signed(error.calibrated_sum),
        signed(error.assumed_sum)
    )
}

/// One sentence for each assumption behind `report`.
pub(crate) fn of(report: &Report) -> Vec<String> {
    let assumed = if report.schedule.assumed { " (assumed; state yours with --hours or a roster)" } else { "" };
    let mut all = vec![format!("Working hours: {}{assumed}, in {}.", hours(&report.schedule), report.zone)];
    all.push(match report.priors.calibrated_days {
        0 => "What a commit or a review took is assumed, within the limits listed here, and not calibrated: \
              no day of yours is logged whole."
            .to_owned(),
        n => format!(
            "What a commit or a review took is calibrated on {n} days you logged whole.{}",
            report.priors.error.as_ref().map_or_else(String::new, missed)
        ),
    });
    all.push(
        "A meeting counts as attended for as long as it was scheduled if you accepted it; unanswered and tentative \
         ones count from nothing to in full. No calendar shows who came."
            .to_owned(),
    );
    let learned = report.unseen.map_or_else(String::new, |learned| {
        let days = learned.days as f64;
        format!(
            " Your {} days logged whole show what that time was spent on, and count for {:.0} % of this assumption.",
            learned.days,
            100.0 * days / (days + ASSUMED_DAYS)
        )
    });
    all.push(format!(
        "Shares of all working time add an allowance for what left no trace: it is taken to be spent much like what was \
         seen, give or take (a Dirichlet of eight times the split seen; at least 5 % is always taken as unseen).{learned} \
         Their ranges leave out one case in twenty at each end, and the best guess is the mean. The worst case assumes \
         nothing. Where unseen work is unlike seen work, the modelled share is wrong."
    ));
    all.push(
        "A role is called near only if it is nearest over the whole range by 10 points, with four weeks, 60 hours, 40 % of \
         working time and two kinds of source, one of them a calendar."
            .to_owned(),
    );
    all.push(
        "Time with no trace is never counted as anything, and seen time is never scaled up to fill the week."
            .to_owned(),
    );
    if report.compared_with_last_year {
        all.push(
            "What seemed to have changed was held against the same weeks a year earlier: what comes back with the season \
             is not called a change."
                .to_owned(),
        );
    } else if report.shift.is_some() {
        all.push(
            "No source reaches back a year, so a season that comes back every year cannot be told from a lasting change."
                .to_owned(),
        );
    }
    if let Some(held) = &report.held {
        let source = held.split.source.as_deref().map_or(String::new(), |key| format!(", source {key}"));
        all.push(format!(
            "The expected split of a {} is {}{source}; how much people in that role differ is our synthesis.",
            held.role.name.to_lowercase(),
            held.split.basis.words()
        ));
    }
    all
}
