//! Minutes with a range: the least, the best guess and the most that evidence allows.

use std::ops::{Add, AddAssign, Mul};

use serde::{Deserialize, Serialize};

/// An amount of time in minutes. Invariant: `0 <= low <= point <= high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    /// The least the evidence allows.
    pub low: f64,
    /// The best guess.
    pub point: f64,
    /// The most the evidence allows.
    pub high: f64,
}

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self { low: 0.0, point: 0.0, high: 0.0 };

    /// A known amount.
    pub const fn exact(minutes: f64) -> Self {
        Self { low: minutes, point: minutes, high: minutes }
    }

    /// A ranged amount.
    pub const fn new(low: f64, point: f64, high: f64) -> Self {
        Self { low, point, high }
    }

    /// True where `0 <= low <= point <= high` holds within rounding.
    pub fn is_ordered(&self) -> bool {
        self.low >= -1e-9 && self.low <= self.point + 1e-9 && self.point <= self.high + 1e-9
    }

    /// The best guess in hours.
    pub fn hours(&self) -> f64 {
        self.point / 60.0
    }
}

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, point: self.point + other.point, high: self.high + other.high }
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Mul<f64> for Minutes {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self { low: self.low * factor, point: self.point * factor, high: self.high * factor }
    }
}

impl std::iter::Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}
