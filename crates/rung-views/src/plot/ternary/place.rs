//! Where labels stand: near what they name, on nothing else, their leaders crossing nothing.
//!
//! Each label brings candidate places; each place has a cost; the labels are set one after another
//! at their cheapest place and then revisited until nothing moves. No chance is involved.

use super::geometry::Point;
use crate::plot::mark::Anchor;

/// An upright box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Frame {
    pub(super) fn around(at: Point, half_width: f64, half_height: f64) -> Self {
        Self { left: at.x - half_width, top: at.y - half_height, right: at.x + half_width, bottom: at.y + half_height }
    }

    /// The smallest box around some points.
    pub(super) fn bounds(points: &[Point]) -> Self {
        points.iter().fold(
            Self { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY },
            |frame, point| Self {
                left: frame.left.min(point.x),
                top: frame.top.min(point.y),
                right: frame.right.max(point.x),
                bottom: frame.bottom.max(point.y),
            },
        )
    }

    /// The same box with a margin.
    fn widened(&self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// Its four corners.
    pub(super) fn corners(&self) -> [Point; 4] {
        [(self.left, self.top), (self.right, self.top), (self.left, self.bottom), (self.right, self.bottom)]
            .map(|(x, y)| Point { x, y })
    }

    fn overlap(&self, other: &Self) -> f64 {
        let wide = (self.right.min(other.right) - self.left.max(other.left)).max(0.0);
        let tall = (self.bottom.min(other.bottom) - self.top.max(other.top)).max(0.0);
        wide * tall
    }

    fn holds(&self, point: Point) -> bool {
        point.x > self.left && point.x < self.right && point.y > self.top && point.y < self.bottom
    }

    /// True where a line between two points runs through it (Liang and Barsky).
    fn cut_by(&self, (from, to): (Point, Point)) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let sides = [
            (-dx, from.x - self.left),
            (dx, self.right - from.x),
            (-dy, from.y - self.top),
            (dy, self.bottom - from.y),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (step, room) in sides {
            if step == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enters = enters.max(room / step);
            } else {
                leaves = leaves.min(room / step);
            }
        }
        enters < leaves
    }

    /// The nearest point of its edge to `point`.
    pub(super) fn nearest(&self, point: Point) -> Point {
        Point { x: point.x.clamp(self.left, self.right), y: point.y.clamp(self.top, self.bottom) }
    }
}

/// One place a label could stand.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The room its words take.
    pub(super) frame: Frame,
    /// Which end of the words stands at the frame's edge.
    pub(super) anchor: Anchor,
    /// A line from the words to what they name.
    pub(super) leader: Option<(Point, Point)>,
    /// What this place costs by itself.
    pub(super) cost: f64,
}

/// What labels must keep off, and how dearly.
pub(super) struct Ground {
    /// Boxes neither words nor leaders may stand on.
    pub(super) taken: Vec<Frame>,
    /// Boxes no words may stand on; leaders may pass.
    pub(super) wordless: Vec<Frame>,
    /// Spots words and leaders should not cover: edges of shapes, dots; with the cost of covering one.
    pub(super) spots: Vec<(Point, f64)>,
    /// The room there is.
    pub(super) room: Frame,
}

/// How many of a label's cheapest places are tried against the other labels.
const TRIED: usize = 60;

/// The chosen place of each label, in order. `None` where it has no candidates.
pub(super) fn settle(labels: Vec<Vec<Place>>, ground: &Ground) -> Vec<Option<Place>> {
    let labels: Vec<Vec<Place>> = labels.into_iter().map(|places| cheapest(places, ground)).collect();
    let mut chosen: Vec<Option<usize>> = vec![None; labels.len()];
    for _ in 0..6 {
        let mut moved = false;
        for label in 0..labels.len() {
            let best = (0..labels[label].len()).min_by(|&a, &b| {
                let cost = |place: usize| labels[label][place].cost + beside(&labels, &chosen, label, place);
                cost(a).total_cmp(&cost(b))
            });
            moved |= best != chosen[label];
            chosen[label] = best;
        }
        if !moved {
            break;
        }
    }
    labels.into_iter().zip(chosen).map(|(places, pick)| pick.and_then(|pick| places.into_iter().nth(pick))).collect()
}

