//! Roles and positions.

use std::collections::BTreeMap;

use super::{Provenance, Status};

/// Which line a role belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Track {
    /// Every line with its machine name.
    pub const ALL: [(&'static str, Self); 4] = [
        ("ic", Self::Ic),
        ("management", Self::Management),
        ("product", Self::Product),
        ("programme", Self::Programme),
    ];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ic => "ic",
            Self::Management => "management",
            Self::Product => "product",
            Self::Programme => "programme",
        }
    }
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Role {
    /// Stable id, snake case.
    pub id: String,
    /// Display name, sentence case: "Tech lead".
    pub name: String,
    /// Short form for plots and tables: "TL".
    pub short: String,
    /// Other names that find it.
    pub aliases: Vec<String>,
    /// Which line it belongs to, where anyone says.
    pub track: Option<Track>,
    /// Its family; absent for entry nodes without a split.
    pub family: Option<Family>,
    /// True for the role that stands for its family among the candidates of a verdict.
    pub stands_for_family: bool,
    /// The role this one is a variant of.
    pub variant_of: Option<String>,
    /// What it is, in one or two sentences; empty where its source does not say.
    pub definition: String,
    /// Keys of the sources that describe it.
    pub sources: Vec<String>,
    /// Said in place of duties where no source publishes any.
    pub no_duties: Option<String>,
    /// What changes when one steps into it.
    pub shift: Option<String>,
    /// Whether it is still used.
    pub status: Status,
    /// Where it was published.
    pub from: Provenance,
}

/// A role at a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Position {
    /// Stable id: "TL5".
    pub id: String,
    /// Role id.
    pub role: String,
    /// Level within the role's ladder, from 0 or 1 up; ranks of one ladder may leave gaps.
    pub rank: u32,
    /// Titles in use, the usual one first.
    pub titles: Vec<String>,
    /// What it is, where its source says it beside the dimensions.
    pub definition: String,
    /// Ids of positions on other ladders that stand as high.
    pub equivalent: Vec<String>,
    /// Whether it is still used.
    pub status: Status,
    /// Required level per axis; absent = not assessed, 0 = none.
    pub requires: BTreeMap<String, u32>,
    /// Where it was published.
    pub from: Provenance,
}

impl Position {
    /// What to call it: its first title, else its id.
    pub fn title(&self) -> &str {
        self.titles.first().unwrap_or(&self.id)
    }
}
