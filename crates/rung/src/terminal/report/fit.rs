//! Which roles the weeks are nearest to, and what the verdict gate answers.

use rung_measure::fit::{CandidateFit, Shortfall, Verdict};
use rung_views::words;

use super::Sheet;
use crate::terminal::bar;

const TRACK: usize = 30;
/// Rows shown beside the candidates.
const OTHERS: usize = 3;

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    let fit = &sheet.report.fit;
    let mut out = sheet.heading("How much of your week each role would share");
    if let Verdict::NotEnough(short) = &fit.verdict {
        out.push_str(&format!("  Not enough to say. Short: {}.\n", list(short)));
    }
    let unnamed = sheet.report.held.is_none();
    if fit.roles.is_empty() {
        for shape in &sheet.report.shapes {
            let expected = format!("{} ({})", words::triple(&shape.split.split), shape.split.basis.words());
            out.push_str(&format!("  {:<28} expects {expected}; too little was seen to compare\n", shape.role.name));
        }
    }
    let others = fit.roles.iter().filter(|role| !role.candidate).take(if unnamed { fit.roles.len() } else { OTHERS });
    for role in fit.roles.iter().filter(|role| role.candidate).chain(others) {
        out.push_str(&row(sheet, role));
    }
    if unnamed {
        out.push_str("  Name the role you hold with --role, e.g. --role tech_lead; `rung roles` lists them.\n");
    }
    out
}

fn row(sheet: &Sheet<'_>, role: &CandidateFit) -> String {
    let track = bar::range(role.overlap.low, role.overlap.point, role.overlap.high, TRACK);
    let name = format!("{:<28}", role.name);
    let name = if role.held { sheet.ink.strong(&name) } else { name };
    let held = if role.held { "  the role you hold" } else { "" };
    format!("  {name} {track}  {}{held}\n", words::range(role.overlap.low, role.overlap.high))
}

fn list(short: &[Shortfall]) -> String {
    let said: Vec<String> = short
        .iter()
        .map(|short| match short {
            Shortfall::Weeks { have, need } => format!("{have} of {need} weeks"),
            Shortfall::Hours { have, need } => format!("{have:.0} of {need:.0} observed hours"),
            Shortfall::Coverage { have, need } => {
                format!("{} of {} coverage", words::percent(*have), words::percent(*need))
            }
            Shortfall::Sources { have, need } => format!("{have} of {need} independent sources"),
            Shortfall::NoCalendar => "no calendar".to_owned(),
        })
        .collect();
    said.join(", ")
}
