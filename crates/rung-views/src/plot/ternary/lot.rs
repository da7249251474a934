//! What labels of the ternary plot are set among, and the spots their leaders may end at.

use super::{
    geometry::{Point, Triangle, centre, within},
    labels::Line,
    place::{Frame, Ground},
    scale::Scale,
};
use crate::plot::mark::ems;

/// Height of a line of words.
pub(super) const LINE: f64 = 16.0;

/// What labels are set among.
pub(super) struct Lot<'a> {
    pub(super) scale: &'a Scale,
    pub(super) triangle: &'a Triangle,
    pub(super) shapes: &'a [Vec<Point>],
    pub(super) own: &'a [Point],
    pub(super) path: &'a [Point],
}

impl Lot<'_> {
    /// Width and height of words.
    pub(super) fn size(&self, lines: &[Line]) -> (f64, f64) {
        let wide = lines.iter().map(|(words, _)| ems(words) * self.scale.font).fold(0.0, f64::max);
        (wide + 2.0, LINE * lines.len() as f64)
    }

    fn room(&self) -> Frame {
        Frame { left: 0.0, top: 0.0, right: self.scale.width, bottom: self.scale.height }
    }

    /// Outlines, dots and the person's region are not to be covered, each at its price.
    pub(super) fn ground(&self, mut taken: Vec<Frame>) -> Ground {
        let mut spots: Vec<(Point, f64)> = Vec::new();
        for shape in self.shapes {
            let next = shape.iter().cycle().skip(1);
            spots.extend(shape.iter().zip(next).flat_map(|(a, b)| [(*a, 18.0), (a.toward(*b, 0.5), 18.0)]));
        }
        for pair in self.path.windows(2) {
            let [a, b] = pair else { continue };
            spots.extend((1..12).map(|step| (a.toward(*b, f64::from(step) / 12.0), 60.0)));
        }
        for side in [
            (self.triangle.strategy, self.triangle.building),
            (self.triangle.people, self.triangle.building),
            (self.triangle.strategy, self.triangle.people),
        ] {
            spots.extend((0..=60).map(|step| (side.0.toward(side.1, f64::from(step) / 60.0), 160.0)));
        }
        taken.extend(self.path.iter().map(|dot| Frame::around(*dot, self.scale.dot, self.scale.dot)));
        let wordless = if self.own.is_empty() { Vec::new() } else { vec![Frame::bounds(self.own)] };
        Ground { taken, wordless, spots, room: self.room() }
    }

    /// What a leader costs by running over dots and the person's region.
    pub(super) fn crossed(&self, from: Point, to: Point, own: bool) -> f64 {
        let mut cost = 0.0;
        for step in 1..12 {
            let spot = from.toward(to, f64::from(step) / 12.0);
            if self.path.iter().any(|dot| dot.distance(spot) < self.scale.dot + 4.0) {
                cost += 200.0;
            }
            if !own && within(self.own, spot) {
                cost += 200.0;
            }
        }
        cost
    }

    /// Spots of a role's shape a leader may end at; dearer where another shape lies over it.
    pub(super) fn reachable(&self, index: usize) -> Vec<(Point, f64)> {
        let Some(shape) = self.shapes.get(index) else { return Vec::new() };
        let heart = centre(shape);
        let mut spots = Vec::new();
        for point in shape.iter().step_by(2) {
            for part in [0.35, 0.7] {
                let spot = heart.toward(*point, part);
                let shared = self
                    .shapes
                    .iter()
                    .enumerate()
                    .filter(|(other, outline)| *other != index && within(outline, spot))
                    .count();
                let near = self.path.iter().any(|dot| dot.distance(spot) < 16.0) || within(self.own, spot);
                spots.push((
                    spot,
                    300.0 * shared as f64 + if near { 200.0 } else { 0.0 } + if part > 0.5 { 0.0 } else { 4.0 },
                ));
            }
        }
        spots.sort_by(|a, b| a.1.total_cmp(&b.1));
        spots.truncate(14);
        spots
    }

    /// The corners and sides of the person's region, a little inward.
    pub(super) fn edge_of_own(&self) -> Vec<(Point, f64)> {
        let heart = centre(self.own);
        let next = self.own.iter().cycle().skip(1);
        let sides = self.own.iter().zip(next).map(|(a, b)| a.toward(*b, 0.5));
        self.own.iter().copied().chain(sides).map(|spot| (spot.toward(heart, 0.2), 0.0)).collect()
    }
}
