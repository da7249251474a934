//! The headline region: every split that lies within the three headline ranges, a hexagon at most.

use rung_model::{share::Share, split::Split};

use crate::distance;

/// Tolerance for a corner to count as inside.
const ROUNDING: f64 = 1e-9;

/// Splits whose parts lie within these ranges and sum to one. Never empty: the points of the ranges
/// are such a split, up to rounding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// Least and most of each share, in [`rung_model::bucket::Bucket::SPLIT`] order.
    pub ranges: [Share; 3],
}

impl Region {
    /// The best guess: the points, scaled to sum to one.
    pub fn centre(&self) -> Split {
        let [s, p, b] = self.ranges.map(|range| range.point);
        Split::of(s, p, b).unwrap_or(Split { strategy: 1.0 / 3.0, people: 1.0 / 3.0, building: 1.0 / 3.0 })
    }

    /// Overlap of the splits of the region with one split: least, at the centre, most.
    ///
    /// The least lies at a corner, because overlap is concave. The most is where the part that must
    /// differ is smallest: either the region forces too much into some buckets, or allows too little.
    pub fn overlap(&self, other: &Split) -> Share {
        let point = distance::overlap(&self.centre(), other);
        let least = self.corners().iter().map(|x| distance::overlap(x, other)).fold(point, f64::min);
        let parts = other.parts();
        let forced: f64 = self.ranges.iter().zip(parts).map(|(r, m)| (r.low - m).max(0.0)).sum();
        let kept: f64 = self.ranges.iter().zip(parts).map(|(r, m)| (m - r.high).max(0.0)).sum();
        Share::new(least, point, (1.0 - forced.max(kept)).max(point))
    }

    /// The least lead of the nearest of `leaders` over the nearest of `others`, in overlap, anywhere in
    /// the region: negative where one of the others is nearer somewhere. Infinite where either is empty.
    ///
    /// The lead is piecewise linear. Its pieces end on lines where one share of the split equals a
    /// share of a candidate or an end of a range, and where two leaders tie. Its minimum therefore lies
    /// on one of those lines, at a crossing of two of them or at a tie: all of these are tried.
    pub fn least_lead(&self, leaders: &[Split], others: &[Split]) -> f64 {
        if leaders.is_empty() || others.is_empty() {
            return f64::INFINITY;
        }
        let nearest = |x: &Split, of: &[Split]| of.iter().map(|m| distance::overlap(x, m)).fold(0.0, f64::max);
        let lead = |x: &Split| nearest(x, leaders) - nearest(x, others);
        let mut least = lead(&self.centre());
        for points in self.lines(leaders.iter().chain(others)) {
            for (i, x) in points.iter().enumerate() {
                least = least.min(lead(x));
                let Some(next) = points.get(i + 1) else { continue };
                for (j, a) in leaders.iter().enumerate() {
                    for b in &leaders[j + 1..] {
                        if let Some(tie) = tie(x, next, a, b) {
                            least = least.min(lead(&tie));
                        }
                    }
                }
            }
        }
        least
    }

    /// Corners of the region: two shares at an end of their range, the third what is left.
    fn corners(&self) -> Vec<Split> {
        self.lines(std::iter::empty()).into_iter().flatten().collect()
    }

    /// For each line on which one share is constant (an end of its range, or a share of a candidate):
    /// its crossings with all others inside the region, in order along the line.
    fn lines<'a>(&self, candidates: impl Iterator<Item = &'a Split>) -> Vec<Vec<Split>> {
        let mut stops = self.ranges.map(|range| vec![range.low, range.high]);
        for candidate in candidates {
            for (list, part) in stops.iter_mut().zip(candidate.parts()) {
                list.push(part);
            }
        }
        let mut lines = Vec::new();
        for fixed in 0..3 {
            let (next, last) = ((fixed + 1) % 3, (fixed + 2) % 3);
            for at in &stops[fixed] {
                let along = stops[next].iter().copied().chain(stops[last].iter().map(|v| 1.0 - at - v));
                let mut along: Vec<f64> = along.collect();
                along.sort_by(f64::total_cmp);
                let points = along.into_iter().filter_map(|v| {
                    let mut parts = [0.0; 3];
                    (parts[fixed], parts[next], parts[last]) = (*at, v, 1.0 - at - v);
                    self.holds(parts).then_some(Split { strategy: parts[0], people: parts[1], building: parts[2] })
                });
                lines.push(points.collect());
            }
        }
        lines
    }

    fn holds(&self, parts: [f64; 3]) -> bool {
        self.ranges.iter().zip(parts).all(|(r, v)| r.low - ROUNDING <= v && v <= r.high + ROUNDING)
    }
}

