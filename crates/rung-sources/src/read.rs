//! What a source hands over.

use std::collections::BTreeMap;

use rung_model::{
    evidence::Evidence,
    manifest::Manifest,
    problem::{Problem, Severity},
};

/// Evidence with its manifest and every problem met on the way. A source that cannot be read
/// at all gives no evidence and at least one problem of severity error.
#[derive(Clone, Debug)]
pub struct Read {
    /// The facts, sorted by time, then id.
    pub evidence: Vec<Evidence>,
    /// What the source can ever see.
    pub manifest: Manifest,
    /// What went wrong or was guessed.
    pub problems: Vec<Problem>,
    /// What was understood and is not used, by its kind.
    pub unused: BTreeMap<String, u64>,
}

impl Read {
    /// False for a source of which nothing could be read.
    pub fn is_usable(&self) -> bool {
        !self.evidence.is_empty() || !self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}
