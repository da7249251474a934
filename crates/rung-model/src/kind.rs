//! What a minute was recognised as: an activity, mixed weights, unclassified, or not counted.

use serde::{Deserialize, Serialize};

use crate::{activity::Activity, bucket::Bucket};

/// Time that is known and deliberately kept out of every bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// Out of office, leave, public holiday: lowers the capacity.
    Ooo,
    /// A private appointment.
    Personal,
    /// On the way.
    Travel,
    /// A planned block; counts only through the work found inside it.
    Focus,
    /// Taken out by a rule's `exclude = true`, or an announcement that is no meeting.
    Excluded,
}

impl NotCounted {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ooo => "ooo",
            Self::Personal => "personal",
            Self::Travel => "travel",
            Self::Focus => "focus",
            Self::Excluded => "excluded",
        }
    }

    /// The variant with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Ooo, Self::Personal, Self::Travel, Self::Focus, Self::Excluded].into_iter().find(|n| n.id() == id)
    }
}

/// What one piece of evidence was recognised as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// One activity; its bucket comes from the framework's activity map.
    Activity(Activity),
    /// Shares of each bucket in [`Bucket::ALL`] order, summing to one, set by a rule.
    Weights([f64; 4]),
    /// Seen, kind unknown. Enters no bucket's point and every bucket's high.
    Unclassified,
    /// Known and kept out of the split.
    NotCounted(NotCounted),
}

/// Which bucket each activity counts in. Framework data; an organisation may override it.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityMap {
    weights: Vec<[f64; 4]>,
}

impl Default for ActivityMap {
    fn default() -> Self {
        let weights = Activity::ALL
            .iter()
            .map(|activity| {
                let mut row = [0.0; 4];
                row[activity.default_bucket().index()] = 1.0;
                row
            })
            .collect();
        Self { weights }
    }
}

impl ActivityMap {
    /// Makes `activity` count with these weights, in [`Bucket::ALL`] order.
    pub fn set(&mut self, activity: Activity, weights: [f64; 4]) {
        self.weights[activity.index()] = weights;
    }

    /// The weights of `activity` over [`Bucket::ALL`]; they sum to one.
    pub fn weights(&self, activity: Activity) -> [f64; 4] {
        self.weights[activity.index()]
    }

    /// The bucket that takes the largest part of `activity`.
    pub fn bucket(&self, activity: Activity) -> Bucket {
        let row = self.weights(activity);
        Bucket::ALL.into_iter().rev().max_by(|a, b| row[a.index()].total_cmp(&row[b.index()])).unwrap_or(Bucket::Other)
    }

    /// The weights of a kind over [`Bucket::ALL`], or `None` where it enters no bucket.
    pub fn of(&self, kind: Kind) -> Option<[f64; 4]> {
        match kind {
            Kind::Activity(activity) => Some(self.weights(activity)),
            Kind::Weights(row) => Some(row),
            Kind::Unclassified | Kind::NotCounted(_) => None,
        }
    }
}