/// The cheapest places of a label, each with what the ground makes it cost.
fn cheapest(mut places: Vec<Place>, ground: &Ground) -> Vec<Place> {
    for place in &mut places {
        place.cost += ground.cost(place);
    }
    places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    places.truncate(TRIED);
    places
}

/// What a place costs through the other labels as they stand.
fn beside(labels: &[Vec<Place>], chosen: &[Option<usize>], label: usize, place: usize) -> f64 {
    let here = &labels[label][place];
    labels
        .iter()
        .zip(chosen)
        .enumerate()
        .filter(|(other, _)| *other != label)
        .filter_map(|(_, (places, pick))| pick.and_then(|pick| places.get(pick)))
        .map(|there| between(here, there))
        .sum()
}

fn between(a: &Place, b: &Place) -> f64 {
    let shared = a.frame.overlap(&b.frame);
    let mut cost = if shared > 0.0 { 4000.0 + shared } else { 0.0 };
    if a.frame.widened(6.0).overlap(&b.frame) > 0.0 {
        cost += 70.0;
    }
    let crossed = |leader: Option<(Point, Point)>, frame: &Frame| leader.is_some_and(|line| frame.cut_by(line));
    if crossed(a.leader, &b.frame) || crossed(b.leader, &a.frame) {
        cost += 1500.0;
    }
    if let (Some(one), Some(other)) = (a.leader, b.leader)
        && cross(one, other)
    {
        cost += 900.0;
    }
    cost
}

impl Ground {
    fn cost(&self, place: &Place) -> f64 {
        let frame = &place.frame;
        let whole = (frame.right - frame.left) * (frame.bottom - frame.top);
        let mut cost = (whole - frame.overlap(&self.room)) * 40.0;
        for taken in &self.taken {
            if frame.overlap(taken) > 0.0 {
                cost += 2500.0;
            }
            if place.leader.is_some_and(|line| taken.cut_by(line)) {
                cost += 260.0;
            }
        }
        cost += 2500.0 * self.wordless.iter().filter(|taken| frame.overlap(taken) > 0.0).count() as f64;
        cost + self.spots.iter().filter(|(spot, _)| frame.holds(*spot)).map(|(_, dear)| dear).sum::<f64>()
    }
}

fn cross((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    (side(a, b, c) > 0.0) != (side(a, b, d) > 0.0) && (side(c, d, a) > 0.0) != (side(c, d, b) > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, cost: f64) -> Place {
        Place { frame: Frame::around(Point { x, y: 50.0 }, 20.0, 8.0), anchor: Anchor::Start, leader: None, cost }
    }

    #[test]
    fn labels_step_aside_for_one_another_and_for_the_ground() {
        let room = Frame { left: 0.0, top: 0.0, right: 300.0, bottom: 100.0 };
        let ground = Ground {
            taken: vec![Frame::around(Point { x: 200.0, y: 50.0 }, 10.0, 10.0)],
            wordless: vec![],
            spots: vec![],
            room,
        };
        let labels = vec![vec![at(100.0, 0.0), at(150.0, 5.0)], vec![at(105.0, 0.0), at(200.0, 1.0), at(40.0, 9.0)]];
        let frames: Vec<_> = settle(labels, &ground).into_iter().map(|place| place.unwrap().frame).collect();
        assert!(frames[0].overlap(&frames[1]) <= 0.0);
        assert!(frames.iter().all(|frame| frame.overlap(&ground.taken[0]) <= 0.0));
    }

    #[test]
    fn a_leader_is_seen_where_it_runs_through_words() {
        let frame = Frame::around(Point { x: 10.0, y: 10.0 }, 5.0, 2.0);
        let line = |x1, y1, x2, y2| (Point { x: x1, y: y1 }, Point { x: x2, y: y2 });
        assert!(frame.cut_by(line(0.0, 0.0, 20.0, 20.0)));
        assert!(frame.cut_by(line(10.0, 0.0, 10.0, 20.0)));
        assert!(!frame.cut_by(line(0.0, 0.0, 20.0, 5.0)));
        assert!(!frame.cut_by(line(0.0, 20.0, 4.0, 9.0)));
    }

    #[test]
    fn a_label_without_a_place_is_left_out() {
        let room = Frame { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };
        let ground = Ground { taken: vec![], wordless: vec![], spots: vec![], room };
        assert!(settle(vec![vec![]], &ground)[0].is_none());
    }
}
