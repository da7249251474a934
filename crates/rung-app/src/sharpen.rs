//! What would make a reading sharper, largest effect first.

use rung_model::{bucket::Bucket, manifest::SourceKind};

use crate::answer::{Report, Sharpen};

/// At most this many hints: more is a list nobody works through.
const MOST: usize = 4;

/// The hints for `report`.
pub(crate) fn of(report: &Report) -> Vec<Sharpen> {
    let has = |kind| report.sources.iter().any(|s| s.manifest.kind == kind);
    let mut hints = Vec::new();
    if !has(SourceKind::Calendar) {
        hints.push(Sharpen {
            headline: "Add your calendar".to_owned(),
            text: "Strategy and people cannot be seen from git alone. A calendar shows both, and is what a verdict \
                   needs most."
                .to_owned(),
            command: "rung help calendar".to_owned(),
        });
    }
    if !has(SourceKind::Git) {
        hints.push(Sharpen {
            headline: "Add the repositories you work in".to_owned(),
            text: "Coding and review leave their traces in git; without it building shows only as meetings.".to_owned(),
            command: "rung report --git DIR".to_owned(),
        });
    }
    if let Some(hint) = titles(report) {
        hints.push(hint);
    }
    if report.held.is_none() {
        hints.push(Sharpen {
            headline: "Name the role you hold".to_owned(),
            text: "Then your weeks are read against it, not only beside all roles.".to_owned(),
            command: "rung report --role tech_lead".to_owned(),
        });
    }
    if report.who.team.is_none() && has(SourceKind::Calendar) {
        hints.push(Sharpen {
            headline: "Write down who reports to whom".to_owned(),
            text: "A title such as \"A / B\" cannot tell a 1:1 with a report from one with your manager; a roster can."
                .to_owned(),
            command: "rung init".to_owned(),
        });
    }
    if report.priors.calibrated_days == 0 && report.window.buckets[Bucket::Building.index()].minutes.point > 0.0 {
        hints.push(Sharpen {
            headline: "Log three ordinary days by hand".to_owned(),
            text: "They calibrate how long your commits take. In simulation, without calibration estimates of coding \
                   time were off by -76 to +91 %, with three logged weeks by -10 to +26 %."
                .to_owned(),
            command: "rung log yesterday coding 2h30m --whole".to_owned(),
        });
    }
    hints.truncate(MOST);
    hints
}

fn titles(report: &Report) -> Option<Sharpen> {
    let minutes: f64 = report.unknown_titles.iter().map(|(_, m)| m).sum();
    let weeks = report.weeks.len().max(1) as f64;
    let (first, most) = report.unknown_titles.first()?;
    if minutes < 60.0 {
        return None;
    }
    let n = report.unknown_titles.len();
    let noun = if n == 1 { "title" } else { "titles" };
    Some(Sharpen {
        headline: format!("Name {n} {noun} no rule knows"),
        text: format!(
            "They hold {:.1} hours a week that were seen but not sorted. The largest: \"{first}\", {:.0} hours in the window.",
            minutes / 60.0 / weeks,
            most / 60.0
        ),
        command: "rung rules add --title '(?i)...' --activity alignment".to_owned(),
    })
}
