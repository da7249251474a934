//! A spectrum: a balance between two poles, healthy over a range and not at a point.

use super::{Provenance, Span};

/// Two poles with what belongs to each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spectrum {
    /// Stable id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// The two poles.
    pub poles: [String; 2],
    /// The healthy range between them, 0 at the first pole and 1 at the second; absent where nobody says.
    pub healthy: Option<Span>,
    /// What stands against what.
    pub pairs: Vec<[String; 2]>,
    /// What it means.
    pub text: Option<String>,
    /// Where it was published.
    pub from: Provenance,
}
