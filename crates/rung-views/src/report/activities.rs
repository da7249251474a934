//! Activities: hours a week by kind of work, and what changed.

use maud::{Markup, html};
use rung_app::answer::ActivityLine;

use super::lens::Lens;
use crate::{
    parts::{self, head, prose, swatch},
    plot::{Extent, change_bar, range_bar},
    tone::Tone,
    words,
};

/// Minutes a week below which a row says nothing.
const LEAST: f64 = 3.0;

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let mut lines: Vec<&ActivityLine> = lens
        .report
        .activities
        .iter()
        .filter(|line| line.weekly.point.max(line.before.map_or(0.0, |before| before.point)) >= LEAST)
        .collect();
    let changed = lens.before.is_some() && lines.iter().any(|line| line.before.is_some());
    if changed {
        lines.sort_by(|a, b| change(b).total_cmp(&change(a)));
    }
    let (headline, note) = finding(lens, &lines, changed);
    parts::section(
        "activities",
        &html! {
            (head("activities", "Activities", &headline, &note))
            @if !lines.is_empty() { (table(lens, &lines, changed)) }
        },
    )
}

fn change(line: &ActivityLine) -> f64 {
    line.weekly.point - line.before.map_or(0.0, |before| before.point)
}

fn finding(lens: &Lens<'_>, lines: &[&ActivityLine], changed: bool) -> (String, String) {
    let note = if lens.live.is_some() {
        "Under Weeks and days, every day names each minute, the evidence behind it and the rule that sorted it."
    } else {
        "For any day, `rung explain DATE` names each minute, the evidence behind it and the rule that sorted it."
    };
    let note = note.to_owned();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return ("No activity was seen".to_owned(), "Nothing seen is not the same as nothing done.".to_owned());
    };
    if !changed {
        return (
            format!("{} takes most: about {} hours a week", first.activity.name(), words::weekly(first.weekly.point)),
            note,
        );
    }
    let told = |line: &ActivityLine, verb: &str| {
        let before = words::weekly(line.before.map_or(0.0, |before| before.point));
        format!("{verb} from {before} to {}", words::weekly(line.weekly.point))
    };
    let up = format!("{} {}", first.activity.name(), told(first, "rose"));
    let down = format!("{} {}", words::lower_first(last.activity.name()), told(last, "fell"));
    let headline = match (change(first) > LEAST, change(last) < -LEAST) {
        (true, true) => format!("{up} hours a week; {down}"),
        (true, false) => format!("{up} hours a week"),
        (false, true) => format!("{} hours a week", words::capital(&down)),
        (false, false) => format!("No single activity moved much {}", lens.when()),
    };
    (headline, note)
}

fn table(lens: &Lens<'_>, lines: &[&ActivityLine], changed: bool) -> Markup {
    let extent = Extent {
        fall: lines.iter().map(|line| -change(line)).fold(0.0, f64::max),
        rise: lines.iter().map(|line| change(line)).fold(0.0, f64::max),
    };
    let most = lines.iter().map(|line| line.weekly.high).fold(0.0, f64::max);
    let (before, since) = lens.worked();
    let caption = if changed {
        format!(
            "Hours a week, best guess and range, largest rise first. “Before” is {}, “since” {}.",
            words::count(before, "worked week", "worked weeks"),
            words::count(since, "worked week", "worked weeks")
        )
    } else {
        "Hours a week, best guess and range, largest first.".to_owned()
    };
    html! {
        table.activities {
            caption { (caption) }
            thead { tr {
                th scope="col" { "Activity" }
                th.wo scope="col" { "Bucket" }
                @if changed {
                    th.n scope="col" { "Before" }
                    th.n scope="col" { "Since" }
                    th.n scope="col" { "Change" }
                } @else {
                    th.n scope="col" { "Hours a week" }
                    th.n scope="col" { "Range" }
                }
                th.wo.drawn scope="col" { span.vh { (if changed { "Change drawn" } else { "Range drawn" }) } }
            } }
            tbody { @for line in lines { (row(line, changed, extent, most)) } }
        }
    }
}

fn row(line: &ActivityLine, changed: bool, extent: Extent, most: f64) -> Markup {
    let tone = Tone::Of(line.bucket);
    let weekly = &line.weekly;
    html! {
        tr {
            th scope="row" { span.with-sw { (swatch(tone)) span { (line.activity.name()) } } }
            td.wo { (line.bucket.name()) }
            @if changed {
                td.n { (words::weekly(line.before.map_or(0.0, |before| before.point))) }
                td.n { b { (words::weekly(weekly.point)) } @if words::weekly(weekly.low) != words::weekly(weekly.high) { " " span.small.wo { "(" (prose(&words::weekly_range(weekly))) ")" } } }
                td.n { (words::weekly_change(change(line))) }
                td.wo { (change_bar(change(line), extent, tone.class())) }
            } @else {
                td.n { b { (words::weekly(weekly.point)) } }
                td.n { (prose(&words::weekly_range(weekly))) }
                td.wo { (range_bar(weekly.low, weekly.point, weekly.high, most, tone.class())) }
            }
        }
    }
}
