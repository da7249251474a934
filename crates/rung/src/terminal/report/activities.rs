//! Activities: hours a week, with what changed.

use rung_app::answer::ActivityLine;

use super::Sheet;

/// Rows shown; the page shows all.
const MOST: usize = 12;

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    let lines = &sheet.report.activities;
    if lines.is_empty() {
        return String::new();
    }
    let changed = lines.iter().any(|line| line.before.is_some());
    let mut out = sheet.heading("What the hours went into, hours a week");
    let head = if changed { "since      range        before   change" } else { "           range" };
    out.push_str(&sheet.ink.faint(&format!("  {:<44} {head}\n", "")));
    for line in lines.iter().take(MOST) {
        out.push_str(&row(sheet, line));
    }
    if lines.len() > MOST {
        out.push_str(&sheet.ink.faint(&format!("  and {} more in --json and --html\n", lines.len() - MOST)));
    }
    out
}

fn row(sheet: &Sheet<'_>, line: &ActivityLine) -> String {
    let name = sheet.ink.bucket(line.bucket, &format!("{:<44}", line.activity.name()));
    let hours = |minutes: f64| minutes / 60.0;
    let range = format!("{:.1}–{:.1}", hours(line.weekly.low), hours(line.weekly.high));
    let mut out = format!("  {name} {:>5.1}  {range:>10}", hours(line.weekly.point));
    if let Some(before) = line.before {
        let change = hours(line.weekly.point - before.point);
        out.push_str(&format!("  {:>10.1}  {change:>+7.1}", hours(before.point)));
    }
    out.push('\n');
    out
}
