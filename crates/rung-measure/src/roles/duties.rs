//! Duties of two roles: shared, and what only one has.

use std::collections::BTreeMap;

use rung_model::framework::{Duty, Framework};

/// Duties of the merged catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DutyOverlap {
    /// Owned by the first alone of the two.
    pub only_a: Vec<Duty>,
    /// Owned by the second alone of the two.
    pub only_b: Vec<Duty>,
    /// Owned by both.
    pub shared: Vec<Duty>,
}

/// How many published statements of one source fall where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DutyCounts {
    /// Of the first alone.
    pub only_a: usize,
    /// Of the second alone.
    pub only_b: usize,
    /// Of both.
    pub shared: usize,
}

impl DutyOverlap {
    /// How many fall where.
    pub fn counts(&self) -> DutyCounts {
        DutyCounts { only_a: self.only_a.len(), only_b: self.only_b.len(), shared: self.shared.len() }
    }
}

impl DutyCounts {
    /// Shared over all, 0-1 (Jaccard); `None` where neither has any.
    pub fn jaccard(&self) -> Option<f64> {
        let all = self.only_a + self.only_b + self.shared;
        (all > 0).then(|| self.shared as f64 / all as f64)
    }
}

/// Who of the two owns a duty.
fn owners(duty: &Duty, a: &str, b: &str) -> (bool, bool) {
    let owns = |role: &str| duty.owners.iter().any(|owner| owner == role);
    (owns(a), owns(b))
}

/// The duties of two roles in the merged catalogue, in its order.
pub fn duty_overlap(framework: &Framework, a: &str, b: &str) -> DutyOverlap {
    let mut overlap = DutyOverlap::default();
    for duty in &framework.duties {
        match owners(duty, a, b) {
            (true, true) => overlap.shared.push(duty.clone()),
            (true, false) => overlap.only_a.push(duty.clone()),
            (false, true) => overlap.only_b.push(duty.clone()),
            (false, false) => {}
        }
    }
    overlap
}

/// The same by source, counting its published statements and not the merged duties they stand behind:
/// sources repeat each other, and a source's own figures stay available.
pub fn counts_by_source(framework: &Framework, a: &str, b: &str) -> BTreeMap<String, DutyCounts> {
    let mut all: BTreeMap<String, DutyCounts> = BTreeMap::new();
    for duty in &framework.duties {
        let owners = owners(duty, a, b);
        if owners == (false, false) {
            continue;
        }
        for (key, _) in &duty.stated {
            let source = key.trim_end_matches(|c: char| c.is_ascii_digit());
            let counts = all.entry(source.to_owned()).or_default();
            match owners {
                (true, true) => counts.shared += 1,
                (true, false) => counts.only_a += 1,
                _ => counts.only_b += 1,
            }
        }
    }
    all
}
