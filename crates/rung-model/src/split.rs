//! A split: shares over strategy, people and building that sum to one.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::bucket::Bucket;

/// Shares over the three buckets of a role. Invariant: each in 0..=1, sum 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// Share of strategy and alignment.
    pub strategy: f64,
    /// Share of people.
    pub people: f64,
    /// Share of building.
    pub building: f64,
}

/// Why three numbers are no split.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum SplitError {
    /// A part is negative, infinite or not a number.
    #[error("each part of a split must be a number of 0 or more")]
    Part,
    /// The parts add up to nothing.
    #[error("the parts of a split add up to 0")]
    Empty,
}

impl Split {
    /// A split from any three non-negative amounts, scaled to sum to one.
    ///
    /// # Errors
    /// [`SplitError`] where a part is not a non-negative number or all are zero.
    pub fn of(strategy: f64, people: f64, building: f64) -> Result<Self, SplitError> {
        let parts = [strategy, people, building];
        if parts.iter().any(|p| !p.is_finite() || *p < 0.0) {
            return Err(SplitError::Part);
        }
        let sum: f64 = parts.iter().sum();
        if sum <= 0.0 {
            return Err(SplitError::Empty);
        }
        Ok(Self { strategy: strategy / sum, people: people / sum, building: building / sum })
    }

    /// The shares in [`Bucket::SPLIT`] order.
    pub const fn parts(&self) -> [f64; 3] {
        [self.strategy, self.people, self.building]
    }

    /// The share of one bucket; 0 for [`Bucket::Other`].
    pub const fn share(&self, bucket: Bucket) -> f64 {
        match bucket {
            Bucket::Strategy => self.strategy,
            Bucket::People => self.people,
            Bucket::Building => self.building,
            Bucket::Other => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_scaled_to_one() {
        let split = Split::of(30.0, 10.0, 60.0).unwrap();
        assert_eq!(split.parts(), [0.3, 0.1, 0.6]);
        assert_eq!(split.share(Bucket::People), 0.1);
        assert_eq!(split.share(Bucket::Other), 0.0);
    }

    #[test]
    fn what_is_no_split_says_why() {
        assert_eq!(Split::of(0.0, 0.0, 0.0), Err(SplitError::Empty));
        for part in [-0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Split::of(1.0, part, 1.0), Err(SplitError::Part));
        }
    }

    proptest! {
        /// MEASURE section 12: a split sums to 1.
        #[test]
        fn a_split_sums_to_one(s in 0.0..1e9_f64, p in 0.0..1e9_f64, b in 0.0..1e9_f64) {
            prop_assume!(s + p + b > 0.0);
            let split = Split::of(s, p, b).unwrap();
            prop_assert!((split.parts().iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(split.parts().iter().all(|part| (0.0..=1.0).contains(part)));
        }
    }
}
