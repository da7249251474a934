//! Week by week: hours by bucket as bars, and focus.

use rung_app::answer::WeekLine;
use rung_model::bucket::Bucket;
use rung_views::words;

use super::Sheet;
use crate::terminal::bar;

const GLYPHS: [char; 6] = ['█', '▓', '▒', '░', '?', '·'];

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    let report = sheet.report;
    if report.weeks.len() < 2 {
        return String::new();
    }
    let mut out = sheet.heading("Week by week");
    let most = report.weeks.iter().map(|w| w.reading.totals.whole()).fold(0.0, f64::max);
    if most <= 0.0 {
        return String::new();
    }
    out.push_str(&sheet.ink.faint(&format!("  {:<9} {:<40} seen   focus a week\n", "week of", "")));
    for line in &report.weeks {
        out.push_str(&row(sheet, line, most));
        if let Some(shift) = report.shift.as_ref().filter(|shift| shift.week == line.week) {
            let (from, to) = shift.range;
            let dated = if from == to {
                "the change began here".to_owned()
            } else {
                format!(
                    "the change began here, or between {} and {}",
                    words::day(from.monday()),
                    words::day(to.monday())
                )
            };
            out.push_str(&format!("  {:<9} ↑ {dated}\n", ""));
        }
    }
    out
}

fn row(sheet: &Sheet<'_>, line: &WeekLine, most: f64) -> String {
    let totals = &line.reading.totals;
    let day = words::day(line.week.monday());
    if totals.capacity <= 0.0 && totals.observed() <= 0.0 {
        return format!("  {day:<9} away\n");
    }
    let mut parts: Vec<f64> = totals.in_window.iter().map(|m| m.point).collect();
    parts.extend([totals.unclassified.point, totals.unobserved()]);
    let width = (totals.whole() / most * 40.0).round() as usize;
    let mut drawn = String::new();
    for (index, cells) in bar::cells(&parts, width).into_iter().enumerate() {
        let run: String = std::iter::repeat_n(GLYPHS[index], cells).collect();
        drawn.push_str(&match Bucket::ALL.get(index) {
            Some(bucket) => sheet.ink.bucket(*bucket, &run),
            None => sheet.ink.faint(&run),
        });
    }
    let pad = " ".repeat(40_usize.saturating_sub(width));
    let seen = words::percent(line.reading.coverage);
    format!("  {day:<9} {drawn}{pad} {seen:>5}  {:>5.1} h\n", line.focus.focus / 60.0)
}
