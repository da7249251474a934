//! What is written on the ternary plot, and the places each label may take.

use super::{
    Ternary,
    geometry::{Point, Triangle},
    place::{Frame, Ground, Place, settle},
    scale::Scale,
};
use crate::{
    plot::mark::{Anchor, ems},
    words,
};

/// A label set in its place.
pub(super) struct Tag {
    /// Lines of words with their class.
    pub(super) lines: Vec<(String, &'static str)>,
    /// Where it stands.
    pub(super) place: Place,
}

const LINE: f64 = 16.0;

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
    let mut written: Vec<(Vec<(String, &'static str)>, Vec<Place>)> = Vec::new();
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

/// What labels are set among.
struct Lot<'a> {
    scale: &'a Scale,
    triangle: &'a Triangle,
    shapes: &'a [Vec<Point>],
    own: &'a [Point],
    path: &'a [Point],
}

impl Lot<'_> {
    fn size(&self, lines: &[(String, &'static str)]) -> (f64, f64) {
        let wide = lines.iter().map(|(words, _)| ems(words) * self.scale.font).fold(0.0, f64::max);
        (wide + 2.0, LINE * lines.len() as f64)
    }

    fn room(&self) -> Frame {
        Frame { left: 0.0, top: 0.0, right: self.scale.width, bottom: self.scale.height }
    }

    /// Outlines, dots and the person's region are not to be covered, each at its price.
    fn ground(&self, mut taken: Vec<Frame>) -> Ground {
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
        let wordless = if self.own.is_empty() { Vec::new() } else { vec![bounds(self.own)] };
        Ground { taken, wordless, spots, room: self.room() }
    }

    /// Around a dot, the right side first.
    fn round(&self, dot: Point, lines: &[(String, &'static str)]) -> Vec<Place> {
        let (wide, tall) = self.size(lines);
        let mut places = Vec::new();
        for (far, price) in [(self.scale.dot + 5.0, 0.0), (22.0, 26.0), (40.0, 60.0), (64.0, 110.0)] {
            for (turn, (dx, dy)) in
                [(1.0, 0.0), (0.9, 0.45), (0.9, -0.45), (-1.0, 0.0), (-0.9, 0.45), (-0.9, -0.45), (0.0, 1.0), (0.0, -1.0)]
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
    fn inside(&self, index: usize, heart: &Point, lines: &[(String, &'static str)]) -> Vec<Place> {
        let (wide, tall) = self.size(lines);
        let shape = self.shapes.get(index).map_or(&[][..], Vec::as_slice);
        let mut places = Vec::new();
        let reach = shape.iter().map(|point| point.distance(*heart)).fold(0.0, f64::max);
        let steps = [0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36];
        for (dx, dy) in steps.into_iter().flat_map(|dx| steps.map(|dy| (dx, dy))) {
            let at = Point { x: heart.x + dx * reach, y: heart.y + dy * reach };
            let frame = Frame::around(at, wide / 2.0, tall / 2.0);
            let corners = [(frame.left, frame.top), (frame.right, frame.top), (frame.left, frame.bottom), (frame.right, frame.bottom)];
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
    fn outside(&self, targets: &[(Point, f64)], lines: &[(String, &'static str)], own: bool) -> Vec<Place> {
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
            frames.push((Frame { left: middle - wide / 2.0, top, right: middle + wide / 2.0, bottom: top + tall }, Anchor::Middle));
            middle += 12.0;
        }
        frames
            .into_iter()
            .filter(|(frame, _)| {
                let corners = [(frame.left, frame.top), (frame.right, frame.top), (frame.left, frame.bottom), (frame.right, frame.bottom)];
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

    /// What a leader costs by running over dots and the person's region.
    fn crossed(&self, from: Point, to: Point, own: bool) -> f64 {
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
    fn reachable(&self, index: usize) -> Vec<(Point, f64)> {
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
                spots.push((spot, 300.0 * shared as f64 + if near { 200.0 } else { 0.0 } + if part > 0.5 { 0.0 } else { 4.0 }));
            }
        }
        spots.sort_by(|a, b| a.1.total_cmp(&b.1));
        spots.truncate(14);
        spots
    }

    /// The corners and sides of the person's region, a little inward.
    fn edge_of_own(&self) -> Vec<(Point, f64)> {
        let heart = centre(self.own);
        let next = self.own.iter().cycle().skip(1);
        let sides = self.own.iter().zip(next).map(|(a, b)| a.toward(*b, 0.5));
        self.own.iter().copied().chain(sides).map(|spot| (spot.toward(heart, 0.2), 0.0)).collect()
    }
}

fn centre(points: &[Point]) -> Point {
    let many = points.len().max(1) as f64;
    points.iter().fold(Point { x: 0.0, y: 0.0 }, |at, point| Point { x: at.x + point.x / many, y: at.y + point.y / many })
}

fn bounds(points: &[Point]) -> Frame {
    points.iter().fold(
        Frame { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY },
        |frame, point| Frame {
            left: frame.left.min(point.x),
            top: frame.top.min(point.y),
            right: frame.right.max(point.x),
            bottom: frame.bottom.max(point.y),
        },
    )
}

/// True where a point lies in a polygon (even-odd).
fn within(polygon: &[Point], point: Point) -> bool {
    let mut inside = false;
    for (place, here) in polygon.iter().enumerate() {
        let next = &polygon[(place + 1) % polygon.len()];
        if (here.y > point.y) != (next.y > point.y)
            && point.x < here.x + (point.y - here.y) / (next.y - here.y) * (next.x - here.x)
        {
            inside = !inside;
        }
    }
    inside
}

fn parts_in_words(parts: [f64; 3]) -> String {
    let [strategy, people, building] = parts.map(|part| (part * 100.0).round());
    format!("{strategy}\u{a0}/\u{a0}{people}\u{a0}/\u{a0}{building}")
}
