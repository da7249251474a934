//! What is written on the ternary plot, and the places each label may take.

use jiff::civil::Date;

use super::{
    Ternary,
    geometry::{Point, Triangle},
    lot::Lot,
    place::{Frame, Place, settle},
    scale::Scale,
};
use crate::words;

/// Words with their class.
pub(super) type Line = (String, &'static str);

/// Lines of one label, top down.
pub(super) type Lines = Vec<Line>;

/// A label set in its place.
pub(super) struct Tag {
    /// Lines of words with their class.
    pub(super) lines: Lines,
    /// Where it stands.
    pub(super) place: Place,
}

/// What a place of a middle quarter may cost in the narrow drawing before its name is left out.
const CROWDED: f64 = 60.0;

/// All labels of one drawing. `shapes` are the roles' outlines, `own` the person's region, `path` the dots.
pub(super) fn tags(
    plot: &Ternary,
    scale: &Scale,
    triangle: &Triangle,
    shapes: &[Vec<Point>],
    own: &[Point],
    path: &[Point],
    taken: Vec<Frame>,
) -> Vec<Tag> {
    let lot = Lot { scale, triangle, shapes, own, path };
    let mut written: Vec<(Lines, Vec<Place>)> = Vec::new();
    for (first, last, dot) in clusters(plot, scale, path) {
        let name = if scale.narrow { words::months(first, last) } else { words::quarter(first, last) };
        let lines = vec![(name, "k halo")];
        let places = lot.round(dot, &lines);
        written.push((lines, places));
    }
    let named = written.len();
    if let (Some(best), false, false) = (plot.best, own.is_empty(), scale.narrow) {
        let lines = vec![(plot.name.clone(), "k m halo"), (parts_in_words(best), "q halo")];
        let target = lot.edge_of_own();
        let places = lot.outside(&target, &lines, true);
        written.push((lines, places));
    }
    for (index, role) in plot.roles.iter().enumerate() {
        let lines = if scale.narrow {
            vec![(role.short.clone(), if role.held { "k halo" } else { "halo" })]
        } else {
            let name = if role.held { format!("{}, your role", role.name) } else { role.name.clone() };
            vec![(name, "k m halo"), (format!("{}, {}", words::triple(&role.split), role.basis), "q halo")]
        };
        let mut places = lot.inside(index, &triangle.at(role.split.parts()), &lines);
        places.extend(lot.outside(&lot.reachable(index), &lines, false));
        written.push((lines, places));
    }
    let ground = lot.ground(taken);
    let (lines, places): (Vec<_>, Vec<_>) = written.into_iter().unzip();
    let last = named.saturating_sub(1);
    let may_go = |label: usize, place: &Place| scale.narrow && label > 0 && label < last && place.cost > CROWDED;
    let settled = settle(places, &ground).into_iter().enumerate();
    let kept = settled.map(|(label, place)| place.filter(|place| !may_go(label, place)));
    lines.into_iter().zip(kept).filter_map(|(lines, place)| Some(Tag { lines, place: place? })).collect()
}

/// The path as spans to name: neighbours nearer than a dot and a half become one.
fn clusters(plot: &Ternary, scale: &Scale, path: &[Point]) -> Vec<(Date, Date, Point)> {
    let mut clusters: Vec<(Date, Date, Point)> = Vec::new();
    for (point, dot) in plot.path.iter().zip(path) {
        match clusters.last_mut() {
            Some((_, last, at)) if at.distance(*dot) < scale.dot * 3.0 => (*last, *at) = (point.last, *dot),
            _ => clusters.push((point.first, point.last, *dot)),
        }
    }
    clusters
}

fn parts_in_words(parts: [f64; 3]) -> String {
    let [strategy, people, building] = parts.map(|part| (part * 100.0).round());
    format!("{strategy}\u{a0}/\u{a0}{people}\u{a0}/\u{a0}{building}")
}
