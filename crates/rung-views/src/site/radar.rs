//! The radar of a position: only for the axes of a ladder, three to eight of them.

use std::f64::consts::TAU;

use maud::{Markup, html};
use rung_measure::ladder::requirements::Requirement;
use rung_model::framework::DimensionKind;

use super::{book::Book, drawing::file};
use crate::plot::mark::num;

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 320.0;
const REACH: f64 = 116.0;
/// Middle of the figure.
const MIDDLE: (f64, f64) = (WIDTH / 2.0, 172.0);
/// Longest name beside an axis.
const LONGEST: usize = 14;
/// Most rings: a scale of more levels is not counted by eye.
const MOST_RINGS: u32 = 12;

/// An axis with the level asked here and the level the next position asks.
struct Axis<'b> {
    name: &'b str,
    level: u32,
    next: Option<u32>,
    most: u32,
}

/// The required levels of a position, hatched, within those of `next`, outlined.
pub(super) fn radar(book: &Book<'_>, number: usize, next: Option<usize>) -> Option<Markup> {
    let axes: Vec<Axis<'_>> = book.asks.get(number)?.iter().filter_map(|ask| axis(book, ask, next)).take(9).collect();
    if !(3..=8).contains(&axes.len()) {
        return None;
    }
    let most = axes.iter().map(|axis| axis.most).max().unwrap_or(1).max(1);
    let part = |level: u32| f64::from(level) / f64::from(most);
    let point = |n: usize, share: f64| {
        let angle = TAU * n as f64 / axes.len() as f64;
        (MIDDLE.0 + REACH * share * angle.sin(), MIDDLE.1 - REACH * share * angle.cos())
    };
    let ring = |share: &dyn Fn(&Axis<'_>) -> f64| {
        let points = axes.iter().enumerate().map(|(n, axis)| {
            let (x, y) = point(n, share(axis));
            format!("{},{}", num(x), num(y))
        });
        points.collect::<Vec<_>>().join(" ")
    };
    let rings = most.min(MOST_RINGS);
    let outlined = axes.iter().all(|axis| axis.next.is_some()) && axes.iter().any(|axis| axis.next != Some(axis.level));
    let told: Vec<String> = axes.iter().map(|axis| format!("{} {} of {}", axis.name, axis.level, axis.most)).collect();
    let marks = html! {
        @for step in 1..=rings { polygon.d-g points=(ring(&|_| f64::from(step) / f64::from(rings))) {} }
        @for n in 0..axes.len() { @let (x, y) = point(n, 1.0); line.d-g x1=(num(MIDDLE.0)) y1=(num(MIDDLE.1)) x2=(num(x)) y2=(num(y)) {} }
        polygon.d-a points=(ring(&|axis| part(axis.level))) {}
        @if outlined { polygon.d-n points=(ring(&|axis| part(axis.next.unwrap_or(axis.level)))) {} }
        @for (n, axis) in axes.iter().enumerate() {
            @let (x, y) = point(n, 1.12);
            @let aside = x - MIDDLE.0;
            @let y = if y < MIDDLE.1 - REACH { y - 18.0 } else { y - 2.0 };
            text.d-t.d-k.d-m[aside.abs() < 12.0].d-e[aside <= -12.0] x=(num(x)) y=(num(y)) { (cut(axis.name)) }
            text.d-t.d-m[aside.abs() < 12.0].d-e[aside <= -12.0] x=(num(x)) y=(num(y + 16.0)) { (axis.level) " of " (axis.most) }
        }
    };
    Some(file("Required levels", &told.join("; "), WIDTH, HEIGHT, &marks))
}

fn axis<'b>(book: &'b Book<'_>, ask: &'b Requirement, next: Option<usize>) -> Option<Axis<'b>> {
    let is_axis = book.framework.dimension(&ask.dimension)?.kind == DimensionKind::Axis;
    let level = ask.level.filter(|_| is_axis)?;
    let next = next.and_then(|next| book.ask(next, &ask.dimension)).and_then(|ask| ask.level);
    let most = most_of(book, &ask.dimension);
    Some(Axis { name: &ask.name, level, next, most: most.max(level).max(next.unwrap_or(0)).max(1) })
}

/// The highest level of a dimension's scale; 5 where it has none.
pub(super) fn most_of(book: &Book<'_>, dimension: &str) -> u32 {
    let scale = book.framework.scale_of(dimension);
    scale.and_then(|scale| scale.levels.iter().map(|of| of.n).max()).unwrap_or(5)
}

/// A name that fits beside a plot.
pub(super) fn cut(name: &str) -> String {
    let kept: String = name.chars().take(LONGEST).collect();
    if kept.len() < name.len() { format!("{}…", kept.trim_end()) } else { kept }
}
