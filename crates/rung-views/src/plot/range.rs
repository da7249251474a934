//! Range bars: the band a role expects, a thin bar before, a thick bar now; a tick is the best guess.

use maud::{Markup, html};
use rung_model::share::Share;

use super::mark::{Anchor, Plot, bar, dot, ems, text, upright};

/// Where a role's people are expected.
pub(crate) struct Band {
    /// Least share.
    pub(crate) low: f64,
    /// Most share.
    pub(crate) high: f64,
    /// The expected share, drawn as a dashed tick.
    pub(crate) expected: Option<f64>,
    /// The words under the track; the second of each pair stands only where there is room.
    pub(crate) words: Vec<(String, bool)>,
}

/// One bar with its label left and its value right.
pub(crate) struct RangeRow {
    /// What it is; the second part stands only where there is room.
    pub(crate) name: (&'static str, &'static str),
    /// Its colour.
    pub(crate) class: &'static str,
    /// The value in words; "about" is dropped on narrow screens.
    pub(crate) value: String,
    /// The share now, where it can be given.
    pub(crate) now: Option<Share>,
    /// The share before a change.
    pub(crate) before: Option<Share>,
    /// Said inside a hatched track where there is no share.
    pub(crate) blank: Option<&'static str>,
    /// Where the role's people are expected.
    pub(crate) band: Option<Band>,
    /// Labels beside the bars: before and now.
    pub(crate) labels: Option<(String, String)>,
}

/// Pixels of the narrowest track: what a label must fit.
const NARROW: f64 = 288.0;

/// The bars under one another, on one axis from 0 to 100 %.
pub(crate) fn range_bars(id: &str, title: &str, desc: &str, rows: &[RangeRow], axis: bool) -> Markup {
    let foot: f64 = rows.iter().map(pitch).sum();
    let tops = rows.iter().scan(0.0, |below, row| {
        let top = *below;
        *below += pitch(row);
        Some(top)
    });
    let marks = html! {
        @for (row, y) in rows.iter().zip(tops) { (drawn(row, y)) }
        @if axis {
            @for (x, anchor, words) in [(0.0, Anchor::Start, "0"), (0.5, Anchor::Middle, "50\u{a0}%"), (1.0, Anchor::End, "100\u{a0}%")] {
                (text(x, 0.0, foot + 2.0, anchor, "q", &html! { (words) }))
            }
        }
    };
    let height = foot + if axis { 14.0 } else { -18.0 };
    Plot { id, title, desc, height }.draw(&marks)
}

fn track(row: &RangeRow) -> f64 {
    if row.before.is_some() { 50.0 } else { 38.0 }
}

fn pitch(row: &RangeRow) -> f64 {
    26.0 + track(row) + if row.band.is_some() { 42.0 } else { 24.0 }
}

fn drawn(row: &RangeRow, y: f64) -> Markup {
    let (top, tall) = (y + 26.0, track(row));
    let bottom = top + tall;
    let thick = if row.before.is_some() { top + 27.0 } else { top + 12.0 };
    html! {
        rect.(row.class) y=(super::mark::num(y + 2.0)) width="12" height="12" {}
        (text(0.0, 19.0, y + 13.0, Anchor::Start, "t", &html! { (row.name.0) @if !row.name.1.is_empty() { tspan.wo { (row.name.1) } } }))
        (text(1.0, 0.0, y + 13.0, Anchor::End, "v", &match row.value.strip_prefix("about ") {
            Some(rest) => html! { tspan.wo { "about " } (rest) },
            None => html! { (row.value) },
        }))
        @if row.blank.is_some() { (bar(0.0, 1.0, top, tall, "b-x faint")) }
        (bar(0.0, 1.0, top, tall, if row.blank.is_some() { "frame" } else { "grid" }))
        @if let Some(band) = &row.band { (banded(band, top, bottom, row.blank.is_some())) }
        @if let Some(before) = row.before {
            (bar(before.low, before.width().max(0.004), top + 12.0, 5.0, "inkfill2"))
            (dot(before.point, top + 14.5, 4.5, "hollow"))
        }
        @if let Some(now) = row.now {
            (bar(now.low, now.width().max(0.006), thick, 14.0, row.class))
            (upright(now.point, thick - 3.0, thick + 17.0, "inkline"))
        }
        @if let Some(words) = row.blank { (text(0.0, 12.0, top + tall / 2.0 + 4.0, Anchor::Start, "k halo", &html! { (words) })) }
        @if let (Some((before, now)), Some(then)) = (&row.labels, row.before) { (beside(then, before, top + 19.0, "q halo")) @if let Some(share) = row.now { (beside(share, now, top + 38.0, "k halo")) } }
    }
}

fn banded(band: &Band, top: f64, bottom: f64, blank: bool) -> Markup {
    let room: f64 = band.words.iter().map(|(words, _)| ems(words)).sum::<f64>() * 12.0;
    let short: f64 = band.words.iter().filter(|(_, wide)| !wide).map(|(words, _)| ems(words)).sum::<f64>() * 12.0;
    let needed = (room / (NARROW * 2.0)).max(short / NARROW);
    let (x, anchor) = if band.low + needed <= 1.0 {
        (band.low, Anchor::Start)
    } else if band.high - needed >= 0.0 {
        (band.high, Anchor::End)
    } else {
        (1.0, Anchor::End)
    };
    html! {
        @if !blank { (bar(band.low, band.high - band.low, top, bottom - top, "band")) }
        (upright(band.low, top, bottom, "bandedge"))
        (upright(band.high, top, bottom, "bandedge"))
        @if let Some(expected) = band.expected { (upright(expected, top, bottom, "bandedge dash")) }
        (text(x, 0.0, bottom + 16.0, anchor, "q", &html! {
            @for (words, wide) in &band.words { @if *wide { tspan.wo { (words) } } @else { (words) } }
        }))
    }
}

/// A label beside its bar: right of it where it fits, else left, else not at all.
fn beside(share: Share, words: &str, y: f64, class: &'static str) -> Markup {
    let needed = (ems(words) * 12.0 + 10.0) / NARROW;
    html! {
        @if share.high + needed <= 1.0 {
            (text(share.high, 8.0, y, Anchor::Start, class, &html! { (words) }))
        } @else if share.low - needed >= 0.0 {
            (text(share.low, -8.0, y, Anchor::End, class, &html! { (words) }))
        }
    }
}
