//! Where a ladder asks less of a higher position.

use std::collections::BTreeMap;

use rung_model::framework::{Framework, Status};

use super::inheritance::Inheritance;

/// A dimension on which a higher position asks less than the one below that states a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDown {
    /// Dimension id.
    pub dimension: String,
    /// The lower position, by id.
    pub lower: String,
    /// The higher position, by id.
    pub higher: String,
    /// What the lower one asks.
    pub from: u32,
    /// What the higher one asks.
    pub to: u32,
}

/// Every step down of a role's ladder, from the lowest rank up; none where the ladder is monotone. Positions that are
/// no longer in use are left out; positions of one rank are not compared with each other.
pub fn monotone(framework: &Framework, role: &str) -> Vec<StepDown> {
    let inheritance = Inheritance::of(framework);
    let mut positions: Vec<_> = framework.positions_of(role).filter(|p| p.status != Status::Retired).collect();
    positions.sort_by_key(|position| position.rank);
    let mut below: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
    let mut found = Vec::new();
    for rank in positions.chunk_by(|a, b| a.rank == b.rank) {
        let mut here: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
        for position in rank {
            for (dimension, to) in inheritance.levels(position) {
                if let Some((lower, from)) = below.get(dimension).filter(|(_, from)| *from > to) {
                    found.push(StepDown {
                        dimension: dimension.to_owned(),
                        lower: (*lower).to_owned(),
                        higher: position.id.clone(),
                        from: *from,
                        to,
                    });
                }
                let most = here.entry(dimension).or_insert((&position.id, to));
                if to > most.1 {
                    *most = (&position.id, to);
                }
            }
        }
        below.extend(here);
    }
    found
}
