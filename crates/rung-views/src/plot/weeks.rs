//! Stacked weeks: columns as tall as contracted hours, buckets from the base up, then dots, then hatch.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{
    axis,
    mark::{Anchor, Plot, across, bar, boxes, group, line, num, pct, text, upright},
};
use crate::tone::Tone;

/// One week as a column. All amounts are hours.
pub(crate) struct WeekColumn {
    /// Its Monday.
    pub(crate) monday: Date,
    /// Contracted hours, less time away; 0 = away all week.
    pub(crate) contracted: f64,
    /// Hours by tone in key order, the unseen last.
    pub(crate) parts: [f64; 6],
}

impl WeekColumn {
    fn height(&self) -> f64 {
        self.parts.iter().sum::<f64>().max(self.contracted)
    }
}

/// The lasting change, by column.
pub(crate) struct WeekShift {
    /// Column it most likely began in.
    pub(crate) at: usize,
    /// First and last column it may have begun in.
    pub(crate) range: (usize, usize),
    /// What to write above, wide and narrow.
    pub(crate) words: (String, String),
}

const TOP: f64 = 68.0;
const BASE: f64 = 286.0;

/// The columns, with the shift dated by a bracket.
pub(crate) fn week_columns(title: &str, desc: &str, weeks: &[WeekColumn], shift: Option<&WeekShift>) -> Markup {
    let most = weeks.iter().map(WeekColumn::height).fold(1.0, f64::max);
    let step = axis::step(most);
    let top = if shift.is_some() { TOP } else { 18.0 };
    let scale = (BASE - TOP) / most;
    let lift = TOP - top;
    let base = BASE - lift;
    let marks = html! {
        @for tick in 0..=((most / step).floor() as u32) {
            @let value = f64::from(tick) * step;
            @let y = base - value * scale;
            (across(y, if tick == 0 { "axis" } else { "grid" }))
            @let last = f64::from(tick + 1) * step > most;
            (text(0.0, -8.0, y + 4.0, Anchor::End, "q", &html! { (value) @if last { "\u{a0}h" } }))
        }
        @for (part, tone) in Tone::ALL.into_iter().enumerate() {
            @let layer = layer(weeks, part, base, scale);
            @if matches!(tone, Tone::Of(_)) {
                (boxes(tone.class(), base, &layer))
            } @else {
                (group(tone.class(), &html! { @for [x, width, y, tall] in layer { (bar(x, width, y, tall, "")) } }))
            }
        }
        (boxes("frame", base, &frames(weeks, base, scale)))
        @for (index, _) in weeks.iter().enumerate().filter(|(_, week)| week.height() <= 0.0) {
            @let (x, width) = axis::column(index, weeks.len());
            text.q.up.wo[weeks.len() > 30] x=(pct(x + width / 2.0)) y=(num(base - 34.0)) { "away" }
        }
        @if let Some(shift) = shift { (bracket(shift, weeks.len(), base)) }
        (axis::months(&weeks.iter().map(|week| week.monday).collect::<Vec<_>>(), base + 20.0))
    };
    Plot { id: "wk", title, desc, height: base + 32.0 }.draw(&marks)
}

/// The boxes of one tone: x and width as shares, top and height in pixels.
fn layer(weeks: &[WeekColumn], part: usize, base: f64, scale: f64) -> Vec<[f64; 4]> {
    weeks
        .iter()
        .enumerate()
        .filter_map(|(index, week)| {
            let below: f64 = week.parts.iter().take(part).sum();
            let hours = week.parts.get(part).copied()?;
            let (x, width) = axis::column(index, weeks.len());
            (hours * scale >= 0.25).then_some([x, width, base - (below + hours) * scale, hours * scale])
        })
        .collect()
}

/// Contracted hours as outlines.
fn frames(weeks: &[WeekColumn], base: f64, scale: f64) -> Vec<[f64; 4]> {
    let worked = weeks.iter().enumerate().filter(|(_, week)| week.contracted > 0.0);
    worked
        .map(|(index, week)| {
            let (x, width) = axis::column(index, weeks.len());
            [x, width, base - week.contracted * scale, week.contracted * scale]
        })
        .collect()
}

fn bracket(shift: &WeekShift, weeks: usize, base: f64) -> Markup {
    let edge = |index: usize| index as f64 * axis::slot(weeks);
    let (at, from, to) = (edge(shift.at), edge(shift.range.0), edge(shift.range.1));
    let anchor = if at < 0.25 {
        Anchor::Start
    } else if at > 0.75 {
        Anchor::End
    } else {
        Anchor::Middle
    };
    let x = match anchor {
        Anchor::Start => from,
        Anchor::Middle => at,
        Anchor::End => to,
    };
    html! {
        @if from < to {
            (line(from, 28.0, to, 28.0, "inkline"))
            (upright(from, 24.0, 32.0, "inkline"))
            (upright(to, 24.0, 32.0, "inkline"))
        }
        (upright(at, 28.0, base, "inkline dash"))
        (text(x, 0.0, 16.0, anchor, "k wo", &html! { (shift.words.0) }))
        (text(x, 0.0, 16.0, anchor, "k narrow", &html! { (shift.words.1) }))
    }
}
