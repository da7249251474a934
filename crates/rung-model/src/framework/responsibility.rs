//! Responsibilities: something somebody must own.

use crate::{activity::Activity, bucket::Bucket};

/// Whether one role owns a responsibility or several carry it together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// One owner.
    Exclusive,
    /// Carried together, each able to stand in for the other.
    Shared,
    /// The source does not say.
    Unstated,
}

/// A responsibility.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// Stable id.
    pub id: String,
    /// Name in Rung's own words.
    pub name: String,
    /// The bucket it counts in here.
    pub bucket: Bucket,
    /// Role ids that own it.
    pub owners: Vec<String>,
    /// Exclusive or shared.
    pub holding: Holding,
    /// The published statements it stands for: key of the source with number, e.g. "C16",
    /// and the bucket that source files it under, where it names one of ours.
    pub stated: Vec<(String, Option<Bucket>)>,
    /// Activities that show it is being done.
    pub traces: Vec<Activity>,
}

impl Duty {
    /// True where a statement of this source (first letter of its key) stands behind it.
    pub fn is_from(&self, source: &str) -> bool {
        self.stated.iter().any(|(key, _)| key.trim_end_matches(|c: char| c.is_ascii_digit()) == source)
    }
}
