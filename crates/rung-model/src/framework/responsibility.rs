//! Responsibilities: something somebody must own.

use super::Provenance;
use crate::{activity::Activity, bucket::Bucket};

/// Whether one role owns a responsibility or several carry it together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holding {
    /// One owner.
    Exclusive,
    /// Carried together, each able to stand in for the other.
    Shared,
    /// The source does not say.
    #[default]
    Unstated,
}

/// A responsibility.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duty {
    /// Stable id.
    pub id: String,
    /// Name in Rung's own words.
    pub name: String,
    /// The bucket it counts in here; absent where nobody has sorted it.
    pub bucket: Option<Bucket>,
    /// Role ids that own it.
    pub owners: Vec<String>,
    /// Exclusive or shared.
    pub holding: Holding,
    /// Role ids expected to take part without owning it.
    pub partners: Vec<String>,
    /// Role ids able to act in the owner's place.
    pub able_to_act: Vec<String>,
    /// The published statements it stands for: key of the source with number, e.g. "C16",
    /// and the bucket that source files it under, where it names one of ours.
    pub stated: Vec<(String, Option<Bucket>)>,
    /// Activities that show it is being done.
    pub traces: Vec<Activity>,
    /// Where it was published.
    pub from: Provenance,
}

impl Duty {
    /// True where a statement of this source (first letter of its key) stands behind it.
    pub fn is_from(&self, source: &str) -> bool {
        self.stated.iter().any(|(key, _)| key.trim_end_matches(|c: char| c.is_ascii_digit()) == source)
    }
}
