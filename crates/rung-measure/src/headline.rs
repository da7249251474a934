//! The headline model: a share of all working time, seen and unseen, with its range.
//!
//! theta = c * seen + (1 - c) * unseen (MEASURE section 7), where
//!
//! - c is the coverage of the period, taken as at most [`MOST_SEEN`]: meetings are missed or overrun,
//!   so that no source sees everything;
//! - seen is the part's share of the three buckets, its minutes and those of the others each spread
//!   over their own low-point-high as a three-point estimate, independently;
//! - unseen is the part's share of the time nobody saw: Dirichlet(8 x the observed split), a bucket
//!   never weighing less than half a trial; flat where one of the buckets cannot be seen at all.
//!
//! The range is the 5th to the 95th percentile, by quadrature: the same bytes on every run. The point
//! is the mean, so that the points of the three buckets sum to one. What it cannot know is whether
//! unseen work is unlike seen work; then it fails, and the report says so.

use rung_model::share::Share;

use crate::{
    spread::{POINTS, sums},
    unseen::Unseen,
};

/// Most of a period that is ever taken as seen.
pub const MOST_SEEN: f64 = 0.95;
/// Probability below the range, and above it.
pub const TAIL: f64 = 0.05;

/// Cells the distribution of the seen share is gathered in.
const CELLS: usize = 128;
/// Halvings in the search for a percentile: 2^-20 is far under a tenth of a percent.
const HALVINGS: u32 = 20;

/// The modelled share of `own` among itself and `others`, each given by its spread, at `coverage` 0-1.
/// `None` where there are no minutes.
pub(crate) fn share(own: &Spread, others: &[Spread], coverage: f64, unseen: &Unseen) -> Option<Share> {
    let seen = Seen::of(own, others)?;
    let c = coverage.clamp(0.0, MOST_SEEN);
    let at_most = |theta: f64| -> f64 {
        seen.cells.iter().map(|(weight, share)| weight * unseen.at_most((theta - c * share) / (1.0 - c))).sum()
    };
    let percentile = |p: f64| {
        let (mut below, mut above) = (0.0, 1.0);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(below, above);
            if at_most(middle) < p { below = middle } else { above = middle }
        }
        f64::midpoint(below, above)
    };
    let point = c * seen.mean + (1.0 - c) * unseen.mean();
    Some(Share::new(percentile(TAIL).min(point), point, percentile(1.0 - TAIL).max(point)))
}

/// Equally likely values of an amount of minutes.
pub(crate) type Spread = [f64; POINTS];

/// The distribution of a seen share: (probability, share), and its mean.
struct Seen {
    cells: Vec<(f64, f64)>,
    mean: f64,
}

impl Seen {
    fn of(own: &Spread, others: &[Spread]) -> Option<Self> {
        let mut cells = vec![(0.0, 0.0); CELLS + 1];
        for rest in &sums(others) {
            for value in own {
                let whole = value + rest;
                if whole > 0.0 {
                    let share = value / whole;
                    let cell = &mut cells[(share * CELLS as f64) as usize];
                    *cell = (cell.0 + 1.0, cell.1 + share);
                }
            }
        }
        cells.retain(|(count, _)| *count > 0.0);
        let (count, sum) = cells.iter().fold((0.0, 0.0), |all, cell| (all.0 + cell.0, all.1 + cell.1));
        if count <= 0.0 {
            return None;
        }
        for (weight, share) in &mut cells {
            *share /= *weight;
            *weight /= count;
        }
        Some(Self { cells, mean: sum / count })
    }
}
