//! Roles and positions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Which line a role belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// Individual contributor.
    Ic,
    /// Management.
    Management,
    /// Product.
    Product,
    /// Programme and project.
    Programme,
}

/// Roles whose weeks three buckets cannot tell apart (MEASURE section 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Tech lead, senior, staff, principal, architect, SRE lead.
    Technical,
    /// Engineering manager, tech lead manager, senior EM.
    People,
    /// Product manager, TPM, project manager, head of product.
    Coordination,
    /// Director, VP, CTO: candidates only for who holds such a role.
    Direction,
}

impl Family {
    /// "a technical role", as used in sentences.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Technical => "a technical role",
            Self::People => "a people role",
            Self::Coordination => "a coordination role",
            Self::Direction => "a direction role",
        }
    }

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::People => "people",
            Self::Coordination => "coordination",
            Self::Direction => "direction",
        }
    }
}

/// A kind of job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Stable id, snake case.
    pub id: String,
    /// Display name, sentence case: "Tech lead".
    pub name: String,
    /// Short form for plots and tables: "TL".
    #[serde(default)]
    pub short: String,
    /// Other names that find it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Which line it belongs to.
    pub track: Track,
    /// Its family; absent for entry nodes without a split.
    #[serde(default)]
    pub family: Option<Family>,
    /// True for the role that stands for its family among the candidates of a verdict.
    #[serde(default)]
    pub stands_for_family: bool,
    /// The role this one is a variant of.
    #[serde(default)]
    pub variant_of: Option<String>,
    /// What it is, in one or two sentences.
    pub definition: String,
    /// Keys of the sources that describe it.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Said in place of duties where no source publishes any.
    #[serde(default)]
    pub no_duties: Option<String>,
    /// What changes when one steps into it.
    #[serde(default)]
    pub shift: Option<String>,
}

/// A role at a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Stable id: "TL5".
    pub id: String,
    /// Role id.
    pub role: String,
    /// Level within the role's ladder.
    pub rank: u32,
    /// Titles in use.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Required level per axis; absent = not assessed, 0 = none.
    #[serde(default)]
    pub requires: BTreeMap<String, u32>,
}
