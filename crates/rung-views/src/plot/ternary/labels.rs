//! What is written on the ternary plot, and the places each label may take.

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
    for (point, dot) in plot.path.iter().zip(path) {
        let name = if scale.narrow { &point.short } else { &point.name };
        let lines = vec![(name.clone(), "k halo")];
        let places = lot.round(*dot, &lines);
        written.push((lines, places));
    }
    if !own.is_empty() {
        let mut lines = vec![(plot.name.clone(), "k m halo")];
        if let (Some(best), false) = (plot.best, scale.narrow) {
            lines.push((parts_in_words(best), "q halo"));
        }
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
    let settled = settle(places, &ground);
    lines.into_iter().zip(settled).filter_map(|(lines, place)| Some(Tag { lines, place: place? })).collect()
}

fn parts_in_words(parts: [f64; 3]) -> String {
    let [strategy, people, building] = parts.map(|part| (part * 100.0).round());
    format!("{strategy}\u{a0}/\u{a0}{people}\u{a0}/\u{a0}{building}")
}
