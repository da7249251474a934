//! The triangle: building on top, strategy left, people right.

/// A point of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// From the left.
    pub(super) x: f64,
    /// From the top.
    pub(super) y: f64,
}

impl Point {
    pub(super) fn toward(self, other: Self, part: f64) -> Self {
        Self { x: self.x + (other.x - self.x) * part, y: self.y + (other.y - self.y) * part }
    }

    pub(super) fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// Shares of strategy, people and building.
pub(super) type Parts = [f64; 3];

/// The corners of a drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triangle {
    /// All strategy.
    pub(super) strategy: Point,
    /// All people.
    pub(super) people: Point,
    /// All building.
    pub(super) building: Point,
}

impl Triangle {
    /// An equilateral triangle over its left corner.
    pub(super) fn new(left: f64, base: f64, side: f64) -> Self {
        let height = side * 3.0_f64.sqrt() / 2.0;
        Self {
            strategy: Point { x: left, y: base },
            people: Point { x: left + side, y: base },
            building: Point { x: left + side / 2.0, y: base - height },
        }
    }

    /// Where a split lies.
    pub(super) fn at(&self, parts: Parts) -> Point {
        let corners = [self.strategy, self.people, self.building];
        let sum: f64 = parts.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        corners.iter().zip(parts).fold(Point { x: 0.0, y: 0.0 }, |at, (corner, part)| Point {
            x: at.x + corner.x * part / sum,
            y: at.y + corner.y * part / sum,
        })
    }

    /// True inside the triangle grown by `margin`.
    pub(super) fn holds(&self, point: Point, margin: f64) -> bool {
        let height = self.strategy.y - self.building.y;
        let depth = self.strategy.y - point.y;
        let half = (self.people.x - self.strategy.x) / 2.0;
        let reach = half * (1.0 - depth / height) + margin * 1.16;
        depth > -margin && (point.x - self.building.x).abs() < reach
    }
}

/// Every split whose parts lie in `ranges`: the triangle cut by six half-planes.
/// Empty where the ranges contradict each other.
pub(super) fn region(ranges: [(f64, f64); 3]) -> Vec<Parts> {
    let mut polygon: Vec<Parts> = vec![[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for (part, (low, high)) in ranges.into_iter().enumerate() {
        polygon = cut(&polygon, |split| split[part] - low);
        polygon = cut(&polygon, |split| high - split[part]);
    }
    polygon
}

/// Keeps the side of a convex polygon where `inside` is not negative (Sutherland and Hodgman).
fn cut(polygon: &[Parts], inside: impl Fn(&Parts) -> f64) -> Vec<Parts> {
    let mut kept = Vec::new();
    for (place, here) in polygon.iter().enumerate() {
        let before = &polygon[(place + polygon.len() - 1) % polygon.len()];
        let (a, b) = (inside(before), inside(here));
        if (a < 0.0) != (b < 0.0) {
            let part = a / (a - b);
            kept.push(std::array::from_fn(|i| before[i] + (here[i] - before[i]) * part));
        }
        if b >= 0.0 {
            kept.push(*here);
        }
    }
    kept
}

/// The mean of some points.
pub(super) fn centre(points: &[Point]) -> Point {
    let many = points.len().max(1) as f64;
    points
        .iter()
        .fold(Point { x: 0.0, y: 0.0 }, |at, point| Point { x: at.x + point.x / many, y: at.y + point.y / many })
}

/// True where a point lies in a polygon (even-odd).
pub(super) fn within(polygon: &[Point], point: Point) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_where_the_look_puts_them() {
        let triangle = Triangle::new(66.0, 545.0, 560.0);
        assert!(triangle.at([0.0, 0.0, 1.0]).y < 61.0);
        assert_eq!(triangle.at([1.0, 0.0, 0.0]), Point { x: 66.0, y: 545.0 });
        assert_eq!(triangle.at([0.0, 2.0, 0.0]), Point { x: 626.0, y: 545.0 });
    }

    #[test]
    fn three_ranges_cut_a_hexagon_out_of_the_triangle() {
        let hexagon = region([(0.68, 0.78), (0.10, 0.15), (0.11, 0.19)]);
        assert_eq!(hexagon.len(), 6);
        assert!(hexagon.iter().all(|split| (split.iter().sum::<f64>() - 1.0).abs() < 1e-9));
        assert_eq!(region([(0.0, 1.0); 3]).len(), 3);
        assert!(region([(0.9, 1.0), (0.9, 1.0), (0.0, 1.0)]).is_empty());
    }
}
