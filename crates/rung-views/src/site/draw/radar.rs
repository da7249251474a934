//! The radar of a position: only for the axes of a ladder, three to eight of them.

use maud::{Markup, html};
use rung_model::framework::{Dimension, DimensionKind, Position};

use super::Sheet;
use crate::plot::mark::num;
use crate::site::book::Book;

const SIZE: f64 = 420.0;
const REACH: f64 = 130.0;

/// The radar in a page; none where the dimensions are no axes, or too few or many.
pub(crate) fn radar_of(book: &Book<'_>, position: &Position) -> Option<Markup> {
    sheet(book, position).map(|sheet| html! { figure { (sheet.inline()) } })
}

/// The same as a drawing.
pub(super) fn sheet(book: &Book<'_>, position: &Position) -> Option<Sheet> {
    let axes: Vec<(&Dimension, u32)> = book
        .framework
        .dimensions
        .iter()
        .filter(|dimension| dimension.kind == DimensionKind::Axis)
        .filter_map(|dimension| Some((dimension, *position.requires.get(&dimension.id)?)))
        .collect();
    if !(3..=8).contains(&axes.len()) {
        return None;
    }
    let top = |dimension: &Dimension| {
        let levels = book.framework.scale_of(&dimension.id).map_or(0, |scale| scale.levels.len());
        u32::try_from(levels).unwrap_or(u32::MAX)
    };
    let most = axes.iter().map(|(dimension, level)| top(dimension).max(*level)).max().unwrap_or(1).max(1);
    let point = |n: usize, share: f64| {
        let turn = std::f64::consts::TAU * n as f64 / axes.len() as f64 - std::f64::consts::FRAC_PI_2;
        (SIZE / 2.0 + REACH * share * turn.cos(), SIZE / 2.0 + REACH * share * turn.sin())
    };
    let shape = |shares: &[f64]| {
        let points: Vec<String> = shares
            .iter()
            .enumerate()
            .map(|(n, share)| {
                let (x, y) = point(n, *share);
                format!("{},{}", num(x), num(y))
            })
            .collect();
        points.join(" ")
    };
    let own: Vec<f64> = axes.iter().map(|(_, level)| f64::from(*level) / f64::from(most)).collect();
    let words: Vec<String> = axes.iter().map(|(dimension, level)| format!("{} {level}", dimension.name)).collect();
    let marks = html! {
        @for ring in 1..=most {
            polygon.r0 points=(shape(&vec![f64::from(ring) / f64::from(most); axes.len()])) {}
        }
        @for (n, (dimension, level)) in axes.iter().enumerate() {
            @let (x, y) = point(n, 1.0);
            line.r0 x1=(num(SIZE / 2.0)) y1=(num(SIZE / 2.0)) x2=(num(x)) y2=(num(y)) {}
            @let (x, y) = point(n, 1.16);
            @let anchor = if (x - SIZE / 2.0).abs() < 8.0 { "middle" } else if x > SIZE / 2.0 { "start" } else { "end" };
            text.k x=(num(x)) y=(num(y + 2.0)) text-anchor=(anchor) { (dimension.name) }
            @let name = book.framework.scale_of(&dimension.id).and_then(|scale| scale.name_of(*level)).unwrap_or_default();
            text.q x=(num(x)) y=(num(y + 18.0)) text-anchor=(anchor) { (level) " " (name) }
        }
        polygon.r1 points=(shape(&own)) {}
    };
    Some(Sheet {
        id: "radar".to_owned(),
        title: format!("Levels of {} on each axis", position.title()),
        desc: format!("{}; of {most}", words.join(", ")),
        width: SIZE,
        height: SIZE,
        marks,
    })
}
