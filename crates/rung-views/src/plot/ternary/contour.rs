//! Where nine in ten people of a role are: a region of the Dirichlet(k x split) population.
//!
//! The region is the highest-density one over log-ratios: its edge is where `sum a_i ln x_i` is
//! constant. Over log-ratios the density peaks at the expected split itself and the region is convex
//! and never touches an edge, also where a part is expected near zero (k x share below 1, where the
//! ordinary density has no peak). The level is found by summing the density over a grid, so the
//! outline is the same on every machine and every run.

use rung_model::split::Split;

use super::geometry::Parts;

const GRID: usize = 72;
const RAYS: usize = 44;

/// The outline that holds `mass` of the role's population, as splits around the expected one.
pub(super) fn contour(split: &Split, k: f64, mass: f64) -> Vec<Parts> {
    let alpha = split.parts().map(|part| (part * k).max(1e-3));
    let sum: f64 = alpha.iter().sum();
    let mean = alpha.map(|a| a / sum);
    let level = level(&alpha, &mean, mass);
    (0..RAYS)
        .map(|ray| {
            let angle = std::f64::consts::TAU * ray as f64 / RAYS as f64;
            edge(&alpha, &mean, direction(angle), level)
        })
        .collect()
}

/// A step in the plane of splits: equal steps look equal in the drawing.
fn direction(angle: f64) -> Parts {
    let (along, up) = (angle.cos(), angle.sin());
    let rise = up / 3.0_f64.sqrt();
    [-along / 2.0 - rise / 2.0, along / 2.0 - rise / 2.0, rise]
}

/// Log density over log-ratios, relative to its peak at the mean.
fn height(alpha: &Parts, mean: &Parts, split: &Parts) -> f64 {
    (0..3).map(|i| alpha[i] * (split[i].max(f64::MIN_POSITIVE) / mean[i]).ln()).sum()
}

/// How far out along a ray the level lies, by halving.
fn edge(alpha: &Parts, mean: &Parts, step: Parts, level: f64) -> Parts {
    let along = |t: f64| -> Parts { std::array::from_fn(|i| mean[i] + step[i] * t) };
    let wall = (0..3).filter(|&i| step[i] < 0.0).map(|i| -mean[i] / step[i]).fold(f64::INFINITY, f64::min);
    let (mut inner, mut outer) = (0.0, wall);
    for _ in 0..40 {
        let middle = (inner + outer) / 2.0;
        if height(alpha, mean, &along(middle)) >= level { inner = middle } else { outer = middle }
    }
    along(inner).map(|part| part.max(0.0))
}

/// The level above which the wanted mass lies, over an even grid of log-ratios.
fn level(alpha: &Parts, mean: &Parts, mass: f64) -> f64 {
    let reach = reach(alpha, mean);
    let mut heights: Vec<f64> = Vec::with_capacity(GRID * GRID);
    for row in 0..GRID {
        for column in 0..GRID {
            let spot = |place: usize, (low, high): (f64, f64)| low + (high - low) * (place as f64 + 0.5) / GRID as f64;
            heights.push(height(alpha, mean, &softmax(mean, spot(row, reach[0]), spot(column, reach[1]))));
        }
    }
    heights.sort_by(|a, b| b.total_cmp(a));
    let whole: f64 = heights.iter().map(|h| h.exp()).sum();
    let mut gathered = 0.0;
    for height in &heights {
        gathered += height.exp();
        if gathered >= whole * mass {
            return *height;
        }
    }
    heights.last().copied().unwrap_or(0.0)
}

/// The split whose log-ratios to the third part, against the mean's, are `u` and `v`.
fn softmax(mean: &Parts, u: f64, v: f64) -> Parts {
    let raw = [mean[0] * u.exp(), mean[1] * v.exp(), mean[2]];
    let sum: f64 = raw.iter().sum();
    raw.map(|part| part / sum)
}

/// How far the log-ratios must be followed until the density has fallen by e^14, in each direction.
fn reach(alpha: &Parts, mean: &Parts) -> [(f64, f64); 2] {
    let far = |du: f64, dv: f64| -> f64 {
        let mut t = 1.0;
        while height(alpha, mean, &softmax(mean, du * t, dv * t)) > -14.0 && t < 700.0 {
            t *= 1.25;
        }
        t
    };
    let mut span = [(0.0_f64, 0.0_f64); 2];
    for ray in 0..16 {
        let angle = std::f64::consts::TAU * f64::from(ray) / 16.0;
        let (du, dv) = (angle.cos(), angle.sin());
        let t = far(du, dv);
        span[0] = (span[0].0.min(du * t), span[0].1.max(du * t));
        span[1] = (span[1].0.min(dv * t), span[1].1.max(dv * t));
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(outline: &[Parts], split: Parts) -> bool {
        // x along people minus strategy, y along building: a plain even-odd test.
        let flat = |p: &Parts| (p[1] - p[0], p[2]);
        let (x, y) = flat(&split);
        let mut inside = false;
        for (place, here) in outline.iter().enumerate() {
            let (ax, ay) = flat(here);
            let (bx, by) = flat(&outline[(place + 1) % outline.len()]);
            if (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax) {
                inside = !inside;
            }
        }
        inside
    }

    #[test]
    fn the_outline_is_of_splits_around_the_expected_one() {
        for (s, p, b, k) in [(30.0, 10.0, 60.0, 20.0), (55.0, 43.0, 2.0, 20.0), (60.0, 27.0, 13.0, 8.0)] {
            let split = Split::of(s, p, b).unwrap();
            let outline = contour(&split, k, 0.9);
            assert!(outline.iter().all(|at| (at.iter().sum::<f64>() - 1.0).abs() < 1e-9));
            assert!(outline.iter().all(|at| at.iter().all(|part| (0.0..=1.0).contains(part))));
            assert!(holds(&outline, split.parts()));
        }
    }

    /// The marginal 90 % ranges of a tech lead (ROLES: 15-48 / 2-23 / 42-77) are near the outline's extent:
    /// a joint region reaches a little further out than each marginal one.
    #[test]
    fn a_tech_leads_outline_spans_the_marginal_ranges() {
        let outline = contour(&Split::of(30.0, 10.0, 60.0).unwrap(), 20.0, 0.9);
        for (part, low, high) in [(0, 0.15, 0.48), (1, 0.02, 0.23), (2, 0.42, 0.77)] {
            let least = outline.iter().map(|at| at[part]).fold(1.0, f64::min);
            let most = outline.iter().map(|at| at[part]).fold(0.0, f64::max);
            assert!(least <= low + 0.01 && least >= low - 0.07, "part {part} from {least}");
            assert!(most >= high - 0.01 && most <= high + 0.09, "part {part} to {most}");
        }
    }

    #[test]
    fn more_of_the_population_needs_more_room() {
        let split = Split::of(30.0, 50.0, 20.0).unwrap();
        let inner = contour(&split, 20.0, 0.5);
        let outer = contour(&split, 20.0, 0.9);
        assert!(inner.iter().all(|at| holds(&outer, *at)));
    }
}
