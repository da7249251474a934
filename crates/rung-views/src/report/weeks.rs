//! Week by week: stacked hours with the shift dated, and room to concentrate.

use maud::{Markup, html};
use rung_app::answer::WeekLine;

use super::{lens::Lens, opening::bucket_words};
use crate::{
    parts::{self, Twin, caption, head, key},
    plot::{WeekColumn, WeekShift, focus_strip, week_columns},
    tone::Tone,
    words,
};

/// Fewer weeks than this stand in a narrower plot, so that columns do not grow into walls.
const FEW: usize = 10;

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let (headline, note) = finding(lens);
    parts::section(
        "weeks",
        &html! {
            (head("weeks", "Week by week", &headline, &note))
            div.aside.apart {
                (hours(lens))
                (focus(lens))
            }
        },
    )
}

fn finding(lens: &Lens<'_>) -> (String, String) {
    let weeks = lens.report.weeks.len();
    let Some(shift) = &lens.report.shift else {
        return if !lens.sees_anything() {
            (
                format!("{} without any evidence", words::capital(&words::count(weeks, "week", "weeks"))),
                "Every column is hatched: nobody can tell a quiet week from an unseen one.".to_owned(),
            )
        } else if lens.split().is_none() {
            (
                "A lasting change cannot be told".to_owned(),
                "It is looked for in the shares, and no shares can be given.".to_owned(),
            )
        } else if weeks < 12 {
            (
                "Too few weeks to tell a lasting change".to_owned(),
                "A change is looked for against at least eight weeks of baseline.".to_owned(),
            )
        } else {
            (
                "No lasting change".to_owned(),
                "Weeks differ; none of the three shares moved and stayed moved.".to_owned(),
            )
        };
    };
    let from = shift.range.0.monday();
    let to = shift.range.1.monday();
    let dated = if from == to {
        format!("The shift is dated from the shares themselves to the week of {}", words::day(from))
    } else {
        format!(
            "The shift is dated from the shares themselves: it began between the weeks of {} and {}",
            words::day(from),
            words::day(to)
        )
    };
    let note = if shift.alarm > shift.range.1 {
        format!("{dated}. It stood out by the week of {}.", words::day(shift.alarm.monday()))
    } else {
        format!("{dated}.")
    };
    let part = shift.bucket.index();
    let verb = match (shift.before.get(part), shift.after.get(part)) {
        (Some(before), Some(after)) if after.point > before.point => "rose",
        (Some(before), Some(after)) if after.point < before.point => "fell",
        _ => "changed",
    };
    let held = words::count(shift.weeks_since as usize, "week", "weeks");
    (
        format!(
            "{} {verb} in {} and has stayed there for {held}",
            words::capital(bucket_words(shift.bucket)),
            words::roughly(shift.week.monday())
        ),
        note,
    )
}

fn hours(lens: &Lens<'_>) -> Markup {
    let lines = &lens.report.weeks;
    let columns: Vec<WeekColumn> = lines.iter().map(column).collect();
    let shift = shift(lens);
    let title = "Hours a week, by kind";
    let subtitle = format!(
        "{} from {}, best guess. Columns stand at contracted hours; the hatched part was not seen.",
        words::count(lines.len(), "week", "weeks"),
        words::date(lens.report.first)
    );
    let desc = told(lens);
    let entries: Vec<_> = Tone::ALL.into_iter().map(|tone| (tone, None, None)).collect();
    html! {
        figure {
            (caption(title, &subtitle))
            (key(&entries))
            div.gutter.few[lens.report.weeks.len() < FEW] { (week_columns(title, &desc, &columns, shift.as_ref())) }
            (Twin {
                summary: "Every week as a table",
                caption: "Hours a week, best guess",
                heads: &["Week of", "Strategy", "People", "Building", "Other", "Kind unknown", "Not seen", "Working hours"],
                rows: lines.iter().zip(&columns).map(|(line, column)| {
                    let mut cells: Vec<String> = column.parts.iter().map(|hours| format!("{hours:.1}")).collect();
                    for (cell, reading) in cells.iter_mut().zip(&line.reading.buckets) {
                        if !reading.visible { "–".clone_into(cell); }
                    }
                    cells.push(if column.contracted > 0.0 { format!("{:.0}", column.contracted) } else { "away".to_owned() });
                    (words::date(column.monday), cells)
                }).collect(),
            }.draw())
        }
    }
}

fn column(line: &WeekLine) -> WeekColumn {
    let totals = &line.reading.totals;
    let parts = Tone::ALL.map(|tone| {
        let minutes = match tone {
            Tone::Of(bucket) => totals.bucket(bucket).point,
            Tone::Unknown => totals.unclassified.point,
            Tone::Unseen => totals.unobserved(),
        };
        minutes / 60.0
    });
    WeekColumn { monday: line.week.monday(), contracted: totals.capacity / 60.0, parts }
}