/// Where `a` and `b` are equally near on the stretch from `x` to `y`, over which both are linear.
fn tie(x: &Split, y: &Split, a: &Split, b: &Split) -> Option<Split> {
    let ahead = |at: &Split| distance::overlap(at, a) - distance::overlap(at, b);
    let (start, end) = (ahead(x), ahead(y));
    if start * end >= 0.0 {
        return None;
    }
    let t = start / (start - end);
    let between = |from: f64, to: f64| from + t * (to - from);
    Some(Split {
        strategy: between(x.strategy, y.strategy),
        people: between(x.people, y.people),
        building: between(x.building, y.building),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn region(ranges: [(f64, f64, f64); 3]) -> Region {
        Region { ranges: ranges.map(|(low, point, high)| Share::new(low, point, high)) }
    }

    fn split() -> impl Strategy<Value = Split> {
        (0.01..1.0f64, 0.01..1.0f64, 0.01..1.0f64).prop_map(|(s, p, b)| Split::of(s, p, b).unwrap())
    }

    /// A region around a split, each end up to `reach` away.
    fn around() -> impl Strategy<Value = Region> {
        (split(), prop::array::uniform6(0.0..0.3f64)).prop_map(|(centre, d)| {
            let [s, p, b] = centre.parts();
            let range = |m: f64, down: f64, up: f64| ((m - down).max(0.0), m, (m + up).min(1.0));
            region([range(s, d[0], d[1]), range(p, d[2], d[3]), range(b, d[4], d[5])])
        })
    }

    /// Every split of a fine grid inside the region.
    fn grid(region: &Region) -> Vec<Split> {
        let steps = 60;
        let at = |range: Share, i: i32| range.low + range.width() * f64::from(i) / f64::from(steps);
        let mut all = vec![region.centre()];
        for i in 0..=steps {
            for j in 0..=steps {
                let (s, p) = (at(region.ranges[0], i), at(region.ranges[1], j));
                if region.holds([s, p, 1.0 - s - p]) {
                    all.push(Split { strategy: s, people: p, building: 1.0 - s - p });
                }
            }
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn overlap_is_the_range_a_fine_grid_finds(region in around(), other in split()) {
            let exact = region.overlap(&other);
            let all: Vec<f64> = grid(&region).iter().map(|x| distance::overlap(x, &other)).collect();
            let (least, most) = all.iter().fold((1.0f64, 0.0f64), |(l, h), v| (l.min(*v), h.max(*v)));
            prop_assert!(exact.low <= least + 1e-9 && most <= exact.high + 1e-9, "{exact:?} {least} {most}");
            prop_assert!(least - exact.low < 0.02 && exact.high - most < 0.02, "{exact:?} {least} {most}");
        }

        #[test]
        fn the_least_lead_is_the_one_a_fine_grid_finds(region in around(), l in prop::array::uniform3(split()), o in prop::array::uniform2(split())) {
            let exact = region.least_lead(&l, &o);
            let nearest = |x: &Split, of: &[Split]| of.iter().map(|m| distance::overlap(x, m)).fold(0.0, f64::max);
            let found = grid(&region).iter().map(|x| nearest(x, &l) - nearest(x, &o)).fold(f64::INFINITY, f64::min);
            prop_assert!(exact <= found + 1e-9 && found - exact < 0.04, "{exact} {found}");
        }

        #[test]
        fn a_point_region_is_its_split(x in split(), other in split()) {
            let [s, p, b] = x.parts();
            let overlap = region([(s, s, s), (p, p, p), (b, b, b)]).overlap(&other);
            let exact = distance::overlap(&x, &other);
            prop_assert!((overlap.low - exact).abs() < 1e-8 && (overlap.high - exact).abs() < 1e-8);
        }
    }
}
