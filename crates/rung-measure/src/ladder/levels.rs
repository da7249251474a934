//! Required levels of two positions beside each other.

use std::collections::BTreeMap;

use rung_model::framework::Framework;

use super::inheritance::Inheritance;

/// How far two sets of levels lie apart, over the dimensions that both define.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LevelDistance {
    /// Dimensions that both define.
    pub both: usize,
    /// Steps up from the first to the second: sum of max(0, b - a).
    pub up: u64,
    /// Steps down: sum of max(0, a - b).
    pub down: u64,
    /// Sum of the lower levels.
    pub lower: u64,
    /// Sum of the higher levels.
    pub higher: u64,
}

impl LevelDistance {
    /// Adds one dimension.
    pub(crate) fn add(&mut self, a: u32, b: u32) {
        self.both += 1;
        self.up += u64::from(b.saturating_sub(a));
        self.down += u64::from(a.saturating_sub(b));
        self.lower += u64::from(a.min(b));
        self.higher += u64::from(a.max(b));
    }

    /// L1 distance: sum of |b - a|, which is the steps up and the steps down.
    pub const fn l1(&self) -> u64 {
        self.up + self.down
    }

    /// Ruzicka similarity, 0-1: sum of min / sum of max. 1 where both ask nothing of what both define; `None` where
    /// there is no dimension that both define.
    pub fn ruzicka(&self) -> Option<f64> {
        match (self.both, self.higher) {
            (0, _) => None,
            (_, 0) => Some(1.0),
            _ => Some(self.lower as f64 / self.higher as f64),
        }
    }
}

/// Compares two sets of levels by dimension id.
pub fn level_distance(a: &BTreeMap<String, u32>, b: &BTreeMap<String, u32>) -> LevelDistance {
    let mut distance = LevelDistance::default();
    for (dimension, from) in a {
        if let Some(to) = b.get(dimension) {
            distance.add(*from, *to);
        }
    }
    distance
}

/// Required levels of a position by dimension id, with those its role takes over; empty for one that is not known.
pub fn levels_of(framework: &Framework, position: &str) -> BTreeMap<String, u32> {
    let inheritance = Inheritance::of(framework);
    let levels = framework.position(position).map(|position| inheritance.levels(position)).unwrap_or_default();
    levels.into_iter().map(|(dimension, level)| (dimension.to_owned(), level)).collect()
}
