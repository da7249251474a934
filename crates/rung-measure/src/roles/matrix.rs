//! The overlap in time of every pair of roles.

use rung_model::framework::Framework;

use crate::distance;

/// Overlaps of all roles that have a split.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlapMatrix {
    /// Role ids, in the framework's order.
    pub roles: Vec<String>,
    /// Share of the week in common, row by row in the same order: 1 on the diagonal, symmetric.
    pub overlap: Vec<Vec<f64>>,
}

/// Computes every pair.
pub fn overlap_matrix(framework: &Framework) -> OverlapMatrix {
    let with_split: Vec<_> = framework
        .roles
        .iter()
        .filter_map(|role| Some((role.id.clone(), framework.split_of(&role.id)?.split)))
        .collect();
    let row = |(_, a): &(String, _)| with_split.iter().map(|(_, b)| distance::overlap(a, b)).collect();
    OverlapMatrix {
        overlap: with_split.iter().map(row).collect(),
        roles: with_split.into_iter().map(|(id, _)| id).collect(),
    }
}
