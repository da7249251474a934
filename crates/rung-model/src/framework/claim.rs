//! Claims about a role's week: expected splits and hands-on ranges, each with who says so.

use serde::{Deserialize, Serialize};

use crate::split::Split;

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short key used by claims: "B".
    pub key: String,
    /// Title of the work.
    pub title: String,
    /// Author or publisher.
    pub by: String,
    /// Licence, where it has one.
    #[serde(default)]
    pub license: Option<String>,
}

/// Whether a number was published or made by Rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Published; the source is named.
    Sourced,
    /// Rung's own synthesis; editable.
    Synthesis,
}

impl Basis {
    /// "sourced" or "our synthesis", as shown beside every expected number.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::Synthesis => "our synthesis",
        }
    }
}

/// An expected split of a role's week.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitClaim {
    /// Role id.
    pub role: String,
    /// The expected split.
    pub split: Split,
    /// Concentration of the role's population: Dirichlet(k x split). Always Rung's own synthesis.
    pub k: f64,
    /// Whether the split was published.
    pub basis: Basis,
    /// Key of the source, where sourced.
    pub source: Option<String>,
    /// What to keep in mind.
    pub note: Option<String>,
}

/// A claimed range of hands-on coding, shares 0-1.
#[derive(Clone, Debug, PartialEq)]
pub struct HandsOn {
    /// Role id.
    pub role: String,
    /// Least share of the week.
    pub min: f64,
    /// Most share of the week.
    pub max: f64,
    /// Whether it was published.
    pub basis: Basis,
    /// Key of the source, where sourced.
    pub source: Option<String>,
    /// What to keep in mind: "in the first months".
    pub note: Option<String>,
}
