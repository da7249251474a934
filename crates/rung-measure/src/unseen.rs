//! What the headline model assumes about time nobody saw.

use statrs::function::beta::checked_beta_reg;

use crate::calibrate::Learned;

/// Weight of the observed split in the assumption about unseen time: Dirichlet(8 x split) (MEASURE section 7).
pub const WEIGHT: f64 = 8.0;
/// Least weight of a bucket: a bucket of which nothing was seen may still fill unseen time.
/// Half a trial, the weight Jeffreys' prior gives; it bites only under 6 % of what was seen.
pub const LEAST_WEIGHT: f64 = 0.5;

/// Days that the assumption about unseen time counts as, beside days that show it.
pub const ASSUMED_DAYS: f64 = 3.0;

/// Cells of the table that the distribution function is read from.
const CELLS: usize = 64;

/// The share of unseen time that belongs to one part: Beta(own, rest).
pub(crate) struct Unseen {
    own: f64,
    rest: f64,
    table: [f64; CELLS + 1],
}

impl Unseen {
    /// A part with Dirichlet weight `own` among others that weigh `rest` together; both over 0.
    pub(crate) fn new(own: f64, rest: f64) -> Self {
        let table = std::array::from_fn(|cell| match cell {
            0 => 0.0,
            CELLS => 1.0,
            _ => checked_beta_reg(own, rest, place(cell)).unwrap_or(1.0),
        });
        Self { own, rest, table }
    }

    /// Expected share.
    pub(crate) fn mean(&self) -> f64 {
        self.own / (self.own + self.rest)
    }

    /// Probability that the share is at most `share`, read from the table.
    pub(crate) fn at_most(&self, share: f64) -> f64 {
        if share <= 0.0 {
            return 0.0;
        }
        if share >= 1.0 {
            return 1.0;
        }
        let at = share.sqrt().asin() * std::f64::consts::FRAC_2_PI * CELLS as f64;
        let cell = (at as usize).min(CELLS - 1);
        self.table[cell] + (at - cell as f64) * (self.table[cell + 1] - self.table[cell])
    }
}

/// Where a cell of the table begins: dense at both ends, where these distributions are steep.
fn place(cell: usize) -> f64 {
    (cell as f64 / CELLS as f64 * std::f64::consts::FRAC_PI_2).sin().powi(2)
}

/// Dirichlet weights of the three buckets in unseen time, from the `seen` minutes of each. Where one of
/// them cannot be seen at all, what was seen says nothing about it: every split is then equally likely.
///
/// Where days logged whole show what unseen time was spent on, their split counts as their number of days beside
/// [`ASSUMED_DAYS`] of the assumption.
pub(crate) fn weights(seen: [f64; 3], all_visible: bool, learned: Option<&Learned>) -> [f64; 3] {
    let total: f64 = seen.iter().sum();
    let assumed = if all_visible && total > 0.0 {
        seen.map(|minutes| (WEIGHT * minutes / total).max(LEAST_WEIGHT))
    } else {
        [1.0; 3]
    };
    let Some(Learned { split, days }) = learned else { return assumed };
    let part = *days as f64 / (*days as f64 + ASSUMED_DAYS);
    std::array::from_fn(|at| (part * WEIGHT * split[at] + (1.0 - part) * assumed[at]).max(LEAST_WEIGHT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_follows_the_exact_distribution_within_a_fifth_of_a_percent() {
        for (own, rest) in [(0.5, 8.0), (2.4, 5.6), (5.6, 2.4), (1.0, 2.0), (8.0, 0.5)] {
            let unseen = Unseen::new(own, rest);
            for i in 1..200 {
                let share = f64::from(i) / 200.0;
                let exact = checked_beta_reg(own, rest, share).unwrap();
                assert!((unseen.at_most(share) - exact).abs() < 2e-3, "Beta({own}, {rest}) at {share}");
            }
        }
    }

    #[test]
    fn a_bucket_without_minutes_keeps_a_weight() {
        assert_eq!(weights([300.0, 0.0, 100.0], true, None), [6.0, 0.5, 2.0]);
        assert_eq!(weights([0.0, 0.0, 100.0], false, None), [1.0; 3]);
    }

    #[test]
    fn logged_days_teach_what_unseen_time_is_spent_on() {
        let learned = |days| Learned { split: [1.0, 0.0, 0.0], days };
        assert_eq!(weights([0.0, 0.0, 100.0], true, Some(&learned(3))), [4.25, 0.5, 4.0]);
        let many = weights([0.0, 0.0, 100.0], true, Some(&learned(300)));
        assert!(many[0] > 7.9 && many[2] == LEAST_WEIGHT, "{many:?}");
    }
}
