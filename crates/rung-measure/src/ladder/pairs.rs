//! Required levels of every pair of positions.

use std::collections::BTreeMap;

use rung_model::framework::Framework;

use super::{inheritance::Inheritance, levels::LevelDistance};

/// Two positions and how far their levels lie apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Position id.
    pub a: String,
    /// Position id, further down in the framework.
    pub b: String,
    /// From the first to the second.
    pub distance: LevelDistance,
}

/// Every pair of positions once, in the order of the framework.
pub fn all_pairs(framework: &Framework) -> Vec<Pair> {
    let inheritance = Inheritance::of(framework);
    let levels: Vec<BTreeMap<&str, u32>> = framework.positions.iter().map(|p| inheritance.levels(p)).collect();
    let mut numbers: BTreeMap<&str, usize> = levels.iter().flat_map(|of| of.keys()).map(|id| (*id, 0)).collect();
    numbers.values_mut().enumerate().for_each(|(n, number)| *number = n);
    let dense: Vec<Vec<Option<u32>>> =
        levels.iter().map(|of| numbers.keys().map(|dimension| of.get(dimension).copied()).collect()).collect();
    let rows: Vec<_> = framework.positions.iter().zip(&dense).collect();
    let mut pairs = Vec::new();
    for (n, (a, of_a)) in rows.iter().enumerate() {
        for (b, of_b) in rows.iter().skip(n + 1) {
            let mut distance = LevelDistance::default();
            for (from, to) in of_a.iter().zip(of_b.iter()) {
                if let (Some(from), Some(to)) = (from, to) {
                    distance.add(*from, *to);
                }
            }
            pairs.push(Pair { a: a.id.clone(), b: b.id.clone(), distance });
        }
    }
    pairs
}
