//! The four buckets that leadership time is sorted into.

use serde::{Deserialize, Serialize};

/// A bucket of working time. Roles are compared over the first three;
/// [`Bucket::Other`] (learning, admin) is always shown apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    /// Strategy and alignment: vision, roadmap, aligning people and teams.
    Strategy,
    /// People: the team healthy, people growing, the team executing.
    People,
    /// Building: design, code, review, release, incidents.
    Building,
    /// Work outside the three: learning and admin.
    Other,
}

impl Bucket {
    /// All four, in the order every table, key and plot uses.
    pub const ALL: [Self; 4] = [Self::Strategy, Self::People, Self::Building, Self::Other];
    /// The three that splits are made of.
    pub const SPLIT: [Self; 3] = [Self::Strategy, Self::People, Self::Building];

    /// Position in [`Bucket::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The stable machine name: `strategy`, `people`, `building`, `other`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strategy => "strategy",
            Self::People => "people",
            Self::Building => "building",
            Self::Other => "other",
        }
    }

    /// The name people read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strategy => "Strategy & alignment",
            Self::People => "People",
            Self::Building => "Building",
            Self::Other => "Other",
        }
    }

    /// The bucket with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bucket| bucket.id() == id)
    }
}
