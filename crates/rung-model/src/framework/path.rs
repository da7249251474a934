//! Paths between roles, with how long the step takes where anyone says.

use serde::{Deserialize, Serialize};

/// How many years a step takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// At least.
    pub min: f64,
    /// At most.
    pub max: f64,
}

/// One step from a role to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// Role id.
    pub from: String,
    /// Role id.
    pub to: String,
    /// Duration; absent = no source says: shown as not known, never as 0.
    #[serde(default)]
    pub years: Option<Years>,
    /// Keys of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What to keep in mind: "often informal".
    #[serde(default)]
    pub note: Option<String>,
}
