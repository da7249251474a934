//! Points, bands, weights and gates: how a framework turns levels on dimensions into a level or a title.

use std::collections::BTreeMap;

use super::Provenance;

/// A range of points or of a score that has a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Stable id.
    pub id: String,
    /// What it is a band of: `level`, `title`, or a name of the source's own. Bands of one group follow each other.
    pub group: String,
    /// The level or title it stands for.
    pub name: String,
    /// The least that is in it.
    pub min: f64,
    /// Its end; absent where it is open.
    pub max: Option<f64>,
    /// Whether `max` itself is no longer in it: `[min, max)`.
    pub half_open: bool,
    /// The role it holds for; absent where it holds for all.
    pub role: Option<String>,
    /// The position it leads to, where there is one.
    pub position: Option<String>,
    /// Where it was published.
    pub from: Provenance,
}

impl Band {
    /// Whether a score lies in it.
    pub fn holds(&self, score: f64) -> bool {
        score >= self.min && self.max.is_none_or(|max| if self.half_open { score < max } else { score <= max })
    }
}

/// How much each dimension counts, in percent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// Stable id.
    pub id: String,
    /// The role or track they hold for; absent where they hold for all.
    pub role: Option<String>,
    /// Percent by dimension id; they add up to 100.
    pub percent: BTreeMap<String, f64>,
    /// Where they were published.
    pub from: Provenance,
}

/// Least levels that a band or position asks for whatever the score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gate {
    /// Stable id.
    pub id: String,
    /// The band it guards, by id.
    pub band: Option<String>,
    /// The position it guards, by id.
    pub position: Option<String>,
    /// Least level by dimension id.
    pub requires: BTreeMap<String, u32>,
    /// What it says, where it cannot be said in levels.
    pub text: Option<String>,
    /// Where it was published.
    pub from: Provenance,
}
