//! `rung correct` as JSON.

use rung_model::{
    bucket::Bucket,
    correction::{Correction as Inner, Target},
    kind::Kind,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{amount::round, rules::Tried};
use crate::corrections::Proposal;

/// One correction.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung correct list, version 1: one correction")]
pub struct Correction {
    /// Its id.
    pub id: String,
    /// When it was made (RFC 3339).
    pub made: String,
    /// What it is about, in words.
    pub about: String,
    /// UID of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// Day of the one occurrence it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Identity of another fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// Other UIDs confirmed to be the same event.
    pub also: Vec<String>,
    /// What it is recognised as.
    pub set: String,
    /// Why, in the person's words.
    pub why: Option<String>,
    /// When it was taken back (RFC 3339).
    pub undone: Option<String>,
}

impl From<&Inner> for Correction {
    fn from(one: &Inner) -> Self {
        let title = one.look.title.clone();
        let named = |uid: &str| title.clone().unwrap_or_else(|| uid.to_owned());
        let (about, uid, day, fact) = match &one.target {
            Target::Occurrence { uid, day } => {
                (format!("{} on {day}", named(uid)), Some(uid.clone()), Some(day.to_string()), None)
            }
            Target::Series { uid } => (format!("every {}", named(uid)), Some(uid.clone()), None, None),
            Target::Fact(id) => (format!("fact {id}"), None, None, Some(id.to_string())),
        };
        Self {
            id: one.id.clone(),
            made: one.made.to_string(),
            about,
            uid,
            day,
            fact,
            also: one.also.clone(),
            set: kind(one.set),
            why: one.why.clone(),
            undone: one.undone.map(|at| at.to_string()),
        }
    }
}

/// What a correction says a thing is: an activity, `strategy 0.5 people 0.5`, or what is not counted.
fn kind(kind: Kind) -> String {
    match kind {
        Kind::Activity(activity) => activity.id().to_owned(),
        Kind::NotCounted(what) => what.id().to_owned(),
        Kind::Unclassified => "unclassified".to_owned(),
        Kind::Weights(row) => {
            let parts = Bucket::ALL.into_iter().zip(row).filter(|(_, part)| *part > 0.0);
            parts.map(|(bucket, part)| format!("{} {}", bucket.id(), round(part))).collect::<Vec<_>>().join(" ")
        }
    }
}

/// A correction with the minutes it moves.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung correct, version 1")]
pub struct Proposed {
    /// Version of this document.
    pub version: u32,
    /// True where it was kept; false where it was only shown.
    pub applied: bool,
    /// The correction.
    pub correction: Correction,
    /// What it moves.
    pub moves: Tried,
}

impl Proposed {
    /// The document of a proposal.
    pub fn of(proposal: &Proposal, applied: bool) -> Self {
        let correction = Correction::from(&proposal.correction);
        Self { version: super::VERSION, applied, correction, moves: Tried::from(&proposal.tried) }
    }
}
