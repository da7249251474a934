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
            let out = frame.corners().iter().filter(|corner| !within(shape, **corner)).count();
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

    /// Outside the triangle, tied by a leader to the best of `targets`: spots with what each costs.
    pub(super) fn outside(&self, targets: &[(Point, f64)], lines: &[Line], own: bool) -> Vec<Place> {
        let (wide, tall) = self.size(lines);
        let rim = self.rim(wide, tall).into_iter();
        rim.filter_map(|(frame, anchor)| {
            let mut near: Vec<(f64, Point)> =
                targets.iter().map(|(spot, dear)| (frame.nearest(*spot).distance(*spot) * 1.7 + dear, *spot)).collect();
            near.sort_by(|a, b| a.0.total_cmp(&b.0));
            let priced = near.into_iter().take(4);
            let (cost, spot) = priced
                .map(|(far, spot)| (far + self.crossed(frame.nearest(spot), spot, own), spot))
                .min_by(|a, b| a.0.total_cmp(&b.0))?;
            let from = frame.nearest(spot);
            let start = from.toward(spot, (5.0 / from.distance(spot).max(5.0)).min(1.0));
            Some(Place { frame, anchor, leader: Some((start, spot)), cost: 40.0 + cost })
        })
        .collect()
    }

    /// Boxes for words all around the triangle: at both margins, along both flanks, below the base.
    fn rim(&self, wide: f64, tall: f64) -> Vec<(Frame, Anchor)> {
        let (width, height) = (self.scale.width, self.scale.height);
        let peak = self.triangle.building;
        let flank = |y: f64| (y - peak.y).max(0.0) * 0.577_35;
        let mut frames: Vec<(Frame, Anchor)> = Vec::new();
        let mut top = 2.0;
        while top + tall < height {
            let mut put = |left: f64, anchor: Anchor| {
                frames.push((Frame { left, top, right: left + wide, bottom: top + tall }, anchor));
            };
            put(0.0, Anchor::Start);
            put(width - wide, Anchor::End);
            put(peak.x + flank(top + tall) + 58.0, Anchor::Start);
            put(peak.x - flank(top + tall) - 52.0 - wide, Anchor::End);
            top += 8.0;
        }
        let top = height - tall - 1.0;
        let mut left = 0.0;
        while left + wide <= width {
            frames.push((Frame { left, top, right: left + wide, bottom: top + tall }, Anchor::Middle));
            left += 12.0;
        }
        frames.retain(|(frame, _)| {
            let inside = frame.left >= 0.0 && frame.right <= width;
            inside && !frame.corners().iter().any(|corner| self.triangle.holds(*corner, 26.0))
        });
        frames
    }
}
