//! A snapshot that was shared: what it shows, frozen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What somebody showed of their weeks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "rung snapshot, version 1")]
pub struct Frozen {
    /// Version of this document: 1.
    pub version: u32,
    /// Whose weeks.
    pub name: String,
    /// First day.
    pub first: String,
    /// Last day, included.
    pub last: String,
    /// IANA zone the days are counted in.
    pub zone: String,
    /// Share of working time that was seen, 0-1.
    pub coverage: f64,
    /// Role held then.
    pub role: Option<String>,
    /// The split of the whole time, where it is shown.
    pub split: Option<Vec<FrozenShare>>,
    /// The split by week, where it is shown.
    pub weeks: Option<Vec<FrozenWeek>>,
    /// How it reads against the role held, where it is shown.
    pub reading: Option<String>,
    /// The findings, where they are shown.
    pub findings: Option<Vec<String>>,
}

/// A bucket with its share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenShare {
    /// `strategy`, `people` or `building`.
    pub bucket: String,
    /// Low, best guess and high, shares 0-1; absent where too little was seen to say.
    pub share: Option<[f64; 3]>,
}

/// A week with its split.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenWeek {
    /// `2026-W31`.
    pub week: String,
    /// Share of working time that was seen, 0-1.
    pub coverage: f64,
    /// The split.
    pub split: Vec<FrozenShare>,
}