fn shift(lens: &Lens<'_>) -> Option<WeekShift> {
    let shift = lens.report.shift.as_ref()?;
    let place = |week| lens.report.weeks.iter().position(|line| line.week == week);
    let at = place(shift.week)?;
    let range = (place(shift.range.0).unwrap_or(at), place(shift.range.1).unwrap_or(at));
    let day = words::day(shift.week.monday());
    let (early, late) = (at.saturating_sub(range.0), range.1.saturating_sub(at));
    let give = match early.max(late) {
        0 => String::new(),
        1 => ", give or take one".to_owned(),
        more => format!(", give or take {}", words::numeral(more)),
    };
    let plus = if early.max(late) > 0 { format!(", ±\u{a0}{}", early.max(late)) } else { String::new() };
    Some(WeekShift {
        at,
        range,
        words: (format!("Shift dated to the week of {day}{give}"), format!("Shift: week of {day}{plus}")),
    })
}

fn told(lens: &Lens<'_>) -> String {
    let lines = &lens.report.weeks;
    let mean = |lines: &[WeekLine], part: usize| {
        let worked: Vec<_> = lines.iter().filter(|line| line.reading.totals.capacity > 0.0).collect();
        let sum: f64 = worked.iter().filter_map(|line| column(line).parts.get(part).copied()).sum();
        if worked.is_empty() { 0.0 } else { sum / worked.len() as f64 }
    };
    let split = shift(lens).map(|shift| shift.at);
    let parts: Vec<String> = Tone::ALL
        .into_iter()
        .enumerate()
        .map(|(part, tone)| match split {
            Some(at) => {
                let (before, since) = lines.split_at(at.min(lines.len()));
                format!("{} {:.1} hours a week before, {:.1} since", tone.name(), mean(before, part), mean(since, part))
            }
            None => format!("{} {:.1} hours a week", tone.name(), mean(lines, part)),
        })
        .collect();
    format!("Means of worked weeks: {}", parts.join("; "))
}

fn focus(lens: &Lens<'_>) -> Markup {
    if !lens.has_calendar() {
        return html! {
            figure {
                (caption("Room to concentrate", "Focus is the time between meetings; without a calendar nobody can tell how the day was cut."))
                svg.plot width="100%" height="72" role="img" aria-labelledby="foc-t foc-d" {
                    title id="foc-t" { "Room to concentrate" }
                    desc id="foc-d" { "Cannot be seen without a calendar" }
                    rect.b-x.faint width="100%" height="72" {}
                    rect.frame width="100%" height="72" {}
                    text.k.halo x="12" y="40" { "cannot be seen without a calendar" }
                }
            }
        };
    }
    let weeks: Vec<_> = lens
        .report
        .weeks
        .iter()
        .map(|line| (line.week.monday(), line.focus.focus / 60.0, line.focus.fragmented / 60.0))
        .collect();
    let said = focus_words(lens);
    let title = "Room to concentrate";
    let rows = lens
        .report
        .weeks
        .iter()
        .map(|line| {
            let days = format!("{} of {}", line.focus.days_with_block, line.focus.days);
            let cells = vec![
                words::weekly(line.focus.focus),
                words::weekly(line.focus.fragmented),
                words::weekly(line.focus.meetings),
                days,
            ];
            (words::date(line.week.monday()), cells)
        })
        .collect();
    html! {
        figure {
            (caption(title, &format!("Hours a week between meetings. {said}")))
            div.gutter.few[lens.report.weeks.len() < FEW] { (focus_strip(title, &said, &weeks, shift(lens).map(|shift| shift.at))) }
            (Twin {
                summary: "Focus as a table",
                caption: "Hours a week; days with a free gap of two hours",
                heads: &["Week of", "Focus", "Fragments", "Meetings", "Days with a gap"],
                rows,
            }.draw())
        }
    }
}

/// "Focus fell from about 13 to 6 hours a week."
fn focus_words(lens: &Lens<'_>) -> String {
    let mean = |lines: &[WeekLine]| {
        let days: u32 = lines.iter().map(|line| line.focus.days).sum();
        let focus: f64 = lines.iter().map(|line| line.focus.focus).sum();
        (days > 0).then(|| focus / f64::from(days) * 5.0 / 60.0)
    };
    let all = &lens.report.weeks;
    let at = shift(lens).map_or(0, |shift| shift.at).min(all.len());
    let (before, since) = all.split_at(at);
    match (mean(before), mean(since)) {
        (Some(before), Some(since)) if (before - since).abs() >= 1.0 => format!(
            "Focus {} from about {before:.0} to {since:.0} hours a week of five days.",
            if since < before { "fell" } else { "rose" }
        ),
        (_, Some(since)) => format!("About {since:.0} hours of focus in a week of five days."),
        _ => "No working days in this window.".to_owned(),
    }
}
