//! What may be said about roles, in words: the gate, what is short, how much is in common.

use rung_measure::fit::{CandidateFit, Shortfall, Verdict};

use super::lens::Lens;
use crate::words;

/// The heading and note of the role section.
pub(crate) fn finding(lens: &Lens<'_>) -> (String, String) {
    let fit = &lens.report.fit;
    let held = fit.roles.iter().find(|role| role.held);
    match &fit.verdict {
        Verdict::NotEnough(short) => (
            "Not enough to say which role these weeks are like".to_owned(),
            format!(
                "Short of what a verdict needs: {}.",
                words::list(&short.iter().map(shortfall).collect::<Vec<_>>())
            ),
        ),
        Verdict::LooksLike { family, role, margin, .. } => {
            let named = role.as_ref().and_then(|id| fit.roles.iter().find(|fit| fit.role == *id));
            let phrase = named.map_or_else(|| family.phrase().to_owned(), |fit| words::a_role(&fit.name));
            let headline = held.map_or_else(|| format!("Time looks like {phrase}"), common);
            let gate = format!(
                "The nearest family of roles is the same over every split the evidence allows, by {} at least; ten are needed.",
                words::points(*margin)
            );
            let note = match named {
                Some(_) => format!("{gate} The activities single out the role within it."),
                None => format!(
                    "{gate} Rung says “{}” because the time alone supports no more than that.",
                    phrase.trim_start_matches("a ")
                ),
            };
            (headline, note)
        }
        Verdict::Between(families) => {
            let names: Vec<&str> = families.iter().map(|family| family.phrase()).collect();
            let headline = held.map_or_else(|| "More than one kind of role stays possible".to_owned(), common);
            (
                headline,
                format!("Enough was seen, but the range still holds more than one answer: {}.", words::list(&names)),
            )
        }
    }
}

/// "Your week and a tech lead's have about half in common".
fn common(held: &CandidateFit) -> String {
    let amount = match held.overlap.point {
        ..0.25 => "little",
        0.25..0.42 => "about a third",
        0.42..0.59 => "about half",
        0.59..0.71 => "about two thirds",
        0.71..0.85 => "about three quarters",
        _ => "most of their time",
    };
    format!("Your week and {}’s have {amount} in common", words::a_role(&held.name))
}

/// What is short, with what there is and what is needed.
pub(crate) fn shortfall(short: &Shortfall) -> String {
    match short {
        Shortfall::Weeks { have, need } => format!("{have} of {need}\u{a0}weeks with evidence"),
        Shortfall::Hours { have, need } => {
            format!("{} of {} seen", words::hours(have * 60.0).replace("\u{a0}h", ""), words::hours(need * 60.0))
        }
        Shortfall::Coverage { have, need } => {
            format!("{} of working time seen where {} is needed", words::percent(*have), words::percent(*need))
        }
        Shortfall::Sources { have, need } => format!("{have} of {need} kinds of source"),
        Shortfall::NoCalendar => "no calendar".to_owned(),
    }
}
