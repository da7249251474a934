//! The head of the reading: who, when, the sentence, and how much was seen.

use rung_model::bucket::Bucket;
use rung_views::words;

use super::Sheet;
use crate::terminal::{bar, print};

/// Glyphs of the coverage bar: the four buckets, seen but unknown, not seen.
const GLYPHS: [char; 6] = ['█', '▓', '▒', '░', '?', '·'];

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    let report = sheet.report;
    let mut out = format!("{}\n", sheet.ink.strong(&who(sheet)));
    let weeks = report.weeks.len();
    let noun = if weeks == 1 { "week" } else { "weeks" };
    out.push_str(&format!(
        "{} – {}, {weeks} {noun}, days counted in {}\n",
        words::date(report.first),
        words::date(report.last),
        report.zone
    ));
    if report.who.invented {
        out.push_str(&sheet.ink.faint("The example organisation: everyone in it is invented.\n"));
    }
    if !report.who.added.is_empty() {
        out.push_str(&format!("Addresses added by hand: {}\n", report.who.added.join(", ")));
    }
    out.push_str(&format!("\n{}\n\n", print::fold(&sheet.ink.strong(&report.sentence), sheet.columns, 0)));
    out.push_str(&coverage(sheet));
    out
}

fn who(sheet: &Sheet<'_>) -> String {
    let report = sheet.report;
    let name = report.who.name.clone().unwrap_or_else(|| match report.who.addresses.first() {
        Some(address) => address.clone(),
        None => "You".to_owned(),
    });
    let mut parts = vec![name];
    if let Some(held) = &report.held {
        let position = held.position.as_ref().map_or(String::new(), |p| format!(" {p}"));
        let since = held.since.map_or(String::new(), |day| format!(" since {}", words::date(day)));
        parts.push(format!("{}{position}, {}{since}", held.role.name, held.ground));
    }
    if let Some(team) = &report.who.team {
        parts.push(match &report.who.organisation {
            Some(organisation) => format!("{team}, {organisation}"),
            None => team.clone(),
        });
    }
    parts.join(" · ")
}

fn coverage(sheet: &Sheet<'_>) -> String {
    let totals = &sheet.report.window.totals;
    let capacity = totals.capacity;
    if totals.whole() <= 0.0 {
        return "There is no working time in this window.\n".to_owned();
    }
    let mut parts: Vec<f64> = totals.in_window.iter().map(|m| m.point).collect();
    parts.extend([totals.unclassified.point, totals.unobserved()]);
    let names = ["strategy", "people", "building", "other", "seen, kind unknown", "not seen"];
    let cells = bar::cells(&parts, sheet.columns.min(80));
    let mut drawn = String::new();
    for (index, cells) in cells.iter().enumerate() {
        let run: String = std::iter::repeat_n(GLYPHS[index], *cells).collect();
        drawn.push_str(&match Bucket::ALL.get(index) {
            Some(bucket) => sheet.ink.bucket(*bucket, &run),
            None => sheet.ink.faint(&run),
        });
    }
    let key: Vec<String> = names
        .iter()
        .zip(&parts)
        .enumerate()
        .filter(|(index, (_, minutes))| **minutes > 0.0 && *index < 6)
        .map(|(index, (name, minutes))| format!("{} {name} {}", GLYPHS[index], words::hours(*minutes)))
        .collect();
    let mut out = format!(
        "Seen: {} of {} working time. {} left no trace; that is not counted as anything.\n{drawn}\n{}\n",
        words::percent(sheet.report.window.coverage),
        words::hours(capacity),
        words::hours(totals.unobserved()),
        print::fold(&key.join("   "), sheet.columns, 0),
    );
    if totals.after_hours_total() >= 1.0 {
        out.push_str(&format!("Outside working hours: {} more.\n", words::hours(totals.after_hours_total())));
    }
    out
}
