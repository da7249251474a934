//! Findings, most severe first.

use rung_measure::finding::Finding;
use rung_views::words;

use super::Sheet;
use crate::terminal::print::fold;

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    let findings = &sheet.report.findings;
    let mut out = sheet.heading(match findings.len() {
        0 => "No pattern stands out",
        1 => "One pattern to look at",
        _ => "Patterns to look at",
    });
    for finding in findings {
        out.push_str(&one(sheet, finding));
    }
    for one in &sheet.report.snoozed {
        let why = one.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        let line = format!("  Put off until {}{why}  [{}]\n", words::date(one.until), one.finding.key());
        out.push_str(&sheet.ink.faint(&line));
    }
    if !findings.is_empty() && !sheet.explain {
        out.push_str(&sheet.ink.faint("  --explain adds the rule behind each and its evidence.\n"));
    }
    out
}

fn one(sheet: &Sheet<'_>, finding: &Finding) -> String {
    let mut out = format!(
        "  {}\n  {}\n",
        sheet.ink.strong(&finding.headline),
        sheet.ink.faint(&format!("{}, {}", finding.severity.words(), finding.confidence.words().to_lowercase()))
    );
    if let Some(answer) = sheet.report.disputed.get(&finding.key()) {
        let why = answer.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        out.push_str(&format!("{}\n", fold(&format!("You dispute this{why}"), sheet.columns, 4)));
    }
    out.push_str(&format!("{}\n", fold(&finding.text, sheet.columns, 4)));
    for reason in &finding.reasons {
        out.push_str(&format!("    - {}\n", fold(&reason.text, sheet.columns - 2, 6).trim_start()));
        if sheet.explain && !reason.evidence.is_empty() {
            let ids: Vec<String> = reason.evidence.iter().take(6).map(|id| id.to_string()[..12].to_owned()).collect();
            let more = reason.evidence.len().saturating_sub(6);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            out.push_str(&format!("      evidence {}{more}\n", ids.join(" ")));
        }
    }
    if sheet.explain {
        let key = finding.key();
        let answer = format!("Not now, or not so? rung findings snooze {key} | rung findings dispute {key}");
        out.push_str(&format!("{}\n", sheet.ink.faint(&fold(&finding.because, sheet.columns, 4))));
        out.push_str(&format!("{}\n", sheet.ink.faint(&fold(&answer, sheet.columns, 4))));
    }
    out.push('\n');
    out
}
