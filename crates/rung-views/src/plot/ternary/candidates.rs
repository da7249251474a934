//! The places a label of the ternary plot may take: around a dot, inside a shape, outside the triangle.

use super::{
    geometry::{Point, within},
    labels::Line,
    lot::Lot,
    place::{Frame, Place},
};
use crate::plot::mark::Anchor;

impl Lot<'_> {
    /// Around a dot, the right side first.
    pub(super) fn round(&self, dot: Point, lines: &[Line]) -> Vec<Place> {
        let (wide, tall) = self.size(lines);
        let mut places = Vec::new();
        for (far, price) in [(self.scale.dot + 5.0, 0.0), (22.0, 26.0), (40.0, 60.0), (64.0, 110.0)] {
            for (turn, (dx, dy)) in [
                (1.0, 0.0),
                (0.9, 0.45),
                (0.9, -0.45),
                (-1.0, 0.0),
                (-0.9, 0.45),
                (-0.9, -0.45),
                (0.0, 1.0),
                (0.0, -1.0),
            ]
            .into_iter()
            .enumerate()
            {
                let foot = Point { x: dot.x + dx * far, y: dot.y + dy * far };
                let anchor = if dx > 0.5 {
                    Anchor::Start
                } else if dx < -0.5 {
                    Anchor::End
                } else {
                    Anchor::Middle
                };
                let left = match anchor {
                    Anchor::Start => foot.x,
                    Anchor::Middle => foot.x - wide / 2.0,
                    Anchor::End => foot.x - wide,
                };
                let top = if dx == 0.0 && dy < 0.0 {
                    foot.y - tall
                } else if dx == 0.0 {
                    foot.y
                } else {
                    foot.y - tall / 2.0
                };
                let frame = Frame { left, top, right: left + wide, bottom: top + tall };
                let leader = (far > 15.0).then(|| (frame.nearest(dot), dot));
                places.push(Place { frame, anchor, leader, cost: price + turn as f64 * 3.0 });
            }
        }
        places
    }

    /// In the middle of a role's shape, and a little around it.
    pub(super) fn inside(&self, index: usize, heart: &Point, lines: &[Line]) -> Vec<Place> {
        let (wide, tall) = self.size(lines);
        let shape = self.shapes.get(index).map_or(&[][..], Vec::as_slice);
        let mut places = Vec::new();
        let reach = shape.iter().map(|point| point.distance(*heart)).fold(0.0, f64::max);
        let steps = [0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36];
        for (dx, dy) in steps.into_iter().flat_map(|dx| steps.map(|dy| (dx, dy))) {
            let at = Point { x: heart.x + dx * reach, y: heart.y + dy * reach };
            let frame = Frame::around(at, wide / 2.0, tall / 2.0);
            let corners = [
                (frame.left, frame.top),
                (frame.right, frame.top),
                (frame.left, frame.bottom),
                (frame.right, frame.bottom),
            ];
            let out = corners.iter().filter(|(x, y)| !within(shape, Point { x: *x, y: *y })).count();
            let others = self
                .shapes
                .iter()
                .enumerate()
                .filter(|(other, outline)| *other != index && within(outline, at))
                .count();
            let cost = 260.0 * out as f64 + 220.0 * others as f64 + at.distance(*heart) * 0.4;
            places.push(Place { frame, anchor: Anchor::Middle, leader: None, cost });
        }
        places
    }

    /// Outside the triangle, tied by a leader to the best of `targets`.
    pub(super) fn outside(&self, targets: &[(Point, f64)], lines: &[Line], own: bool) -> Vec<Place> {
        let (wide, tall) = self.size(lines);
        let mut frames: Vec<(Frame, Anchor)> = Vec::new();
        let mut top = 2.0;
        while top + tall < self.scale.height {
            frames.push((Frame { left: 0.0, top, right: wide, bottom: top + tall }, Anchor::Start));
            let left = self.scale.width - wide;
            frames.push((Frame { left, top, right: self.scale.width, bottom: top + tall }, Anchor::End));
            let edge = self.triangle.building.x + (top - self.triangle.building.y).max(0.0) * 0.5774;
            let left = edge + 58.0;
            frames.push((Frame { left, top, right: left + wide, bottom: top + tall }, Anchor::Start));
            let edge = self.triangle.building.x - (top + tall - self.triangle.building.y).max(0.0) * 0.5774;
            let right = edge - 52.0;
            frames.push((Frame { left: right - wide, top, right, bottom: top + tall }, Anchor::End));
            top += 8.0;
        }
        let mut middle = wide / 2.0;
        while middle + wide / 2.0 <= self.scale.width {
            let top = self.scale.height - tall - 1.0;
            frames.push((
                Frame { left: middle - wide / 2.0, top, right: middle + wide / 2.0, bottom: top + tall },
                Anchor::Middle,
            ));
            middle += 12.0;
        }
        frames
            .into_iter()
            .filter(|(frame, _)| {
                let corners = [
                    (frame.left, frame.top),
                    (frame.right, frame.top),
                    (frame.left, frame.bottom),
                    (frame.right, frame.bottom),
                ];
                corners.iter().all(|(x, y)| !self.triangle.holds(Point { x: *x, y: *y }, 26.0))
            })
            .filter_map(|(frame, anchor)| {
                let foot = |target: Point| frame.nearest(target);
                let far = |(target, dear): &(Point, f64)| foot(*target).distance(*target) * 1.7 + dear;
                let price = |spot: &(Point, f64)| far(spot) + self.crossed(foot(spot.0), spot.0, own);
                let mut near: Vec<&(Point, f64)> = targets.iter().collect();
                near.sort_by(|a, b| far(a).total_cmp(&far(b)));
                let best = near.into_iter().take(5).min_by(|a, b| price(a).total_cmp(&price(b)))?;
                let from = foot(best.0);
                let start = from.toward(best.0, (5.0 / from.distance(best.0).max(5.0)).min(1.0));
                Some(Place { frame, anchor, leader: Some((start, best.0)), cost: 40.0 + price(best) })
            })
            .collect()
    }
}
