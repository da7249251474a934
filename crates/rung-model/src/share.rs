//! A share of time with its range, each between 0 and 1.

use serde::{Deserialize, Serialize};

/// A share of some whole. Invariant: `0 <= low <= point <= high <= 1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The least the evidence (or the stated model) allows.
    pub low: f64,
    /// The best guess.
    pub point: f64,
    /// The most the evidence (or the stated model) allows.
    pub high: f64,
}

impl Share {
    /// A share with its range.
    pub const fn new(low: f64, point: f64, high: f64) -> Self {
        Self { low, point, high }
    }

    /// The width of the range, 0 to 1.
    pub fn width(&self) -> f64 {
        self.high - self.low
    }

    /// True where `value` lies in the range, ends included.
    pub fn holds(&self, value: f64) -> bool {
        self.low - 1e-9 <= value && value <= self.high + 1e-9
    }
}
