//! What evidence was recognised as, and by which rule.

use std::sync::Arc;

use rung_model::{evidence::Evidence, kind::Kind, rule::Level};

/// The answer of the recogniser for one piece of evidence. Every slice of time names its rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognition {
    /// What kind of work it is.
    pub kind: Kind,
    /// Level of the deciding rule.
    pub level: Level,
    /// Id of the deciding rule.
    pub rule: Arc<str>,
    /// Where the rule comes from, e.g. `rules.toml:12` or `built in`.
    pub origin: Arc<str>,
}

/// One piece of a person's evidence with what it was recognised as.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The fact.
    pub evidence: &'a Evidence,
    /// What it was recognised as.
    pub recognition: Recognition,
}
