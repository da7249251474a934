//! The document of `rung rules try --json`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{VERSION, amount::round};
use crate::rules;

/// Minutes that rules would move.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung rules try, version 1")]
pub struct Tried {
    /// Version of this document: 1.
    pub version: u32,
    /// What would change, most minutes first.
    pub moves: Vec<Move>,
    /// Minutes in working hours by bucket, then unclassified, before.
    pub before: Vec<f64>,
    /// The same with the rules.
    pub after: Vec<f64>,
}

/// One title whose kind would change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Move {
    /// The title, or what the evidence is.
    pub what: String,
    /// Pieces of evidence concerned.
    pub count: usize,
    /// Minutes they hold.
    pub minutes: f64,
    /// What it was.
    pub from: String,
    /// What it would be.
    pub to: String,
    /// The rule that decides.
    pub rule: String,
}

impl From<&rules::Tried> for Tried {
    fn from(tried: &rules::Tried) -> Self {
        Self {
            version: VERSION,
            moves: tried
                .moves
                .iter()
                .map(|m| Move {
                    what: m.what.clone(),
                    count: m.count,
                    minutes: round(m.minutes),
                    from: m.from.clone(),
                    to: m.to.clone(),
                    rule: m.rule.clone(),
                })
                .collect(),
            before: tried.before.map(round).to_vec(),
            after: tried.after.map(round).to_vec(),
        }
    }
}
