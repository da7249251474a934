//! Paths between roles, with how long the step takes where anyone says, and who reports to whom.

use super::{Provenance, Span};

/// How many years a step takes: at least and at most.
pub type Years = Span;

/// What an edge means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeKind {
    /// One may go on from the first to the second.
    #[default]
    Path,
    /// The first reports to the second.
    ReportsTo,
}

impl EdgeKind {
    /// Every kind with its machine name.
    pub const ALL: [(&'static str, Self); 2] = [("path", Self::Path), ("reports_to", Self::ReportsTo)];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::ReportsTo => "reports_to",
        }
    }
}

/// One step from a role or position to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edge {
    /// Role or position id.
    pub from: String,
    /// Role or position id.
    pub to: String,
    /// What it means.
    pub kind: EdgeKind,
    /// Duration; absent = no source says: shown as not known, never as 0.
    pub years: Option<Years>,
    /// Keys of the sources.
    pub sources: Vec<String>,
    /// What to keep in mind: "often informal".
    pub note: Option<String>,
    /// Where it was published.
    pub published: Provenance,
}
